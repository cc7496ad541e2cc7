"""Sends made-up requests to the built program, by role, and holds every answer to contracts/openapi.json.

    python -m venv fuzz && fuzz/bin/pip install -r tools/fuzz/requirements.txt && npm run build
    fuzz/bin/python tools/fuzz/fuzz.py --requests 2000 [--role hospital …] [--seed 1] [--patients 60]

A fresh store with the golden patient and a synthetic population is served on loopback; each role asks with the token of
a demo user. No answer may be a failure of ours (5xx) or other than the document says, and none may hold a CPR number
or person key that the role has no right to. At the end come the figures, one line a role; exit 1 when anything failed.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CLI = ["node", str(ROOT / "dist/apps/cli.js")]
#: By role the demo user that has it; the public asks without a token.
USERS = {
    "registry": "registry",
    "hospital": "hospital",
    "municipality": "municipality",
    "general-practice": "practice",
    "administration": "administration",
    "auditor": "auditor",
    "patient": "patient",
    "source": "hospital-system",
    "operator": "operator",
    "public": None,
}
#: Who may see every pseudonym, and whose keys follow from what they may read of persons.
SEES_ALL = {"registry", "auditor"}
HEALTH_STAFF = {"hospital", "municipality", "general-practice"}
PATIENT = "1502779995"
SOURCE = "hospital:330901000016003"
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,"
    "response_headers_conformance,response_schema_conformance,no_person_data"
)


def ask(url, method="GET", token=None, body=None, kind="application/json"):
    """The status and the text of an answer."""
    headers = {"content-type": kind} if body is not None else {}
    if token is not None:
        headers["authorization"] = f"Bearer {token}"
    request = urllib.request.Request(url, method=method, headers=headers, data=body)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def start(folder, log):
    """A server on a fresh store, and where it answers."""
    settings = {
        "REHABSPOR_DATA": str(folder / "data"),
        "REHABSPOR_PORT": "0",
        "REHABSPOR_KEY": "a key for made-up requests",
        "REHABSPOR_REQUESTS_PER_MINUTE": "0",
        "REHABSPOR_ANONYMOUS_PER_MINUTE": "0",
    }
    environment = {name: value for name, value in os.environ.items() if not name.startswith("REHABSPOR_")}
    with open(log, "w") as file:
        server = subprocess.Popen([*CLI, "start"], env={**environment, **settings}, stdout=file, stderr=file)
    while server.poll() is None:
        found = re.search(r"answers at (http:\S+)\s", log.read_text())
        if found:
            return server, found.group(1)
        time.sleep(0.1)
    raise SystemExit(f"The server did not start: {log.read_text()[:500]}")


def fill(url, patients, seed):
    """Sends the population; gives what is known of it: the keys of its persons by CPR number, and by source."""
    golden = (ROOT / "test/faq/golden/golden.events.ndjson").read_text()
    made = subprocess.run(
        [*CLI, "generate", "--patients", str(patients), "--seed", str(seed)], capture_output=True, text=True, check=True
    ).stdout
    operator = token_of(url, "operator")
    status, answer = ask(
        f"{url}/api/v1/events", "POST", operator, (golden.rstrip() + "\n" + made).encode(), "application/x-ndjson"
    )
    if status != 202:
        raise SystemExit(f"The population was not taken: {status} {answer[:300]}")
    events = [json.loads(line) for line in (golden + "\n" + made).splitlines() if line.strip()]
    registry = token_of(url, "registry")
    keys, own = {}, set()
    for event in events:
        cpr = str(event["data"].get("cpr", "")).replace("-", "")
        if cpr and cpr not in keys:
            status, found = ask(f"{url}/api/v1/persons/lookup", "POST", registry, json.dumps({"cpr": cpr}).encode())
            keys[cpr] = json.loads(found)["person"] if status == 200 else None
        if event["source"] == SOURCE and keys.get(cpr):
            own.add(keys[cpr])
    keys = {cpr: key for cpr, key in keys.items() if key}
    for staff in sorted(HEALTH_STAFF):  # Of the facts, most lie longer back than a relation lasts.
        token = token_of(url, USERS[staff])
        for cpr in list(keys)[::3]:
            body = json.dumps({"cpr": cpr, "reason": "Made up for made-up requests"}).encode()
            ask(f"{url}/api/v1/persons/relations", "POST", token, body)
    return keys, own


def token_of(url, user):
    return json.loads(ask(f"{url}/sign-in/demo/{user}/token", "POST")[1])["access_token"]


def rights_of(role, url, token, keys, own):
    """The person keys a role may see."""
    if role in SEES_ALL:
        return list(keys.values())
    if role in HEALTH_STAFF:
        return [key for key in keys.values() if ask(f"{url}/api/v1/persons/{key}/pathways", token=token)[0] == 200]
    if role == "patient":
        return [keys[PATIENT]]
    return list(own) if role == "source" else []


def fuzz(role, url, folder, keys, own, options):
    """Sends the requests of one role; gives how many were sent and whether any answer failed a check."""
    document = json.loads((ROOT / "contracts/openapi.json").read_text())
    operations = sum(len(item) for item in document["paths"].values())
    counted = folder / f"{role}.count"
    environment = {
        **os.environ,
        "SCHEMATHESIS_HOOKS": "hooks",
        "PYTHONPATH": str(Path(__file__).parent),
        "FUZZ_KNOWN": str(folder / f"{role}.known.json"),
        "FUZZ_COUNT": str(counted),
    }
    rounds, sent, statuses, failed = 0, 0, Counter(), False
    # Where nothing may be written, there is one request to make: others make up for it in another round.
    while sent < options.requests and rounds < 20:
        token = None if USERS[role] is None else token_of(url, USERS[role])
        known = {"keys": keys, "may": rights_of(role, url, token, keys, own)}
        (folder / f"{role}.known.json").write_text(json.dumps(known))
        command = [
            *(str(Path(sys.executable).parent / "schemathesis"), "run", str(ROOT / "contracts/openapi.json")),
            *("--url", url, "--checks", CHECKS, "--phases", "fuzzing", "--seed", str(options.seed + rounds)),
            # A stream that never ends.
            *("--exclude-operation-id", "followChanges"),
            *("--max-examples", str(-(-(options.requests - sent) // (operations - 1)) + 1), "--continue-on-failure"),
            *("--generation-database", "none", "--suppress-health-check", "all", "--warnings", "off"),
            *("--request-timeout", "60", "--no-color", "--no-shrink", "--output-sanitize", "false"),
            *(() if token is None else ("-H", f"Authorization: Bearer {token}")),
        ]
        run = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=folder)
        (folder / f"{role}.{rounds}.txt").write_text(run.stdout + run.stderr)
        failed = failed or run.returncode != 0
        told = json.loads(counted.read_text())
        sent, rounds = sent + told["sent"], rounds + 1
        statuses.update(told["statuses"])
    return {"sent": sent, "statuses": dict(sorted(statuses.items())), "failed": failed}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--requests", type=int, default=2_000, help="at least so many for each role")
    parser.add_argument("--role", action="append", choices=list(USERS), help="only these")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--patients", type=int, default=60)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="rehabspor-fuzz-"))
    print(f"What each role was answered is told in {folder}")
    failed = False
    log = folder / "server.log"
    server, url = start(folder, log)
    try:
        keys, own = fill(url, options.patients, options.seed)
        for role in options.role or USERS:
            told = fuzz(role, url, folder, keys, own, options)
            failed = failed or told["failed"] or told["sent"] < options.requests
            print(f"{role}: {told['sent']} requests, {'failures' if told['failed'] else 'no failure'}, {told['statuses']}")
            sys.stdout.flush()
    finally:
        server.terminate()
        server.wait()
    logged = log.read_text()
    planted = [cpr for cpr in keys if cpr in logged]
    failures = logged.count('"msg":"A request failed"')
    print(f"Log: {len(logged.splitlines())} lines, {len(planted)} CPR numbers in it, {failures} failed requests")
    raise SystemExit(1 if failed or planted else 0)


main()

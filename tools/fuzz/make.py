"""Makes requests up over contracts/openapi.json with schemathesis, and sends none of them.

    make.py --known known.json --count 50000 --seed 1 > requests.ndjson

Each line is a request as it would be sent, and each is another: `operation`, `method`, `target` (path and query),
`headers`, and `body` in base64 where there is one. Of what is tried, six in seven follow the document.
"""

import argparse
import base64
import hashlib
import json
import re
import sys
import zlib
from pathlib import Path

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode

DOCUMENT = Path(__file__).resolve().parents[2] / "contracts/openapi.json"
#: A stream that never ends.
ENDLESS = "followChanges"
#: How many are tried of each operation in a round.
TRIED = {GenerationMode.POSITIVE: 300, GenerationMode.NEGATIVE: 50}
SENDABLE = re.compile(r"[\t\x20-\x7e\x80-\xff]*")
#: What the sender sees to itself.
OF_TRANSPORT = {"user-agent", "accept-encoding", "connection", "content-length", "x-schemathesis-testcaseid"}


def with_what_is_there(there):
    """A function that puts what is there in place of about half of what is made up."""

    def changed(value, name=None):
        if isinstance(value, dict):
            return {key: changed(inner, key) for key, inner in value.items()}
        die = zlib.crc32(repr((name, value)).encode())
        return there[name][(die // 2) % len(there[name])] if name in there and die % 2 == 0 else value

    return changed


def recorded(case):
    """A request as it would be sent; None when no client could."""
    try:
        request = requests.Request(**case.as_transport_kwargs(base_url="http://127.0.0.1")).prepare()
    except (requests.exceptions.RequestException, ValueError):
        return None
    headers = {
        name.lower(): value if isinstance(value, str) else value.decode("latin-1")
        for name, value in request.headers.items()
        if name.lower() not in OF_TRANSPORT
    }
    if not all(SENDABLE.fullmatch(value) for value in headers.values()):
        return None
    body = request.body.encode() if isinstance(request.body, str) else request.body
    return {
        "operation": case.operation.definition.raw["operationId"],
        "method": request.method,
        "target": request.path_url,
        "headers": headers,
        **({"body": base64.b64encode(body).decode()} if body else {}),
    }


def cases_of(operation, mode, beginning):
    cases = []

    @seed(beginning)
    @settings(
        max_examples=TRIED[mode],
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy(generation_mode=mode))
    def collect(case):
        cases.append(case)

    try:
        collect()
    except Unsatisfiable:  # Nothing that is sent there could break a schema.
        pass
    return cases


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--known", required=True, help="a JSON file with, in `there`, values by the name of what holds them")
    parser.add_argument("--count", type=int, required=True, help="at least so many")
    parser.add_argument("--seed", type=int, required=True)
    options = parser.parse_args()
    change = with_what_is_there(json.loads(Path(options.known).read_text())["there"])
    for place in ("path_parameters", "query", "body"):
        schemathesis.hook(f"map_{place}")(lambda context, values: change(values))

    operations = [found.ok() for found in schemathesis.openapi.from_path(str(DOCUMENT)).get_all_operations()]
    open_ended = [
        (operation, mode)
        for operation in operations
        for mode in TRIED
        if operation.definition.raw["operationId"] != ENDLESS
    ]
    seen, beginning = set(), options.seed * 1_000
    while len(seen) < options.count and open_ended:
        still = []
        for operation, mode in open_ended:
            before = len(seen)
            for case in cases_of(operation, mode, beginning):
                request = recorded(case)
                line = None if request is None else json.dumps(request)
                name = line and hashlib.md5(line.encode()).digest()
                if name is not None and name not in seen:
                    seen.add(name)
                    print(line)
            if len(seen) - before > TRIED[mode] / 10:
                still.append((operation, mode))
        open_ended, beginning = still, beginning + 1
        print(f"{len(seen)} requests made up", file=sys.stderr)


main()

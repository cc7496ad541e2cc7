"""What schemathesis does besides: asks for what is there, counts, and looks for persons in answers."""

import atexit
import json
import os
import re
import zlib
from collections import Counter

import schemathesis

with open(os.environ["FUZZ_KNOWN"]) as file:
    KNOWN = json.load(file)
NUMBERS = list(KNOWN["keys"])
KEYS = list(KNOWN["keys"].values())
MAY = set(KNOWN["may"])
#: Where a CPR number is what is asked for.
TELLS_NUMBER = {"revealPerson"}
#: What names stand for here, so that about half of what is asked for is there.
THERE = {
    "person": KEYS,
    "cpr": NUMBERS,
    "organisation": ["hospital:330901000016003", "municipality:0461", "general-practice:123456", "denmark"],
    "source": ["hospital:330901000016003", "municipality:0461", "general-practice:123456"],
    "unit": ["denmark", "hospital:330901000016003", "municipality:0461", "region:1083"],
    "key": ["diet", "participation", "ldl"],
    "indicator": ["diet", "participation", "ldl"],
    "set": ["dhrd-2023"],
    "version": ["1", "2"],
    "period": ["2023", "2024", "2025", "2025Q1", "all"],
    "number": ["1", "2", "3"],
    "user": ["hospital", "patient", "auditor"],
}
SENT = Counter()


def with_what_is_there(values):
    if not isinstance(values, dict):
        return values
    changed = dict(values)
    for name, value in values.items():
        die = zlib.crc32(repr((name, value)).encode())
        if name in THERE and THERE[name] and die % 2 == 0:
            changed[name] = THERE[name][(die // 2) % len(THERE[name])]
    return changed


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    return with_what_is_there(path_parameters)


@schemathesis.hook
def map_query(context, query):
    return with_what_is_there(query)


@schemathesis.hook
def map_body(context, body):
    return with_what_is_there(body)


@schemathesis.hook
def after_call(context, case, response):
    SENT[response.status_code] += 1


@schemathesis.check
def no_person_data(ctx, response, case):
    """No CPR number, and no key of a person whom this role may not see."""
    text = response.content.decode("utf-8", "replace") + json.dumps(dict(response.headers), default=str)
    operation = case.operation.definition.raw.get("operationId")
    if operation == "assertRelation" and response.status_code == 200:
        MAY.add(response.json()["person"])
    told = [] if operation in TELLS_NUMBER and MAY else [number for number in NUMBERS if number in re.sub(r"[-\s]", "", text)]
    assert not told, f"The answer holds {len(told)} CPR numbers"
    strange = {key for key in KEYS if key in text} - MAY
    assert not strange, f"The answer holds {len(strange)} persons that this role may not see"


@atexit.register
def tell():
    with open(os.environ["FUZZ_COUNT"], "w") as file:
        json.dump({"sent": sum(SENT.values()), "statuses": dict(sorted(SENT.items()))}, file)

#!/usr/bin/env python3
"""Holds the schemas against what they must refuse, and the reader against the schema of what is read.

Usage: strict.py KHCT OUTPUT-SCHEMA INPUT-SCHEMA PLAN.json PLAN-WITH-PLACES.json
An output with a key too many, a value of another type, or without a key that is always there must
not fit. What fits the input schema must be read; what does not must be refused, but for meanings,
which are not read."""
import copy
import json
import random
import subprocess
import sys

import jsonschema

VALUES = [None, True, 0, -1, 1.5, 10000, "", " ", "x", "a\nb", "1.7", "\u0085", [], {}, [None], {"van": None},
          {"van": []}, {"van": "x"}, ["x", {"gach": "y"}], {"gach": "x"}]
# what no schema says: a word that would be read as something else
TAKEN = ("ten", "van")


def places(value, at=()):
    yield at
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in inner:
        yield from places(below, at + (key,))


def look(value, at):
    for key in at:
        value = value[key]
    return value


def some(found, count):
    """Some of them, spread over all."""
    return found[:: max(1, len(found) // count)]


def refused(validator, plan, at, change, faults, what):
    other = copy.deepcopy(plan)
    change(look(other, at))
    if validator.is_valid(other):
        faults.append(f"{what} at /{'/'.join(map(str, at))} fits the schema")


def strict_output(validator, plan, faults):
    objects = [at for at in places(plan) if isinstance(look(plan, at), dict)]
    for at in some(objects, 50):
        refused(validator, plan, at, lambda inner: inner.update(la=1), faults, "a key too many")
    for key in plan:
        refused(validator, plan, (), lambda inner: inner.pop(key), faults, f"no {key}")
    typed = [at for at in objects if at and ("van" in look(plan, at) or at[0] == "suyra") and at[0] != "dung"]
    for at in some(typed, 20):
        for key in list(look(plan, at)):
            refused(validator, plan, at, lambda inner: inner.pop(key), faults, f"no {key}")
    leaves = [at for at in places(plan) if at and not isinstance(look(plan, at), (dict, list))]
    for at in some(leaves, 50):
        refused(validator, plan, at[:-1], lambda inner: inner.__setitem__(at[-1], 1.5), faults, "another type")


def strict_places(validator, plan, faults):
    found = [at for at in places(plan) if at and at[-1] in ("vitri", "place") and isinstance(look(plan, at), dict)]
    for at in some(found, 10):
        refused(validator, plan, at, lambda inner: inner.update(la=1), faults, "a key too many")


def reads(khct, plan):
    done = subprocess.run([khct, "build", "-q", "-W", "no-error", "-t", "khct", "--from", "json", "-"],
                          input=json.dumps(plan).encode(), capture_output=True)
    assert done.returncode in (0, 1), (done.returncode, done.stderr)
    return b"KH8008" not in done.stderr, done.stderr.decode()[:200]


def is_meaning(plan, at):
    """Not read: beside the words of a value."""
    return any(isinstance(look(plan, at[:i]), dict) and "van" in look(plan, at[:i]) and at[i] != "van"
               for i in range(1, len(at)))


def agree_on_input(khct, validator, plan, faults):
    plan = {key: value for key, value in plan.items() if key not in ("suyra", "diagnostics")}
    found = [at for at in places(plan) if at and not is_meaning(plan, at) and at[-1] not in TAKEN + ("tt",)]
    r = random.Random(1)
    for _ in range(60):
        other = copy.deepcopy(plan)
        at = r.choice(found)
        inner = look(other, at[:-1])
        if r.random() < 0.2:
            del inner[at[-1]]
        else:
            inner[at[-1]] = r.choice(VALUES)
        fits = validator.is_valid(other)
        read, message = reads(khct, other)
        if fits != read:
            faults.append(f"/{'/'.join(map(str, at))}: {'fits, and is refused' if fits else 'is read, and does not fit'}: "
                          f"{message}")


def main():
    khct = sys.argv[1]
    output, given, plan, placed = (json.load(open(name, encoding="utf-8")) for name in sys.argv[2:6])
    faults = []
    strict_output(jsonschema.Draft202012Validator(output), plan, faults)
    strict_places(jsonschema.Draft202012Validator(output), placed, faults)
    agree_on_input(khct, jsonschema.Draft202012Validator(given), plan, faults)
    for fault in faults[:20]:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Holds JSON files against a schema with an independent validator. Usage: validate.py SCHEMA FILE..."""
import json
import sys

import jsonschema


def main():
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    faults = 0
    for name in sys.argv[2:]:
        with open(name, "rb") as file:
            value = json.loads(file.read().decode("utf-8"))  # strict: invalid UTF-8 fails
        for error in list(validator.iter_errors(value))[:3]:
            faults += 1
            print(f"{name}: /{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

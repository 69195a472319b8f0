#!/usr/bin/env python3
"""Holds what a program put into a plan against what khct gives back.

Usage: same.py GIVEN.json BACK.json. Everything given must come back: words in NFC, typed values
with the same words in `van`, in the same order. A character that nobody sees, beside white space or
a sign, is white space."""
import json
import re
import sys
import unicodedata

DERIVED = {"khct", "suyra", "diagnostics", "tt"}


UNSEEN = "[\u00ad\u2000-\u200b\u2028\u202e\u3000\ufeff]"


def seen(text):
    return words(re.sub(f"(?<![^ \\t-\\r;<>]){UNSEEN}+|{UNSEEN}+(?![^ \\t-\\r;<>])", " ", text))


def words(text):
    return " ".join(re.split(r"[ \t-\r\u00a0]+", unicodedata.normalize("NFC", text).strip(" \t\n\v\f\r\u00a0")))


def compare(given, back, at, faults):
    if isinstance(back, dict) and "van" in back and not isinstance(given, dict):
        back = back["van"]
    if isinstance(given, dict) and isinstance(back, dict):
        for key, value in given.items():
            if key in DERIVED or (key in ("ten", "gom") and "van" in given):
                continue
            if key not in back:
                faults.append(f"{at}/{key}: lost")
            else:
                compare(value, back[key], f"{at}/{key}", faults)
    elif isinstance(given, list) and isinstance(back, list) and len(given) == len(back):
        for i, (a, b) in enumerate(zip(given, back)):
            compare(a, b, f"{at}/{i}", faults)
    elif isinstance(given, str) and isinstance(back, str):
        if words(given) != back and seen(given) != seen(back):
            faults.append(f"{at}: {words(given)!r} came back as {back!r}")
    elif given != back:
        faults.append(f"{at}: {given!r} came back as {back!r}")


def main():
    given, back = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:3])
    faults = []
    compare(given, back, "", faults)
    for fault in faults[:5]:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""One string of a plan in JSON is put in other words, with signs, blanks and keywords at both ends: it
comes back as it was, or is refused with its path.

Usage: wild.py KHCT SEED COUNT"""
import copy
import json
import os
import random
import re
import subprocess
import sys
import tempfile

from generate import NASTY, WORDS, Maker
from same import compare

ENDS = NASTY + ["\u2003", "\u200b", "\ufeff", "\u3000", "\u037e", "xepmuc<", "A <", "muc 2", "mức", "duytri ",
                "- Giữ", "+ 5 lớp", ": a", "::", "--", "và", "•", "…", "\t", "\n- x", "\n\n", "\r\n+ y"]


def leaves(json_value, at=()):
    if isinstance(json_value, dict):
        for key, value in json_value.items():
            yield from leaves(value, at + (key,))
    elif isinstance(json_value, list):
        for i, value in enumerate(json_value):
            yield from leaves(value, at + (i,))
    elif isinstance(json_value, str):
        yield at


def put(plan, at, text):
    for step in at[:-1]:
        plan = plan[step]
    plan[at[-1]] = text


def wild(chance):
    middle = chance.choice(WORDS).capitalize()
    pieces = [chance.choice(ENDS) if chance.random() < 0.6 else "", chance.choice([middle, middle, ""]),
              chance.choice(ENDS) if chance.random() < 0.6 else ""]
    return chance.choice(["", " "]).join(pieces) or ":"


def run(khct, form, path):
    done = subprocess.run([khct, "build", "-W", "no-error", "--lang", "en", "-t", form, path], capture_output=True,
                          text=True)
    return done.returncode, done.stdout, done.stderr


def refuses(khct, work, plan, place):
    """Whether the plan was refused there before anything was put into it."""
    path = os.path.join(work, "truoc.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(plan, file, ensure_ascii=False)
    return f"`{place}" in run(khct, "khct", path)[2]


def main():
    khct, seed, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    work = tempfile.mkdtemp()
    path = os.path.join(work, "vao.json")
    bad = refused = 0
    for number in range(count):
        chance = random.Random(seed * 1000003 + number)
        plan = Maker(chance.randrange(100000)).plan()
        at = chance.choice([leaf for leaf in leaves(plan) if leaf[0] != "khct"])
        text = wild(chance)
        before = copy.deepcopy(plan)
        put(plan, at, text)
        name = "/" + "/".join(str(step) for step in at)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(plan, file, ensure_ascii=False)
        status, source, said = run(khct, "khct", path)
        place = re.search(r"KH8008\]: .*?`(/[^`…]*)", said)
        if place:
            refused += 1
            if not name.startswith(place.group(1).rstrip("/")) and not refuses(khct, work, before, place.group(1)):
                print(f"{name} = {text!r}: refused at {place.group(1)}")
                bad += 1
            continue
        with open(os.path.join(work, "ra.khct"), "w", encoding="utf-8") as file:
            file.write(source)
        status, back, said = run(khct, "json", os.path.join(work, "ra.khct"))
        faults = []
        if back:
            compare(plan, json.loads(back), "", faults)
        elif status != 1:
            faults.append(f"exit status {status}: {said[:200]}")
        told = said.count("KH1009") + said.count("KH2004")  # a title, a year, a school type that is none
        if told and all(re.search("/ten: lost|/namhoc: lost|/cap: ", fault) for fault in faults):
            faults = []
        for fault in faults:
            print(f"{name} = {text!r}: {fault}")
        bad += len(faults) > 0
    subprocess.run(["rm", "-rf", work], check=True)
    print(f"wild.py: {count - bad} of {count} as they must be, {refused} refused")
    sys.exit(bad > 0 or refused == count)


if __name__ == "__main__":
    main()

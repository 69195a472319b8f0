#!/usr/bin/env python3
"""Pairs of edits of one plan, merged and compared with what a person would do.

    pairs.py KHCT COUNT [SEED]

A plan is made from a model; each side edits parts of it that the other leaves alone (fields, tasks,
lists, order, comments), and one side may lay the whole file out anew. The merge has to be clean, to
mean what the model with both edits means, and to hold every comment of both sides. Then both change
one field: the conflict has to be in that field, with both values, and the rest as before.
"""
import copy
import json
import os
import random
import subprocess
import sys
import tempfile

WORDS = ("tập huấn rà soát cập nhật sổ theo dõi phòng học thư viện sân chơi học sinh phụ huynh chuyên môn "
         "dự giờ trao đổi kinh nghiệm khảo sát ý kiến báo cáo kết quả thiết bị phần mềm an toàn").split()
CRITERIA = ["1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3", "3.1", "3.2", "4.1", "5.1"]
PEOPLE = ["Hiệu trưởng", "Phó hiệu trưởng", "Kế toán", "Nhân viên y tế", "Thư viện", "Đoàn đội"]
FIELDS = ["giaiphap", "chutri", "thoigian", "ketqua", "dieukien", "ghichu", "minhchung"]


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.count = 0

    def words(self):
        self.count += 1
        return " ".join(self.random.sample(WORDS, self.random.randint(3, 9))).capitalize() + f" {self.count}"

    def value(self, field):
        if field == "chutri":
            return ", ".join(self.random.sample(PEOPLE, self.random.randint(1, 3)))
        if field == "thoigian":
            return f"tháng {self.random.randint(9, 12)}/2023"
        return self.words()

    def fields(self):
        return {f: {"value": self.value(f), "comment": self.words() if self.random.random() < 0.15 else None}
                for f in FIELDS if self.random.random() < 0.7 or f == "giaiphap"}

    def task(self):
        return {"title": self.words(), "fields": self.fields()}

    def plan(self):
        return {"parts": [{"id": c, "level": self.random.choice(["2", "3"]), "fields": self.fields(),
                           "tasks": [self.task() for _ in range(self.random.randint(0, 3))]}
                          for c in self.random.sample(CRITERIA, self.random.randint(3, 8))],
                "prose": [self.words() for _ in range(4)],
                "noi": [self.words() for _ in range(3)]}


class Style:
    """How a file is laid out."""

    def __init__(self, maker, plain):
        pick = maker.random.choice
        self.indent = "  " if plain else pick(["  ", "    ", "\t"])
        self.pad = 12 if plain else pick([0, 12, 20])
        self.gap = "\n" if plain else pick(["", "\n", "\n\n"])
        self.line_end = "\n"

    def block(self, head, lines):
        return [head + " <"] + [self.indent + line for line in lines] + [">"]

    def field(self, name, field):
        before = [f"# {field['comment']}"] if field["comment"] else []
        return before + [f"{name.ljust(self.pad)} {field['value']};"]

    def write(self, plan):
        lines = ["dung danhmuc tt18_2018;", "truong < ten Trường THCS Hoa Sen; cap thcs; >",
                 "kehoach < ngay 14/8/2023; namhoc 2023-2024; >", ""]
        for part in plan["parts"]:
            inside = [line for f in FIELDS if f in part["fields"] for line in self.field(f, part["fields"][f])]
            for task in part["tasks"]:
                inside += self.block("viec " + task["title"],
                                     [line for f in FIELDS if f in task["fields"]
                                      for line in self.field(f, task["fields"][f])])
            lines += self.block(f"tieuchi {part['id']} muc {part['level']}", inside) + self.gap.split("\n")[1:]
        lines += self.block("phan mucdich", [f"doan {text};" for text in plan["prose"]])
        lines += self.block("noinhan", [f"noi {text};" for text in plan["noi"]])
        return self.line_end.join(lines) + self.line_end


def units(plan):
    """What can be edited by one side without the other: paths of fields, lists of tasks, lists."""
    found = []
    for i, part in enumerate(plan["parts"]):
        found.append(("level", i))
        found += [("field", i, None, f) for f in FIELDS]
        if part["tasks"]:
            found.append(("tasks", i))
        for t in range(len(part["tasks"])):
            found.append(("title", i, t))
            found += [("field", i, t, f) for f in FIELDS]
    return found + [("prose",), ("noi",), ("parts",)]


def edit(maker, plan, unit):
    """Changes one unit; what is removed is only marked, so that paths go on holding."""
    pick = maker.random
    if unit[0] == "level":
        plan["parts"][unit[1]]["level"] = pick.choice(["1", "2", "3", "4"])
    elif unit[0] == "field":
        part = plan["parts"][unit[1]]
        fields = (part if unit[2] is None else part["tasks"][unit[2]])["fields"]
        name = unit[3]
        if name not in fields:
            fields[name] = {"value": maker.value(name), "comment": None}
        elif name != "giaiphap" and pick.random() < 0.3:
            del fields[name]
        elif pick.random() < 0.3:
            fields[name]["comment"] = maker.words()
        else:
            fields[name]["value"] = maker.value(name) if name != "giaiphap" else fields[name]["value"] + " thêm"
    elif unit[0] == "title":
        task = plan["parts"][unit[1]]["tasks"][unit[2]]
        task["title"] = task["title"] + " " + maker.words().lower()
    elif unit[0] == "tasks":
        plan["parts"][unit[1]]["tasks"].append(maker.task())
    elif unit[0] == "parts":
        free = [c for c in CRITERIA if c not in [p["id"] for p in plan["parts"]]]
        if free:
            plan["parts"].append({"id": pick.choice(free), "level": "2", "fields": maker.fields(), "tasks": []})
    else:
        items = plan[unit[0]]
        what = pick.random()
        if what < 0.5:
            items.insert(pick.randint(0, len(items)), maker.words())
        elif what < 0.8:
            items[pick.randrange(len(items))] = maker.words()
        else:
            pick.shuffle(items)


def replay(maker_seed, plan, chosen):
    """The same edits on the same units give the same changes, whatever else was edited before."""
    for unit in chosen:
        edit(Maker(f"{maker_seed} {unit}"), plan, unit)
    return plan


def run(khct, *arguments):
    return subprocess.run([khct, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def meaning(khct, name):
    done = run(khct, "build", "-q", "-W", "no-error", "-t", "json", "-o", "-", name)
    assert done.returncode == 0, done.stderr.decode()[:2000]
    return json.loads(done.stdout)


def write(name, text):
    with open(name, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def comments(text):
    return {line.strip() for line in text.splitlines() if line.strip().startswith("# ")}


def one(khct, seed):
    maker = Maker(seed)
    base = maker.plan()
    all_units = units(base)
    maker.random.shuffle(all_units)
    cut = maker.random.randint(1, 6), maker.random.randint(1, 6)
    mine, yours = all_units[:cut[0]], all_units[cut[0]:cut[0] + cut[1]]
    ours = replay(f"{seed}a", copy.deepcopy(base), mine)
    theirs = replay(f"{seed}b", copy.deepcopy(base), yours)
    wanted = replay(f"{seed}b", replay(f"{seed}a", copy.deepcopy(base), mine), yours)
    plain, other = Style(maker, True), Style(maker, False)
    styles = maker.random.choice([(plain, plain), (other, plain), (plain, other)])
    texts = plain.write(base), styles[0].write(ours), styles[1].write(theirs)
    crlf = maker.random.random() < 0.15
    for name, text in zip(("base.khct", "ours.khct", "theirs.khct"), texts):
        write(name, text.replace("\n", "\r\n") if crlf else text)
    write("wanted.khct", plain.write(wanted))
    done = run(khct, "merge", "-o", "merged.khct", "base.khct", "ours.khct", "theirs.khct")
    told = f"seed {seed}: {mine} and {yours}"
    assert done.returncode == 0, f"{told}: {done.returncode} {done.stderr.decode()[:1500]}"
    with open("merged.khct", encoding="utf-8", newline="") as file:
        merged = file.read()
    assert meaning(khct, "merged.khct") == meaning(khct, "wanted.khct"), f"{told}: means something else"
    lost = (comments(texts[1]) | comments(texts[2])) - comments(texts[0]) - comments(merged)
    # a comment that one side replaced is no longer wanted
    lost -= {c for c in lost if c not in comments(plain.write(wanted))}
    assert not lost, f"{told}: lost {lost}"

    # both change one field
    part = maker.random.randrange(len(base["parts"]))
    ours["parts"][part]["fields"]["giaiphap"]["value"] = "Lời của bên này"
    theirs["parts"][part]["fields"]["giaiphap"]["value"] = "Lời của bên kia"
    wanted["parts"][part]["fields"]["giaiphap"]["value"] = "Lời của bên này"
    write("ours.khct", plain.write(ours))
    write("theirs.khct", plain.write(theirs))
    write("wanted.khct", plain.write(wanted))
    done = run(khct, "merge", "-o", "merged.khct", "base.khct", "ours.khct", "theirs.khct")
    assert done.returncode == 1, f"{told}: a conflict ended with {done.returncode}"
    with open("merged.khct", encoding="utf-8") as file:
        merged = file.read()
    marks = [line.strip() for line in merged.splitlines() if "# !! xung đột" in line]
    assert len(marks) == 2 and "bên này" in marks[0] and "bên kia" in marks[1], f"{told}: {marks}"
    write("merged.khct", "\n".join(line for line in merged.splitlines() if "# !! xung đột" not in line) + "\n")
    assert meaning(khct, "merged.khct") == meaning(khct, "wanted.khct"), f"{told}: a conflict changed more"


def main():
    khct, count, seed = os.path.abspath(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3] if len(sys.argv) > 3 else 1)
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for i in range(count):
            try:
                one(khct, seed + i)
            except AssertionError as fault:
                faults += 1
                if faults < 6:
                    print(fault)
        os.chdir("/")
    print(f"merged pairs: {count - faults} passed, {faults} failed")
    sys.exit(faults > 0)


main()

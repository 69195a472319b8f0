"""A plan of ours, written as a document and taken in again: what the paper shows is in the same place."""
import collections
import glob
import json
import os
import re
import subprocess

import hold

# what the paper does not show, or shows in another way
LEFT_OUT = {"tt", "suyra", "nhanxet", "vitri", "tep", "tinhtrang", "coloi", "khct", "dung", "vaitro", "viettat",
            "chophep", "diagnostics", "hientrang", "cancu", "phandau", "loaihinh"}
# the least share of fields that come back in their place
LEAST = {"docx": 0.8, "xlsx": 0.9}
# a workbook has only tables
IN_BOOK = {"/tieuchi/giaiphap", "/tieuchi/chutri", "/tieuchi/thoigian", "/viec/giaiphap", "/viec/chutri", "/viec/thoigian",
           "/tieuchi/kinhphi", "/viec/kinhphi", "/tieuchi/viec/thoigian", "/tieuchi/viec/chutri"}


SECTIONS = {} # a section by its name of the form is the same as by its title


def section(words):
    if not SECTIONS:
        for form in glob.glob("stdlib/mau/*.khct"):
            SECTIONS.update((title, name) for name, title in re.findall(r"^ *phan ([a-z]+) (.+) <$", open(form, encoding="utf-8").read(), re.M))
    return SECTIONS.get(words, words)


def flatten(value, path, out):
    if isinstance(value, dict):
        for key in ("van", "gach", "cong"):
            if key in value:
                out.append((path, " ".join(hold.plain(value).split()).rstrip(".")))
                return
        for key, inner in value.items():
            if key not in LEFT_OUT:
                flatten(inner, path + "/" + key, out)
    elif isinstance(value, list):
        for inner in value:
            flatten(inner, path, out)
    elif value is not None and value is not False:
        words = " ".join(str(value).split()).rstrip(".")
        out.append((path, section(words) if path == "/phan/ten" else words))


def fields(khct, source):
    done = subprocess.run([khct, "build", "-t", "jsonl", "-o", "-", source], capture_output=True, text=True)
    out = []
    flatten(json.loads(done.stdout.splitlines()[0]), "", out)
    return collections.Counter(out)


def round_trip(khct, work, example, form, check):
    name = "%s-own-%s" % (os.path.basename(example)[:-len(".khct")], form)
    document, back = os.path.join(work, name + "." + form), os.path.join(work, name + ".khct")
    subprocess.run([khct, "build", "-q", "-t", form, "-o", document, example], check=False, capture_output=True)
    done = subprocess.run([khct, "import", "-q", "-o", back, document], capture_output=True, text=True)
    check(name, done.returncode == 0 and os.path.exists(back), "exit status %d: %s" % (done.returncode, done.stderr))
    if not os.path.exists(back):
        return
    before, after = fields(khct, example), fields(khct, back)
    if form == "xlsx":
        before = collections.Counter({k: n for k, n in before.items() if k[0] in IN_BOOK})
    share = sum((before & after).values()) / max(1, sum(before.values()))
    check(name, share >= LEAST[form], "%.0f%% of the fields come back in their place; not: %s" % (100 * share, list((before - after))[:8]))

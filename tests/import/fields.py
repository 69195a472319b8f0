"""How many fields of a plan that somebody wrote by hand stand in the one that `khct import` made of the same
document: fields.py KHCT WANTED.khct GOT.khct [all]

Counted twice. Strictly: the same words at the same place of the JSON. By meaning: without what the strict count
objects to although the document says it so, or both mean the same on paper and in figures. With `all` what is
missing is listed. The objections that are passed over, each with its reason, are the functions below; whatever
they do not cover counts as missing:

numbered   A paragraph that the document numbers is `đoạn số`; by hand it was `đoạn`, with a remark on the number.
cited      A document of the legal basis is the same by number and day. The import keeps the sentence as it stands
           ("Căn cứ Thông tư số … ban hành …"); by hand it was cut to `số ngày … của … về …`.
grouped    What a form has a group of the basis for stands under it; by hand it was a section of its own with that
           group's title as its heading. Items of the basis are `khác` in the one and `gạch` in the other.
closing    The sentence that closes a plan ("Trên đây là kế hoạch …") is `lời kết`, also where a dash stands before it,
           and the one that opens it (" … như sau:") is `lời dẫn`; by hand they were paragraphs, or comments.
named      A section that the form has is called by its name in the form (muctieu), not by its title (Mục tiêu).
shared     A field that is written once at a criterion is that of each of its tasks; a criterion of one task needs no
           block `việc`. A cell that spans tasks is written once by import and again for each task by hand, or the
           other way round.
letters    Words that are in capitals in the document ("PHÓ HIỆU TRƯỞNG") do not tell which letters are large.
signs      Commas, dashes and line ends between the members of a list, full stops at an end, `den` for `đến`.
"""
import collections
import json
import re
import subprocess
import sys
import unicodedata

import hold

# what follows from the rest, or is not the document's
LEFT_OUT = {"tt", "suyra", "nhanxet", "vitri", "tep", "tinhtrang", "coloi", "khct", "dung", "vaitro", "viettat", "chophep", "diagnostics", "loaihinh", "phandau"}
PROSE = {"doan", "doanso", "gach", "khac", "cong", "loidan", "loiket"} # numbered, closing, grouped
GROUPS = {"kết quả thực hiện", "chủ trương định hướng", "văn bản", "báo cáo"} # grouped


def plan_of(khct, path):
    done = subprocess.run([khct, "build", "-t", "jsonl", "-o", "-", path], capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[0])


def plainly(value):
    return " ".join(unicodedata.normalize("NFC", hold.plain(value)).split()).rstrip(".;, ")


def strict(value, path=""):
    """(place, words) of each field."""
    if isinstance(value, dict):
        if any(k in value for k in ("van", "gach", "cong")):
            return [(path, plainly(value))]
        return [f for k, v in value.items() if k not in LEFT_OUT for f in strict(v, path + "/" + k)]
    if isinstance(value, list):
        return [f for v in value for f in strict(v, path)]
    return [] if value is None or value is False else [(path, plainly(value))]


def loosely(value):
    """letters, signs"""
    return " ".join(re.sub(r"[^\w%@]+", " ", plainly(value).lower()).split()).replace(" den ", " đến ")


def prose(items):
    out = []
    for item in items:
        for key, value in item.items():
            inner = value if isinstance(value, list) else [value]
            if key in ("mucnho", "cacmuc"):
                for one in inner:
                    out += prose([one] if key == "mucnho" else [one])
            elif key == "ten":
                if not any(loosely(value).startswith(g) for g in GROUPS):
                    out.append(("prose", loosely(value)))
            elif key == "vanban":
                number = value.get("so") if isinstance(value, dict) else None
                out.append(("cited", "%s %s" % (number, value.get("ngay"))) if number else ("prose", loosely(value)))
            elif key in PROSE:
                out += [("prose", loosely(one)) for one in inner]
    return out


def cited_in(words):
    """The number of a document that was written as words."""
    found = re.search(r"số (\d+(?: \d{4})?) ([\w ]*?) (?:ngày|về|của|“)", words)
    return found and (found.group(1) + " " + found.group(2)).replace(" ", "")


def section(name, titles):
    return titles.get(loosely(name), loosely(name))


def tasks(criterion, code):
    shared = {k: v for k, v in criterion.items() if k not in ("tt", "ma", "viec", "ten", "tieuchuan", "vanban")}
    out = []
    for task in criterion.get("viec") or [{}]:
        for key, value in {**shared, **{k: v for k, v in task.items() if k != "tt"}}.items():
            if key != "ten":
                out.append((code + "/" + key, loosely(value)))
    return out


def meant(plan, titles):
    out = []
    for block in ("truong", "kehoach"):
        for key, value in (plan.get(block) or {}).items():
            if key in PROSE:
                out += [("prose", loosely(one)) for one in (value if isinstance(value, list) else [value])]
            elif key not in ("tt", "cap", "loaihinh") and not (isinstance(value, list) and value and isinstance(value[0], dict) and "van" not in value[0]):
                out.append((block + "/" + key, loosely(value)))
    for one in plan.get("phan", []):
        if section(one.get("ten", ""), titles) != "cancu":
            out.append(("section", section(one.get("ten", ""), titles)))
        out += prose(one.get("cacmuc", []))
    for one in plan.get("cancu", []):
        out += prose(one.get("cacmuc", []))
    for one in plan.get("tieuchi", []):
        out += tasks(one, one["ma"])
    for kind in ("viec", "vande", "theodoi"):
        for one in plan.get(kind, []):
            out += tasks(one, kind)
    out += [("recipient", loosely(p)) for block in plan.get("noinhan", []) for p in block.get("noi", [])]
    out += [("signature/" + k, loosely(v)) for one in plan.get("chuky", []) for k, v in one.items() if k != "tt"]
    return out


def titles_of_forms(khct):
    """named: the sections of all forms by their titles."""
    found = {}
    for name in subprocess.run(["ls", "stdlib/mau"], capture_output=True, text=True).stdout.split():
        for short, title in re.findall(r"^ *phan ([a-z]+) ([^<]+)<", open("stdlib/mau/" + name, encoding="utf-8").read(), re.M):
            found[loosely(title)] = short
    return found


def count(wanted, got):
    """How many of the wanted ones are there, and which are not."""
    wanted, got = collections.Counter(wanted), collections.Counter(got)
    numbers = {w.split(" ")[0].replace("/", "").replace("-", "").lower() for k, w in got if k == "cited"}
    missing = wanted - got
    for key in list(missing): # cited: by hand as words where the document gives no day or office
        if key[0] == "prose" and cited_in(key[1]) in numbers:
            del missing[key]
    return sum(wanted.values()) - sum(missing.values()), sum(wanted.values()), missing


def measure(khct, wanted, got):
    titles = titles_of_forms(khct)
    wanted, got = plan_of(khct, wanted), plan_of(khct, got)
    return count(strict(wanted), strict(got)), count(meant(wanted, titles), meant(got, titles))


if __name__ == "__main__":
    for name, (there, of, missing) in zip(("strictly", "by meaning"), measure(*sys.argv[1:4])):
        print("%s: %d of %d" % (name, there, of))
        for key, n in missing.items() if len(sys.argv) > 4 else ():
            print("   - %s: %s" % (key[0], key[1][:150]), n if n > 1 else "")

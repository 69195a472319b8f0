"""khct import, on documents in the shapes that schools write: import.py KHCT WORK

Each plan of plans.py is set as several kinds of document. What comes out has to have no syntax
errors, every word of the document once, no word of its own, and each field in its place.
"""
import glob
import json
import os
import pathlib
import subprocess
import sys

import criteria
import fields
import hold
import make
import odd
import own
import pasted
import plans
import varied
import workbook

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir))
from tally import check, finish

KHCT, WORK = sys.argv[1], sys.argv[2]


def run(*arguments):
    return subprocess.run([KHCT, "import", *arguments], capture_output=True, text=True)


def same(a, b):
    return " ".join(str(a).split()).rstrip(".") == " ".join(str(b).split()).rstrip(".")


def tasks_of(criterion):
    """The tasks of a criterion, each with what it gets from the criterion."""
    shared = {k: hold.plain(v) for k, v in criterion.items() if k not in ("viec", "tt", "ma")}
    inner = criterion.get("viec") or []
    if not inner:
        return [shared]
    return [{**shared, **{k: hold.plain(v) for k, v in task.items()}} for task in inner]


def hold_task(name, got, want):
    for field, words in want.items():
        there = got.get(field, "")
        check(name, same(there, words), "%s is `%s`, not `%s`" % (field, there, words))


def hold_plan(name, plan, wants):
    used = [u for u in plan["dung"]]
    check(name, "mau" not in wants or {"mau": wants["mau"]} in [{k: v for k, v in u.items() if k == "mau"} for u in used], "form: %s" % used)
    check(name, any(u.get("danhmuc") == wants.get("danhmuc", u.get("danhmuc")) for u in used), "catalogue: %s" % used)
    for block in ("truong", "kehoach"):
        for field, words in wants.get(block, {}).items():
            there = hold.plain((plan.get(block) or {}).get(field))
            check(name, same(there, words), "%s/%s is `%s`, not `%s`" % (block, field, there, words))
    if "levels" in wants:
        got = {}
        for results in plan["hientrang"]:
            for part in results.get("muc", []):
                got.update({code: part["muc"] for code in part["tieuchi"]})
            for part in results.get("khongdat", []):
                got.update({code: 0 for code in part["tieuchi"]})
        check(name, got == wants["levels"], "results: %s" % {k: (v, got.get(k)) for k, v in wants["levels"].items() if got.get(k) != v})
    criteria = {c["ma"]: c for c in plan.get("tieuchi", [])}
    for code, tasks in wants.get("tasks", {}).items():
        there = tasks_of(criteria[code]) if code in criteria else []
        check(name, len(there) == len(tasks), "%s has %d tasks, not %d" % (code, len(there), len(tasks)))
        for got, want in zip(there, tasks):
            hold_task(name + " " + code, got, want)
    for got, want in zip(plan.get("viec", []) + [{}] * 9, wants.get("viec", [])):
        hold_task(name + " viec", {k: hold.plain(v) for k, v in got.items()}, want)
    for got, want in zip(plan.get("vande", []) + [{}] * 9, wants.get("vande", [])):
        hold_task(name + " vande", {k: hold.plain(v) for k, v in got.items()}, want)
    for got, want in zip(plan.get("theodoi", []) + [{}] * 9, wants.get("theodoi", [])):
        check(name, same(hold.plain(got.get("noidung")), want), "round: %s" % got)
    if "noinhan" in wants:
        got = [hold.plain(r) for block in plan["noinhan"] for r in block["noi"]]
        check(name, [g.rstrip(".") for g in got] == [w.rstrip(".") for w in wants["noinhan"]], "recipients: %s" % got)
    for field, words in wants.get("chuky", {}).items():
        there = hold.plain(plan["chuky"][0].get(field)) if plan.get("chuky") else ""
        check(name, same(there, words), "signature: %s is `%s`" % (field, there))


def plan_anyway(source):
    """The plan as JSON, also where it has errors."""
    done = subprocess.run([KHCT, "build", "-t", "jsonl", "-o", "-", source], capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[0])


def take_in(name, path, words, status=0, wants=None, open_words=False, said=()):
    """Imports a document and holds the result against its words and the fields wanted of it."""
    out = os.path.join(WORK, name + ".khct")
    done = run("-o", out, path)
    check(name, done.returncode == status, "exit status %d, not %d\n%s" % (done.returncode, status, done.stderr))
    if not os.path.exists(out):
        check(name, False, "nothing was written: " + done.stderr)
        return None
    source = open(out, encoding="utf-8").read()
    lost = {w: n for w, n in hold.lost_words(words, [source]).items() if w not in said}
    check(name, not lost, "words lost: %s" % lost)
    new = hold.invented_words(KHCT, words, [source])
    check(name, open_words or not new, "words of its own: %s" % new)
    plan, said = hold.plan_of(KHCT, out)
    syntax = [d for one in json.loads(said or '{"plans": []}')["plans"] for d in one["diagnostics"]
              if d["code"].startswith(("KH0", "KH1")) and d["severity"] == "error"]
    check(name, not syntax, "syntax errors: %s" % syntax)
    layout = subprocess.run([KHCT, "fmt", "--check", "--codau", out], capture_output=True, text=True)
    check(name, layout.returncode == 0, "not laid out as fmt does")
    if plan is None:
        plan = plan_anyway(out)
    if wants:
        hold_plan(name, plan, wants)
    return done


for plan in plans.PLANS:
    path = os.path.join(WORK, plan["name"] + ".docx")
    make.to_docx(plan).save(path)
    take_in(plan["name"] + "-docx", path, make.text_words(plan), wants=plan["wants"])
    path = os.path.join(WORK, plan["name"] + ".txt")
    with open(path, "w", encoding="utf-8") as f:
        f.write(make.to_text(plan))
    take_in(plan["name"] + "-txt", path, make.text_words(plan), wants=plan["wants"])

# text with the habits of programs that it was copied from
for name, words, text, wants in pasted.TEXTS:
    path = os.path.join(WORK, name + ".txt")
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)
    take_in(name, path, words, wants=wants)

criteria.hold(check, take_in, WORK)

# the same documents in fonts of the time before Unicode
for plan in plans.PLANS:
    for font, set_one in (("tcvn3", odd.set_tcvn3), ("vni", odd.set_vni)):
        name = "%s-%s" % (plan["name"], font)
        path = os.path.join(WORK, name + ".docx")
        odd.in_font(make.to_docx(plan), set_one).save(path)
        done = take_in(name, path, make.text_words(plan), wants=plan["wants"])
        check(name, "KH8037" in done.stderr, "nothing is said of the font")

# odd habits
for habit in odd.ODD:
    name = "le-" + habit.__name__
    document = odd.begin()
    words, wants = habit(document)
    path = os.path.join(WORK, name + ".docx")
    document.save(path)
    out = os.path.join(WORK, name + ".khct")
    two = words is None
    done = take_in(name, path, odd.HEAD_WORDS + " " + (words or ""), status=wants.get("status", 0), wants=None, open_words=two)
    source = open(out, encoding="utf-8").read()
    for text in wants.get("text", []):
        check(name, text in source, "`%s` is not in it" % text)
    for text in wants.get("without", []):
        check(name, text not in source, "`%s` is in it" % text)
    for text in wants.get("once", []):
        check(name, source.count(text) == 1, "`%s` stands %d times in it" % (text, source.count(text)))
    for code in wants.get("said", []):
        check(name, code in done.stderr, "%s is not said" % code)
    hold_plan(name, hold.plan_of(KHCT, out)[0] or plan_anyway(out), {**{k: v for k, v in wants.items() if k in ("tasks", "levels")}})
    if "second" in wants:
        hold_plan(name + "-2", plan_anyway(out[:-5] + "-2.khct"), wants["second"])

# further shapes
for name, kind, blocks, wants in varied.DOCUMENTS:
    path = os.path.join(WORK, name + "." + kind)
    varied.SET[kind](blocks, path)
    take_in(name, path, varied.to_text(blocks), said=varied.SAID)
    plan = plan_anyway(os.path.join(WORK, name + ".khct"))
    for *where, want in wants:
        asked = where + [want] if where[0] in ("sec", "prose", "cc") else where
        got = varied.value_of(plan, tasks_of, *asked)
        check(name, same(got, want), "%s is `%s`, not `%s`" % (where, got, want))

# the same documents, as LibreOffice writes them
names = [plan["name"] for plan in plans.PLANS]
subprocess.run(["soffice", "-env:UserInstallation=" + pathlib.Path(WORK, "profile").absolute().as_uri(), "--headless", "--convert-to", "odt",
                "--outdir", WORK, *[os.path.join(WORK, n + ".docx") for n in names]], capture_output=True, timeout=300)
for plan in plans.PLANS:
    path = os.path.join(WORK, plan["name"] + ".odt")
    if os.path.exists(path):
        take_in(plan["name"] + "-odt", path, make.text_words(plan), wants=plan["wants"])
    else:
        check(plan["name"] + "-odt", False, "LibreOffice wrote nothing")

# a workbook: head rows above the table, criteria as text and as numbers, days by their styles, cells of several rows
path = os.path.join(WORK, "bang-tinh.xlsx")
workbook.to_xlsx(path)
done = take_in("bang-tinh-xlsx", path, workbook.WORDS, wants=workbook.WANTS)
check("bang-tinh-xlsx", "1.10" in done.stderr, "nothing is said of what may be 1.10: " + done.stderr)
path = os.path.join(WORK, "hai-trang.xlsx")
workbook.to_two(path)
done = take_in("hai-trang-xlsx", path, workbook.TWO_WORDS, wants=workbook.TWO_WANTS, said={"trang"})
check("hai-trang-xlsx", "hàng này" not in done.stderr, "a row of a sheet is called short, or the rest of another: " + done.stderr)
path = os.path.join(WORK, "bang-tinh.ods")
workbook.to_ods(path)
take_in("bang-tinh-ods", path, workbook.ODS_WORDS, wants=workbook.ODS_WANTS)

# our own documents: the same plan but for what the paper does not show
for example in sorted(glob.glob("examples/*.khct")):
    for form in ("docx", "xlsx"):
        own.round_trip(KHCT, WORK, example, form, check)
    if not example.endswith(("mot-nam.khct", "nam-nam.khct")):
        continue # the other forms do not show all that a plan says
    back = os.path.join(WORK, os.path.basename(example)[:-5] + "-own-docx.khct")
    there, of, missing = fields.measure(KHCT, example, back)[1]
    check(back, there * 100 >= of * 95, "%d of %d fields in place: %s" % (there, of, list(missing)[:5]))

finish("import")

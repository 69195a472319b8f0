#!/usr/bin/env python3
"""Takes every phrase of the tables, and every value of the plans given, through each output and
compares its characters.

A plan is made of all phrases; what JSON, the page, LaTeX, Word and the plan written anew say of
each, at its own task or entry, must be the writer's words, character for character (white space
folds). Of a plan, each value's words must stand in its source and in each output.
Usage: printed.py KHCT [PLAN…]
"""
import html
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from pathlib import Path

KHCT = sys.argv[1]
PLANS = [Path(name) for name in sys.argv[2:]]
# not a plan's own number and day, which the heading writes in the decree's form
TYPED = {"thoigian", "kinhphi", "chutri", "phoihop", "giamsat", "vanban", "minhchung", "tiendo"}
HERE = Path(__file__).parent
FIELDS = {"time": "thoigian", "money": "kinhphi", "people": "chutri"}
CITED = "citations"
HEAD = """dung danhmuc tt18_2018;
dung mau cv5932;
truong < ten Trường THCS Hoa Sen; cap thcs; captren UBND phường An Bình; diadanh An Bình; >
kehoach < so 14/KH-THCSHS; ngay 03/8/2024; trichyeu Cải tiến chất lượng giáo dục; namhoc 2024-2025; >
"""


def phrases(kind):
    rows = (HERE / f"{kind}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [row.split("\t") for row in rows]
    # a plan with errors is not built; what is named by its identifier alone the library prints
    words = [row[0] for row in rows if not row[2].startswith("error") and " in " not in row[2]]
    # list marks and lines are the language's; a lone - states that there is nothing
    return [w for w in words if "\\n" not in w and not re.match(r"[-+*•] |\d+[.)] |-$", w)]


def folded(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def escaped(text):
    return re.sub(r"([;<>#\\\"])", r"\\\1", text)


def plan_of(cases):
    if cases[0][0] == CITED:  # its day is after that of every document
        entries = "".join(f"  vanban {escaped(words)};\n" for _, words in cases)
        return HEAD.replace("2024-2025", "2030-2031").replace("8/2024", "8/2030") + f"cancu <\n{entries}>\n"
    tasks = []
    for number, (kind, words) in enumerate(cases, 1):
        tasks.append(f"viec Việc {number} <\n  giaiphap Làm;\n  ketqua Xong;\n"
                     f"  {FIELDS[kind]} {escaped(words)};\n>\n")
    return HEAD + "".join(tasks)


def build(folder, form, plan):
    out = folder / f"out.{form}"
    out.unlink(missing_ok=True)
    done = subprocess.run([KHCT, "build", "-q", "-W", "no-error", "-t", form, "-o", out, plan], check=False,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if not out.exists():
        sys.exit(f"printed.py: {form} was not made of {plan}: {done.stderr[:2000]}")
    return out


def said(value):
    """The words of a value in JSON, however it gives them."""
    words = value["van"] if isinstance(value, dict) else value
    return words if isinstance(words, str) else json.dumps(words, ensure_ascii=False)


def from_json(path, cases):
    plan = json.loads(path.read_text(encoding="utf-8"))
    tasks = [item for item in walk(plan) if str(item.get("ten", "")).startswith("Việc ")]
    found = {}
    for task in tasks:
        for kind, field in FIELDS.items():
            if task.get(field):
                found[(kind, task["ten"])] = said(task[field])
    cited = iter(said(item["vanban"]) for block in plan.get("cancu", []) for item in block["cacmuc"])
    return [next(cited, "") if kind == CITED else found.get((kind, f"Việc {n}"), "")
            for n, (kind, _) in enumerate(cases, 1)]


def walk(value):
    if isinstance(value, dict):
        yield value
        for key, item in value.items():
            if key != "suyra":
                yield from walk(item)
    elif isinstance(value, list):
        for item in value:
            yield from walk(item)


def tex_text(source):
    for macro, sign in {r"\textbackslash": "\\", r"\textasciitilde": "\0", r"\textless": "<",
                        r"\textgreater": ">", r"\textasciicircum": "^", r"\textquotedbl": '"',
                        r"\guillemotleft": "«", r"\guillemotright": "»", r"\textquotesingle": "'"}.items():
        source = source.replace(macro + "{}", sign).replace(macro + " ", sign)
    source = re.sub(r"\\(?:khctngat|allowbreak|hspace\{0pt\}|relax|slash)\s*(?:\{\})?", "", source)
    source = re.sub(r"\\([%&_#${}])", r"\1", source)
    return source.replace("{}", "").replace("~", " ").replace("\0", "~")


def docx_text(path):
    with zipfile.ZipFile(path) as archive:
        source = archive.read("word/document.xml").decode("utf-8")
    return html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"</w:(p|tc)>", " ", source)))


def page_text(path):
    source = path.read_text(encoding="utf-8")
    source = re.sub(r"<(script|style).*?</\1>", "", source, flags=re.S)
    return html.unescape(re.sub(r"<[^>]+>", "", source))


def compare(name, cases, texts):
    wrong = [(words, text) for (_, words), text in zip(cases, texts) if folded(words) != folded(text)]
    for words, text in wrong[:10]:
        print(f"{name}: {words}\n  is  {text}")
    return len(wrong)


def report(name, wrong):
    for words in wrong[:10]:
        print(f"{name}: not found as written: {words}")
    return len(wrong)


def look_for(name, cases, text):
    """Each phrase of a task between its title and the next; each citation behind the one before."""
    said, cited, wrong = {}, 0, []
    text = unicodedata.normalize("NFC", text)
    parts = re.split(r"Việc\s*(\d+)(?!\d)", text)
    for number, part in zip(parts[1::2], parts[2::2]):
        said[int(number)] = said.get(int(number), "") + "\n" + folded(part)
    whole = folded(text)
    for number, (kind, words) in enumerate(cases, 1):
        if kind != CITED:
            wrong += [] if folded(words) in said.get(number, "") else [words]
            continue
        ended = re.sub(r"(\./|(?<!\.))\.$", "", words)  # the sign that ends an entry is the page's
        at = whole.find(folded(ended), cited)
        wrong += [words] if at < 0 else []
        cited = max(at, cited)
    return report(name, wrong)


def values_of(plan):
    """The words of each typed value, and of each citation."""
    for item in walk(plan):
        for field, value in item.items():
            own = isinstance(value, dict) and isinstance(value.get("van"), str) and field in TYPED
            if own and not re.fullmatch(r"[a-z]+[0-9a-z]*_[0-9a-z_]+", value["van"]):  # the library's words
                yield value["van"]


def with_marks(words):
    """Keywords of a citation typed without marks are printed with them."""
    marks = {"ngay": "ngày", "cua": "của", "ve": "về", "banhanh": "ban hành", "so": "số"}
    return " ".join(marks.get(word, word) for word in words.split())


def check_plan(path, folder):
    """What a plan's values say stands in its files and in each output."""
    plan = json.loads(build(folder, "json", path).read_text(encoding="utf-8"))
    values = sorted(set(values_of(plan)))
    source = folded(re.sub(r"\\(.)", r"\1", "".join(f.read_text(encoding="utf-8") for f in
                                                  [path, *path.parent.glob("*.khct")])))
    again = folder / "anew.khct"
    again.write_bytes(build(folder, "khct", folder / "out.json").read_bytes())
    anew = json.loads(build(folder, "json", again).read_text(encoding="utf-8"))
    texts = {"source": source,
             "khct": folded(json.dumps(sorted(set(values_of(anew))), ensure_ascii=False).replace('\\"', '"')),
             "HTML": folded(page_text(build(folder, "html", path))),
             "LaTeX": folded(tex_text(build(folder, "latex", path).read_text(encoding="utf-8"))),
             "Word": folded(docx_text(build(folder, "docx", path)))}
    wrong = 0
    for name, text in texts.items():
        shown = values if name in ("source", "khct") else [with_marks(value) for value in values]
        wrong += report(f"{path}, {name}", [v for v in shown if folded(v) not in text])
    return len(values), wrong


def check_phrases(cases, folder):
    wrong = 0
    plan = folder / "plan.khct"
    plan.write_text(plan_of(cases), encoding="utf-8")
    wrong += compare("JSON", cases, from_json(build(folder, "json", plan), cases))
    again = build(folder, "khct", plan)
    anew = folder / "anew.khct"
    anew.write_bytes(again.read_bytes())
    wrong += compare("khct", cases, from_json(build(folder, "json", anew), cases))
    wrong += look_for("HTML", cases, page_text(build(folder, "html", plan)))
    wrong += look_for("LaTeX", cases, tex_text(build(folder, "latex", plan).read_text(encoding="utf-8")))
    wrong += look_for("Word", cases, docx_text(build(folder, "docx", plan)))
    return wrong


def main():
    wrong, phrase_count = 0, 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kinds in (FIELDS, [CITED]):
            cases = [(kind, words) for kind in kinds for words in phrases(kind)]
            wrong += check_phrases(cases, folder)
            phrase_count += len(cases)
        count = 0
        for path in PLANS:
            values, bad = check_plan(path, folder)
            count, wrong = count + values, wrong + bad
    print(f"printed: {phrase_count} phrases and {count} values of {len(PLANS)} plans in 5 outputs, "
          f"{wrong} not as written")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

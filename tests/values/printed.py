#!/usr/bin/env python3
"""Takes every phrase of the tables through each output and compares its characters.

A plan is made of all phrases; what JSON, the page, LaTeX, Word and the plan written anew say of
each must be the writer's words, character for character (white space folds). Usage: printed.py KHCT
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
HERE = Path(__file__).parent
FIELDS = {"time": "thoigian", "money": "kinhphi", "people": "chutri"}
HEAD = """dung danhmuc tt18_2018;
dung mau cv5932;
truong < ten Trường THCS Hoa Sen; cap thcs; captren UBND phường An Bình; diadanh An Bình; >
kehoach < so 14/KH-THCSHS; ngay 03/8/2024; trichyeu Cải tiến chất lượng giáo dục; namhoc 2024-2025; >
"""


def phrases(kind):
    rows = (HERE / f"{kind}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [row.split("\t") for row in rows]
    words = [row[0] for row in rows if not row[2].startswith("error")]  # such a plan is not built
    # list marks and lines are the language's; a lone - states that there is nothing
    return [w for w in words if "\\n" not in w and not re.match(r"[-+*•] |\d+[.)] |-$", w)]


def folded(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def escaped(text):
    return re.sub(r"([;<>#\\\"])", r"\\\1", text)


def plan_of(cases):
    tasks = []
    for number, (kind, words) in enumerate(cases, 1):
        tasks.append(f"viec Việc {number} <\n  giaiphap Làm;\n  ketqua Xong;\n"
                     f"  {FIELDS[kind]} {escaped(words)};\n>\n")
    return HEAD + "".join(tasks)


def build(folder, form, plan):
    out = folder / f"out.{form}"
    subprocess.run([KHCT, "build", "-q", "-t", form, "-o", out, plan], check=False,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if not out.exists():
        sys.exit(f"printed.py: {form} was not made")
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
    return [found.get((kind, f"Việc {n}"), "") for n, (kind, _) in enumerate(cases, 1)]


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
                        r"\guillemotleft": "«", r"\guillemotright": "»"}.items():
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


def look_for(name, cases, text):
    text = folded(text)
    wrong = [words for _, words in cases if folded(words) not in text]
    for words in wrong[:10]:
        print(f"{name}: not found as written: {words}")
    return len(wrong)


def main():
    cases = [(kind, words) for kind in FIELDS for words in phrases(kind)]
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
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
    print(f"printed: {len(cases)} phrases in 5 outputs, {wrong} not as written")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

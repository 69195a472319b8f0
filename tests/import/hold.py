"""Holds a plan that was taken in against what its document says."""
import collections
import json
import os
import re
import subprocess
import unicodedata

# what the form prints, and what the language says by itself: signs that count, marks of results
COUNTED = re.compile(r"^(tc\d+|x|[ivx]+|\d{1,2}|[a-h])$")
IMPLIED = {"tiêu", "chí", "mức", "khoản", "tc"}


def words_of(text):
    text = unicodedata.normalize("NFC", text).lower()
    return collections.Counter(re.findall(r"[^\W_]+", text))


def lost_words(document, sources):
    """Words of the document that the sources have less often."""
    there = collections.Counter()
    for source in sources:
        there += words_of(source)
    return {w: (n, there[w]) for w, n in words_of(document).items()
            if there[w] < n and not COUNTED.match(w) and w not in IMPLIED}


KEYWORDS = None


def keyword_words(khct):
    """Words that the language itself writes."""
    global KEYWORDS
    if KEYWORDS is None:
        KEYWORDS = set(words_of(open("grammar/keywords.def", encoding="utf-8").read()))
        KEYWORDS |= set(words_of(subprocess.run([khct, "danhmuc"], capture_output=True, text=True, check=True).stdout))
        for form in os.listdir("stdlib/mau"): # names of sections and groups
            text = open("stdlib/mau/" + form, encoding="utf-8").read()
            KEYWORDS |= set(re.findall(r"^ *(?:phan|nhom) ([a-z]+)", text, re.M))
        KEYWORDS |= {"bảng", "hàng", "cột", "soluong", "cv5932", "nam10cot", "giaidoan5cot", "bieu2", "tt57", "đoạn", "trang", "sheet", "đầu", "chân", "lời", "bàn", "bên", "lề", "chú", "thích", "bài"}
    return KEYWORDS


def invented_words(khct, document, sources):
    """Words of the sources that the document does not have at all, the language's own left out."""
    have = words_of(document)
    out = set()
    for source in sources:
        out |= {w for w in words_of(source) if w not in have}
    return {w for w in out if w not in keyword_words(khct) and not COUNTED.match(w)}


def plan_of(khct, source):
    """The plan as JSON, and its diagnostics."""
    check = subprocess.run([khct, "check", "--format", "json", source], capture_output=True, text=True)
    build = subprocess.run([khct, "build", "-t", "json", "-o", "-", source], capture_output=True, text=True)
    return json.loads(build.stdout) if build.stdout else None, check.stdout


def plain(value):
    """The words of a value of the JSON."""
    if value is None:
        return ""
    if isinstance(value, (str, int, float)):
        return str(value)
    if isinstance(value, list):
        return " ".join(plain(v) for v in value)
    for key in ("van", "gach", "cong"):
        if key in value:
            return plain(value[key])
    return str(value)

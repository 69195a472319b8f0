#!/usr/bin/env python3
"""Prints every character that src/emit/latex/chars.c says an engine prints, with that engine, and
reads it back from the PDF; of a long range of another font, some. chars.py [ENGINE ...]"""
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
# special to TeX, and tested with the escaping
LEFT_OUT = set(map(ord, "\\{}$&#^_%~'` :"))


def table(engine):
    source = open(os.path.join(ROOT, "src/emit/latex/chars.c"), encoding="utf-8").read()
    found = set()
    for first, last, who in re.findall(r"\{0x([0-9A-F]+), 0x([0-9A-F]+), (ALL|UNI)\}", source):
        if who == "ALL" or engine != "pdflatex":
            found.update(range(int(first, 16), int(last, 16) + 1))
    return sorted(found - LEFT_OUT)


FONTS = {"FREE": 1, "KHMR": 2, "HANS": 3}
EACH = 211  # of a range longer than that


def others():
    """characters of the other fonts, and the number of their font"""
    source = open(os.path.join(ROOT, "src/emit/latex/chars.c"), encoding="utf-8").read()
    found = {}
    for first, last, font in re.findall(r"\{0x([0-9A-F]+), 0x([0-9A-F]+), (FREE|KHMR|HANS)\}", source):
        first, last = int(first, 16), int(last, 16)
        step = EACH if last - first > EACH else 1
        for c in {last, *range(first, last + 1, step)}:
            found[c] = FONTS[font]
    return found


def shown(c, other):
    return f"\\khctkhac{{{other[c]}}}{{{chr(c)}}}" if c in other else chr(c)


def main(engines):
    wrong = 0
    for engine in engines:
        other = others() if engine != "pdflatex" else {}
        characters = table(engine) + sorted(other)
        document = "\\documentclass{khct}\\khctmeta{a}{b}{c}\\begin{document}\n" + "".join(
            f"\\khctdoan{{Q{c:04X}:{shown(c, other)}:}}\n" for c in characters) + "\\end{document}\n"
        with tempfile.TemporaryDirectory() as where:
            with open(os.path.join(where, "c.tex"), "w", encoding="utf-8") as file:
                file.write(document)
            with open(os.path.join(ROOT, "stdlib/latex/khct.cls"), encoding="utf-8") as class_:
                with open(os.path.join(where, "khct.cls"), "w", encoding="utf-8") as file:
                    file.write(class_.read())
            done = subprocess.run([engine, "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "c.tex"],
                                  cwd=where, stdout=subprocess.DEVNULL, check=False)
            text = "" if done.returncode else subprocess.run(
                ["pdftotext", "c.pdf", "-"], cwd=where, stdout=subprocess.PIPE, check=True).stdout.decode()
            log = open(os.path.join(where, "c.log"), encoding="utf-8", errors="replace").read()
        if done.returncode or "Missing character" in log:
            print(f"{engine}: {re.findall(r'(?m)^!.*|Missing character.*', log)[:3]}")
            wrong += 1
        back = {int(c, 16): t for c, t in re.findall(r"Q([0-9A-F]{4,5}):(.*?):", text, re.S)}
        for c in characters:
            read, wanted = (unicodedata.normalize("NFC", t) for t in (back.get(c, ""), chr(c)))
            if c == 0x0E33:  # set as its two parts by XeTeX
                read = unicodedata.normalize("NFKC", read)
                wanted = unicodedata.normalize("NFKC", wanted)
            if other.get(c) == FONTS["KHMR"]:  # a mark alone gets a dotted circle, and parts of it before that
                read = wanted if wanted in read else read
            if read != wanted:
                print(f"{engine}: U+{c:04X} “{chr(c)}” đọc lại là “{back.get(c)}”")
                wrong += 1
        print(f"{engine}: {len(characters)} ký tự")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["pdflatex", "lualatex", "xelatex"]))

"""Files and functions that a page names are there.

Usage: named.py PAGE...  What stands as code and looks like a path is a file or folder of the project; `khct_…` is defined or
declared in the sources; in a row of a table, a function beside a file is in that file; `make TARGET` can be made. So can
what `make help` names. A file that a comment in the sources names is there too."""
import os
import re
import subprocess
import sys

FOLDERS = ("src", "grammar", "stdlib", "tests", "docs", "editors", "examples")
PLACEHOLDER = r"…|NAME|NNNN|\bID\b"  # of a step: to be put in
faults = []


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


sources = subprocess.run(["git", "ls-files", "src", "grammar", "tests"], capture_output=True, text=True, check=False).stdout.split()
if not sources:  # not in a repository: the sources as they lie there
    sources = [os.path.join(folder, name) for top in ("src", "grammar", "tests") for folder, _, names in os.walk(top) for name in names]
everything = "".join(text_of(path) for path in sources if re.search(r"\.([chyl]|def)$", path) and os.path.exists(path))
# a prefix that flex or bison puts before a name is made at build
everything += " ".join(f"{prefix}{name}" for prefix in re.findall(r'(?:api\.prefix \{|prefix=")(khct_\w+?)[}"]', everything)
                       for name in ("parse", "lex"))
for page in sys.argv[1:]:
    text = re.sub(r"^```.*?^```$", "", text_of(page), flags=re.S | re.M)
    for code in re.findall(r"`([^`\n]+)`", text):
        words = code.split()[0]
        if re.match(rf"({'|'.join(FOLDERS)})/[\w./-]+$", words) and not re.search(PLACEHOLDER, words) and not os.path.exists(words):
            faults.append(f"{page}: no file {words}")
        if re.match(r"khct_\w+$", code) and not re.search(PLACEHOLDER, code) and not re.search(rf"\b{code}\b", everything):
            faults.append(f"{page}: nothing is called {code}")
    for row in re.findall(r"^\|.*\|$", text, re.M):
        cells = [re.findall(r"`([^`]+)`", cell) for cell in row.strip("|").split(" | ")]
        for left, right in zip(cells, cells[1:]):
            if len(left) == 1 and re.match(r"(src|grammar)/[\w./-]+\.[chyl]$", left[0]) and os.path.exists(left[0]):
                for name in right:
                    last = re.sub(r"^khct_\w*?yy", "yy", name) if "yy" in name else name
                    if re.match(r"\w+$", name) and not re.search(rf"\b{name}\b", text_of(left[0])) and not last.startswith("yy"):
                        faults.append(f"{page}: {name} is not in {left[0]}")

# what is made at build stands in build/gen
there = sources + [f"gen/{name}" for name in ("codes_ids.h", "lists.h", "build_titles.def", "parser.h")]
there += [os.path.join(folder, name) for top in FOLDERS[2:] for folder, _, names in os.walk(top) for name in names]
tails = {path[at + 1:] for path in there for at in [-1, *(i for i, c in enumerate(path) if c == "/")]}
for path in sources:
    if re.match(r"(src|grammar)/.*\.([chyl]|def)$", path) and os.path.exists(path):
        for comment in re.findall(r"/\*.*?\*/", text_of(path), re.S):
            for name in re.findall(r"(?<![\w/.*-])(?:[\w-]+/)*[\w-]+\.(?:[chyl]|def|md|mjs|py|sh|tsv)\b", comment):
                if name not in tails:
                    faults.append(f"{path}: a comment names {name}, which is not there")

makefiles = [os.path.join(folder, name) for top in ("tests", "docs", "editors", ".packaging") for folder, _, names in os.walk(top)
             for name in names if name.endswith(".mk") and "node_modules" not in folder]
targets = set(" ".join(re.findall(r"^\.PHONY: (.*)$", "".join(map(text_of, ["Makefile", *makefiles])), re.M)).split())
told = [(page, words) for page in sys.argv[1:] for words in re.findall(r"`make ([a-z][\w -]*)`", text_of(page))]
# a row of the help: targets, then at least two blanks or the end
told += [("make help", words) for words in re.findall(r"@echo ' *make ([a-z][a-z, -]*?)(?:  |')", text_of("Makefile"))]
for page, words in told:
    for target in re.findall(r"[a-z][\w-]*\w", words if page == "make help" else words.split()[0]):
        if target not in targets and re.sub(r"^dev-", "", target) not in targets:
            faults.append(f"{page}: nothing makes {target}")
print("\n".join([*faults, f"named: {len(sys.argv) - 1} pages, {len(faults)} faults"]))
sys.exit(faults != [])

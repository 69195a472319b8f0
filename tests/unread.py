"""Nothing is written down that nobody reads: no column of a .def table without a reader, no member of
a struct that is only set. What is left out of both is said below, with its reason."""
import collections, glob, re, sys

KNOWN = {("KHCT_TEXT", "id")} # src/diag/ids.sh reads it
PLACES = ("src/**/*.[ch]", "grammar/*.[chly]", "docs/make/*.c", "editors/make/*.c", "tests/**/*.[ch]")
LITERAL = re.compile(r"""/\*.*?\*/|//[^\n]*|'(?:\\.|[^'\\])+'|"(?:\\.|[^"\\])*\"""", re.S)
files = [f for p in PLACES for f in glob.glob(p, recursive=True)]
text = {f: LITERAL.sub(" ", open(f, encoding="utf-8").read()).replace("\\\n", " ") for f in files}
faults = []


def columns():
    rows = set()
    for f in glob.glob("src/**/*.def", recursive=True) + glob.glob("grammar/*.def"):
        rows |= set(re.findall(r"^(KHCT_[A-Z_]+)\(", open(f, encoding="utf-8").read(), re.M))
    names, used = {}, collections.defaultdict(set)
    for t in text.values():
        for name, params, body in re.findall(r"#define (KHCT_[A-Z_]+)\(([^)]*)\)([^\n]*)", t):
            if name in rows:
                names[name] = [p.strip() for p in params.split(",")]
                used[name] |= {i for i, p in enumerate(names[name]) if re.search(rf"\b{p}\b", body)}
    for name, params in sorted(names.items()):
        for i, p in enumerate(params):
            if i not in used[name] and (name, p) not in KNOWN:
                faults.append(f"nobody reads the column {p} of {name}")
    return sum(map(len, names.values()))


def members():
    declared = collections.defaultdict(set)
    for f, t in text.items():
        if f.startswith("tests/"):
            continue
        for body in re.findall(r"\b(?:struct|union)\s*\w*\s*\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}", t):
            body = re.sub(r"\benum\s*\w*\s*\{[^}]*\}", "T", re.sub(r"KHCT_VEC\([^)]*\)", "T", body))
            for one in re.sub(r"(?:struct|union)\s*\w*\s*\{|\}", " T ", body).split(";"):
                pointer = re.search(r"\(\*\s*(\w+)\)\s*\(", one)
                names = [pointer.group(1)] if pointer else re.findall(r"[\s*](\w+)\s*(?:\[[^\]]*\]\s*)*(?::\s*\w+\s*)?(?=,|$)", one.strip())
                for n in names:
                    declared[n].add(f)
    whole = "\n".join(text.values())
    reads = collections.Counter(re.findall(r"(?:->|\.)\s*(\w+)\b(?!\s*=[^=])", whole))
    # a designated initialiser is no read: `{.n = 1`, but `==` is
    for n in sorted(declared):
        if not n.isdigit() and reads[n] == 0:
            faults.append(f"nobody reads the member {n} ({', '.join(sorted(declared[n]))})")
    return len(declared)


seen = columns(), members()
for fault in faults:
    print(fault)
print(f"unread: {seen[0]} columns, {seen[1]} members, {len(faults)} that nobody reads")
sys.exit(bool(faults) or min(seen) < 40)

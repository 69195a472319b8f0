"""The phrases of people and of citations in whole plans: what is printed is what was typed, every
character of it, in every output; and a foreign word in any place is never passed over.

Usage: whole.py KHCT DIRECTORY [WORD]"""
import html, json, os, re, subprocess, sys

KHCT, HERE = sys.argv[1], sys.argv[2]
TABLES = os.path.dirname(os.path.abspath(__file__))
HEAD = """dung danhmuc tt57_2026_phothong;
truong < ten Trường THCS Hoa Sen; cap thcs; captren UBND xã An Bình; diadanh An Bình; >
kehoach < so 14/KH-THCSHS; ngay 15/8/2030; trichyeu Cải tiến; namhoc 2030-2031; >
"""
FOREIGN = sys.argv[3] if len(sys.argv) > 3 else "wkq"
faults, compared = [], 0


def must(holds, what):
    global compared
    compared += 1
    if not holds:
        faults.append(what)


def phrases(table):
    rows = [line.rstrip("\n").split("\t") for line in open(os.path.join(TABLES, table), encoding="utf-8")][1:]
    # list marks are the language's
    return [row[0].replace("\\n", "\n") for row in rows if "KH4009" not in row[4] and row[0][:1] != "*"]


def escaped(text):
    return re.sub(r'([;<>#"\\])', r"\\\1", text)


def run(*arguments):
    done = subprocess.run([KHCT, *arguments], capture_output=True, text=True, encoding="utf-8")
    if done.returncode not in (0, 1) or not done.stdout:
        sys.exit(f"{arguments}: {done.stderr[:2000]}")
    return done.stdout


def build(form, path):
    return run("build", "-q", "-W", "no-error", "-t", form, "-o", "-", path)


def written(name, text):
    path = os.path.join(HERE, name)
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)
    return path


def plan_of_people(values):
    return HEAD + "".join(f"viec Việc {i} <\n  giaiphap L;\n  chutri {escaped(v)};\n>\n" for i, v in enumerate(values))


def plan_of_citations(values):
    return HEAD + "cancu <\n" + "".join(f"  vanban {escaped(v)};\n" for v in values) + ">\n"


def folded(text):
    return " ".join(text.split())


def plain_html(page):
    return folded(html.unescape(re.sub(r"<[^>]*>", " ", page)))


def plain_latex(text):
    text = text.replace("\\textquotesingle{}", "'").replace("\\khctngat{}", "").replace("~", " ").replace("{}", "")
    return folded(re.sub(r"\\([&%$#_{}])", r"\1", text))


def bare(text):
    """Without white space: where a line may break is the page's."""
    return re.sub(r"\s", "", text)


# --- printed as written ---

def check_outputs(name, values, path):
    page, tex = bare(plain_html(build("html", path))), bare(plain_latex(build("latex", path)))
    plan = build("json", path)
    source = written(name + "-lai.khct", run("build", "-q", "-W", "no-error", "-t", "khct", "-o", "-",
                                             written(name + ".json", plan)))
    for value in values:
        ended = re.sub(r"(\./|(?<!\.))\.$", "", value)  # the sign that ends an entry is the page's
        must(bare(ended) in page, f"HTML: {value}")
        must(bare(ended) in tex, f"LaTeX: {value}")
    return json.loads(plan), json.loads(build("json", source))


def check_people(values, path):
    for plan in check_outputs("nguoi", values, path):
        for value, task in zip(values, plan["viec"]):
            must(words(task["chutri"]["van"]) == folded(value), f"van: {value}: {task['chutri']['van']}")


def words(van):
    """A text is one string, or paragraphs and items."""
    if isinstance(van, str):
        return folded(van)
    return folded(" ".join(words(v) if not isinstance(v, dict) else words(list(v.values())) for v in van))


def check_citations(values, path):
    for plan in check_outputs("cancu", values, path):
        for value, item in zip(values, plan["cancu"][0]["cacmuc"]):
            must(item["vanban"]["van"] == folded(value), f"van: {value}: {item['vanban']['van']}")
            must(folded(value) in item["vanban"]["in"], f"in: {value}: {item['vanban']['in']}")


# --- a foreign word in every place ---

def mutants(value):
    parts = value.split(" ")
    for i in range(len(parts) + 1):
        yield " ".join(parts[:i] + [FOREIGN] + parts[i:])


def check_foreign_people(values):
    all_mutants = [m for v in values for m in mutants(v)]
    plan = json.loads(build("json", written("nguoi-la.khct", plan_of_people(all_mutants))))
    for mutant, task in zip(all_mutants, plan["viec"]):
        people = [p["van"] for p in task["chutri"]["nguoi"]]
        must(sum(p.split().count(FOREIGN) + p.count(FOREIGN + ":") for p in people) == 1 or
             any(FOREIGN in p for p in people), f"people: {mutant}: {people}")
        must(all(folded(p) in folded(mutant) for p in people), f"words: {mutant}: {people}")
        must(not task["chutri"]["nhutren"], f"ditto: {mutant}")


def check_foreign_citations(values):
    pairs = [(v, m) for v in values for m in mutants(v)]
    plan = json.loads(build("json", written("cancu-la.khct",
                                            plan_of_citations([v for v in values] + [m for _, m in pairs]))))
    items = [item["vanban"] for item in plan["cancu"][0]["cacmuc"]]
    noted = {d["at"] for d in plan["diagnostics"] if d["code"] in ("KH4004", "KH4014", "KH4016")}
    known = {}
    for value, item in zip(values, items):
        known[value] = item["vanban"]
    for n, ((value, mutant), item) in enumerate(zip(pairs, items[len(values):]), len(values)):
        said = f"/cancu/0/cacmuc/{n}/vanban" in noted
        for document in item["vanban"]:
            for key in ("so", "ngay"):
                true = document[key] in [None] + [d[key] for d in known[value]] or document[key] in bare(mutant)
                must(true or said, f"{key}: {mutant}: {document[key]}")
        must(folded(mutant) in item["in"], f"in: {mutant}: {item['in']}")


people = [p for p in phrases("people.tsv") if not p.startswith("- ")]  # a list mark is the language's
citations = [c for c in phrases("citations.tsv") if " " in c]  # of a number alone, the rest is written
check_people(people, written("nguoi.khct", plan_of_people(people)))
check_citations(citations, written("cancu.khct", plan_of_citations(citations)))
check_foreign_people(people)
check_foreign_citations(citations)
for fault in faults[:40]:
    print("FAIL", fault)
print(f"whole phrases: {compared - len(faults)} passed, {len(faults)} failed")
sys.exit(1 if faults else 0)

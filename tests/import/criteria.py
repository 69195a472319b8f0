"""Lists of criteria as people write them, in the three places where a document has them: a criterion's cell in a
plan, a line of results, a problem. Each with what it is in source; "": no criterion, kept as it is."""

WRITTEN = [
    ("Tiêu chí 1.7", "1.7"), ("TC1.7", "1.7"), ("1.7.", "1.7"), ("1.10", "1.10"), ("(2.4)", "2.4"),
    ("TC 1,7", "1.7"), ("TC 1-7", "1.7"), ("Tiêu chí 1-7.", "1.7"),
    ("1.7; 1.8", "1.7, 1.8"), ("1.7, 2.1 và 3.3", "1.7, 2.1, 3.3"), ("TC1.1&1.2", "1.1, 1.2"),
    ("Tiêu chí 1.7 và tiêu chí 1.8", "1.7, 1.8"), ("T/c 4.1; T/c 4.2", "4.1, 4.2"),
    ("TC 1,7; 1,8", "1.7, 1.8"), ("TC 1-7, 1-8", "1.7, 1.8"),
    ("1.1 - 1.4", "1.1 - 1.4"), ("Các tiêu chí 2.1–2.3", "2.1 - 2.3"), ("1.4 đến 1.6", "1.4 - 1.6"),
    ("Tiêu chí 1.2 - tiêu chí 1.4; 2.1", "1.2 - 1.4, 2.1"),
    ("các tiêu chí 1-7", ""), ("1-7", ""), ("1,7", ""), ("TC 1,7,8", ""), ("1.7/10", ""),
]
LOOSE = [w for w, code in WRITTEN if code and "." not in w.rstrip(".")]

HEAD = ["TRƯỜNG TIỂU HỌC AN SƠN", "KẾ HOẠCH", "Cải tiến chất lượng giáo dục năm học 2024-2025", ""]


def in_plan():
    return HEAD + ["TT\tTiêu chí\tGiải pháp\tNgười thực hiện\tThời gian"] + [
        "%d\t%s\tViệc số %d của trường\tHiệu trưởng\tTháng 9/2024" % (i, w, i) for i, (w, _) in enumerate(WRITTEN, 1)]


def in_results():
    return HEAD + ["Các tiêu chí đạt mức 2: " + w for w, _ in WRITTEN] + [
        "", "TT\tTiêu chí\tGiải pháp\tNgười thực hiện\tThời gian", "1\t5.1\tViệc số 1\tHiệu trưởng\tTháng 9/2024"]


def in_problems():
    return HEAD + ["TT\tTiêu chí\tHạn chế\tNguyên nhân"] + [
        "%d\t%s\tHạn chế số %d\tNguyên nhân số %d" % (i, w, i, i) for i, (w, _) in enumerate(WRITTEN, 1)]


def codes(source, begin, end):
    """What the source has between these, line by line."""
    return [line.strip()[len(begin):].rstrip(end).strip() for line in source.splitlines() if line.strip().startswith(begin)]


def wanted_in_plan():
    """Criteria that come again are one block; several criteria are a task of their own."""
    one = list(dict.fromkeys(c for _, c in WRITTEN if c and "," not in c and "-" not in c))
    return one, [c for _, c in WRITTEN if "," in c or "-" in c]


def hold(check, take_in, work):
    for name, lines in (("plan", in_plan()), ("results", in_results()), ("problems", in_problems())):
        path = "%s/criteria-%s.txt" % (work, name)
        with open(path, "w", encoding="utf-8") as f:
            f.write("\n".join(lines))
        done = take_in("criteria-" + name, path, "\n".join(lines), said=("và", "t", "các", "đến"))
        with open("%s/criteria-%s.khct" % (work, name), encoding="utf-8") as f:
            source = f.read()
        if name == "plan":
            got = codes(source, "tiêu chí ", " <"), codes(source, "tiêu chí  ", ";")
            one, many = wanted_in_plan()
            check("criteria of a plan", [c for c in got[0] if not c.endswith(";")] == one, got[0])
            check("lists of a plan", got[1] == many, got[1])
        elif name == "results":
            got = codes(source, "mức  2  ", ";")
            check("criteria of results", got == [c for _, c in WRITTEN if c], got)
        else:
            got = [b.removeprefix("tiêu chí ") for b in codes(source, "vấn đề", " <")]
            check("criteria of problems", got == [c for _, c in WRITTEN], got)
        said = [w for w in LOOSE if "`%s`" % w.rstrip(".") not in done.stderr]
        check("criteria, remarks of " + name, not said, said)

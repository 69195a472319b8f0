"""One plan's facts through every output: JSON, page, table, LaTeX, Word, PDF, report, status, rate, editor.

Usage: same.py KHCT DIRECTORY PLAN...   Each output is read as its reader would read it, and held
against what the JSON says; a fact that only two outputs show is held between these. Some made-up
plans come on top (plans.py)."""
import csv, datetime, html, io, json, os, re, subprocess, sys, zipfile
import plans

KHCT, HERE = sys.argv[1], sys.argv[2]
EDGES = (1, -30, -31) # the day after the last one, the first and the last day but one of "soon"
faults, compared = [], 0
SOURCES = {"ngansach": "ngân sách", "xahoihoa": "xã hội hóa", "tutuc": "tự túc", "taitro": "tài trợ",
           "thoathuan": "thỏa thuận", "donggop": None, "hocphi": "học phí", "quy": "quỹ",
           "nhatruong": None, "khac": None, "nhieunguon": "nhiều nguồn, không tách riêng", None: "không ghi nguồn"}
PAYERS = {**SOURCES, "donggop": "đóng góp", "nhatruong": "nhà trường", "khac": "khác"}
STATES = {"hoanthanh": 1, "dangthuchien": 2, "chuathuchien": 3, None: 4}
FORM2 = {"hoanthanh": "Hoàn thành", "dangthuchien": "Đang thực hiện", "chuathuchien": "Chưa hoàn thành"}
STATUS = {"quá hạn": "quahan", "sắp đến hạn": "sapdenhan", "đang trong hạn": "tronghan", "chưa đến kỳ": "chuadenky",
          "chưa rõ hạn": "khongrohan", "hoàn thành": "hoanthanh"}


def same(where, what, got, wanted):
    global compared
    compared += 1
    if got != wanted:
        faults.append(f"{where}: {what}: {got!r}, JSON {wanted!r}")


def run(*arguments, may_fail=False):
    done = subprocess.run([KHCT, *arguments], capture_output=True, text=True, encoding="utf-8")
    if done.returncode not in (0, 1) or (done.returncode == 1 and not may_fail):
        return None
    return done.stdout


def build(form, plan, on):
    return run("build", "-q", "-W", "no-error", "--lang", "vi", "-t", form, "-o", "-", *on, plan)


def plain(markup):
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def section(page, name):
    found = re.search(rf'<section class="the" id="o-{name}".*?\n</section>\n', page, re.S)
    return found.group(0) if found else ""


def cut_of(short, whole):
    """True where the short form is the whole, or its begin and an ellipsis."""
    return short == whole or (short.endswith("…") and whole.startswith(short[:-1]))


def amount(text):
    return None if text in ("–", "") else int(text.replace(".", ""))


# --- the page ---

def page_tasks(where, page, derived):
    found = re.findall(r'<li id="v(\d+)"([^>]*)><div class="ma">\1 <small>(.*?)</small>', page)
    same(where, "tasks", len(found), len(derived["viec"]))
    rows = dict(re.findall(r'<tr id="l(\d+)".*?</a> (.*?)</span>', page))
    badges = dict(re.findall(r'<li id="v(\d+)".*?<dt>Tiến độ</dt><dd><span class="dau-hieu[^>]*>([^<]*)<', page))
    for number, keys, code in found:
        task = derived["viec"][int(number) - 1]
        at = f"{where} task {number}"
        states = [int(n) for n in re.search(r'data-s="([^"]*)"', keys).group(1).split()]
        same(at, "state", states[0], STATES[task["trangthai"]])
        same(at, "overdue", 5 in states, task["tinhtrang"] == "quahan")
        same(at, "due soon", 6 in states, task["tinhtrang"] == "sapdenhan")
        end = re.search(r'data-den="([^"]*)"', keys)
        same(at, "due", end and end.group(1), task["den"])
        same(at, "code", plain(code), code_of(task))
        percent = re.search(r"(\d+)%", badges[number])
        if task["trangthai"] == "dangthuchien" and task["tinhtrang"] != "quahan":
            same(at, "percent", percent and int(percent.group(1)), task["phantram"] or None)
        if number in rows:
            name = plain(rows[number])
            if not cut_of(name, task["ten"] or "Chưa ghi nội dung"):
                same(at, "name", name, task["ten"])


def page_people(where, page, derived):
    rows = re.findall(r"<tr><th scope=\"row\"><a href=\"\?nguoi=[^>]*>(.*?)</a></th>(.*?)</tr>", section(page, "nguoi"), re.S)
    got = []
    for name, cells in rows:
        cells = re.findall(r"<td[^>]*>(.*?)</td>", cells, re.S)
        lists = [[int(n) for n in re.findall(r'href="#v(\d+)"', cell)] for cell in cells[:2]]
        late = amount(plain(cells[2])) or 0 if len(cells) > 2 else None
        got.append([plain(name), *lists, late])
    on = derived["tinhden"] is not None
    same(where, "people", got, [[p["ten"], p["chutri"], p["phoihop"], p["quahan"] if on else None] for p in derived["nguoi"]])


def page_money(where, page, derived):
    money, text = derived["kinhphi"], section(page, "kinhphi")
    rows = {}
    for name, cells in re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', text, re.S):
        rows[plain(name)] = [amount(plain(c)) for c in re.findall(r"<td[^>]*>(.*?)</td>", cells, re.S)[:4]]
    line = lambda s: [int(s["chuso"]) if s["chuso"] else None, s["sokhoan"] or None, s["khongcong"] or None, s["khongso"] or None]
    for one in money["nguon"]:
        name = SOURCES[one["nguon"]]
        if name is not None:
            same(where, f"money of {name}", rows.get(name), line(one))
    for one in money["tieuchuan"] if derived["danhmuc"] else []:
        begin = f"Tiêu chuẩn {one['tieuchuan']}. " if one["tieuchuan"] else "Mức " if one["khoan"] else "Không thuộc"
        same(where, f"money of {begin}", [v for k, v in rows.items() if k.startswith(begin)], [line(one)])
    total = re.search(r"<strong>([\d.]+) đồng</strong> trong (\d+) khoản", text)
    same(where, "money", total and [amount(total.group(1)), int(total.group(2))],
         [int(money["chuso"]), money["sokhoan"]] if money["sokhoan"] else None)
    left = re.search(r"<strong>(\d+) khoản không cộng được", text)
    same(where, "money left out", int(left.group(1)) if left else 0, money["khongcong"])


def page_criteria(where, page, derived):
    for classes, words in re.findall(r'<td><a class="([^"]*)"[^>]*>.*?<span class="nghe">(.*?)</span></a></td>', section(page, "tieuchi"), re.S):
        words = plain(words)
        one = next(c for c in derived["tieuchi"] if c["ma"] == words.split()[0])
        same(where, f"{one['ma']} holds", "giu" in classes.split(), one["giulai"])
        same(where, f"{one['ma']} result", re.search(r": (?:đạt mức (\d)|(không đạt)|(chưa có kết quả))", words).groups(),
             (str(one["ketqua"]) if one["ketqua"] else None, "không đạt" if one["ketqua"] == 0 else None,
              "chưa có kết quả" if one["ketqua"] is None else None))
        if not one["duytri"]:
            aim = re.search(r"mục tiêu mức (\d)", words)
            same(where, f"{one['ma']} target", aim and int(aim.group(1)), one["muctieu"])
    listed = re.findall(r'<li><b>(\d+\.\d+)</b>', section(page, "xepmuc"))
    same(where, "criteria listed", sorted(set(listed)), sorted(c["ma"] for c in derived["tieuchi"] if c["giulai"]))


def page_rating(where, page, derived):
    now = re.search(r'<dt>Xếp mức hiện nay</dt><dd class="lon">(?:Mức (\d)|Chưa đạt)</dd><dd>(?:phấn đấu mức (\d))?', page)
    rating = derived["xepmuc"]
    same(where, "rating", now and [int(now.group(1) or 0), int(now.group(2) or 0)],
         rating and [rating["hientai"], rating["phandau"] or 0])


def page_document(where, page, derived):
    """Form 2 has a column for progress: the row of a task says how far it is."""
    column = re.search(r'data-cot="(Mức độ thực hiện[^"]*)"', page)
    if not column:
        return
    rows = dict(re.findall(r'<tr id="d(\d+)">(.*?)</tr>', page, re.S))
    for task in derived["viec"]:
        row = rows.get(str(task["so"]))
        cell = row and re.search(rf'data-cot="{re.escape(column.group(1))}"[^>]*>(.*?)</td>', row, re.S)
        got = plain(cell.group(1)) if cell else None
        if row is None or (got is None and task["trangthai"]):
            continue # the cell is another row's
        if task["trangthai"]:
            year, month, day = task["ngay"].split("-")
            words = FORM2[task["trangthai"]]
            if task["phantram"] not in (None, 0, 100):
                words += f", {task['phantram']}%"
            same(where, f"progress of {task['so']} in the document", got.startswith(f"{words} ({printed(day, month, year)})"), True)


# --- the others ---

def code_of(task):
    return f"khoản {task['khoan']}" if task["khoan"] else ", ".join(c for c in task["tieuchi"] if c)


def table(where, text, derived):
    rows = list(csv.DictReader(io.StringIO(text)))
    same(where, "rows", len(rows), len(derived["viec"]))
    for row, task in zip(rows, derived["viec"]):
        at = f"{where} row {task['so']}"
        same(at, "state", row["tiến độ: trạng thái"] or None, task["trangthai"])
        same(at, "percent", row["tiến độ: %"], "" if task["phantram"] is None else str(task["phantram"]))
        same(at, "standing", row["tiến độ: tình trạng"] or None, task["tinhtrang"])
        same(at, "money", row["kinh phí: tổng"], "" if task["tong"] is None else str(task["tong"]))
        same(at, "left out", row["kinh phí: không cộng"], str(task["khongcong"] or ""))
        same(at, "due", row["thời gian: đến"] or None, task["den"])
        same(at, "name", row["việc"] or None, task["ten"])
        same(at, "level", row["mức"], str(task["muc"] or ""))
        same(at, "criteria", row["tiêu chí"], ", ".join(task["tieuchi"]))


def own_progress(whole, task):
    """What the task itself records; what it shares with others stands with the first of them."""
    for step in task["o"].split("/")[1:]:
        whole = whole[int(step)] if isinstance(whole, list) else whole[step]
    return whole.get("tiendo")


def word_text(plan, on):
    """The words of the Word document; a paragraph a line."""
    made = os.path.join(HERE, "vanban.docx")
    if run("build", "-q", "-W", "no-error", "--lang", "vi", "-t", "docx", "-o", made, *on, plan) is None:
        return None
    xml = zipfile.ZipFile(made).read("word/document.xml").decode("utf-8")
    return "\n".join("".join(html.unescape(t) for t in re.findall(r"<w:t[^>]*>([^<]*)</w:t>", p))
                     for p in xml.split("</w:p>"))


def pdf_text(plan, on):
    made = os.path.join(HERE, "vanban.pdf")
    if run("build", "-q", "-W", "no-error", "--lang", "vi", "-t", "pdf", "-o", made, *on, plan) is None:
        return None
    text = subprocess.run(["pdftotext", "-raw", made, "-"], capture_output=True, text=True, encoding="utf-8").stdout
    return " ".join(text.split())


def printed(day, month, year):
    """As Decree 30/2020 writes it: days below 10 and months below 3 with a leading 0."""
    return f"{int(day):02d}/{int(month):02d}/{year}" if int(month) < 3 else f"{int(day):02d}/{int(month)}/{year}"


def document(where, text, whole):
    """The document says how far each task is."""
    for task in whole["suyra"]["viec"]:
        if task["trangthai"] and own_progress(whole, task):
            year, month, day = task["ngay"].split("-")
            words = FORM2[task["trangthai"]]
            same(where, f"progress of {task['so']}", f"{words}" in text and f"({printed(day, month, year)})" in text, True)


def report(where, text, derived):
    row = json.loads(text)
    money, rating, tasks = derived["kinhphi"], derived["xepmuc"], derived["viec"]
    same(where, "tasks", row["viec"], len(tasks))
    same(where, "money", row["chuso"], money["chuso"] or "0")
    same(where, "money as a number", row["kinhphi"], int(row["chuso"]) if int(row["chuso"]) < 2**53 else None)
    same(where, "amounts", [row["sokhoan"], row["khongcong"]], [money["sokhoan"], money["khongcong"]])
    same(where, "done", row["hoanthanh"], sum(t["trangthai"] == "hoanthanh" for t in tasks))
    if derived["tinhden"]:
        same(where, "overdue", row["quahan"], sum(t["tinhtrang"] == "quahan" for t in tasks))
    else:
        same(where, "overdue without a day", row.get("quahan"), None)
    if rating:
        same(where, "levels", [row["muc"], row["mucsau"], row.get("phandau")], [rating["hientai"], rating["neudat"], rating["phandau"]])


def status(where, text, derived):
    tasks = derived["viec"]
    counts = dict((STATUS[w], int(n)) for n, w in re.findall(r", (\d+) ([^,\n]+)", text.split("\n")[0].split(":", 1)[1]))
    same(where, "counts", counts, {k: n for k in STATUS.values() if (n := sum(t["tinhtrang"] == k for t in tasks))})
    people, name = {}, None
    for line in text.split("\n")[1:]:
        one = re.match(r"    \[(.*?)(?: (\d+)%)?\] (.*?)(?: \(hạn ([^()]*)\))?$", line)
        if one:
            people[name].append(one.groups())
        elif line.startswith("  "):
            name = line[2:]
            people[name] = []
    open_ = lambda numbers: [tasks[n - 1] for n in numbers if tasks[n - 1]["tinhtrang"] != "hoanthanh"]
    wanted = {p["ten"]: open_(p["chutri"]) for p in derived["nguoi"] if open_(p["chutri"])}
    led = {n for p in derived["nguoi"] for n in p["chutri"]}
    if nobody := open_([t["so"] for t in tasks if t["so"] not in led]):
        wanted["(chưa có người)"] = nobody
    same(where, "people", list(people), list(wanted))
    for name in set(people) & set(wanted):
        order = list(STATUS.values())
        listed = sorted(wanted[name], key=lambda t: order.index(t["tinhtrang"]))
        same(where, f"how many of {name}", len(people[name]), len(listed))
        for (standing, percent, words, due), task in zip(people[name], listed):
            same(where, "standing", STATUS[standing], task["tinhtrang"])
            same(where, "percent", percent and int(percent), task["phantram"])
            code, called = code_of(task), words
            if code:
                same(where, "code", words.startswith(code + ": "), True)
                called = words[len(code) + 2:]
            if not cut_of(called, task["ten"] or ""):
                same(where, "name", called, task["ten"])
            if task["den"] and re.fullmatch(r"[\d/]+", due or ""): # else it is told as it was written
                year, month, day = task["den"].split("-")
                same(where, "due", due, f"{int(day)}/{int(month)}/{year}")


def rate(where, text, derived):
    rating = derived["xepmuc"]
    if rating is None:
        same(where, "no rating", "Chưa xếp mức được" in text, True)
        return
    now = re.search(r"Theo kết quả tự đánh giá, trường (?:đạt mức (\d)|chưa đạt mức nào)", text)
    same(where, "level", int(now.group(1) or 0), rating["hientai"])
    after = re.search(r"Nếu mọi mục tiêu của kế hoạch đều đạt: (?:mức (\d)|chưa đạt)", text)
    same(where, "level after", int(after.group(1) or 0), rating["neudat"])
    aim = re.search(r"Mức phấn đấu: mức (\d)", text)
    same(where, "aim", int(aim.group(1)) if aim else None, rating["phandau"])
    held = {c["ma"] for c in derived["tieuchi"] if c["giulai"]}
    shown = set(re.findall(r"\b\d+\.\d+\b", text[now.end():]))
    same(where, "those that hold are shown", sorted(held - shown), [])


def editor(where, plan, on, derived):
    """The sum that stands beside `kehoach` in an editor, and what is said of a criterion pointed at."""
    uri = "file://" + os.path.abspath(plan)
    document = {"uri": uri}
    lines = open(plan, encoding="utf-8").read().split("\n")
    pointed = []
    for number, line in enumerate(lines):
        heading = re.match(r"\s*tieuchi ((\d+\.\d+))\s", line)
        if heading and not "/*" in line:
            pointed.append((number, heading.start(2), heading.group(2)))
    pointed = pointed[:20] # one answer is as good as a thousand
    headings = [(n, len(line) - len(line.lstrip())) for n, line in enumerate(lines) if re.match(r"\s*(viec|việc|tieuchi|tiêu chí|khoan|khoản)\b[^;]*<", line)][:40]
    messages = [{"id": 1, "method": "initialize", "params": {"capabilities": {}, "rootUri": None}}, {"method": "initialized", "params": {}},
                {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": uri, "languageId": "khct", "version": 1, "text": open(plan, encoding="utf-8").read()}}},
                {"id": 2, "method": "textDocument/inlayHint", "params": {"textDocument": {"uri": uri}, "range": {"start": {"line": 0, "character": 0}, "end": {"line": 99999, "character": 0}}}},
                *({"id": 100 + i, "method": "textDocument/hover", "params": {"textDocument": document, "position": {"line": line, "character": column}}}
                  for i, (line, column, _) in enumerate(pointed)),
                *({"id": 1000 + i, "method": "textDocument/hover", "params": {"textDocument": document, "position": {"line": line, "character": column}}}
                  for i, (line, column) in enumerate(headings)),
                {"id": 3, "method": "shutdown"}, {"method": "exit"}]
    packed = b""
    for message in messages:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        packed += b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
    out = subprocess.run([KHCT, "lsp", "--lang", "vi", *on], input=packed, capture_output=True).stdout
    said = {a["id"]: a.get("result") for a in answers(out) if "id" in a}
    criteria = {c["ma"]: c for c in derived["tieuchi"]}
    for i, (line, _, code) in enumerate(pointed):
        if said.get(100 + i) and code in criteria:
            pointed_at(f"{where} line {line + 1}", said[100 + i]["contents"]["value"], criteria[code])
    shown = [task_told(f"{where} line {line + 1}", said[1000 + i]["contents"]["value"], derived)
             for i, (line, _) in enumerate(headings) if said.get(1000 + i)]
    if headings and len(headings) < 40 and all("<" not in line or line.count("viec") < 2 for line in lines):
        same(where, "each task is told at its heading", len([s for s in shown if s]), len(derived["viec"]))
    hints = said.get(2) or []
    sums = [h["label"] for h in hints if h["label"].startswith("Σ kinh phí")]
    groups = {}
    for task in derived["viec"]:
        groups.setdefault(re.match(r"/\w+/\d+", task["o"]).group(), []).append(task)
    several = {(sum(t["tong"] or 0 for t in g), sum(t["khongcong"] for t in g)) for g in groups.values() if len(g) > 1}
    for label in (h["label"] for h in hints if h["label"].startswith("Σ ") and not h["label"].startswith("Σ kinh phí")):
        told = re.match(r"Σ ([\d.]+) đồng(?:, bỏ ngoài (\d+) khoản)?$", label)
        same(where, "sum of some improvement", (amount(told.group(1)), int(told.group(2) or 0)) in several, True)
    money = derived["kinhphi"]
    if money["sokhoan"] < 2:
        same(where, "sum", sums, [])
        return
    found = re.match(r"Σ kinh phí ([\d.]+) đồng(?:, bỏ ngoài (\d+) khoản)?$", sums[0] if sums else "")
    same(where, "sum", found and [amount(found.group(1)), int(found.group(2) or 0)], [int(money["chuso"]), money["khongcong"]])


def task_told(where, text, derived):
    """What the editor says of a task at its heading; a criterion with several tasks has none itself."""
    found = re.search(r"^Việc (\d+)(?:, (.*?))?: (.*)$", text, re.M)
    if not found:
        return False
    task = derived["viec"][int(found.group(1)) - 1]
    line = lambda label: (re.search(rf"^- {label}: (.*)$", text, re.M) or [None, None])[1]
    same(where, "code", found.group(2) or "", code_of(task))
    same(where, "name", found.group(3) or None, task["ten"])
    same(where, "standing", STATUS[line("Tình trạng").split(";")[0]], task["tinhtrang"])
    progress = line("Tiến độ")
    if progress:
        words, percent, day = re.match(r"(.*?)(?: (\d+)%)?, ghi ngày (.*)$", progress).groups()
        same(where, "state", FORM2[task["trangthai"]].lower().replace("chưa hoàn thành", "chưa thực hiện"), words)
        same(where, "percent", percent and int(percent), task["phantram"])
        same(where, "day", "-".join(f"{int(n):02d}" for n in reversed(day.split("/"))), task["ngay"])
    else:
        same(where, "state", None, task["trangthai"])
    for label, role in (("Chủ trì", "chutri"), ("Phối hợp", "phoihop")):
        names = [p["ten"] for p in derived["nguoi"] if task["so"] in p[role]]
        same(where, label, sorted(line(label) or ""), sorted(", ".join(names))) # the order is the writer's
    money = re.match(r"(?:([\d.]+) đồng)?(?:, )?(?:bỏ ngoài (\d+) khoản)?$", line("Kinh phí") or "")
    same(where, "money", [money.group(1) and amount(money.group(1)), int(money.group(2) or 0)], [task["tong"], task["khongcong"]])
    return True


def pointed_at(where, text, criterion):
    """What the editor says of a criterion."""
    if not text.startswith("Tiêu chí"):
        return # a comment, or words
    found = re.search(r"Tự đánh giá: (?:mức (\d)|không đạt)", text)
    same(where, "result", found and int(found.group(1) or 0), criterion["ketqua"])
    aim = re.search(r"kế hoạch: (duy trì )?mức (\d)", text)
    same(where, "aim", int(aim.group(2)) if aim else None, criterion["muctieu"])
    same(where, "keeps", bool(aim and aim.group(1)), criterion["duytri"] and criterion["muctieu"] is not None)
    same(where, "mandatory", "(bắt buộc)" in text.split("\n")[0], criterion["batbuoc"])
    same(where, "name", text.split("\n")[0].startswith(f"Tiêu chí {criterion['ma']} {criterion['ten']}"), True)


def answers(out):
    while out:
        head, rest = out.split(b"\r\n\r\n", 1)
        size = int(re.search(rb"Content-Length: (\d+)", head).group(1))
        yield json.loads(rest[:size])
        out = rest[size:]


# --- the workbook, and the tables of many plans ---

def cell_of(sheet, reference):
    found = re.search(rf'<c r="{reference}"([^>]*?)(?:/>|>(.*?)</c>)', sheet, re.S)
    if not found or not found.group(2):
        return None
    words = re.findall(r"<t[^>]*>(.*?)</t>", found.group(2), re.S)
    return html.unescape("".join(words)) if words else re.search(r"<v>(.*?)</v>", found.group(2)).group(1)


def sheets(plan, on):
    """The workbook's rows by sheet and by heading."""
    made = os.path.join(HERE, "bang.xlsx")
    run("build", "-q", "-W", "no-error", "--lang", "vi", "-t", "xlsx", "-o", made, *on, plan)
    return sheets_of(made)


def sheets_of(made):
    book, out = zipfile.ZipFile(made), {}
    names = re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode())
    for i, name in enumerate(names):
        rows = re.findall(r"<row [^>]*>(.*?)</row>", book.read(f"xl/worksheets/sheet{i + 1}.xml").decode(), re.S)
        heading = re.findall(r'<c r="([A-Z]+)1"', rows[0])
        titles = [cell_of(rows[0], f"{c}1") for c in heading]
        out[name] = [dict(zip(titles, (cell_of(row, f"{c}{k + 2}") for c in heading))) for k, row in enumerate(rows[1:])]
    return out


def day_of(serial):
    return serial and (datetime.date(1899, 12, 30) + datetime.timedelta(int(serial))).isoformat()


def workbook(where, book, derived):
    tasks = derived["viec"]
    same(where, "rows", len(book["Việc"]), len(tasks))
    for row, task in zip(book["Việc"], tasks):
        at = f"{where} row {task['so']}"
        same(at, "number", row["TT"], str(task["so"]))
        same(at, "code", row["Tiêu chí"], code_of(task) or None)
        same(at, "name", row["Việc"], task["ten"])
        same(at, "level", row["Mức cần đạt"], f"Mức {task['muc']}" if task["muc"] else None)
        same(at, "from", day_of(row["Từ ngày"]), task["tu"])
        same(at, "due", day_of(row["Đến ngày"]), task["den"])
        same(at, "money", row["Số tiền (đồng)"], None if task["tong"] is None else str(task["tong"]))
        same(at, "standing", STATUS.get(row["Tình trạng"], row["Tình trạng"]), task["tinhtrang"])
        same(at, "state", row["Tiến độ"], {"hoanthanh": "hoàn thành", "dangthuchien": "đang thực hiện", "chuathuchien": "chưa thực hiện", None: None}[task["trangthai"]])
        same(at, "percent", row["Phần trăm"], None if task["phantram"] is None else str(task["phantram"]))
    paid = [r for r in book["Kinh phí"] if r["Cộng vào tổng"] == "có"]
    for task in tasks:
        mine = [int(r["Số tiền (đồng)"]) for r in paid if r["TT việc"] == str(task["so"])]
        same(f"{where} money of {task['so']}", "sum of its rows", sum(mine), task["tong"] or 0)
    for one in derived["kinhphi"]["nguon"]:
        name = PAYERS[one["nguon"]] if one["nguon"] else None
        same(where, f"money of {name}", sum(int(r["Số tiền (đồng)"]) for r in paid if r["Nguồn"] == name), int(one["chuso"] or 0))
    has = {}
    for row in book["Người"]:
        has.setdefault(row["Người, bộ phận"], {"chủ trì": [], "phối hợp": []})[row["Vai"]].append(int(row["TT việc"]))
        same(f"{where} people", "standing", STATUS.get(row["Tình trạng"], row["Tình trạng"]), tasks[int(row["TT việc"]) - 1]["tinhtrang"])
    same(where, "people", {k: [v["chủ trì"], v["phối hợp"]] for k, v in has.items()}, {p["ten"]: [p["chutri"], p["phoihop"]] for p in derived["nguoi"]})
    criteria = {c["ma"]: c for c in derived["tieuchi"]}
    seen = set()
    for row in book["Kết quả"]: # the first row of a criterion is the one that counts
        one = criteria.get(row["Tiêu chí"])
        if one and one["ma"] in seen:
            same(f"{where} {one['ma']}", "an earlier year holds nothing", row["Giữ trường lại"], None)
        elif one:
            seen.add(one["ma"])
            met = row["Kết quả"]
            same(f"{where} {one['ma']}", "result", 0 if met == "Không đạt" else met and int(met[4:]), one["ketqua"])
            same(f"{where} {one['ma']}", "holds", row["Giữ trường lại"] == "có", one["giulai"])
            same(f"{where} {one['ma']}", "aim", row["Mức cần đạt"], f"Mức {one['muctieu']}" if one["muctieu"] else None)


NUMBERS = {"viec", "tong", "khongcong", "sotien", "muctieu", "ketqua", "duytri", "giulai", "phantram", "muc", "mucsau", "phandau"}


def tables(where, plan, on, derived):
    folder = os.path.join(HERE, "cac-bang/")
    run("report", "-q", "-W", "no-error", "-t", "csv", "-o", folder, *on, plan, may_fail=True)

    def rows_of(name):
        with open(folder + name + ".csv", encoding="utf-8", newline="") as file:
            return [{k: (int(v) if k in NUMBERS else v) if v != "" else None for k, v in row.items()} for row in csv.DictReader(file)]

    tasks, rating = derived["viec"], derived["xepmuc"]
    whole = rows_of("ke_hoach")
    same(where, "one row a plan", len(whole), 1)
    if rating:
        same(where, "levels", [whole[0]["muc"], whole[0]["mucsau"], whole[0]["phandau"]], [rating["hientai"], rating["neudat"], rating["phandau"]])
    same(where, "tasks", [[r["viec"], r["ten"] or None, r["tu"] or None, r["den"] or None, r["tong"], r["khongcong"]] for r in rows_of("viec")],
         [[t["so"], t["ten"], t["tu"], t["den"], t["tong"], t["khongcong"]] for t in tasks])
    has = {}
    for r in rows_of("nguoi"):
        has.setdefault(r["van"] or "", {"chutri": [], "phoihop": []})[r["vai"]].append(r["viec"])
    same(where, "people", has, {p["ten"]: {"chutri": p["chutri"], "phoihop": p["phoihop"]} for p in derived["nguoi"]})
    now = {}
    for r in rows_of("ketqua"):
        now.setdefault(r["tieuchi"], r) # the first row is the one that counts
    for one in derived["tieuchi"]:
        r = now.get(one["ma"], {"ketqua": None, "giulai": 0, "muctieu": None, "duytri": 0})
        same(f"{where} {one['ma']}", "met, holds, aims", [r["ketqua"], bool(r["giulai"]), r["muctieu"], bool(r["duytri"])],
             [one["ketqua"], one["giulai"], one["muctieu"], one["duytri"]])
    paid = [r for r in rows_of("tien") if r["tong"]]
    for task in tasks:
        same(f"{where} task {task['so']}", "money", sum(r["sotien"] for r in paid if r["viec"] == task["so"]), task["tong"] or 0)
    for one in derived["kinhphi"]["nguon"]:
        same(where, f"money of {one['nguon']}", sum(r["sotien"] for r in paid if r["nguon"] == one["nguon"]), int(one["chuso"] or 0))
    last = {}
    for r in rows_of("tiendo"):
        if not derived["tinhden"] or r["ngay"] <= derived["tinhden"]:
            if r["viec"] not in last or r["ngay"] >= last[r["viec"]]["ngay"]:
                last[r["viec"]] = r
    for task in tasks:
        r = last.get(task["so"], {"ngay": None, "trangthai": None, "phantram": None})
        same(f"{where} task {task['so']}", "progress", [r["ngay"], r["trangthai"], r["phantram"]], [task["ngay"], task["trangthai"], task["phantram"]])


# --- all of it ---

def inner(derived):
    """What one JSON says twice."""
    tasks, money = derived["viec"], derived["kinhphi"]
    add = lambda rows: [sum(int(r["chuso"] or 0) for r in rows), sum(r["sokhoan"] for r in rows), sum(r["khongcong"] for r in rows)]
    whole = add([money])
    same("JSON", "money by standard", add(money["tieuchuan"]), whole)
    # the parts of one amount may have a source each: more of them, and together as much
    same("JSON", "money by source", add(money["nguon"])[::2], whole[::2])
    same("JSON", "money by task", sum(t["tong"] or 0 for t in tasks), whole[0])


def by_hand(where, derived, wanted):
    """What was worked out by hand."""
    money = derived["kinhphi"]
    same(where, "sum by hand", [money["tong"], money["khongcong"]], [wanted["tong"], wanted["khongcong"]])
    same(where, "sources by hand", {n["nguon"]: n["tong"] for n in money["nguon"]}, wanted["nguon"])
    same(where, "standards by hand", {n["tieuchuan"]: n["tong"] for n in money["tieuchuan"]}, wanted["tieuchuan"])
    same(where, "days by hand", [[t["tu"], t["den"]] for t in derived["viec"]], wanted["ngay"])


def summary(where, plan, on, derived):
    """The page and the workbook of many plans, made of this one."""
    money, folder = derived["kinhphi"], os.path.join(HERE, "nhieu")
    run("report", "-q", "-W", "no-error", "--lang", "vi", "-t", "html", "-o", folder + "/", *on, plan, may_fail=True)
    page = open(os.path.join(folder, "index.html"), encoding="utf-8").read()
    rows = [[plain(c) for c in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.S)] for row in re.findall(r"<tr>(.*?)</tr>", page, re.S)]
    told = {row[0]: amount(row[1]) for row in rows if len(row) > 1 and re.fullmatch(r"[\d.]+", row[1])}
    for one in money["nguon"]:
        same(where, f"money of {one['nguon']} in the page of many", told.get(PAYERS[one["nguon"]]), one["tong"])
    numbers = {int(k.split()[2].rstrip(".")): v for k, v in told.items() if k.startswith("Tiêu chuẩn ")}
    same(where, "money by standard in the page of many", numbers,
         {n["tieuchuan"]: n["tong"] for n in money["tieuchuan"] if n["tieuchuan"] and n["tong"]})
    made = os.path.join(HERE, "nhieu.xlsx")
    run("report", "-q", "-W", "no-error", "--lang", "vi", "-o", made, *on, plan, may_fail=True)
    book = sheets_of(made)
    task_sums = [int(r["Số tiền (đồng)"] or 0) for r in book["Việc"]]
    same(where, "money by task in the workbook of many", task_sums, [t["tong"] or 0 for t in derived["viec"]])
    same(where, "days in the workbook of many", [[day_of(r["Từ ngày"]), day_of(r["Đến ngày"])] for r in book["Việc"]],
         [[t["tu"], t["den"]] for t in derived["viec"]])


def look(plan, on):
    where = os.path.basename(plan) + (f" {on[1]}" if on else "")
    text = build("json", plan, on)
    if text is None:
        return None
    whole = json.loads(text)
    derived = whole["suyra"]
    inner(derived)
    name = os.path.splitext(os.path.basename(plan))[0]
    if name in plans.BY_HAND and not on:
        by_hand(where, derived, plans.BY_HAND[name])
        summary(where, plan, on, derived)
    page = build("html", plan, on)
    many = len(derived["viec"]) > 1000 # only the sums are in question
    for part in (page_tasks, page_people, page_money, page_criteria, page_rating, page_document):
        if not many or part == page_money:
            part(f"{where} page", page, derived)
    table(f"{where} table", build("csv", plan, on), derived)
    document(f"{where} LaTeX", build("latex", plan, on), whole)
    if not many:
        document(f"{where} Word", word_text(plan, on), whole)
    if os.path.basename(plan) == "tien-do.khct" and on:
        document(f"{where} PDF", pdf_text(plan, on), whole)
    report(f"{where} report", run("report", "-q", "-W", "no-error", "-t", "jsonl", *on, plan, may_fail=True), derived)
    if on:
        status(f"{where} status", run("status", "-q", "-W", "no-error", "--lang", "vi", *on, plan, may_fail=True), derived)
        editor(f"{where} editor", plan, on, derived)
        if not many:
            workbook(f"{where} workbook", sheets(plan, on), derived)
            tables(f"{where} tables", plan, on, derived)
    else:
        rate(f"{where} rate", run("rate", "-q", "-W", "no-error", "--lang", "vi", plan, may_fail=True), derived)
    return derived


def days(derived, edges=()):
    """The day of some progress, of some deadline, and one between: as many as matter."""
    found = sorted({t[k] for t in derived["viec"] for k in ("ngay", "den") if t[k]})
    if not found:
        return {"2024-01-15"}
    middle = datetime.date.fromisoformat(found[len(found) // 2])
    near = [middle + datetime.timedelta(n) for n in edges]
    return {found[0], found[len(found) // 2], *(d.isoformat() for d in near)}


def main():
    files = sys.argv[3:]
    seeds = int(os.environ.get("SEEDS", "25"))
    made = {**plans.SPECIAL, **{f"do-{i}": plans.plan(i) for i in range(seeds)}}
    for name, text in made.items():
        files.append(os.path.join(HERE, name + ".khct"))
        open(files[-1], "w", encoding="utf-8").write(text)
    looked = 0
    for plan in files:
        derived = look(plan, [])
        if derived is None:
            if os.path.basename(plan).split(".")[0] in made:
                faults.append(f"{plan}: a made-up plan does not build")
            continue
        looked += 1
        name = os.path.basename(plan).split(".")[0]
        edges = EDGES if name in plans.SPECIAL or re.fullmatch("do-.*[05]", name) else ()
        for day in sorted(days(derived, edges)) if len(derived["viec"]) < 1000 else []:
            look(plan, ["--on", day])
    for fault in faults[:40]:
        print("FAIL same:", fault)
    print(f"same: {looked} plans, {compared - len(faults)} passed, {len(faults)} failed")
    sys.exit(bool(faults) or looked < 20)


main()

"""What a document of khct's commands holds, and whether a PDF shows it: each paragraph in its
order, each cell whole and in a cell of its own, heading rows on every page of a table, rows not
torn, no heading left at the foot of a page. Used by measure.py.

Texts are compared without white space, so that it does not matter where lines end.
"""
import re

ESCAPES = {"textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textquotesingle": "'",
           "textasciigrave": "`", "khctngat": "", "khctketthuc": "./.", "khctxuong": ""}


# ---------------------------------------------------------------- the LaTeX
class Table:
    def __init__(self, halves):
        self.halves = halves  # set in two halves side by side
        self.row = 0
        self.heads, self.cells = [], []  # (text, rows, number of its row)


def argument(text, at):
    """the {argument} at a position, and where it ends"""
    assert text[at] == "{", text[at:at + 40]
    depth, i = 0, at
    while True:
        if text[i] == "\\":
            i += 2
            continue
        depth += {"{": 1, "}": -1}.get(text[i], 0)
        i += 1
        if depth == 0:
            return text[at + 1:i - 1], i


def plain(latex):
    """what is printed of an argument, without white space"""
    out, i = [], 0
    while i < len(latex):
        c = latex[i]
        if c == "\\":
            word = re.match(r"\\([A-Za-z]+)", latex[i:])
            if not word:
                out.append(latex[i + 1])
                i += 2
                continue
            i += word.end()
            name = word[1]
            if name in ESCAPES:
                out.append(ESCAPES[name])
                if latex[i:i + 2] == "{}":
                    i += 2
            elif name == "khctkhac":
                i = argument(latex, i)[1]
            elif name == "khctgach":
                out.append("-")
            elif name == "khctgachcon":
                out.append("+")
            continue
        if c not in "{}~" and not c.isspace():
            out.append(c)
        i += 1
    return "".join(out)


def read(name):
    """blocks in order: (command, text) or ("khctbang", Table)"""
    text = open(name, encoding="utf-8").read()
    text = re.sub(r"(?m)^%.*\n", "", text)
    text = text.split(r"\begin{document}", 1)[1]
    blocks, table, i, heading = [], None, 0, False
    for_cells = {"khcto": 0, "khctogop": 2, "khctnhom": 1}
    while True:
        word = re.compile(r"\\([A-Za-z]+)").search(text, i)
        if not word:
            return blocks
        name, i = word[1], word.end()
        args = []
        while i < len(text) and text[i] == "{":
            one, i = argument(text, i)
            args.append(one)
        if name == "begin" and args[0] in ("khctbang", "khctbangdoi"):
            table, heading = Table(args[0] == "khctbangdoi"), True
            blocks.append(("khctbang", table))
        elif name == "end" and args[0] in ("khctbang", "khctbangdoi"):
            table = None
        elif name == "khctthan":
            heading = False
        elif name in ("khcthang", "khcthangdau"):
            table.row += 1
        elif name in for_cells:
            rows = int(args[1]) if name == "khctogop" else 1
            table.row += name == "khctnhom"
            content = plain(args[for_cells[name]])
            if content:
                (table.heads if heading else table.cells).append((content, rows, table.row))
        elif name == "end" and args[0] == "document":
            return blocks
        elif name not in ("begin", "end", "khcthang", "khcthangdau", "khctky", "khctgiayngang",
                          "khctgiaydoc"):
            number = ""
            if name in ("khctphan", "khctmuc") and args[0]:
                args[0] += "."
            if name == "khctgach":
                number = "-"
            if name == "khctgachcon":
                number = "+"
            blocks.append((name, number + "".join(plain(a) for a in args)))


# ---------------------------------------------------------------- the PDF
class Region:
    """a drawn cell with what stands in it"""

    def __init__(self, page, box):
        self.page, self.box, self.words = page, box, []

    @property
    def text(self):
        return in_order(self.words)


def in_order(words):
    """words line by line, as one text without spaces"""
    lines = []
    for word in sorted(words, key=lambda w: (w.y0 + w.y1) / 2):
        middle = (word.y0 + word.y1) / 2
        if lines and abs(lines[-1][0] - middle) < 4:
            lines[-1][1].append(word)
        else:
            lines.append((middle, [word]))
    return "".join(w.text for _, line in lines for w in sorted(line, key=lambda w: w.x0))


def cell_of(page, word):
    """the four rules around a word, or None"""
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    left = [u[0] for u in page.uprights if u[1] - 2 < y < u[2] + 2 and u[0] <= x]
    right = [u[0] for u in page.uprights if u[1] - 2 < y < u[2] + 2 and u[0] > x]
    above = [r[0] for r in page.rules if r[1] - 2 < x < r[2] + 2 and r[0] <= y]
    below = [r[0] for r in page.rules if r[1] - 2 < x < r[2] + 2 and r[0] > y]
    if not (left and right and above and below):
        return None
    return tuple(round(v) for v in (max(left), max(above), min(right), min(below)))


def regions(pages, is_number):
    """cells by page, and the words of each page that stand in none"""
    cells, prose = [], []
    for page in pages:
        found, rest = {}, []
        for word in page.words:
            if is_number(page, word):
                continue
            box = cell_of(page, word)
            if box is None:
                rest.append(word)
            else:
                found.setdefault(box, Region(page, box)).words.append(word)
        cells.append(sorted(found.values(), key=lambda r: (r.box[1], r.box[0])))
        prose.append(rest)
    return cells, prose


# ---------------------------------------------------------------- what has to be so
def check(name, pages, is_number, say):
    blocks = read(name)
    cells, prose = regions(pages, is_number)
    check_prose(blocks, prose, say)
    check_foot(blocks, pages, prose, cells, say)
    first = 0
    for kind, table in blocks:
        if kind == "khctbang":
            first = check_table(table, pages, cells, first, say)
    for page in cells:
        for region in page:
            say(region.text == "", f"trang {region.page.number}: ô “{region.text[:50]}” không có trong bản LaTeX")


IN_ORDER = ("khctcancu", "khctphan", "khctmuc", "khctmuccon", "khctdoan", "khctdoanso", "khctgach", "khctgachcon")


def check_prose(blocks, prose, say):
    whole, at = "".join(in_order(words) for words in prose), 0
    for kind, text in blocks:
        if kind not in IN_ORDER or not text:
            continue
        found = whole.find(text, at)
        if found < 0:
            where = "không thấy" if text not in whole else "không đúng thứ tự"
            say(False, f"{where}: “{text[:60]}”")
        else:
            at = found + len(text)


def check_foot(blocks, pages, prose, cells, say):
    headings = {text for kind, text in blocks if kind in ("khctphan", "khctmuc", "khctmuccon")}
    for page, words, table in zip(pages, prose, cells):
        if not words:
            continue
        foot = max(w.y1 for w in words)
        if any(region.box[3] > foot for region in table):
            continue
        line = in_order([w for w in words if w.y1 > foot - 6])
        last = page is pages[-1]
        say(last or not any(h.endswith(line) for h in headings), f"trang {page.number}: đề mục “{line}” ở cuối trang")


def take(cells, number, text):
    """the region of a page with just this text, marked as used"""
    for region in cells[number]:
        if region.text == text:
            region.words = []
            return region
    return None


def take_torn(cells, first, text):
    """the parts of a cell that goes over pages, each marked as used; [] where there are none"""
    for number in range(first, len(cells)):
        for region in cells[number]:
            if not region.text or not text.startswith(region.text) or region.text == text:
                continue
            parts, rest, now = [region], text[len(region.text):], number + 1
            while rest and now < len(cells):
                more = [r for r in cells[now] if r.text and rest.startswith(r.text) and
                        abs(r.box[0] - region.box[0]) <= 2]
                if not more:
                    break
                parts.append(more[0])
                rest = rest[len(more[0].text):]
                now += 1
            if not rest:
                return parts
    return []


def check_table(table, pages, cells, first, say):
    """from page number `first` on; returns the page where the table ends"""
    where, torn = set(), []
    last = first
    broken, of_row = set(), {}  # the pages that each row stands on
    for text, rows, row in table.cells:
        for number in range(last, len(cells)):
            if take(cells, number, text):
                where.add(number)
                if rows == 1:
                    last = number
                    of_row.setdefault(row, set()).add(number)
                break
        else:
            parts = take_torn(cells, first, text)
            broken.add(text)
            if not parts:
                say(False, f"ô không thấy trọn: “{text[:60]}”")
            elif rows == 1:
                torn.append(parts)
            where.update(pages.index(part.page) for part in parts)
            if rows == 1:
                of_row.setdefault(row, set()).update(pages.index(part.page) for part in parts)
            for part in parts:
                part.words = []
    check_torn(torn, cells, say)
    check_again(table, of_row, cells, broken, say)
    for number in sorted(where):
        for text, _, _ in table.heads:
            if table.halves:
                take(cells, number, text)
            say(take(cells, number, text), f"trang {number + 1}: thiếu ô tiêu đề “{text}” của bảng")
    return max(where, default=first)


SAYS_AGAIN = True  # a word processor does not


def check_again(table, of_row, cells, broken, say):
    """a cell over several rows is said again on each page that they go over to, if it is not broken"""
    for text, rows, row in table.cells if SAYS_AGAIN else ():
        pages = sorted(set().union(*(of_row.get(r, ()) for r in range(row, row + rows))))
        for number in pages[1:] if rows > 1 and text not in broken else ():
            say(take(cells, number, text), f"trang {number + 1}: ô “{text[:50]}” không được nhắc lại")


def check_torn(torn, cells, say):
    """a row may be torn only where it is longer than a page"""
    for parts in torn:
        high = sum(part.box[3] - part.box[1] for part in parts)
        page = max((r.box[3] for r in cells[parts[0].page.number - 1]), default=0) - min(
            (r.box[1] for r in cells[parts[-1].page.number - 1]), default=0)
        head = min(r.box[1] for r in parts[1:])
        room = parts[-1].page.height - 2 * 57 - (head - 57)
        say(high > room, f"trang {parts[0].page.number}: hàng bị xé, cao {high:.0f} mà trang có {max(room, page):.0f}")

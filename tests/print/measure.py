#!/usr/bin/env python3
"""Measure a printed plan: is it the form of Decree 30/2020, appendix I?

    measure.py [--co 13|14] [--tex FILE] FILE.pdf

Reads the PDF through poppler's pdfinfo, pdffonts, pdftotext, pdftohtml and pdftoppm, and
needs nothing of Python but its standard library. Every finding is one line; exit status 1
where there is one. Lengths are millimetres and points of 1/72 inch.

  --co         the set of sizes: 13 (heads 12, body 13, the default) or 14 (13, 14)
  --tex        the document of khct's commands: all of it has to be in the PDF once, in its
               order, each cell in a cell of its own, heading rows on every page of their table
  --mot-lan    a cell over several rows need not be said again on the next page
"""
import argparse
import collections
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

import structure

MM = 72 / 25.4
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def run(*argv):
    return subprocess.run(argv, check=True, stdout=subprocess.PIPE).stdout


class Report:
    def __init__(self):
        self.faults = 0

    def __call__(self, ok, text):
        if not ok:
            self.faults += 1
            print("sai:", text)
        return ok


# ---------------------------------------------------------------- what is on the pages
Box = collections.namedtuple("Box", "x0 y0 x1 y1 text")


class Page:
    def __init__(self, number, width, height):
        self.number, self.width, self.height = number, width, height
        self.words, self.lines, self.runs, self.rules, self.uprights = [], [], [], [], []

    @property
    def turned(self):
        return self.width > self.height


def local(tag):
    return tag.rsplit("}", 1)[-1]


def box(node, text):
    return Box(*(float(node.get(k)) for k in ("xMin", "yMin", "xMax", "yMax")), text)


def read_words(pdf):
    xml = run("pdftotext", "-bbox-layout", pdf, "-").decode(errors="replace")  # the title may be torn
    xml = re.sub(r"<!DOCTYPE[^>]*>", "", re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", xml))
    turns = re.findall(r"^Page +\d+ rot: +(\d+)", run("pdfinfo", "-l", "9999", pdf).decode(), re.M)
    pages = []
    for node in ET.fromstring(xml).iter():
        if local(node.tag) == "page":
            size = [float(node.get("width")), float(node.get("height"))]
            if turns[len(pages)] in ("90", "270"):  # words stand as read, the size does not
                size.sort(reverse=True)
            pages.append(Page(len(pages) + 1, *size))
        elif local(node.tag) == "line":
            words = [box(w, w.text or "") for w in node if local(w.tag) == "word"]
            pages[-1].words += words
            pages[-1].lines.append(box(node, " ".join(w.text for w in words)))
    return pages


Run = collections.namedtuple("Run", "top left width height size bold italic text")


def read_runs(pdf, pages):
    """Sizes and styles: pdftohtml rounds to whole numbers, so three times enlarged."""
    xml = run("pdftohtml", "-xml", "-i", "-stdout", "-zoom", "3", "-nodrm", pdf).decode(errors="replace")
    xml = re.sub(r"<!DOCTYPE[^>]*>", "", re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", xml))
    xml = re.sub(r"<a [^>]*>|</a>", "", re.sub(r"<outline>.*</outline>", "", xml, flags=re.S))
    sizes = {}
    for node in ET.fromstring(xml).iter():
        if node.tag == "page":
            page = pages[int(node.get("number")) - 1]
        elif node.tag == "fontspec":
            sizes[node.get("id")] = int(node.get("size")) / 3
        elif node.tag == "text":
            text = "".join(node.itertext()).strip()
            if text:
                at = [int(node.get(k)) / 3 for k in ("top", "left", "width", "height")]
                page.runs.append(Run(*at, sizes[node.get("font")],
                                     node.find(".//b") is not None,
                                     node.find(".//i") is not None, text))


def read_rules(pdf, pages, dpi=150):
    """Drawn rules: long runs of dark pixels; at most two points thick."""
    with tempfile.TemporaryDirectory() as where:
        run("pdftoppm", "-r", str(dpi), "-gray", pdf, where + "/p")
        import glob
        for page, name in zip(pages, sorted(glob.glob(where + "/p*"))):
            with open(name, "rb") as file:
                _, size, _, data = file.read().split(b"\n", 3)
            wide, high = map(int, size.split())
            dark = bytes(1 if i < 140 else 0 for i in range(256))
            data = data.translate(dark)
            page.rules = find_rules([data[y * wide:(y + 1) * wide] for y in range(high)], dpi)
            page.uprights = find_rules([data[x::wide] for x in range(wide)], dpi)


def find_rules(rows, dpi):
    """(position across, from, to) in points"""
    long, found, open_ = int(dpi * 0.25), [], {}
    for y, row in enumerate(rows):
        now = {}
        for match in re.finditer(b"\x01{%d,}" % long, row):
            now[(match.start(), match.end())] = y
        for span in now:
            old = next((o for o in open_ if abs(o[0] - span[0]) < 3 and abs(o[1] - span[1]) < 3), None)
            if old:
                now[span] = open_[old]
            else:
                found.append((y * 72 / dpi, span[0] * 72 / dpi, span[1] * 72 / dpi))
        open_ = now
    return found


# ---------------------------------------------------------------- what has to be so
def check_file(pdf, say):
    info = run("pdfinfo", pdf).decode(errors="replace")
    for key in ("Title", "Author", "Subject"):
        say(re.search(rf"^{key}: +\S", info, re.M), f"thiếu siêu dữ liệu {key}")
    for line in run("pdffonts", pdf).decode().splitlines()[2:]:
        emb, _, uni = line[53:].split()[-5:-2]
        say(emb == "yes", "phông không nhúng: " + line)
        say(uni == "yes", "phông không có bảng Unicode: " + line)
        say("Type 3" not in line, "phông điểm ảnh: " + line)


def check_paper(page, say):
    short, long = sorted((page.width, page.height))
    say(abs(short - 595.28) < 1 and abs(long - 841.89) < 1, f"trang {page.number}: không phải A4")


def margins(page):
    """least distance of text and rules from the four edges, page number left out"""
    words = [w for w in page.words if w.y0 > 15 * MM or w.text != str(page.number)]
    words = [w for w in words if not is_number(page, w)]
    xs = [w.x0 for w in words] + [r[1] for r in page.rules]
    xe = [w.x1 for w in words] + [r[2] for r in page.rules]
    ys = [w.y0 for w in words] + [r[0] for r in page.rules]
    ye = [w.y1 for w in words] + [r[0] for r in page.rules]
    if not xs:
        return None
    return (min(ys) / MM, (page.width - max(xe)) / MM, (page.height - max(ye)) / MM, min(xs) / MM)


def is_number(page, word):
    limit = 30 if page.turned else 20
    return word.text == str(page.number) and word.y1 < limit * MM


def check_margins(page, say):
    found = margins(page)
    if not say(found, f"trang {page.number}: trống"):
        return
    top, right, bottom, left = found
    # as read: a turned page is bound at its upper edge
    least = (30, 20, 15, 20) if page.turned else (20, 15, 20, 30)
    names = ("trên", "phải", "dưới", "trái")
    for value, limit, name in zip(found, least, names):
        say(value > limit - 0.3, f"trang {page.number}: lề {name} {value:.1f} mm < {limit} mm")
    if page.turned:
        say(top < 35.5, f"trang {page.number}: lề trên {top:.1f} mm > 35 mm")
    else:
        say(left < 35.5, f"trang {page.number}: lề trái {left:.1f} mm > 35 mm")


def check_number(page, size, say):
    found = [w for w in page.words if is_number(page, w)]
    if page.number == 1:
        top = [w for w in page.words if w.y1 < 20 * MM]
        say(not top, f"trang 1: có chữ ở lề trên: {[w.text for w in top]}")
        return
    if not say(len(found) == 1, f"trang {page.number}: {len(found)} số trang ở lề trên"):
        return
    word = found[0]
    left, right = (21, 22) if page.turned else (31, 16)
    middle = (left * MM + page.width - right * MM) / 2
    say(abs((word.x0 + word.x1) / 2 - middle) < 3, f"trang {page.number}: số trang không ở giữa")
    sizes = [r.size for r in page.runs if r.text == str(page.number)]
    say(any(abs(s - size) < 0.35 for s in sizes), f"trang {page.number}: cỡ số trang {sizes}")


def find_run(page, text):
    return next((r for r in page.runs if r.text == text), None)


def check_style(run_, size, bold, italic, what, say):
    say(abs(run_.size - size) < 0.35, f"{what}: cỡ {run_.size}, phải là {size}")
    say(run_.bold == bold, f"{what}: {'không ' if bold else ''}đậm")
    say(run_.italic == italic, f"{what}: {'không ' if italic else ''}nghiêng")


def below(page, box_, lower=14):
    """the rule nearest below a line"""
    rules = [r for r in page.rules
             if box_.y1 - 4 < r[0] < box_.y1 + lower and r[1] > box_.x0 - 3 and r[2] < box_.x1 + 3]
    return min(rules, default=None)


def centre(box_):
    return (box_.x0 + box_.x1) / 2


def check_head(page, head, body, say):
    nation, motto = find_run(page, NATION), find_run(page, MOTTO)
    if not say(nation, "quốc hiệu không đứng trọn một dòng"):
        return
    check_style(nation, head, True, False, "quốc hiệu", say)
    say(nation.left > page.width * 0.42, "quốc hiệu không ở nửa phải")
    if not say(motto, "không thấy tiêu ngữ"):
        return
    check_style(motto, body, True, False, "tiêu ngữ", say)
    say(abs(motto.left + motto.width / 2 - nation.left - nation.width / 2) < 1.5,
        "tiêu ngữ không ở giữa dưới quốc hiệu")
    line = next(b for b in page.lines if MOTTO in b.text)
    words = [w for w in page.words if abs(w.y0 - line.y0) < 2 and w.x0 > motto.left - 2]
    mottobox = Box(min(w.x0 for w in words), line.y0, max(w.x1 for w in words), line.y1, MOTTO)
    rule = below(page, mottobox)
    if say(rule, "không có đường kẻ dưới tiêu ngữ"):
        say(abs((rule[2] - rule[1]) - (mottobox.x1 - mottobox.x0)) < 3,
            f"đường kẻ dưới tiêu ngữ dài {rule[2] - rule[1]:.0f}, chữ {mottobox.x1 - mottobox.x0:.0f}")
    number = next((r for r in page.runs if r.text.startswith("Số:")), None)
    if say(number, "không thấy số"):
        check_style(number, 13, False, False, "số", say)
        left = [r for r in page.runs if r.top < number.top - 3 and r.left + r.width < nation.left]
        if say(left, "không thấy cơ quan ban hành"):
            check_style(left[-1], head, True, False, "cơ quan ban hành", say)
            part_rule(page, left[-1], "cơ quan ban hành", say)
    place = next((r for r in page.runs if re.search(r"ngày \d\d tháng", r.text.replace("\xa0", " "))), None)
    if say(place, "không thấy địa danh, ngày tháng"):
        check_style(place, body, False, True, "địa danh, ngày tháng", say)
    kind = find_run(page, "KẾ HOẠCH")
    if say(kind, "không thấy tên loại"):
        check_style(kind, body, True, False, "tên loại", say)
        rest = [r for r in page.runs if r.top > kind.top + 3]
        subject = [r for r in rest[:8] if r.bold and not r.italic
                   and abs(r.left + r.width / 2 - kind.left - kind.width / 2) < 2]
        if say(subject, "không thấy trích yếu dưới tên loại"):
            part_rule(page, subject[-1], "trích yếu", say)


def part_rule(page, run_, what, say):
    at = Box(run_.left, run_.top, run_.left + run_.width, run_.top + run_.height, run_.text)
    rule = below(page, at)
    if say(rule, f"không có đường kẻ dưới {what}"):
        part = (rule[2] - rule[1]) / run_.width
        say(0.32 < part < 0.51, f"đường kẻ dưới {what} bằng {part:.2f} dòng chữ")
        say(abs((rule[1] + rule[2]) / 2 - run_.left - run_.width / 2) < 1.5,
            f"đường kẻ dưới {what} không ở giữa")


def check_cells(page, say):
    """No word on a drawn upright rule: it would have left its cell."""
    for word in page.words:
        for x, y0, y1 in page.uprights:
            if word.x0 + 0.8 < x < word.x1 - 0.8 and y0 < word.y1 - 3 and word.y0 + 3 < y1:
                say(False, f"trang {page.number}: “{word.text}” đè lên đường kẻ")


# ---------------------------------------------------------------- white paper
SIGNING = 80  # points of white that belong to a signature or stand between parts


def empty_share(page):
    """how much of the height for text is white: below all that stands on the page, and between"""
    top, bottom = (31, 16) if page.turned else (22, 21)
    first, last = top * MM, page.height - bottom * MM
    spans = sorted([(w.y0, w.y1) for w in page.words if not is_number(page, w)] + [(u[1], u[2]) for u in page.uprights])
    now, white = first, 0
    for begin, end in spans + [(last, last)]:
        if begin - now > SIGNING or begin == last:
            white += max(0, begin - now)
        now = max(now, end)
    return white / (last - first)


def check_empty(pages, say):
    """no page is white by half but the last one, and the last before the paper turns"""
    for page, after in zip(pages, pages[1:]):
        share = empty_share(page)
        say(share <= 0.5 or page.turned != after.turned, f"trang {page.number}: trống {share:.0%}")


def check_signature(pages, say):
    """recipients and signature never stand alone on a page"""
    for page in pages:
        words = [w for w in page.words if not is_number(page, w)]
        for one, two in zip(words, words[1:]):
            if (one.text, two.text) == ("Nơi", "nhận:"):
                say(any(w.y1 < one.y0 for w in words), f"trang {page.number}: chỉ có nơi nhận và chữ ký")


# ---------------------------------------------------------------- the words
def check_once(pages, name, say):
    """Each word of the text is there as often as in the LaTeX, heading rows left out."""
    wanted, heads = collections.Counter(), collections.Counter()
    for kind, block in structure.read(name):
        if kind == "khctbang":
            wanted.update("".join(cell[0] for cell in block.cells))
            for text, _, _ in block.heads + [cell for cell in block.cells if cell[1] > 1]:
                heads.update(text)  # may be said again on the next page
        else:
            wanted.update(block)
        if kind == "khctdau":
            wanted.update((NATION + MOTTO).replace(" ", ""))
        if kind == "khctnoi" and not heads["noi"]:
            heads["noi"] = 1
            wanted.update("Nơinhận:")
    del heads["noi"]
    found = collections.Counter(c for p in pages for w in p.words if not is_number(p, w) for c in w.text)
    missing, extra = wanted - found, found - wanted
    say(not missing, f"thiếu chữ: {dict(missing)}")
    for character in extra:
        say(heads[character], f"thừa {extra[character]} lần “{character}”")


def check_frame(page, say):
    """Tables are as wide as the text: from margin to margin."""
    if len(page.uprights) < 2:
        return
    left, right = min(u[0] for u in page.uprights), max(u[0] for u in page.uprights)
    margins_ = (21, 22) if page.turned else (31, 16)
    say(abs(left - margins_[0] * MM) < 1.5, f"trang {page.number}: bảng bắt đầu ở {left / MM:.1f} mm")
    say(abs(page.width - right - margins_[1] * MM) < 1.5,
        f"trang {page.number}: bảng kết thúc cách mép {(page.width - right) / MM:.1f} mm")
    top = min(u[1] for u in page.uprights)  # above it stand the rules of the head
    for y, x0, x1 in page.rules:
        if y > top - 2:
            edge = [u for u in page.uprights if abs(u[0] - x0) < 2]
            end = [u for u in page.uprights if abs(u[0] - x1) < 2]
            say(edge and end, f"trang {page.number}: đường kẻ ngang ở {y / MM:.0f} mm không khít đường dọc")


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--co", type=int, default=13, choices=(13, 14))
    args.add_argument("--tex")
    args.add_argument("--mot-lan", action="store_true")
    args.add_argument("pdf")
    opt = args.parse_args()
    say = Report()
    pages = read_words(opt.pdf)
    read_runs(opt.pdf, pages)
    read_rules(opt.pdf, pages)
    check_file(opt.pdf, say)
    for page in pages:
        check_paper(page, say)
        check_margins(page, say)
        check_number(page, opt.co, say)
        check_cells(page, say)
        check_frame(page, say)
    check_head(pages[0], opt.co - 1, opt.co, say)
    check_empty(pages, say)
    check_signature(pages, say)
    structure.SAYS_AGAIN = not opt.mot_lan
    if opt.tex:
        check_once(pages, opt.tex, say)
        structure.check(opt.tex, pages, is_number, say)
    print(f"{opt.pdf}: {len(pages)} trang, {say.faults} lỗi")
    return 1 if say.faults else 0


if __name__ == "__main__":
    sys.exit(main())

"""Documents of the plans in plans.py: as python3-docx sets them, and as pasted text."""
import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt


def lines_of(cell):
    return cell if isinstance(cell, list) else [cell]


def fill(cell, lines, bold=False):
    for i, line in enumerate(lines):
        p = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
        p.add_run(line).bold = bold


def results_rows(levels):
    """Rows of the table of X: standards, then criteria with an X for each level that is met."""
    rows, standard = [], None
    for code, level in levels.items():
        now = code.split(".")[0]
        if now != standard:
            rows.append(("Tiêu chuẩn " + now, None))
            standard = now
        rows.append(("Tiêu chí " + code, level))
    return rows


def add_results(document, levels):
    rows = results_rows(levels)
    table = document.add_table(rows=3, cols=5)
    table.style = "Table Grid"
    table.cell(0, 0).merge(table.cell(2, 0)).text = "Tiêu chuẩn, tiêu chí"
    table.cell(0, 1).merge(table.cell(0, 4)).text = "Kết quả"
    table.cell(1, 1).merge(table.cell(2, 1)).text = "Không đạt"
    table.cell(1, 2).merge(table.cell(1, 4)).text = "Đạt"
    for i in range(3):
        table.cell(2, 2 + i).text = "Mức %d" % (i + 1)
    for name, level in rows:
        cells = table.add_row().cells
        cells[0].text = name
        if level == 0:
            cells[1].text = "X"
        for i in range(level or 0):
            cells[2 + i].text = "X"


def add_table(document, head, rows):
    table = document.add_table(rows=1, cols=len(head))
    table.style = "Table Grid"
    for cell, words in zip(table.rows[0].cells, head):
        fill(cell, [words], bold=True)
    for row in rows:
        cells = table.add_row().cells
        at = 0
        for cell in row:
            words, span = cell if isinstance(cell, tuple) else (cell, 1)
            target = cells[at].merge(cells[at + span - 1]) if span > 1 else cells[at]
            fill(target, lines_of(words), bold=span > 1)
            at += span


def add_paragraph(document, words, bold=False, centre=False):
    p = document.add_paragraph()
    p.add_run(words).bold = bold
    if centre:
        p.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return p


def add_halves(document, left, right):
    table = document.add_table(rows=1, cols=2)
    fill(table.cell(0, 0), left, bold=True)
    fill(table.cell(0, 1), right)


def to_docx(plan, document=None):
    document = document or docx.Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(13)
    add_halves(document, plan["left"], plan["right"])
    for line in plan["title"]:
        add_paragraph(document, line, bold=True, centre=True)
    for block in plan["body"]:
        if block[0] == "results":
            add_results(document, block[1])
        elif block[0] == "table":
            add_table(document, block[1], block[2])
        else:
            add_paragraph(document, block[1], bold=block[0] != "text")
    add_halves(document, plan["recipients"], plan["signature"])
    return document


def to_text(plan):
    """As a person pastes it: tabs between cells, cells on one line."""
    out = []
    for line in plan["left"] + plan["right"] + plan["title"]:
        out += [line, ""]
    for block in plan["body"]:
        if block[0] == "results":
            out += ["Tiêu chuẩn, tiêu chí\tKết quả\t\t\t", "\tKhông đạt\tĐạt\t\t", "\t\tMức 1\tMức 2\tMức 3"]
            for name, level in results_rows(block[1]):
                marks = ["X" if level == 0 else ""] + ["X" if level and i < level else "" for i in range(3)]
                out.append("\t".join([name] + marks))
            out.append("")
        elif block[0] == "table":
            out.append("\t".join(block[1]))
            for row in block[2]:
                cells = []
                for cell in row:
                    words, span = cell if isinstance(cell, tuple) else (cell, 1)
                    words = lines_of(words)
                    cells.append(words[0] if len(words) == 1 else "".join("<p>%s</p>" % w for w in words))
                    cells += [""] * (span - 1)
                out.append("\t".join(cells))
            out.append("")
        else:
            out += [block[1], ""]
    return "\n".join(out + plan["recipients"] + [""] + plan["signature"]) + "\n"


def text_words(plan):
    """All words of the document."""
    return to_text(plan).replace("<p>", " ").replace("</p>", " ")

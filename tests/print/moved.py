#!/usr/bin/env python3
"""What has moved on the printed page since somebody last looked at it and accepted it?

    moved.py [--accept] KHCT OUT PLAN...

Builds each plan with the program KHCT, renders its pages into the directory OUT as PNG, and
compares where its lines of text stand with tests/print/accepted/NAME.txt. OUT/index.html shows
the pages side by side: as they were accepted, and as they are, with what moved marked. Exit
status 1 where something moved by more than half a millimetre, came or went; --accept takes
the pages as they are.
"""
import argparse
import html
import os
import subprocess
import sys

import measure

ACCEPTED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "accepted")
NEAR = 0.5 * measure.MM


def name_of(plan):
    """examples/hai-tep/ke-hoach.khct: hai-tep"""
    base = os.path.splitext(os.path.basename(plan))[0]
    folder = os.path.basename(os.path.dirname(os.path.abspath(plan)))
    return base if folder == "examples" else folder


def build(khct, plan, out):
    pdf = os.path.join(out, name_of(plan) + ".pdf")
    subprocess.run([khct, "build", "-q", "-t", "pdf", "-o", pdf, plan], check=True)
    for old in os.listdir(out):
        if old.startswith(name_of(plan) + "-") and old.endswith(".png"):
            os.remove(os.path.join(out, old))
    subprocess.run(["pdftoppm", "-r", "60", "-png", pdf, os.path.join(out, name_of(plan))], check=True)
    return pdf


def white_of(pdf):
    """how much of each page is white: "12 % 8 % 61 %\""""
    pages = measure.read_words(pdf)
    measure.read_rules(pdf, pages)
    return " ".join(f"{measure.empty_share(page):.0%}" for page in pages)


def lines_of(pdf):
    """pages as (width, height, lines); a line is (x0, y0, x1, y1, text)"""
    pages = []
    for page in measure.read_words(pdf):
        lines = sorted((round(b.y0, 1), round(b.x0, 1), round(b.x1, 1), round(b.y1, 1), b.text) for b in page.lines)
        pages.append((page.width, page.height, [(x0, y0, x1, y1, text) for y0, x0, x1, y1, text in lines]))
    return pages


def write(pages, name):
    with open(name, "w", encoding="utf-8") as file:
        for number, (width, height, lines) in enumerate(pages, 1):
            file.write(f"trang {number} {width:.0f} {height:.0f}\n")
            for x0, y0, x1, y1, text in lines:
                file.write(f"{x0:.1f} {y0:.1f} {x1:.1f} {y1:.1f} {text}\n")


def read(name):
    pages = []
    if os.path.exists(name):
        for line in open(name, encoding="utf-8"):
            if line.startswith("trang "):
                _, _, width, height = line.split()
                pages.append((float(width), float(height), []))
            else:
                x0, y0, x1, y1, text = line.rstrip("\n").split(" ", 4)
                pages[-1][2].append((float(x0), float(y0), float(x1), float(y1), text))
    return pages


def differences(old, new):
    """lines of one page that went, and lines that came"""
    left, came = list(old), []
    for line in new:
        match = next((o for o in left if o[4] == line[4] and all(abs(a - b) <= NEAR for a, b in zip(o[:4], line[:4]))), None)
        if match:
            left.remove(match)
        else:
            came.append(line)
    return left, came


# ---------------------------------------------------------------- the page that shows it
def box(line, colour):
    x0, y0, x1, y1, _ = line
    return (f'<rect x="{x0:.1f}" y="{y0:.1f}" width="{x1 - x0:.1f}" height="{y1 - y0:.1f}" fill="{colour}" '
            f'fill-opacity=".25" stroke="{colour}"/>')


def svg(width, height, inside):
    return f'<svg viewBox="0 0 {width:.0f} {height:.0f}">{inside}</svg>'


def old_page(page, gone):
    width, height, lines = page
    words = "".join(f'<text x="{x0}" y="{y1 - 3}" font-size="{(y1 - y0) * .8:.1f}" textLength="{x1 - x0:.1f}" '
                    f'lengthAdjust="spacingAndGlyphs">{html.escape(text)}</text>' for x0, y0, x1, y1, text in lines)
    return svg(width, height, words + "".join(box(line, "#c00") for line in gone))


def new_page(page, picture, came):
    width, height, _ = page
    image = f'<image href="{picture}" width="{width:.0f}" height="{height:.0f}"/>'
    return svg(width, height, image + "".join(box(line, "#080") for line in came))


def pictures(out, name):
    return sorted(f for f in os.listdir(out) if f.startswith(name + "-") and f.endswith(".png"))


def show(out, name, old, new, file):
    """writes the pages of a plan; how many lines moved"""
    moved = 0
    file.write(f"<h2>{html.escape(name)}</h2>\n")
    for number in range(max(len(old), len(new))):
        before = old[number] if number < len(old) else None
        after = new[number] if number < len(new) else None
        gone, came = differences(before[2] if before else [], after[2] if after else [])
        moved += max(len(gone), len(came))
        for line in gone:
            print(f"{name}, trang {number + 1}: trước đây ở ({line[0]:.0f}, {line[1]:.0f}): {line[4]}")
        for line in came:
            print(f"{name}, trang {number + 1}: bây giờ ở ({line[0]:.0f}, {line[1]:.0f}): {line[4]}")
        file.write(f"<h3>trang {number + 1}</h3><div>")
        file.write(old_page(before, gone) if before else "<p>chưa có</p>")
        file.write(new_page(after, pictures(out, name)[number], came) if after else "<p>không còn</p>")
        file.write("</div>\n")
    return moved


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--accept", action="store_true")
    args.add_argument("khct")
    args.add_argument("out")
    args.add_argument("plans", nargs="+")
    opt = args.parse_args()
    os.makedirs(opt.out, exist_ok=True)
    os.makedirs(ACCEPTED, exist_ok=True)
    moved = 0
    with open(os.path.join(opt.out, "index.html"), "w", encoding="utf-8") as file:
        file.write("<!doctype html><html lang=vi><meta charset=utf-8><title>Bản in: trước và sau</title><style>"
                   "svg{width:49%;border:1px solid #999;background:#fff}div{display:flex;gap:1%;align-items:start}"
                   "body{font-family:serif}p{width:49%}</style><h1>Bản in đã chấp nhận và bản in bây giờ</h1>\n")
        for plan in opt.plans:
            name = name_of(plan)
            pdf = build(opt.khct, plan, opt.out)
            new = lines_of(pdf)
            accepted = os.path.join(ACCEPTED, name + ".txt")
            old = read(accepted)
            count = show(opt.out, name, old, new, file)
            if opt.accept:
                write(new, accepted)
            moved += count
            print(f"{name}: {len(new)} trang (đã chấp nhận {len(old)}), {count} dòng khác; trống {white_of(pdf)}")
    print(f"xem {opt.out}/index.html")
    return 1 if moved and not opt.accept else 0


if __name__ == "__main__":
    sys.exit(main())

"""All pages of the documentation as one page of HTML that opens from disk, its links held.

Usage: book.py ROOT VERSION MADE > OUT.html (MADE: the folder of van-pham.html, dong-lenh.md and danh-muc/)

A page of docs/ that no group names stands in the last one. Each link must lead somewhere: to a page, a heading of one, or
a file of the project (which is then named and no link, as the book travels without it). What is written as code and is a
message's code, a keyword or a command of khct becomes a link to where it is explained."""
import base64
import hashlib
import html
import os
import re
import sys
import urllib.parse

from markdown import coloured, html_of, plain

root, version, folder = sys.argv[1:]
here = os.path.dirname(os.path.abspath(__file__))

GROUPS = [
    ("Bắt đầu", ["gio-dau-tien.md", "cai-dat.md", "windows.md", "trinh-duyet.md"]),
    ("Hướng dẫn", ["huong-dan/" + name + ".md" for name in (
        "README", "tu-word", "ket-qua", "viec", "kinh-phi", "bieu-mau-2", "nhieu-nam", "tien-do", "nam-sau", "in", "gui", "cung-lam",
        "nhieu-ke-hoach", "thong-bao", "the")]),
    ("Tra cứu", ["language.md", "keywords.md", "van-pham", "dong-lenh", "outputs.md", "codes.md", "diagnostics.md"]),
    ("Dùng với chương trình khác", ["word.md", "json.md", "recipes.md", "git.md", "many.md", "language-server.md"]),
    ("Về khct", ["law.md", "limits.md", "reliability.md", "design.md", "../CONTRIBUTING.md"]),
]
MADE = {"van-pham": os.path.join(folder, "van-pham.html"), "dong-lenh": os.path.join(folder, "dong-lenh.md")}
CATALOGUES = {"danh-muc/" + name: os.path.join(folder, "danh-muc", name) for name in sorted(os.listdir(os.path.join(folder, "danh-muc")), reverse=True)}
MADE.update(CATALOGUES)
GROUPS.insert(3, ("Tiêu chí", list(CATALOGUES)))

faults = []


def fault(what):
    faults.append(what)


def names():
    """(group, page) of every page, in order."""
    listed = [(group, page) for group, pages in GROUPS for page in pages]
    known = {page for _, page in listed}
    there = []
    for folder in ("docs", "docs/huong-dan"):
        for name in sorted(os.listdir(os.path.join(root, folder))):
            page = os.path.relpath(os.path.join(folder, name), "docs")
            if name.endswith(".md") and page not in known:
                there.append((GROUPS[-1][0], page))
    return listed + there


def page_id(page):
    return re.sub(r"\.md$", "", page).replace("../", "").replace("/README", "").replace("/", "-")


def slug(words):
    """A heading's anchor, as repositories on the web make it."""
    return re.sub(r"[^\w\- ]", "", words.strip().lower()).replace(" ", "-")


def linked_headings(page, text):
    """Gives every heading an id that tells its page; the same words again get a number."""
    seen = {}

    def one(found):
        level, inside = found.group(1), found.group(3)
        given = re.search(r'id="([^"]*)"', found.group(2) or "")
        code = page == "codes.md" and re.match(r"KH\d{4}", plain(inside))
        criterion = page in CATALOGUES and re.match(r"\d+\.\d+(?= )", plain(inside))
        anchor = given.group(1) if given else code.group(0) if code else \
            f"{page_id(page)}--{criterion.group(0) if criterion else slug(plain(inside))}"
        seen[anchor] = seen.get(anchor, -1) + 1
        if seen[anchor]:
            anchor += f"-{seen[anchor]}"
        if level == "1":
            return f"<h1>{inside}</h1>"
        down = int(level)
        return f'<h{down} id="{anchor}">{inside} <a class="neo" href="#{anchor}" aria-label="Liên kết tới mục này: {html.escape(plain(inside), quote=True)}">#</a></h{down}>'

    return re.sub(r"<h([1-6])( [^>]*)?>(.*?)</h\1>", one, text, flags=re.S)


def picture(page, found):
    path = os.path.normpath(os.path.join(root, "docs", os.path.dirname(page), found.group(1)))
    if not os.path.exists(path):
        fault(f"{page}: no picture {found.group(1)}")
        return ""
    with open(path, "rb") as file:
        data = file.read()
    width, height = (int.from_bytes(data[at:at + 4], "big") for at in (16, 20))
    return f'<img src="data:image/png;base64,{base64.b64encode(data).decode()}" width="{width}" height="{height}" loading="lazy"'


def link(page, pages, found):
    """Where a link of a page leads inside the book; what is outside keeps its words alone."""
    target, words = urllib.parse.unquote(html.unescape(found.group(1))), found.group(2)
    if re.match(r"https?://", target):
        return f'<a href="{html.escape(target)}" rel="noreferrer">{words}</a>'
    path, _, anchor = target.partition("#")
    if page in MADE and page not in CATALOGUES:
        path = path and os.path.normpath(path)
    else:
        path = os.path.normpath(os.path.join(os.path.dirname(page), path)).removeprefix("../docs/") if path else page
    for one in (path or page, os.path.join(path, "README.md")):
        if one in pages:
            return f'<a href="#{page_id(one)}{"--" + anchor if anchor else ""}">{words}</a>'
    if not os.path.exists(os.path.join(root, "docs", path)):
        fault(f"{page}: no such page or file: {target}")
    return words


def crossed(page, text, places):
    """What is written as code, or is a message's code, leads to where it is explained."""
    def code(found):
        words = plain(found.group(1))
        command = re.match(r"khct ([a-z-]+)\b", words)
        place = places.get("khct " + command.group(1)) if command else places.get(words)
        return f'<a href="#{place}">{found.group(0)}</a>' if place else found.group(0)

    def number(found):
        place = places.get(found.group(0))
        return f'<a href="#{place}">{found.group(0)}</a>' if place else found.group(0)

    out, inside = [], 0  # inside: headings, links and code blocks are left as they are
    for part in re.split(r"(<pre>.*?</pre>|<h[1-6].*?</h[1-6]>|<a .*?</a>|<svg.*?</svg>|<code>[^<]*</code>|<[^>]*>)", text, flags=re.S):
        if re.match(r"<code>", part):
            out.append(re.sub(r"<code>([^<]*)</code>", code, part))
        elif part.startswith("<"):
            out.append(part)
        else:
            out.append(re.sub(r"\bKH\d{4}\b", number, part))
    return "".join(out)


def rows(page, text, places):
    """A keyword's row in the table of keywords can be led to."""
    def row(found):
        for word in found.groups():
            places.setdefault(plain(word), f"keywords--tu-{found.group(1)}")
        return f'<tr id="keywords--tu-{found.group(1)}">\n<td><code>{found.group(1)}</code></td>\n<td>{found.group(2)}</td>'
    head, mark, tail = text.partition('<h2 id="keywords--chỗ-đứng">')
    return re.sub(r"<tr>\n<td><code>([a-z]+)</code></td>\n<td>([^<]*)</td>", row, head) + mark + tail


def main():
    listed = names()
    pages = {page for _, page in listed}
    places, made = {}, []
    places.update((os.path.basename(page)[:-3], page_id(page)) for page in CATALOGUES)
    for group, page in listed:
        if page == "van-pham":
            with open(MADE[page], encoding="utf-8") as file:
                text = file.read()
        else:
            text = coloured(html_of(MADE.get(page) or os.path.join(root, "docs", page)))
        text = linked_headings(page, text)
        if page == "keywords.md":
            text = rows(page, text, places)
        for anchor, words in re.findall(r'<h[2-6] id="([^"]*)">(.*?) <a class="neo"', text, re.S):
            if re.match(r"KH\d{4}$", anchor):
                places[anchor] = anchor
            if page == "dong-lenh":
                places[plain(words)] = anchor
        made.append((group, page, text))
    articles, contents, group_now = [], [], None
    for group, page, text in made:
        text = re.sub(r'<img src="([^"]*)"', lambda found: picture(page, found), text)
        text = re.sub(r'<a href="([^"#]*(?:#[^"]*)?)"(?: title="[^"]*")?>(.*?)</a>',
                      lambda found: found.group(0) if 'class="neo"' in found.group(0) else link(page, pages, found), text, flags=re.S) \
            if page != "van-pham" else text
        text = crossed(page, text, places)
        text = re.sub(r"<thead>\s*<tr>(?:\s*<th></th>)+\s*</tr>\s*</thead>", "", text)  # of a table without headings
        text = re.sub(r"<table>", '<div class="cuon" tabindex="0"><table>', text).replace("</table>", "</table></div>")
        text = re.sub(r"<td>.*?</td>", lambda found: re.sub(r"\|(?=\w)", "|<wbr>", found.group(0)), text)
        text = text.replace("<pre>", '<pre tabindex="0">')
        title = plain(re.search(r"<h1>(.*?)</h1>", text, re.S).group(1))
        inside = re.findall(r'<h2 id="([^"]*)">(.*?) <a class="neo"', text, re.S)
        if len(inside) > 3:
            items = "".join(f'<li><a href="#{anchor}">{re.sub("<[^>]*>", "", words)}</a></li>' for anchor, words in inside)
            text = text.replace("</h1>", f'</h1>\n<details class="trong"><summary>Trong trang này</summary><ul>{items}</ul></details>', 1)
        articles.append(f'<article id="{page_id(page)}" aria-label="{html.escape(title, quote=True)}">\n{text}</article>\n')
        if group != group_now:
            contents.append(f'{"</ul>" if group_now else ""}<h2>{group}</h2><ul>')
            group_now = group
        contents.append(f'<li><a href="#{page_id(page)}">{html.escape(title.split(" / ")[0])}</a></li>')
    contents.append("</ul>")
    body = "".join(articles)
    ids = re.findall(r'\bid="([^"]*)"', body)
    for twice in sorted({one for one in ids if ids.count(one) > 1}):
        fault(f"id twice: {twice}")
    known = set(ids)
    for target in sorted(set(re.findall(r'href="#([^"]*)"', body + "".join(contents)))):
        if html.unescape(target) not in known:
            fault(f"no such anchor: #{target}")
    with open(os.path.join(here, "book.css"), encoding="utf-8") as file:
        style = file.read()
    with open(os.path.join(here, "book.js"), encoding="utf-8") as file:
        script = file.read()
    sums = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style, script)]
    print(f"""<!doctype html>
<html lang="vi"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{sums[0]}'; script-src 'sha256-{sums[1]}'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tài liệu khct {version}</title>
<style>{style}</style></head>
<body>
<a class="nhay" href="#noidung">Tới nội dung</a>
<header><p class="ten"><a href="#huong-dan">Tài liệu khct <small>{version}</small></a></p>
<form role="search" hidden><label for="tim">Tìm trong tài liệu</label> <input id="tim" type="search" autocomplete="off" spellcheck="false" placeholder="Tìm: kinh phí, KH1001, giaiphap…"></form></header>
<section id="ketqua" aria-label="Kết quả tìm" hidden><p id="sothay" role="status"></p><ol></ol></section>
<div class="than"><nav aria-label="Mục lục"><details><summary>Mục lục</summary>{"".join(contents)}</details></nav>
<main id="noidung" tabindex="-1">
{body}</main></div>
<script>{script}</script>
</body></html>""")
    for what in faults:
        print(what, file=sys.stderr)
    print(f"{len(made)} pages, {len(ids)} anchors, {len(faults)} faults", file=sys.stderr)
    return faults != []


sys.exit(main())

"""The sheet of cards as HTML, from its page in Markdown. Usage: cards.py PAGE.md STYLE.css VERSION > OUT.html"""
import re
import subprocess
import sys

from markdown import coloured, html_of

page, style, version = sys.argv[1:]
with open(style, encoding="utf-8") as file:
    css = file.read()
head, *cards = re.split(r"(?=<h2>)", coloured(html_of(page)))
title = re.search(r"<h1>(.*?)</h1>", head).group(1)
body = "".join(f"<section>{card}</section>\n" for card in cards)
print(f"""<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{title}</title><style>{css}</style></head>
<body><header><h1>{title}</h1><p>kế hoạch cải tiến chất lượng · khct {version}</p></header><main>
{body}</main></body></html>""")

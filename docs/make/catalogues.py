"""The catalogues of the library as pages in Markdown, from what `khct danhmuc` says. Usage: catalogues.py KHCT FOLDER"""
import os
import re
import subprocess
import sys

khct, folder = sys.argv[1:]


def says(*words):
    return subprocess.run([khct, "danhmuc", *words, "--lang", "vi"], check=True, capture_output=True, encoding="utf-8").stdout


def lines_of(text):
    """Lines of a list as they are; others a paragraph each, those without an indent in bold where they head something."""
    lines = text.split("\n")
    for this, after in zip(lines, [*lines[1:], ""]):
        if not this.strip():
            yield ""
        elif this.startswith("  - "):
            related = re.match(r"  - (tt\w+) (\d+\.\d+)(.*)", this)
            yield f"- [{related[1]} {related[2]}]({related[1]}.md#{related[2]}){related[3]}" if related else this.strip()
        elif re.match(r"  [a-zđ]\) ", this):
            yield "- " + this.strip()
        else:
            heads = not this.startswith(" ") and (after.startswith("  ") or not after.strip()) and ":" not in this
            yield f"**{this.strip()}**\n" if heads else this.strip() + "\n"


for row in says().split("\n")[1:]:
    if not row.strip():
        continue
    name = row.split()[0]
    with open(os.path.join(folder, name + ".md"), "w", encoding="utf-8") as out:
        parts = says(name).split("\n\n")
        title, *facts = parts[0].split("\n")
        school = re.search(r"Cấp học: (.*)", parts[0]).group(1)
        law = re.search(r"Thông tư \d+/\d+", parts[0])
        out.write(f"# {law.group(0) if law else name}, {school}\n\n{title}. Trong kế hoạch: `dùng danh mục {name};`\n\n")
        out.write("".join(f"- {fact}\n" for fact in facts))
        for part in parts[1:]:
            if not part.startswith("Tiêu chuẩn "):
                head = "## " if part.count("\n  ") else ""
                out.write("\n" + head + "\n".join(f"- {line.strip()}" if line.startswith(" ") else line + "\n" for line in part.split("\n")) + "\n")
                continue
            out.write(f"\n## {part.split(chr(10))[0]}\n")
            for number in re.findall(r"^[* ] (\d+\.\d+) ", part, re.M):
                head, *rest = says(name, number).split("\n", 3)
                out.write(f"\n### {number} {head.split(': ', 1)[1]}\n\n" + "\n".join(lines_of(rest[-1])) + "\n")

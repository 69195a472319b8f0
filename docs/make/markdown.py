"""Markdown to HTML by cmark-gfm, and khct's own words coloured in what it gives."""
import html
import re
import subprocess


def html_of(path):
    """The page as HTML. Raw HTML in it is left out by cmark."""
    done = subprocess.run(["cmark-gfm", "-e", "table", "-e", "strikethrough", path], check=True, capture_output=True)
    return done.stdout.decode("utf-8")


# a field's or a block's keyword: what stands first on a line, or after `<` or `;`, before `:` or a heading's words
FIELD = re.compile(r"^(\s*)([^\s:#<>;&][^:#<>;&\n]*?)(:)", re.M)
BLOCK = re.compile(r"^(\s*)((?:dùng|danh mục|mẫu|trường|kế hoạch|phần|căn cứ|hiện trạng|tiêu chí|khoản|việc|vấn đề|theo dõi|vai trò|"
                   r"viết tắt|nơi nhận|chữ ký|cho phép|dung|danhmuc|mau|truong|kehoach|phan|cancu|hientrang|tieuchi|khoan|viec|vande|"
                   r"theodoi|vaitro|viettat|noinhan|chuky|chophep)\b)(?!\s*:)", re.M)
LEVEL = re.compile(r"^(\s*)((?:không đạt|mức \d|muc \d))\b(?!:)", re.M)


def plan(text):
    """The text of a plan (escaped), its keywords in <b>, its comments in <i>."""
    lines = []
    for line in text.split("\n"):
        found = re.match(r"^(\s*|.*?[;,] *|.*?&lt; *)(# .*)$", line)
        words, comment = (found.group(1), f"<i>{found.group(2)}</i>") if found else (line, "")
        words = FIELD.sub(r"\1<b>\2</b>\3", words)
        if "<b>" not in words:
            words = LEVEL.sub(r"\1<b>\2</b>", BLOCK.sub(r"\1<b>\2</b>", words))
        lines.append(words + comment)
    return "\n".join(lines)


def coloured(page):
    """The HTML of a page with its plans coloured."""
    return re.sub(r'(<pre><code class="language-khct\+?[^"]*">)(.*?)(</code></pre>)',
                  lambda found: found.group(1) + plan(found.group(2)) + found.group(3), page, flags=re.S)


def plain(text):
    """The words of HTML."""
    return html.unescape(re.sub(r"<[^>]*>", "", text))

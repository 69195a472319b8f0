"""The diagrams of the grammars, drawn from what bison itself says of them, so that they follow it.

Usage: grammar.py GRAMMAR.xml... > PAGE.html (each made by `bison --xml`); needs Debian's python3-railroad-diagrams."""
import html
import os
import re
import sys
import xml.etree.ElementTree as tree

import railroad
from railroad import Choice, Diagram, NonTerminal, OneOrMore, Optional, Sequence, Skip, Terminal, ZeroOrMore

railroad.INTERNAL_ALIGNMENT = "left"

HEADS = {
    "parser": ("Khối và trường", "Cách các khai báo và trường đứng trong tệp (`grammar/parser.y`)."),
    "heading": ("Dòng đầu của khối", "Điều mà dòng đầu của mỗi khối nói (`grammar/heading.y`)."),
    "list": ("Danh sách tiêu chí", "Những tiêu chí, số hay mức mà một dòng kể (`grammar/list.y`)."),
    "time": ("Thời gian", "Một giá trị thời gian (`grammar/time.y`); cụm chữ viết hoa là những gì bộ quét ghép lại, như ngày, tháng, học kỳ."),
    "money": ("Tiền", "Một giá trị tiền (`grammar/money.y`)."),
    "people": ("Người", "Một giá trị người (`grammar/people.y`)."),
    "basis": ("Căn cứ", "Một văn bản được căn cứ (`grammar/basis.y`)."),
}


def keywords_of_blocks():
    """The keyword that opens each kind of block: TIEUCHI is `tieuchi`, VIECLON `viec`."""
    with open("grammar/keywords.def", encoding="utf-8") as file:
        text = file.read()
    words = dict(re.findall(r'^KHCT_KEYWORD\((\w+), "([^"]*)"', text, re.M))
    return {block: words[word] for block, word in re.findall(r"^KHCT_BLOCK\((\w+), KHCT_K_(\w+)", text, re.M) if word in words}


class Grammar:
    def __init__(self, path):
        self.name = re.sub(r"\.xml$", "", os.path.basename(path))
        grammar = tree.parse(path).getroot().find("grammar")
        self.terminals = {one.get("name") for one in grammar.find("terminals")}
        self.blocks = keywords_of_blocks() if self.name == "heading" else {}
        self.rules = {}
        for rule in grammar.find("rules"):
            left = rule.find("lhs").text
            if left.startswith("$") or left.startswith("@"):
                continue  # bison's own: the start, and what stands for an action inside a rule
            right = [one.text for one in rule.find("rhs").findall("symbol") if not re.match(r"[$@]+\d", one.text)]
            self.rules.setdefault(left, []).append(right)

    def anchor(self, name):
        return f"van-pham--{self.name}-{name.lower()}"

    def symbol(self, name):
        if name in self.rules:
            return NonTerminal(name, href="#" + self.anchor(name))
        return Terminal(self.blocks.get(name, name.strip("'\"")))

    def sequence(self, symbols):
        return Sequence(*[self.symbol(one) for one in symbols])

    def choice(self, alternatives):
        """One of these, each once; optional where one of them is empty."""
        some = [one for i, one in enumerate(alternatives) if one and one not in alternatives[:i]]
        drawn = [self.sequence(one) if len(one) > 1 else self.symbol(one[0]) for one in some]
        if not drawn:
            return Skip()
        one = drawn[0] if len(drawn) == 1 else Choice(0, *drawn)
        return Optional(one) if [] in alternatives else one

    def drawn(self, name):
        """A rule that begins or ends with itself is drawn as what it says: again and again."""
        rules = self.rules[name]
        left = [one[1:] for one in rules if one[:1] == [name] and one != [name]]
        right = [one[:-1] for one in rules if one[-1:] == [name] and one[:1] != [name]]
        base = [one for one in rules if one[:1] != [name] and one[-1:] != [name]]
        if left and not right and base:
            single = len(base) == 1 and len(left) == 1 and len(base[0]) == 1
            if single and left[0][-1:] == base[0]:  # a list with a separator, or without
                return OneOrMore(self.symbol(base[0][0]), self.sequence(left[0][:-1]) if left[0][:-1] else None)
            again = ZeroOrMore(self.choice(left))
            return again if base == [[]] else Sequence(self.choice(base), again)
        if right and not left and base:
            again = ZeroOrMore(self.choice(right))
            return again if base == [[]] else Sequence(again, self.choice(base))
        return self.choice(rules)

    def svg(self, name):
        out = []
        Diagram(self.drawn(name), css=None).writeSvg(out.append)
        text = re.sub(r"<style>.*?</style>", "", "".join(out), flags=re.S).replace("xlink:href", "href")
        text = re.sub(r' xmlns(:xlink)?="[^"]*"', "", text)
        text = re.sub(r"(<text[^>]*>[^<]*</text>)\1", r"\1", text)  # the library draws linked words twice
        return text.replace("<svg ", f'<svg role="group" aria-label="{html.escape(self.words(name))}" ', 1)

    def words(self, name):
        """The rule in words, for those who hear the page."""
        return f"{name}: " + " | ".join(" ".join(one) or "(trống)" for one in self.rules[name])

    def page(self):
        head, about = HEADS.get(self.name, (self.name, f"`grammar/{self.name}.y`"))
        about = re.sub(r"`([^`]*)`", r"<code>\1</code>", about)
        yield f"<h2>{head}</h2>\n<p>{about}</p>\n"
        for name in self.rules:
            yield f'<h3 id="{self.anchor(name)}">{name}</h3>\n<div class="cuon" tabindex="0">{self.svg(name)}</div>\n'


print("<h1>Văn phạm bằng hình</h1>\n<p>Vẽ từ chính các tệp văn phạm mà khct được dựng bằng: đi theo đường từ trái sang phải. Khung "
      "vuông dẫn tới một hình khác, khung tròn là chữ hay dấu đứng trong tệp.</p>\n<p><em>Drawn from bison's own account of the "
      "grammars.</em></p>")
for path in sys.argv[1:]:
    print("".join(Grammar(path).page()))

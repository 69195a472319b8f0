"""The grammar in docs/language.md, from the files that khct is built of: each ```ebnf block of the page is
written anew from what bison says of parser.y, heading.y and list.y, and from the patterns of scanner.l.

Usage: ebnf.py PAGE PARSER.xml HEADING.xml LIST.xml > PAGE (the xml made by `bison --xml`)"""
import re
import sys
import xml.etree.ElementTree as tree

# How the page calls what the grammars name; what is not here stops the script.
NAMES = {
    "file": "tệp", "items": "các mục", "field": "trường", "line": "khai báo một dòng", "block": "khối",
    "heading": "dòng đầu", "plan": "của kế hoạch", "library": "của thư viện", "criterion": "tiêu chí", "number": "số hiệu",
    "goal": "mức cần đạt", "result": "mức đã đạt", "year": "năm của kết quả", "problem": "vấn đề", "list": "danh sách",
    "criteria": "các tiêu chí", "joined": "nối", "item": "một hay một khoảng", "title": "tên", "name": "ký hiệu hoặc tên",
    "name_and_title": "ký hiệu và tên", "when": "thời điểm",
    "value": "trường có danh sách", "level": "mức", "of": "của mức", "entries": "các phần", "entry": "phần",
    "range": "một hay một khoảng",
}
TOKENS = {"LINE": "HẾT_DÒNG", "TEXT": "CHỮ", "SEMICOLONS": "CHẤM_PHẨY", "OPEN": "MỞ", "CLOSES": "ĐÓNG", "BRACKET": "NGOẶC_MỞ",
          "UNBRACKET": "NGOẶC_ĐÓNG", "QUOTE": "BA_NHÁY", "ESCAPE": "GIỮ_NGUYÊN", "COMMENT": "GHI_CHÚ"}
WORDS = {"muc", "duytri", "khongdat", "tieuchuan", "tieuchi", "và", "caonhat", "tatca"}  # tokens that stand in a plan as they are
# What belongs nowhere; blocks that nobody can write; what is only read to be said; words that are only passed over.
LEFT_OUT = {'"dấu đứng lẻ"', "TOP", "UNKNOWN", "gap", "nonsense", "no_level"}
NOTHING = {"any"}
COMMENTS = {"KETQUATC": " (* trong hientrang *)"}


def keywords(path="grammar/keywords.def"):
    text = open(path, encoding="utf-8").read()
    unmarked = dict(re.findall(r'^KHCT_KEYWORD\((\w+), "(\w+)"', text, re.M))
    blocks = re.findall(r"^KHCT_BLOCK\((\w+), KHCT_K_(\w+)", text, re.M)
    return {block: f'"{unmarked[keyword]}"' + COMMENTS.get(block, "") for block, keyword in blocks}


def fields(path="grammar/keywords.def"):
    """What the first token of list.y stands for: the names of the fields whose values are such lists."""
    text = open(path, encoding="utf-8").read()
    unmarked = dict(re.findall(r'^KHCT_KEYWORD\((\w+), "(\w+)"', text, re.M))
    places = re.findall(r"^KHCT_PLACE\(\w+, (\w+), FIELD, (\w+)", text, re.M)
    types = {"CRITERIA": "CRITERIA", "NUMBERS": "NUMBERS", "LEVELS": "LEVEL_LIST"}
    named = {token: dict.fromkeys(f'"{unmarked[k]}"' for k, of in places if of == type) for token, type in types.items()}
    return {token: " | ".join(all) if len(all) == 1 else f"( {' | '.join(all)} )" for token, all in named.items()}


def rules_of(path):
    rules = {}
    for rule in tree.parse(path).getroot().find("grammar").find("rules"):
        left = rule.find("lhs").text
        if left[0] in "$@":
            continue  # bison's own: the start, and what stands for an action inside a rule
        right = [one.text for one in rule.find("rhs").findall("symbol") if one.text[0] not in "$@"]
        right = [one for one in right if one not in NOTHING]
        if left not in NOTHING | LEFT_OUT and not LEFT_OUT & set(right) and right not in rules.setdefault(left, []):
            rules[left].append(right)
    return rules


SHAPES = {"C": "criterion", "N": "number", "T": "goal", "L": "goal", "R": "result", "Y": "year", "t": "title", "I": "name",
          "W": "when", "S": "problem", "M": "name_and_title"}


def check_shapes(rules, path="grammar/keywords.def"):
    """The letters of a heading's shape in the table say what its production says."""
    productions = {one[0]: one[1:] for name in ("plan", "library") for one in rules[name]}
    for block, shape in re.findall(r'^KHCT_BLOCK\((\w+), \w+, "(\w*)"', open(path, encoding="utf-8").read(), re.M):
        wanted = [SHAPES[letter] for letter in shape if letter != "x"]
        if block not in LEFT_OUT and productions.get(block) != wanted:
            sys.exit(f"{path}: the shape {shape!r} of {block} is not its heading in grammar/heading.y: {productions.get(block)}")


class Writer:
    def __init__(self, rules, words):
        self.rules, self.words = rules, words

    def symbol(self, name):
        if name in self.words:
            return self.words[name]
        if name[0] == '"' and name[1:-1] not in WORDS:
            return name[1:-1].upper().replace(" ", "_")
        return f'"{name[1:-1]}"' if name[0] in "'\"" else NAMES[name]

    def sequence(self, symbols):
        return ", ".join(self.symbol(one) for one in symbols)

    def choice(self, alternatives):
        some = " | ".join(self.sequence(one) for one in alternatives if one)
        return f"[ {some} ]" if [] in alternatives else some

    def rule(self, name):
        """A rule that begins with itself says: again and again."""
        again = [one[1:] for one in self.rules[name] if one[:1] == [name]]
        once = [one for one in self.rules[name] if one[:1] != [name]]
        parts = [] if once in ([], [[]]) else [self.choice(once)]
        if again:
            parts.append("{ " + self.choice(again) + " }")
        lines = ", ".join(parts).split(" | ") if len(once) > 6 else [", ".join(parts)]
        lines = list(dict.fromkeys(lines))  # two blocks with one keyword and one form
        return f"{NAMES[name]} = " + "\n    | ".join(lines) + " ;"

    def page(self):
        return "\n".join(self.rule(name) for name in self.rules)


def patterns(path="grammar/scanner.l"):
    """The patterns of the scanner, each with the token it gives."""
    found = {}
    for line in open(path, encoding="utf-8").read().split("\n%%\n")[1].split("\n"):
        rule = re.match(r"(?:<[A-Z,]+>)?(\S+) +\{ .*?(?:\bADD\(|KHCT_RAW_|\badd_(?=text)|\bbegin_(?=line))(\w+)", line)
        if rule: # of a run of text the pattern has the first byte
            run = "+" if rule[2] == "text" else ""
            found.setdefault(TOKENS[rule[2].upper()], []).append(rule[1] + run)
    found[TOKENS["COMMENT"]] = ['"#"[^\\n]*']
    return "\n".join(f"{name} = ? {' | '.join(all)} ? ;" for name, all in found.items())


page, parser, heading, lists = sys.argv[1:]
check_shapes(rules_of(heading))
made = [Writer(rules_of(parser), {}).page(), Writer(rules_of(heading), keywords()).page(),
        Writer(rules_of(lists), fields()).page(), patterns()]
text = open(page, encoding="utf-8").read()
parts = re.split(r"(?<=```ebnf\n)(.*?)(?=```\n)", text, flags=re.S)
assert len(parts) == 2 * len(made) + 1, f"{page}: {len(parts) // 2} blocks of ebnf, not {len(made)}"
for i, one in enumerate(made):
    parts[2 * i + 1] = one + "\n"
sys.stdout.write("".join(parts))

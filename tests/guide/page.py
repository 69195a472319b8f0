"""Runs the examples of pages in Markdown, each page in an empty folder of its own.

Usage: page.py KHCT PAGE... (--keep DIR: leave the files there, one folder a page)

```khct NAME                a plan of the page, without errors where no command names it; ```khct+ NAME: a part of one
```khct sai KH1001          lines of a plan that raise the code
```khct dung KH1001         lines that do not, and no error
```thongbao                 what khct says of the lines before
```sh                       how a machine is set up: not run
```console                  commands (`$ `), each with what it says: every line, in that order; more may be said

What a plan leaves out of what every plan needs is put before its lines. Every code that the page names must exist. In a table
headed `viết ở FIELD` every phrase is tried in that field. Other blocks are faults: nothing on a page goes untried. Wrong use (status 2) and death are faults."""
import os
import re
import subprocess
import sys
import tempfile

# What lines of a page leave out, with the words at a line's start that say it is there; of the form of 2026, or the one before.
COMMON = [
    (r"^(trường|truong) ?<", "trường < tên: Trường THCS Lạch Sậy; cấp: THCS; cấp trên: UBND xã Lạch Sậy; địa danh: Lạch Sậy; >"),
    (r"^(nơi nhận|noinhan)", "nơi nhận < - UBND xã Lạch Sậy (để b/c); - Lưu: VT; >"),
    (r"^(chữ ký|chuky)", "chữ ký < chức vụ: Hiệu trưởng; họ tên: Lê Thị Sậy; >"),
]
NEW = COMMON + [
    (r"^(dùng danh mục|danh mục|danhmuc)", "dùng danh mục tt57_2026_phothong;"),
    (r"^dùng mẫu", "dùng mẫu bieu2_tt57;"),
    (r"^(kế hoạch|kehoach)", "kế hoạch < số: 21/KH-THCSLS; ngày: 28/8/2026; trích yếu: Cải tiến chất lượng giáo dục; năm học: 2026-2027; >"),
    (r"^căn cứ", "căn cứ < văn bản: tt57_2026; khác: Báo cáo tự đánh giá năm học 2025-2026;"
     " khác: Kết quả rà soát kế hoạch cải tiến năm học 2025-2026; >"),
    (r"^theo dõi", "theo dõi Cuối học kỳ I < nội dung: Tiến độ; người: HT; >\ntheo dõi Cuối năm học < nội dung: Kết quả; người: HT; >"),
]
OLD = COMMON + [
    (r"^(dùng danh mục|danh mục|danhmuc)", "dùng danh mục tt18_2018;"),
    (r"^dùng mẫu", "dùng mẫu cv5932;"),
    (r"^(kế hoạch|kehoach)", "kế hoạch < số: 21/KH-THCSLS; ngày: 20/8/2025; trích yếu: Cải tiến chất lượng giáo dục; năm học: 2025-2026; >"),
    (r"^phần Mục đích", "phần Mục đích, yêu cầu < đoạn: Khắc phục điểm yếu; >"),
    (r"^căn cứ", "căn cứ < văn bản: luat43_2019; >"),
    (r"^phần Tổ chức", "phần Tổ chức thực hiện < đoạn: Hiệu trưởng chỉ đạo, các tổ thực hiện; >"),
]
BLOCK = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.S | re.M)


def save(name, text):
    os.makedirs(os.path.dirname(os.path.abspath(name)), exist_ok=True)
    with open(name, "w", encoding="utf-8") as file:
        file.write(text)


class Page:
    def __init__(self, khct, path):
        self.path, self.commands, self.faults = path, 0, 0
        self.said, self.at, self.untried = "", 0, set()
        self.env = dict(os.environ, PATH=os.path.dirname(khct) + os.pathsep + os.environ["PATH"], LC_ALL="C", NO_COLOR="1",
                        GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_SYSTEM=os.devnull, HOME=os.path.abspath("."),
                        **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
                           for what, value in (("NAME", "Lan"), ("EMAIL", "lan@example.org"))})

    def fault(self, what):
        print(f"{self.path}: {what}")
        self.faults += 1

    def run(self, command):
        self.commands += 1
        self.untried -= set(command.split())
        done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, encoding="utf-8", env=self.env,
                              stdin=subprocess.DEVNULL)
        self.said, self.at = done.stdout + done.stderr, 0
        if done.returncode not in (0, 1, 3):
            self.fault(f"{command}: status {done.returncode}\n{self.said}")

    def expect(self, line):
        found = self.said.find(line.strip(), self.at)
        if found < 0:
            return self.fault(f"not said: {line}\n{self.said}")
        self.at = found + len(line.strip())

    def write(self, name, body):
        frame = OLD if re.search("tt1[789]_2018|cv5932", body) else NEW
        parts = [text for words, text in frame if not re.search(words, body, re.M)]
        after = []
        if frame is NEW and not re.search("^vấn đề", body, re.M):
            after = [f"vấn đề tiêu chuẩn {ma[0]} tiêu chí {ma} < hiện trạng: Chưa đều; hạn chế: Chậm; nguyên nhân: Thiếu người; >\n"
                     for ma in sorted(set(re.findall(r"^  tiêu chí: +(\d\.\d+);", body, re.M)))]
        save(name, "\n".join([*parts, body]) + "".join(after))

    def lines(self, kind, code, body):
        self.write("dong.khct", body)
        self.run("khct check dong.khct")
        if kind == "sai" and f"[{code}]" not in self.said:
            self.fault(f"{code} is not raised by\n{body}{self.said}")
        if kind == "dung" and (f"[{code}]" in self.said or "lỗi[" in self.said):
            self.fault(f"{code} or an error is raised by\n{body}{self.said}")

    def block(self, kind, body):
        words = kind.split()
        if words[:1] == ["khct"] and len(words) == 3:
            self.lines(words[1], words[2], body)
        elif words[:1] == ["khct"] and len(words) == 2:
            self.write(words[1], body)
            self.untried.add(words[1])
        elif words[:1] == ["khct+"] and len(words) == 2:
            save(words[1], body)
        elif words == ["thongbao"]:
            for line in body.splitlines():
                self.expect(line)
        elif words == ["console"]:
            for line in body.splitlines():
                self.run(line[2:]) if line.startswith("$ ") else self.expect(line)
        elif words != ["sh"]:
            self.fault(f"a block that is not tried: ```{kind}")

    def table(self, field, rows):
        """Every phrase of a table of ways to write a field is understood."""
        for phrase in re.findall(r"`([^`]+)`", rows):
            self.write("cum-tu.khct", f"việc Thử <\n  tiêu chí: 4.2;\n  giải pháp: Thử;\n  {field}: {phrase};\n>\n")
            self.run("khct check cum-tu.khct")
            if re.search(r"lỗi\[|KH4008|KH5004|KH4015", self.said):
                self.fault(f"{field} {phrase}\n{self.said}")

    def read(self):
        with open(self.path, encoding="utf-8") as file:
            text = file.read()
        for kind, body in BLOCK.findall(text):
            self.block(kind, body)
        for code in sorted(set(re.findall(r"\bKH\d{4}\b", text))):
            self.run(f"khct explain {code}")
        for field, rows in re.findall(r"^\| (?:viết )?ở `([^`]+)` \|.*\n\|[-|]+\n((?:\|.*\n)+)", text, re.M):
            self.table(field, rows)
        for name in sorted(self.untried):
            self.run(f"khct check -q {name}")
            if self.said:
                self.fault(f"{name}\n{self.said}")
        return self


def main(khct, *paths):
    keep = None
    if paths[0] == "--keep":
        keep, paths = os.path.abspath(paths[1]), paths[2:]
    commands = faults = 0
    with tempfile.TemporaryDirectory() as work:
        for path in [os.path.abspath(path) for path in paths]:
            folder = os.path.join(keep or work, os.path.basename(path)[:-3])
            os.makedirs(folder, exist_ok=True)
            os.chdir(folder)
            page = Page(os.path.abspath(khct), path).read()
            commands, faults = commands + page.commands, faults + page.faults
            os.chdir("/")
    print(f"{len(paths)} pages, {commands} commands, {faults} faults")
    return faults > 0 or commands == 0


sys.exit(main(os.path.abspath(sys.argv[1]), *sys.argv[2:]))

#!/usr/bin/env python3
"""Makes a plan as a writer might leave it, with whatever the language lets stand in a value:
escapes, quotes, comments, list items, blank lines, values that are not understood.

Usage: source.py SEED > plan.khct. The same seed gives the same plan; not each one has no error."""
import random
import sys
import unicodedata

WORDS = ("giáo viên học sinh đổi mới dự giờ rèn luyện sách, nước sạch bạn đọc thư viện góc lớp tổ "
         "buổi quét nhà phòng khám vườn cây xanh.").split()
SIGNS = ["\\;", "; ", ";\n", "\\\\", "\\>", "\\<", "\\#", '\\"', '"', "<b>", "C#", "#x", " # ghi chú\n",
         ", # ghi chú\n", "\n\n", "\n   - ý một\n   - ý hai\n", "\n  + con\n", "\n  • hạt\n", "\n - \n",
         "- ", "– ", ":", "nội dung", "giaiphap", "kinh phí:", "1.", "a)", "\t", "\u00a0", "\u2028",
         "\u200b", "\u00ad", "😀", unicodedata.normalize("NFD", "tiếng"), "...", "{", "%", "$", "&", "'",
         "> 5", "< 3", ">", "\n# cả dòng\n", "\\n", "\\", "“nháy”", "1.7", "mức 2", "[H1-1.7-01]", "\r\n"]
QUOTED = WORDS + ["; giaiphap", "> ", "# x", "<", "\\;", '"', "\n\n", "\n- ý\n", ", HT"]
TEXTS = ["hientrang", "diemyeu", "hanche", "nguyennhan", "noidung", "muctieu", "ketqua", "nguonluc",
         "dieukien", "ghichu", "chiso", "giaiphap", "giaiphap"]
TIMES = ["tháng 9/2023", "học kỳ I", "từ 9/2023 đến 5/2024", "hằng tháng", "năm học 2023-2024",
         "sau khi có kinh phí", "30/2/2024", "-", "từ 5/2024 đến 9/2023", "quý 3/2024; học kỳ II"]
MONEY = ["ngân sách", "12.500.000 đồng", "8 triệu đồng và xã hội hóa", "không", "5 - 7 triệu", "tùy",
         "999.999.999.999.999 đồng", "2.000.000.000.000.000 đồng", "200.000 đồng/học sinh",
         "1.000.000.000.000.000 đồng + " * 12 + "1 đồng"]
PEOPLE = ["Hiệu trưởng", "GVCN các lớp", "HT, PHT", "Phòng Giáo dục và Đào tạo", "HT - PHT và GVCN",
          "-", "nhà trường\n  - HT\n  - PHT"]
EVIDENCE = ["[H1-1.7-01]", "MC.1.7.01, MC.9.9.1", "H1-1.7-01; H2-2.2-02 và ảnh"]
PROGRESS = ["15/12/2023 60%: đã làm", "20/01/2024 hoanthanh", "31/2/2024 10%", "1/1/2024 đang thực hiện: x; y"]
TYPED = [("chutri", PEOPLE), ("phoihop", PEOPLE), ("giamsat", PEOPLE), ("thoigian", TIMES), ("baocao", TIMES),
         ("kinhphi", MONEY), ("minhchung", EVIDENCE), ("tiendo", PROGRESS)]
HEAD = """\
dung danhmuc {catalogue};
truong <
  ten {name};
  cap {types};
  captren UBND; diadanh B;
  loaihinh {kind};
>
kehoach <
  so {number};
  ngay {day};
  trichyeu {text};
  {period};
  phandau {aim};
  loidan {text2};
>
"""


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def quoted(self):
        return '"""' + " ".join(self.r.choice(QUOTED) for _ in range(self.r.randint(1, 6))) + '"""'

    def text(self):
        r = self.r
        chance = r.random()
        if chance < 0.16:
            return "-" if chance < 0.06 else self.quoted()
        out = r.choice(WORDS) + " " if r.random() < 0.8 else ""
        for _ in range(r.randint(1, 8)):
            out += (r.choice(SIGNS) if r.random() < 0.3 else r.choice(WORDS)) + r.choice([" ", " ", ""])
        out = out.rstrip().rstrip("\\;-–<>") or "x"
        if "#" in out or r.random() < 0.5:  # a comment would take the `;` along
            out += "\n" + r.choice(WORDS)
        return out.replace("\n", "\n" + " " * 10)

    def value(self, choices):
        return self.r.choice(choices) if self.r.random() < 0.8 else self.text()

    def fields(self, depth):
        r = self.r
        lines = [(name, self.text()) for name in TEXTS if r.random() < 0.3]
        lines += [(name, r.choice(choices) if name in ("tiendo", "minhchung") else self.value(choices))
                  for name, choices in TYPED if r.random() < 0.35]
        r.shuffle(lines)
        return "".join(f"{'  ' * depth}{name} {value};\n" for name, value in lines)

    def task(self, depth):
        title = " Việc " + self.r.choice(WORDS) if self.r.random() < 0.6 else ""
        indent = "  " * depth
        return f"{indent}viec{title} <\n{self.fields(depth + 1)}{indent}>\n"

    def tasks(self, depth):
        return "".join(self.task(depth) for _ in range(self.r.randint(0, 3)))

    def prose(self, depth=1):
        out, indent = "", "  " * depth
        for _ in range(self.r.randint(1, 4)):
            kind = self.r.choice(["doan", "doanso", "gach", "mucnho"] if depth < 4 else ["doan", "gach"])
            if kind == "mucnho":
                title = self.r.choice(WORDS)
                out += f"{indent}mucnho Mục {title} <\n{self.prose(depth + 1)}{indent}>\n"
            else:
                out += f"{indent}{kind} {self.text()};\n"
        return out

    def head(self):
        r = self.r
        return HEAD.format(
            catalogue=r.choice(["tt18_2018", "tt57_2026_phothong", "tt19_2018"]),
            name=self.text() if r.random() < 0.3 else "Trường A",
            types=r.choice(["thcs", "thcs, thpt", "thcs và thpt", "THCS"]),
            kind=r.choice(["conglap", "công lập", "tư thục"]),
            number=r.choice(["14/KH-A", "05 /KH-A", "290./KH-A", "…/KH-A", "abc"]),
            day=r.choice(["14/8/2023", "31/2/2023", "ngày 14 tháng 8 năm 2023"]), text=self.text(),
            period=r.choice(["namhoc 2023-2024", "giaidoan 2020-2025", "namhoc 2023-2025",
                             "giaidoan 2024-2025 den 2028-2029"]),
            aim=r.choice(["muc 2", "muc 3 den namhoc 2027-2028", "muc 9"]), text2=self.text())

    def results(self):
        return ("hientrang namhoc 2022-2023 <\n  muc 2 1.1 - 1.6; muc 1 1.7, 2.1; khongdat 2.2; ngay 5/5/2023;\n"
                f"  doan {self.text()};\n  tieuchi 3.1 muc 1 <\n    diemmanh {self.text()};\n"
                f"    minhchung [H1-1.7-01];\n  >\n  tieuchi 3.2 khongdat <\n    diemyeu {self.text()};\n  >\n"
                "  khoan 1, 2;\n>\n")

    def others(self):
        r = self.r
        return [
            f"phan mucdich <\n{self.prose()}>\n", f"phan Phần riêng {r.choice(WORDS)} <\n{self.prose()}>\n",
            f"cancu <\n  nhom vanban;\n  vanban tt18_2018;\n  khac {self.text()};\n"
            f"  vanban Công văn số 123/PGDĐT về {r.choice(WORDS)};\n"
            "  vanban Thực hiện theo Nghị quyết số 43/2019 ngày 5/5/2019 của Bộ Giáo dục về việc x;\n>\n",
            self.results(), "vaitro TN Tổ nước / tổ nước sạch gom HT, GVCN;\n", "vaitro BVT Bảo vệ;\n",
            "viettat NS ngân sách;\n", f"noinhan <\n  noi Lưu: VT;\n  noi {self.text()};\n>\n",
            "chuky < chucvu Hiệu trưởng; hoten A; quyenhan KT Hiệu trưởng; >\n",
            "chophep KH3005 tieuchi 5.2 chưa đủ tiền;\n", f"chophep KH7004 Vì {r.choice(WORDS)};\n",
            f"theodoi Cuối học kỳ I <\n  noidung {self.text()};\n  ketqua {self.text()};\n  nguoi HT;\n>\n",
            f"vande tieuchuan 1 tieuchi 1.3, 1.4 <\n  hientrang {self.text()};\n  hanche {self.text()};\n>\n"]

    def plan(self):
        r = self.r
        parts = [self.head()] + self.others()
        for code in ["1.7", "2.1", "9.9", "4.2"]:
            target = r.choice(["muc 2", "duytri", "duytri muc 1", "", "muc 7", "muc 2 Tên " + r.choice(WORDS)])
            parts.append(f"tieuchi {code} {target} <\n{self.fields(1)}{self.tasks(1)}>\n")
        parts.append(f"viec Nội dung {r.choice(WORDS)} <\n  tieuchi 1.1 - 1.3 và 2.1;\n{self.fields(1)}{self.task(1)}>\n")
        parts.append(f"khoan 1 muc 4 <\n{self.fields(1)}>\n")
        r.shuffle(parts)
        return "".join(parts)


if __name__ == "__main__":
    sys.stdout.reconfigure(newline="")
    sys.stdout.write(Maker(int(sys.argv[1])).plan())

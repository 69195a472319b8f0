#!/usr/bin/env python3
"""Makes a plan in JSON whose texts hold whatever could be taken for a sign of the language.

Usage: generate.py SEED > plan.json. The same seed gives the same plan. Texts stand in the form in
which a program would give them: strings, lists of paragraphs, lists of items."""
import json
import random
import sys
import unicodedata

WORDS = ("giáo viên học sinh đổi mới dự giờ rèn luyện sách nước sạch bạn đọc thư viện góc "
         "lớp tổ buổi quét nhà phòng khám vườn cây xanh").split()
NASTY = [
    ";", "; ", ";;", "; giaiphap nữa", "; nội dung: khác", "; phối hợp với công an", ";ghichu x",
    ">", "> >", ">=", "> # ghi", "<", "<<", "< tieuchi", "viec Sửa <", "tieuchi 1.1 muc 2 <",
    "#", "# ghi chú", ", # không phải ghi chú", "; # x", "C#", "#TruongHocHanhPhuc", "\\", "\\\\",
    "\\;", "\\n", "\\\"", "\"", "\"\"\"", "\"\"\" ;", "- ", "-", "–", "+ ", "* ", ":", ": ",
    "giaiphap", "giải pháp:", "kinh phí", "hientrang", "ngày 5", "so 5", "1.", "a)", "?", "{0}",
    "<script>alert(1)</script>", "&amp;", "%s%n", "$(ls)", "`ls`", "\u202e", "\u2028", "😀",
    "e\u0302\u0301", unicodedata.normalize("NFD", "tiếng Việt"), "'", "=1+1", "@x", "\u00ad",
]
PEOPLE = ["Hiệu trưởng", "GVCN các lớp", "HT, PHT", "Phòng Giáo dục và Đào tạo", "Ban đại diện CMHS"]
TIMES = ["tháng 9/2023", "học kỳ I", "từ 9/2023 đến 5/2024", "hằng tháng", "năm học 2023-2024"]
MONEY = ["ngân sách", "12.500.000 đồng", "8 triệu đồng và xã hội hóa", "không", "999.999.999.999 đồng"]


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def text(self):
        pieces = []
        for _ in range(self.r.randint(1, 7)):
            pieces.append(self.r.choice(NASTY) if self.r.random() < 0.5 else self.r.choice(WORDS))
        text = " ".join("".join(p + self.r.choice(["", " ", " "]) for p in pieces).split())
        # the one thing the language cannot say: a paragraph with the sign of an item and """
        if text[:1] in tuple("-–•*+") and '"""' in text:
            return self.text()
        return text if text.strip(" \u202e\u2028\u00ad") else "x"  # what nobody sees alone is no text

    def plain(self):
        """A paragraph among others: no sign of a list item, which would make it one."""
        text = self.text()
        while text[0] in "-–•*+" or (text.endswith("<") and " " not in text):
            text = self.text()
        return text

    def paragraphs(self):
        if self.r.random() < 0.7:
            return self.text()
        out = []
        for _ in range(self.r.randint(2, 4)):
            kind = self.r.choice(["", "gach", "gachcon"])
            out.append(self.plain() if kind == "" else {kind: self.plain()})
        return out

    def title(self):
        return self.r.choice(["Việc ", "1 ", "(Ảnh) "]) + self.text()

    def fields(self):
        names = ["hientrang", "diemyeu", "hanche", "nguyennhan", "noidung", "muctieu", "ketqua",
                 "nguonluc", "dieukien", "ghichu"]
        block = {n: self.paragraphs() for n in names if self.r.random() < 0.4}
        for name in ["giaiphap", "chiso"]:
            if self.r.random() < 0.6:
                block[name] = [self.paragraphs() for _ in range(self.r.randint(1, 3))]
        for name, values in [("chutri", PEOPLE), ("phoihop", PEOPLE), ("thoigian", TIMES),
                             ("kinhphi", MONEY)]:
            if self.r.random() < 0.6:
                block[name] = None if self.r.random() < 0.1 else self.r.choice(values)
        if self.r.random() < 0.3:
            block["minhchung"] = "Biên bản [H1-1.7-01]; " + self.plain()
        if self.r.random() < 0.3:
            block["tiendo"] = ["15/12/2023 60%: " + self.text(), "20/01/2024 hoanthanh"]
        return block

    def tasks(self, block):
        if self.r.random() < 0.5:
            block["viec"] = []
            for _ in range(self.r.randint(1, 3)):
                task = self.fields()
                if self.r.random() < 0.7:
                    task["ten"] = self.title()
                block["viec"].append(task)
        return block

    def prose(self, depth=0):
        items = []
        for _ in range(self.r.randint(1, 4)):
            kind = self.r.choice(["doan", "doanso", "gach", "mucnho"] if depth < 3 else ["doan"])
            items.append({kind: {"ten": self.title(), "cacmuc": self.prose(depth + 1)}
                          if kind == "mucnho" else self.paragraphs()})
        return items

    def plan(self):
        r = self.r
        plan = {
            "khct": "1.0",
            "dung": [{"danhmuc": "tt18_2018"}, {"mau": "cv5932"}],
            "truong": {"ten": "Trường " + self.text(), "cap": ["thcs", "thpt"], "diachi": self.text()},
            "kehoach": {"so": "14/KH-THCSHS", "ngay": "14/8/2023", "trichyeu": self.text(),
                        "namhoc": "2023-2024", "phandau": "muc 2",
                        "loidan": [self.paragraphs()], "thutu": ["mucdich", "cancu"]},
            "phan": [{"ten": "mucdich", "cacmuc": self.prose()},
                     {"ten": "Phần của trường " + self.text(), "cacmuc": self.prose()}],
            "cancu": [{"cacmuc": [{"nhom": "vanban"}, {"vanban": "tt18_2018"},
                                  {"khac": self.paragraphs()},
                                  {"vanban": "Công văn số 123/PGDĐT về " + self.plain()},
                                  {"gach": self.paragraphs()}]}],
            "hientrang": [{"namhoc": "2022-2023", "muc": ["2  1.1 - 1.6", "1  1.7, 2.1"],
                           "khongdat": ["2.2"], "doan": [self.paragraphs()],
                           "tieuchi": [{"ma": "3.1", "muc": 1, "diemmanh": [self.paragraphs()]},
                                       {"ma": "3.2", "khongdat": True, "diemyeu": [self.text()]}]}],
            "tieuchi": [], "khoan": [{"so": 1, "muc": 4, **self.tasks(self.fields())}], "viec": [],
            "vaitro": [{"ma": "TN", "ten": [], "van": "Tổ nước / " + self.plain()},
                       {"ma": "HĐ&Đ", "van": "Hội đồng gom TN, HT"}],
            "viettat": [{"ma": "NS", "van": self.plain()}],
            "noinhan": [{"noi": [self.text(), "Lưu: VT"]}],
            "chuky": [{"chucvu": "Hiệu trưởng", "hoten": self.text()}],
            "chophep": [{"ma": "KH3005", "tieuchi": "5.2", "van": self.plain()},
                        {"ma": "KH7004", "van": "Vì " + self.plain()}],
        }
        for code in ["1.7", "2.1", "4.2"]:
            block = {"ma": code, **self.tasks(self.fields())}
            block.update(r.choice([{"muc": 2}, {"duytri": True}, {"duytri": True, "muc": 1}, {}]))
            if r.random() < 0.3 and ("muc" in block or "duytri" in block):
                block["ten"] = self.title()
            plan["tieuchi"].append(block)
        plan["viec"].append({"ten": self.title(), "tieuchi": "1.1 - 1.3", **self.tasks(self.fields())})
        return plan


if __name__ == "__main__":
    json.dump(Maker(int(sys.argv[1])).plan(), sys.stdout, ensure_ascii=False, indent=1)

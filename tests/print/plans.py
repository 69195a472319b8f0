#!/usr/bin/env python3
"""Write plans that are hard to print into a directory: plans.py DIR

Each is named after what is hard in it. The words are drawn from a short list by a fixed seed;
schools and people are made up.
"""
import os
import random
import sys

WORDS = ("nhà trường tổ chức rà soát đánh giá kết quả thực hiện nhiệm vụ của từng tổ chuyên môn xây dựng "
         "kế hoạch bồi dưỡng giáo viên về phương pháp dạy học tích cực phối hợp với cha mẹ học sinh bổ sung "
         "thiết bị sửa chữa phòng học bộ môn theo dõi tiến bộ của học sinh qua từng học kỳ").split()
draw = random.Random(302020)

LONG_NAME = ("Trường Phổ thông Dân tộc Bán trú Tiểu học và Trung học cơ sở Anh hùng Nguyễn Thị Suối Mây "
             "trên Đỉnh núi số 2")
TEX = r"\input{/etc/passwd} \end{document} $x^2$ %hết \khctky {a} }b{ #1 & ~ ^^41 \\ \def\par{x} \write18{ls}"
SIGNS = ("“trích ‘dẫn’” \"thẳng\" 'đơn' 100% & #1_a 54 m² 3 m³ ≥ 90% ≤ 5 ≈ 2 → ½ – — … • ° ± × ÷ € § "
         "<a> {b} [H1-1.7-01] a--b `c` ~d^e\\f 5‰ −3 √2 α β π ∞")
RARE = "café naïve Škoda λ = 0,5 ≠ ∑ ʿ x̣ ñ ü ç Ω Δ"
OTHER = "Ɩ ✓ ☐ ➢ ₫ Иван สวัสดี Thạch Sốc Khênh 李小龍 \uf0b7 \uf0fc"


def text(count):
    return " ".join(draw.choice(WORDS) for _ in range(count)).capitalize()


def quoted(value):
    return '"""' + value + '"""'


def head(form, name="Trường Tiểu học Suối Mây", superior="UBND xã Núi Cao", number="05/KH-THSM",
         subject="Cải tiến chất lượng giáo dục", place="Núi Cao", catalogue="tt17_2018"):
    return (f"dung danhmuc {catalogue};\ndung mau {form};\n\n"
            f"truong <\n  ten {name};\n  cap tieuhoc;\n  captren {superior};\n  diadanh {place};\n  loaihinh conglap;\n>\n"
            f"kehoach <\n  so {number};\n  ngay 04/02/2024;\n  trichyeu {subject};\n  namhoc 2023-2024;\n"
            "  loiket Trên đây là kế hoạch của nhà trường;\n>\n"
            f"phan mucdich <\n  doan {text(40)}.;\n>\ncancu <\n  vanban tt17_2018;\n>\n")


def task(**fields):
    out = ""
    for field in ("ketqua", "noidung", "giaiphap", "chutri", "phoihop", "thoigian", "kinhphi", "dieukien", "ghichu"):
        value = fields.get(field, ())
        for one in (value,) if isinstance(value, str) else value:
            out += f"  {field} {one};\n"
    return out


def common():
    return dict(ketqua=text(15), giaiphap=[text(20), text(12)], chutri="Hiệu trưởng", phoihop="Phó hiệu trưởng",
                thoigian="từ tháng 9/2023 đến tháng 5/2024", kinhphi="12.500.000 đồng")


def end(signatures=1):
    out = (f"phan tochuc <\n  doan {text(40)}.;\n>\nnoinhan <\n  noi Phòng Giáo dục và Đào tạo (để báo cáo);\n"
           "  noi Lưu: VT;\n>\n")
    out += "chuky <\n  quyenhan KT Hiệu trưởng;\n  chucvu Phó hiệu trưởng;\n  hoten Nguyễn Văn Mẫu;\n>\n"
    for i in range(1, signatures):
        out += f"chuky Xác nhận của đơn vị thứ {i} <\n  chucvu Chủ tịch;\n  hoten Trần Thị Mẫu;\n>\n"
    return out


def criterion(number, body, level="muc 2"):
    return f"tieuchi {number} {level} <\n{body}>\n"


def long_names():
    out = head("cv5932", LONG_NAME, "Ủy ban nhân dân huyện Núi Cao Phòng Giáo dục và Đào tạo Cụm trường số 12 các xã "
               "vùng biên giới", "05/KH-PTDTBTTH&THCSAHNTSMTDNS2", f"Cải tiến chất lượng giáo dục của {LONG_NAME}",
               "Thị trấn nông trường Núi Cao")
    return out + criterion("1.1", task(**common())) + end(3)


def one_task():
    return head("cv5932") + criterion("1.7", task(giaiphap=text(6), chutri="HT", thoigian="9/2023")) + end()


def many_tasks():
    out = head("giaidoan5cot")
    for standard, criteria in ((1, 10), (2, 4), (3, 6), (4, 2), (5, 5)):
        for i in range(1, criteria + 1):
            tasks = ""
            for _ in range(7 + i % 2):
                tasks += "  viec <\n" + task(noidung=text(draw.randint(8, 45)), chutri="Hiệu trưởng, Tổ trưởng chuyên môn",
                                             thoigian="tháng 9/2023", dieukien="Ngân sách nhà nước") + "  >\n"
            out += criterion(f"{standard}.{i}", tasks)
    return out + end(2)


def long_cells():
    words = " ".join(["c0.truongtieuhocsuoimay.nuicao@tinhmiennui.edu.vn", "a" * 45,
                      "https://truongtieuhocsuoimay.edu.vn/van-ban/ke-hoach-cai-tien?nam=2024&muc=bao_cao"])
    whole = dict(common(), giaiphap=[text(90) for _ in range(16)], ghichu=text(60), dieukien=words)
    return (head("cv5932") + criterion("1.1", task(**common())) + criterion("1.2", task(**whole)) +
            criterion("1.3", task(**common())) + end())


def ten_columns():
    out = head("nam10cot")
    for i in range(1, 11):
        body = task(noidung=text(20), giaiphap=[text(25), text(25)], chutri="Phó hiệu trưởng, Tổ trưởng chuyên môn",
                    thoigian="từ tháng 10/2023 đến tháng 5/2024", kinhphi="Ngân sách nhà nước 1.250.000.000 đồng")
        out += criterion(f"1.{i}", body + "  giamsat Ban Thanh tra nhân dân;\n  baocao tháng 12/2023;\n")
    return out + end()


def signs(characters, subject=None):
    out = head("cv5932", subject=subject or quoted(characters))
    fields = dict(common(), noidung=quoted(characters), ketqua=quoted(characters), ghichu=quoted(characters))
    out += f"phan Phần riêng <\n  doan {quoted(characters)};\n  gach {quoted(characters)};\n"
    out += f"  mucnho Mục nhỏ <\n    doanso {quoted(characters)};\n  >\n>\n"
    return out + criterion("1.1", task(**fields)) + end()


def table_last():
    """no part behind the table: it ends the text"""
    out = head("cv5932")
    for i in range(1, 8):
        out += criterion(f"1.{i}", task(**common()))
    return out + end().split(">\n", 1)[1]


def many_recipients():
    """more of them than a page holds"""
    list_ = "".join(f"  noi {text(9)} (để báo cáo);\n" for _ in range(40))
    return head("cv5932") + criterion("1.1", task(**common())) + end().replace("  noi Lưu", list_ + "  noi Lưu")


def results_last():
    """a table in two halves ends the text: no signature alone on a page"""
    out = head("cv5932").split("phan mucdich")[0].replace("  loiket Trên đây là kế hoạch của nhà trường;\n", "")
    return out + "hientrang namhoc 2022-2023 <\n  muc 2 1.1 - 5.5;\n>\n" + "noinhan" + end().split("noinhan", 1)[1]


PLANS = {"ten-dai": long_names, "mot-viec": one_task, "hai-tram-viec": many_tasks, "o-dai": long_cells,
         "muoi-cot": ten_columns, "dau-la": lambda: signs(SIGNS), "ky-tu-hiem": lambda: signs(RARE), "phong-khac": lambda: signs(OTHER, "Cải tiến chất lượng"),
         "lenh-tex": lambda: signs(TEX), "bang-cuoi": table_last,
         "noi-nhan": many_recipients, "ket-qua-cuoi": results_last}


def main(where):
    for name, plan in PLANS.items():
        with open(os.path.join(where, name + ".khct"), "w", encoding="utf-8") as file:
            file.write(plan())


if __name__ == "__main__":
    main(sys.argv[1])

"""Plans made up by chance: every habit that facts are derived from, in odd orders."""
import random

ROLES = ["HT", "Hiệu trưởng", "HT (phụ trách chung)", "hiệu trưởng", "PHT", "GVCN", "GVCN các lớp", "TPT",
         "Bảo vệ", "bảo vệ", "BẢO VỆ", "Cô Lan", "Tổ Toán", "HT, GVCN", "GVCN, HT, Bảo vệ", "-", "PHT (cô Lan)",
         "PHT Nguyễn Thị Mai", "Phó hiệu trưởng (Đ/c Mai)", "thầy Nam; cô Lan", "Như trên", "HT; HT", "Các tổ trưởng, GVCN",
         "Ban giám hiệu và toàn thể giáo viên", "Tổ trưởng tổ 1, 2, 3", "- HT\n    - GVCN"]
TIMES = ["tháng 9/2023", "tháng 10/2023", "từ 15/9/2023 đến 20/12/2023", "học kỳ I năm học 2023-2024",
         "hằng tháng", "năm học 2023-2024", "trước 31/5/2024", "thường xuyên", "bao giờ xong thì thôi",
         "tháng 9/2023 và các năm tiếp theo", "-", "tháng 9/2023; tháng 3/2024", "Quý IV/2023", "15/11/2023",
         "sau Tết", "từ tháng 10/2023", "đến hết tháng 12/2023", "HKII", "hằng tuần, đến 31/3/2024", "tháng 9, 12", "Như trên",
         "Trước ngày 1/1/2024", "2 lần/năm học"]
MONEY = ["2 triệu đồng, ngân sách", "ngân sách 5 triệu đồng, xã hội hóa 3 triệu đồng", "50.000 đồng/học sinh",
         "không", "ngân sách", "5 - 7 triệu đồng", "ngân sách, xã hội hóa: 10 triệu đồng", "1.000.000.000.000.000 đồng",
         "bao nhiêu cũng được", "3 triệu đồng và 20.000 đồng/em, tài trợ", "-", "100 triệu đồng, trong đó ngân sách 60 triệu đồng",
         "12 x 350.000 đồng = 4.200.000 đồng", "tổng 8 triệu đồng: ngân sách 5 triệu đồng, xã hội hóa 2 triệu đồng", "0 đồng",
         "khoảng 7 triệu đồng, nguồn chi thường xuyên", "2,5 triệu đồng", "5 triệu đồng/tháng x 9 tháng", "500 nghìn đồng và 1 tr",
         "ngân sách nhà nước: 9.223.372.036.854 đồng", "Theo thực tế", "xã hội hóa (cha mẹ học sinh) 12.500.000đ", "Như trên",
         "- 3 triệu đồng, ngân sách\n    - 2 triệu đồng, tài trợ"]
DAYS = ["1/9/2023", "30/9/2023", "1/11/2023", "20/12/2023", "5/1/2024", "31/5/2024"]
STATES = ["50%", "0%", "100%", "hoàn thành", "đang thực hiện", "chưa thực hiện", "30%: mới xong một nửa", "6/14 em",
          "7/7 lớp", "xong 80%", "đã hoàn thành", "chưa triển khai", "hoàn thành: còn thiếu biên bản"]


def fields(r, indent):
    out = []
    for keyword, values, chance in (("chutri", ROLES, .7), ("phoihop", ROLES, .4), ("thoigian", TIMES, .7),
                                    ("kinhphi", MONEY, .6), ("noidung", ["Nội dung chung", "Đổi mới"], .3)):
        if r.random() < chance:
            out.append(f"{indent}{keyword} {r.choice(values)};")
    for _ in range(r.choice([0, 0, 1, 2, 3])):
        out.append(f"{indent}tiendo {r.choice(DAYS)} {r.choice(STATES)};")
    r.shuffle(out)
    return out


def tasks(r, least):
    out = []
    for i in range(r.randint(least, 4)):
        title = r.choice(["", f" Việc số {i}"])
        body = fields(r, "    ")
        if not title or r.random() < .5:
            body.insert(0, f"    giaiphap Giải pháp {i};")
        out += [f"  viec{title} <", *body, "  >"]
    return out


def plan(seed):
    r = random.Random(seed)
    new = seed % 3 == 2
    catalogue, form = ("tt57_2026_phothong", "bieu2_tt57") if new else ("tt18_2018", r.choice(["cv5932", "nam10cot", "giaidoan5cot"]))
    top, ids = (3, ["1.1", "1.2", "2.1", "3.2"]) if new else (3, ["1.1", "1.7", "2.1", "3.4", "5.6", "5.2"])
    out = [f"dung danhmuc {catalogue};", f"dung mau {form};",
           "truong < ten Trường THCS Hoa Sen; cap thcs; diadanh An Bình; >",
           f"kehoach < so 14/KH-THCSHS; ngay 14/8/2023; trichyeu Cải tiến chất lượng; namhoc 2023-2024;"
           f"{r.choice(['', ' phandau muc 2;', ' phandau muc 3;'])} >"]
    if r.random() < .4:
        out.append("vaitro PHT Phó hiệu trưởng Nguyễn Thị Mai;" if r.random() < .5 else "vaitro TKHĐ Thư ký hội đồng;")
    if r.random() < .3: # an earlier year too
        out.append("hientrang namhoc 2021-2022 < muc 1 tatca; >")
    if r.random() < .8:
        low = r.sample(ids, 2)
        out.append(f"hientrang namhoc 2022-2023 < muc {r.choice([1, 2])} tatca; >" if r.random() < .5 else
                   f"hientrang namhoc 2022-2023 <\n  muc 1  {low[0]};\n  khongdat {low[1]};\n"
                   f"  muc 2  {', '.join(i for i in ids if i not in low)};\n>")
    for i in r.sample(ids, r.randint(1, len(ids))):
        target = r.choice(["", " muc 2", " duytri", f" muc {top}", " duytri muc 1"])
        body = fields(r, "  ")
        if r.random() < .4:
            body.append("  giaiphap Việc chung của tiêu chí;")
        out += [f"tieuchi {i}{target} <", *body, *tasks(r, 0), ">"]
    for i in range(r.choice([0, 1, 2])):
        out += [f"viec Việc lớn {i} <", f"  tieuchi {', '.join(r.sample(ids, r.randint(1, 3)))};", *fields(r, "  "),
                *tasks(r, 0), ">"]
    if r.random() < .3:
        out += ["khoan 1 muc 4 <", *fields(r, "  "), *tasks(r, 1), ">"]
    return "\n".join(out) + "\n"


SPECIAL = {
    "phan-chung": """dung danhmuc tt18_2018;
truong < ten Trường THCS Hoa Sen; cap thcs; diadanh An Bình; >
kehoach < so 14/KH-THCSHS; ngay 14/8/2023; trichyeu Cải tiến; namhoc 2023-2024; >
hientrang namhoc 2022-2023 < muc 1 tatca; >
tieuchi 1.1 muc 2 <
  kinhphi 10 triệu đồng, ngân sách;
  viec Làm một < giaiphap Một; kinhphi 2 triệu đồng, ngân sách; tiendo 20/12/2023 hoàn thành; tiendo 01/11/2023 50%; >
  viec Làm hai < giaiphap Hai; noidung Nội dung hai; >
  viec < noidung Nội dung ba; giaiphap Ba; >
>
tieuchi 5.9 muc 2 < giaiphap Không có tiêu chí này; kinhphi 1 triệu đồng; >
""",
    "tien-do": """dung danhmuc tt57_2026_phothong;
dung mau bieu2_tt57;
truong < ten Trường THCS Hoa Sen; cap thcs; diadanh An Bình; >
kehoach < so 14/KH-THCSHS; ngay 14/8/2026; trichyeu Cải tiến; namhoc 2026-2027; >
tieuchi 1.1 muc 2 <
  viec Làm một < giaiphap Một; tiendo 20/12/2026 hoàn thành; tiendo 01/11/2026 50%; thoigian tháng 12/2026; >
  viec Làm hai < giaiphap Hai; tiendo 1/1/2027 100%; tiendo 1/10/2026 0%; thoigian tháng 10/2026; >
>
""",
    "tien-lon": """dung danhmuc tt18_2018;
truong < ten Trường THCS Hoa Sen; cap thcs; diadanh An Bình; >
kehoach < so 14/KH-THCSHS; ngay 14/8/2023; trichyeu Cải tiến; namhoc 2023-2024; >
tieuchi 1.1 muc 2 <
""" + "  viec Việc < kinhphi 1.000.000.000.000.000 đồng; >\n" * 9400 + ">\n",
    "tinh-tay": """dung danhmuc tt18_2018;
dung mau cv5932;
truong < ten Trường THCS Hoa Sen; cap thcs; captren UBND phường An Bình; diadanh An Bình; >
kehoach < so 14/KH-THCSHS; ngay 03/8/2024; trichyeu Cải tiến; namhoc 2024-2025; >
tieuchi 1.1 muc 2 < giaiphap A; chutri HT; thoigian trước 15/9; kinhphi 25 triệu (NS: 15tr, XHH: 10tr); >
tieuchi 1.2 muc 2 < giaiphap B; chutri PHT; thoigian HKI; kinhphi 45 máy x 12.500.000đ/máy = 562.500.000đ (NS 80%, XHH 20%); >
tieuchi 2.1 muc 2 < giaiphap C; chutri HT; thoigian tháng 12, 01, 02; kinhphi mỗi em 50.000đ x 320 em; >
tieuchi 2.2 muc 2 < giaiphap D; chutri TPT; thoigian 30/6 và 31/12 hằng năm; kinhphi 50.000đ/HS/tháng x 320 HS; >
tieuchi 3.1 muc 2 < kinhphi 100 triệu, trong đó NSNN 60 triệu, còn lại XHH;
  viec Sửa mái < noidung S; chutri KT; thoigian 15.9 - 30.9.2024; >
  viec Sơn lớp < noidung S; chutri KT; thoigian 20/8 - 04/9; kinhphi Quỹ Đội 2 triệu, quỹ khuyến học 3 triệu; >
>
viec Chung < tieuchi 1.3, 3.2; giaiphap F; chutri BGH; thoigian năm học 2024-2025; kinhphi PH đóng góp 4 triệu, 2.000 USD; >
""",
}

# Worked out by hand: the sum, how many amounts are left out, by source, by standard (0: several), and
# each task's first and last day.
BY_HAND = {
    "tinh-tay": {
        "tong": 708_500_000, "khongcong": 2,
        "nguon": {"ngansach": 15_000_000 + 450_000_000 + 60_000_000, "xahoihoa": 10_000_000 + 112_500_000 + 40_000_000,
                  "quy": 5_000_000, None: 16_000_000},
        "tieuchuan": {1: 587_500_000, 2: 16_000_000, 3: 105_000_000, None: None},
        "ngay": [[None, "2024-09-14"], ["2024-09-01", "2025-01-31"], ["2024-12-01", "2025-02-28"], ["2024-12-31", "2025-06-30"],
                 ["2024-09-15", "2024-09-30"], ["2024-08-20", "2024-09-04"], ["2024-09-01", "2025-08-31"]],
    },
}

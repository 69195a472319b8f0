#!/usr/bin/env python3
"""Write hard documents of khct's commands into a directory: kho.py DIR

The words are drawn from a short list by a fixed seed, so that the same documents come out on
every machine. Each is named after what is hard in it.
"""
import os
import random
import sys

WORDS = ("nhà trường tổ chức rà soát đánh giá kết quả thực hiện nhiệm vụ của từng tổ chuyên môn xây dựng "
         "kế hoạch bồi dưỡng giáo viên về phương pháp dạy học tích cực phối hợp với cha mẹ học sinh bổ sung "
         "thiết bị sửa chữa phòng học bộ môn theo dõi tiến bộ của học sinh qua từng học kỳ").split()
draw = random.Random(30)


def text(count):
    return " ".join(draw.choice(WORDS) for _ in range(count)).capitalize() + "."


def cell(content, columns=1, rows=1):
    if columns == rows == 1:
        return f"\\khcto{{{content}}}\n"
    return f"\\khctogop{{{columns}}}{{{rows}}}{{{content}}}\n"


def row(*cells):
    return "\\khcthang\n" + "".join(c if c.startswith("\\khcto") else cell(c) for c in cells)


def head(size):
    return (f"\\documentclass[{size}]{{khct}}\n\\khctmeta{{Kế hoạch khó \\& dài 100\\%}}{{Trường}}{{Chủ đề}}\n"
            "\\begin{document}\n"
            "\\khctdau{ỦY BAN NHÂN DÂN HUYỆN NÚI CAO PHÒNG GIÁO DỤC VÀ ĐÀO TẠO CỤM TRƯỜNG SỐ 12 CÁC XÃ VÙNG BIÊN GIỚI}"
            "{TRƯỜNG PHỔ THÔNG DÂN TỘC BÁN TRÚ TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ SUỐI MÂY TRÊN ĐỈNH NÚI SỐ 2}"
            "{Số: 05/KH-PTDTBTTH\\&THCSSMTDN}{Thị trấn Núi Cao, ngày~04~tháng~02~năm~2024}\n"
            "\\khctten{KẾ HOẠCH}{Cải tiến chất lượng}{Năm học 2023-2024}\n")


def sign(count):
    out = "\\khctnoi{- Phòng GDĐT (để b/c);}\n\\khctnoi{- Hội đồng trường và mọi cán bộ, giáo viên (để th/h);}\n"
    out += "\\khctnoi{- Lưu: VT.}\n"
    for i in range(count):
        out += f"\\khctchuky{{{'PHÊ DUYỆT' if i % 2 else ''}}}{{KT. HIỆU TRƯỞNG}}{{PHÓ HIỆU TRƯỞNG PHỤ TRÁCH}}{{Nguyễn Văn Mẫu}}\n"
    return out


def turned(size):
    """nine columns on turned pages, groups, lists; two signatories"""
    out = head(size) + "".join(f"\\khctcancu{{Căn cứ {text(25)[:-1]};}}\n" for _ in range(3))
    out += "\\khctphan{I}{MỤC ĐÍCH, YÊU CẦU}\n"
    out += "".join(f"\\khctdoanso{{{i}.}}{{{text(50)}}}\n" for i in range(1, 7))
    out += "\\begin{khctngang}\n\\khctphan{II}{NỘI DUNG KẾ HOẠCH}\n\\begin{khctbang}{4g,13t,16t,20t,13t,12t,9t,8t,5t}\n"
    out += row("TT", "Tiêu chuẩn, tiêu chí", "Kết quả cần đạt (so với hiện trạng)", "Công việc/giải pháp cần thực hiện",
               "Chủ trì và phối hợp thực hiện", "Thời gian thực hiện và hoàn thành", "Dự kiến kinh phí",
               "Điều kiện hỗ trợ khác", "Ghi chú") + "\\khctthan\n"
    for group in range(1, 5):
        out += f"\\khctnhom{{1}}{{MỨC {group}}}\n\\khctnhom{{2}}{{Tiêu chuẩn {group}: {text(9)}}}\n"
        for i in range(1, 9):
            tasks = "".join(f"\\khctgach{{{text(draw.randint(8, 30))}}}" for _ in range(draw.randint(1, 3)))
            out += row(str(i), f"{group}.{i} {text(8)}", f"\\khctdoan{{Mức 2}}\\khctdoan{{{text(15)}}}", tasks,
                       f"\\khctdoan{{\\khctnhan{{Chủ trì:}} Hiệu trưởng}}\\khctdoan{{\\khctnhan{{Phối hợp:}} {text(10)}}}",
                       "Từ 9/2023 đến 5/2024", "12.500.000 đồng", "Không", "")
    out += "\\end{khctbang}\n\\end{khctngang}\n\\khctphan{III}{TỔ CHỨC THỰC HIỆN}\n"
    for i in range(1, 13):
        out += f"\\khctmuc{{{i}}}{{{text(6)}}}\n\\khctdoan{{{text(60)}}}\n\\khctgach{{{text(30)}}}\n"
    return out + "\\khctdoan{Trên đây là kế hoạch của trường\\khctketthuc}\n" + sign(2) + "\\khctky\n\\end{document}\n"


def spans(size):
    """cells over many rows in two columns, rows and cells longer than a page"""
    out = head(size) + "".join(f"\\khctdoan{{{text(60)}}}\n" for _ in range(11))
    out += "\\khctphan{I}{NỘI DUNG}\n\\khctmuc{1}{Bảng việc}\n\\begin{khctbang}{12t,16t,33t,13t,14t,12t}\n"
    out += row(cell("Tiêu chí", 2), cell("Việc", 3), cell("Điều kiện", 1, 2))
    out += row("Số", "Tên", "Nội dung", "Thời gian", "Người") + "\\khctthan\n"
    for group in range(1, 9):
        tasks = [draw.randint(1, 3) for _ in range(draw.choice((1, 2, 3, 5, 9)))]
        for i, count in enumerate(tasks):
            for j in range(count):
                first = [cell(f"Tiêu chuẩn {group}. {text(12)}", 1, sum(tasks))] if i == j == 0 else []
                second = [cell(f"{group}.{i + 1}. {text(draw.randint(5, 40))}", 1, count)] if j == 0 else []
                out += row(*first, *second, text(draw.randint(5, 60)), "9/2023", "HT, PHT", "Không")
    long = "".join(f"\\khctdoan{{{text(150)}}}" for _ in range(9))
    out += row("Dài", text(40), long, "a", "b", text(300))
    out += row(cell(f"Dài {text(200)}", 1, 2), text(40), long, "a", "b", text(20))
    out += row("x", "y", "z", "b", text(5)) + "\\end{khctbang}\n"
    return out + f"\\khctdoan{{Hết bảng. {text(40)[:-1]}\\khctketthuc}}\n" + sign(1) + "\\khctky\n\\end{document}\n"


def last(count, signatures):
    """a table of so many rows that ends the text, before the signatures"""
    out = head(13) + "\\khctphan{I}{BẢNG}\n\\begin{khctbang}{10g,40t,40t}\n" + row("Số", "Việc", "Người") + "\\khctthan\n"
    out += "".join(row(str(i + 1), text(12), "HT") for i in range(count))
    return out + sign(signatures) + "\\end{khctbang}\n\\khctky\n\\end{document}\n"


def main(where):
    documents = {"ngang-13": turned(13), "ngang-14": turned(14), "gop-o": spans(13), "gop-o-14": spans(14)}
    for count in range(8, 16):
        documents[f"cuoi-{count}"] = last(count, 1 + count % 4)
    for name, content in documents.items():
        with open(os.path.join(where, name + ".tex"), "w", encoding="utf-8") as file:
            file.write(content)


if __name__ == "__main__":
    main(sys.argv[1])

"""Documents of further shapes, each with the fields that have to come out of it. They were written down
before they were read for the first time; these are the ones whose kind was not known then."""
import html

import docx

import hold
import make


def as_cell(cell):
    """Words, columns, rows."""
    return cell + (1,) * (3 - len(cell)) if isinstance(cell, tuple) else (cell, 1, 1)


def width(rows):
    return max(sum(as_cell(c)[1] for c in row) for row in rows)


def add_table(document, rows):
    table = document.add_table(rows=len(rows), cols=width(rows))
    table.style = "Table Grid"
    taken = set()
    for i, row in enumerate(rows):
        at = 0
        for cell in row:
            words, columns, deep = as_cell(cell)
            while (i, at) in taken:
                at += 1
            taken |= {(i + a, at + b) for a in range(deep) for b in range(columns)}
            target = table.cell(i, at)
            if columns * deep > 1:
                target = target.merge(table.cell(i + deep - 1, at + columns - 1))
            make.fill(target, words.split("\n"))
            at += columns


def beside(left, right):
    """Two halves, line by line."""
    n = max(len(left), len(right))
    return zip(left + [""] * (n - len(left)), right + [""] * (n - len(right)))


def to_docx(blocks, path):
    d = docx.Document()
    for kind, *rest in blocks:
        if kind == "p":
            make.add_paragraph(d, rest[0], bold=len(rest) > 1)
        elif kind == "halves":
            make.add_halves(d, *rest)
        elif kind == "tabs":
            for pair in beside(*rest):
                make.add_paragraph(d, "\t".join(pair))
        elif kind == "h":
            d.add_heading(rest[1], rest[0])
        elif kind == "list":
            for words in rest[0]:
                d.add_paragraph(words, style="List Bullet")
        else:
            add_table(d, rest[0])
    d.save(path)


def to_html(blocks, path):
    out = ["<!DOCTYPE html><meta charset=utf-8>"]
    for kind, *rest in blocks:
        if kind == "halves":
            out.append("<table><tr>%s</tr></table>" % "".join("<td>%s</td>" % "<br>".join(map(html.escape, half)) for half in rest))
        elif kind == "t":
            out.append("<table border=1>")
            for row in rest[0]:
                cells = [as_cell(c) for c in row]
                out.append("<tr>%s</tr>" % "".join("<td colspan=%d rowspan=%d>%s</td>" % (c, r, html.escape(w).replace("\n", "<br/>")) for w, c, r in cells))
            out.append("</table>")
        else:
            out.append(("<p><b>%s</b></p>" if len(rest) > 1 else "<p>%s</p>") % html.escape(rest[0]))
    write(path, "\n".join(out))


def to_text(blocks, path=None):
    out = []
    for kind, *rest in blocks:
        if kind == "t":
            for row in rest[0]:
                cells = []
                for words, columns, _ in map(as_cell, row):
                    cells += ['"%s"' % words if "\n" in words else words] + [""] * (columns - 1)
                out.append("\t".join(cells))
        elif kind == "halves":
            out += rest[0] + rest[1]
        elif kind == "tabs":
            out += ["\t".join(pair) for pair in beside(*rest)]
        elif kind == "list":
            out += ["- " + words for words in rest[0]]
        else:
            out.append(rest[1] if kind == "h" else rest[0])
        out.append("")
    return write(path, "\n".join(out)) if path else "\n".join(out)


def write(path, text):
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


SET = {"docx": to_docx, "html": to_html, "txt": to_text}
# words that a field says by being there: "Đạt mức 2", "(phối hợp)", "Không đạt", "T/c 1.3"
SAID = {"đạt", "không", "số", "t", "c", "tiêuchí", "chủ", "trì", "phối", "hợp"}


def at(values, i, field):
    return hold.plain(values[i].get(field)) if i < len(values) else "(there are %d)" % len(values)


def prose(items):
    out = []
    for item in items:
        for key, value in item.items():
            inner = value if isinstance(value, list) else [value]
            if inner and isinstance(inner[0], dict) and "van" not in inner[0]:
                out += prose(inner)
            elif key != "tt":
                out.append(hold.plain(value))
    return out


def value_of(plan, tasks_of, kind, *path):
    """What the plan has where a wanted field says."""
    if kind in ("truong", "kehoach"):
        return hold.plain((plan.get(kind) or {}).get(path[0]))
    if kind in ("mau", "danhmuc"):
        return next((u[kind] for u in plan["dung"] if kind in u), "")
    if kind == "lv":
        levels = {code: part["muc"] for r in plan["hientrang"] for part in r.get("muc", []) for code in part["tieuchi"]}
        levels.update({code: 0 for r in plan["hientrang"] for part in r.get("khongdat", []) for code in part["tieuchi"]})
        return levels.get(path[0], "")
    if kind == "point":
        points = {one["ma"]: one for r in plan["hientrang"] for one in r.get("tieuchi", [])}
        return hold.plain(points.get(path[0], {}).get(path[1]))
    if kind in ("task", "n"):
        criterion = {c["ma"]: c for c in plan.get("tieuchi", [])}.get(path[0])
        tasks = tasks_of(criterion) if criterion else []
        return len(tasks) if kind == "n" else at(tasks, path[1], path[2])
    if kind == "noi":
        places = [hold.plain(p) for block in plan.get("noinhan", []) for p in block.get("noi", [])]
        return places[path[0]] if path[0] < len(places) else "(there are %d)" % len(places)
    if kind == "sec":
        return path[0] if path[0] in [s.get("ten") for s in plan.get("phan", [])] else ""
    if kind in ("prose", "cc"):
        said = [" ".join(w.split()).rstrip(".;") for s in plan.get("phan" if kind == "prose" else "cancu", []) for w in prose(s.get("cacmuc", []))]
        return path[0] if path[0].rstrip(".;") in said else said
    return at(plan.get(kind, []), *path)


# name, kind of file, blocks, wanted fields: where, and at the end what
DOCUMENTS = [
    ("chan-hai-nua-bang-tab", "docx", [
        ("tabs", ["UBND QUẬN BÌNH HÒA", "TRƯỜNG THCS LÚA VÀNG", "Số: 33/KH-THCSLV"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Bình Hòa, ngày 05 tháng 9 năm 2023"]),
        ("p", "KẾ HOẠCH", 1),
        ("p", "Cải tiến chất lượng giáo dục năm học 2023-2024", 1),
        ("p", "Căn cứ Thông tư số 18/2018/TT-BGDĐT ngày 22/8/2018 của Bộ Giáo dục và Đào tạo;"),
        ("p", "Căn cứ kết quả tự đánh giá của nhà trường tháng 6 năm 2023;"),
        ("p", "I. Mục đích, yêu cầu", 1),
        ("p", "1. Mục đích", 1),
        ("p", "Giữ mức đã đạt ở mọi tiêu chí."),
        ("p", "2. Yêu cầu", 1),
        ("p", "Việc nào cũng có người chịu trách nhiệm."),
        ("p", "II. Nội dung kế hoạch cải tiến", 1),
        ("t", [["TT", "Tiêu chuẩn, tiêu chí", "Kết quả cần đạt (so với hiện trạng)", "Công việc/giải pháp cần thực hiện", "Chủ trì và phối hợp thực hiện", "Thời gian thực hiện và hoàn thành", "Dự kiến kinh phí", "Điều kiện hỗ trợ khác", "Ghi chú"], ["1", ("Tiêu chuẩn 1: Tổ chức và quản lý nhà trường", 8)], ["", "Tiêu chí 1.2", "Đạt mức 2", "Họp Hội đồng trường ba tháng một lần", "CTHĐT; phối hợp: Công đoàn", "Hằng quý", "0", "", ""], ["", "Tiêu chí 1.5", "Duy trì mức 3", "Tách lớp 6A2 thành hai lớp", "Phó Hiệu trưởng", "Trước 15/9/2023", "25.000.000đ (ngân sách)", "Thêm một phòng học", "Ưu tiên"]]),
        ("p", "III. Tổ chức thực hiện", 1),
        ("p", "- Hiệu trưởng chỉ đạo chung."),
        ("p", "- Tổ trưởng báo cáo hằng tháng."),
        ("tabs", ["Nơi nhận:", "- Phòng GD&ĐT quận (để báo cáo);", "- Hội đồng trường;", "- Lưu: VT."], ["HIỆU TRƯỞNG", "", "", "Phạm Thu Hà"]),
    ], [
        ("mau", "cv5932"), ("danhmuc", "tt18_2018"), ("truong", "ten", "Trường THCS Lúa Vàng"), ("truong", "captren", "UBND quận Bình Hòa"),
        ("truong", "diadanh", "Bình Hòa"), ("kehoach", "so", "33/KH-THCSLV"), ("kehoach", "ngay", "ngày 05 tháng 9 năm 2023"),
        ("kehoach", "namhoc", "2023-2024"), ("kehoach", "trichyeu", "Cải tiến chất lượng giáo dục"),
        ("cc", "Căn cứ kết quả tự đánh giá của nhà trường tháng 6 năm 2023"), ("prose", "Giữ mức đã đạt ở mọi tiêu chí."), ("sec", "mucdich"),
        ("sec", "tochuc"), ("task", "1.2", 0, "giaiphap", "Họp Hội đồng trường ba tháng một lần"), ("task", "1.2", 0, "thoigian", "Hằng quý"),
        ("task", "1.2", 0, "muc", "2"), ("task", "1.5", 0, "chutri", "Phó Hiệu trưởng"), ("task", "1.5", 0, "kinhphi", "25.000.000đ (ngân sách)"),
        ("task", "1.5", 0, "dieukien", "Thêm một phòng học"), ("task", "1.5", 0, "ghichu", "Ưu tiên"), ("noi", 0, "Phòng GD&ĐT quận (để báo cáo)"),
        ("noi", 1, "Hội đồng trường"), ("noi", 2, "Lưu: VT."), ("chuky", 0, "chucvu", "Hiệu trưởng"), ("chuky", 0, "hoten", "Phạm Thu Hà")
    ]),
    ("dau-tren-mot-dong", "txt", [
        ("p", "SỞ GD&ĐT TỈNH CAO SƠN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("p", "TRUNG TÂM GDNN-GDTX HUYỆN CAO SƠN        Độc lập - Tự do - Hạnh phúc"),
        ("p", "Số: 18/KH-TTGDNN-GDTX        Cao Sơn, ngày 6 tháng 10 năm 2026"),
        ("p", "KẾ HOẠCH"),
        ("p", "Cải tiến chất lượng giáo dục năm học 2026-2027"),
        ("p", "I. CĂN CỨ XÂY DỰNG KẾ HOẠCH"),
        ("p", "- Thông tư số 57/2026/TT-BGDĐT;"),
        ("p", "II. MỤC ĐÍCH, YÊU CẦU"),
        ("p", "Giữ sĩ số học viên."),
        ("p", "III. KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG"),
        ("t", [["TT", "Nội dung cải tiến", "Mục tiêu cải tiến", "Hoạt động/giải pháp", "Chỉ số đánh giá kết quả", "Thời gian thực hiện", "Đơn vị/cá nhân phụ trách", "Nguồn lực bảo đảm", "Thông tin, dữ liệu hoặc minh chứng dự kiến", "Mức độ thực hiện"], ["1", "Giữ sĩ số", "Tỷ lệ bỏ học dưới 3%", "Gọi điện từng gia đình", "Số học viên bỏ học", "Hằng tháng", "GVCN", "Không", "Sổ theo dõi", ""]]),
        ("p", "GIÁM ĐỐC"),
        ("p", "Nguyễn Mạnh Hà"),
    ], [
        ("truong", "ten", "Trung tâm GDNN-GDTX huyện Cao Sơn"), ("truong", "captren", "Sở GD&ĐT tỉnh Cao Sơn"), ("truong", "diadanh", "Cao Sơn"),
        ("kehoach", "so", "18/KH-TTGDNN-GDTX"), ("kehoach", "ngay", "ngày 6 tháng 10 năm 2026"), ("kehoach", "namhoc", "2026-2027"),
        ("viec", 0, "ten", "Giữ sĩ số"), ("viec", 0, "muctieu", "Tỷ lệ bỏ học dưới 3%"), ("viec", 0, "chutri", "GVCN"),
        ("viec", 0, "minhchung", "Sổ theo dõi"), ("mau", "bieu2_tt57"), ("chuky", 0, "chucvu", "Giám đốc"), ("chuky", 0, "hoten", "Nguyễn Mạnh Hà")
    ]),
    ("cot-gop-hai-dieu", "docx", [
        ("halves", ["PHÒNG GDĐT QUẬN TÂY HỒ SEN", "TRƯỜNG MẦM NON HỌA MI", "Số: 15/KH-MNHM"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Tây Hồ Sen, ngày 11 tháng 9 năm 2023"]),
        ("p", "KẾ HOẠCH", 1),
        ("p", "Cải tiến chất lượng giáo dục", 1),
        ("p", "Năm học 2023-2024", 1),
        ("p", "I. MỤC ĐÍCH, YÊU CẦU", 1),
        ("p", "An toàn trên hết."),
        ("p", "II. NỘI DUNG KẾ HOẠCH", 1),
        ("t", [["TT", "Tiêu chí, điểm yếu", "Biện pháp cải tiến", "Người thực hiện, thời gian", "Kinh phí (nguồn)", "Kết quả mong đợi"], ["1", "Tiêu chí 3.3. Sân chơi chưa có bóng mát", "Trồng sáu cây bàng", "Bảo vệ, tháng 2/2024", "3.000.000 đồng", "Sân có bóng mát"], ["2", "Tiêu chí 5.2\nTrẻ ít được ra ngoài", "Mỗi tuần hai buổi dạo chơi", "Giáo viên các lớp; từ tháng 10/2023", "Không", "Trẻ hứng thú"]]),
        ("p", "III. TỔ CHỨC THỰC HIỆN", 1),
        ("p", "Hiệu phó kiểm tra."),
        ("halves", ["Nơi nhận:", "- Các lớp;", "- Lưu VP."], ["KT.HIỆU TRƯỞNG", "P. HIỆU TRƯỞNG", "Đỗ Hồng Nhung"]),
    ], [
        ("task", "3.3", 0, "giaiphap", "Trồng sáu cây bàng"), ("task", "3.3", 0, "chutri", "Bảo vệ"), ("task", "3.3", 0, "thoigian", "tháng 2/2024"),
        ("task", "3.3", 0, "kinhphi", "3.000.000 đồng"), ("task", "3.3", 0, "diemyeu", "Sân chơi chưa có bóng mát"),
        ("task", "3.3", 0, "ketqua", "Sân có bóng mát"), ("task", "5.2", 0, "diemyeu", "Trẻ ít được ra ngoài"),
        ("task", "5.2", 0, "chutri", "Giáo viên các lớp"), ("task", "5.2", 0, "thoigian", "từ tháng 10/2023"), ("truong", "ten", "Trường Mầm non Họa Mi"),
        ("danhmuc", "tt19_2018"), ("noi", 0, "Các lớp"), ("noi", 1, "Lưu VP."), ("chuky", 0, "quyenhan", "KT Hiệu trưởng"),
        ("chuky", 0, "hoten", "Đỗ Hồng Nhung")
    ]),
    ("giai-doan-trong-ngoac", "html", [
        ("halves", ["UBND XÃ VĨNH AN", "TRƯỜNG TH VĨNH AN", "Số: 81/KH-THVA"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Vĩnh An, ngày 4 tháng 11 năm 2024"]),
        ("p", "KẾ HOẠCH", 1),
        ("p", "Cải tiến chất lượng giáo dục giai đoạn 05 năm", 1),
        ("p", "(Từ năm học 2024-2025 đến năm học 2028-2029)", 1),
        ("p", "I. MỤC ĐÍCH", 1),
        ("p", "Đạt mức độ 3 vào năm 2029."),
        ("p", "II. NỘI DUNG", 1),
        ("t", [["TT", "Kế hoạch cải tiến chất lượng/Nội dung công việc", "Thời gian thực hiện", "Người phụ trách", "Điều kiện thực hiện"], ["Tiêu chí 2.2: Đối với giáo viên", "1. Cử 2 GV học Đại học.\n2. Hội giảng mỗi kỳ.\n3. Dạy mẫu liên trường.", "Năm học 2025-2026\nMỗi học kỳ\nTháng 3 hằng năm", "Hiệu trưởng\nTổ trưởng\nPHT", "Ngân sách\nKhông\nXã hội hóa"]]),
        ("p", "III. TỔ CHỨC THỰC HIỆN", 1),
        ("p", "Rà soát mỗi năm một lần."),
        ("halves", ["Nơi nhận:", "- UBND xã;", "- Lưu."], ["HIỆU TRƯỞNG", "Cao Bá Lâm"]),
    ], [
        ("truong", "ten", "Trường TH Vĩnh An"), ("truong", "captren", "UBND xã Vĩnh An"), ("kehoach", "giaidoan", "2024-2025 đến 2028-2029"),
        ("n", "2.2", 3), ("task", "2.2", 0, "dieukien", "Ngân sách"), ("task", "2.2", 2, "dieukien", "Xã hội hóa"),
        ("task", "2.2", 1, "thoigian", "Mỗi học kỳ"), ("task", "2.2", 2, "chutri", "PHT"), ("task", "2.2", 1, "noidung", "Hội giảng mỗi kỳ."),
        ("mau", "giaidoan5cot"), ("chuky", 0, "hoten", "Cao Bá Lâm"), ("noi", 1, "Lưu.")
    ]),
    ("khong-danh-so", "docx", [
        ("p", "TRƯỜNG THCS & THPT ĐẠI NGÀN", 1),
        ("p", "Số: 5/KH-ĐN"),
        ("p", "Đắk Ngàn, ngày 15/9/2023"),
        ("p", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC", 1),
        ("p", "Năm học 2023-2024", 1),
        ("p", "MỤC ĐÍCH, YÊU CẦU", 1),
        ("p", "Có trường ra trường, lớp ra lớp."),
        ("p", "NỘI DUNG KẾ HOẠCH", 1),
        ("p", "Tiêu chí 2.4: Học sinh", 1),
        ("p", "- Giải pháp: Lập tổ tư vấn tâm lý."),
        ("p", "- Người thực hiện: TPT Đội."),
        ("p", "- Thời gian: Tháng 10/2023."),
        ("p", "- Kinh phí: 2 triệu đồng."),
        ("p", "Tiêu chí 3.5: Thiết bị", 1),
        ("p", "- Giải pháp: Mua bộ thí nghiệm Sinh."),
        ("p", "- Thời gian: Học kỳ II."),
        ("p", "TỔ CHỨC THỰC HIỆN", 1),
        ("p", "Ban giám hiệu phân công."),
        ("p", "HIỆU TRƯỞNG", 1),
        ("p", "Ksor H'Lan", 1),
    ], [
        ("truong", "ten", "Trường THCS & THPT Đại Ngàn"), ("kehoach", "so", "5/KH-ĐN"), ("task", "2.4", 0, "giaiphap", "Lập tổ tư vấn tâm lý."),
        ("task", "2.4", 0, "chutri", "TPT Đội."), ("task", "2.4", 0, "thoigian", "Tháng 10/2023."), ("task", "2.4", 0, "kinhphi", "2 triệu đồng."),
        ("task", "3.5", 0, "thoigian", "Học kỳ II."), ("sec", "mucdich"), ("sec", "tochuc"), ("chuky", 0, "chucvu", "Hiệu trưởng"),
        ("chuky", 0, "hoten", "Ksor H'Lan")
    ]),
    ("dau-bang-hai-hang", "docx", [
        ("halves", ["PHÒNG GD VÀ ĐT HUYỆN A LƯỚI XANH", "TRƯỜNG TIỂU HỌC SỐ 1 A LƯỚI XANH", "Số: 66 /KH-TH"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "A Lưới Xanh, ngày 19 tháng 09 năm 2024"]),
        ("p", "KẾ HOẠCH", 1),
        ("p", "V/v cải tiến chất lượng giáo dục năm học 2024-2025", 1),
        ("p", "I. MỤC ĐÍCH", 1),
        ("p", "Nâng chuẩn."),
        ("p", "II. NỘI DUNG", 1),
        ("t", [[("TT", 1, 2), ("Tiêu chí", 1, 2), ("Giải pháp", 1, 2), ("Phân công", 2, 1), ("Thời gian", 2, 1), ("Kinh phí", 1, 2)], ["Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc"], ["1", "Tiêu chí 1.4", "Bổ nhiệm tổ phó", "Hiệu trưởng", "Chi bộ", "9/2024", "10/2024", "Không"], ["2", "Tiêu chí 1.7", "Đề án vị trí việc làm", "Phó HT", "Tổ VP", "11/2024", "12/2024", "1.000.000 đ"]]),
        ("p", "III. TỔ CHỨC THỰC HIỆN", 1),
        ("p", "Báo cáo hằng quý."),
        ("halves", ["Nơi nhận:", "- Phòng GD&ĐT huyện;", "- Lưu: VT."], ["HIỆU TRƯỞNG", "Hồ Văn Nghĩa"]),
    ], [
        ("truong", "ten", "Trường Tiểu học số 1 A Lưới Xanh"), ("kehoach", "so", "66/KH-TH"), ("kehoach", "trichyeu", "Cải tiến chất lượng giáo dục"),
        ("kehoach", "namhoc", "2024-2025"), ("task", "1.4", 0, "giaiphap", "Bổ nhiệm tổ phó"), ("task", "1.4", 0, "chutri", "Hiệu trưởng"),
        ("task", "1.4", 0, "phoihop", "Chi bộ"), ("task", "1.4", 0, "thoigian", "9/2024 - 10/2024"), ("task", "1.7", 0, "kinhphi", "1.000.000 đ"),
        ("task", "1.7", 0, "phoihop", "Tổ VP"), ("chuky", 0, "hoten", "Hồ Văn Nghĩa")
    ]),
    ("cach-ghi-tieu-chi", "docx", [
        ("halves", ["UBND PHƯỜNG CHÂU", "TRƯỜNG THCS CHÂU", "Số: 1/KH-THCSC"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Châu, ngày 1 tháng 9 năm 2023"]),
        ("p", "KẾ HOẠCH", 1),
        ("p", "Cải tiến chất lượng giáo dục năm học 2023-2024", 1),
        ("p", "I. NỘI DUNG", 1),
        ("t", [["STT", "Tiêu chí", "Giải pháp", "Người phụ trách", "Thời gian"], ["1", "TIÊU CHÍ 1.1", "Việc một", "HT", "9/2023"], ["2", "Tiêu chí: 1.2", "Việc hai", "HT", "9/2023"], ["3", "T/c 1.3", "Việc ba", "HT", "9/2023"], ["4", "tc1.4", "Việc bốn", "HT", "9/2023"], ["5", "Tiêu chí số 1.5", "Việc năm", "HT", "9/2023"], ["6", "(1.6)", "Việc sáu", "HT", "9/2023"], ["7", "1-7", "Việc bảy", "HT", "9/2023"], ["8", "Tiêu chí 1,8", "Việc tám", "HT", "9/2023"], ["9", "Tiêu chí 1. 9", "Việc chín", "HT", "9/2023"], ["10", "Tiêuchí 1.10", "Việc mười", "HT", "9/2023"]]),
        ("p", "II. TỔ CHỨC THỰC HIỆN", 1),
        ("p", "Như phân công."),
    ], [
        ("task", "1.1", 0, "giaiphap", "Việc một"), ("task", "1.2", 0, "giaiphap", "Việc hai"), ("task", "1.3", 0, "giaiphap", "Việc ba"),
        ("task", "1.4", 0, "giaiphap", "Việc bốn"), ("task", "1.5", 0, "giaiphap", "Việc năm"), ("task", "1.6", 0, "giaiphap", "Việc sáu"),
        ("task", "1.8", 0, "giaiphap", "Việc tám"), ("task", "1.9", 0, "giaiphap", "Việc chín"), ("task", "1.10", 0, "giaiphap", "Việc mười")
    ]),
    ("bieu-hai-dan-vao", "txt", [
        ("p", "SỞ GDĐT VÙNG CAO"),
        ("p", "TRƯỜNG THPT VÙNG CAO"),
        ("p", "Số: 29/KH-THPTVC"),
        ("p", "Vùng Cao, ngày 21 tháng 9 năm 2026"),
        ("p", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC NĂM HỌC 2026-2027"),
        ("p", "I. CÁC VẤN ĐỀ TRỌNG TÂM"),
        ("t", [["STT", "Tiêu chuẩn/Tiêu chí", "Hiện trạng", "Hạn chế", "Nguyên nhân"], ["1", "Tiêu chí 2.1", "Thiếu giáo viên Âm nhạc", "Học sinh chưa được học đủ", "Không có nguồn tuyển"]]),
        ("p", "II. KẾ HOẠCH CẢI TIẾN"),
        ("t", [["STT", "Nội dung cải tiến", "Mục tiêu", "Giải pháp", "Chỉ số", "Phụ trách", "Thời gian", "Nguồn lực", "Minh chứng"], ["1", "Đủ giáo viên Âm nhạc", "Có một giáo viên", "Ký hợp đồng thỉnh giảng", "Số tiết dạy đủ", "Hiệu trưởng", "Tháng 10/2026", "30 triệu đồng", "Hợp đồng"]]),
        ("p", "III. THEO DÕI"),
        ("t", [["Thời gian", "Nội dung theo dõi", "Kết quả", "Điều chỉnh", "Người đánh giá"], ["Cuối HKI", "Số tiết Âm nhạc", "", "", "PHT"]]),
        ("p", "HIỆU TRƯỞNG"),
        ("p", "Giàng Thị Chư"),
    ], [
        ("mau", "bieu2_tt57"), ("vande", 0, "hanche", "Học sinh chưa được học đủ"), ("vande", 0, "nguyennhan", "Không có nguồn tuyển"),
        ("vande", 0, "hientrang", "Thiếu giáo viên Âm nhạc"), ("viec", 0, "ten", "Đủ giáo viên Âm nhạc"), ("viec", 0, "muctieu", "Có một giáo viên"),
        ("viec", 0, "chiso", "Số tiết dạy đủ"), ("viec", 0, "thoigian", "Tháng 10/2026"), ("viec", 0, "minhchung", "Hợp đồng"),
        ("theodoi", 0, "noidung", "Số tiết Âm nhạc"), ("theodoi", 0, "nguoi", "PHT"), ("truong", "ten", "Trường THPT Vùng Cao"),
        ("kehoach", "so", "29/KH-THPTVC"), ("chuky", 0, "hoten", "Giàng Thị Chư")
    ]),
    ("phan-thu-nhat", "docx", [
        ("halves", ["ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG TIẾN", "TRƯỜNG THCS ĐÔNG TIẾN", "Số: 102/KH-THCSĐT"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Đông Tiến, ngày 25 tháng 9 năm 2025"]),
        ("p", "KẾ HOẠCH", 1),
        ("p", "Cải tiến chất lượng giáo dục năm học 2025 - 2026", 1),
        ("p", "Phần thứ nhất: MỤC ĐÍCH, YÊU CẦU", 1),
        ("p", "Bảo đảm mọi học sinh đều được học đủ môn."),
        ("p", "Phần thứ hai: NỘI DUNG KẾ HOẠCH", 1),
        ("t", [["TT", "Tiêu chuẩn, tiêu chí", "Kết quả cần đạt (so với hiện trạng)", "Công việc/giải pháp cần thực hiện", "Chủ trì và phối hợp thực hiện", "Thời gian thực hiện và hoàn thành", "Dự kiến kinh phí", "Điều kiện hỗ trợ khác", "Ghi chú"], ["1", ("Tiêu chuẩn 2: Cán bộ quản lý, giáo viên, nhân viên và học sinh", 8)], ["", "Tiêu chí 2.2: Đối với giáo viên", "Đạt Mức 2", "a) Cử hai giáo viên học nâng chuẩn;\nb) Tuyển một giáo viên Tin học.", "Hiệu trưởng (chủ trì), Công đoàn (phối hợp)", "Từ tháng 9/2025 đến hết tháng 5/2026", "Ngân sách: 20 triệu; tự túc: 10 triệu", "UBND phường giao biên chế", ""]]),
        ("p", "Phần thứ ba: TỔ CHỨC THỰC HIỆN", 1),
        ("p", "Hiệu trưởng chịu trách nhiệm chung."),
        ("halves", ["Nơi nhận:", "- UBND phường (để báo cáo);", "- Các tổ chuyên môn;", "- Lưu: VT."], ["HIỆU TRƯỞNG", "", "ThS. Đoàn Văn Khải"]),
    ], [
        ("truong", "ten", "Trường THCS Đông Tiến"), ("truong", "captren", "Ủy ban nhân dân phường Đông Tiến"), ("kehoach", "so", "102/KH-THCSĐT"),
        ("kehoach", "namhoc", "2025 - 2026"), ("danhmuc", "tt18_2018"), ("sec", "mucdich"), ("sec", "tochuc"), ("task", "2.2", 0, "muc", "2"),
        ("task", "2.2", 0, "thoigian", "Từ tháng 9/2025 đến hết tháng 5/2026"), ("task", "2.2", 0, "kinhphi", "Ngân sách: 20 triệu; tự túc: 10 triệu"),
        ("task", "2.2", 0, "dieukien", "UBND phường giao biên chế"), ("task", "2.2", 0, "chutri", "Hiệu trưởng"), ("task", "2.2", 0, "phoihop", "Công đoàn"),
        ("noi", 2, "Lưu: VT."), ("chuky", 0, "hoten", "ThS. Đoàn Văn Khải")
    ]),
    ("tieu-chi-trong-noi-dung", "docx", [
        ("p", "PHÒNG GD&ĐT QUẬN HẢI"),
        ("p", "TRƯỜNG MẦM NON SÓNG BIỂN"),
        ("p", "Số: 61/KH-MNSB"),
        ("p", "Hải, ngày 8 tháng 9 năm 2022"),
        ("h", 1, "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC NĂM HỌC 2022-2023"),
        ("h", 2, "I. MỤC ĐÍCH"),
        ("p", "Trẻ khỏe, cô vui."),
        ("h", 2, "II. NỘI DUNG CẢI TIẾN"),
        ("t", [["STT", "Nội dung", "Giải pháp", "Người thực hiện", "Thời gian hoàn thành", "Kinh phí"], ["1", "Tiêu chí 3.1: Diện tích, khuôn viên và sân vườn", "Trồng cỏ nhân tạo", "Hiệu trưởng", "Tháng 12/2022", "70.000.000đ"], ["2", "Tiêu chí 5.3: Kết quả chăm sóc sức khỏe", "Cân đo ba tháng một lần", "Y tế", "Hằng quý", "Không"]]),
        ("h", 2, "III. TỔ CHỨC THỰC HIỆN"),
        ("list", ["Hiệu trưởng duyệt chi.", "Tổ trưởng ghi sổ."]),
        ("p", "HIỆU TRƯỞNG"),
        ("p", "Trần Ngọc Diễm"),
    ], [
        ("truong", "ten", "Trường Mầm non Sóng Biển"), ("truong", "captren", "Phòng GD&ĐT quận Hải"), ("kehoach", "namhoc", "2022-2023"),
        ("task", "3.1", 0, "giaiphap", "Trồng cỏ nhân tạo"), ("task", "3.1", 0, "kinhphi", "70.000.000đ"),
        ("task", "5.3", 0, "giaiphap", "Cân đo ba tháng một lần"), ("task", "5.3", 0, "thoigian", "Hằng quý"), ("prose", "Tổ trưởng ghi sổ."),
        ("danhmuc", "tt19_2018"), ("chuky", 0, "hoten", "Trần Ngọc Diễm"), ("sec", "tochuc")
    ]),
    ("bang-lap-dau", "docx", [
        ("halves", ["UBND QUẬN NAM", "TRƯỜNG THCS NAM QUẬN", "Số: 17/KH-THCSNQ"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Nam, ngày 1 tháng 9 năm 2023"]),
        ("p", "KẾ HOẠCH", 1),
        ("p", "Cải tiến chất lượng giáo dục năm học 2023-2024", 1),
        ("p", "I. NỘI DUNG KẾ HOẠCH", 1),
        ("t", [["TT", "Tiêu chuẩn, tiêu chí", "Kết quả cần đạt (so với hiện trạng)", "Công việc/giải pháp cần thực hiện", "Chủ trì và phối hợp thực hiện", "Thời gian thực hiện và hoàn thành", "Dự kiến kinh phí", "Điều kiện hỗ trợ khác", "Ghi chú"], ["", "Tiêu chí 1.1", "Mức 2", "Soạn lại chiến lược cho phù hợp với", "Hiệu trưởng", "Tháng 11/2023", "Không", "", ""]]),
        ("t", [["TT", "Tiêu chuẩn, tiêu chí", "Kết quả cần đạt (so với hiện trạng)", "Công việc/giải pháp cần thực hiện", "Chủ trì và phối hợp thực hiện", "Thời gian thực hiện và hoàn thành", "Dự kiến kinh phí", "Điều kiện hỗ trợ khác", "Ghi chú"], ["", "", "", "tình hình mới", "", "", "", "", ""], ["", "Tiêu chí 1.2", "Mức 2", "Kiện toàn hội đồng", "Chi ủy", "Tháng 11/2023", "Không", "", ""]]),
        ("p", "II. TỔ CHỨC THỰC HIỆN", 1),
        ("p", "Như trên."),
        ("halves", ["Nơi nhận:", "- Lưu: VT."], ["HIỆU TRƯỞNG", "Quách Tĩnh Lâm"]),
    ], [
        ("task", "1.1", 0, "giaiphap", "Soạn lại chiến lược cho phù hợp với tình hình mới"), ("task", "1.1", 0, "chutri", "Hiệu trưởng"),
        ("task", "1.2", 0, "giaiphap", "Kiện toàn hội đồng"), ("task", "1.2", 0, "chutri", "Chi ủy"), ("n", "1.1", 1),
        ("truong", "ten", "Trường THCS Nam Quận"), ("chuky", 0, "hoten", "Quách Tĩnh Lâm"), ("noi", 0, "Lưu: VT.")
    ]),
    ("ket-qua-bang-chu", "txt", [
        ("p", "TRƯỜNG THCS ĐẦM SEN"),
        ("p", "Số: 6/KH-THCSĐS"),
        ("p", "Đầm Sen, ngày 5/9/2023"),
        ("p", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC"),
        ("p", "Năm học: 2023-2024"),
        ("p", "I. KẾT QUẢ TỰ ĐÁNH GIÁ"),
        ("t", [["Tiêu chí", "Mức 1", "Mức 2", "Mức 3"], ["Tiêu chí 1.1", "Đạt", "Đạt", "Không đạt"], ["Tiêu chí 1.2", "Đạt", "Không đạt", "-"], ["Tiêu chí 1.3", "Không đạt", "Không đạt", "Không đạt"]]),
        ("p", "II. KẾ HOẠCH"),
        ("t", [["Tiêu chí", "Giải pháp", "Trách nhiệm", "Thời gian"], ["1.2", "Ra nghị quyết mỗi quý", "Hội đồng trường", "Mỗi quý"], ["1.3", "Kiện toàn Liên đội", "TPT", "9/2023"]]),
        ("p", "HIỆU TRƯỞNG"),
        ("p", "Đàm Thu Sương"),
    ], [
        ("lv", "1.1", 2), ("lv", "1.2", 1), ("lv", "1.3", 0), ("task", "1.2", 0, "giaiphap", "Ra nghị quyết mỗi quý"),
        ("task", "1.2", 0, "chutri", "Hội đồng trường"), ("task", "1.3", 0, "giaiphap", "Kiện toàn Liên đội"), ("task", "1.3", 0, "thoigian", "9/2023"),
        ("truong", "ten", "Trường THCS Đầm Sen"), ("kehoach", "namhoc", "2023-2024"), ("chuky", 0, "hoten", "Đàm Thu Sương")
    ]),
    ("hai-nguoi-ky", "docx", [
        ("halves", ["UBND THỊ XÃ HƯƠNG", "TRƯỜNG MẪU GIÁO HƯƠNG SEN", "Số: 20/KH-MGHS"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Hương, ngày 4 tháng 9 năm 2023"]),
        ("p", "KẾ HOẠCH", 1),
        ("p", "Cải tiến chất lượng giáo dục năm học 2023-2024", 1),
        ("p", "I. NỘI DUNG", 1),
        ("t", [["TT", "Tiêu chuẩn, tiêu chí", "Kết quả cần đạt (so với hiện trạng)", "Công việc/giải pháp cần thực hiện", "Chủ trì và phối hợp thực hiện", "Thời gian thực hiện và hoàn thành", "Dự kiến kinh phí", "Điều kiện hỗ trợ khác", "Ghi chú"], ["1", "Tiêu chí 4.1", "Mức 2", "Lập nhóm Zalo cha mẹ", "Cô phụ trách lớp", "9/2023", "", "", ""]]),
        ("p", "II. TỔ CHỨC THỰC HIỆN", 1),
        ("p", "Như trên."),
        ("p", "Nơi nhận: - Phòng GD&ĐT thị xã; - Các lớp; - Lưu: VT."),
        ("halves", ["PHÊ DUYỆT CỦA PHÒNG GD&ĐT", "TRƯỞNG PHÒNG", "Ngụy Văn Thà"], ["TM. HỘI ĐỒNG TRƯỜNG", "CHỦ TỊCH", "Thân Thị Cúc"]),
    ], [
        ("truong", "ten", "Trường Mẫu giáo Hương Sen"), ("danhmuc", "tt19_2018"), ("task", "4.1", 0, "giaiphap", "Lập nhóm Zalo cha mẹ"),
        ("task", "4.1", 0, "chutri", "Cô phụ trách lớp"), ("noi", 0, "Phòng GD&ĐT thị xã"), ("noi", 1, "Các lớp"), ("noi", 2, "Lưu: VT."),
        ("chuky", 0, "hoten", "Ngụy Văn Thà"), ("chuky", 0, "chucvu", "Trưởng phòng"), ("chuky", 1, "quyenhan", "TM Hội đồng trường"),
        ("chuky", 1, "chucvu", "Chủ tịch"), ("chuky", 1, "hoten", "Thân Thị Cúc")
    ]),
    ("dau-cot-loi-noi", "docx", [
        ("p", "PHÒNG GD&ĐT THÀNH PHỐ SÔNG XANH"),
        ("p", "TRƯỜNG MẦM NON TUỔI NGỌC"),
        ("p", "Số 25/KH-MNTN"),
        ("p", "Sông Xanh, ngày 9 tháng 9 năm 2022"),
        ("p", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2022-2023", 1),
        ("p", "A. ĐẶC ĐIỂM TÌNH HÌNH", 1),
        ("p", "Trường có 12 nhóm lớp với 345 trẻ."),
        ("p", "B. NỘI DUNG CẢI TIẾN", 1),
        ("t", [["STT", "Việc cần cải tiến", "Làm như thế nào", "Ai làm", "Khi nào xong", "Tiền (triệu đồng)"], ["1", "Tiêu chí 3.4: Khối phòng tổ chức ăn", "Sắm tủ sấy bát 200 ngăn", "Kế toán", "30/11/2022", "42,5"], ["2", "Tiêu chí 2.2: Đối với giáo viên", "Cử 3 cô đi học đại học", "Hiệu trưởng", "Tháng 6/2023", "0"], ["3", "Tiêu chí 5.1: Thực hiện Chương trình", "Dự giờ mỗi lớp 2 lần một tháng", "Phó hiệu trưởng", "Hàng tháng", ""]]),
        ("p", "C. TỔ CHỨC THỰC HIỆN", 1),
        ("p", "Ban giám hiệu theo dõi, tổng kết vào tháng 5/2023."),
        ("p", "HIỆU TRƯỞNG", 1),
        ("p", "Lò Thị Mai"),
    ], [
        ("truong", "ten", "Trường Mầm non Tuổi Ngọc"), ("truong", "captren", "Phòng GD&ĐT thành phố Sông Xanh"), ("kehoach", "so", "25/KH-MNTN"),
        ("kehoach", "namhoc", "2022-2023"), ("danhmuc", "tt19_2018"), ("task", "3.4", 0, "giaiphap", "Sắm tủ sấy bát 200 ngăn"),
        ("task", "3.4", 0, "chutri", "Kế toán"), ("task", "3.4", 0, "thoigian", "30/11/2022"), ("task", "3.4", 0, "kinhphi", "42,5 triệu đồng"),
        ("task", "2.2", 0, "thoigian", "Tháng 6/2023"), ("task", "5.1", 0, "chutri", "Phó hiệu trưởng"),
        ("prose", "Trường có 12 nhóm lớp với 345 trẻ."), ("chuky", 0, "hoten", "Lò Thị Mai")
    ]),
    ("moi-tieu-chi-mot-bang", "docx", [
        ("halves", ["SỞ GD&ĐT TỈNH BẮC HÀ", "TRƯỜNG THPT NGUYỄN DU", "Số: 201/KH-THPTND"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Bắc Hà, ngày 15 tháng 9 năm 2023"]),
        ("p", "KẾ HOẠCH", 1),
        ("p", "Cải tiến chất lượng giáo dục năm học 2023-2024", 1),
        ("p", "I. MỤC ĐÍCH, YÊU CẦU", 1),
        ("p", "Từng bước xây dựng trường đạt mức 3."),
        ("p", "II. NỘI DUNG CẢI TIẾN", 1),
        ("p", "Tiêu chí 3.5: Thiết bị", 1),
        ("t", [["Hiện trạng", "Thiết bị phòng Tin đã cũ"], ["Giải pháp", "Mua 20 máy tính mới"], ["Người thực hiện", "Phó Hiệu trưởng cơ sở vật chất"], ["Thời gian", "Tháng 12/2023"], ["Kinh phí", "240 triệu đồng từ ngân sách"]]),
        ("p", "Tiêu chí 4.1: Ban đại diện cha mẹ học sinh", 1),
        ("t", [["Hiện trạng", "Họp chưa đều"], ["Giải pháp", "Lập lịch họp ba kỳ một năm"], ["Người thực hiện", "Hiệu trưởng"], ["Thời gian", "Đầu năm, giữa năm, cuối năm học"], ["Kinh phí", "Không"]]),
        ("p", "III. TỔ CHỨC THỰC HIỆN", 1),
        ("p", "Giao các tổ triển khai."),
        ("halves", ["Nơi nhận:", "- Sở GD&ĐT;", "- Lưu: VT."], ["HIỆU TRƯỞNG", "Tạ Quang Vinh"]),
    ], [
        ("truong", "ten", "Trường THPT Nguyễn Du"), ("kehoach", "so", "201/KH-THPTND"), ("task", "3.5", 0, "giaiphap", "Mua 20 máy tính mới"),
        ("task", "3.5", 0, "hientrang", "Thiết bị phòng Tin đã cũ"), ("task", "3.5", 0, "chutri", "Phó Hiệu trưởng cơ sở vật chất"),
        ("task", "3.5", 0, "thoigian", "Tháng 12/2023"), ("task", "3.5", 0, "kinhphi", "240 triệu đồng từ ngân sách"),
        ("task", "4.1", 0, "giaiphap", "Lập lịch họp ba kỳ một năm"), ("task", "4.1", 0, "chutri", "Hiệu trưởng"),
        ("task", "4.1", 0, "kinhphi", "Không"), ("chuky", 0, "hoten", "Tạ Quang Vinh"), ("noi", 0, "Sở GD&ĐT")
    ]),
    ("tieu-chi-viet-lien", "docx", [
        ("halves", ["UBND THỊ TRẤN MỘC", "TRƯỜNG MẦM NON HOA BAN"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Mộc, ngày 20 tháng 9 năm 2024"]),
        ("p", "Số: 44/KH-MNHB"),
        ("p", "KẾ HOẠCH", 1),
        ("p", "Về cải tiến chất lượng giáo dục năm học 2024-2025", 1),
        ("p", "I. Mục tiêu", 1),
        ("p", "Đạt chuẩn quốc gia mức độ 1 năm 2026."),
        ("p", "II. Các giải pháp cải tiến", 1),
        ("p", "1. Tiêu chí 1.8: Quản lý các hoạt động giáo dục", 1),
        ("p", "a) Giải pháp: Kiểm tra chéo giữa các nhóm lớp mỗi tháng một lần."),
        ("p", "b) Người thực hiện: Tổ trưởng chuyên môn."),
        ("p", "c) Thời gian: Từ tháng 10/2024."),
        ("p", "d) Kinh phí: Không."),
        ("p", "2. Tiêu chí 3.6: Thiết bị, đồ dùng, đồ chơi", 1),
        ("p", "a) Giải pháp: Làm đồ chơi từ tre, nứa địa phương."),
        ("p", "b) Người thực hiện: Giáo viên các lớp."),
        ("p", "c) Thời gian: Học kỳ I."),
        ("p", "d) Kinh phí: 3.500.000 đồng."),
        ("p", "III. Tổ chức thực hiện", 1),
        ("p", "Nhà trường sơ kết vào tháng 1/2025."),
        ("p", "HIỆU TRƯỞNG", 1),
        ("p", "Cầm Thị Ngân"),
    ], [
        ("truong", "ten", "Trường Mầm non Hoa Ban"), ("kehoach", "so", "44/KH-MNHB"), ("kehoach", "trichyeu", "Cải tiến chất lượng giáo dục"),
        ("kehoach", "namhoc", "2024-2025"), ("task", "1.8", 0, "giaiphap", "Kiểm tra chéo giữa các nhóm lớp mỗi tháng một lần."),
        ("task", "1.8", 0, "chutri", "Tổ trưởng chuyên môn."), ("task", "1.8", 0, "thoigian", "Từ tháng 10/2024."),
        ("task", "3.6", 0, "giaiphap", "Làm đồ chơi từ tre, nứa địa phương."), ("task", "3.6", 0, "kinhphi", "3.500.000 đồng."),
        ("task", "3.6", 0, "chutri", "Giáo viên các lớp."), ("chuky", 0, "hoten", "Cầm Thị Ngân")
    ]),
    ("so-de-trong", "docx", [
        ("halves", ["SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH LÂM AN", "TRƯỜNG PTDTNT THPT TỈNH LÂM AN", "Số:     /KH-DTNT"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Lâm An, ngày    tháng 9 năm 2023"]),
        ("p", "KẾ HOẠCH", 1),
        ("p", "Cải tiến chất lượng giáo dục", 1),
        ("p", "Năm học 2023 – 2024", 1),
        ("p", "_________"),
        ("p", "I. MỤC ĐÍCH, YÊU CẦU", 1),
        ("p", "1. Mục đích", 1),
        ("p", "Nâng cao chất lượng nuôi dạy học sinh nội trú."),
        ("p", "2. Yêu cầu", 1),
        ("p", "Phân công rõ người, rõ việc."),
        ("p", "II. NỘI DUNG KẾ HOẠCH", 1),
        ("t", [["TT", "Tiêu chuẩn, tiêu chí", "Kết quả cần đạt (so với hiện trạng)", "Công việc/giải pháp cần thực hiện", "Chủ trì và phối hợp thực hiện", "Thời gian thực hiện và hoàn thành", "Dự kiến kinh phí", "Điều kiện hỗ trợ khác", "Ghi chú"], [("Tiêu chuẩn 3: Cơ sở vật chất và thiết bị dạy học", 9)], ["1", "Tiêu chí 3.3", "Đạt mức 2", "- Sửa nhà ăn\n- Thay bếp gas bằng bếp điện", "- Phó HT phụ trách nội trú\n- Tổ quản lý nội trú", "- 10/2023\n- 12/2023", "- 60 triệu\n- 90 triệu", "", ""], ["2", "Tiêu chí 3.6", "Đạt mức 3", "Bổ sung 500 bản sách", "Nhân viên thư viện", "11/2023", "30 triệu (XHH)", "Cựu học sinh tặng sách", ""]]),
        ("p", "III. TỔ CHỨC THỰC HIỆN", 1),
        ("p", "Tổ quản lý nội trú báo cáo vào ngày 25 hằng tháng."),
        ("halves", ["Nơi nhận:", "- Sở GD&ĐT (báo cáo);", "- Các tổ, bộ phận;", "- Lưu: VT, QLNT."], ["HIỆU TRƯỞNG", "", "", "Đặng Hữu Phước"]),
    ], [
        ("truong", "ten", "Trường PTDTNT THPT tỉnh Lâm An"), ("truong", "captren", "Sở Giáo dục và Đào tạo tỉnh Lâm An"),
        ("kehoach", "namhoc", "2023 – 2024"), ("kehoach", "so", "…/KH-DTNT"), ("n", "3.3", 2), ("task", "3.3", 0, "giaiphap", "Sửa nhà ăn"),
        ("task", "3.3", 1, "giaiphap", "Thay bếp gas bằng bếp điện"), ("task", "3.3", 0, "chutri", "Phó HT phụ trách nội trú"),
        ("task", "3.3", 1, "chutri", "Tổ quản lý nội trú"), ("task", "3.3", 1, "thoigian", "12/2023"), ("task", "3.3", 0, "kinhphi", "60 triệu"),
        ("task", "3.6", 0, "kinhphi", "30 triệu (XHH)"), ("task", "3.6", 0, "dieukien", "Cựu học sinh tặng sách"), ("task", "3.6", 0, "muc", "3"),
        ("noi", 2, "Lưu: VT, QLNT."), ("chuky", 0, "hoten", "Đặng Hữu Phước"), ("mau", "cv5932")
    ]),
    ("muc-khong-dam", "txt", [
        ("p", "ỦY BAN NHÂN DÂN XÃ HÒA THUẬN"),
        ("p", "TRƯỜNG TIỂU HỌC HÒA THUẬN"),
        ("p", "Số: 31/KH-THHT"),
        ("p", "Hòa Thuận, ngày 18/9/2025"),
        ("p", "KẾ HOẠCH"),
        ("p", "cải tiến chất lượng giáo dục, năm học 2025-2026"),
        ("p", "1. Mục đích, yêu cầu"),
        ("p", "Mọi học sinh được học 2 buổi/ngày."),
        ("p", "2. Nội dung kế hoạch"),
        ("p", "| TT | Tiêu chí | Giải pháp | Người thực hiện | Thời gian | Kinh phí |\n|---|---|---|---|---|---|\n| 1 | 1.5 | Chia lại lớp 1A | Hiệu trưởng | 9/2025 | 0 |\n| 2 | 3.3 | Sửa nhà vệ sinh học sinh | Bảo vệ | 10/2025 | 15 triệu |\n| 3 | 4.2 | Ký kết với trạm y tế xã | Nhân viên y tế | 9/2025 | 0 |"),
        ("p", "3. Tổ chức thực hiện"),
        ("p", "Các tổ trưởng theo dõi."),
        ("p", "HIỆU TRƯỞNG"),
        ("p", "Hoàng Gia Khiêm"),
    ], [
        ("truong", "ten", "Trường Tiểu học Hòa Thuận"), ("truong", "captren", "Ủy ban nhân dân xã Hòa Thuận"), ("kehoach", "namhoc", "2025-2026"),
        ("kehoach", "ngay", "ngày 18/9/2025"), ("kehoach", "trichyeu", "Cải tiến chất lượng giáo dục"),
        ("task", "1.5", 0, "giaiphap", "Chia lại lớp 1A"), ("task", "3.3", 0, "kinhphi", "15 triệu"), ("task", "3.3", 0, "chutri", "Bảo vệ"),
        ("task", "4.2", 0, "chutri", "Nhân viên y tế"), ("sec", "mucdich"), ("sec", "tochuc"), ("chuky", 0, "hoten", "Hoàng Gia Khiêm")
    ]),
    ("bat-dau-hoan-thanh", "docx", [
        ("tabs", ["UBND THÀNH PHỐ HỒ NAM", "TRƯỜNG THPT HỒ NAM", "─────", "Số: 310/KH-THPT"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc", "─────────", "Hồ Nam, ngày 05 tháng 11 năm 2024"]),
        ("h", 1, "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2024-2025"),
        ("p", "Căn cứ Luật Giáo dục năm 2019;"),
        ("p", "Căn cứ Thông tư số 18/2018/TT-BGDĐT;"),
        ("p", "Căn cứ Nghị quyết số 02-NQ/ĐU ngày 10/8/2024 của Đảng ủy nhà trường,"),
        ("h", 2, "I. Mục đích, yêu cầu"),
        ("list", ["Nâng điểm trung bình tốt nghiệp.", "Giảm học sinh chưa đạt."]),
        ("h", 2, "II. Nội dung"),
        ("t", [["TT", "Tiêu chí", "Nội dung công việc", "Người chủ trì", "Người phối hợp", "Bắt đầu", "Hoàn thành", "Kinh phí", "Sản phẩm"], ["1", "1.5", "Chia lớp theo tổ hợp môn", "Phó HT 1", "Tổ trưởng", "08/2024", "09/2024", "0", "Danh sách lớp"], ["2", "5.3", "Dạy phụ đạo", "Tổ trưởng", "GVBM", "10/2024", "05/2025", "120.000.000 đ", "Bảng điểm"]]),
        ("h", 2, "III. Tổ chức thực hiện"),
        ("p", "Đoàn trường theo dõi thi đua."),
        ("tabs", ["Nơi nhận:", "- Sở GD&ĐT;", "- Lưu: VT."], ["HIỆU TRƯỞNG", "", "Vương Đình Huệ Lâm"]),
    ], [
        ("truong", "ten", "Trường THPT Hồ Nam"), ("truong", "captren", "UBND thành phố Hồ Nam"), ("kehoach", "so", "310/KH-THPT"),
        ("kehoach", "namhoc", "2024-2025"), ("task", "1.5", 0, "chutri", "Phó HT 1"), ("task", "1.5", 0, "phoihop", "Tổ trưởng"),
        ("task", "1.5", 0, "thoigian", "08/2024 - 09/2024"), ("task", "5.3", 0, "kinhphi", "120.000.000 đ"), ("prose", "Giảm học sinh chưa đạt."),
        ("chuky", 0, "hoten", "Vương Đình Huệ Lâm"), ("noi", 0, "Sở GD&ĐT")
    ]),
    ("ket-qua-theo-muc", "docx", [
        ("halves", ["PHÒNG GD&ĐT HUYỆN NÚI", "TRƯỜNG MẦM NON NÚI THÀNH", "Số: 41/KH-MNNT"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Núi, ngày 12 tháng 9 năm 2023"]),
        ("p", "KẾ HOẠCH", 1),
        ("p", "Cải tiến chất lượng giáo dục năm học 2023-2024", 1),
        ("p", "I. KẾT QUẢ TỰ ĐÁNH GIÁ", 1),
        ("t", [["Mức", "Các tiêu chí đạt"], ["Mức 1", "1.9, 3.4"], ["Mức 2", "1.1, 1.2, 2.1 - 2.3"], ["Mức 3", "4.1; 5.1"], ["Không đạt", "3.2"]]),
        ("p", "II. NỘI DUNG", 1),
        ("t", [["TT", "Tiêu chí", "Giải pháp", "Người phụ trách", "Thời gian", "Kinh phí (ĐVT: nghìn đồng)"], ["1", "3.2", "Xây phòng năng khiếu", "UBND xã", "2024", "350.000"], ["2", "1.9", "Công khai tài chính hằng quý", "Kế toán", "Hằng quý", ""]]),
        ("p", "III. TỔ CHỨC THỰC HIỆN", 1),
        ("p", "Theo nhiệm vụ."),
        ("p", "HIỆU TRƯỞNG", 1),
        ("p", "Bạch Thu Hường"),
    ], [
        ("lv", "1.9", 1), ("lv", "3.4", 1), ("lv", "1.1", 2), ("lv", "2.2", 2), ("lv", "4.1", 3), ("lv", "3.2", 0),
        ("task", "3.2", 0, "giaiphap", "Xây phòng năng khiếu"), ("task", "3.2", 0, "kinhphi", "350.000 nghìn đồng"),
        ("task", "1.9", 0, "chutri", "Kế toán"), ("task", "1.9", 0, "thoigian", "Hằng quý"), ("chuky", 0, "hoten", "Bạch Thu Hường")
    ]),
    ("to-duoi-ten-truong", "txt", [
        ("p", "TRƯỜNG TIỂU HỌC LÝ TỰ TRỌNG"),
        ("p", "TỔ VĂN PHÒNG"),
        ("p", "Số: 12/KH-LTT"),
        ("p", "Thành Nam, ngày 01/10/2022"),
        ("p", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC NĂM HỌC 2022-2023"),
        ("p", "I. Mục đích"),
        ("p", "Chuẩn bị đánh giá ngoài."),
        ("p", "II. Nội dung"),
        ("t", [["TT", "Tiêu chí", "Công việc", "Người làm", "Thời gian"], ["1", "TC 1.7", "1. Lập hộp thư góp ý\n2. Họp giao ban thứ hai", "Văn thư\nHiệu trưởng", "Tháng 10\nHằng tuần"], ["2", "TC 3.1", "Trồng 40 cây xanh", "Bảo vệ", "Tết trồng cây"]]),
        ("p", "III. Tổ chức thực hiện"),
        ("p", "Giao tổ Văn phòng theo dõi."),
        ("p", "HIỆU TRƯỞNG"),
        ("p", "Tô Hiến Thành"),
    ], [
        ("truong", "ten", "Trường Tiểu học Lý Tự Trọng"), ("kehoach", "so", "12/KH-LTT"), ("n", "1.7", 2), ("task", "1.7", 0, "chutri", "Văn thư"),
        ("task", "1.7", 1, "chutri", "Hiệu trưởng"), ("task", "1.7", 1, "thoigian", "Hằng tuần"), ("task", "3.1", 0, "thoigian", "Tết trồng cây"),
        ("task", "3.1", 0, "chutri", "Bảo vệ"), ("chuky", 0, "hoten", "Tô Hiến Thành")
    ]),
    ("don-vi-o-dau-tren", "docx", [
        ("halves", ["PHÒNG GD&ĐT HUYỆN PHÙ", "TRƯỜNG TIỂU HỌC PHÙ ĐỔNG", "Số: 80/KH-PĐ"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Phù Đổng, ngày 18 tháng 9 năm 2023"]),
        ("p", "KẾ HOẠCH", 1),
        ("p", "Cải tiến chất lượng giáo dục năm học 2023-2024", 1),
        ("p", "I. NỘI DUNG", 1),
        ("t", [[("TT", 1, 2), ("Tiêu chí", 1, 2), ("Giải pháp", 1, 2), ("Thời gian", 1, 2), ("Người thực hiện", 1, 2), ("Kinh phí (triệu đồng)", 2, 1)], ["Ngân sách", "Xã hội hóa"], ["1", "Tiêu chí 3.1", "Xây tường rào", "6/2024", "Hiệu trưởng", "100", "50"], ["2", "Tiêu chí 3.5", "Mua ti vi", "10/2023", "Kế toán", "", "24"]]),
        ("p", "II. TỔ CHỨC THỰC HIỆN", 1),
        ("p", "Kế toán quyết toán."),
        ("p", "HIỆU TRƯỞNG", 1),
        ("p", "Phùng Khắc Khoan Hà"),
    ], [
        ("task", "3.1", 0, "giaiphap", "Xây tường rào"), ("task", "3.1", 0, "thoigian", "6/2024"),
        ("task", "3.1", 0, "kinhphi", "Ngân sách: 100 triệu đồng Xã hội hóa: 50 triệu đồng"),
        ("task", "3.5", 0, "kinhphi", "Xã hội hóa: 24 triệu đồng"), ("task", "3.5", 0, "chutri", "Kế toán"),
        ("truong", "ten", "Trường Tiểu học Phù Đổng"), ("kehoach", "so", "80/KH-PĐ"), ("chuky", 0, "hoten", "Phùng Khắc Khoan Hà")
    ]),
    ("nguon-theo-phan-tram", "docx", [
        ("halves", ["SỞ GD&ĐT TỈNH THUẬN", "TRƯỜNG THPT BÀU TRẮNG", "Số: 301/KH-BT"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Bàu Trắng, ngày 19 tháng 9 năm 2022"]),
        ("p", "KẾ HOẠCH", 1),
        ("p", "Cải tiến chất lượng giáo dục năm học 2022-2023", 1),
        ("p", "I. MỤC ĐÍCH, YÊU CẦU", 1),
        ("p", "a) Nâng cao chất lượng đại trà."),
        ("p", "b) Công khai, minh bạch."),
        ("p", "II. NỘI DUNG", 1),
        ("t", [["Số TT", "Tiêu chí", "Nội dung cải tiến chất lượng", "Cá nhân/bộ phận phụ trách", "Thời gian thực hiện", "Kinh phí", "Minh chứng"], ["1", "Tiêu chí 2.1", "Cử đ/c PHT học cao cấp lý luận", "Đ/c Nguyễn Hữu Ân - Bí thư", "10/2022-9/2024", "Tự túc 50%, ngân sách 50%", "Bằng tốt nghiệp"], ["2", "Tiêu chí 4.2", "Lập quỹ học bổng Bàu Trắng", "Ban đại diện CMHS; Hội khuyến học", "Cả năm", "Vận động 200 triệu đồng", "Danh sách ủng hộ"]]),
        ("p", "III. TỔ CHỨC THỰC HIỆN", 1),
        ("p", "Đ/c Bí thư kiểm tra việc thực hiện."),
        ("halves", ["Nơi nhận:", "- Sở GD&ĐT (để b/c);", "- Đảng ủy (để chỉ đạo);", "- Lưu: VT."], ["KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "", "Huỳnh Thị Cát"]),
    ], [
        ("truong", "ten", "Trường THPT Bàu Trắng"), ("prose", "Công khai, minh bạch."), ("task", "2.1", 0, "chutri", "Đ/c Nguyễn Hữu Ân - Bí thư"),
        ("task", "2.1", 0, "thoigian", "10/2022-9/2024"), ("task", "2.1", 0, "kinhphi", "Tự túc 50%, ngân sách 50%"),
        ("task", "2.1", 0, "minhchung", "Bằng tốt nghiệp"), ("task", "4.2", 0, "chutri", "Ban đại diện CMHS; Hội khuyến học"),
        ("task", "4.2", 0, "kinhphi", "Vận động 200 triệu đồng"), ("noi", 1, "Đảng ủy (để chỉ đạo)"), ("chuky", 0, "quyenhan", "KT Hiệu trưởng"),
        ("chuky", 0, "hoten", "Huỳnh Thị Cát")
    ]),
    ("hai-nguoi-ky-noi-nhau", "docx", [
        ("halves", ["PHÒNG GD&ĐT TP. HÒA", "TRƯỜNG TIỂU HỌC HÒA AN", "Số: 18/KH-HA"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Hòa, ngày 12/9/2022"]),
        ("p", "KẾ HOẠCH", 1),
        ("p", "cải tiến chất lượng giáo dục năm học 2022-2023", 1),
        ("p", "I. NỘI DUNG", 1),
        ("t", [["Thứ tự", "Tiêu chí chưa đạt", "Nguyên nhân", "Cách khắc phục", "Người chịu trách nhiệm", "Thời điểm hoàn thành"], ["1", "Tiêu chí 1.10: Đảm bảo an ninh trật tự", "Cổng trường gần chợ", "Nhờ công an phường trực giờ tan học", "Hiệu trưởng", "Sau Tết Nguyên đán"], ["2", "Tiêu chí 5.2: Thực hiện chương trình", "Thiếu giáo viên Mĩ thuật", "Hợp đồng thỉnh giảng", "Kế toán, Hiệu trưởng", "Hết học kỳ I"]]),
        ("p", "II. TỔ CHỨC THỰC HIỆN", 1),
        ("p", "Văn phòng đôn đốc."),
        ("p", "NGƯỜI LẬP BIỂU", 1),
        ("p", "Lý Thị Đào"),
        ("p", "THỦ TRƯỞNG ĐƠN VỊ", 1),
        ("p", "Trần Bảo Quốc"),
    ], [
        ("truong", "ten", "Trường Tiểu học Hòa An"), ("truong", "captren", "Phòng GD&ĐT TP. Hòa"), ("kehoach", "ngay", "ngày 12/9/2022"),
        ("kehoach", "trichyeu", "Cải tiến chất lượng giáo dục"), ("task", "1.10", 0, "nguyennhan", "Cổng trường gần chợ"),
        ("task", "1.10", 0, "giaiphap", "Nhờ công an phường trực giờ tan học"), ("task", "1.10", 0, "thoigian", "Sau Tết Nguyên đán"),
        ("task", "5.2", 0, "chutri", "Kế toán, Hiệu trưởng"), ("task", "5.2", 0, "nguyennhan", "Thiếu giáo viên Mĩ thuật"),
        ("chuky", 0, "hoten", "Lý Thị Đào"), ("chuky", 1, "hoten", "Trần Bảo Quốc"), ("chuky", 1, "chucvu", "Thủ trưởng đơn vị")
    ]),
    ("viec-cach-lam", "html", [
        ("p", "Kính gửi: Các tổ chuyên môn"),
        ("p", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC", 1),
        ("p", "Trường THCS và THPT Bắc Sơn - Năm học 2022-2023", 1),
        ("p", "I. MỤC TIÊU", 1),
        ("p", "Ổn định nền nếp."),
        ("p", "II. BẢNG PHÂN CÔNG", 1),
        ("t", [["Tiêu chí", "Việc cần làm", "Cách làm", "Người chính", "Người hỗ trợ", "Hạn", "Chi phí"], ["TC 1.5", "Sắp xếp lại lớp 10", "Chia theo nguyện vọng", "Phó Hiệu trưởng", "GVCN", "15/9/2022", "0"], ["TC 2.4", "Giảm bỏ học", "Đến nhà vận động", "GVCN", "Trưởng bản", "Hằng tuần", "Xăng xe 2 triệu đồng"]]),
        ("p", "III. TỔ CHỨC THỰC HIỆN", 1),
        ("p", "Báo cáo thứ sáu hằng tuần."),
        ("p", "HIỆU TRƯỞNG", 1),
        ("p", "Dương Công Bắc"),
    ], [
        ("truong", "ten", "Trường THCS và THPT Bắc Sơn"), ("kehoach", "namhoc", "2022-2023"), ("task", "1.5", 0, "giaiphap", "Chia theo nguyện vọng"),
        ("task", "1.5", 0, "noidung", "Sắp xếp lại lớp 10"), ("task", "1.5", 0, "chutri", "Phó Hiệu trưởng"), ("task", "1.5", 0, "phoihop", "GVCN"),
        ("task", "1.5", 0, "thoigian", "15/9/2022"), ("task", "2.4", 0, "phoihop", "Trưởng bản"), ("task", "2.4", 0, "thoigian", "Hằng tuần"),
        ("task", "2.4", 0, "kinhphi", "Xăng xe 2 triệu đồng"), ("chuky", 0, "hoten", "Dương Công Bắc")
    ]),
    ("diem-manh-diem-yeu", "txt", [
        ("p", "TRƯỜNG THCS LÊ LAI SƠN"),
        ("p", "KẾ HOẠCH"),
        ("p", "Cải tiến chất lượng giáo dục năm học 2022-2023"),
        ("p", "I. KẾT QUẢ TỰ ĐÁNH GIÁ"),
        ("t", [["Tiêu chí", "Điểm mạnh", "Điểm yếu", "Mức đạt"], ["1.2", "Hội đồng trường đủ thành phần", "Ra nghị quyết muộn", "Mức 2"], ["1.3", "Chi bộ vững", "", "Không đạt"], ["1.4", "", "", "Mức 3"]]),
        ("p", "II. NỘI DUNG"),
        ("p", "Tiêu chí 1.3: Các tổ chức trong nhà trường"),
        ("p", "- Giải pháp: Củng cố Liên đội."),
        ("p", "- Kinh phí: Ngân sách Tự túc"),
    ], [
        ("lv", "1.4", 3), ("point", "1.2", "muc", 2), ("point", "1.2", "diemmanh", "Hội đồng trường đủ thành phần"),
        ("point", "1.2", "diemyeu", "Ra nghị quyết muộn"), ("point", "1.3", "diemmanh", "Chi bộ vững"),
        ("task", "1.3", 0, "kinhphi", "Ngân sách, Tự túc")
    ]),
    ("chu-tri-phoi-hop-mot-dong", "docx", [
        ("halves", ["PHÒNG GD&ĐT HUYỆN MAI", "TRƯỜNG TIỂU HỌC CÒ NÒI", "Số: 39/KH-CN"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Cò Nòi, ngày 26 tháng 9 năm 2023"]),
        ("p", "KẾ HOẠCH", 1),
        ("p", "Cải tiến chất lượng giáo dục năm học 2023-2024", 1),
        ("p", "I. NỘI DUNG CẢI TIẾN", 1),
        ("p", "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường", 1),
        ("p", "Tiêu chí 1.2: Hội đồng trường", 1),
        ("p", "- Điểm yếu: Chưa kiện toàn kịp thời."),
        ("p", "- Biện pháp: Bầu bổ sung hai thành viên."),
        ("p", "- Người thực hiện: Chủ tịch Hội đồng trường; phối hợp: Công đoàn."),
        ("p", "- Thời gian thực hiện: Trước ngày 30/10/2023."),
        ("p", "Tiêu chuẩn 3: Cơ sở vật chất", 1),
        ("p", "Tiêu chí 3.2: Phòng học", 1),
        ("p", "- Điểm yếu: Ba phòng học tạm."),
        ("p", "- Biện pháp: Đề nghị huyện xây nhà lớp học 6 phòng."),
        ("p", "- Người thực hiện: Hiệu trưởng."),
        ("p", "- Thời gian thực hiện: Năm 2024."),
        ("p", "- Dự kiến kinh phí: 4,2 tỷ đồng, ngân sách huyện."),
        ("p", "II. TỔ CHỨC THỰC HIỆN", 1),
        ("p", "Nhà trường công khai kế hoạch."),
        ("p", "HIỆU TRƯỞNG", 1),
        ("p", "Quàng Văn Nòi"),
    ], [
        ("task", "1.2", 0, "diemyeu", "Chưa kiện toàn kịp thời."), ("task", "1.2", 0, "giaiphap", "Bầu bổ sung hai thành viên."),
        ("task", "1.2", 0, "chutri", "Chủ tịch Hội đồng trường"), ("task", "1.2", 0, "phoihop", "Công đoàn."),
        ("task", "1.2", 0, "thoigian", "Trước ngày 30/10/2023."), ("task", "3.2", 0, "giaiphap", "Đề nghị huyện xây nhà lớp học 6 phòng."),
        ("task", "3.2", 0, "kinhphi", "4,2 tỷ đồng, ngân sách huyện."), ("task", "3.2", 0, "thoigian", "Năm 2024."), ("sec", "tochuc"),
        ("chuky", 0, "hoten", "Quàng Văn Nòi"), ("truong", "ten", "Trường Tiểu học Cò Nòi")
    ]),
    ("ve-viec-duoi-so", "docx", [
        ("halves", ["PHÒNG GD&ĐT HUYỆN BIỂN", "TRƯỜNG TIỂU HỌC BÃI CÁT", "Số: 15/KH-BC", "V/v cải tiến chất lượng", "năm học 2022-2023"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Bãi Cát, ngày 14 tháng 9 năm 2022"]),
        ("p", "KẾ HOẠCH", 1),
        ("p", "I. NỘI DUNG", 1),
        ("p", "Tiêu chí 1.3: Tổ chức Đảng và các đoàn thể", 1),
        ("p", "1. Điểm mạnh: Chi bộ vững."),
        ("p", "2. Điểm yếu: Chi đoàn ít hoạt động."),
        ("p", "3. Giải pháp: Kết nạp năm đoàn viên."),
    ], [
        ("truong", "ten", "Trường Tiểu học Bãi Cát"), ("kehoach", "trichyeu", "Cải tiến chất lượng"), ("kehoach", "namhoc", "2022-2023"),
        ("task", "1.3", 0, "diemyeu", "Chi đoàn ít hoạt động."), ("task", "1.3", 0, "giaiphap", "Kết nạp năm đoàn viên."), ("task", "1.3", 0, "diemmanh", "")
    ]),
    ("nguoi-sau-gach", "docx", [
        ("p", "TRƯỜNG THCS NẬM BUNG"),
        ("p", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC NĂM HỌC 2025-2026", 1),
        ("p", "I. NỘI DUNG", 1),
        ("t", [["TT", "Tiêu chí", "Kết quả cần đạt", "Giải pháp", "Chủ trì và phối hợp thực hiện", "Thời gian"], ["1", "Tiêu chí 1.1", "Mức 3 (hiện nay mức 2)", "Công bố chiến lược", "- Chủ trì: Hiệu trưởng\n- Phối hợp: Tổ văn phòng", "Tháng 10/2025"], ["3", "Tiêu chí 1.3", "Mức 1, 2", "Lập sổ", "+ Chủ trì: Chi bộ + Phối hợp: Công đoàn", "Hằng quý"], ["2", "Tiêu chí 1.2", "Mức 2", "Họp mỗi quý", "- Hiệu trưởng\n- Công đoàn", "Hằng quý"]]),
    ], [
        ("task", "1.1", 0, "muc", "3"), ("task", "1.1", 0, "chutri", "Hiệu trưởng"), ("task", "1.1", 0, "phoihop", "Tổ văn phòng"),
        ("task", "1.2", 0, "chutri", "Hiệu trưởng Công đoàn"), ("task", "1.3", 0, "chutri", "Chi bộ"), ("task", "1.3", 0, "phoihop", "Công đoàn"),
        ("task", "1.3", 0, "ketqua", "Mức 1, 2")
    ]),
    ("tieu-chuan-danh-so", "docx", [
        ("p", "TRƯỜNG PTCS HÒN ME"),
        ("p", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC NĂM HỌC 2022-2023", 1),
        ("p", "I. NỘI DUNG", 1),
        ("p", "1. Tiêu chuẩn 2: Cán bộ quản lý, giáo viên", 1),
        ("p", "1.1. Tiêu chí 2.2: Đối với giáo viên", 1),
        ("p", "- Giải pháp: Mời giáo viên đất liền dạy thay"),
        ("p", "2. Tiêu chuẩn 3: Cơ sở vật chất", 1),
        ("p", "2.1. Tiêu chí 3.4: Khối phòng phục vụ", 1),
        ("p", "- Giải pháp: Lắp pin mặt trời"),
        ("p", "- Phối hợp: Đồn Biên phòng"),
    ], [
        ("task", "2.2", 0, "giaiphap", "Mời giáo viên đất liền dạy thay"), ("task", "3.4", 0, "giaiphap", "Lắp pin mặt trời"),
        ("task", "3.4", 0, "phoihop", "Đồn Biên phòng"), ("n", "2.2", 1)
    ]),
    ("lo-trinh-danh-dau", "html", [
        ("p", "TRƯỜNG TIỂU HỌC HÒA CƯ"),
        ("p", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC GIAI ĐOẠN 2024-2026", 1),
        ("p", "I. LỘ TRÌNH", 1),
        ("t", [[("TT", 1, 2), ("Tiêu chí", 1, 2), ("Nội dung công việc", 1, 2), ("Năm học thực hiện", 2, 1), ("Người phụ trách", 1, 2)], ["2024-2025", "2025-2026"], ["1", "Tiêu chí 1.1", "Rà soát chiến lược", "x", "", "Hội đồng trường"], ["2", "Tiêu chí 2.2", "Cử đi học", "x", "x", "Hiệu trưởng"]]),
        ("t", [[("Tiêu chí", 1, 2), ("Giải pháp", 1, 2), ("Tháng", 3, 1), ("Phụ trách", 1, 2)], ["9", "10", "11"], ["3.1", "Trồng cây", "", "✓", "✓", "Bảo vệ"]]),
        ("t", [["Tiêu chí", "Giải pháp", "HKI", "HKII", "Phụ trách"], ["3.2", "Sửa mái", "x", "chờ vốn", "Bảo vệ"]]),
    ], [
        ("task", "1.1", 0, "thoigian", "2024-2025"), ("task", "2.2", 0, "thoigian", "2024-2025, 2025-2026"), ("task", "2.2", 0, "chutri", "Hiệu trưởng"),
        ("task", "3.1", 0, "thoigian", "Tháng 10, Tháng 11"), ("task", "3.2", 0, "thoigian", "HKI")
    ]),
    ("dan-hinh-va-vach", "txt", [
        ("p", "TRƯỜNG MẦM NON THỎ NÂU\nKẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC NĂM HỌC 2025-2026\nI. NỘI DUNG\n👉 Tiêu chí 3.1: Diện tích, khuôn viên\n✅ Giải pháp: Làm mái che\n🕒 Thời gian: Tháng 10/2025"),
        ("p", "TT | Tiêu chí | Giải pháp | Phụ trách | Thời gian\n1 | 5.1 | Bồi dưỡng | Hiệu phó | Hè 2026\n2 | 5.2 | Cân đo trẻ | Y tế | Hằng quý | xem thêm"),
    ], [
        ("task", "3.1", 0, "giaiphap", "Làm mái che"), ("task", "3.1", 0, "thoigian", "Tháng 10/2025"), ("task", "5.1", 0, "chutri", "Hiệu phó"),
        ("task", "5.2", 0, "giaiphap", "Cân đo trẻ"), ("task", "5.2", 0, "thoigian", "Hằng quý")
    ]),
    ("chan-hai-nua-tren-dong", "txt", [
        ("p", "PHÒNG GD&ĐT HUYỆN BA TƠ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTRƯỜNG MẦM NON BA VINH\tĐộc lập - Tự do - Hạnh phúc\nSố: 17/KH-MNBV\tBa Vinh, ngày 15 tháng 9 năm 2023"),
        ("p", "KẾ HOẠCH"),
        ("p", "Cải tiến chất lượng giáo dục năm học 2023-2024"),
        ("p", "I. MỤC ĐÍCH"),
        ("p", "Trẻ đi học chuyên cần."),
        ("p", "II. NỘI DUNG"),
        ("t", [["STT", "Tiêu chí", "Giải pháp", "Người thực hiện", "Thời gian", "Kinh phí"], ["1", "Tiêu chí 5.4", "Đón trẻ tận nhà mùa mưa", "Giáo viên cắm bản", "Tháng 10-12/2023", "Không"], ["2", "Tiêu chí 2.3", "Hợp đồng cấp dưỡng", "Kế toán", "Tháng 9/2023", "3 triệu đồng/tháng x 9 tháng"]]),
        ("p", "III. TỔ CHỨC THỰC HIỆN"),
        ("p", "Trưởng thôn phối hợp."),
        ("p", "Nơi nhận:\t\tHIỆU TRƯỞNG\n- Phòng GD&ĐT;\n- Lưu: VT.\t\tPhạm Thị Vinh"),
    ], [
        ("truong", "ten", "Trường Mầm non Ba Vinh"), ("truong", "captren", "Phòng GD&ĐT huyện Ba Tơ"), ("kehoach", "so", "17/KH-MNBV"),
        ("truong", "diadanh", "Ba Vinh"), ("task", "5.4", 0, "giaiphap", "Đón trẻ tận nhà mùa mưa"),
        ("task", "5.4", 0, "chutri", "Giáo viên cắm bản"), ("task", "5.4", 0, "thoigian", "Tháng 10-12/2023"),
        ("task", "2.3", 0, "kinhphi", "3 triệu đồng/tháng x 9 tháng"), ("noi", 0, "Phòng GD&ĐT"), ("noi", 1, "Lưu: VT."),
        ("chuky", 0, "chucvu", "Hiệu trưởng"), ("chuky", 0, "hoten", "Phạm Thị Vinh")
    ]),
]

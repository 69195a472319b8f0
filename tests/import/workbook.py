"""A plan in a spreadsheet, as a school keeps it: xlsx by openpyxl, ods by hand."""
import datetime
import zipfile

import openpyxl

ROWS = [
    # criterion, content, who, from a real day, money as a number
    (1.8, "Dự giờ chéo giữa các tổ", "Phó hiệu trưởng", datetime.date(2023, 10, 16), 1200000),
    (1.9, "Hòm thư góp ý mở vào thứ sáu", "Trưởng ban TTND", datetime.date(2023, 9, 4), None),
    (1.1, "Làm lại cổng phụ phía chợ", "Hiệu trưởng", datetime.date(2024, 1, 5), 35000000),
    ("2.3", "Tuyển một nhân viên thiết bị", "Hiệu trưởng", datetime.date(2024, 3, 1), None),
]

HEAD = ["STT", "Tiêu chí", "Nội dung công việc", "Người thực hiện", "Thời hạn hoàn thành", "Kinh phí dự kiến"]
TITLES = ["TRƯỜNG THCS HOA SEN", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC", "Năm học 2023-2024"]

WORDS = " ".join(TITLES + HEAD + [r[1] + " " + r[2] for r in ROWS]) + " Kế hoạch năm học 1.200.000 35.000.000"

WANTS = {
    "mau": "nam10cot", "danhmuc": "tt18_2018",
    "truong": {"ten": "Trường THCS Hoa Sen"},
    "kehoach": {"namhoc": "2023-2024"},
    "tasks": {
        "1.8": [{"noidung": "Dự giờ chéo giữa các tổ", "chutri": "Phó hiệu trưởng", "thoigian": "16/10/2023", "kinhphi": "1.200.000"}],
        "1.9": [{"noidung": "Hòm thư góp ý mở vào thứ sáu", "thoigian": "4/9/2023"}],
        "1.1": [{"noidung": "Làm lại cổng phụ phía chợ", "kinhphi": "35.000.000"}],
        "2.3": [{"noidung": "Tuyển một nhân viên thiết bị", "chutri": "Hiệu trưởng", "thoigian": "1/3/2024"}],
    },
}


def to_xlsx(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Kế hoạch năm học"
    for i, title in enumerate(TITLES):
        sheet.cell(i + 1, 1, title)
        sheet.merge_cells(start_row=i + 1, start_column=1, end_row=i + 1, end_column=len(HEAD))
    for c, words in enumerate(HEAD):
        sheet.cell(5, c + 1, words)
    for r, (code, what, who, day, money) in enumerate(ROWS):
        for c, value in enumerate([r + 1, code, what, who, day, money]):
            cell = sheet.cell(6 + r, c + 1, value)
            if c == 4:
                cell.number_format = "dd/mm/yyyy"
            if c == 5:
                cell.number_format = "#,##0"
    book.save(path)


# the school and the results on one sheet, the title on the other; an empty row, cells that are not there, halves of a foot
TWO = [("Kết quả", [["TRƯỜNG THCS BẾN LAU"], ["KẾT QUẢ TỰ ĐÁNH GIÁ"], ["Tiêu chí", "Mức 1", "Mức 2"], ["1.1", "x", "x"], ["3.4", "x"]]),
       ("Việc", [["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2024-2025"], ["Tiêu chí", "Giải pháp", "Người phụ trách", "Thời gian", "Ghi chú"],
                 ["3.4", "Khoan giếng", "Hiệu trưởng", "Tháng 2/2025"], [], ["1.1", "Soạn lại chiến lược", "Chi bộ", "Tháng 3/2025", "Họp hai lần"],
                 [None, "Nơi nhận:", None, "HIỆU TRƯỞNG"], [None, "- Phòng GD&ĐT;"], [None, "- Lưu: VT."], [None, None, None, None, "Lê Bến"]])]
TWO_WORDS = " ".join(c for name, rows in TWO for row in [[name], *rows] for c in row if c and c != "x")
TWO_WANTS = {
    "truong": {"ten": "Trường THCS Bến Lau"}, "kehoach": {"trichyeu": "Cải tiến chất lượng", "namhoc": "2024-2025"}, "levels": {"1.1": 2, "3.4": 1},
    "noinhan": ["Phòng GD&ĐT", "Lưu: VT"], "chuky": {"chucvu": "Hiệu trưởng", "hoten": "Lê Bến"},
    "tasks": {"3.4": [{"giaiphap": "Khoan giếng", "thoigian": "Tháng 2/2025"}], "1.1": [{"giaiphap": "Soạn lại chiến lược", "ghichu": "Họp hai lần"}]},
}


def to_two(path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in TWO:
        sheet = book.create_sheet(name)
        for r, row in enumerate(rows):
            for c, words in enumerate(row):
                sheet.cell(r + 1, c + 1, words)
    book.save(path)


ODS_ROWS = [("1.8", "Dự giờ chéo giữa các tổ", "Phó hiệu trưởng", "Tháng 10/2023"),
            ("1.10", "Làm lại cổng phụ phía chợ", "Hiệu trưởng", "Năm học 2023-2024")]
ODS_HEAD = ["Tiêu chí", "Nội dung công việc", "Người phụ trách", "Thời gian thực hiện"]
ODS_RESULTS = {"1.8": 3, "1.10": 1}
ODS_WORDS = " ".join(ODS_HEAD + [" ".join(r[1:]) for r in ODS_ROWS]) + " Việc Mức"
ODS_WANTS = {
    "mau": "nam10cot",
    "tasks": {"1.8": [{"noidung": "Dự giờ chéo giữa các tổ", "chutri": "Phó hiệu trưởng", "thoigian": "Tháng 10/2023"}],
              "1.10": [{"noidung": "Làm lại cổng phụ phía chợ", "chutri": "Hiệu trưởng", "thoigian": "Năm học 2023-2024"}]},
    "levels": ODS_RESULTS,
}

NAMES = "".join(' xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % (n, n) for n in ("office", "table", "text"))


def cell(words, repeat=1):
    more = ' table:number-columns-repeated="%d"' % repeat if repeat > 1 else ""
    return "<table:table-cell%s>%s</table:table-cell>" % (more, "<text:p>%s</text:p>" % words if words else "")


def to_ods(path):
    rows = ["".join(map(cell, ODS_HEAD))] + ["".join(map(cell, r)) for r in ODS_ROWS]
    results = [cell("Tiêu chí") + cell("Mức 1") + cell("Mức 2") + cell("Mức 3")]
    # cells alike are written once
    results += [cell("Tiêu chí " + code) + cell("X", level) + cell("", 4 - level) for code, level in ODS_RESULTS.items()]
    tables = "".join('<table:table table:name="%s">%s</table:table>' % (name, "".join("<table:table-row>%s</table:table-row>" % r for r in table))
                     for name, table in (("Việc", rows), ("Mức", results)))
    content = '<?xml version="1.0" encoding="UTF-8"?><office:document-content%s><office:body><office:spreadsheet>%s</office:spreadsheet></office:body></office:document-content>' % (NAMES, tables)
    with zipfile.ZipFile(path, "w") as z:
        z.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        z.writestr("content.xml", content, zipfile.ZIP_DEFLATED)

"""Odd habits of real documents, each in a small document of its own: what it says and what has to come out."""
import copy
import unicodedata

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

import make
import plans
import tcvn3

W = nsdecls("w")
NINE = plans.HEAD_NINE


def element(name, **attributes):
    e = OxmlElement(name)
    for key, value in attributes.items():
        e.set(qn("w:" + key), value)
    return e


def begin():
    d = docx.Document()
    make.add_halves(d, plans.NINE["left"], plans.NINE["right"])
    for line in plans.NINE["title"]:
        make.add_paragraph(d, line, bold=True, centre=True)
    return d


HEAD_WORDS = " ".join(plans.NINE["left"] + plans.NINE["right"] + plans.NINE["title"])


def task(code, what, who="Hiệu trưởng", when="Tháng 9/2023", goal="Mức 2"):
    return ["", "Tiêu chí " + code, goal, what, who, when, "", "", ""]


def words_of_rows(rows):
    return " ".join(" ".join(make.lines_of(c[0] if isinstance(c, tuple) else c)) for r in rows for c in r)


def numbered(d):
    """Parts, items and tasks numbered by Word; a list that other text interrupts goes on."""
    numbering = d.part.numbering_part.element
    numbering.append(parse_xml('<w:abstractNum %s w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%%1."/></w:lvl>'
                               '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%%2."/></w:lvl></w:abstractNum>' % W))
    numbering.append(parse_xml('<w:num %s w:numId="77"><w:abstractNumId w:val="77"/></w:num>' % W))
    # Word wants all abstract lists before the numbers; this reader does not ask for it

    def add(words, level, bold):
        p = make.add_paragraph(d, words, bold=bold)
        props = p._p.get_or_add_pPr()
        num = element("w:numPr")
        num.append(element("w:ilvl", val=str(level)))
        num.append(element("w:numId", val="77"))
        props.append(num)
    add("MỤC ĐÍCH, YÊU CẦU", 0, True)
    add("Làm đến đâu chắc đến đó.", 1, False)
    make.add_paragraph(d, "Đoạn chen giữa hai ý.")
    add("Không dồn việc vào cuối năm.", 1, False)
    add("NỘI DUNG KẾ HOẠCH", 0, True)
    rows = [task("1.8", "Dự giờ chéo")]
    make.add_table(d, NINE, rows)
    add("TỔ CHỨC THỰC HIỆN", 0, True)
    make.add_paragraph(d, "Các tổ tự xếp lịch.")
    return "MỤC ĐÍCH, YÊU CẦU Làm đến đâu chắc đến đó. Đoạn chen giữa hai ý. Không dồn việc vào cuối năm. NỘI DUNG KẾ HOẠCH TỔ CHỨC THỰC HIỆN Các tổ tự xếp lịch. " + words_of_rows([NINE] + rows), {
        "tasks": {"1.8": [{"giaiphap": "Dự giờ chéo"}]},
        "text": ["phần mucdich <\n  # I. MỤC ĐÍCH, YÊU CẦU\n  đoạn số  Làm đến đâu chắc đến đó.;", "đoạn số  Không dồn việc vào cuối năm.;", "phần tochuc <"]}


def merged(d):
    """A criterion, its goal and its people over three rows; times of their own."""
    make.add_paragraph(d, "III. NỘI DUNG KẾ HOẠCH", bold=True)
    rows = [task("3.4", "Sửa mái", "Kế toán", "Tháng 9/2023"), ["", "", "", "Thay bồn nước", "", "Tháng 10/2023", "", "", ""], ["", "", "", "Sơn lại tường", "", "Hè 2024", "", "", ""]]
    make.add_table(d, NINE, rows)
    table = d.tables[-1]
    for column in (0, 1, 2, 4):
        table.cell(1, column).merge(table.cell(3, column))
    return "III. NỘI DUNG KẾ HOẠCH " + words_of_rows([NINE] + rows), {
        "tasks": {"3.4": [{"giaiphap": "Sửa mái", "chutri": "Kế toán", "thoigian": "Tháng 9/2023"},
                          {"giaiphap": "Thay bồn nước", "chutri": "Kế toán", "thoigian": "Tháng 10/2023"},
                          {"giaiphap": "Sơn lại tường", "chutri": "Kế toán", "thoigian": "Hè 2024"}]}}


def tracked(d):
    """Words and a row added and taken away, not yet accepted."""
    make.add_paragraph(d, "III. NỘI DUNG KẾ HOẠCH", bold=True)
    rows = [task("1.8", "Dự giờ"), task("1.9", "Bỏ hàng này")]
    make.add_table(d, NINE, rows)
    table = d.tables[-1]
    p = table.cell(1, 3).paragraphs[0]._p
    p.append(parse_xml('<w:ins %s w:id="1" w:author="a"><w:r><w:t xml:space="preserve"> chéo</w:t></w:r></w:ins>' % W))
    p.append(parse_xml('<w:del %s w:id="2" w:author="a"><w:r><w:delText xml:space="preserve"> một mình</w:delText></w:r></w:del>' % W))
    props = table.rows[2]._tr.get_or_add_trPr()
    props.append(element("w:del", id="3", author="a"))
    return "III. NỘI DUNG KẾ HOẠCH " + words_of_rows([NINE, rows[0]]) + " chéo", {
        "tasks": {"1.8": [{"giaiphap": "Dự giờ chéo"}]}, "without": ["một mình", "Bỏ hàng này", "1.9"], "said": ["KH8036"]}


def decomposed(d):
    """Letters apart from their marks."""
    make.add_paragraph(d, "III. NỘI DUNG KẾ HOẠCH", bold=True)
    rows = [task("1.8", "Dự giờ chéo giữa hai tổ", "Phó hiệu trưởng")]
    make.add_table(d, [unicodedata.normalize("NFD", h) for h in NINE], [[unicodedata.normalize("NFD", c) for c in rows[0]]])
    return "III. NỘI DUNG KẾ HOẠCH " + words_of_rows([NINE] + rows), {"tasks": {"1.8": [{"giaiphap": "Dự giờ chéo giữa hai tổ", "chutri": "Phó hiệu trưởng"}]}}


def boxed(d):
    """The number and the school in text boxes; a footnote's words in the text; a picture."""
    p = d.add_paragraph()
    for words in ("Lời trong khung vẽ", "Dòng thứ hai trong khung"):
        run = parse_xml('<w:r %s xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>'
                        '<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>' % (W, words, words))
        p._p.append(run)
    make.add_paragraph(d, "III. NỘI DUNG KẾ HOẠCH", bold=True)
    rows = [task("1.8", "Dự giờ chéo")]
    make.add_table(d, NINE, rows)
    return "Lời trong khung vẽ Dòng thứ hai trong khung III. NỘI DUNG KẾ HOẠCH " + words_of_rows([NINE] + rows), {
        "tasks": {"1.8": [{"giaiphap": "Dự giờ chéo"}]}, "once": ["Lời trong khung vẽ"]}


def symbols(d):
    """Bullets and check marks of Wingdings; a table of results with them."""
    make.add_paragraph(d, "II. CĂN CỨ XÂY DỰNG KẾ HOẠCH", bold=True)
    make.add_paragraph(d, "4. Kết quả thực hiện cải tiến chất lượng năm học 2022-2023:", bold=True)
    make.add_results(d, {"1.1": 0, "1.2": 0})
    table = d.tables[-1]
    for row, level in ((4, 2), (5, 3)):
        table.cell(row, 1).text = ""
        for i in range(level):
            r = table.cell(row, 2 + i).paragraphs[0].add_run()
            r._r.append(element("w:sym", font="Wingdings", char="F0FC"))
    p = make.add_paragraph(d, "")
    p.runs[0]._r.append(element("w:sym", font="Symbol", char="F0B7"))
    p.add_run(" Nhà trường giữ vững kết quả đã đạt.")
    make.add_paragraph(d, "III. NỘI DUNG KẾ HOẠCH", bold=True)
    rows = [task("1.8", "Dự giờ chéo")]
    make.add_table(d, NINE, rows)
    return "II. CĂN CỨ XÂY DỰNG KẾ HOẠCH Kết quả thực hiện cải tiến chất lượng năm học 2022-2023: Tiêu chuẩn, tiêu chí Kết quả Không đạt Đạt Mức Tiêu chuẩn Nhà trường giữ vững kết quả đã đạt. III. NỘI DUNG KẾ HOẠCH " + words_of_rows([NINE] + rows), {
        "levels": {"1.1": 2, "1.2": 3}, "tasks": {"1.8": [{"giaiphap": "Dự giờ chéo"}]}}


def two_plans(d):
    """Two plans, one behind the other."""
    make.add_paragraph(d, "III. NỘI DUNG KẾ HOẠCH", bold=True)
    rows = [task("1.8", "Dự giờ chéo")]
    make.add_table(d, NINE, rows)
    make.to_docx(plans.TEN, d)
    return None, {"tasks": {"1.8": [{"giaiphap": "Dự giờ chéo"}]}, "said": ["KH8039"], "second": plans.TEN["wants"]}


def asides(d):
    """A head of the page, a foot with the page's number, a table without a form."""
    d.sections[0].header.paragraphs[0].text = "Tài liệu lưu hành nội bộ"
    foot = d.sections[0].footer.paragraphs[0]
    foot.add_run("Trang ")
    for part in ('<w:fldChar %s w:fldCharType="begin"/>', '<w:instrText %s> PAGE </w:instrText>', '<w:fldChar %s w:fldCharType="separate"/>', '<w:t %s>77</w:t>', '<w:fldChar %s w:fldCharType="end"/>'):
        foot.add_run()._r.append(parse_xml(part % W))
    make.add_paragraph(d, "III. NỘI DUNG KẾ HOẠCH", bold=True)
    rows = [task("1.8", "Dự giờ chéo")]
    make.add_table(d, NINE, rows)
    strange = [["Món", "Thứ hai", "Thứ ba"], ["Cơm", "Cá kho", "Đậu phụ"]]
    make.add_table(d, strange[0], strange[1:])
    return "Tài liệu lưu hành nội bộ Trang III. NỘI DUNG KẾ HOẠCH " + words_of_rows([NINE] + rows + strange), {
        "tasks": {"1.8": [{"giaiphap": "Dự giờ chéo"}]}, "status": 1, "said": ["KH8033"], "without": ["77"], "text": ["# bảng 3, hàng 2: Cơm | Cá kho | Đậu phụ"]}


def writings(d):
    """Criteria in many writings, joined and missing columns, other words in the headings."""
    head = ["Stt", "TIÊU CHÍ", "Biện pháp khắc phục", "Bộ phận chịu trách nhiệm", "Lộ trình", "Nguồn kinh phí"]
    rows = [["1", "TC1.2", "Họp định kỳ", "HĐT", "Quý IV/2023", "Không"], ["2", "Tiêu chí 1,5.", "Chia lại lớp", "BGH", "Tháng 9/2023", ""],
            ["3", "tiêu chí 2. 3 - Đối với nhân viên", "Tuyển thêm", "Hiệu trưởng", "Năm học 2023-2024", "ngân sách"], ["4", "Tiêu chuẩn 3, tiêu chí 3.6", "Mua sách", "Thư viện", "HKI", "12 triệu đồng"]]
    make.add_paragraph(d, "NỘI DUNG THỰC HIỆN", bold=True)
    make.add_table(d, head, rows)
    return "NỘI DUNG THỰC HIỆN " + words_of_rows([head] + rows), {
        "tasks": {"1.2": [{"giaiphap": "Họp định kỳ", "chutri": "HĐT", "thoigian": "Quý IV/2023"}], "1.5": [{"giaiphap": "Chia lại lớp"}],
                  "2.3": [{"giaiphap": "Tuyển thêm", "kinhphi": "ngân sách"}], "3.6": [{"giaiphap": "Mua sách", "kinhphi": "12 triệu đồng"}]}}


def criterion_rows(d):
    """Criteria in rows of their own above their tasks, and a row of sums."""
    head = ["TT", "Nội dung cải tiến", "Biện pháp", "Thời gian", "Người thực hiện", "Kinh phí"]
    rows = [[("Tiêu chuẩn 1: Tổ chức và quản lý nhà trường", 6)], [("Tiêu chí 1.1: Phương hướng, chiến lược xây dựng và phát triển nhà trường", 6)],
            ["1", "Điều chỉnh chiến lược", "Họp hội đồng trường", "Tháng 9/2023", "Hiệu trưởng", "0"], ["2", "Công khai chiến lược", "Đăng trên trang", "Tháng 10/2023", "Văn thư", "0"],
            [("Tiêu chí 1.5: Lớp học", 6)], ["3", "Giảm sĩ số", "Tách lớp", "Cả năm", "BGH", "5 triệu đồng"], ["", "Tổng cộng", "", "", "", "5 triệu đồng"]]
    make.add_paragraph(d, "NỘI DUNG KẾ HOẠCH", bold=True)
    make.add_table(d, head, rows)
    return "NỘI DUNG KẾ HOẠCH " + words_of_rows([head] + rows), {
        "tasks": {"1.1": [{"noidung": "Điều chỉnh chiến lược", "giaiphap": "Họp hội đồng trường"}, {"noidung": "Công khai chiến lược", "chutri": "Văn thư"}],
                  "1.5": [{"noidung": "Giảm sĩ số", "kinhphi": "5 triệu đồng"}]}, "text": ["# bảng 2, hàng 8: Tổng cộng | 5 triệu đồng"]}


def under_headings(d):
    """A small table under each criterion's line."""
    words = ["III. NỘI DUNG KẾ HOẠCH"]
    make.add_paragraph(d, words[0], bold=True)
    head = ["Điểm yếu", "Nội dung công việc", "Giải pháp", "Thời gian", "Người phụ trách"]
    for code, title in (("1.2", "Hội đồng trường và các hội đồng khác"), ("3.6", "Thư viện")):
        make.add_paragraph(d, "Tiêu chí %s: %s" % (code, title), bold=True)
        rows = [["Còn chậm", "Việc đầu", "Cách đầu", "9/2023", "HT"], ["", "Việc sau", "Cách sau", "10/2023", "PHT"]]
        make.add_table(d, head, rows)
        words += [title, words_of_rows([head] + rows)]
    return " ".join(words), {"tasks": {code: [{"diemyeu": "Còn chậm", "giaiphap": "Cách đầu"}, {"noidung": "Việc sau", "chutri": "PHT"}] for code in ("1.2", "3.6")}}


def as_prose(d):
    """A plan without a table: lines that name their fields."""
    lines = ["III. NỘI DUNG KẾ HOẠCH", "Tiêu chí 1.2: Hội đồng trường và các hội đồng khác", "- Điểm yếu: Họp chưa đều.", "- Giải pháp: Họp mỗi quý một lần.",
             "- Người thực hiện: Hiệu trưởng", "- Thời gian: Năm học 2023-2024", "Tiêu chí 3.6: Thư viện", "- Biện pháp thực hiện: Mua thêm sách.", "- Kinh phí: 10 triệu đồng"]
    for line in lines:
        make.add_paragraph(d, line, bold=line[0] in "IT")
    return " ".join(lines), {"tasks": {"1.2": [{"diemyeu": "Họp chưa đều", "giaiphap": "Họp mỗi quý một lần", "chutri": "Hiệu trưởng", "thoigian": "Năm học 2023-2024"}],
                                       "3.6": [{"giaiphap": "Mua thêm sách", "kinhphi": "10 triệu đồng"}]}}


def results_in_words(d):
    """Levels met said as "Đạt"; titles beside; sums below; the basis under another title; a level in a criterion's cell."""
    head = ["Tiêu chuẩn, tiêu chí", "Nội dung", "Không đạt", "Mức 1", "Mức 2", "Mức 3"]
    rows = [["Tiêu chuẩn 1", "Tổ chức", "", "", "", ""], ["1.1", "Phương hướng", "", "Đạt", "Đạt", ""], ["1.2", "Hội đồng", "", "x", "", ""], ["1.3", "Tổ chức Đảng", "x", "", "", ""], ["Cộng", "", "1", "2", "1", "0"]]
    plan = ["STT", "Tiêu chí", "Điểm yếu", "Biện pháp cải tiến", "Người phụ trách", "Thời gian hoàn thành"]
    tasks = [["1", "1.1", "Chưa rà soát", ["- Rà soát", "- Công khai"], ["HT", "Văn thư"], ["10/2023", "11/2023"]], ["2", "1.3 (Mức 1)", "Ít đảng viên", "Bồi dưỡng quần chúng", "Chi bộ", "Cả năm"]]
    lines = ["I. CÁC CĂN CỨ", "- Căn cứ Thông tư số 18/2018/TT-BGDĐT ngày 22/8/2018;", "II. KẾT QUẢ TỰ ĐÁNH GIÁ NĂM HỌC 2021-2022"]
    for line in lines:
        make.add_paragraph(d, line, bold=line[0] == "I")
    make.add_table(d, head, rows)
    make.add_paragraph(d, "III. NỘI DUNG CẢI TIẾN", bold=True)
    make.add_table(d, plan, tasks)
    return " ".join(lines + ["III. NỘI DUNG CẢI TIẾN"]) + " " + words_of_rows([head] + rows[:2] + rows[2:] + [plan] + tasks).replace("Đạt", ""), {
        "levels": {"1.1": 2, "1.2": 1, "1.3": 0},
        "tasks": {"1.1": [{"giaiphap": "Rà soát", "chutri": "HT", "thoigian": "10/2023", "diemyeu": "Chưa rà soát"}, {"giaiphap": "Công khai", "chutri": "Văn thư"}],
                  "1.3": [{"giaiphap": "Bồi dưỡng quần chúng", "diemyeu": "Ít đảng viên"}]},
        "text": ["hiện trạng năm học 2021-2022 <", "căn cứ <\n  # I. CÁC CĂN CỨ\n  văn bản  Căn cứ Thông tư số 18/2018/TT-BGDĐT ngày 22/8/2018;"]}


def people_in_a_line(d):
    """Lines of a cell of people that came as one line; a stamp below the signature."""
    make.add_paragraph(d, "III. NỘI DUNG KẾ HOẠCH", bold=True)
    rows = [task("2.4", ["1. Dạy kỹ năng sống.", "2. Theo dõi nền nếp.", "3. Họp phụ huynh."], "BGH GVCN, TPT Đội CB, GV, NV", "Cả năm")]
    make.add_table(d, NINE, rows)
    foot = ["Nơi nhận:", "- PGDĐT;", "- Lưu.", "HIỆU TRƯỞNG", "TRƯỜNG", "TRUNG HỌC CƠ SỞ", "LÊ VĂN HƯU"]
    for line in foot:
        make.add_paragraph(d, line, bold=True)
    return "III. NỘI DUNG KẾ HOẠCH " + words_of_rows([NINE] + rows) + " " + " ".join(foot), {
        "tasks": {"2.4": [{"giaiphap": "Dạy kỹ năng sống", "chutri": "BGH", "thoigian": "Cả năm"}, {"chutri": "GVCN, TPT Đội"}, {"chutri": "CB, GV, NV"}]},
        "text": ["nơi nhận <\n  nơi  PGDĐT;\n  nơi  Lưu.;\n>", "chữ ký <\n  chức vụ  Hiệu trưởng;\n  # TRƯỜNG"], "without": ["họ tên "]}


def unknown_columns(d):
    """Columns that no list of headings knows: their cells tell; the heading again in the middle; figures without a place."""
    head = ["TT", "Tiêu chí", "Điểm yếu", "Giải pháp", "Ai lo", "Khi nào xong", "Số suất"]
    rows = [["1", "TC 1.1", "Chiến lược cũ", "Viết lại", "HĐT", "Quý I/2024", "4120"], head, ["2", "TC 1.10", "Cổng yếu", "Thay cổng", "Bảo vệ", "Hè 2024", "377"]]
    make.add_paragraph(d, "NỘI DUNG THỰC HIỆN", bold=True)
    make.add_table(d, head, rows)
    return "NỘI DUNG THỰC HIỆN " + words_of_rows([head] + rows), {
        "tasks": {"1.1": [{"diemyeu": "Chiến lược cũ", "giaiphap": "Viết lại", "chutri": "HĐT", "thoigian": "Quý I/2024"}], "1.10": [{"chutri": "Bảo vệ", "thoigian": "Hè 2024"}]},
        "text": ["# bảng 2, hàng 2: Số suất: 4120", "# bảng 2, hàng 3: TT | Tiêu chí | Điểm yếu | Giải pháp | Ai lo | Khi nào xong | Số suất"], "said": ["KH8034"]}


def two_row_heading(d):
    """A heading over others that are not known, days on which times begin and end, money by its source."""
    head = ["STT", "Tiêu chí", "Giải pháp", "Thời gian", "", "Phân công", "", "Kinh phí", ""]
    rows = [["", "", "", "Khởi công", "Hoàn tất", "Thực hiện", "Giám sát", "Trường", "Phụ huynh"],
            ["1", "1.6", "Mua phần mềm kế toán", "10/2023", "12/2023", "Kế toán", "Hiệu trưởng", "12 triệu đồng", "3 triệu đồng"]]
    make.add_paragraph(d, "NỘI DUNG THỰC HIỆN", bold=True)
    make.add_table(d, head, rows)
    table = d.tables[-1]
    for a, b in ((3, 4), (5, 6), (7, 8)):
        table.cell(0, a).merge(table.cell(0, b))
    for c in (0, 1, 2):
        table.cell(0, c).merge(table.cell(1, c))
    return "NỘI DUNG THỰC HIỆN " + words_of_rows([head] + rows), {
        "tasks": {"1.6": [{"thoigian": "10/2023 - 12/2023", "chutri": "Kế toán", "giamsat": "Hiệu trưởng", "kinhphi": "Trường: 12 triệu đồng Phụ huynh: 3 triệu đồng"}]}}


def spanning_content(d):
    """A content of its own over two solutions, without criteria; a level of its own for each line of money."""
    head = ["TT", "Nội dung cải tiến", "Mục tiêu cải tiến", "Hoạt động/giải pháp", "Thời gian thực hiện", "Đơn vị/cá nhân phụ trách"]
    rows = [["1", "Nâng năng lực tiếng Anh", "Tám phần mười đạt B1", "Mở lớp tối", "HKI", "PHT"], ["", "", "", "Sinh hoạt câu lạc bộ", "Cả năm", "Tổ tiếng Anh"]]
    make.add_paragraph(d, "NỘI DUNG THỰC HIỆN", bold=True)
    make.add_table(d, head, rows)
    table = d.tables[-1]
    for c in (0, 1, 2):
        table.cell(1, c).merge(table.cell(2, c))
    return "NỘI DUNG THỰC HIỆN " + words_of_rows([head] + rows), {
        "text": ["việc Nâng năng lực tiếng Anh <\n  mục tiêu  Tám phần mười đạt B1;\n  việc <\n    giải pháp  Mở lớp tối;"],
        "once": ["Tám phần mười đạt B1", "việc Nâng năng lực tiếng Anh"]}


def joined_columns(d):
    """One column for time and people, told apart by what they are; another for money and time, by lines."""
    head = ["TT", "Tiêu chí", "Giải pháp", "Thời gian, người thực hiện", "Ghi chú"]
    rows = [["1", "1.2", "Lập lịch họp", "Tháng 9/2023; Hiệu trưởng", ""], ["2", "1.7", "Cử đi học", ["Năm học 2023-2024", "PHT, Kế toán"], ""], ["3", "3.6", "Mua sách", "Nhân viên thư viện (HKI)", ""]]
    make.add_paragraph(d, "NỘI DUNG THỰC HIỆN", bold=True)
    make.add_table(d, head, rows)
    return "NỘI DUNG THỰC HIỆN " + words_of_rows([head] + rows), {
        "tasks": {"1.2": [{"thoigian": "Tháng 9/2023", "chutri": "Hiệu trưởng"}], "1.7": [{"thoigian": "Năm học 2023-2024", "chutri": "PHT, Kế toán"}],
                  "3.6": [{"chutri": "Nhân viên thư viện", "thoigian": "HKI"}]}}


def add_part(d, name, kind, xml):
    """A part of its own beside the document's text."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml" % kind
    d.part.relate_to(Part(PackURI("/word/" + name), content, xml.encode("utf-8"), d.part.package), office + kind)


def notes(d):
    """Footnotes, endnotes and comments of readers: each stands once, as a comment; a page's head and a foot that differ."""
    make.add_paragraph(d, "III. NỘI DUNG KẾ HOẠCH", bold=True)
    rows = [task("1.8", "Dự giờ chéo")]
    make.add_table(d, NINE, rows)
    p = d.tables[-1].cell(1, 3).paragraphs[0]._p
    p.append(parse_xml('<w:r %s><w:footnoteReference w:id="2"/></w:r>' % W))
    p.append(parse_xml('<w:r %s><w:endnoteReference w:id="2"/></w:r>' % W))
    p.append(parse_xml('<w:r %s><w:commentReference w:id="0"/></w:r>' % W))
    line = '<w:p><w:r><w:t>%s</w:t></w:r></w:p>'
    rule = '<w:%s w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:%s>'
    for kind, words in (("footnote", "Theo lịch của cụm trường"), ("endnote", "Xem biên bản số 6")):
        add_part(d, kind + "s.xml", kind + "s", '<w:%ss %s>%s<w:%s w:id="2">%s</w:%s></w:%ss>' % (kind, W, rule % (kind, kind), kind, line % words, kind, kind))
    add_part(d, "comments.xml", "comments", '<w:comments %s><w:comment w:id="0" w:author="Người xem">%s</w:comment></w:comments>' % (W, line % "Nên ghi rõ số tiết"))
    section = d.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Bản trình ký"
    section.footer.paragraphs[0].text = "Văn phòng lưu một bản"
    words = "Theo lịch của cụm trường Xem biên bản số 6 Nên ghi rõ số tiết Bản trình ký Văn phòng lưu một bản"
    return "III. NỘI DUNG KẾ HOẠCH " + words_of_rows([NINE] + rows) + " " + words, {
        "tasks": {"1.8": [{"giaiphap": "Dự giờ chéo"}]},
        "once": ["Theo lịch của cụm trường", "Xem biên bản số 6", "Nên ghi rõ số tiết", "Bản trình ký", "Văn phòng lưu một bản"]}


FIVE = ["TT", "Kế hoạch cải tiến chất lượng/Nội dung công việc", "Thời gian thực hiện", "Người phụ trách", "Điều kiện thực hiện"]


def torn(d):
    """The end of a page fell into a criterion: the table is two, and what stands on a page goes with the tasks there."""
    make.add_paragraph(d, "III. NỘI DUNG KẾ HOẠCH", bold=True)
    first = ["Tiêu chí 1.8: Quản lý các hoạt động", ["1. Lập lịch dự giờ.", "2. Mở sổ góp ý chung cho hai"], ["Tháng 9/2024", "Tháng 10/2024"], ["Phó hiệu trưởng", "Văn thư"], ["Ngân sách", "Tự túc"]]
    rest = ["giáo dục", ["tổ. 3. Dự giờ chéo theo tháng.", "4. Sơ kết vào tháng 5."], ["Cả năm học", "Tháng 5/2025"], ["Tổ trưởng", "Hiệu trưởng"], "Quỹ hội"]
    last = ["Tiêu chí 1.9: Thực hiện quy chế dân chủ", "Họp dân chủ đầu năm.", "Tháng 9/2024", "Công đoàn", ""]
    make.add_table(d, FIVE, [first])
    make.add_table(d, FIVE, [rest, last])
    d.tables[-1]._tbl.remove(d.tables[-1].rows[0]._tr)
    words = words_of_rows([FIVE, first, rest, last])
    return "III. NỘI DUNG KẾ HOẠCH " + words, {"text": ["tiêu chí 1.8 Quản lý các hoạt động giáo dục <"], "tasks": {
        "1.8": [{"noidung": "Lập lịch dự giờ.", "thoigian": "Tháng 9/2024", "chutri": "Phó hiệu trưởng", "dieukien": "Ngân sách"},
                {"noidung": "Mở sổ góp ý chung cho hai tổ.", "thoigian": "Tháng 10/2024", "chutri": "Văn thư", "dieukien": "Tự túc"},
                {"noidung": "Dự giờ chéo theo tháng.", "thoigian": "Cả năm học", "chutri": "Tổ trưởng", "dieukien": "Quỹ hội"},
                {"noidung": "Sơ kết vào tháng 5.", "chutri": "Hiệu trưởng", "dieukien": "Quỹ hội"}],
        "1.9": [{"noidung": "Họp dân chủ đầu năm.", "chutri": "Công đoàn"}]}}


def slipped(d):
    """Sources of money that were lines, and a person who slipped into the column of times."""
    make.add_paragraph(d, "III. NỘI DUNG KẾ HOẠCH", bold=True)
    rows = [["Tiêu chí 1.8", ["1. Lập lịch dự giờ.", "2. Mở sổ góp ý.", "3. Dự giờ chéo."], ["Tháng 9/2024", "Tháng 10/2024", "Hiệu trưởng"], ["Phó hiệu trưởng", "Văn thư"], "Ngân sách Tự túc Xã hội hóa"]]
    make.add_table(d, FIVE, rows)
    nine = [task("2.1", "Mở lớp", "-Phòng GDĐT -Hiệu trưởng - Kế toán")]
    nine[0][6] = "Kinh phí ngân sách Kinh phí tự túc"
    make.add_table(d, NINE, nine)
    return "III. NỘI DUNG KẾ HOẠCH " + words_of_rows([FIVE, NINE] + rows + nine), {"said": ["Kinh phí ngân sách Kinh phí tự túc"], "tasks": {
        "1.8": [{"thoigian": "Tháng 9/2024", "chutri": "Phó hiệu trưởng", "dieukien": "Ngân sách"},
                {"thoigian": "Tháng 10/2024", "chutri": "Văn thư", "dieukien": "Tự túc"},
                {"thoigian": "", "chutri": "Hiệu trưởng", "dieukien": "Xã hội hóa"}],
        "2.1": [{"chutri": "Phòng GDĐT Hiệu trưởng Kế toán", "kinhphi": "Kinh phí ngân sách, Kinh phí tự túc"}]}}


ODD = [torn, slipped, joined_columns, spanning_content, notes, people_in_a_line, unknown_columns, two_row_heading, numbered, merged, tracked, decomposed, boxed, symbols, two_plans, asides, writings, criterion_rows, under_headings, as_prose, results_in_words]


# --- fonts of the time before Unicode ---

def set_tcvn3(paragraph):
    for run in list(paragraph.runs):
        words = run.text.split(" ")
        run.text = ""
        for i, word in enumerate(words):
            letters, capitals = tcvn3.typed(word)
            part = copy.deepcopy(run._r)
            run._r.addprevious(part)
            props = part.get_or_add_rPr()
            fonts = element("w:rFonts", ascii=".VnTimeH" if capitals else ".VnTime", hAnsi=".VnTimeH" if capitals else ".VnTime")
            props.insert(0, fonts)
            for k, piece in enumerate(letters.split("\u00ad")):
                if k > 0: # what went through .doc
                    part.append(element("w:softHyphen"))
                t = element("w:t")
                t.set(qn("xml:space"), "preserve")
                t.text = piece + (" " if k == letters.count("\u00ad") and i + 1 < len(words) else "")
                part.append(t)


def set_vni(paragraph):
    for run in paragraph.runs:
        run.text = tcvn3.to_vni(run.text)
        run.font.name = "VNI-Times"
        run._r.rPr.rFonts.set(qn("w:hAnsi"), "VNI-Times")


def in_font(document, set_one):
    for p in document.paragraphs:
        set_one(p)
    for table in document.tables:
        done = set()
        for row in table.rows:
            for cell in row.cells:
                if cell._tc in done:
                    continue
                done.add(cell._tc)
                for p in cell.paragraphs:
                    set_one(p)
    return document

"""Text as people paste it, each with what has to come out of it."""

# a program wrote a title on top; offices on one line; a date between stars; recipients on one line
MARKDOWN = """KẾ HOẠCH

PHÒNG GD&ĐT QUẬN 30 TRƯỜNG TIỂU HỌC CỎ MAY

Số: 9/KH-THCM

*Quận 30, ngày 02 tháng 12 năm 2023*

**KẾ HOẠCH**
**Cải tiến chất lượng giáo dục năm học 2023-2024**

Căn cứ Thông tư số 17/2018/TT-BGDĐT ngày 22/8/2018 của Bộ Giáo dục và Đào tạo;

## I. NỘI DUNG THỰC HIỆN

| Tiêu chí | Nội dung kế hoạch | Giải pháp thực hiện | Thời gian thực hiện | Phân công thực hiện |
|----------|-------------------|---------------------|:-------------------:|---------------------|
| 1.5 | Giảm sĩ số | 1. Tách lớp.<br>2. Xếp lại phòng. | Tháng 8<br>Tháng 9 | Hiệu trưởng<br>Kế toán |

**Nơi nhận:** - Phòng GD&ĐT; - Lưu: VT.

HIỆU TRƯỞNG
"""

# copied from a spreadsheet: cells with line breaks and quotes
CELLS = """Tiêu chí\tCông việc\tThời gian\tNgười thực hiện\tKinh phí
1.6\t"Lập sổ tài sản
In và đóng quyển"\tTháng 9/2024\tKế toán\t500.000
TC 2.2\t"Tập huấn ""học liệu số"\"\"\tTháng 10/2024\tPHT\t
"""

# copied from a word processor: the lines of a cell are lines of the text; a short row lost its last tabs
BROKEN = """TT\tTiêu chí\tĐiểm yếu\tBiện pháp cải tiến\tNgười thực hiện\tThời gian\tKinh phí
1\t1.5\tSĩ số lớp 1A cao\tTách lớp 1A
Báo cáo phòng\tHiệu trưởng\tTháng 8/2025\tKhông
2\t2.2\tBa giáo viên chưa đạt chuẩn\tCử đi học
3\t3.3\tNhà vệ sinh xuống cấp\t- Sửa chữa
- Trang bị bồn rửa tay\tKế toán\tHọc kỳ I\t40 triệu
(xã hội hóa)
4\t3.4\tSân trường
ngập nước
mùa mưa\tĐổ bê tông\tBảo vệ\tHọc kỳ II\t9 triệu
"""

# the same in a table whose rows begin with the criterion, with lines of a standard between them
LED = """Nội dung cần cải tiến\tGiải pháp\tChủ trì\tPhối hợp\tThời gian\tNguồn lực\tKết quả
Tiêu chuẩn 1: Tổ chức và quản lý
Tiêu chí 1.2 Hội đồng trường họp chưa đều\tHọp mỗi quý một lần
Ghi biên bản đầy đủ\tHT\tThư ký\tQuý IV/2025\tKhông\t4 biên bản
Tiêu chí 1.8 Tuyển sinh chưa đủ\tVận động\tPHT\tGV\tTháng 5/2026\t2 triệu\t90% trẻ ra lớp
Tiêu chuẩn 2: Cán bộ quản lý
TC 2.2\tBồi dưỡng\tPHT\tTổ CM\tHè 2026\t1 triệu\t100% đạt khá
"""

# rows with Roman numbers; a heading in capitals after the table is none of its last cell
ROMAN = """TT\tTiêu chí\tĐiểm yếu\tGiải pháp\tChủ trì\tThời gian
I\t1.5\tSĩ số cao\tTách lớp
Báo cáo phòng\tHT\tTháng 8/2025
II\t2.2\tThiếu chuẩn\tCử đi học\tPHT\tTháng 9/2025
CÁC GIẢI PHÁP CHUNG
- Tuyên truyền
1\tNội dung khác
"""

# rows that lost tabs: cells that could only be people, a time or money go to their columns; the level beside a
# criterion; a signer that one line of LibreOffice glued to the last recipient
SHORT = """KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC TRƯỜNG MẦM NON TƯ THỤC CỎ LAU - NĂM HỌC 2024-2025
I. NỘI DUNG
TT\tTiêu chí\tGiải pháp\tNgười thực hiện\tThời gian\tKinh phí\tGhi chú
1\t1.5 (mức 2)\tTách lớp\tHiệu trưởng\tTháng 9/2024\tKhông\tĐã họp
2\t1.6\tSửa mái\t20 triệu đồng
3\tTC 1.7 mức 3: Đội ngũ\tTập huấn\tTháng 10/2024\t5 triệu đồng
4\t1.8\tTrồng cây\tBảo vệ\t4 triệu đồng\tChờ mưa
5\t1.9 Giám sát (đạt mức 1)\tLập sổ\tCô Lan và các cháu
II. TỔ CHỨC THỰC HIỆN
Làm dần.
Nơi nhận: Phòng GD&ĐT (để báo cáo; để biết); Các lớp.
- Lưu: VT, TKT.KT. HIỆU TRƯỞNG
PHÓ HIỆU TRƯỞNG
Lê Thị Na
"""

# empty lines between rows, one of which lost a tab
APART = """STT\tTiêu chí\tGiải pháp\tNgười thực hiện\tThời gian\tKinh phí

1\t3.5\tXin cấp máy phát điện\tHiệu trưởng\tTháng 10/2023

2\t2.3\tHợp đồng nhân viên y tế\tKế toán\t5 triệu đồng/tháng


3\t4.1\tHọp phụ huynh qua mạng\tGVCN\tMỗi học kỳ\tKhông

Nơi nhận:\t\t\tHIỆU TRƯỞNG
- Phòng GD&ĐT;
- Lưu: VT.
\t\t\tBế Thị Măng
"""

# a standard beside a criterion of another one is not dropped; a subject that leads to the school's name
BESIDE = """UBND XÃ CỎ LAU
TRƯỜNG TIỂU HỌC CỎ LAU
KẾ HOẠCH
CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC
CỦA TRƯỜNG TIỂU HỌC CỎ LAU
Năm học 2024-2025
I. NỘI DUNG
Tiêu chuẩn\tTiêu chí\tGiải pháp\tNgười thực hiện\tThời gian
Tiêu chuẩn 2\t3.1\tTrồng cây\tBảo vệ\tTháng 9/2024
"""

# how far tasks have come on a day, and what says nothing of it
STATES = [("Hoàn thành (15/01/2027)", "tiendo", "15/01/2027 hoàn thành"),
          ("Chưa hoàn thành (15/01/2027)", "tiendo", "15/01/2027 chưa hoàn thành"),
          ("Chưa xong (15/01/2027)", "tiendo", "15/01/2027 chưa xong"),
          ("Đã xong (15/01/2027)", "tiendo", "15/01/2027 đã xong"),
          ("Đang thực hiện (15/01/2027)", "tiendo", "15/01/2027 đang thực hiện"),
          ("45% (15/01/2027)", "tiendo", "15/01/2027 45%"),
          ("Không hoàn thành (15/01/2027)", "ghichu", "Không hoàn thành (15/01/2027)"),
          ("Hoàn thành 15/01/2027 (chậm)", "ghichu", "Hoàn thành 15/01/2027 (chậm)"),
          ("Giảm 45% (15/01/2027)", "ghichu", "Giảm 45% (15/01/2027)")]
PROGRESS = "Tiêu chí\tCông việc\tThời gian\tNgười thực hiện\tTiến độ\n" + "".join(
    "1.%d\tViệc thứ %d\tTháng 9/2026\tKế toán\t%s\n" % (i + 1, i + 1, cell) for i, (cell, _, _) in enumerate(STATES))

# typed without marks: the word is shorter
BARE = MARKDOWN.replace("Số: 9/KH-THCM", "So 90/KH-THCM")

TEXTS = [
    ("dan-tien-do", PROGRESS, PROGRESS, {"tasks": {"1.%d" % (i + 1): [{field: value}] for i, (_, field, value) in enumerate(STATES)}}),
    ("dan-so-khong-dau", BARE.replace("So 90", "Số: 90").replace("<br>", " "), BARE, {"kehoach": {"so": "90/KH-THCM"}}),
    ("dan-markdown", MARKDOWN.replace("<br>", " "), MARKDOWN, {
        "truong": {"ten": "Trường Tiểu học Cỏ May", "captren": "Phòng GD&ĐT Quận 30", "diadanh": "Quận 30"},
        "kehoach": {"so": "9/KH-THCM", "ngay": "ngày 02 tháng 12 năm 2023", "trichyeu": "Cải tiến chất lượng giáo dục", "namhoc": "2023-2024"},
        "tasks": {"1.5": [{"noidung": "Giảm sĩ số", "giaiphap": "Tách lớp", "thoigian": "Tháng 8", "chutri": "Hiệu trưởng"}, {"giaiphap": "Xếp lại phòng", "chutri": "Kế toán"}]},
        "noinhan": ["Phòng GD&ĐT", "Lưu: VT"], "chuky": {"chucvu": "Hiệu trưởng"}}),
    ("dan-o-bang-tinh", CELLS, CELLS, {
        "tasks": {"1.6": [{"noidung": "Lập sổ tài sản In và đóng quyển", "thoigian": "Tháng 9/2024", "chutri": "Kế toán", "kinhphi": "500.000"}],
                  "2.2": [{"noidung": 'Tập huấn "học liệu số"', "chutri": "PHT"}]}}),
    ("dan-o-nhieu-dong", BROKEN, BROKEN, {
        "tasks": {"1.5": [{"diemyeu": "Sĩ số lớp 1A cao", "chutri": "Hiệu trưởng", "thoigian": "Tháng 8/2025", "kinhphi": "Không"}],
                  "2.2": [{"diemyeu": "Ba giáo viên chưa đạt chuẩn", "giaiphap": "Cử đi học"}],
                  "3.3": [{"chutri": "Kế toán", "thoigian": "Học kỳ I", "kinhphi": "40 triệu (xã hội hóa)"}],
                  "3.4": [{"diemyeu": "Sân trường ngập nước mùa mưa", "giaiphap": "Đổ bê tông", "chutri": "Bảo vệ", "kinhphi": "9 triệu"}]}}),
    ("dan-tieu-chi-dan-dau", LED, LED, {
        "tasks": {"1.2": [{"chutri": "HT", "phoihop": "Thư ký", "thoigian": "Quý IV/2025", "ketqua": "4 biên bản"}],
                  "1.8": [{"giaiphap": "Vận động", "chutri": "PHT", "ketqua": "90% trẻ ra lớp"}],
                  "2.2": [{"giaiphap": "Bồi dưỡng", "chutri": "PHT", "ketqua": "100% đạt khá"}]}}),
    ("dan-hang-mat-tab", SHORT, SHORT, {
        "truong": {"ten": "Trường Mầm non tư thục Cỏ Lau"},
        "kehoach": {"trichyeu": "Cải tiến chất lượng giáo dục", "namhoc": "2024-2025"},
        "tasks": {"1.5": [{"muc": "2", "kinhphi": "Không", "ghichu": "Đã họp"}],
                  "1.6": [{"giaiphap": "Sửa mái", "chutri": "", "kinhphi": "20 triệu đồng"}],
                  "1.7": [{"muc": "3", "ten": "Đội ngũ", "chutri": "", "thoigian": "Tháng 10/2024", "kinhphi": "5 triệu đồng"}],
                  "1.8": [{"chutri": "Bảo vệ", "thoigian": "", "kinhphi": "4 triệu đồng", "ghichu": "Chờ mưa"}],
                  "1.9": [{"muc": "", "giaiphap": "Lập sổ", "chutri": "Cô Lan và các cháu"}]},
        "noinhan": ["Phòng GD&ĐT (để báo cáo; để biết)", "Các lớp", "Lưu: VT, TKT"],
        "chuky": {"quyenhan": "KT Hiệu trưởng", "chucvu": "Phó hiệu trưởng", "hoten": "Lê Thị Na"}}),
    ("dan-hang-cach-dong", APART, APART, {
        "tasks": {"3.5": [{"chutri": "Hiệu trưởng", "thoigian": "Tháng 10/2023", "kinhphi": ""}], "2.3": [{"thoigian": "", "kinhphi": "5 triệu đồng/tháng"}],
                  "4.1": [{"chutri": "GVCN", "thoigian": "Mỗi học kỳ", "kinhphi": "Không"}]},
        "noinhan": ["Phòng GD&ĐT", "Lưu: VT"], "chuky": {"chucvu": "Hiệu trưởng", "hoten": "Bế Thị Măng"}}),
    ("dan-tieu-chuan-khac", BESIDE, BESIDE, {
        "kehoach": {"trichyeu": "Cải tiến chất lượng giáo dục của Trường Tiểu học Cỏ Lau"},
        "tasks": {"3.1": [{"giaiphap": "Trồng cây", "chutri": "Bảo vệ"}]}}),
    ("dan-so-la-ma", ROMAN, ROMAN, {
        "tasks": {"1.5": [{"chutri": "HT", "thoigian": "Tháng 8/2025"}],
                  "2.2": [{"giaiphap": "Cử đi học", "chutri": "PHT", "thoigian": "Tháng 9/2025"}]}}),
]

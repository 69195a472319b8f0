-- Các bảng của `khct report -t csv -o THƯ_MỤC/`, cho SQLite, DuckDB và PostgreSQL. Ngày là chữ
-- "2026-09-01"; chữ trống là không có; số không có là NULL.

-- mỗi tệp một dòng, dù trong tệp có gì
CREATE TABLE IF NOT EXISTS ke_hoach (
    tep TEXT NOT NULL, -- tệp, như được nêu
    kh TEXT NOT NULL, -- SHA-256 của các tệp nguồn theo thứ tự; trống: không đọc được gì
    tinhtrang TEXT NOT NULL, -- ok, loi, thanhphan, khongphaikehoach, khongdocduoc
    lydo TEXT NOT NULL, -- lỗi đầu tiên, khi tệp không ổn
    ma_truong TEXT NOT NULL, -- mã trường
    ten TEXT NOT NULL, -- tên trường
    captren TEXT NOT NULL, -- cơ quan cấp trên
    cap TEXT NOT NULL, -- cấp học, cách nhau một dấu cách
    loaihinh TEXT NOT NULL, -- loại hình
    so_vanban TEXT NOT NULL, -- số văn bản
    ngay TEXT NOT NULL, -- ngày của kế hoạch
    tu TEXT NOT NULL, -- ngày đầu của năm học hay giai đoạn
    den TEXT NOT NULL, -- ngày cuối
    namhoc TEXT NOT NULL, -- năm học, khi kế hoạch của một năm
    danhmuc TEXT NOT NULL, -- danh mục tiêu chí
    mau TEXT NOT NULL, -- mẫu trình bày
    muc BIGINT, -- mức hiện nay
    mucsau BIGINT, -- mức nếu đạt hết mục tiêu
    phandau BIGINT, -- mức phấn đấu
    loi BIGINT, -- số lỗi
    canhbao BIGINT, -- số cảnh báo
    khct TEXT NOT NULL, -- phiên bản của chương trình
    luocdo TEXT NOT NULL, -- phiên bản của lược đồ JSON
    thuvien TEXT NOT NULL, -- phiên bản của thư viện
    homnay TEXT NOT NULL, -- ngày của --on; trống: không nêu
    PRIMARY KEY (tep)
);

-- kết quả tự đánh giá và mục tiêu theo tiêu chí
CREATE TABLE IF NOT EXISTS ketqua (
    kh TEXT NOT NULL, -- kế hoạch
    namhoc TEXT NOT NULL, -- năm học của kết quả; trống: không nêu
    tieuchi TEXT NOT NULL, -- tiêu chí
    tieuchuan BIGINT, -- tiêu chuẩn
    ketqua BIGINT, -- mức đạt; 0: không đạt; trống: không nêu
    muctieu BIGINT, -- mức mục tiêu của kế hoạch; trống: không có
    duytri SMALLINT, -- 1: kế hoạch là duy trì
    batbuoc SMALLINT, -- 1: tiêu chí bắt buộc
    giulai SMALLINT, -- 1: đang giữ trường ở mức thấp hơn
    PRIMARY KEY (kh, namhoc, tieuchi)
);

-- các việc
CREATE TABLE IF NOT EXISTS viec (
    kh TEXT NOT NULL, -- kế hoạch
    viec BIGINT NOT NULL, -- số thứ tự trong kế hoạch
    ten TEXT NOT NULL, -- tên việc
    tu TEXT NOT NULL, -- ngày bắt đầu
    den TEXT NOT NULL, -- hạn
    tieuchuan BIGINT, -- tiêu chuẩn; trống: nhiều tiêu chuẩn, hoặc không có
    khoan BIGINT, -- khoản của mức 4; trống: không có
    tong BIGINT, -- tổng các khoản tiền cộng được; trống: không có
    khongcong BIGINT, -- số khoản tiền không cộng được
    PRIMARY KEY (kh, viec)
);

-- việc nào cho tiêu chí nào
CREATE TABLE IF NOT EXISTS viec_tieuchi (
    kh TEXT NOT NULL, -- kế hoạch
    viec BIGINT NOT NULL, -- việc
    tieuchi TEXT NOT NULL, -- tiêu chí
    tt BIGINT, -- thứ tự trong việc
    PRIMARY KEY (kh, viec, tieuchi)
);

-- tiền của việc: dòng có tong = 1 là số được cộng, theo nguồn; dòng tong = 0 là từng khoản như đã viết
CREATE TABLE IF NOT EXISTS tien (
    kh TEXT NOT NULL, -- kế hoạch
    viec BIGINT NOT NULL, -- việc
    stt BIGINT NOT NULL, -- thứ tự
    sotien BIGINT, -- số tiền (đồng); của một khoảng là số cao
    thap BIGINT, -- số thấp của khoảng
    nguon TEXT NOT NULL, -- nguồn; nhieunguon: nhiều nguồn không tách riêng; trống: không nêu
    uoc SMALLINT, -- 1: khoảng, dự kiến
    moi SMALLINT, -- 1: đơn giá, chưa nhân số lượng
    tong SMALLINT, -- 1: được cộng; 0: khoản như đã viết
    PRIMARY KEY (kh, viec, stt)
);

-- toàn bộ tiến độ đã ghi
CREATE TABLE IF NOT EXISTS tiendo (
    kh TEXT NOT NULL, -- kế hoạch
    viec BIGINT NOT NULL, -- việc
    stt BIGINT NOT NULL, -- thứ tự đã viết
    ngay TEXT NOT NULL, -- ngày
    trangthai TEXT NOT NULL, -- chuathuchien, dangthuchien, hoanthanh
    phantram BIGINT, -- phần trăm; trống: không nêu
    PRIMARY KEY (kh, viec, stt)
);

-- ai làm việc gì
CREATE TABLE IF NOT EXISTS nguoi (
    kh TEXT NOT NULL, -- kế hoạch
    viec BIGINT NOT NULL, -- việc
    vai TEXT NOT NULL, -- chutri hoặc phoihop
    stt BIGINT NOT NULL, -- thứ tự
    vaitro TEXT NOT NULL, -- vai trò; trống: viết tự do
    van TEXT NOT NULL, -- tên như được gọi
    PRIMARY KEY (kh, viec, vai, stt)
);

-- nhận xét của khct
CREATE TABLE IF NOT EXISTS nhanxet (
    tep TEXT NOT NULL, -- tệp
    stt BIGINT NOT NULL, -- thứ tự
    nhanxet TEXT NOT NULL, -- mã
    mucdo TEXT NOT NULL, -- loi, canhbao, ghichu
    dong BIGINT, -- dòng
    cot BIGINT, -- cột
    chapnhan SMALLINT, -- 1: kế hoạch đã chấp nhận bằng `chophep`
    PRIMARY KEY (tep, stt)
);

-- tiêu chí của các danh mục trong thư viện
CREATE TABLE IF NOT EXISTS tieuchi (
    danhmuc TEXT NOT NULL, -- danh mục
    tieuchi TEXT NOT NULL, -- tiêu chí
    tieuchuan BIGINT, -- tiêu chuẩn
    ten TEXT NOT NULL, -- tên tiêu chí
    ten_tieuchuan TEXT NOT NULL, -- tên tiêu chuẩn
    batbuoc SMALLINT, -- 1: bắt buộc
    muccaonhat BIGINT, -- mức cao nhất
    PRIMARY KEY (danhmuc, tieuchi)
);

-- tiêu chí tương ứng của danh mục khác, khi thư viện có
CREATE TABLE IF NOT EXISTS tuongung (
    danhmuc TEXT NOT NULL, -- danh mục
    tieuchi TEXT NOT NULL, -- tiêu chí
    danhmuc_kia TEXT NOT NULL, -- danh mục kia
    tieuchi_kia TEXT NOT NULL, -- tiêu chí kia
    PRIMARY KEY (danhmuc, tieuchi, danhmuc_kia, tieuchi_kia)
);

-- danh sách trường của --danhsachtruong; trống nếu không nêu
CREATE TABLE IF NOT EXISTS truong (
    ma TEXT NOT NULL, -- mã trường
    tu TEXT NOT NULL, -- từ ngày; trống: từ đầu
    den TEXT NOT NULL, -- đến ngày; trống: đến nay
    ten TEXT NOT NULL, -- tên trường
    xa TEXT NOT NULL, -- xã, phường
    tinh TEXT NOT NULL, -- tỉnh, thành phố
    kehoach BIGINT, -- số kế hoạch đã nhận
    PRIMARY KEY (ma, tu)
);

-- Khung nhìn trên các bảng của `khct report`: một phương ngữ cho SQLite, DuckDB và PostgreSQL.
-- Chỉ có số đếm và tổng: trung bình thì chia ở bước cuối. Không xếp hạng trường.

DROP VIEW IF EXISTS tonghop;
DROP VIEW IF EXISTS truong_chua_gui;
DROP VIEW IF EXISTS loi_theo_ma;
DROP VIEW IF EXISTS batbuoc_khong_viec;
DROP VIEW IF EXISTS muc_theo_nam;
DROP VIEW IF EXISTS viec_qua_han;
DROP VIEW IF EXISTS tien_theo_tinh;
DROP VIEW IF EXISTS tien_theo_nguon;
DROP VIEW IF EXISTS tien_theo_tieuchuan;
DROP VIEW IF EXISTS chua_dat;
DROP VIEW IF EXISTS tien_kehoach;
DROP VIEW IF EXISTS kehoach_tinh;
DROP VIEW IF EXISTS kehoach_khoa;

-- Kế hoạch nào, của trường nào, cho giai đoạn nào. Trường là mã của nó; không có mã thì là tên và
-- cấp trên.
CREATE VIEW kehoach_khoa AS
SELECT k.*,
    CASE WHEN k.ma_truong <> '' THEN 'm' || k.ma_truong
         WHEN k.ten <> '' THEN 't' || k.ten || '|' || k.captren
         ELSE 'k' || k.kh END AS khoa
FROM ke_hoach k
WHERE k.tinhtrang IN ('ok', 'loi') AND k.kh <> '';

-- Kế hoạch được tính: mỗi trường và giai đoạn một bản, bản có ngày muộn nhất. Tỉnh và xã theo danh
-- sách trường, nếu có: dòng của trường còn hiệu lực vào ngày của kế hoạch.
CREATE VIEW kehoach_tinh AS
SELECT x.*, COALESCE(t.tinh, '') AS tinh, COALESCE(t.xa, '') AS xa
FROM (
    SELECT k.*, ROW_NUMBER() OVER (PARTITION BY khoa, tu, den ORDER BY ngay DESC, kh DESC, tep) AS thutu
    FROM kehoach_khoa k
) x
LEFT JOIN (
    SELECT ma, tu, den, xa, tinh,
        ROW_NUMBER() OVER (PARTITION BY ma ORDER BY tu DESC) AS moinhat
    FROM truong
) t ON t.ma = x.ma_truong AND t.moinhat = 1
WHERE x.thutu = 1;

-- Tiền của từng tệp kế hoạch, như `khct report` ghi ở cột kinhphi.
CREATE VIEW tien_kehoach AS
SELECT k.tep, k.kh, COALESCE(s.sotien, 0) AS sotien
FROM ke_hoach k
LEFT JOIN (SELECT kh, SUM(sotien) AS sotien FROM tien WHERE tong = 1 GROUP BY kh) s ON s.kh = k.kh
WHERE k.tinhtrang IN ('ok', 'loi');

-- Tiêu chí chưa đạt mức nào, theo cấp học: bao nhiêu trường.
CREATE VIEW chua_dat AS
SELECT k.namhoc, k.cap, k.danhmuc, r.tieuchi,
    SUM(CASE WHEN r.ketqua = 0 THEN 1 ELSE 0 END) AS khongdat,
    SUM(CASE WHEN r.giulai = 1 THEN 1 ELSE 0 END) AS giulai,
    COUNT(r.ketqua) AS cokq,
    COUNT(*) AS truong
FROM kehoach_tinh k
JOIN ketqua r ON r.kh = k.kh
WHERE r.namhoc = (SELECT MAX(m.namhoc) FROM ketqua m WHERE m.kh = k.kh)
GROUP BY k.namhoc, k.cap, k.danhmuc, r.tieuchi;

-- Tiền theo tiêu chuẩn. Việc của nhiều tiêu chuẩn không chia cho từng tiêu chuẩn.
CREATE VIEW tien_theo_tieuchuan AS
SELECT k.danhmuc,
    CASE WHEN v.khoan IS NOT NULL THEN 'khoản của mức 4'
         WHEN v.tieuchuan IS NULL THEN 'nhiều tiêu chuẩn'
         ELSE CAST(v.tieuchuan AS VARCHAR(20)) END AS tieuchuan,
    SUM(v.tong) AS sotien, COUNT(v.tong) AS viec, SUM(v.khongcong) AS khongcong
FROM kehoach_tinh k
JOIN viec v ON v.kh = k.kh
GROUP BY k.danhmuc,
    CASE WHEN v.khoan IS NOT NULL THEN 'khoản của mức 4'
         WHEN v.tieuchuan IS NULL THEN 'nhiều tiêu chuẩn'
         ELSE CAST(v.tieuchuan AS VARCHAR(20)) END;

CREATE VIEW tien_theo_nguon AS
SELECT k.cap, t.nguon, SUM(t.sotien) AS sotien, COUNT(*) AS khoan
FROM kehoach_tinh k
JOIN tien t ON t.kh = k.kh AND t.tong = 1
GROUP BY k.cap, t.nguon;

CREATE VIEW tien_theo_tinh AS
SELECT k.tinh, k.xa, COUNT(DISTINCT k.kh) AS kehoach, COALESCE(SUM(s.sotien), 0) AS sotien
FROM kehoach_tinh k
LEFT JOIN (SELECT kh, SUM(sotien) AS sotien FROM tien WHERE tong = 1 GROUP BY kh) s ON s.kh = k.kh
GROUP BY k.tinh, k.xa;

-- Việc quá hạn vào ngày của --on (cột homnay): hạn đã qua, và tiến độ mới nhất tới ngày ấy chưa phải
-- là hoàn thành. Muốn ngày khác: thay k.homnay.
CREATE VIEW viec_qua_han AS
SELECT k.homnay, k.tep, k.kh, k.ten AS truong, v.viec, v.ten, v.den
FROM kehoach_tinh k
JOIN viec v ON v.kh = k.kh
WHERE k.homnay <> '' AND v.den <> '' AND v.den < k.homnay
    AND NOT EXISTS (
        SELECT 1 FROM tiendo d
        WHERE d.kh = v.kh AND d.viec = v.viec AND d.ngay <= k.homnay AND d.trangthai = 'hoanthanh'
            AND NOT EXISTS (
                SELECT 1 FROM tiendo s
                WHERE s.kh = d.kh AND s.viec = d.viec AND s.ngay <= k.homnay
                    AND (s.ngay > d.ngay OR (s.ngay = d.ngay AND s.stt > d.stt))));

-- Mức của trường theo năm: tổng và số trường; trung bình = tongmuc / truong.
CREATE VIEW muc_theo_nam AS
SELECT namhoc, tu, den, cap, tinh, SUM(muc) AS tongmuc, COUNT(muc) AS truong
FROM kehoach_tinh
GROUP BY namhoc, tu, den, cap, tinh;

-- Tiêu chí bắt buộc đang giữ trường lại mà không việc nào nhằm vào.
CREATE VIEW batbuoc_khong_viec AS
SELECT k.tep, k.kh, k.ten AS truong, r.tieuchi, r.ketqua
FROM kehoach_tinh k
JOIN ketqua r ON r.kh = k.kh
WHERE r.batbuoc = 1 AND r.giulai = 1
    AND NOT EXISTS (SELECT 1 FROM viec_tieuchi v WHERE v.kh = k.kh AND v.tieuchi = r.tieuchi);

-- Kế hoạch có lỗi, theo mã.
CREATE VIEW loi_theo_ma AS
SELECT n.nhanxet, COUNT(*) AS cho, COUNT(DISTINCT n.tep) AS tep
FROM nhanxet n
WHERE n.mucdo = 'loi' AND n.chapnhan = 0
GROUP BY n.nhanxet;

CREATE VIEW truong_chua_gui AS
SELECT t.tinh, t.xa, t.ma, t.ten
FROM truong t
WHERE NOT EXISTS (SELECT 1 FROM ke_hoach k WHERE k.ma_truong = t.ma AND k.tinhtrang IN ('ok', 'loi'));

-- Tổng hợp để gửi lên cấp trên, kèm ngày: chỉ số đếm và tổng, cộng tiếp được.
CREATE VIEW tonghop AS
SELECT k.homnay, k.tinh, k.tu, k.den, k.cap, k.danhmuc,
    COUNT(*) AS kehoach,
    SUM(CASE WHEN k.tinhtrang = 'loi' THEN 1 ELSE 0 END) AS coloi,
    COALESCE(SUM(k.muc), 0) AS tongmuc, COUNT(k.muc) AS comuc,
    COALESCE(SUM(v.viec), 0) AS viec, COALESCE(SUM(v.sotien), 0) AS sotien,
    COALESCE(SUM(v.khongcong), 0) AS khongcong, COALESCE(SUM(q.quahan), 0) AS quahan
FROM kehoach_tinh k
LEFT JOIN (SELECT kh, COUNT(*) AS viec, SUM(tong) AS sotien, SUM(khongcong) AS khongcong
           FROM viec GROUP BY kh) v ON v.kh = k.kh
LEFT JOIN (SELECT kh, COUNT(*) AS quahan FROM viec_qua_han GROUP BY kh) q ON q.kh = k.kh
GROUP BY k.homnay, k.tinh, k.tu, k.den, k.cap, k.danhmuc;

# The pairs of tests/git/diff.sh.

pair 'layout' 's/^  giaiphap  /  Giải pháp: /; s/^tieuchi/\n\n&/' </dev/null
pair 'order' '/^tieuchi 3.1/d; s/^tieuchi 1.7/tieuchi 3.1 muc 3 < giaiphap Trồng thêm cây bóng mát ở sân chơi; chutri Công đoàn; thoigian tháng 2\/2024; >\n&/' </dev/null
pair 'time' 's/từ tháng 9/từ tháng 10/' <<'P'
Tiêu chí 1.7
  thời gian: bắt đầu muộn hơn 1 tháng (từ tháng 9/2023 đến tháng 5/2024 → từ tháng 10/2023 đến tháng 5/2024)
P
pair 'deadline' 's|trước 15/3/2024|trước 30/3/2024|' <<'P'
Tóm tắt: 1 việc lùi hạn

Tiêu chí 2.2, việc "Mở lớp tập huấn đổi mới phương pháp"
  thời gian: hạn muộn hơn 15 ngày (trước 15/3/2024 → trước 30/3/2024)
P
pair 'earlier' 's|tháng 11/2023|tháng 10/2023|' <<'P'
Tóm tắt: 1 việc sớm hạn

Tiêu chí 2.2, việc "Dự giờ chéo"
  thời gian: bắt đầu sớm hơn 1 tháng (tháng 11/2023 → tháng 10/2023)
P
pair 'money' 's/30 triệu đồng, ngân sách/32,5 triệu đồng, ngân sách/' <<'P'
Tóm tắt: kinh phí 40 → 42,5 triệu đồng

Tiêu chí 1.7
  kinh phí: + 2,5 triệu đồng (+8%), ngân sách (30 triệu đồng, ngân sách → 32,5 triệu đồng, ngân sách)
P
pair 'payer' 's/30 triệu đồng, ngân sách/25 triệu đồng ngân sách, 10 triệu đồng xã hội hóa/' <<'P'
Tóm tắt: kinh phí 40 → 45 triệu đồng

Tiêu chí 1.7
  kinh phí: + 5 triệu đồng (+17%), ngân sách và xã hội hóa (30 triệu đồng, ngân sách → 25 triệu đồng ngân sách, 10 triệu đồng xã hội hóa)
P
pair 'people' 's/phoihop   Phó hiệu trưởng, Tổ trưởng chuyên môn/phoihop   Tổ trưởng chuyên môn, Kế toán/' <<'P'
Tiêu chí 1.7
  phối hợp: thêm Kế toán; bỏ Phó hiệu trưởng (Phó hiệu trưởng, Tổ trưởng chuyên môn → Tổ trưởng chuyên môn, Kế toán)
P
pair 'leader' 's/chutri    Hiệu trưởng/chutri    Phó hiệu trưởng/' <<'P'
Tiêu chí 1.7
  chủ trì: Hiệu trưởng → Phó hiệu trưởng
P
pair 'spelling of what is not printed as written' 's|cap thcs|cap Trung học cơ sở|; s|14/8/2023|ngày 14 tháng 8 năm 2023|; s|2023-2024;|2023 – 2024;|; s|phandau muc 2|phandau mức 2|' </dev/null
pair 'spelling' 's|chutri    Hiệu trưởng|chutri    HT|; s|tháng 11/2023|11/2023|; s|10 triệu đồng, ngân sách|10.000.000 đ, NSNN|' <<'P'
Tiêu chí 2.2, việc "Dự giờ chéo"
  thời gian: ngày không đổi (tháng 11/2023 → 11/2023)

Tiêu chí 2.2, việc "Mở lớp tập huấn đổi mới phương pháp"
  kinh phí: chỉ đổi cách viết (10 triệu đồng, ngân sách → 10.000.000 đ, NSNN)

Tiêu chí 1.7
  chủ trì: chỉ đổi cách viết (Hiệu trưởng → HT)
P
pair 'one of the people spelt anew' 's/phoihop   Phó hiệu trưởng, Tổ trưởng chuyên môn/phoihop   PHT, Tổ trưởng chuyên môn, Kế toán/' <<'P'
Tiêu chí 1.7
  phối hợp: thêm Kế toán (Phó hiệu trưởng, Tổ trưởng chuyên môn → PHT, Tổ trưởng chuyên môn, Kế toán)
P
pair 'the second of two lead-ins' 's/lập kế hoạch như sau/lập kế hoạch gồm các việc sau/' <<'P'
Kế hoạch
  lời dẫn: Nhà trường lập kế hoạch [-như-] {+gồm các việc+} sau
P
pair 'a problem of another criterion' 's/vande tieuchuan 1 tieuchi 1.3/vande tieuchuan 1 tieuchi 1.3, 1.4/' <<'P'
Vấn đề 1
  tiêu chí: 1.3 → 1.3, 1.4
P
pair 'words' 's/mỗi tháng một buổi/mỗi tháng hai buổi/' <<'P'
Tiêu chí 1.7
  giải pháp: … theo từng tổ, mỗi tháng [-một-] {+hai+} buổi
P
pair 'target' 's/tieuchi 1.7 duytri muc 2/tieuchi 1.7 muc 3/' <<'P'
Tiêu chí 1.7
  mục tiêu: duy trì mức 2 → mức 3
P
pair 'new task' 's/^  viec Dự giờ chéo/  viec Thi giáo viên giỏi cấp trường < giaiphap Tổ chức hội thi; chutri Hiệu trưởng; thoigian tháng 3\/2024; kinhphi 5 triệu đồng, ngân sách; >\n&/' <<'P'
Tóm tắt: 1 việc mới, kinh phí 40 → 45 triệu đồng

Tiêu chí 2.2
  việc mới: {+Thi giáo viên giỏi cấp trường; chủ trì: Hiệu trưởng; thời gian: tháng 3/2024; kinh phí: 5 triệu đồng, ngân sách+}
P
pair 'dropped task' '/^  viec Dự giờ/,/^  >/d' <<'P'
Tóm tắt: 1 việc bỏ

Tiêu chí 2.2
  việc bỏ: [-Dự giờ chéo; chủ trì: Tổ trưởng chuyên môn; thời gian: tháng 11/2023-]
P
pair 'renamed task' 's/viec Dự giờ chéo/viec Dự giờ, trao đổi giữa các tổ/' <<'P'
Tiêu chí 2.2, việc "Dự giờ, trao đổi giữa các tổ"
  đổi tên: Dự giờ chéo → Dự giờ, trao đổi giữa các tổ
P
pair 'moved task' '/^  viec Dự giờ/,/^  >/d; s/^tieuchi 3.1.*/tieuchi 3.1 muc 3 <\n  viec Dự giờ chéo <\n    giaiphap Mỗi giáo viên dự giờ bốn tiết của tổ khác trong một học kỳ;\n    chutri   Tổ trưởng chuyên môn;\n    thoigian tháng 11\/2023;\n  >\n  viec Trồng cây < giaiphap Trồng thêm cây bóng mát ở sân chơi; chutri Công đoàn; thoigian tháng 2\/2024; >\n>/' <<'P'
Tiêu chí 3.1, việc "Dự giờ chéo"
  chuyển: tiêu chí 2.2 → tiêu chí 3.1
P
pair 'new criterion' 's/^noinhan/tieuchi 4.1 muc 2 < giaiphap Họp cha mẹ học sinh hai lần; chutri Hiệu trưởng; thoigian tháng 10\/2023; >\n\n&/' <<'P'
Tóm tắt: 1 việc mới

Tiêu chí 4.1
  mục tiêu mới: {+mức 2+}
  việc mới: {+Họp cha mẹ học sinh hai lần; chủ trì: Hiệu trưởng; thời gian: tháng 10/2023+}
P
pair 'dropped criterion' '/^tieuchi 3.1/d' <<'P'
Tóm tắt: 1 việc bỏ

Tiêu chí 3.1
  mục tiêu bỏ: [-mức 3-]
  việc bỏ: [-Trồng thêm cây bóng mát ở sân chơi; chủ trì: Công đoàn; thời gian: tháng 2/2024-]
P
pair 'aim and results' 's/phandau muc 2/phandau muc 3/; s/muc 2 1.1 - 5.6;/muc 2 1.1 - 3.3, 3.5 - 5.6; muc 1 3.4;/' <<'P'
Tóm tắt: trường: mức 2 → 1, nếu đạt mọi mục tiêu: mức 2 → 1

Kế hoạch
  phấn đấu: mức 2 → mức 3

Kết quả tự đánh giá 2022-2023
  tiêu chí 3.4: mức 2 → mức 1
P
pair 'basis' 's|khac Căn cứ tình hình|vanban Thông tư số 32/2020/TT-BGDĐT ngày 15 tháng 9 năm 2020;\n  &|' <<'P'
Tóm tắt: 1 căn cứ mới

Căn cứ
  mới: {+Thông tư số 32/2020/TT-BGDĐT ngày 15 tháng 9 năm 2020+}
P
pair 'prose' 's/đã nêu trong báo cáo tự đánh giá của nhà trường/đã nêu trong báo cáo đánh giá ngoài của nhà trường/' <<'P'
Phần Mục đích, yêu cầu
  … đã nêu trong báo cáo [-tự-] đánh giá {+ngoài+} của nhà trường
P
pair 'recipients' 's/noi UBND xã An Bình/noi UBND xã An Bình; noi Phòng Văn hóa - Xã hội/' <<'P'
Nơi nhận
  mới: {+Phòng Văn hóa - Xã hội+}
P
pair 'head' 's|14/KH-THCSHS|16/KH-THCSHS|; s/Ngô Thị Mận/Ngô Thị Lựu/' <<'P'
Kế hoạch
  số: 14/KH-THCSHS → 16/KH-THCSHS

Chữ ký
  họ tên: Ngô Thị Mận → Ngô Thị Lựu
P
pair 'several' 's/30 triệu đồng/20 triệu đồng/; s|tháng 11/2023|tháng 12/2023|; s|tháng 2/2024|tháng 3/2024|; /^  viec Mở lớp/,/^  >/d' <<'P'
Tóm tắt: 1 việc bỏ, 2 việc lùi hạn, kinh phí 40 → 20 triệu đồng

Tiêu chí 2.2
  việc bỏ: [-Mở lớp tập huấn đổi mới phương pháp; chủ trì: Phó hiệu trưởng; thời gian: trước 15/3/2024; kinh phí: 10 triệu đồng, ngân sách-]

Tiêu chí 2.2, việc "Dự giờ chéo"
  thời gian: bắt đầu muộn hơn 1 tháng (tháng 11/2023 → tháng 12/2023)

Tiêu chí 3.1
  thời gian: bắt đầu muộn hơn 1 tháng (tháng 2/2024 → tháng 3/2024)

Tiêu chí 1.7
  kinh phí: - 10 triệu đồng (-33%), ngân sách (30 triệu đồng, ngân sách → 20 triệu đồng, ngân sách)
P

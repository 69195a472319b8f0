#!/bin/sh
# Who has what to do: one person is one heading, by whatever the plan calls him or her.
. "$(dirname "$0")/lib.sh"

cat > plan.khct <<'P'
dung danhmuc tt18_2018;
truong < ten Trường THCS Hoa Sen; cap thcs; captren UBND phường An Bình; diadanh An Bình; >
kehoach < so 14/KH-THCSHS; ngay 14/8/2024; trichyeu Cải tiến; namhoc 2024-2025; >
vaitro HT Hiệu trưởng (Trần Thị Bình);
viec Một < giaiphap L; thoigian tháng 9/2024; chutri Bà Trần Thị Bình - Hiệu trưởng; >
viec Hai < giaiphap L; thoigian tháng 9/2024; chutri HT: chỉ đạo chung; >
viec Ba < giaiphap L; thoigian tháng 9/2024; chutri cô Trần Thị Bình; >
viec Bốn < giaiphap L; thoigian tháng 9/2024; chutri Ông Lê Văn Cường, Phó hiệu trưởng; >
viec Năm < giaiphap L; thoigian tháng 9/2024; chutri Đ/c Cường (PHT); >
viec Sáu < giaiphap L; thoigian tháng 9/2024; chutri Bà Phạm Thị Hoa - PHT; >
viec Bảy < giaiphap L; thoigian tháng 9/2024; chutri Như trên; >
viec Tám < giaiphap L; thoigian tháng 9/2024; chutri GVCN lớp 6, 7, 8; >
P
ok "status" "$KHCT" status --lang vi --on 2024-10-10 plan.khct
grep '^  [^ ]' "$out" > headings
cat > wanted <<'P'
  Hiệu trưởng
  Phó hiệu trưởng Lê Văn Cường
  Phó hiệu trưởng Phạm Thị Hoa
  Giáo viên chủ nhiệm
P
same headings wanted
sed '/^vaitro/d; /viec Ba/d; /viec Sáu/d; /viec Bảy/d' plan.khct > one.khct
ok "one person of each office" "$KHCT" status --lang vi --on 2024-10-10 one.khct
grep '^  [^ ]' "$out" > headings
printf '  Hiệu trưởng\n  Phó hiệu trưởng\n  Giáo viên chủ nhiệm\n' > wanted
same headings wanted
sed '/^vaitro/d; /^viec/d' plan.khct > free.khct
cat >> free.khct <<'P'
viec Một < giaiphap L; thoigian tháng 9/2024; chutri Vừ Thị Mai; >
viec Hai < giaiphap L; thoigian tháng 9/2024; chutri bà Vừ Thị Mai; >
viec Ba < giaiphap L; thoigian tháng 9/2024; chutri cô Mai, thầy Mai; >
P
ok "a full name is one person without an office too" "$KHCT" status --lang vi --on 2024-10-10 free.khct
grep '^  [^ ]' "$out" > headings
printf '  Vừ Thị Mai\n  cô Mai\n  thầy Mai\n' > wanted
same headings wanted
finish

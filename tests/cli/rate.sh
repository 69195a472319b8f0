#!/bin/sh
# khct rate and khct explain.
. "$(dirname "$0")/lib.sh"

cat > plan.khct <<'P'
dung danhmuc tt57_2026_phothong;
truong < ten Trường THCS Hoa Sen; cap thcs; diadanh An Bình; >
kehoach < so 41/KH-THCSHS; ngay 28/8/2026; trichyeu Cải tiến chất lượng; namhoc 2026-2027; phandau muc 2; >
hientrang namhoc 2025-2026 < muc 2  1.2 - 1.4, 2.1 - 2.3, 3.1 - 3.4, 4.2; muc 1  1.1, 3.5, 4.1, 4.3; >
tieuchi 4.1 muc 2 < giaiphap Mua thiết bị; chutri Hiệu trưởng; thoigian tháng 9/2026; chiso 85%; >
P
ok "rate" "$KHCT" rate --lang vi plan.khct
says -o 'trường đạt mức 1.'
says -o 'Mức 2: 11/15 tiêu chí đạt (73%)'
says -o 'và thêm 1 tiêu chí bất kỳ trong số 1.1, 3.5, 4.3 (3 cách chọn) → 2'
says -o 'Nếu mọi mục tiêu của kế hoạch đều đạt: mức 1'
says -o 'kế hoạch chưa đủ để tới'
says -o 'Khi ấy mức 2 còn thiếu: 1 trong số 1.1, 3.5, 4.3'
ok "rate in English" "$KHCT" rate --lang en plan.khct
says -o 'and any 1 of these: 1.1, 3.5, 4.3 (3 ways) → 2'
sed '/^hientrang/d' plan.khct > no-results.khct
ok "a plan without results" "$KHCT" rate --lang vi no-results.khct
says -o 'Chưa xếp mức được'
sed 's/4.1 muc 2/4.1 muc 3/' plan.khct > signed.khct
ok "what a signed plan may carry" "$KHCT" rate signed.khct
echo 'truong <' > broken.khct
status 1 "a plan that is not read in full" "$KHCT" rate broken.khct
status 2 "no file" "$KHCT" rate

ok "explain" "$KHCT" explain --lang vi kh3005
says -o 'KH3005: tiêu chí giữ trường lại mà chưa có kế hoạch'
says -o 'Ví dụ sai:'
says -o '    tieuchi 4.2 muc 2 <'
ok "explain two" "$KHCT" explain --lang en KH2003 1001
says -o 'Rests on:'
says -o 'KH1001: missing `;`'
ok "explain all" "$KHCT" explain
says -o 'KH9006'
status 2 "no such code" "$KHCT" explain KH0000
finish

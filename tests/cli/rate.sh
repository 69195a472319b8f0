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

# the reasons as a tree, as the page has them: rule, criteria counted, which hold back
ok "rate as JSON" "$KHCT" rate --format json plan.khct plan.khct
tr -d ' \n' < "$out" > flat
grep -qF '"lydo":[{"muc":1,"datmuc":true,"dieukienxep":[{"loai":"batbuoc","muc":1,"can":8,"dat":8,"du":true,"tieuchi":["1.3","1.4"' flat || fail "the reasons of level 1"
grep -qF '"chuadat":["4.1"],"khoan":[]},{"loai":"conlai","muc":2,"can":5,"dat":4,"du":false,"tieuchi":["1.1","1.2","2.3","3.3","3.4","3.5","4.3"],"chuadat":["1.1","3.5","4.3"]' flat || fail "the reasons of level 2"
[ "$(grep -o '"file":"plan.khct"' flat | wc -l)" = 2 ] || fail "both plans"
ok "the page" "$KHCT" build -t html plan.khct -o plan.html
grep -qF '<b>Mức 2: chưa đạt</b>. 7/8 tiêu chí bắt buộc đạt mức 2, còn 4.1; 4/7 tiêu chí còn lại đạt mức 2 (cần 5), còn 1.1, 3.5, 4.3; 15/15 tiêu chí đạt mức 1.' plan.html || fail "the reasons on the page"
status 2 "no such format" "$KHCT" rate --format sarif plan.khct

# a preschool's plan of 2025 may do without 3.4 to 3.6, and is rated without them
cat > muoi.khct <<'P'
dung danhmuc tt19_2018;
truong < ten Trường Mầm non Hoa Sen; cap mamnon; diadanh An Bình; >
kehoach < so 41/KH-MNHS; ngay 15/9/2025; trichyeu Cải tiến chất lượng; namhoc 2025-2026; >
hientrang namhoc 2024-2025 < muc 2 1.1 - 3.3, 4.1 - 5.4; >
P
ok "without 3.4 to 3.6" "$KHCT" rate --lang vi muoi.khct
says -o 'trường đạt mức 2.'
says -o 'Mức 2: 22/22'

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

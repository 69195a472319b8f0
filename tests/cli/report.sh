#!/bin/sh
# khct status and khct diff.
. "$(dirname "$0")/lib.sh"

cat > plan.khct <<'P'
dung danhmuc tt18_2018;
truong < ten Trường THCS Hoa Sen; cap thcs; diadanh An Bình; >
kehoach < so 14/KH-THCSHS; ngay 14/8/2023; trichyeu Cải tiến chất lượng; namhoc 2023-2024; >
tieuchi 1.1 muc 2 <
  viec Trồng cây < giaiphap Trồng cây; chutri Hiệu trưởng; thoigian tháng 9/2023; >
  viec Quét sân < giaiphap Quét sân; chutri HT, GVCN; thoigian tháng 10/2023; tiendo 01/10/2023 40%; >
  viec Sơn tường < giaiphap Sơn tường; thoigian tháng 5/2024; >
  viec Dựng rào < giaiphap Dựng rào; chutri Bảo vệ; thoigian tháng 9/2023; tiendo 20/9/2023 hoanthanh; >
>
P
ok "status" "$KHCT" status --lang vi --on 15/10/2023 plan.khct
says -o '4 việc, 1 quá hạn, 1 sắp đến hạn, 1 chưa đến kỳ, 1 hoàn thành'
says -o 'Hiệu trưởng'
says -o '[quá hạn] 1.1: Trồng cây (hạn 30/9/2023)'
says -o '[sắp đến hạn 40%] 1.1: Quét sân (hạn 31/10/2023)'
says -o '(chưa có người)'
says_not -o 'Dựng rào'
says KH4012
status 1 "overdue as an error" "$KHCT" status -W error=KH4012 --on 15/10/2023 plan.khct
ok "nothing overdue yet" "$KHCT" status --on 1/9/2023 plan.khct
says_not KH4012

ok "no difference" "$KHCT" diff plan.khct plan.khct
sed 's/tháng 5\/2024/tháng 4\/2024/; s/1.1 muc 2/1.1 muc 3/; /Dựng rào/d' plan.khct > new.khct
status 1 "differences" "$KHCT" diff --lang vi plan.khct new.khct
says -o 'mục tiêu: mức 2 → mức 3'
says -o 'việc "Sơn tường"'
says -o 'sớm hơn 1 tháng'
says -o 'việc bỏ: [-Dựng rào'
says_not -o 'Trồng cây'
status 3 "a file that is not there" "$KHCT" diff plan.khct nothing.khct
says KH8001
status 2 "one file" "$KHCT" diff plan.khct

mkdir -p many/sub
cp plan.khct many/b.khct
sed 's/Hoa Sen/=Hoa "Mai"/; s/ketqua.*//' plan.khct > many/sub/a.khct
echo 'vaitro TTX Tổ trồng cây;' > many/chung.khct
ok "a table of a folder" "$KHCT" report --lang vi --on 15/10/2023 many
[ "$(wc -l < "$out")" = 4 ] || fail "a head and three rows expected"
says -o 'many/chung.khct,thanhphan,'
says -o 'many/b.khct,ok,,Trường THCS Hoa Sen,,trường trung học cơ sở,14/KH-THCSHS,2023-08-14,2023-2024,tt18_2018,cv5932'
says -o '"Trường THCS =Hoa ""Mai"""'
cp "$out" one
ok "two at a time" "$KHCT" report -j2 --lang vi --on 15/10/2023 many
same one "$out"
ok "JSON lines" "$KHCT" report -t jsonl many
[ "$(wc -l < "$out")" = 3 ] || fail "three lines expected"
says -o '"viec":4'
mkdir large
{ cat plan.khct; for i in 1 2 3 4 5 6 7 8 9 10; do
    echo "viec Việc $i < giaiphap Làm; kinhphi 999.999.999.999.999 đồng; >"; done; } > large/a.khct
ok "money past the exact numbers of JSON" "$KHCT" report -t jsonl large
says -o '"kinhphi":null,"chuso":"999'
ok "HTML" "$KHCT" report -t html many
says -o '<th scope="col">'
says -o '=Hoa &quot;Mai&quot;'
status 2 "an unknown form" "$KHCT" report -t abc many
status 1 "a plan that is not there" "$KHCT" report nothing.khct
mkdir none
ok "an empty folder" "$KHCT" report none
finish

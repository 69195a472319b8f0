#!/bin/sh
# What the JSON and the table of tasks say.
. "$(dirname "$0")/../cli/lib.sh"
cat >ke-hoach.khct <<'END'
dung danhmuc tt18_2018;
truong < ten Trường A; cap thcs; captren UBND phường B; diadanh B; >
kehoach < so 5/KH-A; ngay 14/8/2023; trichyeu Cải tiến; namhoc 2023-2024; phandau muc 2; >
hientrang namhoc 2022-2023 <
  muc 2  1.1 - 1.6, 1.8 - 5.6;
  muc 1  1.7;
>
tieuchi 1.7 muc 2 <
  giaiphap  Bồi dưỡng "chuyên môn" \\ <b>;
  chutri    HT, Tổ chuyên môn;
  thoigian  Tháng 09/2023;
  kinhphi   ngân sách 999.999.999.999.999 đồng và xã hội hóa;
  dieukien  -;
  tiendo    15/12/2023 60%: đã làm;
  viec =SUM(A1) < thoigian hằng tháng; kinhphi 5 - 7 triệu đồng; >
  viec Mua sách <
    noidung
      - Chọn sách;
      - Mua sách;
  >
>
END
sed -i 's/viec =SUM(A1) </viec Sửa (=SUM) < ghichu =1+1;/' ke-hoach.khct
ok 'builds' "$KHCT" build -q -W no-error -t json -o a.json ke-hoach.khct
is() { # PATH EXPECTED: what jq finds there
    got=$(jq -c "$1" a.json)
    if [ "$got" = "$2" ]; then passed=$((passed + 1)); else fail "$1 is $got, not $2"; fi
}
is .khct '"1.1"'
is .truong.cap '["thcs"]'
is .kehoach.so.so 5
is .kehoach.ngay.ngay '"2023-08-14"'
is '.hientrang[0].muc[0].tieuchi[:3]' '["1.1","1.2","1.3"]'
is '.tieuchi[0].ma' '"1.7"'
is '.tieuchi[0].muc' 2
is '.tieuchi[0].giaiphap' '["Bồi dưỡng \"chuyên môn\" \\ <b>"]'
is '.tieuchi[0].thoigian' '{"van":"Tháng 09/2023","hieu":true,"tu":"2023-09-01","den":"2023-09-30","khoang":[{"tu":"2023-09-01","den":"2023-09-30","theokehoach":false,"truoc":false}],"namsuyra":false,"lap":[],"chuky":[],"tamnhin":null}'
is '.tieuchi[0].chutri.nguoi|map(.ma)' '["HT","TCM"]'
is '.tieuchi[0].kinhphi.tong' 999999999999999
grep -q '"tong": 999999999999999,' a.json || fail 'big numbers are exact'
is '.tieuchi[0].kinhphi.phan|map(.nguon)' '["ngansach","xahoihoa"]'
is '.tieuchi[0]|has("dieukien")' true
is '.tieuchi[0].dieukien' null
is '.tieuchi[0].tiendo[0]|[.ngay,.phantram,.trangthai,.ghichu]' '["2023-12-15",60,"dangthuchien","đã làm"]'
is '.tieuchi[0].viec[1].noidung' '[{"gach":"Chọn sách;"},{"gach":"Mua sách"}]'
is '.tieuchi[0].viec[0].kinhphi.phan[0]|[.thap,.so]' '[5000000,7000000]'
is '.suyra.xepmuc|[.hientai,.neudat,.phandau]' '[1,2,2]'
is '.suyra.xepmuc.thieu[0].tieuchi' '["1.7"]'
is '.suyra.tieuchi|length' 28
is '.suyra.tieuchi[]|select(.giulai)|[.ma,.ketqua,.muctieu,.caitien]' '["1.7",1,2,["/tieuchi/0"]]'
is '.suyra.viec|map(.o)' '["/tieuchi/0","/tieuchi/0/viec/0","/tieuchi/0/viec/1"]'
is '[.suyra.viec[].tong]' '[999999999999999,7000000,null]'
# a sum past what every reader of JSON holds exactly (2^53) stands in digits alone
{ echo 'dung danhmuc tt19_2018;'; echo 'truong < ten T; cap mamnon; >'; echo 'tieuchi 1.1 muc 2 <'
    for i in 1 2 3 4 5 6 7 8 9 10; do echo "viec < noidung V$i; kinhphi 999.999.999.999.999 đồng; >"; done; echo '>'; } >lon.khct
ok 'large sums' "$KHCT" build -q -W no-error -t json --compact -o lon.json lon.khct
[ "$(jq -c '[.. | objects | select(.chuso != null) | [.tong, .chuso]] | unique' lon.json)" = '[[null,"9999999999999990"]]' ] ||
    fail "large sums: $(jq -c '[.. | objects | select(.chuso != null) | [.tong, .chuso]] | unique' lon.json)"
# each place that is named exists
is '[(.diagnostics[].at, .suyra.viec[].o)|select(.)|ltrimstr("/")|split("/")|map(tonumber? // .)] as $p|[$p[] as $q|getpath($q)]|map(type)|unique - ["object","array","string"]' '[]'

# the same keys in the same order, pretty or compact, in any locale, in any directory
ok compact "$KHCT" build -q -W no-error -t json --compact -o b.json ke-hoach.khct
jq -c . a.json >a1; jq -c . b.json >b1; same a1 b1
jq -c . b.json >b2
[ "$(wc -l <b.json)" = 1 ] || fail 'compact is one line'
for locale in C C.UTF-8 vi_VN.UTF-8; do
    LC_ALL=$locale "$KHCT" build -q -W no-error -t json ke-hoach.khct >c.json 2>"$err"
    same a.json c.json
done
ok 'places on demand' "$KHCT" build -q -W no-error -t json --vitri -o d.json ke-hoach.khct
jq -e '.tieuchi[0].vitri.giaiphap[0] | .line == 9 and .column == 13 and .file == "ke-hoach.khct"' d.json >"$out" || fail '--vitri'
jq -e 'has("vitri") or (.. | objects | has("vitri"))' a.json >"$out" && fail 'places without --vitri'

# RFC 4180, and no cell that a spreadsheet would run
ok csv "$KHCT" build -q -W no-error -t csv -o a.csv ke-hoach.khct
ok 'csv with a mark' "$KHCT" build -q -W no-error -t csv --bom -o b.csv ke-hoach.khct
printf '\357\273\277' | cat - a.csv >c.csv
same b.csv c.csv
cat >bang.py <<'END'
import csv, sys
rows = list(csv.reader(open("a.csv", encoding="utf-8", newline=""), strict=True))
assert open("a.csv", "rb").read().endswith(b"\r\n")
assert len(rows) == 4 and len({len(row) for row in rows}) == 1, rows
head = rows[0]
assert "giải pháp" in head and "thời gian: đến" in head, head
for row in rows:
    for cell in row:
        assert not cell[:1] in tuple("=+-@"), cell
assert rows[2][head.index("ghi chú")] == "'=1+1", rows[2]
assert rows[3][head.index("nội dung")] == "• Chọn sách;\n• Mua sách", rows[3]
assert rows[1][head.index("kinh phí: tổng")] == "999999999999999"
END
ok 'the table reads as RFC 4180' python3 bang.py

# the contract as committed is the program's
"$KHCT" schema >ra.json
"$KHCT" schema --vao >vao.json
same ra.json "$root/docs/khct.schema.json"
same vao.json "$root/docs/khct-vao.schema.json"
"$KHCT" schema --bang >bang.md
sed -n '/^<!-- bang -->$/,$p' "$root/docs/json.md" | sed 1d >bang2.md
same bang.md bang2.md
finish

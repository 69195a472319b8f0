#!/bin/sh
# The pages of a department: what they add up is what the tables add up; sizes, links, escaping.
. "$(dirname "$0")/../cli/lib.sh"

mkdir in
printf 'ma,ten,xa,tinh\n' > schools.csv
n=0
while [ $n -lt 520 ]; do
    printf 'A%s,Trường %s,Xã %s,Tỉnh %s\n' $n $n $((n % 7)) $((n % 2)) >> schools.csv
    cat > in/$n.khct <<P
dung danhmuc tt18_2018;
truong < ten Trường <b>Số & $n</b>; ma A$n; cap thcs; diadanh An Bình; >
kehoach < so $n/KH; ngay 1/9/2025; trichyeu Cải tiến chất lượng; namhoc 2025-2026; >
hientrang namhoc 2024-2025 < khongdat 1.1; muc 2 1.2 - 1.10, 2.1 - 5.6; >
tieuchi 1.1 muc 2 < giaiphap Trồng cây; chutri Hiệu trưởng; thoigian tháng 10/2025; kinhphi $n.234.567 đồng ngân sách; >
P
    n=$((n + 1))
done
sed 's/ngay 1\/9/ngay 2\/9/; s/kinhphi [0-9.]*/kinhphi 999.000.000/' in/7.khct > in/7-moi.khct
: > in/empty.khct
ok "a plan's page" "$KHCT" build -q -t html in/8.khct
status 1 "pages" "$KHCT" report -q --lang vi -t html -o "out dir/" --on 2026-01-15 --danhsachtruong schools.csv in
status 1 "tables" "$KHCT" report -q --lang vi -o tables/ --on 2026-01-15 --danhsachtruong schools.csv in
cd "out dir" || exit 1
[ "$(ls)" = "$(printf 'index.html\ntinh-1.html\ntinh-2.html\ntruong-1.html\ntruong-2.html')" ] || fail "pages: $(ls)"
[ "$(wc -c < index.html)" -lt 300000 ] || fail "the index is too large"
[ "$(grep -c '<tr id="t' truong-1.html)" = 500 ] || fail "500 schools on a page"
[ "$(cat truong-*.html | grep -c '<tr id="t')" = 521 ] || fail "each plan once"
grep -q 'Trường &lt;b&gt;Số &amp; 9&lt;/b&gt;' truong-1.html || fail "names are escaped"
grep -q '<a href="../in/8.html">' truong-*.html || fail "a link to a plan's page"
[ "$(cat truong-*.html | grep -c 'href="../in/')" = 1 ] || fail "links lead to pages that are there"
[ "$(cat truong-*.html | grep -c 'không tính')" = 1 ] || fail "one plan is replaced by a later one"
for page in *.html; do
    grep -q "Content-Security-Policy.*default-src 'none'; style-src 'sha256-[^']*'; script-src 'sha256-[^']*'" "$page" || fail "$page: policy"
    grep -q 'style="\|onclick\|https*:' "$page" && fail "$page: inline style or address"
    xmllint --html --noout "$page" 2>&1 | grep -v 'Tag \(header\|main\|section\|nav\|svg\|rect\)\|^ \|^<\|^$\|\^' | grep -q error && fail "$page: HTML"
done
cd ..
for part in 'tables/nap-sqlite.sql' 'tables/khung-nhin.sql'; do
    (cd tables && sqlite3 -bail ../db < "${part#tables/}")
done
sqlite3 db "SELECT printf('%,d', SUM(m.sotien)) FROM kehoach_tinh k JOIN tien_kehoach m ON m.tep = k.tep" | tr , . > sum
grep -qF "$(cat sum) đồng" "out dir/index.html" || fail "the money of all: $(cat sum)"
sqlite3 db "SELECT tinh || '</a></th><td class=\"so\" data-cot=\"Kế hoạch\">' || SUM(kehoach) FROM tonghop GROUP BY tinh" > rows
while read -r row; do
    grep -qF "$row" "out dir/index.html" || fail "a province: $row"
done < rows
[ "$(wc -l < rows)" = 2 ] || fail "two provinces"
cp -R "out dir" once
status 1 "several at a time" "$KHCT" report -q --lang vi -j3 -t html -o "out dir/" --on 2026-01-15 --danhsachtruong schools.csv in
diff -r once "out dir" > "$out" || fail "-j changes the pages"
finish

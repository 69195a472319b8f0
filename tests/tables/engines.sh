#!/bin/sh
# The same corpus, spoiled files in it, in SQLite and in PostgreSQL (its own, on a socket in its own
# folder): what the views say is what khct report says, to the đồng, and loading twice changes nothing.
. "$(dirname "$0")/../cli/lib.sh"

# --- a corpus: every example, twins, a later version, and files that are no plans ---
mkdir -p in/sub
cp "$root"/examples/*.khct in
cp "$root"/examples/hai-tep/* in/sub
cp in/thcs-mot-nam.khct in/sub/twin.khct
head -c 2000 in/thcs-nam-nam.khct > in/cut.khct
: > in/empty.khct
head -c 4000 "$KHCT" > in/program.khct
printf '\377\376k\000' > in/utf16.khct
mkdir in/folder.khct
for n in 1 2 3 4 5 6; do
    cat > in/many$n.khct <<P
dung danhmuc tt18_2018;
truong < ten Trường THCS "Số, $n"; ma 79-$((n % 4)); cap thcs; captren UBND xã Lộc Giang; diadanh An Bình; >
kehoach < so $n/KH-THCSHS; ngay $n/9/2025; trichyeu Cải tiến chất lượng; namhoc 2025-2026; >
hientrang namhoc 2024-2025 < khongdat 1.1; muc 2 1.2 - 1.10, 2.1 - 5.6; >
tieuchi 1.1 muc 2 <
  viec Trồng cây < giaiphap Trồng cây; chutri Hiệu trưởng; thoigian tháng 9/2025; kinhphi $n.234.567 đồng ngân sách, 5 - 7 triệu xã hội hóa; tiendo 1/10/2025 40%; tiendo 1/10/2025 hoanthanh; >
  viec Quét sân < giaiphap Quét sân; chutri HT, GVCN; thoigian tháng 10/2025; kinhphi 999.999.999.999.999 đồng; >
  viec Mua sách < giaiphap Mua sách; thoigian tháng 5/2026; kinhphi 50.000 đồng/học sinh ngân sách và xã hội hóa; >
>
viec Sửa mái < tieuchi 1.2, 3.1; giaiphap Sửa mái; thoigian tháng 10/2025; kinhphi 100 triệu ngân sách và tài trợ; >
P
done
printf 'ma;ten;xa;tinh\r\n79-0;Số 0;Lộc Giang;Tây Ninh\r\n79-1;"Số ""1""; A";Lộc Giang;Tây Ninh\r\n79-9;Số 9;Bến Lụa;Tây Ninh\r\n' > schools.csv

status 1 "tables" "$KHCT" report --lang vi -t csv -o out/ --danhsachtruong schools.csv --on 2026-01-15 in
says 'KH8020'
says '1 trường trong danh sách chưa gửi kế hoạch: 79-9 Số 9'
tail -n 1 "$err" | grep -q '^[0-9]* tệp: ' || fail "the last line counts"
files=$(find in -type f -name '*.khct' | wc -l)
rows=$(($(wc -l < out/ke_hoach.csv) - 1))
[ "$rows" = $((files + 0)) ] || fail "$rows rows of $files files"
cp -R out once
status 1 "several at a time" "$KHCT" report --lang vi -t csv -j3 -o out/ --danhsachtruong schools.csv --on 2026-01-15 in
diff -r once out > "$out" || fail "-j changes the tables"
status 1 "one table" "$KHCT" report --lang vi --bang viec --on 2026-01-15 in
same "$out" once/viec.csv
ok "one as JSON lines" "$KHCT" report -t jsonl --bang tien in/many1.khct
says -o '"sotien":1234567,"thap":null,"nguon":"ngansach","uoc":0,"moi":0,"tong":1}'
says -o '"sotien":7000000,"thap":5000000,"nguon":"xahoihoa","uoc":1,"moi":0,"tong":0}'
sha256sum in/many1.khct | cut -d' ' -f1 > hash
grep -qf hash out/ke_hoach.csv || fail "kh is the file's SHA-256"
mkdir theirs
cp schools.csv theirs/truong.csv
status 3 "a register is not replaced" "$KHCT" report -q -o theirs/ --danhsachtruong theirs/truong.csv in/many1.khct
says 'KH8010'
same schools.csv theirs/truong.csv
status 2 "--bang with -o" "$KHCT" report --bang viec -o out/ in
status 2 "--bang and HTML" "$KHCT" report -t html --bang viec in
status 2 "no register" "$KHCT" report -o out/ --danhsachtruong in/many1.khct in
status 3 "a register that is not there" "$KHCT" report -o out/ --danhsachtruong none.csv in
same out/luoc-do.sql "$root"/stdlib/sql/luoc-do.sql
python3 -m json.tool out/datapackage.json > /dev/null || fail "datapackage.json"

# --- what khct report says itself: money of each file, and in all ---
cat > sums.py <<'P'
import csv, sys
rows = [r for r in csv.DictReader(open(sys.argv[1], newline=''))]
for r in sorted(rows, key=lambda r: r['Tệp'].encode()):
    if r['Tình trạng'] in ('ok', 'loi'):
        print(r['Tệp'], r['Số tiền đã ghi (đồng)'], r['Việc'], r['Việc quá hạn'], sep='|')
P
status 1 "the plain report" "$KHCT" report --lang vi --on 2026-01-15 in
cp "$out" plain.csv
python3 sums.py plain.csv > want
[ "$(wc -l < want)" -gt 12 ] || fail "no sums"

PLANS="SELECT k.tep || '|' || m.sotien || '|' || (SELECT COUNT(*) FROM viec v WHERE v.kh = k.kh)
    || '|' || (SELECT COUNT(*) FROM viec v WHERE v.kh = k.kh AND v.den <> '' AND v.den < k.homnay
        AND NOT EXISTS (SELECT 1 FROM tiendo d WHERE d.kh = v.kh AND d.viec = v.viec
            AND d.ngay <= k.homnay AND d.trangthai = 'hoanthanh'
            AND NOT EXISTS (SELECT 1 FROM tiendo s WHERE s.kh = d.kh AND s.viec = d.viec
                AND s.ngay <= k.homnay AND (s.ngay > d.ngay OR (s.ngay = d.ngay AND s.stt > d.stt)))))
    FROM ke_hoach k JOIN tien_kehoach m ON m.tep = k.tep;"
views=$(sed -n 's/^CREATE VIEW \([a-z_]*\) AS.*/\1/p' out/khung-nhin.sql)

# ask PROGRAM...: every view, rows sorted, into $into
ask() {
    for view in $views; do
        echo "-- $view"
        "$@" "SELECT * FROM $view;" | sort
    done
}

export LC_ALL=C.UTF-8
cd out || exit 1
for twice in 1 2; do
    sqlite3 -bail ../db < nap-sqlite.sql > "$out" 2> "$err" || fail "sqlite loads ($twice)"
    sqlite3 -bail ../db < khung-nhin.sql > "$out" 2> "$err" || fail "sqlite's views ($twice)"
    sqlite3 ../db "$PLANS" | sort > ../got
    diff ../want ../got > "$out" || fail "$twice: other sums"
    ask sqlite3 ../db > ../sqlite.$twice
done
same ../sqlite.1 ../sqlite.2
for view in chua_dat tien_theo_tieuchuan tien_theo_nguon tien_theo_tinh viec_qua_han muc_theo_nam loi_theo_ma truong_chua_gui; do
    [ "$(sqlite3 ../db "SELECT COUNT(*) FROM $view")" -gt 0 ] || fail "$view is empty"
done
[ "$(sqlite3 ../db 'SELECT SUM(sotien) FROM tien WHERE tong = 1')" = \
    "$(sqlite3 ../db 'SELECT SUM(tong) FROM viec')" ] || fail "by payer and by task differ"
# 79-1: plans 1 and 5, the later one counts; 79-2: 2 and 6; twins count once
[ "$(sqlite3 ../db "SELECT group_concat(tep) FROM (SELECT tep FROM kehoach_tinh WHERE tep LIKE '%many%' ORDER BY tep)")" = \
    "in/many3.khct,in/many4.khct,in/many5.khct,in/many6.khct" ] || fail "which plans count"
cd ..

# --- PostgreSQL ---
bin=$(dirname "$(realpath "$(command -v postgres || echo /usr/lib/postgresql/*/bin/postgres)")")
[ -x "$bin/postgres" ] || { fail "no PostgreSQL"; finish; }
mkdir pg
user=
if [ "$(id -u)" = 0 ]; then # it does not run as root
    user="setpriv --reuid=nobody --regid=nogroup --clear-groups"
    chown nobody pg
    chmod 711 "$work"
fi
pg=$work/pg
trap '$user "$bin/pg_ctl" -D "$pg/data" -m immediate stop > /dev/null 2>&1; rm -rf "$work"' EXIT
(cd pg && $user "$bin/initdb" -D "$pg/data" -U khct -A trust -E UTF8 --locale=C.UTF-8 --no-sync > log 2>&1) ||
    fail "initdb: $(tail -n 2 pg/log)"
(cd pg && $user "$bin/pg_ctl" -D "$pg/data" -w -l "$pg/log2" -o "-c listen_addresses='' -c fsync=off -k $pg" start > log 2>&1) ||
    fail "PostgreSQL does not start"
sql() {
    psql -X -q -v ON_ERROR_STOP=1 -h "$pg" -U khct -d postgres "$@" 2> "$err"
}
cd out || exit 1
for twice in 1 2; do
    sql -f nap-postgresql.sql > "$out" || fail "PostgreSQL loads ($twice)"
    sql -f khung-nhin.sql > "$out" || fail "PostgreSQL's views ($twice)"
    sql -At -c "$PLANS" | sort > ../got
    diff ../want ../got > "$out" || fail "$twice: other sums"
    ask sql -At -c > ../postgresql.$twice
done
same ../postgresql.1 ../postgresql.2
same ../sqlite.1 ../postgresql.1
cd ..

# --- DuckDB, in make check-deep: DUCKDB is a folder that has its package ---
if [ -n "${DUCKDB:-}" ]; then
    cp "$root/tests/tables/duckdb/ask.mjs" "$DUCKDB"
    node "$DUCKDB/ask.mjs" out > duckdb.1 2> "$err" || fail "DuckDB"
    diff sqlite.1 duckdb.1 > "$out" || fail "DuckDB has other figures"
    passed=$((passed + 1))
fi

# --- the recipes of docs/many.md ---
recipe() {
    sed -n "/^<!-- $1 -->\$/,/^\`\`\`\$/p" "$root/docs/many.md" | sed '1,2d;$d'
}

# rights: a commune's role sees its schools, through views too
recipe quyen > rights.sql
[ -s rights.sql ] || fail "no recipe of rights"
sql -f rights.sql > "$out" || fail "rights"
sql -c "CREATE ROLE xa_khac LOGIN IN ROLE khct_xa; CREATE ROLE xa_giang LOGIN IN ROLE khct_xa;
    INSERT INTO quyen_xa VALUES ('xa_giang', 'Tây Ninh', 'Lộc Giang');
    GRANT SELECT ON quyen_xa TO khct_xa" > "$out" || fail "roles"
own="SELECT (SELECT COUNT(*) FROM kehoach_tinh) || ' ' || (SELECT COUNT(*) FROM viec)
    || ' ' || (SELECT COUNT(*) FROM nhanxet WHERE tep NOT LIKE '%many%')"
[ "$(sql -At -c "SET ROLE xa_khac; $own")" = "0 0 0" ] || fail "a commune without schools sees some"
[ "$(sql -At -c "SET ROLE xa_giang; $own")" = "2 12 0" ] || fail "a commune does not see its own: $(sql -At -c "SET ROLE xa_giang; $own")"
sql -c "SET ROLE xa_giang; DELETE FROM viec" > "$out" && fail "a commune deletes"

# in parts: the same figures as at once
mkdir province province/ke-hoach
for n in 1 2 3 4 5 6; do
    mkdir "province/ke-hoach/t$n"
    cp "in/many$n.khct" "province/ke-hoach/t$n"
done
cp schools.csv province/truong.csv
cp in/empty.khct province/ke-hoach/t3
recipe song-song > parallel.sh
mkdir programs
ln -s "$KHCT" programs/khct
(cd province && PATH="$work/programs:$PATH" sh -e ../parallel.sh > "$out" 2> "$err") || fail "in parts"
recipe tong-hop > summary.sh
(cd province && ln -s khct.db tinh.db && sh -e ../summary.sh) || fail "summary"
status 1 "at once" "$KHCT" report -q -t csv -o province/once --on 2026-01-15 --danhsachtruong schools.csv province/ke-hoach
(cd province/once && sqlite3 -bail ../once.db < nap-sqlite.sql && sqlite3 -bail ../once.db < khung-nhin.sql)
sqlite3 -csv province/once.db 'SELECT * FROM tonghop' > summary.csv
same summary.csv province/tonghop.csv
[ -s summary.csv ] || fail "no summary"
finish

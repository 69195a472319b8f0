#!/bin/sh
# Many plans: folders and lists, a row for each input whatever is in it, exit status, the last line.
. "$(dirname "$0")/lib.sh"
export LC_ALL=C

plan() {
    cat <<END
dung danhmuc tt18_2018;
truong < ten Trường THCS $1; cap thcs; captren UBND xã Suối Mơ; diadanh Suối Mơ; >
kehoach < so $2/KH-TM; ngay 14/8/2023; trichyeu Cải tiến chất lượng giáo dục; namhoc 2023-2024; >
tieuchi 1.10 muc 2 < giaiphap Phân ca trực cổng; ketqua Không còn ùn tắc; chutri Hiệu trưởng; thoigian tháng 9/2023; >
END
}
mkdir -p nop/xa-a nop/xa-b nop/.an
plan Một 1 > nop/01.khct
plan Hai 2 > nop/xa-a/ke-hoach.khct
(echo 'dung "chung.khct";'; plan Ba 3) > nop/xa-b/ke-hoach.khct
echo 'vaitro TTX Tổ trồng cây;' > nop/xa-b/chung.khct
(plan Bốn 4; echo 'tieuchi 9.9 muc 2 < giaiphap Sai; >') > nop/04.khct
: > nop/05.khct
plan Sáu 6 | iconv -f UTF-8 -t UTF-16 > nop/06.khct
printf 'PK\003\004\024\0\006\0word/document.xml' > nop/07.khct
echo 'Kính gửi các đồng chí.' > nop/08.khct
plan Ẩn 9 > nop/.an/09.khct
echo 'không phải kế hoạch' > nop/ghi-chu.txt

# files in = rows out
status 1 "a report of a folder" "$KHCT" report --lang vi nop
[ "$(wc -l < "$out")" = 10 ] || fail "a head and nine rows expected"
says -o 'nop/01.khct,ok,,Trường THCS Một'
says -o 'nop/04.khct,loi,'
says -o 'nop/05.khct,khongphaikehoach,'
says -o 'nop/06.khct,khongphaikehoach,'
says -o 'nop/07.khct,khongphaikehoach,'
says -o 'nop/08.khct,khongphaikehoach,'
says -o 'nop/xa-b/chung.khct,thanhphan,'
says '9 tệp: 3 không có lỗi, 1 có lỗi, 1 thành phần của kế hoạch khác, 4 không phải kế hoạch'
says 'Word (.docx)'
says 'UTF-16'
cp "$out" one
status 1 "the same by four" "$KHCT" report -j4 --lang vi nop
same one "$out"
status 1 "as JSON lines" "$KHCT" report -t jsonl nop
[ "$(wc -l < "$out")" = 9 ] || fail "nine lines expected"

status 1 "check of a folder" "$KHCT" check --lang vi nop
says 'nop/04.khct:5:9'
says '9 tệp: 3 không có lỗi, 1 có lỗi, 1 thành phần của kế hoạch khác, 4 không phải kế hoạch; '
[ "$(grep -c KH0006 "$err")" = 2 ] || fail "one message for each file that is no text"
status 1 "the same by four" "$KHCT" check -j4 --lang vi nop

# lists of names, with line ends or NUL; a name of a folder in a list
find nop -name '0[14].khct' > list
status 1 "a list" "$KHCT" check -q --files-from list
says '2 tệp: 1 không có lỗi, 1 có lỗi'
ok "a list with line ends of Windows" sh -c 'printf "nop/01.khct\r\n\r\n" | "$0" check -q --files-from -' "$KHCT"
status 1 "a list with NUL" sh -c 'find nop -name "0[14].khct" -print0 | "$0" check -q -0 --files-from -' "$KHCT"
says '2 tệp'
ok "a folder in a list" sh -c 'echo nop/xa-b | "$0" check -q --files-from -' "$KHCT"
says '2 tệp: 1 không có lỗi, 1 thành phần của kế hoạch khác'
status 1 "a list that is not there" "$KHCT" check --files-from nothing
mkdir none
ok "an empty folder" "$KHCT" check none
says '0 tệp'
if [ "$(id -u)" != 0 ]; then
    mkdir closed
    chmod 000 closed
    status 3 "a folder that cannot be read" "$KHCT" report closed nop/01.khct
    says -o 'closed,khongdocduoc,'
    says KH8005
    status 3 "outranks errors" "$KHCT" check closed nop
    chmod 700 closed
fi

# build: what is well is written, the rest is told
status 1 "build of a folder" "$KHCT" build --lang vi -t html nop
says '; đã ghi 3 tệp'
[ -f nop/01.html ] && [ -f nop/xa-b/ke-hoach.html ] || fail "pages beside their plans"
[ ! -e nop/05.html ] && [ ! -e nop/xa-b/chung.html ] || fail "pages of what is no plan"
status 1 "lines" "$KHCT" build --lang vi -t jsonl nop
[ "$(wc -l < "$out")" = 8 ] || fail "a line for each plan expected"
says -o '"tep":"nop/04.khct","tinhtrang":"loi","coloi":true,"khct":'
says -o '"tep":"nop/06.khct","tinhtrang":"khongphaikehoach","coloi":true,"diagnostics":['
says -o '"tep":"nop/01.khct","tinhtrang":"ok","khct":'
python3 -c 'import json, sys
for line in open(sys.argv[1], encoding="utf-8"):
    json.loads(line)' "$out" || fail "each line is JSON"
cp "$out" lines
head -n 1 lines > line.json
ok "a line is a plan in JSON" "$KHCT" build -q -t khct line.json
says -o 'Trường THCS Một'
status 1 "into a file, by four" "$KHCT" build -q -j4 -t jsonl -o out.jsonl nop
same lines out.jsonl
status 1 "one plan with errors" "$KHCT" build -q -t jsonl nop/04.khct
says -o '"coloi":true'

# the last line
status 1 "a plan with errors" "$KHCT" build --lang vi -t html nop/04.khct
says '; chưa ghi tệp nào'
ok "a plan that is well" "$KHCT" build --lang vi -t html nop/01.khct
says '; đã ghi nop/01.html'
ok "check says how many" "$KHCT" check --lang en nop/01.khct
says 'no errors'
ok "and nothing with -q" "$KHCT" check -q nop/01.khct
[ ! -s "$err" ] || fail "-q is quiet"

# on a terminal messages on one place stand together, and the first error before remarks on form
cat > terminal.py <<'END'
import os, pty, sys
said = b""
def read(fd):
    global said
    data = os.read(fd, 65536)
    said += data
    return b""
status = pty.spawn(sys.argv[1:], read)
sys.stdout.buffer.write(said.replace(b"\r\n", b"\n"))
END
NO_COLOR=1 python3 terminal.py "$KHCT" check --lang vi nop/04.khct > "$err" < /dev/null
first() { grep -n "$1" "$err" | head -n 1 | cut -d: -f1; }
[ "$(first KH2001)" -lt "$(first KH6004)" ] || fail "the error stands behind remarks on form"
[ "$(grep -c -e '--> nop/04.khct:3:1$' "$err")" = 1 ] || fail "one place is shown once"
says 'KH6005'
status 1 "programs get each by itself" "$KHCT" check --lang vi nop/04.khct
[ "$(grep -c -e '--> nop/04.khct:3:1$' "$err")" -gt 1 ] || fail "each with its place"

# rows of several processes into one pipe stay whole
for i in $(seq 200); do echo nop/01.khct; done > list
for i in 1 2 3 4; do "$KHCT" report -t jsonl --files-from list 2> "$err"; done > alone
{ for i in 1 2 3 4; do "$KHCT" report -t jsonl --files-from list & done; wait; } 2> "$err" | cat > mixed
sort -u alone > alone.sorted
sort -u mixed > mixed.sorted
same alone.sorted mixed.sorted
[ "$(wc -l < mixed)" = 800 ] || fail "800 rows expected"

# a link in a folder that leads nowhere is a file that is not there, one to itself cannot be read:
# the same in all commands that walk folders
mkdir lienket
plan Mười 10 > lienket/a.khct
for what in '1 nothing KH8001' '3 z.khct KH8005'; do
    set -- $what
    ln -sf "$2" lienket/z.khct
    for way in check report 'report -o ra.xlsx' 'build -t html -o ra/' 'build -t jsonl' 'build -t csv -o ra-csv/'; do
        rm -rf ra ra.xlsx ra-csv
        # shellcheck disable=SC2086
        status "$1" "$way, a link to $2" "$KHCT" $way --lang vi lienket
        [ "$(grep -c "$3" "$err")" = 1 ] || fail "$way does not say $3 once"
        says '1 không có lỗi, 1 không đọc được'
    done
done

# one to a folder is not followed, and that is said, once
rm -rf lienket/z.khct
mkdir xa
plan Mười 10 > xa/b.khct
ln -s ../xa lienket/gan
ln -s . lienket/vong
ok "links to folders" "$KHCT" check --lang vi lienket
[ "$(grep -c 'KH8014.*`lienket/gan` và 1 liên kết khác' "$err")" = 1 ] || fail "links to folders: nothing is said of them"
rm lienket/vong
ok "a link to a folder" "$KHCT" report --lang vi lienket
says 'KH8014]: `lienket/gan` là liên kết'
ok "quietly" "$KHCT" check -q lienket
says_not KH8014
ok "a link that is named" "$KHCT" check --lang vi lienket/gan
says_not KH8014
ok "no link" "$KHCT" check --lang vi xa
says_not KH8014

finish

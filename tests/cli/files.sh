#!/bin/sh
# Files as they come: another program's, another encoding, nothing at all, a pipe, git's marks.
. "$(dirname "$0")/lib.sh"
export LC_ALL=C
plan=$root/examples/thcs-mot-nam.khct
[ -f "$plan" ] || plan=$(ls "$root"/examples/*.khct | head -n 1)

# one message, which names what it is
once() {
    status 1 "$1" "$KHCT" check "$1"
    says "$2"
    if [ "$(grep -c '^lỗi\|^cảnh báo\|^ghi chú' "$err")" = 1 ]; then
        passed=$((passed + 1))
    else
        fail "$1: not one message"
    fi
    status 1 "no page of $1" "$KHCT" build -t html -o page.html "$1"
    [ ! -e page.html ] || fail "a page of $1"
}
for encoding in UTF-16 UTF-16LE UTF-16BE; do
    iconv -f UTF-8 -t $encoding "$plan" > $encoding.khct
    once $encoding.khct 'UTF-16'
done
iconv -f UTF-8 -t UTF-32 "$plan" > utf32.khct
once utf32.khct 'UTF-32'
iconv -c -f UTF-8 -t CP1258 "$plan" > cp1258.khct
once cp1258.khct 'Windows-1258'
iconv -c -f UTF-8 -t TCVN "$plan" > tcvn.khct
once tcvn.khct 'TCVN3'
iconv -c -f UTF-8 -t VISCII "$plan" > viscii.khct 2> /dev/null && once viscii.khct 'VISCII'
iconv -c -f CP1252 -t UTF-8 "$plan" > twice.khct
once twice.khct 'rồi lưu lại'
printf 'PK\003\004\024\0\006\0[Content_Types].xmlword/document.xml\0' > word.khct
once word.khct 'Word (.docx)'
printf 'PK\003\004\024\0\006\0[Content_Types].xmlxl/workbook.xml\0' > excel.khct
once excel.khct 'Excel (.xlsx)'
printf 'PK\003\004\024\0\0\0\0\0nop/01.khct' > zip.khct
once zip.khct 'tệp nén'
printf '\320\317\021\340\241\261\032\341\0\0' > doc.khct
once doc.khct '.doc'
(echo '%PDF-1.7'; cat "$plan") > pdf.khct
once pdf.khct 'PDF'
printf '{\\rtf1\\ansi}' > rtf.khct
once rtf.khct 'RTF'
printf '\211PNG\r\n\032\n\0\0' > png.khct
once png.khct 'tệp hình'
head -c 5000 "$KHCT" > binary.khct
once binary.khct 'không phải tệp văn bản'
"$KHCT" build -q -t json "$plan" > renamed.khct
once renamed.khct '.json'
"$KHCT" build -q -t html -o page.khct "$plan" 2> /dev/null || "$KHCT" build -q -t html "$plan" > page.khct
once page.khct 'HTML'
: > empty.khct
once empty.khct 'tệp trống'
printf ' \n\t\302\240\r\n' > blank.khct
once blank.khct 'chưa có kế hoạch nào'
printf '\357\273\277# chỉ có ghi chú\n' > comment.khct
once comment.khct 'chưa có kế hoạch nào'
printf 'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG\nI. Mục đích\nNâng cao chất lượng giáo dục; khắc phục hạn chế.\nII. Nội dung: cải tạo thư viện.\n' > prose.khct
once prose.khct 'văn bản thường, chưa phải kế hoạch'
for command in fmt fix rate status; do
    status 1 "$command of a Word file" "$KHCT" $command word.khct
    says 'Word (.docx)'
done

# a few bytes in a text are told where they stand, and a part of a plan may be empty
printf 'truong <\n  ten Trường A\377B\377\377;\n>\n' > few.khct
status 1 "a few bytes" "$KHCT" check few.khct
says 'few.khct:2:15'
printf 'dung "empty.khct";\nvaitro ABC Tổ A;\n' > whole.khct
ok "an empty part" "$KHCT" check whole.khct

# what has no size is read to its end; a pipe that nobody writes to does not wait
cat "$plan" > copy.khct
ok "a pipe" sh -c 'cat copy.khct | "$0" check -q /dev/stdin' "$KHCT"
mkfifo pipe.khct
(cat copy.khct > pipe.khct) &
"$KHCT" build -t json copy.khct > want.json 2> "$err"
cat copy.khct | "$KHCT" build -t json /dev/stdin > got.json 2> "$err"
sed -i '/"nguon"\|stdin\|copy.khct/d' want.json got.json
same want.json got.json
cat pipe.khct > /dev/null
wait
status 3 "a pipe without a writer" "$KHCT" check pipe.khct

# git's marks: one error, ours is read, nothing of theirs is lost by fmt and fix
cat > conflict.khct <<'END'
truong <
<<<<<<< HEAD
  ten  Trường THCS Hoa Sen;
=======
  ten  Trường THCS Hoa Hồng;
>>>>>>> kia
  cap thcs;
>
END
cp conflict.khct before.khct
status 1 "conflict" "$KHCT" check conflict.khct
says 'bản `HEAD` (dòng 2 đến 4) và bản `kia` (dòng 4 đến 6)'
status 1 "fmt of a conflict" "$KHCT" fmt -i conflict.khct
same conflict.khct before.khct
"$KHCT" fix conflict.khct 2> "$err"
same conflict.khct before.khct
ok "the text is given all the same" sh -c '"$0" fmt conflict.khct > again.khct; cmp again.khct before.khct' "$KHCT"

# the system speaks the user's language
"$KHCT" build --lang vi -q -t html -o nothing/there.html "$plan" 2> "$err"
says 'không có tệp hay thư mục ấy'
"$KHCT" build --lang en -q -t html -o nothing/there.html "$plan" 2> "$err"
says 'No such file or directory'

finish

#!/bin/sh
# khct new: for each form and school type a plan that checks without errors.
. "$(dirname "$0")/lib.sh"

made=0
for form in cv5932 nam10cot giaidoan5cot bieu2_tt57; do
    for type in mamnon tieuhoc thcs thpt gdtx; do
        case $form-$type in *-gdtx) [ "$form" = bieu2_tt57 ] || continue ;; esac
        ok "new $form $type" "$KHCT" new --mau $form --cap $type "$form-$type.khct"
        ok "check $form $type" "$KHCT" check "$form-$type.khct"
        says KH1012
        sed 's/([Đđ]iền [^)]*)/Lời của trường/' "$form-$type.khct" > filled.khct
        ok "filled in $form $type" "$KHCT" check filled.khct
        says_not KH1012
        made=$((made + 1))
    done
done

# the form calls a centre a centre, but for what the circular itself is called and says
ok "print a centre's plan" "$KHCT" build -q -t latex -o centre.tex bieu2_tt57-gdtx.khct
if grep -i 'nhà trường\|hiệu trưởng\|mã trường' centre.tex | grep -v 'Tiêu chuẩn~1' > left; then fail "a centre is called: $(cat left)"; fi
grep -q 'Trung tâm đánh giá' centre.tex || fail "the form does not call a centre so"
ok "print a school's plan" "$KHCT" build -q -t latex -o school.tex bieu2_tt57-thcs.khct
grep -q 'Nhà trường đánh giá' school.tex || fail "the form does not call a school so"
[ $made = 17 ] || fail "17 plans expected, $made made"

status 2 "a form that is not there" "$KHCT" new --mau abc x.khct
[ ! -e x.khct ] || fail "left a file behind"
status 2 "a school type that the form has not" "$KHCT" new --mau cv5932 --cap gdtx x.khct
says 'mamnon, tieuhoc, thcs, thpt'
ok "a school year by --on" "$KHCT" new --cap thcs --on 20/8/2027 y.khct
says 'khct check y.khct'
grep -q 'năm học:    2027-2028' y.khct || fail "the year is not taken from --on"
status 2 "an existing file is not replaced" "$KHCT" new --cap thcs y.khct
ok "to standard output" "$KHCT" new --cap thcs -

# off a terminal nothing is guessed
status 2 "no school type" "$KHCT" new z.khct
says 'mamnon, tieuhoc, thcs, thpt'
[ ! -e z.khct ] || fail "left a file behind"
status 2 "a school type that is none" "$KHCT" new --cap dai-hoc z.khct
says 'gdtx'

# school types as people write them, and several
for type in TH tieu-hoc 'Tiểu học' 'Trường Tiểu học' 'TH&THCS' tieuhoc,thcs 'THCS và THPT' GDNN-GDTX; do
    rm -f z.khct
    ok "new for $type" "$KHCT" new --cap "$type" z.khct
    ok "check for $type" "$KHCT" check z.khct
done

# a centre has a director, and is no school
grep -q 'Hiệu trưởng\|tên trường' z.khct && fail "a centre with a Hiệu trưởng"
grep -q 'chức vụ: Giám đốc' z.khct || fail "a centre without a Giám đốc"
# no office that is no more
grep -rl 'Phòng Giáo dục\|PGDĐT' z.khct y.khct && fail "an office that was abolished"

# on a terminal what is missing is asked for
cat > terminal.py <<'END'
import os, pty, sys
answers = sys.argv[1].encode() + b"\n"
sent = False
def read(fd):
    global sent
    data = os.read(fd, 65536)
    if not sent:
        os.write(fd, answers.replace(b"|", b"\n"))
        sent = True
    return data
sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[2:], read)))
END
ok "asked" python3 terminal.py 'thcs|cv5932|2025' "$KHCT" new --lang vi asked.khct
says -o 'Cấp học'
grep -q 'dùng mẫu cv5932' asked.khct || fail "the form that was answered"
grep -q 'năm học:    2025-2026' asked.khct || fail "the year that was answered"
ok "check of it" "$KHCT" check asked.khct
# an answer that cannot be used is asked for again, with those that can
ok "asked again" python3 terminal.py 'abc|gdtx|cv5932|bieu2_tt57|sang năm|2027-2028' "$KHCT" new --lang vi again.khct
says -o 'không dùng được `abc`; dùng được: mamnon, tieuhoc, thcs, thpt, gdtx'
says -o 'không dùng được `cv5932`; dùng được: bieu2_tt57'
says -o 'không dùng được `sang năm`; dùng được: 2026, 2026-2027'
grep -q 'năm học:    2027-2028' again.khct || fail "the year of the second answer"
for type in mamnon 'tiểu học' THCS thpt GDTX 'TH, THCS'; do
    ok "asked for $type" python3 terminal.py "$type||" "$KHCT" new --lang vi "hoi-$type.khct"
    ok "check of $type" "$KHCT" check "hoi-$type.khct"
done
status 2 "asked, and a form that is none" python3 terminal.py 'thcs|' "$KHCT" new --lang vi --mau abc none.khct
[ ! -e none.khct ] || fail "left a file behind"
for form in "$root"/stdlib/mau/*.khct; do
    id=$(basename "$form" .khct)
    grep -qrE "(dung mau|dùng mẫu) $id;" "$root/examples" ||
        fail "the form $id has no example: write one in examples/ (CONTRIBUTING.md, A form of the document)"
done
finish

#!/bin/sh
# khct build -t latex and -t pdf, with engines that are shell scripts (the real ones: tests/print).
. "$(dirname "$0")/lib.sh"

mkdir bin tmp ra
export TMPDIR="$work/tmp"
cp "$root/examples/mam-non-mot-nam.khct" a.khct
sed 's/Khắc phục/Khắc 😀 phục/' a.khct > la.khct
engine() {
    printf '#!/bin/sh\n%s\n' "$2" > "bin/$1"
    chmod +x "bin/$1"
}
with() {
    path=$1
    shift
    env PATH="$path" "$KHCT" build -t pdf "$@"
}

ok "LaTeX" "$KHCT" build -t latex a.khct
says -o '\khctphan{I}{MỤC ĐÍCH, YÊU~CẦU}'

status 3 "no engine" with /nonexistent -o ra/a.pdf a.khct
says KH9004
says 'apt install texlive-latex-base'
says 'ra/a.khct.tex'
[ -s ra/a.khct.tex ] && [ -s ra/khct.cls ] && [ ! -e ra/a.pdf ] || fail "the LaTeX is not kept: $(ls ra)"
"$KHCT" build -t latex a.khct > "$out"
same ra/a.khct.tex "$out"

engine pdflatex 'echo made > plan.pdf'
ok "a PDF" with "$work/bin:/bin:/usr/bin" -o ra/b.pdf a.khct
[ "$(cat ra/b.pdf)" = made ] || fail "the PDF is another"
ok "to standard output" with "$work/bin:/bin:/usr/bin" -o - a.khct
says -o made

engine pdflatex 'n=$(grep -n "giữ nguyên\|Giữ nguyên" plan.tex | cut -d: -f1)
echo "./plan.tex:$n: Capacity exceeded." > plan.log; echo half > plan.pdf; exit 1'
status 3 "LaTeX fails" with "$work/bin:/bin:/usr/bin" -o ra/b.pdf a.khct
says KH9005
says "a.khct:$(grep -n 'Giữ nguyên' a.khct | cut -d: -f1):"
says 'ra/b.khct.tex'
says_not 'plan.tex'
[ "$(cat ra/b.pdf)" = made ] || fail "the old PDF is gone"

# somebody's own file of that name stays; what khct left there before does not
echo 'lời của tôi' > ra/b.khct.tex
chmod 600 ra/b.khct.tex
status 3 "LaTeX fails beside somebody's file" with "$work/bin:/bin:/usr/bin" -o ra/b.pdf a.khct
says_not 'ra/b.khct.tex'
[ "$(cat ra/b.khct.tex)" = 'lời của tôi' ] || fail "somebody's file is replaced"
printf '%% Tệp này do khct viết ra\n' > ra/b.khct.tex
status 3 "and beside an old one of khct's" with "$work/bin:/bin:/usr/bin" -o ra/b.pdf a.khct
says 'ra/b.khct.tex'
[ "$(wc -l < ra/b.khct.tex)" -gt 9 ] || fail "the LaTeX is an old one"
# nothing beside a device, or standard output
ln -s "$work/a.khct" here.khct
status 3 "LaTeX fails, to a device" with "$work/bin:/bin:/usr/bin" -o /dev/null a.khct
says_not '.tex'
status 3 "LaTeX fails, to standard output" with "$work/bin:/bin:/usr/bin" -o - a.khct
says_not '.tex'
[ -z "$(ls | grep tex)" ] && [ ! -e /dev/null.khct.tex ] || fail "left beside: $(ls)"

engine pdflatex 'echo boxed > plan.pdf'
ok "a character that no font has" with "$work/bin:/bin:/usr/bin" -o ra/c.pdf la.khct
says KH9006
says 'U+1F600'
[ "$(cat ra/c.pdf)" = boxed ] || fail "no PDF for one sign"
rm ra/c.pdf

# a font is asked for by lualatex; where it is not there, the plan is printed all the same
engine lualatex 'cp plan.tex plan.pdf'
ok "a font of one's own" with "$work/bin:/bin:/usr/bin" --phongchu "Times New Roman" -o ra/c.pdf a.khct
grep -qF '\khctphongchu{Times New Roman}' ra/c.pdf || fail "the font is not asked for"
engine lualatex 'echo made > plan.pdf; echo "khct: thieu phong 0" > plan.log'
ok "a font that is not installed" with "$work/bin:/bin:/usr/bin" --phongchu "Chữ Lạ" -o ra/c.pdf a.khct
says KH9013
ok "another one" with "$work/bin:/bin:/usr/bin" --phongchu "Khong Co" -o ra/c.pdf a.khct
says KH9013
ok "no command in a font's name" "$KHCT" build --phongchu '}\\input x' -t latex -o ra/c.tex a.khct
! grep -q 'phongchu' ra/c.tex || fail "a font's name is written as it is"
rm ra/c.pdf ra/c.tex
# no line of the LaTeX is longer than TeX can read, whatever the plan holds; a place is still found
long() { # WHAT TEXT TIMES
    awk -v text="$2" -v times="$3" '/Khắc phục/ { printf "  doan "; for (i = 0; i < times; i++) printf "%s", text; print ";" } { print }' a.khct > long.khct
    ok "LaTeX of $1" "$KHCT" build -q -W no-error -t latex long.khct
    longest=$(LC_ALL=C awk '{ if (length > m) m = length } END { print m }' "$out")
    [ "$longest" -lt 70000 ] || fail "$1: a line of $longest bytes"
}
long "300 kB of prose" "Nâng cao chất lượng. " 12000
long "300 kB without a space" "abcdefghij" 30000
long "300 kB of ties" "~" 300000
long "300 kB of an address" "https://vi-du.vn/a/" 15000
engine pdflatex 'n=$(grep -n "giữ nguyên\|Giữ nguyên" plan.tex | cut -d: -f1)
echo "./plan.tex:$n: Dimension too large." > plan.log; exit 1'
status 3 "a place behind broken lines" with "$work/bin:/bin:/usr/bin" -o - long.khct
says "long.khct:$(grep -n 'Giữ nguyên' long.khct | cut -d: -f1):"
says 'chừng 70.000 chữ cái'

[ -z "$(ls tmp)" ] || fail "left in the temporary directory: $(ls tmp)"
[ "$(ls ra | tr '\n' ' ')" = "a.khct.tex b.khct.tex b.pdf khct.cls " ] || fail "left beside: $(ls ra)"
finish

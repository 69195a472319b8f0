#!/bin/sh
# What `khct build` writes and where: beside the source, to standard output, into a folder; what it
# replaces; two outputs of one name (docs/outputs.md).
. "$(dirname "$0")/lib.sh"
export LC_ALL=C
mkdir bin A B ra
plan=$root/examples/mam-non-mot-nam.khct
cat > bin/pdflatex <<'S'
#!/bin/sh
echo '<xmp:CreatorTool>khct</xmp:CreatorTool>' > plan.pdf
echo 'Output written on plan.pdf (6 pages, 1234 bytes).' > plan.log
S
chmod +x bin/pdflatex
for f in A/ke-hoach.khct B/ke-hoach.khct; do cp "$plan" $f; done
with=$work/bin:/usr/bin:/bin without=/nonexistent
build() { env PATH="$with" "$KHCT" build "$@"; }
holds() { [ "$(ls "$1" | tr '\n' ' ')" = "$2" ] || fail "$1 holds $(ls "$1" | tr '\n' ' '), not $2"; }
only_plans() { find "$1" -type f ! -name '*.khct' -delete; }

# the back ends as their rows say: written beside the plan, or to standard output
rows=$root/src/main/backends.def
beside=$(sed -n '/BESIDE/s/^KHCT_BACKEND(\([a-z]*\), .*/\1/p' "$rows")
streamed=$(sed -n '/BESIDE/!s/^KHCT_BACKEND(\([a-z]*\), .*/\1/p' "$rows")

# --- one file ---

ok "the page and the PDF" build A/ke-hoach.khct
says 'đã ghi A/ke-hoach.html'
says 'đã ghi A/ke-hoach.pdf (6 trang)'
holds A "ke-hoach.html ke-hoach.khct ke-hoach.pdf "
[ ! -s "$out" ] || fail "something on standard output"
ok "twice" build --lang en A/ke-hoach.khct
says 'wrote A/ke-hoach.pdf (6 pages)'
ok "in silence" build -q A/ke-hoach.khct
[ ! -s "$err" ] || fail "-q says something"
rm A/*.pdf A/*.html
ok "the page alone where there is no LaTeX" env PATH="$without" "$KHCT" build A/ke-hoach.khct
holds A "ke-hoach.html ke-hoach.khct "
for form in $beside; do
    ok "$form beside" build -t $form A/ke-hoach.khct
    says "đã ghi A/ke-hoach.$form"
    ok "$form beside, over its own" build -t $form A/ke-hoach.khct
    ok "$form to standard output" build -t $form -o - A/ke-hoach.khct
    same "$out" A/ke-hoach.$form
    says_not 'đã ghi'
    ok "$form, by the ending" build -o ra/x.$form A/ke-hoach.khct
    same ra/x.$form A/ke-hoach.$form
done
only_plans A
for form in $streamed; do
    ok "$form to standard output" build -q -t $form A/ke-hoach.khct
    [ -s "$out" ] || fail "$form: nothing on standard output"
done
holds A "ke-hoach.khct "
ok "from standard input, to standard output" sh -c '"$1" build -q -t html - < A/ke-hoach.khct' x "$KHCT"
says -o '<!DOCTYPE html>'
if script -qec true /dev/null >/dev/null 2>&1; then
    for form in pdf docx xlsx; do
        status 2 "$form on a terminal" env PATH="$with" script -qec "'$KHCT' build -t $form -o - A/ke-hoach.khct" /dev/null
    done
fi

# --- what stands there ---

for form in $beside; do
    echo 'của tôi' > A/ke-hoach.$form
    status 3 "somebody's $form beside" build -t $form A/ke-hoach.khct
    says KH8010
    [ "$(cat A/ke-hoach.$form)" = 'của tôi' ] || fail "somebody's $form is replaced"
    ok "named, it is replaced" build -q -t $form -o A/ke-hoach.$form A/ke-hoach.khct
    [ "$(wc -c < A/ke-hoach.$form)" -gt 20 ] || fail "$form is not replaced"
done
only_plans A
ok "all forms" build -q -t all A/ke-hoach.khct
ok "all forms again" build -q -t all A/ke-hoach.khct
holds A "$(sed -n 's/^KHCT_BACKEND([a-z]*, "\([^"]*\)".*/ke-hoach\1/p' "$rows" | LC_ALL=C sort | tr '\n' ' ')"
for form in csv json tex; do
    echo 'của tôi' > A/ke-hoach.$form
    status 3 "somebody's $form among all" build -q -t all A/ke-hoach.khct
    [ "$(cat A/ke-hoach.$form)" = 'của tôi' ] || fail "somebody's $form is replaced"
    rm A/ke-hoach.$form
done
only_plans A
# the source of a plan in JSON is somebody's, once it is there
build -q -t json -o B/moi.json B/ke-hoach.khct
ok "the source, beside" build -q -t khct -o B/moi.khct B/moi.json
status 3 "a source is a person's" build -q -t khct B/moi.json B/ke-hoach.khct
rm B/moi.*

# --- several plans ---

ok "folders are kept" build -j 2 -t html -o ra A/ke-hoach.khct B/ke-hoach.khct
[ -s ra/A/ke-hoach.html ] && [ -s ra/B/ke-hoach.html ] || fail "ra holds $(find ra)"
mkdir -p "sâu/Trường số 1/2024" "sâu/Trường số 2/2024"
cp "$plan" "sâu/Trường số 1/2024/ke-hoach.khct"
cp "$plan" "sâu/Trường số 2/2024/ke-hoach.khct"
ok "below the one they have in common" build -q -t html -o ra/moi/ sâu/*/2024/ke-hoach.khct
rm -rf ra/vang
status 1 "a folder that is not there shares none" build -q -t html -o ra/vang/ "sâu/Trường số 1/2024/ke-hoach.khct" khong/co/ke-hoach.khct
[ "$(find ra/vang -name "*.html")" = ra/vang/ke-hoach.html ] || fail "$(find ra/vang)"
[ -s "ra/moi/Trường số 1/2024/ke-hoach.html" ] || fail "ra/moi holds $(find ra/moi)"
ok "by other spellings" build -q -t html -o ra/khac/ "$work/A/ke-hoach.khct" A/../B/ke-hoach.khct
[ -s ra/khac/A/ke-hoach.html ] && [ -s ra/khac/B/ke-hoach.html ] || fail "ra/khac holds $(find ra/khac)"
ok "of one folder" build -q -t html -o ra/mot/ A/ke-hoach.khct
[ -s ra/mot/ke-hoach.html ] || fail "ra/mot holds $(find ra/mot)"
says_not '//'
ok "the slash is said once" build -t html -o ra/hai// A/ke-hoach.khct B/ke-hoach.khct
says_not '//'
echo x > ra/tep
status 3 "a folder that cannot be made" build -q -t html -o ra/tep/x/ A/ke-hoach.khct
says 'không phải thư mục'
# two of one name: nothing is written
cp A/ke-hoach.khct A/hai.khct
"$KHCT" build -q -t json -o A/ke-hoach.json A/ke-hoach.khct
alike() { # WHAT COMMAND...
    status 2 "$@"
    says KH8011
    says 'chưa ghi tệp nào'
    holds A "hai.khct ke-hoach.json ke-hoach.khct "
}
alike "a plan and its JSON" build -t html A/hai.khct A/ke-hoach.khct A/ke-hoach.json
alike "with -j" build -j 2 -t html A/ke-hoach.khct A/ke-hoach.json A/hai.khct
alike "a plan twice" build -t html A/hai.khct A/hai.khct
alike "a plan twice, spelled otherwise" build -t html A/hai.khct A/../A/./hai.khct
alike "into a folder" build -t html -o ra/alike/ A/ke-hoach.khct A/ke-hoach.json
ln -s A C
alike "by a folder that is a link" build -t html A/hai.khct C/hai.khct
[ ! -e ra/alike ] || fail "a folder is made for nothing"
rm C

# --- no output takes the place of an input, in any command ---

mkdir vao && cp "$plan" vao/a.khct && cp "$plan" vao/b.khct && cp "$plan" vao/c.khct
sed -i 's/Hiệu trưởng/Phó hiệu trưởng/' vao/b.khct
echo 'dung "vai.khct";' >> vao/c.khct
echo 'vaitro ABD Tổ B;' > vao/vai.khct
cp -r vao truoc
ln -s a.khct vao/lien-ket.xlsx
ln vao/b.khct vao/cung.jsonl
ln vao/vai.khct vai.xlsx
spared() { # WHAT COMMAND...
    status 3 "$@"
    says 'đây là tệp nguồn'
    for file in truoc/*; do same "$file" "vao/${file#truoc/}"; done
}
spared "a plan a line" build -q -t jsonl -o vao/a.khct vao/a.khct vao/b.khct
spared "a plan a line, by a hard link" build -q -t jsonl -o vao/cung.jsonl vao
spared "a workbook by a link" "$KHCT" report -q -o vao/lien-ket.xlsx vao
spared "a workbook over what a plan takes in" "$KHCT" report -q -o vai.xlsx vao
spared "what differs" "$KHCT" diff -o vao/a.khct vao/a.khct vao/b.khct
spared "what differs, over what a plan takes in" "$KHCT" diff -o vao/vai.khct vao/b.khct vao/c.khct
spared "a merge, over the base" "$KHCT" merge -o vao/a.khct vao/a.khct vao/b.khct vao/c.khct
spared "a merge, over the other side" "$KHCT" merge -o vao/c.khct vao/a.khct vao/b.khct vao/c.khct

# --- what -o names holds the whole result ---

if command -v git >/dev/null; then
    sed 's/;$//' vao/b.khct > hong.khct
    cp hong.khct hong-truoc.khct
    ok "a merge by lines" "$KHCT" merge -o ra/gop.khct vao/a.khct hong.khct vao/a.khct
    says 'gộp được theo dòng'
    same ra/gop.khct hong.khct
    same hong.khct hong-truoc.khct
    sed 's/Hiệu trưởng/Cô Lan/' vao/a.khct > khac.khct
    status 1 "a merge by lines with conflicts" "$KHCT" merge -o ra/gop.khct vao/a.khct hong.khct khac.khct
    grep -q '^<<<<<<<' ra/gop.khct || fail "no marks of the conflicts"
    export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
    git init -q kho && cp "$plan" kho/mot.khct && cp "$plan" kho/hai.khct
    git -C kho add . && git -C kho -c user.name=Lan -c user.email=lan@example.vn commit -qm x
    sed -i 's/Hiệu trưởng/Phó hiệu trưởng/' kho/*.khct
    status 1 "all that differs" sh -c 'cd kho && "$1" diff -o ../ra/khac.txt HEAD' x "$KHCT"
    [ "$(grep -c '^===' ra/khac.txt)" = 2 ] || fail "not all of what differs is in the file: $(cat ra/khac.txt)"
fi

# --- somebody's file in a folder of tables or pages ---

mkdir ra/trang && echo 'của tôi' > ra/trang/index.html
status 3 "somebody's page" "$KHCT" report -q -t html -o ra/trang/ vao/a.khct
says '`ra/trang/index.html`'
says 'một thư mục khác'
[ "$(cat ra/trang/index.html)" = 'của tôi' ] || fail "somebody's page is replaced"

# --- wrong use ---

status 2 "no such form" build -t xls A/ke-hoach.khct
says "$(echo $beside $streamed | sed 's/ /, /g'), jsonl, all"
status 2 "an ending that says nothing" build -o ra/x.doc A/ke-hoach.khct
says 'html, pdf, docx, xlsx'
status 2 "several to one file" build -t html -o ra/x.html A/ke-hoach.khct B/ke-hoach.khct
for form in json sarif; do
    status 2 "--format $form" build --format $form A/ke-hoach.khct
    says '--format'
done
finish

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
holds() { [ "$(ls "$1" | tr '\n' ' ')" = "$2" ] || fail "$1 holds $(ls "$1" | tr '\n' ' ')"; }

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
for form in html pdf docx xlsx; do
    ok "$form beside" build -t $form A/ke-hoach.khct
    says "đã ghi A/ke-hoach.$form"
    ok "$form beside, over its own" build -t $form A/ke-hoach.khct
    ok "$form to standard output" build -t $form -o - A/ke-hoach.khct
    same "$out" A/ke-hoach.$form
    says_not 'đã ghi'
    ok "$form, by the ending" build -o ra/x.$form A/ke-hoach.khct
    same ra/x.$form A/ke-hoach.$form
done
rm -f A/*.html A/*.pdf A/*.docx A/*.xlsx
for form in json csv khct latex; do
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

for form in html pdf docx xlsx; do
    echo 'của tôi' > A/ke-hoach.$form
    status 3 "somebody's $form beside" build -t $form A/ke-hoach.khct
    says KH8010
    [ "$(cat A/ke-hoach.$form)" = 'của tôi' ] || fail "somebody's $form is replaced"
    ok "named, it is replaced" build -q -t $form -o A/ke-hoach.$form A/ke-hoach.khct
    [ "$(wc -c < A/ke-hoach.$form)" -gt 20 ] || fail "$form is not replaced"
done
rm A/ke-hoach.html A/ke-hoach.pdf A/ke-hoach.docx A/ke-hoach.xlsx
ok "all forms" build -q -t all A/ke-hoach.khct
ok "all forms again" build -q -t all A/ke-hoach.khct
holds A "ke-hoach.csv ke-hoach.docx ke-hoach.html ke-hoach.json ke-hoach.khct ke-hoach.pdf ke-hoach.tex ke-hoach.xlsx "
for form in csv json tex; do
    echo 'của tôi' > A/ke-hoach.$form
    status 3 "somebody's $form among all" build -q -t all A/ke-hoach.khct
    [ "$(cat A/ke-hoach.$form)" = 'của tôi' ] || fail "somebody's $form is replaced"
    rm A/ke-hoach.$form
done
rm -f A/*.html A/*.pdf A/*.docx A/*.xlsx A/*.csv A/*.json A/*.tex
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

# --- wrong use ---

status 2 "no such form" build -t xls A/ke-hoach.khct
says 'csv, khct, jsonl, all'
status 2 "an ending that says nothing" build -o ra/x.doc A/ke-hoach.khct
says 'html, pdf, docx, xlsx'
status 2 "several to one file" build -t html -o ra/x.html A/ke-hoach.khct B/ke-hoach.khct
for form in json sarif; do
    status 2 "--format $form" build --format $form A/ke-hoach.khct
    says '--format'
done
finish

#!/bin/sh
# PDFs before a validator that is not ours: preflight.sh KHCT PLAN...
# Apache PDFBox's Preflight knows PDF/A-1b only. Of what it says, three findings are what PDF/A-2u
# allows or is: streams of cross references, the part, the conformance level. No other may come.
khct=$(realpath "$1") || exit 3
shift
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME="$work"
jars=/usr/share/java
class=$jars/preflight.jar
for jar in pdfbox2 fontbox2 xmpbox commons-io commons-logging javax.activation jaxb-api; do class=$class:$jars/$jar.jar; done
mkdir "$work/pdf"
for plan in "$@"; do "$khct" build -q -t pdf -o "$work/pdf/$(basename "$plan" .khct).pdf" "$plan" || exit 1; done
# by lualatex, in other fonts
plan=$1
sed 's/^phan mucdich[^<]*</&\n  doan "✓ ☐ 李 Ɩ សាលា λ";/' "$plan" > "$work/khac.khct"
"$khct" build -q -t pdf -o "$work/pdf/khac.pdf" "$work/khac.khct" || exit 1
# and one that is none: to see that it would be said
qpdf --qdf --object-streams=disable "$work/pdf/khac.pdf" "$work/loi.pdf"
sed 's/OutputIntents/KhongConIntent/' "$work/loi.pdf" | fix-qdf > "$work/pdf/loi.pdf"
java -Dpdfbox.fontcache="$work" -cp "$class" org.apache.pdfbox.preflight.Validator_A1b batch "$work/pdf" > "$work/said" 2> "$work/err"
count=$(grep -c '^The file' "$work/said")
[ "$count" = $(($# + 2)) ] || { echo "preflight: $count tệp được xem"; tail -n 5 "$work/err"; exit 1; }
sed -n 's/^The file \([^ ]*\) .*/tệp \1/p; /^[0-9]/p' "$work/said" | grep -v \
    -e '^1\.4 : Trailer Syntax error, /XRef' -e '^7\.11\.1 : .*conformance level must be A or B' -e '^7\.11\.2 : .*part must be 1' |
    awk '/^tệp/ { file = $2; next } { print file ": " $0 }' > "$work/found"
grep -q '^loi\.pdf: ' "$work/found" || { echo "preflight: lỗi cố ý không bị thấy"; exit 1; }
! grep -v '^loi\.pdf: ' "$work/found"

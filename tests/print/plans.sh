#!/bin/sh
# Print plans with the program and measure the PDFs: plans.sh KHCT PLAN...
# The examples, and those that plans.py writes. Twice each, with the class's format and in another
# directory, locale and time zone without it: the bytes must be the same. Exit status 1 where anything is wrong.
here=$(cd "$(dirname "$0")" && pwd)
khct=$(realpath "$1") || exit 3
shift
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
tmp="$work/t \$HOME {x,y} \$TEXMF 'z'" # which TeX Live would expand
mkdir "$tmp" "$work/kho"
export XDG_CACHE_HOME="$work" # the format that is kept: the second time without it
python3 "$here/plans.py" "$work/kho" || exit 3
status=0
for plan in "$@" "$work"/kho/*.khct; do
    name=$(basename "$plan" .khct)
    "$khct" build -q -t pdf -o "$work/$name.pdf" "$plan" || status=1
    "$khct" build -q -t latex -o "$work/$name.tex" "$plan" || status=1
    LC_ALL=C TZ=Asia/Ho_Chi_Minh TMPDIR="$tmp" XDG_CACHE_HOME=/dev/null "$khct" build -q -t pdf -o "$work/again.pdf" "$plan" || status=1
    cmp "$work/$name.pdf" "$work/again.pdf" || status=1
    (cd "$work" && python3 "$here/measure.py" --tex "$name.tex" "$name.pdf") || status=1
    qpdf --check "$work/$name.pdf" >/dev/null || status=1
    python3 "$here/archive.py" "$work/$name.pdf" || status=1
done
[ -z "$(ls -A "$tmp")" ] || { echo "còn lại trong thư mục tạm: $(ls "$tmp")"; status=1; }
exit $status

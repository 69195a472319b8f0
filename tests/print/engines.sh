#!/bin/sh
# The same LaTeX with the other two engines: engines.sh KHCT PLAN...
# measured like pdflatex's, with no more than a page's difference in length.
here=$(cd "$(dirname "$0")" && pwd)
khct=$(realpath "$1") || exit 3
shift
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
cp "$here/../../stdlib/latex/khct.cls" "$work"
status=0
for plan in "$@"; do
    name=$(basename "$plan" .khct)
    "$khct" build -q -t latex -o "$work/$name.tex" "$plan" || status=1
    pages=
    for engine in pdflatex lualatex xelatex; do
        (cd "$work" && "$engine" -no-shell-escape -interaction=nonstopmode -halt-on-error "$name.tex" >/dev/null 2>&1) || status=1
        if grep -aE '^!|^(Over|Under)full|Missing character|LaTeX (Font )?Warning' "$work/$name.log"; then status=1; fi
        echo "$engine"
        (cd "$work" && python3 "$here/measure.py" --tex "$name.tex" "$name.pdf") || status=1
        qpdf --check "$work/$name.pdf" >/dev/null || status=1
        python3 "$here/archive.py" "$work/$name.pdf" || status=1
        grep -aq 'CreatorTool>khct<' "$work/$name.pdf" || { echo "$name: $engine: no mark of khct's"; status=1; }
        now=$(pdfinfo "$work/$name.pdf" | sed -n 's/^Pages: *//p')
        [ "$engine" != pdflatex ] || pages=$now
        [ $((now - pages)) -le 1 ] && [ $((pages - now)) -le 1 ] || { echo "$name: $now trang, pdflatex $pages"; status=1; }
    done
done
exit $status

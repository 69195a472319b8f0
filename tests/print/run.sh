#!/bin/sh
# Compile the hand-written document and the hard ones with each engine that is installed, and
# measure what comes out. run.sh [ENGINE ...]; exit status 1 where anything is wrong.
# Needs poppler-utils, qpdf, python3.
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
python3 "$here/kho.py" "$work" || exit 3
cp "$here/mau-tay.tex" "$work" || exit 3
cd "$work" || exit 3
TEXINPUTS="$here/../../stdlib/latex:" openin_any=p openout_any=p
export TEXINPUTS openin_any openout_any
status=0
for engine in ${*:-pdflatex xelatex lualatex}; do
  command -v "$engine" >/dev/null || { echo "không có $engine"; continue; }
  for tex in *.tex; do
    name=${tex%.tex}
    size=13
    case $name in *-14) size=14 ;; esac
    case $name in cuoi-14) size=13 ;; esac
    echo "$engine $name"
    "$engine" -no-shell-escape -interaction=nonstopmode -halt-on-error "$tex" >/dev/null 2>&1 || status=1
    if grep -aE '^!|^(Over|Under)full|Missing character|LaTeX (Font )?Warning' "$name.log"; then status=1; fi
    python3 "$here/measure.py" --co $size --tex "$tex" "$name.pdf" || status=1
    qpdf --check "$name.pdf" >/dev/null || status=1
  done
done
exit $status

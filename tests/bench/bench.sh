#!/bin/sh
# The budgets of speed and memory, measured: bench.sh KHCT GENERATE FLOOR
#
# Instructions are counted by valgrind's callgrind, which does not depend on the machine's mood; times
# are processor seconds of one run and mean something only as ratios within it.
set -eu
khct=$(realpath "$1") generate=$(realpath "$2") floor=$(realpath "$3")
class=$(realpath stdlib/latex/khct.cls)
example=$(realpath examples/tieu-hoc-nam-nam.khct)
converter=$(realpath tests/bench/typst.py)
lsp=$(realpath tests/bench/lsp.sh 2>/dev/null || true)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export LC_ALL=C.UTF-8

instructions() { # COMMAND...: how many it takes
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null |
        sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

# time's own line must be told from what the command says; a command that fails is no measure
cpu() {
    if ! /usr/bin/time -o time.out -f '%U %S %M' "$@" >said.out 2>&1; then
        tail -n 5 said.out >&2
        echo "bench: $1 failed" >&2
        return 1
    fi
    tail -n 1 time.out
}

row() { # WHAT FIGURE UNIT BUDGET
    over=
    [ -n "$4" ] && over=$(awk -v a="$2" -v b="$4" 'BEGIN { if (a + 0 > b + 0) print "  OVER" }')
    printf '%-46s %10s %-18s %s%s\n' "$1" "$2" "$3" "${4:+budget $4}" "$over"
}

per_byte() { awk -v i="$1" -v b="$2" 'BEGIN { printf "%.1f", i / b }'; }

size=${BENCH_BYTES:-5000000}
"$generate" "$size" 7 > plan.khct
bytes=$(wc -c < plan.khct)
echo "== instructions per byte of source, a plan of $bytes bytes"
cmark=$(command -v cmark >/dev/null && per_byte "$(instructions cmark plan.khct)" "$bytes")
share() { [ -z "$cmark" ] || awk -v c="$cmark" -v s="$1" 'BEGIN { printf "%.1f", c * s }'; }
row "cmark, the same bytes as Markdown to HTML" "$cmark" "/byte" ""
row "bare flex scanner (the floor)" "$(per_byte "$(instructions "$floor" plan.khct)" "$bytes")" "/byte" ""
row "khct check" "$(per_byte "$(instructions "$khct" check plan.khct)" "$bytes")" "/byte" "$(share 0.75)"
row "khct build -t html" "$(per_byte "$(instructions "$khct" build -t html -o plan.html plan.khct)" "$bytes")" "/byte" "$(share 1)"
row "khct build -t json" "$(per_byte "$(instructions "$khct" build -t json -o plan.json plan.khct)" "$bytes")" "/byte" "$(share 1)"
row "khct build -t latex" "$(per_byte "$(instructions "$khct" build -t latex -o plan.tex plan.khct)" "$bytes")" "/byte" ""
command -v jq >/dev/null && row "jq, reading and writing the JSON" "$(per_byte "$(instructions jq -c . plan.json)" "$bytes")" "/byte of source" ""

echo "== processor time in one run, and as ratios"
figures=$(cpu "$khct" check plan.khct)
set -- $figures; check=$(echo "$1 $2" | awk '{ print $1 + $2 }'); memory=$3
row "khct check" "$check" "s" ""
row "memory, times the source" "$(awk -v m="$memory" -v b="$bytes" 'BEGIN { printf "%.1f", m * 1024 / b }')" "x" 20
figures=$(cpu "$khct" build -t html -o plan.html plan.khct)
set -- $figures; html=$(echo "$1 $2" | awk '{ print $1 + $2 }')
row "khct build -t html" "$html" "s" ""
for peer in "cmark plan.khct" "pandoc -f commonmark -t html plan.khct"; do
    command -v "${peer%% *}" >/dev/null || continue
    figures=$(cpu $peer)
    set -- $figures; other=$(echo "$1 $2" | awk '{ print $1 + $2 }')
    row "${peer%% *}, the same bytes to HTML" "$other" "s" ""
    row "  khct build -t html against it" "$(awk -v a="$html" -v b="$other" 'BEGIN { printf "%.2f", (b > 0 ? a / b : 0) }')" "x" ""
done

echo "== growth: instructions per byte of khct check"
for n in 5000 50000 500000 5000000; do
    "$generate" $n 3 > grow.khct
    row "$n bytes" "$(per_byte "$(instructions "$khct" check grow.khct)" "$(wc -c < grow.khct)")" "/byte" ""
done
"$generate" 50000000 3 > grow.khct
figures=$(cpu "$khct" check grow.khct)
set -- $figures; grown=$(echo "$1 $2" | awk '{ print $1 + $2 }')
row "50,000,000 bytes: seconds" "$grown" "s" ""
row "  per byte against the $bytes bytes above" "$(awk -v a="$grown" -v b="$check" -v n="$bytes" 'BEGIN { printf "%.2f", (b > 0 ? a / 50000000 * n / b : 0) }')" "x" ""
row "  memory, times the source" "$(awk -v m="$3" 'BEGIN { printf "%.1f", m * 1024 / 50000000 }')" "x" 20
rm -f grow.khct

echo "== start-up"
: > empty.khct
"$generate" 4000 1 > small.khct
row "an empty plan" "$(instructions "$khct" check empty.khct)" "instructions" ""
row "a small plan with its catalogue" "$(instructions "$khct" check small.khct)" "instructions" ""
i=0
/usr/bin/time -o time.out -f '%U %S' sh -c 'i=0; while [ $i -lt 200 ]; do "$0" check -q small.khct || exit; i=$((i + 1)); done' "$khct" >/dev/null 2>&1
row "a small plan, start to finish" "$(awk '{ printf "%.2f", ($1 + $2) * 1000 / 200 }' time.out)" "ms of processor" 3

count=${BENCH_PLANS:-41000}
echo "== $count plans of 40 kB, two at a time"
mkdir many
"$generate" 40000 1 > many/1.khct
i=2
while [ $i -le 64 ]; do "$generate" 40000 $i > many/$i.khct; i=$((i + 1)); done
awk -v n="$count" 'BEGIN { for (i = 0; i < n; i++) printf "many/%d.khct\n", i % 64 + 1 }' > list
/usr/bin/time -o time.out -f '%e %U %S %M' sh -c 'xargs -n 5000 "$0" check -q -j2 < list' "$khct" >/dev/null 2>&1
set -- $(tail -n 1 time.out)
row "seconds by the clock" "$1" "s" 60
row "files per second" "$(awk -v t="$1" -v n="$count" 'BEGIN { printf "%.0f", (t > 0 ? n / t : 0) }')" "" ""
row "memory" "$(awk -v m="$4" 'BEGIN { printf "%.0f", m / 1024 }')" "MB" ""

echo "== PDF of the five-year example"
mkdir -p cache && export XDG_CACHE_HOME="$PWD/cache" # the first print makes the format that is kept
"$khct" build -q -t latex -o plan.tex "$example"
cp "$class" .
"$khct" build -q -t pdf -o plan.pdf "$example"
best() { # COMMAND...: the least processor time of five runs
    least=
    for run in 1 2 3 4 5; do
        figures=$(cpu "$@")
        t=$(echo "$figures" | awk '{ print $1 + $2 }')
        least=$(echo "$t ${least:-$t}" | awk '{ print $1 < $2 ? $1 : $2 }')
    done
    echo "$least"
}
ours=$(best "$khct" build -q -t pdf -o plan.pdf "$example")
bare=$(best pdflatex -interaction=batchmode plan.tex)
row "khct build -t pdf" "$ours" "s" ""
row "bare pdflatex, the same document" "$bare" "s" ""
row "  khct against it" "$(awk -v a="$ours" -v b="$bare" 'BEGIN { printf "%.2f", (b > 0 ? a / b : 0) }')" "x" 0.7
export XDG_CACHE_HOME=/dev/null
row "khct build -t pdf, with no format kept" "$(best "$khct" build -q -t pdf -o plain.pdf "$example")" "s" ""
cmp plan.pdf plain.pdf
export XDG_CACHE_HOME="$PWD/cache"
mkdir ten
for i in 0 1 2 3 4 5 6 7 8 9; do cp "$example" ten/$i.khct; done
row "ten of them, -j2" "$(best "$khct" build -q -j2 -t pdf -o ten/ ten/*.khct)" "s" ""
printf '\\documentclass{article}\\begin{document}x\\end{document}' > empty.tex
row "bare pdflatex, one word and no class of ours" "$(best pdflatex -interaction=batchmode empty.tex)" "s" ""
pages() { pdfinfo "$1" | awk '/^Pages/ { print $2 }'; }
row "pages" "$(pages plan.pdf)" "" ""
if [ -n "${TYPST:-}" ]; then
    "$khct" build -q -t html -o plan.html "$example"
    python3 "$converter" plan.html > plan.typ
    typ=$(best "$TYPST" compile plan.typ typst.pdf)
    row "typst, the same words in the same tables" "$typ" "s" ""
    row "  pages" "$(pages typst.pdf)" "" ""
    row "  khct against it" "$(awk -v a="$ours" -v b="$typ" 'BEGIN { printf "%.2f", (b > 0 ? a / b : 0) }')" "x" 1
fi

if [ -n "$lsp" ] && command -v node >/dev/null; then . "$lsp"; fi

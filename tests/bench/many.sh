#!/bin/sh
# 41,000 plans, one in fifty spoiled, to tables on two cores: seconds, memory, rows; then again
# with --cache, one in a hundred changed. Usage: many.sh [PLANS]; KHCT names the program.
set -eu
: "${KHCT:=build/khct}"
KHCT=$(realpath "$KHCT")
plans=${1:-41000}
example=$(realpath "$(dirname "$0")/../../examples/thcs-mot-nam.khct")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# make_plans FROM TO STEP VERSION: plans into in/, 500 a folder; `version` tells what has changed
make_plans() {
    awk -v from="$1" -v to="$2" -v step="$3" -v version="$4" '
        { text = text $0 "\n" }
        END {
            for (i = from; i <= to; i += step) {
                folder = sprintf("in/%03d", i / 500)
                if (!(folder in made)) { system("mkdir -p " folder); made[folder] }
                file = sprintf("%s/%05d.khct", folder, i)
                plan = text
                sub(/truong *</, "truong < ma " sprintf("%05d", i) ";", plan)
                sub(/triệu/, i + version " triệu", plan)
                if (i % 50 == 49) plan = substr(plan, 1, length(plan) / (1 + i % 7))
                if (i % 200 == 49) plan = "PK\003\004" plan
                printf "%s", plan > file
                close(file)
            }
        }' "$example"
}

measure() {
    what=$1
    shift
    status=0
    /usr/bin/time -f '%e %M' -o time "$@" > /dev/null 2> err || status=$?
    [ "$status" -le 1 ] || { cat err; exit 1; }
    last=$(tail -n 1 time) # after a line of time's own, where the status is not 0
    rows=$(cat out/*.csv 2> /dev/null | wc -l)
    echo "$what: ${last% *} s, $((${last#* } / 1024)) MB, $rows rows; $(tail -n 1 err)"
}

make_plans 1 "$plans" 1 0
echo "$plans plans, $(du -sm in | cut -f1) MB"
measure "tables" "$KHCT" report -q -j2 --on 2024-01-15 -o out/ in
measure "tables, filling the cache" "$KHCT" report -q -j2 --on 2024-01-15 --cache keep -o out/ in
cp -R out before
make_plans 100 "$plans" 100 1
measure "tables, one in a hundred changed" "$KHCT" report -q -j2 --on 2024-01-15 --cache keep -o out/ in
measure "pages" "$KHCT" report -q -j2 --on 2024-01-15 -t html -o out/ in
/usr/bin/time -f 'JSON lines: %e s, %M kB' "$KHCT" build -q -j2 -t jsonl -o plans.jsonl in 2>&1 | tail -n 1
node "$DUCKDB/read.mjs" plans.jsonl
tests=$(dirname "$example")/../tests
node "$tests/browser/opening.js" out/index.html out/truong-1.html

#!/bin/sh
# Each code of the table is emitted somewhere and stands in some golden test.
# Usage: codes.sh KHCT
khct=$1
faults=0
# told of outside plans: no golden file can hold them; tests/cli, tests/json, tests/import, tests/unit/test_pdf.c and
# tests/unit/test_parse.c do
elsewhere='KH4012 KH803? KH804? KH800[456789] KH801? KH802? KH900[123456] KH9013'
for code in $("$khct" explain | cut -d' ' -f1); do
    if ! grep -rqs --include='*.[chly]' "KHCT_$code" src grammar; then
        echo "$code: is emitted nowhere: no khct_report(…, KHCT_$code, …) in src or grammar"
        faults=$((faults + 1))
    fi
    for pattern in $elsewhere; do
        # shellcheck disable=SC2254
        case $code in $pattern) continue 2 ;; esac
    done
    if ! grep -qs "^# .*[0-9-] .* $code " tests/golden/*.khct; then
        echo "$code: stands in no golden test: write one, tests/golden/README.md tells how"
        faults=$((faults + 1))
    fi
done
exit $((faults > 0))

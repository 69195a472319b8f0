#!/bin/sh
# Runs families of tests, `TARGET` on the plain build and `san:TARGET` on the one with sanitizers,
# one after another; goes on after a failure; ends with a count.
set -u
passed=0
failed=
for family in "$@"; do
    target=${family#san:}
    echo "== $family"
    if [ "$target" = "$family" ]; then
        ${MAKE:-make} --no-print-directory -s "$target"
    else
        ${MAKE:-make} --no-print-directory -s -j2 B=build-san OPT='-O1 -g' HARDEN= LDHARDEN= \
            SAN='-fsanitize=address,undefined -fno-sanitize-recover=all' "$target"
    fi
    if [ $? -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed="$failed $family"
    fi
done
count=$(echo $failed | wc -w)
[ -z "$failed" ] || echo "failed:$failed"
echo "check: $passed passed, $count failed"
[ -z "$failed" ]

#!/bin/sh
# Many plans at a time under the thread sanitizer: threads.sh KHCT
# Any race makes khct end with status 66; what is written is what one at a time writes.
set -u
khct=$(realpath "$1")
root=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
export TSAN_OPTIONS=exitcode=66
cp "$root"/examples/*.khct "$root"/tests/golden/real-*.khct .
passed=0 failed=0
both() {
    "$khct" "$@" -j 1 *.khct > one.out 2> one.err < /dev/null
    want=$?
    for jobs in 2 7; do
        "$khct" "$@" -j $jobs *.khct > many.out 2> many.err < /dev/null
        got=$?
        if [ $got = $want ] && cmp -s one.out many.out && cmp -s one.err many.err; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "FAIL: $* -j $jobs: exit status $got, not $want"
            grep -m 3 -A 12 'WARNING: ThreadSanitizer' many.err
        fi
    done
}
both check
both check --format json
both check --format sarif
both rate
both status --on 1/3/2024
mkdir out
both build -q -W no-error -t all -o out
both build -q -W no-error -t html -o out
both build -q -W no-error -t json -o out
echo "threads: $passed passed, $failed failed"
[ $failed = 0 ]

#!/bin/sh
# Another build of khct writes the same bytes: static.sh NATIVE OTHER [EMULATOR] -- PLAN...
set -eu
native=$(realpath "$1") other=$(realpath "$2")
shift 2
emulator=
[ "$1" = -- ] || { emulator=$1; shift; }
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
for plan in "$@"; do
    cd "$(dirname "$plan")"
    for command in check "build -t html -o -" "build -t json" "build -t latex" "build -t csv" "build -t docx -o -" "build -t xlsx -o -" \
        fmt "status --on 2024-01-01" rate; do
        a=0 b=0
        "$native" $command "$(basename "$plan")" > "$work/a" 2> "$work/a.err" || a=$?
        $emulator "$other" $command "$(basename "$plan")" > "$work/b" 2> "$work/b.err" || b=$?
        if [ $a = $b ] && cmp -s "$work/a" "$work/b" && cmp -s "$work/a.err" "$work/b.err"; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "FAIL: khct $command $plan: status $a and $b"
            diff "$work/a.err" "$work/b.err" | head -n 4
        fi
    done
    cd - > /dev/null
done
echo "static.sh: $passed passed, $failed failed"
[ $failed = 0 ]

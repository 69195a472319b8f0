#!/bin/sh
# Every example of the language reference: read without an error, or with the one it is marked with;
# and laid out as LaTeX.
. "$(dirname "$0")/lib.sh"
export LC_ALL=C

awk -v dir="$work" '
/^```khct/ { n++; file = sprintf("%s/%02d.khct", dir, n); code = $2; print code > (file ".code"); on = 1; next }
/^```/ { on = 0 }
on { print > file }' "$root/docs/language.md"
n=0
for f in ??.khct; do
    n=$((n + 1))
    code=$(cat "$f.code")
    if [ -z "$code" ]; then
        ok "$f" "$KHCT" check "$f"
        ok "$f as LaTeX" "$KHCT" build -t latex "$f"
    else
        status 1 "$f" "$KHCT" check "$f"
        says "$code"
    fi
done
[ $n -ge 14 ] || fail "only $n examples found"
finish

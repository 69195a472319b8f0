#!/bin/sh
# What the README shows is what khct says.
. "$(dirname "$0")/lib.sh"
export LC_ALL=C

awk '/^```/ { n++; next } n == 1' "$root/README.md" > ke-hoach.khct
awk '/^```/ { n++; next } n == 3' "$root/README.md" | sed 1d > expected
status 1 "the plan of the README" "$KHCT" check ke-hoach.khct
awk '/^lỗi\[KH2003\]/ { on = 1 } on && /^$/ { exit } on' "$err" > said
same said expected

# the pages that the README names are there
grep -o '](\([a-z][^)]*\))' "$root/README.md" | tr -d ']()' | while read -r page; do
    [ -e "$root/$page" ] || echo "$page"
done > missing
[ -s missing ] && fail "README names pages that are not there: $(cat missing)"
finish

#!/bin/sh
# What is written of a plan, and said of it, is the same before and after formatting; only numbers of
# lines differ.
#   outputs.sh KHCT FILE...
set -eu
khct=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
count=0

# write NAME: all that khct writes of $work/plan.khct, without numbers of lines
write() {
    for form in json html latex; do
        "$khct" build -q -t $form -o "$work/out" "$work/plan.khct"
        sed -e '/^% [0-9]*$/d' -e 's/plan\.khct:[0-9:]*//g' "$work/out"
    done > "$work/$1"
    "$khct" check "$work/plan.khct" 2>&1 | grep '\[KH[0-9]*\]' >> "$work/$1" || true
}

for file; do
    # a copy for itself; what it uses stands beside it
    cp "$(dirname "$file")"/*.khct "$work"
    cp "$file" "$work/plan.khct"
    write before
    for options in '' '--codau' '--sapxep'; do
        # shellcheck disable=SC2086
        "$khct" fmt $options "$file" > "$work/plan.khct"
        write after
        cmp -s "$work/before" "$work/after" || { echo "$file: other outputs after fmt $options"; failed=1; }
        count=$((count + 1))
    done
done
echo "outputs after fmt: $count looked at"
exit $failed

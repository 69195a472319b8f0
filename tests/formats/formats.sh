#!/bin/sh
# The JSON and SARIF of `khct check`. Usage: formats.sh KHCT WORK-FOLDER [VALIDATOR]
set -u
khct=$1
work=$2
validator=${3:-}
mkdir -p "$work"
faults=0
fault() {
    echo "formats: $*"
    faults=$((faults + 1))
}

: > "$work/rong.khct"
plans="tests/golden/*.khct examples/*.khct examples/*/*.khct"
# shellcheck disable=SC2086
for set in "all $plans" "clean examples/mam-non-mot-nam.khct" "missing $work/khong-co.khct" \
    "empty $work/rong.khct" "mixed $work/khong-co.khct examples/mam-non-mot-nam.khct $work/rong.khct"; do
    set -- $set
    name=$1
    shift
    "$khct" check --format json "$@" > "$work/$name.json" 2> "$work/$name.err"
    [ $? -le 1 ] || fault "$name: exit status of json"
    "$khct" check --format sarif "$@" > "$work/$name.sarif" 2>> "$work/$name.err"
    [ $? -le 1 ] || fault "$name: exit status of sarif"
    [ -s "$work/$name.err" ] && fault "$name: something on standard error"
    some=
    [ "$name" = all ] && some=some
    node tests/formats/check.mjs "$work/$name.json" "$work/$name.sarif" $some || fault "$name: see above"
done

# several at a time give the same bytes, in either locale
# shellcheck disable=SC2086
LC_ALL=C "$khct" check -j 4 --format sarif $plans > "$work/all-j4.sarif" 2> /dev/null
cmp "$work/all.sarif" "$work/all-j4.sarif" || fault "-j 4 gives other bytes"

if [ -n "$validator" ]; then
    chmod u+x "$validator"
    for name in all clean missing empty mixed; do
        DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 "$validator" validate "$work/$name.sarif" \
            > "$work/$name.validation" 2>&1
        grep -q '^Done. 1 files scanned' "$work/$name.validation" || fault "$name: the validator did not run"
        if grep ': error ' "$work/$name.validation"; then
            fault "$name: the validator finds errors"
        fi
    done
fi
exit $((faults > 0))

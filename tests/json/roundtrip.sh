#!/bin/sh
# Source -> JSON -> source -> JSON is the same JSON: over all examples, the library's own files as
# parts of a plan, generated sources with all that may stand in a value, and plans in JSON whose texts
# hold every sign of the language. Each JSON fits the schemas. With `plans` as its argument: over the
# plans of the other tests and a large one.
. "$(dirname "$0")/../cli/lib.sh"
json=$root/tests/json
"$KHCT" schema >ra.schema.json
"$KHCT" schema --vao >vao.schema.json
: >files

# the plan without diagnostics: they may speak of the form of a source
plan() { jq -c 'del(.diagnostics)' "$1"; }

build() { "$KHCT" build -q -W no-error "$@" 2>"$err"; }

# round NAME FILE
round() {
    build -t json "$2" >"$1.json" || { fail "$1: to JSON"; return; }
    build -t khct "$1.json" >"$1.2.khct" || { fail "$1: from JSON"; return; }
    build -t json "$1.2.khct" >"$1.2.json" || { fail "$1: to JSON again"; return; }
    build -t khct "$1.2.json" >"$1.3.khct" || { fail "$1: from JSON again"; return; }
    build -t json --compact --vitri "$1.json" >"$1.4.json" || { fail "$1: JSON from JSON"; return; }
    if ! cmp -s "$1.json" "$1.2.json"; then
        plan "$1.json" >one
        plan "$1.2.json" >two
        same one two
    fi
    same "$1.2.khct" "$1.3.khct"
    ls "$1.json" "$1.4.json" >>files
}

if [ "${1:-}" = plans ]; then
    "$root/$GENERATE" 200000 3 >lon.khct
    for file in "$root"/tests/golden/*.khct lon.khct; do
        # plans with errors give no JSON
        if build -t json "$file" >thu.json; then
            round "$(basename "$file" .khct)" "$file"
        elif [ -s thu.json ]; then
            fail "$file: JSON in spite of errors"
        fi
    done
    [ "$(wc -l <files)" -gt 50 ] || fail 'few plans without errors'
    ok 'each output fits the schema' python3 "$json/validate.py" ra.schema.json $(cat files)
    build -t json --vitri "$root/examples/mam-non-mot-nam.khct" >cho.json
    build -t json "$root/examples/mam-non-mot-nam.khct" >chat.json
    # several at a time are the same as one by one
    mkdir ra
    ok 'several at a time' "$KHCT" build -q -W no-error -t json -j 2 -o ra "$root"/examples/*.khct
    for file in "$root"/examples/*.khct; do
        build -t json "$file" >mot.json
        same mot.json "ra/$(basename "$file" .khct).json"
    done
    # the diagnostics of all plans, of those with errors too, of none, of a JSON that does not fit
    echo '{"khct": "1.0", "la": 1}' >sai.json
    status 1 'remarks as JSON' "$KHCT" check --format json "$root"/tests/golden/*.khct khong-co.khct sai.json chat.json
    cp "$out" nhanxet.json
    ok 'the remarks fit their schema' python3 "$json/validate.py" "$root/docs/khct-check.schema.json" nhanxet.json
    ok 'the schemas refuse what they should' python3 "$json/strict.py" "$KHCT" ra.schema.json vao.schema.json \
        chat.json cho.json
    finish
fi

for file in "$root"/examples/*.khct "$root"/examples/*/ke-hoach.khct; do
    round "vi-du-$(basename "$file" .khct)" "$file"
done

# sources as writers leave them; some have errors
sources=0
for seed in $(seq 1 $((2 * ${SEEDS:-12}))); do
    python3 "$json/source.py" "$seed" >"nguon-$seed.khct"
    build -t json "nguon-$seed.khct" >thu.json || continue
    round "nguon-$seed" "nguon-$seed.khct"
    sources=$((sources + 1))
done
[ $((3 * sources)) -gt "${SEEDS:-12}" ] || fail "only $sources sources without errors"

# catalogues, templates and legal documents of one's own
head='truong < ten Trường A; cap thcs; captren UBND phường B; diadanh B; >
kehoach < so 1/KH-A; ngay 14/8/2023; trichyeu Cải tiến; namhoc 2023-2024; >'
for file in "$root"/stdlib/danhmuc/*.khct "$root"/stdlib/mau/*.khct "$root"/stdlib/vanban/*.khct; do
    name=thu-vien-$(basename "$file" .khct)
    { echo "$head"; cat "$file"; } >"$name.khct"
    round "$name" "$name.khct"
done

# words in, words out
for seed in $(seq 1 "${SEEDS:-12}"); do
    python3 "$json/generate.py" "$seed" >"sinh-$seed-vao.json"
    build -t khct "sinh-$seed-vao.json" >"sinh-$seed.khct" || { fail "seed $seed: from JSON"; continue; }
    round "sinh-$seed" "sinh-$seed.khct"
    ok "seed $seed: all that was given came back" python3 "$json/same.py" "sinh-$seed-vao.json" "sinh-$seed.json"
done
ok 'each output fits the schema' python3 "$json/validate.py" ra.schema.json $(cat files)
ok 'each output is an input' python3 "$json/validate.py" vao.schema.json vi-du-*.2.json sinh-*-vao.json
finish

#!/bin/sh
# The recipes of docs/recipes.md, run as they stand; the schema page; every example held against it.
. "$(dirname "$0")/lib.sh"
export LC_ALL=C.UTF-8

ln -s "$KHCT" khct
PATH=$work:$PATH
cp "$root/examples/pho-thong-tt57.khct" plan.khct
awk -v dir="$work" '
/^```sh/ { n++; file = sprintf("%s/recipe%d", dir, n); on = 1; next }
/^```$/ && !on { file = sprintf("%s/want%d", dir, n); on = 1; next }
/^```/ { on = 0; next }
on { print > file }' "$root/docs/recipes.md"
n=0
for recipe in recipe?; do
    n=$((n + 1))
    ok "$recipe" sh "$recipe"
    if [ -e "want$n" ]; then same "$out" "want$n"; fi
done
[ $n = 7 ] || fail "7 recipes expected, $n found"
[ "$(head -c 3 plan.csv | od -An -tx1 | tr -d ' ')" != efbbbf ] || fail "a mark without --bom"

ok "the schema" "$KHCT" schema
same "$out" "$root/docs/khct.schema.json"
cat > validate.py <<'P'
import json, sys
from jsonschema import Draft202012Validator
validator = Draft202012Validator(json.load(open(sys.argv[1], encoding="utf-8")))
for path in sys.argv[2:]:
    for error in list(validator.iter_errors(json.load(open(path, encoding="utf-8"))))[:3]:
        print(path, list(error.absolute_path), error.message[:200])
        sys.exit(1)
P
for plan in "$root"/examples/*.khct "$root"/examples/hai-tep/ke-hoach.khct; do
    name=$(basename "$plan" .khct)
    ok "$name as JSON" "$KHCT" build -q -t json -o "$name.json" "$plan"
    ok "$name with places" "$KHCT" build -q -t json --vitri --compact -o "$name.vitri.json" "$plan"
    ok "$name back" "$KHCT" build -q -t khct -o "$name.back.khct" "$name.json"
    ok "$name as JSON again" "$KHCT" build -q -t json -o "$name.again.json" "$name.back.khct"
    jq 'del(.diagnostics)' "$name.json" > one
    jq 'del(.diagnostics)' "$name.again.json" > two
    same one two
done
ok "held against the schema" /usr/bin/python3 validate.py "$root/docs/khct.schema.json" ./*.json
finish

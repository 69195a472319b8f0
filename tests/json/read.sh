#!/bin/sh
# JSON that does not fit is told with its path; nothing that is read crashes.
. "$(dirname "$0")/../cli/lib.sh"

# wrong JSON TEXT [LINE:COLUMN]: exit status 1, KH8008, the text in the message, the place
wrong() {
    printf '%s' "$1" >sai.json
    status 1 "$1" "$KHCT" check --lang en sai.json
    says KH8008
    says "$2"
    [ -z "${3:-}" ] || says " --> sai.json:$3"
}

wrong '' 'ends too early'
wrong '{' 'ends too early' 1:1
wrong '{"khct": "1.0", "truong": {"ten": "A"},}' 'none after the last' 1:40
wrong "{'khct': '1.0'}" 'keys and strings stand in' 1:2
wrong '{"khct": "1.0"} {}' 'just one object' 1:17
wrong '{"khct": "1.0", "truong": {"ten": "\ud800"}}' '`\uD800` is half a character'
wrong '{"khct": "1.0", "truong": {"ten": "a\u0000"}}' 'NUL'
wrong '{"khct": "1.0", "a\u0000b": 1}' 'NUL'
wrong '{"khct": "1.0", "truong": {"ten": "a
b"}}' 'control character'
wrong "$(printf '{"khct": "1.0",\n"truong": {"ten": "a\377"}}')" 'must be UTF-8' 2:21
wrong '{"khct": "1.0", "tieuchi": [{"ma": "1.7", "muc": 99999999999999999999}]}' 'too large' 1:50
long=$(printf %0300d 0 | tr 0 9)
wrong '{"khct": "1.0", "tieuchi": [{"ma": "1.7", "muc": '"$long"'}]}' "the number \`$long\` is too large" 1:50
wrong '5' 'keys and strings'
wrong '[]' 'an object' 1:1
wrong '{}' 'the key `khct` is needed'
wrong '{"khct": "2.0"}' 'with the value "1.1"'
wrong '{"khct": "1.0", "khct": "1.0"}' 'the key `"khct"` stands twice'
wrong '{"khct": "1.0", "truongg": {}}' 'there is no key `truongg`' 1:17
wrong '{"khct": "1.0", "truong": {"tenn": "A"}}' 'at `/truong` there is no key `tenn`' 1:28
wrong '{"khct": "1.0", "truong": {"ten": 5}}' '`/truong/ten`' 1:35
wrong '{"khct": "1.0", "truong": {"ten": ""}}' '`/truong/ten` has no words'
wrong '{"khct": "1.0", "truong": {"ten": "A\u0007"}}' '`/truong/ten` has a control character'
wrong '{"khct": "1.0", "truong": []}' 'an object'
wrong '{"khct": "1.0", "tieuchi": {}}' '`/tieuchi` a list'
wrong '{"khct": "1.0", "tieuchi": [{}]}' 'at `/tieuchi/0` the key `ma` is missing'
wrong '{"khct": "1.0", "tieuchi": [{"ma": "1,7"}]}' '`/tieuchi/0/ma` the number of a criterion'
wrong '{"khct": "1.0", "tieuchi": [{"ma": "1.7", "muc": -1}]}' '`/tieuchi/0/muc` a whole number'
wrong '{"khct": "1.0", "phan": [{"ten": "A", "cacmuc": [{"doan": ["x, \"]}", {"gach": " "}]}]}],
 "tieuchi": [{}]}' '`/phan/0/cacmuc/0/doan/1/gach` has no words' 1:80
wrong "$(printf '\357\273\277{"khct": "1.0",\n "tieuchi": [{"ma": "1.1"}, {"ma": "1.7", "muc": 2.5}]}')" '`/tieuchi/1/muc`' 2:50
wrong '{"khct": "1.0", "tieuchi": [{"ma": "1.7", "muc": 2.5}]}' '`/tieuchi/0/muc` a whole number'
wrong '{"khct": "1.0", "tieuchi": [{"ma": "1.7", "duytri": 1}]}' '`/tieuchi/0/duytri` true or false'
wrong '{"khct": "1.0", "tieuchi": [{"ma": "1.7", "ten": "Mức 3 tốt"}]}' '`/tieuchi/0/ten` begins like a level'
wrong '{"khct": "1.0", "tieuchi": [{"ma": "1.7", "giaiphap": "A"}]}' '`/tieuchi/0/giaiphap` a list'
wrong '{"khct": "1.0", "tieuchi": [{"ma": "1.7", "thoigian": {"tu": "2023-09-01"}}]}' 'the key `van` is missing'
wrong '{"khct": "1.0", "phan": [{"ten": "A", "cacmuc": [{"doan": "x", "gach": "y"}]}]}' 'just one key'
wrong '{"khct": "1.0", "vaitro": [{"ma": "A B", "van": "x"}]}' '`/vaitro/0/ma` an ID'
wrong '{"khct": "1.0", "chophep": [{"ma": "KH7004", "van": "tiêu chí 1.1"}]}' 'begins like a criterion'
wrong '{"khct": "1.0", "dung": [{"tep": "x"}]}' 'there is no key `tep`'

# what does fit, from standard input too
printf '{"khct": "1.0", "truong": {"ten": "Trường A; B"}}' >dung.json
"$KHCT" build -q -t khct --from json - <dung.json >out.khct 2>"$err" || fail 'from standard input'
grep -qxF '  ten Trường A; B;' out.khct || fail 'standard input as source'
printf '\357\273\277{"khct": "1.0", "truong": {"ten": "T"}}' >bom.json
ok 'a byte-order mark is skipped' "$KHCT" check -q bom.json
# a plan with an error of its own: the source is written, with it
printf '{"khct": "1.0", "truong": {"ten": "T", "cap": ["thcs", "Bạn"]}}' >sai.json
status 1 'a plan with an error' "$KHCT" build -q -t khct sai.json
says -o 'cap thcs, Bạn;'
status 1 'but no other form' "$KHCT" build -q -t json -o sai.ra.json sai.json
[ ! -e sai.ra.json ] || fail 'JSON in spite of an error'
# a string of which the language would drop a sign
for title in '- Giữ' '+ 5 lớp' '-' ':'; do
    printf '{"khct": "1.0", "viec": [{"ten": "%s"}]}' "$title" >dau.json
    status 1 "title $title" "$KHCT" check dau.json
    says '`/viec/0/ten`'
done
for rank in '"x"' 1.5; do
    printf '{"khct": "1.0", "viec": [{"ten": "A", "tt": %s}]}' "$rank" >tt.json
    status 1 "tt $rank" "$KHCT" check tt.json
    says '`/viec/0/tt`'
done
mkdir ra
ok 'into a directory' "$KHCT" build -q -t khct -o ra dung.json
[ -f ra/dung.khct ] || fail 'name of the output'

# depth and size
python3 -c 'print("{\"khct\": \"1.0\", \"phan\": " + "[" * 100000 + "]" * 100000 + "}")' >sau.json
status 1 'deep lists' "$KHCT" check sau.json
python3 - <<'END' >long.json
import json
items = [{"doan": "x"}]
for _ in range(300):
    items = [{"mucnho": {"ten": "A", "cacmuc": items}}]
json.dump({"khct": "1.0", "phan": [{"ten": "mucdich", "cacmuc": items}]}, open("long.json", "w"))
END
status 1 'deep blocks' "$KHCT" check long.json
says KH9001

# whatever is done to a plan in JSON, it is read or refused
"$KHCT" build -q -t json "$root/examples/pho-thong-tt57.khct" >goc.json 2>"$err"
cat >hong.py <<'END'
import json, random, subprocess, sys
khct, source = sys.argv[1:3]
data = open(source, "rb").read()
plan = json.loads(data)
VALUES = [None, True, 0, -1, 1e300, "", "x", "\u0000", [], {}, [None], {"van": None}, {"van": []}, "1.7", 10**17]
def places(value, at=()):
    yield at
    for key, below in (value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()):
        yield from places(below, at + (key,))
bad = 0
for seed in range(120):
    r = random.Random(seed)
    if seed % 2:
        bytes_ = bytearray(data)
        for _ in range(3):
            at = r.randrange(len(bytes_))
            bytes_[at:at + r.randrange(40)] = bytes(r.randrange(256) for _ in range(r.randrange(4)))
        text = bytes(bytes_)
    else:
        copy = json.loads(data)
        copy.pop("suyra"), copy.pop("diagnostics")
        at = r.choice([p for p in places(copy) if p])
        inner = copy
        for key in at[:-1]:
            inner = inner[key]
        inner[at[-1]] = r.choice(VALUES)
        text = json.dumps(copy).encode()
    done = subprocess.run([khct, "build", "-q", "-t", "json", "--from", "json", "-"], input=text, capture_output=True)
    if done.returncode not in (0, 1):
        bad += 1
        print(seed, done.returncode, done.stderr[:300])
sys.exit(bad > 0)
END
# what nobody sees beside a blank, a sign or the end is white space; within a word it stays
printf '{"khct": "1.0", "truong": {"ten": "\\u00ad Trường\\u200b Suối \\ufeff;\\u3000", "diachi": "Su\\u00adối"}}' >khuat.json
ok 'unseen characters' "$KHCT" build -q -W no-error -t json --compact -o khuat.ra.json khuat.json
[ "$(jq -c '[.truong.ten, .truong.diachi]' khuat.ra.json)" = "$(printf '["Trường Suối ;","Su\302\255ối"]')" ] ||
    fail "unseen characters: $(jq -c .truong khuat.ra.json)"
ok 'damaged JSON' python3 hong.py "$KHCT" goc.json
finish

#!/bin/sh
# What stands in a plan or a name is shown on a terminal, and obeyed by nobody; a patch has the lines of one file.
. "$(dirname "$0")/lib.sh"
export LC_ALL=C.UTF-8 NO_COLOR=1
esc=$(printf '\033')
name="a${esc}]0;b
--- c
+++ d
.khct"
# a sign that a terminal obeys, in both forms, and one that turns the direction
printf 'truong <\n  ten T%s[2J\302\2331m\342\200\256\302;\n  cap  thcs\n  captren UBND xã;\n>\nkehoach < namhoc 2023-2024; >\n' "$esc" > "$name"
printf 'truong <\n  ten T\n  cap  thcs;\n>\n' > "clean$name"
if script -qec true /dev/null >/dev/null 2>&1; then
    shows() { # WHAT COMMAND: nothing that is obeyed comes out; the file is $name or clean$name
        what=$1
        name="$name" script -qec "$2 2>&1" /dev/null > screen < /dev/null
        if LC_ALL=C grep -q "$esc\|$(printf '\302[\200-\237]')\|$(printf '\342\200\256')" screen; then fail "$what: a terminal would obey"; else passed=$((passed + 1)); fi
        [ -s screen ] || fail "$what shows nothing"
    }
    for command in check fmt 'fmt --check' 'fix --diff' rate status 'report -t csv' 'report -t jsonl' 'build -t khct -W no-error' 'build -t latex' 'fmt -i'; do
        shows "$command" "'$KHCT' $command \"\$name\""
        shows "$command, of a clean plan" "'$KHCT' $command \"clean\$name\""
    done
    printf 'vaitro TT T\341\273\225 trư\341\273\237ng \342\200\242 x;\n' > letters.khct
    script -qec "'$KHCT' fmt letters.khct" /dev/null | tr -d '\r' > screen
    same screen letters.khct
fi
printf 'truong   <\n  ten T; cap thcs;\n>\n' > "loose$name"
status 1 "the names that fmt would change" "$KHCT" fmt --check "loose$name"
[ "$(wc -l < "$out")" = 1 ] || fail "a name of several lines: $(cat "$out")"
LC_ALL=C grep -q "$esc" "$out" && fail "a name that a terminal obeys"
ok "a patch" "$KHCT" fix --diff "clean$name"
[ "$(grep -c '^---' "$out")" = 1 ] && [ "$(grep -c '^+++' "$out")" = 1 ] || fail "a patch of several files"
says -o '\012--- c'
if command -v patch >/dev/null; then
    mkdir other
    cp "clean$name" other
    "$KHCT" fix -q "clean$name"
    (cd other && patch -s -p0 < "$out") || fail "the patch does not apply"
    same "clean$name" "other/clean$name"
fi
finish

#!/bin/sh
# The documented limits, on both sides (docs/limits.md).
. "$(dirname "$0")/lib.sh"
export LC_ALL=C

nested() { # DEPTH: that many blocks inside each other
    echo 'phan A <'
    i=1
    while [ $i -lt "$1" ]; do echo 'mucnho B <'; i=$((i + 1)); done
    echo 'doan C;'
    i=0
    while [ $i -lt "$1" ]; do echo '>'; i=$((i + 1)); done
}
nested 100 > deep100.khct
ok "100 blocks deep" "$KHCT" check deep100.khct
nested 101 > deep101.khct
status 1 "101 blocks deep" "$KHCT" check deep101.khct
says KH9001
says 'deep101.khct:101:1'
[ "$(grep -c 'KH' "$err")" = 1 ] || fail "one message expected"
yes 'phan A <' | head -n 1000000 > deep.khct
status 1 "a million blocks opened" "$KHCT" check deep.khct
yes 'mucnho A <' | head -n 200000 | sed '1s/.*/phan A </' > deep2.khct
status 1 "two hundred thousand blocks, one in the other" "$KHCT" check deep2.khct
says KH9001

chain() { # N files, each using the next
    rm -rf chain
    mkdir chain
    i=1
    while [ $i -lt "$1" ]; do echo "dung \"f$((i + 1)).khct\";" > chain/f$i.khct; i=$((i + 1)); done
    echo '# cuối' > "chain/f$1.khct"
}
chain 1000
ok "1000 files" "$KHCT" check chain/f1.khct
chain 1001
status 1 "1001 files" "$KHCT" check chain/f1.khct
says KH9002

yes '>' | head -n 1500 > many.khct
status 1 "1500 mistakes" "$KHCT" check many.khct
says 'và 500 lỗi'
[ "$(grep -c KH1004 "$err")" = 1000 ] || fail "1000 messages expected"

head -c 67108864 /dev/zero | tr '\0' '#' | sed 's/^#/# /' > large.khct
truncate -s 67108864 large.khct
ok "64 MiB" "$KHCT" check large.khct
printf '#' >> large.khct
status 1 "one byte more" "$KHCT" check large.khct
says KH8004
rm -f large.khct

printf 'truong < ten %0200000d; >\n' 0 > line.khct
ok "a line of 200,000 characters" "$KHCT" check line.khct
printf 'truong < ten %0200000d\n' 0 > line.khct
status 1 "a mistake at the end of such a line" "$KHCT" check line.khct
[ "$(wc -c < "$err")" -lt 5000 ] || fail "the line is not cut in the message"
says '…'

# roles that gather each other in a chain as long as the plan: no recursion as deep
roles() { # N LAST: N roles, each gathering the next; the last one gathers LAST
    awk -v n="$1" -v last="$2" 'BEGIN {
        for (i = 1; i <= n; i++)
            printf "vaitro R%d Vai tr\303\262 %d%s;\n", i, i, i < n ? " gom R" i + 1 : last }'
}
roles 200000 "" > roles.khct
ok "a chain of 200,000 roles" "$KHCT" check -q roles.khct
roles 200000 " gom R1" > circle.khct
status 1 "a circle of 200,000 roles" "$KHCT" check -q circle.khct
says KH5003
[ "$(grep -c KH5003 "$err")" = 1 ] || fail "one message expected"

# catalogues and templates of one's own
catalogue() { # CRITERIA STANDARDS ITEMS RULES
    awk -v c="$1" -v s="$2" -v k="$3" -v r="$4" 'BEGIN {
        print "dung danhmuc d;\ndanhmuc d < ten D; tieuchuan 1 A <"
        for (i = 1; i <= c; i++) printf "tieuchi 1.%d B < muc 1 < a C; > >\n", i
        print ">"
        for (i = 2; i <= s; i++) printf "tieuchuan %d A < >\n", i
        for (i = 1; i <= k; i++) printf "khoan %d D < >\n", i
        for (i = 1; i <= r; i++) print "xepmuc 1 < tatca muc 1; >"
        print ">" }' > catalogue.khct
}
template() { # SECTIONS
    awk -v n="$1" 'BEGIN {
        print "dung mau m;\nmau m < ten M;"
        for (i = 1; i <= n; i++) printf "phan p%d Phan %d < >\n", i, i
        print ">" }' > template.khct
}
catalogue 300 100 100 20
ok "a catalogue of the largest size" "$KHCT" check -q catalogue.khct
for n in "301 100 100 20" "300 101 100 20" "300 100 101 20" "300 100 100 21"; do
    catalogue $n
    status 1 "one more: $n" "$KHCT" check -q catalogue.khct
    [ "$(grep -c KH9002 "$err")" = 1 ] || fail "one message expected"
done
catalogue 5000 100 100 20
status 1 "many more" "$KHCT" check -q catalogue.khct
[ "$(grep -c KH9002 "$err")" = 1 ] || fail "one message expected"
template 100
ok "a template of the largest size" "$KHCT" check -q template.khct
template 101
status 1 "one section more" "$KHCT" check -q template.khct
says KH9002

status 2 "-j 257" "$KHCT" check -j 257 line.khct
finish

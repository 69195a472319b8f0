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

yes '>' | head -n 1000 > many.khct
status 1 "1000 mistakes" "$KHCT" check many.khct
says_not 'nhận xét nữa'
yes '>' | head -n 1500 > many.khct
status 1 "1500 mistakes" "$KHCT" check many.khct
says 'và 500 lỗi'
[ "$(grep -c KH1004 "$err")" = 1000 ] || fail "1000 messages expected"

{ printf 'vaitro ABC Tổ A;\n# '; head -c 67108864 /dev/zero | tr '\0' '#'; } > large.khct
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

plan_of() { # FIELD N WORDS LAST: a task whose field says WORDS N times and then LAST
    printf 'dung danhmuc tt18_2018;\ntieuchi 1.1 muc 2 <\ngiaiphap A;\n%s ' "$1"
    yes "$3" | head -n "$2" | tr -d '\n'
    printf '%s;\n>\n' "$4"
}
words() { # FIELD WITHIN PAST WORDS LAST CODE
    plan_of "$1" "$2" "$4" "$5" > words.khct
    ok "$1 within 4,000 words" "$KHCT" check words.khct
    says_not "$6"
    plan_of "$1" "$3" "$4" "$5" > words.khct
    ok "$1 past 4,000 words" "$KHCT" check words.khct
    says "$6"
}
words kinhphi 1332 1333 '1 triệu + ' '1 triệu' KH5004
words thoigian 799 1001 '9/2023, ' '9/2023' KH4008

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

# amounts, years, levels of a catalogue
one() { # YEAR AMOUNT
    printf 'dung danhmuc tt18_2018;\nkehoach < ngay 14/8/%s; >\ntieuchi 1.1 muc 3 < giaiphap A; kinhphi %s đồng; >\n' "$1" "$2" > one.khct
}
one 2023 1000000000000000
ok "10^15 đồng" "$KHCT" check -q -W no-error one.khct
says_not KH5005
one 2023 1000000000000001
ok "one đồng more" "$KHCT" check -W no-error one.khct
says 'one.khct:3:41'
says KH5005
for year in 1900 2199; do
    one $year 1
    "$KHCT" check one.khct > "$out" 2> "$err"
    says_not KH4009
done
for year in 1899 2200; do
    one $year 1
    status 1 "the year $year" "$KHCT" check -q one.khct
    says KH4009
    says 'one.khct:2:16'
done
levels() { # N
    awk -v n="$1" 'BEGIN {
        print "dung danhmuc d;\ndanhmuc d < ten D; tieuchuan 1 A < tieuchi 1.1 B <"
        for (i = 1; i <= n; i++) print "muc " i " < a C; >"
        print "> > >" }' > levels.khct
}
levels 20
ok "20 levels" "$KHCT" check -q levels.khct
cp levels.khct levels20.khct
levels 21
status 1 "21 levels" "$KHCT" check -q levels.khct
says KH2010
says 'levels.khct:23:5'

# what has no limit: names of any length, any number of what a plan declares and cites
letters() { # N: the letter ề, N times
    awk -v n="$1" 'BEGIN { for (i = 0; i < n; i++) printf "\341\273\201" }'
}
long=$(letters 33333)
big() { # WHAT CONTENT: a plan with it is well, in each form, and formatting keeps it
    printf '%s\n' 'dung danhmuc tt18_2018;' 'truong < ten Trường THCS A; cap thcs; >' \
        'kehoach < ngay 14/8/2023; namhoc 2023-2024; >' "$2" > big.khct
    ok "$1, check" "$KHCT" check -q big.khct
    for form in html latex json csv khct; do
        ok "$1, $form" "$KHCT" build -q -W no-error -t $form -o big.out big.khct
    done
    ok "$1, fmt" "$KHCT" fmt big.khct
}
many() { # FORMAT: 10,000 lines, %d is the number
    awk -v f="$1\n" 'BEGIN { for (i = 1; i <= 10000; i++) { line = f; gsub(/%d/, i, line); printf "%s", line } }'
}
big "a role's code of 100 kB" "vaitro R$long Vai trò; tieuchi 1.1 muc 3 < giaiphap A; chutri R$long; >"
big "a role's name of 100 kB" "vaitro R Vai trò $long; tieuchi 1.1 muc 3 < giaiphap A; chutri R; >"
big "an abbreviation of 100 kB" "viettat V$long Viết tắt; phan A < doan Dùng V$long; >"
big "its words of 100 kB" "viettat VX Viết tắt $long; phan A < doan Dùng VX; >"
big "a person's name of 100 kB" "tieuchi 1.1 muc 3 < giaiphap A; chutri Nguyễn Văn $long; >"
big "a section's name of 100 kB" "phan A$long < doan B; >"
big "a task of 100 kB" "tieuchi 1.1 muc 3 < giaiphap A $long; >"
big "an identifier of 100 kB" "vanban v$long < so 7/2022/TT-BGDĐT; ngay 1/1/2022; >"
big "10,000 roles" "$(many 'vaitro R%d Vai trò số %d;')"
big "10,000 abbreviations" "$(many 'viettat V%d Viết tắt số %d;')"
big "10,000 people" "tieuchi 1.1 muc 3 < giaiphap A; chutri $(many 'Nguyễn Văn A%d,')Trần B; >"
big "10,000 tasks" "tieuchi 1.1 muc 3 < giaiphap A; $(many 'viec Việc số %d < chutri Hiệu trưởng; >') >"
big "10,000 documents cited" "cancu < $(many 'vanban %d/QĐ-UBND ngày 1/1/2022;') >"
big "10,000 documents declared" "$(many 'vanban v%d < so %d/2022/TT-BGDĐT; ngay 1/1/2022; >')"
big "10,000 recipients" "noinhan < $(many 'noi Nơi %d;') >"
big "10,000 sections" "$(many 'phan Phần P%d < doan A; >')"
"$KHCT" build -q -W no-error -t html -o - big.khct > "$out"
says -o 'MMMCMXCIX' # as long as they are short, numbers are Roman
says -o '>4000. Phần P4000<'

# what a message quotes: 300 characters, then "…"; in text, JSON and SARIF, quoted or in a list
quoted() { # N, and more of the word
    printf 'dung danhmuc tt18_2018;\nvaitro A%s%s A;\nvaitro A%s%s B;\n' "$(letters $1)" "$2" "$(letters $1)" "$2" > long.khct
}
whole=$(letters 299)
quoted 299 ""
for format in text json sarif; do
    status 1 "a name of 300 characters, $format" "$KHCT" check -q --format $format long.khct
    cat "$err" >> "$out"
    says -o "A$whole\`"
done
for more in "ề" "$(letters 30000)"; do
    quoted 299 "$more"
    for format in text json sarif; do
        status 1 "a name of more, $format" "$KHCT" check -q --format $format long.khct
        cat "$err" >> "$out"
        says -o "A$whole…\`"
        grep KH5002 "$out" | grep -q "$whole[^…\`]" && fail "quoted whole"
    done
done
# a letter and its marks stay together
quoted 298 "$(printf 'q\314\243\314\202')ab"
status 1 "a letter in three parts at the place of the cut" "$KHCT" check -q long.khct
says "A$(letters 298)…\`"
# 100 kB of each kind of word, in any message: nothing is as long, whatever the form
cat > words.khct <<P
dung danhmuc tt18_2018;
dung "$long.khct";
dung mau A$long;
truong < ten $long; cap $long; diadanh $long; khong$long $long; >
kehoach < so 14/$long; ngay $long; trichyeu $long; namhoc $long; >
vaitro R$long Vai trò gom R$long;
viettat V$long $long;
viettat V$long $long;
cancu < vanban Luật $long số 18/2018/TT-BGDĐT ngày $long của $long về $long; >
hientrang namhoc 2022-2023 < muc $long 1.1 - 5.6; diemmanh 9.9 $long; >
tieuchi 1.$(printf %0100000d 1) muc 9 < giaiphap B; >
tieuchi 1.1 muc $long < giaiphap $long; chutri $long; thoigian $long; kinhphi $long; kinhphi 9$long đồng; >
tieuchi 1.2 tên của tiêu chí $long < giaiphap H1-1.2-$long [H1-$long]; chutri A, , $long,; thoigian từ tháng $long đến; >
chophep KH3001 1.2 $long;
noinhan < noi $long; >
phan $long < doan $long; >
P
for format in text json sarif; do
    status 1 "100 kB of each word, $format" "$KHCT" check --format $format words.khct
    cat "$err" >> "$out"
    # what a fix writes into the file is no message
    # and the rules of SARIF, in its first line, are not of the plan
    sed 's/"fixes": *.*//; s/"criterion": *.*//; /^{"$schema"/d' "$out" > all
    [ "$(awk '{ if (length > n) n = length } END { print n + 0 }' all)" -lt 20000 ] || fail "a message as long as the plan, $format"
done
[ "$(grep -c '^{"ruleId"' "$out")" -gt 12 ] || fail "fewer messages than meant"
status 2 "an option of 100 kB" "$KHCT" check "--$long"
[ "$(wc -c < "$err")" -lt 2000 ] || fail "the option is not cut"
says '…`'
# marks have no width: a line of them is cut too
{ printf 'truong < ten A'; awk 'BEGIN { for (i = 0; i < 50000; i++) printf "\314\243" }'; echo; } > line.khct
status 1 "50,000 marks" "$KHCT" check line.khct
[ "$(wc -c < "$err")" -lt 5000 ] || fail "the line is not cut in the message"

ok "-j 256" "$KHCT" check -q -j 256 levels20.khct levels20.khct
status 2 "-j 257" "$KHCT" check -j 257 line.khct
finish

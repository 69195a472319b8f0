#!/bin/sh
# The command line: help, wrong use, files that cannot be read, exit status.
. "$(dirname "$0")/lib.sh"
export LC_ALL=C

ok "help" "$KHCT" --help
says -o build
ok "version" "$KHCT" --version
# every option of a command stands in its help, and what it refuses it refuses with the good values
commands=$("$KHCT" --help --lang en | sed -n 's/^  \([a-z][a-z-]*\)  .*/\1/p')
[ "$(echo "$commands" | wc -w)" -ge 13 ] || fail "commands in the help: $commands"
for command in $commands; do
    for lang in vi en; do
        ok "help of $command" "$KHCT" $command --help --lang $lang
        says -o "khct $command ["
        says -o "--lang vi|en"
        says -o "  -W "
    done
    cp "$out" "help.$command"
    status 2 "an option that $command does not have" "$KHCT" $command --lang en --nothing
    says '`--nothing`'
    says "See: khct $command --help"
    status 2 "a language that there is none of" "$KHCT" $command --lang=xx
    says 'vi, en'
    status 2 "a day that there is none of" "$KHCT" $command --lang en --on 31/02/2026
    says '2026-11-22 or 22/11/2026'
    if ! grep -q -e --format "help.$command"; then
        status 2 "$command refuses --format" "$KHCT" $command --lang en --format json
        says 'does not have the option `--format`'
    fi
done
status 2 "an unknown --format" "$KHCT" check --lang en --format xml x
says 'the option `--format` does not take the value `xml`; good values: text, json, sarif, junit'
status 2 "an unknown -t" "$KHCT" build --lang vi -t doc x
says 'html, pdf, docx'
status 2 "an unknown form of a report" "$KHCT" report -t doc x
says 'html, csv, jsonl'
status 2 "an unknown template" "$KHCT" new --lang en --cap thcs --mau nothing x.khct
says 'cv5932, '
status 2 "an unknown type of school" "$KHCT" new --lang en --cap nothing x.khct
says 'mamnon, tieuhoc'
echo 'kehoach < trichyeu A; namhoc 2023-2024; >' > moi-dang.khct
for form in $(sed -n 's/^  -t \([a-z|]*\).*/\1/p' help.build | tr '|' ' '); do
    [ $form = all ] || [ $form = pdf ] || ok "-t $form" "$KHCT" build -q -W no-error -t $form -o moi-dang.out moi-dang.khct
done
for form in $(sed -n 's/^  -t \([a-z|]*\).*/\1/p' help.report | tr '|' ' '); do
    ok "report -t $form" "$KHCT" report -q -t $form moi-dang.khct
done
status 2 "no command" "$KHCT"
status 2 "unknown command" "$KHCT" nothing
says nothing
status 2 "unknown option" "$KHCT" check --nothing x
status 2 "no file" "$KHCT" check
status 2 "unknown code of -W" "$KHCT" check -W KH9999 x
status 2 "a day that is none" "$KHCT" check --on 31/02/2026 x

: > empty.khct
status 1 "an empty file" "$KHCT" check empty.khct
status 1 "a file that is not there" "$KHCT" check nothing.khct
says KH8001
mkdir folder
status 1 "a directory" "$KHCT" fmt folder
says KH8007
if [ "$(id -u)" != 0 ]; then
    : > closed.khct
    chmod 000 closed.khct
    status 3 "an unreadable file" "$KHCT" check closed.khct
    says KH8005
fi
truncate -s 70M large.khct
status 1 "a file past the limit" "$KHCT" check large.khct
says KH8004
rm large.khct

printf 'truong <\n  ten A\377B;\n>\n' > utf8.khct
status 1 "invalid UTF-8" "$KHCT" check utf8.khct
says 'KH0001'
says 'utf8.khct:2:8'
printf 'truong <\n  ten A\000B;\n>\n' > nul.khct
status 1 "NUL" "$KHCT" check nul.khct
says 'KH0002'

# English and Vietnamese, the same places
printf 'truong <\n  ten A\n  cap thcs;\n>\n' > semicolon.khct
status 1 "Vietnamese" "$KHCT" check semicolon.khct
says 'lỗi[KH1001]'
status 1 "English" "$KHCT" check --lang en semicolon.khct
says 'error[KH1001]'
says 'semicolon.khct:2:8'

# dung: inside the project only
mkdir -p project/sub outside
echo 'vaitro ABC Tổ A;' > outside/roles.khct
echo 'vaitro ABD Tổ B;' > project/roles.khct
mkdir project/.git
echo 'dung "../roles.khct";' > project/sub/a.khct
ok "up, but inside the project" "$KHCT" check project/sub/a.khct
echo 'dung "../../outside/roles.khct";' > project/sub/b.khct
status 1 "out of the project" "$KHCT" check project/sub/b.khct
says KH8003
ln -s ../../outside/roles.khct project/sub/link.khct
echo 'dung "link.khct";' > project/sub/c.khct
status 1 "a link out of the project" "$KHCT" check project/sub/c.khct
says KH8003
echo "dung \"$work/outside/roles.khct\";" > project/sub/d.khct
status 1 "an absolute path" "$KHCT" check project/sub/d.khct
says KH8003
echo 'dung "f.khct";' > project/sub/e.khct
echo 'dung "e.khct";' > project/sub/f.khct
status 1 "a cycle" "$KHCT" check project/sub/e.khct
says KH8002
says 'f.khct:1:6'
echo 'dung "nothing.khct";' > project/sub/g.khct
status 1 "a used file that is not there" "$KHCT" check project/sub/g.khct
says KH8001
says 'g.khct:1:6'

# several at a time: the same bytes in the same order
for i in 1 2 3 4 5 6 7 8 9; do
    printf 'truong <\n  ten Trường %s\n  cap thcs;\n>\n' $i > many$i.khct
done
status 1 "one at a time" "$KHCT" check many?.khct
cp "$err" one
status 1 "four at a time" "$KHCT" check -j4 many?.khct
same one "$err"
finish

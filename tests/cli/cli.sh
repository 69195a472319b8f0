#!/bin/sh
# The command line: help, wrong use, files that cannot be read, exit status.
. "$(dirname "$0")/lib.sh"
export LC_ALL=C

ok "help" "$KHCT" --help
says -o build
ok "version" "$KHCT" --version
for command in check build new danhmuc; do
    ok "help of $command" "$KHCT" $command --help
    says -o "khct $command"
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
status 1 "a directory" "$KHCT" check folder
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

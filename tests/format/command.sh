#!/bin/sh
# khct fmt and khct fix as commands: where the result goes, and the exit status.
#   command.sh KHCT
set -eu
khct=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
count=0

# is NAME STATUS COMMAND...: runs it, with output to files, and looks at the status
is() {
    name=$1 wanted=$2
    shift 2
    status=0
    "$@" > out 2> err || status=$?
    if [ "$status" != "$wanted" ]; then
        echo "$name: status $status, not $wanted"
        cat err
        exit 1
    fi
    count=$((count + 1))
}

same() {
    cmp "$1" "$2" || { echo "$name: $1 differs from $2"; exit 1; }
}

printf 'truong < ten A; >\nphan   B <\n doan C;\n>\n' > a.khct
printf 'truong < ten A; >\nphan B <\n  doan  C;\n>\n' > formatted
printf 'trường < tên A; >\nphần B <\n  đoạn  C;\n>\n' > marked
printf 'truong <\n  ten A\n  cap thcs;\n>\n' > broken.khct
cp a.khct before

is 'to standard output' 0 "$khct" fmt a.khct
same out formatted
same a.khct before
is 'from standard input' 0 sh -c "'$khct' fmt - < a.khct"
same out formatted
is 'with marks' 0 "$khct" fmt --codau a.khct
same out marked
is 'check: would change' 1 "$khct" fmt --check a.khct
echo a.khct > names
same out names
chmod 640 a.khct
ln -s a.khct link.khct
is 'in place, through a link' 0 "$khct" fmt -i link.khct
same a.khct formatted
[ -L link.khct ] && [ "$(stat -c %a a.khct)" = 640 ] || { echo 'link or mode lost'; exit 1; }
is 'check: nothing to change' 0 "$khct" fmt --check a.khct
is 'fields in order' 0 sh -c "printf 'truong <\n  cap thcs;\n  ten A;\n>\n' | '$khct' fmt --sapxep -"
printf 'truong <\n  ten  A;\n  cap  thcs;\n>\n' > sorted
same out sorted
is 'a broken declaration stays' 1 "$khct" fmt broken.khct
same out broken.khct
is 'no such file' 1 "$khct" fmt nothing.khct
is 'a directory' 1 "$khct" fmt .
is 'no file' 2 "$khct" fmt
is 'no such option' 2 "$khct" fmt --nothing a.khct

printf 'truong <\n  ten A;\n  cap thcs;\n>\n' > mended
cp broken.khct before
is 'show fixes' 0 "$khct" fix --diff broken.khct
same broken.khct before
grep -q '^-  ten A$' out && grep -q '^+  ten A;$' out || { echo 'no diff'; exit 1; }
is 'fix from standard input' 0 sh -c "'$khct' fix - < broken.khct"
same out mended
is 'fix in place' 0 "$khct" fix -q broken.khct
same broken.khct mended
is 'nothing to fix' 0 "$khct" fix broken.khct
[ -s err ] && { echo 'says something where nothing was fixed'; exit 1; }
is 'fix of no such file' 1 "$khct" fix nothing.khct
is 'fix of no file' 2 "$khct" fix
echo "fmt and fix: $count uses as they must be"

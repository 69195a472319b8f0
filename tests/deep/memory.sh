#!/bin/sh
# Every command, and the units, under valgrind's memcheck: memory.sh KHCT UNIT-TEST...
set -u
khct=$(realpath "$1")
shift
units=$(realpath "$@")
root=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
passed=0 failed=0

# held WHAT COMMAND...: no wrong access, no value that was never set, no leak
held() {
    what=$1
    shift
    valgrind --quiet --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite,indirect,possible \
        --log-file=log "$@" > out 2> err < /dev/null
    if [ $? = 99 ] || [ -s log ]; then
        failed=$((failed + 1))
        echo "FAIL: $what"
        head -n 12 log
    else
        passed=$((passed + 1))
    fi
}

for file in "$root"/examples/*.khct "$root"/tests/golden/real-*.khct "$root"/tests/golden/kh[0158]*.khct; do
    name=$(basename "$file" .khct)
    held "check $name" "$khct" check "$file"
    case $file in "$root"/tests/golden/kh*) continue ;; esac
    for form in html json latex csv khct; do
        held "$form of $name" "$khct" build -q -W no-error -t $form -o "$name.$form" "$file"
    done
    held "fmt $name" "$khct" fmt --sapxep --codau "$file"
    held "fix $name" "$khct" fix --diff "$file"
    held "rate $name" "$khct" rate "$file"
    held "status $name" "$khct" status --on 1/3/2024 "$file"
    [ -f "$name.json" ] && cp "$name.json" "in-$name.json" && held "$name from JSON" "$khct" check "in-$name.json"
done
set -- "$root"/examples/*.khct
held "diff" "$khct" diff "$1" "$2"
held "report" "$khct" report "$root/examples"
held "sarif" "$khct" check --format sarif -j2 "$@"
held "danhmuc" "$khct" danhmuc tt18_2018 1.7
held "explain" "$khct" explain KH2003
held "schema" "$khct" schema
held "new" "$khct" new --cap thcs -
held "pdf" "$khct" build -q -t pdf -o plan.pdf "$root/examples/mam-non-mot-nam.khct"
cd "$root" || exit 1
for unit in $units; do held "$(basename "$unit")" "$unit"; done
echo "memory: $passed passed, $failed failed"
[ $failed = 0 ]

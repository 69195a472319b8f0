# Helpers for tests of the whole program. Each test file sources this; KHCT names the program.
# `ok WHAT COMMAND...` expects success, `status N WHAT COMMAND...` an exit status; output and errors
# of the last command are in $out and $err.
: "${KHCT:=build/khct}"
KHCT=$(realpath "$KHCT")
root=$(realpath "$(dirname "$0")/../..")
work=$(mktemp -d)
export XDG_CACHE_HOME=/dev/null # nothing is kept between prints (but in print_kept.sh)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
out=$work/.out err=$work/.err
: >"$out" >"$err"
passed=0 failed=0

fail() {
    failed=$((failed + 1))
    echo "FAIL $(basename "$0"): $*"
    sed 's/^/    /' "$out" | head -n 5
    sed 's/^/    /' "$err" | head -n 15
}

status() {
    want=$1 what=$2
    shift 2
    "$@" >"$out" 2>"$err" </dev/null
    got=$?
    if [ "$got" = "$want" ]; then passed=$((passed + 1)); else fail "$what: exit status $got, not $want"; fi
}

ok() {
    what=$1
    shift
    status 0 "$what" "$@"
}

# the last command's errors (or, with -o, its output) contain the text
says() {
    where=$err
    if [ "$1" = -o ]; then where=$out; shift; fi
    if grep -qF -e "$1" "$where"; then passed=$((passed + 1)); else fail "does not say: $1"; fi
}

says_not() {
    where=$err
    if [ "$1" = -o ]; then where=$out; shift; fi
    if grep -qF -e "$1" "$where"; then fail "says: $1"; else passed=$((passed + 1)); fi
}

same() {
    if cmp -s "$1" "$2"; then passed=$((passed + 1)); else fail "$1 and $2 differ"; fi
}

finish() {
    echo "$(basename "$0"): $passed passed, $failed failed"
    [ "$failed" = 0 ]
    exit
}

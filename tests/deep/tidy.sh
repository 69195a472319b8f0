#!/bin/sh
# clang-tidy over our own files: tidy.sh 'FLAGS' FILE...   Any complaint fails, also one about its own
# settings; so does silence about a file that has a fault.
set -u
flags=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp .clang-tidy "$work"
cat > "$work/fault.c" <<'C'
int fault(int a);
int fault(int a)
{
    int *p = 0;
    return a > 0 ? *p : a;
}
C
if clang-tidy --quiet "$work/fault.c" -- $flags > "$work/out" 2> "$work/err" || ! grep -q NullDereference "$work/out"; then
    echo "FAIL: clang-tidy finds no fault where there is one"
    cat "$work/err"
    exit 1
fi
printf '%s\n' "$@" | xargs -P 2 -n 6 sh -c 'flags=$1; shift; clang-tidy --quiet "$@" -- $flags' sh "$flags" 2> "$work/err"
status=$?
# it counts, also what it does not show
if grep -vE '^[0-9]+ (warning|error)s?( and [0-9]+ errors?)? generated\.$' "$work/err"; then
    status=1
fi
echo "tidy: $# files, $([ $status = 0 ] && echo 'no complaint' || echo 'complaints')"
exit $status

#!/bin/sh
# cppcheck over our own files: cppcheck.sh 'FLAGS' FILE...   Silence about a file that has a fault fails too.
set -u
flags=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
check() {
    # in these files what a called function fills in is taken for never set, the command's own state
    # for one that outlives it, one of two that is there for one that may not be, a copy of a pointer for
    # the pointer, and the commas of a message's arguments for those of an expression
    cppcheck --quiet --std=c11 --enable=warning,performance,portability --error-exitcode=1 \
        -D__cppcheck__ --library=tests/deep/cppcheck.cfg --suppress=missingIncludeSystem \
        --suppress=uninitvar:src/syntax/vocabulary.c --suppress=legacyUninitvar:src/value/phrases.c \
        --suppress=autoVariables:src/main/build.c --suppress=autoVariables:src/main/check.c \
        --suppress=autoVariables:src/main/report.c --suppress=nullPointerRedundantCheck:src/report/diff_parts.c \
        --suppress=nullPointerRedundantCheck:src/report/diff_tasks.c --suppress=nullPointer:src/text/alike.c \
        --suppress=memleakOnRealloc:src/text/heap.c --suppress=ctunullpointer:src/work/tasks.c \
        --suppress=unknownEvaluationOrder:src/value/amounts.c --suppress=unknownEvaluationOrder:src/value/money.c \
        --suppress=legacyUninitvar:src/value/year.c --suppress=ctuuninitvar:src/emit/latex/tex_run.c $flags "$@"
}
cat > "$work/fault.c" <<'C'
#include "text/str.h"
int fault(json_t *list)
{
    int b[3], i;
    json_t *v;
    json_array_foreach(list, i, v)
        b[i] = 0;
    return b[3];
}
C
if check "$work/fault.c" > "$work/out" 2>&1 || ! grep -q arrayIndexOutOfBounds "$work/out"; then
    echo "FAIL: cppcheck finds no fault where there is one"
    cat "$work/out"
    exit 1
fi
check "$@"

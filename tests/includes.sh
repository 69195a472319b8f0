#!/bin/sh
# No file includes a header of a later phase, no back end one of another's, no headers include each
# other in a circle, no type has two meanings, and what is sorted is sorted by khct_sort. Run from the
# project's directory.
set -eu
order='text diag grammar syntax value library plan work page check compile emit import report lsp main'
rank() {
    n=0
    for folder in $order; do
        n=$((n + 1))
        [ "$folder" = "$1" ] && { echo $n; return; }
    done
    echo 0
}
bad=0 seen=0
for file in src/*/*.[ch] src/emit/*/*.[ch] grammar/*.[chly]; do
    path=${file#src/}
    case $path in grammar/basis* | grammar/heading* | grammar/list* | grammar/money* | grammar/people* | grammar/time*) path=value/$path ;; esac # of typed values
    folder=${path%%/*}
    mine=$(rank "$folder")
    [ "$mine" != 0 ] || { echo "$file: a folder that is no phase"; bad=1; }
    for header in $(sed -n 's/^#include "\([a-z_/]*\.h\)"$/\1/p' "$file"); do
        seen=$((seen + 1))
        case $header in
        */*) other=${header%%/*} ;;
        *) other=grammar ;; # layout.h, token.h, parser.h
        esac
        # grammar and syntax are one phase in two folders
        [ "$other" = grammar ] && [ "$folder" = syntax ] && continue
        [ "$other" = syntax ] && [ "$folder" = grammar ] && continue
        if [ "$(rank "$other")" -gt "$mine" ]; then
            echo "$file includes $header, which belongs to a later phase"
            bad=1
        fi
        case $file:$header in
        src/emit/khct/*:emit/json/*) ;; # reads back what that one writes
        src/emit/*/*:emit/*/*)
            if [ "$(dirname "$file")" != "src/$(dirname "$header")" ]; then
                echo "$file includes $header, of another back end"
                bad=1
            fi ;;
        esac
    done
done
for header in src/*/*.h src/emit/*/*.h grammar/*.h; do
    sed -n "s|^#include \"\([a-z_/]*\.h\)\"\$|${header#src/} \1|p" "$header"
done | tsort > /dev/null || { echo "headers that include each other"; bad=1; }
twice=$(sed -n 's/^} \(khct_[a-z_]*\);$/\1/p; s/^typedef .* \(khct_[a-z_]*\);$/\1/p' \
    src/*/*.h src/emit/*/*.h grammar/*.h | sort | uniq -d)
[ -z "$twice" ] || { echo "types with two meanings: $twice"; bad=1; }
if grep -n '[^_a-z]qsort(' src/*/*.c src/emit/*/*.c grammar/*.c; then
    echo "qsort leaves the order of what is alike to the C library: khct_sort does not"
    bad=1
fi
[ $seen -gt 100 ] || { echo "only $seen includes found"; bad=1; }
[ $bad = 0 ] && echo "includes: $seen passed, 0 failed"
exit $bad

#!/bin/sh
# Writes the given files as C: the standard library inside the program.
# The octets are printed by od, so any byte may stand in a file.
set -eu
echo '#include "library/embedded.h"'
i=0
for f in "$@"; do
    echo "static const unsigned char F$i[] = {"
    od -An -v -tu1 "$f" | sed 's/  */,/g; s/^,//; s/$/,/'
    echo '0};'
    printf 'static const unsigned char D%s[] = {%s};\n' $i "$(sha256sum <"$f" | cut -c 1-64 | sed 's/../0x&,/g')"
    i=$((i + 1))
done
echo 'const khct_embedded KHCT_EMBEDDED[] = {'
i=0
for f in "$@"; do
    echo "{\"${f#stdlib/}\", (const char *)F$i, sizeof F$i - 1, D$i},"
    i=$((i + 1))
done
echo '{0, 0, 0, 0}};'
# what the library is: it changes with every byte of it
echo "const char KHCT_LIBRARY_VERSION[] = \"$(cat "$@" | sha256sum | cut -c 1-12)\";"

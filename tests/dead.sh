#!/bin/sh
# No function that nothing calls: the linker says which sections it would leave out of the program. What
# only a test, a maker of pages or the browser edition calls is named in one of their files. Usage: dead.sh FLAGS OBJECTS...
set -eu
# shellcheck disable=SC2086
unused=$(${CC:-gcc} -Wl,--gc-sections,--print-gc-sections -o /dev/null "$@" 2>&1 |
    sed -n "s|.*'\.text\.\(khct_[a-z0-9_]*\)' in file '\(.*\)'.*|\1 \2|p" | grep -v '/gen/' | sort)
bad=0
[ -n "$unused" ] || { echo "dead: the linker names no section at all"; exit 1; }
for name in $(echo "$unused" | cut -d ' ' -f 1); do
    if ! grep -rqw --include='*.[ch]' "$name" tests docs/make editors/make editors/web; then
        echo "nothing calls $name"
        bad=1
    fi
done
[ $bad = 0 ] && echo "dead: $(echo "$unused" | wc -l) functions that only tests call, 0 that nothing calls"
exit $bad

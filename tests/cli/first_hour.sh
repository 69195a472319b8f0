#!/bin/sh
# Every example of docs/gio-dau-tien.md says what the page says.
. "$(dirname "$0")/lib.sh"
export LC_ALL=C
ok "the first hour" env LC_ALL= LANG= LC_MESSAGES= PYTHONUTF8=1 python3 "$root/tests/cli/first_hour.py" "$KHCT" "$root/docs/gio-dau-tien.md"
cat "$out"
[ -f truong.html ] && [ -f truong.docx ] || fail "a page and a Word document"
finish

#!/bin/sh
# Lays Word documents of plans out with LibreOffice and measures the pages as those of our own PDF:
# paper, margins, head, rules, numbers, tables, each word in its cell, headings on every page.
# Usage: office.sh KHCT FOLDER PLAN...
set -eu
khct=$1 folder=$2
shift 2
rm -rf "$folder"
mkdir -p "$folder"
for plan in "$@"; do
    name=$(basename "$plan" .khct)
    "$khct" build -q -t docx -o "$folder/$name.docx" "$plan" 2>/dev/null
    # a table that the PDF sets in two halves is one table in Word, where a person goes on with it
    "$khct" build -q -t latex -o - "$plan" 2>/dev/null | sed 's/khctbangdoi/khctbang/' >"$folder/$name.tex"
done
# a profile of its own: nothing of the user's is read or written
soffice "-env:UserInstallation=file://$(cd "$folder" && pwd | sed 's/ /%20/g')/profile" --headless \
    --convert-to pdf --outdir "$folder" "$folder"/*.docx >"$folder/soffice.log" 2>&1 || {
    cat "$folder/soffice.log"
    exit 1
}
passed=0 failed=0
for document in "$folder"/*.docx; do
    name=${document%.docx}
    if python3 tests/print/measure.py --mot-lan --tex "$name.tex" "$name.pdf"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
    fi
done
echo "office: $passed passed, $failed failed"
[ $failed = 0 ] && [ $passed = $# ]

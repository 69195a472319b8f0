#!/bin/sh
# Writes the titles of columns and lines of the given templates, each with the fields it shows, as
# rows: KHCT_TITLE("Dự kiến kinh phí", KHCT_K_KINHPHI, KHCT_K_NGUONLUC). What no field is left out.
# Usage: titles.sh KEYWORDS TEMPLATE...
set -eu
keywords=$1
shift
awk -v keywords="$keywords" '
BEGIN {
    while ((getline line < keywords) > 0)
        if (line ~ /^KHCT_KEYWORD\(/) {
            split(line, part, /[(,"]+/)
            name[part[3] == " " ? part[4] : part[3]] = part[2]
        } else if (line ~ /^ *KHCT_PLACE\((block|VIECLON|VANDE|THEODOI|TRUONG), [A-Z]*, FIELD/) {
            sub(/^ */, "", line)
            split(line, part, /[(, ]+/)
            field[part[2] == "TRUONG", part[3]] = 1
        }
}
function give(title, names, school,   n, list, i, row) {
    n = split(names, list, /[, ]+/)
    row = ""
    for (i = 1; i <= n; i++)
        if (list[i] in name && (school, name[list[i]]) in field)
            row = row ", KHCT_K_" name[list[i]]
    if (row != "" && !(title in given))
        print "KHCT_TITLE(\"" title "\"" row ")"
    given[title] = 1
}
/^ *cot [^<]*<.*truongtin / {
    title = $0
    sub(/^ *cot */, "", title)
    sub(/ *<.*/, "", title)
    names = $0
    sub(/.*truongtin */, "", names)
    sub(/;.*/, "", names)
    give(title, names, 0)
}
/^ *dong [a-z]* / {
    title = $0
    sub(/^ *dong [a-z]* */, "", title)
    sub(/;.*/, "", title)
    give(title, $2, 1)
}' "$@"

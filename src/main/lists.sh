#!/bin/sh
# What the help and the checking of options list, from the rows and files that it is about, as a C
# header: back ends, tables for many plans, forms. Run from the project's directory.
set -eu
names() { sed -n "s/^$1(\([a-z_]*\),.*/\1/p" "$2" | paste -sd '|'; }
forms=$(for form in stdlib/mau/*.khct; do basename "$form" .khct; done | paste -sd , | sed 's/,/, /g')
cat <<END
/* Made by src/main/lists.sh. */
#ifndef KHCT_MAIN_LISTS_H
#define KHCT_MAIN_LISTS_H

#define KHCT_BACKEND_NAMES "$(names KHCT_BACKEND src/main/backends.def)|jsonl|all"
#define KHCT_TABLE_NAMES "$(names KHCT_TABLE src/report/tables.def)"
#define KHCT_FORM_NAMES "$forms"

#endif
END

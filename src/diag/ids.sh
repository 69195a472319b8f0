#!/bin/sh
# The names of codes and texts as a C header: it changes only when these do, so that a message said in
# other words rebuilds one file. Run from the project's directory.
set -eu
parts=$(sed -n 's/^#include "\(diag\/codes_[a-z]*\.def\)"$/src\/\1/p' src/diag/codes.def)
names() {
    # shellcheck disable=SC2086
    cat $parts | sed -n "s/^$1(\([A-Z0-9_]*\),.*/    $2\1,/p"
}
cat <<'END'
/* Made by src/diag/ids.sh from src/diag/codes.def: the rows' names in their order. */
#ifndef KHCT_DIAG_IDS_H
#define KHCT_DIAG_IDS_H

/* Codes by number: KHCT_KH2003. The value is the row in the table. */
typedef enum khct_code {
END
names KHCT_CODE KHCT_KH
cat <<'END'
    KHCT_CODE_COUNT,
} khct_code;

/* Texts by name: KHCT_T_LEVEL_MISSING. */
typedef enum khct_text_id {
    KHCT_T_NONE,
END
names KHCT_TEXT KHCT_T_
cat <<'END'
    KHCT_TEXT_COUNT,
} khct_text_id;

#endif
END

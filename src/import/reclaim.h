/* What the source that a document carries is worth, and what was changed in the document since.
 *
 * It is believed only where compiling it gives the words that stand in the document: a document may
 * show one thing and carry another.
 */
#ifndef KHCT_IMPORT_RECLAIM_H
#define KHCT_IMPORT_RECLAIM_H

#include "import/carried.h"
#include "import/edits.h"

typedef struct khct_in_finding {
    khct_code code;
    khct_message message, note; /* note: KHCT_T_NONE: none */
    khct_in_spot spot;          /* in `files` */
} khct_in_finding;

typedef struct khct_in_reclaimed {
    bool taken; /* the plan is `files`; else the document is to be understood as any other */
    bool left;  /* something that was changed is not in them, or they have errors now */
    const khct_bundle *files; /* that the findings' places are in; NULL: none */
    KHCT_VEC(khct_in_finding) findings;
} khct_in_reclaimed;

/* `take`: what was changed is to be taken over into the source. In khct_try on the library's arena,
 * where all lives. */
khct_in_reclaimed khct_in_reclaim(khct_library *library, const khct_in_carried *carried,
                                  const khct_in_document *document, bool take);

#endif

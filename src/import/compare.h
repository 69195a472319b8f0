/* Two readings of one document, before and after somebody worked on it: paragraph by paragraph,
 * cell by cell. */
#ifndef KHCT_IMPORT_COMPARE_H
#define KHCT_IMPORT_COMPARE_H

#include "import/document.h"

typedef struct khct_in_difference {
    const khct_in_paragraph *old, *now; /* NULL: it is not there */
    khct_str words;                     /* of a whole row that came or went; else empty */
} khct_in_difference;

typedef struct khct_in_comparison {
    size_t all, same;                  /* paragraphs of the old one, those in cells too */
    size_t renumbered;                 /* the same words under another automatic number */
    KHCT_VEC(khct_in_difference) list; /* in the order of the new one */
} khct_in_comparison;

/* Compares words; white space of all kinds is one blank. In khct_try on the arena. */
khct_in_comparison khct_in_compare(khct_arena *arena, const khct_in_document *old,
                                   const khct_in_document *now);

#endif

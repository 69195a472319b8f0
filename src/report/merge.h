/* Three versions of a file made into one, field by field.
 *
 * Two people who edited different tasks, different fields, or added entries beside each other never
 * conflict. What both changed in different ways is a conflict: the first side's value stands, and
 * the two values stand after it as comments (`# !! xung đột …`, see syntax/undecided.h), so that
 * the file still reads and KH1025 names each place. Nothing of either side is lost: what one side
 * removed and the other changed is kept as a conflict too.
 *
 * Layout and comments are those of the side whose content is taken; where only the layout differs,
 * that of the side that changed it.
 */
#ifndef KHCT_REPORT_MERGE_H
#define KHCT_REPORT_MERGE_H

#include "syntax/load.h"
#include "value/reader.h"

typedef enum khct_merge_side {
    KHCT_MERGE_BASE,
    KHCT_MERGE_OURS,
    KHCT_MERGE_THEIRS,
    KHCT_MERGE_SIDES,
} khct_merge_side;

typedef struct khct_merge_input {
    khct_str text;
    khct_str name; /* who wrote it, for the comments of a conflict: "main" */
} khct_merge_input;

typedef struct khct_merged {
    bool readable;    /* false: a side has an error of syntax, and nothing was merged */
    khct_str text;    /* in the arena */
    size_t conflicts; /* how many places need a decision */
} khct_merged;

/* Merges files of the language, each read alone (`dung` is a line like any other). Inside khct_try
 * on `arena`. */
khct_merged khct_merge(khct_arena *arena, const khct_vocabulary *vocabulary, khct_lexicon *lexicon,
                       const khct_merge_input inputs[KHCT_MERGE_SIDES]);

#endif

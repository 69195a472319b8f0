/* What a merge is made of; for use inside src/report only. */
#ifndef KHCT_REPORT_MERGE_BUILD_H
#define KHCT_REPORT_MERGE_BUILD_H

#include "report/merge.h"
#include "report/pair.h"

#include "value/meaning.h"

/* Bytes of a file, and what they say: two pieces that say the same differ in layout only. */
typedef struct khct_merge_piece {
    khct_str bytes, says;
} khct_merge_piece;

/* One entry of a value: a paragraph, a list item, or what stands between two commas. */
typedef struct khct_merge_unit {
    khct_str before; /* what parts it from the one before; empty for the first */
    khct_str bytes, says;
} khct_merge_unit;
typedef KHCT_VEC(khct_merge_unit) khct_merge_units;

typedef struct khct_merge_item khct_merge_item;
typedef KHCT_VEC(khct_merge_item) khct_merge_items;

/* A field or a declaration, with what stands around it. */
struct khct_merge_item {
    const khct_node *node;
    khct_keyword keyword;
    khct_merge_piece lead;  /* blank lines and comments before it */
    khct_merge_piece body;  /* a field: all of it; a block: keyword and heading, with its `<` */
    khct_merge_items items; /* of a block */
    khct_merge_piece tail;  /* what stands after the last of them, with the `>` */
    khct_merge_piece trail; /* a comment on the last line */
    khct_str says;          /* all of it */
    khct_str key;           /* what it is among its like: "1.7"; empty: nothing tells it */
    bool once;              /* it stands once in its block, or its key does */
};

/* One side, read. */
typedef struct khct_merge_file {
    khct_arena *arena;
    khct_sources sources;
    khct_diags diags;
    khct_values *values;
    const khct_tree *tree;
    khct_merge_items items;
    khct_merge_piece tail;
} khct_merge_file;

/* Reads a side; false: it has an error of syntax. */
bool khct_merge_read(khct_merge_file *file, khct_arena *arena, const khct_vocabulary *vocabulary,
                     khct_lexicon *lexicon, const khct_merge_input *input);

/* The entries of a field's value; none where it cannot be taken apart. */
khct_merge_units khct_merge_units_of(khct_merge_file *file, const khct_node *node);

/* For each item of `a` its counterpart in `b`, or KHCT_NONE; no item of `b` has two. */
khct_pairing khct_merge_match(khct_arena *arena, const khct_merge_items *a,
                              const khct_merge_items *b);

/* Merges lists of entries; false: both sides changed the same entries in different ways. */
bool khct_merge_lists(khct_arena *arena, const khct_merge_units lists[KHCT_MERGE_SIDES],
                      khct_merge_units *merged);

#endif

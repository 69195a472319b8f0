/* How much room text takes on paper, and what the columns of a table get of it. */
#ifndef KHCT_PAGE_WIDTHS_H
#define KHCT_PAGE_WIDTHS_H

#include "page/page.h"

/* About, in thousandths of the size of its letters. */
typedef struct khct_extent {
    uint32_t widest; /* the widest part that no line end should divide */
    uint64_t total;  /* on one line */
} khct_extent;

khct_extent khct_measure(khct_str text);

/* Widths for a table's columns, from the text that stands in them, within 35 per cent of the
 * template's shares (more where a word would not fit else). They add up to KHCT_WIDTH_SUM.
 * `large`: letters are a point larger. `widths` has room for table->columns.n. */
enum { KHCT_WIDTH_SUM = 1000 };
void khct_table_widths(khct_arena *arena, const khct_table *table, bool large, uint32_t *widths);

#endif

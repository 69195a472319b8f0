/* Two lists of words, one a revision of the other: which member became which. */
#ifndef KHCT_IMPORT_ALIGN_H
#define KHCT_IMPORT_ALIGN_H

#include "text/str.h"

typedef struct khct_in_unit {
    khct_str words;
    bool row; /* of a table; only what is alike in this makes a pair */
} khct_in_unit;

/* Fills partner[i], for each of a's `n` members, with the member of b that it became, or
 * KHCT_NONE. Pairs keep their order; what is equal comes first, then what has words in common. Time
 * grows with the lists, and with the square of what changed in one place, up to a limit. */
void khct_in_align(khct_arena *arena, const khct_in_unit *a, size_t n, const khct_in_unit *b,
                   size_t m, uint32_t *partner);

#endif

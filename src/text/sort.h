/* The one sort: items that compare equal stay in the order in which they stood, so that what is
 * written is the same whatever C library it was made with. */
#ifndef KHCT_TEXT_SORT_H
#define KHCT_TEXT_SORT_H

#include "text/arena.h"

/* Sorts `n` items of `size` bytes. compare() gives a number below, equal to or above 0, as qsort
 * has it. Room for a copy of the items is the arena's. */
void khct_sort(khct_arena *arena, void *items, size_t n, size_t size,
               int (*compare)(const void *left, const void *right));

/* Sorts a growing array (KHCT_VEC) so. */
#define khct_sort_vec(arena, v, compare)                                                           \
    khct_sort((arena), (v)->at, (v)->n, sizeof *(v)->at, (compare))

#endif

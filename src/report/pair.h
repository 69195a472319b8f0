/* What belongs together of two lists: an old plan and a new one, or two sides of a merge. */
#ifndef KHCT_REPORT_PAIR_H
#define KHCT_REPORT_PAIR_H

#include "text/str.h"

/* Items of both sides: to[i] is the new one of old item i, or KHCT_NONE; from[k] the old one of new
 * item k, likewise. */
typedef struct khct_pairing {
    uint32_t *to, *from;
    size_t old, new;
} khct_pairing;

/* None is paired yet. */
khct_pairing khct_pairing_new(khct_arena *arena, size_t old, size_t new);

/* Pairs those of equal keys, the first with the first; an empty key is none. */
void khct_pair_equal(khct_arena *arena, khct_pairing *p, const khct_strs *old,
                     const khct_strs *new);

/* Pairs by likeness of texts what is left; may_pair() as khct_alike_pair has it. */
void khct_pair_alike(khct_arena *arena, khct_pairing *p, const khct_strs *old, const khct_strs *new,
                     bool (*may_pair)(size_t i, size_t k, void *context), void *context);

#endif

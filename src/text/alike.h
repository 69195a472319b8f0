/* How like two texts are: by the words that they have in common. */
#ifndef KHCT_TEXT_ALIKE_H
#define KHCT_TEXT_ALIKE_H

#include "text/str.h"

/* The hashes of a text's first words, in order of size. */
typedef struct khct_bag {
    uint64_t *at;
    size_t n;
} khct_bag;

/* Words are parted by spaces and line ends. */
khct_bag khct_bag_of(khct_arena *arena, khct_str text);

/* From here on two texts are taken for one that was changed. */
enum { KHCT_ALIKE = 500 };

/* Most pairs of texts that are held against each other; lists with more are not. */
enum { KHCT_ALIKE_PAIRS = 250 * 1000 };

/* Pairs texts of `a` and `b`, the most like first, none twice, until none is KHCT_ALIKE: to[i] is
 * the text of `b` for text i of `a`, or KHCT_NONE. Entries of `to` and `taken` that are set already
 * stay; may_pair() (NULL: always) says which may be one. */
void khct_alike_pair(khct_arena *arena, const khct_strs *a, const khct_strs *b, uint32_t *to,
                     bool *taken, bool (*may_pair)(size_t i, size_t k, void *context),
                     void *context);

#endif

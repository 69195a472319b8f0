/* Words that are nearly the same, found without comparing each with each.
 *
 * A word is a run of bytes; two are near when one byte is missing, too many or another, or when two
 * neighbours have changed places. Adding and looking up cost as much as the word is long.
 */
#ifndef KHCT_TEXT_NEAR_H
#define KHCT_TEXT_NEAR_H

#include "text/map.h"

/* A table from a hash to the lowest number put there. */
typedef struct khct_near_table {
    struct khct_near_entry {
        uint64_t hash; /* 0: a free place */
        uint32_t number;
    } * at;
    size_t n, capacity;
} khct_near_table;

/* Zeroed: empty. */
typedef struct khct_near {
    khct_near_table whole;   /* words */
    khct_near_table without; /* words without one byte */
    khct_near_table holes;   /* the same with the byte's place */
    uint64_t salt;           /* of the arena */
} khct_near;

/* Adds a word under a number; where several are alike the lowest number is found. */
void khct_near_add(khct_arena *arena, khct_near *near, khct_str word, uint32_t number);

/* The lowest number of a word that is the same; that has two neighbours in the other order; that
 * has one byte more; one byte less; another byte in one place, or none. KHCT_NONE: none. */
uint32_t khct_near_same(const khct_near *near, khct_str word);
uint32_t khct_near_swapped(const khct_near *near, khct_str word);
uint32_t khct_near_longer(const khct_near *near, khct_str word);
uint32_t khct_near_shorter(const khct_near *near, khct_str word);
uint32_t khct_near_other(const khct_near *near, khct_str word);

#endif

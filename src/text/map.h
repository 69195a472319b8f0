/* A table from text to a number, in an arena. Keys are not copied. */
#ifndef KHCT_TEXT_MAP_H
#define KHCT_TEXT_MAP_H

#include "text/str.h"

typedef struct khct_map {
    struct khct_map_entry {
        khct_str key;
        uint32_t hash;
        uint32_t value;
    } * slots;
    size_t n, capacity;
    uint64_t salt; /* of the arena */
} khct_map;

#define KHCT_NONE UINT32_MAX /* "not in the map" */

/* The number of `key`, or KHCT_NONE. */
uint32_t khct_map_get(const khct_map *map, khct_str key);

/* Makes room for so many keys in all, if they are to be put in one after another: a table that is
 * widened step by step leaves the smaller ones in the arena. */
void khct_map_reserve(khct_arena *arena, khct_map *map, size_t count);

/* Adds or replaces. A zeroed khct_map is an empty one. */
void khct_map_put(khct_arena *arena, khct_map *map, khct_str key, uint32_t value);

/* The number of `key`, to be read or set until the next call; a new one is KHCT_NONE, and its key
 * is copied. */
uint32_t *khct_map_at(khct_arena *arena, khct_map *map, khct_str key);

#endif

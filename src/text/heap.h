/* Growing arrays outside of arenas, for what lives longer than any of them and goes piece by piece:
 * the texts of an editor, the files of a command, output in memory. */
#ifndef KHCT_TEXT_HEAP_H
#define KHCT_TEXT_HEAP_H

#include "text/str.h"

/* Makes room for `more` items after the `n` that are there. `at` is the address of the array's
 * pointer, NULL at first, which the owner frees. False where there is no memory: all stays. */
bool khct_heap_room(void *at, size_t n, size_t more, size_t *capacity, size_t size);

/* Makes room so in a KHCT_VEC. */
#define khct_room(v, more) khct_heap_room(&(v)->at, (v)->n, (more), &(v)->capacity, sizeof *(v)->at)

/* Paths, each malloc'd. Zeroed: an empty list. */
typedef KHCT_VEC(char *) khct_paths;

/* Takes a malloc'd path. False where it is NULL or memory failed; it is freed then. */
bool khct_paths_take(khct_paths *paths, char *path);

/* Adds a copy where it is not there yet. False where memory failed. */
bool khct_paths_add(khct_paths *paths, const char *path);

bool khct_paths_have(const khct_paths *paths, const char *path);
void khct_paths_free(khct_paths *paths);

#endif

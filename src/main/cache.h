/* What plans came to when they were compiled before, kept in a folder (`--cache DIR`).
 *
 * An entry is named by a digest of all that its rows follow from: program, library, contract, day,
 * options, the plan's name and bytes. It lists the further files that the plan takes in with their
 * digests; one that has changed makes it void. The folder may be deleted at any time.
 */
#ifndef KHCT_MAIN_CACHE_H
#define KHCT_MAIN_CACHE_H

#include "main/main.h"

typedef struct khct_cache {
    const char *folder;
    khct_str options; /* of the run, as bytes: whatever changes the rows */
} khct_cache;

/* What a file came to. */
typedef struct khct_cached {
    int status;
    khct_state state;
    size_t severity[4]; /* as in khct_tally */
    khct_str rows, messages;
} khct_cached;

/* The options of a run in the arena; `more` is what the caller adds. Inside khct_try. */
khct_str khct_cache_options(khct_arena *arena, const khct_common *common, khct_str more);

/* In *cached, in the arena, what is kept for the file; false: nothing that holds. Inside khct_try
 * on the arena. */
bool khct_cache_find(const khct_cache *cache, khct_arena *arena, const char *file,
                     khct_cached *cached);

/* Keeps it, where that can be done: not of plans with files that could not be read, nor of standard
 * input. A folder that cannot be written costs time and nothing else. Inside khct_compilation_try.
 */
void khct_cache_keep(const khct_cache *cache, khct_compilation *compilation,
                     const khct_cached *cached);

#endif

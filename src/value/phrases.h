/* A table of phrases, each with a number, found in the words of a value.
 *
 * Spelling is folded (text/fold.h) and spaces do not matter, signs do: "GD&ĐT" is
 * found in "GD & ĐT" and not in "GD, ĐT".
 */
#ifndef KHCT_VALUE_PHRASES_H
#define KHCT_VALUE_PHRASES_H

#include "text/map.h"
#include "value/words.h"

typedef struct khct_phrases {
    khct_map whole; /* folded phrase to its number */
    khct_map first; /* folded first word to the words of the longest phrase that it begins */
} khct_phrases;

typedef struct khct_phrase {
    const char *words; /* Vietnamese, in NFC; several spellings are several rows */
    uint32_t value;
} khct_phrase;

/* Adds a phrase of the writer's, or of a table. An earlier one with the same words is replaced. */
void khct_phrases_add(khct_arena *arena, khct_phrases *phrases, khct_str phrase, uint32_t value);

/* Adds a table, and each phrase also as it reads without any marks, where that is still free. */
void khct_phrases_add_table(khct_arena *arena, khct_phrases *phrases, const khct_phrase *table,
                            size_t count);

/* Adds a table with its marks only, and each phrase without any, where that is still free, to
 * `bare` (NULL: to none). */
void khct_phrases_add_marked(khct_arena *arena, khct_phrases *marked, khct_phrases *bare,
                             const khct_phrase *table, size_t count);

/* A bit of `value`: the phrase is another one without its marks (`quỹ`, `quy`). */
#define KHCT_MARKED_ONLY 0x80000000u

/* The longest phrase that begins at word `from`: its number, its words in *count.
 * KHCT_NONE where there is none. */
uint32_t khct_phrase_at(const khct_phrases *phrases, const khct_words *words, size_t from,
                        size_t *count);

#endif

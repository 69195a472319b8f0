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
    khct_map at; /* of each folded phrase and folded first word: its entry */
    KHCT_VEC(struct khct_phrase_entry {
        uint32_t value;   /* KHCT_NONE: no phrase, but the first word of some */
        uint32_t longest; /* words of the longest phrase that it begins */
    })
    entries;
} khct_phrases;

/* A row of a table. */
typedef struct khct_phrase {
    uint32_t value;
    const char *words; /* Vietnamese, in NFC; `|` between spellings. NULL ends the table */
} khct_phrase;

/* The next spelling of the row after *spelling, whose p is NULL before the first; false after the
 * last. */
bool khct_phrase_next(const khct_phrase *row, khct_str *spelling);

/* Adds a phrase of the writer's. An earlier one with the same words is replaced. */
void khct_phrases_add(khct_arena *arena, khct_phrases *phrases, khct_str phrase, uint32_t value);

/* How phrases are spelt: with their marks, as they read without any, or in both ways; then what
 * stands there with its marks is not replaced by what reads like it without. */
typedef enum khct_marks { KHCT_MARKED, KHCT_BARE, KHCT_EITHER } khct_marks;

void khct_phrases_add_table(khct_arena *arena, khct_phrases *phrases, const khct_phrase *table,
                            khct_marks marks);

/* A bit of `value`: the phrase is another one without its marks (`quỹ`, `quy`). */
#define KHCT_MARKED_ONLY 0x80000000u

/* The longest phrase that begins at word `from`: its number, its words in *count.
 * KHCT_NONE where there is none. */
uint32_t khct_phrase_at(const khct_phrases *phrases, const khct_words *words, size_t from,
                        size_t *count);

#endif

/* The words of a text, each kept once with what is known of it.
 *
 * A plan of a thousand pages has a few thousand different words: what is worked out for one is
 * looked up for all others.
 */
#ifndef KHCT_CHECK_LEXEMES_H
#define KHCT_CHECK_LEXEMES_H

#include "text/str.h"

/* What is known of a word. */
enum {
    KHCT_LEXEME_KNOWN = 1,     /* it has been looked at; else the rest is not yet filled in */
    KHCT_LEXEME_ODD = 2,       /* no syllable of Vietnamese */
    KHCT_LEXEME_OLD = 4,       /* hòa */
    KHCT_LEXEME_NEW = 8,       /* hoà */
    KHCT_LEXEME_CAPITALS = 16, /* looks like an abbreviation that nobody has declared */
    KHCT_LEXEME_LEGACY = 32,   /* has a letter that no Vietnamese text has */
};

typedef struct khct_lexeme {
    const char *p;       /* its bytes, where it was first met; NULL: a free place of the table */
    uint32_t head, tail; /* its first and last bytes; the whole word where it has at most 8 */
    uint32_t n;
    uint32_t flags;
    uint32_t number; /* for the user of the table */
} khct_lexeme;

/* Zeroed: empty. */
typedef struct khct_lexemes {
    khct_lexeme *at;
    size_t n, capacity;
} khct_lexemes;

/* The word's place, made where it is new (flags 0). Valid until the next call. *hash: of the word,
 * for whoever puts hashes of words together. */
khct_lexeme *khct_lexeme_of(khct_arena *arena, khct_lexemes *lexemes, khct_str word,
                            uint64_t *hash);

#endif

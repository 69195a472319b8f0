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
    KHCT_LEXEME_SPLIT = 128,   /* no word: signs stand among its letters */
};

typedef struct khct_lexeme {
    const char *p; /* its bytes, where it was first met; NULL: a free place of the table */
    uint64_t
        bytes; /* the word where it has at most 8 bytes, else made of its first and last ones */
    uint32_t n;
    uint32_t flags;
    uint32_t number; /* for the user of the table */
} khct_lexeme;

typedef struct khct_lexemes {
    khct_lexeme *at;
    size_t n, capacity; /* a power of two */
    uint64_t
        *plain; /* short words with nothing to be said of them, by hash; see khct_lexeme_plain */
} khct_lexemes;

khct_lexemes khct_lexemes_new(khct_arena *arena);

/* The word's place, made where it is new (flags 0), by its key. Valid until the next call. */
khct_lexeme *khct_lexeme_add(khct_arena *arena, khct_lexemes *lexemes, khct_str word);

/* What a word is found by. */
typedef struct khct_lexeme_key {
    uint64_t bytes;
    uint64_t hash; /* also for whoever puts hashes of words together */
} khct_lexeme_key;

static inline khct_lexeme_key khct_lexeme_key_from(uint64_t bytes)
{
    return (khct_lexeme_key){bytes, bytes * UINT64_C(0x9E3779B97F4A7C15)};
}

enum { KHCT_PLAIN_BITS = 12 };

/* Where the bytes of a word stand that has at most eight, if nothing is to be said of it and no
 * other word took the place first. Most words of a text are found there by one look. */
static inline uint64_t *khct_lexeme_plain(uint64_t *plain, uint64_t hash)
{
    return &plain[hash >> (64 - KHCT_PLAIN_BITS)];
}

/* The place at which a word with that hash is looked for first. */
static inline khct_lexeme *khct_lexeme_first(khct_lexeme *table, size_t capacity, uint64_t hash)
{
    return &table[(size_t)(hash >> 40) & (capacity - 1)];
}

/* The first eight bytes of a long word mixed with its last: never those of a short word, which
 * begins with a letter. */
static inline uint64_t khct_lexeme_mix(uint64_t first, uint64_t last)
{
    return (first ^ last * UINT64_C(0x9FB21C651E98DF25)) << 8 | 1;
}

static inline khct_lexeme_key khct_lexeme_key_of(khct_str word)
{
    uint64_t bytes = 0, last;
    memcpy(&bytes, word.p, word.n < 8 ? word.n : 8);
    if (word.n > 8) {
        memcpy(&last, word.p + word.n - 8, 8);
        bytes = khct_lexeme_mix(bytes, last);
    }
    return khct_lexeme_key_from(bytes);
}

static inline bool khct_lexeme_is(const khct_lexeme *l, khct_str word, khct_lexeme_key key)
{
    return l->bytes == key.bytes && l->n == word.n && l->p != NULL &&
           (word.n <= 8 || memcmp(l->p, word.p, word.n) == 0);
}

/* The same as khct_lexeme_add for a word whose key is known; quick where it stands in its place. */
static inline khct_lexeme *khct_lexeme_of(khct_arena *arena, khct_lexemes *lexemes, khct_str word,
                                          khct_lexeme_key key)
{
    khct_lexeme *first = khct_lexeme_first(lexemes->at, lexemes->capacity, key.hash);
    if (khct_lexeme_is(first, word, key))
        return first;
    return khct_lexeme_add(arena, lexemes, word);
}

#endif

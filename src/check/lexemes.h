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
    const char *p;  /* its bytes, where it was first met; NULL: a free place of the table */
    uint64_t bytes; /* as in its key */
    uint32_t n;
    uint32_t flags;
    uint32_t number; /* for the user of the table */
} khct_lexeme;

typedef struct khct_lexemes {
    khct_lexeme *at;
    size_t n, capacity; /* a power of two */
    unsigned shift;     /* of a hash, which makes a place of it: its first bits are the best ones */
    uint64_t salt;      /* of the arena */
    uint64_t
        *plain; /* short words with nothing to be said of them, by hash; see khct_lexeme_plain */
} khct_lexemes;

/* `plain`: with a table of words of which nothing is to be said. */
khct_lexemes khct_lexemes_new(khct_arena *arena, bool plain);

/* What a word is found by. */
typedef struct khct_lexeme_key {
    uint64_t bytes; /* the word where it has at most 8 bytes, else made of all of them */
    uint64_t hash;  /* also for whoever puts hashes of words together */
} khct_lexeme_key;

static inline khct_lexeme_key khct_lexeme_key_from(uint64_t bytes, uint64_t salt)
{
    return (khct_lexeme_key){bytes, bytes * salt};
}

/* A word of more than eight bytes never gets the key of a short one, which begins with a letter. */
static inline khct_lexeme_key khct_lexeme_key_of(khct_str word, uint64_t salt)
{
    uint64_t bytes = 0;
    if (word.n > 8)
        bytes = khct_str_hash(word, salt) << 8 | 1;
    else
        memcpy(&bytes, word.p, word.n);
    return khct_lexeme_key_from(bytes, salt);
}

enum { KHCT_PLAIN_BITS = 14 };

/* Where the bytes of a word stand that has at most eight, if nothing is to be said of it and no
 * other word took the place first. Most words of a text are found there by one look. */
static inline uint64_t *khct_lexeme_plain(uint64_t *plain, uint64_t hash)
{
    return &plain[hash >> (64 - KHCT_PLAIN_BITS)];
}

/* The place at which a word with that hash is looked for first. */
static inline khct_lexeme *khct_lexeme_first(const khct_lexemes *lexemes, uint64_t hash)
{
    return &lexemes->at[hash >> lexemes->shift];
}

static inline bool khct_lexeme_is(const khct_lexeme *l, khct_str word, khct_lexeme_key key)
{
    return l->bytes == key.bytes && l->n == word.n && l->p != NULL &&
           (word.n <= 8 || memcmp(l->p, word.p, word.n) == 0);
}

/* What khct_lexeme_of does where the word does not stand in its first place. */
khct_lexeme *khct_lexeme_add(khct_arena *arena, khct_lexemes *lexemes, khct_str word,
                             khct_lexeme_key key);

/* The word's place, made where it is new (flags 0), by its key. Valid until the next call. */
static inline khct_lexeme *khct_lexeme_of(khct_arena *arena, khct_lexemes *lexemes, khct_str word,
                                          khct_lexeme_key key)
{
    khct_lexeme *first = khct_lexeme_first(lexemes, key.hash);
    if (khct_lexeme_is(first, word, key))
        return first;
    return khct_lexeme_add(arena, lexemes, word, key);
}

#endif

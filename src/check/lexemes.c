#include "check/lexemes.h"

static khct_lexeme *place_of(const khct_lexemes *l, khct_str word, khct_lexeme_key key)
{
    size_t i = (size_t)(khct_lexeme_first(l, key.hash) - l->at);
    while (l->at[i].p != NULL && !khct_lexeme_is(&l->at[i], word, key))
        i = (i + 1) & (l->capacity - 1);
    return &l->at[i];
}

khct_lexemes khct_lexemes_new(khct_arena *arena, bool plain)
{
    enum { BITS = 12 };
    khct_lexemes made = {.capacity = (size_t)1 << BITS, .shift = 64 - BITS, .salt = arena->salt};
    made.at = khct_alloc_array(arena, made.capacity, sizeof *made.at);
    if (!plain)
        return made;
    made.plain = khct_alloc_array(arena, (size_t)1 << KHCT_PLAIN_BITS, sizeof *made.plain);
    *khct_lexeme_plain(made.plain, 0) = 1; /* no word: what has no bytes is not found */
    return made;
}

static void widen(khct_arena *arena, khct_lexemes *l)
{
    khct_lexemes wide = *l;
    wide.capacity *= 2;
    wide.shift--;
    wide.at = khct_alloc_array(arena, wide.capacity, sizeof *wide.at);
    for (size_t i = 0; i < l->capacity; i++) {
        khct_str word = {l->at[i].p, l->at[i].n};
        if (word.p != NULL)
            *place_of(&wide, word, khct_lexeme_key_from(l->at[i].bytes, l->salt)) = l->at[i];
    }
    *l = wide;
}

khct_lexeme *khct_lexeme_add(khct_arena *arena, khct_lexemes *lexemes, khct_str word,
                             khct_lexeme_key key)
{
    if (lexemes->n * 4 >= lexemes->capacity)
        widen(arena, lexemes);
    khct_lexeme *place = place_of(lexemes, word, key);
    if (place->p == NULL) {
        *place = (khct_lexeme){.p = word.p, .bytes = key.bytes, .n = (uint32_t)word.n};
        lexemes->n++;
    }
    return place;
}

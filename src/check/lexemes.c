#include "check/lexemes.h"

static khct_lexeme *place_of(const khct_lexemes *l, khct_str word, khct_lexeme_key key)
{
    size_t i = (size_t)(khct_lexeme_first(l->at, l->capacity, key.hash) - l->at);
    while (l->at[i].p != NULL && !khct_lexeme_is(&l->at[i], word, key))
        i = (i + 1) & (l->capacity - 1);
    return &l->at[i];
}

khct_lexemes khct_lexemes_new(khct_arena *arena)
{
    enum { FIRST = 4096 };
    khct_lexemes made = {khct_alloc_array(arena, FIRST, sizeof(khct_lexeme)), 0, FIRST,
                         khct_alloc_array(arena, (size_t)1 << KHCT_PLAIN_BITS, sizeof *made.plain)};
    *khct_lexeme_plain(made.plain, 0) = 1; /* no word: what has no bytes is not found */
    return made;
}

static void widen(khct_arena *arena, khct_lexemes *l)
{
    khct_lexemes wide = {.n = l->n, .capacity = 2 * l->capacity, .plain = l->plain};
    wide.at = khct_alloc_array(arena, wide.capacity, sizeof *wide.at);
    for (size_t i = 0; i < l->capacity; i++) {
        khct_str word = {l->at[i].p, l->at[i].n};
        if (word.p != NULL)
            *place_of(&wide, word, khct_lexeme_key_of(word)) = l->at[i];
    }
    *l = wide;
}

khct_lexeme *khct_lexeme_add(khct_arena *arena, khct_lexemes *lexemes, khct_str word)
{
    if (lexemes->n * 4 >= lexemes->capacity)
        widen(arena, lexemes);
    khct_lexeme_key key = khct_lexeme_key_of(word);
    khct_lexeme *place = place_of(lexemes, word, key);
    if (place->p == NULL) {
        *place = (khct_lexeme){.p = word.p, .bytes = key.bytes, .n = (uint32_t)word.n};
        lexemes->n++;
    }
    return place;
}

#include "check/lexemes.h"

static uint32_t four(const char *p)
{
    uint32_t bytes;
    memcpy(&bytes, p, 4);
    return bytes;
}

static uint64_t hash_of(khct_str word, uint32_t *head, uint32_t *tail)
{
    if (word.n >= 4) {
        *head = four(word.p);
        *tail = four(word.p + word.n - 4);
    } else {
        *head = *tail = 0;
        for (size_t i = 0; i < word.n; i++)
            *head = *head << 8 | (unsigned char)word.p[i];
    }
    uint64_t hash = (uint64_t)*head << 32 | *tail;
    hash = (hash ^ word.n) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 29;
}

static khct_lexeme *place_of(const khct_lexemes *l, khct_str word, uint32_t head, uint32_t tail,
                             uint64_t hash)
{
    size_t i = (size_t)(hash >> 8) & (l->capacity - 1);
    for (;; i = (i + 1) & (l->capacity - 1)) {
        khct_lexeme *at = &l->at[i];
        if (at->p == NULL)
            return at;
        if (at->head == head && at->tail == tail && at->n == word.n &&
            (word.n <= 8 || memcmp(at->p, word.p, word.n) == 0))
            return at;
    }
}

static void widen(khct_arena *arena, khct_lexemes *l)
{
    khct_lexemes wide = {.n = l->n, .capacity = l->capacity == 0 ? 1024 : 2 * l->capacity};
    wide.at = khct_alloc_array(arena, wide.capacity, sizeof *wide.at);
    for (size_t i = 0; i < l->capacity; i++) {
        if (l->at[i].p == NULL)
            continue;
        uint32_t head, tail;
        khct_str word = {l->at[i].p, l->at[i].n};
        uint64_t hash = hash_of(word, &head, &tail);
        *place_of(&wide, word, head, tail, hash) = l->at[i];
    }
    *l = wide;
}

khct_lexeme *khct_lexeme_of(khct_arena *arena, khct_lexemes *lexemes, khct_str word, uint64_t *hash)
{
    if (lexemes->n * 2 >= lexemes->capacity)
        widen(arena, lexemes);
    uint32_t head, tail;
    *hash = hash_of(word, &head, &tail);
    khct_lexeme *place = place_of(lexemes, word, head, tail, *hash);
    if (place->p == NULL) {
        *place = (khct_lexeme){.p = word.p, .head = head, .tail = tail, .n = (uint32_t)word.n};
        lexemes->n++;
    }
    return place;
}

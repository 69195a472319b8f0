#include "value/phrases.h"

#include "text/fold.h"

enum { KEY_LIMIT = 512 }; /* bytes of a folded phrase; longer ones are never found */

/* The folded words so far, joined by a space unless the writer set them side by side. */
typedef struct key {
    char bytes[KEY_LIMIT];
    size_t n;
    khct_word_kind last;
} key;

static bool key_add(key *k, const khct_word *word, khct_str folded)
{
    bool glued =
        !word->spaced && word->kind != KHCT_WORD_SIGN && k->n > 0 && k->last != KHCT_WORD_SIGN;
    size_t space = k->n > 0 && !glued ? 1 : 0;
    if (folded.n + space > KEY_LIMIT - k->n)
        return false;
    if (space > 0)
        k->bytes[k->n++] = ' ';
    memcpy(k->bytes + k->n, folded.p, folded.n);
    k->n += folded.n;
    k->last = word->kind;
    return true;
}

static khct_str key_text(const key *k)
{
    return (khct_str){k->bytes, k->n};
}

/* What adding phrases needs again and again. */
typedef struct adding {
    khct_arena *arena;
    khct_phrases *phrases;
    khct_words words;
} adding;

static void put(adding *a, const key *whole, uint32_t value, bool replace)
{
    khct_map *map = &a->phrases->whole;
    if (replace || khct_map_get(map, key_text(whole)) == KHCT_NONE)
        khct_map_put(a->arena, map, khct_str_copy(a->arena, key_text(whole)), value);
}

static void put_first(adding *a, khct_str first)
{
    uint32_t longest = khct_map_get(&a->phrases->first, first);
    if (longest == KHCT_NONE || longest < a->words.n)
        khct_map_put(a->arena, &a->phrases->first, khct_str_copy(a->arena, first),
                     (uint32_t)a->words.n);
}

/* The phrase with its marks, or without any. */
static void add_phrase(adding *a, uint32_t value, bool bare)
{
    key whole = {.n = 0};
    khct_str first = {NULL, 0};
    char folded[KHCT_FOLDED_WORD], first_folded[KHCT_FOLDED_WORD];
    for (size_t i = 0; i < a->words.n; i++) {
        const khct_word *word = &a->words.at[i];
        khct_str text = word->folded;
        if (bare && word->kind == KHCT_WORD_LETTERS) {
            char *into = i == 0 ? first_folded : folded;
            khct_fold_word(word->text.p, word->text.p + word->text.n, NULL, into);
            text = khct_str_of(into);
        }
        if (i == 0)
            first = text;
        if (!key_add(&whole, word, text))
            return;
    }
    if (a->words.n == 0)
        return;
    put(a, &whole, value, !bare);
    put_first(a, first);
}

void khct_phrases_add(khct_arena *arena, khct_phrases *phrases, khct_str phrase, uint32_t value)
{
    adding a = {arena, phrases, khct_words_of(arena, phrase, KHCT_NOWHERE)};
    add_phrase(&a, value, false);
}

void khct_phrases_add_table(khct_arena *arena, khct_phrases *phrases, const khct_phrase *table,
                            size_t count)
{
    adding a = {arena, phrases, {.n = 0}};
    for (size_t i = 0; i < count; i++) {
        khct_words_fill(arena, &a.words, khct_str_of(table[i].words), KHCT_NOWHERE);
        add_phrase(&a, table[i].value, false);
        add_phrase(&a, table[i].value, true);
    }
}

void khct_phrases_add_marked(khct_arena *arena, khct_phrases *marked, khct_phrases *bare,
                             const khct_phrase *table, size_t count)
{
    adding with = {arena, marked, {.n = 0}}, without = {arena, bare, {.n = 0}};
    for (size_t i = 0; i < count; i++) {
        uint32_t value = table[i].value & ~KHCT_MARKED_ONLY;
        khct_words_fill(arena, &with.words, khct_str_of(table[i].words), KHCT_NOWHERE);
        add_phrase(&with, value, false);
        without.words = with.words;
        if (bare != NULL && value == table[i].value)
            add_phrase(&without, value, true);
    }
}

uint32_t khct_phrase_at(const khct_phrases *phrases, const khct_words *words, size_t from,
                        size_t *count)
{
    *count = 0;
    uint32_t found = KHCT_NONE;
    if (from >= words->n)
        return found;
    uint32_t longest = khct_map_get(&phrases->first, words->at[from].folded);
    if (longest == KHCT_NONE)
        return found;
    key k = {.n = 0};
    for (size_t i = from; i < words->n && i - from < longest; i++) {
        if (!key_add(&k, &words->at[i], words->at[i].folded))
            break;
        /* a name does not end inside a run of letters and digits: "lớp 1" in "lớp 1A" */
        const khct_word *next = &words->at[i + 1];
        bool cut = !next->spaced && words->at[i].kind != KHCT_WORD_SIGN &&
                   (next->kind == KHCT_WORD_LETTERS ||
                    (next->kind == KHCT_WORD_NUMBER && words->at[i].kind == KHCT_WORD_LETTERS));
        uint32_t value = cut ? KHCT_NONE : khct_map_get(&phrases->whole, key_text(&k));
        if (value != KHCT_NONE) {
            found = value;
            *count = i - from + 1;
        }
    }
    return found;
}

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

/* The phrase with its marks, or without any. */
static void add_phrase(khct_arena *arena, khct_phrases *phrases, const khct_words *words,
                       uint32_t value, bool bare)
{
    key whole; /* not filled with zeroes */
    whole.n = 0;
    khct_str first = {NULL, 0};
    char folded[KHCT_FOLDED_WORD], first_folded[KHCT_FOLDED_WORD];
    for (size_t i = 0; i < words->n; i++) {
        const khct_word *word = &words->at[i];
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
    if (words->n == 0)
        return;
    uint32_t *number = khct_map_at(arena, &phrases->whole, key_text(&whole));
    if (!bare || *number == KHCT_NONE)
        *number = value;
    uint32_t *longest = khct_map_at(arena, &phrases->first, first);
    if (*longest == KHCT_NONE || *longest < words->n)
        *longest = (uint32_t)words->n;
}

void khct_phrases_add(khct_arena *arena, khct_phrases *phrases, khct_str phrase, uint32_t value)
{
    khct_words words = khct_words_of(arena, phrase, KHCT_NOWHERE);
    add_phrase(arena, phrases, &words, value, false);
}

bool khct_phrase_next(const khct_phrase *row, khct_str *spelling)
{
    const char *at = spelling->p == NULL ? row->words : spelling->p + spelling->n;
    at += *at == '|';
    *spelling = (khct_str){at, strcspn(at, "|")};
    return spelling->n > 0;
}

void khct_phrases_add_table(khct_arena *arena, khct_phrases *marked, khct_phrases *bare,
                            const khct_phrase *table)
{
    khct_words words = {.n = 0};
    for (const khct_phrase *row = table; row->words != NULL; row++) {
        uint32_t value = row->value & ~KHCT_MARKED_ONLY;
        for (khct_str spelling = {NULL, 0}; khct_phrase_next(row, &spelling);) {
            khct_words_fill(arena, &words, spelling, KHCT_NOWHERE);
            add_phrase(arena, marked, &words, value, false);
            if (bare != NULL && value == row->value)
                add_phrase(arena, bare, &words, value, true);
        }
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
    key k;
    k.n = 0;
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

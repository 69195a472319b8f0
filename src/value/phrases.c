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

static void put(khct_arena *arena, khct_phrases *phrases, const khct_words *words,
                const khct_str *folded, uint32_t value, bool replace)
{
    key whole = {.n = 0};
    for (size_t i = 0; i < words->n; i++)
        if (!key_add(&whole, &words->at[i], folded[i]))
            return;
    if (words->n == 0 || (!replace && khct_map_get(&phrases->whole, key_text(&whole)) != KHCT_NONE))
        return;
    khct_map_put(arena, &phrases->whole, khct_str_copy(arena, key_text(&whole)), value);
    uint32_t longest = khct_map_get(&phrases->first, folded[0]);
    if (longest == KHCT_NONE || longest < words->n)
        khct_map_put(arena, &phrases->first, folded[0], (uint32_t)words->n);
}

static void add_phrase(khct_arena *arena, khct_phrases *phrases, khct_str phrase, uint32_t value,
                       bool also_bare)
{
    khct_words words = khct_words_of(arena, phrase, KHCT_NOWHERE);
    khct_str *folded = khct_alloc_array(arena, words.n + 1, sizeof *folded);
    for (size_t i = 0; i < words.n; i++)
        folded[i] = words.at[i].folded;
    put(arena, phrases, &words, folded, value, true);
    if (!also_bare)
        return;
    for (size_t i = 0; i < words.n; i++) {
        char bare[KHCT_FOLDED_WORD];
        if (words.at[i].kind != KHCT_WORD_LETTERS)
            continue;
        khct_fold_word(words.at[i].text.p, words.at[i].text.p + words.at[i].text.n, NULL, bare);
        folded[i] = khct_str_copy(arena, khct_str_of(bare));
    }
    put(arena, phrases, &words, folded, value, false);
}

void khct_phrases_add(khct_arena *arena, khct_phrases *phrases, khct_str phrase, uint32_t value)
{
    add_phrase(arena, phrases, phrase, value, false);
}

void khct_phrases_add_table(khct_arena *arena, khct_phrases *phrases, const khct_phrase *table,
                            size_t count)
{
    for (size_t i = 0; i < count; i++)
        add_phrase(arena, phrases, khct_str_of(table[i].words), table[i].value, true);
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

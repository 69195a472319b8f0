#include "value/phrases.h"

#include "text/fold.h"
#include "text/utf8.h"

enum { KEY_LIMIT = 512 }; /* bytes of a folded phrase; longer ones are never found */

/* The folded words so far, joined by a space unless the writer set them side by side. */
typedef struct key {
    char bytes[KEY_LIMIT];
    size_t n;
    khct_word_kind last;
} key;

/* Where a word of at most `most` bytes goes; NULL where the key is full. */
static char *key_room(key *k, khct_word_kind kind, bool spaced, size_t most)
{
    bool glued = !spaced && kind != KHCT_WORD_SIGN && k->n > 0 && k->last != KHCT_WORD_SIGN;
    size_t space = k->n > 0 && !glued ? 1 : 0;
    if (most + space > KEY_LIMIT - k->n)
        return NULL;
    if (space > 0)
        k->bytes[k->n++] = ' ';
    k->last = kind;
    return k->bytes + k->n;
}

static bool key_add(key *k, khct_word_kind kind, bool spaced, khct_str folded)
{
    char *into = key_room(k, kind, spaced, folded.n);
    if (into == NULL)
        return false;
    memcpy(into, folded.p, folded.n);
    k->n += folded.n;
    return true;
}

static khct_str key_text(const key *k)
{
    return (khct_str){k->bytes, k->n};
}

/* A phrase that is added: with its marks and, where it is wanted, without any. */
typedef struct folded {
    key whole;
    size_t first; /* bytes of its first word */
} folded;

typedef struct adding {
    folded marked, bare;
    bool both;
    size_t words;
} adding;

/* Letters at `p`; returns the byte after them, or NULL where the phrase is too long. */
static const char *add_letters(adding *a, const char *p, const char *end, bool spaced)
{
    char *with = key_room(&a->marked.whole, KHCT_WORD_LETTERS, spaced, KHCT_FOLDED_WORD);
    char *without = NULL;
    if (a->both)
        without = key_room(&a->bare.whole, KHCT_WORD_LETTERS, spaced, KHCT_FOLDED_WORD);
    if (with == NULL || (a->both && without == NULL))
        return NULL;
    p = khct_fold_letters(p, end, with, without);
    a->marked.whole.n += strlen(with);
    if (without != NULL)
        a->bare.whole.n += strlen(without);
    return p;
}

/* Digits or a sign. */
static const char *add_others(adding *a, int32_t c, khct_str word, bool spaced)
{
    khct_word_kind kind = c >= '0' && c <= '9' ? KHCT_WORD_NUMBER : KHCT_WORD_SIGN;
    const char *after = word.p + word.n;
    if (khct_is_dash(c))
        word = KHCT_STR("-");
    bool fits = key_add(&a->marked.whole, kind, spaced, word) &&
                (!a->both || key_add(&a->bare.whole, kind, spaced, word));
    return fits ? after : NULL;
}

static size_t digits_at(const char *p, const char *end)
{
    size_t n = 0;
    while (p + n < end && p[n] >= '0' && p[n] <= '9')
        n++;
    return n;
}

/* Cuts words where khct_words_fill does. False where there is none, or too many. */
static bool fold_phrase(adding *a, khct_str phrase, bool both)
{
    const char *p = phrase.p, *end = p + phrase.n;
    bool spaced = true;
    a->both = both;
    a->marked.whole.n = a->bare.whole.n = a->words = 0;
    while (p != NULL && p < end) {
        size_t length;
        int32_t c = khct_utf8_at(p, (size_t)(end - p), &length);
        if (khct_parts_words(c)) {
            spaced = true;
            p += length;
            continue;
        }
        size_t digits = digits_at(p, end);
        p = digits > 0        ? add_others(a, c, (khct_str){p, digits}, spaced)
            : khct_in_word(c) ? add_letters(a, p, end, spaced)
                              : add_others(a, c, (khct_str){p, length}, spaced);
        spaced = false;
        if (a->words++ == 0) {
            a->marked.first = a->marked.whole.n;
            a->bare.first = a->bare.whole.n;
        }
    }
    return p != NULL && a->words > 0;
}

/* Without `replace` an earlier phrase with the same words stays. */
static void put(khct_arena *arena, khct_phrases *phrases, const folded *f, size_t words,
                uint32_t value, bool replace)
{
    uint32_t *number = khct_map_at(arena, &phrases->whole, key_text(&f->whole));
    if (replace || *number == KHCT_NONE)
        *number = value;
    khct_str first = {f->whole.bytes, f->first};
    uint32_t *longest = khct_map_at(arena, &phrases->first, first);
    if (*longest == KHCT_NONE || *longest < words)
        *longest = (uint32_t)words;
}

void khct_phrases_add(khct_arena *arena, khct_phrases *phrases, khct_str phrase, uint32_t value)
{
    adding a;
    if (fold_phrase(&a, phrase, false))
        put(arena, phrases, &a.marked, a.words, value, true);
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
    adding a;
    for (const khct_phrase *row = table; row->words != NULL; row++) {
        uint32_t value = row->value & ~KHCT_MARKED_ONLY;
        for (khct_str spelling = {NULL, 0}; khct_phrase_next(row, &spelling);) {
            bool both = bare != NULL && value == row->value;
            if (!fold_phrase(&a, spelling, both))
                continue;
            put(arena, marked, &a.marked, a.words, value, true);
            if (both)
                put(arena, bare, &a.bare, a.words, value, false);
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
        const khct_word *word = &words->at[i];
        if (!key_add(&k, word->kind, word->spaced, word->folded))
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

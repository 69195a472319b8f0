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

/* A phrase that is added. */
typedef struct folded {
    key whole;
    size_t first; /* bytes of its first word */
    size_t words;
} folded;

/* Letters at `p`; returns the byte after them, or NULL where the phrase is too long. */
static const char *add_letters(folded *f, const char *p, const char *end, bool bare, bool spaced)
{
    char *into = key_room(&f->whole, KHCT_WORD_LETTERS, spaced, KHCT_FOLDED_WORD);
    if (into == NULL)
        return NULL;
    size_t n;
    p = khct_fold_letters(p, end, bare, into, &n);
    f->whole.n += n;
    return p;
}

/* Digits or a sign. */
static const char *add_others(folded *f, int32_t c, khct_str word, bool spaced)
{
    khct_word_kind kind = khct_is_digit(c) ? KHCT_WORD_NUMBER : KHCT_WORD_SIGN;
    khct_str said = khct_is_dash(c) ? KHCT_STR("-") : word;
    return key_add(&f->whole, kind, spaced, said) ? word.p + word.n : NULL;
}

static size_t digits_at(const char *p, const char *end)
{
    size_t n = 0;
    while (p + n < end && khct_is_digit(p[n]))
        n++;
    return n;
}

/* Cuts words where khct_words_fill does. False where there is none, or too many. */
static bool fold_phrase(folded *f, khct_str phrase, bool bare)
{
    const char *p = phrase.p, *end = p + phrase.n;
    bool spaced = true;
    f->whole.n = f->words = 0;
    while (p != NULL && p < end) {
        size_t length;
        int32_t c = khct_utf8_at(p, (size_t)(end - p), &length);
        if (khct_parts_words(c)) {
            spaced = true;
            p += length;
            continue;
        }
        size_t digits = digits_at(p, end);
        p = digits > 0        ? add_others(f, c, (khct_str){p, digits}, spaced)
            : khct_in_word(c) ? add_letters(f, p, end, bare, spaced)
                              : add_others(f, c, (khct_str){p, length}, spaced);
        spaced = false;
        if (f->words++ == 0)
            f->first = f->whole.n;
    }
    return p != NULL && f->words > 0;
}

/* Valid until the next call. */
static struct khct_phrase_entry *entry_of(khct_arena *arena, khct_phrases *phrases, khct_str words)
{
    uint32_t *at = khct_map_at(arena, &phrases->at, words);
    if (*at == KHCT_NONE) {
        *at = (uint32_t)phrases->entries.n;
        khct_push(arena, &phrases->entries) = (struct khct_phrase_entry){KHCT_NONE, 0};
    }
    return &phrases->entries.at[*at];
}

/* Without `replace` an earlier phrase with the same words stays. */
static void add(khct_arena *arena, khct_phrases *phrases, khct_str phrase, bool bare,
                uint32_t value, bool replace)
{
    folded f;
    if (!fold_phrase(&f, phrase, bare))
        return;
    struct khct_phrase_entry *whole = entry_of(arena, phrases, key_text(&f.whole));
    if (replace || whole->value == KHCT_NONE)
        whole->value = value;
    struct khct_phrase_entry *first = entry_of(arena, phrases, (khct_str){f.whole.bytes, f.first});
    if (first->longest < f.words)
        first->longest = (uint32_t)f.words;
}

void khct_phrases_add(khct_arena *arena, khct_phrases *phrases, khct_str phrase, uint32_t value)
{
    add(arena, phrases, phrase, false, value, true);
}

bool khct_phrase_next(const khct_phrase *row, khct_str *spelling)
{
    const char *at = spelling->p == NULL ? row->words : spelling->p + spelling->n;
    at += *at == '|';
    const char *bar = strchr(at, '|');
    *spelling = (khct_str){at, bar != NULL ? (size_t)(bar - at) : strlen(at)};
    return spelling->n > 0;
}

static size_t spellings_in(const khct_phrase *table)
{
    size_t count = 0;
    for (const khct_phrase *row = table; row->words != NULL; row++)
        for (khct_str spelling = {NULL, 0}; khct_phrase_next(row, &spelling);)
            count++;
    return count;
}

void khct_phrases_add_table(khct_arena *arena, khct_phrases *phrases, const khct_phrase *table,
                            khct_marks marks)
{
    khct_map_reserve(arena, &phrases->at, spellings_in(table) * 3 / 2); /* with first words */
    for (const khct_phrase *row = table; row->words != NULL; row++) {
        uint32_t value = row->value & ~KHCT_MARKED_ONLY;
        for (khct_str spelling = {NULL, 0}; khct_phrase_next(row, &spelling);) {
            if (marks != KHCT_BARE)
                add(arena, phrases, spelling, false, value, true);
            if (marks != KHCT_MARKED && value == row->value)
                add(arena, phrases, spelling, true, value, false);
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
    uint32_t first = khct_map_get(&phrases->at, words->at[from].folded), at = first;
    if (first == KHCT_NONE)
        return found;
    uint32_t longest = phrases->entries.at[first].longest;
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
        if (i > from && !cut)
            at = khct_map_get(&phrases->at, key_text(&k));
        uint32_t value = cut || at == KHCT_NONE ? KHCT_NONE : phrases->entries.at[at].value;
        if (value != KHCT_NONE) {
            found = value;
            *count = i - from + 1;
        }
    }
    return found;
}

#include "value/words.h"

#include "text/fold.h"
#include "text/utf8.h"

typedef struct scan {
    khct_arena *arena;
    const char *begin, *p, *end;
    khct_span span;
    khct_words *words;
    bool spaced, first, paragraph;
    bool blank; /* nothing but white space so far on this line, which is not the first */
} scan;

bool khct_is_dash(int32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static khct_word *add(scan *s, khct_word_kind kind, const char *from, const char *to)
{
    if (s->words->n == s->words->capacity)
        s->words->at = khct_grow(s->arena, s->words->at, s->words->n, &s->words->capacity,
                                 sizeof *s->words->at);
    khct_word *word = &s->words->at[s->words->n];
    *word = (khct_word){.kind = kind,
                        .spaced = s->spaced,
                        .first = s->first,
                        .paragraph = s->paragraph,
                        .span = {s->span.source, s->span.begin + (uint32_t)(from - s->begin),
                                 s->span.begin + (uint32_t)(to - s->begin)},
                        .text = {from, (size_t)(to - from)}};
    if (kind == KHCT_WORD_END)
        return word;
    s->words->n++;
    s->spaced = s->first = s->paragraph = s->blank = false;
    return word;
}

static void scan_number(scan *s)
{
    enum { DIGITS = 18 };
    const char *from = s->p;
    while (s->p < s->end && khct_is_digit(*s->p))
        s->p++;
    khct_word *word = add(s, KHCT_WORD_NUMBER, from, s->p);
    word->folded = word->text;
    while (from < s->p && *from == '0')
        from++;
    if (s->p - from > DIGITS) {
        word->number = KHCT_TOO_BIG;
        return;
    }
    for (; from < s->p; from++)
        word->number = word->number * 10 + (uint64_t)(*from - '0');
}

static void scan_letters(scan *s)
{
    const char *from = s->p;
    char folded[KHCT_FOLDED_WORD];
    size_t n;
    s->p = khct_fold_letters(from, s->end, false, folded, &n);
    khct_word *word = add(s, KHCT_WORD_LETTERS, from, s->p);
    word->folded = khct_str_copy(s->arena, (khct_str){folded, n});
}

static void scan_sign(scan *s, int32_t c, size_t length)
{
    static const char escaped[] = ";<>#\"\\";
    const char *from = s->p;
    s->p += length;
    bool plain = c != '\\' || s->words->quoted || s->p == s->end || *s->p == '\0' ||
                 strchr(escaped, *s->p) == NULL;
    if (!plain)
        c = (unsigned char)*s->p++;
    khct_word *word = add(s, KHCT_WORD_SIGN, from, s->p);
    word->sign = khct_is_dash(c) ? '-' : c;
    word->folded = khct_is_dash(c) ? KHCT_STR("-") : (plain ? word->text : (khct_str){s->p - 1, 1});
}

/* The rest of the line is not the value's. */
static bool skip_comment(scan *s)
{
    khct_str text = {s->begin, (size_t)(s->end - s->begin)};
    if (s->words->quoted || !khct_begins_comment(text, (size_t)(s->p - s->begin), false, true))
        return false;
    while (s->p < s->end && *s->p != '\n')
        s->p++;
    s->blank = false;
    return true;
}

/* Words are about four bytes long; more room is made when it is needed. */
static void make_room(khct_arena *arena, khct_words *words, size_t count)
{
    if (words->capacity > 0)
        return;
    words->capacity = count + 2;
    words->at = (khct_word *)(void *)khct_alloc_bytes(arena, words->capacity * sizeof *words->at);
}

static bool is_tail(const khct_word *word)
{
    return khct_word_is_sign(word, '.') || khct_word_is_sign(word, ',');
}

void khct_words_fill(khct_arena *arena, khct_words *words, khct_str text, khct_span span)
{
    if (text.n == 0)
        text = KHCT_STR(""); /* to count from, as its bytes may be nowhere */
    scan s = {.arena = arena,
              .begin = text.p,
              .p = text.p,
              .end = text.p + text.n,
              .span = span,
              .spaced = true,
              .words = words};
    words->n = 0;
    make_room(arena, words, text.n / 4);
    while (s.p < s.end) {
        size_t length = 1;
        int32_t c = (unsigned char)*s.p;
        if (c >= 0x80)
            c = khct_utf8_at(s.p, (size_t)(s.end - s.p), &length);
        if (c == '\n' && !words->quoted) {
            s.paragraph = s.paragraph || s.blank;
            s.first = s.blank = true;
        }
        if (khct_parts_words(c)) {
            s.spaced = true;
            s.p += length;
        } else if (c == '#' && skip_comment(&s)) {
            continue;
        } else if (khct_is_digit(c)) {
            scan_number(&s);
        } else if (khct_in_word(c)) {
            scan_letters(&s);
        } else {
            scan_sign(&s, c, length);
        }
    }
    s.spaced = true;
    add(&s, KHCT_WORD_END, s.end, s.end);
    words->next = 0;
    words->span = span;
    words->text = text;
    words->tail = words->n;
    while (words->tail > 0 && is_tail(&words->at[words->tail - 1]))
        words->tail--;
}

khct_words khct_words_of(khct_arena *arena, khct_str text, khct_span span)
{
    khct_words words = {.n = 0};
    if (text.n > 0) /* it may have no bytes at all */
        khct_words_fill(arena, &words, text, span);
    return words;
}

bool khct_take_sign(khct_words *words, int32_t sign)
{
    if (!khct_word_is_sign(khct_peek(words), sign))
        return false;
    words->next++;
    return true;
}

bool khct_at_end(khct_words *words)
{
    if (words->next < words->tail)
        return false;
    words->next = words->n;
    return true;
}

khct_span khct_words_span(const khct_words *words, size_t from, size_t to)
{
    khct_span span = words->at[from].span;
    span.end = to > from ? words->at[to - 1].span.end : span.begin;
    return span;
}

khct_str khct_words_text(const khct_words *words, size_t from, size_t to)
{
    khct_span span = khct_words_span(words, from, to);
    return khct_str_sub(words->text, span.begin - words->span.begin, span.end - words->span.begin);
}

khct_span khct_words_rest(const khct_words *words)
{
    return khct_words_span(words, words->next, words->n);
}

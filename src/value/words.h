/* A value's raw slice of the source, taken apart into words, numbers and signs.
 *
 * Every reader of a typed value works over these. White space, line ends, comments and
 * escapes are gone; what each word is and where exactly it stands is kept.
 */
#ifndef KHCT_VALUE_WORDS_H
#define KHCT_VALUE_WORDS_H

#include "text/source.h"

typedef enum khct_word_kind {
    KHCT_WORD_END,     /* after the last one */
    KHCT_WORD_LETTERS, /* a run of letters: "năm", "KH" */
    KHCT_WORD_NUMBER,  /* a run of decimal digits: "09" */
    KHCT_WORD_SIGN,    /* anything else, one character */
} khct_word_kind;

typedef struct khct_word {
    khct_word_kind kind;
    bool spaced;    /* white space, or nothing, stands before it */
    bool first;     /* the first on its line (not on the value's first line) */
    bool paragraph; /* the first after a blank line */
    int32_t sign;   /* SIGN: its code point; each dash counts as '-' */
    khct_span span; /* its bytes in the file */
    khct_str text;  /* the same bytes */
    khct_str
        folded; /* LETTERS: see text/fold.h; NUMBER: the digits; SIGN: the sign, a dash as "-" */
    uint64_t number; /* NUMBER: its value; KHCT_TOO_BIG where it has more than 18 digits */
} khct_word;

#define KHCT_TOO_BIG UINT64_MAX

/* The words of a slice with a cursor. at[n] is always a KHCT_WORD_END. */
typedef struct khct_words {
    khct_word *at;
    size_t n;
    size_t next;    /* the word to be read next; at most n */
    size_t tail;    /* from here on only full stops and commas follow */
    khct_span span; /* the whole slice */
    khct_str text;  /* its bytes */
    size_t capacity;
    bool quoted; /* nothing is special: each sign stands for itself */
} khct_words;

/* Takes `text`, which stands at `span` in its file, apart. The result lives in the arena. */
khct_words khct_words_of(khct_arena *arena, khct_str text, khct_span span);

/* The same into `words`, whose memory is used again. */
void khct_words_fill(khct_arena *arena, khct_words *words, khct_str text, khct_span span);

/* The word at the cursor. */
static inline const khct_word *khct_peek(const khct_words *words)
{
    return &words->at[words->next];
}

/* The word `ahead` places after the cursor; KHCT_WORD_END past the end. */
static inline const khct_word *khct_peek_at(const khct_words *words, size_t ahead)
{
    return &words->at[ahead < words->n - words->next ? words->next + ahead : words->n];
}

static inline bool khct_word_is_sign(const khct_word *word, int32_t sign)
{
    return word->kind == KHCT_WORD_SIGN && word->sign == sign;
}

static inline bool khct_word_is_number(const khct_word *word)
{
    return word->kind == KHCT_WORD_NUMBER;
}

static inline bool khct_word_is(const khct_word *word, const char *folded)
{
    return word->kind == KHCT_WORD_LETTERS && khct_str_is(word->folded, folded);
}

/* What counts as "-" among words. */
bool khct_is_dash(int32_t code_point);

/* Steps over the sign if it is next. */
bool khct_take_sign(khct_words *words, int32_t sign);

/* True at the end, where full stops and commas may stand before it; steps over these. */
bool khct_at_end(khct_words *words);

/* The bytes of words `from` to `to` (excluded); an empty place where there are none. */
khct_span khct_words_span(const khct_words *words, size_t from, size_t to);
khct_str khct_words_text(const khct_words *words, size_t from, size_t to);

/* From the cursor to the slice's end, without white space around. */
khct_span khct_words_rest(const khct_words *words);

#endif

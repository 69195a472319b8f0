#include "syntax/begins.h"

#include "text/utf8.h"

enum { MOST_WORDS = 4 };

typedef enum letter { ANYTHING, NONE, DIGIT, CAPITAL, IDENTIFIER } letter;

typedef struct begin {
    letter letter; /* ANYTHING: the keyword has no row */
    const char *signs;
    khct_keyword words[MOST_WORDS]; /* ended by KHCT_KEYWORD_NONE */
} begin;

static const begin BEGINS[KHCT_KEYWORD_NONE + 1] = {
#define KHCT_BEGINS(keyword, letter, signs, ...)                                                   \
    [KHCT_K_##keyword] = {letter, signs, {__VA_ARGS__, KHCT_KEYWORD_NONE}},
#define KHCT_SHOWS(letter, signs)
#define KHCT_NO_SYLLABLE(letters)
#include "begins.def"
#undef KHCT_BEGINS
#undef KHCT_SHOWS
};

static const begin SHOWS =
#define KHCT_BEGINS(keyword, letter, signs, ...)
#define KHCT_SHOWS(letter, signs) {letter, signs, {KHCT_KEYWORD_NONE}};
#include "begins.def"
#undef KHCT_BEGINS
#undef KHCT_SHOWS
#undef KHCT_NO_SYLLABLE

    static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* One identifier, and nothing after it. */
static bool identifier_alone(khct_str text)
{
    size_t end = 0, width;
    while (end < text.n &&
           ((text.p[end] >= 'a' && text.p[end] <= 'z') || digit(text.p[end]) || text.p[end] == '_'))
        end++;
    size_t next = end;
    while ((width = khct_blank_at(text, next)) > 0)
        next += width;
    return end > 0 && (next == text.n || text.p[next] == ';' || text.p[next] == '\n');
}

static bool begins(const begin *row, khct_str text)
{
    size_t length;
    if (text.n == 0)
        return false;
    if (text.p[0] != '\0' && strchr(row->signs, text.p[0]) != NULL)
        return true;
    switch (row->letter) {
    case DIGIT: return digit(text.p[0]);
    case CAPITAL: return khct_is_capital_or_digit(khct_utf8_at(text.p, text.n, &length));
    case IDENTIFIER: return identifier_alone(text);
    default: return false;
    }
}

bool khct_value_may_begin(const khct_vocabulary *vocabulary, khct_keyword keyword, khct_str behind)
{
    const begin *row = &BEGINS[keyword];
    size_t at = 0, width, length;
    if (row->letter == ANYTHING)
        return true;
    while ((width = khct_space_at(behind, at)) > 0)
        at += width;
    khct_str text = khct_str_sub(behind, at, behind.n);
    if (khct_str_starts(text, ":") || begins(row, text))
        return true;
    for (size_t i = 0; row->words[i] != KHCT_KEYWORD_NONE; i++)
        if (khct_keyword_here(vocabulary, row->words[i], text, &length))
            return true;
    return false;
}

bool khct_shows_keyword(khct_str text)
{
    return begins(&SHOWS, text);
}

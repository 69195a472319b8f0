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
#include "begins.def"
};

static const begin SHOWS[] = {
#define KHCT_SHOWS(letter, signs) {letter, signs, {KHCT_KEYWORD_NONE}},
#include "begins.def"
};

typedef enum line_what { NOTHING, WORDS, CITATION } line_what;
typedef enum line_end { PROSE, LINE } line_end;

static const struct {
    khct_block block;
    khct_keyword keyword;
    line_what what;
    line_end end;
} ENTRIES[] = {
#define KHCT_K_NONE KHCT_KEYWORD_NONE
#define KHCT_ENTRY(block, keyword, what, end) {KHCT_B_##block, KHCT_K_##keyword, what, end},
#include "begins.def"
};

enum { ENTRY_COUNT = sizeof ENTRIES / sizeof ENTRIES[0] };

/* One identifier, and nothing after it. */
static bool identifier_alone(khct_str text)
{
    size_t end = 0, width;
    while (end < text.n && ((text.p[end] >= 'a' && text.p[end] <= 'z') ||
                            khct_is_digit(text.p[end]) || text.p[end] == '_'))
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
    case DIGIT: return khct_is_digit(text.p[0]);
    case CAPITAL: return khct_is_capital_or_digit(khct_utf8_at(text.p, text.n, &length));
    case IDENTIFIER: return identifier_alone(text);
    default: return false;
    }
}

bool khct_value_may_begin(const khct_vocabulary *vocabulary, khct_keyword keyword, khct_str after)
{
    const begin *row = &BEGINS[keyword];
    size_t at = 0, width, length;
    if (row->letter == ANYTHING)
        return true;
    while ((width = khct_space_at(after, at)) > 0)
        at += width;
    khct_str text = khct_str_sub(after, at, after.n);
    if (khct_str_starts(text, ":") || begins(row, text))
        return true;
    for (size_t i = 0; row->words[i] != KHCT_KEYWORD_NONE; i++)
        if (khct_keyword_here(vocabulary, row->words[i], text, &length))
            return true;
    return false;
}

bool khct_shows_keyword(khct_str text)
{
    return begins(&SHOWS[0], text);
}

khct_keyword khct_entry_of(khct_block block, bool cites)
{
    for (size_t i = 0; i < ENTRY_COUNT; i++)
        if (ENTRIES[i].block == block && (ENTRIES[i].what == WORDS || cites))
            return ENTRIES[i].keyword;
    return KHCT_KEYWORD_NONE;
}

bool khct_entry_is_line(khct_block block, khct_keyword keyword)
{
    for (size_t i = 0; i < ENTRY_COUNT; i++)
        if (ENTRIES[i].block == block && ENTRIES[i].end == LINE &&
            (keyword == KHCT_KEYWORD_NONE || ENTRIES[i].keyword == keyword ||
             ENTRIES[i].keyword == KHCT_KEYWORD_NONE))
            return true;
    return false;
}

#include "import/words.h"

#include "import/columns.h"
#include "text/fold.h"
#include "text/utf8.h"

static const char *const ROWS[] = {
#define KHCT_WORDS(kind, words) words,
#define KHCT_SCHOOL_WORDS(type, words)
#include "import/words.def"
#undef KHCT_WORDS
#undef KHCT_SCHOOL_WORDS
};

khct_str khct_in_next_of(const char *row, size_t *at)
{
    khct_str words = {row + *at, strcspn(row + *at, "|")};
    *at += words.n + (words.p[words.n] == '|');
    return words;
}

khct_str khct_in_next_words(khct_in_words_kind kind, size_t *at)
{
    return khct_in_next_of(ROWS[kind], at);
}

bool khct_in_says_any(khct_str folded, khct_in_words_kind kind)
{
    khct_str words;
    for (size_t at = 0; (words = khct_in_next_words(kind, &at)).n > 0;)
        if (khct_in_says(folded, words))
            return true;
    return false;
}

/* Bytes of the longest words of the kind that the text begins with, whole. */
static size_t starts_with(khct_str folded, khct_in_words_kind kind)
{
    khct_str words;
    size_t longest = 0;
    for (size_t at = 0; (words = khct_in_next_words(kind, &at)).n > 0;)
        if (words.n > longest && words.n <= folded.n && memcmp(folded.p, words.p, words.n) == 0 &&
            (folded.n == words.n || folded.p[words.n] == ' '))
            longest = words.n;
    return longest;
}

bool khct_in_starts_any(khct_str folded, khct_in_words_kind kind)
{
    return starts_with(folded, kind) > 0;
}

bool khct_in_is_any(khct_str folded, khct_in_words_kind kind)
{
    return folded.n > 0 && starts_with(folded, kind) == folded.n;
}

/* --- in a text as it is written --- */

static bool word_begins(khct_str text, size_t at)
{
    size_t before = at, length;
    while (before > 0 && ((unsigned char)text.p[--before] & 0xC0) == 0x80)
        continue;
    return at < text.n && khct_in_word(khct_utf8_at(text.p + at, text.n - at, &length)) &&
           (at == 0 || !khct_in_word(khct_utf8_at(text.p + before, at - before, &length)));
}

/* What may stand between two words of a row. */
static const char *skip_between(const char *p, const char *end)
{
    khct_str s = {p, (size_t)(end - p)};
    size_t at = 0;
    while (at < s.n && (khct_space_at(s, at) > 0 || s.p[at] == '/' || s.p[at] == '.'))
        at += khct_space_at(s, at) > 0 ? khct_space_at(s, at) : 1;
    return p + at;
}

static bool is_plain(khct_str row)
{
    for (size_t i = 0; i < row.n; i++)
        if ((unsigned char)row.p[i] >= 0x80)
            return false;
    return true;
}

/* Bytes of the words at byte `at`, where a word begins; 0: they do not stand there. */
static size_t row_at(khct_str text, size_t at, khct_str words)
{
    const char *p = text.p + at, *end = text.p + text.n, *row = words.p, *last = row + words.n;
    bool plain = is_plain(words);
    char said[KHCT_FOLDED_WORD], wanted[KHCT_FOLDED_WORD];
    while (word_begins(text, (size_t)(p - text.p))) {
        p = khct_fold_word(p, end, plain, said);
        row = khct_fold_word(row, last, false, wanted);
        if (strcmp(wanted, said) != 0)
            return 0;
        if (row == last)
            return (size_t)(p - text.p) - at;
        row++;
        p = skip_between(p, end);
    }
    return 0;
}

size_t khct_in_words_at(khct_str text, size_t at, khct_in_words_kind kind)
{
    khct_str words;
    size_t longest = 0;
    if (!word_begins(text, at))
        return 0;
    for (size_t row = 0; (words = khct_in_next_words(kind, &row)).n > 0;) {
        size_t n = row_at(text, at, words);
        longest = n > longest ? n : longest;
    }
    return longest;
}

bool khct_in_says_day(khct_str folded)
{
    return khct_in_says_any(folded, KHCT_IN_WORD_DAY) &&
           khct_in_says_any(folded, KHCT_IN_WORD_MONTH) &&
           khct_in_says_any(folded, KHCT_IN_WORD_YEAR);
}

bool khct_in_last_word_is(khct_str text, khct_in_words_kind kind)
{
    size_t last = text.n;
    while (last > 0 && khct_space_before(text, last) == 0)
        last--;
    return last < text.n && khct_in_words_at(text, last, kind) == text.n - last;
}

size_t khct_in_find_words(khct_str text, size_t from, khct_in_words_kind kind, size_t *length)
{
    for (size_t at = from; at < text.n; at++)
        if ((*length = khct_in_words_at(text, at, kind)) > 0)
            return at;
    return text.n;
}

#include "import/words.h"

#include "import/columns.h"

static const struct row {
    khct_in_words_kind kind;
    const char *words;
} ROWS[] = {
#define KHCT_WORDS(kind, words) {KHCT_IN_WORD_##kind, words},
#define KHCT_SCHOOL_WORDS(words, type)
#include "import/words.def"
#undef KHCT_WORDS
#undef KHCT_SCHOOL_WORDS
};

const char *khct_in_next_words(khct_in_words_kind kind, size_t *at)
{
    while (*at < sizeof ROWS / sizeof *ROWS)
        if (ROWS[(*at)++].kind == kind)
            return ROWS[*at - 1].words;
    return NULL;
}

bool khct_in_says_any(khct_str folded, khct_in_words_kind kind)
{
    const char *words;
    for (size_t at = 0; (words = khct_in_next_words(kind, &at)) != NULL;)
        if (khct_in_says(folded, words))
            return true;
    return false;
}

bool khct_in_starts_any(khct_str folded, khct_in_words_kind kind)
{
    const char *words;
    for (size_t at = 0; (words = khct_in_next_words(kind, &at)) != NULL;) {
        size_t n = strlen(words);
        if (khct_str_starts(folded, words) && (folded.n == n || folded.p[n] == ' '))
            return true;
    }
    return false;
}

bool khct_in_is_any(khct_str folded, khct_in_words_kind kind)
{
    const char *words;
    for (size_t at = 0; (words = khct_in_next_words(kind, &at)) != NULL;)
        if (khct_str_is(folded, words))
            return true;
    return false;
}

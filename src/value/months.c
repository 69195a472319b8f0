#include "value/months.h"

static bool is_any(const khct_word *word, const char *const *list)
{
    for (; *list != NULL; list++)
        if (khct_word_is(word, *list))
            return true;
    return false;
}

/* `9 tháng` at word `i`, where it counts months and names no date: not `9 tháng 12`, `6 tháng một
 * lần`, `6 tháng đầu năm`, `1 lần/3 tháng`. */
static bool counts_months(const khct_words *words, size_t i)
{
    static const char *const NAMES[] = {"thang2", "ngai1",  "t",     "mo^i4",
                                        "cu+2",   "ha(ng1", "hang1", NULL};
    static const char *const GOES_ON[] = {"mo^t5", "d-a^u1", "cuo^i2", "la^n1", "to+i2", NULL};
    const khct_word *number = &words->at[i],
                    *after = &words->at[i + 2 < words->n ? i + 2 : words->n];
    if (!khct_word_is_number(number) || number->number == 0 || number->number > KHCT_MONTHS_MOST ||
        i + 1 >= words->n || !khct_word_is(&words->at[i + 1], "thang2"))
        return false;
    if (khct_word_is_number(after) || khct_word_is_sign(after, '/') || is_any(after, GOES_ON))
        return false;
    const khct_word *before = i > 0 ? &words->at[i - 1] : NULL;
    return before == NULL || !(khct_word_is_sign(before, '/') || khct_word_is_sign(before, '-') ||
                               khct_word_is_number(before) || is_any(before, NAMES));
}

static bool is_times(const khct_word *word)
{
    return khct_word_is(word, "x") || khct_word_is_sign(word, '*') || khct_word_is_sign(word, 0xD7);
}

khct_months khct_months_in(const khct_words *words, bool times)
{
    for (size_t i = 0; i < words->n; i++)
        if (counts_months(words, i) && (!times || (i > 0 && is_times(&words->at[i - 1]))))
            return (khct_months){words->at[i].number, khct_words_span(words, i, i + 2)};
    return (khct_months){.count = 0};
}

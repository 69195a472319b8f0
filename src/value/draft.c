#include "value/draft.h"

static bool is_blank(const khct_word *word)
{
    return khct_word_is_sign(word, '.') || khct_word_is_sign(word, 0x2026) ||
           khct_word_is_sign(word, '_');
}

/* A number, or what keeps its place; "20…" is neither, and stays as it is. False where nothing
 * stands there. */
static bool take_part(khct_words *words, khct_str *part)
{
    size_t start = words->next;
    bool number = khct_word_is_number(khct_peek(words));
    *part = number ? khct_peek(words)->text : KHCT_STR("");
    words->next += number;
    size_t blank = words->next;
    while (is_blank(khct_peek(words)) && !(number && khct_peek(words)->spaced))
        words->next++;
    if (number && words->next > blank)
        *part = khct_words_text(words, start, words->next);
    return words->next > start;
}

/* `[ngày] D tháng M [năm Y]`, each part there or not. */
static bool by_words(const khct_reader *reader, khct_words *words, khct_draft *draft)
{
    take_part(words, &draft->day);
    if (!khct_take_word(reader, words, KHCT_C_MONTH))
        return false;
    take_part(words, &draft->month);
    if (khct_take_word(reader, words, KHCT_C_YEAR))
        take_part(words, &draft->year);
    return true;
}

/* `D/M/Y` with a part that is not there, `M/Y`, `D/M`. */
static bool by_signs(khct_words *words, khct_draft *draft)
{
    khct_str parts[3];
    size_t n = 0;
    bool any = take_part(words, &parts[n++]);
    while (n < 3 && khct_take_sign(words, '/'))
        any |= take_part(words, &parts[n++]);
    bool alone = n == 1 && any && parts[0].n == 0 && khct_at_end(words); /* `……` */
    if ((n < 2 && !alone) || !any)
        return false;
    if (alone)
        parts[n++] = KHCT_STR("");
    bool months = n == 2 && parts[1].n == 4;
    draft->day = months ? KHCT_STR("") : parts[0];
    draft->month = months ? parts[0] : parts[1];
    draft->year = months ? parts[1] : n == 3 ? parts[2] : KHCT_STR("");
    return true;
}

static bool filled(khct_str part)
{
    for (size_t i = 0; i < part.n; i++)
        if (!khct_is_digit(part.p[i]))
            return false;
    return part.n > 0;
}

bool khct_take_draft(const khct_reader *reader, khct_words *words, khct_draft *draft)
{
    size_t start = words->next;
    *draft = (khct_draft){KHCT_STR(""), KHCT_STR(""), KHCT_STR("")};
    khct_take_word(reader, words, KHCT_C_DAY);
    size_t first = words->next;
    bool read = by_words(reader, words, draft);
    if (!read) {
        words->next = first;
        read = by_signs(words, draft);
    }
    if (read && !(filled(draft->day) && filled(draft->month) && filled(draft->year)))
        return true;
    words->next = start;
    return false;
}

static bool at_most(khct_str part, unsigned limit)
{
    unsigned number = 0;
    if (!filled(part))
        return true;
    for (size_t i = 0; i < part.n && number <= limit; i++)
        number = 10 * number + (unsigned)(part.p[i] - '0');
    return number >= 1 && number <= limit;
}

bool khct_draft_can_be(const khct_draft *draft)
{
    return at_most(draft->day, 31) && at_most(draft->month, 12) &&
           (!filled(draft->year) || draft->year.n == 4);
}

/* Days under 10 and months under `zeros` get a 0; "…" for a part that is not there. */
static khct_str shown(khct_arena *arena, khct_str part, char zeros)
{
    if (part.n == 0)
        return KHCT_STR("…");
    bool zero = part.n == 1 && part.p[0] < zeros;
    bool drop = part.n == 2 && part.p[0] == '0' && part.p[1] >= zeros;
    return zero ? KHCT_JOIN(arena, "0", part) : drop ? khct_str_sub(part, 1, 2) : part;
}

khct_str khct_draft_long(khct_arena *arena, const khct_draft *draft)
{
    return KHCT_JOIN(arena, "ngày ", shown(arena, draft->day, '9' + 1), " tháng ",
                     shown(arena, draft->month, '3'), " năm ",
                     draft->year.n > 0 ? draft->year : KHCT_STR("…"));
}

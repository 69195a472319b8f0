#include "value/year.h"

#include "text/utf8.h"

#include <stdio.h>

khct_period khct_school_years(int first, int last)
{
    return (khct_period){.kind = KHCT_PERIOD_SCHOOL,
                         .first = first,
                         .last = last,
                         .first_school_year = first,
                         .last_school_year = last,
                         .written = KHCT_NO_DATE,
                         .from = khct_date_of(first, 9, 1),
                         .to = khct_date_of(last + 1, 8, 31)};
}

khct_period khct_calendar_years(int first, int last)
{
    return (khct_period){.kind = KHCT_PERIOD_CALENDAR,
                         .first = first,
                         .last = last,
                         .first_school_year = first,
                         .last_school_year = last,
                         .written = KHCT_NO_DATE,
                         .from = khct_date_of(first, 1, 1),
                         .to = khct_date_of(last, 12, 31)};
}

int khct_period_length(const khct_period *period)
{
    return period->kind == KHCT_PERIOD_NONE ? 0 : period->last - period->first + 1;
}

khct_str khct_school_year_text(khct_arena *arena, int first)
{
    char text[32];
    int n = snprintf(text, sizeof text, "%d-%d", first, first + 1);
    return khct_str_copy(arena, (khct_str){text, (size_t)n});
}

khct_str khct_period_text(khct_arena *arena, const khct_period *period)
{
    char text[64];
    int n = 0;
    if (period->kind == KHCT_PERIOD_SCHOOL && period->first != period->last)
        n = snprintf(text, sizeof text, "%d-%d đến %d-%d", period->first, period->first + 1,
                     period->last, period->last + 1);
    else if (period->kind == KHCT_PERIOD_SCHOOL)
        return khct_school_year_text(arena, period->first);
    else if (period->kind == KHCT_PERIOD_CALENDAR && period->first != period->last)
        n = snprintf(text, sizeof text, "%d-%d", period->first, period->last);
    else if (period->kind == KHCT_PERIOD_CALENDAR)
        n = snprintf(text, sizeof text, "%d", period->first);
    return khct_str_copy(arena, (khct_str){text, (size_t)n});
}

static bool is_year(const khct_word *word)
{
    return khct_word_is_number(word) && word->text.n == 4 && word->number >= KHCT_FIRST_YEAR &&
           word->number <= KHCT_LAST_YEAR;
}

/* Says that the whole value is kept as words. */
static void say_words(const khct_reader *reader, khct_span span, khct_message hint)
{
    khct_diag *diag =
        khct_say(reader, KHCT_KH4015, span, KHCT_MSG(PERIOD_WORDS, khct_read_plain(reader, span)));
    khct_diag_hint(diag, hint);
}

/* `từ năm học:`, `namhoc`, `giai đoạn`, `hết năm học`, or nothing. True where school years are
 * named. */
static bool skip_lead(const khct_reader *reader, khct_words *words)
{
    khct_take_word(reader, words, KHCT_C_PERIOD);
    khct_take_sign(words, ':');
    khct_take_word(reader, words, KHCT_C_FROM);
    words->next += khct_word_is(khct_peek(words), "he^t2");
    bool school = khct_take_word(reader, words, KHCT_C_SCHOOL_YEAR);
    if (!school)
        khct_take_word(reader, words, KHCT_C_YEAR);
    khct_take_sign(words, ':');
    return school;
}

/* Two years joined by a dash or a slash. */
static bool take_pair(khct_words *words, int *first, int *second)
{
    const khct_word *sign = khct_peek_at(words, 1);
    if (!is_year(khct_peek(words)) || !is_year(khct_peek_at(words, 2)) ||
        (!khct_word_is_sign(sign, '-') && !khct_word_is_sign(sign, '/')))
        return false;
    *first = (int)khct_peek(words)->number;
    *second = (int)khct_peek_at(words, 2)->number;
    words->next += 3;
    return true;
}

void khct_say_no_school_year(const khct_reader *reader, khct_span span, int first)
{
    khct_str words = khct_read_plain(reader, span);
    khct_diag *diag = khct_say(reader, KHCT_KH4009, span, KHCT_MSG(NOT_CONSECUTIVE, words));
    khct_diag_hint(diag,
                   KHCT_MSG(NOT_CONSECUTIVE_HINT, khct_school_year_text(reader->arena, first)));
}

bool khct_take_school_year(const khct_reader *reader, khct_words *words, khct_period *year)
{
    size_t start = words->next;
    int first, second;
    *year = (khct_period){.kind = KHCT_PERIOD_NONE, .from = KHCT_NO_DATE, .to = KHCT_NO_DATE};
    skip_lead(reader, words);
    size_t pair = words->next;
    if (!take_pair(words, &first, &second)) {
        words->next = start;
        return false;
    }
    khct_span span = khct_words_span(words, pair, words->next);
    if (second == first + 1)
        *year = khct_school_years(first, first);
    else
        khct_say_no_school_year(reader, span, first);
    year->span = span;
    return true;
}

khct_period khct_read_school_year(const khct_reader *reader, khct_span span)
{
    khct_words words = khct_read_words(reader, span);
    khct_period year;
    bool read = khct_take_school_year(reader, &words, &year);
    if (words.n > 0 && (!read || !khct_at_end(&words)))
        say_words(reader, span, KHCT_MSG0(SCHOOL_YEAR_HINT));
    year.span = span;
    year.words = khct_nfc(reader->arena, words.text);
    return year;
}

/* The second half of `2024-2025 den 2028-2029`; false where nothing joins one. */
static bool take_end(const khct_reader *reader, khct_words *words, int *first, int *second)
{
    size_t start = words->next;
    if (!khct_take_sign(words, '-') && !khct_take_word(reader, words, KHCT_C_TO))
        return false;
    skip_lead(reader, words);
    if (take_pair(words, first, second))
        return true;
    if (is_year(khct_peek(words))) {
        *first = *second = (int)khct_peek(words)->number;
        words->next++;
        return true;
    }
    words->next = start;
    return false;
}

/* True where both are school years, after saying what is wrong with those that are not. */
static bool both_consecutive(const khct_reader *reader, khct_span span, int a1, int a2, int b1,
                             int b2)
{
    if (a2 != a1 + 1)
        khct_say_no_school_year(reader, span, a1);
    else if (b2 != b1 + 1)
        khct_say_no_school_year(reader, span, b1);
    return a2 == a1 + 1 && b2 == b1 + 1;
}

static khct_period period_of(const khct_reader *reader, khct_words *words, bool school)
{
    khct_period none = {.kind = KHCT_PERIOD_NONE, .from = KHCT_NO_DATE, .to = KHCT_NO_DATE};
    int a1, a2, b1, b2;
    size_t start = words->next;
    if (is_year(khct_peek(words)) && !take_pair(words, &a1, &a2)) {
        a1 = a2 = (int)khct_peek(words)->number;
        words->next++;
        if (take_end(reader, words, &b1, &b2))
            a2 = b2;
        return khct_calendar_years(a1, a2);
    }
    if (words->next == start)
        return none;
    if (take_end(reader, words, &b1, &b2)) {
        khct_span span = khct_words_span(words, start, words->next);
        return both_consecutive(reader, span, a1, a2, b1, b2) ? khct_school_years(a1, b1) : none;
    }
    if (school && a2 == a1 + 1)
        return khct_school_years(a1, a1);
    return khct_calendar_years(a1, a2);
}

khct_period khct_read_period(const khct_reader *reader, khct_span span)
{
    khct_words words = khct_read_words(reader, span);
    bool school = skip_lead(reader, &words);
    size_t start = words.next;
    khct_period period = period_of(reader, &words, school);
    if (words.n > 0 && (words.next == start || !khct_at_end(&words)))
        say_words(reader, span, KHCT_MSG0(PERIOD_HINT));
    if (period.kind != KHCT_PERIOD_NONE && period.last < period.first) {
        khct_str first = khct_str_number(reader->arena, period.first);
        khct_str last = khct_str_number(reader->arena, period.last);
        khct_say(reader, KHCT_KH4006, span, KHCT_MSG(BACKWARDS, last, first));
        period = (khct_period){.kind = KHCT_PERIOD_NONE, .from = KHCT_NO_DATE, .to = KHCT_NO_DATE};
    }
    period.span = span;
    period.words = khct_nfc(reader->arena, words.text);
    return period;
}

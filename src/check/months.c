/* How many months are said, and how many the time holds (KH4017): `9 tháng` beside `tháng 9 - 12`.
 */
#include "check/checks.h"

/* A number of months that is said in words. */
typedef struct stated {
    uint64_t months; /* 0: none is */
    khct_span span;
} stated;

enum { MOST_MONTHS = 60 };

static int month_of(khct_date day)
{
    int year, month;
    khct_date_parts(day, &year, &month, NULL);
    return year * 12 + month - 1;
}

/* From the first day of a month to the last day of one. */
static bool whole_months(const khct_interval *interval)
{
    int day, year, month;
    if (interval->from == KHCT_NO_DATE || interval->to == KHCT_NO_DATE)
        return false;
    khct_date_parts(interval->from, NULL, NULL, &day);
    khct_date_parts(interval->to + 1, &year, &month, NULL);
    return day == 1 && interval->to + 1 == khct_date_of(year, month, 1);
}

/* The writer counts in months: terms and school years have fewer months of teaching than days say.
 */
static bool in_months(const khct_reader *reader, khct_span span)
{
    static const char *const OTHERS[] = {"hoc5", "ki1", "hk",   "hki",
                                         "hkii", "he1", "qui2", "tua^n1"};
    khct_words words = khct_read_words(reader, span);
    for (size_t i = 0; i < words.n; i++)
        for (size_t k = 0; k < sizeof OTHERS / sizeof *OTHERS; k++)
            if (khct_word_is(&words.at[i], OTHERS[k]))
                return false;
    return true;
}

/* How many months the time holds; 0 where that cannot be said. */
static size_t months_of(const khct_time *time)
{
    bool held[MOST_MONTHS] = {false};
    size_t count = 0;
    if (!time->understood || time->intervals.n == 0 || (time->recurs & KHCT_EVERY_YEAR) != 0 ||
        time->from == KHCT_NO_DATE)
        return 0;
    int first = month_of(time->from);
    for (size_t i = 0; i < time->intervals.n; i++) {
        const khct_interval *interval = &time->intervals.at[i];
        if (!whole_months(interval) || month_of(interval->to) - first >= MOST_MONTHS)
            return 0;
        for (int m = month_of(interval->from); m <= month_of(interval->to); m++) {
            count += !held[m - first];
            held[m - first] = true;
        }
    }
    return count;
}

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
    if (!khct_word_is_number(number) || number->number == 0 || number->number > MOST_MONTHS ||
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

/* A number and `th` after it: less than a count of months, and soon seen. */
static bool may_count(khct_str text)
{
    for (size_t i = 0; i + 1 < text.n; i++) {
        if (text.p[i] < '0' || text.p[i] > '9')
            continue;
        size_t next = i + 1, width;
        while ((width = khct_space_at(text, next)) > 0)
            next += width;
        if (next < text.n && (text.p[next] == 't' || text.p[next] == 'T'))
            return true;
    }
    return false;
}

/* The first count of months in a value; in money only one that multiplies: `x 9 tháng`. */
static stated stated_in(const khct_reader *reader, khct_span span, bool money)
{
    if (!may_count(khct_reader_bytes(reader, span)))
        return (stated){.months = 0};
    khct_words words = khct_read_words(reader, span);
    for (size_t i = 0; i < words.n; i++)
        if (counts_months(&words, i) && (!money || (i > 0 && is_times(&words.at[i - 1]))))
            return (stated){words.at[i].number, khct_words_span(&words, i, i + 2)};
    return (stated){.months = 0};
}

static void report(khct_checking *k, const khct_field *when, const stated *said, size_t months)
{
    khct_str count = khct_str_number(k->arena, (long long)said->months);
    khct_str holds = khct_str_number(k->arena, (long long)months);
    khct_diag *diag = khct_report(k->diags, KHCT_KH4017, said->span,
                                  KHCT_MSG(MONTHS, count, when->meaning->time->words, holds));
    if (said->span.begin < when->span.begin || said->span.begin >= when->span.end)
        khct_diag_related(k->diags, diag, when->span, KHCT_MSG0(MONTHS_HERE));
    khct_diag_hint(k->diags, diag, KHCT_MSG0(MONTHS_HINT));
}

static void check_task(khct_checking *k, const khct_task *task)
{
    const khct_reader *reader = &k->plan->reader;
    const khct_field *when = task->when, *money = task->money;
    if (when == NULL || when->meaning->time == NULL)
        return;
    bool paid = money != NULL && !money->empty && !(money->inherited && when->inherited);
    stated said = {0}, costs = {0};
    if (!when->inherited)
        said = stated_in(reader, when->span, false);
    if (paid)
        costs = stated_in(reader, money->span, true);
    if ((said.months == 0 && costs.months == 0) || !in_months(reader, when->span))
        return;
    size_t months = months_of(when->meaning->time);
    if (months == 0)
        return;
    if (said.months != 0 && said.months != months)
        report(k, when, &said, months);
    if (costs.months > months) /* it may be paid in some of them only */
        report(k, when, &costs, months);
}

void khct_check_months(khct_checking *k)
{
    for (size_t i = 0; i < k->plan->improvements.n; i++)
        for (size_t t = 0; t < k->plan->improvements.at[i].tasks.n; t++)
            check_task(k, &k->plan->improvements.at[i].tasks.at[t]);
}

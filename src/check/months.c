/* How many months are said, and how many the time holds (KH4017): `9 tháng` beside `tháng 9 - 12`.
 */
#include "check/checks.h"

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
    bool held[KHCT_MONTHS_MOST] = {false};
    size_t count = 0;
    if (!time->understood || time->intervals.n == 0 || (time->recurs & KHCT_EVERY_YEAR) != 0 ||
        time->from == KHCT_NO_DATE)
        return 0;
    int first = month_of(time->from);
    KHCT_FOR (interval, &time->intervals) {
        if (!whole_months(interval) || month_of(interval->to) - first >= KHCT_MONTHS_MOST)
            return 0;
        for (int m = month_of(interval->from); m <= month_of(interval->to); m++) {
            count += !held[m - first];
            held[m - first] = true;
        }
    }
    return count;
}

static void report(khct_checking *k, const khct_field *when, const khct_node *node,
                   const khct_months *said, size_t months)
{
    khct_str count = khct_str_number(k->arena, (long long)said->count);
    khct_str holds = khct_str_number(k->arena, (long long)months);
    khct_span place = khct_node_place(node, said->span);
    khct_diag *diag = khct_report(k->diags, KHCT_KH4017, place,
                                  KHCT_MSG(MONTHS, count, when->meaning->time->words, holds));
    if (node != when->node)
        khct_diag_related(diag, when->span, KHCT_MSG0(MONTHS_HERE));
    khct_diag_hint(diag, KHCT_MSG0(MONTHS_HINT));
}

static void check_task(khct_checking *k, const khct_task *task)
{
    const khct_field *when = task->when, *money = task->money;
    if (when == NULL || when->meaning->time == NULL)
        return;
    bool paid =
        money != NULL && money->meaning->money != NULL && !(money->inherited && when->inherited);
    khct_months said = {0}, costs = {0};
    if (!when->inherited)
        said = when->meaning->time->months;
    if (paid)
        costs = money->meaning->money->months;
    if ((said.count == 0 && costs.count == 0) || !in_months(&k->plan->reader, when->span))
        return;
    size_t months = months_of(when->meaning->time);
    if (months == 0)
        return;
    if (said.count != 0 && said.count != months)
        report(k, when, when->node, &said, months);
    if (costs.count > months) /* it may be paid in some of them only */
        report(k, when, money->node, &costs, months);
}

void khct_check_months(khct_checking *k)
{
    KHCT_FOR (improvement, &k->plan->improvements)
        KHCT_FOR (task, &improvement->tasks)
            check_task(k, task);
}

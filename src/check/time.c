/* Times of tasks and reports against the plan's period and date (KH4005, KH4007, KH4010, KH4013).
 */
#include "check/checks.h"

#include "text/fold.h"

khct_window khct_window_of(const khct_period *period)
{
    enum { JUNE = 6, AUGUST = 8, DECEMBER = 12 };
    khct_window w = {khct_date_of(period->first_school_year, JUNE, 1),
                     khct_date_of(period->last_school_year + 1, AUGUST, 31)};
    if (period->kind == KHCT_PERIOD_CALENDAR) {
        khct_date from = khct_date_of(period->first - 1, JUNE, 1);
        khct_date to = khct_date_of(period->last, DECEMBER, 31);
        w.from = from < w.from ? from : w.from;
        w.to = to > w.to ? to : w.to;
    }
    return w;
}

/* All of it lies before or after; what has no end never does. */
static bool outside(const khct_time *time, khct_window w)
{
    KHCT_FOR (interval, &time->intervals) {
        if (interval->from == KHCT_NO_DATE || interval->to == KHCT_NO_DATE ||
            (interval->to >= w.from && interval->from <= w.to))
            return false;
    }
    return time->intervals.n > 0;
}

/* One task's times, looked at once where several tasks share them. */
typedef struct timed {
    const khct_improvement *improvement;
    const khct_task *task;
    const khct_field *field;
    const khct_time *time;
} timed;

typedef void check_timed(khct_checking *k, const timed *t);

static void each_time(khct_checking *k, check_timed *check)
{
    KHCT_FOR (improvement, &k->plan->improvements) {
        const khct_node *shared = NULL;
        KHCT_FOR (task, &improvement->tasks) {
            const khct_field *field = task->when;
            if (field == NULL || field->meaning->time == NULL || field->node == shared)
                continue;
            if (field->inherited)
                shared = field->node;
            timed t = {improvement, task, field, field->meaning->time};
            check(k, &t);
        }
    }
}

static bool lies_outside(const khct_checking *k, const timed *t)
{
    return k->plan->heading.period.kind != KHCT_PERIOD_NONE &&
           outside(t->time, khct_window_of(&k->plan->heading.period));
}

/* --- KH4005 --- */

/* The words without the full stop at their end. */
static khct_str shown(const khct_time *time)
{
    khct_str words = time->words;
    while (words.n > 0 && words.p[words.n - 1] == '.')
        words.n--;
    return words;
}

static void check_period(khct_checking *k, const timed *t)
{
    if (!lies_outside(k, t))
        return;
    const khct_period *period = &k->plan->heading.period;
    khct_diag *diag =
        khct_report(k->diags, KHCT_KH4005, t->field->span,
                    KHCT_MSG(TIME_OUTSIDE, shown(t->time), khct_period_text(k->arena, period)));
    diag->subject = khct_improvement_subject(k->arena, t->improvement);
    khct_diag_related(diag, period->span, KHCT_MSG0(PERIOD_HERE));
    khct_diag_hint(diag, KHCT_MSG0(TIME_OUTSIDE_HINT));
}

void khct_check_task_period(khct_checking *k)
{
    each_time(k, check_period);
}

/* --- KH4013 --- */

static void check_past(khct_checking *k, const timed *t)
{
    khct_date date = k->plan->heading.date.date;
    if (t->time->to == KHCT_NO_DATE || t->time->to >= date || lies_outside(k, t))
        return;
    khct_diag *diag = khct_report(k->diags, KHCT_KH4013, t->field->span,
                                  KHCT_MSG(TIME_PAST, khct_time_due_text(k->arena, t->time, false),
                                           khct_date_short(k->arena, date)));
    diag->subject = khct_improvement_subject(k->arena, t->improvement);
    khct_diag_related(diag, k->plan->heading.date.span, KHCT_MSG0(PLAN_DATE_HERE));
    khct_diag_hint(diag, KHCT_MSG0(TIME_PAST_HINT));
}

void khct_check_past_tasks(khct_checking *k)
{
    each_time(k, check_past);
}

/* --- KH4010 --- */

/* The months up to a day. A task of a whole school year is done in May as far as its work goes. */
static int months_to(khct_date to, bool task)
{
    enum { MAY = 5, AUGUST = 8, LAST = 31 };
    int year, month, day;
    khct_date_parts(to, &year, &month, &day);
    if (task && month == AUGUST && day == LAST)
        month = MAY;
    return year * 12 + month;
}

static void check_report(khct_checking *k, const timed *t)
{
    const khct_field *report = t->task->report;
    const khct_time *due = report == NULL ? NULL : report->meaning->time;
    khct_date plan = k->plan->heading.date.date;
    bool past = due != NULL && plan != KHCT_NO_DATE && due->to < plan; /* KH4021 */
    if (due == NULL || past || due->to == KHCT_NO_DATE || due->recurs != 0 ||
        t->time->to == KHCT_NO_DATE || months_to(due->to, false) >= months_to(t->time->to, true))
        return;
    khct_diag *diag = khct_report(k->diags, KHCT_KH4010, report->span,
                                  KHCT_MSG(REPORT_EARLY, shown(due), shown(t->time)));
    diag->subject = khct_improvement_subject(k->arena, t->improvement);
    khct_diag_related(diag, t->field->span, KHCT_MSG0(TASK_TIME_HERE));
    khct_diag_hint(diag, KHCT_MSG0(REPORT_EARLY_HINT));
}

void khct_check_reports(khct_checking *k)
{
    each_time(k, check_report);
}

/* --- KH4021 --- */

/* A report of a task that is over too is told by KH4013. */
static void check_past_report(khct_checking *k, const khct_improvement *improvement,
                              const khct_task *task)
{
    const khct_field *report = task->report;
    const khct_time *due = report == NULL ? NULL : report->meaning->time;
    const khct_time *time = task->when == NULL ? NULL : task->when->meaning->time;
    khct_date date = k->plan->heading.date.date;
    if (due == NULL || due->recurs != 0 || due->to == KHCT_NO_DATE || due->to >= date ||
        (time != NULL && time->to != KHCT_NO_DATE && time->to < date))
        return;
    khct_diag *diag =
        khct_report(k->diags, KHCT_KH4021, report->span,
                    KHCT_MSG(REPORT_PAST, shown(due), khct_date_short(k->arena, date)));
    diag->subject = khct_improvement_subject(k->arena, improvement);
    khct_diag_related(diag, k->plan->heading.date.span, KHCT_MSG0(PLAN_DATE_HERE));
    khct_diag_hint(diag, KHCT_MSG0(REPORT_PAST_HINT));
}

void khct_check_past_reports(khct_checking *k)
{
    KHCT_FOR (improvement, &k->plan->improvements) {
        const khct_node *shared = NULL;
        KHCT_FOR (task, &improvement->tasks) {
            const khct_field *report = task->report;
            if (report == NULL || report->node == shared)
                continue;
            if (report->inherited)
                shared = report->node;
            check_past_report(k, improvement, task);
        }
    }
}

/* --- KH4022 --- */

/* Days of a stretch that is more than a school year and its summers. */
enum { YEARS_LONG = 460 };

static void check_long(khct_checking *k, const timed *t)
{
    const khct_period *period = &k->plan->heading.period;
    khct_window w = khct_window_of(period);
    KHCT_FOR (interval, &t->time->intervals) {
        if (interval->from == KHCT_NO_DATE || interval->to == KHCT_NO_DATE ||
            interval->to <= w.to || interval->from > w.to ||
            interval->to - interval->from < YEARS_LONG)
            continue;
        khct_diag *diag =
            khct_report(k->diags, KHCT_KH4022, t->field->span,
                        KHCT_MSG(TASK_LONG, shown(t->time), khct_period_text(k->arena, period)));
        diag->subject = khct_improvement_subject(k->arena, t->improvement);
        khct_diag_related(diag, period->span, KHCT_MSG0(PERIOD_HERE));
        khct_diag_hint(diag, KHCT_MSG0(TASK_LONG_HINT));
        return;
    }
}

void khct_check_long_tasks(khct_checking *k)
{
    if (khct_period_length(&k->plan->heading.period) == 1)
        each_time(k, check_long);
}

/* --- KH4007 --- */

static const char *const NUMERALS[] = {"một", "hai", "ba",  "bốn",  "năm",
                                       "sáu", "bảy", "tám", "chín", "mười"};

/* The number that a word says, 0 where none. */
static int number_of(khct_arena *arena, const khct_word *word)
{
    enum { LONGEST = 30 };
    if (khct_word_is_number(word))
        return word->number <= LONGEST && word->text.n < 3 ? (int)word->number : 0;
    for (size_t i = 0; word->kind == KHCT_WORD_LETTERS && i < sizeof NUMERALS / sizeof *NUMERALS;
         i++)
        if (khct_str_eq(word->folded, khct_fold(arena, khct_str_of(NUMERALS[i]))))
            return (int)i + 1;
    return 0;
}

/* `5 năm`, `05 năm học`, but not `tháng 9 năm 2023`: the years that it says, its words in *span. */
static int stated_length(khct_checking *k, khct_span *span)
{
    khct_words words = khct_read_words(&k->plan->reader, k->plan->heading.subject_span);
    for (size_t i = 0; i + 1 < words.n; i++) {
        int number = number_of(k->arena, &words.at[i]);
        bool year = khct_str_eq(words.at[i + 1].folded, khct_fold(k->arena, KHCT_STR("năm")));
        bool month = i > 0 && (khct_word_is(&words.at[i - 1], "thang2") ||
                               khct_word_is_sign(&words.at[i - 1], '/') ||
                               khct_word_is_sign(&words.at[i - 1], '-'));
        bool dated = i + 2 < words.n && khct_word_is_number(&words.at[i + 2]) &&
                     words.at[i + 2].number >= KHCT_FIRST_YEAR &&
                     (!khct_word_is_number(&words.at[i]) ||
                      (i > 0 && khct_word_is(&words.at[i - 1], "ngai1")));
        if (number == 0 || !year || month || dated)
            continue;
        *span = khct_words_span(&words, i, i + 2);
        return number;
    }
    return 0;
}

void khct_check_stated_length(khct_checking *k)
{
    const khct_period *period = &k->plan->heading.period;
    khct_span span;
    if (k->plan->heading.subject.n == 0)
        return;
    int stated = stated_length(k, &span), length = khct_period_length(period);
    /* 2020-2025 in calendar years may mean six of them or five school years */
    bool fits = stated == length || (period->kind == KHCT_PERIOD_CALENDAR && stated == length - 1);
    if (stated == 0 || fits)
        return;
    khct_diag *diag =
        khct_report(k->diags, KHCT_KH4007, span,
                    KHCT_MSG(LENGTH_DIFFERS, stated, khct_period_text(k->arena, period), length));
    khct_diag_related(diag, period->span, KHCT_MSG0(PERIOD_HERE));
    khct_diag_hint(diag, KHCT_MSG0(LENGTH_HINT));
}

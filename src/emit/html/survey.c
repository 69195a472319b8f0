/* How the overview groups and orders what the work holds, found before any of it is written. */
#include "emit/html/build.h"

/* --- progress and time --- */

static void judge(khct_html *h, khct_html_task *t)
{
    static const khct_html_state STATES[] = {[KHCT_PROGRESS_NONE] = KHCT_HTML_UNKNOWN,
                                             [KHCT_NOT_BEGUN] = KHCT_HTML_TODO,
                                             [KHCT_UNDER_WAY] = KHCT_HTML_DOING,
                                             [KHCT_FINISHED] = KHCT_HTML_DONE};
    t->state = STATES[t->work->state];
    t->late = t->work->standing == KHCT_OVERDUE;
    t->soon = t->work->standing == KHCT_DUE_SOON;
    h->counts[t->late ? KHCT_HTML_LATE : t->state]++;
    h->counts[KHCT_HTML_SOON_DUE] += t->soon;
}

static int school_year_of(const khct_html_day *day)
{
    return day->month >= 9 ? day->year : day->year - 1;
}

/* The years that the timeline shows: the plan's, or else those of its tasks. */
static void find_years(khct_html *h)
{
    const khct_period *period = &h->plan->heading.period;
    int first = INT32_MAX, last = INT32_MIN;
    if (period->kind != KHCT_PERIOD_NONE) {
        first = period->first_school_year;
        last = period->last_school_year;
    } else {
        for (uint32_t i = 0; i < h->work->task_count; i++) {
            const khct_time *time = h->work->tasks[i].time;
            khct_date days[2] = {time == NULL ? KHCT_NO_DATE : time->from,
                                 time == NULL ? KHCT_NO_DATE : time->to};
            for (size_t k = 0; k < 2; k++) {
                if (days[k] == KHCT_NO_DATE)
                    continue;
                int year = school_year_of(khct_html_day_of(h, days[k]));
                first = year < first ? year : first;
                last = year > last ? year : last;
            }
        }
    }
    if (first > last)
        return;
    h->first_year = first;
    h->years = last - first < KHCT_HTML_YEARS ? last - first + 1 : KHCT_HTML_YEARS;
}

/* The term of a day: -1 before the first one. January ends term I and begins term II. */
static int term_of(khct_html *h, khct_date date, bool begins)
{
    const khct_html_day *day = khct_html_day_of(h, date);
    int month = day->month, school_year = school_year_of(day);
    int term = month >= 9 || (month == 1 && !begins) ? 0 : month <= 5 ? 1 : 2;
    if (school_year < h->first_year)
        return -1;
    if (school_year - h->first_year >= h->years)
        return h->years * 3;
    return (school_year - h->first_year) * 3 + term;
}

static void mark_terms(khct_html *h, khct_html_task *t, khct_date from, khct_date to)
{
    int count = h->years * 3;
    int first = from == KHCT_NO_DATE ? 0 : term_of(h, from, true);
    int last = to == KHCT_NO_DATE ? count - 1 : term_of(h, to, false);
    if (first > last) { /* within January */
        int other = first;
        first = last;
        last = other;
    }
    first = first < 0 ? 0 : first;
    last = last >= count ? count - 1 : last;
    for (int k = first; k <= last; k++)
        t->terms |= UINT64_C(1) << k;
}

static void find_terms(khct_html *h, khct_html_task *t)
{
    t->starts = t->ends = KHCT_NONE;
    if (t->work->time == NULL || h->years == 0)
        return;
    for (size_t i = 0; i < t->work->time->intervals.n; i++)
        mark_terms(h, t, t->work->time->intervals.at[i].from, t->work->time->intervals.at[i].to);
    if (t->work->time->intervals.n == 0 && t->work->time->recurs != 0)
        mark_terms(h, t, KHCT_NO_DATE, KHCT_NO_DATE);
    int count = h->years * 3;
    int begin = t->work->time->from == KHCT_NO_DATE ? -1 : term_of(h, t->work->time->from, true);
    int end = t->work->time->to == KHCT_NO_DATE ? -1 : term_of(h, t->work->time->to, false);
    if (begin >= 0 && begin < count)
        t->starts = (uint32_t)begin;
    if (end >= 0 && end < count)
        t->ends = (uint32_t)end;
}

/* --- groups --- */

static void make_groups(khct_html *h)
{
    const khct_catalogue *c = h->plan->catalogue;
    size_t standards = h->work->group_count - KHCT_GROUP_MORE;
    h->groups = khct_alloc_array(h->arena, h->work->group_count, sizeof *h->groups);
    for (size_t i = 0; i < standards; i++)
        h->groups[i].title = KHCT_JOIN(h->arena, "Tiêu chuẩn ", c->standards.at[i].number, ". ",
                                       c->standards.at[i].title);
    h->groups[standards + KHCT_GROUP_ITEMS].title =
        KHCT_JOIN(h->arena, "Mức ", c == NULL || c->items.n == 0 ? 4 : c->highest);
    h->groups[standards + KHCT_GROUP_NONE].title =
        c != NULL ? KHCT_STR("Không thuộc riêng một tiêu chuẩn") : KHCT_STR("Các việc");
}

static void fill_groups(khct_html *h)
{
    const khct_work *work = h->work;
    uint32_t sum = 0;
    uint32_t *next = khct_alloc_array(h->arena, work->group_count, sizeof *next);
    for (uint32_t i = 0; i < work->task_count; i++)
        h->groups[work->tasks[i].group].count++;
    for (size_t k = 0; k < work->group_count; k++) {
        h->groups[k].first = next[k] = sum;
        sum += h->groups[k].count;
    }
    h->order = khct_alloc_array(h->arena, work->task_count + 1, sizeof *h->order);
    for (uint32_t i = 0; i < work->task_count; i++)
        h->order[next[work->tasks[i].group]++] = i;
}

/* A group that has tasks, or that tasks of another group serve, can be chosen. */
static void number_options(khct_html *h)
{
    const khct_plan *plan = h->plan;
    uint32_t count = 0;
    for (size_t i = 0; i < plan->improvements.n; i++)
        for (size_t k = 0; k < plan->improvements.at[i].serves.n; k++)
            if (plan->improvements.at[i].serves.at[k].criterion != NULL)
                h->groups[plan->improvements.at[i].serves.at[k].criterion->standard].option = 1;
    for (size_t k = 0; k < h->work->group_count; k++)
        if (h->groups[k].count > 0 || h->groups[k].option > 0)
            h->groups[k].option = ++count;
}

/* --- all of it --- */

static void find_rows(khct_html *h)
{
    for (size_t i = 0; i < h->page->blocks.n; i++) {
        const khct_table *table = h->page->blocks.at[i].table;
        if (h->page->blocks.at[i].kind != KHCT_BLOCK_TABLE || table->content != KHCT_CONTENT_PLAN)
            continue;
        for (size_t k = 0; k < table->rows.n; k++)
            if (table->rows.at[k].task != NULL)
                h->tasks[table->rows.at[k].task->number].in_document = true;
    }
}

static void set_digits(khct_html_task *t)
{
    char room[KHCT_DIGITS], *end = room + sizeof room, *begin = khct_digits(end, t->work->number);
    t->digit_count = (uint32_t)(end - begin);
    memcpy(t->digits, begin, t->digit_count);
}

static void list_tasks(khct_html *h)
{
    const khct_work *work = h->work;
    h->tasks = khct_alloc_array(h->arena, work->task_count + 1, sizeof *h->tasks);
    for (uint32_t i = 0; i < work->task_count; i++) {
        const khct_work_task *t = &work->tasks[i];
        h->tasks[i] = (khct_html_task){.work = t, .improvement = t->improvement, .task = t->task};
        bool same = i > 0 && h->tasks[i - 1].improvement == t->improvement;
        h->tasks[i].code =
            same ? h->tasks[i - 1].code : khct_improvement_code(h->arena, t->improvement);
        set_digits(&h->tasks[i]);
        judge(h, &h->tasks[i]);
        if (t->money != NULL)
            h->sources |= t->money->sources & ~(1u << KHCT_SOURCE_NONE);
    }
}

void khct_html_survey(khct_html *h)
{
    list_tasks(h);
    find_rows(h);
    find_years(h);
    for (uint32_t i = 0; i < h->work->task_count; i++)
        find_terms(h, &h->tasks[i]);
    make_groups(h);
    fill_groups(h);
    number_options(h);
}

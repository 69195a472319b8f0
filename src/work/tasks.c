/* The tasks: what they are called, and where they stand on the day. */
#include "work/build.h"

#include "text/utf8.h"

/* --- progress and time --- */

static bool counts(const khct_progress *p, khct_date day)
{
    return p != NULL && p->state != KHCT_PROGRESS_NONE && p->date != KHCT_NO_DATE &&
           (day == KHCT_NO_DATE || p->date <= day);
}

/* The latest progress on or before the day (KHCT_NO_DATE: of all), wherever it is written; of
 * several on one day the last one written. NULL: none. */
static const khct_progress *latest_progress(const khct_task *task, khct_date day)
{
    const khct_progress *last = NULL;
    const khct_field *field = khct_field_of(&task->fields, KHCT_K_TIENDO);
    for (; field != NULL; field = khct_field_again(&task->fields, field)) {
        const khct_progress *p = field->meaning->progress;
        if (counts(p, day) && (last == NULL || p->date >= last->date))
            last = p;
    }
    return last;
}

static khct_standing standing_of(const khct_work_task *t, khct_date day)
{
    if (t->state == KHCT_FINISHED)
        return KHCT_DONE;
    if (t->time == NULL || (t->time->intervals.n == 0 && t->time->recurs == 0))
        return KHCT_UNDATED;
    if (day == KHCT_NO_DATE)
        return KHCT_UNJUDGED;
    if (t->due != KHCT_NO_DATE && t->due < day)
        return KHCT_OVERDUE;
    if (t->time->from != KHCT_NO_DATE && t->time->from > day)
        return KHCT_LATER;
    return t->due != KHCT_NO_DATE && t->due - day <= KHCT_SOON ? KHCT_DUE_SOON : KHCT_RUNNING;
}

const char *khct_standing_key(khct_standing standing)
{
    static const char *const KEYS[KHCT_STANDING_COUNT] = {
        [KHCT_OVERDUE] = "quahan",  [KHCT_DUE_SOON] = "sapdenhan", [KHCT_RUNNING] = "tronghan",
        [KHCT_LATER] = "chuadenky", [KHCT_UNDATED] = "khongrohan", [KHCT_DONE] = "hoanthanh",
        [KHCT_UNJUDGED] = "",
    };
    return KEYS[standing];
}

const char *khct_standing_name(khct_standing standing, khct_language language)
{
    static const char *const NAMES[KHCT_STANDING_COUNT][2] = {
        [KHCT_OVERDUE] = {"quá hạn", "overdue"},
        [KHCT_DUE_SOON] = {"sắp đến hạn", "due soon"},
        [KHCT_RUNNING] = {"đang trong hạn", "running"},
        [KHCT_LATER] = {"chưa đến kỳ", "later"},
        [KHCT_UNDATED] = {"chưa rõ hạn", "undated"},
        [KHCT_DONE] = {"hoàn thành", "done"},
        [KHCT_UNJUDGED] = {"", ""},
    };
    return NAMES[standing][language];
}

static void judge(khct_work *work, khct_work_task *t)
{
    const khct_field *field = t->task->when;
    const khct_time *time = field == NULL ? NULL : field->meaning->time;
    t->time = time != NULL && time->understood ? time : NULL;
    t->due = t->time == NULL ? KHCT_NO_DATE : t->time->to;
    t->last = latest_progress(t->task, work->day);
    t->state = t->last == NULL ? KHCT_PROGRESS_NONE : t->last->state;
    t->standing = standing_of(t, work->day);
    work->standings[t->standing]++;
    work->states[t->state]++;
    work->dated += t->due != KHCT_NO_DATE;
}

/* --- names --- */

static khct_str begin_of(const khct_fields *fields, bool inherited)
{
    static const khct_keyword FROM[] = {KHCT_K_NOIDUNG, KHCT_K_GIAIPHAP, KHCT_K_MUCTIEU,
                                        KHCT_K_KETQUA, KHCT_K_DIEMYEU};
    for (size_t i = 0; i < sizeof FROM / sizeof FROM[0]; i++) {
        const khct_field *field = khct_field_of(fields, FROM[i]);
        if (field != NULL && !field->empty && field->inherited == inherited)
            return khct_field_begin(field);
    }
    return KHCT_STR("");
}

khct_str khct_task_name(const khct_improvement *improvement, const khct_task *task)
{
    khct_str name = task->title;
    if (name.n == 0)
        name = begin_of(&task->fields, false);
    if (name.n == 0)
        name = begin_of(&task->fields, true);
    if (name.n == 0)
        name = improvement->title;
    if (name.n == 0 && improvement->criterion != NULL)
        name = improvement->criterion->title;
    if (name.n == 0 && improvement->article_item != NULL)
        name = improvement->article_item->text;
    return name;
}

khct_str khct_task_words(khct_arena *arena, const khct_improvement *improvement,
                         const khct_task *task, size_t most)
{
    khct_str words = khct_task_name(improvement, task);
    size_t at = 0, count = 0, space = 0;
    while (at < words.n && count < most) {
        size_t length;
        khct_utf8_at(words.p + at, words.n - at, &length);
        if (words.p[at] == ' ')
            space = at;
        at += length;
        count++;
    }
    if (at >= words.n)
        return words;
    return khct_str_cat(arena, khct_str_sub(words, 0, space > 0 ? space : at), KHCT_STR("…"));
}

khct_str khct_served_text(khct_arena *arena, const khct_served_list *serves)
{
    enum { MOST = sizeof "65535.65535, " }; /* bytes that one takes */
    if (serves->n == 0)
        return KHCT_STR("");
    char *bytes = khct_alloc_array(arena, serves->n, MOST), *end = bytes + serves->n * MOST;
    char *begin = end;
    for (size_t i = serves->n; i-- > 0;) { /* from the last one on, as khct_digits writes */
        if (begin < end) {
            *--begin = ' ';
            *--begin = ',';
        }
        begin = khct_digits(begin, serves->at[i].id.number);
        *--begin = '.';
        begin = khct_digits(begin, serves->at[i].id.standard);
    }
    return (khct_str){begin, (size_t)(end - begin)};
}

khct_str khct_improvement_code(khct_arena *arena, const khct_improvement *improvement)
{
    switch (improvement->kind) {
    case KHCT_BY_CRITERION:
        if (improvement->id.standard > 0) /* else its heading was not understood */
            return khct_criterion_text(arena, improvement->id);
        break;
    case KHCT_BY_ITEM:
        if (improvement->item > 0)
            return khct_str_cat(arena, KHCT_STR("khoản "),
                                khct_str_number(arena, improvement->item));
        break;
    case KHCT_BY_CONTENT: return khct_served_text(arena, &improvement->serves);
    }
    return KHCT_STR("");
}

/* --- groups --- */

const khct_standard *khct_improvement_standard(const khct_plan *plan,
                                               const khct_improvement *improvement)
{
    const khct_served_list *serves = &improvement->serves;
    uint16_t number = improvement->id.standard;
    if (plan->catalogue == NULL || improvement->kind == KHCT_BY_ITEM)
        return NULL;
    if (improvement->kind == KHCT_BY_CONTENT) {
        number = serves->n > 0 ? serves->at[0].id.standard : 0;
        for (size_t i = 1; i < serves->n; i++)
            if (serves->at[i].id.standard != number)
                return NULL;
    }
    return khct_catalogue_standard(plan->catalogue, number);
}

static uint32_t group_of(const khct_plan *plan, const khct_improvement *improvement)
{
    const khct_catalogue *c = plan->catalogue;
    uint32_t more = c == NULL ? 0 : (uint32_t)c->standards.n;
    const khct_standard *standard = khct_improvement_standard(plan, improvement);
    if (improvement->kind == KHCT_BY_ITEM)
        return more + KHCT_GROUP_ITEMS;
    return standard == NULL ? more + KHCT_GROUP_NONE : (uint32_t)(standard - c->standards.at);
}

/* --- all of them --- */

void khct_work_tasks(khct_work *work)
{
    const khct_plan *plan = work->plan;
    work->tasks = khct_alloc_array(plan->arena, plan->task_count + 1, sizeof *work->tasks);
    work->task_count = (uint32_t)plan->task_count;
    KHCT_FOR (improvement, &plan->improvements) {
        uint32_t group = group_of(plan, improvement);
        KHCT_FOR (task, &improvement->tasks) {
            khct_work_task *t = &work->tasks[task->number];
            *t = (khct_work_task){.improvement = improvement, .task = task, .group = group};
            t->number = (uint32_t)task->number + 1;
            judge(work, t);
        }
    }
}

#include "report/status.h"

#include "text/utf8.h"

const khct_progress *khct_last_progress(const khct_task *task, khct_date today)
{
    const khct_progress *last = NULL;
    const khct_field *field = khct_field_of(&task->fields, KHCT_K_TIENDO);
    for (; field != NULL; field = khct_field_again(&task->fields, field)) {
        const khct_progress *p = field->value.progress;
        if (p == NULL || p->state == KHCT_PROGRESS_NONE || p->date == KHCT_NO_DATE ||
            p->date > today)
            continue;
        if (last == NULL || p->date >= last->date)
            last = p;
    }
    return last;
}

static khct_standing standing_of(const khct_time *time, const khct_task_status *status,
                                 khct_date today)
{
    if (status->state == KHCT_FINISHED)
        return KHCT_DONE;
    if (time == NULL || !time->understood || (time->intervals.n == 0 && time->recurs == 0))
        return KHCT_UNDATED;
    if (status->due != KHCT_NO_DATE && status->due < today)
        return KHCT_OVERDUE;
    if (time->from != KHCT_NO_DATE && time->from > today)
        return KHCT_LATER;
    if (status->due != KHCT_NO_DATE && status->due <= today + KHCT_SOON)
        return KHCT_DUE_SOON;
    return KHCT_RUNNING;
}

khct_task_statuses khct_status_make(khct_arena *arena, const khct_plan *plan, khct_date today)
{
    khct_task_statuses all = {0};
    for (size_t i = 0; i < plan->improvements.n; i++) {
        const khct_improvement *improvement = &plan->improvements.at[i];
        for (size_t k = 0; k < improvement->tasks.n; k++) {
            const khct_task *task = &improvement->tasks.at[k];
            const khct_field *field = khct_field_of(&task->fields, KHCT_K_THOIGIAN);
            const khct_time *time = field == NULL ? NULL : field->value.time;
            const khct_progress *progress = khct_last_progress(task, today);
            khct_task_status status = {.improvement = improvement,
                                       .task = task,
                                       .percent = progress == NULL ? -1 : progress->percent,
                                       .due = time == NULL ? KHCT_NO_DATE : time->to};
            if (progress != NULL)
                status.state = progress->state;
            status.standing = standing_of(time, &status, today);
            khct_push(arena, &all) = status;
        }
    }
    return all;
}

static khct_str first_words(const khct_task *task)
{
    static const khct_keyword FROM[] = {KHCT_K_NOIDUNG, KHCT_K_GIAIPHAP, KHCT_K_MUCTIEU,
                                        KHCT_K_KETQUA, KHCT_K_DIEMYEU};
    if (task->title.n > 0)
        return task->title;
    for (size_t i = 0; i < sizeof FROM / sizeof FROM[0]; i++) {
        const khct_field *field = khct_field_of(&task->fields, FROM[i]);
        if (field != NULL && !field->empty)
            return khct_field_begin(field);
    }
    return KHCT_STR("");
}

khct_str khct_task_words(khct_arena *arena, const khct_task *task, size_t most)
{
    khct_str words = first_words(task);
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
    return khct_str_cat(arena, khct_str_sub(words, 0, space > 0 ? space : at), KHCT_STR(" …"));
}

khct_str khct_improvement_code(khct_arena *arena, const khct_improvement *improvement)
{
    khct_strs codes = {0};
    switch (improvement->kind) {
    case KHCT_BY_CRITERION: return khct_criterion_text(arena, improvement->id);
    case KHCT_BY_ITEM:
        return khct_str_cat(arena, KHCT_STR("khoản "), khct_str_number(arena, improvement->item));
    case KHCT_BY_CONTENT:
        for (size_t i = 0; i < improvement->serves.n; i++)
            khct_push(arena, &codes) = khct_criterion_text(arena, improvement->serves.at[i].id);
        break;
    }
    return khct_str_list(arena, &codes, KHCT_STR(", "));
}

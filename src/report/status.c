#include "report/status.h"

#include "diag/render.h"
#include "text/utf8.h"

typedef struct showing {
    const khct_work *work;
    khct_arena *arena;
    khct_out *out;
    khct_language language;
} showing;

static void put_task(showing *s, const khct_work_task *t)
{
    khct_out *out = s->out;
    khct_arena *arena = s->arena;
    khct_str code = khct_improvement_code(arena, t->improvement);
    khct_out_format(out, "    [%s", khct_standing_name(t->standing, s->language));
    if (t->last != NULL && t->last->percent >= 0 && t->standing != KHCT_DONE)
        khct_out_format(out, " %d%%", t->last->percent);
    khct_out_cstr(out, "] ");
    if (code.n > 0)
        KHCT_SHOW(out, code, ": ");
    khct_out_terminal(out, khct_task_words(arena, t->improvement, t->task, 70));
    if (t->due != KHCT_NO_DATE) {
        KHCT_OUT(out, s->language == KHCT_VI ? " (hạn " : " (due ",
                 khct_time_due_text(arena, t->time, s->language != KHCT_VI), ")");
    }
    khct_out_char(out, '\n');
}

/* Tasks of one person, the most pressing first; those that are done are not listed. */
static void put_person(showing *s, khct_str name, const uint32_t *tasks, uint32_t count)
{
    bool named = false;
    for (unsigned standing = 0; standing < KHCT_DONE; standing++)
        for (uint32_t k = 0; k < count; k++) {
            const khct_work_task *t = &s->work->tasks[tasks[k]];
            if (t->standing != standing)
                continue;
            if (!named)
                KHCT_SHOW(s->out, "  ", name, "\n");
            named = true;
            put_task(s, t);
        }
}

static void put_people(showing *s)
{
    const khct_work *work = s->work;
    uint32_t *nobody = khct_alloc_array(s->arena, work->nobody + 1, sizeof *nobody);
    uint32_t count = 0;
    KHCT_FOR (p, &work->parties)
        put_person(s, p->name, work->assigned + p->first, p->leads);
    for (uint32_t i = 0; i < work->task_count; i++)
        if (work->tasks[i].leads == 0)
            nobody[count++] = i;
    put_person(s, s->language == KHCT_VI ? KHCT_STR("(chưa có người)") : KHCT_STR("(nobody)"),
               nobody, count);
}

static void report_overdue(showing *s)
{
    khct_diags *diags = s->work->plan->diags;
    for (uint32_t i = 0; i < s->work->task_count; i++) {
        const khct_work_task *t = &s->work->tasks[i];
        const khct_field *field = t->task->when;
        if (t->standing != KHCT_OVERDUE)
            continue;
        khct_diag *diag =
            khct_report(diags, KHCT_KH4012, field->span,
                        KHCT_MSG(OVERDUE, khct_task_words(s->arena, t->improvement, t->task, 60),
                                 khct_time_due_text(s->arena, t->time, false)));
        diag->subject = khct_improvement_code(s->arena, t->improvement);
    }
    khct_diags_settle(diags);
}

void khct_status_write(khct_out *out, const khct_work *work, khct_language language)
{
    const khct_plan *plan = work->plan;
    showing shown = {work, plan->arena, out, language}, *s = &shown;
    KHCT_SHOW(out, plan->school.name.n > 0 ? plan->school.name : plan->path,
              s->language == KHCT_VI ? ", ngày " : ", on ");
    khct_out_str(out, khct_date_short(s->arena, work->day));
    khct_out_format(out, s->language == KHCT_VI ? ": %u việc" : ": %u tasks", work->task_count);
    for (unsigned i = 0; i < KHCT_STANDING_COUNT; i++)
        if (work->standings[i] > 0)
            khct_out_format(out, ", %u %s", work->standings[i],
                            khct_standing_name((khct_standing)i, s->language));
    khct_out_char(out, '\n');
    put_people(s);
    report_overdue(s);
}

/* khct status: where the tasks stand on a day, by person. */
#include "main/main.h"

#include "text/utf8.h"

#include <stdlib.h>
#include <time.h>

typedef struct showing {
    khct_compilation *compilation;
    const khct_work *work;
    khct_io *io;
} showing;

static const char *const STANDINGS[KHCT_STANDING_COUNT][2] = {
    [KHCT_OVERDUE] = {"quá hạn", "overdue"},
    [KHCT_DUE_SOON] = {"sắp đến hạn", "due soon"},
    [KHCT_RUNNING] = {"đang trong hạn", "running"},
    [KHCT_LATER] = {"chưa đến kỳ", "later"},
    [KHCT_UNDATED] = {"chưa rõ hạn", "undated"},
    [KHCT_DONE] = {"hoàn thành", "done"},
    [KHCT_UNJUDGED] = {"", ""},
};

static khct_language language_of(const showing *s)
{
    return s->io->common->style.language;
}

static void put_task(showing *s, const khct_work_task *t)
{
    khct_out *out = s->io->out;
    khct_arena *arena = s->compilation->arena;
    khct_str code = khct_improvement_code(arena, t->improvement);
    khct_out_format(out, "    [%s", STANDINGS[t->standing][language_of(s)]);
    if (t->last != NULL && t->last->percent >= 0 && t->standing != KHCT_DONE)
        khct_out_format(out, " %d%%", t->last->percent);
    khct_out_cstr(out, "] ");
    if (code.n > 0) {
        khct_out_terminal(out, code);
        khct_out_cstr(out, ": ");
    }
    khct_out_terminal(out, khct_task_words(arena, t->improvement, t->task, 70));
    if (t->due != KHCT_NO_DATE) {
        khct_out_cstr(out, language_of(s) == KHCT_VI ? " (hạn " : " (due ");
        khct_out_str(out, khct_time_due_text(arena, t->time, language_of(s) != KHCT_VI));
        khct_out_char(out, ')');
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
            if (!named) {
                khct_out_cstr(s->io->out, "  ");
                khct_out_terminal(s->io->out, name);
                khct_out_char(s->io->out, '\n');
            }
            named = true;
            put_task(s, t);
        }
}

static void put_people(showing *s)
{
    const khct_work *work = s->work;
    uint32_t *nobody = khct_alloc_array(s->compilation->arena, work->nobody + 1, sizeof *nobody);
    uint32_t count = 0;
    for (size_t i = 0; i < work->parties.n; i++) {
        const khct_party *p = &work->parties.at[i];
        put_person(s, p->name, work->assigned + p->first, p->leads);
    }
    for (uint32_t i = 0; i < work->task_count; i++)
        if (work->tasks[i].leads == 0)
            nobody[count++] = i;
    put_person(s, language_of(s) == KHCT_VI ? KHCT_STR("(chưa có người)") : KHCT_STR("(nobody)"),
               nobody, count);
}

static void report_overdue(showing *s)
{
    khct_compilation *c = s->compilation;
    for (uint32_t i = 0; i < s->work->task_count; i++) {
        const khct_work_task *t = &s->work->tasks[i];
        const khct_field *field = khct_field_of(&t->task->fields, KHCT_K_THOIGIAN);
        if (t->standing != KHCT_OVERDUE)
            continue;
        khct_diag *diag =
            khct_report(&c->diags, KHCT_KH4012, field->span,
                        KHCT_MSG(OVERDUE, khct_task_words(c->arena, t->improvement, t->task, 60),
                                 khct_time_due_text(c->arena, t->time, false)));
        diag->subject = khct_improvement_code(c->arena, t->improvement);
    }
    khct_diags_sort(&c->diags);
}

static void show(void *context)
{
    showing *s = context;
    khct_out *out = s->io->out;
    const khct_work *work = s->work;
    const khct_plan *plan = work->plan;
    khct_out_terminal(out, plan->school.name.n > 0 ? plan->school.name : plan->path);
    khct_out_cstr(out, language_of(s) == KHCT_VI ? ", ngày " : ", on ");
    khct_out_str(out, khct_date_short(s->compilation->arena, work->day));
    khct_out_format(out, language_of(s) == KHCT_VI ? ": %u việc" : ": %u tasks", work->task_count);
    for (unsigned i = 0; i < KHCT_STANDING_COUNT; i++)
        if (work->standings[i] > 0)
            khct_out_format(out, ", %u %s", work->standings[i], STANDINGS[i][language_of(s)]);
    khct_out_char(out, '\n');
    put_people(s);
    report_overdue(s);
}

static int visit(khct_compilation *compilation, khct_io *io, void *context)
{
    (void)context;
    showing s = {compilation, compilation->work, io};
    if (compilation->plan != NULL && !khct_compilation_try(compilation, show, &s))
        compilation->no_memory = true;
    return khct_say_diags(compilation, io);
}

int khct_main_status(int argc, char **argv, khct_common *common)
{
    int status = khct_take_options(argc, argv, common, NULL, NULL);
    if (status >= 0)
        return status;
    if (optind >= argc)
        return khct_wrong_use(common, "cần ít nhất một tệp", "at least one file is needed", NULL);
    if (common->today == KHCT_NO_DATE) { /* without --on the question is about now */
        time_t now = time(NULL);
        struct tm parts;
        if (localtime_r(&now, &parts) != NULL)
            common->today = khct_date_of(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
    }
    return khct_each_plan(argv + optind, argc - optind, common, visit, NULL);
}

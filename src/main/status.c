/* khct status: where the tasks stand on a day, by person. */
#include "main/main.h"

#include "report/status.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <time.h>

typedef struct showing {
    khct_compilation *compilation;
    khct_io *io;
    khct_date today;
    khct_task_statuses all;
} showing;

static const char *const STANDINGS[KHCT_STANDING_COUNT][2] = {
    [KHCT_OVERDUE] = {"quá hạn", "overdue"},        [KHCT_DUE_SOON] = {"sắp đến hạn", "due soon"},
    [KHCT_RUNNING] = {"đang trong hạn", "running"}, [KHCT_LATER] = {"chưa đến kỳ", "later"},
    [KHCT_UNDATED] = {"chưa rõ hạn", "undated"},    [KHCT_DONE] = {"hoàn thành", "done"},
};

static khct_language language_of(const showing *s)
{
    return s->io->common->style.language;
}

static void put_task(showing *s, const khct_task_status *status)
{
    khct_out *out = s->io->out;
    khct_arena *arena = s->compilation->arena;
    khct_str code = khct_improvement_code(arena, status->improvement);
    khct_out_format(out, "    [%s", STANDINGS[status->standing][language_of(s)]);
    if (status->percent >= 0 && status->standing != KHCT_DONE)
        khct_out_format(out, " %d%%", status->percent);
    khct_out_cstr(out, "] ");
    if (code.n > 0) {
        khct_out_terminal(out, code);
        khct_out_cstr(out, ": ");
    }
    khct_out_terminal(out, khct_task_words(arena, status->task, 70));
    if (status->due != KHCT_NO_DATE) {
        khct_out_cstr(out, language_of(s) == KHCT_VI ? " (hạn " : " (due ");
        khct_out_str(out, khct_date_short(arena, status->due));
        khct_out_char(out, ')');
    }
    khct_out_char(out, '\n');
}

/* The people who lead a task: names of roles, free words, or nobody. */
static khct_strs leaders(showing *s, const khct_task *task)
{
    khct_strs names = {0};
    khct_arena *arena = s->compilation->arena;
    const khct_field *field = khct_field_of(&task->fields, KHCT_K_CHUTRI);
    const khct_people *people = field == NULL ? NULL : field->value.people;
    for (size_t i = 0; people != NULL && i < people->list.n; i++) {
        const khct_person *p = &people->list.at[i];
        khct_str name = p->role != KHCT_NONE && p->exact
                            ? s->compilation->plan->roles.at[p->role].name
                            : p->words;
        bool known = false;
        for (size_t k = 0; k < names.n; k++)
            known = known || khct_str_eq(names.at[k], name);
        if (!known)
            khct_push(arena, &names) = name;
    }
    if (names.n == 0)
        khct_push(arena, &names) =
            language_of(s) == KHCT_VI ? KHCT_STR("(chưa có người)") : KHCT_STR("(nobody)");
    return names;
}

typedef struct person {
    khct_str name;
    KHCT_VEC(size_t) tasks;
} person;

static void put_people(showing *s)
{
    khct_arena *arena = s->compilation->arena;
    KHCT_VEC(person) people = {0};
    khct_map by_name = {0};
    for (size_t i = 0; i < s->all.n; i++) {
        if (s->all.at[i].standing == KHCT_DONE)
            continue;
        khct_strs names = leaders(s, s->all.at[i].task);
        for (size_t k = 0; k < names.n; k++) {
            uint32_t at = khct_map_get(&by_name, names.at[k]);
            if (at >= people.n) { /* KHCT_NONE */
                at = (uint32_t)people.n;
                khct_map_put(arena, &by_name, names.at[k], at);
                khct_push(arena, &people) = (person){.name = names.at[k]};
            }
            khct_push(arena, &people.at[at].tasks) = i;
        }
    }
    for (size_t i = 0; i < people.n; i++) {
        khct_out_cstr(s->io->out, "  ");
        khct_out_terminal(s->io->out, people.at[i].name);
        khct_out_char(s->io->out, '\n');
        for (unsigned standing = 0; standing < KHCT_DONE; standing++)
            for (size_t k = 0; k < people.at[i].tasks.n; k++)
                if (s->all.at[people.at[i].tasks.at[k]].standing == standing)
                    put_task(s, &s->all.at[people.at[i].tasks.at[k]]);
    }
}

static void report_overdue(showing *s)
{
    khct_compilation *c = s->compilation;
    for (size_t i = 0; i < s->all.n; i++) {
        const khct_task_status *status = &s->all.at[i];
        if (status->standing != KHCT_OVERDUE)
            continue;
        const khct_field *field = khct_field_of(&status->task->fields, KHCT_K_THOIGIAN);
        khct_diag *diag = khct_report(&c->diags, KHCT_KH4012, field->span,
                                      KHCT_MSG(OVERDUE, khct_task_words(c->arena, status->task, 60),
                                               khct_date_short(c->arena, status->due)));
        diag->subject = khct_improvement_code(c->arena, status->improvement);
    }
    khct_diags_sort(&c->diags);
}

static void show(void *context)
{
    showing *s = context;
    khct_out *out = s->io->out;
    const khct_plan *plan = s->compilation->plan;
    size_t counts[KHCT_STANDING_COUNT] = {0};
    s->all = khct_status_make(s->compilation->arena, plan, s->today);
    for (size_t i = 0; i < s->all.n; i++)
        counts[s->all.at[i].standing]++;
    khct_out_terminal(out, plan->school.name.n > 0 ? plan->school.name : plan->path);
    khct_out_cstr(out, language_of(s) == KHCT_VI ? ", ngày " : ", on ");
    khct_out_str(out, khct_date_short(s->compilation->arena, s->today));
    khct_out_format(out, language_of(s) == KHCT_VI ? ": %zu việc" : ": %zu tasks", s->all.n);
    for (unsigned i = 0; i < KHCT_STANDING_COUNT; i++)
        if (counts[i] > 0)
            khct_out_format(out, ", %zu %s", counts[i], STANDINGS[i][language_of(s)]);
    khct_out_char(out, '\n');
    put_people(s);
    report_overdue(s);
}

static int visit(khct_compilation *compilation, khct_io *io, void *context)
{
    showing s = {.compilation = compilation, .io = io, .today = *(const khct_date *)context};
    if (compilation->plan != NULL && !khct_compilation_try(compilation, show, &s))
        compilation->no_memory = true;
    return khct_say_diags(compilation, io);
}

int khct_main_status(int argc, char **argv, khct_common *common)
{
    int status = khct_take_options(argc, argv, common, NULL, NULL, NULL, NULL);
    if (status >= 0)
        return status;
    if (optind >= argc)
        return khct_wrong_use(common, "cần ít nhất một tệp", "at least one file is needed", NULL);
    khct_date today = common->today;
    if (today == KHCT_NO_DATE) { /* without --on the question is about now */
        time_t now = time(NULL);
        struct tm parts;
        if (localtime_r(&now, &parts) != NULL)
            today = khct_date_of(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
    }
    return khct_each_plan(argv + optind, argc - optind, common, visit, &today);
}

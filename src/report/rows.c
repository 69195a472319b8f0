#include "report/rows.h"

#include "emit/json/shape.h"
#include "library/embedded.h"
#include "report/many.h"
#include "text/digest.h"

#include <errno.h>

/* --- the plan's hash --- */

khct_str khct_plan_hash(khct_arena *arena, const khct_sources *sources)
{
    khct_strs files = {0};
    for (size_t i = 0; i < sources->files.n; i++)
        khct_push(arena, &files) = khct_source_file(sources, (uint32_t)i);
    if (files.n == 0)
        return KHCT_STR("");
    return khct_sha256_text(arena,
                            files.n == 1 ? files.at[0] : khct_str_join(arena, files.at, files.n));
}

int khct_lines_take(char *letter, const char *p, size_t n, khct_take_piece *take, void *context)
{
    while (n > 0) {
        if (*letter == 0) {
            *letter = *p++;
            n--;
            continue;
        }
        const char *end = memchr(p, '\n', n);
        size_t length = end == NULL ? n : (size_t)(end - p) + 1;
        if (!take(context, *letter, (khct_str){p, length}, end != NULL))
            return errno != 0 ? errno : ENOMEM;
        if (end != NULL)
            *letter = 0;
        p += length;
        n -= length;
    }
    return 0;
}

static bool wants(const khct_rows *rows, khct_table_id id)
{
    return (rows->wanted >> id & 1) != 0;
}

/* --- cells --- */

static khct_str day(const khct_rows *rows, khct_date date)
{
    return khct_date_iso(rows->arena, date);
}

static khct_str unless(const khct_rows *rows, long long number, long long none)
{
    return number == none ? KHCT_STR("") : khct_str_number(rows->arena, number);
}

/* --- ke_hoach --- */

static khct_str types_of(const khct_rows *rows, khct_school_types types)
{
    khct_strs words = {0};
    for (const khct_school_type_row *r = khct_school_type_rows(); r->bit != 0; r++)
        if ((types & r->bit) != 0)
            khct_push(rows->arena, &words) = khct_str_of(khct_keyword_at(r->keyword)->unmarked);
    return khct_str_list(rows->arena, &words, KHCT_STR(" "));
}

static void put_heading(khct_rows *rows, const khct_work *work)
{
    const khct_plan *plan = work->plan;
    const khct_school *school = &plan->school;
    const khct_heading *heading = &plan->heading;
    static const khct_fact_id LAST[] = {KHCT_FACT_CATALOGUE, KHCT_FACT_FORM, KHCT_FACT_LEVEL,
                                        KHCT_FACT_LIFTED, KHCT_FACT_AIM};
    bool period = heading->period.kind != KHCT_PERIOD_NONE;
    KHCT_ROW_CELLS(
        rows, school->code, school->name, school->superior, types_of(rows, school->types),
        school->ownership, khct_plan_fact(rows->arena, work, KHCT_FACT_DOCUMENT),
        day(rows, heading->date.date), day(rows, period ? heading->period.from : KHCT_NO_DATE),
        day(rows, period ? heading->period.to : KHCT_NO_DATE),
        period && heading->one_year ? khct_period_text(rows->arena, &heading->period)
                                    : KHCT_STR(""));
    for (size_t i = 0; i < sizeof LAST / sizeof *LAST; i++)
        khct_row_put(rows, khct_plan_fact(rows->arena, work, LAST[i]));
}

static void put_plan(khct_rows *rows, const khct_row_source *s, khct_str hash)
{
    enum { HEADING = 19 }; /* its columns up to `phandau` */
    khct_row_begin(rows, KHCT_TABLE_ke_hoach);
    KHCT_ROW_CELLS(rows, s->path, hash, s->state, s->reason);
    if (s->work != NULL)
        put_heading(rows, s->work);
    while (rows->at < HEADING)
        khct_row_put(rows, KHCT_STR(""));
    KHCT_ROW_CELLS(rows, khct_diags_errors(s->diags), khct_diags_count(s->diags, KHCT_WARNING),
                   KHCT_VERSION, KHCT_JSON_VERSION, KHCT_LIBRARY_VERSION, day(rows, s->day));
    khct_row_end(rows);
}

/* --- nhanxet --- */

static void put_remark(khct_rows *rows, const khct_row_source *s, size_t i)
{
    static const char *const WEIGHT[] = {"loi", "loi", "canhbao", "ghichu"};
    const khct_diag *d = s->diags->list.at[i];
    bool placed = d->span.source != KHCT_NO_SOURCE;
    khct_position at = {0, 0};
    if (placed)
        at = khct_source_position(s->diags->sources, d->span.source, d->span.begin);
    KHCT_ROW_OF(rows, KHCT_TABLE_nhanxet, s->path, i + 1, khct_code_at(d->code)->name,
                WEIGHT[d->severity], unless(rows, at.line, 0), unless(rows, at.column, 0),
                d->accepted.p != NULL);
}

/* --- ketqua --- */

typedef struct results_rows {
    khct_rows *rows;
    const khct_work *work;
    khct_str hash, year;
    khct_map *done; /* "2025-2026 1.7": one row a year and criterion, the latest results first */
} results_rows;

static void put_result(results_rows *r, khct_criterion_id id, const khct_result *result,
                       const khct_work_criterion *c)
{
    khct_rows *rows = r->rows;
    khct_str code = khct_criterion_text(rows->arena, id);
    khct_str key = KHCT_JOIN(rows->arena, r->year, " ", code);
    if (id.standard == 0 || khct_map_get(r->done, key) != KHCT_NONE)
        return;
    khct_map_put(rows->arena, r->done, key, 0);
    const khct_criterion *criterion = c != NULL        ? c->criterion
                                      : result != NULL ? result->criterion
                                                       : NULL;
    KHCT_ROW_OF(rows, KHCT_TABLE_ketqua, r->hash, r->year, code, id.standard,
                unless(rows, result == NULL ? -1 : result->level, -1),
                unless(rows, c == NULL ? 0 : c->target, 0), c != NULL && c->keeps,
                criterion != NULL && criterion->mandatory, c != NULL && c->holds);
}

static khct_str year_of(khct_arena *arena, const khct_results *results)
{
    return results == NULL ? KHCT_STR("") : khct_period_text(arena, &results->period);
}

static void put_results(khct_rows *rows, const khct_work *work, khct_str hash)
{
    const khct_plan *plan = work->plan;
    khct_map done = {0};
    results_rows r = {rows, work, hash, year_of(rows->arena, plan->current), &done};
    for (size_t i = 0; i < work->criterion_count; i++) {
        const khct_work_criterion *c = &work->criteria[i];
        if (c->result != NULL || c->own != NULL || c->holds || c->tasks > 0)
            put_result(&r, c->criterion->id, c->result, c);
    }
    for (size_t b = plan->results.n; b-- > 0;) {
        const khct_results *block = &plan->results.at[b];
        r.year = year_of(rows->arena, block);
        for (size_t i = 0; i < block->results.n; i++)
            put_result(&r, block->results.at[i].id, &block->results.at[i], NULL);
    }
}

/* --- the tasks --- */

typedef struct task_rows {
    khct_rows *rows;
    const khct_work *work;
    const khct_work_task *task;
    khct_str hash;
    long long place; /* `stt` of the next row */
} task_rows;

/* A row of the task: its plan and its number, then what is its own. */
#define TASK_ROW(r, id, ...)                                                                       \
    KHCT_ROW_OF((r)->rows, KHCT_TABLE_##id, (r)->hash, (r)->task->number, __VA_ARGS__)

static void put_task(task_rows *r)
{
    khct_rows *rows = r->rows;
    const khct_work_task *t = r->task;
    const khct_improvement *i = t->improvement;
    const khct_standard *standard = khct_improvement_standard(r->work->plan, i);
    TASK_ROW(r, viec, khct_task_name(i, t->task),
             day(rows, t->time == NULL ? KHCT_NO_DATE : t->time->from), day(rows, t->due),
             unless(rows, standard == NULL ? 0 : standard->number, 0),
             unless(rows, i->kind == KHCT_BY_ITEM ? i->item : 0, 0),
             t->cost.counted > 0 ? khct_amount_digits(rows->arena, t->cost.amount) : KHCT_STR(""),
             t->cost.left_out);
}

static void put_criteria(task_rows *r)
{
    const khct_improvement *i = r->task->improvement;
    const khct_served own = {.id = i->id};
    const khct_served *list = i->kind == KHCT_BY_CRITERION ? &own : i->serves.at;
    size_t n = i->kind == KHCT_BY_CRITERION ? 1 : i->serves.n, place = 0;
    for (size_t k = 0; k < n; k++) {
        bool again = list[k].id.standard == 0;
        for (size_t before = 0; before < k && !again; before++)
            again = khct_criterion_cmp(list[before].id, list[k].id) == 0;
        if (again)
            continue;
        TASK_ROW(r, viec_tieuchi, khct_criterion_text(r->rows->arena, list[k].id), ++place);
    }
}

/* What is added up of the task's money, payer by payer. */
static void put_sums(task_rows *r)
{
    khct_sums sums = khct_money_sums(r->task->money);
    for (unsigned payer = 0; payer < KHCT_PAYERS; payer++) {
        if (sums.by_payer[payer].counted == 0)
            continue;
        TASK_ROW(r, tien, ++r->place,
                 khct_amount_digits(r->rows->arena, sums.by_payer[payer].amount), "",
                 khct_payer_key(payer), false, false, true);
    }
}

/* The amounts as written. */
static void put_amounts(task_rows *r)
{
    khct_rows *rows = r->rows;
    const khct_money *money = r->task->money;
    for (size_t i = 0; money != NULL && i < money->parts.n; i++) {
        const khct_money_part *part = &money->parts.at[i];
        TASK_ROW(r, tien, ++r->place, unless(rows, part->has_amount ? part->amount : -1, -1),
                 unless(rows, part->has_amount && part->low != part->amount ? part->low : -1, -1),
                 khct_source_key(part->source), part->about, part->rate, false);
    }
}

static void put_progress(task_rows *r)
{
    const khct_field *field = khct_field_of(&r->task->task->fields, KHCT_K_TIENDO);
    r->place = 0;
    for (; field != NULL; field = khct_field_again(&r->task->task->fields, field)) {
        const khct_progress *p = field->meaning->progress;
        if (p == NULL || p->date == KHCT_NO_DATE || p->state == KHCT_PROGRESS_NONE)
            continue;
        TASK_ROW(r, tiendo, ++r->place, day(r->rows, p->date), khct_progress_key(p->state),
                 unless(r->rows, p->percent, -1));
    }
}

static void put_people(task_rows *r)
{
    const khct_work_task *t = r->task;
    for (uint32_t k = 0; k < t->leads + t->helps; k++) {
        const khct_party *party = &r->work->parties.at[r->work->party_of.at[t->parties + k]];
        bool leads = k < t->leads;
        TASK_ROW(r, nguoi, leads ? "chutri" : "phoihop", (leads ? k : k - t->leads) + 1,
                 party->role == KHCT_NONE ? KHCT_STR("") : r->work->plan->roles.at[party->role].id,
                 party->name);
    }
}

/* --- all of a plan --- */

static void put_task_rows(task_rows *r)
{
    const khct_rows *rows = r->rows;
    if (wants(rows, KHCT_TABLE_viec))
        put_task(r);
    if (wants(rows, KHCT_TABLE_viec_tieuchi))
        put_criteria(r);
    r->place = 0;
    if (wants(rows, KHCT_TABLE_tien)) {
        put_sums(r);
        put_amounts(r);
    }
    if (wants(rows, KHCT_TABLE_tiendo))
        put_progress(r);
    if (wants(rows, KHCT_TABLE_nguoi))
        put_people(r);
}

static void put_cell(khct_rows *rows, khct_str cell)
{
    for (size_t i = 0; i < cell.n; i++)
        khct_out_char(rows->out, (unsigned char)cell.p[i] < ' ' ? ' ' : cell.p[i]);
    khct_out_char(rows->out, '\t');
}

static void put_sum_list(khct_rows *rows, const khct_sum *sums, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            khct_out_char(rows->out, ' ');
        khct_out_str(rows->out, khct_amount_digits(rows->arena, sums[i].amount));
    }
    khct_out_char(rows->out, '\t');
}

static void put_criteria_list(khct_rows *rows, const khct_work *work)
{
    for (size_t i = 0; i < work->criterion_count; i++) {
        const khct_work_criterion *c = &work->criteria[i];
        if (i > 0)
            khct_out_char(rows->out, ' ');
        if (c->result == NULL)
            khct_out_char(rows->out, '-');
        else
            khct_out_number(rows->out, c->result->level);
        if (c->holds)
            khct_out_char(rows->out, '!');
    }
    khct_out_char(rows->out, '\t');
}

/* In the order of khct_summary_cell. */
static void put_summary(khct_rows *rows, const khct_row_source *s)
{
    static const khct_fact_id FACTS[] = {KHCT_FACT_PERIOD,  KHCT_FACT_CATALOGUE, KHCT_FACT_LEVEL,
                                         KHCT_FACT_LIFTED,  KHCT_FACT_AIM,       KHCT_FACT_TASKS,
                                         KHCT_FACT_DONE,    KHCT_FACT_OVERDUE,   KHCT_FACT_SUM,
                                         KHCT_FACT_COUNTED, KHCT_FACT_LEFT_OUT,  KHCT_FACT_ERRORS,
                                         KHCT_FACT_WARNINGS};
    const khct_work *w = s->work;
    put_cell(rows, s->state);
    put_cell(rows, khct_school_types_names(rows->arena, w->plan->school.types));
    for (size_t i = 0; i < sizeof FACTS / sizeof *FACTS; i++)
        put_cell(rows, khct_plan_fact(rows->arena, w, FACTS[i]));
    put_sum_list(rows, w->money.by_payer, KHCT_PAYERS);
    put_sum_list(rows, w->by_group, w->group_count);
    put_criteria_list(rows, w);
}

/* See khct_received_take: the cells, each with a tab after it. */
static void put_school(khct_rows *rows, const khct_row_source *s, khct_str hash)
{
    const khct_school *school = &s->work->plan->school;
    const khct_heading *h = &s->work->plan->heading;
    bool period = h->period.kind != KHCT_PERIOD_NONE;
    const khct_str cells[] = {hash,
                              school->code,
                              school->name,
                              school->superior,
                              khct_date_iso(rows->arena, period ? h->period.from : KHCT_NO_DATE),
                              khct_date_iso(rows->arena, period ? h->period.to : KHCT_NO_DATE),
                              khct_date_iso(rows->arena, h->date.date),
                              s->path};
    khct_out_char(rows->out, KHCT_LINE_SCHOOL);
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
        put_cell(rows, cells[i]);
    if (rows->summary)
        put_summary(rows, s);
    khct_out_char(rows->out, '\n');
}

static void put_bad(khct_rows *rows, const khct_row_source *s)
{
    khct_out_char(rows->out, KHCT_LINE_BAD);
    put_cell(rows, s->state);
    put_cell(rows, s->path);
    put_cell(rows, s->reason);
    khct_out_char(rows->out, '\n');
}

void khct_rows_of_plan(khct_rows *rows, const khct_row_source *source)
{
    khct_str hash = khct_plan_hash(rows->arena, source->sources);
    khct_out_char(rows->out, KHCT_LINE_PLAN);
    KHCT_OUT(rows->out, source->work == NULL ? KHCT_STR("") : hash, "\n");
    if (wants(rows, KHCT_TABLE_ke_hoach))
        put_plan(rows, source, hash);
    for (size_t i = 0; wants(rows, KHCT_TABLE_nhanxet) && i < source->diags->list.n; i++)
        put_remark(rows, source, i);
    if (source->work == NULL && rows->summary)
        put_bad(rows, source);
    if (source->work == NULL)
        return;
    put_school(rows, source, hash);
    if (wants(rows, KHCT_TABLE_ketqua))
        put_results(rows, source->work, hash);
    task_rows r = {.rows = rows, .work = source->work, .hash = hash};
    for (uint32_t i = 0; i < source->work->task_count; i++) {
        r.task = &source->work->tasks[i];
        put_task_rows(&r);
    }
}

/* --- the library --- */

static void put_criterion(khct_rows *rows, const khct_catalogue *c, const khct_criterion *criterion)
{
    KHCT_ROW_OF(rows, KHCT_TABLE_tieuchi, c->id, criterion->code, criterion->id.standard,
                criterion->title, c->standards.at[criterion->standard].title, criterion->mandatory,
                criterion->highest);
}

/* "tt18_2018 1.7, 1.8" */
static void put_matches(khct_rows *rows, const khct_catalogue *c, const khct_criterion *criterion,
                        khct_str line)
{
    khct_str catalogue = khct_str_cut(&line, ' ');
    while (line.n > 0)
        KHCT_ROW_OF(rows, KHCT_TABLE_tuongung, c->id, criterion->code, catalogue,
                    khct_str_trim(khct_str_cut(&line, ',')));
}

void khct_rows_of_library(khct_rows *rows, khct_library *library)
{
    khct_strs ids = khct_library_list(library, rows->arena, "danhmuc");
    for (size_t i = 0; i < ids.n; i++) {
        const khct_catalogue *c = khct_library_catalogue(library, ids.at[i]);
        for (size_t k = 0; c != NULL && k < c->criteria.n; k++) {
            const khct_criterion *criterion = &c->criteria.at[k];
            if (wants(rows, KHCT_TABLE_tieuchi))
                put_criterion(rows, c, criterion);
            for (size_t m = 0; wants(rows, KHCT_TABLE_tuongung) && m < criterion->matches.n; m++)
                put_matches(rows, c, criterion, criterion->matches.at[m]);
        }
    }
}

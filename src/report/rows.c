#include "report/rows.h"

#include "emit/json/shape.h"
#include "library/embedded.h"
#include "report/many.h"
#include "text/digest.h"

/* --- the plan's hash --- */

khct_str khct_plan_hash(khct_arena *arena, const khct_sources *sources)
{
    static const char HEX[] = "0123456789abcdef";
    unsigned char digest[KHCT_SHA256_BYTES];
    khct_strs files = {0};
    for (size_t i = 0; i < sources->files.n; i++)
        khct_push(arena, &files) = khct_source_file(sources, (uint32_t)i);
    if (files.n == 0)
        return KHCT_STR("");
    khct_sha256(files.n == 1 ? files.at[0] : khct_str_join(arena, files.at, files.n), digest);
    char *text = khct_alloc_bytes(arena, 2 * sizeof digest);
    for (size_t i = 0; i < sizeof digest; i++) {
        text[2 * i] = HEX[digest[i] >> 4];
        text[2 * i + 1] = HEX[digest[i] & 15];
    }
    return (khct_str){text, 2 * sizeof digest};
}

static bool wants(const khct_rows *rows, khct_table_id id)
{
    return (rows->wanted >> id & 1) != 0;
}

/* --- cells --- */

static void put_day(khct_rows *rows, khct_date day)
{
    khct_row_put(rows, khct_date_iso(rows->arena, day));
}

static void put_flag(khct_rows *rows, bool flag)
{
    khct_row_put(rows, flag ? KHCT_STR("1") : KHCT_STR("0"));
}

static void put_unless(khct_rows *rows, long long number, long long none)
{
    if (number == none)
        khct_row_put(rows, KHCT_STR(""));
    else
        khct_row_number(rows, number);
}

static void put_nothing(khct_rows *rows, size_t until)
{
    while (rows->at < until)
        khct_row_put(rows, KHCT_STR(""));
}

/* --- ke_hoach --- */

static void put_types(khct_rows *rows, khct_school_types types)
{
    khct_strs words = {0};
    for (const khct_school_type_row *r = khct_school_type_rows(); r->bit != 0; r++)
        if ((types & r->bit) != 0)
            khct_push(rows->arena, &words) = khct_str_of(khct_keyword_at(r->keyword)->unmarked);
    khct_row_put(rows, khct_str_list(rows->arena, &words, KHCT_STR(" ")));
}

static void put_heading(khct_rows *rows, const khct_work *work)
{
    const khct_plan *plan = work->plan;
    const khct_school *school = &plan->school;
    const khct_heading *heading = &plan->heading;
    static const khct_fact_id LAST[] = {KHCT_FACT_CATALOGUE, KHCT_FACT_FORM, KHCT_FACT_LEVEL,
                                        KHCT_FACT_LIFTED, KHCT_FACT_AIM};
    khct_row_put(rows, school->code);
    khct_row_put(rows, school->name);
    khct_row_put(rows, school->superior);
    put_types(rows, school->types);
    khct_row_put(rows, school->ownership);
    khct_row_put(rows, khct_plan_fact(rows->arena, work, KHCT_FACT_DOCUMENT));
    put_day(rows, heading->date.date);
    bool period = heading->period.kind != KHCT_PERIOD_NONE;
    put_day(rows, period ? heading->period.from : KHCT_NO_DATE);
    put_day(rows, period ? heading->period.to : KHCT_NO_DATE);
    khct_row_put(rows, period && heading->one_year ? khct_period_text(rows->arena, &heading->period)
                                                   : KHCT_STR(""));
    for (size_t i = 0; i < sizeof LAST / sizeof *LAST; i++)
        khct_row_put(rows, khct_plan_fact(rows->arena, work, LAST[i]));
}

static void put_plan(khct_rows *rows, const khct_row_source *s, khct_str hash)
{
    enum { HEADING = 19 }; /* its columns up to `phandau` */
    khct_row_begin(rows, KHCT_TABLE_ke_hoach);
    khct_row_put(rows, s->path);
    khct_row_put(rows, hash);
    khct_row_put(rows, s->state);
    khct_row_put(rows, s->reason);
    if (s->work != NULL)
        put_heading(rows, s->work);
    put_nothing(rows, HEADING);
    khct_row_number(rows, (long long)khct_diags_errors(s->diags));
    khct_row_number(rows, (long long)khct_diags_count(s->diags, KHCT_WARNING));
    khct_row_cstr(rows, KHCT_VERSION);
    khct_row_cstr(rows, KHCT_JSON_VERSION);
    khct_row_cstr(rows, KHCT_LIBRARY_VERSION);
    put_day(rows, s->day);
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
    khct_row_begin(rows, KHCT_TABLE_nhanxet);
    khct_row_put(rows, s->path);
    khct_row_number(rows, (long long)i + 1);
    khct_row_put(rows, KHCT_JOIN(rows->arena, "KH", khct_code_at(d->code)->number));
    khct_row_cstr(rows, WEIGHT[d->severity]);
    put_unless(rows, at.line, 0);
    put_unless(rows, at.column, 0);
    put_flag(rows, d->accepted.p != NULL);
    khct_row_end(rows);
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
    khct_row_begin(rows, KHCT_TABLE_ketqua);
    khct_row_put(rows, r->hash);
    khct_row_put(rows, r->year);
    khct_row_put(rows, code);
    khct_row_number(rows, id.standard);
    put_unless(rows, result == NULL ? -1 : result->level, -1);
    put_unless(rows, c == NULL ? 0 : c->target, 0);
    put_flag(rows, c != NULL && c->keeps);
    put_flag(rows, criterion != NULL && criterion->mandatory);
    put_flag(rows, c != NULL && c->holds);
    khct_row_end(rows);
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

static void begin_row(const task_rows *r, khct_table_id id)
{
    khct_row_begin(r->rows, id);
    khct_row_put(r->rows, r->hash);
    khct_row_number(r->rows, r->task->number);
}

static void put_task(task_rows *r)
{
    khct_rows *rows = r->rows;
    const khct_work_task *t = r->task;
    const khct_improvement *i = t->improvement;
    const khct_standard *standard = khct_improvement_standard(r->work->plan, i);
    begin_row(r, KHCT_TABLE_viec);
    khct_row_put(rows, khct_task_name(i, t->task));
    put_day(rows, t->time == NULL ? KHCT_NO_DATE : t->time->from);
    put_day(rows, t->due);
    put_unless(rows, standard == NULL ? 0 : standard->number, 0);
    put_unless(rows, i->kind == KHCT_BY_ITEM ? i->item : 0, 0);
    khct_row_put(rows, t->cost.counted > 0 ? khct_amount_digits(rows->arena, t->cost.amount)
                                           : KHCT_STR(""));
    khct_row_number(rows, t->cost.left_out);
    khct_row_end(rows);
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
        begin_row(r, KHCT_TABLE_viec_tieuchi);
        khct_row_put(r->rows, khct_criterion_text(r->rows->arena, list[k].id));
        khct_row_number(r->rows, (long long)++place);
        khct_row_end(r->rows);
    }
}

/* What is added up of the task's money, payer by payer. */
static void put_sums(task_rows *r)
{
    khct_rows *rows = r->rows;
    khct_sums sums = khct_money_sums(r->task->money);
    for (unsigned payer = 0; payer < KHCT_PAYERS; payer++) {
        if (sums.by_payer[payer].counted == 0)
            continue;
        begin_row(r, KHCT_TABLE_tien);
        khct_row_number(rows, ++r->place);
        khct_row_put(rows, khct_amount_digits(rows->arena, sums.by_payer[payer].amount));
        khct_row_put(rows, KHCT_STR(""));
        khct_row_put(rows, khct_payer_key(payer));
        put_flag(rows, false);
        put_flag(rows, false);
        put_flag(rows, true);
        khct_row_end(rows);
    }
}

/* The amounts as written. */
static void put_amounts(task_rows *r)
{
    khct_rows *rows = r->rows;
    const khct_money *money = r->task->money;
    for (size_t i = 0; money != NULL && i < money->parts.n; i++) {
        const khct_money_part *part = &money->parts.at[i];
        begin_row(r, KHCT_TABLE_tien);
        khct_row_number(rows, ++r->place);
        put_unless(rows, part->has_amount ? part->amount : -1, -1);
        put_unless(rows, part->has_amount && part->low != part->amount ? part->low : -1, -1);
        khct_row_cstr(rows, khct_source_key(part->source));
        put_flag(rows, part->about);
        put_flag(rows, part->rate);
        put_flag(rows, false);
        khct_row_end(rows);
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
        begin_row(r, KHCT_TABLE_tiendo);
        khct_row_number(r->rows, ++r->place);
        put_day(r->rows, p->date);
        khct_row_cstr(r->rows, khct_progress_key(p->state));
        put_unless(r->rows, p->percent, -1);
        khct_row_end(r->rows);
    }
}

static void put_people(task_rows *r)
{
    const khct_work_task *t = r->task;
    for (uint32_t k = 0; k < t->leads + t->helps; k++) {
        const khct_party *party = &r->work->parties.at[r->work->party_of.at[t->parties + k]];
        bool leads = k < t->leads;
        begin_row(r, KHCT_TABLE_nguoi);
        khct_row_cstr(r->rows, leads ? "chutri" : "phoihop");
        khct_row_number(r->rows, (leads ? k : k - t->leads) + 1);
        khct_row_put(r->rows, party->role == KHCT_NONE ? KHCT_STR("")
                                                       : r->work->plan->roles.at[party->role].id);
        khct_row_put(r->rows, party->name);
        khct_row_end(r->rows);
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
    khct_row_begin(rows, KHCT_TABLE_tieuchi);
    khct_row_put(rows, c->id);
    khct_row_put(rows, criterion->code);
    khct_row_number(rows, criterion->id.standard);
    khct_row_put(rows, criterion->title);
    khct_row_put(rows, c->standards.at[criterion->standard].title);
    put_flag(rows, criterion->mandatory);
    khct_row_number(rows, criterion->highest);
    khct_row_end(rows);
}

/* "tt18_2018 1.7, 1.8" */
static void put_matches(khct_rows *rows, const khct_catalogue *c, const khct_criterion *criterion,
                        khct_str line)
{
    khct_str catalogue = khct_str_cut(&line, ' ');
    while (line.n > 0) {
        khct_row_begin(rows, KHCT_TABLE_tuongung);
        khct_row_put(rows, c->id);
        khct_row_put(rows, criterion->code);
        khct_row_put(rows, catalogue);
        khct_row_put(rows, khct_str_trim(khct_str_cut(&line, ',')));
        khct_row_end(rows);
    }
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

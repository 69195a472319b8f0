#include "emit/csv/csv.h"

#include "text/csv.h"

/* A task's row while it is written. */
typedef struct row {
    khct_out *out;
    const khct_plan *plan;
    const khct_work_task *task;
    khct_keyword keyword; /* of the column at hand */
    khct_arena *arena;
} row;

/* A column: its heading from the vocabulary table, with what tells it from others of that word. */
typedef struct column {
    khct_keyword keyword;
    const char *more;
    khct_str (*cell)(const row *r);
} column;

static khct_str join(khct_arena *arena, khct_str a, const char *between, khct_str b)
{
    return khct_str_join(arena, (khct_str[]){a, a.n > 0 ? khct_str_of(between) : KHCT_STR(""), b},
                         3);
}

/* --- cells --- */

static khct_str number(const row *r)
{
    return khct_str_number(r->arena, r->task->number);
}

static khct_str criteria(const row *r)
{
    const khct_improvement *i = r->task->improvement;
    khct_strs codes = {0};
    if (i->kind == KHCT_BY_CRITERION)
        khct_push(r->arena, &codes) = khct_criterion_text(r->arena, i->id);
    for (size_t k = 0; k < i->serves.n; k++)
        khct_push(r->arena, &codes) = khct_criterion_text(r->arena, i->serves.at[k].id);
    return khct_str_list(r->arena, &codes, KHCT_STR(", "));
}

static khct_str item(const row *r)
{
    const khct_improvement *i = r->task->improvement;
    return i->kind == KHCT_BY_ITEM ? khct_str_number(r->arena, i->item) : KHCT_STR("");
}

static khct_str criterion_title(const row *r)
{
    const khct_improvement *i = r->task->improvement;
    return i->criterion != NULL         ? i->criterion->title
           : i->kind == KHCT_BY_CONTENT ? KHCT_STR("")
                                        : i->title;
}

static khct_str level(const row *r)
{
    uint16_t n = khct_improvement_target(r->plan, r->task->improvement);
    return n > 0 ? khct_str_number(r->arena, n) : KHCT_STR("");
}

static khct_str keeps(const row *r)
{
    return r->task->improvement->target.kind == KHCT_TARGET_KEEP
               ? khct_str_of(khct_keyword_at(r->keyword)->marked)
               : KHCT_STR("");
}

static khct_str title(const row *r)
{
    return khct_task_name(r->task->improvement, r->task->task);
}

/* All paragraphs of all values of the field, a line each; list items with a round mark, as a `-`
 * begins a formula. */
static khct_str words(const row *r)
{
    KHCT_VEC(khct_str) pieces = {0};
    const khct_fields *fields = &r->task->task->fields;
    for (const khct_field *f = khct_field_of(fields, r->keyword); f != NULL;
         f = khct_field_again(fields, f)) {
        khct_text text = khct_node_text_once(r->arena, f->values, f->node);
        KHCT_FOR (p, &text) {
            if (pieces.n > 0)
                khct_push(r->arena, &pieces) = KHCT_STR("\n");
            if (p->kind != KHCT_PARAGRAPH)
                khct_push(r->arena, &pieces) =
                    p->kind == KHCT_ITEM ? KHCT_STR("• ") : KHCT_STR("  ◦ ");
            khct_push(r->arena, &pieces) = p->words;
        }
    }
    return khct_str_join(r->arena, pieces.at, pieces.n);
}

static khct_str from(const row *r)
{
    return khct_date_iso(r->arena, r->task->time == NULL ? KHCT_NO_DATE : r->task->time->from);
}

static khct_str to(const row *r)
{
    return khct_date_iso(r->arena, r->task->due);
}

static khct_str recurs(const row *r)
{
    const khct_time *time = r->task->time;
    khct_str text = KHCT_STR("");
    for (unsigned bit = 0; time != NULL && bit < KHCT_RECURRENCES; bit++)
        if (time->recurs >> bit & 1)
            text = join(r->arena, text, " ", khct_str_of(khct_recurrence_name(bit)));
    return text;
}

static khct_str total(const row *r)
{
    return r->task->cost.counted > 0 ? khct_amount_digits(r->arena, r->task->cost.amount)
                                     : KHCT_STR("");
}

static khct_str left_out(const row *r)
{
    uint32_t n = r->task->cost.left_out;
    return n > 0 ? khct_str_number(r->arena, n) : KHCT_STR("");
}

static khct_str sources(const row *r)
{
    const khct_money *money = r->task->money;
    khct_str text = KHCT_STR("");
    for (unsigned s = 0; money != NULL && s < KHCT_SOURCE_NONE; s++)
        if (money->sources >> s & 1)
            text = join(r->arena, text, " ", khct_str_of(khct_source_key((khct_source_kind)s)));
    return text;
}

static khct_str state(const row *r)
{
    return khct_str_of(khct_progress_key(r->task->state));
}

static khct_str percent(const row *r)
{
    const khct_progress *p = r->task->last;
    return p == NULL || p->percent < 0 ? KHCT_STR("") : khct_str_number(r->arena, p->percent);
}

static khct_str standing(const row *r)
{
    return khct_str_of(khct_standing_key(r->task->standing));
}

/* --- the table --- */

static const column BEFORE[] = {
    {KHCT_K_SO, "", number},  {KHCT_K_TIEUCHI, "", criteria},
    {KHCT_K_KHOAN, "", item}, {KHCT_K_TIEUCHI, "tên", criterion_title},
    {KHCT_K_MUC, "", level},  {KHCT_K_DUYTRI, "", keeps},
    {KHCT_K_VIEC, "", title},
};

static const column AFTER[] = {
    {KHCT_K_THOIGIAN, "từ", from},
    {KHCT_K_THOIGIAN, "đến", to},
    {KHCT_K_THOIGIAN, "lặp", recurs},
    {KHCT_K_KINHPHI, "tổng", total},
    {KHCT_K_KINHPHI, "nguồn", sources},
    {KHCT_K_TIENDO, "trạng thái", state},
    {KHCT_K_TIENDO, "%", percent},
    {KHCT_K_TIENDO, "tình trạng", standing},
    {KHCT_K_KINHPHI, "không cộng", left_out},
};

static void put_head(khct_out *out, khct_arena *arena, const column *c, bool first)
{
    khct_str name = khct_str_of(khct_keyword_at(c->keyword)->marked);
    if (!first)
        khct_out_char(out, ',');
    khct_csv_cell(out, c->more[0] == '\0' ? name : join(arena, name, ": ", khct_str_of(c->more)));
}

/* Calls put() for each column: what tells the task, its fields, what they mean. */
static void each_column(void (*put)(const column *c, bool first, void *context), void *context)
{
    for (size_t i = 0; i < sizeof BEFORE / sizeof BEFORE[0]; i++)
        put(&BEFORE[i], i == 0, context);
    KHCT_EACH_PLACE (place, KHCT_B_VIEC)
        if (place->how == KHCT_FIELD)
            put(&(column){place->keyword, "", words}, false, context);
    for (size_t i = 0; i < sizeof AFTER / sizeof AFTER[0]; i++)
        put(&AFTER[i], false, context);
}

static void put_heading(const column *c, bool first, void *context)
{
    const row *r = context;
    put_head(r->out, r->arena, c, first);
}

static void put_cell(const column *c, bool first, void *context)
{
    row *r = context;
    r->keyword = c->keyword;
    if (!first)
        khct_out_char(r->out, ',');
    khct_csv_cell(r->out, c->cell(r));
}

typedef struct writing {
    const khct_work *work;
    khct_out *out;
    khct_arena *arena;
} writing;

static void put_rows(void *context)
{
    const writing *w = context;
    row r = {.out = w->out, .plan = w->work->plan, .arena = w->arena};
    each_column(put_heading, &r);
    khct_out_cstr(w->out, "\r\n");
    for (uint32_t i = 0; i < w->work->task_count; i++) {
        r.task = &w->work->tasks[i];
        each_column(put_cell, &r);
        khct_out_cstr(w->out, "\r\n");
        khct_arena_reset(w->arena);
    }
}

void khct_emit_csv(khct_out *out, const khct_work *work, const khct_page *page,
                   const khct_emit_options *options)
{
    (void)page;
    khct_arena *scratch = khct_arena_new();
    if (scratch == NULL)
        khct_arena_fail(work->plan->arena);
    if (options->bom)
        khct_out_cstr(out, "\xEF\xBB\xBF");
    writing w = {work, out, scratch};
    bool done = khct_try(scratch, put_rows, &w);
    khct_arena_free(scratch);
    if (!done)
        khct_arena_fail(work->plan->arena);
}

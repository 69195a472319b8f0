#include "emit/csv/csv.h"

#include "text/csv.h"

/* A task's row while it is written. */
typedef struct row {
    khct_arena *arena;
    const khct_plan *plan;
    const khct_work_task *task;
    khct_keyword keyword; /* of the column at hand */
} row;

/* A column: its heading from the vocabulary table, with what tells it from others of that word. */
typedef struct column {
    khct_keyword keyword;
    const char *more;
    khct_str (*cell)(const row *r);
} column;

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
    static const char *const SIGNS[] = {
        [KHCT_PARAGRAPH] = "", [KHCT_ITEM] = "• ", [KHCT_SUBITEM] = "  ◦ "};
    khct_strs pieces = {0};
    const khct_fields *fields = &r->task->task->fields;
    for (const khct_field *f = khct_field_of(fields, r->keyword); f != NULL;
         f = khct_field_again(fields, f)) {
        khct_text text = khct_node_text_once(r->arena, f->values, f->node);
        KHCT_FOR (p, &text)
            KHCT_ADD(r->arena, &pieces, pieces.n > 0 ? "\n" : "", SIGNS[p->kind], p->words);
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
    khct_strs names = {0};
    for (unsigned bit = 0; time != NULL && bit < KHCT_RECURRENCES; bit++)
        if (time->recurs >> bit & 1)
            KHCT_ADD(r->arena, &names, khct_recurrence_name(bit));
    return khct_str_list(r->arena, &names, KHCT_STR(" "));
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
    khct_strs names = {0};
    for (unsigned s = 0; money != NULL && s < KHCT_SOURCE_NONE; s++)
        if (money->sources >> s & 1)
            KHCT_ADD(r->arena, &names, khct_source_key((khct_source_kind)s));
    return khct_str_list(r->arena, &names, KHCT_STR(" "));
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

typedef KHCT_VEC(column) columns;

static void add_columns(khct_arena *arena, columns *all, const column *more, size_t n)
{
    for (size_t i = 0; i < n; i++)
        khct_push(arena, all) = more[i];
}

/* What tells the task, its fields, what they mean. */
static columns columns_of(khct_arena *arena)
{
    columns all = {0};
    add_columns(arena, &all, BEFORE, sizeof BEFORE / sizeof BEFORE[0]);
    KHCT_EACH_PLACE (place, KHCT_B_VIEC)
        if (place->how == KHCT_FIELD)
            khct_push(arena, &all) = (column){place->keyword, "", words};
    add_columns(arena, &all, AFTER, sizeof AFTER / sizeof AFTER[0]);
    return all;
}

static khct_str heading(khct_arena *arena, const column *c)
{
    return KHCT_JOIN(arena, khct_keyword_at(c->keyword)->marked, c->more[0] == '\0' ? "" : ": ",
                     c->more);
}

typedef struct writing {
    khct_out *out;
    const khct_work *work;
    columns all;
    khct_arena *arena; /* of a row: emptied after it */
} writing;

static void put_rows(void *context)
{
    const writing *w = context;
    row r = {.arena = w->arena, .plan = w->work->plan};
    for (size_t c = 0; c < w->all.n; c++) {
        khct_out_cstr(w->out, c > 0 ? "," : "");
        khct_csv_cell(w->out, heading(r.arena, &w->all.at[c]));
    }
    khct_out_cstr(w->out, "\r\n");
    for (uint32_t i = 0; i < w->work->task_count; i++) {
        r.task = &w->work->tasks[i];
        for (size_t c = 0; c < w->all.n; c++) {
            khct_out_cstr(w->out, c > 0 ? "," : "");
            r.keyword = w->all.at[c].keyword;
            khct_csv_cell(w->out, w->all.at[c].cell(&r));
        }
        khct_out_cstr(w->out, "\r\n");
        khct_arena_reset(w->arena);
    }
}

void khct_emit_csv(khct_out *out, const khct_work *work, const khct_page *page,
                   const khct_emit_options *options)
{
    (void)page;
    khct_arena *arena = work->plan->arena;
    writing w = {out, work, columns_of(arena), khct_arena_new()};
    if (w.arena == NULL)
        khct_arena_fail(arena);
    if (options->bom)
        khct_out_cstr(out, "\xEF\xBB\xBF");
    bool done = khct_try(w.arena, put_rows, &w);
    khct_arena_free(w.arena);
    if (!done)
        khct_arena_fail(arena);
}

#include "emit/sheet/sheet.h"

typedef struct writing {
    khct_book book;
    khct_arena *arena;
    const khct_work *work;
    const khct_plan *plan;
} writing;

static const khct_book_column TASKS[] = {{"TT", 5},
                                         {"Tiêu chí", 10},
                                         {"Việc", 40},
                                         {"Mức cần đạt", 12},
                                         {"Kết quả", 40},
                                         {"Giải pháp", 50},
                                         {"Chủ trì", 22},
                                         {"Phối hợp", 22},
                                         {"Thời gian", 24},
                                         {"Từ ngày", 12},
                                         {"Đến ngày", 12},
                                         {"Kinh phí", 30},
                                         {"Số tiền (đồng)", 16},
                                         {"Khoản không cộng được", 12},
                                         {"Tình trạng", 16},
                                         {"Tiến độ", 16},
                                         {"Phần trăm", 10},
                                         {"Minh chứng", 24},
                                         {"Ghi chú", 30}};
static const khct_book_column RESULTS[] = {
    {"Năm học", 12}, {"Tiêu chuẩn", 30},      {"Tiêu chí", 10},    {"Tên tiêu chí", 50},
    {"Kết quả", 12}, {"Mức cao nhất có", 10}, {"Mức cần đạt", 12}, {"Giữ trường lại", 12}};
static const khct_book_column MONEY[] = {
    {"TT việc", 8},         {"Tiêu chí", 10},          {"Việc", 40},      {"Nguồn", 22},
    {"Số tiền (đồng)", 16}, {"Không dưới (đồng)", 16}, {"Cách tính", 24}, {"Cộng vào tổng", 12}};
static const khct_book_column PROGRESS[] = {{"TT việc", 8},  {"Tiêu chí", 10},   {"Việc", 40},
                                            {"Ngày", 12},    {"Tình trạng", 18}, {"Phần trăm", 10},
                                            {"Ghi nhận", 50}};
static const khct_book_column PEOPLE[] = {{"Người, bộ phận", 32}, {"Vai", 12},  {"TT việc", 8},
                                          {"Tiêu chí", 10},       {"Việc", 40}, {"Đến ngày", 12},
                                          {"Tình trạng", 16}};

#define COUNT(columns) (sizeof(columns) / sizeof(columns)[0])
static const khct_book_sheet SHEETS[KHCT_SHEETS] = {{"Việc", TASKS, COUNT(TASKS)},
                                                    {"Kết quả", RESULTS, COUNT(RESULTS)},
                                                    {"Kinh phí", MONEY, COUNT(MONEY)},
                                                    {"Tiến độ", PROGRESS, COUNT(PROGRESS)},
                                                    {"Người", PEOPLE, COUNT(PEOPLE)}};

/* --- words --- */

/* All values of a field, a line each. */
static khct_str words(const writing *w, const khct_fields *fields, khct_keyword keyword)
{
    khct_strs all = {0};
    for (const khct_field *f = khct_field_of(fields, keyword); f != NULL;
         f = khct_field_again(fields, f)) {
        const khct_text *text = khct_field_text(f);
        for (size_t i = 0; i < text->n; i++) {
            bool item = text->at[i].kind != KHCT_PARAGRAPH;
            khct_push(w->arena, &all) = KHCT_JOIN(w->arena, item ? "• " : "", text->at[i].words);
        }
    }
    return khct_str_list(w->arena, &all, KHCT_STR("\n"));
}

static khct_str level_words(const writing *w, uint16_t level)
{
    return level == 0 ? KHCT_STR("") : KHCT_JOIN(w->arena, "Mức ", level);
}

/* --- cells --- */

static const khct_book_cell NOTHING = {0};

static khct_book_cell sum_cell(const writing *w, const khct_sum *sum)
{
    int64_t dong;
    return sum->counted == 0 ? NOTHING
           : khct_amount_fits(sum->amount, &dong)
               ? khct_book_money(dong)
               : khct_book_text(khct_amount_text(w->arena, sum->amount));
}

static khct_book_cell percent_cell(const khct_progress *progress)
{
    return progress == NULL || progress->percent < 0 ? NOTHING
                                                     : khct_book_number(progress->percent);
}

/* A row that tells a task: its number, criterion and name, then what is its own. */
#define TASK_ROW(w, t, ...)                                                                        \
    (khct_book_row(&(w)->book), TASK_CELLS(w, t), KHCT_BOOK_CELLS(&(w)->book, __VA_ARGS__))
#define TASK_CELLS(w, t)                                                                           \
    KHCT_BOOK_CELLS(&(w)->book, (t)->number, khct_improvement_code((w)->arena, (t)->improvement),  \
                    khct_task_name((t)->improvement, (t)->task))

/* --- sheets --- */

static void put_tasks(writing *w)
{
    for (uint32_t i = 0; i < w->work->task_count; i++) {
        const khct_work_task *t = &w->work->tasks[i];
        const khct_fields *fields = &t->task->fields;
        TASK_ROW(w, t, level_words(w, khct_improvement_target(w->plan, t->improvement)),
                 words(w, fields, KHCT_K_KETQUA), words(w, fields, KHCT_K_GIAIPHAP),
                 words(w, fields, KHCT_K_CHUTRI), words(w, fields, KHCT_K_PHOIHOP),
                 words(w, fields, KHCT_K_THOIGIAN),
                 khct_book_date(t->time == NULL ? KHCT_NO_DATE : t->time->from),
                 khct_book_date(t->due), words(w, fields, KHCT_K_KINHPHI), sum_cell(w, &t->cost),
                 t->cost.left_out == 0 ? NOTHING : khct_book_number(t->cost.left_out),
                 khct_standing_name(t->standing, KHCT_VI), khct_progress_name(t->state, false),
                 percent_cell(t->last), words(w, fields, KHCT_K_MINHCHUNG),
                 words(w, fields, KHCT_K_GHICHU));
    }
}

/* A criterion's row. `result` NULL: none is given. `facts`: what follows for it now; NULL in the
 * row of an earlier year, and of a criterion that the catalogue does not have. */
static void put_result(writing *w, khct_str year, khct_criterion_id id,
                       const khct_criterion *criterion, const khct_result *result,
                       const khct_work_criterion *facts)
{
    const khct_catalogue *c = w->plan->catalogue;
    const khct_standard *standard = c == NULL ? NULL : khct_catalogue_standard(c, id.standard);
    KHCT_BOOK_ROW(&w->book, year, standard == NULL ? KHCT_STR("") : standard->title,
                  khct_criterion_text(w->arena, id),
                  criterion == NULL ? KHCT_STR("") : criterion->title,
                  result == NULL       ? KHCT_STR("")
                  : result->level == 0 ? KHCT_STR("Không đạt")
                                       : level_words(w, result->level),
                  criterion == NULL ? KHCT_STR("") : level_words(w, criterion->highest),
                  facts == NULL ? KHCT_STR("") : level_words(w, facts->target),
                  facts != NULL && facts->holds ? "có" : "");
}

static khct_str year_of(const writing *w, const khct_results *results)
{
    return results == NULL ? KHCT_STR("") : khct_period_text(w->arena, &results->period);
}

/* What counts now, then what else was written: earlier years, a criterion twice or unknown. */
static void put_results(writing *w)
{
    for (size_t i = 0; i < w->work->criterion_count; i++) {
        const khct_work_criterion *c = &w->work->criteria[i];
        if (c->result != NULL || c->own != NULL || c->holds || c->tasks > 0)
            put_result(w, year_of(w, w->plan->current), c->criterion->id, c->criterion, c->result,
                       c);
    }
    KHCT_FOR (results, &w->plan->results) {
        KHCT_FOR (r, &results->results)
            if (r->criterion == NULL || khct_work_of(w->work, r->criterion)->result != r)
                put_result(w, year_of(w, results), r->id, r->criterion, r, NULL);
    }
}

/* "12 × 35.000.000"; "mỗi …" where it is so much each; "khoảng" */
static khct_str reckoning(writing *w, const khct_money_part *p)
{
    khct_strs all = {0};
    for (int i = 0; i < p->factors; i++)
        khct_push(w->arena, &all) = khct_money_text(w->arena, p->factor[i]);
    if (all.n > 0)
        return khct_str_list(w->arena, &all, KHCT_STR(" × "));
    return p->rate         ? KHCT_STR("đơn giá")
           : p->whole >= 0 ? KHCT_STR("trong tổng ở trên")
           : p->about      ? KHCT_STR("ước tính")
           : p->has_amount ? KHCT_STR("như đã viết")
                           : KHCT_STR("");
}

static khct_book_cell low_cell(const khct_money_part *p)
{
    return p != NULL && p->has_amount && p->low != p->amount ? khct_book_money(p->low) : NOTHING;
}

/* What is added up, by who pays; `only`: the one amount of the value, NULL where it has several. */
static void put_payers(writing *w, const khct_work_task *t, const khct_money_part *only)
{
    khct_sums sums = khct_money_sums(t->money);
    for (unsigned k = 0; k < KHCT_PAYERS; k++) {
        if (sums.by_payer[k].counted == 0)
            continue;
        TASK_ROW(w, t, k == KHCT_SOURCE_NONE ? KHCT_STR("") : khct_payer_name(k),
                 sum_cell(w, &sums.by_payer[k]), low_cell(only),
                 only == NULL ? KHCT_STR("") : reckoning(w, only), "có");
    }
}

/* An amount, or a source without one, as it was written. */
static void put_part(writing *w, const khct_work_task *t, const khct_money_part *p)
{
    TASK_ROW(w, t, p->source == KHCT_SOURCE_NONE ? "" : khct_source_name(p->source),
             p->has_amount ? khct_book_money(p->amount) : NOTHING, low_cell(p), reckoning(w, p),
             p->has_amount ? "không" : "");
}

/* Amounts among words that are not understood: no more is known of them. */
static void put_unread(writing *w, const khct_work_task *t)
{
    TASK_ROW(w, t, "", "", "", KHCT_JOIN(w->arena, "chưa hiểu: ", t->money->words), "không");
}

/* The sums that every output tells; where they do not say all, what was written stands below. */
static void put_money(writing *w)
{
    for (uint32_t i = 0; i < w->work->task_count; i++) {
        const khct_work_task *t = &w->work->tasks[i];
        size_t parts = t->money == NULL ? 0 : t->money->parts.n;
        bool one = parts == 1 && t->cost.counted == 1;
        if (parts > 0)
            put_payers(w, t, one ? &t->money->parts.at[0] : NULL);
        for (size_t k = 0; !one && k < parts; k++)
            put_part(w, t, &t->money->parts.at[k]);
        if (t->money != NULL && t->money->unread > 0)
            put_unread(w, t);
    }
}

static void put_progress(writing *w)
{
    for (uint32_t i = 0; i < w->work->task_count; i++) {
        const khct_work_task *t = &w->work->tasks[i];
        const khct_fields *fields = &t->task->fields;
        for (const khct_field *f = khct_field_of(fields, KHCT_K_TIENDO); f != NULL;
             f = khct_field_again(fields, f)) {
            const khct_progress *p = f->meaning->progress;
            if (p == NULL)
                continue;
            TASK_ROW(w, t, khct_book_date(p->date), khct_progress_name(p->state, false),
                     percent_cell(p), p->note.n > 0 ? p->note : p->words);
        }
    }
}

static void put_people(writing *w)
{
    KHCT_FOR (party, &w->work->parties) {
        for (uint32_t k = 0; k < party->leads + party->helps; k++) {
            const khct_work_task *t = &w->work->tasks[w->work->assigned[party->first + k]];
            KHCT_BOOK_ROW(&w->book, party->name, k < party->leads ? "chủ trì" : "phối hợp");
            TASK_CELLS(w, t);
            KHCT_BOOK_CELLS(&w->book, khct_book_date(t->due),
                            khct_standing_name(t->standing, KHCT_VI));
        }
    }
}

static void put_sheets(writing *w)
{
    static void (*const PUT[])(writing * w) = {put_tasks, put_results, put_money, put_progress,
                                               put_people};
    for (size_t i = 0; i < COUNT(SHEETS); i++) {
        khct_book_sheet_begin(&w->book);
        PUT[i](w);
        khct_book_sheet_end(&w->book);
    }
}

void khct_emit_sheet(khct_out *out, const khct_work *work, const khct_page *page,
                     const khct_emit_options *options)
{
    (void)options;
    writing w = {.arena = work->plan->arena, .work = work, .plan = work->plan};
    khct_str title = page != NULL ? page->title : work->plan->heading.subject;
    khct_book_begin(&w.book, out, w.arena, SHEETS, COUNT(SHEETS), title, work->plan->school.name);
    put_sheets(&w);
    khct_book_end(&w.book);
}

void khct_sheet_lines(khct_book *lines, khct_arena *arena, const khct_work *work)
{
    writing w = {.book = *lines, .arena = arena, .work = work, .plan = work->plan};
    put_sheets(&w);
}

/* The columns of a sheet, with those of the lead before them. */
static khct_book_sheet led(khct_arena *arena, const khct_book_sheet *sheet,
                           const khct_book_column *lead, size_t leads)
{
    khct_book_column *columns = khct_alloc_array(arena, leads + sheet->count, sizeof *columns);
    memcpy(columns, lead, leads * sizeof *columns);
    memcpy(columns + leads, sheet->columns, sheet->count * sizeof *columns);
    return (khct_book_sheet){sheet->name, columns, leads + sheet->count};
}

void khct_sheets_led(khct_arena *arena, const khct_book_column *lead, size_t leads,
                     khct_book_sheet sheets[KHCT_SHEETS])
{
    for (size_t i = 0; i < COUNT(SHEETS); i++)
        sheets[i] = led(arena, &SHEETS[i], lead, leads);
}

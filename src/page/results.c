/* The results of the self-assessment on paper: a table with an X for every level met, or counts. */
#include "page/build.h"

static void add_header(khct_page_making *m, khct_table *table, uint16_t top)
{
    khct_str none = KHCT_STR("");
    khct_row first = {.kind = KHCT_ROW_BODY}, second = first, third = first;
    khct_page_add_cell(m->arena, &first, KHCT_STR("Tiêu chuẩn, tiêu chí"), 1, 3);
    khct_page_add_cell(m->arena, &first, KHCT_STR("Kết quả"), top + 1u, 1);
    khct_page_add_cell(m->arena, &second, none, 1, 0);
    khct_page_add_cell(m->arena, &second, KHCT_STR("Không đạt"), 1, 2);
    khct_page_add_cell(m->arena, &second, KHCT_STR("Đạt"), top, 1);
    khct_page_add_cell(m->arena, &third, none, 1, 0);
    khct_page_add_cell(m->arena, &third, none, 1, 0);
    for (uint16_t level = 1; level <= top; level++)
        khct_page_add_cell(m->arena, &third, KHCT_JOIN(m->arena, "Mức ", level), 1, 1);
    khct_push(m->arena, &table->header) = first;
    khct_push(m->arena, &table->header) = second;
    khct_push(m->arena, &table->header) = third;
}

static void add_columns(khct_page_making *m, khct_table *table, uint16_t top,
                        khct_results_form form)
{
    uint32_t each = (form == KHCT_RESULTS_TITLES ? 44 : 60) / (top + 1u);
    khct_push(m->arena, &table->columns) =
        (khct_table_column){.width = 100 - each * (top + 1u), .align = KHCT_LEFT};
    for (uint32_t i = 0; i <= top; i++)
        khct_push(m->arena, &table->columns) =
            (khct_table_column){.width = each, .align = KHCT_CENTRE};
}

static const khct_result *result_of(const khct_results *results, khct_criterion_id id)
{
    for (size_t i = 0; i < results->results.n; i++)
        if (khct_criterion_cmp(results->results.at[i].id, id) == 0)
            return &results->results.at[i];
    return NULL;
}

static void add_result_row(khct_page_making *m, khct_table *table, khct_str name,
                           const khct_result *result, const khct_criterion *criterion, uint16_t top)
{
    khct_row row = {.kind = KHCT_ROW_BODY, .criterion = criterion};
    khct_span span = result == NULL ? KHCT_NOWHERE : result->span;
    khct_cell_box box = {.columns = 1, .rows = 1, .align = KHCT_LEFT};
    khct_push(m->arena, &box.pieces) = (khct_piece){.text = name, .span = span};
    khct_push(m->arena, &row.cells) = box;
    for (uint16_t level = 0; level <= top; level++) {
        bool met = result != NULL && (level == 0 ? result->level == 0 : level <= result->level);
        khct_cell_box cross = {.columns = 1, .rows = 1, .align = KHCT_CENTRE};
        if (met)
            khct_push(m->arena, &cross.pieces) = (khct_piece){.text = KHCT_STR("X"), .span = span};
        khct_push(m->arena, &row.cells) = cross;
    }
    khct_push(m->arena, &table->rows) = row;
}

static khct_str criterion_name(khct_page_making *m, khct_criterion_id id)
{
    return KHCT_JOIN(m->arena, "Tiêu chí ", khct_criterion_text(m->arena, id));
}

static khct_str year_caption(khct_page_making *m, const khct_results *results)
{
    if (results->period.kind == KHCT_PERIOD_NONE)
        return KHCT_STR("Kết quả tự đánh giá");
    return KHCT_JOIN(m->arena, "Kết quả tự đánh giá năm học ",
                     khct_period_text(m->arena, &results->period));
}

/* "Tiêu chí 1.1", or with its title: "1.1. Phương hướng, chiến lược". */
static khct_str row_name(khct_page_making *m, const khct_criterion *criterion,
                         khct_results_form form)
{
    if (form != KHCT_RESULTS_TITLES || criterion->title.n == 0)
        return criterion_name(m, criterion->id);
    return KHCT_JOIN(m->arena, khct_criterion_text(m->arena, criterion->id), ". ",
                     criterion->title);
}

static khct_table *result_table(khct_page_making *m, const khct_results *results,
                                khct_results_form form)
{
    const khct_catalogue *c = m->plan->catalogue;
    khct_table *table = khct_alloc(m->arena, sizeof *table);
    uint16_t top = c->top;
    table->content = KHCT_CONTENT_RESULTS;
    table->halves = form == KHCT_RESULTS_HALVES;
    table->caption = year_caption(m, results);
    add_columns(m, table, top, form);
    add_header(m, table, top);
    KHCT_FOR (standard, &c->standards) {
        khct_row row = {.kind = KHCT_ROW_STANDARD};
        khct_page_add_cell(m->arena, &row, khct_page_standard(m->plan, standard->number), top + 2u,
                           1)
            ->align = KHCT_LEFT;
        khct_push(m->arena, &table->rows) = row;
        for (size_t i = standard->first; i < standard->first + standard->count; i++) {
            const khct_criterion *criterion = &c->criteria.at[i];
            add_result_row(m, table, row_name(m, criterion, form),
                           result_of(results, criterion->id), criterion, top);
        }
    }
    for (size_t i = 0; i < results->results.n; i++) /* what the catalogue does not have */
        if (results->results.at[i].criterion == NULL)
            add_result_row(m, table, criterion_name(m, results->results.at[i].id),
                           &results->results.at[i], NULL, top);
    return table;
}

/* "96,4": per cent of a whole, to one place, without `,0`. */
static khct_str percent(khct_page_making *m, uint32_t part, uint32_t whole)
{
    uint32_t tenths = whole == 0 ? 0 : (part * 2000u + whole) / (2 * whole);
    return tenths % 10 == 0 ? khct_str_number(m->arena, tenths / 10)
                            : KHCT_JOIN(m->arena, tenths / 10, ",", tenths % 10);
}

static void add_count(khct_page_making *m, khct_str what, uint32_t part, uint32_t whole)
{
    khct_page_add_piece(m, KHCT_PIECE_ITEM, KHCT_STR(""),
                        KHCT_JOIN(m->arena, what, ": ", part, "/", whole, " tiêu chí, đạt ",
                                  percent(m, part, whole), "%"),
                        KHCT_NOWHERE);
}

static void add_counts(khct_page_making *m, const khct_results *results)
{
    const khct_catalogue *c = m->plan->catalogue;
    uint16_t top = c->top;
    uint32_t failed = 0;
    for (size_t i = 0; i < results->results.n; i++)
        failed += results->results.at[i].level == 0;
    for (uint16_t level = 1; level <= top; level++) {
        uint32_t have = 0, meet = 0;
        for (size_t i = 0; i < c->criteria.n; i++)
            have += khct_criterion_has(&c->criteria.at[i], level);
        for (size_t i = 0; i < results->results.n; i++)
            meet +=
                results->results.at[i].criterion != NULL && results->results.at[i].level >= level;
        add_count(m, KHCT_JOIN(m->arena, "Mức ", level), meet, have);
    }
    if (failed > 0)
        khct_page_add_piece(m, KHCT_PIECE_ITEM, KHCT_STR(""),
                            KHCT_JOIN(m->arena, "Không đạt: ", failed, " tiêu chí"), KHCT_NOWHERE);
}

static void add_items(khct_page_making *m, const khct_results *results)
{
    if (results->items.n == 0)
        return;
    khct_strs numbers = {0};
    for (size_t i = 0; i < results->items.n; i++)
        khct_push(m->arena, &numbers) = khct_str_number(m->arena, results->items.at[i].number);
    uint16_t level = m->plan->catalogue == NULL ? 4 : m->plan->catalogue->highest;
    khct_str text = KHCT_JOIN(m->arena, "Mức ", level, ": đạt khoản ",
                              khct_str_list(m->arena, &numbers, KHCT_STR(", ")));
    khct_page_add_piece(m, results->counts ? KHCT_PIECE_ITEM : KHCT_PIECE_PARAGRAPH, KHCT_STR(""),
                        text, results->items.at[0].span);
}

/* Strengths, weaknesses and evidence of the criteria given in full. */
static void add_full(khct_page_making *m, const khct_result *result)
{
    if (result->fields.n == 0)
        return;
    khct_page_add_piece(m, KHCT_PIECE_PARAGRAPH, KHCT_STR(""),
                        KHCT_JOIN(m->arena, criterion_name(m, result->id), ":"), result->span);
    m->page->blocks.at[m->page->blocks.n - 1].piece.strong = true;
    KHCT_FOR (field, &result->fields) {
        khct_pieces pieces = {0};
        khct_add_text(m->arena, &pieces, khct_field_text(field),
                      khct_page_label(m->arena, field->keyword));
        for (size_t k = 0; k < pieces.n; k++) {
            khct_page_block *block = khct_page_add(m, KHCT_BLOCK_PIECE);
            block->piece = pieces.at[k];
            block->piece.kind = k == 0 ? KHCT_PIECE_ITEM : KHCT_PIECE_SUBITEM;
        }
    }
}

void khct_page_results(khct_page_making *m, const khct_results *results, khct_results_form form)
{
    for (size_t i = 0; i < results->prose.n; i++)
        khct_page_add_text(m, &results->prose.at[i].text, KHCT_PIECE_PARAGRAPH, KHCT_STR(""));
    if (m->plan->catalogue != NULL && results->results.n > 0) {
        if (results->counts)
            add_counts(m, results);
        else
            khct_page_add(m, KHCT_BLOCK_TABLE)->table = result_table(m, results, form);
    }
    add_items(m, results);
    for (size_t i = 0; i < results->results.n; i++)
        add_full(m, &results->results.at[i]);
}

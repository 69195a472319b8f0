/* Tables with a row an entry: problems, rounds, lines on the school; and those that are not known.
 */
#include "import/understand.h"

#include "text/fold.h"

/* --- what is kept as comments --- */

/* The cells of a row that nobody has used, parted by bars; they are used then. */
static khct_str rest_of_row(khct_in_plan *u, const khct_in_sheet *sheet, uint32_t row)
{
    khct_strs cells = {0};
    for (uint32_t c = 0; c < sheet->table->columns; c++) {
        khct_in_cell *cell = khct_in_cell_from(sheet->table, row, c);
        if (cell == NULL)
            continue;
        khct_strs lines = {0};
        for (size_t i = 0; i < cell->lines.n; i++) {
            khct_in_paragraph *p = cell->lines.at[i];
            if (p->used)
                continue;
            p->used = true;
            khct_push(u->arena, &lines) = khct_folded_space(u->arena, khct_in_shown(u->arena, p));
        }
        if (lines.n == 0)
            continue;
        khct_str words = khct_str_list(u->arena, &lines, KHCT_STR(" / "));
        khct_str heading = sheet->columns[c].heading;
        if (row >= sheet->body && sheet->form == KHCT_IN_FORM_PLAN && heading.n > 0 &&
            sheet->columns[c].role == KHCT_IN_ROLE_NONE && cell->columns == 1 &&
            !khct_str_eq(words, heading))
            words = KHCT_JOIN(u->arena, khct_folded_space(u->arena, heading), ": ", words);
        khct_push(u->arena, &cells) = words;
    }
    return khct_str_list(u->arena, &cells, KHCT_STR(" | "));
}

void khct_in_keep_row(khct_in_plan *u, khct_sketch *parent, khct_in_sheet *sheet, uint32_t row,
                      bool told)
{
    enum { MOST = 20 };
    khct_str words = rest_of_row(u, sheet, row);
    if (words.n == 0)
        return;
    khct_in_place place = khct_in_row_place(sheet->table, row);
    khct_str where = khct_in_place_text(u->arena, place);
    khct_sketch_comment(u->arena, parent, KHCT_JOIN(u->arena, where, ": ", words));
    if (told && ++u->kept <= MOST)
        khct_in_remark_on(u, KHCT_KH8035, khct_in_at(u->arena, place, KHCT_MSG0(IN_KEPT)), NULL);
}

/* A sheet's name, once. */
static void keep_name(khct_in_plan *u, khct_sketch *parent, khct_in_sheet *sheet)
{
    if (sheet->table->name.n == 0)
        return;
    khct_sketch_comment(u->arena, parent, KHCT_JOIN(u->arena, "trang ", sheet->table->name));
    sheet->table->name.n = 0;
}

void khct_in_keep_heading(khct_in_plan *u, khct_sketch *parent, khct_in_sheet *sheet)
{
    keep_name(u, parent, sheet);
    for (uint32_t row = 0; row < sheet->body; row++)
        khct_in_keep_row(u, parent, sheet, row, false);
}

/* The first words of a table, by which a person finds it. */
static khct_str first_words(khct_in_plan *u, const khct_in_table *t)
{
    enum { LONGEST = 60 };
    khct_strs cells = {0};
    size_t n = 0;
    for (size_t i = 0; i < t->cells.n && n < LONGEST; i++)
        if (t->cells.at[i].lines.n > 0) {
            khct_str text = khct_folded_space(u->arena, t->cells.at[i].lines.at[0]->text);
            khct_push(u->arena, &cells) = text;
            n += text.n;
        }
    return khct_str_list(u->arena, &cells, KHCT_STR(" | "));
}

/* All of it is known already: nothing is to be mended by a person. */
void khct_in_keep_derived(khct_in_plan *u, khct_in_sheet *sheet)
{
    khct_in_keep_heading(u, u->top, sheet);
    for (uint32_t row = 0; row < sheet->table->rows; row++)
        khct_in_keep_row(u, u->top, sheet, row, false);
}

void khct_in_keep_table(khct_in_plan *u, khct_in_sheet *sheet)
{
    khct_str number = khct_str_number(u->arena, sheet->table->number);
    khct_str words = first_words(u, sheet->table);
    if (words.n > 0) {
        u->failed = true;
        khct_in_remark_on(u, KHCT_KH8033, KHCT_MSG(IN_TABLE, number, words), NULL);
    }
    khct_in_keep_derived(u, sheet);
}

/* --- entries --- */

/* Puts the cells of a row into the fields that the columns name, where the block has them. */
static void put_fields(khct_in_plan *u, khct_sketch *block, const khct_in_sheet *sheet,
                       uint32_t row)
{
    for (uint32_t c = 0; c < sheet->table->columns; c++) {
        khct_in_cell *cell = khct_in_cell_from(sheet->table, row, c);
        khct_keyword field = sheet->columns[c].field;
        if (sheet->columns[c].role != KHCT_IN_ROLE_FIELD || cell == NULL || cell->lines.n == 0 ||
            khct_place_of(block->opens, field) == NULL)
            continue;
        khct_in_put(u, block, field, cell->lines.at, cell->lines.n);
    }
}

static khct_str text_at(khct_in_plan *u, const khct_in_sheet *sheet, uint32_t row,
                        khct_in_role role)
{
    return khct_in_cell_text(u->arena,
                             khct_in_cell_at(sheet->table, row, khct_in_role_at(sheet, role)));
}

static void use_at(const khct_in_sheet *sheet, uint32_t row, khct_in_role role)
{
    khct_in_cell *cell = khct_in_cell_from(sheet->table, row, khct_in_role_at(sheet, role));
    if (cell != NULL)
        khct_in_use_cell(cell);
}

static bool has_words(const khct_in_sheet *sheet, uint32_t row)
{
    for (uint32_t c = 0; c < sheet->table->columns; c++) {
        const khct_in_cell *cell = khct_in_cell_from(sheet->table, row, c);
        if (cell != NULL && cell->lines.n > 0 && sheet->columns[c].role != KHCT_IN_ROLE_NUMBER)
            return true;
    }
    return false;
}

void khct_in_take_problems(khct_in_plan *u, khct_in_sheet *sheet)
{
    uint32_t standard = 0;
    khct_in_keep_heading(u, u->top, sheet);
    for (uint32_t row = sheet->body; row < sheet->table->rows; row++) {
        if (!has_words(sheet, row)) {
            khct_in_keep_row(u, u->top, sheet, row, false);
            continue;
        }
        khct_str of = text_at(u, sheet, row, KHCT_IN_ROLE_STANDARD);
        uint32_t now = khct_in_standard(of);
        standard = now > 0 ? now : standard;
        khct_sketch *block = khct_sketch_block(u->arena, u->top, KHCT_K_VANDE, KHCT_B_VANDE);
        khct_str words = text_at(u, sheet, row, KHCT_IN_ROLE_CRITERION);
        khct_in_criteria criteria = khct_in_criteria_in(u->arena, words, standard);
        khct_strs head = {0};
        if (now > 0) {
            khct_push(u->arena, &head) =
                khct_str_cat(u->arena, KHCT_STR("tieuchuan "), khct_str_number(u->arena, now));
            if (khct_in_words(of) <= 3)
                use_at(sheet, row, KHCT_IN_ROLE_STANDARD);
        }
        if (criteria.count > 0) {
            khct_push(u->arena, &head) = KHCT_JOIN(u->arena, "tieuchi ", criteria.list);
            khct_in_remark_criteria(u, khct_in_row_place(sheet->table, row), words, &criteria,
                                    block);
        }
        if (criteria.whole)
            use_at(sheet, row, KHCT_IN_ROLE_CRITERION);
        block->head = khct_str_list(u->arena, &head, KHCT_STR(" "));
        put_fields(u, block, sheet, row);
        use_at(sheet, row, KHCT_IN_ROLE_NUMBER);
        khct_in_keep_row(u, block, sheet, row, false);
    }
}

void khct_in_take_rounds(khct_in_plan *u, khct_in_sheet *sheet)
{
    khct_in_keep_heading(u, u->top, sheet);
    khct_sketch *block = NULL;
    for (uint32_t row = sheet->body; row < sheet->table->rows; row++) {
        khct_str when = text_at(u, sheet, row, KHCT_IN_ROLE_WHEN);
        uint32_t c = khct_in_role_at(sheet, KHCT_IN_ROLE_WHEN);
        if (khct_str_trim(when).n > 0 && khct_in_cell_from(sheet->table, row, c) != NULL) {
            block = khct_sketch_block(u->arena, u->top, KHCT_K_THEODOI, KHCT_B_THEODOI);
            block->title = khct_folded_space(u->arena, when);
            use_at(sheet, row, KHCT_IN_ROLE_WHEN);
        }
        if (block == NULL) {
            khct_in_keep_row(u, u->top, sheet, row, true);
            continue;
        }
        put_fields(u, block, sheet, row);
        use_at(sheet, row, KHCT_IN_ROLE_NUMBER);
        khct_in_keep_row(u, block, sheet, row, false);
    }
}

void khct_in_take_school(khct_in_plan *u, khct_in_sheet *sheet)
{
    const khct_in_table *t = sheet->table;
    keep_name(u, u->school, sheet);
    for (uint32_t row = 0; row < t->rows; row++) {
        for (uint32_t c = 0; c + 1 < t->columns; c++) {
            khct_in_cell *label = khct_in_cell_from(t, row, c),
                         *value = khct_in_cell_from(t, row, c + 1);
            if (label == NULL || value == NULL || value->lines.n == 0)
                continue;
            khct_keyword field =
                khct_in_school_field(u->arena, u->library, khct_in_cell_text(u->arena, label));
            if (field == KHCT_KEYWORD_NONE || khct_sketch_find(u->school, field) != NULL)
                continue;
            khct_in_use_cell(label);
            khct_in_keep_label(u, u->school, field,
                               khct_folded_space(u->arena, khct_in_cell_text(u->arena, label)));
            khct_in_put(u, u->school, field, value->lines.at, value->lines.n);
        }
        khct_in_keep_row(u, u->school, sheet, row, true);
    }
}

/* Lines on one improvement, whose criterion the line above names, or a row. */
void khct_in_take_card(khct_in_plan *u, khct_in_sheet *sheet)
{
    const khct_in_table *t = sheet->table;
    if (u->criterion == NULL)
        u->criterion = khct_sketch_block(u->arena, u->top, KHCT_K_VIEC, KHCT_B_VIECLON);
    for (uint32_t row = 0; row < t->rows; row++) {
        khct_in_cell *label = khct_in_cell_from(t, row, 0), *value = khct_in_cell_from(t, row, 1);
        khct_str words = khct_in_cell_text(u->arena, label);
        khct_keyword field = khct_in_label_field(u->arena, u->library, words);
        if (field == KHCT_KEYWORD_NONE || value == NULL || value->lines.n == 0) {
            khct_in_keep_row(u, u->criterion, sheet, row, value != NULL && value->lines.n > 0);
            continue;
        }
        khct_in_use_cell(label);
        if (value->lines.n == 1) {
            khct_in_paragraph *line = value->lines.at[0];
            words = KHCT_JOIN(u->arena, khct_in_without_end(words, ":"), ": ", line->text);
            line->used = true;
            khct_in_take_detail(u, khct_in_bare(u->arena, line, words));
            continue;
        }
        khct_in_keep_label(u, u->criterion, field, khct_in_without_end(words, ":"));
        khct_in_put(u, u->criterion, field, value->lines.at, value->lines.n);
    }
}

/* The rows that head a table, and what its columns hold: by their words, else by their cells. */
#include "import/columns.h"

#include "text/fold.h"

#include <stdio.h>

enum { ROWS = 12 }; /* in which a heading is looked for */

/* How many cells of a row are headings of known columns, and how many others have words. */
static void rate_row(khct_arena *arena, khct_library *library, const khct_in_table *t, uint32_t row,
                     uint32_t *known, uint32_t *other)
{
    *known = *other = 0;
    for (uint32_t c = 0; c < t->columns; c++) {
        const khct_in_cell *cell = khct_in_cell_from(t, row, c);
        if (cell == NULL || cell->lines.n == 0)
            continue;
        khct_str text = khct_in_cell_text(arena, cell);
        khct_in_column found = khct_in_column_of(arena, library, text);
        /* a criterion's name is no heading */
        bool value = found.role == KHCT_IN_ROLE_CRITERION &&
                     strpbrk(khct_cstr(arena, text), "0123456789") != NULL;
        if (found.role == KHCT_IN_ROLE_NONE || value || text.n > KHCT_IN_HEADING_BYTES)
            ++*other;
        else
            ++*known;
    }
}

/* (1) (2) (3), or 1 2 3. */
static bool is_sign_row(khct_arena *arena, const khct_in_table *t, uint32_t row)
{
    uint32_t signs = 0;
    for (uint32_t c = 0; c < t->columns; c++) {
        const khct_in_cell *cell = khct_in_cell_from(t, row, c);
        if (cell == NULL || cell->lines.n == 0)
            continue;
        khct_str text = khct_in_cell_text(arena, cell);
        char expected[16];
        snprintf(expected, sizeof expected, "%u", signs + 1);
        bool bare = khct_str_is(text, expected);
        bool boxed = text.n > 2 && text.p[0] == '(' && text.p[text.n - 1] == ')' &&
                     text.n <= 4 + 2 && khct_is_digit(text.p[1]);
        if (!bare && !boxed)
            return false;
        signs++;
    }
    return signs >= 3;
}

/* A row below a heading that belongs to it: it lies under a cell that spans columns. */
static bool is_under(khct_arena *arena, khct_library *library, const khct_in_table *t, uint32_t row)
{
    uint32_t known, other;
    rate_row(arena, library, t, row, &known, &other);
    bool spans = false;
    for (uint32_t c = 0; row > 0 && c < t->columns; c++) {
        const khct_in_cell *above = khct_in_cell_at(t, row - 1, c);
        spans |= above != NULL && (above->columns > 1 || above->row + above->rows > row);
    }
    return known > 0 && other == 0 && (spans || known >= 2);
}

static void find_heading(khct_arena *arena, khct_library *library, khct_in_sheet *sheet)
{
    const khct_in_table *t = sheet->table;
    sheet->head = sheet->body = 0;
    for (uint32_t row = 0; row < t->rows && row < ROWS; row++) {
        uint32_t known, other;
        rate_row(arena, library, t, row, &known, &other);
        if (known < 2 || known < other)
            continue;
        sheet->head = row;
        sheet->body = row + 1;
        for (uint32_t c = 0; c < t->columns; c++) {
            const khct_in_cell *cell = khct_in_cell_at(t, row, c);
            if (cell != NULL && cell->row + cell->rows > sheet->body)
                sheet->body = cell->row + cell->rows;
        }
        break;
    }
    if (sheet->body == 0)
        return;
    while (sheet->body < t->rows &&
           (is_sign_row(arena, t, sheet->body) || is_under(arena, library, t, sheet->body)))
        sheet->body++;
}

/* The words above a column, the lowest first: "Mức 1" below "Đạt" below "Kết quả". */
static void name_columns(khct_arena *arena, khct_library *library, khct_in_sheet *sheet)
{
    const khct_in_table *t = sheet->table;
    for (uint32_t c = 0; c < t->columns; c++) {
        khct_in_column *column = &sheet->columns[c];
        for (uint32_t row = sheet->body;
             row-- > sheet->head && column->role == KHCT_IN_ROLE_NONE;) {
            const khct_in_cell *cell = khct_in_cell_at(t, row, c);
            if (cell == NULL || cell->lines.n == 0)
                continue;
            bool over = cell->columns > 1 && row + 1 < sheet->body;
            khct_str own = column->heading;
            khct_in_column found =
                khct_in_column_of(arena, library, khct_in_cell_text(arena, cell));
            if (found.role == KHCT_IN_ROLE_OVER || (over && found.role != KHCT_IN_ROLE_FIELD))
                found.role = KHCT_IN_ROLE_NONE;
            *column = found;
            if (own.n > 0) /* the nearest words are its own */
                column->heading = own;
        }
        const khct_in_cell *top = khct_in_cell_at(t, sheet->head, c);
        column->over = khct_in_cell_text(arena, top);
    }
}

/* "Nguồn": who pays the sum beside it. */
static bool is_source(const khct_in_column *column)
{
    return column->field == KHCT_K_KINHPHI &&
           khct_in_words_at(column->heading, 0, KHCT_IN_WORD_PAYS) > 0;
}

/* What khct works out for its own workbook stands beside what it was worked out of; elsewhere "Số
 * tiền" is the money. */
static void name_own(khct_arena *arena, khct_library *library, khct_in_sheet *sheet)
{
    bool money = false;
    for (uint32_t c = 0; c < sheet->table->columns; c++)
        money |= sheet->columns[c].field == KHCT_K_KINHPHI && !is_source(&sheet->columns[c]);
    for (uint32_t c = 0; c < sheet->table->columns; c++) {
        khct_in_column *column = &sheet->columns[c];
        if (column->role != KHCT_IN_ROLE_OWN)
            continue;
        khct_in_column found = khct_in_column_by_forms(arena, library, column->heading);
        bool takes = found.field == KHCT_K_KINHPHI && !money;
        column->role = takes ? KHCT_IN_ROLE_FIELD : KHCT_IN_ROLE_NONE;
        column->field = takes ? KHCT_K_KINHPHI : KHCT_KEYWORD_NONE;
    }
}

/* Days on which times begin and end are the time, where no other column is: "Bắt đầu", "Hoàn thành"
 * go together. */
static void name_times(khct_in_sheet *sheet)
{
    bool time = khct_in_field_at(sheet, KHCT_K_THOIGIAN) != KHCT_NONE ||
                khct_in_role_at(sheet, KHCT_IN_ROLE_WHEN) != KHCT_NONE;
    for (uint32_t c = 0; c < sheet->table->columns; c++) {
        khct_in_column *column = &sheet->columns[c];
        bool both = column->role == KHCT_IN_ROLE_FROM && c + 1 < sheet->table->columns &&
                    khct_in_words_at(column[1].heading, 0, KHCT_IN_WORD_DONE) > 0;
        if (both) {
            column->role = column[1].role = KHCT_IN_ROLE_FIELD;
            column->field = column[1].field = KHCT_K_THOIGIAN;
        }
        if (column->role != KHCT_IN_ROLE_FROM && column->role != KHCT_IN_ROLE_TO)
            continue;
        column->role = time ? KHCT_IN_ROLE_NONE : KHCT_IN_ROLE_FIELD;
        column->field = time ? KHCT_KEYWORD_NONE : KHCT_K_THOIGIAN;
    }
}

/* Columns under one heading are told apart by their own words. */
static void label_columns(khct_in_sheet *sheet)
{
    for (uint32_t c = 0; c < sheet->table->columns; c++) {
        khct_in_column *column = &sheet->columns[c];
        for (uint32_t k = 0; k < sheet->table->columns; k++)
            if (k != c && column->role == KHCT_IN_ROLE_FIELD && column->field != KHCT_K_THOIGIAN &&
                sheet->columns[k].role == column->role &&
                sheet->columns[k].field == column->field && !is_source(column) &&
                !is_source(&sheet->columns[k]))
                column->label = column->heading;
    }
}

/* How many of a column's cells below the heading begin with a criterion, and how many others have
 * words. `coded`: a number without a word for it counts. */
static void count_criteria(khct_arena *arena, const khct_in_sheet *sheet, uint32_t c, bool coded,
                           uint32_t *found, uint32_t *other)
{
    const khct_in_table *t = sheet->table;
    *found = *other = 0;
    for (uint32_t row = sheet->body; row < t->rows; row++) {
        const khct_in_cell *cell = khct_in_cell_from(t, row, c);
        if (cell == NULL || cell->columns > 2 || cell->lines.n == 0)
            continue;
        size_t begin = 0;
        khct_str text = khct_in_cell_text(arena, cell);
        bool named = khct_in_words_at(text, 0, KHCT_IN_WORD_CRITERION) > 0 ||
                     khct_in_starts_any(khct_fold_bare(arena, text), KHCT_IN_WORD_CRITERION) ||
                     (coded && khct_in_criterion(text, 0, &begin).standard > 0 && begin == 0);
        *found += named;
        *other += !named;
    }
}

/* Short words on one line that are no sentence, no number and no criterion. */
static bool may_head(khct_str text)
{
    enum { MOST = 8 };
    size_t begin;
    return text.n > 0 && text.n <= KHCT_IN_HEADING_BYTES && khct_in_words(text) <= MOST &&
           memchr(text.p, '\n', text.n) == NULL && !khct_in_goes_on_small(text) &&
           !khct_str_ends(text, ".") && khct_in_leading_number(text) == 0 &&
           khct_in_criterion(text, 0, &begin).standard == 0;
}

/* No row has known headings, but the first one is short words over a column of criteria: what the
 * others are, their cells tell. */
static void guess_heading(khct_arena *arena, khct_in_sheet *sheet)
{
    enum { COLUMNS = 3 };
    const khct_in_table *t = sheet->table;
    sheet->body = 1;
    bool criteria = false;
    for (uint32_t c = 0; c < t->columns; c++) {
        uint32_t found, other;
        const khct_in_cell *cell = khct_in_cell_from(t, 0, c);
        if (cell == NULL || !may_head(khct_in_cell_text(arena, cell))) {
            sheet->body = 0;
            return;
        }
        count_criteria(arena, sheet, c, true, &found, &other);
        criteria |= found > other;
    }
    if (!criteria || t->columns < COLUMNS || t->rows < 2)
        sheet->body = 0;
}

/* No cell below the heading has more than a mark, and one has it. */
static bool has_marks(khct_arena *arena, const khct_in_sheet *sheet, uint32_t c)
{
    bool any = false;
    for (uint32_t row = sheet->body; row < sheet->table->rows; row++) {
        const khct_in_cell *cell = khct_in_cell_from(sheet->table, row, c);
        if (cell == NULL || cell->lines.n == 0 || cell->columns > 1)
            continue;
        if (!khct_in_is_mark(khct_in_cell_text(arena, cell)))
            return false;
        any = true;
    }
    return any;
}

/* Columns of years or months with an X where a task is to be done: "2025-2026", "9" below "Tháng".
 */
static void name_marked(khct_arena *arena, khct_library *library, const khct_phrases *roles,
                        khct_in_sheet *sheet)
{
    for (uint32_t c = 0; c < sheet->table->columns; c++) {
        khct_in_column *column = &sheet->columns[c];
        bool time = column->role == KHCT_IN_ROLE_FIELD && column->field == KHCT_K_THOIGIAN;
        if ((column->role != KHCT_IN_ROLE_NONE && !time) || column->heading.n == 0 ||
            !has_marks(arena, sheet, c))
            continue;
        khct_str words = column->heading;
        if (khct_in_leading_number(words) > 0 && khct_in_words(words) == 1)
            words = KHCT_JOIN(arena, khct_in_without_end(column->over, ":."), " ", words);
        if (khct_in_kind_of_words(arena, library, roles, words) != KHCT_K_THOIGIAN)
            continue;
        column->role = KHCT_IN_ROLE_FIELD;
        column->field = KHCT_K_THOIGIAN;
        column->heading = words;
        column->marked = column->by_content = true;
    }
}

/* Where no column says what is to be done, it is the one with the most words that says nothing
 * else. */
static void guess_solutions(khct_arena *arena, khct_in_sheet *sheet)
{
    uint32_t best = KHCT_NONE;
    size_t most = 0;
    for (uint32_t c = 0; c < sheet->table->columns; c++) {
        size_t words = 0;
        for (uint32_t row = sheet->body; row < sheet->table->rows; row++) {
            const khct_in_cell *cell = khct_in_cell_from(sheet->table, row, c);
            words += cell == NULL ? 0 : khct_in_words(khct_in_cell_text(arena, cell));
        }
        if (sheet->columns[c].role != KHCT_IN_ROLE_NONE || sheet->columns[c].heading.n == 0 ||
            words <= most)
            continue;
        best = c;
        most = words;
    }
    if (best == KHCT_NONE)
        return;
    sheet->columns[best].role = KHCT_IN_ROLE_FIELD;
    sheet->columns[best].field = KHCT_K_GIAIPHAP;
    sheet->columns[best].by_content = true;
}

/* Columns with a heading that is not known, where their cells tell. */
static void name_by_content(khct_arena *arena, khct_library *library, const khct_phrases *roles,
                            khct_in_sheet *sheet)
{
    bool plan = khct_in_role_at(sheet, KHCT_IN_ROLE_CRITERION) != KHCT_NONE ||
                khct_in_field_at(sheet, KHCT_K_GIAIPHAP) != KHCT_NONE ||
                khct_in_field_at(sheet, KHCT_K_NOIDUNG) != KHCT_NONE;
    bool own = khct_in_role_at(sheet, KHCT_IN_ROLE_TASK) != KHCT_NONE &&
               sheet->table->name.n > 0; /* khct's own workbook */
    for (uint32_t c = 0; c < sheet->table->columns && plan && !own; c++) {
        khct_in_column *column = &sheet->columns[c];
        bool progress = column->role == KHCT_IN_ROLE_FIELD && column->field == KHCT_K_TIENDO;
        if ((column->role != KHCT_IN_ROLE_NONE && !progress) || column->heading.n == 0)
            continue;
        khct_keyword field = khct_in_content(arena, library, roles, sheet, c);
        if (progress && field != KHCT_K_THOIGIAN)
            continue;
        if (field == KHCT_KEYWORD_NONE || khct_in_field_at(sheet, field) != KHCT_NONE)
            continue;
        column->role = KHCT_IN_ROLE_FIELD;
        column->field = field;
        column->by_content = true;
    }
    bool solutions = khct_in_field_at(sheet, KHCT_K_GIAIPHAP) != KHCT_NONE ||
                     khct_in_field_at(sheet, KHCT_K_NOIDUNG) != KHCT_NONE;
    bool others = khct_in_field_at(sheet, KHCT_K_CHUTRI) != KHCT_NONE ||
                  khct_in_field_at(sheet, KHCT_K_THOIGIAN) != KHCT_NONE;
    if (plan && !own && !solutions && others)
        guess_solutions(arena, sheet);
}

/* Where no heading names a column of criteria, one may hold them all the same. */
static void find_criteria(khct_arena *arena, khct_in_sheet *sheet)
{
    const khct_in_table *t = sheet->table;
    if (khct_in_role_at(sheet, KHCT_IN_ROLE_CRITERION) != KHCT_NONE)
        return;
    for (uint32_t c = 0; c < t->columns; c++) {
        khct_in_role role = sheet->columns[c].role;
        uint32_t found = 0, other = 0;
        bool content = role == KHCT_IN_ROLE_FIELD && sheet->columns[c].field == KHCT_K_NOIDUNG;
        if (role != KHCT_IN_ROLE_FIELD || content)
            count_criteria(arena, sheet, c, role == KHCT_IN_ROLE_NONE, &found, &other);
        if (found > 0 && (found > other || !content)) {
            sheet->columns[c].role = KHCT_IN_ROLE_CRITERION;
            sheet->columns[c].field = KHCT_KEYWORD_NONE;
            count_criteria(arena, sheet, c, false, &found, &other);
            sheet->columns[c].by_content = found == 0; /* figures alone told */
            return;
        }
    }
}

bool khct_in_read_heading(khct_arena *arena, khct_library *library, const khct_phrases *roles,
                          khct_in_sheet *sheet)
{
    find_heading(arena, library, sheet);
    bool known = sheet->body > 0;
    if (!known)
        guess_heading(arena, sheet);
    if (sheet->body == 0)
        return false;
    name_columns(arena, library, sheet);
    name_own(arena, library, sheet);
    name_times(sheet);
    find_criteria(arena, sheet);
    name_marked(arena, library, roles, sheet);
    name_by_content(arena, library, roles, sheet);
    label_columns(sheet);
    return known;
}

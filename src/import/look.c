/* What a table of a document is: a plan, results, halves of a head. */
#include "import/columns.h"

#include "text/fold.h"

static bool has(const khct_in_sheet *sheet, khct_keyword field)
{
    return khct_in_field_at(sheet, field) != KHCT_NONE;
}

static uint32_t levels_of(const khct_in_sheet *sheet)
{
    uint32_t n = 0;
    for (uint32_t c = 0; c < sheet->table->columns; c++)
        n += sheet->columns[c].role == KHCT_IN_ROLE_LEVEL;
    return n;
}

static khct_in_form form_of(const khct_in_sheet *sheet)
{
    bool task = has(sheet, KHCT_K_GIAIPHAP) || has(sheet, KHCT_K_NOIDUNG);
    bool who = has(sheet, KHCT_K_CHUTRI) || has(sheet, KHCT_K_PHOIHOP);
    bool when =
        has(sheet, KHCT_K_THOIGIAN) || khct_in_role_at(sheet, KHCT_IN_ROLE_WHEN) != KHCT_NONE;
    bool criterion = khct_in_role_at(sheet, KHCT_IN_ROLE_CRITERION) != KHCT_NONE;
    if (levels_of(sheet) >= 2 && !who)
        return KHCT_IN_FORM_RESULTS;
    if ((has(sheet, KHCT_K_NGUOI) || has(sheet, KHCT_K_DIEUCHINH)) && when)
        return KHCT_IN_FORM_ROUNDS;
    if (task && (who || when || has(sheet, KHCT_K_KETQUA) || has(sheet, KHCT_K_KINHPHI)))
        return KHCT_IN_FORM_PLAN;
    if (criterion && who && (when || has(sheet, KHCT_K_KETQUA)))
        return KHCT_IN_FORM_PLAN;
    if (has(sheet, KHCT_K_HANCHE) || has(sheet, KHCT_K_NGUYENNHAN) ||
        (has(sheet, KHCT_K_DIEMYEU) && has(sheet, KHCT_K_HIENTRANG)))
        return task && who ? KHCT_IN_FORM_PLAN : KHCT_IN_FORM_PROBLEMS;
    if (criterion && khct_in_role_at(sheet, KHCT_IN_ROLE_REACHED) != KHCT_NONE)
        return KHCT_IN_FORM_RESULTS;
    if (criterion && has(sheet, KHCT_K_KETQUA) && !task && !who && !when)
        return KHCT_IN_FORM_RESULTS; /* the level that is met */
    if (sheet->table->name.n > 0 && khct_in_role_at(sheet, KHCT_IN_ROLE_TASK) != KHCT_NONE)
        return KHCT_IN_FORM_DERIVED;
    return KHCT_IN_FORM_NONE;
}

/* "Số: 12/KH-…" or a place with a day: of a head. */
static bool is_of_head(khct_arena *arena, khct_str text)
{
    enum { LONGEST = 120 };
    return text.n < LONGEST &&
           (khct_in_is_number(text) || khct_in_says_day(khct_fold_bare(arena, text)));
}

/* A line of the cell, in capitals, is an office that signs or has one in it. */
static bool has_signer(khct_arena *arena, const khct_in_cell *cell)
{
    for (size_t i = 0; i < cell->lines.n; i++) {
        khct_str text = cell->lines.at[i]->text, folded = khct_fold_bare(arena, text);
        if (khct_in_is_upper(text) && (khct_in_says_any(folded, KHCT_IN_WORD_SIGNER_PART) ||
                                       khct_in_is_any(folded, KHCT_IN_WORD_SIGNER)))
            return true;
    }
    return false;
}

/* Halves of a head or a foot, and frames: few columns, few rows, words of neither. */
static khct_in_form layout_of(khct_arena *arena, const khct_in_table *t)
{
    if (t->columns == 1)
        return KHCT_IN_FORM_LAYOUT;
    bool head = false;
    for (size_t i = 0; i < t->cells.n; i++) {
        khct_str folded = khct_fold_bare(arena, khct_in_cell_text(arena, &t->cells.at[i]));
        head |= khct_in_says_any(folded, KHCT_IN_WORD_MOTTO) ||
                khct_in_says_any(folded, KHCT_IN_WORD_RECIPIENTS) ||
                has_signer(arena, &t->cells.at[i]) ||
                (t->rows <= 3 && is_of_head(arena, khct_in_cell_text(arena, &t->cells.at[i])));
    }
    return head && t->columns <= 6 && t->rows <= 12 ? KHCT_IN_FORM_LAYOUT : KHCT_IN_FORM_NONE;
}

/* Two columns, or three with a number: what it is called, and what it is. */
static khct_in_form school_of(khct_arena *arena, khct_library *library, const khct_in_table *t)
{
    uint32_t known = 0;
    for (size_t i = 0; i < t->cells.n && t->columns <= 3; i++) {
        known += khct_in_school_field(arena, library, khct_in_cell_text(arena, &t->cells.at[i])) !=
                 KHCT_KEYWORD_NONE;
    }
    return known >= 2 ? KHCT_IN_FORM_SCHOOL : KHCT_IN_FORM_NONE;
}

/* Two columns: what a field of one improvement is called, and what it is. */
static khct_in_form card_of(khct_arena *arena, khct_library *library, const khct_in_table *t)
{
    uint32_t known = 0, other = 0;
    bool task = false;
    for (uint32_t row = 0; row < t->rows && t->columns == 2; row++) {
        const khct_in_cell *label = khct_in_cell_from(t, row, 0);
        khct_keyword field =
            label == NULL ? KHCT_KEYWORD_NONE
                          : khct_in_label_field(arena, library, khct_in_cell_text(arena, label));
        task |= field == KHCT_K_GIAIPHAP || field == KHCT_K_NOIDUNG || field == KHCT_K_CHUTRI;
        known += field != KHCT_KEYWORD_NONE;
        other += field == KHCT_KEYWORD_NONE;
    }
    return task && known >= 3 && known > other ? KHCT_IN_FORM_CARD : KHCT_IN_FORM_NONE;
}

uint16_t khct_in_result_of(khct_arena *arena, khct_library *library, khct_str text, bool *failed)
{
    size_t begin, end;
    uint16_t level = khct_in_level(arena, library, text, &begin, &end);
    *failed = level == 0 && khct_in_says_any(khct_fold_bare(arena, text), KHCT_IN_WORD_FAILED);
    return level;
}

/* Two columns, or three with a number: a level, and the criteria that meet it. */
static khct_in_form turned_of(khct_arena *arena, khct_library *library, const khct_in_table *t)
{
    uint32_t known = 0, other = 0;
    for (uint32_t row = 0; row < t->rows && t->columns >= 2 && t->columns <= 3; row++) {
        const khct_in_cell *label = khct_in_cell_from(t, row, t->columns - 2),
                           *list = khct_in_cell_from(t, row, t->columns - 1);
        if (label == NULL || list == NULL || list->lines.n == 0)
            continue;
        bool failed;
        bool level =
            khct_in_result_of(arena, library, khct_in_cell_text(arena, label), &failed) > 0;
        bool whole = khct_in_criteria_in(arena, khct_in_cell_text(arena, list), 0).whole;
        known += (level || failed) && whole;
        other += row > 0 && !((level || failed) && whole);
    }
    return known >= 2 && known > other ? KHCT_IN_FORM_TURNED : KHCT_IN_FORM_NONE;
}

khct_in_sheet khct_in_look(khct_arena *arena, khct_library *library, const khct_phrases *roles,
                           khct_in_table *table)
{
    khct_in_sheet sheet = {.table = table};
    sheet.columns = khct_alloc_array(arena, table->columns + (size_t)1, sizeof *sheet.columns);
    for (uint32_t c = 0; c < table->columns; c++)
        sheet.columns[c] = khct_in_no_column();
    bool known = khct_in_read_heading(arena, library, roles, &sheet);
    sheet.form = sheet.body > 0 ? form_of(&sheet) : KHCT_IN_FORM_NONE;
    if (!known && sheet.form != KHCT_IN_FORM_PLAN) {
        for (uint32_t c = 0; c < table->columns; c++)
            sheet.columns[c] = khct_in_no_column();
        sheet.form = KHCT_IN_FORM_NONE;
        sheet.head = sheet.body = 0;
    }
    if (sheet.form == KHCT_IN_FORM_NONE)
        sheet.form = card_of(arena, library, table);
    if (sheet.form == KHCT_IN_FORM_NONE)
        sheet.form = turned_of(arena, library, table);
    if (sheet.form == KHCT_IN_FORM_NONE)
        sheet.form = school_of(arena, library, table);
    if (sheet.form == KHCT_IN_FORM_NONE)
        sheet.form = layout_of(arena, table);
    uint32_t reached = khct_in_field_at(&sheet, KHCT_K_KETQUA);
    if (sheet.form == KHCT_IN_FORM_RESULTS && reached != KHCT_NONE &&
        khct_in_role_at(&sheet, KHCT_IN_ROLE_LEVEL) == KHCT_NONE &&
        khct_in_role_at(&sheet, KHCT_IN_ROLE_REACHED) == KHCT_NONE)
        sheet.columns[reached].role = KHCT_IN_ROLE_REACHED;
    uint32_t when = khct_in_field_at(&sheet, KHCT_K_THOIGIAN);
    if (sheet.form == KHCT_IN_FORM_ROUNDS && when != KHCT_NONE &&
        khct_in_role_at(&sheet, KHCT_IN_ROLE_WHEN) == KHCT_NONE)
        sheet.columns[when].role = KHCT_IN_ROLE_WHEN;
    /* a time that is no round's is a field as any other; an improvement has no strengths */
    for (uint32_t c = 0; c < table->columns; c++)
        if (sheet.form == KHCT_IN_FORM_PLAN && sheet.columns[c].field == KHCT_K_DIEMMANH) {
            sheet.columns[c].role = KHCT_IN_ROLE_NONE;
            sheet.columns[c].field = KHCT_KEYWORD_NONE;
        } else if (sheet.form == KHCT_IN_FORM_PLAN && sheet.columns[c].role == KHCT_IN_ROLE_WHEN) {
            sheet.columns[c].role = KHCT_IN_ROLE_FIELD;
            sheet.columns[c].field = KHCT_K_THOIGIAN;
        }
    return sheet;
}

bool khct_in_goes_on(khct_in_sheet *sheet, const khct_in_sheet *before, bool beside)
{
    enum { WIDE = 4 }; /* heads and feet are narrower */
    bool data = before->form != KHCT_IN_FORM_NONE && before->form != KHCT_IN_FORM_LAYOUT;
    bool rows = sheet->form == KHCT_IN_FORM_NONE ||
                (beside && sheet->form == KHCT_IN_FORM_LAYOUT && sheet->table->columns >= WIDE);
    if (!data || !rows || sheet->table->columns != before->table->columns)
        return false;
    sheet->form = before->form;
    sheet->columns = before->columns;
    sheet->head = sheet->body = 0;
    return true;
}

uint32_t khct_in_role_at(const khct_in_sheet *sheet, khct_in_role role)
{
    for (uint32_t c = 0; c < sheet->table->columns; c++)
        if (sheet->columns[c].role == role)
            return c;
    return KHCT_NONE;
}

uint32_t khct_in_field_at(const khct_in_sheet *sheet, khct_keyword field)
{
    for (uint32_t c = 0; c < sheet->table->columns; c++)
        if (sheet->columns[c].role == KHCT_IN_ROLE_FIELD && sheet->columns[c].field == field)
            return c;
    return KHCT_NONE;
}

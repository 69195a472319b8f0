#include "import/columns.h"

#include "syntax/titles.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <stdio.h>

enum { HEADING_ROWS = 12, HEADING_WORDS = 160 };

/* Where the words stand in the folded text, whole; its end: nowhere. */
static size_t place_of_words(khct_str folded, khct_str wanted)
{
    for (size_t at = 0; at + wanted.n <= folded.n; at++) {
        size_t found = khct_str_find(khct_str_sub(folded, at, folded.n), wanted);
        if (at + found + wanted.n > folded.n)
            return folded.n;
        at += found;
        bool begins = at == 0 || folded.p[at - 1] == ' ';
        bool ends = at + wanted.n == folded.n || folded.p[at + wanted.n] == ' ';
        if (begins && ends)
            return at;
    }
    return folded.n;
}

bool khct_in_says(khct_str folded, const char *words)
{
    return folded.n > 0 && place_of_words(folded, khct_str_of(words)) < folded.n;
}

bool khct_in_is_mark(khct_str text)
{
    static const char *const SIGNS[] = {"×", "✓", "✔", "☑", "☒", "✗", "√", "●", "•", "+", "*"};
    text = khct_in_without_end(text, ".)");
    text = khct_str_starts(text, "(") ? khct_str_sub(text, 1, text.n) : text;
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (khct_str_is(text, SIGNS[i]))
            return true;
    return text.n > 0 && khct_in_words_at(text, 0, KHCT_IN_WORD_MARK) == text.n;
}

/* --- one column --- */

static const struct words_row {
    const char *words;
    khct_in_role role;
} WORDS[] = {
#define KHCT_COLUMN_WORDS(words, kind) {words, KHCT_IN_ROLE_##kind},
#include "import/columns.def"
#undef KHCT_COLUMN_WORDS
};

static khct_in_column no_column(void)
{
    return (khct_in_column){.field = KHCT_KEYWORD_NONE,
                            .other = KHCT_KEYWORD_NONE,
                            .heading = KHCT_STR(""),
                            .label = KHCT_STR("")};
}

/* What a column holds that shows this first. */
static khct_in_column from_source(const khct_column_source *source)
{
    khct_in_column c = no_column();
    switch (source->cell) {
    case KHCT_CELL_NUMBER: c.role = KHCT_IN_ROLE_NUMBER; break;
    case KHCT_CELL_STANDARD: c.role = KHCT_IN_ROLE_STANDARD; break;
    case KHCT_CELL_CRITERION:
    case KHCT_CELL_CODE: c.role = KHCT_IN_ROLE_CRITERION; break;
    case KHCT_CELL_WHEN: c.role = KHCT_IN_ROLE_WHEN; break;
    case KHCT_CELL_FIELD:
        c.role = KHCT_IN_ROLE_FIELD;
        c.field = source->keyword;
        break;
    default: break;
    }
    return c;
}

static khct_in_column from_template(const khct_column *column, const khct_titles *titles)
{
    khct_title_match match = khct_title_at(titles, column->title);
    khct_in_column c = column->sources.n == 0 ? no_column() : from_source(&column->sources.at[0]);
    if (column->sources.n == 0 || (c.role != KHCT_IN_ROLE_NONE && c.role != KHCT_IN_ROLE_FIELD))
        return c;
    c = no_column();
    if (match.whole && match.keyword != KHCT_KEYWORD_NONE) {
        c.role = KHCT_IN_ROLE_FIELD;
        c.field = match.keyword;
    }
    return c;
}

/* The column of a template with just this title. */
static khct_in_column by_template(khct_arena *arena, khct_library *library, khct_str folded)
{
    khct_strs ids = khct_library_list(library, arena, "mau");
    for (size_t i = 0; i < ids.n; i++) {
        const khct_template *form = khct_library_template(library, ids.at[i]);
        for (size_t s = 0; form != NULL && s < form->sections.n; s++) {
            const khct_table_form *table = form->sections.at[s].table;
            for (size_t c = 0; table != NULL && c < table->columns.n; c++) {
                khct_in_column found =
                    from_template(&table->columns.at[c], library->vocabulary->titles);
                if (found.role != KHCT_IN_ROLE_NONE &&
                    khct_str_eq(khct_fold_bare(arena, table->columns.at[c].title), folded))
                    return found;
            }
        }
    }
    return no_column();
}

/* --- by what forms call their columns elsewhere --- */

/* The best of the forms' words for a heading so far. */
typedef struct calling {
    khct_str heading; /* folded */
    const khct_column_source *source;
    size_t at, length; /* where its words stand there */
} calling;

static void try_column(khct_arena *arena, calling *best, const khct_column *column)
{
    for (size_t i = 0; i < column->callings.n; i++) {
        const khct_column_calling *c = &column->callings.at[i];
        for (size_t k = 0; k < c->names.n; k++) {
            khct_str name = khct_fold_bare(arena, c->names.at[k]);
            size_t at = place_of_words(best->heading, name);
            bool better = at < best->at || (at == best->at && name.n > best->length);
            if (at == best->heading.n || !better)
                continue;
            best->source = &c->source;
            best->at = at;
            best->length = name.n;
        }
    }
}

static calling best_calling(khct_arena *arena, khct_library *library, khct_str folded)
{
    calling best = {.heading = folded, .at = folded.n};
    khct_strs ids = khct_library_list(library, arena, "mau");
    for (size_t i = 0; i < ids.n; i++) {
        const khct_template *form = khct_library_template(library, ids.at[i]);
        for (size_t s = 0; form != NULL && s < form->sections.n; s++) {
            const khct_table_form *table = form->sections.at[s].table;
            for (size_t c = 0; table != NULL && c < table->columns.n; c++)
                try_column(arena, &best, &table->columns.at[c]);
        }
    }
    return best;
}

/* Fields whose values are told apart by what they are. */
static bool is_plain(khct_keyword field)
{
    return field == KHCT_K_CHUTRI || field == KHCT_K_THOIGIAN || field == KHCT_K_KINHPHI;
}

/* What stands first in a heading says what it is, the longest words for it: "Giải pháp khắc phục
 * điểm yếu" are solutions, "Phân công giám sát" is no assignment. */
static khct_in_column by_calling(khct_arena *arena, khct_library *library, khct_str folded)
{
    calling best = best_calling(arena, library, folded);
    if (best.source == NULL)
        return no_column();
    khct_in_column column = from_source(best.source);
    khct_str rest = khct_str_sub(folded, best.at + best.length, folded.n);
    calling second = best_calling(arena, library, khct_str_trim(rest));
    khct_keyword other =
        second.source == NULL ? KHCT_KEYWORD_NONE : from_source(second.source).field;
    bool points = column.role == KHCT_IN_ROLE_CRITERION &&
                  (other == KHCT_K_DIEMYEU || other == KHCT_K_HIENTRANG);
    if (points || (is_plain(column.field) && is_plain(other) && other != column.field))
        column.other = other;
    return column;
}

/* Rows of columns.def: those that count before the forms' words, or the others. */
static khct_in_column by_words(khct_str folded, bool own)
{
    khct_in_column c = no_column();
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if ((WORDS[i].role == KHCT_IN_ROLE_OWN) == own && khct_in_says(folded, WORDS[i].words)) {
            c.role = WORDS[i].role;
            return c;
        }
    return c;
}

khct_in_column khct_in_column_of(khct_arena *arena, khct_library *library, khct_str heading)
{
    khct_str folded = khct_fold_bare(arena, heading);
    khct_in_column c = no_column();
    if (folded.n == 0 || folded.n > HEADING_WORDS)
        return c;
    size_t begin, end;
    uint16_t level = khct_in_level(arena, library, heading, &begin, &end);
    if (level > 0 && khct_in_without_end(khct_str_sub(heading, end, heading.n), ".:)").n == 0) {
        c.role = KHCT_IN_ROLE_LEVEL;
        c.level = level;
    } else {
        c = by_template(arena, library, folded);
    }
    if (c.role == KHCT_IN_ROLE_NONE)
        c = by_words(folded, true);
    if (c.role == KHCT_IN_ROLE_NONE)
        c = by_calling(arena, library, folded);
    if (c.role == KHCT_IN_ROLE_NONE)
        c = by_words(folded, false);
    c.heading = khct_str_trim(heading);
    return c;
}

/* --- the heading's rows --- */

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
        if (found.role == KHCT_IN_ROLE_NONE || value || text.n > HEADING_WORDS)
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
                     text.n <= 4 + 2 && text.p[1] >= '0' && text.p[1] <= '9';
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
    for (uint32_t row = 0; row < t->rows && row < HEADING_ROWS; row++) {
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
            if (found.role == KHCT_IN_ROLE_OVER || found.role == KHCT_IN_ROLE_OWN ||
                (over && found.role != KHCT_IN_ROLE_FIELD))
                found.role = KHCT_IN_ROLE_NONE;
            *column = found;
            if (own.n > 0) /* the nearest words are its own */
                column->heading = own;
        }
    }
}

/* Days on which times begin and end are the time, where no other column is. */
static void name_times(khct_in_sheet *sheet)
{
    bool time = khct_in_field_at(sheet, KHCT_K_THOIGIAN) != KHCT_NONE ||
                khct_in_role_at(sheet, KHCT_IN_ROLE_WHEN) != KHCT_NONE;
    for (uint32_t c = 0; c < sheet->table->columns; c++) {
        khct_in_column *column = &sheet->columns[c];
        if (column->role != KHCT_IN_ROLE_FROM && column->role != KHCT_IN_ROLE_TO)
            continue;
        column->role = time ? KHCT_IN_ROLE_NONE : KHCT_IN_ROLE_FIELD;
        column->field = time ? KHCT_KEYWORD_NONE : KHCT_K_THOIGIAN;
    }
}

/* "Nguồn": who pays the sum beside it. */
static bool is_source(const khct_in_column *column)
{
    return column->field == KHCT_K_KINHPHI &&
           khct_in_words_at(column->heading, 0, KHCT_IN_WORD_PAYS) > 0;
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

/* Columns with a heading that is not known, where their cells tell. */
static void name_by_content(khct_arena *arena, khct_library *library, const khct_phrases *roles,
                            khct_in_sheet *sheet)
{
    bool plan = khct_in_role_at(sheet, KHCT_IN_ROLE_CRITERION) != KHCT_NONE ||
                khct_in_field_at(sheet, KHCT_K_GIAIPHAP) != KHCT_NONE ||
                khct_in_field_at(sheet, KHCT_K_NOIDUNG) != KHCT_NONE;
    bool own = khct_in_role_at(sheet, KHCT_IN_ROLE_TASK) != KHCT_NONE; /* khct's own workbook */
    for (uint32_t c = 0; c < sheet->table->columns && plan && !own; c++) {
        khct_in_column *column = &sheet->columns[c];
        if (column->role != KHCT_IN_ROLE_NONE || column->heading.n == 0)
            continue;
        khct_keyword field = khct_in_content(arena, library, roles, sheet, c);
        if (field == KHCT_KEYWORD_NONE || khct_in_field_at(sheet, field) != KHCT_NONE)
            continue;
        column->role = KHCT_IN_ROLE_FIELD;
        column->field = field;
        column->by_content = true;
    }
}

/* --- what the table is --- */

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
    khct_str folded = khct_fold_bare(arena, text);
    bool day = khct_in_says_any(folded, KHCT_IN_WORD_DAY) &&
               khct_in_says_any(folded, KHCT_IN_WORD_MONTH) &&
               khct_in_says_any(folded, KHCT_IN_WORD_YEAR);
    return text.n < LONGEST && (khct_in_is_number(text) || day);
}

/* A line of the cell is an office that signs, in capitals. */
static bool has_signer(khct_arena *arena, const khct_in_cell *cell)
{
    for (size_t i = 0; i < cell->lines.n; i++) {
        khct_str text = cell->lines.at[i]->text;
        if (khct_str_eq(khct_upper(arena, text), text) &&
            khct_in_is_any(khct_fold_bare(arena, text), KHCT_IN_WORD_SIGNER))
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
                khct_in_says_any(folded, KHCT_IN_WORD_SIGNER_PART) ||
                has_signer(arena, &t->cells.at[i]) ||
                (t->rows <= 3 && is_of_head(arena, khct_in_cell_text(arena, &t->cells.at[i])));
    }
    return head && t->columns <= 6 && t->rows <= 12 ? KHCT_IN_FORM_LAYOUT : KHCT_IN_FORM_NONE;
}

/* The forms' lines on the school that begin with the same words. */
static khct_keyword line_field(khct_arena *arena, const khct_template *form, khct_str folded)
{
    enum { LEAST = 8 };
    for (size_t s = 0; form != NULL && s < form->sections.n; s++)
        for (size_t i = 0; i < form->sections.at[s].lines.n; i++) {
            khct_str title = khct_fold_bare(arena, form->sections.at[s].lines.at[i].label);
            khct_str shorter = title.n < folded.n ? title : folded;
            if (shorter.n >= LEAST && memcmp(title.p, folded.p, shorter.n) == 0)
                return form->sections.at[s].lines.at[i].keyword;
        }
    return KHCT_KEYWORD_NONE;
}

khct_keyword khct_in_school_field(khct_arena *arena, khct_library *library, khct_str label)
{
    enum { LONGEST = 80 };
    khct_title_match match = khct_title_at(library->vocabulary->titles, label);
    if (match.whole && khct_place_of(KHCT_B_TRUONG, match.keyword) != NULL)
        return match.keyword;
    khct_strs ids = khct_library_list(library, arena, "mau");
    khct_keyword found = KHCT_KEYWORD_NONE;
    for (size_t i = 0; label.n < LONGEST && i < ids.n && found == KHCT_KEYWORD_NONE; i++)
        found = line_field(arena, khct_library_template(library, ids.at[i]),
                           khct_fold_bare(arena, label));
    return found;
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

/* Where no heading names a column of criteria, one may hold them all the same. */
static void find_criteria(khct_arena *arena, khct_in_sheet *sheet)
{
    const khct_in_table *t = sheet->table;
    if (khct_in_role_at(sheet, KHCT_IN_ROLE_CRITERION) != KHCT_NONE)
        return;
    for (uint32_t c = 0; c < t->columns; c++) {
        khct_in_role role = sheet->columns[c].role;
        uint32_t found = 0, other = 0;
        bool content = role == KHCT_IN_ROLE_FIELD && sheet->columns[c].field == KHCT_K_NOIDUNG &&
                       khct_in_field_at(sheet, KHCT_K_GIAIPHAP) != KHCT_NONE;
        for (uint32_t row = sheet->body; row < t->rows && (role != KHCT_IN_ROLE_FIELD || content);
             row++) {
            const khct_in_cell *cell = khct_in_cell_from(t, row, c);
            if (cell == NULL || cell->columns > 2 || cell->lines.n == 0)
                continue;
            khct_str folded = khct_fold_bare(arena, khct_in_cell_text(arena, cell));
            bool named = khct_in_starts_any(folded, KHCT_IN_WORD_CRITERION);
            found += named;
            other += !named;
        }
        if (found > 0 && (!content || found > other)) {
            sheet->columns[c].role = KHCT_IN_ROLE_CRITERION;
            sheet->columns[c].field = KHCT_KEYWORD_NONE;
            return;
        }
    }
}

khct_in_sheet khct_in_look(khct_arena *arena, khct_library *library, const khct_phrases *roles,
                           khct_in_table *table)
{
    khct_in_sheet sheet = {.table = table};
    sheet.columns = khct_alloc_array(arena, table->columns + (size_t)1, sizeof *sheet.columns);
    for (uint32_t c = 0; c < table->columns; c++)
        sheet.columns[c] = no_column();
    find_heading(arena, library, &sheet);
    if (sheet.body > 0) {
        name_columns(arena, library, &sheet);
        name_times(&sheet);
        name_by_content(arena, library, roles, &sheet);
        label_columns(&sheet);
        find_criteria(arena, &sheet);
        sheet.form = form_of(&sheet);
    }
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
    /* a time that is no round's is a field as any other */
    for (uint32_t c = 0; c < table->columns; c++)
        if (sheet.form == KHCT_IN_FORM_PLAN && sheet.columns[c].role == KHCT_IN_ROLE_WHEN) {
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

/* --- the template --- */

/* The form has solutions, and no contents beside them. */
static bool has_solutions_alone(khct_library *library, const khct_template *form)
{
    bool solutions = false, contents = false;
    for (size_t s = 0; form != NULL && s < form->sections.n; s++) {
        const khct_section_form *section = &form->sections.at[s];
        bool plan = section->content == KHCT_CONTENT_PLAN && section->table != NULL;
        for (size_t c = 0; plan && c < section->table->columns.n; c++) {
            khct_in_column column =
                from_template(&section->table->columns.at[c], library->vocabulary->titles);
            solutions |= column.field == KHCT_K_GIAIPHAP;
            contents |= column.field == KHCT_K_NOIDUNG;
        }
    }
    return solutions && !contents;
}

void khct_in_fit_form(khct_library *library, const khct_template *form, khct_in_sheet *sheet)
{
    uint32_t content = khct_in_field_at(sheet, KHCT_K_NOIDUNG);
    if (sheet->form == KHCT_IN_FORM_PLAN && content != KHCT_NONE && !has(sheet, KHCT_K_GIAIPHAP) &&
        has_solutions_alone(library, form))
        sheet->columns[content].field = KHCT_K_GIAIPHAP;
}

/* Columns that the form and the tables have in common, less those that only one has, in halves. */
static long likeness(khct_arena *arena, khct_library *library, const khct_template *form,
                     const khct_in_sheet *sheets, size_t count)
{
    long score = 0;
    for (size_t i = 0; i < form->sections.n; i++) {
        const khct_section_form *section = &form->sections.at[i];
        khct_in_form wanted = section->content == KHCT_CONTENT_PLAN       ? KHCT_IN_FORM_PLAN
                              : section->content == KHCT_CONTENT_PROBLEMS ? KHCT_IN_FORM_PROBLEMS
                              : section->content == KHCT_CONTENT_ROUNDS   ? KHCT_IN_FORM_ROUNDS
                                                                          : KHCT_IN_FORM_NONE;
        for (size_t s = 0; section->table != NULL && s < count; s++) {
            if (sheets[s].form != wanted)
                continue;
            long same = 0;
            for (size_t c = 0; c < section->table->columns.n; c++) {
                khct_in_column column =
                    from_template(&section->table->columns.at[c], library->vocabulary->titles);
                khct_str folded = khct_fold_bare(arena, section->table->columns.at[c].title);
                bool titled = false, there = false;
                for (uint32_t k = 0; k < sheets[s].table->columns; k++) {
                    titled |=
                        khct_str_eq(khct_fold_bare(arena, sheets[s].columns[k].heading), folded);
                    there |= column.role != KHCT_IN_ROLE_NONE &&
                             sheets[s].columns[k].role == column.role &&
                             sheets[s].columns[k].field == column.field;
                }
                same += titled ? 4 : there ? 3 : 0;
            }
            score += same - (long)section->table->columns.n - (long)sheets[s].table->columns;
            score += wanted == KHCT_IN_FORM_PLAN ? 0 : 20;
        }
    }
    return score;
}

const khct_template *khct_in_template(khct_arena *arena, khct_library *library,
                                      const khct_in_sheet *sheets, size_t count,
                                      const khct_catalogue *catalogue, khct_date dated,
                                      bool several)
{
    khct_strs ids = khct_library_list(library, arena, "mau");
    const khct_template *best = NULL;
    long most = 0;
    for (size_t i = 0; i < ids.n; i++) {
        const khct_template *form = khct_library_template(library, ids.at[i]);
        if (form == NULL)
            continue;
        long score = likeness(arena, library, form, sheets, count);
        /* forms that come with catalogues of another time */
        bool timely = form->catalogues.n == 0 || dated == KHCT_NO_DATE;
        for (size_t k = 0; k < form->catalogues.n && !timely; k++) {
            const khct_catalogue *c = khct_library_catalogue(library, form->catalogues.at[k]);
            timely = c != NULL && khct_force_holds(&c->force, dated);
        }
        bool goes = false;
        for (size_t k = 0; k < form->catalogues.n && catalogue != NULL; k++)
            goes |= khct_str_eq(form->catalogues.at[k], catalogue->id);
        bool years = khct_in_says_any(khct_fold_bare(arena, form->name), KHCT_IN_WORD_PERIOD);
        score += (timely ? 2 : 0) + (goes ? 12 : 0) + (years ? (several ? 4 : -8) : 0);
        if (best == NULL || score > most) {
            best = form;
            most = score;
        }
    }
    return best;
}

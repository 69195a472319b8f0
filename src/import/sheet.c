/* Workbooks (Office Open XML): a sheet is a table, under its name. */
#include "import/parts.h"

#include "text/utf8.h"
#include "value/date.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* How the number in a cell is shown. */
typedef enum number_kind {
    SHOWN_PLAIN,
    SHOWN_DATE,
    SHOWN_PERCENT,
    SHOWN_GROUPED, /* 18.000.000 */
} number_kind;

typedef struct merge {
    uint32_t row, column, rows, columns;
} merge;

typedef struct shared_text {
    khct_str text;
    khct_font_kind font;
} shared_text;

typedef struct cell_style {
    number_kind shown;
    uint8_t decimals; /* that are always shown */
    khct_font_kind font;
} cell_style;

typedef struct number_form {
    uint32_t id;
    number_kind shown;
    uint8_t decimals;
} number_form;

typedef struct sheet_name {
    khct_str name, id;
} sheet_name;

typedef struct book {
    khct_in_builder *b;
    khct_arena *arena;
    const khct_unzip *archive;
    bool from_1904;
    KHCT_VEC(shared_text) shared;
    KHCT_VEC(khct_str) fonts;
    KHCT_VEC(cell_style) styles;
    KHCT_VEC(number_form) forms;
    KHCT_VEC(sheet_name) sheets;
    /* being read */
    KHCT_VEC(merge) merges;
    bool in_fonts, in_cell_styles, in_text, in_phonetic;
    khct_font_kind run_font;
    khct_strs pieces;
    struct {
        uint32_t row, column, style;
        char type; /* s, b, e, n, i (inline) or t (text of a formula) */
        bool open;
    } cell;
    uint32_t row, next_column;
    bool value;
    khct_str sheet;
} book;

static khct_str taken(book *w)
{
    khct_str text = khct_str_join(w->arena, w->pieces.at, w->pieces.n);
    w->pieces.n = 0;
    return text;
}

static void on_text(void *context, khct_str text)
{
    book *w = context;
    if (w->in_text && !w->in_phonetic)
        khct_push(w->arena, &w->pieces) = khct_str_copy(w->arena, text);
}

/* --- shared strings --- */

static void shared_open(void *context, const char *name, khct_xml_attributes a)
{
    book *w = context;
    if (khct_xml_is(name, "s:si"))
        w->run_font = KHCT_FONT_UNICODE;
    else if (khct_xml_is(name, "s:t"))
        w->in_text = true;
    else if (khct_xml_is(name, "s:rPh"))
        w->in_phonetic = true;
    else if (khct_xml_is(name, "s:rFont") && w->run_font == KHCT_FONT_UNICODE)
        w->run_font = khct_font_named(khct_xml_get(a, "val"));
}

static void shared_close(void *context, const char *name)
{
    book *w = context;
    if (khct_xml_is(name, "s:t"))
        w->in_text = false;
    else if (khct_xml_is(name, "s:rPh"))
        w->in_phonetic = false;
    else if (khct_xml_is(name, "s:si"))
        khct_push(w->arena, &w->shared) = (shared_text){taken(w), w->run_font};
}

/* --- styles --- */

/* Forms that every workbook has (ECMA-376, part 1, 18.8.30). */
static number_kind built_in(uint32_t id)
{
    if ((id >= 14 && id <= 17) || id == 22)
        return SHOWN_DATE;
    if (id == 9 || id == 10)
        return SHOWN_PERCENT;
    return id == 3 || id == 4 || (id >= 37 && id <= 44) ? SHOWN_GROUPED : SHOWN_PLAIN;
}

/* A form of the workbook's own, by its letters. */
static number_kind kind_of_form(khct_str code)
{
    bool quoted = false, boxed = false, day = false, percent = false, grouped = false;
    for (size_t i = 0; i < code.n; i++) {
        char c = code.p[i];
        if (c == '"')
            quoted = !quoted;
        if (!quoted && (c == '[' || c == ']'))
            boxed = c == '[';
        if (quoted || boxed)
            continue;
        day |= c == 'd' || c == 'y' || c == 'D' || c == 'Y';
        percent |= c == '%';
        grouped |= c == ',' && i > 0 && code.p[i - 1] == '#';
    }
    return day ? SHOWN_DATE : percent ? SHOWN_PERCENT : grouped ? SHOWN_GROUPED : SHOWN_PLAIN;
}

/* Decimals that a form shows even where they are zero: two of "0.00". */
static uint8_t decimals_of(khct_str code)
{
    size_t at = khct_str_find(code, KHCT_STR("0."));
    uint8_t n = 0;
    while (at < code.n && at + 2 + n < code.n && code.p[at + 2 + n] == '0' && n < 9)
        n++;
    return n;
}

static void style_open(void *context, const char *name, khct_xml_attributes a)
{
    book *w = context;
    if (khct_xml_is(name, "s:numFmt")) {
        khct_str code = khct_xml_get(a, "formatCode");
        khct_push(w->arena, &w->forms) =
            (number_form){khct_xml_number(a, "numFmtId", 0), kind_of_form(code), decimals_of(code)};
    } else if (khct_xml_is(name, "s:fonts")) {
        w->in_fonts = true;
    } else if (khct_xml_is(name, "s:font") && w->in_fonts) {
        khct_push(w->arena, &w->fonts) = KHCT_STR("");
    } else if (khct_xml_is(name, "s:name") && w->in_fonts && w->fonts.n > 0) {
        w->fonts.at[w->fonts.n - 1] = khct_xml_kept(w->arena, a, "val");
    } else if (khct_xml_is(name, "s:cellXfs")) {
        w->in_cell_styles = true;
    } else if (khct_xml_is(name, "s:xf") && w->in_cell_styles) {
        uint32_t form = khct_xml_number(a, "numFmtId", 0), font = khct_xml_number(a, "fontId", 0);
        cell_style s = {built_in(form), form == 2 ? 2 : 0, KHCT_FONT_UNICODE};
        for (size_t i = 0; i < w->forms.n; i++)
            if (w->forms.at[i].id == form) {
                s.shown = w->forms.at[i].shown;
                s.decimals = w->forms.at[i].decimals;
            }
        if (font < w->fonts.n)
            s.font = khct_font_named(w->fonts.at[font]);
        khct_push(w->arena, &w->styles) = s;
    }
}

static void style_close(void *context, const char *name)
{
    book *w = context;
    if (khct_xml_is(name, "s:fonts"))
        w->in_fonts = false;
    else if (khct_xml_is(name, "s:cellXfs"))
        w->in_cell_styles = false;
}

/* --- the workbook --- */

static void book_open(void *context, const char *name, khct_xml_attributes a)
{
    book *w = context;
    if (khct_xml_is(name, "s:sheet"))
        khct_push(w->arena, &w->sheets) =
            (sheet_name){khct_xml_kept(w->arena, a, "name"), khct_xml_kept(w->arena, a, "r:id")};
    else if (khct_xml_is(name, "s:workbookPr"))
        w->from_1904 = khct_str_is(khct_xml_get(a, "date1904"), "1") ||
                       khct_str_is(khct_xml_get(a, "date1904"), "true");
}

/* --- cells --- */

/* "BC12": column and row from 0. False: no such name. */
static bool cell_name(khct_str name, size_t *at, uint32_t *row, uint32_t *column)
{
    uint32_t c = 0, r = 0;
    size_t begin = *at;
    while (*at < name.n && name.p[*at] >= 'A' && name.p[*at] <= 'Z' && c < 100000)
        c = c * 26 + (uint32_t)(name.p[(*at)++] - 'A' + 1);
    size_t middle = *at;
    while (khct_digit_at(name, *at) && r < 100000000)
        r = r * 10 + (uint32_t)(name.p[(*at)++] - '0');
    *row = r - 1;
    *column = c - 1;
    return middle > begin && *at > middle && c > 0 && r > 0;
}

static void merge_open(void *context, const char *name, khct_xml_attributes a)
{
    book *w = context;
    if (!khct_xml_is(name, "s:mergeCell"))
        return;
    khct_str ref = khct_xml_get(a, "ref");
    merge m = {0};
    size_t at = 0;
    uint32_t row, column;
    if (!cell_name(ref, &at, &m.row, &m.column) || at >= ref.n || ref.p[at++] != ':' ||
        !cell_name(ref, &at, &row, &column) || row < m.row || column < m.column)
        return;
    m.rows = row - m.row + 1;
    m.columns = column - m.column + 1;
    khct_push(w->arena, &w->merges) = m;
}

static const merge *merge_at(const book *w, uint32_t row, uint32_t column)
{
    for (size_t i = 0; i < w->merges.n; i++)
        if (w->merges.at[i].row == row && w->merges.at[i].column == column)
            return &w->merges.at[i];
    return NULL;
}

/* A cell that another one covers. */
static bool is_covered(const book *w, uint32_t row, uint32_t column)
{
    KHCT_FOR (m, &w->merges) {
        if (row >= m->row && row < m->row + m->rows && column >= m->column &&
            column < m->column + m->columns)
            return row != m->row || column != m->column;
    }
    return false;
}

/* Groups of three, as they are read here: 18.000.000. */
static khct_str grouped(khct_arena *arena, khct_str digits)
{
    size_t first = digits.n > 0 && digits.p[0] == '-', point = khct_str_find(digits, KHCT_STR("."));
    char *text = khct_alloc_bytes(arena, digits.n * 2 + 1);
    size_t n = 0;
    for (size_t i = 0; i < digits.n; i++) {
        if (i > first && i < point && (point - i) % 3 == 0)
            text[n++] = '.';
        text[n++] = digits.p[i] == '.' ? ',' : digits.p[i];
    }
    return (khct_str){text, n};
}

/* Days since the beginning of 1900, with its 29 February that was not; or since 1904. */
static khct_str date_text(const book *w, double serial)
{
    if (!(serial >= 1 && serial < 2958466))
        return KHCT_STR("");
    int days = (int)serial;
    khct_date base =
        w->from_1904 ? khct_date_of(1904, 1, 1) : khct_date_of(1899, 12, days < 60 ? 31 : 30);
    return khct_date_short(w->arena, base + days);
}

static khct_str shown_number(const book *w, khct_str value, cell_style style)
{
    char text[64];
    number_kind shown = style.shown;
    if (value.n == 0 || value.n >= sizeof text)
        return value;
    memcpy(text, value.p, value.n);
    text[value.n] = '\0';
    char *end;
    double number = strtod(text, &end);
    if (end != text + value.n || !isfinite(number))
        return value;
    if (shown == SHOWN_DATE && date_text(w, number).n > 0)
        return date_text(w, number);
    double by = shown == SHOWN_PERCENT ? number * 100 : number;
    int n = snprintf(text, sizeof text, "%.15g", by);
    khct_str digits = khct_str_copy(w->arena, (khct_str){text, n > 0 ? (size_t)n : 0});
    size_t point = khct_str_find(digits, KHCT_STR(".")), after = digits.n - point;
    if (shown == SHOWN_PLAIN && point < digits.n && after <= style.decimals) /* 1.10 */
        digits = khct_str_cat(
            w->arena, digits,
            khct_str_sub(KHCT_STR("000000000"), 0, (size_t)style.decimals + 1 - after));
    if (shown == SHOWN_PERCENT)
        return khct_str_cat(w->arena, digits, KHCT_STR("%"));
    return shown == SHOWN_GROUPED ? grouped(w->arena, digits) : digits;
}

static void put_cell(book *w, khct_str value)
{
    cell_style style = {SHOWN_PLAIN, 0, KHCT_FONT_UNICODE};
    if (w->cell.style < w->styles.n)
        style = w->styles.at[w->cell.style];
    khct_font_kind font = style.font;
    khct_str text = value;
    if (w->cell.type == 's') {
        unsigned long at = strtoul(khct_cstr(w->arena, value), NULL, 10);
        text = at < w->shared.n ? w->shared.at[at].text : KHCT_STR("");
        if (at < w->shared.n && w->shared.at[at].font != KHCT_FONT_UNICODE)
            font = w->shared.at[at].font;
    } else if (w->cell.type == 'b') {
        text = khct_str_is(value, "1") ? KHCT_STR("x") : KHCT_STR("");
    } else if (w->cell.type == 'n') {
        text = shown_number(w, value, style);
        font = KHCT_FONT_UNICODE;
    }
    khct_in_begin(w->b);
    khct_in_text(w->b, text, font);
    khct_in_end(w->b, false);
}

/* Rows and cells that the sheet leaves out are there all the same. */
static void go_to_row(book *w, uint32_t row)
{
    enum { GAP = 1000 };
    if (row > w->row + GAP)
        w->row = row - 1;
    for (; w->row < row + 1; w->row++)
        khct_in_row(w->b);
    w->next_column = 0;
}

static void cell_open(void *context, const char *name, khct_xml_attributes a)
{
    book *w = context;
    if (khct_xml_is(name, "s:row")) {
        go_to_row(w, khct_xml_number(a, "r", w->row + 1) - 1);
    } else if (khct_xml_is(name, "s:c")) {
        size_t at = 0;
        uint32_t row;
        w->cell.row = w->row - 1;
        if (!cell_name(khct_xml_get(a, "r"), &at, &row, &w->cell.column))
            w->cell.column = w->next_column;
        w->cell.style = khct_xml_number(a, "s", 0);
        khct_str type = khct_xml_get(a, "t");
        w->cell.type = khct_str_is(type, "s")           ? 's'
                       : khct_str_is(type, "b")         ? 'b'
                       : khct_str_is(type, "e")         ? 'e'
                       : khct_str_is(type, "inlineStr") ? 'i'
                       : khct_str_is(type, "str")       ? 't'
                                                        : 'n';
        w->pieces.n = 0;
    } else if (khct_xml_is(name, "s:v") || khct_xml_is(name, "s:t")) {
        w->in_text = true;
    } else if (khct_xml_is(name, "s:rPh")) {
        w->in_phonetic = true;
    }
}

static void end_cell(book *w)
{
    khct_str value = taken(w);
    uint32_t column = w->cell.column;
    if (w->row == 0 || is_covered(w, w->cell.row, column) || column < w->next_column ||
        column >= KHCT_IN_COLUMNS)
        return;
    const merge *m = merge_at(w, w->cell.row, column);
    if (value.n == 0 && m == NULL)
        return;
    while (w->next_column < column) { /* those that the row leaves out */
        if (!is_covered(w, w->cell.row, w->next_column)) {
            khct_in_cell_begin(w->b, 1, 1, false);
            khct_in_cell_end(w->b);
        }
        w->next_column++;
    }
    khct_in_cell_begin(w->b, m == NULL ? 1 : m->columns, m == NULL ? 1 : m->rows, false);
    put_cell(w, value);
    khct_in_cell_end(w->b);
    w->next_column = column + (m == NULL ? 1 : m->columns);
}

static void cell_close(void *context, const char *name)
{
    book *w = context;
    if (khct_xml_is(name, "s:v") || khct_xml_is(name, "s:t"))
        w->in_text = false;
    else if (khct_xml_is(name, "s:rPh"))
        w->in_phonetic = false;
    else if (khct_xml_is(name, "s:c"))
        end_cell(w);
}

static khct_in_fault read_sheet(book *w, khct_str part, khct_str name)
{
    khct_xml_handler merges = {w, merge_open, NULL, NULL};
    khct_xml_handler cells = {w, cell_open, cell_close, on_text};
    w->merges.n = 0;
    w->row = 0;
    w->in_text = w->in_phonetic = false;
    khct_in_fault fault = khct_in_part(w->arena, w->archive, part, false, &merges);
    if (fault.code != KHCT_CODE_COUNT)
        return fault;
    khct_in_table_begin(w->b, name);
    fault = khct_in_part(w->arena, w->archive, part, false, &cells);
    khct_in_table_end(w->b);
    return fault;
}

khct_in_fault khct_in_read_xlsx(khct_in_builder *b, khct_arena *arena, const khct_unzip *archive)
{
    book w = {.b = b, .arena = arena, .archive = archive};
    const khct_in_office_part parts[] = {
        {NULL, NULL, {&w, book_open, NULL, NULL}},
        {"sharedStrings", "xl/sharedStrings.xml", {&w, shared_open, shared_close, on_text}},
        {"styles", "xl/styles.xml", {&w, style_open, style_close, NULL}},
    };
    khct_in_relations relations = {0};
    khct_in_fault fault = khct_in_read_office(arena, archive, "xl/workbook.xml", parts,
                                              sizeof parts / sizeof *parts, &relations);
    for (size_t i = 0; i < w.sheets.n && fault.code == KHCT_CODE_COUNT; i++)
        for (size_t k = 0; k < relations.n; k++)
            if (khct_str_eq(relations.at[k].id, w.sheets.at[i].id) &&
                khct_str_is(relations.at[k].type, "worksheet"))
                fault = read_sheet(&w, relations.at[k].target, w.sheets.at[i].name);
    return fault;
}

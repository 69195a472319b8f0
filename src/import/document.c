#include "import/document.h"

#include "check/legacy.h"
#include "text/utf8.h"

/* A run of text in one font. */
typedef struct segment {
    khct_str text;
    khct_font_kind font;
} segment;

/* A paragraph being read; text boxes make them nest. */
typedef struct open_paragraph {
    khct_in_paragraph *paragraph;
    KHCT_VEC(segment) segments;
    size_t bold, plain; /* bytes of letters in each weight */
    bool goes_on;       /* its mark was deleted */
    struct open_paragraph *up;
} open_paragraph;

typedef struct open_table {
    khct_in_table *table;
    bool flat; /* it stands in a cell: its paragraphs are that cell's */
    uint32_t column;
    KHCT_VEC(uint32_t) until; /* by column: the row from which on it is free */
    KHCT_VEC(size_t) last;    /* by column: the cell that was last put there, + 1 */
    size_t cell;              /* the open one, + 1; 0: none */
    struct open_table *up;
} open_table;

struct khct_in_builder {
    khct_arena *arena;
    khct_in_document *document;
    open_paragraph *paragraph, *joined; /* joined: ended, and what follows belongs to it */
    open_table *table;
    bool aside, full;
    uint32_t paragraphs, outside, page;
};

khct_in_cell *khct_in_cell_at(const khct_in_table *table, uint32_t row, uint32_t column)
{
    if (row >= table->rows || column >= table->columns)
        return NULL;
    uint32_t cell = table->at[(size_t)row * table->columns + column];
    return cell == 0 ? NULL : &table->cells.at[cell - 1];
}

khct_in_cell *khct_in_cell_from(const khct_in_table *table, uint32_t row, uint32_t column)
{
    khct_in_cell *cell = khct_in_cell_at(table, row, column);
    return cell != NULL && cell->row == row && cell->column == column ? cell : NULL;
}

void khct_in_use_cell(const khct_in_cell *cell)
{
    for (size_t i = 0; i < cell->lines.n; i++)
        cell->lines.at[i]->used = true;
}

khct_in_place khct_in_row_place(const khct_in_table *table, uint32_t row)
{
    for (uint32_t c = 0; c < table->columns; c++) {
        const khct_in_cell *cell = khct_in_cell_from(table, row, c);
        if (cell != NULL && cell->lines.n > 0)
            return (khct_in_place){.table = cell->lines.at[0]->place.table,
                                   .row = cell->lines.at[0]->place.row};
    }
    return (khct_in_place){.table = table->number, .row = row + 1};
}

khct_str khct_in_cell_text(khct_arena *arena, const khct_in_cell *cell)
{
    khct_strs lines = {0};
    for (size_t i = 0; cell != NULL && i < cell->lines.n; i++) {
        const khct_in_paragraph *p = cell->lines.at[i];
        khct_push(arena, &lines) =
            p->label.n == 0 ? p->text : KHCT_JOIN(arena, p->label, " ", p->text);
    }
    return khct_str_list(arena, &lines, KHCT_STR("\n"));
}

khct_in_builder *khct_in_builder_new(khct_arena *arena)
{
    khct_in_builder *b = khct_alloc(arena, sizeof *b);
    b->arena = arena;
    b->document = khct_alloc(arena, sizeof *b->document);
    b->page = 1;
    return b;
}

bool khct_in_full(const khct_in_builder *b)
{
    return b->full;
}

/* --- paragraphs --- */

khct_in_paragraph *khct_in_begin(khct_in_builder *b)
{
    if (b->joined != NULL) {
        b->joined->up = b->paragraph;
        b->paragraph = b->joined;
        b->joined = NULL;
        b->paragraph->goes_on = false;
        return b->paragraph->paragraph;
    }
    open_paragraph *p = khct_alloc(b->arena, sizeof *p);
    p->paragraph = khct_alloc(b->arena, sizeof *p->paragraph);
    p->paragraph->text = p->paragraph->label = KHCT_STR("");
    p->up = b->paragraph;
    b->paragraph = p;
    p->paragraph->order = ++b->paragraphs;
    b->full = b->full || b->paragraphs > KHCT_IN_PARAGRAPHS;
    return p->paragraph;
}

void khct_in_text(khct_in_builder *b, khct_str text, khct_font_kind font)
{
    open_paragraph *p = b->paragraph;
    if (p == NULL || text.n == 0 || b->full)
        return;
    khct_push(b->arena, &p->segments) = (segment){khct_str_copy(b->arena, text), font};
}

void khct_in_weight(khct_in_builder *b, khct_str text, bool bold)
{
    if (b->paragraph == NULL || khct_str_trim(text).n == 0)
        return;
    if (bold)
        b->paragraph->bold += text.n;
    else
        b->paragraph->plain += text.n;
}

/* A blank for what may not stand in a plan; soft hyphens and signs without width go. */
static khct_str without_controls(khct_arena *arena, khct_str text)
{
    bool fine = true;
    for (size_t i = 0; i < text.n && fine; i++) {
        unsigned char c = (unsigned char)text.p[i];
        fine = (c >= 0x20 || c == '\n' || c == '\t') && c != 0x7F && c != 0xC2 && c != 0xE2 &&
               c != 0xEF;
    }
    if (fine)
        return text;
    char *bytes = khct_alloc_bytes(arena, text.n + 1);
    size_t n = 0;
    for (size_t at = 0, length; at < text.n; at += length) {
        int32_t c = khct_utf8_at(text.p + at, text.n - at, &length);
        bool drop = c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF ||
                    khct_turns(c);
        bool blank = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
        if (blank)
            bytes[n++] = ' ';
        else if (!drop) {
            memcpy(bytes + n, text.p + at, length);
            n += length;
        }
    }
    return (khct_str){bytes, n};
}

/* Where no font was named, the look of the text may tell. */
static khct_str read_by_look(khct_in_builder *b, khct_str text)
{
    bool any = false;
    for (size_t at = 0, length; at < text.n && !any; at += length)
        any = khct_is_legacy_letter(khct_utf8_at(text.p + at, text.n - at, &length));
    if (!any)
        return text;
    khct_legacies found = khct_find_legacy(b->arena, text);
    khct_strs pieces = {0};
    size_t from = 0;
    for (size_t i = 0; i < found.n; i++) {
        if (found.at[i].unread.n > 0)
            continue;
        khct_push(b->arena, &pieces) = khct_str_sub(text, from, found.at[i].begin);
        khct_push(b->arena, &pieces) = found.at[i].text;
        from = found.at[i].end;
    }
    if (from == 0)
        return text;
    b->document->guessed++;
    khct_push(b->arena, &pieces) = khct_str_sub(text, from, text.n);
    return khct_str_join(b->arena, pieces.at, pieces.n);
}

static bool is_old(khct_font_kind font)
{
    return font != KHCT_FONT_UNICODE && font != KHCT_FONT_SIGNS;
}

/* The runs in one: letters of one font stand together, as a mark may stand in a run of its own. */
static khct_str text_of(khct_in_builder *b, const open_paragraph *p)
{
    khct_strs pieces = {0};
    bool unicode = false, old = false;
    for (size_t i = 0; i < p->segments.n; i++)
        unicode |= is_old(p->segments.at[i].font) && khct_font_is_unicode(p->segments.at[i].text);
    for (size_t i = 0, k; i < p->segments.n; i = k) {
        khct_font_kind font = p->segments.at[i].font;
        khct_strs run = {0};
        for (k = i; k < p->segments.n && p->segments.at[k].font == font; k++)
            khct_push(b->arena, &run) = p->segments.at[k].text;
        if (unicode && is_old(font))
            font = KHCT_FONT_UNICODE;
        old |= is_old(font);
        khct_push(b->arena, &pieces) =
            khct_font_read(b->arena, font, khct_str_join(b->arena, run.at, run.n));
    }
    khct_str text = khct_str_join(b->arena, pieces.at, pieces.n);
    text = old ? text : read_by_look(b, text);
    b->document->legacy += old && text.n > 0;
    return khct_nfc(b->arena, khct_str_trim(without_controls(b->arena, text)));
}

static khct_in_cell *open_cell(const khct_in_builder *b)
{
    for (open_table *t = b->table; t != NULL; t = t->up)
        if (!t->flat)
            return t->cell == 0 ? NULL : &t->table->cells.at[t->cell - 1];
    return NULL;
}

khct_in_place khct_in_here(const khct_in_builder *b)
{
    khct_in_place place = {.page = b->page > 1 ? b->page : 0};
    const khct_in_cell *cell = open_cell(b);
    if (cell == NULL) {
        place.paragraph = b->outside + 1;
        return place;
    }
    for (open_table *t = b->table; t != NULL; t = t->up)
        if (!t->flat)
            place.table = t->table->number;
    place.row = cell->row + 1;
    place.column = cell->column + 1;
    return place;
}

static void keep(khct_in_builder *b, khct_in_paragraph *p)
{
    khct_in_cell *cell = open_cell(b);
    p->place = khct_in_here(b);
    if (b->aside)
        khct_push(b->arena, &b->document->aside) = p;
    else if (cell != NULL)
        khct_push(b->arena, &cell->lines) = p;
    else {
        b->outside++;
        khct_push(b->arena, &b->document->body) = (khct_in_block){.paragraph = p};
    }
}

void khct_in_end(khct_in_builder *b, bool goes_on)
{
    open_paragraph *p = b->paragraph;
    if (p == NULL)
        return;
    b->paragraph = p->up;
    if (goes_on && p->up == NULL) {
        b->joined = p;
        return;
    }
    p->paragraph->text = text_of(b, p);
    p->paragraph->bold = p->bold > 0 && p->plain == 0;
    if (p->paragraph->text.n > 0)
        keep(b, p->paragraph);
}

/* What was to go on ends here. */
static void end_joined(khct_in_builder *b)
{
    if (b->joined == NULL)
        return;
    b->joined->up = b->paragraph;
    b->paragraph = b->joined;
    b->joined = NULL;
    khct_in_end(b, false);
}

void khct_in_aside(khct_in_builder *b, bool aside)
{
    end_joined(b);
    b->aside = aside;
}

void khct_in_page(khct_in_builder *b)
{
    b->page++;
}

/* --- tables --- */

void khct_in_table_begin(khct_in_builder *b, khct_str name)
{
    end_joined(b);
    open_table *t = khct_alloc(b->arena, sizeof *t);
    t->flat = open_cell(b) != NULL || b->aside;
    t->up = b->table;
    t->table = khct_alloc(b->arena, sizeof *t->table);
    t->table->name = khct_str_copy(b->arena, name);
    if (!t->flat)
        t->table->number = ++b->document->tables;
    b->table = t;
}

void khct_in_row(khct_in_builder *b)
{
    open_table *t = b->table;
    if (t == NULL)
        return;
    t->table->rows++;
    t->column = 0;
}

/* Makes room for so many columns; false beyond the limit. */
static bool widen(khct_in_builder *b, open_table *t, uint32_t columns)
{
    if (columns > KHCT_IN_COLUMNS || (uint64_t)columns * t->table->rows > KHCT_IN_CELLS)
        b->full = true;
    while (!b->full && t->until.n < columns) {
        khct_push(b->arena, &t->until) = 0;
        khct_push(b->arena, &t->last) = 0;
    }
    if (!b->full && columns > t->table->columns)
        t->table->columns = columns;
    return !b->full;
}

static void next_free(open_table *t)
{
    while (t->column < t->until.n && t->until.at[t->column] >= t->table->rows)
        t->column++;
}

void khct_in_skip(khct_in_builder *b, uint32_t columns)
{
    open_table *t = b->table;
    if (t == NULL || t->flat || columns > KHCT_IN_COLUMNS)
        return;
    next_free(t);
    t->column += columns;
}

void khct_in_cell_begin(khct_in_builder *b, uint32_t columns, uint32_t rows, bool goes_on)
{
    open_table *t = b->table;
    if (t == NULL || t->flat || b->full || t->table->rows == 0)
        return;
    columns = columns == 0 ? 1 : columns;
    rows = rows == 0 || rows > KHCT_IN_CELLS ? 1 : rows;
    next_free(t);
    if (columns > KHCT_IN_COLUMNS || !widen(b, t, t->column + columns))
        return;
    uint32_t row = t->table->rows - 1;
    size_t above = t->last.at[t->column];
    if (goes_on && above > 0 && t->table->cells.at[above - 1].row < row) {
        khct_in_cell *cell = &t->table->cells.at[above - 1];
        cell->rows = row + 1 - cell->row;
        t->cell = above;
    } else {
        khct_push(b->arena, &t->table->cells) =
            (khct_in_cell){.row = row, .column = t->column, .rows = rows, .columns = columns};
        t->cell = t->table->cells.n;
    }
    for (uint32_t i = 0; i < columns; i++) {
        t->last.at[t->column + i] = t->cell;
        t->until.at[t->column + i] = row + rows;
    }
    t->column += columns;
}

void khct_in_cell_end(khct_in_builder *b)
{
    end_joined(b);
    if (b->table != NULL)
        b->table->cell = 0;
}

/* The grid from the cells. */
static void lay_out(khct_in_builder *b, khct_in_table *table)
{
    table->at =
        khct_alloc_array(b->arena, (size_t)table->rows * table->columns + 1, sizeof *table->at);
    for (size_t i = 0; i < table->cells.n; i++) {
        khct_in_cell *cell = &table->cells.at[i];
        if (cell->rows > table->rows - cell->row)
            cell->rows = table->rows - cell->row;
        for (uint32_t r = cell->row; r < cell->row + cell->rows; r++)
            for (uint32_t c = cell->column; c < cell->column + cell->columns; c++) {
                uint32_t *at = &table->at[(size_t)r * table->columns + c];
                if (*at == 0)
                    *at = (uint32_t)i + 1;
            }
    }
}

void khct_in_table_end(khct_in_builder *b)
{
    end_joined(b);
    open_table *t = b->table;
    if (t == NULL)
        return;
    b->table = t->up;
    if (t->flat || b->full)
        return;
    lay_out(b, t->table);
    khct_push(b->arena, &b->document->body) = (khct_in_block){.table = t->table};
}

/* --- the whole --- */

void khct_in_say(khct_in_builder *b, khct_code code, khct_message message)
{
    enum { MOST = 1000 };
    if (b->document->remarks.n < MOST)
        khct_push(b->arena, &b->document->remarks) =
            (khct_in_remark){code, message, khct_in_here(b)};
}

khct_in_document *khct_in_finish(khct_in_builder *b)
{
    end_joined(b);
    return b->document;
}

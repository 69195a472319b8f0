#include "import/understand.h"

#include "text/fold.h"
#include "text/sort.h"

/* --- the run of lines --- */

static void add_line(khct_in_plan *u, khct_in_paragraph *p, uint32_t half)
{
    khct_push(u->arena, &u->lines) = (khct_in_line){.paragraph = p, .half = half};
}

/* Bytes of what sets two halves of a line apart: tabs, or three blanks and more; 0: none here. */
static size_t gap_at(khct_str text, size_t at)
{
    enum { BLANKS = 3 };
    size_t n = 0;
    bool tab = false;
    while (at + n < text.n && (text.p[at + n] == ' ' || text.p[at + n] == '\t'))
        tab |= text.p[at + n++] == '\t';
    return tab || n >= BLANKS ? n : 0;
}

static bool is_recipients(const khct_in_plan *u, const khct_in_paragraph *p)
{
    return p != NULL && p->text.n < 300 &&
           khct_in_starts_any(khct_fold_bare(u->arena, p->text), KHCT_IN_WORD_RECIPIENTS);
}

/* The paragraph that comes next may belong to the head: the foot of a short document does not. */
static bool in_head(const khct_in_plan *u, const khct_in_paragraph *p)
{
    enum { LINES = 30 };
    bool foot = is_recipients(u, p);
    for (size_t i = 0; i < u->lines.n && i < LINES && !foot; i++)
        foot = is_recipients(u, u->lines.at[i].paragraph);
    return u->lines.n < LINES && !foot;
}

/* A gap at byte `at` for a number or a day that is filled in by hand: "Số:     /KH-…". */
static bool is_unfilled(khct_str text, size_t from, size_t at)
{
    return khct_in_last_word_is(khct_in_without_end(khct_str_sub(text, from, at), ":"),
                                KHCT_IN_WORD_FILLED_IN);
}

/* A paragraph with line breaks is several lines, but where the next goes on small. */
static void add_paragraph(khct_in_plan *u, khct_in_paragraph *p, uint32_t half)
{
    bool tabs = half > 0 || in_head(u, p); /* halves of a head set apart on one line */
    size_t from = 0;
    bool first = true;
    for (size_t at = 0; at <= p->text.n; at++) {
        bool end = at == p->text.n;
        bool tab = !end && tabs && gap_at(p->text, at) > 0 && !is_unfilled(p->text, from, at);
        if (!end && !tab && p->text.p[at] != '\n')
            continue;
        khct_str rest = khct_str_sub(p->text, end ? at : at + 1, p->text.n);
        if (!end && !tab && khct_in_goes_on_small(rest) &&
            !khct_in_ends(khct_str_sub(p->text, from, at)) &&
            khct_in_beginning_in(rest).sign == KHCT_IN_SIGN_NONE)
            continue;
        khct_str words = khct_str_trim(khct_str_sub(p->text, from, at));
        if (end && first) {
            add_line(u, p, half);
            return;
        }
        if (words.n > 0) {
            khct_in_paragraph *part = khct_alloc(u->arena, sizeof *part);
            *part = *p;
            part->text = words;
            part->label = first ? p->label : KHCT_STR("");
            add_line(u, part, half);
            first = false;
        }
        from = at + 1;
    }
    p->used = true; /* its parts stand for it */
}

/* Where a text is set apart into halves; its end: nowhere. */
static size_t first_gap(khct_str text)
{
    size_t at = 0;
    while (at < text.n && gap_at(text, at) == 0)
        at++;
    return at;
}

/* The line with the recipients' title that has something beside it, in the end of the document;
 * their number: none. */
static size_t parted_foot(const khct_in_plan *u)
{
    for (size_t i = u->lines.n; i-- > 0 && u->lines.at[i].paragraph != NULL;) {
        const khct_in_paragraph *p = u->lines.at[i].paragraph;
        if (u->lines.at[i].half == 0 && is_recipients(u, p) && first_gap(p->text) < p->text.n)
            return i;
    }
    return u->lines.n;
}

/* Lines of a foot whose halves are set apart on one line ("Nơi nhận:     HIỆU TRƯỞNG"): the left
 * halves, then the right ones, as if they were a table. */
static void part_foot(khct_in_plan *u)
{
    static const uint32_t LEFT = UINT32_MAX - 1, RIGHT = UINT32_MAX;
    khct_in_lines left = {0}, right = {0};
    size_t begin = parted_foot(u);
    for (size_t i = begin; i < u->lines.n; i++) {
        khct_in_paragraph *p = u->lines.at[i].paragraph;
        size_t at = first_gap(p->text);
        bool listed = i == begin || khct_in_beginning_of(p).sign != KHCT_IN_SIGN_NONE;
        if (at == p->text.n) {
            khct_push(u->arena, listed ? &left : &right) = (khct_in_line){.paragraph = p};
            continue;
        }
        khct_push(u->arena, &left) =
            (khct_in_line){.paragraph = khct_in_piece(u->arena, p, khct_str_sub(p->text, 0, at))};
        khct_push(u->arena, &right) = (khct_in_line){
            .paragraph = khct_in_piece(u->arena, p, khct_str_sub(p->text, at, p->text.n))};
    }
    u->lines.n = begin;
    for (size_t i = 0; i < left.n + right.n; i++) {
        bool first = i < left.n;
        khct_in_line line = first ? left.at[i] : right.at[i - left.n];
        line.half = first ? LEFT : RIGHT;
        khct_push(u->arena, &u->lines) = line;
    }
}

/* The cells of a layout table, column by column: the halves of a head are read one after the other.
 */
static void add_layout(khct_in_plan *u, const khct_in_table *t)
{
    for (uint32_t c = 0; c < t->columns; c++)
        for (size_t i = 0; i < t->cells.n; i++)
            for (size_t k = 0; t->cells.at[i].column == c && k < t->cells.at[i].lines.n; k++)
                add_paragraph(u, t->cells.at[i].lines.at[k], (t->number << 8) + c + 1);
}

/* Rows below a sheet's table, as halves of a foot: the row with most cells parts them. */
static void add_foot(khct_in_plan *u, const khct_in_table *t, uint32_t from)
{
    uint32_t *filled = khct_alloc_array(u->arena, t->rows + (size_t)1, sizeof *filled);
    uint32_t *begins = khct_alloc_array(u->arena, t->columns + (size_t)1, sizeof *begins);
    enum { HALVES = 8 };
    uint32_t widest = from, group = 0;
    KHCT_FOR (cell, &t->cells)
        if (cell->row >= from && cell->lines.n > 0 && ++filled[cell->row] > filled[widest])
            widest = cell->row;
    for (uint32_t c = 0; c < t->columns; c++) {
        const khct_in_cell *cell = khct_in_cell_from(t, widest, c);
        group += cell != NULL && cell->lines.n > 0 && c > 0 && group < HALVES;
        begins[c] = group;
    }
    for (uint32_t g = 0; g <= group; g++)
        KHCT_FOR (cell, &t->cells)
            for (size_t k = 0; cell->row >= from && begins[cell->column] == g && k < cell->lines.n;
                 k++)
                add_paragraph(u, cell->lines.at[k], (t->number << 8) + g + 1);
}

/* Rows of a sheet that stand above its table: lines, as they would be in a text. */
static void add_rows(khct_in_plan *u, const khct_in_table *t, uint32_t from, uint32_t to)
{
    for (uint32_t row = from; row < to; row++)
        for (size_t i = 0; i < t->cells.n; i++)
            for (size_t k = 0; t->cells.at[i].row == row && k < t->cells.at[i].lines.n; k++)
                add_paragraph(u, t->cells.at[i].lines.at[k],
                              (t->number << 8) + t->cells.at[i].column + 1);
}

/* A row that says no more than a place and a day. */
static bool is_day_row(const khct_in_plan *u, const khct_in_table *t, uint32_t row)
{
    enum { LONGEST = 100 };
    size_t filled = 0;
    bool day = false;
    for (uint32_t c = 0; c < t->columns; c++) {
        const khct_in_cell *cell = khct_in_cell_from(t, row, c);
        khct_str text = khct_in_cell_text(u->arena, cell);
        filled += text.n > 0;
        day |= text.n < LONGEST && khct_in_says_day(khct_fold_bare(u->arena, text));
    }
    return filled == 1 && day;
}

/* The row in which recipients or a signature begin below a sheet's table, or its end. */
static uint32_t foot_of(const khct_in_plan *u, const khct_in_sheet *sheet)
{
    const khct_in_table *t = sheet->table;
    KHCT_FOR (cell, &t->cells) {
        khct_str first = cell->lines.n == 0 ? KHCT_STR("") : cell->lines.at[0]->text;
        if (cell->row < sheet->body + 1 || first.n > 60 ||
            !(khct_in_is_upper(first) || khct_str_ends(first, ":")))
            continue;
        khct_str folded = khct_fold_bare(u->arena, first);
        if (khct_in_is_any(folded, KHCT_IN_WORD_RECIPIENTS) ||
            khct_in_is_any(folded, KHCT_IN_WORD_SIGNER) ||
            khct_in_starts_any(folded, KHCT_IN_WORD_POWERS) ||
            khct_in_starts_any(folded, KHCT_IN_WORD_SIGNER_BEGIN))
            return cell->row > 0 && is_day_row(u, t, cell->row - 1) ? cell->row - 1 : cell->row;
    }
    return t->rows;
}

/* --- a table that goes on after the end of a page --- */

static bool same_columns(khct_arena *arena, const khct_in_sheet *a, const khct_in_sheet *b)
{
    if (a->table->columns != b->table->columns)
        return false;
    for (uint32_t c = 0; c < a->table->columns; c++)
        if (!khct_str_eq(khct_fold(arena, a->columns[c].heading),
                         khct_fold(arena, b->columns[c].heading)))
            return false;
    return true;
}

/* True where the table is the rest of the one right before it: without a heading, or with the same
 * one again. */
static bool is_rest(const khct_in_plan *u, khct_in_sheet *sheet)
{
    if (u->sheets.n == 0)
        return false;
    const khct_in_sheet *before = &u->sheets.at[u->sheets.n - 1];
    bool beside = u->lines.at[u->lines.n - 1].sheet == before && before->table->name.n == 0 &&
                  sheet->table->name.n == 0;
    bool on = khct_in_goes_on(sheet, before, beside);
    return beside && before->form == KHCT_IN_FORM_PLAN && sheet->form == KHCT_IN_FORM_PLAN &&
           (on || (sheet->head == 0 && sheet->body == 1 && before->body == before->head + 1 &&
                   same_columns(u->arena, sheet, before)));
}

/* Adds the rows of one table to another of as many columns. *room: places of its grid. */
static void add_rest(const khct_in_plan *u, khct_in_table *to, const khct_in_table *rest,
                     size_t *room)
{
    size_t old = (size_t)to->rows * to->columns, more = (size_t)rest->rows * rest->columns;
    if (*room < old + more) {
        uint32_t *at = khct_alloc_array(u->arena, *room = 2 * (old + more), sizeof *at);
        memcpy(at, to->at, old * sizeof *at);
        to->at = at;
    }
    for (size_t i = 0; i < more; i++)
        to->at[old + i] = rest->at[i] == 0 ? 0 : rest->at[i] + (uint32_t)to->cells.n;
    for (size_t i = 0; i < rest->cells.n; i++) {
        khct_in_cell *cell = &khct_push(u->arena, &to->cells);
        *cell = rest->cells.at[i];
        cell->row += to->rows;
    }
    to->rows += rest->rows;
}

static void gather(khct_in_plan *u)
{
    enum { ROWS = 100 * 1000 };
    size_t room = 0;
    const khct_in_document *d = u->document;
    size_t tables = 0;
    for (size_t i = 0; i < d->body.n; i++)
        tables += d->body.at[i].table != NULL;
    u->sheets.at = khct_alloc_array(u->arena, tables + 1, sizeof *u->sheets.at);
    u->sheets.capacity = tables + 1;
    for (size_t i = 0; i < d->body.n; i++) {
        if (d->body.at[i].table == NULL) {
            add_paragraph(u, d->body.at[i].paragraph, 0);
            continue;
        }
        khct_in_sheet sheet = khct_in_look(u->arena, u->library, u->roles, d->body.at[i].table);
        if (is_rest(u, &sheet) && (size_t)u->sheets.at[u->sheets.n - 1].table->rows < ROWS) {
            add_rest(u, u->sheets.at[u->sheets.n - 1].table, sheet.table, &room);
            continue;
        }
        if (sheet.form == KHCT_IN_FORM_LAYOUT) {
            if (sheet.table->name.n > 0)
                sheet.table->name.n = 0;
            add_layout(u, sheet.table);
            continue;
        }
        bool book = sheet.table->name.n > 0;
        uint32_t rows = sheet.table->rows,
                 foot = book && sheet.body > 0 ? foot_of(u, &sheet) : rows;
        if (book)
            add_rows(u, sheet.table, 0, sheet.head);
        room = (size_t)sheet.table->rows * sheet.table->columns;
        khct_in_sheet *kept = &khct_push(u->arena, &u->sheets);
        *kept = sheet;
        khct_push(u->arena, &u->lines) = (khct_in_line){.sheet = kept};
        if (foot < rows)
            add_foot(u, sheet.table, foot);
        sheet.table->rows = foot;
    }
    part_foot(u);
}

/* --- one plan --- */

static khct_sketch *new_top(khct_arena *arena)
{
    khct_sketch *top = khct_alloc(arena, sizeof *top);
    *top = (khct_sketch){.kind = KHCT_SKETCH_BLOCK,
                         .keyword = KHCT_KEYWORD_NONE,
                         .head = KHCT_STR(""),
                         .title = KHCT_STR(""),
                         .inside = KHCT_B_TOP,
                         .opens = KHCT_B_TOP};
    return top;
}

/* What nobody has used: it must not be lost. */
static void sweep(khct_in_plan *u)
{
    KHCT_FOR (line, &u->lines) {
        if (line->paragraph != NULL)
            khct_in_keep(u, u->top, line->paragraph, true);
        for (uint32_t row = 0; line->sheet != NULL && row < line->sheet->table->rows; row++)
            khct_in_keep_row(u, u->top, line->sheet, row, true);
    }
}

/* "./." ends the document: the form prints it. */
static void without_end_sign(const khct_in_plan *u)
{
    khct_sketch *d = khct_sketch_find(u->paper, KHCT_K_LOIKET);
    khct_str *words = d == NULL || d->words.n == 0 ? NULL : &d->words.at[d->words.n - 1].words;
    if (words != NULL && khct_str_ends(*words, "./."))
        *words = khct_str_trim(khct_str_sub(*words, 0, words->n - 3));
}

static int by_vocabulary(const void *left, const void *right)
{
    const khct_sketch *a = *(khct_sketch *const *)left, *b = *(khct_sketch *const *)right;
    const khct_place *of_a = khct_place_of(a->inside, a->keyword),
                     *of_b = khct_place_of(b->inside, b->keyword);
    if (of_a == of_b)
        return 0;
    return of_a == NULL || (of_b != NULL && of_a > of_b) ? 1 : -1;
}

static void remove_empty(khct_sketch *parent, khct_sketch *child)
{
    if (child->children.n > 0)
        return;
    size_t n = 0;
    for (size_t i = 0; i < parent->children.n; i++)
        if (parent->children.at[i] != child)
            parent->children.at[n++] = parent->children.at[i];
    parent->children.n = n;
}

static void say_reading(khct_in_plan *u)
{
    const khct_in_document *d = u->document;
    KHCT_FOR (r, &d->remarks) {
        khct_in_remark_on(u, r->code, khct_in_remark_text(u->arena, r), NULL);
    }
    if (d->legacy > 0)
        khct_in_remark_on(u, KHCT_KH8037,
                          KHCT_MSG(IN_FONT, khct_str_number(u->arena, (long long)d->legacy)), NULL);
    if (d->guessed > 0)
        khct_in_remark_on(u, KHCT_KH8037,
                          KHCT_MSG(IN_FONT_LOOK, khct_str_number(u->arena, (long long)d->guessed)),
                          NULL);
}

static bool any_plan(const khct_in_plan *u)
{
    for (size_t i = 0; i < u->lines.n; i++) {
        const khct_in_sheet *sheet = u->lines.at[i].sheet;
        if (sheet != NULL &&
            (sheet->form == KHCT_IN_FORM_PLAN || sheet->form == KHCT_IN_FORM_PROBLEMS))
            return true;
    }
    return false;
}

static void keep_asides(khct_in_plan *u)
{
    for (size_t i = 0; i < u->document->aside.n; i++) {
        khct_in_paragraph *p = u->document->aside.at[i];
        if (p->used)
            continue;
        khct_str text = KHCT_JOIN(u->arena, p->label, ": ", p->text);
        khct_sketch_comment(u->arena, u->top, text);
        p->used = true;
    }
}

static void understand(khct_in_plan *u, bool last)
{
    u->top = new_top(u->arena);
    khct_in_choose(u);
    size_t at = 0;
    khct_in_head(u, &at);
    khct_in_sections(u, &at);
    khct_in_foot(u, &at);
    sweep(u);
    khct_in_settle_results(u);
    if (last)
        keep_asides(u);
    without_end_sign(u);
    khct_sort_vec(u->arena, &u->school->children, by_vocabulary);
    khct_sort_vec(u->arena, &u->paper->children, by_vocabulary);
    remove_empty(u->top, u->school);
    remove_empty(u->top, u->paper);
    if (!any_plan(u) && khct_sketch_find(u->top, KHCT_K_TIEUCHI) == NULL &&
        khct_sketch_find(u->top, KHCT_K_VIEC) == NULL) {
        u->failed = true;
        khct_in_remark_on(u, KHCT_KH8033, KHCT_MSG0(IN_NO_PLAN), NULL);
    }
    enum { TOLD = 20 };
    if (u->kept > TOLD)
        khct_in_remark_on(
            u, KHCT_KH8035,
            KHCT_MSG(IN_KEPT_MANY, khct_str_number(u->arena, (long long)(u->kept - TOLD))), NULL);
}

/* --- several plans in one document --- */

static bool is_title(const khct_in_line *line, khct_arena *arena)
{
    if (line->paragraph == NULL || line->paragraph->text.n > 200)
        return false;
    khct_str text = line->paragraph->text, folded = khct_fold_bare(arena, text);
    size_t title = khct_in_words_at(text, 0, KHCT_IN_WORD_TITLE);
    return khct_in_is_any(folded, KHCT_IN_WORD_TITLE) ||
           (title > 0 && khct_in_is_upper(khct_str_sub(text, 0, title)) &&
            khct_in_words_at(text, title + 1, KHCT_IN_WORD_SUBJECT) > 0);
}

static bool is_number(const khct_in_line *line)
{
    return line->paragraph != NULL && line->paragraph->text.n <= 120 &&
           khct_in_is_number(line->paragraph->text);
}

/* Does the line belong to a head: offices, the nation's name, rules of signs? */
static bool is_of_head(const khct_in_line *line, khct_arena *arena)
{
    if (line->paragraph == NULL || line->paragraph->text.n > 160)
        return false;
    khct_str folded = khct_fold_bare(arena, line->paragraph->text);
    return folded.n == 0 || khct_in_says_any(folded, KHCT_IN_WORD_MOTTO) ||
           (khct_in_is_upper(line->paragraph->text) &&
            (khct_in_says_any(folded, KHCT_IN_WORD_SCHOOL) ||
             khct_in_says_any(folded, KHCT_IN_WORD_BODY)));
}

/* The first line of the plan that has its number at `at`. */
static size_t head_before(const khct_in_plan *u, size_t at, size_t least)
{
    uint32_t half = u->lines.at[at].half >> 8;
    while (at > least + 1 && ((half > 0 && u->lines.at[at - 1].half >> 8 == half) ||
                              is_of_head(&u->lines.at[at - 1], u->arena)))
        at--;
    return at;
}

/* What stands there is more than a title page: it has a table of data, or much text. */
static bool is_plan(const khct_in_plan *u, size_t from, size_t to)
{
    enum { LINES = 25 };
    for (size_t i = from; i < to; i++)
        if (u->lines.at[i].sheet != NULL && u->lines.at[i].sheet->form != KHCT_IN_FORM_NONE)
            return true;
    return to - from >= LINES;
}

/* Where plans begin: each has a number and, after it, the title. */
static void find_begins(const khct_in_plan *u, size_t *begins, size_t most, size_t *count)
{
    *count = 0;
    bool titled = false;
    size_t number = SIZE_MAX;
    begins[(*count)++] = 0;
    for (size_t i = 0; i < u->lines.n; i++) {
        if (is_number(&u->lines.at[i])) {
            number = i;
        } else if (is_title(&u->lines.at[i], u->arena)) {
            if (titled && number != SIZE_MAX && i - number < 15 && *count < most &&
                is_plan(u, begins[*count - 1], number)) {
                begins[*count] = head_before(u, number, begins[*count - 1]);
                ++*count;
            }
            titled = true;
            number = SIZE_MAX;
        }
    }
}

khct_in_plans khct_in_understand(khct_arena *arena, khct_library *library,
                                 khct_in_document *document)
{
    enum { MOST = 50 };
    size_t begins[MOST], count;
    khct_in_plans plans = {0};
    khct_in_plan whole = {
        .arena = arena, .library = library, .document = document, .results_year = KHCT_STR("")};
    whole.roles = khct_in_roles(arena, library);
    gather(&whole);
    find_begins(&whole, begins, MOST, &count);
    for (size_t i = 0; i < count; i++) {
        size_t end = i + 1 < count ? begins[i + 1] : whole.lines.n;
        khct_in_plan *u = khct_alloc(arena, sizeof *u);
        *u = whole;
        u->lines.at = whole.lines.at + begins[i];
        u->lines.n = u->lines.capacity = end - begins[i];
        if (i == 0)
            say_reading(u);
        understand(u, i + 1 == count);
        khct_push(arena, &plans) = u;
    }
    return plans;
}

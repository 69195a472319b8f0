/* The table of a plan: rows to criteria and tasks. */
#include "import/planning.h"

#include "text/fold.h"
#include "text/utf8.h"

#include <stdio.h>

static khct_str text_of(khct_in_planning *p, uint32_t row, uint32_t c)
{
    const khct_in_cell *cell = khct_in_cell_from(p->sheet->table, row, c);
    return khct_str_trim(khct_in_cell_text(p->arena, cell));
}

static khct_in_place place_of(const khct_in_planning *p, uint32_t row)
{
    return khct_in_row_place(p->sheet->table, row);
}

/* --- rows that head others --- */

static size_t filled(khct_in_planning *p, uint32_t row, uint32_t *which)
{
    size_t n = 0;
    for (uint32_t c = 0; c < p->sheet->table->columns; c++) {
        if (text_of(p, row, c).n == 0)
            continue;
        khct_str text = text_of(p, row, c);
        bool number = p->sheet->columns[c].role == KHCT_IN_ROLE_NUMBER &&
                      khct_in_words(text) == 1 && text.n <= 6;
        if (number)
            continue;
        *which = c;
        n++;
    }
    return n;
}

/* "Tiêu chuẩn 1: …", "MỨC 1, 2, 3", "I. …", dots. True where the row says no more. */
static bool take_head_row(khct_in_planning *p, uint32_t row)
{
    uint32_t c = 0;
    if (filled(p, row, &c) != 1)
        return false;
    const khct_in_cell *cell = khct_in_cell_from(p->sheet->table, row, c);
    khct_str text = text_of(p, row, c), folded = khct_fold_bare(p->arena, text);
    uint32_t standard = khct_in_number_after(text, KHCT_IN_WORD_STANDARD);
    bool level = khct_in_starts_any(folded, KHCT_IN_WORD_LEVEL) && khct_in_words(folded) <= 12;
    bool wide = cell->columns * 2 > p->sheet->table->columns;
    khct_in_sign sign = khct_in_beginning_in(text).sign;
    size_t begin;
    bool criterion = khct_in_criterion(text, p->standard, &begin).standard > 0 && begin == 0;
    bool other = folded.n == 0 || sign == KHCT_IN_SIGN_ROMAN ||
                 (wide && !criterion && khct_in_words(folded) <= 40 && c != p->main);
    if (standard == 0 && !level && !other && !khct_in_says_any(folded, KHCT_IN_WORD_ITEMS))
        return false;
    if (standard > 0)
        p->standard = standard;
    if (level)
        p->items = khct_in_number_after(text, KHCT_IN_WORD_LEVEL) == 4;
    khct_in_keep_row(p->u, p->parent, p->sheet, row, false);
    p->current = NULL;
    return true;
}

/* --- rows to tasks --- */

khct_in_task *khct_in_add_task(khct_in_planning *p, uint32_t row)
{
    uint32_t columns = p->sheet->table->columns;
    khct_in_task *t = &khct_push(p->arena, &p->current->tasks);
    *t = (khct_in_task){.row = row};
    t->cells = khct_alloc_array(p->arena, columns + (size_t)1, sizeof *t->cells);
    t->copied = khct_alloc_array(p->arena, columns + (size_t)1, sizeof *t->copied);
    return t;
}

/* A paragraph a line. */
static void add_lines(khct_in_planning *p, khct_in_paragraphs *to, const khct_in_cell *cell)
{
    for (size_t i = 0; i < cell->lines.n; i++) {
        khct_in_paragraph *whole = cell->lines.at[i];
        if (memchr(whole->text.p, '\n', whole->text.n) == NULL) {
            khct_push(p->arena, to) = whole;
            continue;
        }
        bool first = true;
        for (khct_str left = whole->text; left.n > 0;) {
            khct_str words = khct_str_trim(khct_str_cut(&left, '\n'));
            if (words.n == 0)
                continue;
            khct_in_paragraph *part = khct_in_piece(p->arena, whole, words);
            part->label = first ? whole->label : KHCT_STR("");
            khct_push(p->arena, to) = part;
            first = false;
        }
        whole->used = true;
    }
}

static bool is_data(const khct_in_planning *p, uint32_t c)
{
    return p->sheet->columns[c].role == KHCT_IN_ROLE_FIELD;
}

/* What a mark stands for: the heading above it. */
static void add_mark(khct_in_planning *p, khct_in_paragraphs *to, const khct_in_cell *cell)
{
    if (cell->lines.n > 0)
        khct_push(p->arena, to) =
            khct_in_bare(p->arena, cell->lines.at[0], p->sheet->columns[cell->column].heading);
    khct_in_use_cell(cell);
}

static void fill_task(khct_in_planning *p, khct_in_task *t, uint32_t row)
{
    for (uint32_t c = 0; c < p->sheet->table->columns; c++) {
        khct_in_cell *cell = khct_in_cell_at(p->sheet->table, row, c);
        if (!is_data(p, c) || cell == NULL || cell->column != c)
            continue;
        if (cell->row == row && p->sheet->columns[c].marked)
            add_mark(p, &t->cells[c], cell);
        else if (cell->row == row)
            add_lines(p, &t->cells[c], cell);
        else if (p->current->tasks.n > 1) { /* a cell that spans rows: what the task before has */
            t->cells[c] = p->current->tasks.at[p->current->tasks.n - 2].cells[c];
            t->copied[c] = true;
        }
    }
}

/* The row goes on with the one before: the end of a page fell into it. */
static bool continues(khct_in_planning *p, uint32_t row)
{
    if (p->current == NULL || p->current->tasks.n == 0 ||
        p->current->title.n + p->current->more_text.n > KHCT_IN_JOINED)
        return false;
    khct_str of = text_of(p, row, p->criterion), words = text_of(p, row, p->main);
    size_t begin;
    if (of.n > 0 &&
        (!khct_in_goes_on_small(of) || khct_in_criterion(of, p->standard, &begin).standard > 0))
        return false;
    const khct_in_task *last = &p->current->tasks.at[p->current->tasks.n - 1];
    const khct_in_paragraphs *before = p->main == KHCT_NONE ? NULL : &last->cells[p->main];
    if (words.n == 0)
        return true;
    khct_in_beginning b = khct_in_beginning_in(words);
    return b.sign == KHCT_IN_SIGN_NONE && before != NULL && before->n > 0 &&
           khct_in_goes_on_small(words) && !khct_in_ends(before->at[before->n - 1]->text);
}

/* Where the next number of a list begins in a line that goes on with it: "… ngoại ngữ. 3. Nhà
 * trường …"; its end: nowhere. */
static size_t next_number(const khct_in_paragraphs *list, khct_str line)
{
    uint32_t number = 0;
    for (size_t i = list->n; i-- > 0 && number == 0;) {
        khct_in_beginning b = khct_in_beginning_of(list->at[i]);
        number = b.sign == KHCT_IN_SIGN_NUMBER ? b.number : 0;
    }
    char sign[16];
    snprintf(sign, sizeof sign, " %u. ", number + 1);
    size_t at = number == 0 ? line.n : khct_str_find(line, khct_str_of(sign));
    return at < line.n && khct_in_ends(khct_str_sub(line, 0, at)) ? at : line.n;
}

/* Appends; a first line that begins small goes on with the last one. */
static void join_lines(khct_in_planning *p, khct_in_paragraphs *to, const khct_in_cell *cell)
{
    khct_in_paragraphs lines = {0};
    add_lines(p, &lines, cell);
    for (size_t i = 0; i < lines.n; i++) {
        khct_in_paragraph *last = to->n > 0 ? to->at[to->n - 1] : NULL;
        khct_in_paragraph *now = lines.at[i];
        bool cut = i == 0 && last != NULL && now->label.n == 0 && last->text.n < KHCT_IN_JOINED &&
                   khct_in_goes_on_small(now->text) && !khct_in_ends(last->text);
        if (!cut) {
            khct_push(p->arena, to) = now;
            continue;
        }
        size_t next = next_number(to, now->text);
        khct_str rest = khct_str_sub(now->text, 0, next);
        now->used = true;
        to->at[to->n - 1] =
            khct_in_piece(p->arena, last, KHCT_JOIN(p->arena, last->text, " ", rest));
        if (next < now->text.n)
            khct_push(p->arena, to) =
                khct_in_piece(p->arena, now, khct_str_sub(now->text, next, now->text.n));
    }
}

static void take_continuation(khct_in_planning *p, uint32_t row)
{
    khct_in_group *g = p->current;
    khct_in_task *last = &g->tasks.at[g->tasks.n - 1];
    for (uint32_t c = 0; c < p->sheet->table->columns; c++) {
        khct_in_cell *cell = khct_in_cell_from(p->sheet->table, row, c);
        if (cell == NULL || cell->lines.n == 0)
            continue;
        if (c == p->criterion) {
            khct_str words = khct_in_without_end(
                khct_folded_space(p->arena, khct_in_cell_text(p->arena, cell)), ".");
            if (g->title.n > 0 && g->more_text.n == 0)
                g->title = KHCT_JOIN(p->arena, g->title, " ", words);
            else
                g->more_text = KHCT_JOIN(p->arena, g->more_text, " ", words);
            khct_in_use_cell(cell);
        } else if (is_data(p, c)) {
            join_lines(p, &last->cells[c], cell);
        }
    }
    khct_in_guess(p->u, place_of(p, row), KHCT_MSG0(IN_GUESS_JOINED), g->block);
}

/* Numbers of rows and of standards say nothing that the plan does not. */
static void use_number(khct_in_planning *p, uint32_t row)
{
    for (uint32_t c = 0; c < p->sheet->table->columns; c++) {
        khct_in_cell *cell = khct_in_cell_from(p->sheet->table, row, c);
        khct_in_role role = p->sheet->columns[c].role;
        bool bare = role == KHCT_IN_ROLE_NONE && p->sheet->columns[c].heading.n == 0 && c == 0;
        bool counts = role == KHCT_IN_ROLE_NUMBER || role == KHCT_IN_ROLE_STANDARD || bare;
        if (cell == NULL || !counts)
            continue;
        khct_str text = khct_in_cell_text(p->arena, cell);
        bool number = khct_in_leading_number(text) > 0;
        if (khct_in_words(text) == 1 && text.n <= 8 && (number || role == KHCT_IN_ROLE_NUMBER))
            khct_in_use_cell(cell);
    }
}

static bool any_data(khct_in_planning *p, uint32_t row)
{
    for (uint32_t c = 0; c < p->sheet->table->columns; c++)
        if (is_data(p, c) && text_of(p, row, c).n > 0)
            return true;
    return false;
}

/* A row of its own for a criterion, above its tasks. */
static bool take_named_row(khct_in_planning *p, uint32_t row)
{
    uint32_t c = 0;
    size_t begin;
    if (filled(p, row, &c) != 1 || c == p->criterion)
        return false;
    khct_str text = text_of(p, row, c);
    bool named =
        khct_in_criterion(text, p->standard, &begin).standard > 0 && begin == 0 && text.p[0] > '9';
    if (!named || !khct_in_take_criterion_cell(p, row, khct_in_cell_from(p->sheet->table, row, c)))
        return false;
    p->under = p->current;
    return true;
}

/* "Tổng cộng": sums are worked out, not typed. */
static bool take_total(khct_in_planning *p, uint32_t row)
{
    for (uint32_t c = 0; c < p->sheet->table->columns; c++) {
        khct_str text = text_of(p, row, c);
        if (text.n == 0)
            continue;
        khct_str folded = khct_fold_bare(p->arena, text);
        if (!khct_in_starts_any(folded, KHCT_IN_WORD_TOTAL) &&
            !khct_in_is_any(folded, KHCT_IN_WORD_TOTAL_ALONE))
            return false;
        khct_in_keep_row(p->u, p->parent, p->sheet, row, true);
        return true;
    }
    return false;
}

/* The heading again, as on a new page. */
static bool take_heading_again(khct_in_planning *p, uint32_t row)
{
    uint32_t same = 0, other = 0;
    for (uint32_t c = 0; c < p->sheet->table->columns; c++) {
        khct_str text = text_of(p, row, c), heading = p->sheet->columns[c].heading;
        if (text.n == 0)
            continue;
        bool again = khct_str_eq(khct_fold_bare(p->arena, text), khct_fold_bare(p->arena, heading));
        same += again;
        other += !again;
    }
    if (same < 2 || other > 0)
        return false;
    khct_in_keep_row(p->u, p->parent, p->sheet, row, false);
    return true;
}

/* Another way to the content of the row above, whose cell spans both. */
static bool goes_under(khct_in_planning *p, uint32_t row)
{
    uint32_t c = khct_in_field_at(p->sheet, KHCT_K_NOIDUNG);
    const khct_in_cell *content =
        c == KHCT_NONE || c == p->main ? NULL : khct_in_cell_at(p->sheet->table, row, c);
    return p->current != NULL && p->current->tasks.n > 0 && content != NULL && content->row < row &&
           content->lines.n > 0;
}

/* What a column of that field holds, as khct_in_kind_of_words tells it. */
static khct_keyword kind_of_field(khct_keyword field)
{
    switch (field) {
    case KHCT_K_PHOIHOP:
    case KHCT_K_GIAMSAT: return KHCT_K_CHUTRI;
    case KHCT_K_BAOCAO: return KHCT_K_THOIGIAN;
    case KHCT_K_NGUONLUC: return KHCT_K_KINHPHI;
    default: return field;
    }
}

/* The first column from `c` on, up to `last`, for what the words could only be; else `c`. */
static uint32_t column_for(khct_in_planning *p, khct_str words, uint32_t c, uint32_t last)
{
    khct_keyword kind =
        khct_in_kind_of_words(p->arena, p->u->library, p->u->roles, khct_str_trim(words));
    for (uint32_t k = c; k <= last && kind != KHCT_KEYWORD_NONE; k++)
        if (is_data(p, k) && kind_of_field(p->sheet->columns[k].field) == kind)
            return k;
    return c;
}

/* A pasted row that lost tabs, without empty places between its cells: those that could only be
 * people, a time or money go on to the column of such, and those after them with them. */
static void fit_short_row(khct_in_planning *p, uint32_t row)
{
    khct_in_table *t = p->sheet->table;
    uint32_t cells = 0, to = 0, *at = t->at + (size_t)row * t->columns;
    for (; cells < t->columns && at[cells] > 0; cells++)
        if (khct_in_cell_from(t, row, cells) == NULL || t->cells.at[at[cells] - 1].rows > 1)
            return; /* merged cells stand where they stand */
    for (uint32_t c = cells; c < t->columns; c++)
        if (at[c] > 0)
            return;
    uint32_t *moved = khct_alloc_array(p->arena, t->columns, sizeof *moved);
    for (uint32_t c = 0; c < cells; c++, to++) {
        khct_str words = text_of(p, row, c);
        if (is_data(p, to) && words.n > 0)
            to = column_for(p, words, to, t->columns - cells + c);
        moved[to] = at[c];
    }
    memcpy(at, moved, t->columns * sizeof *at);
    for (uint32_t c = 0; c < t->columns; c++)
        if (at[c] > 0)
            t->cells.at[at[c] - 1].column = c;
    khct_in_guess(p->u, place_of(p, row),
                  to > cells ? KHCT_MSG0(IN_GUESS_FITTED) : KHCT_MSG0(IN_GUESS_SHORT),
                  p->current->block);
}

static void take_row(khct_in_planning *p, uint32_t row)
{
    uint32_t first;
    if (take_heading_again(p, row))
        return;
    khct_in_cell *of = khct_in_cell_at(p->sheet->table, row, p->criterion);
    use_number(p, row);
    if (filled(p, row, &first) == 0 || take_head_row(p, row) || take_named_row(p, row) ||
        take_total(p, row))
        return;
    if (continues(p, row)) {
        take_continuation(p, row);
        return;
    }
    bool named = false;
    if (of != NULL && of->row == row && of->lines.n > 0)
        named = khct_in_take_criterion_cell(p, row, of);
    bool spanned = of != NULL && of->row < row;
    bool empty = of == NULL || of->lines.n == 0;
    if (!any_data(p, row))
        return;
    if (!named && p->under == NULL && !(p->criterion == KHCT_NONE && goes_under(p, row)) &&
        (p->current == NULL || !(spanned || empty || p->criterion == KHCT_NONE) ||
         p->criterion == KHCT_NONE))
        p->current = khct_in_add_group(p, khct_in_no_group(row));
    if (!p->placed && khct_in_cell_at(p->sheet->table, row, p->sheet->table->columns - 1) == NULL)
        fit_short_row(p, row);
    fill_task(p, khct_in_add_task(p, row), row);
}

/* --- groups to blocks --- */

static bool same_lines(const khct_in_paragraphs *a, const khct_in_paragraphs *b)
{
    if (a->n != b->n)
        return false;
    for (size_t i = 0; i < a->n; i++)
        if (a->at[i] != b->at[i])
            return false;
    return a->n > 0;
}

/* A cell that spans all tasks belongs to the criterion. */
static void lift_shared(khct_in_planning *p, khct_in_group *g, khct_in_task *shared)
{
    for (uint32_t c = 0; c < p->sheet->table->columns && g->tasks.n > 1; c++) {
        bool all = is_data(p, c) && c != p->main;
        for (size_t i = 1; i < g->tasks.n && all; i++)
            all = g->tasks.at[i].copied[c] &&
                  same_lines(&g->tasks.at[i].cells[c], &g->tasks.at[0].cells[c]);
        if (!all)
            continue;
        shared->cells[c] = g->tasks.at[0].cells[c];
        for (size_t i = 0; i < g->tasks.n; i++)
            g->tasks.at[i].cells[c].n = 0;
        khct_in_place place = place_of(p, g->tasks.at[0].row);
        place.column = c + 1;
        khct_in_guess(p->u, place, KHCT_MSG0(IN_GUESS_SHARED), g->block);
    }
}

static void put_head(khct_in_planning *p, khct_in_group *g)
{
    khct_sketch *block = g->block;
    khct_str target = block->head;
    khct_strs parts = {0};
    if (g->level.n > 0 && target.n > 0) { /* another level is to be met, or the block was there */
        khct_sketch_comment(p->arena, block, g->level);
        g->level = KHCT_STR("");
    }
    if (g->earlier) {
        if (g->title.n > 0 && block->title.n == 0)
            block->title = g->title;
        else if (g->title.n > 0)
            khct_sketch_comment(p->arena, block, g->title);
        return;
    }
    if (g->item > 0)
        khct_push(p->arena, &parts) = khct_str_number(p->arena, g->item);
    else if (block->opens == KHCT_B_TIEUCHI)
        khct_push(p->arena, &parts) =
            khct_in_level_head(p->u, place_of(p, g->row), g->id, g->level, block);
    if (target.n > 0)
        khct_push(p->arena, &parts) = target;
    block->head = khct_str_list(p->arena, &parts, KHCT_STR(" "));
    if (g->title.n > 0 && block->title.n == 0)
        block->title = g->title;
    if (g->list.n > 0)
        khct_in_say_text(p, block, KHCT_K_TIEUCHI, g->list);
}

/* The rest of the criterion's cell: weak points, or how things stand. */
static void put_more(khct_in_planning *p, khct_in_group *g)
{
    if (g->more_text.n == 0)
        return;
    bool weak = g->weak || khct_in_says_weak(p->arena, g->more_text);
    khct_in_paragraph *made = khct_in_bare(p->arena, NULL, g->more_text);
    khct_in_paragraphs lines = {0};
    khct_in_cell cell = {0};
    khct_push(p->arena, &cell.lines) = made;
    add_lines(p, &lines, &cell);
    khct_in_put_lines(p, g->block, weak ? KHCT_K_DIEMYEU : KHCT_K_HIENTRANG, &lines);
    if (!g->weak)
        khct_in_guess(p->u, place_of(p, g->row),
                      KHCT_MSG(IN_GUESS_POINT, KHCT_STR(""),
                               khct_folded_space(p->arena, g->more_text),
                               khct_criterion_text(p->arena, g->id)),
                      g->block);
}

/* The workbook gives the task a name of its own. */
static bool is_named(khct_in_planning *p, const khct_in_task *t)
{
    khct_sketch probe = {.opens = KHCT_B_VIEC};
    uint32_t c = khct_in_role_at(p->sheet, KHCT_IN_ROLE_TASK);
    khct_in_cell *cell = khct_in_cell_from(p->sheet->table, t->row, c);
    if (cell == NULL || cell->lines.n == 0)
        return false;
    khct_in_put_name(p, &probe, t);
    return probe.title.n > 0;
}

/* What several tasks of a row have in common: the criterion's, where no other row says it; else
 * that of each of them, which are those from `made` on. */
static void share(khct_in_planning *p, khct_in_group *g, const khct_in_group *whole, size_t row,
                  size_t made, uint32_t c, const khct_in_paragraphs *lines,
                  khct_in_paragraphs *shared)
{
    bool own = row > 0;
    for (size_t k = row + 1; k < whole->tasks.n; k++)
        own |= whole->tasks.at[k].cells[c].n > 0;
    if (!own)
        khct_in_push_range(p, shared, lines, 0, lines->n);
    for (size_t k = made; own && k < g->tasks.n; k++)
        khct_in_push_range(p, &g->tasks.at[k].cells[c], lines, 0, lines->n);
}

static void write_group(khct_in_planning *p, khct_in_group *g)
{
    uint32_t columns = p->sheet->table->columns;
    khct_in_task shared = {.row = g->row};
    shared.cells = khct_alloc_array(p->arena, columns + (size_t)1, sizeof *shared.cells);
    khct_in_group whole = *g;
    g->tasks.at = NULL;
    g->tasks.n = g->tasks.capacity = 0;
    for (size_t i = 0; i < whole.tasks.n; i++) {
        khct_in_task of_row;
        size_t made = g->tasks.n;
        khct_in_split_task(p, g, &whole.tasks.at[i], &of_row);
        for (uint32_t c = 0; of_row.cells != NULL && c < columns; c++)
            share(p, g, &whole, i, made, c, &of_row.cells[c], &shared.cells[c]);
    }
    if (whole.tasks.n == g->tasks.n)
        lift_shared(p, g, &shared);
    put_more(p, g);
    khct_in_put_cells(p, g, g->block, &shared);
    bool more = g->earlier && g->block->children.n > 0;
    if (g->tasks.n == 1 && !more &&
        !(g->block->opens == KHCT_B_TIEUCHI && is_named(p, &g->tasks.at[0]))) {
        khct_in_put_cells(p, g, g->block, &g->tasks.at[0]);
    } else {
        for (size_t i = 0; i < g->tasks.n; i++)
            khct_in_put_cells(p, g, khct_sketch_block(p->arena, g->block, KHCT_K_VIEC, KHCT_B_VIEC),
                              &g->tasks.at[i]);
    }
    put_head(p, g);
    if (g->block->children.n == 0) { /* a criterion without a khct_in_task */
        khct_str words = KHCT_JOIN(p->arena, khct_in_place_text(p->arena, place_of(p, g->row)),
                                   ": tiêu chí ", g->block->head, " ", g->block->title);
        g->block->kind = KHCT_SKETCH_COMMENT;
        khct_sketch_say(p->arena, g->block, KHCT_PARAGRAPH, words);
    }
}

/* Columns whose cells told what they hold. */
static void say_content(khct_in_planning *p)
{
    for (uint32_t c = 0; c < p->sheet->table->columns; c++) {
        const khct_in_column *column = &p->sheet->columns[c];
        khct_in_place place = {
            .table = p->sheet->table->number, .row = p->sheet->head + 1, .column = c + 1};
        if (column->by_content)
            khct_in_guess(p->u, place,
                          KHCT_MSG(IN_GUESS_COLUMN, KHCT_STR(""), column->heading,
                                   khct_str_of(khct_keyword_at(column->field == KHCT_KEYWORD_NONE
                                                                   ? KHCT_K_TIEUCHI
                                                                   : column->field)
                                                   ->marked)),
                          NULL);
    }
}

void khct_in_take_plan(khct_in_plan *u, khct_in_sheet *sheet)
{
    khct_in_planning p = {.u = u, .arena = u->arena, .sheet = sheet, .parent = u->top};
    p.placed = sheet->table->name.n > 0;
    p.criterion = khct_in_role_at(sheet, KHCT_IN_ROLE_CRITERION);
    p.main = khct_in_field_at(sheet, KHCT_K_GIAIPHAP);
    if (p.main == KHCT_NONE)
        p.main = khct_in_field_at(sheet, KHCT_K_NOIDUNG);
    khct_in_keep_heading(u, u->top, sheet);
    say_content(&p);
    if (p.criterion == KHCT_NONE && u->criterion != NULL) {
        khct_in_group *g = khct_alloc(u->arena, sizeof *g);
        *g = khct_in_no_group(sheet->body);
        g->block = u->criterion;
        g->earlier = true;
        khct_push(u->arena, &p.groups) = g;
        p.current = p.under = g;
    }
    for (uint32_t row = sheet->body; row < sheet->table->rows; row++)
        take_row(&p, row);
    for (size_t i = 0; i < p.groups.n; i++)
        write_group(&p, p.groups.at[i]);
    for (uint32_t row = 0; row < sheet->table->rows; row++)
        khct_in_keep_row(u, u->top, sheet, row, true);
}

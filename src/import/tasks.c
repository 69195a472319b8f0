/* The table of a plan: rows to criteria and tasks. */
#include "import/understand.h"

#include "text/fold.h"

#include <stdio.h>

typedef KHCT_VEC(khct_in_paragraph *) paragraphs;

/* A task: for each column of the table the paragraphs that are its own. */
typedef struct task {
    uint32_t row;
    paragraphs *cells;
    bool *copied; /* the cell stands for an earlier task too */
} task;

/* A criterion, an item of level 4, or (neither) a content of its own. */
typedef struct group {
    khct_criterion_id id;
    uint32_t item;      /* `khoản`; 0: none */
    khct_str list;      /* several criteria: "1.3, 1.4" */
    khct_str title;     /* as written; or empty */
    paragraphs more;    /* what else stands in the criterion's cell */
    khct_str more_text; /* the rest of the line that has its number, where that is no title */
    bool weak;          /* it is called a weak point there */
    KHCT_VEC(task) tasks;
    khct_sketch *block;
    bool earlier; /* the block was there before the table */
    uint32_t row;
} group;

typedef struct planning {
    khct_in_plan *u;
    khct_in_sheet *sheet;
    KHCT_VEC(group *) groups;
    group *current, *under; /* under: what a line above names, for rows that do not; or NULL */
    khct_sketch *parent;    /* where comments go between the groups */
    uint32_t standard;
    bool items;               /* rows of level 4 */
    uint32_t main, criterion; /* columns; KHCT_NONE */
} planning;

static khct_in_cell *begin_cell(const khct_in_sheet *sheet, uint32_t row, uint32_t c)
{
    khct_in_cell *cell = khct_in_cell_at(sheet->table, row, c);
    return cell != NULL && cell->row == row && cell->column == c ? cell : NULL;
}

static khct_str text_of(planning *p, uint32_t row, uint32_t c)
{
    const khct_in_cell *cell = c == KHCT_NONE ? NULL : begin_cell(p->sheet, row, c);
    return cell == NULL ? KHCT_STR("") : khct_str_trim(khct_in_cell_text(p->u->arena, cell));
}

static khct_in_place place_of(const planning *p, uint32_t row)
{
    return (khct_in_place){.table = p->sheet->table->number, .row = row + 1};
}

static khct_str where(const planning *p, uint32_t row)
{
    return khct_in_place_text(p->u->arena, place_of(p, row));
}

/* --- rows that head others --- */

static size_t filled(planning *p, uint32_t row, uint32_t *which)
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

static uint32_t number_behind(khct_str folded, const char *word)
{
    khct_str wanted = khct_str_of(word);
    size_t at = khct_str_starts(folded, word) ? wanted.n : folded.n;
    uint32_t value = 0;
    for (size_t n = 0; at < folded.n && folded.p[at] >= '0' && folded.p[at] <= '9' && n < 2; n++)
        value = value * 10 + (uint32_t)(folded.p[at++] - '0');
    return at == folded.n || folded.p[at] == ' ' ? value : 0;
}

/* "Tiêu chuẩn 1: …", "MỨC 1, 2, 3", "I. …", dots. True where the row says no more. */
static bool take_head_row(planning *p, uint32_t row)
{
    uint32_t c = 0;
    if (filled(p, row, &c) != 1)
        return false;
    const khct_in_cell *cell = begin_cell(p->sheet, row, c);
    khct_str text = text_of(p, row, c), folded = khct_fold_bare(p->u->arena, text);
    uint32_t standard = number_behind(folded, "tieu chuan ");
    bool level = khct_str_starts(folded, "muc ") && khct_in_words(folded) <= 12;
    bool wide = cell->columns * 2 > p->sheet->table->columns;
    khct_in_sign sign = khct_in_beginning_in(text).sign;
    size_t begin, end;
    bool criterion = khct_in_criterion(text, p->standard, &begin, &end).standard > 0 && begin == 0;
    bool other = folded.n == 0 || sign == KHCT_IN_SIGN_ROMAN ||
                 (wide && !criterion && khct_in_words(folded) <= 40 && c != p->main);
    if (standard == 0 && !level && !other && !khct_in_says(folded, "cac khoan"))
        return false;
    if (standard > 0)
        p->standard = standard;
    if (level)
        p->items = number_behind(folded, "muc ") == 4;
    khct_in_keep_row(p->u, p->parent, p->sheet, row, false);
    p->current = NULL;
    return true;
}

/* --- the criterion's cell --- */

static khct_str skip_signs(khct_str s)
{
    s = khct_str_trim(s);
    while (s.n > 0 && (strchr(".:-),;/", s.p[0]) != NULL || khct_str_starts(s, "–"))) {
        size_t n = strchr(".:-),;/", s.p[0]) != NULL ? 1 : 3;
        s = khct_str_trim(khct_str_sub(s, n, s.n));
    }
    return s;
}

/* How many words of the title (in parts of 100) stand in the other one. */
static size_t overlap(khct_arena *arena, khct_str title, khct_str other)
{
    khct_str a = khct_fold_bare(arena, title), b = khct_fold_bare(arena, other);
    size_t words = 0, both = 0;
    for (size_t at = 0; at < a.n;) {
        size_t end = at;
        while (end < a.n && a.p[end] != ' ')
            end++;
        words++;
        both += khct_in_says(b, khct_cstr(arena, khct_str_sub(a, at, end)));
        at = end + 1;
    }
    return words == 0 ? 0 : both * 100 / words;
}

/* Words of what is not as it should be. */
static bool says_weak(khct_arena *arena, khct_str text)
{
    static const char *const WEAK[] = {"chua",    "khong",  "thieu",   "ieu",
                                       "han che", "con it", "con cham"};
    khct_str folded = khct_fold_bare(arena, text);
    for (size_t i = 0; i < sizeof WEAK / sizeof *WEAK; i++)
        if (khct_in_says(folded, WEAK[i]))
            return true;
    return false;
}

static bool is_title(planning *p, const group *g, khct_str text)
{
    enum { SHORT = 14, LONG = 34, ALIKE = 60 };
    const khct_catalogue *catalogue = p->u->catalogue;
    if (text.n == 0 || text.n > 400 || khct_in_goes_on_small(text) || g->weak)
        return false;
    for (size_t i = 0; catalogue != NULL && i < catalogue->criteria.n; i++)
        if (overlap(p->u->arena, text, catalogue->criteria.at[i].title) >= ALIKE)
            return true;
    return khct_in_words(text) <=
           (says_weak(p->u->arena, text) || khct_str_ends(text, ".") ? SHORT : LONG);
}

/* "1.3, 1.4": more than one. */
static khct_str more_criteria(planning *p, khct_str text, khct_criterion_id first, size_t at)
{
    khct_strs list = {0};
    khct_push(p->u->arena, &list) = khct_criterion_text(p->u->arena, first);
    while (at < text.n) {
        size_t begin, end;
        khct_str rest = khct_str_sub(text, at, text.n);
        size_t skip = 0;
        while (skip < rest.n &&
               (khct_space_at(rest, skip) > 0 || strchr(",;", rest.p[skip]) != NULL))
            skip++;
        rest = khct_str_sub(rest, skip, rest.n);
        if (khct_str_starts(rest, "và "))
            rest = khct_str_sub(rest, strlen("và "), rest.n);
        khct_criterion_id id = khct_in_criterion(rest, p->standard, &begin, &end);
        if (id.standard == 0 || begin > 0)
            break;
        khct_push(p->u->arena, &list) = khct_criterion_text(p->u->arena, id);
        at = (size_t)(rest.p - text.p) + end;
    }
    return list.n > 1 && at == text.n ? khct_str_list(p->u->arena, &list, KHCT_STR(", "))
                                      : KHCT_STR("");
}

/* The block of a criterion that an earlier table, or a line, made. */
static khct_sketch *find_block(const khct_in_plan *u, khct_criterion_id id)
{
    khct_str code = khct_criterion_text(u->arena, id);
    for (size_t i = 0; i < u->top->children.n; i++) {
        khct_sketch *d = u->top->children.at[i];
        if (d->kind == KHCT_SKETCH_BLOCK && d->keyword == KHCT_K_TIEUCHI && d->head.n > 0 &&
            khct_str_eq(khct_str_sub(d->head, 0, khct_str_find(d->head, KHCT_STR(" "))), code))
            return d;
    }
    return NULL;
}

static group no_group(uint32_t row)
{
    return (group){
        .row = row, .list = KHCT_STR(""), .title = KHCT_STR(""), .more_text = KHCT_STR("")};
}

static group *add_group(planning *p, group g)
{
    /* a criterion that comes again is the same one */
    for (size_t i = 0; i < p->groups.n; i++) {
        group *old = p->groups.at[i];
        bool same = g.id.standard > 0 && khct_criterion_cmp(old->id, g.id) == 0 &&
                    old->list.n == 0 && g.list.n == 0;
        if (same || (g.item > 0 && old->item == g.item))
            return old;
    }
    group *made = khct_alloc(p->u->arena, sizeof *made);
    *made = g;
    khct_push(p->u->arena, &p->groups) = made;
    bool one = g.list.n == 0 && g.id.standard > 0;
    if (one && find_block(p->u, g.id) != NULL) {
        made->block = find_block(p->u, g.id);
        made->earlier = true;
    } else if (g.item > 0)
        made->block = khct_sketch_block(p->u->arena, p->u->top, KHCT_K_KHOAN, KHCT_B_KHOAN);
    else if (one)
        made->block = khct_sketch_block(p->u->arena, p->u->top, KHCT_K_TIEUCHI, KHCT_B_TIEUCHI);
    else
        made->block = khct_sketch_block(p->u->arena, p->u->top, KHCT_K_VIEC, KHCT_B_VIECLON);
    return made;
}

/* A label that names what follows: "Điểm yếu" alone, or before a colon. */
static bool is_weak_label(khct_arena *arena, khct_str text)
{
    khct_str folded = khct_fold_bare(arena, text);
    return khct_str_is(folded, "diem ieu") || khct_str_is(folded, "han che") ||
           khct_str_is(folded, "ton tai");
}

/* The form goes by contents of improvement, which the workbook names, and not by criteria. */
static bool by_content(const planning *p)
{
    if (khct_in_role_at(p->sheet, KHCT_IN_ROLE_TASK) == KHCT_NONE || p->u->form == NULL)
        return false;
    for (size_t i = 0; i < p->u->form->sections.n; i++)
        if (p->u->form->sections.at[i].content == KHCT_CONTENT_PROBLEMS)
            return true;
    return false;
}

/* What stands in the cell of a criterion: its number, its title, and perhaps its weak points. */
static bool take_criterion(planning *p, uint32_t row, khct_in_cell *cell)
{
    size_t begin = 0, end = 0;
    khct_str text = khct_in_cell_text(p->u->arena, cell);
    khct_str folded = khct_fold_bare(p->u->arena, text);
    group g = no_group(row);
    uint32_t standard = p->standard;
    uint32_t c = khct_in_role_at(p->sheet, KHCT_IN_ROLE_STANDARD);
    khct_in_cell *of = c == KHCT_NONE ? NULL : khct_in_cell_at(p->sheet->table, row, c);
    if (of != NULL) {
        khct_str number = khct_fold_bare(p->u->arena, khct_in_cell_text(p->u->arena, of));
        uint32_t now = number_behind(number, "tieu chuan ");
        now = now > 0 ? now : number_behind(number, "");
        p->standard = standard = now > 0 ? now : standard;
    }
    uint32_t item = number_behind(folded, "khoan ");
    if (p->items && item == 0)
        item = number_behind(folded, "");
    if (item > 0 && (p->items || khct_str_starts(folded, "khoan "))) {
        g.item = item;
        begin = 0;
        size_t digits = 0;
        while (digits < text.n && !(text.p[digits] >= '0' && text.p[digits] <= '9'))
            digits++;
        while (digits < text.n && text.p[digits] >= '0' && text.p[digits] <= '9')
            digits++;
        end = digits;
    } else {
        g.id = khct_in_criterion(text, standard, &begin, &end);
        uint32_t lone = g.id.standard == 0 ? number_behind(folded, "") : 0;
        if (lone > 0 && standard > 0 && of != NULL && khct_in_words(text) == 1) {
            g.id = (khct_criterion_id){(uint16_t)standard, (uint16_t)lone};
            end = text.n;
        }
        if (g.id.standard == 0)
            return false;
    }
    if (of != NULL && of->row == row && khct_in_words(khct_in_cell_text(p->u->arena, of)) <= 3)
        for (size_t i = 0; i < of->lines.n; i++)
            of->lines.at[i]->used = true;
    g.list = more_criteria(p, text, g.id, end);
    if (g.list.n == 0 && g.id.standard > 0 && by_content(p))
        g.list = khct_criterion_text(p->u->arena, g.id);
    khct_str before = khct_str_trim(khct_str_sub(text, 0, begin));
    g.weak = is_weak_label(p->u->arena, before);
    khct_str after =
        g.list.n > 0 && !by_content(p) ? KHCT_STR("") : skip_signs(khct_str_sub(text, end, text.n));
    size_t line = khct_str_find(after, KHCT_STR("\n"));
    khct_str first = khct_str_trim(khct_str_sub(after, 0, line)),
             rest = khct_str_trim(khct_str_sub(after, line, after.n));
    /* a title over two lines */
    while (rest.n > 0 && khct_in_goes_on_small(rest) && !khct_in_ends(first)) {
        size_t next = khct_str_find(rest, KHCT_STR("\n"));
        first = khct_folded_space(
            p->u->arena,
            khct_str_join(p->u->arena,
                          (khct_str[]){first, KHCT_STR(" "), khct_str_sub(rest, 0, next)}, 3));
        rest = khct_str_trim(khct_str_sub(rest, next, rest.n));
    }
    khct_strs more = {0};
    if (begin > 0 && !g.weak && before.n > 0)
        khct_push(p->u->arena, &more) = before;
    if (is_title(p, &g, first)) {
        while (khct_str_ends(first, ".") || khct_str_ends(first, ":"))
            first.n--;
        g.title = khct_folded_space(p->u->arena, first);
    } else if (first.n > 0)
        khct_push(p->u->arena, &more) = first;
    if (rest.n > 0)
        khct_push(p->u->arena, &more) = rest;
    khct_str more_text = khct_str_list(p->u->arena, &more, KHCT_STR("\n"));
    size_t count = p->groups.n;
    group *made = add_group(p, g);
    bool old = p->groups.n == count;
    if (!old)
        made->more_text = more_text;
    else if (more_text.n > 0 || (g.title.n > 0 && !khct_str_eq(g.title, made->title))) {
        khct_sketch_comment(p->u->arena, made->block, khct_folded_space(p->u->arena, text));
    }
    for (size_t i = 0; i < cell->lines.n; i++)
        cell->lines.at[i]->used = true;
    khct_str own = khct_str_sub(text, begin, end);
    if (g.id.standard > 0 &&
        (memchr(own.p, ',', own.n) != NULL || (memchr(own.p, '.', own.n) == NULL && of == NULL)))
        khct_in_remark_on(p->u, KHCT_KH8034,
                          KHCT_MSG(IN_GUESS_CRITERION, where(p, row), khct_str_trim(own),
                                   khct_criterion_text(p->u->arena, g.id)),
                          made->block);
    if (g.id.number == 1 && p->current != NULL && p->current->id.number == 9 &&
        p->current->id.standard == g.id.standard)
        khct_in_remark_on(
            p->u, KHCT_KH8034,
            KHCT_MSG(IN_GUESS_TEN, where(p, row), khct_criterion_text(p->u->arena, g.id),
                     khct_criterion_text(p->u->arena, (khct_criterion_id){g.id.standard, 10})),
            made->block);
    p->current = made;
    return true;
}

/* --- rows to tasks --- */

static task *add_task(planning *p, uint32_t row)
{
    uint32_t columns = p->sheet->table->columns;
    task *t = &khct_push(p->u->arena, &p->current->tasks);
    *t = (task){.row = row};
    t->cells = khct_alloc_array(p->u->arena, columns + (size_t)1, sizeof *t->cells);
    t->copied = khct_alloc_array(p->u->arena, columns + (size_t)1, sizeof *t->copied);
    return t;
}

/* A paragraph a line. */
static void add_lines(planning *p, paragraphs *to, const khct_in_cell *cell)
{
    for (size_t i = 0; i < cell->lines.n; i++) {
        khct_in_paragraph *whole = cell->lines.at[i];
        if (memchr(whole->text.p, '\n', whole->text.n) == NULL) {
            khct_push(p->u->arena, to) = whole;
            continue;
        }
        bool first = true;
        for (size_t from = 0; from <= whole->text.n;) {
            khct_str left = khct_str_sub(whole->text, from, whole->text.n);
            size_t end = khct_str_find(left, KHCT_STR("\n"));
            khct_str words = khct_str_trim(khct_str_sub(left, 0, end));
            from += end + 1;
            if (words.n == 0)
                continue;
            khct_in_paragraph *part = khct_alloc(p->u->arena, sizeof *part);
            *part = *whole;
            part->text = words;
            part->label = first ? whole->label : KHCT_STR("");
            khct_push(p->u->arena, to) = part;
            first = false;
        }
        whole->used = true;
    }
}

static bool is_data(const planning *p, uint32_t c)
{
    return p->sheet->columns[c].role == KHCT_IN_ROLE_FIELD;
}

static void fill_task(planning *p, task *t, uint32_t row)
{
    for (uint32_t c = 0; c < p->sheet->table->columns; c++) {
        khct_in_cell *cell = khct_in_cell_at(p->sheet->table, row, c);
        if (!is_data(p, c) || cell == NULL || cell->column != c)
            continue;
        if (cell->row == row)
            add_lines(p, &t->cells[c], cell);
        else if (p->current->tasks.n > 1) { /* a cell that spans rows: what the task before has */
            t->cells[c] = p->current->tasks.at[p->current->tasks.n - 2].cells[c];
            t->copied[c] = true;
        }
    }
}

/* The row goes on with the one before: the end of a page fell into it. */
static bool continues(planning *p, uint32_t row)
{
    if (p->current == NULL || p->current->tasks.n == 0)
        return false;
    khct_str of = text_of(p, row, p->criterion), words = text_of(p, row, p->main);
    size_t begin, end;
    if (of.n > 0 && (!khct_in_goes_on_small(of) ||
                     khct_in_criterion(of, p->standard, &begin, &end).standard > 0))
        return false;
    const task *last = &p->current->tasks.at[p->current->tasks.n - 1];
    const paragraphs *before = p->main == KHCT_NONE ? NULL : &last->cells[p->main];
    if (words.n == 0)
        return true;
    khct_in_beginning b = khct_in_beginning_in(words);
    return b.sign == KHCT_IN_SIGN_NONE && before != NULL && before->n > 0 &&
           khct_in_goes_on_small(words) && !khct_in_ends(before->at[before->n - 1]->text);
}

/* Appends; a first line that begins small goes on with the last one. */
static void join_lines(planning *p, paragraphs *to, const khct_in_cell *cell)
{
    paragraphs lines = {0};
    add_lines(p, &lines, cell);
    for (size_t i = 0; i < lines.n; i++) {
        khct_in_paragraph *last = to->n > 0 ? to->at[to->n - 1] : NULL;
        khct_in_paragraph *now = lines.at[i];
        bool cut = i == 0 && last != NULL && now->label.n == 0 &&
                   khct_in_goes_on_small(now->text) && !khct_in_ends(last->text);
        if (!cut) {
            khct_push(p->u->arena, to) = now;
            continue;
        }
        khct_in_paragraph *both = khct_alloc(p->u->arena, sizeof *both);
        *both = *last;
        both->text =
            khct_str_join(p->u->arena, (khct_str[]){last->text, KHCT_STR(" "), now->text}, 3);
        last->used = now->used = true;
        to->at[to->n - 1] = both;
    }
}

static void take_continuation(planning *p, uint32_t row)
{
    group *g = p->current;
    task *last = &g->tasks.at[g->tasks.n - 1];
    for (uint32_t c = 0; c < p->sheet->table->columns; c++) {
        khct_in_cell *cell = begin_cell(p->sheet, row, c);
        if (cell == NULL || cell->lines.n == 0)
            continue;
        if (c == p->criterion) {
            khct_str words = khct_folded_space(p->u->arena, khct_in_cell_text(p->u->arena, cell));
            while (khct_str_ends(words, "."))
                words.n--;
            if (g->title.n > 0 && g->more_text.n == 0)
                g->title =
                    khct_str_join(p->u->arena, (khct_str[]){g->title, KHCT_STR(" "), words}, 3);
            else
                g->more_text =
                    khct_str_join(p->u->arena, (khct_str[]){g->more_text, KHCT_STR(" "), words}, 3);
            for (size_t i = 0; i < cell->lines.n; i++)
                cell->lines.at[i]->used = true;
        } else if (is_data(p, c)) {
            join_lines(p, &last->cells[c], cell);
        }
    }
    khct_in_remark_on(p->u, KHCT_KH8034, KHCT_MSG(IN_GUESS_JOINED, where(p, row)), g->block);
}

/* Numbers of rows and of standards say nothing that the plan does not. */
static void use_number(planning *p, uint32_t row)
{
    for (uint32_t c = 0; c < p->sheet->table->columns; c++) {
        khct_in_cell *cell = begin_cell(p->sheet, row, c);
        khct_in_role role = p->sheet->columns[c].role;
        bool counts = role == KHCT_IN_ROLE_NUMBER || role == KHCT_IN_ROLE_STANDARD ||
                      role == KHCT_IN_ROLE_NONE;
        if (cell == NULL || !counts)
            continue;
        khct_str text = khct_in_cell_text(p->u->arena, cell);
        bool number = number_behind(khct_fold_bare(p->u->arena, text), "") > 0;
        if (khct_in_words(text) == 1 && text.n <= 8 && (number || role == KHCT_IN_ROLE_NUMBER))
            for (size_t i = 0; i < cell->lines.n; i++)
                cell->lines.at[i]->used = true;
    }
}

static bool any_data(planning *p, uint32_t row)
{
    for (uint32_t c = 0; c < p->sheet->table->columns; c++)
        if (is_data(p, c) && text_of(p, row, c).n > 0)
            return true;
    return false;
}

/* A row of its own for a criterion, above its tasks. */
static bool take_named_row(planning *p, uint32_t row)
{
    uint32_t c = 0;
    size_t begin, end;
    if (filled(p, row, &c) != 1 || c == p->criterion)
        return false;
    khct_str text = text_of(p, row, c);
    bool named = khct_in_criterion(text, p->standard, &begin, &end).standard > 0 && begin == 0 &&
                 text.p[0] > '9';
    if (!named || !take_criterion(p, row, begin_cell(p->sheet, row, c)))
        return false;
    p->under = p->current;
    return true;
}

/* "Tổng cộng": sums are worked out, not typed. */
static bool take_total(planning *p, uint32_t row)
{
    for (uint32_t c = 0; c < p->sheet->table->columns; c++) {
        khct_str text = text_of(p, row, c);
        if (text.n == 0)
            continue;
        khct_str folded = khct_fold_bare(p->u->arena, text);
        if (!khct_str_starts(folded, "tong cong") && !khct_str_is(folded, "cong") &&
            !khct_str_is(folded, "tong") && !khct_str_starts(folded, "tong kinh phi"))
            return false;
        khct_in_keep_row(p->u, p->parent, p->sheet, row, true);
        return true;
    }
    return false;
}

static void take_row(planning *p, uint32_t row)
{
    khct_in_cell *of =
        p->criterion == KHCT_NONE ? NULL : khct_in_cell_at(p->sheet->table, row, p->criterion);
    use_number(p, row);
    if (take_head_row(p, row) || take_named_row(p, row) || take_total(p, row))
        return;
    if (continues(p, row)) {
        take_continuation(p, row);
        return;
    }
    bool named = false;
    if (of != NULL && of->row == row && of->lines.n > 0)
        named = take_criterion(p, row, of);
    bool spanned = of != NULL && of->row < row;
    bool empty = of == NULL || of->lines.n == 0;
    if (!any_data(p, row))
        return;
    if (!named && p->under == NULL &&
        (p->current == NULL || !(spanned || empty || p->criterion == KHCT_NONE) ||
         p->criterion == KHCT_NONE))
        p->current = add_group(p, no_group(row));
    task *t = add_task(p, row);
    fill_task(p, t, row);
}

/* --- several tasks in one row --- */

static khct_in_paragraph *part_of(planning *p, const khct_in_paragraph *whole, khct_str text)
{
    khct_in_paragraph *part = khct_alloc(p->u->arena, sizeof *part);
    *part = *whole;
    part->text = khct_str_trim(text);
    part->label = text.p == whole->text.p ? whole->label : KHCT_STR("");
    return part;
}

/* The paragraph without the number or dash that told it apart. */
static khct_in_paragraph *without_sign(planning *p, khct_in_paragraph *line)
{
    khct_in_beginning b = khct_in_beginning_of(line);
    if (b.sign == KHCT_IN_SIGN_NONE || b.words.n == 0)
        return line;
    khct_in_paragraph *bare = part_of(p, line, b.words);
    bare->label = KHCT_STR("");
    line->used = true;
    return bare;
}

/* "1. … 2. … 3. …" on one line, each number behind the end of a sentence. */
static void split_numbers(planning *p, paragraphs *lines)
{
    if (lines->n == 0 || lines->at[0]->label.n > 0 || !khct_str_starts(lines->at[0]->text, "1."))
        return;
    paragraphs parts = {0};
    uint32_t next = 1;
    for (size_t i = 0; i < lines->n; i++) {
        khct_in_paragraph *whole = lines->at[i];
        size_t from = 0;
        char sign[8];
        int n = snprintf(sign, sizeof sign, "%u.", next);
        next += khct_str_starts(whole->text, sign);
        for (size_t at = 1; at + 2 < whole->text.n; at++) {
            n = snprintf(sign, sizeof sign, " %u. ", next);
            bool here =
                at + (size_t)n < whole->text.n && memcmp(whole->text.p + at, sign, (size_t)n) == 0;
            if (!here || !khct_in_ends(khct_str_sub(whole->text, from, at)))
                continue;
            khct_push(p->u->arena, &parts) = part_of(p, whole, khct_str_sub(whole->text, from, at));
            from = at + 1;
            next++;
        }
        whole->used |= from > 0;
        khct_push(p->u->arena, &parts) =
            from == 0 ? whole : part_of(p, whole, khct_str_sub(whole->text, from, whole->text.n));
    }
    *lines = parts;
}

/* Words that say the same thing n times, one after the other. */
static void split_repeated(planning *p, paragraphs *lines, size_t n)
{
    if (lines->n == 0 || lines->n >= n)
        return;
    khct_strs all = {0};
    for (size_t i = 0; i < lines->n; i++)
        khct_push(p->u->arena, &all) = lines->at[i]->text;
    khct_str text = khct_folded_space(p->u->arena, khct_str_list(p->u->arena, &all, KHCT_STR(" ")));
    if ((text.n + 1) % n != 0)
        return;
    size_t each = (text.n + 1) / n - 1;
    for (size_t i = 0; i < n; i++)
        if (memcmp(text.p, text.p + i * (each + 1), each) != 0 ||
            (i > 0 && text.p[i * (each + 1) - 1] != ' '))
            return;
    paragraphs parts = {0};
    for (size_t i = 0; i < n; i++) {
        khct_in_paragraph *part =
            part_of(p, lines->at[0], khct_str_sub(text, i * (each + 1), i * (each + 1) + each));
        part->label = KHCT_STR("");
        khct_push(p->u->arena, &parts) = part;
    }
    for (size_t i = 0; i < lines->n; i++)
        lines->at[i]->used = true;
    *lines = parts;
}

/* Lines of a cell put together to items: `sign` begins each. */
static size_t count_items(const paragraphs *lines, khct_in_sign sign)
{
    size_t n = 0;
    for (size_t i = 0; i < lines->n; i++)
        n += khct_in_beginning_of(lines->at[i]).sign == sign;
    return n;
}

/* How the tasks of a cell are told apart. */
static khct_in_sign item_sign(const paragraphs *lines)
{
    if (lines->n == 0)
        return KHCT_IN_SIGN_NONE;
    khct_in_sign first = khct_in_beginning_of(lines->at[0]).sign;
    bool parts =
        first == KHCT_IN_SIGN_NUMBER || first == KHCT_IN_SIGN_ITEM || first == KHCT_IN_SIGN_LETTER;
    return parts && count_items(lines, first) > 1 ? first : KHCT_IN_SIGN_NONE;
}

/* Items of a cell: at[i] is where item i begins, at[n] the end. */
typedef KHCT_VEC(size_t) bounds;

static bounds items_of(planning *p, const paragraphs *lines, khct_in_sign sign)
{
    bounds b = {0};
    for (size_t i = 0; i < lines->n; i++)
        if (i == 0 || sign == KHCT_IN_SIGN_NONE || khct_in_beginning_of(lines->at[i]).sign == sign)
            khct_push(p->u->arena, &b) = i;
    khct_push(p->u->arena, &b) = lines->n;
    return b;
}

static size_t items_in(planning *p, const paragraphs *lines)
{
    return lines->n == 0 ? 0 : items_of(p, lines, item_sign(lines)).n - 1;
}

/* The field that a line names before a colon, *rest: what follows it; the column's own else. */
static khct_keyword labelled(planning *p, khct_keyword field, khct_str text, khct_str *rest)
{
    *rest = text;
    khct_match match = khct_keyword_match(p->u->library->vocabulary, KHCT_B_TIEUCHI, text);
    if (match.keyword == KHCT_KEYWORD_NONE || !match.marked ||
        khct_place_of(KHCT_B_TIEUCHI, match.keyword) == NULL ||
        khct_place_of(KHCT_B_TIEUCHI, match.keyword)->how != KHCT_FIELD)
        return field;
    khct_str behind = khct_str_trim(khct_str_sub(text, match.length, text.n));
    bool time = field == KHCT_K_THOIGIAN || field == KHCT_K_BAOCAO;
    if (!khct_str_starts(behind, ":") || time ||
        (match.keyword == field && field != KHCT_K_CHUTRI && field != KHCT_K_PHOIHOP))
        return field;
    *rest = khct_str_trim(khct_str_sub(behind, 1, behind.n));
    return rest->n == 0 ? field : match.keyword;
}

/* "Chủ trì: …", "Phối hợp: …" are no lines of tasks. */
static bool any_label(planning *p, const paragraphs *lines, khct_keyword field)
{
    khct_str rest;
    for (size_t i = 0; i < lines->n; i++)
        if (labelled(p, field, lines->at[i]->text, &rest) != field ||
            rest.p != lines->at[i]->text.p)
            return true;
    return false;
}

static bool is_parted(planning *p, const task *t, khct_keyword field, size_t n, bool bare)
{
    uint32_t c = khct_in_field_at(p->sheet, field);
    if (c == KHCT_NONE || items_in(p, &t->cells[c]) != n || any_label(p, &t->cells[c], field))
        return false;
    return !bare || item_sign(&t->cells[c]) != KHCT_IN_SIGN_ITEM ||
           item_sign(&t->cells[p->main]) == KHCT_IN_SIGN_ITEM;
}

static void push_range(planning *p, paragraphs *to, const paragraphs *from, size_t begin,
                       size_t end)
{
    for (size_t i = begin; i < end; i++)
        khct_push(p->u->arena, to) = from->at[i];
}

/* The tasks of one row, where its cells show several; else the row as it is. Columns whose lines do
 * not go with the tasks stay whole: *shared. */
static void split_task(planning *p, group *g, const task *t, task *shared)
{
    uint32_t columns = p->sheet->table->columns;
    paragraphs *lines = p->main == KHCT_NONE ? NULL : &t->cells[p->main];
    *shared = (task){.row = t->row};
    if (lines != NULL)
        split_numbers(p, lines);
    khct_in_sign sign = lines == NULL ? KHCT_IN_SIGN_NONE : item_sign(lines);
    size_t n = lines == NULL ? 0 : items_in(p, lines);
    for (uint32_t c = 0; c < columns && n > 1; c++)
        split_repeated(p, &t->cells[c], n);
    bool times = n > 1 && is_parted(p, t, KHCT_K_THOIGIAN, n, false);
    bool people = n > 1 && is_parted(p, t, KHCT_K_CHUTRI, n, true);
    bool numbered =
        n > 1 && sign == KHCT_IN_SIGN_NUMBER && p->sheet->columns[p->main].field == KHCT_K_NOIDUNG;
    if (!(times || people || numbered)) {
        if (lines != NULL && lines->n == 1 &&
            khct_in_beginning_of(lines->at[0]).sign == KHCT_IN_SIGN_NUMBER)
            lines->at[0] = without_sign(p, lines->at[0]);
        khct_push(p->u->arena, &g->tasks) = *t;
        return;
    }
    bounds main = items_of(p, lines, sign);
    size_t first = g->tasks.n;
    for (size_t i = 0; i < n; i++) {
        group *keep = p->current;
        p->current = g;
        task *made = add_task(p, t->row);
        p->current = keep;
        push_range(p, &made->cells[p->main], lines, main.at[i], main.at[i + 1]);
        made->cells[p->main].at[0] = without_sign(p, lines->at[main.at[i]]);
    }
    shared->cells = khct_alloc_array(p->u->arena, columns + (size_t)1, sizeof *shared->cells);
    for (uint32_t c = 0; c < columns; c++) {
        if (c == p->main || t->cells[c].n == 0)
            continue;
        bounds b = items_of(p, &t->cells[c], item_sign(&t->cells[c]));
        bool goes = b.n - 1 == n;
        if (!goes)
            shared->cells[c] = t->cells[c];
        for (size_t i = 0; goes && i < n; i++)
            push_range(p, &g->tasks.at[first + i].cells[c], &t->cells[c], b.at[i], b.at[i + 1]);
    }
    const char *by = sign == KHCT_IN_SIGN_NUMBER ? "số thứ tự"
                     : sign == KHCT_IN_SIGN_ITEM ? "gạch đầu dòng"
                                                 : "dòng";
    khct_in_remark_on(p->u, KHCT_KH8034,
                      KHCT_MSG(IN_GUESS_SPLIT, where(p, t->row), khct_str_of(by)), g->block);
}

/* --- fields --- */

/* "Mức 3", "Đạt mức 2", "Duy trì mức 1", "Duy trì": what a heading says of it; *rest: the other
 * words. Empty: none. */
static khct_str target_in(planning *p, khct_str text, khct_str *rest)
{
    static const struct {
        const char *words;
        const char *head;
    } FORMS[] = {
        {"Duy trì mức độ ", "duytri muc "},
        {"Duy trì mức ", "duytri muc "},
        {"duy trì mức ", "duytri muc "},
        {"DUY TRÌ MỨC ", "duytri muc "},
        {"Duy trì Mức ", "duytri muc "},
        {"Đạt mức ", "muc "},
        {"Đạt Mức ", "muc "},
        {"Mức độ ", "muc "},
        {"Mức ", "muc "},
        {"MỨC ", "muc "},
        {"mức ", "muc "},
        {"đạt mức ", "muc "},
        {"Đạt mức độ ", "muc "},
    };
    text = khct_str_trim(text);
    if (text.n > 0 && text.p[0] == '-')
        text = khct_str_trim(khct_str_sub(text, 1, text.n));
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++) {
        size_t n = strlen(FORMS[i].words);
        if (!khct_str_starts(text, FORMS[i].words) || n >= text.n || text.p[n] < '1' ||
            text.p[n] > '4')
            continue;
        khct_str behind = khct_str_sub(text, n + 1, text.n);
        bool ends = behind.n == 0 || strchr(".;:,-(\n", behind.p[0]) != NULL;
        khct_str words = skip_signs(behind);
        if (!ends || (words.n > 0 && khct_in_goes_on_small(words)))
            continue;
        *rest = words;
        return khct_str_cat(p->u->arena, khct_str_of(FORMS[i].head), khct_str_sub(text, n, n + 1));
    }
    khct_str folded = khct_fold_bare(p->u->arena, text);
    *rest = KHCT_STR("");
    return khct_str_is(folded, "dui tri") ? KHCT_STR("duytri") : KHCT_STR("");
}

static khct_sketch *say_text(planning *p, khct_sketch *block, khct_keyword field, khct_str text)
{
    khct_in_paragraph *made = khct_alloc(p->u->arena, sizeof *made);
    made->text = text;
    made->label = KHCT_STR("");
    return khct_in_put(p->u, block, field, &made, 1);
}

/* "Chủ trì: A; phối hợp: B": bytes before the second. */
static size_t second_people(khct_str text)
{
    static const char *const WORDS[] = {
        "Phối hợp:", "phối hợp:", "Phối hợp :", "PHỐI HỢP:", "Phối hợp thực hiện:"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        size_t at = khct_str_find(text, khct_str_of(WORDS[i]));
        if (at < text.n && at > 0)
            return at;
    }
    return text.n;
}

/* A day in figures (`31/12/2026`) in a text; empty: none. */
static khct_str day_in(khct_str text)
{
    for (size_t at = 0; at < text.n; at++) {
        if (text.p[at] < '0' || text.p[at] > '9')
            continue;
        size_t end = at, slashes = 0;
        while (end < text.n && ((text.p[end] >= '0' && text.p[end] <= '9') || text.p[end] == '/'))
            slashes += text.p[end++] == '/';
        if (slashes == 2 && end - at >= 8)
            return khct_str_sub(text, at, end);
        at = end;
    }
    return KHCT_STR("");
}

/* "45%" in a text; empty: none. */
static khct_str percent_in(khct_str text)
{
    for (size_t at = 0; at < text.n; at++) {
        size_t begin = at;
        while (text.p[at] == '%' && begin > 0 && text.p[begin - 1] >= '0' &&
               text.p[begin - 1] <= '9')
            begin--;
        if (begin < at)
            return khct_str_sub(text, begin, at + 1);
    }
    return KHCT_STR("");
}

/* How far a task is: with a day it is progress, as "Đang thực hiện, 45% (15/01/2027)"; without, a
 * remark. */
static void put_progress(planning *p, khct_sketch *block, const paragraphs *lines)
{
    static const char *const STATES[][2] = {{"hoan thanh", "hoàn thành"},
                                            {"dang thuc hien", "đang thực hiện"},
                                            {"chua", "chưa thực hiện"}};
    khct_strs all = {0};
    for (size_t i = 0; i < lines->n; i++)
        khct_push(p->u->arena, &all) = lines->at[i]->text;
    khct_str text = khct_folded_space(p->u->arena, khct_str_list(p->u->arena, &all, KHCT_STR(" ")));
    khct_str first = lines->at[0]->text, day = day_in(first), percent = percent_in(first);
    khct_str folded = khct_fold_bare(p->u->arena, first);
    const char *state = NULL;
    for (size_t i = 0; i < 3 && state == NULL; i++)
        state = khct_in_says(folded, STATES[i][0]) ? STATES[i][1] : NULL;
    bool own = day.n > 0 && (percent.n > 0 || state != NULL) &&
               khct_str_find(first, KHCT_STR(" (")) < first.n;
    for (size_t i = 0; i < lines->n; i++)
        lines->at[i]->used = true;
    if (!own) {
        bool starts = day.n > 0 && day.p == first.p;
        say_text(p, block, starts ? KHCT_K_TIENDO : KHCT_K_GHICHU, text);
        return;
    }
    khct_strs more = {0};
    for (size_t i = 1; i < lines->n; i++)
        khct_push(p->u->arena, &more) = lines->at[i]->text;
    khct_str rest = khct_str_list(p->u->arena, &more, KHCT_STR(" "));
    khct_str pieces[] = {day, KHCT_STR(" "), percent.n > 0 ? percent : khct_str_of(state),
                         rest.n > 0 ? KHCT_STR(": ") : KHCT_STR(""), rest};
    say_text(p, block, KHCT_K_TIENDO, khct_str_join(p->u->arena, pieces, 5));
}

/* An amount: "36 triệu đồng". */
static bool is_amount(khct_arena *arena, khct_str text)
{
    khct_str folded = khct_fold_bare(arena, text);
    bool figure = false;
    for (size_t i = 0; i < text.n; i++)
        figure |= text.p[i] >= '0' && text.p[i] <= '9';
    return figure && (khct_in_says(folded, "dong") || khct_in_says(folded, "trieu") ||
                      khct_in_says(folded, "ti"));
}

static khct_str last_words(const khct_sketch *field)
{
    return field == NULL || field->words.n == 0 ? KHCT_STR("")
                                                : field->words.at[field->words.n - 1].words;
}

/* "Ba việc:" before a list: the list belongs to it. */
static bool introduced(const khct_sketch *field)
{
    return khct_str_ends(last_words(field), ":") || (field != NULL && field->words.n > 1);
}

/* A label that is not the field's own name stays as a comment. */
static void keep_label(khct_in_plan *u, khct_sketch *block, khct_keyword field, khct_str label)
{
    label = khct_str_trim(label);
    if (label.n > 0 &&
        !khct_str_eq(khct_fold(u->arena, label),
                     khct_fold(u->arena, khct_str_of(khct_keyword_at(field)->marked))))
        khct_sketch_comment(u->arena, block, khct_str_cat(u->arena, label, KHCT_STR(":")));
}

static void put_part(planning *p, khct_sketch *block, khct_keyword field, khct_in_paragraph *line,
                     khct_str text, khct_sketch **open)
{
    khct_str rest;
    khct_keyword to = labelled(p, field, text, &rest);
    if (rest.p != text.p)
        keep_label(p->u, block, to, khct_str_sub(text, 0, khct_str_find(text, KHCT_STR(":"))));
    if (to == KHCT_K_NGUONLUC && is_amount(p->u->arena, rest))
        to = KHCT_K_KINHPHI;
    if (khct_place_of(block->opens, to) == NULL)
        to = KHCT_K_GHICHU;
    khct_in_paragraph *part = line;
    if (rest.p != line->text.p || rest.n != line->text.n) {
        part = khct_alloc(p->u->arena, sizeof *part);
        *part = *line;
        part->text = rest;
        if (rest.p != line->text.p)
            part->label = KHCT_STR("");
    }
    line->used = true;
    const khct_place *place = khct_place_of(block->opens, to);
    bool more = *open != NULL && (*open)->keyword == to && place->times == KHCT_MANY;
    khct_in_sign sign = khct_in_beginning_of(part).sign;
    bool item = sign == KHCT_IN_SIGN_ITEM && !introduced(*open);
    bool joins = more && khct_in_goes_on_small(part->text) && !khct_in_ends(last_words(*open));
    bool each = to == KHCT_K_GIAIPHAP || to == KHCT_K_CHISO;
    bool fresh =
        each && (sign == KHCT_IN_SIGN_NUMBER || sign == KHCT_IN_SIGN_NONE || item) && !joins;
    if (each && (sign == KHCT_IN_SIGN_NUMBER || item)) { /* a field each, which the form numbers */
        khct_in_beginning b = khct_in_beginning_of(part);
        khct_in_paragraph *bare = khct_alloc(p->u->arena, sizeof *bare);
        *bare = *part;
        bare->text = b.words;
        bare->label = KHCT_STR("");
        part = bare;
    }
    if (more && !fresh) { /* goes on in the field that is open */
        khct_sketch holder = {.opens = block->opens};
        khct_push(p->u->arena, &holder.children) = *open;
        size_t before = (*open)->words.n;
        khct_sketch *d = khct_in_put(p->u, &holder, to, &part, 1);
        for (size_t i = 0; d != *open && i < d->words.n; i++)
            khct_push(p->u->arena, &(*open)->words) = d->words.at[i];
        (void)before;
        return;
    }
    *open = khct_in_put(p->u, block, to, &part, 1);
}

static void put_lines(planning *p, khct_sketch *block, khct_keyword field, const paragraphs *lines)
{
    khct_sketch *open = NULL;
    for (size_t i = 0; i < lines->n; i++) {
        khct_str text = lines->at[i]->text;
        size_t second = field == KHCT_K_CHUTRI ? second_people(text) : text.n;
        khct_str first = khct_str_trim(khct_str_sub(text, 0, second));
        while (second < text.n && (khct_str_ends(first, ";") || khct_str_ends(first, ",")))
            first = khct_str_trim(khct_str_sub(first, 0, first.n - 1));
        put_part(p, block, field, lines->at[i], first, &open);
        if (second < text.n)
            put_part(p, block, field, lines->at[i], khct_str_sub(text, second, text.n), &open);
    }
}

/* Task's title: what a form calls the content of an improvement. */
static bool put_title(planning *p, khct_sketch *block, khct_keyword field, paragraphs *lines)
{
    enum { LONGEST = 300 };
    bool heads = block->opens == KHCT_B_VIEC && field == KHCT_K_GIAIPHAP && lines->n > 1 &&
                 khct_in_beginning_of(lines->at[0]).sign == KHCT_IN_SIGN_NONE &&
                 !khct_str_ends(lines->at[0]->text, ":") &&
                 (khct_in_beginning_of(lines->at[1]).sign == KHCT_IN_SIGN_ITEM ||
                  (lines->at[0]->bold && !lines->at[1]->bold));
    bool whole = block->opens == KHCT_B_VIECLON && field == KHCT_K_NOIDUNG && lines->n == 1;
    if (!(heads || whole) || block->title.n > 0 || lines->at[0]->text.n > LONGEST)
        return false;
    khct_in_beginning b = khct_in_beginning_of(lines->at[0]);
    khct_str words = b.sign == KHCT_IN_SIGN_NONE ? lines->at[0]->text : b.words;
    if (khct_in_goes_on_small(words) || words.n == 0)
        return false;
    while (khct_str_ends(words, ".") || khct_str_ends(words, ";"))
        words.n--;
    block->title = khct_folded_space(p->u->arena, words);
    lines->at[0]->used = true;
    for (size_t i = 1; i < lines->n; i++) /* what it heads stays */
        lines->at[i - 1] = lines->at[i];
    return --lines->n == 0;
}

/* What a workbook calls a task: the title, where it is not only its first solution again. */
static void put_name(planning *p, khct_sketch *block, const task *t)
{
    uint32_t c = khct_in_role_at(p->sheet, KHCT_IN_ROLE_TASK);
    uint32_t s = khct_in_field_at(p->sheet, KHCT_K_GIAIPHAP);
    khct_in_cell *cell = c == KHCT_NONE ? NULL : begin_cell(p->sheet, t->row, c);
    khct_str name = cell == NULL
                        ? KHCT_STR("")
                        : khct_folded_space(p->u->arena, khct_in_cell_text(p->u->arena, cell));
    if (name.n == 0)
        return;
    khct_str first = s == KHCT_NONE
                         ? KHCT_STR("")
                         : khct_in_cell_text(p->u->arena, begin_cell(p->sheet, t->row, s));
    bool again =
        khct_str_starts(khct_folded_space(p->u->arena, first), khct_cstr(p->u->arena, name));
    bool titled = block->opens == KHCT_B_VIEC || block->opens == KHCT_B_VIECLON;
    if (!again && !(titled && block->title.n == 0 && !khct_in_goes_on_small(name)))
        return;
    if (!again)
        block->title = name;
    for (size_t i = 0; i < cell->lines.n; i++)
        cell->lines.at[i]->used = true;
}

static void put_target(planning *p, group *g, khct_sketch *block, const paragraphs *lines)
{
    khct_str rest, target = lines->n == 0 ? KHCT_STR("") : target_in(p, lines->at[0]->text, &rest);
    khct_sketch *open = NULL;
    bool may =
        target.n > 0 &&
        (g->block->head.n == 0 || khct_str_ends(g->block->head, khct_cstr(p->u->arena, target))) &&
        (g->block->opens == KHCT_B_TIEUCHI ||
         (g->block->opens == KHCT_B_KHOAN && khct_str_starts(target, "muc 4")));
    if (!may) {
        put_lines(p, block, KHCT_K_KETQUA, lines);
        return;
    }
    g->block->head = target;
    lines->at[0]->used = true;
    if (rest.n > 0)
        put_part(p, block, KHCT_K_KETQUA, lines->at[0], rest, &open);
    paragraphs more = {0};
    push_range(p, &more, lines, 1, lines->n);
    put_lines(p, block, KHCT_K_KETQUA, &more);
}

static void put_cells(planning *p, group *g, khct_sketch *block, const task *t)
{
    if (t->cells != NULL)
        put_name(p, block, t);
    for (uint32_t c = 0; c < p->sheet->table->columns; c++) {
        khct_keyword field = p->sheet->columns[c].field;
        paragraphs *lines = &t->cells[c];
        if (lines->n == 0 || put_title(p, block, field, lines))
            continue;
        if (field == KHCT_K_KETQUA)
            put_target(p, g, block, lines);
        else if (field == KHCT_K_TIENDO)
            put_progress(p, block, lines);
        else
            put_lines(p, block, field, lines);
    }
}

/* --- groups to blocks --- */

static bool same_lines(const paragraphs *a, const paragraphs *b)
{
    if (a->n != b->n)
        return false;
    for (size_t i = 0; i < a->n; i++)
        if (a->at[i] != b->at[i])
            return false;
    return a->n > 0;
}

/* A cell that spans all tasks belongs to the criterion. */
static void lift_shared(planning *p, group *g, task *shared)
{
    for (uint32_t c = 0; c < p->sheet->table->columns && g->tasks.n > 1; c++) {
        bool all = is_data(p, c) && p->sheet->columns[c].field != KHCT_K_GIAIPHAP &&
                   p->sheet->columns[c].field != KHCT_K_NOIDUNG;
        for (size_t i = 1; i < g->tasks.n && all; i++)
            all = g->tasks.at[i].copied[c] &&
                  same_lines(&g->tasks.at[i].cells[c], &g->tasks.at[0].cells[c]);
        if (!all)
            continue;
        shared->cells[c] = g->tasks.at[0].cells[c];
        for (size_t i = 0; i < g->tasks.n; i++)
            g->tasks.at[i].cells[c].n = 0;
        khct_in_remark_on(
            p->u, KHCT_KH8034,
            KHCT_MSG(
                IN_GUESS_SHARED,
                khct_in_place_text(p->u->arena, (khct_in_place){.table = p->sheet->table->number,
                                                                .row = g->tasks.at[0].row + 1,
                                                                .column = c + 1})),
            g->block);
    }
}

static void put_head(planning *p, group *g)
{
    khct_sketch *block = g->block;
    if (g->earlier)
        return;
    khct_str target = block->head;
    khct_strs parts = {0};
    if (g->item > 0)
        khct_push(p->u->arena, &parts) = khct_str_number(p->u->arena, g->item);
    else if (block->opens == KHCT_B_TIEUCHI)
        khct_push(p->u->arena, &parts) = khct_criterion_text(p->u->arena, g->id);
    if (target.n > 0)
        khct_push(p->u->arena, &parts) = target;
    block->head = khct_str_list(p->u->arena, &parts, KHCT_STR(" "));
    if (g->title.n > 0 && block->title.n == 0)
        block->title = g->title;
    if (g->list.n > 0)
        say_text(p, block, KHCT_K_TIEUCHI, g->list);
}

/* The rest of the criterion's cell: weak points, or how things stand. */
static void put_more(planning *p, group *g)
{
    if (g->more_text.n == 0)
        return;
    bool weak = g->weak || says_weak(p->u->arena, g->more_text);
    khct_in_paragraph *made = khct_alloc(p->u->arena, sizeof *made);
    made->text = g->more_text;
    made->label = KHCT_STR("");
    paragraphs lines = {0};
    khct_in_cell cell = {0};
    khct_push(p->u->arena, &cell.lines) = made;
    add_lines(p, &lines, &cell);
    put_lines(p, g->block, weak ? KHCT_K_DIEMYEU : KHCT_K_HIENTRANG, &lines);
    if (!g->weak)
        khct_in_remark_on(p->u, KHCT_KH8034,
                          KHCT_MSG(IN_GUESS_CRITERION, where(p, g->row),
                                   khct_folded_space(p->u->arena, g->more_text),
                                   khct_criterion_text(p->u->arena, g->id)),
                          g->block);
}

/* The workbook gives the task a name of its own. */
static bool is_named(planning *p, const task *t)
{
    khct_sketch probe = {.opens = KHCT_B_VIEC};
    uint32_t c = khct_in_role_at(p->sheet, KHCT_IN_ROLE_TASK);
    khct_in_cell *cell = c == KHCT_NONE ? NULL : begin_cell(p->sheet, t->row, c);
    if (cell == NULL || cell->lines.n == 0)
        return false;
    put_name(p, &probe, t);
    return probe.title.n > 0;
}

static void write_group(planning *p, group *g)
{
    uint32_t columns = p->sheet->table->columns;
    task shared = {.row = g->row};
    shared.cells = khct_alloc_array(p->u->arena, columns + (size_t)1, sizeof *shared.cells);
    group whole = *g;
    g->tasks.at = NULL;
    g->tasks.n = g->tasks.capacity = 0;
    for (size_t i = 0; i < whole.tasks.n; i++) {
        task of_row;
        split_task(p, g, &whole.tasks.at[i], &of_row);
        for (uint32_t c = 0; of_row.cells != NULL && c < columns; c++)
            push_range(p, &shared.cells[c], &of_row.cells[c], 0, of_row.cells[c].n);
    }
    if (whole.tasks.n == g->tasks.n)
        lift_shared(p, g, &shared);
    put_more(p, g);
    put_cells(p, g, g->block, &shared);
    bool more = g->earlier && g->block->children.n > 0;
    if (g->tasks.n == 1 && !more &&
        !(g->block->opens == KHCT_B_TIEUCHI && is_named(p, &g->tasks.at[0]))) {
        put_cells(p, g, g->block, &g->tasks.at[0]);
    } else {
        for (size_t i = 0; i < g->tasks.n; i++)
            put_cells(p, g, khct_sketch_block(p->u->arena, g->block, KHCT_K_VIEC, KHCT_B_VIEC),
                      &g->tasks.at[i]);
    }
    put_head(p, g);
    if (g->block->children.n == 0) { /* a criterion without a task */
        khct_str words = khct_str_join(p->u->arena,
                                       (khct_str[]){where(p, g->row), KHCT_STR(": tiêu chí "),
                                                    g->block->head, KHCT_STR(" "), g->block->title},
                                       5);
        g->block->kind = KHCT_SKETCH_COMMENT;
        khct_sketch_say(p->u->arena, g->block, KHCT_PARAGRAPH, words);
    }
}

void khct_in_take_plan(khct_in_plan *u, khct_in_sheet *sheet)
{
    planning p = {.u = u, .sheet = sheet, .parent = u->top};
    p.criterion = khct_in_role_at(sheet, KHCT_IN_ROLE_CRITERION);
    p.main = khct_in_field_at(sheet, KHCT_K_GIAIPHAP);
    if (p.main == KHCT_NONE)
        p.main = khct_in_field_at(sheet, KHCT_K_NOIDUNG);
    khct_in_keep_heading(u, u->top, sheet);
    if (p.criterion == KHCT_NONE && u->criterion != NULL) {
        group *g = khct_alloc(u->arena, sizeof *g);
        *g = no_group(sheet->body);
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

/* --- criteria outside tables --- */

bool khct_in_take_criterion(khct_in_plan *u, khct_in_paragraph *p)
{
    enum { LONGEST = 400 };
    khct_in_beginning b = khct_in_beginning_of(p);
    size_t begin, end;
    khct_criterion_id id = khct_in_criterion(b.words, 0, &begin, &end);
    if (p->text.n > LONGEST || id.standard == 0 || begin > 0 || b.words.p[0] <= '9')
        return false;
    khct_str title = skip_signs(khct_str_sub(b.words, end, b.words.n));
    while (khct_str_ends(title, ".") || khct_str_ends(title, ":"))
        title.n--;
    if (title.n > 0 && khct_in_goes_on_small(title))
        return false;
    u->criterion = find_block(u, id);
    if (u->criterion == NULL) {
        u->criterion = khct_sketch_block(u->arena, u->top, KHCT_K_TIEUCHI, KHCT_B_TIEUCHI);
        u->criterion->head = khct_criterion_text(u->arena, id);
        u->criterion->title = khct_folded_space(u->arena, title);
    } else if (title.n > 0) {
        khct_sketch_comment(u->arena, u->criterion, khct_in_shown(u->arena, p));
    }
    p->used = true;
    return true;
}

/* The field that the words before a colon name; KHCT_KEYWORD_NONE. *rest: behind the colon. */
static khct_keyword named_field(khct_in_plan *u, khct_str text, khct_str *rest)
{
    size_t colon = khct_str_find(text, KHCT_STR(":"));
    khct_str label = khct_str_sub(text, 0, colon);
    *rest = khct_str_trim(khct_str_sub(text, colon < text.n ? colon + 1 : colon, text.n));
    if (colon == text.n || khct_in_words(label) > 8)
        return KHCT_KEYWORD_NONE;
    khct_in_column column = khct_in_column_of(u->arena, u->library, label);
    khct_keyword field = column.role == KHCT_IN_ROLE_WHEN ? KHCT_K_THOIGIAN : column.field;
    return khct_place_of(KHCT_B_TIEUCHI, field) != NULL ? field : KHCT_KEYWORD_NONE;
}

void khct_in_take_detail(khct_in_plan *u, khct_in_paragraph *p)
{
    khct_in_beginning b = khct_in_beginning_of(p);
    khct_str text = b.words.n > 0 ? b.words : p->text, rest;
    khct_keyword field = named_field(u, text, &rest);
    p->used = true;
    if (field != KHCT_KEYWORD_NONE)
        keep_label(u, u->criterion, field,
                   khct_str_sub(text, 0, khct_str_find(text, KHCT_STR(":"))));
    khct_in_paragraph *part = khct_alloc(u->arena, sizeof *part);
    *part = *p;
    part->label = KHCT_STR("");
    part->text = field == KHCT_KEYWORD_NONE ? text : rest;
    if (field == KHCT_KEYWORD_NONE && part->text.n > 0) {
        khct_in_remark_on(u, KHCT_KH8034,
                          KHCT_MSG(IN_GUESS_DETAIL, khct_in_place_text(u->arena, p->place)),
                          u->criterion);
        field = KHCT_K_GIAIPHAP;
    }
    if (part->text.n > 0)
        khct_in_put(u, u->criterion, field, &part, 1);
    else
        khct_sketch_comment(u->arena, u->criterion, text);
}

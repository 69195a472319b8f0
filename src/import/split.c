/* Several tasks in one row, told apart by numbers, dashes, or lines that go together. */
#include "import/planning.h"

#include "text/fold.h"
#include "text/utf8.h"

#include <stdio.h>

/* The paragraph without the number or dash that told it apart. */
static khct_in_paragraph *without_sign(khct_in_planning *p, khct_in_paragraph *line)
{
    khct_in_beginning b = khct_in_beginning_of(line);
    if (b.sign == KHCT_IN_SIGN_NONE || b.words.n == 0)
        return line;
    line->used = true;
    return khct_in_bare(p->arena, line, b.words);
}

/* "1. … 2. … 3. …" on one line, each number after the end of a sentence. */
static void split_numbers(khct_in_planning *p, khct_in_paragraphs *lines)
{
    if (lines->n == 0 || lines->at[0]->label.n > 0 || !khct_str_starts(lines->at[0]->text, "1."))
        return;
    khct_in_paragraphs parts = {0};
    uint32_t next = 1;
    for (size_t i = 0; i < lines->n; i++) {
        khct_in_paragraph *whole = lines->at[i];
        size_t from = 0;
        char sign[8];
        snprintf(sign, sizeof sign, "%u.", next);
        next += khct_str_starts(whole->text, sign);
        for (size_t at = 1; at + 2 < whole->text.n; at++) {
            int n = snprintf(sign, sizeof sign, " %u. ", next);
            bool here =
                at + (size_t)n < whole->text.n && memcmp(whole->text.p + at, sign, (size_t)n) == 0;
            if (!here || !khct_in_ends(khct_str_sub(whole->text, from, at)))
                continue;
            khct_push(p->arena, &parts) =
                khct_in_piece(p->arena, whole, khct_str_sub(whole->text, from, at));
            from = at + 1;
            next++;
        }
        whole->used |= from > 0;
        khct_push(p->arena, &parts) =
            from == 0
                ? whole
                : khct_in_piece(p->arena, whole, khct_str_sub(whole->text, from, whole->text.n));
    }
    *lines = parts;
}

static khct_str joined(khct_in_planning *p, const khct_in_paragraphs *lines)
{
    khct_strs all = {0};
    for (size_t i = 0; i < lines->n; i++)
        khct_push(p->arena, &all) = lines->at[i]->text;
    return khct_folded_space(p->arena, khct_str_list(p->arena, &all, KHCT_STR(" ")));
}

/* Instead of the lines, these texts. */
static void replace_lines(khct_in_planning *p, khct_in_paragraphs *lines, const khct_strs *texts)
{
    khct_in_paragraphs parts = {0};
    for (size_t i = 0; i < texts->n; i++) {
        khct_push(p->arena, &parts) = khct_in_bare(p->arena, lines->at[0], texts->at[i]);
    }
    for (size_t i = 0; i < lines->n; i++)
        lines->at[i]->used = true;
    *lines = parts;
}

/* People, or sources of money, whose lines were joined on the way here. */
static void split_runs(khct_in_planning *p, khct_in_paragraphs *lines, khct_keyword field, size_t n)
{
    bool people = field == KHCT_K_CHUTRI || field == KHCT_K_PHOIHOP || field == KHCT_K_GIAMSAT;
    bool sources = field == KHCT_K_KINHPHI || field == KHCT_K_DIEUKIEN;
    if (lines->n == 0 || lines->n >= n || !(people || sources))
        return;
    khct_str text = joined(p, lines);
    khct_strs runs =
        people ? khct_in_runs_of_people(p->u, text) : khct_in_runs_of_sources(p->u, text);
    if (runs.n == n)
        replace_lines(p, lines, &runs);
}

/* The last lines of one column that are what the other one holds, and lacks: they slipped over. */
static void move_back(khct_in_planning *p, const khct_in_task *t, khct_keyword from,
                      khct_keyword to, size_t n)
{
    uint32_t a = khct_in_field_at(p->sheet, from), b = khct_in_field_at(p->sheet, to);
    khct_in_paragraphs *out = a == KHCT_NONE ? NULL : &t->cells[a];
    khct_in_paragraphs *in = b == KHCT_NONE ? NULL : &t->cells[b];
    if (out == NULL || in == NULL || out->n != n || in->n >= n || in->n == 0)
        return;
    for (size_t i = 0; i < n; i++) {
        khct_keyword kind =
            khct_in_kind_of_words(p->arena, p->u->library, p->u->roles, out->at[i]->text);
        if ((kind == to) != (i >= in->n))
            return;
    }
    for (size_t i = in->n; i < n; i++) {
        khct_push(p->arena, in) = out->at[i];
        out->at[i] = khct_in_piece(p->arena, out->at[i], KHCT_STR(""));
    }
}

/* Words that say the same thing n times, one after the other. */
static void split_repeated(khct_in_planning *p, khct_in_paragraphs *lines, size_t n)
{
    if (lines->n == 0 || lines->n >= n)
        return;
    khct_str text = joined(p, lines);
    if ((text.n + 1) % n != 0)
        return;
    size_t each = (text.n + 1) / n - 1;
    for (size_t i = 0; i < n; i++)
        if (memcmp(text.p, text.p + i * (each + 1), each) != 0 ||
            (i > 0 && text.p[i * (each + 1) - 1] != ' '))
            return;
    khct_strs parts = {0};
    for (size_t i = 0; i < n; i++)
        khct_push(p->arena, &parts) = khct_str_sub(text, i * (each + 1), i * (each + 1) + each);
    replace_lines(p, lines, &parts);
}

/* Lines of a cell put together to items: `sign` begins each. */
static size_t count_items(const khct_in_paragraphs *lines, khct_in_sign sign)
{
    size_t n = 0;
    for (size_t i = 0; i < lines->n; i++)
        n += khct_in_beginning_of(lines->at[i]).sign == sign;
    return n;
}

/* How the tasks of a cell are told apart. */
static khct_in_sign item_sign(const khct_in_paragraphs *lines)
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

static bounds items_of(khct_in_planning *p, const khct_in_paragraphs *lines, khct_in_sign sign)
{
    bounds b = {0};
    for (size_t i = 0; i < lines->n; i++)
        if (i == 0 || sign == KHCT_IN_SIGN_NONE || khct_in_beginning_of(lines->at[i]).sign == sign)
            khct_push(p->arena, &b) = i;
    khct_push(p->arena, &b) = lines->n;
    return b;
}

static size_t items_in(khct_in_planning *p, const khct_in_paragraphs *lines)
{
    return lines->n == 0 ? 0 : items_of(p, lines, item_sign(lines)).n - 1;
}

khct_keyword khct_in_labelled(khct_in_planning *p, khct_keyword field, khct_str text,
                              khct_str *rest)
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
static bool any_label(khct_in_planning *p, const khct_in_paragraphs *lines, khct_keyword field)
{
    khct_str rest;
    for (size_t i = 0; i < lines->n; i++)
        if (khct_in_labelled(p, field, lines->at[i]->text, &rest) != field ||
            rest.p != lines->at[i]->text.p)
            return true;
    return false;
}

static bool is_parted(khct_in_planning *p, const khct_in_task *t, khct_keyword field, size_t n,
                      bool bare)
{
    uint32_t c = khct_in_field_at(p->sheet, field);
    if (c == KHCT_NONE || items_in(p, &t->cells[c]) != n || any_label(p, &t->cells[c], field))
        return false;
    return !bare || item_sign(&t->cells[c]) != KHCT_IN_SIGN_ITEM ||
           item_sign(&t->cells[p->main]) == KHCT_IN_SIGN_ITEM;
}

void khct_in_push_range(khct_in_planning *p, khct_in_paragraphs *to, const khct_in_paragraphs *from,
                        size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++)
        if (from->at[i]->text.n > 0)
            khct_push(p->arena, to) = from->at[i];
}

static bool same_row(const khct_in_paragraph *a, const khct_in_paragraph *b)
{
    return a->place.table == b->place.table && a->place.row == b->place.row;
}

/* Which item of a column each task has: as many as tasks, or, where the end of a page fell between
 * the tasks, as many as tasks begin on each page, or one for all of these. One alone on the first
 * page is that of all tasks. False: they do not go together. */
static bool deal(const khct_in_paragraphs *tasks, const bounds *main,
                 const khct_in_paragraphs *lines, const bounds *items, uint32_t *item)
{
    size_t n = main->n - 1, m = items->n - 1, done = 0, rows = 0;
    for (size_t i = 0; m == n && i < n; i++)
        item[i] = (uint32_t)i;
    for (size_t i = 0, end; m != n && i < n; i = end, rows++) {
        const khct_in_paragraph *first = tasks->at[main->at[i]];
        size_t here = 0;
        for (end = i; end < n && same_row(tasks->at[main->at[end]], first);)
            end++;
        while (done + here < m && same_row(lines->at[items->at[done + here]], first))
            here++;
        if (here > 0 && here != end - i && (here > 1 || (m == 1 && i == 0)))
            return false;
        for (size_t k = i; k < end; k++)
            item[k] = here == 0 ? KHCT_NONE : (uint32_t)(done + (here == 1 ? 0 : k - i));
        done += here;
    }
    return m == n || (rows > 1 && done == m);
}

void khct_in_split_task(khct_in_planning *p, khct_in_group *g, const khct_in_task *t,
                        khct_in_task *shared)
{
    uint32_t columns = p->sheet->table->columns;
    khct_in_paragraphs *lines = p->main == KHCT_NONE ? NULL : &t->cells[p->main];
    *shared = (khct_in_task){.row = t->row};
    if (lines != NULL)
        split_numbers(p, lines);
    khct_in_sign sign = lines == NULL ? KHCT_IN_SIGN_NONE : item_sign(lines);
    size_t n = lines == NULL ? 0 : items_in(p, lines);
    for (uint32_t c = 0; c < columns && n > 1; c++) {
        khct_keyword field = p->sheet->columns[c].field;
        split_repeated(p, &t->cells[c], n);
        split_runs(p, &t->cells[c], field, n);
    }
    if (n > 1) {
        move_back(p, t, KHCT_K_THOIGIAN, KHCT_K_CHUTRI, n);
        move_back(p, t, KHCT_K_CHUTRI, KHCT_K_THOIGIAN, n);
    }
    bool times = n > 1 && is_parted(p, t, KHCT_K_THOIGIAN, n, false);
    bool people = n > 1 && is_parted(p, t, KHCT_K_CHUTRI, n, true);
    bool numbered =
        n > 1 && sign == KHCT_IN_SIGN_NUMBER && p->sheet->columns[p->main].field == KHCT_K_NOIDUNG;
    if (!(times || people || numbered)) {
        if (lines != NULL && lines->n == 1 &&
            khct_in_beginning_of(lines->at[0]).sign == KHCT_IN_SIGN_NUMBER)
            lines->at[0] = without_sign(p, lines->at[0]);
        khct_push(p->arena, &g->tasks) = *t;
        return;
    }
    bounds main = items_of(p, lines, sign);
    size_t first = g->tasks.n;
    for (size_t i = 0; i < n; i++) {
        khct_in_group *keep = p->current;
        p->current = g;
        khct_in_task *made = khct_in_add_task(p, t->row);
        p->current = keep;
        khct_in_push_range(p, &made->cells[p->main], lines, main.at[i], main.at[i + 1]);
        made->cells[p->main].at[0] = without_sign(p, lines->at[main.at[i]]);
    }
    shared->cells = khct_alloc_array(p->arena, columns + (size_t)1, sizeof *shared->cells);
    uint32_t *item = khct_alloc_array(p->arena, n, sizeof *item);
    for (uint32_t c = 0; c < columns; c++) {
        if (c == p->main || t->cells[c].n == 0)
            continue;
        bounds b = items_of(p, &t->cells[c], item_sign(&t->cells[c]));
        bool goes = deal(lines, &main, &t->cells[c], &b, item);
        if (!goes)
            shared->cells[c] = t->cells[c];
        for (size_t i = 0; goes && i < n; i++)
            if (item[i] != KHCT_NONE)
                khct_in_push_range(p, &g->tasks.at[first + i].cells[c], &t->cells[c], b.at[item[i]],
                                   b.at[item[i] + 1]);
    }
    khct_message by = sign == KHCT_IN_SIGN_NUMBER ? KHCT_MSG0(IN_BY_NUMBER)
                      : sign == KHCT_IN_SIGN_ITEM ? KHCT_MSG0(IN_BY_ITEM)
                                                  : KHCT_MSG0(IN_BY_LINE);
    khct_message split =
        khct_in_at(p->arena, khct_in_row_place(p->sheet->table, t->row), KHCT_MSG0(IN_GUESS_SPLIT));
    split.inner[1] = khct_in_kept_message(p->arena, by);
    khct_in_remark_on(p->u, KHCT_KH8034, split, g->block);
}

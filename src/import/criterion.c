/* Criteria: what stands in a criterion's cell, or in a line of its own above a table. */
#include "import/planning.h"

#include "text/fold.h"
#include "text/utf8.h"

#include <stdio.h>

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
        both += khct_in_says(b, khct_str_sub(a, at, end));
        at = end + 1;
    }
    return words == 0 ? 0 : both * 100 / words;
}

bool khct_in_says_weak(khct_arena *arena, khct_str text)
{
    return khct_in_says_any(khct_fold_bare(arena, text), KHCT_IN_WORD_WEAK);
}

/* A title of the catalogue's, in about the same words. */
static bool is_known_title(const khct_in_planning *p, khct_str text)
{
    enum { ALIKE = 60 };
    const khct_catalogue *catalogue = p->u->catalogue;
    for (size_t i = 0; catalogue != NULL && text.n > 0 && i < catalogue->criteria.n; i++)
        if (overlap(p->arena, text, catalogue->criteria.at[i].title) >= ALIKE)
            return true;
    return false;
}

static bool is_title(khct_in_planning *p, const khct_in_group *g, khct_str text)
{
    enum { SHORT = 14, LONG = 34 };
    if (text.n == 0 || text.n > 400 || text.p[0] == '(' || khct_in_goes_on_small(text) || g->weak)
        return false;
    if (is_known_title(p, text))
        return true;
    return khct_in_words(text) <=
           (khct_in_says_weak(p->arena, text) || khct_str_ends(text, ".") ? SHORT : LONG);
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

khct_in_group khct_in_no_group(uint32_t row)
{
    khct_str none = KHCT_STR("");
    return (khct_in_group){
        .row = row, .list = none, .title = none, .more_text = none, .level = none};
}

khct_in_group *khct_in_add_group(khct_in_planning *p, khct_in_group g)
{
    /* a criterion that comes again is the same one */
    for (size_t i = 0; i < p->groups.n; i++) {
        khct_in_group *old = p->groups.at[i];
        bool same = g.id.standard > 0 && khct_criterion_cmp(old->id, g.id) == 0 &&
                    old->list.n == 0 && g.list.n == 0;
        if (same || (g.item > 0 && old->item == g.item))
            return old;
    }
    khct_in_group *made = khct_alloc(p->arena, sizeof *made);
    *made = g;
    khct_push(p->arena, &p->groups) = made;
    bool one = g.list.n == 0 && g.id.standard > 0;
    if (one && find_block(p->u, g.id) != NULL) {
        made->block = find_block(p->u, g.id);
        made->earlier = true;
    } else if (g.item > 0)
        made->block = khct_sketch_block(p->arena, p->u->top, KHCT_K_KHOAN, KHCT_B_KHOAN);
    else if (one)
        made->block = khct_sketch_block(p->arena, p->u->top, KHCT_K_TIEUCHI, KHCT_B_TIEUCHI);
    else
        made->block = khct_sketch_block(p->arena, p->u->top, KHCT_K_VIEC, KHCT_B_VIECLON);
    return made;
}

/* A label that names what follows: "Điểm yếu" alone, or before a colon. */
static bool is_weak_label(khct_arena *arena, khct_str text)
{
    return khct_in_is_any(khct_fold_bare(arena, text), KHCT_IN_WORD_WEAK_POINT);
}

/* The form goes by contents of improvement, which the workbook names, and not by criteria. */
static bool by_content(const khct_in_planning *p)
{
    return khct_in_role_at(p->sheet, KHCT_IN_ROLE_TASK) != KHCT_NONE && p->u->form != NULL &&
           khct_section_of(p->u->form, KHCT_CONTENT_PROBLEMS) != NULL;
}

/* The cell of the row that has the standard's number, or NULL; p->standard follows it. */
static khct_in_cell *take_standard(khct_in_planning *p, uint32_t row)
{
    uint32_t c = khct_in_role_at(p->sheet, KHCT_IN_ROLE_STANDARD);
    khct_in_cell *of = khct_in_cell_at(p->sheet->table, row, c);
    if (of == NULL)
        return NULL;
    uint32_t now = khct_in_standard(khct_in_cell_text(p->arena, of));
    p->standard = now > 0 ? now : p->standard;
    return of;
}

/* After the first number of a text. */
static size_t behind_number(khct_str text)
{
    size_t at = 0;
    while (at < text.n && !khct_is_digit(text.p[at]))
        at++;
    while (khct_digit_at(text, at))
        at++;
    return at;
}

/* The criterion, or the item of level 4, that a cell names, and the bytes of its name. `beside`:
 * the standard has a column of its own. */
static bool read_name(khct_in_planning *p, khct_str text, bool beside, khct_in_group *g,
                      khct_in_criteria *name)
{
    *name = (khct_in_criteria){.list = KHCT_STR("")};
    uint32_t item = khct_in_number_after(text, KHCT_IN_WORD_ITEM);
    if (p->items && item == 0)
        item = khct_in_leading_number(text);
    if (item > 0) {
        g->item = item;
        name->end = behind_number(text);
        return true;
    }
    *name = khct_in_criteria_in(p->arena, text, p->standard);
    g->id = name->first;
    if (name->count > 1 && name->apart)
        g->list = name->list;
    else
        name->end = name->first_end;
    uint32_t lone = khct_in_leading_number(text);
    if (g->id.standard == 0 && lone > 0 && p->standard > 0 && beside && khct_in_words(text) == 1) {
        g->id = (khct_criterion_id){(uint16_t)p->standard, (uint16_t)lone};
        name->end = text.n;
    }
    return g->id.standard > 0;
}

/* The first line, and those that it goes on in. *rest: the others. */
static khct_str first_line(khct_arena *arena, khct_str text, khct_str *rest)
{
    size_t line = khct_str_find(text, KHCT_STR("\n"));
    khct_str first = khct_str_trim(khct_str_sub(text, 0, line));
    *rest = khct_str_trim(khct_str_sub(text, line, text.n));
    while (rest->n > 0 && khct_in_goes_on_small(*rest) && !khct_in_ends(first)) {
        size_t next = khct_str_find(*rest, KHCT_STR("\n"));
        first =
            khct_folded_space(arena, KHCT_JOIN(arena, first, " ", khct_str_sub(*rest, 0, next)));
        *rest = khct_str_trim(khct_str_sub(*rest, next, rest->n));
    }
    return first;
}

/* "(mức 2) …", "mức 2: …", "… (mức 2)": takes the level out of the words; empty: there is none, or
 * it is the one that is met ("đạt mức 2"), or one of several. */
static khct_str take_level(khct_in_plan *u, khct_str *words)
{
    khct_str s = khct_str_trim(*words), rest;
    size_t open = khct_str_ends(s, ")") ? s.n : 0;
    while (open > 0 && s.p[open - 1] != '(')
        open--;
    khct_str inner = khct_str_sub(s, open, s.n - (open > 0));
    bool whole = open > 0 && khct_in_goal(u, inner, &rest).n > 0 && rest.n == 0;
    size_t begin = whole ? open - 1 : 0;
    if (!whole) {
        inner = khct_str_sub(s, khct_str_starts(s, "("), s.n);
        if (khct_in_goal(u, inner, &rest).n == 0 || khct_in_leading_number(rest) > 0)
            return KHCT_STR("");
    }
    if (khct_in_words_at(inner, 0, KHCT_IN_WORD_REACHED) > 0)
        return KHCT_STR("");
    *words = whole ? khct_str_trim(khct_str_sub(s, 0, begin)) : rest;
    return khct_in_without_end(khct_str_sub(s, begin, whole ? s.n : s.n - rest.n), ":;,-.");
}

khct_str khct_in_level_head(khct_in_plan *u, khct_in_place place, khct_criterion_id id,
                            khct_str level, const khct_sketch *about)
{
    khct_str rest, code = khct_criterion_text(u->arena, id);
    if (level.n == 0)
        return code;
    khct_in_guess(u, place, KHCT_MSG(IN_GUESS_TARGET, KHCT_STR(""), level, code), about);
    level = khct_str_sub(level, khct_str_starts(level, "("), level.n);
    return KHCT_JOIN(u->arena, code, " ", khct_in_goal(u, level, &rest));
}

/* Does the row's column of results name a level to be met? */
static bool has_target(const khct_in_planning *p, uint32_t row)
{
    khct_str rest;
    uint32_t c = khct_in_field_at(p->sheet, KHCT_K_KETQUA);
    khct_in_cell *cell = khct_in_cell_at(p->sheet->table, row, c);
    return cell != NULL && khct_in_goal(p->u, khct_in_cell_text(p->arena, cell), &rest).n > 0;
}

/* What stands around the name: its title, and words of other kinds. */
static void read_words(khct_in_planning *p, khct_in_group *g, khct_str before, khct_str after)
{
    khct_arena *arena = p->arena;
    khct_str rest, first = first_line(arena, khct_in_skip_signs(after), &rest);
    khct_strs more = {0};
    if (g->list.n == 0 && g->item == 0 && !has_target(p, g->row))
        g->level = take_level(p->u, &first);
    bool points =
        p->criterion != KHCT_NONE && p->sheet->columns[p->criterion].other == KHCT_K_DIEMYEU;
    g->weak = is_weak_label(arena, before);
    if (!g->weak && before.n > 0)
        khct_push(arena, &more) = before;
    bool titled = is_title(p, g, first) && (!points || is_known_title(p, first));
    g->weak |= points;
    if (titled) {
        g->title = khct_folded_space(arena, khct_in_without_end(first, ".:"));
    } else if (first.n > 0) {
        khct_push(arena, &more) = first;
    }
    if (rest.n > 0)
        khct_push(arena, &more) = rest;
    g->more_text = khct_str_list(arena, &more, KHCT_STR("\n"));
}

/* Says what was not written as it was read, and what a spreadsheet may have cut. */
static void remark_on_name(khct_in_planning *p, uint32_t row, const khct_in_group *g, khct_str text,
                           const khct_in_criteria *name, bool beside, khct_sketch *block)
{
    if (name->sign != 0 || !beside)
        khct_in_remark_criteria(p->u, khct_in_row_place(p->sheet->table, row), text, name, block);
    const khct_in_group *last = p->current;
    if (last != NULL)
        khct_in_remark_ten(p->u, khct_in_row_place(p->sheet->table, row), g->id, last->id, block);
}

bool khct_in_take_criterion_cell(khct_in_planning *p, uint32_t row, khct_in_cell *cell)
{
    khct_arena *arena = p->arena;
    khct_str text = khct_in_cell_text(arena, cell);
    khct_in_group g = khct_in_no_group(row);
    khct_in_cell *of = take_standard(p, row);
    khct_in_criteria name;
    if (!read_name(p, text, of != NULL, &g, &name))
        return false;
    if (of != NULL && of->row == row && p->standard == g.id.standard &&
        khct_in_words(khct_in_cell_text(arena, of)) <= 3)
        khct_in_use_cell(of); /* "Tiêu chuẩn 3" beside 3.1 says no more */
    if (g.list.n == 0 && g.id.standard > 0 && by_content(p))
        g.list = khct_criterion_text(arena, g.id);
    read_words(p, &g, khct_str_trim(khct_str_sub(text, 0, name.begin)),
               khct_str_sub(text, name.end, text.n));
    size_t count = p->groups.n;
    khct_in_group *made = khct_in_add_group(p, g);
    bool other =
        g.more_text.n + g.level.n > 0 || (g.title.n > 0 && !khct_str_eq(g.title, made->title));
    if (p->groups.n == count && other)
        khct_sketch_comment(arena, made->block, khct_folded_space(arena, text));
    khct_in_use_cell(cell);
    remark_on_name(p, row, &g, text, &name, of != NULL, made->block);
    p->current = made;
    return true;
}

/* --- criteria outside tables --- */

bool khct_in_take_criterion(khct_in_plan *u, khct_in_paragraph *p)
{
    enum { LONGEST = 400 };
    khct_in_beginning b = khct_in_beginning_of(p);
    if (p->text.n > LONGEST)
        return false;
    khct_in_criteria c = khct_in_criteria_in(u->arena, b.words, 0);
    bool several = c.count > 1 && c.apart;
    if (c.count == 0 || c.begin > 0 || b.words.p[0] <= '9')
        return false;
    khct_str title =
        khct_in_skip_signs(khct_str_sub(b.words, several ? c.end : c.first_end, b.words.n));
    khct_str level = several ? KHCT_STR("") : take_level(u, &title);
    title = khct_in_without_end(title, ".:");
    if (title.n > 0 && khct_in_goes_on_small(title))
        return false;
    u->criterion = several ? NULL : find_block(u, c.first);
    if (several) {
        u->criterion = khct_sketch_block(u->arena, u->top, KHCT_K_VIEC, KHCT_B_VIECLON);
        u->criterion->title = khct_folded_space(u->arena, title);
        khct_sketch_put(u->arena, u->criterion, KHCT_K_TIEUCHI, c.list);
    } else if (u->criterion == NULL) {
        u->criterion = khct_sketch_block(u->arena, u->top, KHCT_K_TIEUCHI, KHCT_B_TIEUCHI);
        u->criterion->head = khct_in_level_head(u, p->place, c.first, level, u->criterion);
        u->criterion->title = khct_folded_space(u->arena, title);
    } else if (title.n + level.n > 0) {
        khct_sketch_comment(u->arena, u->criterion, khct_in_shown(u->arena, p));
    }
    khct_in_remark_criteria(u, p->place, b.words, &c, u->criterion);
    p->used = true;
    return true;
}

/* The field that the words before a colon name; KHCT_KEYWORD_NONE. *rest: after the colon. */
static khct_keyword named_field(khct_in_plan *u, khct_str text, khct_str *rest)
{
    size_t colon = khct_str_find(text, KHCT_STR(":"));
    khct_str label = khct_str_sub(text, 0, colon);
    *rest = khct_str_trim(khct_str_sub(text, colon < text.n ? colon + 1 : colon, text.n));
    return colon == text.n ? KHCT_KEYWORD_NONE : khct_in_label_field(u->arena, u->library, label);
}

bool khct_in_is_detail(khct_in_plan *u, const khct_in_paragraph *p)
{
    khct_str rest;
    return named_field(u, khct_in_beginning_of(p).words, &rest) != KHCT_KEYWORD_NONE && rest.n > 0;
}

void khct_in_take_detail(khct_in_plan *u, khct_in_paragraph *p)
{
    khct_in_beginning b = khct_in_beginning_of(p);
    khct_str text = b.words.n > 0 ? b.words : p->text, rest;
    khct_keyword field = named_field(u, text, &rest);
    if (rest.n > 0 && khct_in_is_other_label(u->arena, u->library, khct_in_label(text, &rest))) {
        khct_in_keep(u, u->criterion, p, true);
        return;
    }
    p->used = true;
    if (field != KHCT_KEYWORD_NONE)
        khct_in_keep_label(u, u->criterion, field, khct_in_label(text, &rest));
    khct_in_paragraph *part = khct_in_bare(u->arena, p, field == KHCT_KEYWORD_NONE ? text : rest);
    if (field == KHCT_KEYWORD_NONE && part->text.n > 0) {
        khct_in_guess(u, p->place, KHCT_MSG0(IN_GUESS_DETAIL), u->criterion);
        field = KHCT_K_GIAIPHAP;
    }
    size_t second = field == KHCT_K_CHUTRI ? khct_in_second_people(part->text) : part->text.n;
    if (second < part->text.n) { /* "A; phối hợp: B" is two lines */
        khct_in_take_detail(
            u, khct_in_piece(u->arena, part, khct_str_sub(part->text, second, part->text.n)));
        part->text = khct_in_without_end(khct_str_sub(part->text, 0, second), ",;");
    }
    if (part->text.n > 0)
        khct_in_put(u, u->criterion, field, &part, 1);
    else
        khct_sketch_comment(u->arena, u->criterion, text);
}

#include "page/page.h"

#include "plan/build.h"
#include "page/build.h"
#include "text/fold.h"
#include "text/map.h"
#include "text/utf8.h"

#include <stdio.h>

khct_page_block *khct_page_add(khct_page_making *m, khct_block_kind kind)
{
    khct_page_block *block = &khct_push(m->arena, &m->page->blocks);
    *block = (khct_page_block){.kind = kind, .span = KHCT_NOWHERE};
    block->piece.span = KHCT_NOWHERE;
    return block;
}

void khct_page_add_piece(khct_page_making *m, khct_piece_kind kind, khct_str label, khct_str text,
                         khct_span span)
{
    khct_page_add(m, KHCT_BLOCK_PIECE)->piece =
        (khct_piece){.kind = kind, .label = label, .text = text, .span = span};
}

void khct_add_text(khct_arena *arena, khct_pieces *pieces, const khct_text *text, khct_str label)
{
    static const khct_piece_kind KINDS[] = {[KHCT_PARAGRAPH] = KHCT_PIECE_PARAGRAPH,
                                            [KHCT_ITEM] = KHCT_PIECE_ITEM,
                                            [KHCT_SUBITEM] = KHCT_PIECE_SUBITEM};
    KHCT_FOR (p, text) {
        if (label.n > 0 && p->kind != KHCT_PARAGRAPH) { /* a list under its label */
            khct_push(arena, pieces) = (khct_piece){.label = label, .span = p->span};
            label = KHCT_STR("");
        }
        khct_push(arena, pieces) =
            (khct_piece){.kind = KINDS[p->kind], .label = label, .text = p->words, .span = p->span};
        label = KHCT_STR("");
    }
}

khct_cell_box *khct_page_add_cell(khct_arena *arena, khct_row *row, khct_str text, uint32_t columns,
                                  uint32_t rows)
{
    khct_cell_box *box = &khct_push(arena, &row->cells);
    *box = (khct_cell_box){.columns = columns, .rows = rows, .align = KHCT_CENTRE};
    if (rows > 0)
        khct_push(arena, &box->pieces) =
            (khct_piece){.text = text, .strong = true, .span = KHCT_NOWHERE};
    return box;
}

khct_str khct_page_standard(const khct_plan *plan, uint32_t number)
{
    const khct_standard *standard =
        plan->catalogue == NULL ? NULL : khct_catalogue_standard(plan->catalogue, number);
    khct_str text = KHCT_JOIN(plan->arena, "Tiêu chuẩn ", number);
    return standard == NULL ? text : KHCT_JOIN(plan->arena, text, ": ", standard->title);
}

khct_str khct_page_label(khct_arena *arena, khct_keyword keyword)
{
    khct_str marked = khct_str_of(khct_keyword_at(keyword)->marked);
    size_t first = 1; /* the first letter as a capital */
    while (first < marked.n && ((unsigned char)marked.p[first] & 0xC0) == 0x80)
        first++;
    return KHCT_JOIN(arena, khct_upper(arena, khct_str_sub(marked, 0, first)),
                     khct_str_sub(marked, first, marked.n));
}

khct_str khct_target_text(const khct_plan *plan, const khct_improvement *improvement)
{
    uint16_t level = improvement->target.level;
    const khct_result *result = khct_plan_result(plan, improvement->id);
    if (improvement->target.kind == KHCT_TARGET_NONE ||
        improvement->target.kind == KHCT_TARGET_FAIL)
        return KHCT_STR("");
    bool keep = improvement->target.kind == KHCT_TARGET_KEEP;
    if (keep && level == 0 && result != NULL && improvement->kind == KHCT_BY_CRITERION)
        level = result->level;
    if (level == 0)
        return KHCT_STR("Duy trì mức đã đạt");
    return KHCT_JOIN(plan->arena, keep ? "Duy trì mức " : "Mức ", level);
}

/* --- the head --- */

static bool has_number(khct_str text, int number)
{
    char digits[12];
    snprintf(digits, sizeof digits, "%d", number);
    return khct_str_find(text, khct_str_of(digits)) < text.n;
}

/* The subject names the year or period already where its first and last year are in it; school
 * years may be told by the calendar years in which they begin or end. */
static bool names_year(const khct_heading *h)
{
    bool school = h->period.kind == KHCT_PERIOD_SCHOOL;
    return has_number(h->subject, h->period.first) &&
           (has_number(h->subject, h->period.last) ||
            (school && has_number(h->subject, h->period.last + 1)));
}

static khct_str year_line(const khct_plan *plan)
{
    const khct_heading *h = &plan->heading;
    bool words = h->period.kind == KHCT_PERIOD_NONE; /* not understood: as written */
    if (words ? h->period.words.n == 0 : names_year(h))
        return KHCT_STR("");
    khct_str text = words ? h->period.words : khct_period_text(plan->arena, &h->period);
    return KHCT_JOIN(plan->arena, h->one_year ? "Năm học " : "Giai đoạn ", text);
}

/* As written; a number of one figure gets its 0, one that is not there dots. */
static khct_str number_line(const khct_plan *plan)
{
    const khct_docnumber *n = &plan->heading.number;
    if (n->words.n == 0)
        return KHCT_STR("…/KH-…");
    bool blank = n->understood && khct_str_starts(n->words, "/");
    const char *before = blank ? "…" : n->understood && n->number.n == 1 ? "0" : "";
    return KHCT_JOIN(plan->arena, before, n->words);
}

/* A place typed with the date goes before the school's. */
static khct_str place_date(const khct_plan *plan)
{
    const khct_day *day = &plan->heading.date;
    khct_str date = khct_day_long(plan->arena, day);
    khct_str place = day->place.n > 0 ? day->place : plan->school.place;
    if (place.n == 0)
        return date;
    return KHCT_JOIN(plan->arena, place, ", ", date);
}

/* Where a field of a block stands, be it there or not. */
static khct_span place_of(const khct_node *block, khct_keyword keyword)
{
    const khct_node *node = block == NULL ? NULL : khct_child(block, keyword);
    return node == NULL ? KHCT_NOWHERE : node->value;
}

static void add_head_places(khct_page_making *m)
{
    const khct_node *school = m->plan->school.node, *heading = m->plan->heading.node;
    khct_page *page = m->page;
    page->superior_at = place_of(school, KHCT_K_CAPTREN);
    page->body_at = place_of(school, KHCT_K_TEN);
    page->number_at = place_of(heading, KHCT_K_SO);
    page->date_at = place_of(heading, KHCT_K_NGAY);
    page->subject_at = place_of(heading, KHCT_K_TRICHYEU);
    page->year_at = place_of(heading, m->plan->heading.one_year ? KHCT_K_NAMHOC : KHCT_K_GIAIDOAN);
}

static void add_head(khct_page_making *m)
{
    const khct_plan *plan = m->plan;
    khct_page *page = m->page;
    page->superior = khct_upper(m->arena, plan->school.superior);
    page->body = khct_upper(m->arena, plan->school.name);
    page->number = number_line(plan);
    page->place_date = place_date(plan);
    page->kind = KHCT_STR("KẾ HOẠCH");
    page->subject = plan->heading.subject;
    page->year = year_line(plan);
    page->title =
        KHCT_JOIN(m->arena, "Kế hoạch ", page->subject, page->year.n > 0 ? ", " : "", page->year);
    page->author = plan->school.name;
    page->about = plan->form->name;
    add_head_places(m);
}

/* --- prose --- */

/* a), b), c), d), đ), e): the alphabet of Decree 30. */
static khct_str letter(khct_page_making *m, uint32_t n)
{
    static const char *const LETTERS[] = {"a", "b", "c", "d", "đ", "e", "g", "h",
                                          "i", "k", "l", "m", "n", "o", "p", "q",
                                          "r", "s", "t", "u", "v", "x", "y"};
    uint32_t count = sizeof LETTERS / sizeof LETTERS[0];
    if (n <= count)
        return khct_str_of(LETTERS[n - 1]);
    return KHCT_JOIN(m->arena, letter(m, (n - 1) / count), LETTERS[(n - 1) % count]);
}

static void add_heading(khct_page_making *m, khct_str title, uint32_t depth, uint32_t number,
                        khct_span span)
{
    khct_page_block *block =
        khct_page_add(m, depth == 2 ? KHCT_BLOCK_HEADING : KHCT_BLOCK_SUBHEADING);
    block->depth = depth;
    block->number = depth == 2   ? khct_str_number(m->arena, number)
                    : depth == 3 ? letter(m, number)
                                 : KHCT_STR("");
    block->text = title;
    block->span = span;
}

void khct_page_add_text(khct_page_making *m, const khct_text *text, khct_piece_kind first,
                        khct_str number)
{
    khct_pieces pieces = {0};
    khct_add_text(m->arena, &pieces, text, KHCT_STR(""));
    for (size_t i = 0; i < pieces.n; i++) {
        khct_page_block *block = khct_page_add(m, KHCT_BLOCK_PIECE);
        block->piece = pieces.at[i];
        if (i == 0 && first != KHCT_PIECE_PARAGRAPH && block->piece.kind == KHCT_PIECE_PARAGRAPH) {
            block->piece.kind = first;
            block->piece.number = number;
        }
    }
}

/* "1." in a section, "a)" in a sub-section. */
static khct_str numbered_sign(khct_page_making *m, uint32_t n, uint32_t depth)
{
    return depth == 2 ? KHCT_JOIN(m->arena, n, ".") : KHCT_JOIN(m->arena, letter(m, n), ")");
}

/* `*numbered` counts the headings and numbered paragraphs of the section. */
static void add_prose(khct_page_making *m, const khct_proses *prose, uint32_t depth,
                      uint32_t *numbered)
{
    KHCT_FOR (item, prose) {
        uint32_t below = 0;
        switch (item->kind) {
        case KHCT_PROSE_SUB:
            add_heading(m, item->title, depth, ++*numbered, item->node->value);
            add_prose(m, &item->children, depth + 1, &below);
            break;
        case KHCT_PROSE_NUMBERED:
            ++*numbered;
            khct_page_add_text(m, &item->text, KHCT_PIECE_NUMBERED,
                               numbered_sign(m, *numbered, depth));
            break;
        case KHCT_PROSE_ITEM:
            khct_page_add_text(m, &item->text, KHCT_PIECE_ITEM, KHCT_STR(""));
            break;
        case KHCT_PROSE_PARAGRAPH:
            khct_page_add_text(m, &item->text, KHCT_PIECE_PARAGRAPH, KHCT_STR(""));
            break;
        }
    }
}

/* What the form itself says, in the words for this kind of school. */
static khct_str said(const khct_page_making *m, khct_str words)
{
    return khct_template_said(m->arena, m->plan->form, m->plan->school.types, words);
}

/* The template's own wording, where the writer put nothing. */
static void add_wording(khct_page_making *m, khct_values *values, const khct_node *block,
                        uint32_t depth, uint32_t *numbered)
{
    for (const khct_node *node = block->first; node != NULL; node = node->next) {
        khct_piece_kind kind = node->keyword == KHCT_K_GACH     ? KHCT_PIECE_ITEM
                               : node->keyword == KHCT_K_DOANSO ? KHCT_PIECE_NUMBERED
                                                                : KHCT_PIECE_PARAGRAPH;
        uint32_t below = 0;
        if (node->keyword == KHCT_K_MUCNHO) {
            add_heading(m, said(m, khct_head_of(values, node)->title), depth, ++*numbered,
                        KHCT_NOWHERE);
            add_wording(m, values, node, depth + 1, &below);
        } else if (node->keyword == KHCT_K_DOAN || node->keyword == KHCT_K_DOANSO ||
                   node->keyword == KHCT_K_GACH) {
            khct_text text = *khct_node_text(values, node);
            khct_str number = KHCT_STR("");
            if (kind == KHCT_PIECE_NUMBERED)
                number = numbered_sign(m, ++*numbered, depth);
            size_t before = m->page->blocks.n;
            khct_page_add_text(m, &text, kind, number);
            for (size_t i = before; i < m->page->blocks.n; i++) {
                khct_piece *piece = &m->page->blocks.at[i].piece;
                piece->text = said(m, piece->text);
                piece->span = KHCT_NOWHERE; /* of the template, not of the plan */
            }
        }
    }
}

/* --- the legal basis --- */

/* An entry ends with `;`, the last one with a full stop. Outside the preamble the lead word is
 * printed only where the writer gave one. */
static void add_entry(khct_page_making *m, const khct_basis_entry *entry, bool before, bool last)
{
    for (size_t i = 0; i < entry->text.n; i++) {
        const khct_paragraph *p = &entry->text.at[i];
        bool bare = before && !entry->other && i == 0 && !entry->leads;
        khct_str text = KHCT_JOIN(m->arena, bare ? "Căn cứ " : "", khct_without_end(p->words),
                                  last && i + 1 == entry->text.n ? "." : ";");
        khct_page_block *block = khct_page_add(m, before ? KHCT_BLOCK_ITALIC : KHCT_BLOCK_PIECE);
        block->piece =
            (khct_piece){.kind = p->kind == KHCT_SUBITEM ? KHCT_PIECE_SUBITEM : KHCT_PIECE_ITEM,
                         .text = text,
                         .span = p->span};
    }
}

static void add_entries(khct_page_making *m, khct_str group, bool before)
{
    const khct_basis_entry *pending = NULL;
    KHCT_FOR (entry, &m->plan->basis) {
        if (!khct_str_eq(entry->group, group))
            continue;
        if (pending != NULL)
            add_entry(m, pending, before, false);
        pending = entry;
    }
    if (pending != NULL)
        add_entry(m, pending, before, true);
}

static bool has_entries(const khct_plan *plan, khct_str group)
{
    for (size_t i = 0; i < plan->basis.n; i++)
        if (khct_str_eq(plan->basis.at[i].group, group))
            return true;
    return false;
}

/* Groups that the writer named and the template does not have. */
static void add_other_groups(khct_page_making *m, const khct_section_form *form, bool before,
                             uint32_t *numbered)
{
    size_t n = m->plan->basis.n;
    uint32_t *next = khct_alloc(m->arena, (n + 1) * sizeof *next); /* of the same group */
    khct_map first = {0};
    for (size_t i = n; i-- > 0;) {
        next[i] = khct_map_get(&first, m->plan->basis.at[i].group);
        khct_map_put(m->arena, &first, m->plan->basis.at[i].group, (uint32_t)i);
    }
    for (size_t i = 0; i < n; i++) {
        khct_str group = m->plan->basis.at[i].group;
        bool known = group.n == 0 || khct_map_get(&first, group) != i;
        for (size_t k = 0; k < form->groups.n && !known; k++)
            known = khct_str_eq(form->groups.at[k].name, group);
        if (known)
            continue;
        if (!before)
            add_heading(m, group, 2, ++*numbered, KHCT_NOWHERE);
        for (uint32_t k = (uint32_t)i; k != KHCT_NONE; k = next[k])
            add_entry(m, &m->plan->basis.at[k], before, next[k] == KHCT_NONE);
    }
}

/* --- sections --- */

static void add_results(khct_page_making *m, khct_results_form form)
{
    for (size_t i = 0; i < m->plan->results.n; i++)
        khct_page_results(m, &m->plan->results.at[i], form);
}

/* True where some section or group of the template shows the results. */
static bool form_has(const khct_template *form, khct_content content)
{
    for (size_t i = 0; i < form->sections.n; i++) {
        if (form->sections.at[i].content == content)
            return true;
        for (size_t k = 0; k < form->sections.at[i].groups.n; k++)
            if (form->sections.at[i].groups.at[k].content == content)
                return true;
    }
    return false;
}

static void add_groups(khct_page_making *m, const khct_section_form *form, uint32_t *numbered)
{
    const khct_plan *plan = m->plan;
    KHCT_FOR (group, &form->groups) {
        bool results = group->content == KHCT_CONTENT_RESULTS && plan->results.n > 0;
        if (!results && !has_entries(plan, group->name))
            continue;
        khct_str title = said(m, group->title);
        if (results && plan->results.n == 1 &&
            plan->results.at[0].period.kind != KHCT_PERIOD_NONE) {
            title = KHCT_JOIN(m->arena, title, " (năm học ",
                              khct_period_text(m->arena, &plan->results.at[0].period), ")");
        }
        add_heading(m, title, 2, ++*numbered, KHCT_NOWHERE);
        add_entries(m, group->name, false);
        if (results)
            add_results(m, group->results);
    }
}

/* "Tiểu học, trung học cơ sở". */
static khct_str levels_text(khct_page_making *m)
{
    khct_str text = KHCT_STR("");
    for (const khct_school_type_row *row = khct_school_type_rows(); row->bit != 0; row++) {
        if (!(m->plan->school.types & row->bit))
            continue;
        khct_str name = khct_str_of(khct_keyword_at(row->keyword)->marked);
        text = text.n == 0 ? khct_page_label(m->arena, row->keyword)
                           : KHCT_JOIN(m->arena, text, ", ", name);
    }
    return text;
}

/* The school's own facts, a line each. */
static void add_school_lines(khct_page_making *m, const khct_section_form *form)
{
    const khct_node *school = m->plan->school.node;
    for (size_t i = 0; school != NULL && i < form->lines.n; i++) {
        const khct_node *node = khct_child(school, form->lines.at[i].keyword);
        if (node == NULL)
            continue;
        khct_str text = khct_value_line(m->plan->values, node);
        if (node->keyword == KHCT_K_CAP && m->plan->school.types != 0)
            text = levels_text(m);
        if (node->keyword == KHCT_K_LOAIHINH && m->plan->school.ownership.n > 0)
            text = khct_page_label(m->arena, *khct_meaning_of(m->plan->values, node)->choice);
        khct_page_block *block = khct_page_add(m, KHCT_BLOCK_LINE);
        block->piece = (khct_piece){
            .label = said(m, form->lines.at[i].label), .text = text, .span = node->value};
    }
}

/* What the compiler fills a section with, before its prose. */
static void add_filling(khct_page_making *m, const khct_section_form *form, uint32_t *numbered)
{
    switch (form->content) {
    case KHCT_CONTENT_BASIS:
        add_entries(m, KHCT_STR(""), form->before);
        add_groups(m, form, numbered);
        add_other_groups(m, form, form->before, numbered);
        if (!form_has(m->plan->form, KHCT_CONTENT_RESULTS) && !form->before)
            add_results(m, form->results);
        break;
    case KHCT_CONTENT_SCHOOL: add_school_lines(m, form); break;
    case KHCT_CONTENT_RESULTS: /* these stand after the prose */
    case KHCT_CONTENT_PLAN:
    case KHCT_CONTENT_PROBLEMS:
    case KHCT_CONTENT_ROUNDS:
    case KHCT_CONTENT_PROSE:
    case KHCT_CONTENT_COUNT: break;
    }
}

/* Everything of a section after its heading. */
static void add_content(khct_page_making *m, const khct_section *section)
{
    const khct_section_form *form = section->form;
    uint32_t numbered = 0;
    if (form != NULL)
        add_filling(m, form, &numbered);
    add_prose(m, &section->prose, 2, &numbered);
    if (form == NULL)
        return;
    if (section->prose.n == 0 && form->wording)
        add_wording(m, m->plan->form->values, form->node, 2, &numbered);
    if (form->content == KHCT_CONTENT_RESULTS)
        add_results(m, form->results);
    khct_table *table = form->table == NULL ? NULL : khct_page_table(m, form->content, form->table);
    if (table == NULL)
        return;
    khct_page_add(m, KHCT_BLOCK_TABLE)->table = table;
    if (form->note.n > 0)
        khct_page_add(m, KHCT_BLOCK_ITALIC)->piece =
            (khct_piece){.text = said(m, form->note), .span = KHCT_NOWHERE};
}

/* Past 3999 Roman numbers only get longer: those are written in digits. */
static khct_str roman(khct_page_making *m, uint32_t n)
{
    static const struct {
        uint32_t value;
        const char *sign;
    } SIGNS[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
                 {90, "XC"},  {50, "L"},   {40, "XL"}, {10, "X"},   {9, "IX"},
                 {5, "V"},    {4, "IV"},   {1, "I"}};
    if (n > 3999)
        return khct_str_number(m->arena, n);
    char text[sizeof "MMMDCCCLXXXVIII"];
    size_t length = 0;
    for (size_t i = 0; i < sizeof SIGNS / sizeof SIGNS[0]; i++)
        for (; n >= SIGNS[i].value; n -= SIGNS[i].value)
            for (const char *c = SIGNS[i].sign; *c != '\0'; c++)
                text[length++] = *c;
    return khct_str_copy(m->arena, (khct_str){text, length});
}

/* A section with its heading; without content it is left out, or says so where the template has the
 * words for it. */
static void add_section(khct_page_making *m, const khct_section *section, uint32_t *number)
{
    bool before = section->form != NULL && section->form->before;
    size_t at = m->page->blocks.n;
    if (!before) {
        khct_page_block *block = khct_page_add(m, KHCT_BLOCK_PART);
        block->depth = 1;
        block->number = roman(m, *number + 1);
        bool own = section->form == NULL || !khct_str_eq(section->title, section->form->title);
        block->text = own ? section->title : said(m, section->title);
        block->name =
            section->form != NULL ? section->form->name : KHCT_JOIN(m->arena, "phan-", *number + 1);
        block->span = section->node != NULL ? section->node->value : KHCT_NOWHERE;
    }
    size_t begin = m->page->blocks.n;
    add_content(m, section);
    bool empty = m->page->blocks.n == begin, formed = section->form != NULL && !before;
    if (empty && formed && m->plan->form->none.n > 0) {
        khct_page_add_piece(m, KHCT_PIECE_PARAGRAPH, KHCT_STR(""), m->plan->form->none,
                            KHCT_NOWHERE);
        empty = false;
    }
    if (empty && section->node == NULL)
        m->page->blocks.n = at;
    else if (!before)
        ++*number;
}

/* --- the end --- */

/* The last words end with "./.". */
static void add_end_mark(khct_page_making *m)
{
    if (m->page->blocks.n == 0)
        return;
    khct_page_block *last = &m->page->blocks.at[m->page->blocks.n - 1];
    if (last->kind != KHCT_BLOCK_PIECE && last->kind != KHCT_BLOCK_LINE)
        return;
    khct_str text = last->piece.text;
    while (text.n > 0 && (text.p[text.n - 1] == '.' || text.p[text.n - 1] == '/' ||
                          text.p[text.n - 1] == ';' || text.p[text.n - 1] == ' '))
        text.n--;
    khct_str end = {text.p + text.n, last->piece.text.n - text.n};
    size_t blank = khct_str_find(end, KHCT_STR("...")); /* a place to be filled in */
    if (blank < end.n)
        text.n += blank + strlen("...");
    last->piece.text = KHCT_JOIN(m->arena, text, "./.");
}

static khct_str authority_text(khct_page_making *m, khct_str text)
{
    khct_str upper = khct_upper(m->arena, text);
    size_t space = khct_str_find(upper, KHCT_STR(" "));
    khct_str sign = khct_str_sub(upper, 0, space);
    if (sign.n > 0 && sign.p[sign.n - 1] == '.')
        sign.n--;
    static const char *const SIGNS[] = {"KT", "TM", "TL", "TUQ", "Q"};
    for (size_t i = 0; i < sizeof SIGNS / sizeof SIGNS[0]; i++)
        if (khct_str_is(sign, SIGNS[i]))
            return KHCT_JOIN(m->arena, sign, ".", khct_str_sub(upper, space, upper.n));
    return upper;
}

static void add_end(khct_page_making *m)
{
    const khct_plan *plan = m->plan;
    for (size_t i = 0; i < plan->recipients.n; i++) {
        const char *end = i + 1 < plan->recipients.n ? ";" : ".";
        khct_push(m->arena, &m->page->recipients) =
            (khct_piece){.kind = KHCT_PIECE_ITEM,
                         .text = KHCT_JOIN(m->arena, plan->recipients.at[i].text, end),
                         .span = plan->recipients.at[i].node->value};
    }
    KHCT_FOR (s, &plan->signatures) {
        khct_push(m->arena, &m->page->signatures) =
            (khct_page_signature){khct_upper(m->arena, s->title),
                                  authority_text(m, s->authority),
                                  khct_upper(m->arena, s->office),
                                  s->name,
                                  s->node->value,
                                  place_of(s->node, KHCT_K_QUYENHAN),
                                  place_of(s->node, KHCT_K_CHUCVU),
                                  place_of(s->node, KHCT_K_HOTEN)};
    }
}

/* The sections with a number. Where they keep the form's, the writer's own follow; an order that
 * the writer gave (`thutu`) is kept. */
static void add_sections(khct_page_making *m, uint32_t *number)
{
    const khct_plan *plan = m->plan;
    bool kept = plan->form->none.n > 0 && plan->heading.order.n == 0;
    for (int own = 0; own <= (kept ? 1 : 0); own++)
        KHCT_FOR (section, &plan->sections) {
            bool before = section->form != NULL && section->form->before;
            if (!before && (!kept || (section->form == NULL) == (own == 1)))
                add_section(m, section, number);
        }
}

khct_page *khct_page_make(const khct_work *work)
{
    const khct_plan *plan = work->plan;
    khct_page *page = khct_alloc(plan->arena, sizeof *page);
    khct_page_making m = {work, plan, plan->arena, page};
    add_head(&m);
    uint32_t number = 0;
    for (size_t i = 0; i < plan->sections.n; i++)
        if (plan->sections.at[i].form != NULL && plan->sections.at[i].form->before)
            add_section(&m, &plan->sections.at[i], &number);
    for (size_t i = 0; i < plan->heading.lead.n; i++)
        khct_page_add_piece(&m, KHCT_PIECE_PARAGRAPH, KHCT_STR(""), plan->heading.lead.at[i].words,
                            plan->heading.lead.at[i].span);
    add_sections(&m, &number);
    for (size_t i = 0; i < plan->heading.closing.n; i++)
        khct_page_add_piece(&m, KHCT_PIECE_PARAGRAPH, KHCT_STR(""),
                            plan->heading.closing.at[i].words, plan->heading.closing.at[i].span);
    add_end_mark(&m);
    add_end(&m);
    return page;
}

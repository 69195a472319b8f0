/* Sections of a plan: prose, legal basis, and the tables between them. */
#include "import/understand.h"

#include "text/fold.h"
#include "value/basis.h"

enum { FRAMES = 12 };

/* A sub-section that is open. */
typedef struct frame {
    khct_in_sign sign;
    khct_sketch *block;
} frame;

typedef struct section {
    khct_in_plan *u;
    khct_arena *arena;
    const khct_section_form *form; /* of the template; NULL: one of its own, or none yet */
    khct_in_paragraph *heading;    /* NULL: what stands before the first section */
    khct_sketch *block;            /* `phần`; NULL: none yet */
    frame frames[FRAMES];
    size_t depth;
    khct_in_sign headed; /* the sign of the last sub-section */
    khct_sketch *last;   /* a paragraph that may go on in the next line */
    bool romans;         /* the document's sections have Roman numbers */
    bool strong;         /* it has bold lines or headings */
} section;

/* --- names --- */

static size_t common_words(khct_str a, khct_str b)
{
    size_t words = 0, at = 0;
    while (at < a.n && at < b.n) {
        size_t end_a = at, end_b = at;
        while (end_a < a.n && a.p[end_a] != ' ')
            end_a++;
        while (end_b < b.n && b.p[end_b] != ' ')
            end_b++;
        if (end_a != end_b || memcmp(a.p + at, b.p + at, end_a - at) != 0)
            break;
        words++;
        at = end_a + 1;
    }
    return words;
}

/* How well a title names what another one names: 100 alike, else words that they begin with in
 * common, two at least; 0: not at all. */
static size_t named_alike(khct_arena *arena, khct_str title, khct_str other)
{
    khct_str a = khct_fold_bare(arena, title), b = khct_fold_bare(arena, other);
    if (khct_str_eq(a, b))
        return 100;
    size_t words = common_words(a, b);
    return words >= 2 ? words : 0;
}

static size_t section_alike(khct_arena *arena, khct_str title, const khct_section_form *form)
{
    size_t best = named_alike(arena, title, form->title);
    for (size_t i = 0; i < form->names.n; i++) {
        size_t now = named_alike(arena, title, form->names.at[i]);
        best = now > best ? now : best;
    }
    return best;
}

static const khct_section_form *section_of(const khct_in_plan *u, khct_content content)
{
    return u->form == NULL ? NULL : khct_section_of(u->form, content);
}

static const khct_section_form *section_named(const khct_in_plan *u, khct_str title, size_t *how)
{
    const khct_section_form *best = NULL;
    *how = 0;
    for (size_t i = 0; u->form != NULL && i < u->form->sections.n; i++) {
        size_t now = section_alike(u->arena, title, &u->form->sections.at[i]);
        if (now > *how) {
            *how = now;
            best = &u->form->sections.at[i];
        }
    }
    khct_str folded = khct_fold_bare(u->arena, title);
    if (best == NULL &&
        khct_in_says_any(folded, KHCT_IN_WORD_BASIS)) { /* "Các căn cứ", "Những căn cứ pháp lý" */
        best = section_of(u, KHCT_CONTENT_BASIS);
        *how = best == NULL ? 0 : 1;
    }
    return best;
}

bool khct_in_is_section_name(const khct_in_plan *u, khct_str title)
{
    for (size_t i = 0; u->form != NULL && i < u->form->sections.n; i++)
        if (section_alike(u->arena, title, &u->form->sections.at[i]) == 100)
            return true;
    return false;
}

/* --- headings --- */

static bool is_section(const section *s, size_t at)
{
    enum { LONGEST = 300, WORDS = 40 };
    const khct_in_paragraph *p = s->u->lines.at[at].paragraph;
    if (p == NULL || p->text.n > LONGEST)
        return false;
    khct_in_beginning b = khct_in_beginning_of(p);
    bool strong = p->bold || p->outline > 0 || khct_in_is_upper(b.words);
    size_t how;
    if (b.words.n == 0 || khct_in_words(b.words) > WORDS)
        return false;
    if (b.sign == KHCT_IN_SIGN_ROMAN)
        return true;
    if (b.sign == KHCT_IN_SIGN_CAPITAL)
        return strong && !s->romans;
    section_named(s->u, b.words, &how);
    bool plain = !s->strong && how == 100; /* a text without letters of other kinds */
    if (!strong && !plain)
        return false;
    if (b.sign == KHCT_IN_SIGN_NONE)
        return how > 0 && !khct_str_ends(p->text, ".") &&
               (how == 100 || p->outline == 1 || khct_in_is_upper(b.words));
    return b.sign == KHCT_IN_SIGN_NUMBER && !s->romans && how > 0;
}

/* How the document's headings are told. */
static void look_over(section *s)
{
    KHCT_FOR (line, &s->u->lines) {
        const khct_in_paragraph *p = line->paragraph;
        s->romans |= p != NULL && khct_in_beginning_of(p).sign == KHCT_IN_SIGN_ROMAN;
        s->strong |= p != NULL && (p->bold || p->outline > 0);
    }
}

/* Does something that belongs below it follow? */
static bool has_children(const section *s, size_t at, khct_in_sign sign)
{
    if (at + 1 >= s->u->lines.n || is_section(s, at + 1) || khct_in_is_foot(s->u, at + 1))
        return false;
    const khct_in_paragraph *next = s->u->lines.at[at + 1].paragraph;
    if (next == NULL)
        return true;
    khct_in_sign below = khct_in_beginning_of(next).sign;
    return below == KHCT_IN_SIGN_NONE || below > sign;
}

/* The heading of a sub-section: short, no sentence, with something below it. */
static bool is_subheading(const section *s, size_t at, khct_in_beginning b)
{
    enum { WORDS = 40, PLAIN_WORDS = 22 };
    const khct_in_paragraph *p = s->u->lines.at[at].paragraph;
    bool item = b.sign == KHCT_IN_SIGN_ITEM || b.sign == KHCT_IN_SIGN_SUBITEM;
    size_t words = khct_in_words(b.words);
    if (item || b.words.n == 0 || words > WORDS || !has_children(s, at, b.sign))
        return false;
    if (p->outline > 0)
        return true;
    if (b.sign == KHCT_IN_SIGN_NONE)
        return p->bold && words <= 15 && !khct_str_ends(b.words, ".") &&
               !khct_str_ends(b.words, ";");
    bool sentence =
        khct_str_ends(b.words, ".") || khct_str_ends(b.words, ";") || khct_str_ends(b.words, ",");
    return p->bold || (words <= PLAIN_WORDS && (!sentence || (khct_str_ends(b.words, ")."))));
}

/* --- blocks --- */

static khct_sketch *basis_of(khct_in_plan *u)
{
    if (u->basis == NULL)
        u->basis = khct_sketch_block(u->arena, u->top, KHCT_K_CANCU, KHCT_B_CANCU);
    return u->basis;
}

static bool is_basis(const section *s)
{
    return s->form != NULL && s->form->content == KHCT_CONTENT_BASIS;
}

static khct_sketch *section_block(section *s)
{
    khct_in_plan *u = s->u;
    if (s->block != NULL)
        return s->block;
    if (is_basis(s))
        return s->block = basis_of(u);
    s->block = khct_sketch_block(u->arena, u->top, KHCT_K_PHAN, KHCT_B_PHAN);
    s->block->head = s->form != NULL ? s->form->name : KHCT_STR("");
    return s->block;
}

static khct_sketch *current(section *s)
{
    return s->depth > 0 ? s->frames[s->depth - 1].block : section_block(s);
}

/* Back to what a paragraph with this sign belongs to. */
static void pop_to(section *s, khct_in_sign sign)
{
    while (s->depth > 0 && s->frames[s->depth - 1].sign >= sign)
        s->depth--;
}

static void push_subsection(section *s, khct_in_sign sign, khct_str title)
{
    pop_to(s, sign);
    if (s->depth == FRAMES)
        s->depth--;
    khct_sketch *block = khct_sketch_block(s->arena, current(s), KHCT_K_MUCNHO, KHCT_B_MUCNHO);
    block->title = khct_folded_space(s->arena, khct_in_without_end(title, ":;"));
    s->frames[s->depth++] = (frame){sign, block};
    s->headed = sign;
}

/* A title has to begin with a capital or a digit. */
static bool can_be_title(khct_str words)
{
    return words.n > 0 && !khct_in_goes_on_small(words) && memchr("-(\"", words.p[0], 3) == NULL;
}

static void add_prose(section *s, khct_keyword field, khct_str words)
{
    if (khct_str_ends(words, "./.")) /* the form prints it at the end */
        words = khct_str_sub(words, 0, words.n - 3);
    s->last = khct_sketch_put(s->arena, current(s), field, words);
}

/* --- prose --- */

static bool joins(const section *s, const khct_in_paragraph *p)
{
    return p->label.n == 0 && khct_sketch_goes_on(s->last, p->text) &&
           khct_in_beginning_of(p).sign == KHCT_IN_SIGN_NONE;
}

static void put_subitem(section *s, khct_str words)
{
    khct_sketch *block = current(s);
    khct_sketch *last = block->children.n > 0 ? block->children.at[block->children.n - 1] : NULL;
    bool under = last != NULL && last->kind == KHCT_SKETCH_FIELD &&
                 (last->keyword == KHCT_K_GACH || last->keyword == KHCT_K_KHAC);
    if (under)
        khct_sketch_say(s->arena, last, KHCT_SUBITEM, words);
    else
        add_prose(s, KHCT_K_GACH, words);
}

/* "3. Các đoàn thể: Phối hợp …" among sub-sections that have titles of their own. */
static bool put_titled(section *s, khct_in_beginning b)
{
    khct_str rest, title = khct_in_label(b.words, &rest);
    if (s->headed != b.sign || rest.n == 0 || khct_in_words(title) > 12 || !can_be_title(title))
        return false;
    push_subsection(s, b.sign, title);
    add_prose(s, KHCT_K_DOAN, rest);
    return true;
}

static void take_prose(section *s, size_t at)
{
    khct_in_paragraph *p = s->u->lines.at[at].paragraph;
    khct_in_beginning b = khct_in_beginning_of(p);
    p->used = true;
    khct_str words = b.words.n == 0 ? p->text : b.words;
    if (joins(s, p)) {
        khct_sketch_join(s->arena, s->last, p->text);
        return;
    }
    s->last = NULL;
    const khct_in_sheet *next = at + 1 < s->u->lines.n ? s->u->lines.at[at + 1].sheet : NULL;
    bool heads_table = next != NULL && next->form != KHCT_IN_FORM_NONE;
    if (heads_table && is_subheading(s, at, b)) { /* which stands elsewhere in the plan */
        khct_sketch_comment(s->arena, s->u->top, khct_in_shown(s->arena, p));
        return;
    }
    if (is_subheading(s, at, b) && can_be_title(khct_in_without_end(words, ":;"))) {
        push_subsection(s, b.sign == KHCT_IN_SIGN_NONE ? KHCT_IN_SIGN_LETTER : b.sign, words);
        return;
    }
    switch (b.sign) {
    case KHCT_IN_SIGN_ITEM: add_prose(s, KHCT_K_GACH, khct_in_without_end(words, ";")); break;
    case KHCT_IN_SIGN_SUBITEM: put_subitem(s, khct_in_without_end(words, ";")); break;
    case KHCT_IN_SIGN_NONE: add_prose(s, KHCT_K_DOAN, words); break;
    default:
        pop_to(s, b.sign);
        if (!put_titled(s, b))
            add_prose(s, KHCT_K_DOANSO, words);
        break;
    }
}

/* --- the legal basis --- */

/* Is it a document that can be told? */
static bool is_citation(khct_in_plan *u, khct_str words)
{
    khct_span span;
    khct_reader reader = khct_in_reader(u->arena, u->library, words, &span);
    khct_citation citation = khct_read_citation(&reader, span);
    return citation.understood && citation.list.at[0].id.words.n == 0;
}

/* The group that has this among its other names; a document is a name's instance. */
static const khct_group_form *group_called(khct_in_plan *u, const khct_section_form *form,
                                           khct_str title)
{
    khct_str folded = is_citation(u, title) ? KHCT_STR("van ban") : khct_fold_bare(u->arena, title);
    const khct_group_form *best = NULL;
    size_t longest = 0;
    for (size_t i = 0; i < form->groups.n; i++)
        for (size_t k = 0; k < form->groups.at[i].names.n; k++) {
            khct_str name = khct_fold_bare(u->arena, form->groups.at[i].names.at[k]);
            if (name.n <= longest || !khct_in_says(folded, name))
                continue;
            best = &form->groups.at[i];
            longest = name.n;
        }
    return best;
}

static const khct_group_form *group_named(const section *s, khct_str title)
{
    const khct_section_form *form = section_of(s->u, KHCT_CONTENT_BASIS);
    if (form == NULL || form->groups.n == 0)
        return NULL;
    const khct_group_form *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < form->groups.n; i++) {
        size_t now = named_alike(s->arena, title, form->groups.at[i].title);
        if (now >= 3 && now > most) {
            most = now;
            best = &form->groups.at[i];
        }
    }
    return best != NULL ? best : group_called(s->u, form, title);
}

static void add_entry(section *s, khct_sketch *block, khct_str words)
{
    words = khct_in_without_end(words, ";");
    while (khct_str_ends(words, ".;"))
        words = khct_str_sub(words, 0, words.n - 1);
    if (words.n == 0)
        return;
    words = khct_folded_space(s->arena, words);
    bool cited = is_citation(s->u, words);
    khct_sketch *d = khct_sketch_put(s->arena, block, cited ? KHCT_K_VANBAN : KHCT_K_KHAC, words);
    s->last = cited ? NULL : d;
}

/* Bytes of the first document where `; ` and another kind of document follow; words.n: one only. */
static size_t first_document(const section *s, khct_str words)
{
    for (size_t at = 0; at < words.n; at++) {
        if (words.p[at] != ';')
            continue;
        khct_str rest = khct_str_trim(khct_str_sub(words, at + 1, words.n));
        if (!khct_in_goes_on_small(rest) &&
            khct_in_starts_any(khct_fold_bare(s->arena, rest), KHCT_IN_WORD_CITED))
            return at;
    }
    return words.n;
}

static void add_entries(section *s, khct_sketch *block, khct_str words)
{
    for (;;) {
        size_t end = first_document(s, words);
        add_entry(s, block, khct_str_sub(words, 0, end));
        if (end == words.n)
            return;
        words = khct_str_trim(khct_str_sub(words, end + 1, words.n));
    }
}

static bool take_group(section *s, size_t at, khct_in_beginning b)
{
    khct_in_paragraph *p = s->u->lines.at[at].paragraph;
    if (b.sign != KHCT_IN_SIGN_NUMBER && p->outline == 0 &&
        !(p->bold && b.sign != KHCT_IN_SIGN_ITEM))
        return false;
    const khct_group_form *group = group_named(s, b.words);
    if (group == NULL)
        return false;
    s->depth = 0;
    khct_sketch_put(s->arena, basis_of(s->u), KHCT_K_NHOM, group->name);
    p->used = true;
    bool heads = has_children(s, at, b.sign) || group->content == KHCT_CONTENT_RESULTS;
    bool alone = khct_str_is(group->name, "chutruong") && khct_in_words(b.words) < 20;
    if (heads || alone)
        khct_sketch_comment(s->arena, basis_of(s->u), khct_in_shown(s->arena, p));
    else
        add_entries(s, basis_of(s->u), b.words);
    return true;
}

static void take_basis(section *s, size_t at)
{
    khct_in_paragraph *p = s->u->lines.at[at].paragraph;
    khct_in_beginning b = khct_in_beginning_of(p);
    if (take_group(s, at, b))
        return;
    khct_sketch *block = basis_of(s->u);
    s->block = block;
    if (joins(s, p)) {
        p->used = true;
        khct_sketch_join(s->arena, s->last, p->text);
        return;
    }
    if (s->depth > 0 || (is_subheading(s, at, b) && b.sign != KHCT_IN_SIGN_NONE &&
                         can_be_title(b.words) && !is_citation(s->u, b.words))) {
        take_prose(s, at);
        return;
    }
    p->used = true;
    if (b.sign == KHCT_IN_SIGN_SUBITEM)
        put_subitem(s, khct_in_without_end(b.words, ";"));
    else
        add_entries(s, block, b.words.n > 0 ? b.words : p->text);
}

/* --- lead-in and closing words --- */

static bool take_closing(section *s, khct_in_paragraph *p)
{
    khct_in_beginning b = khct_in_beginning_of(p);
    khct_str folded = khct_fold_bare(s->arena, b.words);
    if (!khct_in_starts_any(folded, KHCT_IN_WORD_CLOSING) ||
        !khct_in_says_any(folded, KHCT_IN_WORD_TITLE))
        return false;
    khct_str words = b.words;
    if (khct_str_ends(words, "./."))
        words.n -= 3;
    else if (khct_str_ends(words, "/."))
        words.n -= 2;
    s->last = khct_sketch_put(s->arena, s->u->paper, KHCT_K_LOIKET, words);
    p->used = true;
    return true;
}

static bool take_lead(section *s, khct_in_paragraph *p)
{
    khct_str folded = khct_fold_bare(s->arena, p->text);
    bool as_follows = khct_in_says_any(folded, KHCT_IN_WORD_LEAD) &&
                      khct_in_says_any(folded, KHCT_IN_WORD_TITLE) && khct_str_ends(p->text, ":");
    bool basis = khct_in_starts_any(folded, KHCT_IN_WORD_BASIS_BEGIN);
    bool before = s->heading == NULL && !basis && khct_in_beginning_of(p).sign == KHCT_IN_SIGN_NONE;
    bool here = s->heading == NULL || is_basis(s);
    if (!here || !(as_follows || before))
        return false;
    s->last = khct_sketch_put(s->arena, s->u->paper, KHCT_K_LOIDAN, p->text);
    p->used = true;
    return true;
}

/* "Tên cơ sở giáo dục: Trường …" in the section on the school. */
static bool take_school_line(section *s, khct_in_paragraph *p)
{
    if (s->form == NULL || s->form->content != KHCT_CONTENT_SCHOOL)
        return false;
    khct_in_beginning b = khct_in_beginning_of(p);
    khct_str value, label = khct_in_label(b.words, &value);
    khct_str folded = khct_fold(s->arena, label);
    for (size_t i = 0; i < s->form->lines.n && value.n > 0; i++) {
        khct_keyword field = s->form->lines.at[i].keyword;
        if (!khct_str_eq(khct_fold(s->arena, s->form->lines.at[i].label), folded))
            continue;
        khct_sketch *old = khct_sketch_find(s->u->school, field);
        if (old != NULL) { /* the head has it already, perhaps in capitals */
            khct_str there = old->words.n > 0 ? old->words.at[0].words : KHCT_STR("");
            if (khct_str_eq(khct_fold(s->arena, there), khct_fold(s->arena, value)))
                old->words.at[0].words = khct_folded_space(s->arena, value);
            khct_in_keep(s->u, s->u->school, p, false);
            return true;
        }
        khct_sketch_put(s->arena, s->u->school, field, value);
        p->used = true;
        return true;
    }
    return false;
}

/* --- the walk --- */

static bool is_data(const khct_section_form *form)
{
    return form != NULL && form->content != KHCT_CONTENT_PROSE &&
           form->content != KHCT_CONTENT_RESULTS;
}

static void open_section(section *s, size_t at)
{
    khct_in_plan *u = s->u;
    khct_in_paragraph *p = u->lines.at[at].paragraph;
    khct_in_beginning b = khct_in_beginning_of(p);
    khct_str title = khct_folded_space(u->arena, khct_in_without_end(b.words, ":.;"));
    size_t how;
    s->heading = p;
    s->form = section_named(u, title, &how);
    s->block = s->last = NULL;
    s->depth = 0;
    s->headed = KHCT_IN_SIGN_NONE;
    u->criterion = NULL;
    khct_str years = khct_in_years(p->text);
    if (years.n > 0 &&
        khct_in_says_any(khct_fold_bare(u->arena, p->text), KHCT_IN_WORD_RESULTS_TITLE))
        u->results_year = years;
    p->used = true;
    if (is_data(s->form)) {
        khct_sketch *parent = is_basis(s) ? basis_of(u) : u->top;
        khct_sketch_comment(u->arena, parent, khct_in_shown(u->arena, p));
        return;
    }
    s->block = khct_sketch_block(u->arena, u->top, KHCT_K_PHAN, KHCT_B_PHAN);
    bool form = s->form != NULL && named_alike(u->arena, title, s->form->title) == 100;
    if (form || (s->form != NULL && how < 100 && s->form->required)) {
        s->block->head = s->form->name;
        khct_sketch_comment(u->arena, s->block, khct_in_shown(u->arena, p));
    } else if (how == 100) { /* another name of it, which is the document's */
        s->block->title = khct_in_recased(u->arena, title, false);
    } else {
        s->form = NULL;
        s->block->title = khct_in_recased(u->arena, title, false);
    }
}

/* A section without anything below its title is kept as a comment. */
static void close_section(section *s)
{
    khct_sketch *block = s->block;
    if (block == NULL || s->heading == NULL || block->keyword != KHCT_K_PHAN)
        return;
    for (size_t i = 0; i < block->children.n; i++)
        if (block->children.at[i]->kind != KHCT_SKETCH_COMMENT)
            return;
    block->kind = KHCT_SKETCH_COMMENT;
    if (block->children.n == 0)
        khct_sketch_say(s->arena, block, KHCT_PARAGRAPH, khct_in_shown(s->arena, s->heading));
    for (size_t i = 0; i < block->children.n; i++)
        for (size_t k = 0; k < block->children.at[i]->words.n; k++)
            khct_push(s->arena, &block->words) = block->children.at[i]->words.at[k];
}

static void take_table(section *s, khct_in_sheet *sheet)
{
    s->last = NULL;
    switch (sheet->form) {
    case KHCT_IN_FORM_PLAN: khct_in_take_plan(s->u, sheet); break;
    case KHCT_IN_FORM_RESULTS: khct_in_take_results(s->u, sheet); break;
    case KHCT_IN_FORM_PROBLEMS: khct_in_take_problems(s->u, sheet); break;
    case KHCT_IN_FORM_ROUNDS: khct_in_take_rounds(s->u, sheet); break;
    case KHCT_IN_FORM_DERIVED: khct_in_keep_derived(s->u, sheet); break;
    case KHCT_IN_FORM_SCHOOL: khct_in_take_school(s->u, sheet); break;
    case KHCT_IN_FORM_CARD: khct_in_take_card(s->u, sheet); break;
    case KHCT_IN_FORM_TURNED: khct_in_take_turned(s->u, sheet); break;
    default: khct_in_keep_table(s->u, sheet); break;
    }
}

/* What follows are fields of an improvement: a line that names one, or a table of such lines. */
static bool heads_details(const section *s, size_t at)
{
    if (at + 1 >= s->u->lines.n)
        return false;
    const khct_in_line *next = &s->u->lines.at[at + 1];
    return next->sheet != NULL ? next->sheet->form == KHCT_IN_FORM_CARD
                               : khct_in_is_detail(s->u, next->paragraph);
}

static void take_line(section *s, size_t at)
{
    khct_in_plan *u = s->u;
    khct_in_paragraph *p = u->lines.at[at].paragraph;
    khct_str folded = khct_fold_bare(u->arena, p->text);
    khct_str years = khct_in_years(p->text);
    if (years.n > 0 && khct_in_says_any(folded, KHCT_IN_WORD_RESULTS))
        u->results_year = years;
    if (folded.n == 0) {
        p->used = true; /* dots, rules */
        if (khct_str_find(p->text, KHCT_STR("..")) < p->text.n ||
            khct_str_find(p->text, KHCT_STR("…")) < p->text.n)
            khct_sketch_comment(u->arena, u->top, p->text);
        return;
    }
    bool plan = s->form != NULL && s->form->content == KHCT_CONTENT_PLAN;
    if ((plan || heads_details(s, at)) && khct_in_take_criterion(u, p))
        return;
    plan |= u->criterion != NULL && khct_in_is_detail(u, p);
    khct_str begin = khct_in_beginning_of(p).words;
    if (plan && khct_in_number_after(begin, KHCT_IN_WORD_STANDARD) > 0) { /* the form prints it */
        u->criterion = NULL;
        khct_in_keep(u, u->top, p, false);
        return;
    }
    if (plan && u->criterion != NULL && !khct_in_starts_any(folded, KHCT_IN_WORD_CLOSING)) {
        khct_in_take_detail(u, p);
        return;
    }
    if (khct_in_is_foot(u, at + 1) && khct_in_take_date(u, p))
        return;
    if (take_closing(s, p) || khct_in_take_counts(u, p) || take_lead(s, p) ||
        take_school_line(s, p))
        return;
    if (s->heading == NULL || is_basis(s))
        take_basis(s, at);
    else
        take_prose(s, at);
}

/* The order of the template's sections in the document, where it is another one than the
 * template's. */
static void say_order(khct_in_plan *u, const khct_strs *order)
{
    size_t last = 0;
    bool same = true;
    for (size_t i = 0; i < order->n; i++)
        for (size_t k = 0; k < u->form->sections.n; k++)
            if (khct_str_eq(u->form->sections.at[k].name, order->at[i])) {
                same &= k + 1 > last;
                last = k + 1;
            }
    if (same || order->n < 2)
        return;
    khct_sketch_put(u->arena, u->paper, KHCT_K_THUTU,
                    khct_str_list(u->arena, order, KHCT_STR(", ")));
}

void khct_in_sections(khct_in_plan *u, size_t *at)
{
    section s = {.u = u, .arena = u->arena};
    khct_strs order = {0};
    look_over(&s);
    for (; *at < u->lines.n && !khct_in_is_foot(u, *at); ++*at) {
        if (u->lines.at[*at].sheet != NULL) {
            take_table(&s, u->lines.at[*at].sheet);
        } else if (u->lines.at[*at].paragraph->used) {
            continue;
        } else if (is_section(&s, *at)) {
            close_section(&s);
            open_section(&s, *at);
            bool seen = s.form == NULL;
            for (size_t i = 0; i < order.n && !seen; i++)
                seen = khct_str_eq(order.at[i], s.form->name);
            if (!seen)
                khct_push(u->arena, &order) = s.form->name;
        } else {
            take_line(&s, *at);
        }
    }
    close_section(&s);
    if (u->form != NULL)
        say_order(u, &order);
}

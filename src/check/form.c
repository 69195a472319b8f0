/* The form of the document: Decree 30/2020, and what the template asks for (KH6001 to KH6007). */
#include "check/checks.h"

#include "text/fold.h"
#include "text/utf8.h"

static const khct_heading *heading_of(const khct_checking *k)
{
    return &k->plan->heading;
}

/* --- KH6001, KH6002: the number --- */

static void check_kind(khct_checking *k, const khct_docnumber *number)
{
    if (khct_str_is(number->kind, "KH"))
        return;
    khct_str after_slash = number->words;
    khct_str_cut(&after_slash, '/');
    khct_str shown = number->kind.n > 0 ? number->kind : after_slash;
    const char *kind = khct_document_kind(number->kind);
    khct_diag *diag =
        khct_report(k->diags, KHCT_KH6002, number->span, KHCT_MSG(NUMBER_KIND, shown));
    if (kind != NULL)
        khct_diag_note(diag, KHCT_MSG(NUMBER_KIND_IS, number->kind, kind));
    khct_diag_hint(diag, KHCT_MSG0(NUMBER_KIND_HINT));
    if (number->kind.n == 0)
        return;
    khct_diag_fix(diag, KHCT_LIKELY, number->span,
                  KHCT_JOIN(k->arena, number->number, "/KH-", number->body));
}

/* `……`, `______`, `.../...`: nothing but places to be filled in. */
static bool is_all_blank(khct_str words)
{
    size_t length;
    for (size_t at = 0; at < words.n; at += length) {
        int32_t letter = khct_utf8_at(words.p + at, words.n - at, &length);
        if (letter >= 0x80 ? letter != 0x2026 : strchr("._ /-", letter) == NULL)
            return false;
    }
    return true;
}

void khct_check_number(khct_checking *k)
{
    const khct_heading *h = heading_of(k);
    const khct_node *node = khct_child(h->node, KHCT_K_SO);
    const khct_docnumber *number = &h->number;
    if (node == NULL || node->value.begin == node->value.end) {
        khct_report_hint(k->diags, KHCT_KH6001, h->node->key, KHCT_MSG0(NUMBER_MISSING),
                         KHCT_MSG0(NUMBER_HINT));
        return;
    }
    bool blank = number->understood ? number->number.n == 0 : is_all_blank(number->words);
    if (!number->understood || blank || number->party) {
        khct_report_hint(k->diags, KHCT_KH6001, node->value,
                         blank ? KHCT_MSG0(NUMBER_BLANK)
                               : KHCT_MSG(NUMBER_MALFORMED, number->words),
                         KHCT_MSG0(NUMBER_HINT));
        return;
    }
    if (number->mended != 0) {
        khct_diag *diag = khct_report_hint(k->diags, KHCT_KH6001, node->value,
                                           KHCT_MSG(NUMBER_MALFORMED, number->words),
                                           KHCT_MSG(NUMBER_MENDED, number->text));
        khct_diag_fix(diag, KHCT_SAFE, node->value, number->text);
    }
    check_kind(k, number);
}

/* --- KH6003: place and date --- */

static bool given(const khct_node *block, khct_keyword keyword)
{
    const khct_node *node = block == NULL ? NULL : khct_child(block, keyword);
    return node != NULL && node->value.begin < node->value.end;
}

void khct_check_place_date(khct_checking *k)
{
    const khct_heading *h = heading_of(k);
    const khct_school *school = &k->plan->school;
    if (!given(h->node, KHCT_K_NGAY)) {
        khct_report_hint(k->diags, KHCT_KH6003, h->node->key, KHCT_MSG0(DATE_MISSING),
                         KHCT_MSG0(DATE_MISSING_HINT));
    }
    if (school->node != NULL && school->place.n == 0 && h->date.place.n == 0) {
        khct_report_hint(k->diags, KHCT_KH6003, school->node->key, KHCT_MSG0(PLACE_MISSING),
                         KHCT_MSG0(PLACE_MISSING_HINT));
    }
}

/* --- KH6004, KH6005: the end --- */

static bool is_archive(khct_arena *arena, khct_str recipient)
{
    khct_str bare = khct_fold_bare(arena, recipient);
    return khct_str_starts(bare, "luu") && (bare.n == 3 || bare.p[3] == ' ');
}

void khct_check_recipients(khct_checking *k)
{
    const khct_plan *plan = k->plan;
    khct_span at =
        plan->recipients_node != NULL ? plan->recipients_node->key : plan->heading.node->key;
    KHCT_FOR (recipient, &plan->recipients)
        if (is_archive(k->arena, recipient->text))
            return;
    bool none = plan->recipients.n == 0;
    khct_report_hint(k->diags, KHCT_KH6004, at,
                     none ? KHCT_MSG0(NO_RECIPIENTS) : KHCT_MSG0(NO_ARCHIVE),
                     none ? KHCT_MSG0(NO_RECIPIENTS_HINT) : KHCT_MSG0(NO_ARCHIVE_HINT));
}

void khct_check_signatory(khct_checking *k)
{
    const khct_plan *plan = k->plan;
    KHCT_FOR (signature, &plan->signatures)
        if (signature->office.n > 0)
            return;
    khct_span at =
        plan->signatures.n > 0 ? plan->signatures.at[0].node->key : plan->heading.node->key;
    khct_diag *diag = khct_report(k->diags, KHCT_KH6005, at, KHCT_MSG0(NO_OFFICE));
    const char *head = khct_school_type_row_of(plan->school.types)->head;
    khct_diag_hint(diag, KHCT_MSG(NO_OFFICE_HINT, head));
}

/* --- KH6006, KH6007: sections --- */

static bool has_content(const khct_plan *plan, const khct_section *section)
{
    if (section->prose.n > 0 || section->form->wording)
        return true;
    switch (section->form->content) {
    case KHCT_CONTENT_BASIS: return plan->basis.n > 0 || plan->current != NULL;
    case KHCT_CONTENT_RESULTS: return plan->current != NULL;
    case KHCT_CONTENT_PLAN: return plan->improvements.n > 0;
    case KHCT_CONTENT_PROBLEMS: return plan->problems.n > 0;
    case KHCT_CONTENT_ROUNDS: return true; /* too few of them is KH3011 */
    case KHCT_CONTENT_SCHOOL: return plan->school.node != NULL;
    case KHCT_CONTENT_PROSE:
    case KHCT_CONTENT_COUNT: break;
    }
    return false;
}

/* What to write so that the section is there. */
static khct_str declaration_of(khct_arena *arena, const khct_section_form *form)
{
    khct_str declaration = khct_content_declaration(form->content);
    if (declaration.n > 0)
        return declaration;
    return KHCT_JOIN(arena, "phan ", form->name, " <");
}

/* "mucdich, cancu, tochuc" */
static khct_str section_names(const khct_plan *plan)
{
    khct_strs names = {0};
    KHCT_FOR (section, &plan->form->sections)
        khct_push(plan->arena, &names) = section->name;
    return khct_str_list(plan->arena, &names, KHCT_STR(", "));
}

void khct_check_sections(khct_checking *k)
{
    const khct_plan *plan = k->plan;
    KHCT_FOR (section, &plan->sections) {
        if (section->form == NULL) {
            khct_report_hint(k->diags, KHCT_KH6007, section->node->value,
                             KHCT_MSG(OWN_SECTION, section->title, plan->form->id),
                             KHCT_MSG(OWN_SECTION_HINT, section_names(plan)));
        } else if (section->form->required && !has_content(plan, section)) {
            khct_span at = section->node != NULL ? section->node->key : plan->heading.node->key;
            khct_report_hint(
                k->diags, KHCT_KH6006, at,
                KHCT_MSG(SECTION_MISSING, section->title, plan->form->id),
                KHCT_MSG(SECTION_MISSING_HINT, declaration_of(k->arena, section->form)));
        }
    }
}

/* --- KH6008: fields that no column shows --- */

typedef struct columns {
    bool shown[KHCT_KEYWORD_NONE + 1]; /* some column shows it, or it was noted */
    bool table;
} columns;

static columns columns_of(const khct_template *form, khct_content content)
{
    columns c = {0};
    const khct_section_form *section = khct_section_of(form, content);
    c.shown[KHCT_K_TIEUCHI] = true; /* a heading's, not a cell's */
    if (section == NULL || section->table == NULL)
        return c;
    KHCT_FOR (column, &section->table->columns) {
        c.table = true;
        KHCT_FOR (source, &column->sources)
            if (source->cell == KHCT_CELL_FIELD)
                c.shown[source->keyword] = true;
    }
    return c;
}

static void check_fields(khct_checking *k, columns *c, const khct_fields *fields)
{
    KHCT_FOR (field, fields) {
        if (c->shown[field->keyword] || field->empty)
            continue;
        c->shown[field->keyword] = true;
        khct_report(
            k->diags, KHCT_KH6008, field->node->key,
            KHCT_MSG(NO_COLUMN, khct_keyword_at(field->keyword)->unmarked, k->plan->form->id));
    }
}

void khct_check_columns(khct_checking *k)
{
    const khct_plan *plan = k->plan;
    columns c = columns_of(plan->form, KHCT_CONTENT_PLAN);
    for (size_t i = 0; c.table && i < plan->improvements.n; i++)
        for (size_t t = 0; t < plan->improvements.at[i].tasks.n; t++)
            check_fields(k, &c, &plan->improvements.at[i].tasks.at[t].fields);
    c = columns_of(plan->form, KHCT_CONTENT_PROBLEMS);
    for (size_t i = 0; c.table && i < plan->problems.n; i++)
        check_fields(k, &c, &plan->problems.at[i].fields);
    c = columns_of(plan->form, KHCT_CONTENT_ROUNDS);
    for (size_t i = 0; c.table && i < plan->rounds.n; i++)
        check_fields(k, &c, &plan->rounds.at[i].fields);
}

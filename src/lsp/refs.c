#include "lsp/refs.h"

#include "text/fold.h"
#include "text/utf8.h"

khct_refs_reading khct_refs_begin(khct_arena *arena, khct_compilation *compilation, khct_refs *refs)
{
    return (khct_refs_reading){.arena = arena,
                               .plan = compilation->plan,
                               .sources = &compilation->sources,
                               .reader = {.arena = arena,
                                          .sources = &compilation->sources,
                                          .lexicon = compilation->library->lexicon},
                               .refs = refs};
}

static void add(khct_refs_reading *g, khct_ref ref)
{
    if (ref.span.begin < ref.span.end)
        khct_push(g->arena, g->refs) = ref;
}

static khct_str raw(const khct_refs_reading *g, khct_span span)
{
    return khct_source_text(g->sources, span);
}

/* --- criteria --- */

static void add_criterion(khct_refs_reading *g, khct_criterion_id id, khct_span span)
{
    const khct_catalogue *c = g->plan->catalogue;
    const khct_criterion *criterion = c == NULL ? NULL : khct_catalogue_criterion(c, id);
    if (criterion != NULL)
        add(g, (khct_ref){.kind = KHCT_REF_CRITERION, .span = span, .criterion = criterion});
}

static void add_level(khct_refs_reading *g, uint32_t level, khct_span span, khct_criterion_id id)
{
    const khct_catalogue *c = g->plan->catalogue;
    const khct_criterion *criterion =
        c == NULL || id.standard == 0 ? NULL : khct_catalogue_criterion(c, id);
    if (level > 0)
        add(g, (khct_ref){
                   .kind = KHCT_REF_LEVEL, .span = span, .number = level, .criterion = criterion});
}

static khct_span further(khct_span place, uint32_t from)
{
    return (khct_span){place.source, place.begin + from, place.end + from};
}

/* The places in the list count from byte `from`. */
static void add_criteria(khct_refs_reading *g, uint32_t from, const khct_criteria *list)
{
    KHCT_FOR (item, &list->items) {
        add_criterion(g, item->from, further(item->from_span, from));
        if (item->to_span.begin != item->from_span.begin)
            add_criterion(g, item->to, further(item->to_span, from));
    }
}

static void criterion_heading(khct_refs_reading *g, const khct_head *head)
{
    if (head->id.standard == 0)
        return;
    add_criterion(g, head->id, head->id_span);
    add_level(g, head->target.level, head->target.level_span, head->id);
}

static void item_heading(khct_refs_reading *g, const khct_head *head)
{
    const khct_catalogue *c = g->plan->catalogue;
    const khct_article_item *item = c == NULL ? NULL : khct_catalogue_item(c, head->number);
    if (item != NULL)
        add(g, (khct_ref){.kind = KHCT_REF_ITEM, .span = head->id_span, .item = item});
    add_level(g, head->target.level, head->target.level_span, (khct_criterion_id){0, 0});
}

static void problem_heading(khct_refs_reading *g, const khct_head *head)
{
    const khct_catalogue *c = g->plan->catalogue;
    const khct_standard *standard =
        c == NULL || head->standard == 0 ? NULL : khct_catalogue_standard(c, head->standard);
    if (standard != NULL)
        add(g, (khct_ref){
                   .kind = KHCT_REF_STANDARD, .span = head->standard_span, .standard = standard});
    add_criteria(g, 0, &head->criteria);
}

static void numbers(khct_refs_reading *g, const khct_node *node, const khct_numbers *list)
{
    if (node->keyword != KHCT_K_KHOAN || g->plan->catalogue == NULL)
        return;
    for (size_t i = 0; i < list->items.n; i++) {
        const khct_article_item *item =
            khct_catalogue_item(g->plan->catalogue, list->items.at[i].from);
        if (item != NULL)
            add(g, (khct_ref){.kind = KHCT_REF_ITEM,
                              .span = khct_node_place(node, list->items.at[i].span),
                              .item = item});
    }
}

static void evidence(khct_refs_reading *g, const khct_node *node, const khct_evidence *list)
{
    KHCT_FOR (code, &list->codes)
        add_criterion(g, code->criterion, khct_node_place(node, code->criterion_span));
}

/* --- the library --- */

static void catalogue(khct_refs_reading *g, khct_str id, khct_span span)
{
    const khct_catalogue *c = g->plan->catalogue;
    if (c == NULL || !khct_str_eq(c->id, id))
        c = khct_library_catalogue(g->plan->library, id);
    if (c != NULL)
        add(g, (khct_ref){.kind = KHCT_REF_CATALOGUE, .span = span, .catalogue = c});
}

static void template(khct_refs_reading *g, khct_str id, khct_span span)
{
    const khct_template *form = g->plan->form;
    if (!khct_str_eq(form->id, id))
        form = khct_library_template(g->plan->library, id);
    if (form != NULL)
        add(g, (khct_ref){.kind = KHCT_REF_TEMPLATE, .span = span, .form = form});
}

static void legal(khct_refs_reading *g, khct_str id, khct_span span)
{
    const khct_legal *found = khct_library_legal(g->plan->library, g->arena, id);
    for (size_t i = 0; i < g->plan->legals.n; i++)
        if (khct_str_eq(g->plan->legals.at[i]->id, id))
            found = g->plan->legals.at[i];
    if (found != NULL)
        add(g, (khct_ref){.kind = KHCT_REF_LEGAL, .span = span, .legal = found});
}

static void use(khct_refs_reading *g, const khct_node *node, const khct_used *used)
{
    khct_span span = khct_node_place(node, used->id_span);
    if (used->file)
        add(g, (khct_ref){.kind = KHCT_REF_FILE, .span = node->value});
    else if (used->what == KHCT_K_DANHMUC)
        catalogue(g, used->id, span);
    else if (used->what == KHCT_K_MAU)
        template(g, used->id, span);
    else if (used->what == KHCT_K_VANBAN)
        legal(g, used->id, span);
}

static void basis(khct_refs_reading *g, const khct_node *node)
{
    const khct_basis_entry *entry = khct_plan_basis(g->plan, node);
    for (size_t k = 0; entry != NULL && k < entry->cited.n; k++)
        if (entry->cited.at[k].legal != NULL)
            add(g, (khct_ref){.kind = KHCT_REF_LEGAL,
                              .span =
                                  khct_node_place(node, khct_basis_place(entry->cited.at[k].basis)),
                              .legal = entry->cited.at[k].legal});
}

static void section(khct_refs_reading *g, khct_str name, khct_span span)
{
    const khct_section_form *found = khct_template_section(g->arena, g->plan->form, name);
    if (found != NULL)
        add(g, (khct_ref){.kind = KHCT_REF_SECTION, .span = span, .section = found});
}

static void group(khct_refs_reading *g, khct_str name, khct_span span)
{
    const khct_template *form = g->plan->form;
    for (size_t i = 0; i < form->sections.n; i++)
        for (size_t k = 0; k < form->sections.at[i].groups.n; k++)
            if (khct_str_eq(form->sections.at[i].groups.at[k].name, name)) {
                add(g, (khct_ref){.kind = KHCT_REF_SECTION,
                                  .span = span,
                                  .section = &form->sections.at[i],
                                  .group = &form->sections.at[i].groups.at[k]});
                return;
            }
}

static void names(khct_refs_reading *g, const khct_node *node, const khct_names *names)
{
    for (size_t i = 0; i < names->list.n; i++)
        if (node->keyword == KHCT_K_THUTU)
            section(g, names->list.at[i].words, khct_node_place(node, names->list.at[i].span));
}

static void identifier(khct_refs_reading *g, const khct_node *node)
{
    khct_str id = khct_str_trim(raw(g, node->value));
    switch (node->keyword) {
    case KHCT_K_DANHMUC: catalogue(g, id, node->value); break;
    case KHCT_K_MAU: template(g, id, node->value); break;
    case KHCT_K_NHOM: group(g, id, node->value); break;
    case KHCT_K_THAYTHE:
    case KHCT_K_SUADOI: legal(g, id, node->value); break;
    default: break;
    }
}

static void allowance(khct_refs_reading *g, const khct_node *node, const khct_allowed *allowed)
{
    if (allowed->code == KHCT_CODE_COUNT)
        return;
    add(g, (khct_ref){.kind = KHCT_REF_CODE,
                      .span = khct_node_place(node, allowed->code_span),
                      .number = allowed->code});
    if (allowed->criterion.standard != 0)
        add_criterion(g, allowed->criterion, khct_node_place(node, allowed->criterion_span));
}

/* --- one item --- */

static void heading(khct_refs_reading *g, const khct_node *node)
{
    const khct_head *head = khct_head_of(g->plan->values, node);
    switch (node->opens) {
    case KHCT_B_TIEUCHI:
    case KHCT_B_KETQUATC: criterion_heading(g, head); break;
    case KHCT_B_KHOAN: item_heading(g, head); break;
    case KHCT_B_VANDE: problem_heading(g, head); break;
    case KHCT_B_PHAN: section(g, khct_str_trim(raw(g, node->value)), node->value); break;
    default: break;
    }
}

static void level_list(khct_refs_reading *g, const khct_node *node, const khct_level_list *list)
{
    add_level(g, list->level, khct_node_place(node, list->level_span), (khct_criterion_id){0, 0});
    add_criteria(g, node->value.begin, &list->criteria);
}

static void meaning(khct_refs_reading *g, const khct_node *node, const khct_meaning *m)
{
    if (m->any == NULL)
        return;
    switch (m->type) {
    case KHCT_TYPE_CRITERIA: add_criteria(g, node->value.begin, m->criteria); break;
    case KHCT_TYPE_LEVEL_LIST: level_list(g, node, m->levels); break;
    case KHCT_TYPE_NUMBERS: numbers(g, node, m->numbers); break;
    case KHCT_TYPE_NAMES: names(g, node, m->names); break;
    case KHCT_TYPE_ROLES: khct_refs_people(g, node, m->people); break;
    case KHCT_TYPE_EVIDENCE: evidence(g, node, m->evidence); break;
    case KHCT_TYPE_USE: use(g, node, m->used); break;
    case KHCT_TYPE_ALLOWANCE: allowance(g, node, m->allowed); break;
    case KHCT_TYPE_ABBREVIATION: khct_refs_abbreviation(g, node, m->declared); break;
    case KHCT_TYPE_AIM:
        add_level(g, m->aim->level, khct_node_place(node, m->aim->level_span),
                  (khct_criterion_id){0, 0});
        break;
    default: break;
    }
}

void khct_refs_of(khct_refs_reading *g, const khct_node *node)
{
    const khct_place *place =
        node->keyword == KHCT_KEYWORD_NONE ? NULL : khct_place_of(node->inside, node->keyword);
    if (node->parent == NULL || place == NULL || node->value.begin >= node->value.end)
        return;
    if (place->how == KHCT_DECLARATION) {
        heading(g, node);
        return;
    }
    meaning(g, node, khct_meaning_of(g->plan->values, node));
    switch (place->type) {
    case KHCT_TYPE_BASIS: basis(g, node); break;
    case KHCT_TYPE_IDENTIFIER: identifier(g, node); break;
    case KHCT_TYPE_ROLE: khct_refs_role(g, node); break;
    default: break;
    }
    if (place->type == KHCT_TYPE_TEXT || place->type == KHCT_TYPE_EVIDENCE ||
        place->type == KHCT_TYPE_NAME || place->type == KHCT_TYPE_TITLE)
        khct_refs_text(g, node);
}

bool khct_ref_same(const khct_ref *a, const khct_ref *b)
{
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case KHCT_REF_LEVEL: return a->number == b->number && a->criterion == b->criterion;
    case KHCT_REF_FILE: return false;
    default:
        return a->number == b->number && a->criterion == b->criterion &&
               a->standard == b->standard && a->item == b->item && a->legal == b->legal &&
               a->catalogue == b->catalogue && a->form == b->form && a->section == b->section &&
               a->group == b->group;
    }
}

khct_span khct_ref_home(const khct_refs_reading *g, const khct_ref *ref)
{
    switch (ref->kind) {
    case KHCT_REF_CRITERION: return ref->criterion->span;
    case KHCT_REF_LEVEL: return ref->criterion != NULL ? ref->criterion->span : KHCT_NOWHERE;
    case KHCT_REF_ITEM: return ref->item->span;
    case KHCT_REF_STANDARD:
        return g->plan->catalogue->criteria.n > ref->standard->first
                   ? g->plan->catalogue->criteria.at[ref->standard->first].span
                   : KHCT_NOWHERE;
    case KHCT_REF_ROLE: return g->plan->roles.at[ref->number].node->value;
    case KHCT_REF_SHORT: return g->plan->abbreviations.at[ref->number].node->value;
    case KHCT_REF_LEGAL: return ref->legal->span;
    case KHCT_REF_CATALOGUE: return ref->catalogue->span;
    case KHCT_REF_TEMPLATE: return ref->form->span;
    case KHCT_REF_SECTION:
        return ref->group != NULL && ref->group->node != NULL ? ref->group->node->value
                                                              : ref->section->span;
    default: return KHCT_NOWHERE;
    }
}

/* Which catalogue and which template the plan uses. */
#include "plan/build.h"

typedef struct use {
    khct_keyword what; /* DANHMUC, MAU, VANBAN */
    khct_str id;
    khct_span span;
} use;

typedef KHCT_VEC(use) uses;

static khct_str list_text(khct_plan *plan, const char *folder)
{
    khct_strs ids = khct_library_list(plan->library, plan->arena, folder);
    return khct_str_list(plan->arena, &ids, KHCT_STR(", "));
}

/* The name without the signs that only file names have, where the library knows it; else empty. */
static khct_str unquoted(khct_plan *plan, const use *u)
{
    khct_str id = u->id;
    if (id.n < 3 || id.p[0] != '"' || id.p[id.n - 1] != '"')
        return KHCT_STR("");
    id = khct_str_sub(id, 1, id.n - 1);
    const char *folder = khct_keyword_at(u->what)->unmarked;
    khct_strs ids = khct_library_list(plan->library, plan->arena, folder);
    for (size_t i = 0; i < ids.n; i++)
        if (khct_str_eq(ids.at[i], id))
            return id;
    return KHCT_STR("");
}

static void report_unknown(khct_plan *plan, const use *u)
{
    khct_str bare = unquoted(plan, u);
    if (bare.n > 0) {
        khct_diag *diag =
            khct_report_hint(plan->diags, KHCT_KH2006, u->span, KHCT_MSG(USE_QUOTED, bare),
                             KHCT_MSG(USE_QUOTED_HINT, bare));
        khct_diag_fix(diag, KHCT_SAFE, u->span, bare);
        return;
    }
    const khct_keyword_row *row = khct_keyword_at(u->what);
    khct_diag *diag = khct_report(plan->diags, KHCT_KH2006, u->span,
                                  KHCT_MSG(CATALOGUE_UNKNOWN, row->marked, u->id));
    if (u->what != KHCT_K_VANBAN)
        khct_diag_hint(diag, KHCT_MSG(CATALOGUE_UNKNOWN_HINT, list_text(plan, row->unmarked)));
}

static uses read_uses(khct_plan *plan)
{
    uses all = {0};
    const khct_node *node = NULL;
    while ((node = khct_document_next(plan->document, node, KHCT_K_DUNG)) != NULL) {
        const khct_used *used = khct_meaning_of(plan->values, node)->used;
        if (used != NULL && used->what != KHCT_KEYWORD_NONE)
            khct_push(plan->arena, &all) =
                (use){used->what, used->id, khct_node_place(node, used->id_span)};
    }
    return all;
}

/* The declaration `danhmuc ID < … >` or `mau ID < … >` in the plan's own files. */
static const khct_node *own(khct_plan *plan, khct_keyword what, khct_str id)
{
    const khct_node *node = NULL;
    while ((node = khct_document_next(plan->document, node, what)) != NULL)
        if ((node->flags & KHCT_NODE_BLOCK) && khct_str_eq(khct_build_name(plan, node), id))
            return node;
    return NULL;
}

/* `dung vanban ID;` of a document that is neither the library's nor the plan's own. */
static void check_documents(khct_plan *plan, const uses *all)
{
    khct_map own_ids = {0};
    const khct_node *node = NULL;
    while ((node = khct_document_next(plan->document, node, KHCT_K_VANBAN)) != NULL)
        if (node->flags & KHCT_NODE_BLOCK)
            khct_map_put(plan->arena, &own_ids, khct_build_name(plan, node), 1);
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].what == KHCT_K_VANBAN &&
            khct_map_get(&own_ids, all->at[i].id) == KHCT_NONE &&
            khct_library_legal(plan->library, plan->arena, all->at[i].id) == NULL)
            report_unknown(plan, &all->at[i]);
}

/* What the plan uses of a kind: chosen in `kehoach`, used once, or declared once. The choice's
 * span is nowhere where there is none. */
static use choose(khct_plan *plan, const uses *all, khct_keyword what)
{
    use chosen = {what, KHCT_STR(""), KHCT_NOWHERE};
    const khct_node *document = khct_document_next(plan->document, NULL, KHCT_K_KEHOACH);
    const khct_node *choice = document == NULL ? NULL : khct_child(document, what);
    if (choice != NULL)
        return (use){what, khct_build_name(plan, choice), choice->value};
    size_t count = 0;
    for (size_t i = 0; i < all->n; i++) {
        if (all->at[i].what != what || khct_str_eq(all->at[i].id, chosen.id))
            continue;
        if (count++ == 0)
            chosen = all->at[i];
        else
            khct_report(plan->diags, KHCT_KH2006, all->at[i].span,
                        KHCT_MSG(CATALOGUE_WHICH, khct_keyword_at(what)->unmarked));
    }
    if (count == 0) {
        const khct_node *node = khct_document_next(plan->document, NULL, what);
        if (node != NULL)
            chosen = (use){what, khct_build_name(plan, node), node->value};
    }
    return chosen;
}

static void build_catalogue(khct_plan *plan, const use *u)
{
    const khct_node *node = own(plan, KHCT_K_DANHMUC, u->id);
    if (node != NULL)
        plan->catalogue = khct_catalogue_read(plan->values, node);
    else
        plan->catalogue = khct_library_catalogue(plan->library, u->id);
    plan->catalogue_span = u->span;
    if (plan->catalogue == NULL)
        report_unknown(plan, u);
    else
        plan->catalogue_name = khct_catalogue_name(plan->library, plan->arena, plan->catalogue);
}

static void build_form(khct_plan *plan, const use *u)
{
    const khct_node *node = own(plan, KHCT_K_MAU, u->id);
    if (node != NULL)
        plan->form = khct_template_read(plan->values, node);
    else
        plan->form = khct_library_template(plan->library, u->id);
    if (plan->form == NULL)
        report_unknown(plan, u);
}

/* The first thing in the plan that needs a catalogue. */
static const khct_node *needs_catalogue(const khct_plan *plan)
{
    static const khct_keyword NEEDS[] = {KHCT_K_TIEUCHI, KHCT_K_HIENTRANG, KHCT_K_KHOAN};
    const khct_node *first = NULL;
    for (size_t i = 0; i < sizeof NEEDS / sizeof NEEDS[0]; i++) {
        const khct_node *node = khct_document_next(plan->document, NULL, NEEDS[i]);
        if (node != NULL &&
            (first == NULL || node->span.source < first->span.source ||
             (node->span.source == first->span.source && node->span.begin < first->span.begin)))
            first = node;
    }
    return first;
}

/* The catalogue of the library for the school's type on the plan's date, or, where none was in
 * force then, the last one for it: what to suggest. */
static khct_str suggestion(khct_plan *plan)
{
    khct_str last = KHCT_STR("tt18_2018");
    khct_strs ids = khct_library_list(plan->library, plan->arena, "danhmuc");
    khct_date day = plan->heading.date.date;
    for (size_t i = 0; plan->school.types != 0 && i < ids.n; i++) {
        const khct_catalogue *c = khct_library_catalogue(plan->library, ids.at[i]);
        if (c == NULL || (c->types & plan->school.types) == 0)
            continue;
        if (day == KHCT_NO_DATE ? c->force.to.date == KHCT_NO_DATE
                                : khct_force_holds(&c->force, day))
            return ids.at[i];
        last = ids.at[i];
    }
    return last;
}

void khct_build_uses(khct_plan *plan)
{
    uses all = read_uses(plan);
    check_documents(plan, &all);
    use catalogue = choose(plan, &all, KHCT_K_DANHMUC), form = choose(plan, &all, KHCT_K_MAU);
    const khct_node *needs = needs_catalogue(plan);
    if (catalogue.id.n > 0) {
        build_catalogue(plan, &catalogue);
    } else if (needs != NULL) {
        khct_report_hint(plan->diags, KHCT_KH2006, needs->key, KHCT_MSG0(NO_CATALOGUE),
                         KHCT_MSG(NO_CATALOGUE_HINT, suggestion(plan)));
    }
    if (form.id.n > 0)
        build_form(plan, &form);
    if (plan->form == NULL)
        plan->form = khct_library_template(plan->library, KHCT_STR("cv5932"));
    if (plan->form == NULL) /* a library of the user's that has none */
        plan->form = khct_alloc(plan->arena, sizeof *plan->form);
    if (plan->catalogue != NULL && plan->school.types != 0 && plan->catalogue->types != 0 &&
        (plan->school.types & plan->catalogue->types) == 0) {
        khct_diag *diag =
            khct_report(plan->diags, KHCT_KH2005, plan->catalogue_span,
                        KHCT_MSG(TYPE, plan->catalogue_name,
                                 khct_school_types_text(plan->arena, plan->school.types)));
        khct_diag_related(diag, plan->school.types_span, KHCT_MSG0(TYPE_HERE));
        khct_diag_hint(diag, KHCT_MSG(TYPE_HINT, suggestion(plan)));
    }
}

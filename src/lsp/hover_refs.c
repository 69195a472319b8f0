/* Hover: what a word refers to. */
#include "lsp/hover.h"

static void force(khct_hovering *h, const khct_force *f)
{
    if (f->from.date == KHCT_NO_DATE)
        return;
    khct_hover_say(h, "\n\nHiệu lực: ", "\n\nIn force: ");
    if (f->to.date == KHCT_NO_DATE) {
        KHCT_HOVER(h, khct_hover_in(h, "từ ", "from "), khct_date_short(h->arena, f->from.date));
        return;
    }
    KHCT_HOVER(h, khct_date_short(h->arena, f->from.date), " – ",
               khct_date_short(h->arena, f->to.date));
}

static void remarks(khct_hovering *h, const khct_strs *list)
{
    for (size_t i = 0; i < list->n; i++)
        KHCT_HOVER(h, i == 0 ? "\n\n- " : "\n- ", list->at[i]);
}

static void requirements(khct_hovering *h, const khct_level *level)
{
    khct_hover_block(h);
    KHCT_HOVER(h, khct_hover_in(h, "Mức ", "Level "), level->level, ":\n");
    for (size_t i = 0; i < level->requirements.n; i++) {
        KHCT_HOVER(h, "\n- ");
        if (level->requirements.at[i].letter.n > 0)
            KHCT_HOVER(h, level->requirements.at[i].letter, ") ");
        KHCT_HOVER(h, level->requirements.at[i].text);
    }
}

static void result_of(khct_hovering *h, const khct_criterion *criterion)
{
    const khct_work_criterion *c = khct_work_of(h->r->c->work, criterion);
    const khct_result *result = c->result;
    if (result != NULL) {
        khct_hover_block(h);
        if (result->level == 0) {
            khct_hover_say(h, "Tự đánh giá: không đạt", "Self-assessment: not met");
        } else {
            KHCT_HOVER(h, khct_hover_in(h, "Tự đánh giá: mức ", "Self-assessment: level "),
                       result->level);
        }
    }
    if (c->target > 0) {
        KHCT_HOVER(h, result != NULL ? "; " : "\n\n",
                   khct_hover_in(h, c->keeps ? "kế hoạch: duy trì mức " : "kế hoạch: mức ",
                                 c->keeps ? "plan: keeps level " : "plan: level "),
                   c->target);
    }
}

/* `only`: one level; 0: all. */
static void criterion_page(khct_hovering *h, const khct_criterion *criterion, uint32_t only)
{
    khct_hover_say(h, "Tiêu chí ", "Criterion ");
    khct_hover_bold(h, criterion->code);
    KHCT_HOVER(h, " ");
    khct_hover_bold(h, criterion->title);
    if (criterion->mandatory)
        khct_hover_say(h, " (bắt buộc)", " (mandatory)");
    KHCT_HOVER(h, "\n\n", h->plan->catalogue_name);
    for (size_t i = 0; i < criterion->asks.n; i++)
        if (only == 0 || criterion->asks.at[i].level == only)
            requirements(h, &criterion->asks.at[i]);
    if (criterion->asks.n == 0 || (only > 0 && !khct_criterion_has(criterion, only)))
        KHCT_HOVER(h, khct_hover_in(h, "\n\nCác mức: ", "\n\nLevels: "),
                   khct_criterion_levels_text(h->arena, criterion, h->r->server->language));
    result_of(h, criterion);
    if (only == 0)
        remarks(h, &criterion->remarks);
}

static void level_page(khct_hovering *h, const khct_ref *ref)
{
    if (ref->criterion != NULL) {
        criterion_page(h, ref->criterion, ref->number);
        return;
    }
    KHCT_HOVER(h, khct_hover_in(h, "Mức ", "Level "), ref->number);
    const khct_rating *rating = h->r->c->work->rating;
    for (size_t i = 0; rating != NULL && i < rating->counts.n; i++)
        if (rating->counts.at[i].level == ref->number)
            KHCT_HOVER(h, khct_hover_in(h, ": đạt ", ": met by "), rating->counts.at[i].meet, "/",
                       rating->counts.at[i].have, khct_hover_in(h, " tiêu chí", " criteria"));
}

static void role_page(khct_hovering *h, const khct_role *role)
{
    khct_hover_bold(h, role->id);
    KHCT_HOVER(h, ": ");
    for (size_t i = 0; i < role->names.n; i++)
        KHCT_HOVER(h, i == 0 ? "" : " / ", role->names.at[i]);
    for (size_t i = 0; i < role->gathers.n; i++) {
        if (i == 0)
            khct_hover_say(h, "\n\nGồm: ", "\n\nGathers: ");
        else
            KHCT_HOVER(h, ", ");
        KHCT_HOVER(h, h->plan->roles.at[role->gathers.at[i]].name);
    }
    if (role->library)
        khct_hover_say(h, "\n\nTừ thư viện chuẩn", "\n\nFrom the standard library");
}

/* How well the library knows it, and when it was last looked at. */
static void verified(khct_hovering *h, const khct_verified *v)
{
    for (size_t i = 0; i < v->proofs.n; i++) {
        const khct_proof *proof = &v->proofs.at[i];
        KHCT_HOVER(h, i == 0 ? "\n\n" : "; ", khct_proof_text(proof->kind, h->r->server->language));
        if (proof->of.n == 0)
            continue;
        KHCT_HOVER(h, ": ", khct_proof_of(h->arena, h->plan->library->vocabulary, proof));
    }
    if (v->looked == KHCT_NO_DATE)
        return;
    KHCT_HOVER(h, khct_hover_in(h, "\n\nXem lại gần nhất: ", "\n\nLast looked at: "),
               khct_date_short(h->arena, v->looked));
}

static void legal_page(khct_hovering *h, const khct_legal *legal)
{
    khct_hover_bold(h, khct_legal_name(h->arena, legal));
    if (legal->date != KHCT_NO_DATE) {
        KHCT_HOVER(h, " ");
        khct_hover_long_date(h, legal->date);
    }
    if (legal->body.n > 0)
        KHCT_HOVER(h, khct_hover_in(h, " của ", " of "), legal->body);
    khct_hover_block(h);
    KHCT_HOVER(h, legal->subject);
    force(h, &legal->force);
    if (legal->replaced_by.n > 0) {
        const khct_legal *next = khct_library_legal(h->plan->library, h->arena, legal->replaced_by);
        KHCT_HOVER(h, khct_hover_in(h, "\n\nThay bằng: ", "\n\nReplaced by: "),
                   next == NULL ? legal->replaced_by : khct_legal_short(h->arena, next));
    }
    for (size_t i = 0; i < legal->amended_by.n; i++) {
        const khct_legal *next =
            khct_library_legal(h->plan->library, h->arena, legal->amended_by.at[i]);
        if (i == 0)
            khct_hover_say(h, "\n\nSửa đổi bởi: ", "\n\nAmended by: ");
        else
            KHCT_HOVER(h, ", ");
        KHCT_HOVER(h, next == NULL ? legal->amended_by.at[i] : khct_legal_short(h->arena, next));
    }
    verified(h, &legal->verified);
    remarks(h, &legal->remarks);
}

static void catalogue_page(khct_hovering *h, const khct_catalogue *c)
{
    khct_hover_bold(h, khct_catalogue_name(h->plan->library, h->arena, c));
    KHCT_HOVER(h, ": ", c->name);
    khct_hover_block(h);
    KHCT_HOVER(h, c->standards.n, khct_hover_in(h, " tiêu chuẩn, ", " standards, "), c->criteria.n,
               khct_hover_in(h, " tiêu chí; mức cao nhất ", " criteria; highest level "),
               c->highest);
    force(h, &c->force);
    verified(h, &c->verified);
    remarks(h, &c->remarks);
}

static void template_page(khct_hovering *h, const khct_template *form)
{
    khct_hover_bold(h, form->id);
    KHCT_HOVER(h, ": ", form->name);
    for (size_t i = 0; i < form->sections.n; i++) {
        KHCT_HOVER(h, i == 0 ? "\n\n- " : "\n- ");
        khct_hover_code(h, form->sections.at[i].name);
        KHCT_HOVER(h, " ", form->sections.at[i].title);
        if (form->sections.at[i].required)
            khct_hover_say(h, " (bắt buộc)", " (required)");
    }
}

static void page(khct_hovering *h, const khct_ref *ref)
{
    switch (ref->kind) {
    case KHCT_REF_CRITERION: criterion_page(h, ref->criterion, 0); break;
    case KHCT_REF_LEVEL: level_page(h, ref); break;
    case KHCT_REF_STANDARD: khct_hover_bold(h, ref->standard->title); break;
    case KHCT_REF_ITEM: KHCT_HOVER(h, ref->item->text); break;
    case KHCT_REF_ROLE: role_page(h, &h->plan->roles.at[ref->number]); break;
    case KHCT_REF_SHORT:
        khct_hover_bold(h, h->plan->abbreviations.at[ref->number].id);
        KHCT_HOVER(h, ": ", h->plan->abbreviations.at[ref->number].text);
        break;
    case KHCT_REF_LEGAL: legal_page(h, ref->legal); break;
    case KHCT_REF_CATALOGUE: catalogue_page(h, ref->catalogue); break;
    case KHCT_REF_TEMPLATE: template_page(h, ref->form); break;
    case KHCT_REF_SECTION:
        khct_hover_bold(h, ref->group != NULL ? ref->group->title : ref->section->title);
        if (ref->group == NULL && ref->section->required)
            khct_hover_say(h, " (mẫu yêu cầu)", " (the form requires it)");
        break;
    case KHCT_REF_CODE:
        KHCT_HOVER(h, khct_lsp_code_page(h->r->server, h->arena, (khct_code)ref->number));
        break;
    case KHCT_REF_FILE: break;
    }
}

void khct_hover_reference(khct_hovering *h, const khct_node *node)
{
    khct_refs refs = {0};
    khct_refs_reading reading = khct_refs_begin(h->arena, h->r->c, &refs);
    khct_refs_of(&reading, node);
    for (size_t i = 0; i < refs.n; i++) {
        if (refs.at[i].span.source != h->r->source || h->r->at < refs.at[i].span.begin ||
            h->r->at > refs.at[i].span.end)
            continue;
        h->span = refs.at[i].span;
        page(h, &refs.at[i]);
        return;
    }
}

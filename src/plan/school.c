/* The school, the document's own facts, and what stands at its end. */
#include "plan/build.h"

#include "library/prose.h"

static khct_str child_name(khct_plan *plan, const khct_node *node, khct_keyword keyword)
{
    const khct_node *child = khct_child(node, keyword);
    return child == NULL ? KHCT_STR("") : khct_build_name(plan, child);
}

static void build_ownership(khct_plan *plan, const khct_node *node)
{
    const khct_keyword *kind = khct_meaning_of(plan->values, node)->choice;
    if (kind != NULL && *kind != KHCT_KEYWORD_NONE)
        plan->school.ownership = khct_str_of(khct_keyword_at(*kind)->unmarked);
}

static void build_school(khct_plan *plan)
{
    khct_school *school = &plan->school;
    const khct_node *node = khct_document_next(plan->document, NULL, KHCT_K_TRUONG);
    if (node == NULL)
        return;
    school->node = node;
    school->name = child_name(plan, node, KHCT_K_TEN);
    school->superior = child_name(plan, node, KHCT_K_CAPTREN);
    school->place = child_name(plan, node, KHCT_K_DIADANH);
    school->address = child_name(plan, node, KHCT_K_DIACHI);
    school->code = child_name(plan, node, KHCT_K_MA);
    const khct_node *types = khct_child(node, KHCT_K_CAP);
    if (types != NULL) {
        school->types = khct_value_types(plan->values, types);
        school->types_span = types->value;
    }
    const khct_node *ownership = khct_child(node, KHCT_K_LOAIHINH);
    if (ownership != NULL)
        build_ownership(plan, ownership);
}

static void add_text(khct_plan *plan, khct_text *text, const khct_node *node)
{
    khct_text more = khct_build_text(plan, node);
    khct_paragraph *all = khct_alloc_array(plan->arena, text->n + more.n + 1, sizeof *all);
    if (text->n > 0)
        memcpy(all, text->at, text->n * sizeof *all);
    if (more.n > 0)
        memcpy(all + text->n, more.at, more.n * sizeof *all);
    text->at = all;
    text->n += more.n;
}

static void build_order(khct_plan *plan, const khct_node *node)
{
    const khct_names *names = khct_meaning_of(plan->values, node)->names;
    for (size_t i = 0; names != NULL && i < names->list.n; i++)
        khct_push(plan->arena, &plan->heading.order) = names->list.at[i].words;
    plan->heading.order_span = node->value;
}

static void build_number(khct_plan *plan, const khct_node *node)
{
    const khct_docnumber *number = khct_meaning_of(plan->values, node)->number;
    if (number == NULL)
        return;
    plan->heading.number = *number;
    plan->heading.number.span = node->value;
}

static void build_period(khct_plan *plan, const khct_node *node)
{
    const khct_period *period = khct_meaning_of(plan->values, node)->period;
    plan->heading.period = (khct_period){.kind = KHCT_PERIOD_NONE};
    if (period != NULL)
        plan->heading.period = *period;
    plan->heading.period.span = node->value;
}

static void build_aim(khct_plan *plan, const khct_node *node)
{
    const khct_aim *aim = khct_meaning_of(plan->values, node)->aim;
    if (aim == NULL)
        return;
    plan->heading.aim = *aim;
    plan->heading.aim.span = node->value;
    plan->heading.aim.level_span = khct_node_place(node, aim->level_span);
}

void khct_build_document(khct_plan *plan)
{
    khct_heading *h = &plan->heading;
    h->date.date = KHCT_NO_DATE;
    build_school(plan);
    const khct_node *node = khct_document_next(plan->document, NULL, KHCT_K_KEHOACH);
    h->node = node;
    for (const khct_node *n = node == NULL ? NULL : node->first; n != NULL; n = n->next) {
        if (n->value.begin == n->value.end)
            continue;
        switch (n->keyword) {
        case KHCT_K_SO: build_number(plan, n); break;
        case KHCT_K_NGAY: h->date = khct_build_day(plan, n); break;
        case KHCT_K_TRICHYEU:
            h->subject = khct_build_name(plan, n);
            h->subject_span = n->value;
            break;
        case KHCT_K_NAMHOC:
            build_period(plan, n);
            h->one_year = true;
            break;
        case KHCT_K_GIAIDOAN:
            build_period(plan, n);
            h->one_year = false;
            break;
        case KHCT_K_PHANDAU: build_aim(plan, n); break;
        case KHCT_K_LOIDAN: add_text(plan, &h->lead, n); break;
        case KHCT_K_LOIKET: add_text(plan, &h->closing, n); break;
        case KHCT_K_THUTU: build_order(plan, n); break;
        default: break;
        }
    }
    h->period.written = h->date.date;
}

/* Without the sign that ends an entry of a list, or `./.`; dots in a row are a place to be filled
 * in (`năm ...`). */
khct_str khct_without_end(khct_str text)
{
    if (khct_str_ends(text, "./."))
        text.n -= 3;
    while (text.n > 0 && !khct_str_ends(text, "..") && strchr(";., ", text.p[text.n - 1]) != NULL)
        text.n--;
    return text;
}

static void build_allowance(khct_plan *plan, const khct_node *node)
{
    const khct_allowed *a = khct_meaning_of(plan->values, node)->allowed;
    if (a != NULL && a->code != KHCT_CODE_COUNT)
        khct_push(plan->arena, &plan->allowances) = (khct_allowance){
            .code = a->code, .criterion = a->criterion, .reason = a->reason, .node = node};
}

void khct_build_end(khct_plan *plan)
{
    const khct_node *node = NULL;
    while ((node = khct_document_next(plan->document, node, KHCT_K_NOINHAN)) != NULL) {
        plan->recipients_node = node;
        for (const khct_node *n = khct_child(node, KHCT_K_NOI); n != NULL; n = khct_again(n))
            khct_push(plan->arena, &plan->recipients) =
                (khct_recipient){khct_without_end(khct_build_name(plan, n)), n};
    }
    while ((node = khct_document_next(plan->document, node, KHCT_K_CHUKY)) != NULL) {
        khct_push(plan->arena, &plan->signatures) = (khct_signature){
            node, khct_head_of(plan->values, node)->title, child_name(plan, node, KHCT_K_QUYENHAN),
            child_name(plan, node, KHCT_K_CHUCVU), child_name(plan, node, KHCT_K_HOTEN)};
    }
    while ((node = khct_document_next(plan->document, node, KHCT_K_CHOPHEP)) != NULL)
        build_allowance(plan, node);
}

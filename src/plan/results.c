/* The results of the self-assessment. */
#include "plan/build.h"
#include "plan/refer.h"
#include "text/sort.h"

typedef struct making {
    khct_plan *plan;
    khct_results *results;
    size_t *known; /* by criterion of the catalogue: position in results + 1 */
} making;

static void add(making *m, const khct_served *what, uint16_t level, const khct_node *node)
{
    khct_plan *plan = m->plan;
    const khct_catalogue *c = plan->catalogue;
    size_t *known =
        c != NULL && what->criterion != NULL ? &m->known[what->criterion - c->criteria.at] : NULL;
    if (known != NULL && *known != 0) {
        khct_known(m->results->results.at != NULL);
        khct_diag *diag = khct_report(plan->diags, KHCT_KH2007, what->span,
                                      KHCT_MSG(RESULT_TWICE, what->criterion->code));
        diag->subject = what->criterion->code;
        khct_diag_related(diag, m->results->results.at[*known - 1].span, KHCT_MSG0(FIRST_HERE));
        return;
    }
    khct_result result = {.id = what->id,
                          .criterion = what->criterion,
                          .level = level,
                          .span = what->span,
                          .node = node};
    if (node != NULL)
        result.fields = khct_build_fields(plan, node);
    khct_push(plan->arena, &m->results->results) = result;
    if (known != NULL)
        *known = m->results->results.n;
}

/* `node`: the field that has the list. */
static void add_list(making *m, const khct_node *node, const khct_criteria *list, uint16_t level)
{
    khct_served_list all = khct_refer_list(m->plan, list, node->value.begin);
    for (size_t i = 0; i < all.n; i++) {
        if (all.at[i].criterion != NULL && level > 0 && level <= m->plan->catalogue->highest)
            khct_refer_level(m->plan, all.at[i].criterion, level, all.at[i].span);
        add(m, &all.at[i], level, NULL);
    }
}

static void add_all(making *m, const khct_level_list *list, khct_span span)
{
    const khct_catalogue *c = m->plan->catalogue;
    for (size_t i = 0; c != NULL && i < c->criteria.n; i++) {
        const khct_criterion *criterion = &c->criteria.at[i];
        uint16_t level =
            list->highest || list->level > criterion->highest ? criterion->highest : list->level;
        add(m, &(khct_served){criterion->id, criterion, span}, level, NULL);
    }
}

static void add_levels(making *m, const khct_node *node)
{
    const khct_level_list *list = khct_meaning_of(m->plan->values, node)->levels;
    const khct_catalogue *c = m->plan->catalogue;
    if (list == NULL)
        return;
    if (c != NULL && list->level > c->highest)
        khct_refer_level(m->plan, NULL, list->level, khct_node_place(node, list->level_span));
    if (list->all)
        add_all(m, list, node->value);
    else if (list->level > 0)
        add_list(m, node, &list->criteria, list->level);
}

static void add_unmet(making *m, const khct_node *node)
{
    const khct_criteria *list = khct_meaning_of(m->plan->values, node)->criteria;
    if (list != NULL)
        add_list(m, node, list, 0);
}

static void add_items(making *m, const khct_node *node)
{
    enum { MOST = 100 };
    const khct_numbers *numbers = khct_meaning_of(m->plan->values, node)->numbers;
    for (size_t i = 0; numbers != NULL && i < numbers->items.n; i++) {
        const khct_number_item *item = &numbers->items.at[i];
        khct_span at = khct_node_place(node, item->span);
        for (uint32_t n = item->from; n <= item->to && n < MOST; n++) {
            khct_refer_item(m->plan, n, at);
            khct_push(m->plan->arena, &m->results->items) = (khct_item_met){n, at};
        }
    }
}

/* `tieuchi ID muc N|khongdat < … >` in full. */
static void add_full(making *m, const khct_node *node)
{
    khct_plan *plan = m->plan;
    const khct_head *head = khct_head_of(plan->values, node);
    khct_served what = {.id = head->id, .span = head->id_span};
    if (head->id.standard != 0)
        what.criterion = khct_refer_criterion(plan, what.id, what.span);
    khct_refer_level(plan, what.criterion, head->target.level, head->target.level_span);
    if (!head->understood)
        return;
    size_t before = m->results->results.n;
    add(m, &what, head->target.level, node);
    if (m->results->results.n > before) {
        m->results->results.at[before].title = head->title;
        m->results->results.at[before].title_span = head->title_span;
    }
}

static int by_criterion(const void *a, const void *b)
{
    const khct_result *x = a, *y = b;
    return khct_criterion_cmp(x->id, y->id);
}

static void build_display(khct_plan *plan, khct_results *results, const khct_node *node)
{
    const khct_keyword *display = khct_meaning_of(plan->values, node)->choice;
    results->counts |= display != NULL && *display == KHCT_K_SOLUONG;
}

static void build_one(khct_plan *plan, const khct_node *node)
{
    khct_results results = {.node = node};
    results.date.date = KHCT_NO_DATE;
    size_t n = plan->catalogue == NULL ? 0 : plan->catalogue->criteria.n;
    making m = {plan, &results, khct_alloc_array(plan->arena, n + 1, sizeof(size_t))};
    results.period = khct_head_of(plan->values, node)->year;
    for (const khct_node *child = node->first; child != NULL; child = child->next) {
        if (child->value.begin == child->value.end)
            continue;
        switch (child->keyword) {
        case KHCT_K_MUC: add_levels(&m, child); break;
        case KHCT_K_KHONGDAT: add_unmet(&m, child); break;
        case KHCT_K_KHOAN: add_items(&m, child); break;
        case KHCT_K_NGAY: results.date = khct_build_day(plan, child); break;
        case KHCT_K_TRINHBAY: build_display(plan, &results, child); break;
        case KHCT_K_TIEUCHI: add_full(&m, child); break;
        default: break;
        }
    }
    khct_build_prose(plan, node, &results.prose);
    khct_sort_vec(plan->arena, &results.results, by_criterion);
    khct_push(plan->arena, &plan->results) = results;
}

void khct_build_results(khct_plan *plan)
{
    const khct_node *node = NULL;
    while ((node = khct_document_next(plan->document, node, KHCT_K_HIENTRANG)) != NULL)
        if (node->flags & KHCT_NODE_BLOCK)
            build_one(plan, node);
    KHCT_FOR (r, &plan->results) {
        if (plan->current == NULL || r->period.kind == KHCT_PERIOD_NONE ||
            plan->current->period.kind == KHCT_PERIOD_NONE ||
            r->period.from >= plan->current->period.from)
            plan->current = r;
    }
}

const khct_result *khct_plan_result(const khct_plan *plan, khct_criterion_id id)
{
    if (plan->current == NULL)
        return NULL;
    size_t low = 0, high = plan->current->results.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const khct_result *result = &plan->current->results.at[middle];
        int order = khct_criterion_cmp(result->id, id);
        if (order == 0)
            return result;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

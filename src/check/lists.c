/* Small things that several checks need. */
#include "check/checks.h"

khct_span khct_heading_span(const khct_node *node)
{
    bool bare = node->value.begin >= node->value.end;
    return bare ? node->key : khct_span_join(node->key, node->value);
}

khct_str khct_served_subject(khct_arena *arena, const khct_served_list *served)
{
    return served->n == 1 ? khct_criterion_text(arena, served->at[0].id) : KHCT_STR("");
}

khct_str khct_improvement_subject(khct_arena *arena, const khct_improvement *improvement)
{
    return improvement->kind == KHCT_BY_CRITERION
               ? khct_criterion_text(arena, improvement->id)
               : khct_served_subject(arena, &improvement->serves);
}

khct_str khct_codes_text(khct_arena *arena, const khct_check_criteria *list)
{
    khct_strs codes = {0};
    for (size_t i = 0; i < list->n; i++)
        khct_push(arena, &codes) = list->at[i]->code;
    return khct_str_list(arena, &codes, KHCT_STR(", "));
}

bool khct_deferred(const khct_plan *plan, khct_code code, const khct_criterion *criterion)
{
    KHCT_FOR (a, &plan->allowances) {
        if (a->code == code && a->criterion.standard != 0 &&
            khct_criterion_cmp(a->criterion, criterion->id) == 0)
            return true;
    }
    return false;
}

bool khct_node_broken(const khct_node *node)
{
    enum { BROKEN = KHCT_NODE_UNKNOWN | KHCT_NODE_MISPLACED | KHCT_NODE_MENDED };
    if ((node->flags & BROKEN) != 0)
        return true;
    for (const khct_node *child = node->first; child != NULL; child = child->next)
        if (khct_node_broken(child))
            return true;
    return false;
}

khct_str khct_short_list(khct_arena *arena, const khct_strs *list)
{
    enum { MOST = 30 };
    khct_strs some = *list;
    some.n = list->n <= MOST ? list->n : MOST;
    khct_str text = khct_str_list(arena, &some, KHCT_STR(", "));
    return some.n < list->n ? khct_str_cat(arena, text, KHCT_STR(", …")) : text;
}

/* Form 2 of circular 57/2026: problems, what is done about them, and looking back. */
#include "check/checks.h"

static bool lists(const khct_served_list *list, const khct_criterion *criterion)
{
    for (size_t i = 0; criterion != NULL && i < list->n; i++)
        if (list->at[i].criterion == criterion)
            return true;
    return false;
}

static bool holds_standard(const khct_checking *k, const khct_problem *problem,
                           const khct_criterion *criterion)
{
    return problem->criteria.n == 0 && problem->standard != 0 &&
           k->plan->catalogue->standards.at[criterion->standard].number == problem->standard;
}

/* True where the improvement works on what the problem names. */
static bool answers(const khct_checking *k, const khct_improvement *improvement,
                    const khct_problem *problem)
{
    const khct_criterion *own = improvement->criterion;
    if (own != NULL && (lists(&problem->criteria, own) || holds_standard(k, problem, own)))
        return true;
    for (size_t i = 0; i < improvement->serves.n; i++) {
        const khct_criterion *served = improvement->serves.at[i].criterion;
        if (served != NULL &&
            (lists(&problem->criteria, served) || holds_standard(k, problem, served)))
            return true;
    }
    return false;
}

static khct_str list_text(khct_arena *arena, const khct_served_list *list)
{
    khct_check_criteria criteria = {0};
    for (size_t i = 0; i < list->n; i++)
        if (list->at[i].criterion != NULL)
            khct_push(arena, &criteria) = list->at[i].criterion;
    return khct_codes_text(arena, &criteria);
}

static void check_problem(khct_checking *k, const khct_problem *problem)
{
    khct_str criteria = list_text(k->arena, &problem->criteria);
    bool standard = khct_catalogue_standard(k->plan->catalogue, problem->standard) != NULL;
    if (criteria.n == 0 && (!standard || problem->criteria.n > 0))
        return; /* it names nothing, or nothing that exists */
    for (size_t i = 0; i < k->plan->improvements.n; i++)
        if (answers(k, &k->plan->improvements.at[i], problem))
            return;
    khct_message message = criteria.n > 0 ? KHCT_MSG(PROBLEM_ALONE, criteria)
                                          : KHCT_MSG(PROBLEM_ALONE_STANDARD,
                                                     khct_str_number(k->arena, problem->standard));
    khct_diag *diag = khct_report(k->diags, KHCT_KH3010, khct_heading_span(problem->node), message);
    khct_diag_hint(k->diags, diag, KHCT_MSG0(PROBLEM_ALONE_HINT));
}

static void check_improvement(khct_checking *k, const khct_improvement *improvement)
{
    khct_str criteria = improvement->criterion != NULL ? improvement->criterion->code
                                                       : list_text(k->arena, &improvement->serves);
    if (criteria.n == 0)
        return;
    for (size_t i = 0; i < k->plan->problems.n; i++)
        if (answers(k, improvement, &k->plan->problems.at[i]))
            return;
    khct_diag *diag = khct_report(k->diags, KHCT_KH3010, khct_heading_span(improvement->node),
                                  KHCT_MSG(TASK_ALONE, criteria));
    khct_diag_hint(k->diags, diag, KHCT_MSG(TASK_ALONE_HINT, criteria));
    if (improvement->criterion != NULL)
        diag->subject = improvement->criterion->code;
}

/* --- KH3015 --- */

static void check_standard(khct_checking *k, const khct_problem *problem)
{
    khct_strs wrong = {0};
    uint32_t standard = 0; /* of all that are wrong; UINT32_MAX: several */
    khct_span at = KHCT_NOWHERE;
    for (size_t i = 0; i < problem->criteria.n; i++) {
        const khct_served *served = &problem->criteria.at[i];
        if (served->id.standard == problem->standard)
            continue;
        at = wrong.n == 0 ? served->span : at;
        standard =
            standard == 0 || standard == served->id.standard ? served->id.standard : UINT32_MAX;
        khct_push(k->arena, &wrong) = khct_criterion_text(k->arena, served->id);
    }
    if (problem->standard == 0 || wrong.n == 0)
        return;
    khct_str list = khct_str_list(k->arena, &wrong, KHCT_STR(", "));
    khct_diag *diag =
        khct_report(k->diags, KHCT_KH3015, at,
                    KHCT_MSG(PROBLEM_STANDARD, list, khct_str_number(k->arena, problem->standard)));
    khct_diag_related(k->diags, diag, problem->standard_span, KHCT_MSG0(PROBLEM_STANDARD_HERE));
    khct_diag_hint(k->diags, diag,
                   standard != UINT32_MAX && wrong.n == problem->criteria.n
                       ? KHCT_MSG(PROBLEM_STANDARD_HINT, khct_str_number(k->arena, standard), list)
                       : KHCT_MSG0(PROBLEM_STANDARDS_HINT));
}

void khct_check_problem_standards(khct_checking *k)
{
    for (size_t i = 0; i < k->plan->problems.n; i++)
        check_standard(k, &k->plan->problems.at[i]);
}

/* --- KH3010 to KH3012 --- */

void khct_check_problems(khct_checking *k)
{
    for (size_t i = 0; i < k->plan->problems.n; i++)
        check_problem(k, &k->plan->problems.at[i]);
    for (size_t i = 0; k->plan->problems.n > 0 && i < k->plan->improvements.n; i++)
        check_improvement(k, &k->plan->improvements.at[i]);
}

void khct_check_rounds(khct_checking *k)
{
    size_t n = k->plan->rounds.n;
    if (n >= 2)
        return;
    const khct_node *node = n > 0 ? k->plan->rounds.at[0].node : k->plan->heading.node;
    khct_diag *diag = khct_report(k->diags, KHCT_KH3011, khct_heading_span(node),
                                  n > 0 ? KHCT_MSG0(ROUNDS_ONE) : KHCT_MSG0(ROUNDS_NONE));
    khct_diag_note(k->diags, diag, KHCT_MSG0(ROUNDS_CLAUSE));
    khct_diag_hint(k->diags, diag, KHCT_MSG0(ROUNDS_HINT));
}

void khct_check_spread(khct_checking *k)
{
    const khct_catalogue *c = k->plan->catalogue;
    for (size_t i = 0; i < c->criteria.n; i++)
        if (!khct_plan_covers(k->plan, &c->criteria.at[i]))
            return;
    if (c->criteria.n == 0)
        return;
    khct_diag *diag =
        khct_report(k->diags, KHCT_KH3012, khct_heading_span(k->plan->improvements.at[0].node),
                    KHCT_MSG(SPREAD, khct_str_number(k->arena, (long long)c->criteria.n)));
    khct_diag_note(k->diags, diag, KHCT_MSG0(SPREAD_CLAUSE));
    khct_diag_hint(k->diags, diag, KHCT_MSG0(SPREAD_HINT));
}

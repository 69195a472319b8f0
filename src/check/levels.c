/* Targets held against the results. */
#include "check/checks.h"

#include "plan/refer.h"

/* KH3001: a target that is not above the level already met. */
static void check_target(khct_checking *k, const khct_improvement *improvement)
{
    const khct_result *result = khct_plan_result(k->plan, improvement->id);
    const khct_target *target = &improvement->target;
    if (result == NULL || target->kind != KHCT_TARGET_LEVEL || target->level == 0 ||
        target->level > result->level || !khct_criterion_has(improvement->criterion, target->level))
        return;
    khct_str code = improvement->criterion->code;
    khct_str now = khct_str_number(k->arena, result->level);
    khct_diag *diag = khct_report(
        k->diags, KHCT_KH3001, target->span,
        KHCT_MSG(TARGET, khct_str_number(k->arena, target->level), now, code));
    diag->subject = code;
    khct_diag_related(k->diags, diag, result->span, KHCT_MSG0(RESULT_HERE));
    khct_diag_hint(k->diags, diag, KHCT_MSG(TARGET_HINT, now));
    khct_diag_fix(k->diags, diag, KHCT_LIKELY, target->span,
                  khct_str_cat(k->arena, KHCT_STR("duytri muc "), now));
}

void khct_check_targets(khct_checking *k)
{
    for (size_t i = 0; i < k->plan->improvements.n; i++)
        if (k->plan->improvements.at[i].criterion != NULL)
            check_target(k, &k->plan->improvements.at[i]);
}

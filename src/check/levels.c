/* Targets held against the results. */
#include "check/checks.h"

typedef struct target_check {
    khct_checking *k;
    const khct_improvement *improvement;
    const khct_result *result;
    khct_str code, wanted, met; /* "1.7", "3", "2" */
} target_check;

static khct_diag *report(const target_check *t, khct_code code, khct_message message)
{
    khct_diag *diag = khct_report(t->k->diags, code, t->improvement->target.span, message);
    diag->subject = t->code;
    khct_diag_related(diag, t->result->span, KHCT_MSG0(RESULT_HERE));
    return diag;
}

static khct_str number(const target_check *t, uint32_t n)
{
    return khct_str_number(t->k->arena, n);
}

static void put_target(const target_check *t, khct_diag *diag, const char *word, khct_str level)
{
    khct_diag_fix(diag, KHCT_LIKELY, t->improvement->target.span,
                  khct_str_cat(t->k->arena, khct_str_of(word), level));
}

/* KH3001: a target that is not above the level already met. */
static void not_above(const target_check *t, khct_message message)
{
    khct_diag *diag = report(t, KHCT_KH3001, message);
    khct_diag_hint(diag, KHCT_MSG(TARGET_HINT, t->met));
    put_target(t, diag, "duytri muc ", t->met);
}

/* KH3003: a target with a level between it and the one met. */
static void skips(const target_check *t)
{
    khct_str next = number(t, t->result->level + 1u);
    khct_message message = t->result->level == 0 ? KHCT_MSG(SKIP_FAIL, t->wanted, t->code)
                                                 : KHCT_MSG(SKIP, t->wanted, next, t->code, t->met);
    khct_diag *diag = report(t, KHCT_KH3003, message);
    khct_diag_hint(diag, KHCT_MSG(SKIP_HINT, next, t->code));
    put_target(t, diag, "muc ", next);
}

static void check_level(const target_check *t)
{
    const khct_target *target = &t->improvement->target;
    if (target->level == 0 || !khct_criterion_has(t->improvement->criterion, target->level))
        return; /* KH2003, KH2004 */
    if (target->level <= t->result->level)
        not_above(t, KHCT_MSG(TARGET, t->wanted, t->met, t->code));
    else if (target->level > t->result->level + 1)
        skips(t);
}

/* KH3002: keeps a level that is not met. */
static void check_keep(const target_check *t)
{
    const khct_target *target = &t->improvement->target;
    if (t->result->level == 0) {
        khct_diag *diag = report(t, KHCT_KH3002, KHCT_MSG(KEEP_FAIL, t->code));
        khct_diag_hint(diag, KHCT_MSG(KEEP_HINT, "1"));
        put_target(t, diag, "muc ", KHCT_STR("1"));
    } else if (target->level > t->result->level) {
        if (!khct_criterion_has(t->improvement->criterion, target->level))
            return;
        khct_diag *diag = report(t, KHCT_KH3002, KHCT_MSG(KEEP, t->wanted, t->code, t->met));
        khct_diag_hint(diag, KHCT_MSG(KEEP_HINT, t->wanted));
        put_target(t, diag, "muc ", t->wanted);
    } else if (target->level > 0 && target->level < t->result->level) {
        not_above(t, KHCT_MSG(KEEP_LOWER, t->wanted, t->met, t->code));
    }
}

void khct_check_targets(khct_checking *k)
{
    KHCT_FOR (improvement, &k->plan->improvements) {
        const khct_criterion *criterion = improvement->criterion;
        const khct_result *result =
            criterion == NULL ? NULL : khct_plan_result(k->plan, improvement->id);
        /* a result that the criterion cannot have is KH2003 and judges nothing */
        if (result == NULL || result->level > criterion->highest)
            continue;
        target_check t = {k,
                          improvement,
                          result,
                          criterion->code,
                          khct_str_number(k->arena, improvement->target.level),
                          khct_str_number(k->arena, result->level)};
        if (improvement->target.kind == KHCT_TARGET_LEVEL)
            check_level(&t);
        else if (improvement->target.kind == KHCT_TARGET_KEEP)
            check_keep(&t);
    }
}

/* The criteria: what is met, what is planned, what holds the school back. */
#include "work/build.h"

uint16_t khct_improvement_target(const khct_plan *plan, const khct_improvement *improvement)
{
    const khct_target *target = &improvement->target;
    if (target->kind == KHCT_TARGET_FAIL)
        return 0;
    if (target->level > 0 || target->kind != KHCT_TARGET_KEEP ||
        improvement->kind != KHCT_BY_CRITERION)
        return target->level;
    const khct_result *result = khct_plan_result(plan, improvement->id);
    return result == NULL ? 0 : result->level;
}

static khct_work_criterion *record_of(khct_work *work, const khct_criterion *criterion)
{
    khct_known(work->plan->catalogue != NULL);
    return &work->criteria[criterion - work->plan->catalogue->criteria.at];
}

static void serve(khct_work *work, const khct_criterion *criterion,
                  const khct_improvement *improvement)
{
    if (criterion == NULL)
        return;
    khct_work_criterion *c = record_of(work, criterion);
    if (c->tasks == 0 && improvement->tasks.n > 0)
        c->first = (uint32_t)improvement->tasks.at[0].number + 1;
    c->tasks += (uint32_t)improvement->tasks.n;
    if (improvement->criterion == criterion && c->own == NULL) {
        c->own = improvement;
        c->target = khct_improvement_target(work->plan, improvement);
        c->keeps = improvement->target.kind == KHCT_TARGET_KEEP;
    }
}

/* `seen`: by criterion, the last improvement that was counted for it: one that names it twice
 * counts once. */
static void serve_all(khct_work *work, const khct_improvement *improvement,
                      const khct_improvement **seen)
{
    serve(work, improvement->criterion, improvement);
    KHCT_FOR (served, &improvement->serves) {
        const khct_criterion *criterion = served->criterion;
        if (criterion == NULL)
            continue;
        const khct_improvement **last = &seen[record_of(work, criterion) - work->criteria];
        if (*last != improvement)
            serve(work, criterion, improvement);
        *last = improvement;
    }
}

static void hold(khct_work *work, const khct_steps *steps)
{
    for (size_t i = 0; i < steps->n; i++)
        record_of(work, steps->at[i].criterion)->holds = true;
}

void khct_work_criteria(khct_work *work)
{
    const khct_plan *plan = work->plan;
    const khct_catalogue *c = plan->catalogue;
    work->criterion_count = c == NULL ? 0 : c->criteria.n;
    work->criteria =
        khct_alloc_array(plan->arena, work->criterion_count + 1, sizeof *work->criteria);
    for (size_t i = 0; i < work->criterion_count; i++) {
        work->criteria[i].criterion = &c->criteria.at[i];
        work->criteria[i].result = khct_plan_result(plan, c->criteria.at[i].id);
    }
    const khct_improvement **seen =
        khct_alloc_array(plan->arena, work->criterion_count + 1, sizeof *seen);
    KHCT_FOR (improvement, &plan->improvements)
        serve_all(work, improvement, seen);
    if (work->way == NULL)
        return;
    hold(work, &work->way->all);
    if (work->way->choose > 0)
        hold(work, &work->way->any);
}

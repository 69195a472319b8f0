/* What the tasks cost. */
#include "work/build.h"

khct_sum khct_improvement_cost(const khct_work *work, const khct_improvement *improvement)
{
    khct_sum sum = {0};
    KHCT_FOR (task, &improvement->tasks)
        khct_sum_add(&sum, &work->tasks[task->number].cost);
    return sum;
}

/* What counts for the task. `*shared`: the last improvement whose common money was counted. */
static const khct_money *money_of(khct_work_task *t, const khct_improvement **shared)
{
    const khct_field *field = t->task->money;
    if (field == NULL || field->stated)
        return NULL;
    t->shares = field->inherited && t->improvement->tasks.n > 1;
    if (field->inherited && *shared == t->improvement)
        return NULL;
    if (field->inherited)
        *shared = t->improvement;
    return field->meaning->money;
}

void khct_work_money(khct_work *work)
{
    const khct_catalogue *c = work->plan->catalogue;
    const khct_improvement *shared = NULL;
    work->group_count = (c == NULL ? 0 : c->standards.n) + KHCT_GROUP_MORE;
    work->by_group = khct_alloc_array(work->plan->arena, work->group_count, sizeof *work->by_group);
    for (uint32_t i = 0; i < work->task_count; i++) {
        khct_work_task *t = &work->tasks[i];
        t->money = money_of(t, &shared);
        if (t->money == NULL)
            continue;
        khct_sums sums = khct_money_sums(t->money);
        t->cost = sums.all;
        khct_sums_add(&work->money, &sums);
        khct_sum_add(&work->by_group[t->group], &sums.all);
    }
}

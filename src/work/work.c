#include "work/work.h"

#include "work/build.h"

khct_work *khct_work_make(const khct_plan *plan, khct_date day)
{
    khct_work *work = khct_alloc(plan->arena, sizeof *work);
    work->plan = plan;
    work->day = day;
    work->rating = khct_rating_make(plan);
    work->next = khct_rating_next(work->rating);
    work->way = work->next == 0 ? NULL : khct_rating_way(work->rating, work->next);
    khct_work_tasks(work);
    khct_work_parties(work);
    khct_work_money(work);
    khct_work_criteria(work);
    return work;
}

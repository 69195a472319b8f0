/* What changed from one plan to another, in the words of the plan. */
#ifndef KHCT_REPORT_DIFF_H
#define KHCT_REPORT_DIFF_H

#include "plan/plan.h"

typedef struct khct_change {
    khct_str where;    /* "Tiêu chí 1.7 › việc \"Bồi dưỡng …\" › Thời gian" */
    khct_str old, new; /* the words; .p NULL: not there */
} khct_change;

typedef KHCT_VEC(khct_change) khct_changes;

/* The changes in the order of the new plan; what is gone stands at its old neighbours' end. Works
 * in `arena`; texts of both plans are referred to. */
khct_changes khct_diff_make(khct_arena *arena, const khct_plan *old, const khct_plan *new);

#endif

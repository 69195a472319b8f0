/* Where the tasks of a plan stand on a day. */
#ifndef KHCT_REPORT_STATUS_H
#define KHCT_REPORT_STATUS_H

#include "plan/plan.h"

typedef enum khct_standing {
    KHCT_OVERDUE,  /* its time is over and it is not finished */
    KHCT_DUE_SOON, /* its time ends within KHCT_SOON days */
    KHCT_RUNNING,  /* its time has begun, or it recurs without an end */
    KHCT_LATER,    /* its time has not begun */
    KHCT_UNDATED,  /* no time that is understood */
    KHCT_DONE,
    KHCT_STANDING_COUNT,
} khct_standing;

enum { KHCT_SOON = 30 }; /* days */

typedef struct khct_task_status {
    const khct_improvement *improvement;
    const khct_task *task;
    khct_standing standing;
    khct_progress_state state; /* of its last progress; KHCT_PROGRESS_NONE: none given */
    int percent;               /* -1: not given */
    khct_date due;             /* last day; KHCT_NO_DATE: open or unknown */
} khct_task_status;

typedef KHCT_VEC(khct_task_status) khct_task_statuses;

/* All tasks, in the plan's order, as they stand on that day. */
khct_task_statuses khct_status_make(khct_arena *arena, const khct_plan *plan, khct_date today);

/* The last progress given on or before the day, or NULL. */
const khct_progress *khct_last_progress(const khct_task *task, khct_date today);

/* A few words that tell the task from others: its title, content or first measure; at most about
 * `most` characters, cut at a word and ended with "…". */
khct_str khct_task_words(khct_arena *arena, const khct_task *task, size_t most);

/* "1.7", "khoản 2", or the criteria that it serves; may be empty. */
khct_str khct_improvement_code(khct_arena *arena, const khct_improvement *improvement);

#endif

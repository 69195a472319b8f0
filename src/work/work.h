/* What follows from a plan on a day: made once, and written by whoever shows it.
 *
 * What the plan says is in plan.h; nothing here is the writer's own words but the names of tasks.
 * "On the day" means: as was recorded on or before it. Without a day (KHCT_NO_DATE) all that was
 * recorded counts, and nothing is overdue, due or running.
 */
#ifndef KHCT_WORK_WORK_H
#define KHCT_WORK_WORK_H

#include "value/sum.h"
#include "work/rating.h"

/* Where a task stands in its time. */
typedef enum khct_standing {
    KHCT_OVERDUE,  /* its time is over and it is not finished */
    KHCT_DUE_SOON, /* its time has begun and ends within KHCT_SOON days */
    KHCT_RUNNING,  /* its time has begun, or it recurs without an end */
    KHCT_LATER,    /* its time has not begun */
    KHCT_UNDATED,  /* no time that is understood */
    KHCT_DONE,
    KHCT_UNJUDGED, /* no day is given to judge it by */
    KHCT_STANDING_COUNT,
} khct_standing;

enum { KHCT_SOON = 30 }; /* days */

/* "quahan", "sapdenhan", "tronghan", "chuadenky", "khongrohan", "hoanthanh"; "" for UNJUDGED. */
const char *khct_standing_key(khct_standing standing);

/* "quá hạn", "overdue", …; "" for UNJUDGED. */
const char *khct_standing_name(khct_standing standing, khct_language language);

/* A person or body, named by a role or in free words: one, whatever stands beside a role's name and
 * in whatever letter case the words are. */
typedef struct khct_party {
    khct_str name;         /* the role's, or the words where they first stand */
    uint32_t role;         /* of the plan's roles; KHCT_NONE: free words */
    uint32_t leads, helps; /* how many tasks; one that it leads it does not help with */
    uint32_t late;         /* of those it leads: overdue */
    uint32_t first;        /* khct_work.assigned: its tasks, those led before the others */
} khct_party;

/* Money and tasks are grouped by standard; after the standards stand two groups more. */
typedef enum khct_group_more {
    KHCT_GROUP_ITEMS, /* items of level 4 */
    KHCT_GROUP_NONE,  /* of no single standard */
    KHCT_GROUP_MORE,
} khct_group_more;

typedef struct khct_work_task {
    const khct_improvement *improvement;
    const khct_task *task;
    uint32_t number; /* from 1, over the whole plan */
    uint32_t group;  /* position of its standard in the catalogue, or standards + khct_group_more */
    const khct_time *time;     /* NULL: none, or not understood */
    khct_date due;             /* its last day; KHCT_NO_DATE: none, open or unknown */
    const khct_progress *last; /* the latest progress on the day; NULL: none */
    khct_progress_state state; /* of it; KHCT_PROGRESS_NONE: none recorded */
    khct_standing standing;
    const khct_money *money; /* what counts for it: its own; what is given beside several tasks is
                                one sum for all, and counts with the first that has none of its own.
                                NULL: none */
    khct_sum cost;           /* of it */
    bool shares;             /* the money shown beside it is for several tasks */
    uint32_t parties, leads, helps; /* khct_work.party_of: who leads, then who helps */
} khct_work_task;

/* A criterion of the catalogue. */
typedef struct khct_work_criterion {
    const khct_criterion *criterion;
    const khct_result *result;   /* NULL: none given */
    const khct_improvement *own; /* the first planned by this criterion; NULL: none */
    uint16_t target; /* level aimed at; of `duytri` without one the level met; 0: none */
    bool keeps;      /* `duytri` */
    bool holds;      /* must rise, or may be the one to rise, for the next level (khct_work.way) */
    uint32_t tasks, first; /* how many serve it; the number of the first, 0: none */
} khct_work_criterion;

typedef struct khct_work {
    const khct_plan *plan;
    khct_date day;
    const khct_rating *rating;     /* NULL where nothing can be rated */
    uint16_t next;                 /* the level to reach next, see khct_rating_next; 0: none */
    const khct_way *way;           /* to it: what holds the school back; NULL: none */
    khct_work_criterion *criteria; /* as in the catalogue */
    size_t criterion_count;        /* 0 without a catalogue */
    khct_work_task *tasks;         /* in the plan's order */
    uint32_t task_count, dated;    /* dated: those with a last day */
    uint32_t standings[KHCT_STANDING_COUNT];
    uint32_t states[KHCT_FINISHED + 1];
    KHCT_VEC(khct_party) parties; /* in the order in which they are named first */
    KHCT_VEC(uint32_t) party_of;  /* of all tasks, side by side */
    uint32_t *assigned;           /* positions of tasks, party by party */
    uint32_t nobody;              /* tasks that no one leads */
    khct_sums money;
    khct_sum *by_group; /* group_count of them */
    size_t group_count;
} khct_work;

/* Everything, in the plan's arena. Runs inside khct_try on it. */
khct_work *khct_work_make(const khct_plan *plan, khct_date day);

/* --- single facts --- */

/* What a task is called, in full: its title; else the first words of its own content, measure, aim
 * or result; then the same of those beside it; then the title of its criterion. May be empty. */
khct_str khct_task_name(const khct_improvement *improvement, const khct_task *task);

/* That name in at most about `most` characters, cut where a word ends and ended with "…". */
khct_str khct_task_words(khct_arena *arena, const khct_improvement *improvement,
                         const khct_task *task, size_t most);

/* What an improvement is for: "1.7", "khoản 2", "1.7, 2.3"; may be empty. */
khct_str khct_improvement_code(khct_arena *arena, const khct_improvement *improvement);

/* The criteria that an improvement serves: "1.2, 1.3". */
khct_str khct_served_text(khct_arena *arena, const khct_served_list *serves);

/* The standard that all of it serves, also where the catalogue does not have the criterion; NULL:
 * none, or several. */
const khct_standard *khct_improvement_standard(const khct_plan *plan,
                                               const khct_improvement *improvement);

/* What the tasks of one improvement cost together. */
khct_sum khct_improvement_cost(const khct_work *work, const khct_improvement *improvement);

/* The level that an improvement aims at; of `duytri` without a level the one that its criterion
 * meets. 0: none. */
uint16_t khct_improvement_target(const khct_plan *plan, const khct_improvement *improvement);

/* The work's record of a criterion of the catalogue. */
static inline const khct_work_criterion *khct_work_of(const khct_work *work,
                                                      const khct_criterion *criterion)
{
    return &work->criteria[criterion - work->plan->catalogue->criteria.at];
}

#endif

/* The level of a whole school, by the rule of its catalogue.
 *
 * Circulars 17, 18, 19/2018: level n when every criterion that has level n meets it. Circular
 * 57/2026, article 5: by mandatory criteria and a number of the others. The rule itself is data
 * of the catalogue.
 */
#ifndef KHCT_WORK_RATING_H
#define KHCT_WORK_RATING_H

#include "plan/plan.h"

/* How many criteria have a level, and how many of them meet it. */
typedef struct khct_level_count {
    uint16_t level;
    uint32_t have, meet;
} khct_level_count;

/* What keeps the school from a level, by the rule of that level alone. */
typedef struct khct_hold {
    uint16_t level;                            /* the level that is not reached */
    KHCT_VEC(const khct_criterion *) criteria; /* each of these is needed and not met */
    KHCT_VEC(const khct_criterion *) others;   /* of these, `missing` more are needed */
    uint32_t missing;
    KHCT_VEC(uint32_t) items; /* level-4 items not met */
} khct_hold;

/* A criterion and the levels it goes from and to. */
typedef struct khct_step {
    const khct_criterion *criterion;
    uint16_t from, to; /* from 0: not met, or no result given */
} khct_step;

typedef KHCT_VEC(khct_step) khct_steps;

/* The smallest sets of criteria that lift the school to a level, by the rules of that level and of
 * all below it: all of `all`, any `choose` of `any`, all of `items`. */
typedef struct khct_way {
    uint16_t level;
    khct_steps all;
    khct_steps any; /* where some of them stand in `all` too, they need only go further */
    uint32_t choose;
    KHCT_VEC(uint32_t) items; /* level-4 items */
} khct_way;

/* One condition of a rule: which criteria it looks at, how many must meet its level, and which of
 * them do not. */
typedef struct khct_reason_part {
    khct_rule_kind kind;
    uint16_t level;                           /* that the criteria must meet; 0: of items */
    uint32_t need, met;                       /* criteria, or level-4 items */
    KHCT_VEC(const khct_criterion *) counted; /* those looked at */
    KHCT_VEC(const khct_criterion *) below;   /* those of them that do not meet it */
    KHCT_VEC(uint32_t) items;                 /* items not met */
    bool holds;                               /* need is met */
} khct_reason_part;

/* The rule of a level, condition by condition. */
typedef struct khct_reason {
    uint16_t level;
    bool reached; /* the school has the level: its rule holds, and those of all levels below */
    KHCT_VEC(khct_reason_part) parts;
} khct_reason;

typedef struct khct_rating {
    uint16_t now;      /* the level from the results, those not given counted as not met; 0: none */
    uint16_t at_best;  /* the same, those not given counted as met */
    uint16_t lifted;   /* the level if every target and every planned item were met */
    uint16_t possible; /* the same, and what is planned without a level went as high as it can */
    uint16_t aim;      /* the plan's `phandau`; 0: none stated */
    bool complete;     /* results are given for every criterion */
    KHCT_VEC(const khct_criterion *) unknown; /* those without a result */
    KHCT_VEC(khct_level_count) counts;        /* by level, from 1 */
    KHCT_VEC(khct_hold) holds;     /* what is missing for each level above `now`, lowest first */
    KHCT_VEC(khct_hold) after;     /* the same above `lifted`, if all targets were met */
    KHCT_VEC(khct_way) ways;       /* to each level above `now`, lowest first */
    KHCT_VEC(khct_reason) reasons; /* of every level that has a rule, lowest first */
} khct_rating;

/* The rating; NULL without a catalogue, its rule, or results. */
const khct_rating *khct_rating_make(const khct_plan *plan);

/* The level that the school must reach next: its aim, or without one the level above the one it
 * has. 0: the aim is reached, or there is no higher level. */
uint16_t khct_rating_next(const khct_rating *rating);

/* The way to `level`; NULL: the school has it, or the catalogue has no rule for it. */
const khct_way *khct_rating_way(const khct_rating *rating, uint16_t level);

#endif

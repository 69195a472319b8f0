/* The functions of the rows, one file a family, and what several of them need; of use inside
 * src/check only. */
#ifndef KHCT_CHECK_CHECKS_H
#define KHCT_CHECK_CHECKS_H

#include "check/check.h"

#define KHCT_CHECK(name, needs, ...) void khct_check_##name(khct_checking *checking);
#include "check/checks.def"

/* Days within which a task may lie: preparations begin in the summer before the plan's years. */
typedef struct khct_window {
    khct_date from, to;
} khct_window;

/* time.c */
khct_window khct_window_of(const khct_period *period);

/* --- lists.c --- */

typedef KHCT_VEC(const khct_criterion *) khct_check_criteria;

/* A declaration's keyword and heading. */
khct_span khct_heading_span(const khct_node *node);

/* True where the reader of the tree could not make something of it out: that may be what seems to
 * be missing. */
bool khct_node_broken(const khct_node *node);

/* The one criterion that a remark is about ("1.7"), which `chophep CODE tieuchi ID` may name: of
 * what serves one, of an improvement. Empty: none, or several. */
khct_str khct_served_subject(khct_arena *arena, const khct_served_list *served);
khct_str khct_improvement_subject(khct_arena *arena, const khct_improvement *improvement);

/* "1, 2, 5"; a long list ends with "…" after its first thirty. */
khct_str khct_short_list(khct_arena *arena, const khct_strs *list);

/* "1.1, 1.3, 5.2" */
khct_str khct_codes_text(khct_arena *arena, const khct_check_criteria *list);

/* True where `chophep CODE tieuchi ID` takes the criterion out of a message that lists several. */
bool khct_deferred(const khct_plan *plan, khct_code code, const khct_criterion *criterion);

#endif

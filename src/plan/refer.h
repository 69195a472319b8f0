/* References to the catalogue: a criterion, a level, an item, with what to say when it is not
 * there. */
#ifndef KHCT_PLAN_REFER_H
#define KHCT_PLAN_REFER_H

#include "plan/plan.h"

/* The criterion; NULL where the catalogue has none such (KH2001) or there is no catalogue. */
const khct_criterion *khct_refer_criterion(khct_plan *plan, khct_criterion_id id, khct_span at);

/* Checks that the criterion (may be NULL) and the catalogue have the level (KH2003, KH2004). */
void khct_refer_level(khct_plan *plan, const khct_criterion *criterion, uint16_t level,
                      khct_span at);

/* A level-4 item; NULL: KH2002. */
const khct_article_item *khct_refer_item(khct_plan *plan, uint32_t number, khct_span at);

/* A standard; NULL: KH2002. */
const khct_standard *khct_refer_standard(khct_plan *plan, uint32_t number, khct_span at);

/* All criteria of a list, ranges filled in from the catalogue. The list's places count from byte
 * `from` of the file. */
khct_served_list khct_refer_list(khct_plan *plan, const khct_criteria *list, uint32_t from);

/* "ke-hoach.khct:24:10" */
khct_str khct_place_text(const khct_plan *plan, khct_span at);

#endif

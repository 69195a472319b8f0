/* The subject of a legal document as people cite it: shortened, abbreviated, in another order. */
#ifndef KHCT_CHECK_SUBJECT_H
#define KHCT_CHECK_SUBJECT_H

#include "plan/plan.h"

enum {
    KHCT_SUBJECT_ALIKE = 50, /* from here on the two may be the same */
    KHCT_SUBJECT_SAME = 80,  /* from here on they surely are */
};

/* How many of the words that say something in `said` also stand in `record`, per cent.
 * Abbreviations that the plan knows count as their words. 100 where `said` has too few words to
 * judge. */
unsigned khct_subject_alike(const khct_plan *plan, khct_str said, khct_str record);

/* Those of the keywords that the subject does not have, in quotation marks; empty: none. */
khct_str khct_subject_lacks(const khct_plan *plan, khct_str said, const khct_strs *keywords);

#endif

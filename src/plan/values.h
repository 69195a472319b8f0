/* The meaning of a field's value, by its type. */
#ifndef KHCT_PLAN_VALUES_H
#define KHCT_PLAN_VALUES_H

#include "value/meaning.h"

/* At most one is set; all NULL for text. */
typedef struct khct_value {
    const khct_time *time;
    const khct_money *money;
    const khct_people *people;
    const khct_evidence *evidence;
    const khct_progress *progress;
    const khct_criteria *criteria;
} khct_value;

#endif

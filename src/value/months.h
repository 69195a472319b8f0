/* A number of months that a value counts: `9 tháng` in a time, `x 9 tháng` in a sum of money. */
#ifndef KHCT_VALUE_MONTHS_H
#define KHCT_VALUE_MONTHS_H

#include "value/words.h"

enum { KHCT_MONTHS_MOST = 60 }; /* more are no length of a task */

typedef struct khct_months {
    uint64_t count; /* 0: none is said */
    khct_span span;
} khct_months;

/* The first one among the words; with `times` only one that multiplies. */
khct_months khct_months_in(const khct_words *words, bool times);

#endif

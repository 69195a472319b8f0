/* What the test of phrases asks of each type of value. */
#ifndef KHCT_TESTS_VALUES_H
#define KHCT_TESTS_VALUES_H

#include "unit/value_helper.h"

/* The meaning of the value at `span` in the notation of its type; "text" where it is kept as
 * words. What is not understood of it stands at the end as " + words". */
typedef const char *values_meaning(desk *d, khct_span span);

values_meaning values_money, values_time;

#endif

/* What the test of phrases asks of each type of value. */
#ifndef KHCT_TESTS_VALUES_H
#define KHCT_TESTS_VALUES_H

#include "unit/value_helper.h"

/* The meaning of the value at `span` in the notation of its type; "text" where it is kept as
 * words. What is not understood of it stands at the end as " + words". */
typedef const char *values_meaning(desk *d, khct_span span);

values_meaning values_money, values_time, values_people, values_citations;

/* A plan in which the value at `span` stands between `before` and `behind`; what is said of the
 * value goes to the desk's diagnostics. */
struct khct_plan;
const struct khct_plan *values_plan(desk *d, khct_span span, const char *before,
                                    const char *behind);

#endif

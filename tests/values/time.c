/* The meaning of times as the tables write it. */
#include "values.h"

#include "value/time.h"

const char *values_time(desk *d, khct_span span)
{
    (void)d;
    (void)span;
    return "text";
}

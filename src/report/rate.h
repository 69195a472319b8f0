/* The level of a school by its results, why, and what the plan would make of it: for a terminal. */
#ifndef KHCT_REPORT_RATE_H
#define KHCT_REPORT_RATE_H

#include "text/out.h"
#include "work/work.h"

/* Runs inside khct_try on the plan's arena. */
void khct_rate_write(khct_out *out, const khct_work *work, khct_language language);

#endif

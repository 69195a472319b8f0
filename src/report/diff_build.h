/* The parts that a comparison is made by; of use inside src/report only. */
#ifndef KHCT_REPORT_DIFF_BUILD_H
#define KHCT_REPORT_DIFF_BUILD_H

#include "report/diff.h"

/* What a change of a value means; empty where its words say all. Values may be NULL. */
khct_str khct_diff_time(khct_arena *arena, const khct_time *old, const khct_time *new);
khct_str khct_diff_money(khct_arena *arena, const khct_money *old, const khct_money *new);
khct_str khct_diff_people(khct_arena *arena, const khct_people *old, const khct_people *new);

#endif

/* A file in which git left the marks of a conflict, taken apart into the versions it came from. */
#ifndef KHCT_REPORT_MARKS_H
#define KHCT_REPORT_MARKS_H

#include "report/merge.h"

/* The versions of a text with marks: `<<<<<<< NAME`, `||||||| NAME` (not always there), `=======`,
 * `>>>>>>> NAME`. Names are those of the first conflict. Where the marks do not show the base, that
 * of a conflict is empty. Returns how many conflicts there are; 0 also where marks are missing or
 * out of order. *based: all of them show their base. Inside khct_try on the arena. */
size_t khct_marks_read(khct_arena *arena, khct_str text, khct_merge_input sides[KHCT_MERGE_SIDES],
                       bool *based);

/* What stands for a merge that could not be made: both versions, whole, between marks. */
khct_str khct_marks_write(khct_arena *arena, const khct_merge_input sides[KHCT_MERGE_SIDES]);

#endif

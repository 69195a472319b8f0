/* A comparison of two plans, written for people and programs. */
#ifndef KHCT_REPORT_DIFF_WRITE_H
#define KHCT_REPORT_DIFF_WRITE_H

#include "diag/render.h"
#include "report/diff.h"

/* What the two are called: "ke-hoach.khct", "v1:ke-hoach.khct". */
typedef struct khct_diff_names {
    khct_str old, new;
} khct_diff_names;

/* For a terminal: a summary, then the changes group by group. Nothing where nothing changed. */
void khct_diff_text(khct_out *out, khct_arena *arena, const khct_diff *diff,
                    const khct_diff_names *names, khct_style style);

/* One object of JSON with `tomtat` and `thaydoi`. */
void khct_diff_json(khct_out *out, khct_arena *arena, const khct_diff *diff,
                    const khct_diff_names *names);

/* A page that needs nothing else: old at the left, new at the right, in the look of the plan's page
 * (`style` is its style sheet). */
void khct_diff_html(khct_out *out, khct_arena *arena, const khct_diff *diff,
                    const khct_diff_names *names, khct_str style);

#endif

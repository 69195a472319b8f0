/* Diagnostics as SARIF 2.1.0, the form that code hosts and editors read.
 *
 * One run for all plans: khct_sarif_begin, the results of each plan, khct_sarif_end. Between the
 * results of two plans that both have some stands a comma, which the caller writes.
 */
#ifndef KHCT_DIAG_SARIF_H
#define KHCT_DIAG_SARIF_H

#include "diag/diag.h"
#include "text/out.h"

/* The tool with a rule a code, and the beginning of the list of results. */
void khct_sarif_begin(khct_out *out, const char *version, khct_language language);

/* The results of one plan; nothing where it has none. `path`: where a diagnostic without a place
 * is said to stand. */
void khct_sarif_results(khct_out *out, const khct_diags *diags, khct_str path,
                        khct_language language);

void khct_sarif_end(khct_out *out);

#endif

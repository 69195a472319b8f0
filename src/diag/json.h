/* Diagnostics as JSON, for programs. The form is described in docs/diagnostics.md. */
#ifndef KHCT_DIAG_JSON_H
#define KHCT_DIAG_JSON_H

#include "diag/diag.h"
#include "text/out.h"

/* The object of one plan: its path, counts, diagnostics in the order of the list. Messages are
 * given in both languages. */
void khct_json_diags(khct_out *out, const khct_diags *diags, khct_str path);

/* "error", "warning", "note"; "safe", "likely", "person". */
const char *khct_severity_name(khct_severity severity);
const char *khct_grade_name(khct_grade grade);

#endif

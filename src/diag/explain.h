/* The page of a diagnostic: what it means, the clause, a wrong and a right example. */
#ifndef KHCT_DIAG_EXPLAIN_H
#define KHCT_DIAG_EXPLAIN_H

#include "diag/render.h"

/* The page of one code, for a terminal. */
void khct_explain_code(khct_out *out, khct_code code, khct_style style);

/* A line a code: number, severity, title. */
void khct_explain_list(khct_out *out, khct_style style);

#endif

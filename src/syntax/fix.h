/* Fixes that diagnostics carry, put into the text; and what they change, as a unified diff. */
#ifndef KHCT_SYNTAX_FIX_H
#define KHCT_SYNTAX_FIX_H

#include "diag/diag.h"
#include "text/out.h"

/* Edits of one file, in its order, none over another. */
typedef struct khct_edits {
    KHCT_VEC(khct_edit) list;
    size_t fixes; /* how many fixes they come from */
    size_t left;  /* fixes left out because they met another one */
} khct_edits;

/* The edits of one file: of each diagnostic the first fix that may be trusted at least as far as
 * `grade`. Of two fixes that meet in a place the first one counts; run again for the other. A fix
 * that reaches into another file is left out. */
khct_edits khct_edits_of(const khct_diags *diags, uint32_t source, khct_grade grade);

/* The file's text with the edits, in the arena of `diags`. */
khct_str khct_edits_apply(const khct_diags *diags, uint32_t source, const khct_edits *edits);

/* What they change, with three lines around it. Nothing where there are no edits. */
void khct_edits_diff(khct_out *out, const khct_diags *diags, uint32_t source,
                     const khct_edits *edits);

#endif

/* Diagnostics for people: text with the line and a caret under the place. */
#ifndef KHCT_DIAG_RENDER_H
#define KHCT_DIAG_RENDER_H

#include "diag/diag.h"
#include "text/out.h"

typedef struct khct_style {
    khct_language language;
    bool colour;
    bool terminal; /* a person reads it on a screen */
} khct_style;

/* Writes one diagnostic as checks.md shows it. */
void khct_render_diag(khct_out *out, const khct_diags *diags, const khct_diag *diag,
                      khct_style style);

/* Writes all, or only the errors, in the order of the list. On a terminal those on one place stand
 * together, and remarks on the document's form after the errors of a plan that has any; programs
 * get each by itself. A line says how many more there were. Allocates. */
void khct_render_diags(khct_out *out, const khct_diags *diags, bool errors, khct_style style);

/* "lỗi", "cảnh báo", "ghi chú". */
const char *khct_severity_word(khct_severity severity, khct_language language);

/* Writes text so that a terminal shows it as it is: control characters, bytes that are no UTF-8 and
 * characters that turn the direction of writing become U+FFFD; tabs go to cells of 4. */
void khct_out_terminal(khct_out *out, khct_str text);

#endif

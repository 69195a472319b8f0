/* Diagnostics for people: text with the line and a caret under the place. */
#ifndef KHCT_DIAG_RENDER_H
#define KHCT_DIAG_RENDER_H

#include "diag/diag.h"
#include "text/out.h"

typedef struct khct_style {
    khct_language language;
    bool colour;
} khct_style;

/* Writes one diagnostic as checks.md shows it. */
void khct_render_diag(khct_out *out, const khct_diags *diags, const khct_diag *diag,
                      khct_style style);

/* Writes all, in the order of the list, with a line that says how many more there were. */
void khct_render_diags(khct_out *out, const khct_diags *diags, khct_style style);

/* "lỗi", "cảnh báo", "ghi chú". */
const char *khct_severity_word(khct_severity severity, khct_language language);

/* Writes text so that a terminal shows it as it is: control characters, bytes that are no UTF-8 and
 * characters that turn the direction of writing become U+FFFD; tabs go to cells of 4. */
void khct_out_terminal(khct_out *out, khct_str text);

#endif

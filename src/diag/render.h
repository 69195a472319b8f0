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

/* Writes one diagnostic: severity and code, the place, its line with a caret, facts and hints. */
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

/* The same of one thing after the other, each by its type: a string of C is the program's own and
 * written as it is, a khct_str is text that may be anybody's, anything else is a number.
 *
 *     KHCT_SHOW(err, "đã ghi ", path, "\n");
 */
#ifdef __cppcheck__ /* it cannot read _Generic in a list of expressions */
void khct_show_checked(khct_out *out, ...);
#define KHCT_SHOW(out, ...) khct_show_checked(out, __VA_ARGS__)
#else
#define KHCT_SHOW(out, ...) (KHCT_EACH(KHCT_SHOW_ONE, out, __VA_ARGS__))
#endif
#define KHCT_SHOW_ONE(out, x)                                                                      \
    _Generic((x), khct_str : khct_out_terminal, char * : khct_out_cstr, const char * : khct_out_cstr, \
             default : khct_out_number)(out, x)

#endif

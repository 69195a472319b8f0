/* Keeps the lines of a LaTeX document short: TeX reads none beyond its buffer (200,000 bytes). */
#ifndef KHCT_EMIT_LATEX_LINES_H
#define KHCT_EMIT_LATEX_LINES_H

#include "text/out.h"

typedef struct khct_latex_lines {
    khct_arena *arena;
    khct_out *to;
    size_t length; /* bytes of the line so far */
    size_t line;   /* its number in what comes in, from 0 */
    char last;     /* byte */
    char held;     /* a blank that may become a line end, or '%' where one may come; '\0' */
    KHCT_VEC(size_t) broken; /* such lines, once for each break */
} khct_latex_lines;

/* A khct_out_sink: passes on what it gets, with breaks where TeX reads the same: for a blank, or,
 * after `%`, after an empty group. Lines within any usual length stay as they are. */
int khct_latex_lines_take(void *lines, const char *p, size_t n);

/* Passes on what is still held. */
void khct_latex_lines_end(khct_latex_lines *lines);

#endif

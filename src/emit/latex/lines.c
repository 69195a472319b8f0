#include "emit/latex/lines.h"

enum { LONG = 8000 }; /* bytes from which a line is broken */

static void put(khct_latex_lines *l, char c)
{
    khct_out_char(l->to, c);
    l->length = c == '\n' ? 0 : l->length + 1;
}

static void put_break(khct_latex_lines *l)
{
    if (l->held == '%')
        put(l, '%');
    put(l, '\n');
    khct_push(l->arena, &l->broken) = l->line;
}

/* A line must not begin with a blank, which TeX drops, nor be empty, which ends a paragraph. */
static void take(khct_latex_lines *l, char c)
{
    bool ends = c == ' ' || c == '\n' || c == '%';
    if (l->held != '\0' && !ends)
        put_break(l);
    else if (l->held == ' ')
        put(l, ' ');
    l->held = '\0';
    if (c == ' ' && l->length >= LONG && l->last != '\\')
        l->held = ' ';
    else
        put(l, c);
    if (c == '}' && l->last == '{' && l->length >= LONG)
        l->held = '%';
    l->line += c == '\n';
    l->last = c;
}

int khct_latex_lines_take(void *lines, const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        take(lines, p[i]);
    return 0;
}

void khct_latex_lines_end(khct_latex_lines *lines)
{
    if (lines->held == ' ')
        put(lines, ' ');
    lines->held = '\0';
}

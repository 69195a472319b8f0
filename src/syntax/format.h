/* The canonical layout of a file.
 *
 * Two spaces a level, the values of a block in one column, prose wrapped at 100 columns with a
 * hanging indent. Words, comments and the order of things stay; blank lines stay, at most one. A
 * declaration with a syntax error in it is left byte for byte as it is.
 */
#ifndef KHCT_SYNTAX_FORMAT_H
#define KHCT_SYNTAX_FORMAT_H

#include "syntax/tree.h"
#include "text/out.h"

typedef struct khct_format_options {
    bool marked; /* keywords with their marks, else without */
    bool sorted; /* fields in the vocabulary table's order, where their order means nothing */
} khct_format_options;

/* Writes the file of `tree`, which khct_parse gave with these diagnostics. What it writes is read
 * again first: where it would not say the same, or be written in another way the next time, the
 * file stays as it is. So formatting the result again gives the same bytes. */
void khct_format_tree(khct_out *out, const khct_diags *diags, const khct_vocabulary *vocabulary,
                      const khct_tree *tree, khct_format_options options);

#endif

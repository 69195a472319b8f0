/* The tasks of a plan as a table for spreadsheets: RFC 4180, one row a task. docs/recipes.md shows
 * what the columns are for. */
#ifndef KHCT_EMIT_CSV_CSV_H
#define KHCT_EMIT_CSV_CSV_H

#include "emit/emit.h"

/* What every such table begins with, after the byte-order mark. */
#define KHCT_CSV_MARK "số,tiêu chí,khoản,tiêu chí: tên,"

/* A khct_emitter. With options->bom it begins with a byte-order mark, for Excel. */
void khct_emit_csv(khct_out *out, const khct_work *work, const khct_page *page,
                   const khct_emit_options *options);

#endif

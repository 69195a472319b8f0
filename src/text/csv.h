/* The one function that writes text into CSV (RFC 4180). */
#ifndef KHCT_TEXT_CSV_H
#define KHCT_TEXT_CSV_H

#include "text/out.h"

/* Writes a cell, in double quotes where it needs them. Where a spreadsheet would read a formula, an
 * apostrophe stands in front, so that opening a table never runs what a plan says: where the cell,
 * a line of it, or what follows a `;` or a tab in it begins with = + - @, full width too, or with
 * unseen characters and then one of these. (A reader that splits at `;` or tabs sees no quotes in
 * the middle of a cell.) */
void khct_csv_cell(khct_out *out, khct_str s);

#endif

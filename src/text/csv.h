/* The one function that writes text into CSV (RFC 4180). */
#ifndef KHCT_TEXT_CSV_H
#define KHCT_TEXT_CSV_H

#include "text/out.h"

/* Writes a cell, in double quotes where it needs them. A cell that a spreadsheet would take for a
 * formula (it begins with = + - @, a tab or a carriage return) gets an apostrophe in front, so that
 * opening a table never runs what a plan says. */
void khct_csv_cell(khct_out *out, khct_str s);

#endif

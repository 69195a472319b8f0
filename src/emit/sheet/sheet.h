/* A plan as a workbook: tasks, results, money, progress and people, a sheet each, as people filter
 * and add them up. Criteria are text (1.10 is not 1.1); days and amounts are what they are.
 */
#ifndef KHCT_EMIT_SHEET_SHEET_H
#define KHCT_EMIT_SHEET_SHEET_H

#include "emit/emit.h"
#include "emit/sheet/book.h"

khct_emitter khct_emit_sheet;

/* --- the same sheets of many plans --- */

enum { KHCT_SHEETS = 5 };

/* The sheets, each with these columns before its own. In the arena; inside khct_try on it. */
void khct_sheets_led(khct_arena *arena, const khct_book_column *lead, size_t leads,
                     khct_book_sheet sheets[KHCT_SHEETS]);

/* The rows of one plan, after khct_book_to_lines. Inside khct_try on the arena. */
void khct_sheet_lines(khct_book *lines, khct_arena *arena, const khct_work *work);

#endif

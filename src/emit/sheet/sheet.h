/* A plan as a workbook: tasks, results, money, progress and people, a sheet each, as people filter
 * and add them up. Criteria are text (1.10 is not 1.1); days and amounts are what they are.
 */
#ifndef KHCT_EMIT_SHEET_SHEET_H
#define KHCT_EMIT_SHEET_SHEET_H

#include "emit/emit.h"

khct_emitter khct_emit_sheet;

#endif

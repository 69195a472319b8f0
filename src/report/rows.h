/* A plan as rows of the tables. */
#ifndef KHCT_REPORT_ROWS_H
#define KHCT_REPORT_ROWS_H

#include "report/tables.h"
#include "work/work.h"

/* What an input file came to. */
typedef struct khct_row_source {
    khct_str path;   /* `tep` */
    khct_str state;  /* "ok", "loi", … */
    khct_str reason; /* the first error */
    const khct_sources *sources;
    const khct_diags *diags;
    const khct_work *work; /* NULL: it is no plan of its own */
    khct_date day;
} khct_row_source;

/* The letters of the stream's lines that are no rows. */
enum {
    KHCT_LINE_PLAN = 'K',   /* the hash of the plan whose rows follow, or nothing */
    KHCT_LINE_SCHOOL = 'S', /* what tells a plan's school and period; see khct_received_take */
    KHCT_LINE_BAD = 'B',    /* a file that is no plan: its state, name and reason */
};

/* Takes a piece of a line of the stream, its end with it where it is the `last`. False: no memory,
 * or errno. */
typedef bool khct_take_piece(void *context, char letter, khct_str piece, bool last);

/* Takes bytes of the stream as they come, for a khct_out_sink; `*letter` is that of the line at
 * hand, 0 before the first. Returns 0 or an errno. */
int khct_lines_take(char *letter, const char *p, size_t n, khct_take_piece *take, void *context);

/* The cells that stand after those of khct_received_take where rows->summary is set. */
typedef enum khct_summary_cell {
    KHCT_SUMMARY_STATE,
    KHCT_SUMMARY_TYPES,  /* "trung học cơ sở" */
    KHCT_SUMMARY_PERIOD, /* "2025-2026" */
    KHCT_SUMMARY_CATALOGUE,
    KHCT_SUMMARY_NOW,
    KHCT_SUMMARY_LIFTED,
    KHCT_SUMMARY_AIM,
    KHCT_SUMMARY_TASKS,
    KHCT_SUMMARY_DONE,
    KHCT_SUMMARY_OVERDUE, /* empty without a day */
    KHCT_SUMMARY_MONEY,   /* digits */
    KHCT_SUMMARY_COUNTED,
    KHCT_SUMMARY_LEFT_OUT,
    KHCT_SUMMARY_ERRORS,
    KHCT_SUMMARY_WARNINGS,
    KHCT_SUMMARY_BY_PAYER, /* digits by payer, a blank between two */
    KHCT_SUMMARY_BY_GROUP, /* by standard, then khct_group_more */
    KHCT_SUMMARY_CRITERIA, /* by criterion of the catalogue: its result or -, then `!` where it
                              holds the school back */
    KHCT_SUMMARY_CELLS,
} khct_summary_cell;

/* A plan's hash: SHA-256 of the bytes of its files, one after the other, in hexadecimal; empty
 * where nothing was read. In khct_try on the arena. */
khct_str khct_plan_hash(khct_arena *arena, const khct_sources *sources);

/* Writes its rows, of all tables that are wanted but those of the library and the register, after a
 * line of KHCT_LINE_PLAN. In khct_try on rows->arena. */
void khct_rows_of_plan(khct_rows *rows, const khct_row_source *source);

/* Writes the catalogues and their crosswalks. In khct_try on rows->arena and the library's. */
void khct_rows_of_library(khct_rows *rows, khct_library *library);

#endif

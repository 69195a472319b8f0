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
};

/* Writes its rows, of all tables that are wanted but those of the library and the register, after a
 * line of KHCT_LINE_PLAN. In khct_try on rows->arena. */
void khct_rows_of_plan(khct_rows *rows, const khct_row_source *source);

/* Writes the catalogues and their crosswalks. In khct_try on rows->arena and the library's. */
void khct_rows_of_library(khct_rows *rows, khct_library *library);

#endif

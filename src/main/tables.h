/* khct report as tables: rows of many plans, a file a table, or one table. */
#ifndef KHCT_MAIN_TABLES_H
#define KHCT_MAIN_TABLES_H

#include "main/inputs.h"
#include "report/rows.h"

typedef struct khct_tables_wish {
    khct_rows_form form;
    bool pages;          /* -t html: the pages of a department instead, into `folder` */
    khct_table_id only;  /* --bang, to standard output; KHCT_TABLE_COUNT: all, into `folder` */
    const char *folder;  /* of -o; made where it is not there */
    const char *schools; /* --danhsachtruong; NULL: none */
    const char *cache;   /* --cache; NULL: none */
} khct_tables_wish;

/* Compiles all inputs and writes their tables. The exit status. */
int khct_tables_write(const khct_tables_wish *wish, const khct_inputs *inputs, khct_common *common);

/* The first error of what is not well, as text; else empty. In khct_try on the arena. */
khct_str khct_reason_of(const khct_compilation *compilation, khct_state state,
                        khct_language language);

/* workbook.c: compiles all inputs and writes the workbook to `path` ("-": standard output). Plans
 * of the same bytes have a row each among the plans, and their tasks once. The exit status. */
int khct_workbook_write(const char *path, const khct_inputs *inputs, khct_common *common);

#endif

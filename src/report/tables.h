/* The tables that many plans come to: which there are, and what their columns hold. */
#ifndef KHCT_REPORT_TABLES_H
#define KHCT_REPORT_TABLES_H

#include "diag/diag.h"
#include "text/out.h"

typedef enum khct_table_id {
#define KHCT_TABLE(id, name, scope, vi, en) KHCT_TABLE_##id,
#define KHCT_COLUMN(table, name, type, key, vi, en)
#include "report/tables.def"
#undef KHCT_TABLE
#undef KHCT_COLUMN
    KHCT_TABLE_COUNT,
} khct_table_id;

/* What the rows of a table are of. */
typedef enum khct_table_scope {
    KHCT_SCOPE_FILE,     /* an input file, by its name `tep` */
    KHCT_SCOPE_PLAN,     /* a plan, by its hash `kh`: files of the same bytes have them once */
    KHCT_SCOPE_LIBRARY,  /* the library */
    KHCT_SCOPE_REGISTER, /* the register of schools */
} khct_table_scope;

typedef enum khct_column_type {
    KHCT_COLUMN_TEXT,
    KHCT_COLUMN_CODE,   /* a word of the language, or a code */
    KHCT_COLUMN_DAY,    /* "2026-09-01"; empty: none */
    KHCT_COLUMN_NUMBER, /* empty: not given */
    KHCT_COLUMN_MONEY,  /* đồng; empty: none */
    KHCT_COLUMN_FLAG,   /* 0 or 1 */
} khct_column_type;

typedef struct khct_many_column {
    khct_table_id table;
    const char *name;
    khct_column_type type;
    bool key;
    const char *help[2]; /* by language */
} khct_many_column;

typedef struct khct_many_table {
    const char *name;
    khct_table_scope scope;
    const char *help[2]; /* by language */
    const khct_many_column *columns;
    size_t count;
} khct_many_table;

khct_many_table khct_table_at(khct_table_id id);

/* The table with that name; KHCT_TABLE_COUNT: none. */
khct_table_id khct_table_named(const char *name);

/* --- rows --- */

typedef enum khct_rows_form { KHCT_ROWS_CSV, KHCT_ROWS_JSON } khct_rows_form;

/* Rows on their way out: each is one line, which its table's letter precedes. So the rows of all
 * tables go through one stream, and whoever collects it puts each where it belongs. */
typedef struct khct_rows {
    khct_out *out;
    khct_arena *arena; /* what cells need */
    khct_rows_form form;
    unsigned wanted; /* bit 1 << khct_table_id */
    bool summary;    /* of each plan, in its line of KHCT_LINE_SCHOOL */
    khct_many_table table;
    size_t at; /* the column that comes next */
} khct_rows;

/* The letter of a table in the stream. */
static inline char khct_table_letter(khct_table_id id)
{
    return (char)('a' + id);
}

/* Begins a row. Its cells follow in the order of the columns; then khct_row_end. */
void khct_row_begin(khct_rows *rows, khct_table_id id);
void khct_row_end(khct_rows *rows);

/* A cell: text, or digits. Empty: not given. Control characters and bytes that are no UTF-8 stand
 * as `\x0A`, so that a row is always one line of text. In khct_try on rows->arena. */
void khct_row_put(khct_rows *rows, khct_str value);

/* Writes cells, each by its type as KHCT_JOIN takes them; a flag is the number 0 or 1. */
#ifdef __cppcheck__ /* it cannot read _Generic in a list of expressions */
void khct_row_checked(khct_rows *rows, ...);
#define KHCT_ROW_CELLS(rows, ...) khct_row_checked(rows, __VA_ARGS__)
#else
#define KHCT_ROW_CELLS(rows, ...) (KHCT_EACH(KHCT_ROW_CELL, rows, __VA_ARGS__))
#endif
#define KHCT_ROW_CELL(rows, x) khct_row_put(rows, KHCT_JOIN_ONE((rows)->arena, x))

/* Writes a whole row. */
#define KHCT_ROW_OF(rows, id, ...)                                                                 \
    (khct_row_begin(rows, id), KHCT_ROW_CELLS(rows, __VA_ARGS__), khct_row_end(rows))

/* The line that names the columns of a table in CSV, with its end. */
void khct_table_heading(khct_out *out, khct_table_id id);

/* --- what describes the tables --- */

/* datapackage.json: the files, their columns and keys (Data Package). */
void khct_tables_package(khct_out *out, khct_language language);

/* The tables in SQL, for SQLite, DuckDB and PostgreSQL alike. */
void khct_tables_schema(khct_out *out);

/* How the files are loaded; loading twice changes nothing. */
typedef enum khct_database {
    KHCT_DATABASE_SQLITE,
    KHCT_DATABASE_POSTGRESQL,
    KHCT_DATABASE_DUCKDB,
    KHCT_DATABASE_COUNT,
} khct_database;
void khct_tables_load(khct_out *out, khct_database engine);

#endif

/* A workbook (Office Open XML, .xlsx): sheets of rows with real numbers and days, a heading that
 * stays in view, a filter, widths. Text is only ever text: no cell is a formula. The same content
 * gives the same bytes.
 */
#ifndef KHCT_EMIT_SHEET_BOOK_H
#define KHCT_EMIT_SHEET_BOOK_H

#include "text/zip.h"
#include "value/date.h"

typedef struct khct_book_column {
    const char *title;
    unsigned width; /* in characters, about */
} khct_book_column;

typedef struct khct_book_sheet {
    const char *name; /* at most 31 characters, without []:*?/\ */
    const khct_book_column *columns;
    size_t count; /* of the columns */
} khct_book_sheet;

/* What a cell holds; KHCT_BOOK_EMPTY: nothing. */
typedef enum khct_book_kind {
    KHCT_BOOK_EMPTY,
    KHCT_BOOK_TEXT,
    KHCT_BOOK_HEADING,
    KHCT_BOOK_DATE,
    KHCT_BOOK_NUMBER,
    KHCT_BOOK_MONEY,
} khct_book_kind;

typedef struct khct_book_cell {
    khct_book_kind kind;
    khct_str text;
    int64_t number; /* also a khct_date */
} khct_book_cell;

enum {
    KHCT_BOOK_ROWS = 1048576, /* most rows of a sheet, its heading included */
    KHCT_BOOK_COLUMNS = 32,   /* most columns of ours */
};

typedef struct khct_book {
    khct_arena *arena;
    khct_zip *zip;
    khct_out *out; /* of the open part */
    const khct_book_sheet *sheets;
    size_t count, open; /* how many sheets; those begun so far */
    uint32_t row, column;
    khct_book_cell cells[KHCT_BOOK_COLUMNS]; /* of the row at hand */
    khct_out *lines;                         /* where rows go as lines, or NULL */
    const khct_str *lead;                    /* what each of these lines begins with */
    size_t leads;
} khct_book;

/* Starts a workbook with these sheets. Everything runs inside khct_try on `arena`. */
void khct_book_begin(khct_book *book, khct_out *out, khct_arena *arena,
                     const khct_book_sheet *sheets, size_t count, khct_str title, khct_str author);

/* Instead: rows go to `lines`, each a line that a letter precedes ('a' + the sheet's number), with
 * these words as its first cells. So the rows of many plans, which come sheet after sheet of each,
 * can be sorted before a workbook takes them, by khct_book_line. */
void khct_book_to_lines(khct_book *book, khct_out *lines, khct_arena *arena, const khct_str *lead,
                        size_t leads);

/* Takes a line of those, without its letter and its end, as a row. The line is changed. */
void khct_book_line(khct_book *book, char *line, size_t n);

/* The next sheet; its rows follow, each with its cells from the left. What a cell holds must last
 * until its row ends. */
void khct_book_sheet_begin(khct_book *book);
void khct_book_row(khct_book *book);
void khct_book_sheet_end(khct_book *book);

/* Cells. An empty text, KHCT_NO_DATE and no number leave the cell empty. A text longer than a cell
 * may be (32,767 characters) is cut there, and says so. */
void khct_book_text(khct_book *book, khct_str text);
void khct_book_date(khct_book *book, khct_date date);
void khct_book_number(khct_book *book, int64_t number);
void khct_book_money(khct_book *book, int64_t dong);
void khct_book_nothing(khct_book *book);

void khct_book_end(khct_book *book);

#endif

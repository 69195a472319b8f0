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

/* The next cell. A text longer than a cell may be (32,767 characters) is cut there, and says so. */
void khct_book_put(khct_book *book, khct_book_cell cell);

/* What a cell may hold; an empty text and KHCT_NO_DATE leave it empty. */
static inline khct_book_cell khct_book_text(khct_str text)
{
    return (khct_book_cell){text.n == 0 ? KHCT_BOOK_EMPTY : KHCT_BOOK_TEXT, text, 0};
}
static inline khct_book_cell khct_book_words(const char *text)
{
    return khct_book_text(khct_str_of(text));
}
static inline khct_book_cell khct_book_date(khct_date date)
{
    return (khct_book_cell){date == KHCT_NO_DATE ? KHCT_BOOK_EMPTY : KHCT_BOOK_DATE, {0}, date};
}
static inline khct_book_cell khct_book_number(int64_t number)
{
    return (khct_book_cell){KHCT_BOOK_NUMBER, {0}, number};
}
static inline khct_book_cell khct_book_money(int64_t dong)
{
    return (khct_book_cell){KHCT_BOOK_MONEY, {0}, dong};
}
static inline khct_book_cell khct_book_same(khct_book_cell cell)
{
    return cell;
}

/* Puts down one cell after the other, each by its type: a khct_book_cell, or text, or a number. */
#ifdef __cppcheck__ /* it cannot read _Generic in a list of expressions */
void khct_book_checked(khct_book *book, ...);
#define KHCT_BOOK_CELLS(book, ...) khct_book_checked(book, __VA_ARGS__)
#else
#define KHCT_BOOK_CELLS(book, ...) (KHCT_EACH(KHCT_BOOK_ONE, book, __VA_ARGS__))
#endif
#define KHCT_BOOK_ONE(book, x)                                                                     \
    khct_book_put(book, _Generic((x), khct_book_cell : khct_book_same, khct_str : khct_book_text,  \
                                 char * : khct_book_words, const char * : khct_book_words,         \
                                 default : khct_book_number)(x))

/* A row of them. */
#define KHCT_BOOK_ROW(book, ...) (khct_book_row(book), KHCT_BOOK_CELLS(book, __VA_ARGS__))

void khct_book_end(khct_book *book);

#endif

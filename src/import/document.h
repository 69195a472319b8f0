/* What a document says, whatever program wrote it: paragraphs and tables in their order.
 *
 * A reader (word.c, odt.c, sheet.c, paste.c) calls the builder below as it goes through its file;
 * understand.h takes the result. Texts are UTF-8 in NFC. All of it lives in one arena.
 */
#ifndef KHCT_IMPORT_DOCUMENT_H
#define KHCT_IMPORT_DOCUMENT_H

#include "diag/diag.h"
#include "import/font.h"

/* Where something stands in a document, from 1; 0: not known, or no such part. */
typedef struct khct_in_place {
    uint32_t paragraph; /* outside tables */
    uint32_t table, row, column;
    uint32_t page;
} khct_in_place;

typedef struct khct_in_paragraph {
    khct_str text;   /* a line break is '\n', a tab '\t'; no white space at the ends */
    khct_str label;  /* the automatic number or bullet as it is shown: "1.", "a)", "-"; or empty */
    uint8_t outline; /* 1 to 9: a heading of that depth */
    bool bold;       /* all of it */
    bool centred;
    bool used;      /* it has its place in the plan, or in a comment */
    uint32_t order; /* from 1, among all that the reader began, those without words too */
    khct_in_place place;
} khct_in_paragraph;

typedef struct khct_in_cell {
    uint32_t row, column;                /* from 0 */
    uint32_t rows, columns;              /* how many it spans */
    KHCT_VEC(khct_in_paragraph *) lines; /* those with a text */
} khct_in_cell;

typedef struct khct_in_table {
    uint32_t number;        /* from 1 in the document */
    uint32_t rows, columns; /* of the grid */
    khct_str name;          /* of a sheet; else empty */
    KHCT_VEC(khct_in_cell) cells;
    uint32_t *at; /* rows * columns: the cell that covers a place, + 1; 0: none */
} khct_in_table;

typedef struct khct_in_block {
    khct_in_paragraph *paragraph; /* one of both */
    khct_in_table *table;
} khct_in_block;

/* What is to be said about the reading. */
typedef struct khct_in_remark {
    khct_code code;
    khct_message message;
    khct_in_place place;
} khct_in_remark;

typedef struct khct_in_document {
    KHCT_VEC(khct_in_block) body;
    KHCT_VEC(khct_in_paragraph *) aside; /* footnotes, heads and feet of pages, comments */
    KHCT_VEC(khct_in_remark) remarks;
    size_t legacy, guessed; /* paragraphs converted by the name of their font; by their look */
    uint32_t tables;
} khct_in_document;

/* The cell that covers a place, or NULL: column KHCT_NONE has none. */
khct_in_cell *khct_in_cell_at(const khct_in_table *table, uint32_t row, uint32_t column);

/* The cell that begins at that place, or NULL. */
khct_in_cell *khct_in_cell_from(const khct_in_table *table, uint32_t row, uint32_t column);

/* Its paragraphs have their place. */
void khct_in_use_cell(const khct_in_cell *cell);

/* Where a row stands in the document: a table may be put together from several. */
khct_in_place khct_in_row_place(const khct_in_table *table, uint32_t row);

/* All words of a cell, its paragraphs on lines of their own; of NULL none. */
khct_str khct_in_cell_text(khct_arena *arena, const khct_in_cell *cell);

/* --- building --- */

enum {
    KHCT_IN_COLUMNS = 1024,       /* most columns of a table */
    KHCT_IN_CELLS = 1000 * 1000,  /* most cells in the grid of a table */
    KHCT_IN_PARAGRAPHS = 2 << 20, /* most paragraphs of a document */
};

typedef struct khct_in_builder khct_in_builder;

khct_in_builder *khct_in_builder_new(khct_arena *arena);

/* Begins a paragraph: in the open cell, else in the body. One that begins in another (a text box)
 * comes after it. */
khct_in_paragraph *khct_in_begin(khct_in_builder *b);
/* Text in a font, which says how its letters are read. */
void khct_in_text(khct_in_builder *b, khct_str text, khct_font_kind font);
/* Says whether what was added is bold; a paragraph is bold where all of it is. */
void khct_in_weight(khct_in_builder *b, khct_str text, bool bold);
/* Ends it. `goes_on`: its mark was deleted, so that what follows belongs to it. */
void khct_in_end(khct_in_builder *b, bool goes_on);

/* Paragraphs from here on stand beside the text: a footnote, a page's head. */
void khct_in_aside(khct_in_builder *b, bool aside);

void khct_in_page(khct_in_builder *b); /* a page ends */

/* A table; one inside a cell becomes paragraphs of that cell. */
void khct_in_table_begin(khct_in_builder *b, khct_str name);
void khct_in_row(khct_in_builder *b);
/* The next cell of the row. `goes_on`: it goes on from the row above (vMerge). */
void khct_in_cell_begin(khct_in_builder *b, uint32_t columns, uint32_t rows, bool goes_on);
void khct_in_cell_end(khct_in_builder *b);
/* Leaves places of the row free. */
void khct_in_skip(khct_in_builder *b, uint32_t columns);
void khct_in_table_end(khct_in_builder *b);

/* Where the builder stands. */
khct_in_place khct_in_here(const khct_in_builder *b);

void khct_in_say(khct_in_builder *b, khct_code code, khct_message message);

/* True where the document is beyond a limit; nothing more is taken then. */
bool khct_in_full(const khct_in_builder *b);

khct_in_document *khct_in_finish(khct_in_builder *b);

#endif

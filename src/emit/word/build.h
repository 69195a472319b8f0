/* What a Word document is made of; for use inside src/emit/word only. */
#ifndef KHCT_EMIT_WORD_BUILD_H
#define KHCT_EMIT_WORD_BUILD_H

#include "emit/emit.h"
#include "text/xml.h"
#include "text/zip.h"

/* Lengths are in twentieths of a point (twips), as in the file: 1 mm is 56.7 of them. */
enum {
    KHCT_DOCX_ACROSS = 9241,  /* width of the text on an upright page: 163 mm */
    KHCT_DOCX_TURNED = 14400, /* on a turned one: 254 mm */
    KHCT_DOCX_FIRST = 567,    /* a paragraph's first line: 1 cm */
};

/* What is numbered: levels of the lists in numbering.xml. */
typedef enum khct_docx_level {
    KHCT_DOCX_PART, /* I. */
    KHCT_DOCX_ITEM, /* 1. below a part */
    KHCT_DOCX_DASH, /* - in running text */
    KHCT_DOCX_PLUS, /* + */
    KHCT_DOCX_CELL_DASH,
    KHCT_DOCX_CELL_PLUS,
    KHCT_DOCX_CELL_ITEM, /* 1. in a cell */
    KHCT_DOCX_LEVELS,
} khct_docx_level;

/* A numbering (w:num) made because a number was not the one that Word would count to. */
typedef struct khct_docx_start {
    khct_docx_level level;
    uint32_t from;
} khct_docx_start;

typedef struct khct_docx {
    khct_out *out; /* of the open part */
    khct_arena *arena;
    const khct_page *page;
    khct_span from;                    /* where the next paragraph comes from */
    khct_spans *origins;               /* of all paragraphs so far; NULL: nobody asks */
    const khct_bundle *bundle;         /* what travels along; or NULL */
    uint32_t next[KHCT_DOCX_LEVELS];   /* the number that Word would give next */
    uint32_t number[KHCT_DOCX_LEVELS]; /* the numbering that each goes on with */
    KHCT_VEC(khct_docx_start) starts;
    bool turned; /* the open section is */
    bool first;  /* no section has been closed yet */
} khct_docx;

/* --- paragraphs (paragraph.c) --- */

/* Says where the next paragraph comes from. */
void khct_docx_from(khct_docx *w, khct_span from);

/* Opens a paragraph of a style; between begin and text its properties may follow. */
void khct_docx_begin(khct_docx *w, const char *style);
void khct_docx_properties_end(khct_docx *w);
void khct_docx_end(khct_docx *w);

/* A run of text; `look` is "", "b", "i" or "bi". */
void khct_docx_run(khct_docx *w, khct_str text, const char *look);

/* A whole paragraph of one run. */
void khct_docx_line(khct_docx *w, const char *style, khct_str text);

/* A centred paragraph whose lines come out about equally long within `width`, in letters of
 * `size` points. Returns the width of its last line, and in *widest that of its widest. */
uint32_t khct_docx_balanced(khct_docx *w, const char *style, khct_str text, uint32_t width,
                            uint32_t size, uint32_t *widest);

/* A drawn line of this length, centred in `width`, with room after it. */
void khct_docx_rule(khct_docx *w, uint32_t length, uint32_t width, uint32_t after);

/* Width of a bold text on one line, in twips, about. */
uint32_t khct_docx_width(khct_str text, uint32_t size);

/* A paragraph or list item of the text (cell: of a cell, in the style of its table). `keep`: it
 * stays with what follows it. `end`: the words close the document. */
typedef struct khct_docx_place {
    const char *style; /* of a cell; NULL: running text */
    const char *align; /* of a cell: "left", "center", "both", "right" */
    bool bold, keep;
} khct_docx_place;
void khct_docx_piece(khct_docx *w, const khct_piece *piece, const khct_docx_place *place);

/* --- numbering (numbering.c) --- */

void khct_docx_numbering_start(khct_docx *w);

/* Properties of a paragraph that carries this number ("I", "1."; of no meaning for dashes). False
 * where Word cannot count so, and the number has to be written: letters, as no list of Word has đ.
 */
bool khct_docx_numbered(khct_docx *w, khct_docx_level level, khct_str number);

/* numbering.xml, when all else has been written. */
void khct_docx_numbering(khct_docx *w);

/* --- tables (table.c), head and end (head.c), parts that are the same in each (styles.c) --- */

void khct_docx_table(khct_docx *w, const khct_table *table, bool keep);

/* A table without borders: its columns' widths. */
void khct_docx_frame(khct_docx *w, const uint32_t *widths, size_t n);
void khct_docx_frame_cell(khct_docx *w, uint32_t width);
#define KHCT_DOCX_ROW "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
#define KHCT_DOCX_CELL_END "</w:tc>"
#define KHCT_DOCX_ROW_END "</w:tr>"
#define KHCT_DOCX_TABLE_END "</w:tbl>"

void khct_docx_head(khct_docx *w);
void khct_docx_signatures(khct_docx *w);
void khct_docx_body(khct_docx *w);
void khct_docx_styles(khct_docx *w);

/* --- the plan's files, where they travel along (sources.c) --- */

void khct_docx_sources(khct_docx *w);
void khct_docx_sources_properties(khct_docx *w);
void khct_docx_sources_relations(khct_docx *w);

#endif

/* The plan as it stands on paper: the template carried out.
 *
 * HTML, Word and LaTeX write this; none knows a template, a catalogue or a rule of the form.
 * Numbers, fixed wording, the order of things, spans of cells and the end mark are all settled
 * here. Texts are plain (NFC), to be escaped by whoever writes them.
 */
#ifndef KHCT_PAGE_PAGE_H
#define KHCT_PAGE_PAGE_H

#include "work/work.h"

/* A piece of a cell, or of the text. */
typedef enum khct_piece_kind {
    KHCT_PIECE_PARAGRAPH,
    KHCT_PIECE_NUMBERED, /* a paragraph with its number in `number` */
    KHCT_PIECE_ITEM,     /* a list item */
    KHCT_PIECE_SUBITEM,
} khct_piece_kind;

typedef struct khct_piece {
    khct_piece_kind kind;
    khct_str number; /* NUMBERED: "1." */
    khct_str label;  /* "Chủ trì"; printed before the text with a colon; empty: none */
    khct_str text;
    bool strong;    /* in bold */
    khct_span span; /* where it comes from; KHCT_NOWHERE for fixed wording */
} khct_piece;

typedef KHCT_VEC(khct_piece) khct_pieces;

typedef struct khct_cell_box {
    uint32_t columns; /* how many columns it spans, from 1 */
    uint32_t rows;    /* how many rows it spans, from 1; 0: covered by the cell above */
    khct_align align;
    khct_pieces pieces;
} khct_cell_box;

typedef enum khct_row_kind {
    KHCT_ROW_PART,     /* MỨC 1, 2, 3: one cell over all columns */
    KHCT_ROW_STANDARD, /* a standard's number and title: bold */
    KHCT_ROW_BODY,
} khct_row_kind;

typedef struct khct_row {
    khct_row_kind kind;
    KHCT_VEC(khct_cell_box)
    cells; /* of BODY and STANDARD rows: one a column, covered ones too;
              a cell that spans columns is followed by none for them */
    const khct_improvement *improvement; /* BODY rows of the plan; else NULL */
    const khct_task *task;
    const khct_criterion *criterion; /* what the row is about; may be NULL */
} khct_row;

typedef struct khct_table_column {
    uint32_t width; /* relative; the table's add up to 100 */
    khct_align align;
    khct_str title; /* what heads it, with its group; empty: its cells are names and ticks */
} khct_table_column;

typedef struct khct_table {
    khct_content content;
    khct_str caption; /* says what the table holds; for readers who cannot see it */
    bool landscape;
    bool halves; /* on paper, its rows stand in two halves side by side */
    KHCT_VEC(khct_table_column) columns;
    KHCT_VEC(khct_row) header; /* rows of BODY kind; spans both ways */
    KHCT_VEC(khct_row) rows;
} khct_table;

typedef enum khct_block_kind {
    KHCT_BLOCK_ITALIC, /* a line of the legal basis before part I, or a note under a table */
    KHCT_BLOCK_PART, /* heading of a part: "I", "MỤC ĐÍCH, YÊU CẦU" in small or capital letters
                        as the writer of the output likes; `text` is as in the template */
    KHCT_BLOCK_HEADING,    /* "1", "Hiệu trưởng": level 2 */
    KHCT_BLOCK_SUBHEADING, /* "a", …: level 3 and below */
    KHCT_BLOCK_PIECE,      /* a paragraph or list item */
    KHCT_BLOCK_LINE,       /* label and text, of the school */
    KHCT_BLOCK_TABLE,
} khct_block_kind;

typedef struct khct_page_block {
    khct_block_kind kind;
    khct_str number; /* PART "I", HEADING "1", SUBHEADING "a" */
    khct_str text;   /* of headings */
    khct_piece piece;
    khct_table *table;
    uint32_t depth; /* of headings: 1 PART, 2, 3 … */
    khct_str name;  /* PART: an identifier for links ("mucdich", "phan-4") */
    khct_span span;
} khct_page_block;

typedef struct khct_page_signature {
    khct_str title;     /* over it, where given ("XÁC NHẬN CỦA …"); may be empty */
    khct_str authority; /* "KT. HIỆU TRƯỞNG"; may be empty */
    khct_str office;    /* "PHÓ HIỆU TRƯỞNG": in capitals */
    khct_str name;
    khct_span title_at, authority_at, office_at, name_at; /* where they come from */
} khct_page_signature;

typedef struct khct_page {
    khct_str superior;   /* in capitals; may be empty */
    khct_str body;       /* the school, in capitals */
    khct_str number;     /* "05/KH-THCSTS": with its leading 0, and dots for what is blank */
    khct_str place_date; /* "An Bình, ngày 04 tháng 02 năm 2020" */
    khct_str kind;       /* "KẾ HOẠCH" */
    khct_str subject;
    khct_str year; /* "Năm học 2023-2024"; empty where the subject names it already */
    KHCT_VEC(khct_page_block) blocks; /* the last one's text ends with "./." */
    khct_pieces recipients;           /* "- Phòng GDĐT (để b/c);" without the dash */
    KHCT_VEC(khct_page_signature) signatures;
    khct_str title, author, about; /* for the document's properties */
    khct_span superior_at, body_at, number_at, date_at, subject_at, year_at; /* of the head */
} khct_page;

/* Lays the plan out. Runs inside khct_try on the plan's arena. What no column shows stands in the
 * task's cell with its label (KH6008 is the check's to say). */
khct_page *khct_page_make(const khct_work *work);

#endif

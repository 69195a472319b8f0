/* Words of a value or heading laid out over lines, so that no line begins or ends with what would
 * change their meaning. For the formatter. */
#ifndef KHCT_SYNTAX_WRAP_H
#define KHCT_SYNTAX_WRAP_H

#include "syntax/tree.h"
#include "text/out.h"

/* What stands before a slice. */
typedef enum khct_gap { KHCT_GAP_SPACE, KHCT_GAP_LINE, KHCT_GAP_BLANK } khct_gap;

typedef enum khct_slice_kind {
    KHCT_SLICE_WORD,
    KHCT_SLICE_ITEM,    /* the sign of a list item */
    KHCT_SLICE_SUBITEM, /* + */
    KHCT_SLICE_COMMENT,
} khct_slice_kind;

typedef struct khct_slice {
    khct_str text;
    khct_gap before; /* a line end that has to stay; KHCT_GAP_SPACE: may become one */
    khct_slice_kind kind;
    bool line; /* it stood first on its line */
} khct_slice;

typedef struct khct_slices {
    khct_slice *at;
    size_t n, capacity;
} khct_slices;

/* Where and how slices are written. */
typedef struct khct_wrap {
    khct_out *out;
    const khct_vocabulary *vocabulary;
    khct_str newline; /* "\n" or "\r\n" */
    uint32_t limit;   /* columns of a line */
    uint32_t column;  /* cells written on the line so far */
} khct_wrap;

/* The number of the first comment that begins at or after byte `at`. */
size_t khct_comment_from(const khct_tree *tree, uint32_t at);

/* The words and comments of bytes `begin` to `end`. `prose`: line ends can mean list items and
 * paragraphs (not so in a heading). Comments after the last word are left to the caller. */
khct_slices khct_slices_of(const khct_diags *diags, const khct_vocabulary *vocabulary,
                           const khct_tree *tree, khct_span span, bool prose);

/* Writes the slices, going on at wrap->column; further lines begin at `indent`. `sign` (";", or "<"
 * with a space before it) goes after the last word. */
void khct_wrap_slices(khct_wrap *wrap, const khct_slices *pieces, uint32_t indent, khct_str sign);

/* Goes to a new line and writes `indent` spaces. */
void khct_wrap_line(khct_wrap *wrap, uint32_t indent);

/* Writes a text and counts its cells. */
void khct_wrap_text(khct_wrap *wrap, khct_str text);

#endif

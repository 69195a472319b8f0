/* Prose as the writer meant it: paragraphs and list items in NFC, white space folded,
 * escapes resolved, comments dropped.
 */
#ifndef KHCT_VALUE_TEXT_H
#define KHCT_VALUE_TEXT_H

#include "value/reader.h"

typedef enum khct_paragraph_kind {
    KHCT_PARAGRAPH,
    KHCT_ITEM,    /* a line that began with `- ` `– ` `• ` `* ` */
    KHCT_SUBITEM, /* with `+ ` */
} khct_paragraph_kind;

typedef struct khct_paragraph {
    khct_paragraph_kind kind;
    khct_span span; /* from its first word to its last, without the item's sign */
    khct_str words; /* of the source itself where nothing had to be changed */
} khct_paragraph;

typedef struct khct_text {
    khct_paragraph *at;
    size_t n;    /* 0 for an empty value and for a lone `-` */
    bool stated; /* a lone `-`: stated to be empty */
} khct_text;

/* `quoted`: the place is what stands between """ and """, in which nothing is special. */
khct_text khct_read_text(const khct_reader *reader, khct_span span, bool quoted);

/* True where the first byte of a value alone tells that it has words; false says nothing. */
bool khct_text_is_sure(khct_str bytes);

/* The value as one run of words. A lone `-` gives no words and sets *stated (may be NULL). */
khct_str khct_read_name(const khct_reader *reader, khct_span span, bool quoted, bool *stated);

/* The paragraphs joined by spaces. */
khct_str khct_text_joined(khct_arena *arena, const khct_text *text);

#endif

/* The tokens of a file, as the scanner cuts them: signs and runs of text. What a sign means where
 * it stands is the layout's to say (layout.h).
 */
#ifndef KHCT_GRAMMAR_TOKEN_H
#define KHCT_GRAMMAR_TOKEN_H

#include "text/source.h"

typedef enum khct_raw_kind {
    KHCT_RAW_END,        /* of the file; two of them stand there */
    KHCT_RAW_COMMENT,    /* the `#` of one: the tokens after it on its line are its words */
    KHCT_RAW_TEXT,       /* without blanks around it */
    KHCT_RAW_ESCAPE,     /* `\;` `\<` `\>` `\#` `\"` `\\` */
    KHCT_RAW_QUOTE,      /* """ */
    KHCT_RAW_SEMICOLONS, /* a row of `;` */
    KHCT_RAW_OPEN,       /* `<` */
    KHCT_RAW_CLOSES,     /* a row of `>` */
    KHCT_RAW_BRACKET,    /* `{` `[` `(` */
    KHCT_RAW_UNBRACKET,  /* `}` `]` `)` */
} khct_raw_kind;

/* Blanks and line ends belong to none. */
typedef struct khct_raw {
    khct_raw_kind kind;
    uint32_t begin, end; /* its bytes in the file */
    uint32_t line;       /* its line: a number in `lines` */
} khct_raw;

typedef struct khct_raw_line {
    uint32_t begin;     /* its first byte */
    uint32_t first;     /* its first byte that is no blank */
    uint32_t indent;    /* the blanks before that, in cells */
    uint32_t declares;  /* the byte after its last `<` that opens a block; 0: it has none */
    khct_raw_kind last; /* its last token that is no comment */
    bool described;     /* somebody has asked for these two: khct_line_of (layout.h) */
} khct_raw_line;

typedef struct khct_scanner {
    khct_arena *arena;
    khct_str text;
    uint32_t from; /* its first byte, after a byte-order mark */
    KHCT_VEC(khct_raw) tokens;
    KHCT_VEC(khct_raw_line) lines;
} khct_scanner;

/* The tokens of a file from byte `from` on. They live in the arena. */
khct_scanner *khct_scan(khct_arena *arena, const khct_source *file, uint32_t from);

#endif

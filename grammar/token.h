/* The tokens of a file, as the scanner cuts them: signs, runs of text, line ends. What a sign means
 * where it stands is the layout's to say (layout.h).
 */
#ifndef KHCT_GRAMMAR_TOKEN_H
#define KHCT_GRAMMAR_TOKEN_H

#include "text/str.h"

typedef enum khct_raw_kind {
    KHCT_RAW_END,        /* of the file */
    KHCT_RAW_LINE,       /* a line end */
    KHCT_RAW_COMMENT,    /* from `#` to the line's end */
    KHCT_RAW_TEXT,       /* without blanks around it */
    KHCT_RAW_ESCAPE,     /* `\;` `\<` `\>` `\#` `\"` `\\` */
    KHCT_RAW_QUOTE,      /* """ */
    KHCT_RAW_SEMICOLONS, /* a row of `;` */
    KHCT_RAW_OPEN,       /* `<` */
    KHCT_RAW_CLOSES,     /* a row of `>` */
    KHCT_RAW_BRACKET,    /* `{` `[` `(` */
    KHCT_RAW_UNBRACKET,  /* `}` `]` `)` */
} khct_raw_kind;

/* Blanks between tokens belong to none. */
typedef struct khct_raw {
    khct_raw_kind kind;
    uint32_t begin, end; /* its bytes in the file */
    uint32_t line;       /* its line: a number in `lines` */
} khct_raw;

/* A line, as far as its tokens say what it is like. */
typedef struct khct_raw_line {
    uint32_t begin;     /* its first byte */
    uint32_t first;     /* its first byte that is no blank */
    uint32_t indent;    /* the blanks before that, in cells */
    uint32_t declares;  /* behind its last `<` that opens a block; 0: it has none */
    bool opens;         /* it has a `<` */
    khct_raw_kind last; /* its last token that is no comment; LINE: it has none */
} khct_raw_line;

typedef struct khct_scanner {
    khct_arena *arena;
    khct_str text;
    uint32_t from;             /* its first byte, behind a byte-order mark */
    char *copy;                /* of the text: flex writes into what it reads */
    void *machine;             /* flex's */
    uint32_t at;               /* its next byte */
    KHCT_VEC(khct_raw) tokens; /* of the lines that have been read and are still needed */
    KHCT_VEC(khct_raw_line) lines;
} khct_scanner;

/* A scanner of `text` from byte `from` on. It lives in the arena. */
khct_scanner *khct_scanner_new(khct_arena *arena, khct_str text, uint32_t from);

/* Adds the tokens from byte `at` up to the next line end, and that, or up to the end of the file;
 * they are those of the line that the layout adds to scanner->lines. `at` may lie before what has
 * been read. */
void khct_scan_line(khct_scanner *scanner, uint32_t at);

#endif

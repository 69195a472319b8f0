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
    /* LINE: of the line that begins here; known once a token of that line has been asked for */
    khct_raw_kind last; /* its last token that is no comment */
    uint32_t opens;     /* behind its last `<`; 0: it has none */
    uint32_t declares;  /* behind its last `<` that opens a block; 0: it has none */
} khct_raw;

typedef struct khct_scanner {
    khct_arena *arena;
    khct_str text;
    uint32_t from; /* its first byte, behind a byte-order mark */
    char *copy;    /* of the text: flex writes into what it reads */
    void *machine; /* flex's */
    KHCT_VEC(khct_raw) ahead;
    bool opens; /* a `<` stands on the line last read */
} khct_scanner;

/* A scanner of `text` from byte `from` on. It lives in the arena. */
khct_scanner *khct_scanner_new(khct_arena *arena, khct_str text, uint32_t from);

/* Adds the tokens up to the next line end, and that, or up to the end of the file, to
 * scanner->ahead. */
void khct_scan_line(khct_scanner *scanner);

/* Goes on at byte `at`, which may lie before or behind what has been read. */
void khct_scan_from(khct_scanner *scanner, uint32_t at);

#endif

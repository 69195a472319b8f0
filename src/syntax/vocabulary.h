/* The words of the language, from grammar/keywords.def, and where each may stand. */
#ifndef KHCT_SYNTAX_VOCABULARY_H
#define KHCT_SYNTAX_VOCABULARY_H

#include "text/map.h"

/* Keywords: KHCT_K_GIAIPHAP. */
typedef enum khct_keyword {
#define KHCT_KEYWORD(id, unmarked, marked, vi, en) KHCT_K_##id,
#include "keywords.def"
    KHCT_KEYWORD_NONE, /* also the number of keywords */
} khct_keyword;

/* Kinds of block: KHCT_B_TIEUCHI. */
typedef enum khct_block {
#define KHCT_BLOCK(id, keyword, heading, example) KHCT_B_##id,
#include "keywords.def"
    KHCT_BLOCK_COUNT,
} khct_block;

typedef enum khct_how { KHCT_FIELD, KHCT_LINE, KHCT_DECLARATION } khct_how;
typedef enum khct_times { KHCT_ONCE, KHCT_MANY } khct_times;

/* What a field's value is; the readers stand in src/value and src/library. */
typedef enum khct_type {
    KHCT_TYPE_NONE,            /* a declaration with a block */
    KHCT_TYPE_TEXT,            /* paragraphs and list items */
    KHCT_TYPE_NAME,            /* text of one paragraph */
    KHCT_TYPE_IDENTIFIER,      /* one identifier */
    KHCT_TYPE_NAMES,           /* identifiers or titles, separated by commas */
    KHCT_TYPE_SCHOOL_TYPES,    /* mamnon, tieuhoc, … */
    KHCT_TYPE_OWNERSHIP,       /* conglap, danlap, tuthuc */
    KHCT_TYPE_DOCUMENT_NUMBER, /* 14/KH-THCSHS */
    KHCT_TYPE_DATE,
    KHCT_TYPE_SCHOOL_YEAR,
    KHCT_TYPE_PERIOD,
    KHCT_TYPE_AIM,        /* muc N [den namhoc Y] */
    KHCT_TYPE_CRITERIA,   /* 1.1 - 1.6, 2.1 và 2.3 */
    KHCT_TYPE_LEVEL_LIST, /* N criteria | caonhat tatca */
    KHCT_TYPE_NUMBERS,    /* 1, 2, 4 - 6 */
    KHCT_TYPE_DISPLAY,    /* bang | soluong */
    KHCT_TYPE_TIME,
    KHCT_TYPE_MONEY,
    KHCT_TYPE_ROLES,
    KHCT_TYPE_EVIDENCE,
    KHCT_TYPE_PROGRESS,
    KHCT_TYPE_BASIS,        /* an entry of the legal basis */
    KHCT_TYPE_USE,          /* danhmuc ID | mau ID | vanban ID | "FILE" */
    KHCT_TYPE_ROLE,         /* ID TEXT [gom ID, ID] */
    KHCT_TYPE_ABBREVIATION, /* ID TEXT */
    KHCT_TYPE_ALLOWANCE,    /* CODE [tieuchi ID] TEXT */
    KHCT_TYPE_FORCE,        /* DATE [- DATE] */
    KHCT_TYPE_TITLE,        /* [DATE - DATE:] text of one paragraph */
    KHCT_TYPE_RULE,         /* of a rating rule */
    KHCT_TYPE_COUNT,
} khct_type;

typedef struct khct_place {
    khct_block block;
    khct_keyword keyword;
    khct_how how;
    khct_type type;
    khct_times times;
    khct_block opens; /* meaningless unless `how` is KHCT_DECLARATION */
} khct_place;

typedef struct khct_keyword_row {
    const char *unmarked, *marked;
    size_t length;       /* bytes of the unmarked form */
    const char *help[2]; /* by khct_language */
} khct_keyword_row;

typedef struct khct_block_row {
    khct_keyword keyword;
    const char *heading; /* its shape, see keywords.def */
    const char *example; /* "tieuchi 1.7 muc 2 <"; empty where plans have none */
} khct_block_row;

/* The row of a keyword; one of empty texts for KHCT_KEYWORD_NONE. */
const khct_keyword_row *khct_keyword_at(khct_keyword keyword);
const khct_block_row *khct_block_at(khct_block block);

/* All rows, in the table's order, one of KHCT_BLOCK_COUNT after the last, and the number of a row +
 * 1 by block and keyword; 0: none. */
extern const khct_place KHCT_PLACES[];
extern const uint16_t KHCT_PLACE_AT[KHCT_BLOCK_COUNT][KHCT_KEYWORD_NONE + 1];

/* The row for `keyword` in `block`, or NULL where it may not stand there. */
static inline const khct_place *khct_place_of(khct_block block, khct_keyword keyword)
{
    uint16_t row = KHCT_PLACE_AT[block][keyword];
    return row == 0 ? NULL : &KHCT_PLACES[row - 1];
}

/* The first row, in any block, in which the keyword stands like this; NULL: none. */
const khct_place *khct_place_anywhere(khct_keyword keyword, khct_how how);

/* All rows, in the table's order; *count rows. */
const khct_place *khct_places(size_t *count);

/* The first row of the block; NULL: it has none. */
const khct_place *khct_first_place(khct_block block);

/* The row of the block that comes after `before`, NULL: its first one; NULL after the last one. All
 * rows of a block stand together. */
static inline const khct_place *khct_place_after(khct_block block, const khct_place *before)
{
    if (before == NULL)
        return khct_first_place(block);
    return before[1].block == block ? before + 1 : NULL;
}

/* Goes through the rows of a block. */
#define KHCT_EACH_PLACE(place, block)                                                              \
    for (const khct_place *place = khct_place_after(block, NULL); place != NULL;                   \
         place = khct_place_after(block, place))

typedef struct khct_titles khct_titles; /* titles.h */

/* A state of reading an unmarked keyword: where each letter leads (0: nowhere), and the keyword
 * that has been read. */
enum { KHCT_LETTERS = 1 + 10 + 26 }; /* of none; digits, letters */

typedef struct khct_letters {
    uint16_t next[KHCT_LETTERS];
    khct_keyword keyword;
} khct_letters;

/* Look-up tables; made once, read by all. */
typedef struct khct_vocabulary {
    const khct_titles *titles;
    KHCT_VEC(khct_letters) unmarked;
    uint8_t letter[256]; /* which of them a byte is */
    khct_map marked;     /* folded: "giai3 phap2" */
    khct_map first;      /* first words of marked forms */
    const khct_place *anywhere[KHCT_KEYWORD_NONE + 1][KHCT_DECLARATION + 1];
} khct_vocabulary;

khct_vocabulary *khct_vocabulary_new(khct_arena *arena);

/* The keyword whose unmarked form the word is; KHCT_KEYWORD_NONE: none. */
khct_keyword khct_keyword_named(const khct_vocabulary *vocabulary, khct_str word);

/* khct_place_anywhere by look-up. */
static inline const khct_place *khct_vocabulary_place(const khct_vocabulary *vocabulary,
                                                      khct_keyword keyword, khct_how how)
{
    return vocabulary->anywhere[keyword][how];
}

/* What khct_keyword_match found. */
typedef struct khct_match {
    khct_keyword keyword; /* KHCT_KEYWORD_NONE: nothing */
    bool marked;
    bool title;    /* it is the title of a column, or its first words before a colon */
    size_t length; /* bytes of the keyword alone, without a colon */
} khct_match;

/* The keyword at the beginning of `text`: the longest one that may stand in `block`, else the
 * longest one at all. It must end where a word ends. */
khct_match khct_keyword_match(const khct_vocabulary *vocabulary, khct_block block, khct_str text);

/* True where the text begins with this keyword, in either form; its length in *length. */
bool khct_keyword_here(const khct_vocabulary *vocabulary, khct_keyword keyword, khct_str text,
                       size_t *length);

/* The keyword nearest to what a writer put down (by letters without marks, at most two edits),
 * preferring those allowed in `block`. *length: bytes of the text that it replaces;
 * *edits: how far away (0: only marks or spaces differ). KHCT_KEYWORD_NONE: nothing near. */
khct_keyword khct_keyword_near(khct_block block, khct_str text, size_t *length, size_t *edits);

#endif

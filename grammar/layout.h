/* What the scanner knows besides the current character: the stack of open blocks, and what
 * stands further on in the file.
 *
 * The language's rules of where a field starts, which `;` ends a value and which `<` or `>` is a
 * block's need a look ahead over the line and a look at the open block; they stand here, so that
 * scanner.l is left with the plain patterns. All looks ahead are into the file's own text, never
 * into flex's buffer.
 */
#ifndef KHCT_GRAMMAR_LAYOUT_H
#define KHCT_GRAMMAR_LAYOUT_H

#include "syntax/tree.h"

/* Deepest nesting of blocks. */
enum { KHCT_NESTING_LIMIT = 100 };

typedef struct khct_open_block {
    khct_block block;
    uint32_t indent;  /* of the line of its heading, in cells */
    uint32_t heading; /* byte of its keyword */
    uint32_t brace;   /* byte of its `<` */
    uint32_t line;    /* begin of the line on which its `<` stands */
    char other; /* `}`, `]` or `)` where it was opened by such a bracket, which is said; else 0 */
    khct_fix *mend; /* what is said of that bracket; NULL: nothing */
} khct_open_block;

/* An item that has been recognised at its keyword. */
typedef struct khct_item {
    khct_keyword keyword;
    khct_block opens;
    bool declaration;    /* heading and block follow, else a value */
    bool dash;           /* a line `- …` that is an entry: the next one ends it too */
    uint16_t flags;      /* KHCT_NODE_… */
    uint32_t begin, end; /* the keyword's bytes */
    uint32_t indent;     /* of its line */
} khct_item;

/* A `>` that may have closed a block too early: what stands behind it could stand in the block, and
 * stands further right than its heading. */
typedef struct khct_early_close {
    uint32_t at; /* 0: none */
    khct_open_block heading;
    uint32_t next, next_end; /* the keyword behind it */
    uint32_t indent;         /* of the outermost block */
} khct_early_close;

/* The keyword last looked for, and which came last after each: the next one is likely the same. */
typedef struct khct_match_memo {
    bool set;
    uint32_t at;
    khct_block block;
    khct_match match;
    khct_keyword after[KHCT_KEYWORD_NONE + 1];
} khct_match_memo;

typedef struct khct_layout {
    khct_match_memo *memo;
    khct_diags *diags;
    const khct_vocabulary *vocabulary;
    uint32_t source;
    khct_str text;
    khct_tree *tree;
    khct_open_block stack[KHCT_NESTING_LIMIT];
    uint32_t depth;
    uint32_t line;    /* byte at which the current line begins */
    uint32_t indent;  /* its indentation in cells */
    khct_item item;   /* the item being read */
    uint32_t value;   /* first byte of its value or heading */
    uint32_t last;    /* byte behind the last character of the value that is no white space */
    bool quoted;      /* the value is inside """ */
    bool prose_ended; /* the last item ended with a `;` that was last on its line */
    khct_early_close suspect; /* which `>` it was, should one turn out to be too many */
    /* what was found by the last looks ahead, so that a long line is not looked through for each of
     * its words */
    uint32_t tail_begin, tail_end; /* a row of `>` */
    bool tail_closes;              /* nothing but a comment follows it on its line */
    uint32_t sign_begin, sign_at;  /* from there the line's last sign is that */
    char sign;
    uint32_t declares_begin,
        declares_end; /* from here to there a block's `<` is ahead on the line */
    bool declares;
    uint32_t quote_begin, quote_end; /* from there a search for """ ends here */
    bool quote_closes;
} khct_layout;

/* What stands at an item's place. */
typedef enum khct_layout_step {
    KHCT_LAYOUT_ITEM,  /* a field or declaration: layout->item */
    KHCT_LAYOUT_CLOSE, /* a forgotten `>`: reported; close the open block, then look again */
} khct_layout_step;

/* Behind a field's keyword at `at`, where no colon stands: passes the rest of a column's title, or
 * other words before a colon that are none of the value (reported, KH1015). Where the value's text
 * may begin. */
uint32_t khct_layout_label(khct_layout *layout, uint32_t at);

/* The title of the column for progress stands at `at`, to `end`: true where no day follows, without
 * which it is a remark (reported, KH1016). */
bool khct_layout_undated(khct_layout *layout, uint32_t at, uint32_t end);

/* True where the bracket at `at`, inside a heading, opens the block in the place of `<` (reported,
 * KH1017). *mend: see khct_open_block. */
bool khct_layout_other_opens(khct_layout *layout, uint32_t at, khct_fix **mend);

/* True where the bracket at `at`, where an item should begin, closes the open block in the place of
 * `>`. */
bool khct_layout_other_closes(khct_layout *layout, uint32_t at);

/* Where an item should begin, a `;` stands at `at`: behind the row of `;` that is one too many
 * (reported, KH1019), or `at`. */
uint32_t khct_layout_doubled(khct_layout *layout, uint32_t at);

/* Where an item should begin, a `#` without a blank behind it stands at `at`: true where it was
 * meant to begin a comment (reported, KH1020). */
bool khct_layout_close_comment(khct_layout *layout, uint32_t at);

/* Called where a line begins: `at` is its first byte. Returns the first that is no blank. */
uint32_t khct_layout_line(khct_layout *layout, uint32_t at);

/* The innermost open block. */
khct_block khct_layout_block(const khct_layout *layout);

/* Decides what begins at byte `at`, where an item should begin. */
khct_layout_step khct_layout_item(khct_layout *layout, uint32_t at);

/* Opens the block of layout->item, its `<` at byte `brace`. False: too deep (reported). */
bool khct_layout_open(khct_layout *layout, uint32_t brace);
void khct_layout_close(khct_layout *layout);

/* True where the `;` at `at` ends the value being read. */
bool khct_layout_ends_value(khct_layout *layout, uint32_t at);

/* True where the `>` at `at`, inside a value or heading, is the block's. */
bool khct_layout_closes(khct_layout *layout, uint32_t at);

/* Where an item should begin, a `>` stands at `at`: true where it closes the open block too early,
 * as what follows can only stand in that block (reported, KH1004). */
bool khct_layout_closes_early(khct_layout *layout, uint32_t at);

/* True where the `<` at `at`, inside a heading, opens the block. */
bool khct_layout_opens(khct_layout *layout, uint32_t at);

/* Inside a value, `at` is the first character of a line: true where the value ends before this
 * line, for want of a `;` (reported, KH1001). */
bool khct_layout_forgot_semicolon(khct_layout *layout, uint32_t at);

/* Inside a value, on a line that is not blank and has no `<` before byte `from`: true where it is
 * surely more of the value, prose wrapped with a hanging indent. False says nothing. */
bool khct_layout_goes_on(const khct_layout *layout, uint32_t from);

/* Inside a heading, `at` is the first character of a line: true where the heading ends before
 * this line, for want of a `<` (reported, KH1005). */
bool khct_layout_forgot_brace(khct_layout *layout, uint32_t at);

/* Inside a heading, a `;` stands at `at`: where the block's `<` was forgotten (reported). The byte
 * before which it belongs; `at` itself where nothing of the block was written. */
uint32_t khct_layout_brace_before(khct_layout *layout, uint32_t at);

/* True where a comment begins at the `#` at `at`. */
bool khct_layout_comment(const khct_layout *layout, uint32_t at);

/* For a value that begins with """ at `at`: the byte of the closing """, or 0 where it is never
 * closed (reported, KH0003). */
uint32_t khct_layout_quote(khct_layout *layout, uint32_t at);

/* The end of the word at `at` that is no keyword; of the sign, where none begins there. */
uint32_t khct_layout_word(const khct_layout *layout, uint32_t at);

/* --- looking at the text, for layout_slips.c --- */

uint32_t khct_layout_skip_blanks(const khct_layout *layout, uint32_t at);
bool khct_layout_line_ends(const khct_layout *layout, uint32_t at); /* here, or behind a comment */

/* The keyword that a line without one means in a block whose entries are all alike; *sure: they can
 * be nothing else. KHCT_KEYWORD_NONE: none. */
khct_keyword khct_layout_implied(const khct_layout *layout, uint32_t at, bool *sure);

/* The keyword whose words stand apart at `at` ("muc tieu"), allowed in the open block; *length: its
 * bytes. KHCT_KEYWORD_NONE: none. */
khct_keyword khct_layout_joined(const khct_layout *layout, uint32_t at, size_t *length);

/* --- reports (layout_report.c) --- */

/* The words from `at` to `end` are the keyword written apart, or the title of its column without
 * marks (KH1002). */
void khct_layout_report_spelt(khct_layout *layout, uint32_t at, uint32_t end, khct_keyword keyword,
                              bool title);

/* A line in a block of entries has no keyword: the implied one belongs before it (KH1002). */
void khct_layout_report_implied(khct_layout *layout, uint32_t at, khct_keyword keyword, bool sure);

/* The word from `at` to `end` is no keyword (KH1002); `near`: what may be meant, so many edits
 * away. */
void khct_layout_report_unknown(khct_layout *layout, uint32_t at, uint32_t end, khct_keyword near,
                                size_t edits);

/* The `>` of the innermost block is missing before the line of `at` (KH1003). */
void khct_layout_report_close(khct_layout *layout, uint32_t at);

/* Reports a forgotten `;` at the end of the value (KH1001). `marked`: a keyword with marks starts
 * the next line; `ends`: the value is read as ended. */
void khct_layout_report_semicolon(khct_layout *layout, bool marked, bool ends, uint32_t next);

/* Reports blocks still open at the end of the file, innermost first; one call per block. */
void khct_layout_report_end(khct_layout *layout);

/* Reports a `>` that closes its block too early (KH1004). */
void khct_layout_report_early_close(khct_layout *layout, khct_early_close early);

/* Reports a forgotten `<`. */
void khct_layout_report_brace(khct_layout *layout, uint32_t before);

#endif

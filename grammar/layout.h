/* The layout pass, between scanner and parser: it makes items out of tokens, and what a writer
 * forgot it inserts.
 *
 *     TEXT `ten Trường Hoa Sen`, and no more on its line   ─▶
 *     FIELD ten · TEXT `Trường Hoa Sen` · `;` (inserted, KH1001)
 *
 * The rules of where a field starts, which `;` ends a value and which `<` or `>` is a block's need
 * two things, and these are its state: the stack of open blocks, and the tokens that stand ahead.
 * A sign that was inserted has an empty place.
 *
 *     at          what stands there                 is                                     said
 *     an item     a keyword, or a line that may     the item: khct_begin_item
 *                   do without one                  (layout_item.c)
 *                 a declaration of an outer block   what a `>` is inserted before:         KH1003
 *                                                   khct_forgot_close_before
 *                                                   (layout_block.c)
 *                 `>`                               the block's, unless what follows can   KH1004
 *                                                   only stand in it: khct_closes_early
 *     a value     `;` last on its line, or before   its end, unless the text goes on
 *                   a keyword or `>`                below: ends_value (layout_value.c)
 *                 a line that begins a field        what a `;` is inserted before:         KH1001
 *                                                   forgot_semicolon
 *                 `>` last on its line              the block's, a `;` inserted before it  KH1001
 *     a heading   `<` last on its line, or before   its end: opens (layout_heading.c)
 *                   a keyword or `>`
 *                 a line that begins a field of     what a `<` is inserted before:         KH1005
 *                   the block, `;`, `>`             forgot_brace, brace_before
 *
 * What stands ahead, and whether words there are a keyword, is said in layout_ahead.c. Other ways
 * of writing are read, and said with the fix, where they stand.
 */
#ifndef KHCT_GRAMMAR_LAYOUT_H
#define KHCT_GRAMMAR_LAYOUT_H

#include "syntax/tree.h"
#include "text/utf8.h"
#include "token.h"

/* Deepest nesting of blocks. */
enum { KHCT_NESTING_LIMIT = 100 };

typedef struct khct_open_block {
    khct_block block;
    uint32_t indent;  /* of the line of its heading, in cells */
    uint32_t heading; /* byte of its keyword */
    uint32_t brace;   /* byte of its `<` */
    char other; /* `}`, `]` or `)` where it was opened by such a bracket, which is said; else 0 */
    khct_fix *mend; /* what is said of that bracket; NULL: nothing */
} khct_open_block;

/* The item being read, recognised at its keyword. */
typedef struct khct_item {
    khct_keyword keyword;
    khct_block opens;
    khct_how how;        /* a declaration has a heading and a block, the others a value */
    bool dash;           /* a line `- …` that is an entry: the next one ends it too */
    uint16_t flags;      /* KHCT_NODE_… */
    uint32_t begin, end; /* the keyword's bytes */
    uint32_t indent;     /* of its line */
} khct_item;

/* A `>` that may have closed a block too early: what follows it could stand in the block, and
 * stands further right than its heading. */
typedef struct khct_early_close {
    uint32_t at; /* 0: none */
    khct_open_block heading;
    uint32_t next, next_end; /* the keyword after it */
    uint32_t indent;         /* of the outermost block */
} khct_early_close;

/* A token for the parser. */
typedef struct khct_given {
    int token;
    khct_node *node;
    khct_span span;
} khct_given;

typedef struct khct_layout {
    khct_diags *diags;
    const khct_vocabulary *vocabulary;
    khct_tree *tree;
    khct_str text;
    uint32_t source;

    khct_open_block stack[KHCT_NESTING_LIMIT + 1]; /* the first one is the file's */
    khct_open_block *open;                         /* the innermost */
    khct_scanner *scanner;
    khct_raw *next; /* among the scanner's tokens: those from here on stand ahead */

    khct_item item;
    khct_node *node;                 /* made of the item */
    uint32_t value;                  /* first byte of its value or heading */
    uint32_t last;                   /* the byte after that; 0: it has none yet */
    bool prose_ended;                /* the item before ended with a `;` */
    bool stopped;                    /* too deep: only what is open is closed */
    khct_early_close suspect;        /* which `>` it was, should one turn out to be too many */
    uint32_t quote_begin, quote_end; /* from here a search for """ ends there */
    bool quote_closes;

    khct_given given[4]; /* what the parser has not yet taken */
    unsigned given_n, given_next;
} khct_layout;

/* The pass over a file that stands in `diags->sources`. */
khct_layout *khct_layout_new(khct_diags *diags, const khct_vocabulary *vocabulary, khct_tree *tree);

/* Reads on, until there is something to give. */
void khct_layout_read(khct_layout *layout);

/* The next token for the parser; it holds until the item it belongs to has been given whole. */
static inline const khct_given *khct_layout_next(khct_layout *layout)
{
    if (layout->given_next == layout->given_n)
        khct_layout_read(layout);
    return &layout->given[layout->given_next++];
}

/* --- reading an item (layout.c) --- */

/* Bytes of the file. */
static inline khct_span khct_span_at(const khct_layout *layout, uint32_t begin, uint32_t end)
{
    return (khct_span){layout->source, begin, end};
}

/* Gives a token. */
void khct_give(khct_layout *layout, int token, khct_span span);

/* Takes what is left of the line, a comment from byte `begin` on, and keeps it for the formatter.
 */
void khct_take_comment(khct_layout *layout, uint32_t begin);

/* Where the text before byte `at` ends, without the white space at its end. */
uint32_t khct_text_end(const khct_layout *layout, uint32_t at);

/* Where the item ends, as far as it is read. */
static inline uint32_t khct_item_end(const khct_layout *layout)
{
    return layout->last > layout->item.end ? layout->last : layout->item.end;
}

/* Gives the text of the item being read, and the token that ends it, at `sign` or, where that is
 * nowhere, after the text: it was forgotten. */
void khct_end_item(khct_layout *layout, int token, khct_span sign);

/* Reports the bracket at `at` that opens, or closes, a block in the place of `<` `>` (KH1017); its
 * fix. */
khct_fix *khct_say_bracket(khct_layout *layout, uint32_t at, bool opens);

/* The item's keyword, between backticks. */
khct_str khct_item_quoted(const khct_layout *layout);

/* --- what begins at an item's place (layout_item.c) --- */

/* What begins at byte `at`, where the next token stands: layout->item. False where a `>` was
 * forgotten before it, which has been reported. */
bool khct_begin_item(khct_layout *layout, uint32_t at);

/* --- between its name and its value (layout_label.c) --- */

/* After the keyword of layout->item: passes a colon, and what else belongs to the name (KH1015);
 * where the value's text may begin. */
uint32_t khct_value_begin(khct_layout *layout);

/* --- its end (layout_value.c, layout_heading.c) --- */

/* The value ends before or with the next token, which may begin a line `below`: gives its end. */
bool khct_value_ends(khct_layout *layout, bool below);

/* The heading ends so, and its block begins. */
bool khct_heading_ends(khct_layout *layout, bool below);

/* A """ stands next: true where the value begins with it, and has been read to the closing one. */
bool khct_take_quote(khct_layout *layout);

/* --- blocks (layout_block.c) --- */

/* Opens the block of layout->item, its `<` at byte `brace`. False: too deep (reported). */
bool khct_begin_block(khct_layout *layout, uint32_t brace);

/* Closes the innermost block by the sign from `begin` to `end`; where it was forgotten, empty. */
void khct_close_block(khct_layout *layout, uint32_t begin, uint32_t end);

/* True where these `>` are blocks' and not text: nothing but a comment follows them, or they are
 * first on their line, before a keyword. */
bool khct_closes(khct_layout *layout, const khct_raw *token);

/* The innermost block ends before the keyword at `at`, where an item should begin, without its `>`
 * (reported, KH1003). */
bool khct_forgot_close_before(khct_layout *layout, khct_match match, uint32_t at);

/* Where an item should begin, a `>` stands at `at`: true where it closes the open block too early,
 * as what follows can only stand in that block (reported, KH1004). */
bool khct_closes_early(khct_layout *layout, uint32_t at);

/* The heading of the innermost open block, between backticks. */
khct_str khct_block_quoted(const khct_layout *layout);

/* Reports that the innermost block is open at the end of the file (KH1003). */
void khct_say_open(khct_layout *layout);

/* Reports a sign that belongs nowhere (KH1002, KH1004). */
void khct_layout_report_stray(khct_layout *layout, khct_span at);

/* Past the limit of diagnostics no words are put together any more: counts it, and gives true. */
bool khct_only_counted(khct_layout *layout, khct_code code, khct_severity severity);

/* --- what stands ahead (layout_ahead.c) --- */

/* The line of this token: where it begins. */
static inline const khct_raw_line *khct_line_of(const khct_layout *layout, const khct_raw *token)
{
    return &layout->scanner->lines.at[token->line];
}

/* Its line with what the tokens there are, from this one on if nobody has asked before. */
const khct_raw_line *khct_described_line(khct_layout *layout, const khct_raw *token);

/* The line of the next token. */
static inline const khct_raw_line *khct_line(const khct_layout *layout)
{
    return khct_line_of(layout, layout->next);
}

/* Its last token is the `<` of a block. */
static inline bool khct_line_opens(khct_layout *layout)
{
    return khct_described_line(layout, layout->next)->last == KHCT_RAW_OPEN;
}

/* A block opens on the line of this token, after it, with its `<` last or its `>`. */
bool khct_block_opens(khct_layout *layout, const khct_raw *token);

/* Nothing but a comment follows on the line of the token before this one. */
static inline bool khct_line_ends(const khct_raw *token)
{
    return token->kind == KHCT_RAW_COMMENT || token->kind == KHCT_RAW_END ||
           token->line != token[-1].line;
}

/* The token is first on its line. */
static inline bool khct_is_first(const khct_layout *layout, const khct_raw *token)
{
    return token->begin == khct_line_of(layout, token)->first;
}

/* It is so on a line further down than the item begins. */
static inline bool khct_begins_line(const khct_layout *layout, const khct_raw *token)
{
    return khct_is_first(layout, token) && token->begin > layout->item.begin &&
           token->kind != KHCT_RAW_END;
}

/* The first token on a line below that of this one, or END. */
const khct_raw *khct_below(const khct_raw *token);

/* The next item or sign, from this token on: past comments. */
const khct_raw *khct_past_comments(const khct_raw *token);

/* Takes what stands before byte `at`, and the blanks from there on. */
void khct_take_to(khct_layout *layout, uint32_t at);

/* Goes back to byte `at`, what stands there is read again. */
void khct_go_back(khct_layout *layout, uint32_t at);

/* True where a block's `<` comes, before a `;` or `>` that is last on its line, after this token.
 */
bool khct_opens_before_it_ends(khct_layout *layout, const khct_raw *token);

/* --- looking at the text (layout_ahead.c) --- */

/* The byte at `at`, which may lie a few bytes after the end: zeroes stand there. */
static inline char khct_byte_at(const khct_layout *layout, uint32_t at)
{
    return layout->text.p[at];
}

/* The character there. */
static inline int32_t khct_char_at(const khct_layout *layout, uint32_t at)
{
    size_t length;
    return khct_utf8_at(layout->text.p + at, layout->text.n - at, &length);
}

/* The words from byte `begin` to byte `end`, copied. */
static inline khct_str khct_words_at(const khct_layout *layout, uint32_t begin, uint32_t end)
{
    return khct_str_copy(layout->diags->arena,
                         khct_str_trim(khct_str_sub(layout->text, begin, end)));
}

/* The text from there on. */
static inline khct_str khct_rest(const khct_layout *layout, uint32_t at)
{
    return khct_str_sub(layout->text, at, layout->text.n);
}

static inline uint32_t khct_skip_blanks(const khct_layout *layout, uint32_t at)
{
    size_t width;
    while ((width = khct_blank_at(layout->text, at)) > 0)
        at += (uint32_t)width;
    return at;
}

/* A colon stands at `at`, or after blanks from there on. */
static inline bool khct_colon_follows(const khct_layout *layout, uint32_t at)
{
    return khct_byte_at(layout, khct_skip_blanks(layout, at)) == ':';
}

/* Line ends too: where text is wrapped means nothing. */
static inline uint32_t khct_skip_space(const khct_layout *layout, uint32_t at)
{
    size_t width;
    while ((width = khct_space_at(layout->text, at)) > 0)
        at += (uint32_t)width;
    return at;
}

/* Bytes of a list mark with its blank at `at` ("- ", "– ", "• ", "* ", "+ ", …), or 0. Blanks at a
 * line's end say nothing, so a mark with nothing after it is none. */
uint32_t khct_list_mark(const khct_layout *layout, uint32_t at);

/* After `1.`, `2)`, `a)`, `1.2.` and blanks; 0: none stands at `at`. */
uint32_t khct_after_number(const khct_layout *layout, uint32_t at);

/* Where the heading of a block begins that this token begins a line with, after the list
 * mark or number that it begins with; 0: none. */
uint32_t khct_heading_in_list(khct_layout *layout, const khct_raw *token);

/* The end of the word at `at` that is no keyword; of the sign, where none begins there. */
uint32_t khct_word_end(const khct_layout *layout, uint32_t at);

/* The end of at most so many words at `at` that a colon follows, *colon; 0: none. `small`: none of
 * them with a capital, and line ends may stand between them. */
uint32_t khct_words_before_colon(const khct_layout *layout, uint32_t at, int most, bool small,
                                 uint32_t *colon);

/* --- where a field may start (layout_ahead.c) --- */

/* How the keyword may stand in the open block; NULL: it may not, or is KHCT_KEYWORD_NONE. */
static inline const khct_place *khct_place_here(const khct_layout *layout, khct_keyword keyword)
{
    return khct_place_of(layout->open->block, keyword);
}

/* In some block the keyword declares one. */
static inline bool khct_declares(const khct_layout *layout, khct_keyword keyword)
{
    return khct_vocabulary_place(layout->vocabulary, keyword, KHCT_DECLARATION) != NULL;
}

/* Between the block's keyword and its `<` stands nothing. */
static inline bool khct_has_no_heading(khct_block block)
{
    return block != KHCT_B_UNKNOWN && khct_block_at(block)->heading[0] == '\0';
}

/* The keyword at `at`, as it is read in `block`. */
static inline khct_match khct_match_at(const khct_layout *layout, khct_block block, uint32_t at)
{
    return khct_keyword_match(layout->vocabulary, block, khct_rest(layout, at));
}

/* A keyword that may begin an item in running text at this token: one allowed in the block, or one
 * that is no word of Vietnamese prose. */
khct_match khct_running_keyword(khct_layout *layout, khct_block block, const khct_raw *token);

/* What follows from byte `after` on shows that the marked keyword before it is one. */
bool khct_reads_as_keyword(const khct_layout *layout, uint32_t after);

/* True for a marked keyword, at this token, further right than the field's own, that reads like
 * more of the prose. */
bool khct_reads_as_prose(khct_layout *layout, khct_match match, const khct_raw *token);

#endif

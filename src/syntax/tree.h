/* The tree of a file: what the writer put down, each part with its place. */
#ifndef KHCT_SYNTAX_TREE_H
#define KHCT_SYNTAX_TREE_H

#include "diag/diag.h"
#include "syntax/vocabulary.h"

enum {
    KHCT_NODE_MARKED = 1,    /* the keyword was written with marks */
    KHCT_NODE_BLOCK = 2,     /* has a heading and a block */
    KHCT_NODE_MISPLACED = 4, /* may not stand in this block */
    KHCT_NODE_UNKNOWN = 8,   /* keyword not known; `keyword` is KHCT_KEYWORD_NONE */
    KHCT_NODE_QUOTED = 16,   /* the value stands between """ """; `value` is what is inside */
    KHCT_NODE_FOLDED = 32,   /* the value holds line ends, comments, escapes or the like */
    KHCT_NODE_MENDED = 64,   /* a `;` `<` `>` or the keyword was put in by the layout pass */
    KHCT_NODE_GUESSED = 128, /* the keyword was misspelt; `keyword` is the nearest one */
    KHCT_NODE_DOUBTED = 256, /* a line of the value begins like a field; a `;` may be missing */
};

/* An item: a field, a declaration without a block, or a declaration with one. */
typedef struct khct_node {
    khct_keyword keyword;
    khct_block inside; /* the kind of block it stands in */
    khct_block opens;  /* the kind of its own block; KHCT_B_UNKNOWN without one */
    uint16_t flags;    /* KHCT_NODE_… */
    khct_span span;    /* all of it, with its `;` or `>` */
    khct_span key;     /* the keyword */
    khct_span value;   /* the value or the heading, without white space around; may be empty */
    uint32_t open;     /* byte of the block's `<`; 0 without a block */
    struct khct_node *first, *last, *next, *parent;
    /* what the value means, and its words: value/meaning.h fills them */
    const struct khct_meaning *meaning;
    const struct khct_text *text;
} khct_node;

/* A comment, from `#` to the end of its line; for the formatter. */
typedef struct khct_comment {
    khct_span span;
    bool alone; /* nothing but white space before it on its line */
} khct_comment;

typedef struct khct_tree {
    uint32_t source;
    khct_node *top; /* a node of block KHCT_B_TOP that holds the file's items */
    KHCT_VEC(khct_comment) comments;
    bool broken; /* scanner, layout pass or parser reported an error */
} khct_tree;

/* Reads a file that stands in `diags->sources`. Always gives a tree; what is wrong is reported. */
khct_tree *khct_parse(khct_diags *diags, const khct_vocabulary *vocabulary, uint32_t source);

/* Checks each node's place against the vocabulary table: not allowed here, twice, empty (KH1006
 * to KH1008). Part of khct_parse; here for the formatter's tests. */
void khct_check_places(khct_diags *diags, const khct_tree *tree);

/* The next item in the order of the text, over all blocks; NULL: the end. Begin with the tree's
 * top. */
const khct_node *khct_node_next(const khct_node *node);

/* Whether most keywords of the file carry marks; items that a sign begins (`- `) have none. */
bool khct_prefers_marks(const khct_tree *tree);

/* The first child with that keyword, or NULL. */
khct_node *khct_child(const khct_node *node, khct_keyword keyword);

/* The next sibling with the same keyword, or NULL. */
khct_node *khct_again(const khct_node *node);

/* The value or heading as it stands in the file. */
khct_str khct_node_raw(const khct_diags *diags, const khct_node *node);

#endif

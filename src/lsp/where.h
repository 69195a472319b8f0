/* What stands at a byte of a text: the open block, the item, the part of it. */
#ifndef KHCT_LSP_WHERE_H
#define KHCT_LSP_WHERE_H

#include "syntax/tree.h"

typedef enum khct_spot {
    KHCT_SPOT_ITEM,    /* where an item may begin, or in the word that begins one */
    KHCT_SPOT_VALUE,   /* in a field's value */
    KHCT_SPOT_HEADING, /* after the keyword of a declaration with a block */
} khct_spot;

typedef struct khct_where {
    khct_spot spot;
    const khct_node *block; /* the innermost open block; never NULL */
    const khct_node *node;  /* the item whose value, heading or keyword it is; NULL: none */
    uint32_t from;   /* ITEM: where the word begins; else the beginning of value or heading */
    bool line_start; /* VALUE: only a word stands before it on its line */
} khct_where;

khct_where khct_where_of(const khct_tree *tree, khct_str text, uint32_t at);

/* The item at a byte, the innermost one; NULL: none. */
const khct_node *khct_node_at(const khct_tree *tree, uint32_t at);

#endif

/* What scanner and parser share while one file is read. */
#ifndef KHCT_GRAMMAR_SCAN_H
#define KHCT_GRAMMAR_SCAN_H

#include "layout.h"

typedef struct khct_scan {
    khct_arena *arena;
    khct_layout layout;
    bool empty; /* the block just begun holds nothing: its `>` comes next, at `empty_at` */
    khct_span empty_at;
    bool stopped;      /* too deep: only close what is open */
    khct_node *node;   /* the item being read */
    khct_node *parent; /* the block that the parser is in */
} khct_scan;

#endif

/* A hover's page while it is put together. */
#ifndef KHCT_LSP_HOVER_H
#define KHCT_LSP_HOVER_H

#include "lsp/refs.h"
#include "lsp/server.h"
#include "lsp/where.h"

typedef struct khct_hovering {
    khct_request *r;
    khct_arena *arena;
    khct_plan *plan;
    khct_strs pieces;
    khct_span span; /* what it is about; empty: not known */
} khct_hovering;

/* Adds one piece after the other, each by its type: text, a string of C, or a number. */
#define KHCT_HOVER(h, ...) KHCT_ADD((h)->arena, &(h)->pieces, __VA_ARGS__)

void khct_hover_block(khct_hovering *h); /* a new paragraph */
void khct_hover_bold(khct_hovering *h, khct_str text);
void khct_hover_code(khct_hovering *h, khct_str text);

/* "vi" or "en" by the reader's language; khct_hover_say adds it. */
const char *khct_hover_in(const khct_hovering *h, const char *vi, const char *en);
void khct_hover_say(khct_hovering *h, const char *vi, const char *en);

/* "ngày 01 tháng 9 năm 2023", "1/9/2023" */
void khct_hover_long_date(khct_hovering *h, khct_date date);
/* "1/9/2023 – 31/5/2024, 273 ngày" */
void khct_hover_days(khct_hovering *h, khct_date from, khct_date to);

/* hover_values.c: the meaning of a field's value. */
void khct_hover_value(khct_hovering *h, const khct_node *node);

/* hover_task.c: the task that a heading begins; nothing where it begins none. */
void khct_hover_task(khct_hovering *h, const khct_node *node);

/* hover_refs.c: what the word under the cursor refers to. */
void khct_hover_reference(khct_hovering *h, const khct_node *node);

#endif

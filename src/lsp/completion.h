/* What is being completed, shared by the files that offer something. */
#ifndef KHCT_LSP_COMPLETION_H
#define KHCT_LSP_COMPLETION_H

#include "lsp/server.h"
#include "lsp/where.h"

/* The protocol's kinds of completion items. */
enum {
    KHCT_ITEM_FIELD = 5,
    KHCT_ITEM_VARIABLE = 6,
    KHCT_ITEM_MODULE = 9,
    KHCT_ITEM_VALUE = 12,
    KHCT_ITEM_KEYWORD = 14,
    KHCT_ITEM_SNIPPET = 15,
    KHCT_ITEM_FILE = 17,
    KHCT_ITEM_REFERENCE = 18,
    KHCT_ITEM_MEMBER = 20,
};

typedef struct khct_completing {
    khct_request *r;
    khct_arena *arena;
    khct_json_writer *w;
    khct_library *library;
    khct_plan *plan;    /* of the last analysis: perhaps a few letters old; NULL: none */
    khct_reader reader; /* over the text as it stands, says nothing */
    khct_str text;
    const khct_tree *tree;
    uint32_t source, at;
    khct_where where;
    bool marked;     /* the writer prefers keywords with marks */
    uint32_t begin;  /* where the words being completed begin */
    khct_str typed;  /* from there to the cursor */
    khct_str folded; /* the same without marks */
    size_t count;
} khct_completing;

typedef struct khct_offer {
    khct_str label;
    khct_str insert; /* empty: the label */
    khct_str detail, help;
    khct_str match; /* other words by which it is found */
    int kind;       /* KHCT_ITEM_… */
    int rank;       /* 0 to 9: lower ones stand first */
    bool snippet;   /* `insert` has places to fill in */
} khct_offer;

/* Says from where on words are completed; before any offer. */
void khct_complete_from(khct_completing *k, uint32_t begin);

/* Writes an item if it fits what was typed. */
void khct_complete_offer(khct_completing *k, khct_offer offer);

/* The same of a word of a kind; of one with words beside it, by which it is found too. */
void khct_complete_plain(khct_completing *k, khct_str label, int kind, int rank);
void khct_complete_named(khct_completing *k, khct_str label, khct_str words, int kind, int rank);

/* A keyword in the form that the writer uses. */
khct_str khct_complete_word(const khct_completing *k, khct_keyword keyword);

/* Beginning of the entry of a list that ends at the cursor: after the last of `signs`. */
uint32_t khct_complete_entry(const khct_completing *k, uint32_t from, const char *signs);

/* The same in a list of criteria or numbers, with its ranges. */
uint32_t khct_complete_element(const khct_completing *k, uint32_t from);

/* completion_values.c: the value of a field, by its type. */
void khct_complete_value(khct_completing *k, khct_type type);

/* completion_headings.c: the heading of a declaration. */
void khct_complete_heading(khct_completing *k, khct_block opens);

/* Criteria, and the levels of one. */
void khct_complete_criteria(khct_completing *k);
void khct_complete_levels(khct_completing *k, const khct_criterion *criterion, const char *lead);
void khct_complete_sections(khct_completing *k);

/* blocks.c: a whole block `tieuchi X muc N < … >` with the fields that the plan's form shows.
 * `snippet`: with places to fill in; else with `(điền)` in them. From the heading's end on where
 * `heading` is empty. */
khct_str khct_lsp_improvement(khct_arena *arena, const khct_plan *plan, khct_str heading,
                              bool marked, bool snippet);

/* A block with its fields, as a snippet; `heading`: what stands after the keyword. */
khct_str khct_lsp_block(khct_arena *arena, const khct_plan *plan, khct_block opens,
                        khct_str keyword, bool marked);
#endif

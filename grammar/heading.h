/* What the words of a heading and its grammar share. */
#ifndef KHCT_GRAMMAR_HEADING_H
#define KHCT_GRAMMAR_HEADING_H

#include "value/head.h"

typedef struct khct_head_parsing {
    const khct_reader *reader;
    const khct_period *period; /* gives times their years */
    khct_block block;
    khct_span span, key; /* of the heading, of the keyword before it */
    khct_words words;    /* not cut where the heading is one run of words */
    bool cut;
    size_t from; /* the first word of the token last read */
    int before;  /* that token; 0: none */
    khct_head *head;
} khct_head_parsing;

/* Says, from `at` on, how such a heading is written. */
void khct_heading_say(khct_head_parsing *heading, khct_span at);

/* What the words at `at`, or from there on, are. */
void khct_heading_title(khct_head_parsing *heading, khct_span at);
void khct_heading_name(khct_head_parsing *heading, khct_span at);
void khct_heading_name_and_title(khct_head_parsing *heading, khct_span at);
void khct_heading_when(khct_head_parsing *heading, khct_span at);

#endif

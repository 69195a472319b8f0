/* What the heading of a block says, read by the shape that the vocabulary table gives it.
 *
 * A heading belongs to its block alone, so its places are the file's.
 */
#ifndef KHCT_VALUE_HEAD_H
#define KHCT_VALUE_HEAD_H

#include "syntax/tree.h"
#include "value/criteria.h"
#include "value/time.h"

typedef struct khct_head {
    bool understood;         /* what the shape asks for is there */
    bool stray;              /* what stands for a title is none, and may be more: a level, a list */
    khct_criterion_id id;    /* C; {0, 0}: none */
    uint32_t number;         /* N */
    khct_span id_span;       /* of id or number */
    khct_target target;      /* T, R, L */
    khct_str name;           /* I; of M the first word */
    khct_str title;          /* t; of M what follows; W: all of it */
    khct_span title_span;    /* of t, also where it is no title */
    khct_period year;        /* Y; its kind is KHCT_PERIOD_NONE where none is given */
    const khct_time *time;   /* W; NULL: no words */
    uint32_t standard;       /* S; 0: not given */
    khct_span standard_span; /* of its number */
    khct_criteria criteria;  /* S */
} khct_head;

/* Reads the heading of a block that stands at `span`, its keyword at `key`. What is wrong with the
 * heading of a plan is reported (KH1009); those of the library are their readers' to judge. */
khct_head khct_read_head(const khct_reader *reader, const khct_period *period, khct_block block,
                         khct_span span, khct_span key);

/* False, after saying so, where the words at `span` do not begin as a title does: with a capital
 * letter or a digit. */
bool khct_say_title(const khct_reader *reader, khct_keyword keyword, khct_span span,
                    khct_str title);

#endif

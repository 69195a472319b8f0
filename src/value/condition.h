/* What a line of a rating rule asks, and a degree of the national standard likewise: `muc 2`,
 * `5 muc 2`, `tatca`. */
#ifndef KHCT_VALUE_CONDITION_H
#define KHCT_VALUE_CONDITION_H

#include "value/reader.h"

typedef struct khct_condition {
    bool understood; /* one of the forms, and nothing else */
    bool all;        /* tatca */
    bool counted;    /* a number stands before the level */
    uint32_t count;  /* 5 of `5 muc 2` */
    uint16_t level;  /* 0 of `tatca` */
} khct_condition;

/* Nothing is reported: what a catalogue asks wrongly is its own to say. */
khct_condition khct_read_condition(const khct_reader *reader, khct_span span);

#endif

/* The second pass over a time: which units and years a list shares, what lies inside what, and the
 * days. For use by time.c only. */
#ifndef KHCT_VALUE_WHEN_H
#define KHCT_VALUE_WHEN_H

#include "time_tree.h"

/* Fills intervals, repeats, outlook, `recurs` and `undated` of `time` from the nodes of `tokens`.
 * False where what derives means nothing; *said is set where a fault was reported (KH4006,
 * KH4009). */
bool khct_time_settle(const khct_tokens *tokens, const khct_time_nodes *nodes,
                      const khct_period *plan, khct_time *time, bool *said);

#endif

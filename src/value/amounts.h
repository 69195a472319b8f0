/* The second pass over a statement of money: which source pays what, what is part of what, and
 * whether it comes to what is stated. For use by money.c only. */
#ifndef KHCT_VALUE_AMOUNTS_H
#define KHCT_VALUE_AMOUNTS_H

#include "money_tree.h"

/* Fills the parts, sources, known words and `nothing` of `money` from the nodes of its words.
 * KH5008, KH5009, KH5011. */
void khct_money_settle(const khct_reader *reader, const khct_money_nodes *nodes, khct_money *money);

#endif

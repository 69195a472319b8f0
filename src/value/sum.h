/* Sums of money: exact, and with a count of what is in them and what is not. */
#ifndef KHCT_VALUE_SUM_H
#define KHCT_VALUE_SUM_H

#include "value/money.h"

/* An amount in đồng, exact however many are added up: high * 10^18 + low, low below 10^18. */
typedef struct khct_amount {
    uint64_t high, low;
} khct_amount;

/* An amount with how many were stated. Every sum of the program is shown with these counts. */
typedef struct khct_sum {
    khct_amount amount;
    uint32_t counted;  /* amounts that are in it */
    uint32_t left_out; /* stated, and not in it: so much each, or not understood */
    uint32_t bare;     /* a source is named without an amount */
} khct_sum;

/* Who pays: a source, KHCT_SOURCE_NONE (none named), or several together. */
enum { KHCT_PAID_TOGETHER = KHCT_SOURCE_NONE + 1, KHCT_PAYERS };

typedef struct khct_sums {
    khct_sum all, by_payer[KHCT_PAYERS];
} khct_sums;

/* What one value adds to every sum. Which amounts count is khct_money_total's to say; an amount of
 * several sources, none of which has one of its own, is paid by them together. A value of which
 * nothing is understood is left out as one. `money` may be NULL: nothing. */
khct_sums khct_money_sums(const khct_money *money);

void khct_sum_add(khct_sum *sum, const khct_sum *one);
void khct_sums_add(khct_sums *sums, const khct_sums *one);

bool khct_amount_is_zero(khct_amount amount);

/* In *number where it is below 2^63; else false. */
bool khct_amount_fits(khct_amount amount, int64_t *number);

/* "9400000000000000000" */
khct_str khct_amount_digits(khct_arena *arena, khct_amount amount);

/* "9.400.000.000.000.000.000" */
khct_str khct_amount_text(khct_arena *arena, khct_amount amount);

/* "8 tỷ đồng", "12,5 triệu đồng", "12.345.678 đồng": always exact. */
khct_str khct_amount_dong(khct_arena *arena, khct_amount amount);

/* How many hundredths of a per cent `part` is of `whole`: 0 to 10000. */
uint32_t khct_amount_share(khct_amount part, khct_amount whole);

/* "không ghi nguồn", "nhiều nguồn, không tách riêng", "ngân sách" … for `payer`. */
khct_str khct_payer_name(unsigned payer);

/* "ngansach", …; "nhieunguon" for several together, "" where none is named. */
khct_str khct_payer_key(unsigned payer);

#endif

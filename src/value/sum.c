#include "value/sum.h"

static const uint64_t LOW_END = UINT64_C(1000000000000000000);

/* --- amounts --- */

static void add_amount(khct_amount *sum, khct_amount one)
{
    sum->low += one.low; /* both below 10^18: it fits */
    sum->high += one.high + sum->low / LOW_END;
    sum->low %= LOW_END;
}

bool khct_amount_is_zero(khct_amount amount)
{
    return amount.high == 0 && amount.low == 0;
}

bool khct_amount_fits(khct_amount amount, int64_t *number)
{
    if (amount.high > (uint64_t)INT64_MAX / LOW_END)
        return false;
    uint64_t whole = amount.high * LOW_END + amount.low; /* below 10^19, which fits */
    *number = (int64_t)whole;
    return whole <= INT64_MAX;
}

khct_str khct_amount_digits(khct_arena *arena, khct_amount amount)
{
    enum { LOW_DIGITS = 18 };
    char room[2 * KHCT_DIGITS], *end = room + sizeof room, *begin = khct_digits(end, amount.low);
    if (amount.high > 0) {
        while (end - begin < LOW_DIGITS)
            *--begin = '0';
        begin = khct_digits(begin, amount.high);
    }
    return khct_str_copy(arena, (khct_str){begin, (size_t)(end - begin)});
}

khct_str khct_amount_text(khct_arena *arena, khct_amount amount)
{
    khct_str digits = khct_amount_digits(arena, amount);
    size_t n = digits.n + (digits.n - 1) / 3, at = n;
    char *text = khct_alloc_bytes(arena, n);
    for (size_t i = 0; i < digits.n; i++) {
        if (i > 0 && i % 3 == 0)
            text[--at] = '.';
        text[--at] = digits.p[digits.n - 1 - i];
    }
    return (khct_str){text, n};
}

/* 1250 hundredths: "12,5" */
static khct_str decimal(khct_arena *arena, uint64_t hundredths)
{
    khct_str whole = khct_amount_text(arena, (khct_amount){0, hundredths / 100});
    uint64_t rest = hundredths % 100;
    if (rest == 0)
        return whole;
    char digits[2] = {(char)('0' + rest / 10), (char)('0' + rest % 10)};
    return KHCT_JOIN(arena, whole, ",", ((khct_str){digits, rest % 10 == 0 ? 1 : 2}));
}

khct_str khct_amount_dong(khct_arena *arena, khct_amount amount)
{
    static const struct {
        uint64_t unit;
        const char *name;
    } UNITS[] = {{1000000000, " tỷ đồng"}, {1000000, " triệu đồng"}};
    for (size_t i = 0; amount.high == 0 && i < sizeof UNITS / sizeof UNITS[0]; i++) {
        uint64_t hundredth = UNITS[i].unit / 100;
        if (amount.low >= UNITS[i].unit && amount.low % hundredth == 0)
            return KHCT_JOIN(arena, decimal(arena, amount.low / hundredth), UNITS[i].name);
    }
    return KHCT_JOIN(arena, khct_amount_text(arena, amount), " đồng");
}

uint32_t khct_amount_share(khct_amount part, khct_amount whole)
{
    enum { ALL = 10000 };
    const double low = (double)LOW_END;
    double of = (double)whole.high * low + (double)whole.low;
    double share = of == 0 ? 0 : ((double)part.high * low + (double)part.low) * ALL / of;
    return share > ALL ? ALL : (uint32_t)share;
}

/* --- sums --- */

void khct_sum_add(khct_sum *sum, const khct_sum *one)
{
    add_amount(&sum->amount, one->amount);
    sum->counted += one->counted;
    sum->left_out += one->left_out;
    sum->bare += one->bare;
}

void khct_sums_add(khct_sums *sums, const khct_sums *one)
{
    khct_sum_add(&sums->all, &one->all);
    for (unsigned k = 0; k < KHCT_PAYERS; k++)
        khct_sum_add(&sums->by_payer[k], &one->by_payer[k]);
}

static khct_sum sum_of(khct_money_sum one)
{
    return (khct_sum){{0, (uint64_t)one.amount}, (uint32_t)one.counted, (uint32_t)one.left_out, 0};
}

/* A nought is no item of a sum. */
static void drop_nought(khct_sums *sums)
{
    if (!khct_amount_is_zero(sums->all.amount))
        return;
    sums->all.counted = 0;
    for (unsigned k = 0; k < KHCT_PAYERS; k++)
        sums->by_payer[k].counted = 0;
}

/* Sources without an amount; where all pay together, what they pay is known. */
static void count_bare(khct_sums *sums, unsigned sources)
{
    khct_sum *by = sums->by_payer;
    bool bare = sources != 0 && sums->all.counted == 0 && sums->all.left_out == 0;
    sums->all.bare = bare;
    for (unsigned k = 0; k < KHCT_SOURCE_NONE && by[KHCT_PAID_TOGETHER].counted == 0; k++)
        by[k].bare = (sources >> k & 1) != 0 && by[k].counted == 0 && by[k].left_out == 0;
}

khct_sums khct_money_sums(const khct_money *money)
{
    khct_sums sums = {0};
    khct_sum *by = sums.by_payer;
    if (money == NULL || money->stated)
        return sums;
    unsigned sources = money->sources & ~(1u << KHCT_SOURCE_NONE);
    bool paired = false;
    sums.all = sum_of(khct_money_total(money));
    for (unsigned k = 0; k <= KHCT_SOURCE_NONE; k++) {
        if (k < KHCT_SOURCE_NONE && (sources >> k & 1) == 0)
            continue; /* it pays nothing */
        by[k] = sum_of(khct_money_from(money, (khct_source_kind)k));
        paired |= k < KHCT_SOURCE_NONE && by[k].counted + by[k].left_out > 0;
    }
    if ((sources & (sources - 1)) != 0 && !paired) {
        by[KHCT_PAID_TOGETHER] = by[KHCT_SOURCE_NONE];
        by[KHCT_SOURCE_NONE] = (khct_sum){0};
    }
    if (!money->understood && sums.all.left_out == 0) /* words that say no amount */
        sums.all.left_out = by[KHCT_SOURCE_NONE].left_out = 1;
    count_bare(&sums, sources);
    drop_nought(&sums);
    return sums;
}

/* --- who pays --- */

khct_str khct_payer_name(unsigned payer)
{
    if (payer == KHCT_PAID_TOGETHER)
        return KHCT_STR("nhiều nguồn, không tách riêng");
    if (payer == KHCT_SOURCE_NONE)
        return KHCT_STR("không ghi nguồn");
    return khct_str_of(khct_source_name((khct_source_kind)payer));
}

khct_str khct_payer_key(unsigned payer)
{
    return payer == KHCT_PAID_TOGETHER ? KHCT_STR("nhieunguon")
                                       : khct_str_of(khct_source_key((khct_source_kind)payer));
}

/* The meaning of money as the tables write it: parts joined by ` | `, a whole with its parts in
 * square brackets, `~` about, `/` so much each, `a-b` a range, `*` a product; a source by its key,
 * a share as `30%`; `không`; known words by their key; at the end what is added, `= 120000000`,
 * and `(-1)` how many amounts are left out. */
#include "values.h"

#include "value/money.h"

static khct_str cat(desk *d, khct_str a, const char *between, khct_str b)
{
    khct_str pieces[] = {a, khct_str_of(a.n > 0 && b.n > 0 ? between : ""), b};
    return khct_str_join(d->arena, pieces, 3);
}

static khct_str part_text(desk *d, const khct_money_part *part)
{
    khct_arena *a = d->arena;
    khct_str text = KHCT_STR("");
    if (part->has_amount) {
        if (part->low != part->amount)
            text = khct_str_cat(a, khct_str_number(a, part->low), KHCT_STR("-"));
        khct_str pieces[] = {
            text, khct_str_number(a, part->amount), khct_str_of(part->about ? "~" : ""),
            khct_str_of(part->rate ? "/" : ""), khct_str_of(part->factors > 0 ? "*" : "")};
        text = khct_str_join(a, pieces, 5);
    }
    if (part->share >= 0)
        text = cat(d, text, " ",
                   khct_str_cat(a, khct_percent_text(a, part->share, ','), KHCT_STR("%")));
    return cat(d, text, " ", khct_str_of(khct_source_key(part->source)));
}

static khct_str parts_of(desk *d, const khct_money *money, int whole)
{
    khct_str all = KHCT_STR("");
    for (size_t i = 0; i < money->parts.n; i++) {
        if (money->parts.at[i].whole != whole)
            continue;
        khct_str parts = parts_of(d, money, (int)i);
        khct_str text = part_text(d, &money->parts.at[i]);
        if (parts.n > 0) {
            khct_str pieces[] = {text, KHCT_STR(" ["), parts, KHCT_STR("]")};
            text = khct_str_join(d->arena, pieces, 4);
        }
        all = cat(d, all, " | ", text);
    }
    return all;
}

const char *values_money(desk *d, khct_span span)
{
    khct_money money = khct_read_money(&d->reader, span);
    khct_money_sum sum = khct_money_total(&money);
    khct_str text = khct_str_of(money.nothing ? "không" : "");
    if (!money.understood)
        return "text";
    for (khct_money_word k = 0; k < KHCT_MONEY_WORDS; k++)
        if (money.known >> k & 1)
            text = cat(d, text, " | ", khct_str_of(khct_money_word_key(k)));
    text = cat(d, text, " | ", parts_of(d, &money, -1));
    if (sum.counted > 0)
        text = cat(d, text, " = ", khct_str_number(d->arena, sum.amount));
    if (sum.left_out > 0) {
        khct_str pieces[] = {text, KHCT_STR(" (-"),
                             khct_str_number(d->arena, (long long)sum.left_out), KHCT_STR(")")};
        text = khct_str_join(d->arena, pieces, 4);
    }
    if (money.rest.end > money.rest.begin)
        text = cat(d, text, " + ", khct_source_text(&d->sources, money.rest));
    return khct_cstr(d->arena, text);
}

/* The meaning of times as the tables write it: intervals `2024-09-01..2024-09-30`, open sides left
 * out, `?` where the year is inferred; `every:thang` for each month, `every:3thang` for every
 * three, `x2` how often in that; `outlook:2030`; `undated`. The plan is that of the school year
 * 2024-2025, of 3 August 2024. */
#include "values.h"

#include "value/time.h"

static khct_str cat(desk *d, khct_str a, const char *between, khct_str b)
{
    khct_str pieces[] = {a, khct_str_of(a.n > 0 && b.n > 0 ? between : ""), b};
    return khct_str_join(d->arena, pieces, 3);
}

static khct_str interval_text(desk *d, const khct_interval *days)
{
    khct_str pieces[] = {khct_date_iso(d->arena, days->from), KHCT_STR(".."),
                         khct_date_iso(d->arena, days->to), khct_str_of(days->assumed ? "?" : "")};
    return khct_str_join(d->arena, pieces, 4);
}

/* "3" or "3-6"; nothing for `none`. */
static khct_str count_text(desk *d, const char *before, int low, int high, int none)
{
    if (high == none)
        return KHCT_STR("");
    khct_str from = low == high
                        ? KHCT_STR("")
                        : khct_str_cat(d->arena, khct_str_number(d->arena, low), KHCT_STR("-"));
    khct_str pieces[] = {khct_str_of(before), from, khct_str_number(d->arena, high)};
    return khct_str_join(d->arena, pieces, 3);
}

static khct_str repeat_text(desk *d, const khct_repeat *r)
{
    unsigned bit = 0;
    while (r->bit >> (bit + 1) != 0)
        bit++;
    khct_str pieces[] = {KHCT_STR("every:"), count_text(d, "", r->count_low, r->count, 1),
                         khct_str_of(khct_recurrence_name(bit)),
                         count_text(d, "x", r->times_low, r->times, 0)};
    return khct_str_join(d->arena, pieces, 4);
}

const char *values_time(desk *d, khct_span span)
{
    khct_period plan = khct_school_years(2024, 2024);
    plan.written = khct_date_of(2024, 8, 3);
    khct_time time = khct_read_time(&d->reader, span, &plan);
    khct_str text = KHCT_STR("");
    if (!time.understood)
        return "text";
    for (size_t i = 0; i < time.intervals.n; i++)
        text = cat(d, text, " ", interval_text(d, &time.intervals.at[i]));
    for (size_t i = 0; i < time.repeats.n; i++)
        text = cat(d, text, " ", repeat_text(d, &time.repeats.at[i]));
    if ((time.recurs & KHCT_ALWAYS) != 0)
        text = cat(d, text, " ", KHCT_STR("every:thuongxuyen"));
    if (time.outlook != 0)
        text = cat(
            d, text, " ",
            khct_str_cat(d->arena, KHCT_STR("outlook:"), khct_str_number(d->arena, time.outlook)));
    if (time.undated)
        text = cat(d, text, " ", KHCT_STR("undated"));
    if (time.rest.end > time.rest.begin)
        text = cat(d, text, " + ", khct_source_text(&d->sources, time.rest));
    return khct_cstr(d->arena, text);
}

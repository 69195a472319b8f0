/* What a change of a typed value means. */
#include "report/diff_build.h"

#include "value/date.h"

typedef struct calendar {
    int year, month, day;
} calendar;

static calendar calendar_of(khct_date date)
{
    calendar c;
    khct_date_parts(date, &c.year, &c.month, &c.day);
    return c;
}

static bool ends_month(khct_date date)
{
    return calendar_of(date + 1).day == 1;
}

/* "1 tháng", "2 tuần", "15 ngày" for the way from one day to a later one. */
static khct_str length(khct_arena *arena, khct_date from, khct_date to)
{
    calendar a = calendar_of(from), b = calendar_of(to);
    long long number = to - from;
    const char *unit = " ngày";
    bool months = a.day == b.day || (ends_month(from) && ends_month(to));
    if (months) {
        number = (b.year - a.year) * 12 + b.month - a.month;
        unit = " tháng";
        if (number % 12 == 0) {
            number /= 12;
            unit = " năm";
        }
    } else if (number % 7 == 0) {
        number /= 7;
        unit = " tuần";
    }
    return khct_str_cat(arena, khct_str_number(arena, number), khct_str_of(unit));
}

/* "bắt đầu muộn hơn 1 tháng"; empty where both are the same day or one is open. */
static khct_str shift(khct_arena *arena, const char *what, khct_date old, khct_date new)
{
    if (old == new || old == KHCT_NO_DATE || new == KHCT_NO_DATE)
        return KHCT_STR("");
    bool later = new > old;
    khct_str words[] = {khct_str_of(what), later ? KHCT_STR(" muộn hơn ") : KHCT_STR(" sớm hơn "),
                        later ? length(arena, old, new) : length(arena, new, old)};
    return khct_str_join(arena, words, 3);
}

khct_str khct_diff_time(khct_arena *arena, const khct_time *old, const khct_time *new)
{
    if (old == NULL || new == NULL || !old->understood || !new->understood)
        return KHCT_STR("");
    khct_str begin = shift(arena, "bắt đầu", old->from, new->from);
    khct_str end =
        shift(arena, old->from == KHCT_NO_DATE && new->from == KHCT_NO_DATE ? "hạn" : "kết thúc",
              old->to, new->to);
    if (begin.n == 0 || end.n == 0)
        return begin.n > 0 ? begin : end;
    /* both move by as much: one of them says it */
    bool together = khct_str_eq(khct_str_sub(begin, sizeof "bắt đầu" - 1, begin.n),
                                khct_str_sub(end, sizeof "kết thúc" - 1, end.n));
    return together ? begin : khct_str_join(arena, (khct_str[]){begin, KHCT_STR(", "), end}, 3);
}

/* --- money --- */

/* The difference as a positive amount; false: too large, or none. */
static bool difference(khct_amount old, khct_amount new, khct_amount *amount, bool *more)
{
    int64_t a, b;
    if (!khct_amount_fits(old, &a) || !khct_amount_fits(new, &b) || a == b)
        return false;
    *more = b > a;
    uint64_t by = (uint64_t)(*more ? b - a : a - b);
    *amount = (khct_amount){by / 1000000000000000000u, by % 1000000000000000000u};
    return true;
}

/* "8%" of the old amount; empty where that says nothing. */
static khct_str share(khct_arena *arena, khct_amount old, khct_amount by, bool more)
{
    int64_t whole, part;
    if (!khct_amount_fits(old, &whole) || !khct_amount_fits(by, &part) || whole == 0 ||
        part > INT64_MAX / 100)
        return KHCT_STR("");
    int64_t hundredths = (part * 100 + whole / 2) / whole;
    if (hundredths == 0)
        return KHCT_STR("");
    khct_str words[] = {more ? KHCT_STR(" (+") : KHCT_STR(" (-"),
                        khct_str_number(arena, hundredths), KHCT_STR("%)")};
    return khct_str_join(arena, words, 3);
}

/* The payers whose part changed: ", ngân sách và xã hội hóa". */
static khct_str payers(khct_arena *arena, const khct_sums *old, const khct_sums *new)
{
    khct_strs names = {0};
    for (unsigned payer = 0; payer < KHCT_PAYERS; payer++) {
        khct_amount by;
        bool more;
        if (payer != KHCT_SOURCE_NONE &&
            difference(old->by_payer[payer].amount, new->by_payer[payer].amount, &by, &more))
            khct_push(arena, &names) = khct_payer_name(payer);
    }
    if (names.n == 0)
        return KHCT_STR("");
    return khct_str_cat(arena, KHCT_STR(", "), khct_str_list(arena, &names, KHCT_STR(" và ")));
}

khct_str khct_diff_money(khct_arena *arena, const khct_money *old, const khct_money *new)
{
    khct_sums a = khct_money_sums(old), b = khct_money_sums(new);
    khct_amount by;
    bool more;
    if (!difference(a.all.amount, b.all.amount, &by, &more))
        return KHCT_STR("");
    khct_str words[] = {more ? KHCT_STR("+ ") : KHCT_STR("- "), khct_amount_dong(arena, by),
                        share(arena, a.all.amount, by, more), payers(arena, &a, &b)};
    return khct_str_join(arena, words, 4);
}

/* --- people --- */

static khct_strs missing(khct_arena *arena, const khct_people *from, const khct_people *in)
{
    khct_strs names = {0};
    for (size_t i = 0; i < from->list.n; i++) {
        bool there = false;
        for (size_t k = 0; k < in->list.n && !there; k++)
            there = khct_str_eq(from->list.at[i].words, in->list.at[k].words);
        if (!there)
            khct_push(arena, &names) = from->list.at[i].words;
    }
    return names;
}

khct_str khct_diff_people(khct_arena *arena, const khct_people *old, const khct_people *new)
{
    if (old == NULL || new == NULL || old->list.n == 0 || new->list.n == 0 ||
        (old->list.n == 1 && new->list.n == 1))
        return KHCT_STR("");
    khct_strs added = missing(arena, new, old), gone = missing(arena, old, new);
    khct_strs words = {0};
    if (added.n > 0)
        khct_push(arena, &words) =
            khct_str_cat(arena, KHCT_STR("thêm "), khct_str_list(arena, &added, KHCT_STR(", ")));
    if (gone.n > 0)
        khct_push(arena, &words) =
            khct_str_cat(arena, KHCT_STR("bỏ "), khct_str_list(arena, &gone, KHCT_STR(", ")));
    return khct_str_list(arena, &words, KHCT_STR("; "));
}

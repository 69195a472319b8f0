/* What changed, in one sentence. */
#include "report/diff.h"

static void say_count(khct_arena *arena, khct_strs *all, uint32_t count, const char *what)
{
    if (count > 0)
        khct_push(arena, all) = KHCT_JOIN(arena, count, what);
}

static void say_levels(khct_arena *arena, khct_strs *all, const char *what, uint16_t old,
                       uint16_t new)
{
    if (old == new)
        return;
    khct_push(arena, all) = KHCT_JOIN(arena, what, old, " → ", new);
}

/* "540,5" for 540.500.000 đồng; empty where that is not exact enough to say, or too large. */
static khct_str millions(khct_arena *arena, khct_amount amount)
{
    enum { MILLION = 1000 * 1000, HUNDRED_THOUSAND = 100 * 1000 };
    int64_t dong;
    if (!khct_amount_fits(amount, &dong) || dong % HUNDRED_THOUSAND != 0)
        return KHCT_STR("");
    khct_str whole = khct_money_text(arena, dong / MILLION);
    int64_t tenths = dong % MILLION / HUNDRED_THOUSAND;
    if (tenths == 0)
        return whole;
    return KHCT_JOIN(arena, whole, ",", tenths);
}

/* Both in millions where both can be, so that they compare. */
static void say_money(khct_arena *arena, khct_strs *all, khct_amount old, khct_amount new)
{
    khct_str before = millions(arena, old), after = millions(arena, new);
    bool both = before.n > 0 && after.n > 0;
    if (!both) {
        before = khct_amount_dong(arena, old);
        after = khct_amount_dong(arena, new);
    }
    if (khct_str_eq(before, after))
        return;
    khct_push(arena, all) =
        KHCT_JOIN(arena, "kinh phí ", before, " → ", after, both ? " triệu đồng" : "");
}

khct_str khct_diff_summary(khct_arena *arena, const khct_diff *diff)
{
    khct_strs all = {0};
    say_count(arena, &all, diff->tasks_added, " việc mới");
    say_count(arena, &all, diff->tasks_removed, " việc bỏ");
    say_count(arena, &all, diff->later, " việc lùi hạn");
    say_count(arena, &all, diff->earlier, " việc sớm hạn");
    say_money(arena, &all, diff->old_money.amount, diff->new_money.amount);
    if (diff->rated) {
        say_levels(arena, &all, "trường: mức ", diff->old_level, diff->new_level);
        say_levels(arena, &all, "nếu đạt mọi mục tiêu: mức ", diff->old_lifted, diff->new_lifted);
    }
    say_count(arena, &all, diff->basis_added, " căn cứ mới");
    say_count(arena, &all, diff->basis_removed, " căn cứ bỏ");
    return khct_str_list(arena, &all, KHCT_STR(", "));
}

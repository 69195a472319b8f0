/* Units, months and years that stand once for several entries of a time. */
#include "value/entries.h"

typedef khct_entry entry;
typedef khct_settling settling;

/* What a bare number is beside a moment of that unit. */
static bool take_unit(khct_moment *m, const khct_moment *beside)
{
    switch (beside->unit) {
    case KHCT_UNIT_MONTH:
        m->unit = KHCT_UNIT_MONTH;
        m->month = m->number;
        break;
    case KHCT_UNIT_DAY:
        if (m->month == 0 && beside->day == 0)
            return false;
        m->unit = KHCT_UNIT_DAY;
        m->day = m->number;
        break;
    case KHCT_UNIT_WEEK:
    case KHCT_UNIT_QUARTER:
    case KHCT_UNIT_TERM:
        m->unit = beside->unit;
        m->school |= beside->unit == KHCT_UNIT_TERM;
        return true;
    default: return false;
    }
    khct_moment_check(m);
    return true;
}

static bool is_bare(const khct_moment *m)
{
    return m->unit == KHCT_UNIT_NONE && m->relative == 0;
}

static bool lacks_month(const khct_moment *m)
{
    return m->month == 0 && !m->today &&
           ((m->unit == KHCT_UNIT_DAY && m->wrong == KHCT_WRONG_NOTHING) ||
            m->unit == KHCT_UNIT_WEEK);
}

/* `9` of `9 - 12/2023`, `01` of `01 - 15/9`. */
static void share_units(settling *s, entry *e)
{
    if (!e->range)
        return;
    if (is_bare(&e->a) && is_bare(&e->b)) { /* 9-12: months */
        khct_moment month = {.unit = KHCT_UNIT_MONTH};
        bool months =
            e->a.number >= 1 && e->a.number <= 12 && e->b.number >= 1 && e->b.number <= 12;
        s->wrong |= !months || !take_unit(&e->a, &month) || !take_unit(&e->b, &month);
        return;
    }
    bool numbered = e->a.unit == KHCT_UNIT_QUARTER || e->a.unit == KHCT_UNIT_TERM;
    if (numbered && e->b.loose && e->b.unit == KHCT_UNIT_MONTH) { /* quý 3/2024 - 2/2025 */
        e->b.number = e->b.month;
        e->b.month = 0;
        e->b.unit = e->a.unit;
        e->b.wrong = KHCT_WRONG_NOTHING;
    }
    if (is_bare(&e->a)) {
        e->a.month = e->b.unit == KHCT_UNIT_DAY ? e->b.month : 0;
        s->wrong |= !take_unit(&e->a, &e->b);
    }
    if (is_bare(&e->b)) {
        s->wrong |= e->a.unit == KHCT_UNIT_DAY || !take_unit(&e->b, &e->a);
    }
    if (lacks_month(&e->a) && e->b.unit == e->a.unit && e->b.month != 0) {
        e->a.month = e->b.month;
        khct_moment_check(&e->a);
    }
}

/* A day or week without its month that says when in each month, or that only names what follows:
 * `hằng tháng, ngày 25`, `Tuần 1 (01/9 - 07/9)`. */
static bool says_nothing(const settling *s, size_t i)
{
    const entry *e = &s->list.at[i], *next = i + 1 < s->list.n ? e + 1 : NULL;
    bool names = next != NULL && (next->join == KHCT_JOIN_OPEN || next->join == KHCT_JOIN_LABEL) &&
                 e->a.unit == KHCT_UNIT_WEEK && !e->limited;
    bool monthly =
        (s->time->recurs & (KHCT_EVERY_MONTH | KHCT_EVERY_QUARTER | KHCT_EVERY_SOME)) != 0;
    return names || monthly;
}

/* `tháng 9 (tuần 1, 2)`: the month around them. `cuối HKI và HKII`: the end of both. */
static void share_from_left(settling *s)
{
    for (size_t i = 1; i < s->list.n; i++) {
        entry *e = &s->list.at[i];
        const khct_moment *left = khct_entry_right(e - 1);
        if (left->unit == KHCT_UNIT_TERM && e->a.unit == KHCT_UNIT_TERM &&
            e->a.part == KHCT_PART_ALL && !e->range && !e->limited && e->depth == e[-1].depth)
            e->a.part = left->part;
        if (!lacks_month(&e->a) || e->range)
            continue;
        bool inside = left->unit == KHCT_UNIT_MONTH && e->join != KHCT_JOIN_AND;
        if (inside && left->month != 0)
            s->wrong |= !khct_moment_take_wider(&e->a, left);
        else if (left->unit == KHCT_UNIT_WEEK && left->month != 0 && e->a.unit == KHCT_UNIT_WEEK &&
                 e->join != KHCT_JOIN_OPEN) {
            e->a.month = left->month;
            e->a.year = left->year;
            e->a.school = left->school;
            e->a.written = left->written;
        }
    }
}

/* `2.` of `tháng 9; khảo sát 2. Tháng 3` numbers what follows. */
static bool is_numbering(const settling *s, const entry *e)
{
    const khct_word *after = &s->tokens->words.at[e->end];
    return !e->range && is_bare(&e->a) && khct_word_is_sign(after, '.') &&
           after[1].kind == KHCT_WORD_LETTERS;
}

/* Numbers take their unit from the left, else from the right; days and weeks their month from the
 * right, or from what they stand inside of. */
static void share_list(settling *s)
{
    for (size_t i = 0; i < s->list.n; i++) {
        entry *e = &s->list.at[i];
        const khct_moment *left = i > 0 ? khct_entry_right(e - 1) : NULL;
        s->wrong |= is_numbering(s, e);
        if (left != NULL && left->unit == KHCT_UNIT_WEEK && lacks_month(left) && e->a.loose &&
            e->a.unit == KHCT_UNIT_DAY && !e->range) {
            e->a.unit = KHCT_UNIT_WEEK; /* tuần 1, 2 tháng 9 */
            e->a.number = e->a.day;
            e->a.day = 0;
        }
        if (left != NULL && left->unit == KHCT_UNIT_QUARTER && e->a.loose && !e->range &&
            e->a.unit == KHCT_UNIT_MONTH && e->a.month <= 4) {
            e->a.unit = KHCT_UNIT_QUARTER; /* quý 3, 4/2024 */
            e->a.number = e->a.month;
            e->a.month = 0;
        }
        if (!e->range && is_bare(&e->a) && left != NULL && left->unit != KHCT_UNIT_NONE &&
            !(left->unit == KHCT_UNIT_DAY && left->month != 0))
            s->wrong |= !take_unit(&e->a, left);
        else if (e->range && is_bare(&e->a) && is_bare(&e->b) && left != NULL)
            s->wrong |= !take_unit(&e->a, left) || !take_unit(&e->b, left);
        else
            share_units(s, e);
    }
    share_from_left(s);
    for (size_t i = s->list.n; i-- > 0;) {
        entry *e = &s->list.at[i];
        const khct_moment *right = i + 1 < s->list.n ? &e[1].a : NULL;
        khct_moment *m = e->range ? &e->b : &e->a;
        if (is_bare(m) && right != NULL) {
            m->month = right->unit == KHCT_UNIT_DAY ? right->month : 0;
            s->wrong |= !take_unit(m, right);
        }
        if (lacks_month(m) && right != NULL && right->unit == m->unit && right->month != 0)
            m->month = right->month;
        else if (lacks_month(m) && right != NULL && right->unit == KHCT_UNIT_MONTH &&
                 !e[1].limited && (e[1].join == KHCT_JOIN_COMMA || e[1].join == KHCT_JOIN_OPEN)) {
            s->wrong |= !khct_moment_take_wider(m, right); /* tuần 3, tháng 10 */
            e[1].dropped = !e[1].range;
        }
        if (e->range)
            share_units(s, e);
        if (!e->range && lacks_month(m) && says_nothing(s, i))
            e->dropped = true;
        s->wrong |= !e->dropped && (is_bare(&e->a) || lacks_month(m) || lacks_month(&e->a) ||
                                    e->a.unit == KHCT_UNIT_NONE);
        if (!lacks_month(&e->a))
            khct_moment_check(&e->a);
    }
}

/* `HKI (2024-2025)`, `tháng 9, 10, năm học 2024-2025`: the year of what stands before. */
static void give_years(settling *s)
{
    for (size_t i = 1; i < s->list.n; i++) {
        entry *wide = &s->list.at[i];
        bool year = wide->a.unit == KHCT_UNIT_YEAR || wide->a.unit == KHCT_UNIT_SCHOOL;
        if (!year || !wide->a.written || wide->a.part != KHCT_PART_ALL || wide->range ||
            wide->limited || wide->onward || wide->join == KHCT_JOIN_AND ||
            wide->join == KHCT_JOIN_LABEL)
            continue;
        for (size_t k = i; k-- > 0;) {
            entry *e = &s->list.at[k];
            khct_moment *m = e->range ? &e->b : &e->a;
            if (e->dropped)
                continue;
            if (m->written || m->today || khct_moment_rank(m) >= khct_moment_rank(&wide->a) ||
                !khct_moment_take_wider(m, &wide->a))
                break;
            if (e->range && !e->a.written)
                khct_moment_take_wider(&e->a, &wide->a);
            wide->dropped = true;
        }
    }
}

void khct_entries_share(settling *s)
{
    share_list(s);
    give_years(s);
}

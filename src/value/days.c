/* Entries of a time among the days. */
#include "value/entries.h"

typedef khct_entry entry;
typedef khct_settling settling;

static bool has_plan(const settling *s)
{
    return s->plan != NULL && s->plan->kind != KHCT_PERIOD_NONE;
}

/* Of a plan of several years. */
static bool is_long(const settling *s)
{
    return has_plan(s) && s->plan->first_school_year != s->plan->last_school_year;
}
/* --- messages --- */

static khct_span span_of(const settling *s, size_t begin, size_t end)
{
    return khct_words_span(&s->tokens->words, begin, end);
}

static khct_str words_of(const settling *s, const khct_moment *m)
{
    return khct_read_plain(s->tokens->reader, span_of(s, m->begin, m->end));
}

static void say_wrong(const settling *s, const khct_moment *m)
{
    const khct_reader *reader = s->tokens->reader;
    khct_span span = span_of(s, m->begin, m->end);
    *s->said = true;
    if (m->wrong == KHCT_WRONG_DAY)
        khct_say_no_date(reader, span);
    else if (m->wrong == KHCT_WRONG_SCHOOL)
        khct_say_no_school_year(reader, span, m->year);
    else
        khct_say(reader, KHCT_KH4006, span, KHCT_MSG(BACKWARDS, m->last, m->year));
}

void khct_entry_say_backwards(const settling *s, khct_span span, khct_str end, khct_str begin)
{
    *s->said = true;
    khct_say(s->tokens->reader, KHCT_KH4006, span, KHCT_MSG(BACKWARDS, end, begin));
}

static bool in_bounds(const khct_moment *m)
{
    bool half = m->part == KHCT_PART_FIRST_HALF || m->part == KHCT_PART_SECOND_HALF;
    if (half && m->unit != KHCT_UNIT_MONTH && m->unit != KHCT_UNIT_YEAR)
        return false;
    switch (m->unit) {
    case KHCT_UNIT_WEEK: return m->number >= 1 && m->number <= 5 && m->part == KHCT_PART_ALL;
    case KHCT_UNIT_SOME:
        return m->number >= 1 && m->number <= 12 &&
               (m->part == KHCT_PART_EARLY || m->part == KHCT_PART_LATE);
    case KHCT_UNIT_DAY:
    case KHCT_UNIT_PERIOD: return m->part == KHCT_PART_ALL;
    case KHCT_UNIT_QUARTER: return m->number >= 1 && m->number <= 4;
    case KHCT_UNIT_TERM: return m->number >= 1 && m->number <= 2;
    default: return m->unit != KHCT_UNIT_NONE;
    }
}

/* --- years --- */

static bool is_dated(const khct_moment *m)
{
    return m->year != 0 || m->today;
}

/* From July to September: in no school year whole. */
static bool is_third_quarter(const khct_moment *m)
{
    return m->unit == KHCT_UNIT_QUARTER && m->number == 3;
}

/* In the calendar year, or school year, that the plan begins with. */
static void in_plan_year(const settling *s, const khct_moment *m, int year, khct_interval *days)
{
    khct_moment dated = *m;
    bool school = s->plan->kind == KHCT_PERIOD_SCHOOL, summer = is_third_quarter(m);
    bool ends_year = m->unit == KHCT_UNIT_SOME && m->part == KHCT_PART_LATE;
    dated.year = school && summer ? year + 1 : year;
    dated.school |= school && !ends_year && !summer;
    khct_moment_days(&dated, days);
}

/* Whether August, or the third quarter, is that of the year that the plan's school year begins in.
 * `before`: what is meant ends before it. */
typedef enum august {
    NO_AUGUST,
    BY_LIST, /* what goes on from it lies there */
    BY_DAY,  /* the plan is dated before it ends there */
} august_of;

static august_of starts_in_august(const settling *s, const khct_moment *m, const khct_moment *end,
                                  bool goes_on, bool before)
{
    bool august = m->month == 8 && m->unit <= KHCT_UNIT_MONTH && m->unit != KHCT_UNIT_NONE;
    if ((!august && !is_third_quarter(m)) || m->relative != 0 ||
        s->plan->kind != KHCT_PERIOD_SCHOOL || m->school)
        return NO_AUGUST;
    khct_moment there = *end;
    khct_interval days;
    there.year = s->plan->first_school_year;
    khct_moment_days(&there, &days);
    if (goes_on)
        return BY_LIST;
    khct_date last = before ? days.from - 1 : days.to;
    return s->plan->written != KHCT_NO_DATE && s->plan->written <= last ? BY_DAY : NO_AUGUST;
}

/* The days of a moment that names no year. */
static bool place_by_plan(settling *s, const khct_moment *m, bool last, august_of august,
                          khct_interval *days)
{
    const khct_period *plan = s->plan;
    *days = (khct_interval){.from = KHCT_NO_DATE, .to = KHCT_NO_DATE};
    if (!has_plan(s) || (m->relative != 0 && is_long(s))) {
        s->time->undated = true;
        return false;
    }
    if (m->unit == KHCT_UNIT_SCHOOL && m->part == KHCT_PART_ALL && m->next == 0) {
        days->from = plan->from;
        days->to = plan->to;
    } else if (m->relative != 0 || august != NO_AUGUST) {
        khct_moment dated = *m;
        dated.year = plan->first_school_year + (august != NO_AUGUST ? 0 : m->relative - 1);
        khct_moment_days(&dated, days);
    } else {
        int year = last || m->next > 0 ? plan->last_school_year + m->next : plan->first_school_year;
        in_plan_year(s, m, year, days);
    }
    days->assumed = true;
    days->by = august == BY_DAY ? KHCT_BY_DAY : KHCT_BY_PLAN;
    return true;
}

static bool place_today(settling *s, khct_interval *days)
{
    bool known = has_plan(s) && s->plan->written != KHCT_NO_DATE;
    days->from = days->to = known ? s->plan->written : KHCT_NO_DATE;
    days->assumed = true;
    days->by = KHCT_BY_DAY;
    s->time->undated |= !known;
    return known;
}

/* The first time after `day` that the moment comes, in the calendar. */
static void place_after(const khct_moment *m, khct_date day, khct_interval *days)
{
    int year;
    khct_moment dated = *m;
    khct_date_parts(day, &year, NULL, NULL);
    dated.school = khct_unit_is_school(m->unit);
    dated.year = year - 1;
    do {
        khct_moment_days(&dated, days);
        dated.year++;
    } while (days->from <= day);
    days->assumed = true;
    days->by = KHCT_BY_BESIDE;
}

/* The one around the days of another; false where none is. */
static bool place_around(const khct_moment *m, const khct_interval *inner, khct_interval *days)
{
    int year;
    khct_moment dated = *m;
    khct_date_parts(inner->from, &year, NULL, NULL);
    dated.school = khct_unit_is_school(m->unit);
    for (dated.year = year - 1; dated.year <= year; dated.year++) {
        khct_moment_days(&dated, days);
        days->assumed = true;
        days->by = KHCT_BY_BESIDE;
        if (days->from <= inner->from && days->to >= inner->to)
            return true;
    }
    return false;
}

/* The last time at or before `day`, but in the plan rather than before it. */
static void place_before(const settling *s, const khct_moment *m, khct_date day,
                         khct_interval *days)
{
    int year;
    khct_moment dated = *m;
    khct_interval next;
    khct_date_parts(day, &year, NULL, NULL);
    dated.school = khct_unit_is_school(m->unit);
    dated.year = year;
    khct_moment_days(&dated, days);
    next = *days;
    if (days->from > day) {
        dated.year--;
        khct_moment_days(&dated, days);
    }
    bool outside = has_plan(s) && days->to < s->plan->from && next.from <= s->plan->to &&
                   next.from >= s->plan->from;
    *days = outside ? next : *days;
    days->assumed = true;
    days->by = KHCT_BY_BESIDE;
}

/* Within the days around it; false where it does not come there. */
static bool place_inside(const khct_moment *m, const khct_interval *around, khct_interval *days)
{
    if (around->from == KHCT_NO_DATE || around->to == KHCT_NO_DATE)
        return false;
    place_after(m, around->from - 1, days);
    return days->to <= around->to;
}

static bool is_wide(const khct_moment *m)
{
    return m->unit == KHCT_UNIT_YEAR || m->unit == KHCT_UNIT_SCHOOL || m->unit == KHCT_UNIT_PERIOD;
}

/* The next entry of the same list that has its year written, or NULL. */
static const entry *year_to_the_right(const settling *s, size_t i)
{
    for (size_t k = i + 1; k < s->list.n; k++) {
        const entry *e = &s->list.at[k];
        if (e->depth != s->list.at[i].depth || e->limited || is_wide(&e->a) ||
            e->join == KHCT_JOIN_LABEL || e->a.wrong != KHCT_WRONG_NOTHING)
            return NULL;
        if (is_dated(&e->a))
            return e->a.today ? NULL : e;
        if (e->range)
            return NULL;
    }
    return NULL;
}

/* True where what comes next goes on from August into September, from the third quarter into the
 * fourth. */
static bool leads_to(const khct_moment *m, const khct_moment *next)
{
    return is_third_quarter(m) ? next->unit == KHCT_UNIT_QUARTER && next->number == 4
                               : next->month == 9;
}

static bool goes_on(const settling *s, size_t i)
{
    if (i + 1 >= s->list.n)
        return false;
    const entry *next = &s->list.at[i + 1];
    return next->depth == s->list.at[i].depth && !next->limited && !is_dated(&next->a) &&
           leads_to(&s->list.at[i].a, &next->a);
}

/* The entry around it, or before it in its list, by which it finds its year. */
static bool place_by_left(const settling *s, size_t i, const khct_moment *m, khct_interval *days)
{
    const entry *e = &s->list.at[i], *left = i > 0 ? e - 1 : NULL;
    bool year = m->unit == KHCT_UNIT_YEAR || m->unit == KHCT_UNIT_SCHOOL;
    if (left == NULL || !left->placed || year || m->relative != 0 || m->next != 0)
        return false;
    if (e->join != KHCT_JOIN_AND &&
        khct_moment_rank(khct_entry_right(left)) > khct_moment_rank(m) &&
        place_inside(m, &left->named, days))
        return true;
    bool list = (e->join == KHCT_JOIN_AND || e->join == KHCT_JOIN_COMMA) &&
                left->depth == e->depth && !is_wide(&left->a) && !left->a.today && !is_long(s) &&
                left->limited == e->limited;
    if (!list || left->named.to == KHCT_NO_DATE || left->named.from == KHCT_NO_DATE)
        return false;
    if (place_around(m, &left->named, days)) /* 15/10, HKI: the term that it lies in */
        return true;
    place_after(m, left->named.from, days);
    /* what comes again each year comes in the plan's own: 30/6 và 31/12 hằng năm */
    return !(s->time->recurs != 0 && has_plan(s) && days->to > s->plan->to);
}

static bool place_single(settling *s, size_t i)
{
    entry *e = &s->list.at[i];
    const khct_moment *m = &e->a;
    const entry *right;
    if (m->today)
        return place_today(s, &e->named);
    if (is_dated(m)) {
        khct_moment_days(m, &e->named);
        return true;
    }
    if (!e->limited && !is_wide(m) && m->relative == 0 &&
        (right = year_to_the_right(s, i)) != NULL) {
        khct_interval there;
        khct_moment_days(&right->a, &there);
        place_before(s, m, there.from, &e->named);
        return true;
    }
    if (place_by_left(s, i, m, &e->named))
        return true;
    bool before = e->limited && e->limit == KHCT_LIMIT_BEFORE;
    august_of august = has_plan(s) ? starts_in_august(s, m, m, goes_on(s, i), before) : NO_AUGUST;
    return place_by_plan(s, m, false, august, &e->named);
}

/* --- runs between two --- */

enum { SEPTEMBER = 9 };

static int last_month(const khct_moment *m)
{
    return m->unit == KHCT_UNIT_QUARTER ? 3 * m->number : m->month;
}

/* `A` of `A - B` takes from B the year that it does not name itself, and B from A. */
static void share_years(khct_moment *a, khct_moment *b)
{
    bool a_school = khct_unit_is_school(a->unit);
    bool b_school = khct_unit_is_school(b->unit) || b->school;
    if (a->unit == KHCT_UNIT_PERIOD && b->unit == KHCT_UNIT_SCHOOL && a->last == a->year + 1) {
        a->unit = KHCT_UNIT_SCHOOL; /* 2024-2025 đến 2028-2029 */
        a->school = true;
    }
    if (a->today || b->today || a->relative != 0 || b->relative != 0 || a->next + b->next != 0)
        return;
    if (a->year == 0 && b->year != 0 && b->unit != KHCT_UNIT_PERIOD) {
        a->year = b->year;
        a->school = a_school || b_school;
        if (a_school && !b_school) /* học kỳ I - tháng 5/2024 */
            a->year =
                b->unit != KHCT_UNIT_YEAR && last_month(b) < SEPTEMBER ? b->year - 1 : b->year;
    } else if (b->year == 0 && a->year != 0 && a->unit != KHCT_UNIT_PERIOD) {
        bool open_school = b_school && !a->school && !a_school;
        /* from the summer on the coming school year is meant: `từ tháng 8/2023 đến hết năm học` */
        enum { JUNE = 6 };
        b->year =
            open_school && a->month < JUNE && a->unit != KHCT_UNIT_YEAR ? a->year - 1 : a->year;
        b->school = a->school || b_school || a_school;
    }
}

static void shift(khct_interval *days, int years)
{
    int year, month, day;
    khct_date_parts(days->from, &year, &month, &day);
    days->from = khct_date_of(year + years, month, day);
    khct_date_parts(days->to, &year, &month, &day);
    int length = khct_month_length(year + years, month);
    days->to = khct_date_of(year + years, month, day < length ? day : length);
}

static bool place_end(settling *s, size_t i, const khct_moment *m, august_of august,
                      khct_interval *days)
{
    if (m->today)
        return place_today(s, days);
    if (is_dated(m)) {
        khct_moment_days(m, days);
        return true;
    }
    if (place_by_left(s, i, m, days))
        return true;
    return place_by_plan(s, m, false, august, days);
}

/* The same in the last year of a plan of several, where it comes again each year. */
static bool comes_last(settling *s, const khct_moment *m, const khct_interval *days,
                       khct_interval *last)
{
    if (!days->assumed || !is_long(s) || m->next > 0 || m->today || is_dated(m) ||
        !place_by_plan(s, m, true, NO_AUGUST, last) || last->to <= days->to)
        return false;
    if (m->unit != KHCT_UNIT_SCHOOL || m->part != KHCT_PART_ALL)
        s->time->recurs |= KHCT_EVERY_YEAR;
    return true;
}

/* The end of a run in a plan of several years is that of its last. */
static void spread(settling *s, const khct_moment *m, khct_interval *days)
{
    khct_interval last;
    if (comes_last(s, m, days, &last))
        days->to = last.to;
}

/* `HKI - quý IV`: a dash between a time and one inside it joins no run. */
static bool nests(const entry *e, const khct_interval *a, const khct_interval *b)
{
    bool limited = e->limited && e->limit == KHCT_LIMIT_FROM;
    bool holds = (a->from <= b->from && b->to <= a->to) || (b->from <= a->from && a->to <= b->to);
    bool differ = e->a.unit != e->b.unit || e->a.part != e->b.part;
    return e->dash && !limited && holds && differ && !e->a.today && !e->b.today;
}

static bool place_range(settling *s, size_t i)
{
    entry *e = &s->list.at[i];
    khct_interval from, to;
    bool a_dated = is_dated(&e->a), b_dated = is_dated(&e->b);
    const khct_moment *end = e->a.month == e->b.month ? &e->b : &e->a;
    /* từ năm 2024 đến 15/3: of which year? */
    s->wrong |= e->a.unit == KHCT_UNIT_YEAR && !b_dated && e->b.relative == 0 && e->b.next == 0 &&
                e->b.unit != KHCT_UNIT_YEAR && e->b.unit != KHCT_UNIT_SCHOOL;
    share_years(&e->a, &e->b);
    bool on = is_third_quarter(&e->a) ? e->b.number == 4 : e->a.month == 8 && e->b.month != 8;
    august_of august = has_plan(s) ? starts_in_august(s, &e->a, end, on, false) : NO_AUGUST;
    if (!place_end(s, i, &e->a, august, &from))
        return false;
    bool both = e->b.month == 8 && e->a.month == 8;
    if (!place_end(s, i, &e->b, both ? august : NO_AUGUST, &to))
        return false;
    /* `30/11 - 01/11` goes on for no year: it is the wrong way round */
    bool same_month = e->a.unit == KHCT_UNIT_DAY && e->b.unit == KHCT_UNIT_DAY &&
                      e->a.month == e->b.month && e->b.relative == 0 && !e->a.today;
    if (to.to < from.from && !(a_dated && b_dated) && !same_month) {
        /* `tháng 9 - tháng 5/2024`: the September before; `9/2023 - tháng 5`: the May after */
        if (a_dated || e->a.today || e->a.relative != 0)
            shift(&to, 1);
        else if (e->b.relative == 0)
            shift(&from, -1);
    }
    if (to.to < from.from) {
        khct_entry_say_backwards(s, span_of(s, e->begin, e->end), words_of(s, &e->b),
                                 words_of(s, &e->a));
        return false;
    }
    s->wrong |= nests(e, &from, &to);
    if (!a_dated && !b_dated)
        spread(s, &e->b, &to);
    e->named = from;
    e->named.to = e->before_b ? to.from - 1 : to.to;
    e->named.before = e->before_b;
    e->named.assumed = (!a_dated || e->a.today) && !b_dated;
    e->named.by = !e->named.assumed ? KHCT_BY_WRITER : e->a.today ? to.by : from.by;
    return true;
}

/* --- days --- */

static void limit_days(settling *s, entry *e)
{
    khct_interval *days = &e->days;
    *days = e->named;
    days->span = span_of(s, e->begin, e->end);
    bool before = e->limited && e->limit == KHCT_LIMIT_BEFORE;
    bool onward =
        e->limited && (e->limit == KHCT_LIMIT_FROM || e->limit == KHCT_LIMIT_AFTER); /* sau 15/5 */
    khct_interval last;
    if (before && !e->range && comes_last(s, &e->a, days, &last))
        days->from = days->to = last.from; /* trước 31/5: of the last year too */
    else if (!e->range && !onward)
        spread(s, &e->a, days);
    bool closed = e->range || e->a.unit == KHCT_UNIT_PERIOD; /* từ năm 2024 - 2026 */
    if (e->limited && !(e->limit == KHCT_LIMIT_FROM && closed)) {
        bool open = e->onward && e->limit == KHCT_LIMIT_TO; /* đến năm học A và các năm sau */
        switch (e->limit) {
        case KHCT_LIMIT_FROM: days->to = KHCT_NO_DATE; break;
        case KHCT_LIMIT_AFTER:
            days->from = days->to + 1;
            days->to = KHCT_NO_DATE;
            break;
        case KHCT_LIMIT_BEFORE:
            days->to = days->from - 1;
            days->from = KHCT_NO_DATE;
            days->before = true;
            break;
        case KHCT_LIMIT_TO:
            if (!open)
                days->from = KHCT_NO_DATE;
            break;
        }
    }
    if (e->onward)
        days->to = KHCT_NO_DATE;
}

bool khct_entry_place(settling *s, size_t i)
{
    entry *e = &s->list.at[i];
    bool a = e->a.wrong != KHCT_WRONG_NOTHING, b = e->range && e->b.wrong != KHCT_WRONG_NOTHING;
    if (a || b) {
        say_wrong(s, a ? &e->a : &e->b);
        return false;
    }
    if (!in_bounds(&e->a) || (e->range && !in_bounds(&e->b)) ||
        (e->a.event && e->limited && e->limit != KHCT_LIMIT_TO)) {
        s->wrong = true;
        return false;
    }
    if (!(e->range ? place_range(s, i) : place_single(s, i)))
        return false;
    limit_days(s, e);
    return true;
}

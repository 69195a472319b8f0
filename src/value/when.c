#include "value/when.h"

/* How an entry stands to the one before it. */
typedef enum join {
    JOIN_NONE,  /* side by side */
    JOIN_COMMA, /* a comma */
    JOIN_AND,   /* a word or sign that joins several times */
    JOIN_LABEL, /* the one before it is its label */
    JOIN_OPEN,  /* in brackets after it */
} join;

/* A moment, a run of days between two, or all up to or from one. */
typedef struct entry {
    khct_moment a, b;
    bool range;    /* a to b */
    bool before_b; /* a to the day before b */
    bool limited;
    khct_time_limit limit;
    bool done;   /* it ends what the entry before it begins */
    bool onward; /* it has no end */
    join join;
    int depth;            /* brackets around it */
    khct_interval named;  /* the days that are named */
    khct_interval days;   /* what it means */
    bool placed, dropped; /* its days are known; it is said by another entry */
    size_t begin, end;    /* words */
} entry;

typedef struct settling {
    const khct_tokens *tokens;
    const khct_period *plan;
    khct_time *time;
    KHCT_VEC(entry) list;
    size_t lengths;
    int days; /* 3 ngày: of all together; 0: not said */
    bool wrong, *said;
} settling;

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
        khct_say(reader, KHCT_KH4006, span,
                 KHCT_MSG(BACKWARDS, khct_str_number(reader->arena, m->last),
                          khct_str_number(reader->arena, m->year)));
}

static void say_backwards(const settling *s, khct_span span, khct_str end, khct_str begin)
{
    *s->said = true;
    khct_say(s->tokens->reader, KHCT_KH4006, span, KHCT_MSG(BACKWARDS, end, begin));
}

/* --- moments that belong together --- */

/* A wider unit is above a narrower one. */
static int rank(const khct_moment *m)
{
    return m->relative != 0 ? KHCT_UNIT_PERIOD + 1 : (int)m->unit;
}

static bool set_year(khct_moment *m, int year, bool school)
{
    if (m->written && m->year != year)
        return false;
    m->year = year;
    m->school |= school;
    m->written = true;
    return true;
}

/* Gives `m` what the wider moment around it says; false where they do not fit. */
static bool take_wider(khct_moment *m, const khct_moment *wide)
{
    bool month = wide->unit == KHCT_UNIT_MONTH;
    if (m->unit == KHCT_UNIT_NONE && (wide->unit == KHCT_UNIT_DAY || wide->unit == KHCT_UNIT_WEEK))
        return false;
    if (wide->today || wide->wrong != KHCT_WRONG_NOTHING || (month && m->month != 0))
        return false;
    if (month && m->unit != KHCT_UNIT_DAY && m->unit != KHCT_UNIT_WEEK && m->unit != KHCT_UNIT_NONE)
        return false;
    if (m->written && wide->relative != 0) /* ngày 28 năm sau tháng 9 năm 2024 */
        return false;
    if (wide->part != KHCT_PART_ALL && m->month != 0 && !khct_moment_has_month(wide, m->month))
        return false; /* tháng tư cuối năm 2025 */
    m->month = month ? wide->month : m->month;
    m->relative = wide->relative != 0 ? wide->relative : m->relative;
    m->next |= wide->next;
    if (m->relative != 0 && wide->written)
        return false;
    if (wide->written && wide->unit != KHCT_UNIT_PERIOD &&
        !set_year(m, wide->year, wide->school && !m->written))
        return false;
    if (m->unit != KHCT_UNIT_NONE && m->month != 0)
        khct_moment_check(m);
    return true;
}

/* `tháng 9` and `năm học 2024-2025`, in either order. */
static bool join_moments(khct_moment *m, khct_moment next)
{
    size_t begin = m->begin;
    bool fits = rank(m) != rank(&next);
    if (rank(m) > rank(&next) && m->relative == 0) {
        khct_moment wide = *m;
        *m = next;
        fits = fits && take_wider(m, &wide);
    } else {
        fits = fits && take_wider(m, &next);
    }
    m->begin = begin;
    m->end = next.end > m->end ? next.end : m->end;
    return fits;
}

/* --- from nodes to entries --- */

typedef struct pending {
    int weekday;
    join join;
    int depth;
    bool limited, done;
    khct_time_limit limit;
    size_t begin; /* the first token of what comes */
} pending;

static entry *last_entry(settling *s)
{
    return s->list.n == 0 ? NULL : &s->list.at[s->list.n - 1];
}

static void add_entry(settling *s, const khct_time_node *node, pending *p)
{
    entry *e = &khct_push(s->tokens->reader->arena, &s->list);
    *e = (entry){.a = node->moment,
                 .join = p->join,
                 .depth = p->depth,
                 .limited = p->limited,
                 .limit = p->limit,
                 .done = p->done,
                 .begin = s->tokens->at[p->limited ? p->begin : node->begin].begin,
                 .end = s->tokens->at[node->end - 1].end};
    e->a.weekday = p->weekday;
    *p = (pending){.depth = p->depth};
}

static void add_moment(settling *s, const khct_time_node *node, const khct_time_node *before,
                       pending *p)
{
    entry *last = last_entry(s);
    if (before == NULL || last == NULL ||
        (before->kind != KHCT_TIME_MOMENT && before->kind != KHCT_TIME_TO)) {
        add_entry(s, node, p);
        return;
    }
    last->end = s->tokens->at[node->end - 1].end;
    if (before->kind == KHCT_TIME_MOMENT) {
        s->wrong |= !join_moments(last->range ? &last->b : &last->a, node->moment);
        return;
    }
    if (last->range) { /* 30/9 - 30/01 - 30/7: a list */
        entry second = *last;
        s->wrong |= !before->dash || last->limited || last->before_b;
        last->range = false;
        last->end = last->a.end;
        second.a = last->b;
        second.range = false;
        second.join = JOIN_AND;
        second.begin = second.a.begin;
        second.end = second.a.end;
        khct_push(s->tokens->reader->arena, &s->list) = second;
        add_entry(s, node, &(pending){.join = JOIN_AND, .depth = p->depth});
        return;
    }
    last->range = true;
    last->before_b = before->before;
    last->b = node->moment;
}

/* The recurrence of a repeat, as one of the bits of `recurs`. */
static unsigned recurrence(const khct_repeat *r)
{
    if (r->count == 1)
        return r->bit;
    if (r->count_low != r->count)
        return KHCT_EVERY_SOME;
    if (r->bit == KHCT_EVERY_MONTH && r->count == 3)
        return KHCT_EVERY_QUARTER;
    if ((r->bit == KHCT_EVERY_MONTH && r->count == 12) ||
        (r->bit == KHCT_EVERY_TERM && r->count == 2))
        return KHCT_EVERY_YEAR;
    return KHCT_EVERY_SOME;
}

static bool same_repeat(const khct_repeat *a, const khct_repeat *b)
{
    return a->bit == b->bit && a->count == b->count && a->count_low == b->count_low &&
           a->times == b->times && a->times_low == b->times_low;
}

static void push_repeat(settling *s, const khct_repeat *r)
{
    for (size_t i = 0; i < s->time->repeats.n; i++)
        if (same_repeat(&s->time->repeats.at[i], r))
            return;
    khct_push(s->tokens->reader->arena, &s->time->repeats) = *r;
    s->time->recurs |= recurrence(r);
}

/* `2 lần trong năm học 2024-2025`: twice each year. */
static void repeat_in(settling *s, khct_repeat r, const khct_moment *m)
{
    bool year = m->unit == KHCT_UNIT_SCHOOL || m->unit == KHCT_UNIT_YEAR;
    if (r.times < 2 || !year || m->part != KHCT_PART_ALL)
        return;
    r.bit = KHCT_EVERY_YEAR;
    push_repeat(s, &r);
}

static void add_repeat(settling *s, const khct_repeat *r, const khct_time_node *next)
{
    bool odd = r->count < 1 || r->count_low < 1 || r->count_low > r->count || r->count > 366 ||
               r->times_low > r->times || r->times > 366;
    if (odd || r->bit == 0) {
        /* `1 lần` of nothing says something only beside a time */
        s->wrong |= odd || r->times == 0;
        s->lengths += r->bit == 0;
        if (next != NULL && next->kind == KHCT_TIME_MOMENT)
            repeat_in(s, *r, &next->moment);
        return;
    }
    for (unsigned bit = KHCT_EVERY_DAY; bit <= KHCT_EVERY_YEAR; bit <<= 1) {
        if ((r->bit & bit) == 0)
            continue;
        khct_repeat one = *r;
        one.bit = bit;
        push_repeat(s, &one);
    }
}

/* `5 năm học 2024-2025 đến 2028-2029`, but not `2 tuần đầu năm học` or `9 tháng năm 2024`, which
 * are a part of it. */
static bool lasts(const settling *s, const khct_time_node *length, const khct_moment *m)
{
    bool years = strchr("YS", s->tokens->kinds[length->end - 1]) != NULL;
    return m->part == KHCT_PART_ALL &&
           (m->unit == KHCT_UNIT_PERIOD || m->unit == KHCT_UNIT_SCHOOL ||
            (m->unit == KHCT_UNIT_YEAR && years) || m->unit == KHCT_UNIT_SUMMER);
}

/* `hai năm 2024 và 2025`, `3 ngày 15-17/9`: as many as follow. */
static bool counts(const khct_time_nodes *nodes, size_t i)
{
    int count = 0, last = 0;
    for (size_t k = i + 1; k < nodes->list.n; k++) {
        const khct_time_node *node = &nodes->list.at[k];
        int day = node->moment.day != 0 ? node->moment.day : node->moment.number;
        if (node->kind == KHCT_TIME_MOMENT)
            count += node[-1].kind != KHCT_TIME_TO ? 1 : day - last;
        else if (node->kind != KHCT_TIME_AND && node->kind != KHCT_TIME_JOINT &&
                 node->kind != KHCT_TIME_TO)
            break;
        last = day;
    }
    return count == nodes->list.at[i].moment.number;
}

static void collect(settling *s, const khct_time_nodes *nodes)
{
    pending p = {.join = JOIN_AND};
    const khct_time_node *before = NULL;
    for (size_t i = 0; i < nodes->list.n; i++) {
        const khct_time_node *node = &nodes->list.at[i];
        const khct_time_node *next = i + 1 < nodes->list.n ? node + 1 : NULL;
        switch (node->kind) {
        case KHCT_TIME_MOMENT: add_moment(s, node, before, &p); break;
        case KHCT_TIME_TO: break;
        case KHCT_TIME_LIMIT:
            p.limited = true;
            p.limit = node->limit;
            p.begin = node->begin;
            break;
        case KHCT_TIME_REPEAT:
            add_repeat(s, &node->repeat, next);
            p.limited = false;
            break;
        case KHCT_TIME_ALWAYS: s->time->recurs |= KHCT_ALWAYS; break;
        case KHCT_TIME_DONE: p.done = next != NULL && next->kind != KHCT_TIME_NOTE; break;
        case KHCT_TIME_ONWARD:
            s->wrong |= last_entry(s) == NULL;
            if (last_entry(s) != NULL)
                last_entry(s)->onward = true;
            break;
        case KHCT_TIME_OUTLOOK: s->time->outlook = node->moment.year; break;
        case KHCT_TIME_NOTE: p.weekday = node->moment.weekday; break;
        case KHCT_TIME_LENGTH:
            s->lengths++;
            if (s->tokens->kinds[node->end - 1] == 'd')
                s->days = (int)s->tokens->at[node->end - 2].number;
            s->wrong |=
                next != NULL && next->kind == KHCT_TIME_MOMENT && !lasts(s, node, &next->moment);
            break;
        case KHCT_TIME_COUNT: s->wrong |= !counts(nodes, i); break;
        case KHCT_TIME_LABEL: p.join = JOIN_LABEL; break;
        case KHCT_TIME_JOINT: {
            /* `HKI đạt 50%, cả năm đạt 100%`: two times, each with its own */
            bool apart = p.join == JOIN_AND || (before != NULL && before->kind == KHCT_TIME_NOTE);
            p.join = apart ? JOIN_AND : JOIN_COMMA;
            break;
        }
        case KHCT_TIME_AND: p.join = JOIN_AND; break;
        case KHCT_TIME_OPEN:
            p.join = JOIN_OPEN;
            p.depth++;
            break;
        case KHCT_TIME_CLOSE: p.depth--; break;
        }
        before = node;
    }
}

/* --- units --- */

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

/* The moment that an entry leaves to its right. */
static const khct_moment *right_of(const entry *e)
{
    return e->range ? &e->b : &e->a;
}

/* A day or week without its month that says when in each month, or that only names what follows:
 * `hằng tháng, ngày 25`, `Tuần 1 (01/9 - 07/9)`. */
static bool says_nothing(const settling *s, size_t i)
{
    const entry *e = &s->list.at[i], *next = i + 1 < s->list.n ? e + 1 : NULL;
    bool names = next != NULL && (next->join == JOIN_OPEN || next->join == JOIN_LABEL) &&
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
        const khct_moment *left = right_of(e - 1);
        if (left->unit == KHCT_UNIT_TERM && e->a.unit == KHCT_UNIT_TERM &&
            e->a.part == KHCT_PART_ALL && !e->range && !e->limited && e->depth == e[-1].depth)
            e->a.part = left->part;
        if (!lacks_month(&e->a) || e->range)
            continue;
        bool inside = left->unit == KHCT_UNIT_MONTH && e->join != JOIN_AND;
        if (inside && left->month != 0)
            s->wrong |= !take_wider(&e->a, left);
        else if (left->unit == KHCT_UNIT_WEEK && left->month != 0 && e->a.unit == KHCT_UNIT_WEEK &&
                 e->join != JOIN_OPEN) {
            e->a.month = left->month;
            e->a.year = left->year;
            e->a.school = left->school;
            e->a.written = left->written;
        }
    }
}

/* Numbers take their unit from the left, else from the right; days and weeks their month from the
 * right, or from what they stand inside of. */
static void share_list(settling *s)
{
    for (size_t i = 0; i < s->list.n; i++) {
        entry *e = &s->list.at[i];
        const khct_moment *left = i > 0 ? right_of(e - 1) : NULL;
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
                 !e[1].limited && (e[1].join == JOIN_COMMA || e[1].join == JOIN_OPEN))
            s->wrong |= !take_wider(m, right); /* tuần 3, tháng 10 */
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
            wide->limited || wide->onward || wide->join == JOIN_AND || wide->join == JOIN_LABEL)
            continue;
        for (size_t k = i; k-- > 0;) {
            entry *e = &s->list.at[k];
            khct_moment *m = e->range ? &e->b : &e->a;
            if (e->dropped || m->written || m->today || rank(m) >= rank(&wide->a) ||
                !take_wider(m, &wide->a))
                break;
            if (e->range && !e->a.written)
                take_wider(&e->a, &wide->a);
            wide->dropped = true;
        }
    }
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
            e->join == JOIN_LABEL || e->a.wrong != KHCT_WRONG_NOTHING)
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
    if (e->join != JOIN_AND && rank(right_of(left)) > rank(m) &&
        place_inside(m, &left->named, days))
        return true;
    bool list = (e->join == JOIN_AND || e->join == JOIN_COMMA) && left->depth == e->depth &&
                !is_wide(&left->a) && !left->a.today && !is_long(s) && left->limited == e->limited;
    if (!list || left->named.to == KHCT_NO_DATE || left->named.from == KHCT_NO_DATE)
        return false;
    place_after(m, left->named.from, days);
    return true;
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
            a->year = b->unit != KHCT_UNIT_YEAR && b->month < 9 ? b->year - 1 : b->year;
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

/* The end of a run in a plan of several years is that of its last. */
static void spread(settling *s, const khct_moment *m, khct_interval *days)
{
    khct_interval last;
    if (!days->assumed || !is_long(s) || m->next > 0 || m->today || is_dated(m) ||
        !place_by_plan(s, m, true, NO_AUGUST, &last) || last.to <= days->to)
        return;
    days->to = last.to;
    if (m->unit != KHCT_UNIT_SCHOOL || m->part != KHCT_PART_ALL)
        s->time->recurs |= KHCT_EVERY_YEAR;
}

static bool place_range(settling *s, size_t i)
{
    entry *e = &s->list.at[i];
    khct_interval from, to;
    bool a_dated = is_dated(&e->a), b_dated = is_dated(&e->b);
    const khct_moment *end = e->a.month == e->b.month ? &e->b : &e->a;
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
        say_backwards(s, span_of(s, e->begin, e->end), words_of(s, &e->b), words_of(s, &e->a));
        return false;
    }
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
    if (!e->range && !(e->limited && e->limit == KHCT_LIMIT_FROM))
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

static bool place(settling *s, size_t i)
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

/* --- one inside the other --- */

static bool holds(const khct_interval *wide, const khct_interval *narrow)
{
    return wide->from != KHCT_NO_DATE && wide->to != KHCT_NO_DATE && narrow->from != KHCT_NO_DATE &&
           narrow->to != KHCT_NO_DATE && wide->from <= narrow->from && narrow->to <= wide->to;
}

/* `A, hoàn thành B`: B ends what A begins. */
static void end_at(settling *s, entry *a, entry *b)
{
    b->dropped = true;
    if (b->days.to == KHCT_NO_DATE)
        return;
    khct_span span = khct_span_join(a->days.span, b->days.span);
    if (a->days.from != KHCT_NO_DATE && b->days.to < a->days.from) {
        const khct_reader *reader = s->tokens->reader;
        say_backwards(s, span, khct_read_plain(reader, b->days.span),
                      khct_read_plain(reader, a->days.span));
        return;
    }
    a->days.to = b->days.to;
    a->days.before = b->days.before;
    a->days.span = span;
}

/* It has no beginning. */
static bool ends(const entry *e)
{
    return e->limited && (e->limit == KHCT_LIMIT_TO || e->limit == KHCT_LIMIT_BEFORE);
}

/* Of two times that nothing joins, the narrower is meant; but a wider one that limits says more:
 * `tháng 10, đến hết năm học`, `từ HKI (tháng 9)`. */
static void nest(settling *s, entry *a, entry *b, bool beside)
{
    bool label = b->join == JOIN_LABEL && beside;
    bool term = a->a.unit == KHCT_UNIT_TERM || a->a.unit == KHCT_UNIT_WEEK;
    bool defined = b->join == JOIN_OPEN && beside && term && !a->range;
    if (label || defined || holds(&a->named, &b->named)) {
        a->dropped = true;
        s->wrong |= !label && a->limited && a->limit != KHCT_LIMIT_TO;
        if (b->days.to == KHCT_NO_DATE && !b->onward) { /* HKII, từ tháng 3: not for ever */
            b->days.to = a->days.to;
            b->days.before = a->days.before;
        }
    } else if (holds(&b->named, &a->named)) {
        b->dropped = true;
        bool both_end = ends(a) && ends(b) && b->limit == KHCT_LIMIT_TO;
        s->wrong |= b->limited && !both_end; /* trước 18/01 (kết thúc HKI) */
    }
}

static void nest_all(settling *s)
{
    for (size_t i = 0; i < s->list.n; i++) {
        entry *b = &s->list.at[i];
        if (!b->placed)
            continue;
        entry *last = NULL;
        for (size_t k = i; k-- > 0;)
            if (s->list.at[k].placed && !s->list.at[k].dropped) {
                last = &s->list.at[k];
                break;
            }
        bool from = last != NULL && last->limited && last->limit == KHCT_LIMIT_FROM;
        bool closes = last != NULL && (!last->limited || from);
        /* từ 5/9, chậm nhất 20/9 */
        bool until = from && ends(b) && b->join != JOIN_AND;
        if ((b->done && closes) || until) {
            end_at(s, last, b);
            continue;
        }
        for (size_t k = i; k-- > 0 && s->list.at[k + 1].join != JOIN_AND && !b->dropped;)
            if (s->list.at[k].placed && !s->list.at[k].dropped)
                nest(s, &s->list.at[k], b, k + 1 == i);
    }
}

static void fill(settling *s)
{
    bool open = false;
    long days = 0;
    for (size_t i = 0; i < s->list.n; i++) {
        const entry *e = &s->list.at[i];
        if (!e->placed || e->dropped)
            continue;
        open |= e->days.from == KHCT_NO_DATE || e->days.to == KHCT_NO_DATE;
        days += e->days.to - e->days.from + 1;
        khct_push(s->tokens->reader->arena, &s->time->intervals) = e->days;
    }
    /* `5 năm` is as long as the years beside it */
    s->wrong |= s->lengths > 0 && (open || s->time->intervals.n == 0);
    s->wrong |= s->days > 0 && days != s->days; /* 15/9 (3 ngày) */
}

bool khct_time_settle(const khct_tokens *tokens, const khct_time_nodes *nodes,
                      const khct_period *plan, khct_time *time, bool *said)
{
    settling s = {.tokens = tokens, .plan = plan, .time = time, .said = said};
    collect(&s, nodes);
    share_list(&s);
    give_years(&s);
    if (s.wrong)
        return false;
    for (size_t i = 0; i < s.list.n && !s.wrong; i++)
        s.list.at[i].placed = !s.list.at[i].dropped && place(&s, i);
    if (s.wrong)
        return false;
    nest_all(&s);
    fill(&s);
    return !s.wrong;
}

/* From the nodes of a time to its entries. */
#include "value/entries.h"

typedef khct_entry entry;
typedef khct_settling settling;

/* --- moments that belong together --- */

int khct_moment_rank(const khct_moment *m)
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

bool khct_moment_take_wider(khct_moment *m, const khct_moment *wide)
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
    bool fits = khct_moment_rank(m) != khct_moment_rank(&next);
    if (khct_moment_rank(m) > khct_moment_rank(&next) && m->relative == 0) {
        khct_moment wide = *m;
        *m = next;
        fits = fits && khct_moment_take_wider(m, &wide);
    } else {
        fits = fits && khct_moment_take_wider(m, &next);
    }
    m->begin = begin;
    m->end = next.end > m->end ? next.end : m->end;
    return fits;
}

/* --- from nodes to entries --- */

typedef struct pending {
    int weekday;
    khct_join join;
    int depth;
    bool limited, starts, done;
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
                 .starts = p->starts,
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
        second.join = KHCT_JOIN_AND;
        second.begin = second.a.begin;
        second.end = second.a.end;
        khct_push(s->tokens->reader->arena, &s->list) = second;
        add_entry(s, node, &(pending){.join = KHCT_JOIN_AND, .depth = p->depth});
        return;
    }
    last->range = true;
    last->before_b = before->before;
    last->dash = before->dash;
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

void khct_entries_collect(settling *s, const khct_time_nodes *nodes)
{
    pending p = {.join = KHCT_JOIN_AND};
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
        case KHCT_TIME_START: p.starts = true; break;
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
        case KHCT_TIME_LABEL: p.join = KHCT_JOIN_LABEL; break;
        case KHCT_TIME_JOINT: {
            /* `HKI đạt 50%, cả năm đạt 100%`: two times, each with its own */
            bool apart =
                p.join == KHCT_JOIN_AND || (before != NULL && before->kind == KHCT_TIME_NOTE);
            p.join = apart ? KHCT_JOIN_AND : KHCT_JOIN_COMMA;
            break;
        }
        case KHCT_TIME_AND: p.join = KHCT_JOIN_AND; break;
        case KHCT_TIME_OPEN:
            p.join = KHCT_JOIN_OPEN;
            p.depth++;
            break;
        case KHCT_TIME_CLOSE: p.depth--; break;
        }
        before = node;
    }
}

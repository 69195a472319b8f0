#include "value/entries.h"

typedef khct_entry entry;
typedef khct_settling settling;

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
        khct_entry_say_backwards(s, span, khct_read_plain(reader, b->days.span),
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
    bool label = b->join == KHCT_JOIN_LABEL && beside;
    bool term = a->a.unit == KHCT_UNIT_TERM || a->a.unit == KHCT_UNIT_WEEK;
    bool defined = b->join == KHCT_JOIN_OPEN && beside && term && !a->range &&
                   khct_moment_rank(&b->a) < khct_moment_rank(&a->a);
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
        bool starts = last != NULL && last->starts;
        bool from = starts || (last != NULL && last->limited && last->limit == KHCT_LIMIT_FROM);
        bool closes = last != NULL && (!last->limited || from);
        /* từ 5/9, chậm nhất 20/9; từ 5/9; đến 20/9 */
        bool until = from && ends(b) && (starts || last->days.to == KHCT_NO_DATE);
        if ((b->done && closes) || until) {
            end_at(s, last, b);
            continue;
        }
        for (size_t k = i; k-- > 0 && s->list.at[k + 1].join != KHCT_JOIN_AND && !b->dropped;)
            if (s->list.at[k].placed && !s->list.at[k].dropped)
                nest(s, &s->list.at[k], b, k + 1 == i);
    }
}

static void fill(settling *s)
{
    bool open = false;
    long days = 0;
    KHCT_FOR (e, &s->list) {
        if (!e->placed || e->dropped)
            continue;
        if (e->days.from == KHCT_NO_DATE || e->days.to == KHCT_NO_DATE)
            open = true;
        else
            days += e->days.to - e->days.from + 1;
        khct_push(s->tokens->reader->arena, &s->time->intervals) = e->days;
    }
    /* `5 năm` is as long as the years beside it */
    s->wrong |= s->lengths > 0 && (open || s->time->intervals.n == 0);
    s->wrong |= s->days > 0 && (open || days != s->days); /* 15/9 (3 ngày) */
}

bool khct_time_settle(const khct_tokens *tokens, const khct_time_nodes *nodes,
                      const khct_period *plan, khct_time *time, bool *said)
{
    settling s = {.tokens = tokens, .plan = plan, .time = time, .said = said};
    khct_entries_collect(&s, nodes);
    khct_entries_share(&s);
    if (s.wrong)
        return false;
    for (size_t i = 0; i < s.list.n && !s.wrong; i++)
        s.list.at[i].placed = !s.list.at[i].dropped && khct_entry_place(&s, i);
    if (s.wrong)
        return false;
    nest_all(&s);
    fill(&s);
    return !s.wrong;
}

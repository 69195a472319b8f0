/* What a typed value says, and what a change of it means. */
#include "report/diff_build.h"

#include "text/utf8.h"

/* --- what a value says --- */

static khct_str joined(khct_arena *arena, khct_strs all, const char *between)
{
    return khct_str_list(arena, &all, khct_str_of(between));
}

static khct_str day_said(khct_arena *arena, const khct_day *day)
{
    if (day->date == KHCT_NO_DATE)
        return KHCT_STR("");
    khct_str date = khct_date_short(arena, day->date);
    if (day->place.n == 0)
        return date;
    return KHCT_JOIN(arena, day->place, ", ", date);
}

static khct_str aim_said(khct_arena *arena, const khct_aim *aim)
{
    khct_strs all = {0};
    if (aim->level > 0)
        khct_push(arena, &all) = KHCT_JOIN(arena, "mức ", aim->level);
    if (aim->degree > 0)
        khct_push(arena, &all) = KHCT_JOIN(arena, "chuẩn quốc gia mức độ ", aim->degree);
    bool school = aim->year.kind == KHCT_PERIOD_SCHOOL;
    if (aim->year.kind != KHCT_PERIOD_NONE)
        khct_push(arena, &all) = KHCT_JOIN(arena, school ? "đến năm học " : "đến năm ",
                                           khct_period_text(arena, &aim->year));
    return joined(arena, all, ", ");
}

static khct_str progress_said(khct_arena *arena, const khct_progress *p)
{
    if (p->date == KHCT_NO_DATE || p->state == KHCT_PROGRESS_NONE)
        return KHCT_STR("");
    khct_str state = khct_str_of(khct_progress_name(p->state, false));
    if (p->percent > 0 && p->percent < 100)
        state = KHCT_JOIN(arena, p->percent, "%");
    return KHCT_JOIN(arena, khct_date_short(arena, p->date), ": ", state, p->note.n > 0 ? ", " : "",
                     p->note);
}

/* Of a type that nobody prints as the writer put it; else empty. */
static khct_str said_of(khct_arena *arena, const khct_meaning *m)
{
    switch (m->type) {
    case KHCT_TYPE_DATE: return day_said(arena, m->day);
    case KHCT_TYPE_SCHOOL_YEAR:
    case KHCT_TYPE_PERIOD: return khct_period_text(arena, m->period);
    case KHCT_TYPE_AIM: return aim_said(arena, m->aim);
    case KHCT_TYPE_SCHOOL_TYPES: return khct_school_types_names(arena, *m->types);
    case KHCT_TYPE_OWNERSHIP:
    case KHCT_TYPE_DISPLAY: return khct_diff_label(*m->choice);
    case KHCT_TYPE_PROGRESS: return progress_said(arena, m->progress);
    default: return KHCT_STR("");
    }
}

khct_str khct_diff_said(khct_arena *arena, khct_values *values, const khct_node *node)
{
    const khct_text *text = khct_node_text(values, node);
    if (text->stated)
        return KHCT_STR("-");
    const khct_meaning *meaning = khct_meaning_of(values, node);
    khct_str said = meaning->any == NULL ? KHCT_STR("") : said_of(arena, meaning);
    return said.n > 0 ? said : khct_text_joined(arena, text);
}

/* --- times --- */

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
    return KHCT_JOIN(arena, number, unit);
}

/* "bắt đầu muộn hơn 1 tháng"; empty where both are the same day or one is open. */
static khct_str shift(khct_arena *arena, const char *what, khct_date old, khct_date new)
{
    if (old == new || old == KHCT_NO_DATE || new == KHCT_NO_DATE)
        return KHCT_STR("");
    bool later = new > old;
    return KHCT_JOIN(arena, what, later ? " muộn hơn " : " sớm hơn ",
                     later ? length(arena, old, new) : length(arena, new, old));
}

static bool same_interval(const khct_interval *a, const khct_interval *b)
{
    return a->from == b->from && a->to == b->to && a->before == b->before;
}

static bool same_repeat(const khct_repeat *a, const khct_repeat *b)
{
    return a->bit == b->bit && a->count == b->count && a->count_low == b->count_low &&
           a->times == b->times && a->times_low == b->times_low;
}

static bool same_time(const khct_time *a, const khct_time *b)
{
    bool same = khct_time_is_whole(a) && khct_time_is_whole(b) && a->recurs == b->recurs &&
                a->outlook == b->outlook && a->intervals.n == b->intervals.n &&
                a->repeats.n == b->repeats.n;
    for (size_t i = 0; same && i < a->intervals.n; i++)
        same = same_interval(&a->intervals.at[i], &b->intervals.at[i]);
    for (size_t i = 0; same && i < a->repeats.n; i++)
        same = same_repeat(&a->repeats.at[i], &b->repeats.at[i]);
    return same;
}

static khct_str time_change(khct_arena *arena, const khct_time *old, const khct_time *new)
{
    if (!old->understood || !new->understood)
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
    return together ? begin : KHCT_JOIN(arena, begin, ", ", end);
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
    return KHCT_JOIN(arena, more ? " (+" : " (-", hundredths, "%)");
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
    return KHCT_JOIN(arena, ", ", khct_str_list(arena, &names, KHCT_STR(" và ")));
}

static bool same_part(const khct_money_part *a, const khct_money_part *b)
{
    return a->has_amount == b->has_amount && a->about == b->about && a->rate == b->rate &&
           a->amount == b->amount && a->low == b->low && a->source == b->source &&
           a->share == b->share && a->whole == b->whole;
}

static bool is_whole(const khct_money *m)
{
    return m->understood && !m->large && m->unread == 0 && m->rest.begin == m->rest.end;
}

static bool same_money(const khct_money *a, const khct_money *b)
{
    bool same = is_whole(a) && is_whole(b) && a->nothing == b->nothing &&
                a->sources == b->sources && a->known == b->known && a->parts.n == b->parts.n;
    for (size_t i = 0; same && i < a->parts.n; i++)
        same = same_part(&a->parts.at[i], &b->parts.at[i]);
    return same;
}

static khct_str money_change(khct_arena *arena, const khct_money *old, const khct_money *new)
{
    khct_sums a = khct_money_sums(old), b = khct_money_sums(new);
    khct_amount by;
    bool more;
    if (!difference(a.all.amount, b.all.amount, &by, &more))
        return KHCT_STR("");
    return KHCT_JOIN(arena, more ? "+ " : "- ", khct_amount_dong(arena, by),
                     share(arena, a.all.amount, by, more), payers(arena, &a, &b));
}

/* --- people --- */

/* What tells one of the people from the others: the role by its name, and what is said besides
 * ("lớp 9A1"), or the words alone. Spelling and letter case say nothing. */
static khct_str person_key(khct_comparing *c, const khct_plan *plan, const khct_field *field,
                           const khct_person *person)
{
    if (person->role >= plan->roles.n || person->role_at.begin == person->role_at.end)
        return khct_lower(c->arena, person->words);
    khct_str raw =
        khct_source_text(plan->diags->sources, khct_node_place(field->node, person->span));
    khct_str before = khct_str_sub(raw, 0, person->role_at.begin - person->span.begin);
    khct_str after = khct_str_sub(raw, person->role_at.end - person->span.begin, raw.n);
    return khct_lower(c->arena,
                      khct_nfc(c->arena, KHCT_JOIN(c->arena, before, "<",
                                                   plan->roles.at[person->role].name, ">", after)));
}

typedef struct party_list {
    khct_strs keys, words;
} party_list;

static party_list people_of(khct_comparing *c, const khct_plan *plan, const khct_field *field)
{
    party_list all = {0};
    const khct_people *people = field->meaning->people;
    for (size_t i = 0; i < people->list.n; i++) {
        khct_push(c->arena, &all.keys) = person_key(c, plan, field, &people->list.at[i]);
        khct_push(c->arena, &all.words) = people->list.at[i].words;
    }
    return all;
}

/* "thêm Kế toán": those of one list whom the other does not have; empty: none. */
static khct_str missing(khct_comparing *c, const char *what, const party_list *from,
                        const party_list *in)
{
    khct_strs names = {0};
    for (size_t i = 0; i < from->keys.n; i++) {
        bool there = false;
        for (size_t k = 0; k < in->keys.n && !there; k++)
            there = khct_str_eq(from->keys.at[i], in->keys.at[k]);
        if (!there)
            khct_push(c->arena, &names) = from->words.at[i];
    }
    if (names.n == 0)
        return KHCT_STR("");
    return KHCT_JOIN(c->arena, what, joined(c->arena, names, ", "));
}

static khct_str people_change(khct_comparing *c, const khct_field *old, const khct_field *new,
                              bool *same)
{
    party_list a = people_of(c, c->old->plan, old), b = people_of(c, c->new->plan, new);
    if (a.keys.n == 0 || b.keys.n == 0)
        return KHCT_STR("");
    khct_str added = missing(c, "thêm ", &b, &a), gone = missing(c, "bỏ ", &a, &b);
    *same = added.n == 0 && gone.n == 0 && a.keys.n == b.keys.n;
    if (a.keys.n == 1 && b.keys.n == 1)
        return KHCT_STR("");
    khct_strs words = {0};
    if (added.n > 0)
        khct_push(c->arena, &words) = added;
    if (gone.n > 0)
        khct_push(c->arena, &words) = gone;
    return joined(c->arena, words, "; ");
}

/* --- all of them --- */

khct_str khct_diff_meaning(khct_comparing *c, const khct_field *old, const khct_field *new)
{
    const khct_meaning *a = old == NULL ? NULL : old->meaning;
    const khct_meaning *b = new == NULL ? NULL : new->meaning;
    khct_known(a != NULL || b != NULL);
    khct_type type = (a != NULL ? a : b)->type;
    bool both = a != NULL && a->any != NULL && b != NULL && b->any != NULL, same = false;
    khct_str change = KHCT_STR(""), unchanged = KHCT_STR("chỉ đổi cách viết");
    if (type == KHCT_TYPE_MONEY) {
        change = money_change(c->arena, a == NULL ? NULL : a->money, b == NULL ? NULL : b->money);
        same = both && same_money(a->money, b->money);
    } else if (both && type == KHCT_TYPE_TIME) {
        change = time_change(c->arena, a->time, b->time);
        same = same_time(a->time, b->time);
        unchanged = KHCT_STR("ngày không đổi"); /* `dự kiến` may come or go */
    } else if (both && type == KHCT_TYPE_ROLES) {
        change = people_change(c, old, new, &same);
    }
    return same ? unchanged : change;
}

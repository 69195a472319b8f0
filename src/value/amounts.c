#include "value/amounts.h"

/* One amount or source of a level: of the statement itself, or of one pair of brackets. */
typedef struct member {
    int part;
    bool total;    /* Tổng: it says that it is the sum */
    bool equals;   /* it stands after `=` */
    bool breaks;   /* a semicolon or a new line stands before it */
    bool added;    /* a `+` stands before it */
    bool labelled; /* what it is spent on stands before it */
    bool rest;     /* còn lại: what the others leave of a whole */
} member;

typedef struct level {
    KHCT_VEC(member) list;
    int which;    /* the part that `trong đó` stands after; -1: none */
    size_t after; /* the members after it */
    bool all;     /* gồm */
} level;

typedef struct settling {
    const khct_reader *reader;
    const khct_money_nodes *nodes;
    khct_money *money;
    size_t next;
} settling;

static khct_money_part *part_at(const settling *s, int part)
{
    return &s->money->parts.at[part];
}

static const khct_money_node *node_at(const settling *s, size_t i)
{
    return i < s->nodes->list.n ? &s->nodes->list.at[i] : NULL;
}

static bool is_kind(const khct_money_node *node, khct_money_kind kind)
{
    return node != NULL && node->kind == kind;
}

/* --- messages --- */

static void say_differs(const settling *s, khct_code code, khct_span span, khct_message message,
                        khct_message hint)
{
    khct_diag_hint(khct_say(s->reader, code, span, message), hint);
}

static khct_str shown(const settling *s, int64_t amount)
{
    return khct_money_text(s->reader->arena, amount);
}

/* --- what is part of what --- */

static int64_t share_of(int64_t amount, int share)
{
    return amount / KHCT_MONEY_WHOLE * share + amount % KHCT_MONEY_WHOLE * share / KHCT_MONEY_WHOLE;
}

/* A share in per cent of a whole that is known is an amount. */
static void take_shares(const settling *s, int whole)
{
    const khct_money_part *of = part_at(s, whole);
    for (size_t i = 0; i < s->money->parts.n; i++) {
        khct_money_part *part = part_at(s, (int)i);
        if (part->whole != whole || part->has_amount || part->share < 0 ||
            part->share > 100 * KHCT_MONEY_WHOLE) /* 120% is said below */
            continue;
        part->has_amount = true;
        part->low = share_of(of->low, part->share);
        part->amount = share_of(of->amount, part->share);
    }
}

typedef struct parts_sum {
    int64_t low, high;
    size_t count, named;
    int share;
    const khct_money_part *only;
} parts_sum;

static parts_sum sum_of(const settling *s, int whole)
{
    parts_sum sum = {0};
    for (size_t i = 0; i < s->money->parts.n; i++) {
        const khct_money_part *part = part_at(s, (int)i);
        if (part->whole != whole || part->rate)
            continue;
        sum.count++;
        sum.named += part->source != KHCT_SOURCE_NONE;
        sum.share += part->share >= 0 ? part->share : 0;
        sum.only = part;
        if (part->low <= KHCT_MONEY_LIMIT * 1000 - sum.low)
            sum.low += part->low;
        if (part->amount <= KHCT_MONEY_LIMIT * 1000 - sum.high)
            sum.high += part->amount;
    }
    return sum;
}

/* `50 triệu, trong đó ngân sách 30 triệu, còn lại xã hội hóa`: who pays the rest pays what the
 * other parts leave of the whole. */
static void take_rest(const settling *s, const level *l, size_t from, size_t to, int whole)
{
    const khct_money_part *of = part_at(s, whole);
    for (size_t i = from; i < to && of->has_amount; i++) {
        khct_money_part *part = part_at(s, l->list.at[i].part);
        if (!l->list.at[i].rest || part->has_amount || part->share >= 0)
            continue;
        take_shares(s, whole);
        parts_sum sum = sum_of(s, whole);
        if (sum.low > of->low || sum.high > of->amount)
            return;
        part->has_amount = true;
        part->low = of->low - sum.low;
        part->amount = of->amount - sum.high;
        part->whole = whole;
    }
}

/* False where there was nothing to put. */
static bool put_under(const settling *s, const level *l, size_t from, size_t to, int whole)
{
    bool any = false;
    for (size_t i = from; i < to; i++) {
        khct_money_part *part = part_at(s, l->list.at[i].part);
        bool counts = part->has_amount || part->share >= 0;
        bool around = false; /* the whole is itself a part of it */
        for (int up = whole; up >= 0 && !around; up = part_at(s, up)->whole)
            around = up == l->list.at[i].part;
        if (around || part->whole >= 0 || !counts)
            continue;
        part->whole = whole;
        any = true;
    }
    if (any)
        take_rest(s, l, from, to, whole);
    return any;
}

static void say_sum_differs(const settling *s, const khct_money_part *of, int64_t sum, bool product)
{
    khct_str parts = shown(s, sum), stated = shown(s, of->amount);
    if (product)
        say_differs(s, KHCT_KH5009, of->span, KHCT_MSG(PRODUCT_DIFFERS, parts, stated),
                    KHCT_MSG0(PRODUCT_HINT));
    else
        say_differs(s, KHCT_KH5008, of->span, KHCT_MSG(PARTS_DIFFER, parts, stated),
                    KHCT_MSG0(PARTS_HINT));
}

/* Holds a whole against its parts. `all`: they are all there. */
static void check_whole(const settling *s, int whole, bool all)
{
    take_shares(s, whole);
    const khct_money_part *of = part_at(s, whole);
    parts_sum sum = sum_of(s, whole);
    if (sum.count == 0 || !of->has_amount)
        return;
    if (sum.share == KHCT_MONEY_WHOLE && sum.named == sum.count) /* shares are rounded */
        return;
    all = sum.count > 1 && (all || sum.named == sum.count) && !s->nodes->open;
    bool product = sum.count == 1 && sum.only->factors > 0 && !s->nodes->open;
    bool differs = sum.low > of->amount || ((all || product) && sum.high < of->low);
    if (!differs)
        return;
    say_sum_differs(s, of, sum.high, product);
}

static bool has_amount(const settling *s, const level *l, size_t i)
{
    return part_at(s, l->list.at[i].part)->has_amount;
}

/* Adds the amounts of members `from` to `to` that are no part of another; false where there are
 * none. */
static bool adds_up(const settling *s, const level *l, size_t from, size_t to, int64_t *sum)
{
    size_t count = 0;
    *sum = 0;
    for (size_t i = from; i < to; i++) {
        const khct_money_part *part = part_at(s, l->list.at[i].part);
        if (!part->has_amount || part->rate || part->whole >= 0)
            continue;
        count++;
        if (part->amount <= KHCT_MONEY_LIMIT * 1000 - *sum)
            *sum += part->amount;
    }
    return count > 0;
}

static bool comes_to(const settling *s, const level *l, size_t from, size_t to, int64_t wanted)
{
    int64_t sum;
    return adds_up(s, l, from, to, &sum) && sum == wanted;
}

static int64_t distance(const settling *s, const level *l, size_t from, size_t to, int64_t wanted)
{
    int64_t sum;
    return !adds_up(s, l, from, to, &sum) ? INT64_MAX : sum > wanted ? sum - wanted : wanted - sum;
}

/* `A + B = C`, `3 bộ x 12 triệu = 36 triệu`: what stands before it, back to the last break; of
 * products only the one before it, unless all of them come nearer: `2 x 3 triệu + 5 x 1 triệu = 11
 * triệu`. */
static void settle_equals(const settling *s, const level *l, size_t at)
{
    size_t from = at, to = at + 1;
    bool many = at == 1 && l->list.n > 2 && has_amount(s, l, 0) &&
                part_at(s, l->list.at[0].part)->factors == 0 &&
                comes_to(s, l, at, l->list.n, part_at(s, l->list.at[0].part)->amount);
    if (many) /* 50 triệu = ngân sách: 30 triệu; xã hội hóa: 20 triệu */
        to = l->list.n;
    for (; to < l->list.n && !l->list.at[to].breaks && !l->list.at[to].equals; to++)
        many |= has_amount(s, l, to);
    many |= part_at(s, l->list.at[at].part)->factors > 0;
    /* 20 máy x 1,5 triệu = 30 triệu, 5 bàn x 800.000đ = 4 triệu */
    bool own = part_at(s, l->list.at[0].part)->factors > 0 &&
               (comes_to(s, l, 0, 1, part_at(s, l->list.at[at].part)->amount) ||
                (to < l->list.n && l->list.at[to].equals));
    if (at == 1 && !own && (many || l->list.at[0].total)) { /* 50 triệu = 30 triệu + 20 triệu */
        if (put_under(s, l, at, to, l->list.at[0].part))
            check_whole(s, l->list.at[0].part, true);
        return;
    }
    bool product = at > 0 && part_at(s, l->list.at[at - 1].part)->factors > 0;
    while (from > 0 && !l->list.at[from].breaks && !l->list.at[from - 1].equals)
        from--;
    khct_money_part *stated = part_at(s, l->list.at[at].part);
    if (product && part_at(s, l->list.at[at - 1].part)->whole < 0 &&
        distance(s, l, at - 1, at, stated->amount) <= distance(s, l, from, at, stated->amount))
        from = comes_to(s, l, 0, at, stated->amount) ? 0 : at - 1;
    if (!product && !comes_to(s, l, from, at, stated->amount) &&
        (from + 1 == at || comes_to(s, l, 0, at, stated->amount)))
        from = 0; /* ngân sách: 30 triệu; xã hội hóa: 20 triệu = 50 triệu */
    if (product && stated->source == KHCT_SOURCE_NONE)
        stated->source = part_at(s, l->list.at[at - 1].part)->source;
    int64_t sum;
    bool parted = sum_of(s, l->list.at[at].part).count > 0, fits = false;
    if (parted) /* 10 tủ x 2 triệu = 20 triệu (ngân sách 15 triệu, xã hội hóa 5 triệu) */
        fits = adds_up(s, l, from, at, &sum) && sum >= stated->low && sum <= stated->amount;
    if (!put_under(s, l, from, at, l->list.at[at].part))
        return;
    if (!parted)
        check_whole(s, l->list.at[at].part, true);
    else if (!fits)
        say_sum_differs(s, stated, sum, product);
}

/* `Tổng` on top of its parts, or below them. */
static void settle_total(const settling *s, const level *l, size_t at)
{
    size_t first = l->which >= 0 ? l->after : l->list.n;
    bool before = false;
    for (size_t i = 0; i < at; i++)
        before |= has_amount(s, l, i) && part_at(s, l->list.at[i].part)->whole < 0;
    if (before ? put_under(s, l, 0, at, l->list.at[at].part)
               : l->which < 0 && put_under(s, l, at + 1, first, l->list.at[at].part))
        check_whole(s, l->list.at[at].part, true);
}

/* `50 triệu, ngân sách 30 triệu, mua sách 20 triệu`: what follows names its sources, or what it is
 * spent on, and comes to just the first, which names neither. Who pays parts of it may pay less
 * than all: that is said. */
static void settle_first(const settling *s, const level *l)
{
    int64_t sum = 0;
    size_t n = l->list.n, at = 0;
    while (at < n && part_at(s, l->list.at[at].part)->whole >= 0) /* 3 x 10 triệu = 30 triệu, … */
        at++;
    const khct_money_part *first = n > at + 2 ? part_at(s, l->list.at[at].part) : NULL;
    if (first == NULL || !first->has_amount || first->rate || first->source != KHCT_SOURCE_NONE ||
        l->list.at[at].labelled)
        return;
    bool paid = true;
    for (size_t i = at + 1; i < n; i++) {
        const khct_money_part *part = part_at(s, l->list.at[i].part);
        paid &= part->source != KHCT_SOURCE_NONE && !l->list.at[i].breaks && !l->list.at[i].added;
        if (!part->has_amount || part->rate || part->whole >= 0 || l->list.at[i].total ||
            (part->source == KHCT_SOURCE_NONE && !l->list.at[i].labelled) ||
            part->amount > KHCT_MONEY_LIMIT - sum)
            return;
        sum += part->amount;
    }
    if (sum != first->amount && !(paid && sum < first->low))
        return;
    put_under(s, l, at + 1, n, l->list.at[at].part);
    if (sum != first->amount)
        say_sum_differs(s, first, sum, false);
}

/* `50 triệu, ngân sách 30 triệu, còn lại xã hội hóa`: there is a whole, the first, which names no
 * source. */
static bool settle_rest(const settling *s, const level *l)
{
    size_t n = l->list.n, rest = 1;
    while (rest < n && !l->list.at[rest].rest)
        rest++;
    const khct_money_part *first = rest < n ? part_at(s, l->list.at[0].part) : NULL;
    if (first == NULL || !first->has_amount || first->rate || first->source != KHCT_SOURCE_NONE ||
        l->list.at[0].labelled || rest == 1)
        return false;
    if (put_under(s, l, 1, rest + 1, l->list.at[0].part))
        check_whole(s, l->list.at[0].part, true);
    return true;
}

/* `2,5 tỷ đồng từ ngân sách (50%), xã hội hóa (50%)`: shares of the only amount there is. One who
 * pays the rest may have none: `ngân sách 70%, còn lại xã hội hóa`. */
static void settle_shares(const settling *s, const level *l)
{
    int whole = -1;
    for (size_t i = 0; i < l->list.n; i++) {
        const khct_money_part *part = part_at(s, l->list.at[i].part);
        if (part->has_amount && (whole >= 0 || part->rate))
            return;
        whole = part->has_amount ? l->list.at[i].part : whole;
    }
    if (whole < 0 || l->list.n < 2)
        return;
    put_under(s, l, 0, l->list.n, whole);
    check_whole(s, whole, true);
}

static void settle_level(const settling *s, const level *l)
{
    bool totals = false;
    if (l->which >= 0) {
        put_under(s, l, l->after, l->list.n, l->which);
        check_whole(s, l->which, l->all);
    }
    for (size_t i = 0; i < l->list.n; i++) {
        totals |= l->list.at[i].total;
        if (l->list.at[i].equals)
            settle_equals(s, l, i);
        else if (l->list.at[i].total && has_amount(s, l, i) &&
                 part_at(s, l->list.at[i].part)->whole < 0)
            settle_total(s, l, i);
    }
    if (!totals && l->which < 0 && !settle_rest(s, l))
        settle_first(s, l);
    settle_shares(s, l);
}

/* --- brackets --- */

static void drop_from(const settling *s, int part)
{
    s->money->parts.n = (size_t)part;
}

/* What stands in brackets after `host`: its source, its amount, its parts. */
static void settle_bracket(const settling *s, const level *l, int host)
{
    if (l->list.n == 0)
        return;
    khct_money_part *of = part_at(s, host), *first = part_at(s, l->list.at[0].part);
    bool one = l->list.n == 1 && l->which < 0;
    bool plain = first->share < 0 && first->factors == 0;
    if (one && of->has_amount && !first->has_amount && of->source == KHCT_SOURCE_NONE && plain) {
        of->source = first->source; /* 5 triệu (ngân sách) */
        drop_from(s, l->list.at[0].part);
    } else if (one && !of->has_amount && first->has_amount && first->source == KHCT_SOURCE_NONE) {
        khct_money_part amount = *first; /* ngân sách (5 triệu) */
        amount.source = of->source;
        amount.share = of->share;
        amount.span = khct_span_join(of->span, first->span);
        *of = amount;
        drop_from(s, l->list.at[0].part);
    } else if (one && of->has_amount && first->has_amount && plain && !first->rate &&
               first->source == KHCT_SOURCE_NONE && first->amount == of->amount) {
        drop_from(s, l->list.at[0].part); /* 30 triệu (30.000.000 đồng) */
    } else if (of->has_amount) {
        put_under(s, l, 0, l->list.n, host);
        check_whole(s, host, l->list.n > 1);
    }
}

/* --- a level --- */

/* The last amount of the level; -1 where none. */
static int last_amount(const settling *s, const level *l)
{
    for (size_t i = l->list.n; i > 0; i--)
        if (has_amount(s, l, i - 1))
            return l->list.at[i - 1].part;
    return -1;
}

static void compare_spoken(const settling *s, const khct_money_node *node, int host)
{
    const khct_money_part *of = part_at(s, host);
    if (of->amount != node->part.amount)
        say_differs(s, KHCT_KH5011, node->part.span,
                    KHCT_MSG(SPOKEN_DIFFERS, shown(s, node->part.amount), shown(s, of->amount)),
                    KHCT_MSG0(SPOKEN_HINT));
}

/* `350 triệu từ ngân sách và xã hội hóa`: both pay, who how much is not said. */
static bool pays_with_others(const settling *s, const khct_money_node *source)
{
    const khct_money_node *joint = node_at(s, s->next + 1), *other = node_at(s, s->next + 2);
    return is_kind(joint, KHCT_MONEY_JOINT) && is_kind(other, KHCT_MONEY_SOURCE) &&
           other->part.share < 0 && source->part.share < 0 &&
           !is_kind(node_at(s, s->next + 3), KHCT_MONEY_AMOUNT) &&
           !is_kind(node_at(s, s->next + 3), KHCT_MONEY_OPEN);
}

/* A source pays the amount beside it: the one before it, unless that has its own or is a sum. */
static bool pays_before(const settling *s, const khct_money_node *source)
{
    const khct_money_node *before = s->next > 0 ? source - 1 : NULL;
    if (!is_kind(before, KHCT_MONEY_AMOUNT) || (before->total && !source->led) ||
        s->money->parts.n == 0)
        return false;
    khct_money_part *part = part_at(s, (int)s->money->parts.n - 1);
    if (part->source != KHCT_SOURCE_NONE || source->part.source == KHCT_SOURCE_NONE ||
        pays_with_others(s, source))
        return false;
    part->source = source->part.source;
    part->share = source->part.share;
    part->span = khct_span_join(part->span, source->part.span);
    return true;
}

static void add_member(settling *s, level *l, const khct_money_node *node, member flags)
{
    khct_arena *arena = s->reader->arena;
    flags.part = (int)s->money->parts.n;
    flags.total = node->total;
    flags.labelled = node->labelled;
    flags.rest = node->rest;
    khct_push(arena, &s->money->parts) = node->part;
    khct_push(arena, &l->list) = flags;
}

/* `ngân sách và xã hội hóa: 5 triệu`: both pay, who how much is not said. */
static bool shared(const settling *s, const khct_money_node *amount)
{
    return amount->apart && s->next > 2 && is_kind(amount - 2, KHCT_MONEY_JOINT) &&
           is_kind(amount - 3, KHCT_MONEY_SOURCE) &&
           (s->next == 3 || !is_kind(amount - 4, KHCT_MONEY_AMOUNT));
}

/* `ngân sách 5 triệu`: the amount right after a source takes it. */
static bool takes_source(const settling *s, const khct_money_node *amount)
{
    const khct_money_node *before = s->next > 0 ? amount - 1 : NULL;
    khct_money_part *part = s->money->parts.n > 0 ? part_at(s, (int)s->money->parts.n - 1) : NULL;
    if (!is_kind(before, KHCT_MONEY_SOURCE) || part == NULL || part->has_amount ||
        shared(s, amount) || (part->share >= 0 && !amount->apart))
        return false;
    khct_source_kind source = part->source;
    khct_span span = part->span;
    *part = amount->part;
    part->source = source;
    part->share = before->part.share;
    part->span = khct_span_join(span, amount->part.span);
    return true;
}

/* It is all that stands in its brackets: `(Năm triệu đồng chẵn./.)`. */
static bool is_alone(const settling *s)
{
    size_t behind = s->next + 1;
    while (is_kind(node_at(s, behind), KHCT_MONEY_JOINT))
        behind++;
    return is_kind(node_at(s, s->next - 1), KHCT_MONEY_OPEN) &&
           is_kind(node_at(s, behind), KHCT_MONEY_CLOSE);
}

/* The amount that one in words says again: `20 triệu đồng, nguồn khác (Hai mươi triệu đồng)`; -1:
 * none, it is another. */
static int said_before(const settling *s, const level *l, const khct_money_node *node, int host)
{
    int last = (int)s->money->parts.n - 1;
    while (last >= 0 && !part_at(s, last)->has_amount)
        last--;
    if (node->repeats)
        return last_amount(s, l) >= 0 ? last_amount(s, l) : last;
    if (!node->spoken || !is_alone(s))
        return -1;
    if (host >= 0 && part_at(s, host)->has_amount)
        return host;
    if (host >= 0 && last >= 0 && part_at(s, last)->source != KHCT_SOURCE_NONE)
        return -1; /* ngân sách: 20 triệu; xã hội hóa (hai mươi triệu) */
    return last >= 0 && part_at(s, last)->amount == node->part.amount ? last : -1;
}

static void add_amount(settling *s, level *l, const khct_money_node *node, member flags, int host)
{
    int said = said_before(s, l, node, host);
    if (said >= 0) {
        compare_spoken(s, node, said);
        return;
    }
    if (takes_source(s, node)) {
        khct_known(l->list.at != NULL);
        l->list.at[l->list.n - 1].total |= node->total;
        return;
    }
    add_member(s, l, node, flags);
}

static void add_source(settling *s, level *l, const khct_money_node *node, member flags, int host)
{
    if (node->part.source ==
        KHCT_SOURCE_NONE) { /* a share alone belongs to what stands before it */
        int of = l->list.n > 0 ? l->list.at[l->list.n - 1].part : host;
        if (of >= 0 && part_at(s, of)->share < 0)
            part_at(s, of)->share = node->part.share;
        return;
    }
    if (!pays_before(s, node))
        add_member(s, l, node, flags);
}

static void read_level(settling *s, level *around, int host);

static void open_bracket(settling *s, level *l)
{
    int host = -1;
    const khct_money_node *before = s->next > 1 ? node_at(s, s->next - 2) : NULL;
    if ((is_kind(before, KHCT_MONEY_AMOUNT) || is_kind(before, KHCT_MONEY_SOURCE)) && l->list.n > 0)
        host = l->list.at[l->list.n - 1].part;
    read_level(s, l, host);
}

static void begin_parts(const settling *s, level *l, const khct_money_node *which)
{
    int whole = last_amount(s, l);
    if (whole < 0)
        return;
    if (l->which >= 0) { /* another whole and its parts */
        size_t end = l->list.n - 1;
        put_under(s, l, l->after, end, l->which);
        check_whole(s, l->which, l->all);
    }
    l->which = whole;
    l->after = l->list.n;
    l->all = which->all;
}

/* `ngân sách 30 triệu, xã hội hóa 20 triệu (tổng 50 triệu)`: the sum belongs outside. */
static bool is_sum_outside(const settling *s, const level *l, const level *around)
{
    bool several = around != NULL && around->list.n > 0 &&
                   (around->list.n > 1 || part_at(s, around->list.at[0].part)->rate);
    return several && l->list.n == 1 && l->list.at[0].total && has_amount(s, l, 0);
}

static void read_level(settling *s, level *around, int host)
{
    level l = {.which = -1};
    member flags = {.breaks = true};
    const khct_money_node *node;
    while ((node = node_at(s, s->next)) != NULL && node->kind != KHCT_MONEY_CLOSE) {
        bool mark = true;
        switch (node->kind) {
        case KHCT_MONEY_AMOUNT: add_amount(s, &l, node, flags, host); break;
        case KHCT_MONEY_SOURCE: add_source(s, &l, node, flags, host); break;
        case KHCT_MONEY_NOTHING: s->money->nothing = true; break;
        case KHCT_MONEY_KNOWN: s->money->known |= node->known; break;
        case KHCT_MONEY_BREAK:
            flags.breaks = true;
            mark = false;
            break;
        case KHCT_MONEY_JOINT:
            flags = (member){.added = node->all};
            mark = false;
            break;
        case KHCT_MONEY_EQUALS:
            flags.equals = true;
            mark = false;
            break;
        case KHCT_MONEY_WHICH: begin_parts(s, &l, node); break;
        case KHCT_MONEY_OPEN:
            s->next++;
            open_bracket(s, &l);
            break;
        default: break;
        }
        if (mark)
            flags = (member){.breaks = false};
        s->next++;
    }
    if (is_sum_outside(s, &l, around)) {
        khct_push(s->reader->arena, &around->list) = l.list.at[0];
        return;
    }
    settle_level(s, &l);
    if (host >= 0)
        settle_bracket(s, &l, host);
}

void khct_money_settle(const khct_reader *reader, const khct_money_nodes *nodes, khct_money *money)
{
    settling s = {reader, nodes, money, 0};
    while (s.next < nodes->list.n) {
        read_level(&s, NULL, -1);
        s.next++;
    }
    for (size_t i = 0; i < money->parts.n; i++)
        if (money->parts.at[i].source != KHCT_SOURCE_NONE)
            money->sources |= 1u << money->parts.at[i].source;
}

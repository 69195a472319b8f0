/* Lists of entries: who is whose counterpart, and three lists made into one. */
#include "report/merge_build.h"

enum { MOST_PAIRS = 250 * 1000 }; /* of entries that are compared; more are not */

/* --- three lists --- */

/* For each unit of `a` the unit of `b` that stays, in order, as many as can; KHCT_NONE: gone. */
static uint32_t *kept(khct_arena *arena, const khct_merge_units *a, const khct_merge_units *b)
{
    size_t n = a->n, m = b->n;
    uint32_t *to = khct_alloc_array(arena, n + 1, sizeof *to);
    uint32_t *length = khct_alloc_array(arena, (n + 1) * (m + 1), sizeof *length);
    for (size_t i = n; i-- > 0;)
        for (size_t k = m; k-- > 0;) {
            uint32_t *here = &length[i * (m + 1) + k];
            uint32_t skip_a = here[m + 1], skip_b = here[1];
            *here = khct_str_eq(a->at[i].says, b->at[k].says) ? here[m + 2] + 1
                    : skip_a > skip_b                         ? skip_a
                                                              : skip_b;
        }
    for (size_t i = 0; i < n; i++)
        to[i] = KHCT_NONE;
    for (size_t i = 0, k = 0; i < n && k < m;) {
        const uint32_t *here = &length[i * (m + 1) + k];
        if (khct_str_eq(a->at[i].says, b->at[k].says))
            to[i++] = (uint32_t)k++;
        else if (here[m + 1] >= here[1])
            i++;
        else
            k++;
    }
    return to;
}

/* What a side put before unit `i` of the base: units [from, to). */
typedef struct gap {
    size_t from, to;
} gap;

typedef struct listing {
    khct_arena *arena;
    const khct_merge_units *lists;
    uint32_t *to[KHCT_MERGE_SIDES];
    khct_merge_units *merged;
} listing;

static gap gap_before(const listing *l, khct_merge_side side, size_t i)
{
    size_t n = l->lists[KHCT_MERGE_BASE].n;
    gap g = {0, l->lists[side].n};
    for (size_t k = i; k-- > 0 && g.from == 0;)
        if (l->to[side][k] != KHCT_NONE)
            g.from = l->to[side][k] + 1;
    for (size_t k = i; k < n && g.to == l->lists[side].n; k++)
        if (l->to[side][k] != KHCT_NONE)
            g.to = l->to[side][k];
    return g;
}

static void put(listing *l, const khct_merge_unit *unit)
{
    khct_merge_unit one = *unit;
    if (l->merged->n == 0)
        one.before = KHCT_STR("");
    khct_push(l->arena, l->merged) = one;
}

/* What both sides put there: ours, then theirs where ours is another. */
static void put_gap(listing *l, gap ours, gap theirs)
{
    const khct_merge_units *a = &l->lists[KHCT_MERGE_OURS], *b = &l->lists[KHCT_MERGE_THEIRS];
    for (size_t i = ours.from; i < ours.to; i++)
        put(l, &a->at[i]);
    for (size_t k = theirs.from; k < theirs.to; k++) {
        bool there = false;
        for (size_t i = ours.from; i < ours.to && !there; i++)
            there = khct_str_eq(a->at[i].says, b->at[k].says);
        if (!there)
            put(l, &b->at[k]);
    }
}

static bool same_gap(const listing *l, gap ours, gap theirs)
{
    const khct_merge_units *a = &l->lists[KHCT_MERGE_OURS], *b = &l->lists[KHCT_MERGE_THEIRS];
    if (ours.to - ours.from != theirs.to - theirs.from)
        return false;
    for (size_t i = 0; i < ours.to - ours.from; i++)
        if (!khct_str_eq(a->at[ours.from + i].says, b->at[theirs.from + i].says))
            return false;
    return true;
}

static bool gone(const listing *l, khct_merge_side side, size_t i)
{
    return i < l->lists[KHCT_MERGE_BASE].n && l->to[side][i] == KHCT_NONE;
}

bool khct_merge_lists(khct_arena *arena, const khct_merge_units lists[KHCT_MERGE_SIDES],
                      khct_merge_units *merged)
{
    const khct_merge_units *base = &lists[KHCT_MERGE_BASE];
    listing l = {.arena = arena, .lists = lists, .merged = merged};
    for (int side = KHCT_MERGE_OURS; side <= KHCT_MERGE_THEIRS; side++) {
        if (base->n > 0 && lists[side].n > MOST_PAIRS / base->n)
            return false;
        l.to[side] = kept(arena, base, &lists[side]);
    }
    for (size_t i = 0; i <= base->n; i++) {
        gap ours = gap_before(&l, KHCT_MERGE_OURS, i),
            theirs = gap_before(&l, KHCT_MERGE_THEIRS, i);
        /* where the entry before is gone, its gap was this one too, and has been put */
        bool new_ours = i == 0 || !gone(&l, KHCT_MERGE_OURS, i - 1);
        bool new_theirs = i == 0 || !gone(&l, KHCT_MERGE_THEIRS, i - 1);
        bool both = gone(&l, KHCT_MERGE_OURS, i) && gone(&l, KHCT_MERGE_THEIRS, i);
        if (both && !same_gap(&l, ours, theirs))
            return false;
        put_gap(&l, new_ours ? ours : (gap){0, 0}, new_theirs ? theirs : (gap){0, 0});
        while (gone(&l, KHCT_MERGE_OURS, i) && gone(&l, KHCT_MERGE_THEIRS, i))
            i++;
        if (i < base->n && !gone(&l, KHCT_MERGE_OURS, i) && !gone(&l, KHCT_MERGE_THEIRS, i))
            put(&l, &lists[KHCT_MERGE_OURS].at[l.to[KHCT_MERGE_OURS][i]]);
    }
    return true;
}

/* --- counterparts --- */

typedef struct matching {
    khct_arena *arena;
    const khct_merge_items *a, *b;
    khct_pairing pairs;
} matching;

static khct_str name_of(khct_arena *arena, const khct_merge_item *item, khct_str what)
{
    return KHCT_JOIN(arena, item->keyword, "\n", what);
}

static khct_strs names_of(khct_arena *arena, const khct_merge_items *items,
                          khct_str (*name)(khct_arena *arena, const khct_merge_item *item))
{
    khct_strs all = {0};
    KHCT_FOR (item, items)
        khct_push(arena, &all) = name(arena, item);
    return all;
}

/* Pairs items that have the same name, in their order. */
static void pair_named(matching *m,
                       khct_str (*name)(khct_arena *arena, const khct_merge_item *item))
{
    khct_strs a = names_of(m->arena, m->a, name), b = names_of(m->arena, m->b, name);
    khct_pair_equal(m->arena, &m->pairs, &a, &b);
}

static khct_str by_all(khct_arena *arena, const khct_merge_item *item)
{
    return name_of(arena, item, item->says);
}

static khct_str by_body(khct_arena *arena, const khct_merge_item *item)
{
    return item->items.n > 0 ? KHCT_STR("") : name_of(arena, item, item->body.says);
}

static khct_str by_key(khct_arena *arena, const khct_merge_item *item)
{
    return item->key.n == 0 ? KHCT_STR("") : name_of(arena, item, item->key);
}

static khct_str by_keyword(khct_arena *arena, const khct_merge_item *item)
{
    const khct_place *place = khct_place_of(item->node->inside, item->keyword);
    return place != NULL && place->times == KHCT_ONCE ? name_of(arena, item, KHCT_STR(""))
                                                      : KHCT_STR("");
}

static khct_str words_of(khct_arena *arena, const khct_merge_item *item)
{
    (void)arena;
    return item->says;
}

static bool same_keyword(size_t i, size_t k, void *context)
{
    const matching *m = context;
    return m->a->at[i].keyword == m->b->at[k].keyword;
}

/* Pairs what is left with the most alike of its keyword. */
static void pair_like(matching *m)
{
    khct_strs a = names_of(m->arena, m->a, words_of), b = names_of(m->arena, m->b, words_of);
    khct_pair_alike(m->arena, &m->pairs, &a, &b, same_keyword, m);
}

/* The only field of the keyword among items [from, to), or KHCT_NONE. */
static uint32_t only_one(const khct_merge_items *items, size_t from, size_t to,
                         khct_keyword keyword)
{
    uint32_t found = KHCT_NONE;
    for (size_t i = from; i < to; i++) {
        if (items->at[i].keyword != keyword || items->at[i].items.n > 0)
            continue;
        if (found != KHCT_NONE)
            return KHCT_NONE;
        found = (uint32_t)i;
    }
    return found;
}

/* Pairs a field with the one that stands in its stead: between the same counterparts each is the
 * only one of its keyword that has none. */
static void pair_placed(matching *m)
{
    uint32_t *pair = m->pairs.to, *back = m->pairs.from;
    for (size_t i = 0; i < m->a->n; i++) {
        if (pair[i] != KHCT_NONE)
            continue;
        size_t from = i, to = i, begin = i == 0 ? 0 : pair[i - 1] + 1, end = begin;
        while (to < m->a->n && pair[to] == KHCT_NONE)
            to++;
        while (end < m->b->n && back[end] == KHCT_NONE)
            end++;
        for (; i < to; i++) {
            khct_keyword keyword = m->a->at[i].keyword;
            uint32_t k = only_one(m->b, begin, end, keyword);
            if (only_one(m->a, from, to, keyword) != i || k == KHCT_NONE)
                continue;
            pair[i] = k;
            back[k] = (uint32_t)i;
        }
    }
}

khct_pairing khct_merge_match(khct_arena *arena, const khct_merge_items *a,
                              const khct_merge_items *b)
{
    matching m = {arena, a, b, khct_pairing_new(arena, a->n, b->n)};
    pair_named(&m, by_all);
    pair_named(&m, by_body);
    pair_named(&m, by_key);
    pair_named(&m, by_keyword);
    pair_like(&m);
    pair_placed(&m);
    return m.pairs;
}

#include "report/diff.h"

#include "report/diff_build.h"
#include "text/map.h"
#include "text/sort.h"

const char *khct_change_key(khct_change_kind kind)
{
    static const char *const KEYS[] = {"sua", "them", "bo", "chuyen", "doiten"};
    return KEYS[kind];
}

/* --- changes --- */

void khct_diff_group(khct_comparing *c, khct_str where)
{
    c->group++;
    c->where = where;
}

khct_change *khct_diff_add(khct_comparing *c, khct_change_kind kind, khct_change_rank rank,
                           khct_str what)
{
    khct_change *change = &khct_push(c->arena, &c->diff->changes);
    *change = (khct_change){.kind = kind,
                            .rank = rank,
                            .group = c->group,
                            .where = c->where,
                            .what = what,
                            .meaning = KHCT_STR("")};
    return change;
}

khct_change *khct_diff_compare(khct_comparing *c, khct_change_rank rank, khct_str what,
                               khct_str old, khct_str new)
{
    if (khct_str_eq(old, new))
        return NULL;
    khct_change_kind kind = old.n == 0 ? KHCT_ADDED : new.n == 0 ? KHCT_REMOVED : KHCT_CHANGED;
    khct_change *change = khct_diff_add(c, kind, rank, what);
    change->old = old.n > 0 ? old : (khct_str){NULL, 0};
    change->new = new.n > 0 ? new : (khct_str){NULL, 0};
    return change;
}

void khct_diff_lists(khct_comparing *c, khct_change_rank rank, khct_str what, const khct_strs *old,
                     const khct_strs *new)
{
    khct_pairing p = khct_pairing_new(c->arena, old->n, new->n);
    khct_pair_equal(c->arena, &p, old, new);
    khct_pair_alike(c->arena, &p, old, new, NULL, NULL);
    for (size_t i = 0; i < old->n; i++) {
        khct_str now = p.to[i] == KHCT_NONE ? KHCT_STR("") : new->at[p.to[i]];
        khct_change *change = khct_diff_compare(c, rank, what, old->at[i], now);
        if (change != NULL)
            change->prose = true;
    }
    for (size_t k = 0; k < new->n; k++)
        if (p.from[k] == KHCT_NONE)
            khct_diff_compare(c, rank, what, KHCT_STR(""), new->at[k]);
}

/* --- what belongs together --- */

void khct_each_pair(khct_comparing *c, const khct_pairing *p,
                    void (*each)(khct_comparing *c, uint32_t old, uint32_t new))
{
    for (uint32_t k = 0; k < p->new; k++)
        each(c, p->from[k], k);
    for (uint32_t i = 0; i < p->old; i++)
        if (p->to[i] == KHCT_NONE)
            each(c, i, KHCT_NONE);
}

void khct_each_equal(khct_comparing *c, const khct_strs *old, const khct_strs *new,
                     void (*each)(khct_comparing *c, uint32_t old, uint32_t new))
{
    khct_pairing p = khct_pairing_new(c->arena, old->n, new->n);
    khct_pair_equal(c->arena, &p, old, new);
    khct_each_pair(c, &p, each);
}

/* --- their order --- */

/* By group, and within one by weight. */
static int by_weight(const void *a, const void *b)
{
    const khct_change *x = a, *y = b;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    return (x->rank > y->rank) - (x->rank < y->rank);
}

/* Numbers groups by their weight, so that one sort orders all. Groups of one place are one. */
static void weigh(khct_comparing *c)
{
    size_t n = c->diff->changes.n;
    khct_change *changes = c->diff->changes.at;
    khct_map groups = {0};
    KHCT_VEC(khct_change_rank) ranks = {0};
    for (size_t i = 0; i < n; i++) {
        uint32_t group = khct_map_get(&groups, changes[i].where);
        if (group == KHCT_NONE) {
            group = (uint32_t)ranks.n;
            khct_map_put(c->arena, &groups, changes[i].where, group);
            khct_push(c->arena, &ranks) = changes[i].rank;
        } else {
            khct_known(ranks.at != NULL);
            if (changes[i].rank < ranks.at[group])
                ranks.at[group] = changes[i].rank;
        }
        changes[i].group = group;
    }
    /* a counting sort of the groups by rank keeps their order within one */
    uint32_t *place = khct_alloc_array(c->arena, ranks.n + 1, sizeof *place), next = 0;
    for (int rank = 0; rank <= KHCT_RANK_END; rank++)
        for (size_t g = 0; g < ranks.n; g++)
            if ((int)ranks.at[g] == rank)
                place[g] = next++;
    for (size_t i = 0; i < n; i++)
        changes[i].group = place[changes[i].group];
}

khct_diff *khct_diff_make(khct_arena *arena, const khct_work *old, const khct_work *new)
{
    khct_diff *diff = khct_alloc(arena, sizeof *diff);
    khct_comparing c = {.arena = arena, .old = old, .new = new, .diff = diff};
    khct_diff_head(&c);
    khct_diff_improvements(&c);
    khct_diff_tasks(&c);
    khct_diff_results(&c);
    khct_diff_rows(&c);
    khct_diff_basis(&c);
    khct_diff_sections(&c);
    khct_diff_end(&c);
    weigh(&c);
    khct_sort_vec(arena, &diff->changes, by_weight);
    diff->old_money = old->money.all;
    diff->new_money = new->money.all;
    diff->rated = old->rating != NULL && new->rating != NULL;
    if (diff->rated) {
        diff->old_level = old->rating->now;
        diff->new_level = new->rating->now;
        diff->old_lifted = old->rating->lifted;
        diff->new_lifted = new->rating->lifted;
    }
    return diff;
}

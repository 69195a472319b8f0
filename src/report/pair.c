#include "report/pair.h"

#include "text/alike.h"
#include "text/map.h"

khct_pairing khct_pairing_new(khct_arena *arena, size_t old, size_t new)
{
    khct_pairing p = {khct_alloc_array(arena, old + 1, sizeof *p.to),
                      khct_alloc_array(arena, new + 1, sizeof *p.from), old, new};
    memset(p.to, 0xFF, old * sizeof *p.to); /* KHCT_NONE */
    memset(p.from, 0xFF, new * sizeof *p.from);
    return p;
}

void khct_pair_equal(khct_arena *arena, khct_pairing *p, const khct_strs *old, const khct_strs *new)
{
    khct_map first = {0};
    uint32_t *next = khct_alloc_array(arena, p->new + 1, sizeof *next);
    for (size_t k = p->new; k-- > 0;) {
        if (p->from[k] != KHCT_NONE || new->at[k].n == 0)
            continue;
        next[k] = khct_map_get(&first, new->at[k]);
        khct_map_put(arena, &first, new->at[k], (uint32_t)k);
    }
    for (size_t i = 0; i < p->old; i++) {
        bool open = p->to[i] == KHCT_NONE && old->at[i].n > 0;
        uint32_t k = open ? khct_map_get(&first, old->at[i]) : KHCT_NONE;
        if (k == KHCT_NONE)
            continue;
        p->to[i] = k;
        p->from[k] = (uint32_t)i;
        khct_map_put(arena, &first, old->at[i], next[k]);
    }
}

void khct_pair_alike(khct_arena *arena, khct_pairing *p, const khct_strs *old, const khct_strs *new,
                     bool (*may_pair)(size_t i, size_t k, void *context), void *context)
{
    bool *taken = khct_alloc_array(arena, p->new + 1, sizeof *taken);
    for (size_t k = 0; k < p->new; k++)
        taken[k] = p->from[k] != KHCT_NONE;
    khct_alike_pair(arena, old, new, p->to, taken, may_pair, context);
    for (size_t i = 0; i < p->old; i++)
        if (p->to[i] != KHCT_NONE)
            p->from[p->to[i]] = (uint32_t)i;
}

#include "text/alike.h"

#include "text/map.h"
#include "text/sort.h"

static int by_size(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

khct_bag khct_bag_of(khct_arena *arena, khct_str text)
{
    enum { MOST_WORDS = 400 };
    khct_bag words = {khct_alloc_array(arena, MOST_WORDS, sizeof *words.at), 0};
    for (size_t begin = 0; begin < text.n && words.n < MOST_WORDS;) {
        size_t end = begin;
        while (end < text.n && text.p[end] != ' ' && text.p[end] != '\n')
            end++;
        if (end > begin)
            words.at[words.n++] = khct_str_hash(khct_str_sub(text, begin, end), arena->salt);
        begin = end + 1;
    }
    khct_sort_vec(arena, &words, by_size);
    return words;
}

/* The words that both have, in thousandths of those of either: 0 to 1000. */
static uint32_t likeness(khct_bag a, khct_bag b)
{
    size_t common = 0, i = 0, k = 0;
    while (i < a.n && k < b.n) {
        if (a.at[i] == b.at[k]) {
            common++;
            i++;
            k++;
        } else if (a.at[i] < b.at[k]) {
            i++;
        } else {
            k++;
        }
    }
    return a.n + b.n == 0 ? 0 : (uint32_t)(2000 * common / (a.n + b.n));
}

/* Two texts that may be one, and how like they are. */
typedef struct candidate {
    uint32_t alike, i, k;
} candidate;

/* The most like first; of equals those that stand first. */
static int by_likeness(const void *a, const void *b)
{
    const candidate *x = a, *y = b;
    if (x->alike != y->alike)
        return x->alike > y->alike ? -1 : 1;
    if (x->i != y->i)
        return x->i < y->i ? -1 : 1;
    return (x->k > y->k) - (x->k < y->k);
}

/* The texts that have no counterpart yet. */
typedef struct rest {
    uint32_t *at;
    khct_bag *bags;
    size_t n;
} rest;

static rest rest_of(khct_arena *arena, const khct_strs *texts, const uint32_t *to,
                    const bool *taken)
{
    rest r = {khct_alloc_array(arena, texts->n + 1, sizeof *r.at),
              khct_alloc_array(arena, texts->n + 1, sizeof *r.bags), 0};
    khct_known(to != NULL || taken != NULL);
    for (size_t i = 0; i < texts->n; i++) {
        if (to != NULL ? to[i] != KHCT_NONE : taken[i])
            continue;
        r.bags[r.n] = khct_bag_of(arena, texts->at[i]);
        r.at[r.n++] = (uint32_t)i;
    }
    return r;
}

void khct_alike_pair(khct_arena *arena, const khct_strs *a, const khct_strs *b, uint32_t *to,
                     bool *taken, bool (*may_pair)(size_t i, size_t k, void *context),
                     void *context)
{
    rest left = rest_of(arena, a, to, NULL), right = rest_of(arena, b, NULL, taken);
    if (left.n == 0 || right.n == 0 || right.n > KHCT_ALIKE_PAIRS / left.n)
        return;
    KHCT_VEC(candidate) all = {0};
    for (size_t i = 0; i < left.n; i++)
        for (size_t k = 0; k < right.n; k++) {
            uint32_t alike = may_pair == NULL || may_pair(left.at[i], right.at[k], context)
                                 ? likeness(left.bags[i], right.bags[k])
                                 : 0;
            if (alike >= KHCT_ALIKE)
                khct_push(arena, &all) = (candidate){alike, left.at[i], right.at[k]};
        }
    khct_sort_vec(arena, &all, by_likeness);
    for (size_t c = 0; c < all.n; c++) {
        if (to[all.at[c].i] != KHCT_NONE || taken[all.at[c].k])
            continue;
        to[all.at[c].i] = all.at[c].k;
        taken[all.at[c].k] = true;
    }
}

#include "import/align.h"

#include "text/map.h"

/* From `a` to `a_end`, and from `b` to `b_end`. */
typedef struct stretch {
    size_t a, a_end, b, b_end;
} stretch;

typedef struct aligning {
    khct_arena *arena;
    const khct_in_unit *a, *b;
    uint32_t *partner;
} aligning;

static bool equal(const khct_in_unit *x, const khct_in_unit *y)
{
    return x->row == y->row && khct_str_eq(x->words, y->words);
}

static void pair(const aligning *al, size_t i, size_t j)
{
    al->partner[i] = (uint32_t)j;
}

/* --- what is alike --- */

enum { MOST_WORDS = 64, WHOLE = 1000, LEAST = 250 };

static size_t cut(khct_str text, khct_str words[MOST_WORDS])
{
    size_t n = 0;
    for (size_t begin = 0; begin < text.n && n < MOST_WORDS;) {
        size_t end = begin;
        while (end < text.n && text.p[end] != ' ' && text.p[end] != '\n')
            end++;
        if (end > begin)
            words[n++] = khct_str_sub(text, begin, end);
        begin = end + 1;
    }
    return n;
}

/* How many of their first words two texts have in common, of WHOLE. */
static uint32_t likeness(const khct_in_unit *x, const khct_in_unit *y)
{
    khct_str a[MOST_WORDS], b[MOST_WORDS];
    bool taken[MOST_WORDS] = {false};
    size_t n = cut(x->words, a), m = cut(y->words, b), common = 0;
    if (x->row != y->row || n == 0 || m == 0)
        return 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < m; j++)
            if (!taken[j] && khct_str_eq(a[i], b[j])) {
                taken[j] = true;
                common++;
                break;
            }
    return (uint32_t)(common * WHOLE / (n > m ? n : m));
}

/* The pairs that have most in common, in order. */
static void pair_alike(const aligning *al, stretch s)
{
    enum { MOST = 64 * 64 };
    size_t n = s.a_end - s.a, m = s.b_end - s.b;
    bool single = n == 1 && m == 1 && al->a[s.a].row == al->b[s.b].row;
    if (single)
        pair(al, s.a, s.b);
    if (single || n == 0 || m == 0)
        return;
    if (n > MOST / m) { /* too many: in their order, where they are as many */
        for (size_t i = 0; n == m && i < n; i++)
            if (al->a[s.a + i].row == al->b[s.b + i].row)
                pair(al, s.a + i, s.b + i);
        return;
    }
    size_t wide = m + 1;
    uint32_t *like = khct_alloc_array(al->arena, n * m, sizeof *like);
    uint32_t *best = khct_alloc_array(al->arena, (n + 1) * wide, sizeof *best);
    for (size_t i = n; i-- > 0;)
        for (size_t j = m; j-- > 0;) {
            uint32_t both = like[i * m + j] = likeness(&al->a[s.a + i], &al->b[s.b + j]);
            uint32_t most = both >= LEAST ? both + best[(i + 1) * wide + j + 1] : 0;
            uint32_t down = best[(i + 1) * wide + j], right = best[i * wide + j + 1];
            most = down > most ? down : most;
            best[i * wide + j] = right > most ? right : most;
        }
    for (size_t i = 0, j = 0; i < n && j < m;) {
        uint32_t both = like[i * m + j], here = best[i * wide + j];
        if (both >= LEAST && here == both + best[(i + 1) * wide + j + 1])
            pair(al, s.a + i++, s.b + j++);
        else if (here == best[(i + 1) * wide + j])
            i++;
        else
            j++;
    }
}

/* --- what is the same --- */

static const uint32_t TWICE = UINT32_MAX - 1;

static khct_map positions(const aligning *al, const khct_in_unit *list, size_t begin, size_t end)
{
    khct_map map = {0};
    for (size_t i = begin; i < end; i++) {
        bool known = khct_map_get(&map, list[i].words) != KHCT_NONE;
        khct_map_put(al->arena, &map, list[i].words, known ? TWICE : (uint32_t)i);
    }
    return map;
}

typedef struct anchor {
    size_t a, b;
    uint32_t before; /* the anchor before it in the longest chain; KHCT_NONE: none */
} anchor;

typedef KHCT_VEC(anchor) anchors;

/* What stands once in both. */
static anchors find_anchors(const aligning *al, stretch s)
{
    anchors found = {0};
    khct_map left = positions(al, al->a, s.a, s.a_end);
    khct_map right = positions(al, al->b, s.b, s.b_end);
    for (size_t i = s.a; i < s.a_end; i++) {
        uint32_t at = khct_map_get(&right, al->a[i].words);
        if (khct_map_get(&left, al->a[i].words) == i && at != KHCT_NONE && at != TWICE &&
            equal(&al->a[i], &al->b[at]))
            khct_push(al->arena, &found) = (anchor){i, at, KHCT_NONE};
    }
    return found;
}

/* The last of the longest chain of anchors that keep their order; KHCT_NONE: there are none. */
static uint32_t longest_chain(const aligning *al, anchors *found)
{
    uint32_t *ends = khct_alloc_array(al->arena, found->n + 1, sizeof *ends);
    size_t longest = 0;
    for (size_t i = 0; i < found->n; i++) {
        size_t low = 0, high = longest;
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (found->at[ends[middle]].b < found->at[i].b)
                low = middle + 1;
            else
                high = middle;
        }
        found->at[i].before = low > 0 ? ends[low - 1] : KHCT_NONE;
        ends[low] = (uint32_t)i;
        longest += low == longest;
    }
    return longest > 0 ? ends[longest - 1] : KHCT_NONE;
}

static void align(const aligning *al, stretch s, unsigned depth)
{
    enum { DEEPEST = 30 };
    while (s.a < s.a_end && s.b < s.b_end && equal(&al->a[s.a], &al->b[s.b]))
        pair(al, s.a++, s.b++);
    while (s.a < s.a_end && s.b < s.b_end && equal(&al->a[s.a_end - 1], &al->b[s.b_end - 1]))
        pair(al, --s.a_end, --s.b_end);
    anchors found = {0};
    uint32_t last = KHCT_NONE;
    if (depth < DEEPEST && s.a < s.a_end && s.b < s.b_end) {
        found = find_anchors(al, s);
        last = longest_chain(al, &found);
    }
    if (last == KHCT_NONE) {
        pair_alike(al, s);
        return;
    }
    for (; last != KHCT_NONE; last = found.at[last].before) {
        anchor *at = &found.at[last];
        align(al, (stretch){at->a + 1, s.a_end, at->b + 1, s.b_end}, depth + 1);
        pair(al, at->a, at->b);
        s.a_end = at->a;
        s.b_end = at->b;
    }
    align(al, s, depth + 1);
}

void khct_in_align(khct_arena *arena, const khct_in_unit *a, size_t n, const khct_in_unit *b,
                   size_t m, uint32_t *partner)
{
    aligning al = {arena, a, b, partner};
    for (size_t i = 0; i < n; i++)
        partner[i] = KHCT_NONE;
    align(&al, (stretch){0, n, 0, m}, 0);
}

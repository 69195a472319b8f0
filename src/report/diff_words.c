/* Two texts, word by word. */
#include "report/diff.h"

enum { MOST_CELLS = 4 * 1000 * 1000 };

typedef KHCT_VEC(khct_str) words;

static words split(khct_arena *arena, khct_str text)
{
    words all = {0};
    for (size_t begin = 0; begin < text.n;) {
        size_t end = begin;
        while (end < text.n && text.p[end] != ' ' && text.p[end] != '\n')
            end++;
        if (end > begin)
            khct_push(arena, &all) = khct_str_sub(text, begin, end);
        begin = end + 1;
    }
    return all;
}

typedef struct writing {
    khct_arena *arena;
    khct_word_runs runs;
} writing;

/* A run of the words [from, to), which lie side by side in their text. */
static void put(writing *w, khct_word_change change, const words *all, size_t from, size_t to)
{
    if (from == to)
        return;
    const char *begin = all->at[from].p, *end = all->at[to - 1].p + all->at[to - 1].n;
    khct_push(w->arena, &w->runs) =
        (khct_word_run){change, (khct_str){begin, (size_t)(end - begin)}};
}

/* Between equal ends the longest common sequence. Single equal words between changes are taken
 * for changed: two runs read better than five. */
static void put_middle(writing *w, const words *a, const words *b, size_t from, size_t a_to,
                       size_t b_to)
{
    size_t n = a_to - from, m = b_to - from;
    uint32_t *length = khct_alloc_array(w->arena, (n + 1) * (m + 1), sizeof *length);
    for (size_t i = n; i-- > 0;)
        for (size_t k = m; k-- > 0;) {
            uint32_t *here = &length[i * (m + 1) + k];
            *here = khct_str_eq(a->at[from + i], b->at[from + k]) ? here[m + 2] + 1
                    : here[m + 1] > here[1]                       ? here[m + 1]
                                                                  : here[1];
        }
    enum { SHORTEST = 2 };
    size_t i = 0, k = 0, old = 0, new = 0; /* old, new: where the open change begins */
    while (i < n && k < m) {
        const uint32_t *here = &length[i * (m + 1) + k];
        if (!khct_str_eq(a->at[from + i], b->at[from + k])) {
            if (here[m + 1] >= here[1])
                i++;
            else
                k++;
            continue;
        }
        size_t run = 0;
        while (i + run < n && k + run < m &&
               khct_str_eq(a->at[from + i + run], b->at[from + k + run]))
            run++;
        if (run >= SHORTEST) {
            put(w, KHCT_WORD_GONE, a, from + old, from + i);
            put(w, KHCT_WORD_NEW, b, from + new, from + k);
            put(w, KHCT_WORD_SAME, b, from + k, from + k + run);
            old = i + run;
            new = k + run;
        }
        i += run;
        k += run;
    }
    put(w, KHCT_WORD_GONE, a, from + old, a_to);
    put(w, KHCT_WORD_NEW, b, from + new, b_to);
}

khct_word_runs khct_diff_words(khct_arena *arena, khct_str old, khct_str new)
{
    writing w = {.arena = arena};
    words a = split(arena, old), b = split(arena, new);
    size_t from = 0, a_to = a.n, b_to = b.n;
    while (from < a_to && from < b_to && khct_str_eq(a.at[from], b.at[from]))
        from++;
    while (a_to > from && b_to > from && khct_str_eq(a.at[a_to - 1], b.at[b_to - 1])) {
        a_to--;
        b_to--;
    }
    put(&w, KHCT_WORD_SAME, &b, 0, from);
    if ((a_to - from + 1) <= MOST_CELLS / (b_to - from + 1)) {
        put_middle(&w, &a, &b, from, a_to, b_to);
    } else {
        put(&w, KHCT_WORD_GONE, &a, from, a_to);
        put(&w, KHCT_WORD_NEW, &b, from, b_to);
    }
    put(&w, KHCT_WORD_SAME, &b, b_to, b.n);
    return w.runs;
}

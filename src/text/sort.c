#include "text/sort.h"

#include <string.h>

typedef struct sorting {
    size_t size;
    int (*compare)(const void *left, const void *right);
} sorting;

/* Two sorted runs, from `left` to `right` and from there to `end`, become one at `to`. */
static void merge(const sorting *s, char *to, const char *left, const char *right, const char *end)
{
    const char *middle = right;
    while (left < middle && right < end) {
        const char **from = s->compare(left, right) <= 0 ? &left : &right;
        memcpy(to, *from, s->size);
        *from += s->size;
        to += s->size;
    }
    size_t rest = (size_t)(middle - left);
    if (rest > 0)
        memcpy(to, left, rest);
    if (right < end)
        memcpy(to + rest, right, (size_t)(end - right));
}

static bool is_sorted(const sorting *s, const char *items, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (s->compare(items + (i - 1) * s->size, items + i * s->size) > 0)
            return false;
    return true;
}

void khct_sort(khct_arena *arena, void *items, size_t n, size_t size,
               int (*compare)(const void *left, const void *right))
{
    sorting s = {size, compare};
    if (n < 2 || is_sorted(&s, items, n))
        return;
    char *from = items, *to = khct_alloc_array(arena, n, size);
    for (size_t run = 1; run < n; run *= 2) {
        for (size_t i = 0; i < n; i += 2 * run) {
            size_t middle = n - i < run ? n : i + run, end = n - i < 2 * run ? n : i + 2 * run;
            merge(&s, to + i * size, from + i * size, from + middle * size, from + end * size);
        }
        char *other = from;
        from = to;
        to = other;
    }
    if (from != items)
        memcpy(items, from, n * size);
}

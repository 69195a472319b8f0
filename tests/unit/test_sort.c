/* The one sort: in order, and stable. */
#include "text/sort.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct item {
    int key, number;
} item;

static int by_key(const void *a, const void *b)
{
    const item *x = a, *y = b;
    return (x->key > y->key) - (x->key < y->key);
}

/* Every size up to 70, with few keys: many are alike. */
static void alike_stay(void **state)
{
    (void)state;
    khct_arena *arena = khct_arena_new();
    unsigned seed = 7;
    for (int n = 0; n < 70; n++)
        for (int keys = 1; keys < 9; keys += 3) {
            item items[70];
            for (int i = 0; i < n; i++) {
                seed = seed * 1103515245u + 12345u;
                items[i] = (item){(int)(seed >> 16) % keys, i};
            }
            khct_sort(arena, items, (size_t)n, sizeof items[0], by_key);
            for (int i = 1; i < n; i++) {
                assert_true(items[i - 1].key <= items[i].key);
                if (items[i - 1].key == items[i].key)
                    assert_true(items[i - 1].number < items[i].number);
            }
        }
    khct_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(alike_stay)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

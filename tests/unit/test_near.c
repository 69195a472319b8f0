/* Words that are nearly the same: the tables say what comparing each with each says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "text/near.h"

enum { COUNT = 400 };

/* Short words of few letters, so that many are near each other. */
static khct_str word_of(khct_arena *arena, uint32_t *seed)
{
    char bytes[8];
    *seed = *seed * 747796405u + 2891336453u;
    size_t n = *seed >> 29;
    for (size_t i = 0; i < n; i++)
        bytes[i] = (char)('a' + (*seed >> (3 * i + 4)) % 3);
    return khct_str_copy(arena, (khct_str){bytes, n});
}

static bool swapped(khct_str a, khct_str b)
{
    size_t at = 0;
    if (a.n != b.n)
        return false;
    while (at < a.n && a.p[at] == b.p[at])
        at++;
    return at + 1 < a.n && a.p[at] == b.p[at + 1] && a.p[at + 1] == b.p[at] &&
           memcmp(a.p + at + 2, b.p + at + 2, a.n - at - 2) == 0;
}

static bool longer(khct_str a, khct_str b) /* a has one more than b */
{
    size_t at = 0;
    if (a.n != b.n + 1)
        return false;
    while (at < b.n && a.p[at] == b.p[at])
        at++;
    return memcmp(a.p + at + 1, b.p + at, b.n - at) == 0;
}

static bool other(khct_str a, khct_str b)
{
    size_t apart = 0;
    if (a.n != b.n || a.n == 0)
        return false;
    for (size_t i = 0; i < a.n; i++)
        apart += a.p[i] != b.p[i];
    return apart <= 1;
}

static bool shorter(khct_str a, khct_str b)
{
    return longer(b, a);
}

static uint32_t first(const khct_str *words, khct_str word, bool (*is)(khct_str a, khct_str b))
{
    for (uint32_t i = 0; i < COUNT; i++)
        if (is(words[i], word))
            return i;
    return KHCT_NONE;
}

static void as_by_comparing(void *context)
{
    khct_arena *arena = context;
    khct_str words[COUNT];
    khct_near near = {0};
    uint32_t seed = 7, met = 0;
    for (uint32_t i = 0; i < COUNT; i++) {
        words[i] = word_of(arena, &seed);
        khct_near_add(arena, &near, words[i], i);
    }
    for (uint32_t i = 0; i < 4 * COUNT; i++) {
        khct_str word = word_of(arena, &seed);
        assert_int_equal(khct_near_same(&near, word), first(words, word, khct_str_eq));
        assert_int_equal(khct_near_swapped(&near, word), first(words, word, swapped));
        assert_int_equal(khct_near_longer(&near, word), first(words, word, longer));
        assert_int_equal(khct_near_shorter(&near, word), first(words, word, shorter));
        assert_int_equal(khct_near_other(&near, word), first(words, word, other));
        met += khct_near_other(&near, word) != KHCT_NONE;
    }
    assert_true(met > COUNT);
}

static void run(void (*work)(void *context))
{
    khct_arena *arena = khct_arena_new();
    assert_non_null(arena);
    assert_true(khct_try(arena, work, arena));
    khct_arena_free(arena);
}

static void test_near(void **state)
{
    (void)state;
    run(as_by_comparing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_near)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

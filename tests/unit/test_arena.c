/* Memory of an arena: zero, aligned, apart from other objects, and all gone at once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "text/arena.h"

#include <string.h>

static void hold(char *bytes, size_t n)
{
    assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
    for (size_t i = 0; i < n; i++)
        assert_int_equal(bytes[i], 0);
    memset(bytes, 0x5A, n);
#ifdef KHCT_ARENA_WATCHED
    assert_true(__asan_address_is_poisoned(bytes + n));
#endif
}

/* Sizes around a unit, and around the first and further blocks. */
static void fill(void *context)
{
    khct_arena *arena = context;
    static const size_t NEAR[] = {0,          1,     15,     16,      17,     4096,
                                  65536 - 64, 65536, 131072, 4194304, 5000000};
    size_t before = khct_arena_used(arena);
    for (size_t i = 0; i < sizeof NEAR / sizeof *NEAR; i++) {
        for (size_t n = NEAR[i] < 2 ? 0 : NEAR[i] - 2; n < NEAR[i] + 3; n++)
            hold(khct_alloc_bytes(arena, n), n);
        assert_true(khct_arena_used(arena) >= before + 5 * (NEAR[i] < 2 ? 0 : NEAR[i] - 2));
        before = khct_arena_used(arena);
    }
}

static void zero_again_after_reset(void **state)
{
    (void)state;
    khct_arena *arena = khct_arena_new();
    for (int i = 0; i < 3; i++) {
        assert_true(khct_try(arena, fill, arena));
        khct_arena_reset(arena);
        assert_int_equal(khct_arena_used(arena), 0);
    }
    khct_arena_free(arena);
}

static void grow(void *context)
{
    khct_arena *arena = context;
    KHCT_VEC(size_t) v = {0};
    for (size_t i = 0; i < 10000; i++)
        khct_push(arena, &v) = i;
    for (size_t i = 0; i < v.n; i++)
        assert_int_equal(v.at[i], i);
}

static void grows(void **state)
{
    (void)state;
    khct_arena *arena = khct_arena_new();
    assert_true(khct_try(arena, grow, arena));
    khct_arena_free(arena);
}

static size_t wanted;

static void ask(void *context)
{
    khct_alloc_bytes(context, wanted);
}

static void ask_array(void *context)
{
    khct_alloc_array(context, wanted, 16);
}

/* A size that cannot be had is a failure of khct_try, whatever adding to it would wrap to. */
static void too_large(void **state)
{
    (void)state;
    khct_arena *arena = khct_arena_new();
    for (wanted = SIZE_MAX; wanted > SIZE_MAX - 30; wanted--)
        assert_false(khct_try(arena, ask, arena));
    for (wanted = SIZE_MAX / 16 + 1; wanted < SIZE_MAX / 16 + 40; wanted++)
        assert_false(khct_try(arena, ask_array, arena));
    assert_true(khct_try(arena, grow, arena));
    khct_arena_free(arena);
}

/* Words that share a place of a table in one run do not in the next. */
static void salts_differ(void **state)
{
    (void)state;
    enum { FEW = 8 };
    khct_arena *arenas[FEW];
    for (size_t i = 0; i < FEW; i++) {
        arenas[i] = khct_arena_new();
        assert_int_equal(arenas[i]->salt & 1, 1);
        for (size_t k = 0; k < i; k++)
            assert_int_not_equal(arenas[i]->salt, arenas[k]->salt);
    }
    for (size_t i = 0; i < FEW; i++)
        khct_arena_free(arenas[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(zero_again_after_reset),
                                       cmocka_unit_test(grows), cmocka_unit_test(too_large),
                                       cmocka_unit_test(salts_differ)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

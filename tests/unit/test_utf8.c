/* Unicode where utf8proc alone would not do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "text/utf8.h"

#include <utf8proc.h>

/* A row of marks past all reason: its letters keep their order, none is lost. */
static void row_of_marks(void *context)
{
    khct_arena *arena = context;
    enum { MARKS = 100000 };
    char *text = khct_alloc_bytes(arena, 1 + 2 * MARKS);
    text[0] = 'a';
    for (size_t i = 0; i < MARKS; i++)
        memcpy(text + 1 + 2 * i, i % 2 == 0 ? "\xCC\x81" : "\xCC\xA3", 2);
    khct_str made = khct_nfc(arena, (khct_str){text, 1 + 2 * MARKS});
    assert_true(khct_str_starts(made, "\xE1\xBA\xA1")); /* ạ */
    assert_int_equal(
        khct_str_eq(khct_nfc(arena, khct_nfd(arena, KHCT_STR("ộ ẵ"))), KHCT_STR("ộ ẵ")), 1);
    assert_int_equal(made.n, 3 + 2 * (MARKS - 1));
}

static void test_marks(void **state)
{
    (void)state;
    khct_arena *arena = khct_arena_new();
    assert_non_null(arena);
    assert_true(khct_try(arena, row_of_marks, arena));
    khct_arena_free(arena);
}

/* What is known of Latin letters without a look at the tables is what these say. */
static void test_case(void **state)
{
    (void)state;
    for (int32_t c = 0x80; c < 0x3000; c++) {
        utf8proc_category_t kind = utf8proc_category(c);
        bool capital = kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LT ||
                       kind == UTF8PROC_CATEGORY_ND;
        bool letter = kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
        assert_int_equal(khct_is_capital_or_digit(c), capital);
        assert_int_equal(khct_is_letter(c), letter);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_marks), cmocka_unit_test(test_case)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

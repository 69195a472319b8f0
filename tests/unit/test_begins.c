/* What shows where a field starts: the rows of grammar/begins.def as the program reads them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "syntax/begins.h"

static void test_values(void **state)
{
    (void)state;
    static const struct {
        khct_keyword keyword;
        const char *behind;
        bool begins;
    } ROWS[] = {
        {KHCT_K_SO, " 14/KH", true},        {KHCT_K_SO, "\n  /KH", true},
        {KHCT_K_SO, " học sinh", false},    {KHCT_K_SO, ": x", true},
        {KHCT_K_NGAY, " 14/8", true},       {KHCT_K_NGAY, " ngày 14", true},
        {KHCT_K_NGAY, " càng", false},      {KHCT_K_TEN, " Trường", true},
        {KHCT_K_TEN, " \"Hoa\"", true},     {KHCT_K_TEN, " gọi", false},
        {KHCT_K_MAU, " cv5932;", true},     {KHCT_K_MAU, " cv5932 của", false},
        {KHCT_K_MAU, " ", false},           {KHCT_K_DUNG, " danh mục tt18", true},
        {KHCT_K_DUNG, " \"a.khct\"", true}, {KHCT_K_DUNG, " lúc", false},
        {KHCT_K_GIAIPHAP, " gì", true},     {KHCT_K_GIAIPHAP, "", true},
    };
    khct_arena *arena = khct_arena_new();
    khct_vocabulary *vocabulary = khct_vocabulary_new(arena);
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        assert_int_equal(
            khct_value_may_begin(vocabulary, ROWS[i].keyword, khct_str_of(ROWS[i].behind)),
            ROWS[i].begins);
    khct_arena_free(arena);
}

static void test_shows(void **state)
{
    (void)state;
    assert_true(khct_shows_keyword(KHCT_STR(": x")));
    assert_true(khct_shows_keyword(KHCT_STR("Đội")));
    assert_true(khct_shows_keyword(KHCT_STR("9 tháng")));
    assert_true(khct_shows_keyword(KHCT_STR("\"Hoa\"")));
    assert_false(khct_shows_keyword(KHCT_STR("với")));
    assert_false(khct_shows_keyword(KHCT_STR("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_shows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

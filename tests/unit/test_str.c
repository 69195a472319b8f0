/* Small questions to a text, at every length and place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "diag/render.h"
#include "text/lanes.h"

static void passes_over_a_run(void **state)
{
    (void)state;
    char bytes[64];
    for (size_t from = 0; from < 9; from++)
        for (size_t n = 0; n < 30; n++) {
            memset(bytes, 'x', sizeof bytes);
            memset(bytes + from, ' ', n);
            assert_ptr_equal(khct_after_run(bytes + from, ' '), bytes + from + n);
        }
    memset(bytes, 'x', sizeof bytes);
    bytes[3] = '!'; /* a bit away from a space */
    assert_ptr_equal(khct_after_run(bytes + 3, ' '), bytes + 3);
}

static void knows_signs_of_items(void **state)
{
    (void)state;
    static const char *const SIGNS[] = {
        "-", "–", "•", "*", "+", "—", "·", "●", "▪", "➢", "✓", "o", "\xEF\x82\xB7", "\xEF\x83\xBC"};
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++) {
        khct_str sign = khct_str_of(SIGNS[i]);
        char text[8] = {0};
        memcpy(text, sign.p, sign.n);
        text[sign.n] = ' ';
        assert_int_equal(khct_list_sign(sign), sign.n);
        assert_int_equal(khct_list_sign(khct_str_of(text)), sign.n);
        if (sign.n > 1)
            assert_int_equal(khct_list_sign(khct_str_sub(sign, 0, sign.n - 1)), 0);
    }
    static const char *const OTHERS[] = {"", "a", "“", "…", "ô", "Ω", " -", "\xEF\xBB\xBF"};
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
        assert_int_equal(khct_list_sign(khct_str_of(OTHERS[i])), 0);
}

/* Where a `#` begins a comment: the last one of each text. */
static void knows_comments(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool line, file, begins;
    } ROWS[] = {
        {"#", true, true, true},           {"#", false, true, false},
        {"  # a", true, true, true},       {"a # a", true, true, false},
        {"a; # a", false, true, true},     {"a;\u00A0#\ta", false, true, true},
        {"a\n # a", false, true, true},    {"a,#a", false, true, false},
        {"a\\; # a", false, true, false},  {"a\\; # a", false, false, true},
        {"a\\\\; # a", false, true, true}, {"a\\, # a", false, true, true},
        {"a\\>\n# a", false, true, true},  {"a: # a", false, true, false},
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        khct_str text = khct_str_of(ROWS[i].text);
        size_t at = khct_str_through_last(text, '#') - 1;
        assert_int_equal(khct_begins_comment(text, at, ROWS[i].line, ROWS[i].file), ROWS[i].begins);
    }
}

/* Each piece by its type; sixteen are the most. */
static void joins_pieces(void **state)
{
    (void)state;
    khct_arena *arena = khct_arena_new();
    assert_non_null(arena);
    const char *word = "mức ";
    uint16_t level = 2;
    assert_true(khct_str_is(KHCT_JOIN(arena, "a"), "a"));
    assert_true(
        khct_str_is(KHCT_JOIN(arena, word, level, ": ", KHCT_STR("x"), -7LL), "mức 2: x-7"));
    assert_true(khct_str_is(KHCT_JOIN(arena, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, ""),
                            "123456789101112131415"));
    khct_arena_free(arena);
    khct_out out;
    khct_out_to_memory(&out);
    KHCT_OUT(&out, word, level, KHCT_STR("; "));
    KHCT_SHOW(&out, "\x1b", KHCT_STR("a\x1b"), 3);
    assert_int_equal(khct_out_finish(&out), 0);
    assert_true(khct_str_is(khct_out_text(&out), "mức 2; \x1b"
                                                 "a\uFFFD3"));
    khct_out_release(&out);
}

static void codes_addresses(void **state)
{
    (void)state;
    khct_arena *arena = khct_arena_new();
    assert_non_null(arena);
    assert_true(
        khct_str_is(khct_percent(arena, KHCT_STR("Hiệu phó"), ""), "Hi%E1%BB%87u%20ph%C3%B3"));
    assert_true(
        khct_str_is(khct_percent(arena, KHCT_STR("\"><&#a=b"), ""), "%22%3E%3C%26%23a%3Db"));
    assert_true(khct_str_is(khct_percent(arena, KHCT_STR("a/b-1?\0"), "/-"), "a/b-1%3F%00"));
    khct_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(joins_pieces), cmocka_unit_test(codes_addresses),
        cmocka_unit_test(passes_over_a_run), cmocka_unit_test(knows_signs_of_items),
        cmocka_unit_test(knows_comments)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

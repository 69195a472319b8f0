/* The functions that write text into JSON, CSV and the language. */
#include "emit/khct/khct.h"
#include "syntax/vocabulary.h"
#include "text/csv.h"
#include "text/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static khct_out out;

static void begin(void)
{
    khct_out_release(&out);
    khct_out_to_memory(&out);
}

static void wrote(const char *want)
{
    assert_int_equal(khct_out_finish(&out), 0);
    khct_str got = khct_out_text(&out);
    if (!khct_str_is(got, want))
        fail_msg("wrote %.*s, not %s", KHCT_ARG(got), want);
}

static void json_is(khct_str text, const char *want)
{
    begin();
    khct_json_string(&out, text);
    wrote(want);
    if (strstr(want, "\xEF\xBF\xBD") != NULL)
        return;
    begin();
    khct_json_string_of_utf8(&out, text);
    wrote(want);
}

static void test_json(void **state)
{
    (void)state;
    json_is(KHCT_STR(""), "\"\"");
    json_is(KHCT_STR("Tiếng Việt có đủ dấu: ằẵặ"), "\"Tiếng Việt có đủ dấu: ằẵặ\"");
    json_is(KHCT_STR("a\"b\\c/d"), "\"a\\\"b\\\\c/d\"");
    json_is(KHCT_STR("\n\r\t\b\f\x01\x1F\x7F"), "\"\\n\\r\\t\\u0008\\u000c\\u0001\\u001f\\u007f\"");
    json_is(KHCT_STR("a\0b"), "\"a\\u0000b\"");
    json_is(KHCT_STR("\xE2\x80\xA8 – “”\xE2\x80\xA9"), "\"\\u2028 – “”\\u2029\"");
    json_is(KHCT_STR("😀 e\xCC\x82"), "\"😀 e\xCC\x82\"");
}

/* Each sign at each place of a word of eight bytes. */
static void test_json_places(void **state)
{
    (void)state;
    for (size_t at = 0; at < 20; at++) {
        char text[21] = "aaaaaaaaaaaaaaaaaaaa", want[32] = "\"aaaaaaaaaaaaaaaaaaaa";
        text[at] = '"';
        memcpy(want + 1 + at, "\\\"", 2);
        memset(want + 3 + at, 'a', 19 - at);
        memcpy(want + 22, "\"", 2);
        json_is((khct_str){text, 20}, want);
    }
}

static void test_json_invalid(void **state)
{
    (void)state;
    json_is(KHCT_STR("a\xFF"
                     "b"),
            "\"a\xEF\xBF\xBD"
            "b\"");
    json_is(KHCT_STR("\xE1\xBA"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
    json_is(KHCT_STR("\xC0\xAF"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
    json_is(KHCT_STR("\xED\xA0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
    json_is(KHCT_STR("\xF4\x90\x80\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

static void csv_is(khct_str text, const char *want)
{
    begin();
    khct_csv_cell(&out, text);
    wrote(want);
}

static void test_csv(void **state)
{
    (void)state;
    csv_is(KHCT_STR(""), "");
    csv_is(KHCT_STR("Hiệu trưởng"), "Hiệu trưởng");
    csv_is(KHCT_STR("a,b"), "\"a,b\"");
    csv_is(KHCT_STR("a\"b"), "\"a\"\"b\"");
    csv_is(KHCT_STR("a\nb"), "\"a\nb\"");
    csv_is(KHCT_STR("=1+1"), "\"'=1+1\"");
    csv_is(KHCT_STR("A;=1+1;B"), "\"A;'=1+1;B\"");
    csv_is(KHCT_STR("A;;+1"), "\"A;;'+1\"");
    csv_is(KHCT_STR("A; \"@x\""), "\"A;' \"\"@x\"\"\"");
    csv_is(KHCT_STR("A\t=1"), "\"A\t'=1\"");
    csv_is(KHCT_STR("A\n-1"), "\"A\n'-1\"");
    csv_is(KHCT_STR("A, -1"), "\"A, -1\"");
    csv_is(KHCT_STR("tổ A; tổ B"), "\"tổ A; tổ B\"");
    csv_is(KHCT_STR("＝1+1"), "\"'＝1+1\"");
    csv_is(KHCT_STR("−1+1"), "\"'−1+1\"");
    csv_is(KHCT_STR("A;－1"), "\"A;'－1\"");
    csv_is(KHCT_STR("\xE2\x80\x8B=1"), "\"'\xE2\x80\x8B=1\"");
    csv_is(KHCT_STR("\xEF\xBB\xBF\xC2\xA0@1"), "\"'\xEF\xBB\xBF\xC2\xA0@1\"");
    csv_is(KHCT_STR("@SUM(A1)"), "\"'@SUM(A1)\"");
    csv_is(KHCT_STR("-2"), "\"'-2\"");
    csv_is(KHCT_STR("a=b"), "a=b");
}

typedef struct escaping {
    khct_arena *arena;
    khct_vocabulary *vocabulary;
} escaping;

static void make_vocabulary(void *context)
{
    escaping *e = context;
    e->vocabulary = khct_vocabulary_new(e->arena);
}

static void escaped(const escaping *e, khct_str text, khct_piece_place place, const char *want)
{
    begin();
    khct_escape(&out, e->vocabulary, KHCT_B_TIEUCHI, text, place, false);
    wrote(want);
}

static void test_khct(void **state)
{
    (void)state;
    escaping e = {khct_arena_new(), NULL};
    assert_true(khct_try(e.arena, make_vocabulary, &e));
    khct_piece_place value = KHCT_VALUE_BEGIN, line = KHCT_LINE_BEGIN, head = KHCT_IN_HEADING;
    escaped(&e, KHCT_STR("Tổ chức họp; phối hợp với công an"), value,
            "Tổ chức họp; phối hợp với công an");
    escaped(&e, KHCT_STR("Trường A; B"), value, "Trường A; B");
    escaped(&e, KHCT_STR("họp; ghichu x"), value, "họp\\; ghichu x");
    escaped(&e, KHCT_STR("họp; ghi chú: x"), value, "họp\\; ghi chú: x");
    escaped(&e, KHCT_STR("họp; >"), value, "họp\\; \\>");
    escaped(&e, KHCT_STR("họp;"), value, "họp\\;");
    escaped(&e, KHCT_STR("< 1% và >= 60%"), value, "< 1% và >= 60%");
    escaped(&e, KHCT_STR("a > # b"), value, "a \\> \\# b");
    escaped(&e, KHCT_STR("> tieuchi"), line, "\\> tieuchi");
    escaped(&e, KHCT_STR("#Hoa C# a, # b"), value, "#Hoa C# a, \\# b");
    escaped(&e, KHCT_STR("# a"), value, "# a");
    escaped(&e, KHCT_STR("# a"), line, "\\# a");
    escaped(&e, KHCT_STR("a\\b \\; \\"), value, "a\\b \\\\; \\\\");
    escaped(&e, KHCT_STR("\"\"\"a\"\"\""), value, "\\\"\"\"a\"\"\"");
    escaped(&e, KHCT_STR("a; b < c > d"), head, "a\\; b \\< c \\> d");
    khct_arena_free(e.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_json),         cmocka_unit_test(test_json_places),
        cmocka_unit_test(test_json_invalid), cmocka_unit_test(test_csv),
        cmocka_unit_test(test_khct),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    khct_out_release(&out);
    return failed;
}

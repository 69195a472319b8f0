/* JSON as text: what is escaped, what is copied in runs, how values are set apart. */
#include "text/json.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static khct_out left, right;

/* Both ways of writing a text must agree; `behind` bytes stand in the buffer before it. */
static void agree(khct_str s, size_t behind)
{
    khct_out_to_memory(&left);
    khct_out_to_memory(&right);
    for (size_t i = 0; i < behind; i++) {
        khct_out_char(&left, '.');
        khct_out_char(&right, '.');
    }
    khct_json_string(&left, s);
    khct_json_string_of_utf8(&right, s);
    assert_int_equal(khct_out_finish(&left), 0);
    assert_int_equal(khct_out_finish(&right), 0);
    khct_str a = khct_out_text(&left), b = khct_out_text(&right);
    assert_int_equal(a.n, b.n);
    assert_memory_equal(a.p, b.p, a.n);
    khct_out_release(&left);
    khct_out_release(&right);
}

static void the_fast_way_escapes_what_the_slow_way_does(void **state)
{
    (void)state;
    static const char *const SIGNS[] = {"\"",   "\\",     "\n",     "\t", "\x01", "\x1f",
                                        "\x7f", "\u2028", "\u2029", "–",  "“",    "…",
                                        "ệ",    "đ",      "😀",      "€",  " "};
    for (size_t n = 0; n < 70; n++)
        for (size_t at = 0; at <= n; at++)
            for (size_t k = 0; k < sizeof SIGNS / sizeof SIGNS[0]; k++) {
                /* a copy of the right size, so that a sanitizer sees a step beyond its end */
                size_t length = strlen(SIGNS[k]), size = n + length;
                char *p = malloc(size);
                assert_non_null(p);
                memset(p, 'a', size);
                memcpy(p + at, SIGNS[k], length);
                agree((khct_str){p, size}, 0);
                free(p);
            }
}

static void a_text_may_meet_the_end_of_the_buffer_anywhere(void **state)
{
    (void)state;
    khct_str text =
        KHCT_STR("Tổ “Xã hội” – học\tsinh tiêu biểu, \"điểm\" \\ \x02 rất dài, rất dài");
    for (size_t behind = KHCT_OUT_BUFFER - 120; behind <= KHCT_OUT_BUFFER; behind++)
        agree(text, behind);
}

static void long_texts_pass_through_in_pieces(void **state)
{
    (void)state;
    enum { MOST = 100000 };
    char *p = malloc(MOST);
    assert_non_null(p);
    for (size_t n = 4000; n < MOST; n = n * 3 / 2) {
        for (size_t i = 0; i + 3 <= n; i += 3)
            memcpy(p + i, "\xE1\xBB\x87", 3);
        agree((khct_str){p, n - n % 3}, 7);
        memset(p, '"', n);
        agree((khct_str){p, n}, 7);
        memset(p, 'x', MOST);
        memcpy(p + 4095, "\u2028", 3);
        agree((khct_str){p, n < 4098 ? 4098 : n}, 7);
    }
    free(p);
}

static void nested(khct_json_writer *w, unsigned depth)
{
    khct_json_made_key key = khct_json_make_key(w, "trong");
    khct_json_object(w);
    if (depth > 0) {
        khct_json_put_key(w, &key);
        nested(w, depth - 1);
    }
    khct_json_end_object(w);
}

/* However deep, each line is indented by two more, up to 64 levels. */
static void depth_is_shown_by_indentation(void **state)
{
    (void)state;
    enum { DEPTH = 80 };
    khct_out_to_memory(&left);
    khct_json_writer w = khct_json_writer_of(&left, true);
    nested(&w, DEPTH);
    khct_out_finish(&left);
    khct_str text = khct_out_text(&left);
    size_t line = 0;
    for (size_t at = 0; at < text.n; line++) {
        size_t end = at + khct_str_find(khct_str_sub(text, at, text.n), KHCT_STR("\n"));
        size_t spaces = 0;
        while (text.p[at + spaces] == ' ')
            spaces++;
        size_t depth = line <= DEPTH ? line : 2 * DEPTH - line;
        assert_int_equal(spaces, 2 * (depth < 64 ? depth : 64));
        at = end + 1;
    }
    assert_int_equal(line, 2 * DEPTH + 1);
    khct_out_release(&left);
}

static void put_all(khct_json_writer *w)
{
    khct_json_made_key key = khct_json_make_key(w, "so");
    khct_json_object(w);
    khct_json_put_key(w, &key);
    khct_json_row(w);
    khct_json_int(w, INT64_MIN);
    khct_json_int(w, 0);
    khct_json_int(w, INT64_MAX);
    khct_json_end_row(w);
    khct_json_key(w, KHCT_STR("khac"));
    khct_json_list(w);
    khct_json_end_list(w);
    khct_json_key(w, KHCT_STR("gom"));
    khct_json_list(w);
    khct_json_bool(w, true);
    khct_json_null(w);
    khct_json_ready(w, "\"1.7\"           ", 5);
    khct_json_end_list(w);
    khct_json_end_object(w);
    khct_json_finish(w);
}

static void values_are_set_apart(void **state)
{
    (void)state;
    static const char PRETTY[] = "{\n"
                                 "  \"so\": [-9223372036854775808, 0, 9223372036854775807],\n"
                                 "  \"khac\": [],\n"
                                 "  \"gom\": [\n"
                                 "    true,\n"
                                 "    null,\n"
                                 "    \"1.7\"\n"
                                 "  ]\n"
                                 "}\n";
    static const char COMPACT[] =
        "{\"so\":[-9223372036854775808,0,9223372036854775807],\"khac\":[],"
        "\"gom\":[true,null,\"1.7\"]}\n";
    for (int pretty = 0; pretty < 2; pretty++) {
        khct_out_to_memory(&left);
        khct_json_writer w = khct_json_writer_of(&left, pretty);
        put_all(&w);
        khct_out_finish(&left);
        khct_str text = khct_out_text(&left);
        const char *expected = pretty ? PRETTY : COMPACT;
        assert_int_equal(text.n, strlen(expected));
        assert_memory_equal(text.p, expected, text.n);
        khct_out_release(&left);
    }
}

/* What is written goes on: 64 MB leave the writer as large as it was. */
static void nothing_is_kept(void **state)
{
    (void)state;
    enum { TIMES = 1 << 18, SIZE = 256 };
    char name[] = "/tmp/khct-json-XXXXXX", text[SIZE];
    int fd = mkstemp(name);
    assert_true(fd >= 0);
    unlink(name);
    memset(text, 'v', sizeof text);
    khct_out_to_fd(&left, fd);
    khct_json_writer w = khct_json_writer_of(&left, false);
    khct_json_list(&w);
    for (int i = 0; i < TIMES; i++) {
        khct_json_text(&w, (khct_str){text, sizeof text});
        assert_true(left.n <= KHCT_OUT_BUFFER);
    }
    khct_json_end_list(&w);
    assert_int_equal(khct_out_finish(&left), 0);
    assert_null(left.memory);
    struct stat status;
    assert_int_equal(fstat(fd, &status), 0);
    assert_int_equal(status.st_size, (off_t)TIMES * (SIZE + 3) + 1);
    close(fd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_fast_way_escapes_what_the_slow_way_does),
        cmocka_unit_test(a_text_may_meet_the_end_of_the_buffer_anywhere),
        cmocka_unit_test(long_texts_pass_through_in_pieces),
        cmocka_unit_test(depth_is_shown_by_indentation),
        cmocka_unit_test(values_are_set_apart),
        cmocka_unit_test(nothing_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Text in HTML: whatever it holds, it stays text, wherever in a block of 16 bytes it stands. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "emit/html/text.h"

static khct_out out;

static const char *written(khct_str text, void (*write)(khct_out *, khct_str))
{
    static char result[4096];
    khct_out_to_memory(&out);
    write(&out, text);
    assert_int_equal(khct_out_finish(&out), 0);
    khct_str got = khct_out_text(&out);
    assert_true(got.n < sizeof result);
    memcpy(result, got.p, got.n);
    result[got.n] = '\0';
    khct_out_release(&out);
    return result;
}

static const char *html(const char *text)
{
    return written(khct_str_of(text), khct_html_text);
}

static void markup(void **state)
{
    (void)state;
    assert_string_equal(html(""), "");
    assert_string_equal(html("Tiêu chí 1.7 – giữ mức 2"), "Tiêu chí 1.7 – giữ mức 2");
    assert_string_equal(html("<script>alert(1)</script>"), "&lt;script&gt;alert(1)&lt;/script&gt;");
    assert_string_equal(html("\"onload='x' & ]]>"), "&quot;onload=&#39;x&#39; &amp; ]]&gt;");
    assert_string_equal(html("&lt;"), "&amp;lt;");
    assert_string_equal(html("a\tb\nc"), "a\tb\nc");
}

static void signs(void **state)
{
    (void)state;
    assert_string_equal(html("a\u202Eb\u202Cc"), "a\uFFFDb\uFFFDc");
    assert_string_equal(html("\u2066\u2069\u200E\u200F\u061C"), "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
    assert_string_equal(html("\x01\x7F\xC2\x85"), "\uFFFD\uFFFD\uFFFD");
    assert_string_equal(html("\u00A0… “é” \u200B"), "\u00A0… “é” \u200B");
}

/* Each special character at each place of text longer than a block. */
static void places(void **state)
{
    (void)state;
    static const char *const PAIRS[][2] = {{"<", "&lt;"},  {"&", "&amp;"},
                                           {"'", "&#39;"}, {"\xE2\x80\xAE", "\xEF\xBF\xBD"},
                                           {"ệ", "ệ"},     {"…", "…"}};
    for (size_t i = 0; i < sizeof PAIRS / sizeof PAIRS[0]; i++)
        for (int before = 0; before < 40; before++)
            for (int after = 0; after < 40; after += 13) {
                char text[128], want[128];
                snprintf(text, sizeof text, "%.*s%s%.*s", before,
                         "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", PAIRS[i][0], after,
                         "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb");
                snprintf(want, sizeof want, "%.*s%s%.*s", before,
                         "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", PAIRS[i][1], after,
                         "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb");
                assert_string_equal(html(text), want);
            }
}

/* A character among plain ones, at each place of two blocks and a rest: written as if it stood
 * alone. */
static void among_plain(const char *alone)
{
    static const char PLAIN[] =
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    char text[256], wanted[256], sign[64];
    memcpy(sign, html(alone), sizeof sign); /* out of a larger buffer */
    for (int n = 1; n <= 70; n += n < 40 ? 1 : 7)
        for (int at = 0; at < n; at++) {
            snprintf(text, sizeof text, "%.*s%s%.*s", at, PLAIN, alone, n - at - 1, PLAIN);
            snprintf(wanted, sizeof wanted, "%.*s%s%.*s", at, PLAIN, sign, n - at - 1, PLAIN);
            assert_string_equal(html(text), wanted);
        }
}

static void bytes(void **state)
{
    (void)state;
    for (int b = 1; b < 0x80; b++) {
        char alone[] = {(char)b, '\0'};
        among_plain(alone);
    }
    /* the first of each row of characters of two, three and four bytes */
    for (int first = 0xC2; first < 0xF5; first++) {
        char alone[] = {(char)first,
                        first == 0xE0   ? '\xA0'
                        : first == 0xF0 ? '\x90'
                                        : '\x80',
                        '\0', '\0', '\0'};
        if (first >= 0xE0)
            alone[2] = '\x80';
        if (first >= 0xF0)
            alone[3] = '\x80';
        among_plain(alone);
    }
    among_plain("\xE2\x80\xAE");
    among_plain("ộ");
}

static void cuts(void **state)
{
    (void)state;
    assert_true(khct_str_is(khct_html_cut(KHCT_STR("một hai"), 20), "một hai"));
    assert_true(khct_str_is(khct_html_cut(KHCT_STR("abc def ghi"), 8), "abc def"));
    assert_true(khct_str_is(khct_html_cut(KHCT_STR("ệệệệệệ"), 8), "ệệ"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(markup), cmocka_unit_test(signs),
                                       cmocka_unit_test(places), cmocka_unit_test(bytes),
                                       cmocka_unit_test(cuts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

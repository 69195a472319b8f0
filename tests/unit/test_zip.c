/* ZIP archives and XML text. */
#include "text/xml.h"
#include "text/zip.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <zlib.h>

#include <cmocka.h>

static khct_arena *arena;

static uint32_t number(const char *p, unsigned bytes)
{
    uint32_t all = 0;
    for (unsigned i = bytes; i > 0; i--)
        all = all << 8 | (unsigned char)p[i - 1];
    return all;
}

/* An archive of two parts, the second of `n` bytes. */
typedef struct made {
    khct_out out;
    size_t n;
} made;

static void make(void *context)
{
    made *m = context;
    khct_out_to_memory(&m->out);
    khct_zip *zip = khct_zip_new(arena, &m->out);
    khct_out_cstr(khct_zip_part(zip, KHCT_STR("a.txt")), "một");
    khct_out *second = khct_zip_part(zip, KHCT_STR("thư mục/b.txt"));
    for (size_t i = 0; i < m->n; i++)
        khct_out_char(second, (char)('a' + i * i % 23));
    khct_zip_end(zip);
    assert_int_equal(khct_out_finish(&m->out), 0);
}

/* The entry of part `at` in the directory. */
static const char *entry(khct_str all, unsigned at)
{
    const char *end = all.p + all.n - 22;
    assert_int_equal(number(end, 4), 0x06054b50);
    assert_int_equal(number(end + 10, 2), 2);
    const char *p = all.p + number(end + 16, 4);
    assert_ptr_equal(p + number(end + 12, 4), end);
    for (; at > 0; at--)
        p += 46 + number(p + 28, 2);
    assert_int_equal(number(p, 4), 0x02014b50);
    return p;
}

static void is_part(khct_str all, unsigned at, const char *name, khct_str content)
{
    const char *p = entry(all, at), *local = all.p + number(p + 42, 4);
    uint32_t packed = number(p + 20, 4);
    assert_int_equal(number(p + 24, 4), content.n);
    assert_int_equal(number(p + 16, 4), crc32(0, (const Bytef *)content.p, (uInt)content.n));
    assert_int_equal(number(local, 4), 0x04034b50);
    assert_int_equal(number(p + 28, 2), strlen(name));
    assert_memory_equal(p + 46, name, strlen(name));
    assert_memory_equal(local + 30, name, strlen(name));
    char *back = khct_alloc_bytes(arena, content.n + 1);
    z_stream stream = {.next_in = (z_const Bytef *)(local + 30 + strlen(name)),
                       .avail_in = packed,
                       .next_out = (Bytef *)back,
                       .avail_out = (uInt)content.n + 1};
    assert_int_equal(inflateInit2(&stream, -MAX_WBITS), Z_OK);
    assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
    assert_int_equal(stream.total_out, content.n);
    assert_int_equal(inflateEnd(&stream), Z_OK);
    assert_memory_equal(back, content.p, content.n);
}

static void test_parts(void **state)
{
    (void)state;
    static const size_t SIZES[] = {0, 1, 32 * 1024, 300 * 1000};
    for (size_t i = 0; i < sizeof SIZES / sizeof SIZES[0]; i++) {
        static made one, two;
        one.n = two.n = SIZES[i];
        assert_true(khct_try(arena, make, &one));
        assert_true(khct_try(arena, make, &two));
        char *content = khct_alloc_bytes(arena, SIZES[i] + 1);
        for (size_t k = 0; k < SIZES[i]; k++)
            content[k] = (char)('a' + k * k % 23);
        khct_str all = khct_out_text(&one.out);
        is_part(all, 0, "a.txt", KHCT_STR("một"));
        is_part(all, 1, "thư mục/b.txt", (khct_str){content, SIZES[i]});
        assert_true(khct_str_eq(all, khct_out_text(&two.out)));
        khct_out_release(&one.out);
        khct_out_release(&two.out);
    }
}

static void xml_is(const char *text, size_t n, const char *want)
{
    khct_out out;
    khct_out_to_memory(&out);
    khct_xml_text(&out, (khct_str){text, n});
    assert_int_equal(khct_out_finish(&out), 0);
    khct_str got = khct_out_text(&out);
    if (!khct_str_is(got, want))
        fail_msg("wrote %.*s, not %s", KHCT_ARG(got), want);
    khct_out_release(&out);
}

static void test_xml(void **state)
{
    (void)state;
    xml_is("Tự đánh giá", strlen("Tự đánh giá"), "Tự đánh giá");
    xml_is("a<b>&\"c'", 8, "a&lt;b&gt;&amp;&quot;c'");
    xml_is("\0\x01\x1f\t\n", 5, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\t\n");
    xml_is("\xEF\xBF\xBE|\xEF\xBF\xBF", 7, "\xEF\xBF\xBD|\xEF\xBF\xBD");
    xml_is("\xC3", 1, "\xEF\xBF\xBD");
    xml_is("\xEF\xBF\xBD", 3, "\xEF\xBF\xBD");
    xml_is("]]>", 3, "]]&gt;");
    xml_is("", 0, "");
}

int main(void)
{
    arena = khct_arena_new();
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_parts), cmocka_unit_test(test_xml)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    khct_arena_free(arena);
    return failed;
}

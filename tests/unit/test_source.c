/* Lines, counted anew from the first byte, held against what is looked up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "text/source.h"

static void hold(khct_arena *arena, khct_str text)
{
    khct_sources sources = {.arena = arena};
    uint32_t file = khct_source_add(&sources, KHCT_STR("a"), text), line = 1;
    size_t begin = 0;
    text = khct_source_at(&sources, (khct_span){file, 0, 0})->text; /* a lone CR is an LF there */
    for (size_t at = 0; at <= text.n; at++) {
        assert_true(text.p[at] != '\r' || text.p[at + 1] == '\n');
        assert_int_equal(khct_source_line(&sources, file, (uint32_t)at), line);
        if (at < text.n && text.p[at] != '\n')
            continue;
        khct_span span = khct_source_line_span(&sources, file, line);
        assert_int_equal(span.begin, begin);
        assert_int_equal(span.end, at > begin && text.p[at - 1] == '\r' ? at - 1 : at);
        begin = at + 1;
        line++;
    }
    khct_span none = khct_source_line_span(&sources, file, line);
    assert_int_equal(none.begin, text.n);
    assert_int_equal(none.end, text.n);
    assert_int_equal(khct_source_line_span(&sources, file, 0).begin, text.n);
}

static void work(void *context)
{
    khct_arena *arena = context;
    enum { MOST = 1000 };
    char bytes[MOST];
    for (unsigned every = 1; every < MOST; every = every * 3 / 2 + 1)
        for (size_t n = 0; n < MOST; n += n < 300 ? 1 : 37) {
            for (size_t i = 0; i < n; i++)
                bytes[i] = i % every == every - 1 ? '\n' : i % every == every / 2 ? '\r' : 'x';
            hold(arena, (khct_str){bytes, n});
        }
}

static void finds_every_line(void **state)
{
    (void)state;
    khct_arena *arena = khct_arena_new();
    assert_true(khct_try(arena, work, arena));
    khct_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(finds_every_line)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

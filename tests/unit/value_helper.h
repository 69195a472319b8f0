/* A value on its own in a file, and the reader that reads it. */
#ifndef KHCT_TESTS_VALUE_HELPER_H
#define KHCT_TESTS_VALUE_HELPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "value/reader.h"

typedef struct desk {
    khct_arena *arena;
    khct_sources sources;
    khct_diags diags;
    khct_reader reader;
} desk;

static inline desk *desk_new(void)
{
    khct_arena *arena = khct_arena_new();
    assert_non_null(arena);
    desk *d = khct_alloc(arena, sizeof *d);
    d->arena = arena;
    d->sources.arena = arena;
    d->diags.arena = arena;
    d->diags.sources = &d->sources;
    d->reader = khct_reader_of(&d->diags, khct_lexicon_new(arena));
    return d;
}

static inline void desk_free(desk *d)
{
    khct_arena_free(d->arena);
}

/* Puts the value into a file of its own (with something before it) and forgets old diagnostics. */
static inline khct_span desk_put(desk *d, const char *value)
{
    khct_str lead = KHCT_STR("  x ");
    khct_str text = khct_str_cat(d->arena, lead, khct_str_of(value));
    uint32_t source = khct_source_add(&d->sources, KHCT_STR("t.khct"), text);
    d->diags.list.n = 0;
    return (khct_span){source, (uint32_t)lead.n, (uint32_t)text.n};
}

/* "KH1009 KH4009" of what was reported, in order; "" for nothing. */
static inline const char *desk_codes(const desk *d)
{
    khct_str all = KHCT_STR("");
    for (size_t i = 0; i < d->diags.list.n; i++) {
        const char *number = khct_code_at(d->diags.list.at[i]->code)->number;
        khct_str code =
            khct_str_cat(d->arena, khct_str_of(i > 0 ? " KH" : "KH"), khct_str_of(number));
        all = khct_str_cat(d->arena, all, code);
    }
    return khct_cstr(d->arena, all);
}

#define CHECK_STR(got, wanted) assert_string_equal(khct_cstr(d->arena, got), wanted)

#endif

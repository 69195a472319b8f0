/* A plan from a text: plan, work and page, as `khct build` makes them. */
#ifndef KHCT_TESTS_PLAN_HELPER_H
#define KHCT_TESTS_PLAN_HELPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "compile/compile.h"

typedef struct planned {
    khct_arena *arena; /* of all below; khct_arena_free ends it */
    khct_sources sources;
    khct_diags diags;
    khct_loader loader;
    khct_library *library;
    const char *text;
    khct_plan *plan;
    khct_work *work;
    khct_page *page;
} planned;

static inline void plan_make(void *context)
{
    planned *p = context;
    khct_document *document =
        khct_load_text(&p->loader, KHCT_STR("vi-du.khct"), khct_str_of(p->text), false);
    p->plan = khct_plan_make(p->library, document, KHCT_STR("vi-du.khct"));
    p->work = khct_work_make(p->plan, KHCT_NO_DATE);
    khct_check_plan(p->plan, p->work);
    p->page = khct_page_make(p->work);
}

static inline void plan_make_in_library(void *context)
{
    planned *p = context;
    assert_true(khct_try(p->arena, plan_make, p));
}

static inline void plan_read(planned *p, khct_library *library, const char *text)
{
    *p = (planned){.arena = khct_arena_new(), .library = library, .text = text};
    p->sources.arena = p->arena;
    p->sources.library = &library->sources;
    p->diags.arena = p->arena;
    p->diags.sources = &p->sources;
    p->loader = (khct_loader){.diags = &p->diags, .vocabulary = library->vocabulary};
    assert_true(khct_try(library->arena, plan_make_in_library, p));
}

#endif

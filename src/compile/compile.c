#include "compile/compile.h"

#include "syntax/bytes.h"

#include <stdlib.h>

static void compile(void *context)
{
    khct_compilation *c = context;
    khct_loader loader = {.diags = &c->diags,
                          .vocabulary = c->library->vocabulary,
                          .root = c->options->root,
                          .overlay = c->options->overlay,
                          .name = c->options->name,
                          .bundle = c->options->bundle,
                          .conversion = c->options->conversion};
    c->document = khct_load(&loader, c->path);
    if (c->document->files.n > 0) {
        khct_plan *plan = khct_plan_make(c->library, c->document, khct_str_of(c->path));
        c->work = khct_work_make(plan, c->options->today);
        khct_check_plan(plan, c->work);
        c->plan = plan;
    }
    khct_join_unseen(&c->diags);
    /* a library of the user's own may be wrong: said with the plan that uses it */
    for (size_t i = 0; i < c->library->diags.list.n; i++)
        khct_push(c->arena, &c->diags.list) = c->library->diags.list.at[i];
    khct_diags_settle(&c->diags);
}

bool khct_compilation_try(khct_compilation *compilation, void (*work)(void *context), void *context)
{
    khct_arena *const arenas[] = {compilation->library->arena, compilation->arena, NULL};
    return khct_try_all(arenas, work, context);
}

/* Before the first phase. */
static void set_up(khct_compilation *c, khct_arena *arena, khct_library *library, const char *path,
                   const khct_compile_options *options)
{
    c->arena = arena;
    c->sources.arena = arena;
    c->sources.library = &library->sources;
    c->diags.arena = arena;
    c->diags.sources = &c->sources;
    c->diags.switches = options->switches;
    c->library = library;
    c->path = path;
    c->options = options;
}

khct_compilation *khct_compile_within(khct_library *library, const char *path,
                                      const khct_compile_options *options)
{
    khct_compilation *c = khct_alloc(library->arena, sizeof *c);
    set_up(c, library->arena, library, path, options);
    compile(c);
    return c;
}

khct_compilation *khct_compile(khct_library *library, const char *path,
                               const khct_compile_options *options)
{
    khct_compilation *c = calloc(1, sizeof *c);
    khct_arena *arena = khct_arena_new();
    if (c == NULL || arena == NULL) {
        free(c);
        khct_arena_free(arena);
        return NULL;
    }
    set_up(c, arena, library, path, options);
    if (!khct_compilation_try(c, compile, c)) {
        c->no_memory = true;
        c->document = NULL;
        c->plan = NULL;
        c->work = NULL;
    }
    return c;
}

void khct_compilation_free(khct_compilation *compilation)
{
    if (compilation == NULL)
        return;
    khct_arena_free(compilation->arena);
    free(compilation);
}

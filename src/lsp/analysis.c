#include "lsp/analysis.h"

#include "lsp/server.h"

#include <stdlib.h>

enum { SPARE = 4 }; /* analyses kept that no open text needs */

static bool text_of(void *context, const char *path, khct_str *text)
{
    const khct_server *server = context;
    const khct_open_text *open = khct_open_by_path(&server->open, path);
    if (open == NULL)
        return false;
    *text = khct_open_str(open);
    return true;
}

/* --- one analysis --- */

static void forget(khct_analysis *analysis)
{
    khct_compilation_free(analysis->compilation);
    analysis->compilation = NULL;
    analysis->lines = NULL;
}

static void free_analysis(khct_analysis *analysis)
{
    forget(analysis);
    khct_paths_free(&analysis->published);
    free((void *)analysis->options.overlay);
    free(analysis->path);
    free(analysis);
}

static khct_analysis *new_analysis(khct_server *server, const char *path)
{
    khct_analysis *analysis = calloc(1, sizeof *analysis);
    khct_overlay *overlay = calloc(1, sizeof *overlay);
    if (analysis == NULL || overlay == NULL || (analysis->path = strdup(path)) == NULL) {
        free(analysis);
        free(overlay);
        return NULL;
    }
    *overlay = (khct_overlay){server, text_of};
    const char *slash = strrchr(analysis->path, '/');
    analysis->options = (khct_compile_options){.root = server->options.root,
                                               .overlay = overlay,
                                               .switches = server->options.switches,
                                               .name = slash == NULL ? analysis->path : slash + 1};
    analysis->stale = true;
    return analysis;
}

static khct_analysis *find(const khct_server *server, const char *path)
{
    for (size_t i = 0; i < server->analyses.n; i++)
        if (strcmp(server->analyses.at[i]->path, path) == 0)
            return server->analyses.at[i];
    return NULL;
}

static khct_analysis *find_or_add(khct_server *server, const char *path)
{
    khct_analyses *all = &server->analyses;
    khct_analysis *analysis = find(server, path);
    if (analysis != NULL)
        return analysis;
    analysis = khct_room(all, 1) ? new_analysis(server, path) : NULL;
    if (analysis != NULL)
        all->at[all->n++] = analysis;
    return analysis;
}

bool khct_analysis_try(khct_server *server, khct_analysis *analysis, void (*work)(void *context),
                       void *context)
{
    khct_arena *const arenas[] = {server->library->arena, analysis->compilation->arena,
                                  server->scratch, NULL};
    bool done = khct_try_all(arenas, work, context);
    if (!done) {
        forget(analysis);
        analysis->stale = true;
    }
    return done;
}

static void make_lines(void *context)
{
    khct_analysis *analysis = context;
    khct_compilation *c = analysis->compilation;
    analysis->lines = khct_alloc_array(c->arena, c->sources.files.n + 1, sizeof *analysis->lines);
    for (size_t i = 0; i < c->sources.files.n; i++)
        analysis->lines[i] = khct_lines_of(c->arena, c->sources.files.at[i].text);
}

static bool compile(khct_server *server, khct_analysis *analysis)
{
    forget(analysis);
    analysis->options.today = khct_lsp_today(server); /* a server may run for days */
    khct_compilation *c = khct_compile(server->library, analysis->path, &analysis->options);
    if (c == NULL || c->no_memory) {
        khct_compilation_free(c);
        return false;
    }
    analysis->compilation = c;
    if (!khct_analysis_try(server, analysis, make_lines, analysis))
        return false;
    analysis->stale = false;
    analysis->told = false;
    analysis->serial = ++server->analyses.clock;
    return true;
}

/* --- all of them --- */

uint32_t khct_analysis_source(const khct_analysis *analysis, const char *path)
{
    const khct_document *document =
        analysis->compilation == NULL ? NULL : analysis->compilation->document;
    for (size_t i = 0; document != NULL && i < document->files.n; i++)
        if (khct_str_is(document->files.at[i].path, path))
            return document->files.at[i].tree->source;
    return KHCT_NO_SOURCE;
}

void khct_analyses_touch(khct_server *server, const char *path)
{
    for (size_t i = 0; i < server->analyses.n; i++) {
        khct_analysis *analysis = server->analyses.at[i];
        bool whole = path == NULL || strcmp(analysis->path, path) == 0;
        /* one that looks for a file in vain may find it now: asked of the workspace */
        if (whole || khct_analysis_source(analysis, path) != KHCT_NO_SOURCE ||
            khct_workspace_uses(&server->workspace, analysis->path, path))
            analysis->stale = true;
    }
    server->pending = true;
}

khct_analysis *khct_analysis_plan(khct_server *server, const char *path)
{
    khct_analysis *analysis = find_or_add(server, path);
    if (analysis == NULL)
        return NULL;
    analysis->used = ++server->analyses.clock;
    if ((analysis->stale || analysis->compilation == NULL) && !compile(server, analysis))
        return NULL;
    return analysis;
}

khct_analysis *khct_analysis_of(khct_server *server, const char *path)
{
    const char *plan = khct_workspace_plan(server, path);
    khct_analysis *analysis = khct_analysis_plan(server, plan);
    if (analysis != NULL && plan != path && khct_analysis_source(analysis, path) == KHCT_NO_SOURCE)
        return khct_analysis_plan(server, path); /* it only seemed to use it */
    return analysis;
}

khct_analysis *khct_analysis_stale(khct_server *server, const char *path)
{
    khct_analysis *analysis = find(server, khct_workspace_plan(server, path));
    return analysis == NULL || analysis->compilation == NULL ? NULL : analysis;
}

static bool needed(const khct_server *server, const khct_analysis *analysis)
{
    if (analysis->published.n > 0 || khct_open_by_path(&server->open, analysis->path) != NULL)
        return true;
    for (size_t i = 0; i < server->open.n; i++)
        if (khct_analysis_source(analysis, server->open.at[i]->path) != KHCT_NO_SOURCE)
            return true;
    return false;
}

void khct_analyses_trim(khct_server *server)
{
    khct_analyses *all = &server->analyses;
    for (;;) {
        size_t spare = 0, oldest = 0;
        for (size_t i = 0; i < all->n; i++)
            if (!needed(server, all->at[i])) {
                if (spare == 0 || all->at[i]->used < all->at[oldest]->used)
                    oldest = i;
                spare++;
            }
        if (spare <= SPARE)
            return;
        free_analysis(all->at[oldest]);
        all->at[oldest] = all->at[--all->n];
    }
}

void khct_analyses_release(khct_server *server)
{
    for (size_t i = 0; i < server->analyses.n; i++)
        free_analysis(server->analyses.at[i]);
    free(server->analyses.at);
    server->analyses = (khct_analyses){0};
}

/* --- lines --- */

static const khct_lines *library_lines(khct_server *server, uint32_t number)
{
    khct_analyses *all = &server->analyses;
    khct_library *library = server->library;
    if (number >= all->library_n) {
        size_t wanted = library->sources.files.n;
        khct_lines **larger = khct_alloc_array(library->arena, wanted, sizeof *larger);
        for (size_t i = 0; i < all->library_n; i++)
            larger[i] = all->library[i];
        all->library = larger;
        all->library_n = wanted;
    }
    if (all->library[number] == NULL) {
        khct_lines *lines = khct_alloc(library->arena, sizeof *lines);
        *lines = khct_lines_of(library->arena, library->sources.files.at[number].text);
        all->library[number] = lines;
    }
    return all->library[number];
}

const khct_lines *khct_lsp_lines(khct_server *server, khct_analysis *analysis, uint32_t source)
{
    if (source & KHCT_IN_LIBRARY)
        return library_lines(server, source & ~KHCT_IN_LIBRARY);
    return &analysis->lines[source];
}

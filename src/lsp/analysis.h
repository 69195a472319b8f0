/* Plans compiled for the editor: one compilation a plan, kept until a text of it changes. */
#ifndef KHCT_LSP_ANALYSIS_H
#define KHCT_LSP_ANALYSIS_H

#include "compile/compile.h"
#include "lsp/position.h"
#include "text/heap.h"

typedef struct khct_analysis {
    char *path;                    /* of the plan's own file */
    khct_compilation *compilation; /* NULL: not made */
    khct_compile_options options;
    bool stale;                /* a text has changed since */
    bool told;                 /* its diagnostics were published */
    unsigned long long serial; /* of the compilation; no two are the same */
    unsigned long long used;   /* when it was last asked for */
    khct_lines *lines;         /* by file; of the compilation's arena */
    khct_paths published;      /* files for which diagnostics were published */
} khct_analysis;

typedef struct khct_analyses {
    khct_analysis **at; /* malloc'd, each too */
    size_t n, capacity;
    unsigned long long clock;
    khct_lines **library; /* by file number of the library; of its arena */
    size_t library_n;
} khct_analyses;

struct khct_server;

/* Forgets what was compiled from this text; NULL: from any. */
void khct_analyses_touch(struct khct_server *server, const char *path);

/* The analysis of the plan to which the file belongs, up to date. NULL where there is none
 * (memory). */
khct_analysis *khct_analysis_of(struct khct_server *server, const char *path);

/* The same without compiling anew: perhaps stale; NULL: none was made yet. */
khct_analysis *khct_analysis_stale(struct khct_server *server, const char *path);

/* The analysis of a plan by its own file, up to date. */
khct_analysis *khct_analysis_plan(struct khct_server *server, const char *path);

/* The number of a file in the analysis, or KHCT_NO_SOURCE. */
uint32_t khct_analysis_source(const khct_analysis *analysis, const char *path);

/* Frees those that no open text needs, but the few last used. */
void khct_analyses_trim(struct khct_server *server);
void khct_analyses_release(struct khct_server *server);

/* Runs work(context) where it may allocate from the analysis, the library and the scratch arena.
 * False when memory failed; the analysis is then gone. */
bool khct_analysis_try(struct khct_server *server, khct_analysis *analysis,
                       void (*work)(void *context), void *context);

#endif

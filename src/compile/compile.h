/* From a file to a checked plan: the phases in their order. */
#ifndef KHCT_COMPILE_COMPILE_H
#define KHCT_COMPILE_COMPILE_H

#include "check/check.h"

typedef struct khct_compile_options {
    const char *root;                  /* project directory; NULL: found from the file */
    const khct_overlay *overlay;       /* NULL: none */
    const khct_conversion *conversion; /* of a plan that is in another form; NULL: none */
    const uint8_t *switches;           /* -W, by code; NULL: none */
    khct_date today;                   /* KHCT_NO_DATE: not given */
    const char *name;                  /* of the plan in messages; NULL: its path as given */
    const khct_bundle *bundle;         /* where its files are; NULL: on the disk */
} khct_compile_options;

/* A compiled plan with all that it needs. */
typedef struct khct_compilation {
    khct_arena *arena;
    khct_sources sources;
    khct_diags diags;        /* sorted */
    khct_document *document; /* NULL: memory failed */
    khct_work *work;         /* what follows from the plan on options->today; NULL with it */
    khct_plan *plan;         /* NULL: the file could not be read, or memory failed */
    bool no_memory;
    /* what it was made from */
    khct_library *library;
    const char *path;
    const khct_compile_options *options;
} khct_compilation;

/* Compiles one file ("-": standard input). The result is freed by khct_compilation_free, and
 * before the library. NULL when there is no memory even for that. */
khct_compilation *khct_compile(khct_library *library, const char *path,
                               const khct_compile_options *options);

/* Compiles in the library's own arena, with which all of it goes; inside khct_try on it. Not to be
 * given to khct_compilation_free. */
khct_compilation *khct_compile_within(khct_library *library, const char *path,
                                      const khct_compile_options *options);

void khct_compilation_free(khct_compilation *compilation);

/* Runs work(context) where it may allocate from the compilation's and the library's arenas.
 * False when memory failed. */
bool khct_compilation_try(khct_compilation *compilation, void (*work)(void *context),
                          void *context);

#endif

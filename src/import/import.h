/* khct import: a document of another program becomes the source of a plan. */
#ifndef KHCT_IMPORT_IMPORT_H
#define KHCT_IMPORT_IMPORT_H

#include "import/read.h"
#include "library/library.h"
#include "syntax/bundle.h"

typedef struct khct_imported {
    khct_in_fault fault; /* the document could not be read; then there are no plans */
    struct khct_imported_plan {
        khct_str text; /* source */
        bool failed;   /* a table was not understood, there is no plan in it, or not all that was
                          to be taken over was */
    } * plans;
    size_t n;
    const khct_bundle *files; /* the plan is these, its own file first; then there are no `plans` */
} khct_imported;

/* Reads and understands a file; of one that carries its source (reclaim.h), `take` has what was
 * changed since taken over. Remarks go to `diags`, whose sources get a file for each plan:
 * under `name` the first, under name(k) the others. In khct_try on the library's arena, where all
 * lives. */
khct_imported khct_import(khct_library *library, khct_str bytes, bool take, khct_diags *diags,
                          khct_str (*name)(size_t k, void *context), void *context);

/* A pasted table as the blocks that it becomes: tasks, problems, rounds, results; .p NULL: it is
 * none of them. In `arena`; in khct_try on it and on the library's. */
khct_str khct_import_pasted(khct_arena *arena, khct_library *library, khct_str text);

#endif

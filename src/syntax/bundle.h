/* A plan's files in memory, under names that count from one folder: what a document carries along,
 * so that the plan can be read again where its files are not.
 */
#ifndef KHCT_SYNTAX_BUNDLE_H
#define KHCT_SYNTAX_BUNDLE_H

#include "syntax/load.h"

typedef struct khct_bundled {
    khct_str name; /* with `/`, relative, without `.` and `..`; see khct_bundle_name_is_fit */
    khct_str text; /* the file as it stands */
} khct_bundled;

/* The plan's own file first. */
struct khct_bundle {
    KHCT_VEC(khct_bundled) files;
};

/* Puts a document's files together; their texts stay where they are. The message says why one
 * cannot go along: its name, a character that XML does not hold, a way from file to file that the
 * names do not show. KHCT_T_NONE: all can. In khct_try on the document's arena. */
khct_message khct_bundle_make(const khct_document *document, khct_bundle *bundle);

/* True where a file may be given this name though a stranger chose it: it leads to no other folder,
 * is not hidden, is no name of Windows' own, and ends in ".khct". */
bool khct_bundle_name_is_fit(khct_str name);

/* The file that `dung "name"` in `user`, a file of the bundle, means; NULL: none. */
const khct_bundled *khct_bundle_used(khct_arena *arena, const khct_bundle *bundle, khct_str user,
                                     khct_str name);

/* The file of that name, or NULL. */
const khct_bundled *khct_bundle_find(const khct_bundle *bundle, khct_str name);

#endif

/* Git, asked by khct. It is asked only for what it has: no hook, pager, editor or file watcher of
 * the repository runs. */
#ifndef KHCT_MAIN_GIT_H
#define KHCT_MAIN_GIT_H

#include "text/process.h"

enum { KHCT_GIT_MISSING = KHCT_NO_PROGRAM }; /* there is no git, or it could not be started */

/* Runs `git ARGUMENT…` (ended by NULL) in `folder` (NULL: here). What it writes goes to `out`,
 * begun here in memory (NULL: nowhere); what it complains of goes nowhere. Returns its exit status,
 * 128 and more where it ended otherwise. */
int khct_git(const char *folder, const char *const *arguments, khct_out *out);

/* What it answers, in the arena; false, *text as it was, where it did not end well. Inside
 * khct_try.
 */
bool khct_git_text(khct_arena *arena, const char *folder, const char *const *arguments,
                   khct_str *text);

#endif

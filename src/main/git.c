#include "main/git.h"

#include "text/process.h"

/* What comes before every command. A foreign repository's configuration runs nothing. */
static const char *const SAFELY[] = {
    "--no-pager",     "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c",
    "core.pager=cat", NULL};

int khct_git(const char *folder, const char *const *arguments, khct_out *out)
{
    enum { MOST = 64 };
    static const char *const MORE[] = {"GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", NULL};
    const char *all[MOST];
    size_t n = 0;
    for (; SAFELY[n] != NULL; n++)
        all[n] = SAFELY[n];
    for (size_t i = 0; arguments[i] != NULL && n + 1 < MOST; i++)
        all[n++] = arguments[i];
    all[n] = NULL;
    int status = 0;
    khct_process git = {
        .program = "git", .arguments = all, .more = MORE, .folder = folder, .out = out};
    if (khct_process_run(&git, &status) != KHCT_ENDED || (out != NULL && khct_out_finish(out) != 0))
        return KHCT_GIT_MISSING;
    return status;
}

bool khct_git_text(khct_arena *arena, const char *folder, const char *const *arguments,
                   khct_str *text)
{
    khct_out *out = khct_alloc(arena, sizeof *out);
    bool done = khct_git(folder, arguments, out) == 0;
    if (done)
        *text = khct_str_copy(arena, khct_out_text(out));
    khct_out_release(out);
    return done;
}

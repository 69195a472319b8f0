/* The parts of the program that the browser edition does without: running LaTeX and git, watching
 * folders, signals, rights of files. Each says so in the way that its header has for a system that
 * cannot do it. */
#include "emit/latex/format.h"
#include "emit/latex/tex_run.h"
#include "main/git.h"
#include "main/rights.h"
#include "main/watch.h"
#include "text/signals.h"

#include <errno.h>

void khct_signals_hold(sigset_t *before)
{
    *before = 0;
}

void khct_signals_release(const sigset_t *before)
{
    (void)before;
}

bool khct_signals_wait(void)
{
    return false;
}

bool khct_rights_keep(int from, int to)
{
    (void)from, (void)to;
    return true;
}

int khct_git(const char *folder, const char *const *arguments, khct_out *out)
{
    (void)folder, (void)arguments;
    if (out != NULL)
        khct_out_to_memory(out);
    return KHCT_GIT_MISSING;
}

khct_watch *khct_watch_new(char **files, int count, const khct_common *common)
{
    (void)files, (void)count;
    khct_wrong_use(common, "bản trong trình duyệt không theo dõi tệp",
                   "the browser edition does not watch files", NULL);
    return NULL;
}

bool khct_watch_wait(khct_watch *watch)
{
    (void)watch;
    return false;
}

void khct_watch_free(khct_watch *watch)
{
    (void)watch;
}

bool khct_tex_find(const char *name, const char *path, char found[PATH_MAX])
{
    (void)name, (void)path, (void)found;
    return false;
}

khct_tex_end khct_tex_start(khct_tex_run *run)
{
    run->error = ENOSYS;
    return KHCT_TEX_SYSTEM;
}

void khct_tex_clean(khct_tex_run *run)
{
    (void)run;
}

bool khct_format_find(const char *program, khct_str class_file, bool large,
                      char path[KHCT_PATH_MAX])
{
    (void)program, (void)class_file, (void)large, (void)path;
    return false;
}

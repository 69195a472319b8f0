#include "main/watch.h"

#include "syntax/project.h"
#include "text/changes.h"
#include "text/files.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

struct khct_watch {
    khct_changes *changes;
    char **files;
    int count;
    const khct_common *common;
};

/* The projects of the plans that are there; false, with errno, where there is none to look after.
 */
static bool add_projects(khct_watch *w)
{
    int added = 0;
    for (int i = 0; i < w->count; i++) {
        char real[KHCT_PATH_MAX];
        khct_project project;
        if (khct_path_real(w->files[i], real) == NULL)
            continue;
        khct_project_find(&project, w->common->root, real);
        if (!khct_changes_add(w->changes, project.root[0] == '\0' ? "/" : project.root))
            return false;
        added++;
    }
    return added > 0;
}

khct_watch *khct_watch_new(char **files, int count, const khct_common *common)
{
    khct_watch *w = calloc(1, sizeof *w);
    if (w != NULL) {
        *w = (khct_watch){khct_changes_new(), files, count, common};
        if (w->changes != NULL && add_projects(w))
            return w;
    }
    khct_complain(common, NULL, KHCT_KH8005,
                  KHCT_MSG(NOT_READABLE, count > 0 ? files[0] : "", strerror(errno)));
    khct_watch_free(w);
    return NULL;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

static bool is_plan(void *context, const char *name)
{
    const khct_watch *w = context;
    const char *dot = strrchr(name, '.');
    bool plan = dot != NULL && name[0] != '.' && strcmp(dot, ".khct") == 0;
    for (int i = 0; i < w->count && !plan; i++)
        plan = strcmp(base_name(w->files[i]), name) == 0;
    return plan;
}

bool khct_watch_wait(khct_watch *w)
{
    khct_out err;
    khct_out_to_fd(&err, STDERR_FILENO);
    khct_out_cstr(&err, w->common->style.language == KHCT_VI
                            ? "-- chờ kế hoạch thay đổi (Ctrl-C để dừng)\n"
                            : "-- waiting for a change (Ctrl-C to stop)\n");
    return khct_out_finish(&err) == 0 && khct_changes_wait(w->changes, is_plan, w);
}

void khct_watch_free(khct_watch *w)
{
    if (w != NULL)
        khct_changes_free(w->changes);
    free(w);
}

#include "main/watch.h"

#include "syntax/project.h"

#include "text/paths.h"

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    QUIET = 100,    /* milliseconds without a change: an editor writes in several steps */
    FOLDERS = 4096, /* most folders that are watched */
    DEEPEST = 32,
};

struct khct_watch {
    int fd;
    int folders;
    char **files;
    int count;
    const khct_common *common;
};

static bool add_folder(khct_watch *w, const char *folder, int depth)
{
    const uint32_t mask = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE;
    if (w->folders == FOLDERS || depth > DEEPEST)
        return true;
    if (inotify_add_watch(w->fd, folder, mask | IN_ONLYDIR) < 0)
        return false;
    w->folders++;
    DIR *directory = opendir(folder);
    if (directory == NULL)
        return true;
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        char path[KHCT_PATH_MAX];
        struct stat status;
        int n = snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (entry->d_name[0] == '.' || n < 0 || (size_t)n >= sizeof path ||
            lstat(path, &status) != 0 || !S_ISDIR(status.st_mode))
            continue;
        add_folder(w, path, depth + 1); /* one that cannot be watched is left out */
    }
    closedir(directory);
    return true;
}

khct_watch *khct_watch_new(char **files, int count, const khct_common *common)
{
    khct_watch *w = calloc(1, sizeof *w);
    if (w != NULL) {
        w->files = files;
        w->count = count;
    }
    bool fine = w != NULL && (w->fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) >= 0;
    for (int i = 0; i < count && fine; i++) {
        char *real = realpath(files[i], NULL);
        khct_project project;
        if (real == NULL)
            continue;
        khct_project_find(&project, common->root, real);
        fine = add_folder(w, project.root[0] == '\0' ? "/" : project.root, 0);
        free(real);
    }
    if (fine && w->folders > 0) {
        w->common = common;
        return w;
    }
    khct_complain(common, NULL, KHCT_KH8005,
                  KHCT_MSG(NOT_READABLE, khct_str_of(count > 0 ? files[0] : ""),
                           khct_str_of(strerror(errno))));
    if (w != NULL && w->fd >= 0)
        close(w->fd);
    free(w);
    return NULL;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

static bool is_plan(const khct_watch *w, const char *name)
{
    const char *dot = strrchr(name, '.');
    bool plan = dot != NULL && name[0] != '.' && strcmp(dot, ".khct") == 0;
    for (int i = 0; i < w->count && !plan; i++)
        plan = strcmp(base_name(w->files[i]), name) == 0;
    return plan;
}

/* Takes what the system has to tell; true where a plan is in it. *fine: it could be read. */
static bool take_events(khct_watch *w, bool *fine)
{
    char bytes[16 * 1024] __attribute__((aligned(__alignof__(struct inotify_event))));
    bool found = false;
    ssize_t n;
    while ((n = read(w->fd, bytes, sizeof bytes)) > 0)
        for (ssize_t at = 0; at < n;) {
            const struct inotify_event *event = (const struct inotify_event *)(bytes + at);
            found |= event->len > 0 && is_plan(w, event->name);
            at += (ssize_t)(sizeof *event + event->len);
        }
    *fine = n >= 0 || errno == EAGAIN || errno == EINTR;
    return found;
}

bool khct_watch_wait(khct_watch *w)
{
    khct_out err;
    khct_out_to_fd(&err, STDERR_FILENO);
    khct_out_cstr(&err, w->common->style.language == KHCT_VI
                            ? "-- chờ kế hoạch thay đổi (Ctrl-C để dừng)\n"
                            : "-- waiting for a change (Ctrl-C to stop)\n");
    if (khct_out_finish(&err) != 0)
        return false;
    struct pollfd poller = {.fd = w->fd, .events = POLLIN};
    bool changed = false, fine = true;
    while (fine) {
        int ready = poll(&poller, 1, changed ? QUIET : -1);
        if (ready == 0)
            return true;
        fine = ready > 0 || errno == EINTR;
        if (ready > 0)
            changed |= take_events(w, &fine);
    }
    return false;
}

void khct_watch_free(khct_watch *w)
{
    if (w == NULL)
        return;
    close(w->fd);
    free(w);
}

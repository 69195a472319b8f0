#include "text/changes.h"

#include "text/files.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <unistd.h>

enum {
    QUIET = 100,    /* milliseconds without a change */
    FOLDERS = 4096, /* most folders that are looked after */
    DEEPEST = 32,
};

struct khct_changes {
    int fd;
    int folders;
};

khct_changes *khct_changes_new(void)
{
    khct_changes *c = calloc(1, sizeof *c);
    if (c != NULL && (c->fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) >= 0)
        return c;
    free(c);
    return NULL;
}

void khct_changes_free(khct_changes *c)
{
    if (c == NULL)
        return;
    close(c->fd);
    free(c);
}

static bool add(khct_changes *c, const char *folder, int depth)
{
    const uint32_t mask = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE;
    if (c->folders == FOLDERS || depth > DEEPEST)
        return true;
    if (inotify_add_watch(c->fd, folder, mask | IN_ONLYDIR) < 0)
        return false;
    c->folders++;
    khct_listing *listing = khct_list_open(folder);
    const char *name;
    while (listing != NULL && (name = khct_list_next(listing)) != NULL) {
        char path[KHCT_PATH_MAX];
        khct_file_facts facts;
        int n = snprintf(path, sizeof path, "%s/%s", folder, name);
        if (name[0] != '.' && n > 0 && (size_t)n < sizeof path && khct_look_at_link(path, &facts) &&
            facts.kind == KHCT_KIND_FOLDER)
            add(c, path, depth + 1);
    }
    khct_list_close(listing);
    return true;
}

bool khct_changes_add(khct_changes *c, const char *folder)
{
    return add(c, folder, 0);
}

/* Takes what the system has to tell; true where a file that matters is in it. *fine: it could be
 * read. */
static bool take_events(const khct_changes *c, bool (*matters)(void *context, const char *name),
                        void *context, bool *fine)
{
    char bytes[16 * 1024] __attribute__((aligned(__alignof__(struct inotify_event))));
    bool found = false;
    ssize_t n;
    while ((n = read(c->fd, bytes, sizeof bytes)) > 0)
        for (ssize_t at = 0; at < n;) {
            const struct inotify_event *event = (const struct inotify_event *)(bytes + at);
            found |= event->len > 0 && matters(context, event->name);
            at += (ssize_t)(sizeof *event + event->len);
        }
    *fine = n >= 0 || errno == EAGAIN || errno == EINTR;
    return found;
}

bool khct_changes_wait(khct_changes *c, bool (*matters)(void *context, const char *name),
                       void *context)
{
    struct pollfd poller = {.fd = c->fd, .events = POLLIN};
    bool changed = false, fine = true;
    while (fine) {
        int ready = poll(&poller, 1, changed ? QUIET : -1);
        if (ready == 0)
            return true;
        fine = ready > 0 || errno == EINTR;
        if (ready > 0)
            changed |= take_events(c, matters, context, &fine);
    }
    return false;
}

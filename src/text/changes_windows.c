#include "text/changes.h"

#include "text/wide.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

enum {
    QUIET = 100,  /* milliseconds without a change */
    FOLDERS = 60, /* most that can be waited for at once */
    ROOM = 64 * 1024,
};

typedef struct folder {
    char *path;
    HANDLE handle;
    OVERLAPPED asked; /* its event tells that something came */
    DWORD events[ROOM / sizeof(DWORD)];
} folder;

struct khct_changes {
    folder *at[FOLDERS];
    size_t n;
};

khct_changes *khct_changes_new(void)
{
    return calloc(1, sizeof(khct_changes));
}

static void free_folder(folder *f)
{
    if (f->handle != NULL && f->handle != INVALID_HANDLE_VALUE) {
        DWORD n;
        if (CancelIo(f->handle))
            GetOverlappedResult(f->handle, &f->asked, &n, TRUE); /* it writes into `events` */
        CloseHandle(f->handle);
    }
    if (f->asked.hEvent != NULL)
        CloseHandle(f->asked.hEvent);
    free(f->path);
    free(f);
}

void khct_changes_free(khct_changes *c)
{
    for (size_t i = 0; c != NULL && i < c->n; i++)
        free_folder(c->at[i]);
    free(c);
}

static bool ask(folder *f)
{
    return ReadDirectoryChangesW(f->handle, f->events, sizeof f->events, TRUE,
                                 FILE_NOTIFY_CHANGE_FILE_NAME | FILE_NOTIFY_CHANGE_LAST_WRITE |
                                     FILE_NOTIFY_CHANGE_SIZE,
                                 NULL, &f->asked, NULL) ||
           khct_wide_failed();
}

static bool open_folder(folder *f, const char *path)
{
    wchar_t wide[KHCT_WIDE_MAX];
    f->path = strdup(path);
    if (f->path == NULL || !khct_wide_path(path, wide))
        return false;
    f->asked.hEvent = CreateEventW(NULL, TRUE, FALSE, NULL);
    f->handle = CreateFileW(wide, FILE_LIST_DIRECTORY,
                            FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                            OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OVERLAPPED, NULL);
    if (f->asked.hEvent == NULL || f->handle == INVALID_HANDLE_VALUE)
        return khct_wide_failed();
    return ask(f);
}

bool khct_changes_add(khct_changes *c, const char *path)
{
    for (size_t i = 0; i < c->n; i++)
        if (strcmp(c->at[i]->path, path) == 0)
            return true;
    if (c->n == FOLDERS)
        return true;
    folder *f = calloc(1, sizeof *f);
    if (f == NULL)
        return false;
    if (!open_folder(f, path)) {
        int error = errno;
        free_folder(f);
        errno = error;
        return false;
    }
    c->at[c->n++] = f;
    return true;
}

/* The name after the last `\`; NULL where a folder before it is hidden. */
static const char *base_name(const char *path)
{
    for (const char *slash; path[0] != '.' && (slash = strchr(path, '/')) != NULL;)
        path = slash + 1;
    return path[0] == '.' ? NULL : path;
}

static bool event_matters(const FILE_NOTIFY_INFORMATION *event,
                          bool (*matters)(void *context, const char *name), void *context)
{
    wchar_t wide[KHCT_WIDE_MAX];
    char path[KHCT_PATH_MAX];
    size_t n = event->FileNameLength / sizeof *wide;
    if (n >= KHCT_WIDE_MAX)
        return false;
    memcpy(wide, event->FileName, n * sizeof *wide);
    wide[n] = L'\0';
    const char *name = khct_narrow_path(wide, path, sizeof path) == 0 ? NULL : base_name(path);
    return name != NULL && matters(context, name);
}

/* Takes what came, and asks for more. */
static bool take(folder *f, bool (*matters)(void *context, const char *name), void *context,
                 bool *fine)
{
    DWORD n = 0;
    bool found = false;
    if (!GetOverlappedResult(f->handle, &f->asked, &n, FALSE)) {
        *fine = false;
        return false;
    }
    const char *at = (const char *)f->events;
    for (bool more = n > 0; more;) {
        const FILE_NOTIFY_INFORMATION *event = (const void *)at;
        found |= event_matters(event, matters, context);
        more = event->NextEntryOffset != 0;
        at += event->NextEntryOffset;
    }
    ResetEvent(f->asked.hEvent);
    *fine = ask(f);
    return found || n == 0; /* 0: more than there was room for */
}

bool khct_changes_wait(khct_changes *c, bool (*matters)(void *context, const char *name),
                       void *context)
{
    HANDLE events[FOLDERS];
    for (size_t i = 0; i < c->n; i++)
        events[i] = c->at[i]->asked.hEvent;
    bool changed = false, fine = true;
    while (fine) {
        DWORD got = WaitForMultipleObjects((DWORD)c->n, events, FALSE, changed ? QUIET : INFINITE);
        if (got == WAIT_TIMEOUT)
            return true;
        fine = got < WAIT_OBJECT_0 + c->n;
        if (fine)
            changed |= take(c->at[got - WAIT_OBJECT_0], matters, context, &fine);
    }
    return false;
}

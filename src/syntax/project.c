#include "syntax/project.h"

#include "text/utf8.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- its directory --- */

static bool has_git(const char *directory)
{
    char path[PATH_MAX];
    int n = snprintf(path, sizeof path, "%s/.git", directory);
    return n > 0 && (size_t)n < sizeof path && access(path, F_OK) == 0;
}

/* Cuts the last name off a real path. */
static void go_up(char *path)
{
    *strrchr(path, '/') = '\0';
}

static bool real_directory(const char *name, char real[PATH_MAX])
{
    struct stat status;
    if (name[0] == '\0' || realpath(name, real) == NULL || stat(real, &status) != 0 ||
        !S_ISDIR(status.st_mode))
        return false;
    if (strcmp(real, "/") == 0)
        real[0] = '\0';
    return true;
}

static void find_above(khct_project *project, const char *file)
{
    char own[PATH_MAX];
    snprintf(own, sizeof own, "%s", file);
    go_up(own);
    snprintf(project->root, sizeof project->root, "%s", own);
    while (!has_git(project->root)) {
        if (project->root[0] == '\0') {
            snprintf(project->root, sizeof project->root, "%s", own);
            return;
        }
        go_up(project->root);
    }
}

void khct_project_find(khct_project *project, const char *root, const char *file)
{
    size_t n = strlen(file);
    project->root[0] = '\0';
    project->readable = file[0] == '/' && file[n - 1] != '/' && n < PATH_MAX;
    if (project->readable && root != NULL)
        project->readable = real_directory(root, project->root);
    else if (project->readable)
        find_above(project, file);
}

bool khct_project_holds(const khct_project *project, const char *real)
{
    size_t n = strlen(project->root);
    return project->readable && strncmp(real, project->root, n) == 0 && real[n] == '/';
}

/* --- opening --- */

static int open_in(int folder, const char *name, int flags)
{
    int fd = openat(folder, name, flags | O_NOFOLLOW | O_CLOEXEC);
    int error = errno;
    close(folder);
    errno = error;
    return fd;
}

int khct_project_open(const khct_project *project, const char *real)
{
    char name[NAME_MAX + 1];
    if (!khct_project_holds(project, real)) {
        errno = EACCES;
        return -1;
    }
    int at = open(project->root[0] == '\0' ? "/" : project->root, O_PATH | O_DIRECTORY | O_CLOEXEC);
    const char *p = real + strlen(project->root) + 1;
    while (at >= 0) {
        size_t n = strcspn(p, "/");
        bool last = p[n] == '\0';
        snprintf(name, sizeof name, "%.*s", (int)n, p);
        at = open_in(at, name, last ? O_RDONLY | O_NONBLOCK | O_NOCTTY : O_PATH | O_DIRECTORY);
        if (last)
            break;
        p += n + 1;
    }
    return at;
}

/* --- names in the other form --- */

/* A name of a folder that is the same text: put behind the folder's path of `n` bytes. */
typedef struct looking {
    khct_arena *arena;
    DIR *directory;
    char *path;
    size_t n;
    bool found;
} looking;

static void look(void *context)
{
    looking *l = context;
    khct_str wanted = khct_str_of(l->path + l->n);
    if (khct_utf8_scan(wanted, 0).fault != KHCT_UTF8_FINE)
        return;
    wanted = khct_nfc(l->arena, khct_str_copy(l->arena, wanted));
    for (struct dirent *entry; !l->found && (entry = readdir(l->directory)) != NULL;) {
        khct_str name = khct_str_of(entry->d_name);
        if (khct_utf8_scan(name, 0).fault != KHCT_UTF8_FINE ||
            !khct_str_eq(khct_nfc(l->arena, name), wanted) || name.n >= PATH_MAX - l->n)
            continue;
        memcpy(l->path + l->n, name.p, name.n + 1);
        l->found = true;
    }
}

/* Writes the last name of `path`, which begins at `n`, as its folder has it. */
static bool respell(khct_arena *arena, char *path, size_t n)
{
    char kept = path[n];
    looking l = {.arena = arena, .path = path, .n = n};
    path[n] = '\0';
    l.directory = opendir(n == 0 ? "." : path);
    path[n] = kept;
    if (l.directory == NULL)
        return false;
    bool done = khct_try(arena, look, &l);
    closedir(l.directory);
    if (!done)
        khct_arena_fail(arena);
    return l.found;
}

bool khct_real_path(khct_arena *arena, const char *path, char real[PATH_MAX])
{
    char spelled[PATH_MAX];
    struct stat status;
    if (realpath(path, real) != NULL)
        return true;
    if (errno != ENOENT)
        return false;
    for (size_t n = 0; *path != '\0';) {
        size_t slashes = strspn(path, "/"), name = strcspn(path + slashes, "/");
        if (n + slashes + name >= sizeof spelled)
            break;
        memcpy(spelled + n, path, slashes + name);
        path += slashes + name;
        n += slashes + name;
        spelled[n] = '\0';
        if (name > 0 && lstat(spelled, &status) != 0) {
            if (!respell(arena, spelled, n - name))
                break;
            n = strlen(spelled);
        }
        if (*path == '\0')
            return realpath(spelled, real) != NULL;
    }
    errno = ENOENT;
    return false;
}

/* Output files: written whole or not at all. */
#include "main/main.h"

#include "text/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct complaint {
    khct_out *out;
    const khct_diags *diags;
    const khct_diag *diag;
    khct_style style;
} complaint;

static void render(void *context)
{
    complaint *c = context;
    khct_render_diag(c->out, c->diags, c->diag, c->style);
}

void khct_complain(const khct_common *common, khct_out *err, khct_code code, khct_message message)
{
    khct_arena *arena = khct_arena_new();
    if (arena == NULL)
        return;
    khct_sources sources = {.arena = arena};
    khct_diags diags = {.arena = arena, .sources = &sources};
    khct_diag diag = {.code = code,
                      .severity = khct_code_at(code)->severity,
                      .span = KHCT_NOWHERE,
                      .message = message};
    khct_out own;
    khct_out_to_fd(&own, STDERR_FILENO);
    complaint c = {err == NULL ? &own : err, &diags, &diag, common->style};
    khct_try(arena, render, &c);
    khct_out_finish(&own);
    khct_arena_free(arena);
}

static void not_writable(khct_io *io, const char *path, int error)
{
    khct_complain(io->common, io->err, KHCT_KH8006,
                  KHCT_MSG(NOT_WRITABLE, khct_str_of(path), khct_str_of(strerror(error))));
}

static void release(khct_outfile *file)
{
    free(file->path);
    free(file->temporary);
    free(file->out);
    khct_signals_release(&file->signals);
    *file = (khct_outfile){.fd = -1};
}

/* A file that is replaced keeps who may read and write it. */
static mode_t mode_for(const char *path)
{
    struct stat status;
    if (stat(path, &status) == 0)
        return status.st_mode & 07777;
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/* A file without a name in the folder of `path`: if khct is killed, nothing is left behind. */
static int open_nameless(const char *path)
{
    char folder[PATH_MAX];
    const char *slash = strrchr(path, '/');
    size_t n = slash == NULL ? 0 : slash == path ? 1 : (size_t)(slash - path);
    if (n >= sizeof folder) {
        errno = ENAMETOOLONG;
        return -1;
    }
    memcpy(folder, path, n);
    folder[n] = '\0';
    return open(n == 0 ? "." : folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
}

static bool open_temporary(khct_outfile *file, const char *path)
{
    size_t n = strlen(path);
    struct stat status;
    bool there = stat(path, &status) == 0;
    if (there && S_ISDIR(status.st_mode)) {
        errno = EISDIR;
        return false;
    }
    file->direct = there && !S_ISREG(status.st_mode); /* /dev/null must stay what it is */
    file->path = strdup(path);
    file->temporary = malloc(n + 8);
    if (file->path == NULL || file->temporary == NULL) {
        errno = ENOMEM;
        return false;
    }
    snprintf(file->temporary, n + 8, "%s.XXXXXX", path);
    if (file->direct) {
        khct_signals_release(&file->signals); /* it may be long until somebody reads */
        file->fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
        return file->fd >= 0;
    }
    file->fd = open_nameless(path);
    file->nameless = file->fd >= 0;
    if (file->nameless)
        return fchmod(file->fd, mode_for(path)) == 0;
    /* not every file system can do that */
    file->fd = mkostemp(file->temporary, O_CLOEXEC);
    return file->fd >= 0 && fchmod(file->fd, mode_for(path)) == 0;
}

/* Gives the nameless file a name that nothing else has. */
static bool name_it(khct_outfile *file)
{
    char link[40];
    int fd = mkostemp(file->temporary, O_CLOEXEC);
    if (fd < 0)
        return false;
    close(fd); /* the name is taken; now it must be free for the link */
    snprintf(link, sizeof link, "/proc/self/fd/%d", file->fd);
    return unlink(file->temporary) == 0 &&
           linkat(AT_FDCWD, link, AT_FDCWD, file->temporary, AT_SYMLINK_FOLLOW) == 0;
}

bool khct_outfile_open(khct_outfile *file, const char *path, khct_io *io)
{
    *file = (khct_outfile){.fd = -1, .io = io};
    if (strcmp(path, "-") == 0) {
        file->out = io->out;
        return true;
    }
    file->out = malloc(sizeof *file->out);
    if (file->out == NULL) {
        not_writable(io, path, ENOMEM);
        return false;
    }
    khct_signals_hold(&file->signals);
    if (!open_temporary(file, path)) {
        int error = errno;
        if (file->fd >= 0) {
            close(file->fd);
            if (!file->nameless && !file->direct)
                unlink(file->temporary);
        }
        not_writable(io, path, error);
        release(file);
        return false;
    }
    khct_out_to_fd(file->out, file->fd);
    return true;
}

bool khct_outfile_close(khct_outfile *file, bool keep)
{
    khct_io *io = file->io;
    if (file->path == NULL)
        return true; /* standard output: its failure is told at the end */
    int error = khct_out_finish(file->out);
    bool named = !file->nameless && !file->direct;
    if (error == 0 && keep && file->nameless) {
        named = name_it(file);
        if (!named)
            error = errno;
    }
    if (close(file->fd) != 0 && error == 0)
        error = errno;
    if (error == 0 && keep && !file->direct && rename(file->temporary, file->path) != 0)
        error = errno;
    if (named && (error != 0 || !keep))
        unlink(file->temporary);
    if (error != 0)
        not_writable(io, file->path, error);
    release(file);
    return error == 0;
}

int khct_finish_output(khct_out *out, const khct_common *common, int status)
{
    int error = khct_out_finish(out);
    if (error == 0)
        return status;
    khct_complain(common, NULL, KHCT_KH8006,
                  KHCT_MSG(NOT_WRITABLE, KHCT_STR("-"), khct_str_of(strerror(error))));
    return KHCT_EXIT_SYSTEM;
}

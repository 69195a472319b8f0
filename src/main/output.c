/* Output files: written whole or not at all. */
#include "main/main.h"
#include "main/rights.h"

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

static void refuse(khct_io *io, khct_code code, khct_text_id words, const char *path)
{
    khct_complain(io->common, io->err, code, (khct_message){words, {khct_str_of(path)}});
}

static void release(khct_outfile *file)
{
    if (file->fd >= 0)
        close(file->fd);
    if (file->old >= 0)
        close(file->old);
    free(file->path);
    free(file->temporary);
    free(file->out);
    khct_signals_release(&file->signals);
    *file = (khct_outfile){.fd = -1, .old = -1};
}

static size_t folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? 0 : slash == path ? 1 : (size_t)(slash - path);
}

/* A file without a name in the folder of `path`: if khct is killed, nothing is left behind. */
static int open_nameless(const char *path, mode_t mode)
{
    char folder[PATH_MAX];
    size_t n = folder_of(path);
    if (n >= sizeof folder) {
        errno = ENAMETOOLONG;
        return -1;
    }
    memcpy(folder, path, n);
    folder[n] = '\0';
    return open(n == 0 ? "." : folder, O_TMPFILE | O_RDWR | O_CLOEXEC, mode);
}

/* The rights of a new file. */
static mode_t usual_mode(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static bool open_temporary(khct_outfile *file)
{
    bool replaces = file->old >= 0;
    file->fd = open_nameless(file->path, replaces ? 0600 : 0666);
    file->nameless = file->fd >= 0;
    if (!file->nameless) { /* not every file system can do that */
        file->fd = mkostemp(file->temporary, O_CLOEXEC);
        file->named = file->fd >= 0;
        if (!file->named || (!replaces && fchmod(file->fd, usual_mode()) != 0))
            return false;
    }
    struct stat old;
    file->in_place = replaces && ((fstat(file->old, &old) == 0 && old.st_nlink > 1) ||
                                  !khct_rights_keep(file->old, file->fd));
    return true;
}

/* Where a link leads, if it stays in the link's folder; else the path itself. False, with a
 * message, where it leads elsewhere: what is written there is not what was named. */
static bool follow(khct_outfile *file, const char *path)
{
    struct stat status;
    char folder[PATH_MAX], home[PATH_MAX], real[PATH_MAX];
    if (lstat(path, &status) != 0 || !S_ISLNK(status.st_mode) ||
        (stat(path, &status) == 0 && !S_ISREG(status.st_mode))) {
        file->path = strdup(path);
    } else {
        size_t n = folder_of(path);
        bool fits = n < sizeof folder && realpath(path, real) != NULL;
        if (fits)
            snprintf(folder, sizeof folder, "%.*s", (int)n, path);
        if (!fits || realpath(n == 0 ? "." : folder, home) == NULL ||
            strncmp(real, home, strlen(home)) != 0 || real[strlen(home)] != '/') {
            refuse(file->io, KHCT_KH8006, KHCT_T_WRITE_LINK, path);
            return false;
        }
        file->path = strdup(real);
    }
    file->temporary = file->path == NULL ? NULL : malloc(strlen(file->path) + 8);
    if (file->temporary == NULL) {
        not_writable(file->io, path, ENOMEM);
        return false;
    }
    snprintf(file->temporary, strlen(file->path) + 8, "%s.XXXXXX", file->path);
    return true;
}

/* Opens what stands there, if it may be replaced. False, with a message, where it may not. */
static bool open_old(khct_outfile *file, const char *path)
{
    struct stat status;
    if (stat(file->path, &status) != 0) {
        if (errno == ENOENT)
            return true;
        not_writable(file->io, path, errno);
        return false;
    }
    file->direct = !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
    if (file->direct) /* /dev/null must stay what it is */
        return true;
    if (S_ISREG(status.st_mode) && (status.st_mode & 0222) == 0) { /* the superuser's too */
        refuse(file->io, KHCT_KH8006, KHCT_T_WRITE_READONLY, path);
        return false;
    }
    file->old = S_ISDIR(status.st_mode)
                    ? -1
                    : open(file->path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (file->old < 0 || fstat(file->old, &status) != 0) {
        not_writable(file->io, path, S_ISDIR(status.st_mode) ? EISDIR : errno);
        return false;
    }
    if (status.st_nlink > 1 && status.st_uid != geteuid()) {
        refuse(file->io, KHCT_KH8006, KHCT_T_WRITE_LINKED, path);
        return false;
    }
    file->stamp = khct_stamp_of(&status);
    return true;
}

static bool open_new(khct_outfile *file, const char *path)
{
    if (file->direct) {
        khct_signals_release(&file->signals); /* it may be long until somebody reads */
        file->fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    }
    if (file->direct ? file->fd >= 0 : open_temporary(file))
        return true;
    int error = errno;
    if (file->named)
        unlink(file->temporary);
    not_writable(file->io, path, error);
    return false;
}

bool khct_outfile_open(khct_outfile *file, const char *path, const khct_stamp *read, khct_io *io)
{
    *file = (khct_outfile){.fd = -1, .old = -1, .io = io};
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
    if (!follow(file, path) || !open_old(file, path) || !open_new(file, path)) {
        release(file);
        return false;
    }
    if (read != NULL)
        file->stamp = *read;
    khct_out_to_fd(file->out, file->fd);
    return true;
}

/* --- putting it in place --- */

/* Gives the nameless file a name that nothing else has. */
static bool name_it(khct_outfile *file)
{
    char link[40];
    int fd = mkostemp(file->temporary, O_CLOEXEC);
    if (fd < 0)
        return false;
    close(fd); /* the name is taken; now it must be free for the link */
    snprintf(link, sizeof link, "/proc/self/fd/%d", file->fd);
    file->named = unlink(file->temporary) == 0 &&
                  linkat(AT_FDCWD, link, AT_FDCWD, file->temporary, AT_SYMLINK_FOLLOW) == 0;
    return file->named;
}

/* All bytes of one open file into another, from its begin, and onto the disk. */
static bool copy(int from, int to)
{
    char bytes[16 * 1024];
    off_t at = 0;
    for (;;) {
        ssize_t n = pread(from, bytes, sizeof bytes, at);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n == 0 && ftruncate(to, at) == 0 && fsync(to) == 0;
        for (ssize_t done = 0; done < n;) {
            ssize_t now = pwrite(to, bytes + done, (size_t)(n - done), at + done);
            if (now < 0 && errno != EINTR)
                return false;
            done += now > 0 ? now : 0;
        }
        at += n;
    }
}

/* Where the rights of the old file cannot be given to another one, or it has several names: its
 * bytes are replaced, while a copy of the old ones stands beside it. */
static bool write_in_place(khct_outfile *file)
{
    char name[PATH_MAX];
    struct stat old;
    int n = snprintf(name, sizeof name, "%s.XXXXXX", file->path);
    int beside = n > 0 && (size_t)n < sizeof name ? mkostemp(name, O_CLOEXEC) : -1;
    if (beside < 0)
        return false;
    bool safe = fstat(file->old, &old) == 0 && copy(file->old, beside), done = false, whole = true;
    if (safe) {
        if ((old.st_mode & 07000) != 0) /* only its owner can; for others writing does it */
            (void)!fchmod(file->old, old.st_mode & 0777);
        done = copy(file->fd, file->old);
        int error = errno;
        whole = done || copy(beside, file->old);
        errno = error;
    }
    int error = errno;
    close(beside);
    if (whole)
        unlink(name);
    else
        refuse(file->io, KHCT_KH8006, KHCT_T_WRITE_HALF, name);
    errno = error;
    return done;
}

/* Whether what stands there is still what was read, or nothing. */
static bool is_as_it_was(const khct_outfile *file)
{
    khct_stamp now;
    return khct_stamp_at(file->path, &now) && khct_stamp_eq(now, file->stamp);
}

static bool end_writing(khct_outfile *file)
{
    int fd = file->fd;
    file->fd = -1;
    return close(fd) == 0;
}

static bool put(khct_outfile *file)
{
    if (file->direct)
        return end_writing(file);
    if (file->in_place)
        return write_in_place(file);
    return (file->named || name_it(file)) && end_writing(file) &&
           rename(file->temporary, file->path) == 0;
}

bool khct_outfile_close(khct_outfile *file, bool keep)
{
    if (file->path == NULL)
        return true; /* standard output: its failure is told at the end */
    int error = khct_out_finish(file->out);
    bool changed = error == 0 && keep && !file->direct && !is_as_it_was(file), placed = false;
    if (error == 0 && keep && !changed) {
        placed = put(file);
        error = placed ? 0 : errno;
    }
    if (file->named && (!placed || file->in_place))
        unlink(file->temporary);
    if (changed)
        refuse(file->io, KHCT_KH8009, KHCT_T_WRITE_CHANGED, file->path);
    else if (error != 0)
        not_writable(file->io, file->path, error);
    release(file);
    return error == 0 && !changed;
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

int khct_finish_io(khct_io *io, int status)
{
    status = khct_finish_output(io->out, io->common, status);
    int error = khct_out_finish(io->err);
    if (error == 0)
        return status;
    /* remarks that nobody gets are no success; it may be that this is heard */
    khct_complain(io->common, NULL, KHCT_KH8006,
                  KHCT_MSG(NOT_WRITABLE, KHCT_STR("stderr"), khct_str_of(strerror(error))));
    return KHCT_EXIT_SYSTEM;
}

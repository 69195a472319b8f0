/* Output files on POSIX systems: a file without a name, rights kept, links followed. */
#include "main/outfile.h"
#include "main/rights.h"

#include "text/files.h"
#include "text/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static size_t folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? 0 : slash == path ? 1 : (size_t)(slash - path);
}

/* Where the open file is reached by a name, which may be linked to. */
static const char OPEN_FILES[] = "/proc/self/fd";

/* The name of the folder of `path`. False where it does not fit. */
static bool copy_folder(char folder[KHCT_PATH_MAX], const char *path)
{
    size_t n = folder_of(path);
    errno = ENAMETOOLONG;
    if (n >= KHCT_PATH_MAX)
        return false;
    snprintf(folder, KHCT_PATH_MAX, "%.*s", n == 0 ? 1 : (int)n, n == 0 ? "." : path);
    return true;
}

/* A file without a name in the folder: if khct is killed, nothing is left behind. -1 where it could
 * not be given a name later, as in a container without /proc. */
static int open_nameless(const char *folder, mode_t mode)
{
    return access(OPEN_FILES, X_OK) != 0 ? -1 : open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, mode);
}

/* Whether the folder only takes names and gives none back (`chattr +a`): a temporary one would stay
 * there. */
static bool only_takes(const char *folder)
{
#ifdef STATX_ATTR_APPEND
    struct statx status;
    return statx(AT_FDCWD, folder, 0, 0, &status) == 0 &&
           (status.stx_attributes & STATX_ATTR_APPEND) != 0;
#else
    (void)folder; /* a browser has no such folders */
    return false;
#endif
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
    char folder[KHCT_PATH_MAX];
    if (!copy_folder(folder, file->path))
        return false;
    if (replaces && only_takes(folder)) {
        errno = EPERM;
        return false;
    }
    file->fd = open_nameless(folder, replaces ? 0600 : 0666);
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
    char folder[KHCT_PATH_MAX], home[KHCT_PATH_MAX], real[KHCT_PATH_MAX];
    if (lstat(path, &status) != 0 || !S_ISLNK(status.st_mode) ||
        (stat(path, &status) == 0 && !S_ISREG(status.st_mode))) {
        file->path = strdup(path);
    } else {
        if (!copy_folder(folder, path) || realpath(path, real) == NULL ||
            realpath(folder, home) == NULL || strncmp(real, home, strlen(home)) != 0 ||
            real[strlen(home)] != '/')
            return khct_outfile_refuse(file->io, KHCT_KH8006, KHCT_T_WRITE_LINK, file->name);
        file->path = strdup(real);
    }
    file->temporary = file->path == NULL ? NULL : malloc(strlen(file->path) + 8);
    if (file->temporary == NULL)
        return khct_outfile_fail(file->io, file->name, ENOMEM);
    snprintf(file->temporary, strlen(file->path) + 8, "%s.XXXXXX", file->path);
    return true;
}

/* Opens what stands there, if it may be replaced. False, with a message, where it may not. */
static bool open_old(khct_outfile *file)
{
    struct stat status;
    khct_file_facts facts;
    if (stat(file->path, &status) != 0) {
        if (errno == ENOENT)
            return true;
        return khct_outfile_fail(file->io, file->name, errno);
    }
    file->direct = !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
    if (file->direct) /* /dev/null must stay what it is */
        return true;
    if (S_ISREG(status.st_mode) && (status.st_mode & 0222) == 0) { /* the superuser's too */
        return khct_outfile_refuse(file->io, KHCT_KH8006, KHCT_T_WRITE_READONLY, file->name);
    }
    file->old = S_ISDIR(status.st_mode)
                    ? -1
                    : open(file->path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (file->old < 0 || fstat(file->old, &status) != 0)
        return khct_outfile_fail(file->io, file->name, S_ISDIR(status.st_mode) ? EISDIR : errno);
    if (status.st_nlink > 1 && status.st_uid != geteuid())
        return khct_outfile_refuse(file->io, KHCT_KH8006, KHCT_T_WRITE_LINKED, file->name);
    if (!khct_look_open(file->old, &facts))
        return khct_outfile_fail(file->io, file->name, errno);
    file->stamp = facts.stamp;
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
    return khct_outfile_fail(file->io, file->name, error);
}

bool khct_outfile_begin(khct_outfile *file, const char *path)
{
    return follow(file, path) && open_old(file) && open_new(file, path);
}

bool khct_may_write_by_name(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 && S_ISREG(status.st_mode) && status.st_nlink == 1 &&
           (status.st_mode & 0222) != 0 && (status.st_mode & 07000) == 0;
}

/* --- putting it in place --- */

/* Gives the nameless file a name, which nothing may have yet. */
static bool link_as(const khct_outfile *file, const char *name)
{
    char open[sizeof OPEN_FILES + 16];
    snprintf(open, sizeof open, "%s/%d", OPEN_FILES, file->fd);
    return linkat(AT_FDCWD, open, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0;
}

/* Gives the nameless file a name that nothing else has. */
static bool name_it(khct_outfile *file)
{
    int fd = mkostemp(file->temporary, O_CLOEXEC);
    if (fd < 0)
        return false;
    close(fd); /* the name is taken; now it must be free for the link */
    file->named = unlink(file->temporary) == 0 && link_as(file, file->temporary);
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
    char name[KHCT_PATH_MAX];
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
        khct_outfile_left_half(file, name);
    errno = error;
    return done;
}

static bool end_writing(khct_outfile *file)
{
    int fd = file->fd;
    file->fd = -1;
    return close(fd) == 0;
}

bool khct_outfile_put(khct_outfile *file)
{
    if (file->direct)
        return end_writing(file);
    if (file->in_place)
        return write_in_place(file);
    if (file->nameless && file->old < 0) /* nothing stood there; what came since is kept */
        return link_as(file, file->path) && end_writing(file);
    return (file->named || name_it(file)) && end_writing(file) &&
           rename(file->temporary, file->path) == 0;
}

void khct_outfile_drop(khct_outfile *file, bool placed)
{
    if (file->named && (!placed || file->in_place))
        unlink(file->temporary);
}

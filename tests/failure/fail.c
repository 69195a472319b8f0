/* A library to be preloaded: makes one call to the system fail.
 *
 * KHCT_FAIL_AT=N makes the Nth of the calls below fail that come from khct itself; KHCT_FAIL_LOG
 * names a file that gets "calls FAILED LIVE": how many calls there were, whether one was made to
 * fail, and how many blocks of memory were not given back. KHCT_FAIL_NAMELESS=1: no file without a
 * name, as on file systems that have none. KHCT_FAIL_BETWEEN names a file that is written to when
 * khct begins to write; KHCT_FAIL_UNSEEN one that has its old size and time after it;
 * KHCT_FAIL_READ one that is written to as soon as khct has read it.
 * KHCT_FAIL_KILLS=1: khct is killed at that call instead. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

static _Atomic long calls, live; /* several threads count */
static long fail_at = -1;
static _Atomic bool failed;
static bool ready, nameless = true;

static void *next(const char *name)
{
    return dlsym(RTLD_NEXT, name);
}

__attribute__((constructor)) static void begin(void)
{
    const char *at = getenv("KHCT_FAIL_AT");
    fail_at = at == NULL ? -1 : atol(at);
    nameless = getenv("KHCT_FAIL_NAMELESS") == NULL;
    ready = true;
}

__attribute__((destructor)) static void end(void)
{
    const char *path = getenv("KHCT_FAIL_LOG");
    ready = false;
    FILE *log = path == NULL ? NULL : fopen(path, "w");
    if (log != NULL) {
        fprintf(log, "%ld %d %ld\n", (long)calls, (int)failed, (long)live);
        fclose(log);
    }
}

/* True where this call is to fail. */
static bool now(void)
{
    if (!ready)
        return false;
    if (++calls != fail_at)
        return false;
    if (getenv("KHCT_FAIL_KILLS") != NULL)
        raise(SIGKILL);
    failed = true;
    return true;
}

void *malloc(size_t size)
{
    static void *(*real)(size_t);
    if (real == NULL)
        real = (void *(*)(size_t))next("malloc");
    if (now()) {
        errno = ENOMEM;
        return NULL;
    }
    void *p = real(size);
    live += ready && p != NULL;
    return p;
}

void *realloc(void *old, size_t size)
{
    static void *(*real)(void *, size_t);
    if (real == NULL)
        real = (void *(*)(void *, size_t))next("realloc");
    if (now()) {
        errno = ENOMEM;
        return NULL;
    }
    void *p = real(old, size);
    live += ready && old == NULL && p != NULL;
    return p;
}

void free(void *p)
{
    static void (*real)(void *);
    if (real == NULL)
        real = (void (*)(void *))next("free");
    live -= ready && p != NULL;
    real(p);
}

#define WRAP(result, name, parameters, arguments, error, failure)                                  \
    result name parameters                                                                         \
    {                                                                                              \
        static result(*real) parameters;                                                           \
        if (real == NULL)                                                                          \
            real = (result(*) parameters)next(#name);                                              \
        if (now()) {                                                                               \
            errno = error;                                                                         \
            return failure;                                                                        \
        }                                                                                          \
        return real arguments;                                                                     \
    }

WRAP(ssize_t, read, (int fd, void *p, size_t n), (fd, p, n), EIO, -1)
WRAP(ssize_t, write, (int fd, const void *p, size_t n), (fd, p, n), ENOSPC, -1)
WRAP(char *, mkdtemp, (char *a), (a), ENOSPC, NULL)
WRAP(int, pipe2, (int a[2], int b), (a, b), EMFILE, -1)
WRAP(pid_t, fork, (void), (), EAGAIN, -1)
WRAP(int, fchmod, (int a, mode_t b), (a, b), EPERM, -1)
WRAP(int, access, (const char *a, int b), (a, b), EACCES, -1)
WRAP(int, stat, (const char *a, struct stat *b), (a, b), EACCES, -1)
WRAP(int, fstat, (int a, struct stat *b), (a, b), EIO, -1)
WRAP(int, lstat, (const char *a, struct stat *b), (a, b), EACCES, -1)
WRAP(int, fchown, (int a, uid_t b, gid_t c), (a, b, c), EPERM, -1)
WRAP(int, ftruncate, (int a, off_t b), (a, b), EIO, -1)
WRAP(int, fsync, (int a), (a), EIO, -1)
WRAP(ssize_t, pread, (int a, void *b, size_t c, off_t d), (a, b, c, d), EIO, -1)
WRAP(ssize_t, pwrite, (int a, const void *b, size_t c, off_t d), (a, b, c, d), ENOSPC, -1)
WRAP(ssize_t, flistxattr, (int a, char *b, size_t c), (a, b, c), EIO, -1)
WRAP(int, fsetxattr, (int a, const char *b, const void *c, size_t d, int e), (a, b, c, d, e), EPERM,
     -1)
WRAP(FILE *, tmpfile, (void), (), EMFILE, NULL)
WRAP(size_t, fwrite, (const void *a, size_t b, size_t c, FILE *d), (a, b, c, d), ENOSPC, 0)
WRAP(int, fflush, (FILE * a), (a), ENOSPC, EOF)
WRAP(ssize_t, getline, (char **a, size_t *b, FILE *c), (a, b, c), ENOMEM, -1)
WRAP(DIR *, opendir, (const char *a), (a), EMFILE, NULL)
WRAP(struct dirent *, readdir, (DIR * a), (a), EIO, NULL)
WRAP(char *, getcwd, (char *a, size_t b), (a, b), EACCES, NULL)
WRAP(int, rename, (const char *a, const char *b), (a, b), EACCES, -1)
WRAP(int, linkat, (int a, const char *b, int c, const char *d, int e), (a, b, c, d, e), EACCES, -1)
WRAP(int, mkostemp, (char *a, int b), (a, b), EACCES, -1)
WRAP(int, mkostemp64, (char *a, int b), (a, b), EACCES, -1)
WRAP(char *, realpath, (const char *a, char *b), (a, b), EACCES, NULL)
WRAP(char *, __realpath_chk, (const char *a, char *b, size_t n), (a, b, n), EACCES, NULL)

static void add_line(const char *path)
{
    FILE *file = path == NULL ? NULL : fopen(path, "a");
    if (file != NULL) {
        fputs("# ghi xen vào\n", file);
        fclose(file);
    }
}

/* Once, where `fd` is of the file that KHCT_FAIL_READ names. */
static void write_after_reading(int fd)
{
    static const char *path;
    struct stat one, other;
    if (!ready || path != NULL || (path = getenv("KHCT_FAIL_READ")) == NULL)
        return;
    ready = false;
    if (stat(path, &one) == 0 && fstat(fd, &other) == 0 && one.st_ino == other.st_ino)
        add_line(path);
    else
        path = NULL;
    ready = true;
}

/* A close that fails has closed all the same: Linux takes the descriptor back first. */
int close(int fd)
{
    static int (*real)(int);
    if (real == NULL)
        real = (int (*)(int))next("close");
    bool fails = now();
    write_after_reading(fd);
    int result = real(fd);
    if (!fails)
        return result;
    errno = EIO;
    return -1;
}

/* calloc is used by dlsym itself: only counted once the library is ready */
extern void *__libc_calloc(size_t n, size_t size);

void *calloc(size_t n, size_t size)
{
    if (now()) {
        errno = ENOMEM;
        return NULL;
    }
    void *p = __libc_calloc(n, size);
    live += ready && p != NULL;
    return p;
}

/* Another last byte, the size and the time of the file being what they were. */
static void write_unseen(const char *path)
{
    struct stat before;
    int fd = path == NULL ? -1 : open(path, O_RDWR | O_CLOEXEC);
    if (fd >= 0 && fstat(fd, &before) == 0) {
        pwrite(fd, " ", 1, before.st_size - 1);
        futimens(fd, (struct timespec[]){before.st_atim, before.st_mtim});
    }
    if (fd >= 0)
        close(fd);
}

/* As if somebody wrote to the file that KHCT_FAIL_BETWEEN (or KHCT_FAIL_UNSEEN) names while khct is
 * at work. */
static void write_between(void)
{
    ready = false;
    add_line(getenv("KHCT_FAIL_BETWEEN"));
    write_unseen(getenv("KHCT_FAIL_UNSEEN"));
    ready = true;
}

int open(const char *path, int flags, ...)
{
    static int (*real)(const char *, int, ...);
    if (real == NULL)
        real = (int (*)(const char *, int, ...))next("open");
    va_list list;
    va_start(list, flags);
    mode_t mode = (mode_t)va_arg(list, int);
    va_end(list);
    if (now()) {
        errno = EMFILE;
        return -1;
    }
    if ((flags & O_TMPFILE) == O_TMPFILE)
        write_between();
    if (!nameless && (flags & O_TMPFILE) == O_TMPFILE) {
        errno = EOPNOTSUPP;
        return -1;
    }
    return real(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    static int (*real)(int, const char *, int, ...);
    if (real == NULL)
        real = (int (*)(int, const char *, int, ...))next("openat");
    va_list list;
    va_start(list, flags);
    mode_t mode = (mode_t)va_arg(list, int);
    va_end(list);
    if (now()) {
        errno = ENOSPC;
        return -1;
    }
    return real(folder, path, flags, mode);
}

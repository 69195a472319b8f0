/* What the program asks of a POSIX system, as far as there is something here that can answer. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "web.h"

_Noreturn void longjmp(jmp_buf here, int value)
{
    (void)here, (void)value;
    khct_web_no_memory();
}

_Noreturn int pthread_cond_wait(pthread_cond_t *changed, pthread_mutex_t *lock)
{
    (void)changed, (void)lock;
    abort();
}

int pthread_create(pthread_t *thread, const void *how, void *(*run)(void *context), void *context)
{
    (void)how;
    *thread = NULL;
    run(context);
    return 0;
}

ssize_t getrandom(void *bytes, size_t n, unsigned flags)
{
    (void)flags;
    return getentropy(bytes, n) == 0 ? (ssize_t)n : -1;
}

/* Takes the last name off a path that begins with "/". */
static size_t go_up(const char *path, size_t n)
{
    while (n > 0 && path[n - 1] != '/')
        n--;
    return n > 0 ? n - 1 : 0;
}

/* There are no links: the path without "." and "..". */
char *realpath(const char *path, char *real)
{
    struct stat status;
    size_t n = 0;
    if (stat(path, &status) != 0)
        return NULL;
    if (path[0] != '/' && getcwd(real, PATH_MAX) != NULL && strcmp(real, "/") != 0)
        n = strlen(real);
    for (const char *p = path; *p != '\0';) {
        size_t name = strcspn(p, "/");
        if (name == 2 && p[0] == '.' && p[1] == '.') {
            n = go_up(real, n);
        } else if (name > 0 && !(name == 1 && p[0] == '.')) {
            if (n + name + 1 >= PATH_MAX) {
                errno = ENAMETOOLONG;
                return NULL;
            }
            real[n++] = '/';
            memcpy(real + n, p, name);
            n += name;
        }
        p += name + (p[name] == '/');
    }
    if (n == 0)
        real[n++] = '/';
    real[n] = '\0';
    return real;
}

/* A name that nothing else has: one program, one name after the other. */
int mkostemp(char *name, int flags)
{
    size_t n = strlen(name);
    for (unsigned i = 0; n >= 6 && i < 1000000; i++) {
        snprintf(name + n - 6, 7, "%06u", i);
        int fd = open(name, flags | O_RDWR | O_CREAT | O_EXCL, 0600);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    errno = EEXIST;
    return -1;
}

char *mkdtemp(char *name)
{
    size_t n = strlen(name);
    for (unsigned i = 0; n >= 6 && i < 1000000; i++) {
        snprintf(name + n - 6, 7, "%06u", i);
        if (mkdir(name, 0700) == 0)
            return name;
    }
    return NULL;
}

/* A file without a name: its name is taken away while it is open. */
FILE *tmpfile(void)
{
    char name[] = "/khct.XXXXXX";
    int fd = mkostemp(name, 0);
    if (fd < 0 || unlink(name) != 0)
        return NULL;
    return fdopen(fd, "w+");
}

int fchmod(int fd, mode_t mode)
{
    (void)fd, (void)mode;
    return 0;
}

mode_t umask(mode_t mask)
{
    (void)mask;
    return 022;
}

uid_t geteuid(void)
{
    return 0;
}

int kill(pid_t process, int signal)
{
    (void)process, (void)signal;
    return 0;
}

/* the input never waits: it is there, or it is at its end */
int poll(struct pollfd *all, nfds_t n, int milliseconds)
{
    (void)milliseconds;
    for (nfds_t i = 0; i < n; i++)
        all[i].revents = all[i].events;
    return (int)n;
}

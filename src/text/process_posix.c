#include "text/process.h"

#include "text/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    SLICE = 100, /* milliseconds between looks for a signal */
    MOST = 64,   /* arguments */
};

const char *const KHCT_PROGRAM_NEEDS[] = {"PATH", NULL};

bool khct_program_find(const char *name, const char *path, char found[KHCT_PATH_MAX])
{
    if (path == NULL)
        path = getenv("PATH");
    while (path != NULL && *path != '\0') {
        size_t n = strcspn(path, ":");
        int length = snprintf(found, KHCT_PATH_MAX, "%.*s/%s", (int)n, path, name);
        struct stat status;
        /* a relative entry would mean another directory once we are in the private one */
        if (*path == '/' && length > 0 && length < KHCT_PATH_MAX && stat(found, &status) == 0 &&
            S_ISREG(status.st_mode) && access(found, X_OK) == 0)
            return true;
        path += n + (path[n] == ':');
    }
    return false;
}

bool khct_process_is_gone(long long number)
{
    return number > 0 && number <= INT32_MAX && kill((pid_t)number, 0) != 0 && errno == ESRCH;
}

/* --- in the new process: only what may be called there --- */

static void limit(unsigned what, rlim_t most)
{
    struct rlimit now;
    if (getrlimit(what, &now) != 0)
        return;
    if (now.rlim_max == RLIM_INFINITY || most < now.rlim_max)
        now.rlim_max = most;
    now.rlim_cur = now.rlim_max;
    setrlimit(what, &now);
}

/* It ends with khct, and what ends khct does not reach it. `held`: the pipe that tells its end. */
static void be_bounded(const khct_process *p, int held)
{
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    fcntl(held, F_SETFD, 0);
    limit(RLIMIT_CPU, p->seconds + 1);
    limit(RLIMIT_FSIZE, (rlim_t)1 << 30);
    limit(RLIMIT_CORE, 0);
}

static void take_signals(void)
{
    static const int defaults[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ, SIGQUIT, SIGCHLD};
    for (size_t i = 0; i < sizeof defaults / sizeof defaults[0]; i++)
        signal(defaults[i], SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

/* "NAME=value", which stays where it is. */
static bool set_more(const char *const *more)
{
    for (; more != NULL && *more != NULL; more++)
        if (putenv((char *)(uintptr_t)*more) != 0)
            return false;
    return true;
}

static _Noreturn void become(const khct_process *p, int pipe_end)
{
    const char *all[MOST] = {p->program};
    for (size_t i = 0; p->arguments[i] != NULL && i + 2 < MOST; i++)
        all[i + 1] = p->arguments[i];
    char *const *argv = (char *const *)(uintptr_t)all;
    if (p->seconds > 0)
        be_bounded(p, pipe_end);
    take_signals();
    int null = open("/dev/null", O_RDWR);
    if ((p->folder != NULL && chdir(p->folder) != 0) || null < 0 || dup2(null, 0) < 0 ||
        dup2(p->out == NULL ? null : pipe_end, 1) < 0 || dup2(null, 2) < 0 || !set_more(p->more))
        _exit(KHCT_NO_PROGRAM);
    if (p->environment != NULL)
        execve(p->program, argv, (char *const *)(uintptr_t)p->environment);
    else
        execvp(p->program, argv);
    _exit(KHCT_NO_PROGRAM);
}

/* --- here --- */

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Waits until no process holds the other end of the pipe: the program and its helpers have ended.
 */
static khct_ending wait_bounded(const khct_process *p, pid_t child, int pipe_end)
{
    khct_ending end = KHCT_ENDED;
    double until = seconds_now() + p->seconds;
    struct pollfd look = {.fd = pipe_end, .events = POLLIN};
    while (end == KHCT_ENDED && poll(&look, 1, SLICE) <= 0) {
        if (khct_signals_wait())
            end = KHCT_ENDED_INTERRUPTED;
        else if (seconds_now() > until)
            end = KHCT_ENDED_LATE;
    }
    if (end != KHCT_ENDED && kill(-child, SIGKILL) != 0)
        kill(child, SIGKILL);
    return end;
}

static void take_all(int fd, khct_out *out)
{
    char piece[16 * 1024];
    for (;;) {
        ssize_t n = read(fd, piece, sizeof piece);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return;
        khct_out_bytes(out, piece, (size_t)n);
    }
}

/* -1 with errno, or the process; *pipe_end is to be read from. */
static pid_t begin(const khct_process *p, int *pipe_end)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return -1;
    pid_t child = fork();
    if (child == 0)
        become(p, ends[1]);
    int error = errno;
    close(ends[1]);
    if (child < 0)
        close(ends[0]);
    errno = error;
    *pipe_end = ends[0];
    return child;
}

khct_ending khct_process_run(const khct_process *p, int *status)
{
    int pipe_end, how = 0;
    if (p->out != NULL)
        khct_out_to_memory(p->out);
    pid_t child = begin(p, &pipe_end);
    if (child < 0)
        return KHCT_ENDED_NEVER;
    khct_ending end = KHCT_ENDED;
    if (p->out != NULL)
        take_all(pipe_end, p->out);
    else if (p->seconds > 0)
        end = wait_bounded(p, child, pipe_end);
    close(pipe_end);
    while (waitpid(child, &how, 0) < 0)
        if (errno != EINTR)
            return KHCT_ENDED_NEVER;
    *status = WIFEXITED(how) ? WEXITSTATUS(how) : 128 + WTERMSIG(how);
    return end == KHCT_ENDED && WIFSIGNALED(how) && WTERMSIG(how) == SIGXCPU ? KHCT_ENDED_LATE
                                                                             : end;
}

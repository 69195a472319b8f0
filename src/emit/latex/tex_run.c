#include "emit/latex/tex_run.h"

#include "text/signals.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    SLICE = 100,                 /* milliseconds between looks for a signal */
    LOG_LIMIT = 8 * 1024 * 1024, /* bytes of the log that are read */
    DEEPEST = 8,                 /* directories that an engine may make in each other */
};

bool khct_tex_find(const char *name, const char *path, char found[KHCT_PATH_MAX])
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

/* --- the directory --- */

static bool write_file(int directory, const char *name, khct_str text)
{
    int fd = openat(directory, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    size_t done = 0;
    while (done < text.n) {
        ssize_t n = write(fd, text.p + done, text.n - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            break;
        done += (size_t)n;
    }
    int error = errno;
    if (close(fd) != 0 && done == text.n)
        return false;
    errno = error;
    return done == text.n;
}

static bool make_directory(khct_tex_run *run)
{
    const char *where = getenv("TMPDIR");
    if (where == NULL || where[0] != '/')
        where = "/tmp";
    int n = snprintf(run->directory, sizeof run->directory, "%s/khct-XXXXXX", where);
    if (n < 0 || (size_t)n >= sizeof run->directory || mkdtemp(run->directory) == NULL) {
        run->directory[0] = '\0';
        return false;
    }
    int directory = open(run->directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0)
        return false;
    bool fine = write_file(directory, "khct.cls", run->class_file) &&
                write_file(directory, "plan.tex", run->document);
    int error = errno;
    close(directory);
    errno = error;
    return fine;
}

static void empty_directory(int fd, int depth)
{
    DIR *directory = fdopendir(fd);
    if (directory == NULL) {
        close(fd);
        return;
    }
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        const char *name = entry->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || unlinkat(fd, name, 0) == 0 ||
            depth == DEEPEST)
            continue;
        int below = openat(fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (below >= 0)
            empty_directory(below, depth + 1);
        unlinkat(fd, name, AT_REMOVEDIR);
    }
    closedir(directory);
}

/* --- the process --- */

/* What the engine gets to see of our environment: where programs are, and where an unusual TeX
 * Live keeps its files. */
static const char *const PASSED[] = {"PATH", "TEXMFCNF", "TEXMFDIST", "TEXMFLOCAL", "TEXMFSYSVAR"};
static const char *const FIXED[] = {
    /* The private directory is where it runs; its path may hold what TeX Live expands ($, {}).
     * LuaTeX reads the system's cache of fonts, but writes its own: two runs that may write the
     * system's read each other's half-written files. */
    "HOME=.",
    "TEXMFCACHE=.:$TEXMFSYSVAR",
    "LC_ALL=C.UTF-8",
    "openin_any=p",
    "openout_any=p",
    "shell_escape=f",
    "SOURCE_DATE_EPOCH=0",
    "FORCE_SOURCE_DATE=1",
    "max_print_line=9999",
    "error_line=254",
    "half_error_line=127",
};
enum {
    PASSED_COUNT = sizeof PASSED / sizeof PASSED[0],
    FIXED_COUNT = sizeof FIXED / sizeof FIXED[0],
};

typedef struct launch {
    char fonts[2 * KHCT_PATH_MAX + 128];
    char passed[PASSED_COUNT][8192];
    const char *environment[PASSED_COUNT + FIXED_COUNT + 2];
} launch;

static void prepare(launch *l)
{
    size_t n = 0;
    /* where a system and its user keep fonts; those of the class come from TeX's own trees first */
    const char *user = getenv("HOME");
    user = user != NULL && user[0] == '/' && strpbrk(user, ":$,{}") == NULL ? user : "/nonexistent";
    snprintf(l->fonts, sizeof l->fonts,
             "OSFONTDIR=/usr/share/fonts//:/usr/local/share/fonts//:%s/.fonts//:%s/.local/share/"
             "fonts//",
             user, user);
    l->environment[n++] = l->fonts;
    for (size_t i = 0; i < FIXED_COUNT; i++)
        l->environment[n++] = FIXED[i];
    for (size_t i = 0; i < PASSED_COUNT; i++) {
        const char *value = getenv(PASSED[i]);
        if (value == NULL)
            continue;
        int length = snprintf(l->passed[i], sizeof l->passed[i], "%s=%s", PASSED[i], value);
        if (length > 0 && (size_t)length < sizeof l->passed[i])
            l->environment[n++] = l->passed[i];
    }
    l->environment[n] = NULL;
}

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

/* In the new process; only what may be called there. */
static _Noreturn void become_engine(const khct_tex_run *run, const launch *l, int held)
{
    static const char *const arguments[] = {
        "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "-file-line-error",
        "plan.tex",
    };
    const char *argv[2 + sizeof arguments / sizeof arguments[0]] = {run->program};
    for (size_t i = 0; i < sizeof arguments / sizeof arguments[0]; i++)
        argv[i + 1] = arguments[i];
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    static const int defaults[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ, SIGQUIT, SIGCHLD};
    for (size_t i = 0; i < sizeof defaults / sizeof defaults[0]; i++)
        signal(defaults[i], SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    int null = open("/dev/null", O_RDWR);
    if (chdir(run->directory) != 0 || null < 0 || dup2(null, 0) < 0 || dup2(null, 1) < 0 ||
        dup2(null, 2) < 0)
        _exit(126);
    fcntl(held, F_SETFD, 0);
    limit(RLIMIT_CPU, run->seconds + 1);
    limit(RLIMIT_FSIZE, (rlim_t)1 << 30);
    limit(RLIMIT_CORE, 0);
    execve(run->program, (char *const *)(uintptr_t)argv, (char *const *)(uintptr_t)l->environment);
    _exit(127);
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Waits until no process holds the other end of the pipe: the engine and its helpers have ended. */
static khct_tex_end wait_for(const khct_tex_run *run, pid_t child, int pipe_end, int *status)
{
    khct_tex_end end = KHCT_TEX_FINE;
    double until = seconds_now() + run->seconds;
    struct pollfd look = {.fd = pipe_end, .events = POLLIN};
    while (end == KHCT_TEX_FINE && poll(&look, 1, SLICE) <= 0) {
        if (khct_signals_wait())
            end = KHCT_TEX_INTERRUPTED;
        else if (seconds_now() > until)
            end = KHCT_TEX_TIMEOUT;
    }
    if (end != KHCT_TEX_FINE && kill(-child, SIGKILL) != 0)
        kill(child, SIGKILL);
    while (waitpid(child, status, 0) < 0 && errno == EINTR)
        ;
    return end;
}

/* --- the log --- */

static void keep_reason(khct_tex_run *run, const char *p, const char *end)
{
    size_t n = 0;
    for (; p < end && *p != '\n' && n + 1 < sizeof run->reason; p++)
        run->reason[n++] = (unsigned char)*p < 0x20 ? ' ' : *p;
    while (n > 0 && ((unsigned char)run->reason[n - 1] & 0xC0) == 0x80) /* no half character */
        n--;
    if (n > 0 && (unsigned char)run->reason[n - 1] >= 0xC0)
        n--;
    while (n > 0 && (run->reason[n - 1] == ' ' || run->reason[n - 1] == '.'))
        n--;
    run->reason[n] = '\0';
}

/* "khct: thieu phong 2" */
static void read_missing(khct_tex_run *run, const char *p, const char *stop)
{
    static const char words[] = "khct: thieu phong ";
    size_t n = sizeof words - 1;
    if ((size_t)(stop - p) > n && memcmp(p, words, n) == 0 && p[n] >= '0' && p[n] <= '9')
        run->missing_fonts |= 1u << (p[n] - '0');
}

/* "./plan.tex:31: message", "! message" and below it "l.31 …" */
static void read_log(khct_tex_run *run, const char *p, const char *end)
{
    static const char name[] = "plan.tex:", written[] = "Output written on plan.pdf (";
    while (p < end) {
        const char *stop = memchr(p, '\n', (size_t)(end - p));
        if (stop == NULL)
            stop = end;
        read_missing(run, p, stop);
        const char *q = p;
        if (stop - q > 2 && q[0] == '.' && q[1] == '/')
            q += 2;
        if ((size_t)(stop - q) > sizeof name && memcmp(q, name, sizeof name - 1) == 0) {
            char *behind;
            run->line = strtoul(q + sizeof name - 1, &behind, 10);
            if (*behind == ':')
                behind++;
            while (*behind == ' ')
                behind++;
            keep_reason(run, behind, stop);
            return;
        }
        if ((size_t)(stop - p) > sizeof written && memcmp(p, written, sizeof written - 1) == 0)
            run->pages = (unsigned)strtoul(p + sizeof written - 1, NULL, 10);
        if (run->reason[0] == '\0' && stop - p > 2 && p[0] == '!' && p[1] == ' ')
            keep_reason(run, p + 2, stop);
        else if (run->reason[0] == '\0' && stop - p > 18 &&
                 memcmp(p, "Missing character:", 18) == 0)
            keep_reason(run, p, stop);
        else if (run->line == 0 && stop - p > 2 && p[0] == 'l' && p[1] == '.')
            run->line = strtoul(p + 2, NULL, 10);
        p = stop + 1;
    }
}

static void open_log(khct_tex_run *run)
{
    char path[KHCT_PATH_MAX + 16];
    snprintf(path, sizeof path, "%s/plan.log", run->directory);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        return;
    char *text = malloc(LOG_LIMIT + 1);
    size_t n = 0;
    for (ssize_t got = 1; text != NULL && n < LOG_LIMIT && got > 0;) {
        got = read(fd, text + n, LOG_LIMIT - n);
        n += got > 0 ? (size_t)got : 0;
    }
    close(fd);
    if (text != NULL) {
        text[n] = '\0';
        read_log(run, text, text + n);
    }
    free(text);
}

static bool has_pdf(const khct_tex_run *run)
{
    char path[KHCT_PATH_MAX + 16];
    struct stat status;
    snprintf(path, sizeof path, "%s/plan.pdf", run->directory);
    return stat(path, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0;
}

khct_tex_end khct_tex_start(khct_tex_run *run)
{
    khct_signals_hold(&run->signals);
    run->directory[0] = run->reason[0] = '\0';
    run->line = 0;
    run->pages = 0;
    run->missing_fonts = 0;
    run->error = 0;
    if (khct_signals_wait())
        return KHCT_TEX_INTERRUPTED;
    launch l;
    int ends[2] = {-1, -1};
    if (!make_directory(run) || pipe2(ends, O_CLOEXEC) != 0) {
        run->error = errno;
        return KHCT_TEX_SYSTEM;
    }
    prepare(&l);
    pid_t child = fork();
    if (child == 0)
        become_engine(run, &l, ends[1]);
    int error = errno;
    close(ends[1]);
    if (child < 0) {
        run->error = error;
        close(ends[0]);
        return KHCT_TEX_SYSTEM;
    }
    int status = 0;
    khct_tex_end end = wait_for(run, child, ends[0], &status);
    close(ends[0]);
    if (end != KHCT_TEX_FINE)
        return end;
    open_log(run);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0 && run->reason[0] == '\0' && has_pdf(run))
        return KHCT_TEX_FINE;
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
        return KHCT_TEX_TIMEOUT;
    return KHCT_TEX_ERROR;
}

void khct_tex_clean(khct_tex_run *run)
{
    /* once more where something failed: another process may have had all that there is to have */
    for (int i = 0; i < 2 && run->directory[0] != '\0'; i++) {
        int fd = open(run->directory, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (fd >= 0)
            empty_directory(fd, 0);
        if (rmdir(run->directory) == 0)
            break;
    }
    khct_signals_release(&run->signals);
}

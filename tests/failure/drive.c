/* Runs a command once for each call to the system that it makes, that call failing:
 * drive KHCT_FAIL.SO NAME STEP CHANGES COMMAND...
 *
 * Stands in a folder with plan.before (plan.khct as it is before each run), an empty folder tmp and
 * the file CHANGES, which the command may write. Prints faults, and last
 * "NAME: CALLS calls, RUNS runs, FAULTS faults"; ends with 1 where there are faults. One process
 * instead of a shell: each run costs little more than khct itself. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct bytes {
    char *p;
    size_t n;
} bytes;

typedef struct driving {
    const char *library, *name, *changes;
    char **command;
    int wanted;          /* the exit status where nothing fails */
    bytes plan;          /* of plan.before */
    bytes before, whole; /* of `changes` before a run, and after one in which nothing fails */
    size_t files;        /* that stand here */
    long at;             /* the call that fails */
    int runs, faults;
} driving;

/* What a run says of itself: KHCT_FAIL_LOG. */
typedef struct said {
    long calls, live;
    bool there;
} said;

static void broken(const char *what)
{
    perror(what);
    exit(3);
}

static bytes read_file(const char *path)
{
    bytes b = {NULL, 0};
    FILE *file = fopen(path, "r");
    if (file == NULL)
        return b;
    for (size_t room = 0, n = 1; n > 0; b.n += n) {
        if (room - b.n < 4096 && (b.p = realloc(b.p, room += 65536)) == NULL)
            broken("memory");
        n = fread(b.p + b.n, 1, room - b.n, file);
    }
    fclose(file);
    return b;
}

static bool same(bytes a, bytes b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static bool is_now(const char *path, bytes wanted)
{
    bytes b = read_file(path);
    bool is = b.p != NULL && same(b, wanted);
    free(b.p);
    return is;
}

/* In the file that is there, so that a second name of it stays one. */
static void write_file(const char *path, bytes b)
{
    FILE *file = fopen(path, "w");
    if (file == NULL || fwrite(b.p, 1, b.n, file) != b.n || fclose(file) != 0)
        broken(path);
}

static size_t count(const char *folder)
{
    DIR *list = opendir(folder);
    size_t n = 0;
    if (list == NULL)
        broken(folder);
    for (struct dirent *one; (one = readdir(list)) != NULL;)
        n += one->d_name[0] != '.';
    closedir(list);
    return n;
}

static void fault(driving *d, const char *what)
{
    if (++d->faults > 12)
        return;
    bytes err = read_file("err");
    printf("FAIL: %s, call %ld: %s\n%.*s\n", d->name, d->at, what, (int)(err.n < 400 ? err.n : 400),
           err.p == NULL ? "" : err.p);
    free(err.p);
}

/* What is kept of a PDF that failed, and of a format. */
static void remove_kept(void)
{
    unlink("out.khct.tex");
    unlink("khct.cls");
}

static void begin(const driving *d)
{
    static const bytes old = {(char *)"before\n", 7};
    char cache[4096];
    write_file("plan.khct", d->plan);
    write_file("out", old);
    remove_kept();
    snprintf(cache, sizeof cache, "%s/khct", getenv("XDG_CACHE_HOME"));
    if (access(cache, F_OK) == 0 && system("/bin/rm -rf \"$XDG_CACHE_HOME/khct\"") != 0)
        broken(cache);
}

static void redirect(const char *path, int to, int flags)
{
    int fd = open(path, flags, 0666);
    if (fd < 0 || dup2(fd, to) < 0)
        broken(path);
    close(fd);
}

static void become(const driving *d)
{
    char at[24];
    snprintf(at, sizeof at, "%ld", d->at);
    redirect("/dev/null", STDIN_FILENO, O_RDONLY);
    redirect("stdout", STDOUT_FILENO, O_WRONLY | O_CREAT | O_TRUNC);
    redirect("err", STDERR_FILENO, O_WRONLY | O_CREAT | O_TRUNC);
    if (d->at > 0)
        setenv("KHCT_FAIL_AT", at, 1);
    setenv("KHCT_FAIL_LOG", "log", 1);
    setenv("LD_PRELOAD", d->library, 1);
    execv(d->command[0], d->command);
    _exit(127);
}

/* One run; its exit status, 128 and more where a signal ended it. */
static int run(const driving *d)
{
    int status;
    begin(d);
    unlink("log");
    pid_t child = fork();
    if (child == 0)
        become(d);
    if (child < 0 || waitpid(child, &status, 0) != child)
        broken("fork");
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static said read_said(void)
{
    said s = {0, 0, false};
    FILE *log = fopen("log", "r");
    if (log == NULL)
        return s;
    s.there = fscanf(log, "%ld %*d %ld", &s.calls, &s.live) == 2;
    fclose(log);
    return s;
}

static void hold_status(driving *d, int got)
{
    bool whole = is_now(d->changes, d->whole);
    struct stat err;
    if (got == 0 && !whole)
        fault(d, "success, but the output is not whole");
    else if (got != 0 && got != 1 && got != 3)
        fault(d, "an exit status of its own is missing");
    else if (got != 0 && got != d->wanted && (stat("err", &err) != 0 || err.st_size == 0))
        fault(d, "it fails without a word");
    else if (!whole && !is_now(d->changes, d->before))
        fault(d, "half an output");
}

/* Nothing is left but what was there. */
static void hold_folder(driving *d)
{
    remove_kept();
    if (count(".") != d->files) {
        fault(d, "a file is left behind");
        if (system("/bin/rm -f out.* plan.khct.*") != 0)
            broken("rm");
    }
    if (count("tmp") > 0) {
        fault(d, "something is left in the temporary folder");
        if (system("/bin/rm -rf tmp/*") != 0)
            broken("rm");
    }
    if (strcmp(d->changes, "plan.khct") != 0 && !is_now("plan.khct", d->plan))
        fault(d, "the plan is another");
}

static void hold(driving *d, int got, long base)
{
    said s = read_said();
    if (!s.there)
        fault(d, "it died");
    if (s.live > base)
        fault(d, "memory is not given back");
    hold_status(d, got);
    hold_folder(d);
    d->runs++;
}

int main(int argc, char **argv)
{
    if (argc < 6)
        return 2;
    driving d = {.library = argv[1], .name = argv[2], .changes = argv[4], .command = argv + 5};
    long step = atol(argv[3]);
    d.plan = read_file("plan.before");
    begin(&d);
    d.before = read_file(d.changes);
    d.wanted = run(&d);
    d.whole = read_file(d.changes);
    remove_kept();
    said all = read_said();
    d.files = count(".");
    d.at = 1;
    if (d.wanted == 2 || !all.there)
        fault(&d, "wrong use, or it cannot be run");
    for (; d.at <= all.calls; d.at += step)
        hold(&d, run(&d), all.live);
    printf("%s: %ld calls, %d runs, %d faults\n", d.name, all.calls, d.runs, d.faults);
    return d.faults > 0;
}

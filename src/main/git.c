#include "main/git.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* What comes before every command. A foreign repository's configuration runs nothing. */
static const char *const SAFELY[] = {
    "git", "--no-pager",     "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
    "-c",  "core.pager=cat", NULL};

/* In the child: never returns. */
static void become_git(const char *folder, const char *const *arguments, int out)
{
    enum { MOST = 64 };
    const char *all[MOST];
    size_t n = 0;
    for (; SAFELY[n] != NULL; n++)
        all[n] = SAFELY[n];
    for (size_t i = 0; arguments[i] != NULL && n + 1 < MOST; i++)
        all[n++] = arguments[i];
    all[n] = NULL;
    int nothing = open("/dev/null", O_RDWR);
    if (nothing < 0 || dup2(nothing, STDIN_FILENO) < 0 || dup2(nothing, STDERR_FILENO) < 0 ||
        dup2(out < 0 ? nothing : out, STDOUT_FILENO) < 0 ||
        (folder != NULL && chdir(folder) != 0) || setenv("GIT_TERMINAL_PROMPT", "0", 1) != 0 ||
        setenv("GIT_OPTIONAL_LOCKS", "0", 1) != 0)
        _exit(KHCT_GIT_MISSING);
    execvp("git", (char *const *)all);
    _exit(KHCT_GIT_MISSING);
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

int khct_git(const char *folder, const char *const *arguments, khct_out *out)
{
    int ends[2] = {-1, -1};
    if (out != NULL) {
        khct_out_to_memory(out);
        if (pipe2(ends, O_CLOEXEC) != 0)
            return KHCT_GIT_MISSING;
    }
    pid_t child = fork();
    if (child == 0)
        become_git(folder, arguments, ends[1]);
    if (out != NULL)
        close(ends[1]);
    if (child > 0 && out != NULL)
        take_all(ends[0], out);
    if (out != NULL)
        close(ends[0]);
    int status = 0;
    while (child > 0 && waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return KHCT_GIT_MISSING;
    if (child < 0 || (out != NULL && khct_out_finish(out) != 0))
        return KHCT_GIT_MISSING;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

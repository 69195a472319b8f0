#include "text/system.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

extern char **environ;

/* A standard stream that is closed: else the first file that is opened would get its number, and
 * what is said. It stays one that cannot be used. */
static bool hold_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 &&
            open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
            return false;
    return true;
}

bool khct_system_begin(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is a failed write */
    signal(SIGXFSZ, SIG_IGN); /* and so is a file that may not grow */
    signal(SIGCHLD, SIG_DFL); /* inherited as ignored, nobody could ask how LaTeX ended */
    return hold_streams();
}

const char *khct_variable(const char *name)
{
    return getenv(name);
}

char *const *khct_variables(void)
{
    return environ;
}

bool khct_is_terminal(int fd)
{
    return isatty(fd) == 1;
}

bool khct_has_colours(int fd)
{
    const char *terminal = getenv("TERM");
    return isatty(fd) == 1 && (terminal == NULL || strcmp(terminal, "dumb") != 0);
}

ssize_t khct_write(int fd, const char *p, size_t n)
{
    return write(fd, p, n);
}

int khct_wait_input(int fd, int milliseconds)
{
    return poll(&(struct pollfd){fd, POLLIN, 0}, 1, milliseconds);
}

ssize_t khct_read_input(int fd, char *p, size_t n)
{
    return read(fd, p, n);
}

void khct_wait_output(int fd)
{
    poll(&(struct pollfd){fd, POLLOUT, 0}, 1, -1);
}

bool khct_random(void *bytes, size_t n)
{
    return getrandom(bytes, n, GRND_NONBLOCK) == (ssize_t)n;
}

size_t khct_font_folders(char *text, size_t size)
{
    const char *user = getenv("HOME");
    user = user != NULL && user[0] == '/' && strpbrk(user, ":$,{}") == NULL ? user : "/nonexistent";
    int n = snprintf(text, size,
                     "/usr/share/fonts//:/usr/local/share/fonts//:%s/.fonts//:%s/.local/share/"
                     "fonts//",
                     user, user);
    return n > 0 && (size_t)n < size ? (size_t)n : 0;
}

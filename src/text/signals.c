#include "text/signals.h"

#include <stddef.h>

static const int ENDING[] = {SIGINT, SIGTERM, SIGHUP};
enum { COUNT = sizeof ENDING / sizeof ENDING[0] };

void khct_signals_hold(sigset_t *before)
{
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < COUNT; i++) {
        struct sigaction now;
        if (sigaction(ENDING[i], NULL, &now) != 0 || now.sa_handler != SIG_IGN)
            sigaddset(&held, ENDING[i]);
    }
    pthread_sigmask(SIG_BLOCK, &held, before);
}

void khct_signals_release(const sigset_t *before)
{
    pthread_sigmask(SIG_SETMASK, before, NULL);
}

bool khct_signals_wait(void)
{
    sigset_t waiting;
    if (sigpending(&waiting) != 0)
        return false;
    for (size_t i = 0; i < COUNT; i++)
        if (sigismember(&waiting, ENDING[i]) == 1)
            return true;
    return false;
}

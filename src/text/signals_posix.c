#include "text/signals.h"

#include <signal.h>
#include <stddef.h>
#include <string.h>

_Static_assert(sizeof(sigset_t) <= sizeof(khct_held), "they must fit");

/* Those that end the program and come from outside; not those that tell of its own faults, nor
 * SIGPIPE and SIGXFSZ, which are failed writes, nor SIGKILL, which nobody can hold. */
static const int ENDING[] = {
    SIGINT,    SIGTERM, SIGHUP,  SIGQUIT,   SIGUSR1, SIGUSR2,
    SIGALRM,   SIGXCPU, SIGPROF, SIGVTALRM, SIGPOLL,
#ifdef SIGPWR
    SIGPWR,
#endif
#ifdef SIGSTKFLT
    SIGSTKFLT,
#endif
};
enum { COUNT = sizeof ENDING / sizeof ENDING[0] };

/* The real-time signals end it as well; their numbers are known when it runs. */
static int ending(size_t i)
{
    return i < COUNT ? ENDING[i] : SIGRTMIN + (int)(i - COUNT);
}

static size_t count(void)
{
    return COUNT + (size_t)(SIGRTMAX - SIGRTMIN + 1);
}

void khct_signals_hold(khct_held *before)
{
    sigset_t held, were;
    sigemptyset(&held);
    for (size_t i = 0; i < count(); i++) {
        struct sigaction now;
        if (sigaction(ending(i), NULL, &now) == 0 && now.sa_handler != SIG_IGN)
            sigaddset(&held, ending(i));
    }
    sigemptyset(&were);
    pthread_sigmask(SIG_BLOCK, &held, &were);
    memcpy(before->bytes, &were, sizeof were);
}

void khct_signals_release(const khct_held *before)
{
    sigset_t were;
    memcpy(&were, before->bytes, sizeof were);
    pthread_sigmask(SIG_SETMASK, &were, NULL);
}

bool khct_signals_wait(void)
{
    sigset_t waiting;
    if (sigpending(&waiting) != 0)
        return false;
    for (size_t i = 0; i < count(); i++)
        if (sigismember(&waiting, ending(i)) == 1)
            return true;
    return false;
}

/* Holding back the signals that end the program, while there is something to put away first. */
#ifndef KHCT_TEXT_SIGNALS_H
#define KHCT_TEXT_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

/* Holds all signals that end the program, but those of its own faults, back in this thread, and in
 * those that it begins; what was held before goes to *before. One that is ignored (nohup) stays
 * ignored: it must not look as if it waited. */
void khct_signals_hold(sigset_t *before);

/* Lets them come, unless they were held before. */
void khct_signals_release(const sigset_t *before);

/* True where one of them waits: whoever holds it should come to an end. */
bool khct_signals_wait(void);

#endif

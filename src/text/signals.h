/* Holding back the signals that end the program, while there is something to put away first. */
#ifndef KHCT_TEXT_SIGNALS_H
#define KHCT_TEXT_SIGNALS_H

#include <stdbool.h>

/* What was held before; how it is kept differs between systems. */
typedef struct khct_held {
    _Alignas(8) unsigned char bytes[128];
} khct_held;

/* Holds all signals that end the program, but those of its own faults, back in this thread, and in
 * those that it begins; what was held before goes to *before. One that is ignored (nohup) stays
 * ignored: it must not look as if it waited. */
void khct_signals_hold(khct_held *before);

/* Lets them come, unless they were held before. */
void khct_signals_release(const khct_held *before);

/* True where one of them waits: whoever holds it should come to an end. */
bool khct_signals_wait(void);

#endif

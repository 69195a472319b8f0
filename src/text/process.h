/* Another program, run to its end, and what is to be known of programs, where systems differ. */
#ifndef KHCT_TEXT_PROCESS_H
#define KHCT_TEXT_PROCESS_H

#include "text/out.h"
#include "text/paths.h"

typedef struct khct_process {
    const char *program;            /* its path; a name without `/` is looked for on PATH */
    const char *const *arguments;   /* those after its name; ended by NULL */
    const char *const *environment; /* "NAME=value", all of it, ended by NULL; NULL: ours */
    const char *const *more;        /* what is set besides, ended by NULL; NULL: nothing */
    const char *folder;             /* where it runs; NULL: here */
    unsigned seconds; /* then it ends, with all that it has begun, as it does with khct; 0: when it
                         likes */
    khct_out *out;    /* what it writes, begun here in memory; NULL: nowhere. With `seconds` NULL */
} khct_process;

typedef enum khct_ending {
    KHCT_ENDED,             /* *status: its own, 128 and more where it ended otherwise */
    KHCT_ENDED_LATE,        /* its time was over */
    KHCT_ENDED_INTERRUPTED, /* a signal waits for khct */
    KHCT_ENDED_NEVER,       /* errno */
} khct_ending;

enum { KHCT_NO_PROGRAM = 127 }; /* the status where there is no such program */

/* Runs it with nothing to read, and nothing to complain to. What fails sets errno. */
khct_ending khct_process_run(const khct_process *process, int *status);

/* The path of a program on `path` (as PATH; NULL: the environment's), as a file that can be run. */
bool khct_program_find(const char *name, const char *path, char found[KHCT_PATH_MAX]);

/* The variables without which no program runs; ended by NULL. */
extern const char *const KHCT_PROGRAM_NEEDS[];

/* True where the process with that number has ended. */
bool khct_process_is_gone(long long number);

#endif

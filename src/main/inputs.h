/* The files that a command works on: those it was given, those below folders, those of a list. */
#ifndef KHCT_MAIN_INPUTS_H
#define KHCT_MAIN_INPUTS_H

#include "main/main.h"
#include "text/heap.h"
#include "text/map.h"

typedef struct khct_inputs {
    khct_paths files;
    size_t given;      /* how many at the front the user named one by one */
    bool many;         /* a folder or a list was given, or more than one file */
    const char *list;  /* of --files-from; NULL: none */
    bool zeroes;       /* -0: names end with NUL */
    khct_arena *arena; /* of `used`; NULL: nothing was gathered */
    char *passed;      /* the first link to a folder that was not followed; NULL: none */
    size_t passed_n;   /* how many there were */
    khct_map used;     /* files that others take in by `dung`, by device and number */
} khct_inputs;

/* Gathers the files: operands, then what stands in folders (`*.khct`, at any depth, in the order of
 * names; links to folders are not followed, which is said; hidden names are left out), then the
 * list of --files-from. A folder or list that cannot be read stays in it under its name, and is
 * told of when it is read. Returns -1, or an exit status with a message said. */
int khct_inputs_gather(khct_inputs *inputs, char **operands, int count, const khct_common *common);

/* True where another input takes the file in, and the user did not name it itself. */
bool khct_inputs_used(const khct_inputs *inputs, const char *path);

/* True, with a message, where an output of that name would take the place of an input, or of a file
 * that one takes in. */
bool khct_inputs_hold(const khct_inputs *inputs, const char *path, khct_io *io);

void khct_inputs_free(khct_inputs *inputs);

#endif

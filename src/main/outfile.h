/* How an output takes the place of a file, where systems differ: what main/output.c calls. */
#ifndef KHCT_MAIN_OUTFILE_H
#define KHCT_MAIN_OUTFILE_H

#include "main/main.h"

/* Finds what `path` leads to and what stands there, and opens the descriptor that is written to:
 * path, temporary, fd, old, stamp, direct. False, with a message, where it may not be written. */
bool khct_outfile_begin(khct_outfile *file, const char *path);

/* Puts what was written in its place. False with errno. */
bool khct_outfile_put(khct_outfile *file);

/* Leaves no temporary file. */
void khct_outfile_drop(khct_outfile *file, bool placed);

/* The messages: the system's error, or our own reason, both false for who returns them; of `copy`,
 * which stands beside the file. */
bool khct_outfile_fail(khct_io *io, const char *path, int error);
bool khct_outfile_refuse(khct_io *io, khct_code code, khct_text_id words, const char *path);
void khct_outfile_left_half(const khct_outfile *file, const char *copy);

#endif

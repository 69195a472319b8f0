/* A whole file in memory, as it is: for what is no plan, or not yet. */
#ifndef KHCT_TEXT_BYTES_H
#define KHCT_TEXT_BYTES_H

#include "text/stamp.h"
#include "text/str.h"

/* Reads the file at `path` into the arena. Returns 0, an errno, or EFBIG where it has more than
 * `most` bytes. Inside khct_try on the arena. */
int khct_bytes_read(khct_arena *arena, const char *path, size_t most, khct_str *bytes);

/* Reads so a file that is to be written to: *stamp is how it stood before it was read. */
int khct_bytes_read_stamped(khct_arena *arena, const char *path, size_t most, khct_str *bytes,
                            khct_stamp *stamp);

/* Writes a file that was not there, whole or not at all. False with errno. */
bool khct_bytes_write_new(const char *path, khct_str bytes);

#endif

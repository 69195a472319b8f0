/* How a file stood when it was read, to see later whether somebody has written to it since. */
#ifndef KHCT_TEXT_STAMP_H
#define KHCT_TEXT_STAMP_H

#include <stdbool.h>
#include <stdint.h>

/* All zeroes: there was no file. */
typedef struct khct_stamp {
    uint64_t device, inode;
    int64_t size, seconds, nanoseconds; /* bytes; of the last write */
    int64_t touched[2];                 /* the same of the last change to anything of it, which no
                                           program sets; zeroes where the system does not tell */
} khct_stamp;

/* That of a path, links not followed; zeroes where nothing is there. False with errno where nobody
 * can tell. */
bool khct_stamp_at(const char *path, khct_stamp *stamp);

bool khct_stamp_eq(khct_stamp a, khct_stamp b);

/* True where both are of one file, however it was named. */
bool khct_stamp_same_file(khct_stamp a, khct_stamp b);

#endif

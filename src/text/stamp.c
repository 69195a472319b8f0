#include "text/stamp.h"

#include <errno.h>

khct_stamp khct_stamp_of(const struct stat *status)
{
    return (khct_stamp){.device = (uint64_t)status->st_dev,
                        .inode = (uint64_t)status->st_ino,
                        .size = (int64_t)status->st_size,
                        .seconds = (int64_t)status->st_mtim.tv_sec,
                        .nanoseconds = (int64_t)status->st_mtim.tv_nsec};
}

bool khct_stamp_at(const char *path, khct_stamp *stamp)
{
    struct stat status;
    *stamp = (khct_stamp){0};
    if (lstat(path, &status) != 0)
        return errno == ENOENT;
    *stamp = khct_stamp_of(&status);
    return true;
}

bool khct_stamp_eq(khct_stamp a, khct_stamp b)
{
    return a.device == b.device && a.inode == b.inode && a.size == b.size &&
           a.seconds == b.seconds && a.nanoseconds == b.nanoseconds;
}

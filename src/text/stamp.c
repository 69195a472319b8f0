#include "text/stamp.h"

#include "text/files.h"

#include <errno.h>

bool khct_stamp_at(const char *path, khct_stamp *stamp)
{
    khct_file_facts facts;
    *stamp = (khct_stamp){0};
    if (!khct_look_at_link(path, &facts))
        return errno == ENOENT;
    *stamp = facts.stamp;
    return true;
}

bool khct_stamp_eq(khct_stamp a, khct_stamp b)
{
    return a.device == b.device && a.inode == b.inode && a.size == b.size &&
           a.seconds == b.seconds && a.nanoseconds == b.nanoseconds &&
           a.touched[0] == b.touched[0] && a.touched[1] == b.touched[1];
}

bool khct_stamp_same_file(khct_stamp a, khct_stamp b)
{
    return a.device == b.device && a.inode == b.inode;
}

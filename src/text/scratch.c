#include "text/scratch.h"

#include "text/bytes.h"

#include <errno.h>
#include <stdio.h>

bool khct_scratch_write(const char *folder, const char *name, khct_str text)
{
    char path[KHCT_PATH_MAX];
    int n = snprintf(path, sizeof path, "%s/%s", folder, name);
    if (n > 0 && (size_t)n < sizeof path)
        return khct_bytes_write_new(path, text);
    errno = ENAMETOOLONG;
    return false;
}

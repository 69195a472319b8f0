#include "text/paths.h"

#include <string.h>

void khct_path_cut(char *path)
{
    size_t n = strlen(path);
    if (n > 0 && path[n - 1] == '/')
        path[n - 1] = '\0';
}

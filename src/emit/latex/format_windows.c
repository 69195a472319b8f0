/* On Windows no format is kept: who may write a folder is asked in other ways there. */
#include "emit/latex/format.h"

#include <errno.h>

bool khct_format_find(const char *program, khct_str class_file, bool large,
                      char path[KHCT_PATH_MAX])
{
    (void)program, (void)class_file, (void)large, (void)path;
    return false;
}

bool khct_format_link(const char *format, const char *folder)
{
    (void)format, (void)folder;
    errno = ENOSYS;
    return false;
}

#include "text/paths.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

_Static_assert(KHCT_PATH_MAX >= PATH_MAX, "realpath needs the room");

const char KHCT_BETWEEN_PATHS = ':';

bool khct_path_is_absolute(const char *path)
{
    return path[0] == '/';
}

void khct_path_spell(char *path)
{
    (void)path; /* it is so already */
}

char *khct_path_real(const char *path, char real[KHCT_PATH_MAX])
{
    return realpath(path, real);
}

void khct_path_key(const char *path, char key[KHCT_PATH_MAX])
{
    snprintf(key, KHCT_PATH_MAX, "%s", path);
}

void khct_path_from_uri(char *path)
{
    (void)path; /* it is one */
}

const bool KHCT_PATH_HOSTS = false;

bool khct_path_here(char here[KHCT_PATH_MAX])
{
    return getcwd(here, KHCT_PATH_MAX) != NULL;
}

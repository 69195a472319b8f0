#include "text/scratch.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { DEEPEST = 8 }; /* folders that a program may make in each other */

bool khct_scratch_make(char folder[KHCT_PATH_MAX])
{
    const char *where = getenv("TMPDIR");
    if (where == NULL || where[0] != '/')
        where = "/tmp";
    int n = snprintf(folder, KHCT_PATH_MAX, "%s/khct-XXXXXX", where);
    if (n > 0 && n < KHCT_PATH_MAX && mkdtemp(folder) != NULL)
        return true;
    folder[0] = '\0';
    return false;
}

int khct_scratch_open(const char *folder, const char *name)
{
    char path[KHCT_PATH_MAX];
    int n = snprintf(path, sizeof path, "%s/%s", folder, name);
    if (n > 0 && (size_t)n < sizeof path)
        return open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    errno = ENAMETOOLONG;
    return -1;
}

static void empty(int fd, int depth)
{
    DIR *directory = fdopendir(fd);
    if (directory == NULL) {
        close(fd);
        return;
    }
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        const char *name = entry->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || unlinkat(fd, name, 0) == 0 ||
            depth == DEEPEST)
            continue;
        int below = openat(fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (below >= 0)
            empty(below, depth + 1);
        unlinkat(fd, name, AT_REMOVEDIR);
    }
    closedir(directory);
}

void khct_scratch_remove(const char *folder)
{
    /* once more where something failed: another process may have had all that there is to have */
    for (int i = 0; i < 2 && folder[0] != '\0'; i++) {
        int fd = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (fd >= 0)
            empty(fd, 0);
        if (rmdir(folder) == 0)
            break;
    }
}

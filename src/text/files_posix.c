#include "text/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- looking --- */

static khct_file_facts facts_of(const struct stat *status)
{
    return (khct_file_facts){
        .kind = S_ISREG(status->st_mode)   ? KHCT_KIND_FILE
                : S_ISDIR(status->st_mode) ? KHCT_KIND_FOLDER
                : S_ISLNK(status->st_mode) ? KHCT_KIND_LINK
                                           : KHCT_KIND_OTHER,
        .stamp = {.device = (uint64_t)status->st_dev,
                  .inode = (uint64_t)status->st_ino,
                  .size = (int64_t)status->st_size,
                  .seconds = (int64_t)status->st_mtim.tv_sec,
                  .nanoseconds = (int64_t)status->st_mtim.tv_nsec,
                  .touched = {(int64_t)status->st_ctim.tv_sec, (int64_t)status->st_ctim.tv_nsec}}};
}

bool khct_look(const char *path, khct_file_facts *facts)
{
    struct stat status;
    bool seen = stat(path, &status) == 0;
    if (seen)
        *facts = facts_of(&status);
    return seen;
}

bool khct_look_at_link(const char *path, khct_file_facts *facts)
{
    struct stat status;
    bool seen = lstat(path, &status) == 0;
    if (seen)
        *facts = facts_of(&status);
    return seen;
}

bool khct_look_open(int fd, khct_file_facts *facts)
{
    struct stat status;
    bool seen = fstat(fd, &status) == 0;
    if (seen)
        *facts = facts_of(&status);
    return seen;
}

bool khct_look_at_program(khct_file_facts *facts)
{
    return khct_look("/proc/self/exe", facts);
}

bool khct_is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool khct_is_there(const char *path)
{
    return access(path, F_OK) == 0;
}

/* --- opening --- */

int khct_open_read(const char *path, bool waits)
{
    return open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | (waits ? 0 : O_NONBLOCK));
}

static int open_in(int folder, const char *name, int flags)
{
    int fd = openat(folder, name, flags | O_NOFOLLOW | O_CLOEXEC);
    int error = errno;
    close(folder);
    errno = error;
    return fd;
}

int khct_open_below(const char *root, const char *real)
{
    char name[KHCT_NAME_MAX];
    int at = open(root[0] == '\0' ? "/" : root, O_PATH | O_DIRECTORY | O_CLOEXEC);
    const char *p = real + strlen(root) + 1;
    while (at >= 0) {
        size_t n = strcspn(p, "/");
        bool last = p[n] == '\0';
        snprintf(name, sizeof name, "%.*s", (int)n, p);
        at = open_in(at, name, last ? O_RDONLY | O_NONBLOCK | O_NOCTTY : O_PATH | O_DIRECTORY);
        if (last)
            break;
        p += n + 1;
    }
    return at;
}

int khct_open_new(const char *path)
{
    return open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
}

int khct_open_temporary(char *path)
{
    return mkostemp(path, O_CLOEXEC);
}

FILE *khct_open_stream(const char *path)
{
    return fopen(path, "re");
}

FILE *khct_open_nameless(void)
{
    return tmpfile();
}

ssize_t khct_read_until(char **line, size_t *size, int end, FILE *stream)
{
    return getdelim(line, size, end, stream);
}

/* --- changing --- */

bool khct_make_folder(const char *path)
{
    return mkdir(path, 0777) == 0;
}

bool khct_remove(const char *path)
{
    return unlink(path) == 0;
}

bool khct_move(const char *from, const char *to)
{
    return rename(from, to) == 0;
}

/* --- folders: a listing is the system's own --- */

khct_listing *khct_list_open(const char *folder)
{
    return (khct_listing *)opendir(folder);
}

const char *khct_list_next(khct_listing *listing)
{
    struct dirent *entry;
    errno = 0;
    do
        entry = readdir((DIR *)listing);
    while (entry != NULL && (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0));
    return entry == NULL ? NULL : entry->d_name;
}

void khct_list_close(khct_listing *listing)
{
    if (listing != NULL)
        closedir((DIR *)listing);
}

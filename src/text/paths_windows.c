#include "text/paths.h"

#include "text/wide.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <windows.h>

const char KHCT_BETWEEN_PATHS = ';';

static bool is_drive(const char *path)
{
    return ((path[0] >= 'A' && path[0] <= 'Z') || (path[0] >= 'a' && path[0] <= 'z')) &&
           path[1] == ':';
}

bool khct_path_is_absolute(const char *path)
{
    return is_drive(path) || path[0] == '/' || path[0] == '\\';
}

void khct_path_spell(char *path)
{
    for (; *path != '\0'; path++)
        if (*path == '\\')
            *path = '/';
}

char *khct_path_real(const char *path, char real[KHCT_PATH_MAX])
{
    wchar_t wide[KHCT_WIDE_MAX], found[KHCT_WIDE_MAX];
    if (path[0] == '\0') {
        errno = ENOENT;
        return NULL;
    }
    if (!khct_wide_path(path, wide))
        return NULL;
    HANDLE file = CreateFileW(wide, 0, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                              OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, NULL);
    if (file == INVALID_HANDLE_VALUE) {
        khct_wide_failed();
        return NULL;
    }
    DWORD n = GetFileType(file) != FILE_TYPE_DISK
                  ? 0
                  : GetFinalPathNameByHandleW(file, found, KHCT_WIDE_MAX, FILE_NAME_NORMALIZED);
    CloseHandle(file);
    if (n == 0) /* `nul`, `con`: they have no place; what they are is told when they are opened */
        n = GetFullPathNameW(wide, KHCT_WIDE_MAX, found, NULL);
    if (n == 0 || n >= KHCT_WIDE_MAX) {
        errno = ENAMETOOLONG;
        return NULL;
    }
    return khct_narrow_path(found, real, KHCT_PATH_MAX) > 0 ? real : NULL;
}

/* Large and small letters are the same to the disk. */
void khct_path_key(const char *path, char key[KHCT_PATH_MAX])
{
    wchar_t wide[KHCT_PATH_MAX];
    snprintf(key, KHCT_PATH_MAX, "%s", path);
    size_t n = khct_wide_text(path, wide, KHCT_PATH_MAX);
    if (n > 0 && CharUpperBuffW(wide, (DWORD)n - 1) == n - 1)
        khct_narrow(wide, key, KHCT_PATH_MAX);
}

void khct_path_from_uri(char *path)
{
    if (path[0] == '/' && is_drive(path + 1))
        memmove(path, path + 1, strlen(path));
}

const bool KHCT_PATH_HOSTS = true;

bool khct_path_here(char here[KHCT_PATH_MAX])
{
    wchar_t wide[KHCT_WIDE_MAX];
    DWORD n = GetCurrentDirectoryW(KHCT_WIDE_MAX, wide);
    return n > 0 && n < KHCT_WIDE_MAX && khct_narrow_path(wide, here, KHCT_PATH_MAX) > 0;
}

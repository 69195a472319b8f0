#include "text/wide.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

static const wchar_t LIFTED[] = L"\\\\?\\", LIFTED_HOST[] = L"\\\\?\\UNC\\";

bool khct_wide_failed(void)
{
    switch (GetLastError()) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_INVALID_DRIVE:
    case ERROR_BAD_NETPATH:
    case ERROR_BAD_NET_NAME:
    case ERROR_INVALID_NAME:
    case ERROR_BAD_PATHNAME: errno = ENOENT; break;
    case ERROR_DIRECTORY: errno = ENOTDIR; break;
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS: errno = EEXIST; break;
    case ERROR_NOT_ENOUGH_MEMORY:
    case ERROR_OUTOFMEMORY: errno = ENOMEM; break;
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL: errno = ENOSPC; break;
    case ERROR_TOO_MANY_OPEN_FILES: errno = EMFILE; break;
    case ERROR_FILENAME_EXCED_RANGE:
    case ERROR_INSUFFICIENT_BUFFER: errno = ENAMETOOLONG; break;
    case ERROR_WRITE_PROTECT: errno = EROFS; break;
    case ERROR_NO_UNICODE_TRANSLATION: errno = EILSEQ; break;
    case ERROR_BROKEN_PIPE:
    case ERROR_NO_DATA: errno = EPIPE; break;
    /* somebody else has it open: Word, Excel or a reader of PDF */
    case ERROR_SHARING_VIOLATION:
    case ERROR_LOCK_VIOLATION:
    case ERROR_USER_MAPPED_FILE: errno = EBUSY; break;
    case ERROR_ACCESS_DENIED:
    case ERROR_PRIVILEGE_NOT_HELD: errno = EACCES; break;
    default: errno = EIO; break;
    }
    return false;
}

size_t khct_wide_text(const char *text, wchar_t *wide, size_t size)
{
    int n = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, text, -1, wide, (int)size);
    if (n <= 0)
        khct_wide_failed();
    return n <= 0 ? 0 : (size_t)n;
}

size_t khct_narrow(const wchar_t *wide, char *text, size_t size)
{
    int n = WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, (int)size, NULL, NULL);
    if (n <= 0)
        khct_wide_failed();
    return n <= 0 ? 0 : (size_t)n;
}

/* Puts the prefix before a whole path of `n` units with its NUL. */
static bool lengthen(wchar_t *wide, size_t n)
{
    bool host = wide[0] == L'\\' && wide[1] == L'\\';
    const wchar_t *prefix = host ? LIFTED_HOST : LIFTED;
    size_t more = wcslen(prefix), skipped = host ? 2 : 0;
    if (n + more > KHCT_WIDE_MAX) {
        errno = ENAMETOOLONG;
        return false;
    }
    memmove(wide + more, wide + skipped, (n - skipped) * sizeof *wide);
    memcpy(wide, prefix, more * sizeof *wide);
    return true;
}

bool khct_wide_path(const char *path, wchar_t wide[KHCT_WIDE_MAX])
{
    enum { SHORT = 240 }; /* a temporary name beside it must have room too */
    wchar_t given[KHCT_PATH_MAX];
    size_t n = khct_wide_text(path, given, KHCT_PATH_MAX);
    if (n == 0)
        return false;
    for (size_t i = 0; i < n; i++)
        if (given[i] == L'/')
            given[i] = L'\\';
    if (n == 3 && given[1] == L':') { /* "C:" is where that drive was left; we mean its root */
        given[2] = L'\\';
        given[n++] = L'\0';
    }
    size_t before = khct_path_is_absolute(path) ? 0 : GetCurrentDirectoryW(0, NULL);
    if (before + n <= SHORT || wcsncmp(given, LIFTED, 4) == 0) {
        memcpy(wide, given, n * sizeof *wide);
        return true;
    }
    DWORD whole = GetFullPathNameW(given, KHCT_PATH_MAX, wide, NULL);
    if (whole == 0 || whole >= KHCT_PATH_MAX) {
        errno = ENAMETOOLONG;
        return false;
    }
    return wcsncmp(wide, LIFTED, 4) == 0 || lengthen(wide, (size_t)whole + 1);
}

size_t khct_narrow_path(const wchar_t *wide, char *path, size_t size)
{
    bool host = wcsncmp(wide, LIFTED_HOST, 8) == 0;
    if (host)
        wide += 7; /* the second `\` before the host; the first is put there */
    else if (wcsncmp(wide, LIFTED, 4) == 0)
        wide += 4;
    size_t n = khct_narrow(wide, path + host, size - host);
    if (n == 0)
        return 0;
    if (host)
        path[0] = '\\';
    khct_path_spell(path);
    return n + host;
}

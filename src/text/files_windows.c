#include "text/files.h"

#include "text/system.h"
#include "text/wide.h"

#include <errno.h>
#include <fcntl.h>
#include <io.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

enum { SHARED = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE };

/* --- looking --- */

/* `itself`: a link was opened, and not what it leads to. A file of a cloud folder that is not on
 * this disk yet looks like a link, and is none. */
static bool look_at_handle(HANDLE handle, bool itself, khct_file_facts *facts)
{
    BY_HANDLE_FILE_INFORMATION about;
    *facts = (khct_file_facts){.kind = KHCT_KIND_OTHER};
    if (GetFileType(handle) != FILE_TYPE_DISK)
        return true;
    if (!GetFileInformationByHandle(handle, &about))
        return khct_wide_failed();
    uint64_t written = (uint64_t)about.ftLastWriteTime.dwHighDateTime << 32 |
                       about.ftLastWriteTime.dwLowDateTime; /* of 100 ns */
    facts->kind = itself                                                     ? KHCT_KIND_LINK
                  : (about.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0 ? KHCT_KIND_FOLDER
                                                                             : KHCT_KIND_FILE;
    facts->stamp = (khct_stamp){
        .device = about.dwVolumeSerialNumber,
        .inode = (uint64_t)about.nFileIndexHigh << 32 | about.nFileIndexLow,
        .size = (int64_t)((uint64_t)about.nFileSizeHigh << 32 | about.nFileSizeLow),
        .seconds = (int64_t)(written / 10000000),
        .nanoseconds = (int64_t)(written % 10000000) * 100,
    };
    return true;
}

static bool look(const char *path, bool itself, khct_file_facts *facts)
{
    wchar_t wide[KHCT_WIDE_MAX];
    if (!khct_wide_path(path, wide))
        return false;
    HANDLE handle =
        CreateFileW(wide, FILE_READ_ATTRIBUTES, SHARED, NULL, OPEN_EXISTING,
                    FILE_FLAG_BACKUP_SEMANTICS | (itself ? FILE_FLAG_OPEN_REPARSE_POINT : 0), NULL);
    if (handle == INVALID_HANDLE_VALUE)
        return khct_wide_failed();
    bool seen = look_at_handle(handle, itself, facts);
    CloseHandle(handle);
    return seen;
}

bool khct_look(const char *path, khct_file_facts *facts)
{
    return look(path, false, facts);
}

static bool is_link(const wchar_t *wide)
{
    WIN32_FIND_DATAW found;
    HANDLE find = FindFirstFileW(wide, &found);
    if (find == INVALID_HANDLE_VALUE)
        return false;
    FindClose(find);
    return (found.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0 &&
           (found.dwReserved0 == IO_REPARSE_TAG_SYMLINK ||
            found.dwReserved0 == IO_REPARSE_TAG_MOUNT_POINT);
}

bool khct_look_at_link(const char *path, khct_file_facts *facts)
{
    wchar_t wide[KHCT_WIDE_MAX];
    if (!khct_wide_path(path, wide))
        return false;
    return look(path, is_link(wide), facts);
}

bool khct_look_open(int fd, khct_file_facts *facts)
{
    return look_at_handle((HANDLE)_get_osfhandle(fd), false, facts);
}

bool khct_look_at_program(khct_file_facts *facts)
{
    wchar_t wide[KHCT_WIDE_MAX];
    char path[KHCT_PATH_MAX];
    DWORD n = GetModuleFileNameW(NULL, wide, KHCT_WIDE_MAX);
    return n > 0 && n < KHCT_WIDE_MAX && khct_narrow_path(wide, path, sizeof path) > 0 &&
           khct_look(path, facts);
}

bool khct_is_folder(const char *path)
{
    khct_file_facts facts;
    return khct_look(path, &facts) && facts.kind == KHCT_KIND_FOLDER;
}

bool khct_is_there(const char *path)
{
    khct_file_facts facts; /* `con` always answers, and is in no folder */
    return khct_look_at_link(path, &facts) && facts.kind != KHCT_KIND_OTHER;
}

/* --- opening --- */

static int descriptor_of(HANDLE handle, int flags)
{
    int fd = _open_osfhandle((intptr_t)handle, flags | _O_BINARY | _O_NOINHERIT);
    if (fd < 0)
        CloseHandle(handle);
    return fd;
}

static int open_by(const wchar_t *wide, DWORD rights, DWORD how, int flags)
{
    HANDLE handle = CreateFileW(wide, rights, SHARED, NULL, how,
                                FILE_ATTRIBUTE_NORMAL | FILE_FLAG_BACKUP_SEMANTICS, NULL);
    if (handle != INVALID_HANDLE_VALUE)
        return descriptor_of(handle, flags);
    khct_wide_failed();
    return -1;
}

int khct_open_read(const char *path, bool waits)
{
    (void)waits; /* no pipe stands in a folder here */
    wchar_t wide[KHCT_WIDE_MAX];
    return khct_wide_path(path, wide) ? open_by(wide, GENERIC_READ, OPEN_EXISTING, _O_RDONLY) : -1;
}

/* What was opened says where it lies: a link that came since shows itself. */
int khct_open_below(const char *root, const char *real)
{
    (void)root;
    wchar_t found[KHCT_WIDE_MAX];
    char path[KHCT_PATH_MAX];
    int fd = khct_open_read(real, false);
    if (fd < 0)
        return -1;
    DWORD n = GetFinalPathNameByHandleW((HANDLE)_get_osfhandle(fd), found, KHCT_WIDE_MAX,
                                        FILE_NAME_NORMALIZED);
    if (n > 0 && n < KHCT_WIDE_MAX && khct_narrow_path(found, path, sizeof path) > 0 &&
        strcmp(path, real) == 0)
        return fd;
    _close(fd);
    errno = EACCES;
    return -1;
}

int khct_open_new(const char *path)
{
    wchar_t wide[KHCT_WIDE_MAX];
    return khct_wide_path(path, wide) ? open_by(wide, GENERIC_WRITE, CREATE_NEW, _O_WRONLY) : -1;
}

int khct_open_temporary(char *path)
{
    static const char LETTERS[] = "abcdefghijklmnopqrstuvwxyz012345";
    enum { TRIES = 100, MARKS = 6 };
    wchar_t wide[KHCT_WIDE_MAX];
    char *marks = path + strlen(path) - MARKS;
    for (int i = 0; i < TRIES; i++) {
        unsigned char bytes[MARKS];
        if (!khct_random(bytes, sizeof bytes))
            break;
        for (size_t k = 0; k < MARKS; k++)
            marks[k] = LETTERS[bytes[k] & 31];
        if (!khct_wide_path(path, wide))
            return -1;
        int fd = open_by(wide, GENERIC_READ | GENERIC_WRITE | DELETE, CREATE_NEW, _O_RDWR);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    errno = EEXIST;
    return -1;
}

FILE *khct_open_stream(const char *path)
{
    int fd = khct_open_read(path, false);
    FILE *stream = fd < 0 ? NULL : _fdopen(fd, "rb");
    if (fd >= 0 && stream == NULL)
        _close(fd);
    return stream;
}

/* In the user's folder for such: the C library would want it at the root of the disk. */
FILE *khct_open_nameless(void)
{
    wchar_t folder[KHCT_WIDE_MAX], path[KHCT_WIDE_MAX];
    DWORD n = GetTempPathW(KHCT_WIDE_MAX, folder);
    if (n == 0 || n > MAX_PATH - 14 || GetTempFileNameW(folder, L"khc", 0, path) == 0) {
        khct_wide_failed();
        return NULL;
    }
    HANDLE handle =
        CreateFileW(path, GENERIC_READ | GENERIC_WRITE | DELETE, SHARED, NULL, CREATE_ALWAYS,
                    FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE, NULL);
    int fd = handle == INVALID_HANDLE_VALUE ? -1 : descriptor_of(handle, _O_RDWR);
    FILE *stream = fd < 0 ? NULL : _fdopen(fd, "w+b");
    if (fd >= 0 && stream == NULL)
        _close(fd);
    return stream;
}

/* --- lines --- */

/* A line of the keyboard, in UTF-8 with its end as "\n". False: it has ended. */
static bool read_keyboard(char *bytes, size_t size)
{
    wchar_t wide[1024];
    DWORD n = 0;
    if (!ReadConsoleW((HANDLE)_get_osfhandle(0), wide, sizeof wide / sizeof *wide - 1, &n, NULL) ||
        n == 0 || wide[0] == 0x1A) /* Ctrl-Z */
        return false;
    if (n > 1 && wide[n - 2] == L'\r')
        wide[--n - 1] = L'\n';
    wide[n] = L'\0';
    return khct_narrow(wide, bytes, size) > 0;
}

static bool grow(char **line, size_t *size)
{
    size_t wanted = *size < 4096 ? 4096 : *size * 2;
    char *larger = realloc(*line, wanted);
    if (larger == NULL)
        return false;
    *line = larger;
    *size = wanted;
    return true;
}

ssize_t khct_read_until(char **line, size_t *size, int end, FILE *stream)
{
    size_t n = 0;
    int c;
    if (*line == NULL)
        *size = 0;
    if (stream == stdin && khct_is_terminal(0)) {
        if (*size < 4096 && !grow(line, size))
            return -1;
        return read_keyboard(*line, *size) ? (ssize_t)strlen(*line) : -1;
    }
    while ((c = getc(stream)) != EOF) {
        if (n + 2 > *size && !grow(line, size))
            return -1;
        (*line)[n++] = (char)c;
        if (c == end)
            break;
    }
    if (n == 0)
        return -1;
    (*line)[n] = '\0';
    return (ssize_t)n;
}

/* --- changing --- */

bool khct_make_folder(const char *path)
{
    wchar_t wide[KHCT_WIDE_MAX];
    return khct_wide_path(path, wide) && (CreateDirectoryW(wide, NULL) || khct_wide_failed());
}

bool khct_remove(const char *path)
{
    wchar_t wide[KHCT_WIDE_MAX];
    return khct_wide_path(path, wide) && (DeleteFileW(wide) || khct_wide_failed());
}

bool khct_move(const char *from, const char *to)
{
    wchar_t old[KHCT_WIDE_MAX], new[KHCT_WIDE_MAX];
    return khct_wide_path(from, old) && khct_wide_path(to, new) &&
           (MoveFileExW(old, new, MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) ||
            khct_wide_failed());
}

/* --- folders --- */

struct khct_listing {
    HANDLE find;
    WIN32_FIND_DATAW found;
    bool waits; /* `found` has not been given yet */
    char name[KHCT_NAME_MAX];
};

khct_listing *khct_list_open(const char *folder)
{
    char all[KHCT_PATH_MAX];
    wchar_t wide[KHCT_WIDE_MAX];
    size_t n = strlen(folder);
    if (!khct_is_folder(folder)) {
        errno = ENOTDIR;
        return NULL;
    }
    int length =
        snprintf(all, sizeof all, "%s%s*", folder, n > 0 && folder[n - 1] == '/' ? "" : "/");
    khct_listing *listing = calloc(1, sizeof *listing);
    if (listing == NULL || length < 0 || (size_t)length >= sizeof all ||
        !khct_wide_path(all, wide)) {
        free(listing);
        return NULL;
    }
    listing->find = FindFirstFileW(wide, &listing->found);
    listing->waits = true;
    if (listing->find != INVALID_HANDLE_VALUE)
        return listing;
    khct_wide_failed();
    free(listing);
    return NULL;
}

const char *khct_list_next(khct_listing *listing)
{
    while (listing->waits || FindNextFileW(listing->find, &listing->found)) {
        listing->waits = false;
        const wchar_t *name = listing->found.cFileName;
        if (wcscmp(name, L".") != 0 && wcscmp(name, L"..") != 0 &&
            khct_narrow(name, listing->name, sizeof listing->name) > 0)
            return listing->name;
    }
    errno = GetLastError() == ERROR_NO_MORE_FILES ? 0 : EIO;
    return NULL;
}

void khct_list_close(khct_listing *listing)
{
    if (listing != NULL)
        FindClose(listing->find);
    free(listing);
}

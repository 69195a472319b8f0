/* Output files on Windows: beside the file, then in its place with its rights, or into it. */
#include "main/outfile.h"

#include "text/files.h"
#include "text/wide.h"

#include <errno.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

enum {
    TRIES = 10, /* a guard against viruses, or an index, may look at what was just written */
    PAUSE = 50, /* milliseconds between them */
};

/* --- names --- */

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

static bool is_device(const char *name)
{
    static const char *const NAMES[] = {"con", "prn", "aux", "nul", "conin$", "conout$"};
    size_t n = strcspn(name, ".: ");
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++)
        if (strlen(NAMES[i]) == n && _strnicmp(name, NAMES[i], n) == 0)
            return true;
    return n == 4 && (_strnicmp(name, "com", 3) == 0 || _strnicmp(name, "lpt", 3) == 0) &&
           khct_is_digit(name[3]);
}

/* A name that Windows takes for something else, or writes otherwise: a device, a stream of a file
 * (`a:b`), a blank or full stop at the end. */
static bool is_reserved(const char *path)
{
    const char *name = base_name(path);
    size_t n = strlen(name);
    return n > 0 && (is_device(name) || strpbrk(name, "<>:\"|?*") != NULL || name[n - 1] == '.' ||
                     name[n - 1] == ' ');
}

/* --- before writing --- */

/* Where a link leads, if it stays in the link's folder; else the path itself. */
static bool follow(khct_outfile *file, const char *path)
{
    khct_file_facts facts;
    char folder[KHCT_PATH_MAX], home[KHCT_PATH_MAX], real[KHCT_PATH_MAX];
    if (khct_look_at_link(path, &facts) && facts.kind == KHCT_KIND_LINK) {
        snprintf(folder, sizeof folder, "%.*s", (int)(base_name(path) - path), path);
        bool found = khct_path_real(path, real) != NULL &&
                     khct_path_real(folder[0] == '\0' ? "." : folder, home) != NULL;
        khct_path_cut(home);
        size_t n = found ? strlen(home) : 0;
        if (!found || strncmp(real, home, n) != 0 || real[n] != '/')
            return khct_outfile_refuse(file->io, KHCT_KH8006, KHCT_T_WRITE_LINK, file->name);
        path = real;
    }
    size_t size = strlen(path) + sizeof ".XXXXXX";
    file->path = strdup(path);
    file->temporary = malloc(size);
    if (file->path == NULL || file->temporary == NULL)
        return khct_outfile_fail(file->io, file->name, ENOMEM);
    snprintf(file->temporary, size, "%s.XXXXXX", path);
    return true;
}

/* How many names what is open has. */
static unsigned long names_of(int fd)
{
    BY_HANDLE_FILE_INFORMATION about;
    return GetFileInformationByHandle((HANDLE)_get_osfhandle(fd), &about) ? about.nNumberOfLinks
                                                                          : 1;
}

static int open_old_file(const char *path)
{
    wchar_t wide[KHCT_WIDE_MAX];
    if (!khct_wide_path(path, wide))
        return -1;
    HANDLE handle = CreateFileW(wide, GENERIC_READ | GENERIC_WRITE,
                                FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                                OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    if (handle != INVALID_HANDLE_VALUE)
        return _open_osfhandle((intptr_t)handle, 0x8000 /* bytes */);
    khct_wide_failed();
    return -1;
}

static bool is_read_only(const char *path)
{
    wchar_t wide[KHCT_WIDE_MAX];
    DWORD is = khct_wide_path(path, wide) ? GetFileAttributesW(wide) : INVALID_FILE_ATTRIBUTES;
    return is != INVALID_FILE_ATTRIBUTES && (is & FILE_ATTRIBUTE_READONLY) != 0;
}

static void fail(const khct_outfile *file)
{
    if (errno == EBUSY)
        khct_outfile_refuse(file->io, KHCT_KH8006, KHCT_T_WRITE_BUSY, file->name);
    else
        khct_outfile_fail(file->io, file->name, errno);
}

/* Opens what stands there, if it may be replaced. */
static bool open_old(khct_outfile *file)
{
    khct_file_facts facts;
    if (!khct_look(file->path, &facts)) {
        if (errno == ENOENT)
            return true;
        fail(file);
        return false;
    }
    if (facts.kind == KHCT_KIND_FOLDER)
        return khct_outfile_fail(file->io, file->name, EISDIR);
    if (is_read_only(file->path))
        return khct_outfile_refuse(file->io, KHCT_KH8006, KHCT_T_WRITE_READONLY, file->name);
    file->old = open_old_file(file->path); /* told now, not when all is done */
    if (file->old < 0) {
        fail(file);
        return false;
    }
    file->in_place = names_of(file->old) > 1;
    file->stamp = facts.stamp;
    return true;
}

bool khct_outfile_begin(khct_outfile *file, const char *path)
{
    file->direct = _stricmp(path, "nul") == 0; /* what /dev/null is elsewhere */
    if (!file->direct && is_reserved(path))
        return khct_outfile_refuse(file->io, KHCT_KH8006, KHCT_T_WRITE_NAME, file->name);
    if (!follow(file, path) || (!file->direct && !open_old(file)))
        return false;
    file->fd = file->direct ? open_old_file(path) : khct_open_temporary(file->temporary);
    file->named = !file->direct && file->fd >= 0;
    if (file->fd < 0)
        fail(file);
    return file->fd >= 0;
}

bool khct_may_write_by_name(const char *path)
{
    khct_file_facts facts;
    return khct_look_at_link(path, &facts) && facts.kind == KHCT_KIND_FILE && !is_read_only(path);
}

/* --- putting it in place --- */

/* All bytes of one open file into another, from its begin, and onto the disk. */
static bool copy(int from, int to)
{
    char bytes[16 * 1024];
    int n = 0;
    if (_lseeki64(from, 0, SEEK_SET) != 0 || _lseeki64(to, 0, SEEK_SET) != 0)
        return false;
    while ((n = _read(from, bytes, sizeof bytes)) > 0)
        for (int done = 0, now; done < n; done += now)
            if ((now = _write(to, bytes + done, (unsigned)(n - done))) <= 0)
                return false;
    return n == 0 && _chsize_s(to, _telli64(to)) == 0 && _commit(to) == 0;
}

/* Where the file cannot be replaced with its rights, or has several names: its bytes are, while a
 * copy of the old ones stands beside it. */
static bool write_in_place(khct_outfile *file)
{
    char name[KHCT_PATH_MAX];
    int n = snprintf(name, sizeof name, "%s.XXXXXX", file->path);
    int beside = n > 0 && (size_t)n < sizeof name ? khct_open_temporary(name) : -1;
    if (beside < 0)
        return false;
    bool safe = copy(file->old, beside), done = safe && copy(file->fd, file->old);
    int error = errno;
    bool whole = done || !safe || copy(beside, file->old);
    _close(beside);
    if (whole)
        khct_remove(name);
    else
        khct_outfile_left_half(file, name);
    errno = error;
    return done;
}

static bool end_writing(int *fd)
{
    bool whole = *fd < 0 || (_commit(*fd) == 0 && _close(*fd) == 0);
    *fd = -1;
    return whole;
}

static bool is_passing(DWORD error)
{
    return error == ERROR_SHARING_VIOLATION || error == ERROR_LOCK_VIOLATION ||
           error == ERROR_UNABLE_TO_REMOVE_REPLACED;
}

/* Puts one file in the other's place: it gets its rights, streams and attributes, the last by
 * ourselves where the system forgets them. */
static bool replace(const char *path, const char *temporary)
{
    enum { KEPT = FILE_ATTRIBUTE_HIDDEN | FILE_ATTRIBUTE_SYSTEM };
    wchar_t to[KHCT_WIDE_MAX], from[KHCT_WIDE_MAX];
    if (!khct_wide_path(path, to) || !khct_wide_path(temporary, from))
        return false;
    DWORD old = GetFileAttributesW(to);
    if (old != INVALID_FILE_ATTRIBUTES && (old & KEPT) != 0)
        SetFileAttributesW(from, old & KEPT);
    for (int i = 0; i < TRIES; i++) {
        if (ReplaceFileW(to, from, NULL, 0, NULL, NULL))
            return true;
        if (!is_passing(GetLastError()))
            break;
        Sleep(PAUSE);
    }
    return khct_wide_failed();
}

bool khct_outfile_put(khct_outfile *file)
{
    bool replaces = file->old >= 0;
    if (file->direct) {
        int fd = file->fd;
        file->fd = -1;
        return _close(fd) == 0;
    }
    if (file->in_place)
        return write_in_place(file);
    if (!end_writing(&file->fd) || !end_writing(&file->old))
        return false;
    if (!replaces)
        return khct_move(file->temporary, file->path);
    if (replace(file->path, file->temporary))
        return true;
    /* a disk that keeps no rights, or some that we may not give */
    file->old = open_old_file(file->path);
    file->fd = file->old < 0 ? -1 : khct_open_read(file->temporary, false);
    file->in_place = file->fd >= 0;
    return file->in_place && write_in_place(file);
}

void khct_outfile_drop(khct_outfile *file, bool placed)
{
    if (!file->named || (placed && !file->in_place))
        return;
    if (file->fd >= 0)
        _close(file->fd); /* what is open stays */
    file->fd = -1;
    khct_remove(file->temporary);
}

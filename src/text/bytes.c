#include "text/bytes.h"

#include "text/files.h"

#include <errno.h>
#include <unistd.h>

typedef struct reading {
    khct_arena *arena;
    int fd, error;
    size_t most;
    char *bytes;
    size_t n;
} reading;

static void read_all(void *context)
{
    reading *r = context;
    size_t room = 16 * 1024;
    r->bytes = khct_alloc_bytes(r->arena, room);
    for (;;) {
        if (r->n == room) {
            char *larger = khct_alloc_bytes(r->arena, room * 2);
            memcpy(larger, r->bytes, r->n);
            r->bytes = larger;
            room *= 2;
        }
        ssize_t n = read(r->fd, r->bytes + r->n, room - r->n);
        if (n < 0 && errno == EINTR)
            continue;
        r->error = n < 0 ? errno : 0;
        if (n <= 0)
            return;
        r->n += (size_t)n;
        if (r->n > r->most) {
            r->error = EFBIG;
            return;
        }
    }
}

int khct_bytes_read_stamped(khct_arena *arena, const char *path, size_t most, khct_str *bytes,
                            khct_stamp *stamp)
{
    reading r = {.arena = arena, .most = most};
    khct_file_facts facts = {0};
    r.fd = khct_open_read(path, true);
    if (r.fd < 0)
        return errno;
    bool known = khct_look_open(r.fd, &facts);
    r.error = known ? 0 : errno;
    bool done = !known || khct_try(arena, read_all, &r);
    close(r.fd);
    if (!done)
        khct_arena_fail(arena);
    *bytes = (khct_str){r.bytes, r.n};
    *stamp = facts.stamp;
    return r.error;
}

int khct_bytes_read(khct_arena *arena, const char *path, size_t most, khct_str *bytes)
{
    khct_stamp stamp;
    return khct_bytes_read_stamped(arena, path, most, bytes, &stamp);
}

static bool write_all(int fd, khct_str bytes)
{
    for (size_t done = 0; done < bytes.n;) {
        ssize_t n = write(fd, bytes.p + done, bytes.n - done);
        if (n < 0 && errno != EINTR)
            return false;
        done += n > 0 ? (size_t)n : 0;
    }
    return true;
}

bool khct_bytes_write_new(const char *path, khct_str bytes)
{
    int fd = khct_open_new(path);
    if (fd < 0)
        return false;
    bool written = write_all(fd, bytes);
    int error = errno;
    bool whole = close(fd) == 0 && written;
    if (!whole)
        khct_remove(path);
    if (!written)
        errno = error;
    return whole;
}

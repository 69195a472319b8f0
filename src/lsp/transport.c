#include "lsp/transport.h"

#include "text/system.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <unistd.h>

enum { HEADER_LIMIT = 8 * 1024, READ_SIZE = 64 * 1024 };

static const char FIELD[] = "Content-Length:";
enum { FIELD_SIZE = sizeof FIELD - 1 };

void khct_inbox_release(khct_inbox *inbox)
{
    free(inbox->bytes);
    *inbox = (khct_inbox){0};
}

static bool make_room(khct_inbox *inbox)
{
    if (inbox->begin > 0) {
        memmove(inbox->bytes, inbox->bytes + inbox->begin, inbox->n);
        inbox->begin = 0;
    }
    return khct_heap_room(&inbox->bytes, inbox->n, READ_SIZE, &inbox->capacity, 1);
}

static void drop(khct_inbox *inbox, size_t n)
{
    inbox->begin += n;
    inbox->n -= n;
    if (inbox->n > 0)
        return;
    inbox->begin = 0;
    if (inbox->capacity > 64 * READ_SIZE) { /* one long message must not hold memory for ever */
        free(inbox->bytes);
        inbox->bytes = NULL;
        inbox->capacity = 0;
    }
}

int khct_inbox_fill(khct_inbox *inbox, int fd)
{
    if (!make_room(inbox))
        return -1;
    ssize_t got;
    do
        got = khct_read_input(fd, inbox->bytes + inbox->n, inbox->capacity - inbox->n);
    while (got < 0 && errno == EINTR);
    if (got < 0 && errno == EAGAIN)
        return 1;
    if (got <= 0)
        return got < 0 ? -1 : 0;
    inbox->n += (size_t)got;
    size_t skipped = inbox->skip < inbox->n ? inbox->skip : inbox->n;
    inbox->skip -= skipped;
    drop(inbox, skipped);
    return 1;
}

/* Bytes of the header with its empty line; 0: not complete. */
static size_t header_size(const char *p, size_t n)
{
    for (size_t i = 0; i + 1 < n; i++) {
        if (p[i] != '\n')
            continue;
        if (p[i + 1] == '\n')
            return i + 2;
        if (p[i + 1] == '\r' && i + 2 < n && p[i + 2] == '\n')
            return i + 3;
    }
    return 0;
}

/* The number after the field that begins at `at`; false where there is none. */
static bool read_length(const char *p, size_t at, size_t end, size_t *length)
{
    size_t value = 0, digits = 0;
    at += FIELD_SIZE;
    while (at < end && (p[at] == ' ' || p[at] == '\t'))
        at++;
    for (; at < end && khct_is_digit(p[at]); at++, digits++)
        value = value > SIZE_MAX / 16 ? SIZE_MAX / 16 : value * 10 + (size_t)(p[at] - '0');
    while (at < end && (p[at] == ' ' || p[at] == '\t' || p[at] == '\r'))
        at++;
    *length = value;
    return digits > 0 && at < end && p[at] == '\n';
}

static size_t find_field(const char *p, size_t from, size_t end)
{
    for (size_t i = from; i + FIELD_SIZE <= end; i++)
        if ((p[i] == 'C' || p[i] == 'c') && strncasecmp(p + i, FIELD, FIELD_SIZE) == 0)
            return i;
    return end;
}

/* Steps to the next place where a message may begin. True: this garbage is to be reported. */
static khct_arrival resynchronise(khct_inbox *inbox)
{
    const char *p = inbox->bytes + inbox->begin;
    size_t at = find_field(p, 1, inbox->n);
    if (at >= inbox->n) /* the field may have begun at the very end */
        at = inbox->n > FIELD_SIZE ? inbox->n - FIELD_SIZE : 0;
    drop(inbox, at);
    bool told = inbox->garbled;
    inbox->garbled = true;
    return told ? KHCT_NOTHING_YET : KHCT_GARBAGE;
}

static khct_arrival take_body(khct_inbox *inbox, size_t header, size_t length, json_t **message)
{
    if (length > KHCT_MESSAGE_LIMIT) {
        size_t here = inbox->n - header < length ? inbox->n - header : length;
        inbox->skip = length - here;
        drop(inbox, header + here);
        return KHCT_TOO_LONG;
    }
    if (inbox->n - header < length)
        return KHCT_NOTHING_YET;
    json_error_t error;
    *message = json_loadb(inbox->bytes + inbox->begin + header, length,
                          JSON_ALLOW_NUL | JSON_DECODE_ANY, &error);
    if (*message == NULL) {
        /* the length may have been wrong: the next message may begin inside of it, and its first
         * letters may be all that has come */
        drop(inbox, header);
        size_t next = find_field(inbox->bytes + inbox->begin, 0, inbox->n);
        size_t kept = FIELD_SIZE - 1 < inbox->n ? FIELD_SIZE - 1 : inbox->n;
        drop(inbox, next < inbox->n ? next : inbox->n - kept);
        inbox->garbled = true;
        return KHCT_GARBAGE;
    }
    drop(inbox, header + length);
    return KHCT_ARRIVED;
}

khct_arrival khct_inbox_take(khct_inbox *inbox, json_t **message)
{
    for (;;) {
        if (inbox->n == 0)
            return KHCT_NOTHING_YET;
        const char *p = inbox->bytes + inbox->begin;
        size_t n = inbox->n < HEADER_LIMIT ? inbox->n : HEADER_LIMIT;
        size_t size = header_size(p, n), length = 0;
        if (size == 0 && inbox->n < HEADER_LIMIT) {
            /* it can still become a header; else it is plainly none */
            bool may = strncasecmp(p, FIELD, n < FIELD_SIZE ? n : FIELD_SIZE) == 0 ||
                       strncasecmp(p, "Content-Type:", n < 13 ? n : 13) == 0;
            if (may || n < FIELD_SIZE)
                return KHCT_NOTHING_YET;
        }
        size_t at = size == 0 ? n : find_field(p, 0, size);
        if (at < size && read_length(p, at, size, &length)) {
            inbox->garbled = false;
            return take_body(inbox, size, length, message);
        }
        size_t before = inbox->n;
        khct_arrival arrival = resynchronise(inbox);
        if (arrival == KHCT_GARBAGE || inbox->n == before)
            return arrival;
    }
}

static bool write_all(int fd, const char *p, size_t n)
{
    while (n > 0) {
        ssize_t written = write(fd, p, n);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0 && errno == EAGAIN) {
            khct_wait_output(fd);
            continue;
        }
        if (written <= 0)
            return false;
        p += written;
        n -= (size_t)written;
    }
    return true;
}

bool khct_send(int fd, khct_str json)
{
    char header[64];
    int n = snprintf(header, sizeof header, "Content-Length: %zu\r\n\r\n", json.n);
    return n > 0 && write_all(fd, header, (size_t)n) && write_all(fd, json.p, json.n);
}

#include "text/out.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void khct_out_to_fd(khct_out *out, int fd)
{
    out->fd = fd;
    out->error = 0;
    out->n = 0;
    out->memory = NULL;
    out->size = out->capacity = 0;
    out->sink = NULL;
    out->context = NULL;
}

void khct_out_to_memory(khct_out *out)
{
    khct_out_to_fd(out, -1);
}

void khct_out_to_sink(khct_out *out, khct_out_sink *sink, void *context)
{
    khct_out_to_fd(out, -1);
    out->sink = sink;
    out->context = context;
}

void khct_out_release(khct_out *out)
{
    free(out->memory);
    out->memory = NULL;
}

static void to_memory(khct_out *out, const char *p, size_t n)
{
    if (n > out->capacity - out->size) {
        size_t wanted = out->capacity < KHCT_OUT_BUFFER ? KHCT_OUT_BUFFER : out->capacity;
        while (wanted - out->size < n) {
            if (wanted > SIZE_MAX / 2) {
                out->error = ENOMEM;
                return;
            }
            wanted *= 2;
        }
        char *larger = realloc(out->memory, wanted);
        if (larger == NULL) {
            out->error = ENOMEM;
            return;
        }
        out->memory = larger;
        out->capacity = wanted;
    }
    memcpy(out->memory + out->size, p, n);
    out->size += n;
}

static void to_fd(khct_out *out, const char *p, size_t n)
{
    while (n > 0) {
        ssize_t written = write(out->fd, p, n);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0) {
            out->error = written < 0 ? errno : EIO;
            return;
        }
        p += written;
        n -= (size_t)written;
    }
}

static void write_on(khct_out *out, const char *p, size_t n)
{
    if (out->error != 0 || n == 0)
        return;
    if (out->sink != NULL)
        out->error = out->sink(out->context, p, n);
    else if (out->fd < 0)
        to_memory(out, p, n);
    else
        to_fd(out, p, n);
}

void khct_out_flush(khct_out *out)
{
    write_on(out, out->buffer, out->n);
    out->n = 0;
}

void khct_out_beyond(khct_out *out, const char *p, size_t n)
{
    khct_out_flush(out);
    if (n >= sizeof out->buffer) {
        write_on(out, p, n);
        return;
    }
    memcpy(out->buffer, p, n);
    out->n = n;
}

void khct_out_cstr(khct_out *out, const char *c)
{
    khct_out_bytes(out, c, strlen(c));
}

void khct_out_long_number(khct_out *out, long long number)
{
    char digits[KHCT_DIGITS], *end = digits + sizeof digits;
    char *begin =
        khct_digits(end, number < 0 ? 0 - (unsigned long long)number : (unsigned long long)number);
    if (number < 0)
        *--begin = '-';
    khct_out_bytes(out, begin, (size_t)(end - begin));
}

void khct_out_format(khct_out *out, const char *format, ...)
{
    char piece[512];
    va_list arguments;
    va_start(arguments, format);
    int n = vsnprintf(piece, sizeof piece, format, arguments);
    va_end(arguments);
    if (n > 0)
        khct_out_bytes(out, piece, (size_t)n < sizeof piece ? (size_t)n : sizeof piece - 1);
}

int khct_out_finish(khct_out *out)
{
    khct_out_flush(out);
    return out->error;
}

khct_str khct_out_text(const khct_out *out)
{
    return (khct_str){out->memory == NULL ? "" : out->memory, out->size};
}

#include "text/out.h"

#include "text/heap.h"
#include "text/system.h"
#include "text/utf8.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void khct_out_to_fd(khct_out *out, int fd)
{
    out->fd = fd;
    out->error = 0;
    out->n = 0;
    out->lines = false;
    out->memory = NULL;
    out->size = out->capacity = 0;
    out->sink = NULL;
    out->context = NULL;
    out->screen = false;
    out->held_n = 0;
}

void khct_out_to_screen(khct_out *out, int fd)
{
    khct_out_to_fd(out, fd);
    out->screen = khct_is_terminal(fd);
    out->lines = !out->screen;
}

void khct_out_lines_to_fd(khct_out *out, int fd)
{
    khct_out_to_fd(out, fd);
    out->lines = true;
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

khct_out *khct_out_new(void)
{
    khct_out *out = malloc(sizeof *out);
    if (out != NULL)
        khct_out_to_memory(out);
    return out;
}

void khct_out_free(khct_out *out)
{
    if (out != NULL)
        khct_out_release(out);
    free(out);
}

static void to_memory(khct_out *out, const char *p, size_t n)
{
    if (!khct_heap_room(&out->memory, out->size, n, &out->capacity, 1)) {
        out->error = ENOMEM;
        return;
    }
    memcpy(out->memory + out->size, p, n);
    out->size += n;
}

static void to_fd(khct_out *out, const char *p, size_t n)
{
    while (n > 0) {
        ssize_t written = khct_write(out->fd, p, n);
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

static const char UNSHOWN[] = "\xEF\xBF\xBD";

/* The bytes of the character that begins with `lead`; 1 for what begins none. */
static size_t length_of(unsigned char lead)
{
    return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
}

/* Puts the held character into `piece`, or a sign in its stead. The bytes put. */
static size_t show_held(khct_out *out, char *piece)
{
    size_t length, n = out->held_n;
    const char *held = (const char *)out->held;
    int32_t c = khct_utf8_at(held, n, &length);
    out->held_n = 0;
    if (length != n || (n == 1 && out->held[0] >= 0x80) ||
        (c != '\n' && c != '\t' && !khct_is_shown(c))) {
        memcpy(piece, UNSHOWN, sizeof UNSHOWN - 1);
        return sizeof UNSHOWN - 1;
    }
    memcpy(piece, held, n);
    return n;
}

static void to_screen(khct_out *out, const char *p, size_t n)
{
    char piece[1024];
    size_t made = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)p[i];
        if (out->held_n > 0 && (c & 0xC0) != 0x80) /* the one before has no end */
            made += show_held(out, piece + made);
        out->held[out->held_n++] = c;
        if (out->held_n == length_of(out->held[0]))
            made += show_held(out, piece + made);
        if (made > sizeof piece - 2 * sizeof out->held) {
            to_fd(out, piece, made);
            made = 0;
        }
    }
    to_fd(out, piece, made);
}

/* Up to the last line end; the rest waits, unless the line is too long to be held. */
static void lines_to_fd(khct_out *out, const char *p, size_t n)
{
    size_t whole = khct_str_through_last((khct_str){p, n}, '\n');
    size_t waiting = (whole == 0 ? out->size : 0) + (n - whole);
    if (waiting > 2 * sizeof out->buffer)
        whole = n;
    if (whole > 0 && out->size > 0) {
        to_memory(out, p, whole);
        if (out->error == 0)
            to_fd(out, out->memory, out->size);
        out->size = 0;
    } else if (whole > 0) {
        to_fd(out, p, whole);
    }
    if (n > whole && out->error == 0)
        to_memory(out, p + whole, n - whole);
}

static void write_on(khct_out *out, const char *p, size_t n)
{
    if (out->error != 0 || n == 0)
        return;
    if (out->sink != NULL)
        out->error = out->sink(out->context, p, n);
    else if (out->fd < 0)
        to_memory(out, p, n);
    else if (out->screen)
        to_screen(out, p, n);
    else if (out->lines)
        lines_to_fd(out, p, n);
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
    if (n > sizeof out->buffer - KHCT_OUT_ROOM) {
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
    char piece[4];
    khct_out_flush(out);
    if (out->held_n > 0 && out->error == 0)
        to_fd(out, piece, show_held(out, piece));
    if (out->lines) {
        if (out->error == 0)
            to_fd(out, out->memory, out->size);
        out->size = out->capacity = 0;
        khct_out_release(out);
    }
    return out->error;
}

khct_str khct_out_text(const khct_out *out)
{
    return (khct_str){out->memory == NULL ? "" : out->memory, out->size};
}

/* Where results are written: a file descriptor, memory or a function, through one buffer.
 *
 * A failed write is remembered and reported once, by khct_out_finish; writing
 * goes on into nothing meanwhile, so emitters need no checks.
 */
#ifndef KHCT_TEXT_OUT_H
#define KHCT_TEXT_OUT_H

#include "text/str.h"

/* Between two writes KHCT_OUT_ROOM bytes of the buffer are free: a small piece is put down, and
 * only then asked whether the buffer is to be written on. */
enum { KHCT_OUT_BUFFER = 8 * 1024, KHCT_OUT_ROOM = 1024 };

/* Takes on what was written, a buffer at a time. Returns 0 or an errno. */
typedef int khct_out_sink(void *context, const char *p, size_t n);

typedef struct khct_out {
    int fd;     /* -1: memory, or the sink where there is one */
    int error;  /* errno of the first failure, or 0 */
    size_t n;   /* bytes in the buffer */
    bool lines; /* each write carries whole lines */
    char
        *memory; /* malloc'd, grows; when fd is -1, or the beginning of a line that has not ended */
    size_t size, capacity;
    khct_out_sink *sink; /* NULL: none */
    void *context;       /* of the sink */
    bool screen;         /* the descriptor is a terminal, which must not obey what is written */
    unsigned char held[4], held_n; /* the beginning of a character, until its rest comes */
    char buffer[KHCT_OUT_BUFFER];
} khct_out;

/* Starts writing to an open descriptor (not closed here). */
void khct_out_to_fd(khct_out *out, int fd);

/* Starts writing results to one. On a terminal each character that it would obey, but for line ends
 * and tabs, becomes U+FFFD: what stands in a plan is shown, and nothing else. Elsewhere each write
 * carries whole lines. */
void khct_out_to_screen(khct_out *out, int fd);

/* Starts writing to an open descriptor, each write of whole lines: rows that several processes
 * write into one pipe or file stay whole. A line longer than two buffers is not held back, or
 * a whole plan on one line would stand in memory. What is held is freed by khct_out_finish. */
void khct_out_lines_to_fd(khct_out *out, int fd);

/* Starts writing to memory; khct_out_release frees it. */
void khct_out_to_memory(khct_out *out);
void khct_out_release(khct_out *out);

/* A new one that writes to memory, or NULL; freed by khct_out_free, for which NULL is fine. */
khct_out *khct_out_new(void);
void khct_out_free(khct_out *out);

/* Starts writing to a function. */
void khct_out_to_sink(khct_out *out, khct_out_sink *sink, void *context);

/* Writes on what stands in the buffer. */
void khct_out_flush(khct_out *out);

/* Room for `n` bytes (at most KHCT_OUT_BUFFER) to be put down by the caller, who then says with
 * khct_out_took how many they were; nothing else may be written in between. */
static inline char *khct_out_room(khct_out *out, size_t n)
{
    if (n > KHCT_OUT_ROOM && n > sizeof out->buffer - out->n)
        khct_out_flush(out);
    return out->buffer + out->n;
}

static inline void khct_out_took(khct_out *out, size_t n)
{
    out->n += n;
    if (out->n > sizeof out->buffer - KHCT_OUT_ROOM)
        khct_out_flush(out);
}

static inline void khct_out_char(khct_out *out, char c)
{
    *khct_out_room(out, 1) = c;
    khct_out_took(out, 1);
}

/* What does not fit into the buffer's rest. */
void khct_out_beyond(khct_out *out, const char *p, size_t n);

/* Here, so that a short literal costs a few moves and no call. */
static inline void khct_out_bytes(khct_out *out, const char *p, size_t n)
{
    if (n > KHCT_OUT_ROOM && n > sizeof out->buffer - out->n) {
        khct_out_beyond(out, p, n);
    } else if (n > 0) {
        memcpy(out->buffer + out->n, p, n);
        khct_out_took(out, n);
    }
}

static inline void khct_out_str(khct_out *out, khct_str s)
{
    khct_out_bytes(out, s.p, s.n);
}
void khct_out_cstr(khct_out *out, const char *c);
void khct_out_long_number(khct_out *out, long long number);

/* A whole number in decimal. Most are small, and put down on the spot. */
static inline void khct_out_number(khct_out *out, long long number)
{
    if (number < 0 || number > 9999) {
        khct_out_long_number(out, number);
        return;
    }
    char *begin = khct_out_room(out, 4), *p = begin;
    unsigned left = (unsigned)number;
    if (left > 999)
        *p++ = (char)('0' + left / 1000);
    if (left > 99)
        *p++ = (char)('0' + left / 100 % 10);
    if (left > 9)
        *p++ = (char)('0' + left / 10 % 10);
    *p++ = (char)('0' + left % 10);
    khct_out_took(out, (size_t)(p - begin));
}

static inline void khct_out_count(khct_out *out, size_t count)
{
    khct_out_number(out, (long long)count);
}

/* Writes one thing after the other as it is, each by its type: a khct_str, a string of C, or
 * anything else, which is a number.
 *
 *     KHCT_OUT(out, "mức ", level, ": ", criterion->title, "\n");
 */
#ifdef __cppcheck__ /* it cannot read _Generic in a list of expressions */
void khct_out_checked(khct_out *out, ...);
#define KHCT_OUT(out, ...) khct_out_checked(out, __VA_ARGS__)
#else
#define KHCT_OUT(out, ...) (KHCT_EACH(KHCT_OUT_ONE, out, __VA_ARGS__))
#endif
#define KHCT_OUT_ONE(out, x)                                                                       \
    _Generic((x), khct_str : khct_out_str, char * : khct_out_cstr, const char * : khct_out_cstr,    \
             size_t : khct_out_count, default : khct_out_number)(out, x)

/* printf to the output; the formatted piece must be shorter than 512 bytes. */
void khct_out_format(khct_out *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Writes what is left. Returns 0 or the errno of the first failure. */
int khct_out_finish(khct_out *out);

/* After khct_out_finish on memory: all that was written. */
khct_str khct_out_text(const khct_out *out);

#endif

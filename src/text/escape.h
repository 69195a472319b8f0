/* Text written in a format that has signs of its own: most bytes stand for themselves and are
 * copied, sixteen or more at a time; each one that may not is looked at alone.
 */
#ifndef KHCT_TEXT_ESCAPE_H
#define KHCT_TEXT_ESCAPE_H

#include "text/lanes.h"
#include "text/out.h"

/* Which of sixteen bytes can begin what is not written as it stands: too many do no harm, none may
 * be missed. */
typedef khct_lanes khct_odd_lanes(khct_lanes bytes);

/* Writes the character that begins at byte `at` of the text, whatever it is. The byte after it. */
typedef size_t khct_put_odd(khct_out *out, khct_str text, size_t at);

/* Copies a `piece` from each end of n bytes, which may overlap, and looks at them together. */
#define KHCT_COPY_ENDS(piece, ...)                                                                 \
    do {                                                                                           \
        typedef piece pieces __attribute__((vector_size(KHCT_LANES)));                             \
        piece a, b;                                                                                \
        memcpy(&a, p, sizeof a);                                                                   \
        memcpy(&b, p + n - sizeof b, sizeof b);                                                    \
        memcpy(to, &a, sizeof a);                                                                  \
        memcpy(to + n - sizeof b, &b, sizeof b);                                                   \
        found = odd((khct_lanes)(pieces){__VA_ARGS__});                                            \
        if (khct_lanes_none(found))                                                                \
            return n;                                                                              \
        first = khct_lanes_first(found);                                                           \
        return first < sizeof a ? first : n - 2 * sizeof a + first;                                \
    } while (0)

/* Copies up to the first odd byte; how many. What lies after it may be written over. */
static inline size_t khct_copy_few(char *to, const char *p, size_t n, khct_odd_lanes *odd)
{
    khct_lanes found;
    size_t first;
    if (n >= 8)
        KHCT_COPY_ENDS(uint64_t, a, b);
    if (n >= 4)
        KHCT_COPY_ENDS(uint32_t, a, b, a, b);
    if (n >= 2)
        KHCT_COPY_ENDS(uint16_t, a, b, a, b, a, b, a, b);
    return 0; /* one is looked at alone */
}

/* Copies so any number of bytes. */
static inline size_t khct_copy_plain(char *to, const char *p, size_t n, khct_odd_lanes *odd)
{
    size_t at = 0;
    khct_lanes a, b;
    if (n < KHCT_LANES)
        return khct_copy_few(to, p, n, odd);
    for (; n - at >= 2 * KHCT_LANES; at += 2 * KHCT_LANES) {
        a = khct_lanes_at(p + at), b = khct_lanes_at(p + at + KHCT_LANES);
        memcpy(to + at, &a, sizeof a);
        memcpy(to + at + KHCT_LANES, &b, sizeof b);
        a = odd(a), b = odd(b);
        if (!khct_lanes_none(a | b))
            return khct_lanes_none(a) ? at + KHCT_LANES + khct_lanes_first(b)
                                      : at + khct_lanes_first(a);
    }
    while (at < n) { /* the last ones, some of them again */
        at = n - at > KHCT_LANES ? at : n - KHCT_LANES;
        a = khct_lanes_at(p + at);
        memcpy(to + at, &a, sizeof a);
        a = odd(a);
        if (!khct_lanes_none(a))
            return at + khct_lanes_first(a);
        at += KHCT_LANES;
    }
    return n;
}

/* Writes the text from byte `at` on. */
static inline void khct_escape_from(khct_out *out, khct_str text, size_t at, khct_odd_lanes *odd,
                                    khct_put_odd *put_odd)
{
    while (at < text.n) {
        size_t left = text.n - at, n = left < KHCT_OUT_ROOM ? left : KHCT_OUT_ROOM;
        size_t plain = khct_copy_plain(khct_out_room(out, n), text.p + at, n, odd);
        khct_out_took(out, plain);
        at += plain;
        if (plain < n)
            at = put_odd(out, text, at);
    }
}

#endif

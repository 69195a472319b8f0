/* Sixteen bytes looked at together.
 *
 * Most bytes of a plan are plain: what must look at every byte first asks whether sixteen of them
 * are, and goes byte by byte only where they are not. A lane is all ones for yes and zero for no;
 * bytes from 0x80 on are negative. GCC and Clang make of it what the processor has.
 */
#ifndef KHCT_TEXT_LANES_H
#define KHCT_TEXT_LANES_H

#include "text/str.h"

#ifdef __SSE2__
#include <emmintrin.h> /* it tells of sixteen lanes at once */
#endif

enum { KHCT_LANES = 16 };

typedef signed char khct_lanes __attribute__((vector_size(KHCT_LANES)));

/* The KHCT_LANES bytes from `p` on. */
static inline khct_lanes khct_lanes_at(const char *p)
{
    khct_lanes bytes;
    memcpy(&bytes, p, sizeof bytes);
    return bytes;
}

/* Which bytes are `c`. */
static inline khct_lanes khct_lanes_are(khct_lanes bytes, char c)
{
    return (khct_lanes)(bytes == (signed char)c);
}

/* Which bytes are `low` to `high`, as unsigned: moved up until `high` is the largest signed byte,
 * so that one comparison does. */
static inline khct_lanes khct_lanes_within(khct_lanes bytes, unsigned char low, unsigned char high)
{
    typedef unsigned char plain __attribute__((vector_size(KHCT_LANES)));
    khct_lanes moved = (khct_lanes)((plain)bytes + (unsigned char)(0x7F - high));
    return (khct_lanes)(moved > (signed char)(0x7E - (high - low)));
}

static inline bool khct_lanes_none(khct_lanes bytes)
{
#ifdef __SSE2__
    return _mm_movemask_epi8((__m128i)bytes) == 0;
#else
    uint64_t halves[2];
    memcpy(halves, &bytes, sizeof halves);
    return (halves[0] | halves[1]) == 0;
#endif
}

/* The number of the first byte among eight in which a bit is set; there is one. */
static inline size_t khct_first_byte(uint64_t bytes)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return (size_t)__builtin_ctzll(bytes) / 8;
#else
    return (size_t)__builtin_clzll(bytes) / 8;
#endif
}

/* The number of the first lane that is not zero; there is one. */
static inline size_t khct_lanes_first(khct_lanes bytes)
{
#ifdef __SSE2__
    return (size_t)__builtin_ctz((unsigned)_mm_movemask_epi8((__m128i)bytes));
#else
    uint64_t halves[2];
    memcpy(halves, &bytes, sizeof halves);
    return halves[0] != 0 ? khct_first_byte(halves[0]) : 8 + khct_first_byte(halves[1]);
#endif
}

/* The lanes added up, each from 0 to 15. */
static inline uint32_t khct_lanes_sum(khct_lanes bytes)
{
    uint64_t halves[2];
    memcpy(halves, &bytes, sizeof halves);
    return (uint32_t)((halves[0] + halves[1]) * UINT64_C(0x0101010101010101) >> 56);
}

/* After the run of `c` at `p`; up to eight bytes after its end are looked at. */
static inline const char *khct_after_run(const char *p, char c)
{
    uint64_t bytes, run = (unsigned char)c * UINT64_C(0x0101010101010101);
    while (memcpy(&bytes, p, sizeof bytes), (bytes ^= run) == 0)
        p += sizeof bytes;
    return p + khct_first_byte(bytes);
}

#endif

#include "text/json.h"

#include "text/utf8.h"

static void escape(khct_out *out, int32_t c)
{
    switch (c) {
    case '"': khct_out_cstr(out, "\\\""); break;
    case '\\': khct_out_cstr(out, "\\\\"); break;
    case '\n': khct_out_cstr(out, "\\n"); break;
    case '\r': khct_out_cstr(out, "\\r"); break;
    case '\t': khct_out_cstr(out, "\\t"); break;
    default: khct_out_format(out, "\\u%04x", (unsigned)c); break;
    }
}

static bool needs_escape(int32_t c)
{
    /* U+2028 and U+2029 end a line in older JavaScript */
    return c < 0x20 || c == '"' || c == '\\' || c == 0x7F || c == 0x2028 || c == 0x2029;
}

static inline bool continues(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Bytes of the character at `p` when it stands for itself and a look at its bytes shows so; else 0.
 * All of Vietnamese passes here. */
static inline size_t plain_at(const char *p, const char *end)
{
    unsigned char c = (unsigned char)*p;
    if (c < 0x80)
        return c >= 0x20 && c != '"' && c != '\\' && c != 0x7F;
    if (c >= 0xC2 && c < 0xE0)
        return end - p > 1 && continues(p[1]) ? 2 : 0;
    /* E0 and ED have bytes of their own that may not follow; E2 80 begins U+2028 */
    bool three =
        c == 0xE1 || (c >= 0xE3 && c <= 0xEC) || (c == 0xE2 && end - p > 1 && p[1] != '\x80');
    return three && end - p > 2 && continues(p[1]) && continues(p[2]) ? 3 : 0;
}

void khct_json_string(khct_out *out, khct_str s)
{
    khct_out_char(out, '"');
    const char *p = s.p, *end = s.p + s.n, *begin = p;
    while (p < end) {
        size_t plain = plain_at(p, end);
        if (plain > 0) {
            p += plain;
            continue;
        }
        size_t length;
        int32_t c = khct_utf8_at(p, (size_t)(end - p), &length);
        bool invalid = (unsigned char)*p >= 0x80 && length == 1;
        if (invalid || needs_escape(c)) {
            khct_out_bytes(out, begin, (size_t)(p - begin));
            if (invalid)
                khct_out_cstr(out, "\xEF\xBF\xBD");
            else
                escape(out, c);
            begin = p + length;
        }
        p += length;
    }
    khct_out_bytes(out, begin, (size_t)(end - begin));
    khct_out_char(out, '"');
}

/* --- sixteen bytes at a time --- */

typedef unsigned char sixteen __attribute__((vector_size(16)));
typedef uint64_t halves __attribute__((vector_size(16)));

static inline bool special(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\' || c == 0x7F || c == 0xE2;
}

/* True where one of the bytes may need a second look: a control character, `"`, `\\`, DEL, or E2,
 * which begins U+2028. */
static inline bool any_special(sixteen x)
{
    halves found = (halves)((x < 0x20) | (x == '"') | (x == '\\') | (x == 0x7F) | (x == 0xE2));
    return (found[0] | found[1]) != 0;
}

/* Copies sixteen bytes, and says whether none of them is special. */
static inline bool copy_sixteen(char *to, const char *from)
{
    sixteen x;
    memcpy(&x, from, sizeof x);
    memcpy(to, &x, sizeof x);
    return !any_special(x);
}

/* The same for n bytes, fewer than sixteen: the first and the last 8 or 4 of them, which
 * may overlap. */
static inline bool copy_rest(char *to, const char *from, size_t n)
{
    halves x = {0x2020202020202020, 0x2020202020202020};
    if (n >= 8) {
        uint64_t first, last;
        memcpy(&first, from, 8);
        memcpy(&last, from + n - 8, 8);
        memcpy(to, &first, 8);
        memcpy(to + n - 8, &last, 8);
        x[0] = first;
        x[1] = last;
    } else if (n >= 4) {
        uint32_t first, last;
        memcpy(&first, from, 4);
        memcpy(&last, from + n - 4, 4);
        memcpy(to, &first, 4);
        memcpy(to + n - 4, &last, 4);
        x[0] = first | (uint64_t)last << 32;
    } else {
        for (size_t i = 0; i < n; i++) {
            to[i] = from[i];
            if (special((unsigned char)from[i]))
                return false;
        }
        return true;
    }
    return !any_special((sixteen)x);
}

/* Copies text that stands for itself, as far as a look at sixteen bytes shows so; how much. */
static inline size_t copy_plain(char *to, const char *from, size_t n)
{
    size_t at = 0;
    while (n - at >= sizeof(sixteen)) {
        if (!copy_sixteen(to + at, from + at))
            return at;
        at += sizeof(sixteen);
    }
    bool plain = at > 0 ? copy_sixteen(to + n - sizeof(sixteen), from + n - sizeof(sixteen))
                        : copy_rest(to, from, n);
    return plain ? n : at;
}

/* Up to sixteen bytes, and the rest of the last character, a byte at a time; how many. */
static size_t put_looking(khct_out *out, const char *p, size_t n)
{
    size_t at = 0;
    while (at < n && at < sizeof(sixteen)) {
        if (!special((unsigned char)p[at])) {
            khct_out_char(out, p[at++]);
            continue;
        }
        size_t length;
        int32_t c = khct_utf8_at(p + at, n - at, &length);
        if (needs_escape(c))
            escape(out, c);
        else
            khct_out_bytes(out, p + at, length);
        at += length;
    }
    return at;
}

enum { PIECE = 4096 };

/* From the first character on that may need a look. */
static void put_rest(khct_out *out, const char *p, const char *end)
{
    while (p < end) {
        p += put_looking(out, p, (size_t)(end - p));
        size_t n = end - p < PIECE ? (size_t)(end - p) : PIECE;
        size_t plain = copy_plain(khct_out_room(out, n), p, n);
        khct_out_took(out, plain);
        p += plain;
    }
    khct_out_char(out, '"');
}

void khct_json_string_of_utf8(khct_out *out, khct_str s)
{
    size_t n = s.n < PIECE ? s.n : PIECE;
    char *to = khct_out_room(out, n + 2);
    *to++ = '"';
    size_t plain = copy_plain(to, s.p, n);
    if (plain == s.n) {
        to[n] = '"';
        khct_out_took(out, n + 2);
    } else {
        khct_out_took(out, 1 + plain);
        put_rest(out, s.p + plain, s.p + s.n);
    }
}

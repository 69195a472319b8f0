#include "text/json.h"

#include "text/escape.h"
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

/* Control characters, `"`, `\\`, DEL, and E2, which begins U+2028. The mask takes ] ^ _ | } ~ for
 * odd too. */
static inline khct_lanes odd_lanes(khct_lanes b)
{
    return khct_lanes_within(b, 0, 0x1F) | khct_lanes_are(b, '"') |
           khct_lanes_are(b & (signed char)0xDC, '\\') | khct_lanes_are(b, '\xE2');
}

static size_t put_odd(khct_out *out, khct_str text, size_t at)
{
    size_t length;
    int32_t c = khct_utf8_at(text.p + at, text.n - at, &length);
    if (needs_escape(c))
        escape(out, c);
    else
        khct_out_bytes(out, text.p + at, length);
    return at + length;
}

static __attribute__((noinline)) void put_rest(khct_out *out, khct_str s, size_t at)
{
    khct_escape_from(out, s, at, odd_lanes, put_odd);
    khct_out_char(out, '"');
}

void khct_json_string_of_utf8(khct_out *out, khct_str s)
{
    size_t n = s.n < KHCT_OUT_ROOM - 2 ? s.n : KHCT_OUT_ROOM - 2;
    char *to = khct_out_room(out, KHCT_OUT_ROOM);
    *to++ = '"';
    size_t plain = khct_copy_plain(to, s.p, n, odd_lanes);
    if (plain == s.n) {
        to[plain] = '"';
        khct_out_took(out, plain + 2);
    } else {
        khct_out_took(out, 1 + plain);
        put_rest(out, s, plain);
    }
}

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

/* --- eight bytes at a time --- */

#define EACH(byte) (0x0101010101010101u * (uint64_t)(byte))

/* A bit in each byte that is zero (and maybe in one above such a byte). */
static inline uint64_t zeros(uint64_t x)
{
    return (x - EACH(1)) & ~x & EACH(0x80);
}

/* True where one of eight bytes may need a second look: a control character, `"`, `\\`, DEL, or E2,
 * which begins U+2028. */
static inline bool any_special(uint64_t x)
{
    uint64_t control = (x - EACH(0x20)) & ~x & EACH(0x80);
    return (control | zeros(x ^ EACH('"')) | zeros(x ^ EACH('\\')) | zeros(x ^ EACH(0x7F)) |
            zeros(x ^ EACH(0xE2))) != 0;
}

static inline bool special(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\' || c == 0x7F || c == 0xE2;
}

void khct_json_string_of_utf8(khct_out *out, khct_str s)
{
    khct_out_char(out, '"');
    const char *p = s.p, *end = s.p + s.n, *begin = p;
    while (p < end) {
        uint64_t x;
        if (end - p >= (ptrdiff_t)sizeof x) {
            memcpy(&x, p, sizeof x);
            if (!any_special(x)) {
                p += sizeof x;
                continue;
            }
        }
        for (int i = 0; i < (int)sizeof x && p < end; i++) {
            if (!special((unsigned char)*p)) {
                p++;
                continue;
            }
            size_t length;
            int32_t c = khct_utf8_at(p, (size_t)(end - p), &length);
            if (needs_escape(c)) {
                khct_out_bytes(out, begin, (size_t)(p - begin));
                escape(out, c);
                begin = p + length;
            }
            p += length;
        }
    }
    khct_out_bytes(out, begin, (size_t)(end - begin));
    khct_out_char(out, '"');
}

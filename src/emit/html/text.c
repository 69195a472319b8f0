#include "emit/html/text.h"

#include "text/digest.h"
#include "text/lanes.h"
#include "text/utf8.h"

static const size_t CHUNK = 4096;                 /* bytes put down at once */
static const size_t TWO = 2 * (size_t)KHCT_LANES; /* bytes looked at together */

/* What stands for the character; NULL: itself. */
static const char *sign_for(int32_t c)
{
    switch (c) {
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '&': return "&amp;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    case '\t':
    case '\n': return NULL;
    default: return c < 0x20 || (c >= 0x7F && c < 0xA0) || khct_turns(c) ? "\xEF\xBF\xBD" : NULL;
    }
}

/* Bytes that can begin what is not written as it stands: said too often, never too seldom. 0xC2,
 * 0xD8 and 0xE2 begin U+0080 to U+00BF, U+0600 to U+063F and U+2000 to U+2FFF. */
static bool is_odd(unsigned char b)
{
    static const bool ODD[256] = {
        [0] = 1,    [1] = 1,   [2] = 1,   [3] = 1,    [4] = 1,    [5] = 1,    [6] = 1,    [7] = 1,
        [8] = 1,    [11] = 1,  [12] = 1,  [13] = 1,   [14] = 1,   [15] = 1,   [16] = 1,   [17] = 1,
        [18] = 1,   [19] = 1,  [20] = 1,  [21] = 1,   [22] = 1,   [23] = 1,   [24] = 1,   [25] = 1,
        [26] = 1,   [27] = 1,  [28] = 1,  [29] = 1,   [30] = 1,   [31] = 1,   ['"'] = 1,  ['&'] = 1,
        ['\''] = 1, ['<'] = 1, ['>'] = 1, [0x7F] = 1, [0xC2] = 1, [0xD8] = 1, [0xE2] = 1,
    };
    return ODD[b];
}

/* The same of sixteen bytes. A mask makes one test of several signs, and of some that are fine but
 * rare: # with ", & and ', = ? | } ~ with <, > and DEL, and C0 C8 CA … with C2, D8 and E2, but none
 * of the first bytes of Vietnamese letters (C3 to C6, E1). */
static inline khct_lanes odd_lanes(khct_lanes b)
{
    const signed char few = (signed char)0xFA, more = (signed char)0xBC, signs = (signed char)0xC5;
    return khct_lanes_within(b, 0, 0x1F) | khct_lanes_are(b & few, '"') |
           khct_lanes_are(b & more, '<') | khct_lanes_are(b & signs, '\xC0');
}

/* Copies sixteen bytes if none is odd. */
static inline bool copy_lanes(char *to, const char *p)
{
    khct_lanes b = khct_lanes_at(p);
    if (!khct_lanes_none(odd_lanes(b)))
        return false;
    memcpy(to, &b, sizeof b);
    return true;
}

/* Copies up to the first odd byte, at most `n`; says how many. */
static size_t copy_bytes(char *to, const char *p, size_t n)
{
    size_t at = 0;
    for (; at < n && !is_odd((unsigned char)p[at]); at++)
        to[at] = p[at];
    return at;
}

/* The same, most of it in large steps. */
static size_t copy_plain(char *to, const char *p, size_t n)
{
    size_t at = 0, step;
    for (; n - at >= TWO; at += TWO) {
        khct_lanes a = khct_lanes_at(p + at), b = khct_lanes_at(p + at + KHCT_LANES);
        if (!khct_lanes_none(odd_lanes(a) | odd_lanes(b)))
            break;
        memcpy(to + at, &a, sizeof a);
        memcpy(to + at + KHCT_LANES, &b, sizeof b);
    }
    for (; n - at >= KHCT_LANES; at += KHCT_LANES)
        if (!copy_lanes(to + at, p + at)) {
            step = copy_bytes(to + at, p + at, KHCT_LANES);
            if (step < KHCT_LANES)
                return at + step;
        }
    if (n >= KHCT_LANES && copy_lanes(to + n - KHCT_LANES, p + n - KHCT_LANES)) /* some again */
        return n;
    return at + copy_bytes(to + at, p + at, n - at);
}

/* Writes the character at `at`, as a sign where it needs one. After it. */
static size_t put_odd(khct_out *out, khct_str text, size_t at)
{
    size_t length;
    const char *sign = sign_for(khct_utf8_at(text.p + at, text.n - at, &length));
    if (sign != NULL)
        khct_out_cstr(out, sign);
    else
        khct_out_bytes(out, text.p + at, length);
    return at + length;
}

void khct_html_text(khct_out *out, khct_str text)
{
    for (size_t at = 0; at < text.n;) {
        size_t n = text.n - at < CHUNK ? text.n - at : CHUNK;
        size_t copied = copy_plain(khct_out_room(out, n), text.p + at, n);
        khct_out_took(out, copied);
        at += copied;
        if (copied < n)
            at = put_odd(out, text, at);
    }
}

void khct_html_query(khct_out *out, khct_str text)
{
    static const char HEX[] = "0123456789ABCDEF";
    for (size_t i = 0; i < text.n; i++) {
        unsigned char b = (unsigned char)text.p[i];
        if ((b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z')) {
            khct_out_char(out, (char)b);
            continue;
        }
        khct_out_char(out, '%');
        khct_out_char(out, HEX[b >> 4]);
        khct_out_char(out, HEX[b & 15]);
    }
}

khct_str khct_html_cut(khct_str text, size_t limit)
{
    if (text.n <= limit)
        return text;
    size_t end = limit;
    while (end > limit / 2 && text.p[end] != ' ')
        end--;
    if (text.p[end] != ' ') /* a word as long as that is broken */
        end = limit;
    while (end > 0 && ((unsigned char)text.p[end] & 0xC0) == 0x80)
        end--;
    return khct_str_trim(khct_str_sub(text, 0, end));
}

void khct_html_digest(khct_out *out, khct_arena *arena, khct_str text)
{
    unsigned char digest[KHCT_SHA256_BYTES];
    khct_sha256(text, digest);
    KHCT_HTML(out, "'sha256-");
    khct_out_str(out, khct_base64(arena, digest, sizeof digest));
    KHCT_HTML(out, "'");
}

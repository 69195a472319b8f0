#include "emit/html_text.h"

#include "text/utf8.h"

enum { BLOCK = 16 };

/* Sixteen bytes at a time: nearly all text of a page passes here. */
typedef unsigned char bytes __attribute__((vector_size(BLOCK)));

#define ALL(c)                                                                                     \
    {                                                                                              \
        c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c                                             \
    }

/* True where no byte of the block can begin what is not written as it stands. Says false too often,
 * never too seldom: 0xC2, 0xD8 and 0xE2 begin U+0080 to U+00BF, U+0600 to U+063F and U+2000 to
 * U+2FFF. */
static bool plain(const char *p)
{
    static const bytes CONTROL = ALL(0x20), QUOTE = ALL('"'), AND = ALL('&'),
                       APOSTROPHE = ALL('\''), LESS = ALL('<'), MORE = ALL('>'), DELETE = ALL(0x7F),
                       LATIN = ALL(0xC2), ARABIC = ALL(0xD8), SIGNS = ALL(0xE2);
    bytes b;
    uint64_t odd[BLOCK / 8];
    memcpy(&b, p, sizeof b);
    bytes found = (bytes)(b < CONTROL) | (bytes)(b == QUOTE) | (bytes)(b == AND) |
                  (bytes)(b == APOSTROPHE) | (bytes)(b == LESS) | (bytes)(b == MORE) |
                  (bytes)(b == DELETE) | (bytes)(b == LATIN) | (bytes)(b == ARABIC) |
                  (bytes)(b == SIGNS);
    memcpy(odd, &found, sizeof odd);
    return (odd[0] | odd[1]) == 0;
}

static bool turns(int32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
           c == 0x200F || c == 0x061C;
}

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
    default: return c < 0x20 || (c >= 0x7F && c < 0xA0) || turns(c) ? "\xEF\xBF\xBD" : NULL;
    }
}

/* Bytes that plain() looks for. */
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

/* The first byte from `at` on that is_odd(), or the end. */
static size_t skip_plain(khct_str text, size_t at)
{
    while (text.n - at >= BLOCK && plain(text.p + at))
        at += BLOCK;
    if (text.n - at < BLOCK && text.n >= BLOCK && plain(text.p + text.n - BLOCK))
        return text.n;
    while (at < text.n && !is_odd((unsigned char)text.p[at]))
        at++;
    return at;
}

void khct_html_text(khct_out *out, khct_str text)
{
    if (text.n == 0)
        return;
    size_t written = 0, at = 0;
    while ((at = skip_plain(text, at)) < text.n) {
        size_t length;
        const char *sign = sign_for(khct_utf8_at(text.p + at, text.n - at, &length));
        if (sign != NULL) {
            khct_out_bytes(out, text.p + written, at - written);
            khct_out_cstr(out, sign);
            written = at + length;
        }
        at += length;
    }
    khct_out_bytes(out, text.p + written, text.n - written);
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

#include "emit/html_text.h"

#include "text/utf8.h"

enum { BLOCK = 16 };

/* True where no byte of the block can begin what is not written as it stands. Says false too often,
 * never too seldom: a form that the C compiler turns into a few vector instructions, as nearly all
 * text of a page passes here. 0xC2, 0xD8 and 0xE2 begin U+0080 to U+00BF, U+0600 to U+063F and
 * U+2000 to U+2FFF. */
static bool plain(const char *p)
{
    unsigned char odd = 0;
    for (size_t i = 0; i < BLOCK; i++) {
        unsigned char b = (unsigned char)p[i];
        odd |= (unsigned char)((b < 0x20) | (b == '"') | (b == '&') | (b == '\'') | (b == '<') |
                               (b == '>') | (b == 0x7F) | (b == 0xC2) | (b == 0xD8) | (b == 0xE2));
    }
    return odd == 0;
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

void khct_html_text(khct_out *out, khct_str text)
{
    size_t written = 0, at = 0;
    while (at < text.n) {
        if (text.n - at >= BLOCK && plain(text.p + at)) {
            at += BLOCK;
            continue;
        }
        /* A block may begin inside a character: its other bytes are none of those looked for. */
        size_t end = text.n - at >= BLOCK ? at + BLOCK : text.n;
        while (at < end) {
            unsigned char byte = (unsigned char)text.p[at];
            size_t length = 1;
            int32_t c = byte;
            if (byte == 0xC2 || byte == 0xD8 || byte == 0xE2)
                c = khct_utf8_at(text.p + at, text.n - at, &length);
            else if (byte >= 0x80)
                c = 0xFFFF;
            const char *sign = sign_for(c);
            if (sign != NULL) {
                khct_out_bytes(out, text.p + written, at - written);
                khct_out_cstr(out, sign);
                written = at + length;
            }
            at += length;
        }
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

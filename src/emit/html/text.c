#include "emit/html/text.h"

#include "library/library.h"
#include "text/digest.h"
#include "text/escape.h"
#include "text/utf8.h"

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

/* Control characters and signs; 0xC2, 0xD8 and 0xE2, which begin U+0080 to U+00BF, U+0600 to U+063F
 * and U+2000 to U+2FFF. A mask makes one test of several, and of some that are fine but rare: #
 * with
 * ", & and ', = ? | } ~ with <, > and DEL, and C0 C8 CA … with C2, D8 and E2, but none of the first
 * bytes of Vietnamese letters (C3 to C6, E1). */
static inline khct_lanes odd_lanes(khct_lanes b)
{
    const signed char few = (signed char)0xFA, more = (signed char)0xBC, signs = (signed char)0xC5;
    return khct_lanes_within(b, 0, 0x1F) | khct_lanes_are(b & few, '"') |
           khct_lanes_are(b & more, '<') | khct_lanes_are(b & signs, '\xC0');
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

static __attribute__((noinline)) void put_rest(khct_out *out, khct_str text, size_t at)
{
    khct_escape_from(out, text, at, odd_lanes, put_odd);
}

void khct_html_text(khct_out *out, khct_str text)
{
    size_t n = text.n < KHCT_OUT_ROOM ? text.n : KHCT_OUT_ROOM;
    size_t plain = khct_copy_plain(khct_out_room(out, n), text.p, n, odd_lanes);
    khct_out_took(out, plain);
    if (plain < text.n)
        put_rest(out, text, plain);
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
    unsigned char made[KHCT_SHA256_BYTES];
    const unsigned char *digest = khct_library_digest(text);
    if (digest == NULL) {
        khct_sha256(text, made);
        digest = made;
    }
    KHCT_HTML(out, "'sha256-");
    khct_out_str(out, khct_base64(arena, digest, KHCT_SHA256_BYTES));
    KHCT_HTML(out, "'");
}

void khct_html_head(khct_out *out, khct_arena *arena, khct_str style, khct_str more,
                    khct_str script)
{
    KHCT_HTML(out, "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src ");
    khct_html_digest(out, arena, style);
    if (more.n > 0) {
        KHCT_HTML(out, " ");
        khct_html_digest(out, arena, more);
    }
    if (script.n > 0) {
        KHCT_HTML(out, "; script-src ");
        khct_html_digest(out, arena, script);
    }
    KHCT_HTML(out, "; base-uri 'none'; form-action 'none'\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"color-scheme\" content=\"light dark\">\n"
                   "<meta name=\"generator\" content=\"khct\">\n");
}

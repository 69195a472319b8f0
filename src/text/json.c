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

void khct_json_string(khct_out *out, khct_str s)
{
    khct_out_char(out, '"');
    size_t plain = 0, at = 0;
    while (at < s.n) {
        unsigned char byte = (unsigned char)s.p[at];
        if (byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\') {
            at++;
            continue;
        }
        size_t length;
        int32_t c = khct_utf8_at(s.p + at, s.n - at, &length);
        bool invalid = byte >= 0x80 && length == 1;
        if (invalid || needs_escape(c)) {
            khct_out_bytes(out, s.p + plain, at - plain);
            if (invalid)
                khct_out_cstr(out, "\xEF\xBF\xBD");
            else
                escape(out, c);
            plain = at + length;
        }
        at += length;
    }
    khct_out_bytes(out, s.p + plain, s.n - plain);
    khct_out_char(out, '"');
}

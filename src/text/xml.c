#include "text/xml.h"

#include "text/utf8.h"

/* XML 1.0, production Char; of the controls it takes tab and line ends. */
static bool is_char(int32_t c)
{
    if (c < 0x20)
        return c == '\t' || c == '\n' || c == '\r';
    return c != 0xFFFE && c != 0xFFFF && !khct_turns(c);
}

static const char *entity(char c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    default: return NULL;
    }
}

bool khct_xml_holds(khct_str text)
{
    size_t length;
    for (size_t i = 0; i < text.n; i += length) {
        int32_t c = khct_utf8_at(text.p + i, text.n - i, &length);
        if (!is_char(c) || (c == 0xFFFD && length != 3))
            return false;
    }
    return true;
}

void khct_xml_text(khct_out *out, khct_str text)
{
    size_t begin = 0, length = 1;
    for (size_t i = 0; i < text.n; i += length) {
        int32_t c = khct_utf8_at(text.p + i, text.n - i, &length);
        bool good = is_char(c) && (c != 0xFFFD || length == 3);
        const char *written = good ? entity(text.p[i]) : "\xEF\xBF\xBD";
        if (written == NULL)
            continue;
        khct_out_bytes(out, text.p + begin, i - begin);
        khct_out_cstr(out, written);
        begin = i + length;
    }
    if (begin < text.n) /* an empty text may have no place */
        khct_out_bytes(out, text.p + begin, text.n - begin);
}

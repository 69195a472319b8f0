#include "import/font.h"

#include "check/legacy.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <strings.h>

static bool begins(khct_str name, const char *words)
{
    size_t n = strlen(words);
    return name.n >= n && strncasecmp(name.p, words, n) == 0;
}

/* Names of fonts begin so; those of capitals end in H. */
static const struct font_row {
    const char *begin;
    khct_font_kind kind;
} FONTS[] = {
    {".vn", KHCT_FONT_TCVN3},
    {"vni", KHCT_FONT_VNI},
    {"wingdings", KHCT_FONT_SIGNS},
    {"webdings", KHCT_FONT_SIGNS},
    {"symbol", KHCT_FONT_SIGNS},
    {"zapf", KHCT_FONT_SIGNS},
    {"monotype sorts", KHCT_FONT_SIGNS},
};

khct_font_kind khct_font_named(khct_str name)
{
    name = khct_str_trim(name);
    for (size_t i = 0; i < sizeof FONTS / sizeof *FONTS; i++)
        if (begins(name, FONTS[i].begin)) {
            bool capitals = FONTS[i].kind == KHCT_FONT_TCVN3 && name.p[name.n - 1] == 'H';
            return capitals ? KHCT_FONT_TCVN3_CAPITALS : FONTS[i].kind;
        }
    return KHCT_FONT_UNICODE;
}

/* Signs of Wingdings that say something; all others are bullets. */
static const struct sign_row {
    unsigned char code;
    const char *text;
} SIGNS[] = {
    {0xFC, "✓"}, {0xFE, "☑"}, {0xFB, "✗"}, {0x78, "☒"}, {0xFD, "☒"}, {0xA8, "☐"},
    {0x6F, "☐"}, {0x71, "☐"}, {0xE0, "→"}, {0xF0, "→"}, {0xD8, "➢"},
};

khct_str khct_font_sign(int32_t code)
{
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (SIGNS[i].code == (code & 0xFF))
            return khct_str_of(SIGNS[i].text);
    return KHCT_STR("•");
}

static khct_str read_signs(khct_arena *arena, khct_str text)
{
    khct_strs pieces = {0};
    for (size_t at = 0, length; at < text.n; at += length) {
        int32_t c = khct_utf8_at(text.p + at, text.n - at, &length);
        bool space = khct_space_at(text, at) > 0;
        khct_push(arena, &pieces) = space ? khct_str_sub(text, at, at + length) : khct_font_sign(c);
    }
    return khct_str_join(arena, pieces.at, pieces.n);
}

/* Letters of a font that a program took for signs of its own: U+F0B5 is 0xB5. */
static khct_str unprivate(khct_arena *arena, khct_str text)
{
    char *bytes = khct_alloc_bytes(arena, text.n + 1);
    size_t n = 0;
    for (size_t at = 0, length; at < text.n; at += length) {
        int32_t c = khct_utf8_at(text.p + at, text.n - at, &length);
        char put[4];
        size_t more = khct_utf8_put(c >= 0xF020 && c <= 0xF0FF ? c & 0xFF : c, put);
        memcpy(bytes + n, put, more);
        n += more;
    }
    return (khct_str){bytes, n};
}

khct_str khct_font_read(khct_arena *arena, khct_font_kind font, khct_str text)
{
    switch (font) {
    case KHCT_FONT_TCVN3: return khct_legacy_read(arena, KHCT_LEGACY_TCVN3, unprivate(arena, text));
    case KHCT_FONT_TCVN3_CAPITALS:
        return khct_upper(arena,
                          khct_legacy_read(arena, KHCT_LEGACY_TCVN3, unprivate(arena, text)));
    case KHCT_FONT_VNI: return khct_legacy_read(arena, KHCT_LEGACY_VNI, unprivate(arena, text));
    case KHCT_FONT_SIGNS: return read_signs(arena, text);
    default: return khct_nfc(arena, text);
    }
}

bool khct_font_is_unicode(khct_str text)
{
    for (size_t at = 0, length; at < text.n; at += length) {
        int32_t c = khct_utf8_at(text.p + at, text.n - at, &length);
        if ((c >= 0x1EA0 && c <= 0x1EF9) || (c >= 0x100 && c <= 0x1B0) ||
            (c >= 0x300 && c <= 0x323))
            return true;
    }
    return false;
}

#include "emit/latex/latex.h"
#include "emit/latex/chars.h"

#include "page/setting.h"
#include "text/utf8.h"

typedef struct writer {
    khct_out *out;
    bool plain;
    khct_latex_font font; /* of the open \khctkhac; KHCT_FONT_MAIN: none is open */
    int32_t before;       /* the last character written; 0 at the start */
} writer;

static void put(writer *w, const char *latex)
{
    khct_out_cstr(w->out, latex);
}

/* What is written next is of this font. */
static void set_font(writer *w, khct_latex_font font)
{
    if (w->font == font || w->plain)
        return;
    if (w->font != KHCT_FONT_MAIN)
        put(w, "}");
    if (font != KHCT_FONT_MAIN)
        khct_out_format(w->out, "\\khctkhac{%u}{", (unsigned)font);
    w->font = font;
}

/* Pairs that fonts make one sign of. */
static bool joins(int32_t before, int32_t c)
{
    return before == c ? strchr("-,<>'`", c) != NULL : (before == '?' || before == '!') && c == '`';
}

static void write_ascii(writer *w, int32_t c)
{
    const char plain[] = {(char)c, '\0'}, escaped[] = {'\\', (char)c, '\0'};
    if (joins(w->before, c))
        put(w, "{}");
    if (c == '\\')
        put(w, "\\textbackslash{}");
    else if (c == '~')
        put(w, "\\textasciitilde{}");
    else if (c == '^')
        put(w, "\\textasciicircum{}");
    else if (c == '\'')
        put(w, "\\textquotesingle{}");
    else if (c == '`')
        put(w, "\\textasciigrave{}");
    else
        put(w, strchr("{}$&#_%", c) != NULL ? escaped : plain);
}

/* Ligatures of Unicode as the letters they are made of: fonts lack them, and readers search them.
 */
static const char *ligature(int32_t c)
{
    static const char *const letters[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    return c >= 0xFB00 && c <= 0xFB06 ? letters[c - 0xFB00] : NULL;
}

/* A character that no font has. */
static void write_box(writer *w, int32_t c)
{
    set_font(w, KHCT_FONT_MAIN);
    khct_out_format(w->out, "\\khcthop{%04X}", (unsigned)c);
}

static void write_other(writer *w, int32_t c, khct_str bytes)
{
    khct_latex_font font = khct_latex_font_of(c);
    if (font == KHCT_FONT_NONE && !w->plain) {
        write_box(w, c);
        return;
    }
    set_font(w, font);
    if (ligature(c) != NULL)
        put(w, ligature(c));
    else if (c == 0xFFFD)
        put(w, "\xEF\xBF\xBD");
    else
        khct_out_str(w->out, bytes);
}

static void write_character(writer *w, int32_t c, khct_str bytes)
{
    char sign[4];
    int32_t shown = khct_latex_sign(c);
    if (shown != c)
        bytes = (khct_str){sign, khct_utf8_put(shown, sign)};
    if (c < 0x80) {
        set_font(w, KHCT_FONT_MAIN);
        write_ascii(w, c);
    } else {
        write_other(w, shown, bytes);
    }
    w->before = c;
}

static void write_space(writer *w, const char *space)
{
    set_font(w, KHCT_FONT_MAIN);
    put(w, space);
    w->before = ' ';
}

static void write_break(writer *w)
{
    if (w->plain)
        return;
    set_font(w, KHCT_FONT_MAIN);
    put(w, "\\khctngat{}");
}

static void write_text(writer *w, khct_str text, bool head)
{
    khct_setting s = khct_setting_of(text, head);
    while (khct_setting_next(&s)) {
        switch (s.kind) {
        case KHCT_FATE_SPACE: write_space(w, " "); break;
        case KHCT_FATE_TIE: write_space(w, "~"); break;
        case KHCT_FATE_BREAK: write_break(w); break;
        default: write_character(w, s.character, s.bytes); break;
        }
    }
    set_font(w, KHCT_FONT_MAIN);
}

void khct_latex_text(khct_out *out, khct_str text)
{
    write_text(&(writer){.out = out}, text, false);
}

void khct_latex_plain(khct_out *out, khct_str text)
{
    write_text(&(writer){.out = out, .plain = true}, text, false);
}

void khct_latex_head(khct_out *out, khct_str text)
{
    write_text(&(writer){.out = out}, text, true);
}

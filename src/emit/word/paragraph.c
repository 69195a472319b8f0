/* Paragraphs, runs, rules and balanced lines. */
#include "emit/word/build.h"

#include "page/widths.h"

void khct_docx_from(khct_docx *w, khct_span from)
{
    w->from = from;
}

void khct_docx_begin(khct_docx *w, const char *style)
{
    if (w->origins != NULL)
        khct_push(w->arena, w->origins) = w->from;
    w->from = KHCT_NOWHERE;
    khct_out_format(w->out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>", style);
}

void khct_docx_properties_end(khct_docx *w)
{
    khct_out_cstr(w->out, "</w:pPr>");
}

void khct_docx_end(khct_docx *w)
{
    khct_out_cstr(w->out, "</w:p>");
}

void khct_docx_run(khct_docx *w, khct_str text, const char *look)
{
    if (text.n == 0)
        return;
    khct_out_cstr(w->out, "<w:r>");
    if (look[0] != '\0') {
        khct_out_cstr(w->out, "<w:rPr>");
        for (const char *c = look; *c != '\0'; c++)
            khct_out_format(w->out, "<w:%c/>", *c);
        khct_out_cstr(w->out, "</w:rPr>");
    }
    khct_out_cstr(w->out, "<w:t xml:space=\"preserve\">");
    khct_xml_text(w->out, text);
    khct_out_cstr(w->out, "</w:t></w:r>");
}

void khct_docx_line(khct_docx *w, const char *style, khct_str text)
{
    khct_docx_begin(w, style);
    khct_docx_properties_end(w);
    khct_docx_run(w, text, "");
    khct_docx_end(w);
}

/* --- widths --- */

uint32_t khct_docx_width(khct_str text, uint32_t size)
{
    uint64_t width = khct_measure(text).total * size * 20 / 1000;
    width += width * 6 / 100; /* bold letters */
    return width < KHCT_DOCX_TURNED ? (uint32_t)width : KHCT_DOCX_TURNED;
}

typedef struct lines {
    uint32_t count, widest, last;
} lines;

/* The lines that a text takes in `width`. */
static lines lay(khct_str text, uint32_t size, uint32_t width)
{
    lines l = {1, 0, 0};
    uint32_t blank = size * 20 / 4;
    for (size_t begin = 0; begin < text.n;) {
        size_t end = begin;
        while (end < text.n && text.p[end] != ' ')
            end++;
        uint32_t word = khct_docx_width(khct_str_sub(text, begin, end), size);
        if (l.last > 0 && l.last + blank + word > width) {
            l.count++;
            l.last = word;
        } else {
            l.last += word + (l.last > 0 ? blank : 0);
        }
        if (l.last > l.widest)
            l.widest = l.last;
        begin = end + 1;
    }
    return l;
}

uint32_t khct_docx_balanced(khct_docx *w, const char *style, khct_str text, uint32_t width,
                            uint32_t size, uint32_t *widest)
{
    enum { NEAR = 20, PLAY = 120 }; /* what a measured width may be wrong by */
    lines wanted = lay(text, size, width);
    uint32_t least = wanted.widest / wanted.count, most = wanted.widest;
    while (wanted.count > 1 && most > least + NEAR) {
        uint32_t middle = (least + most) / 2;
        if (lay(text, size, middle).count > wanted.count)
            least = middle;
        else
            most = middle;
    }
    lines found = lay(text, size, most);
    uint32_t room = most + PLAY < width ? (width - most - PLAY) / 2 : 0;
    khct_docx_begin(w, style);
    if (wanted.count > 1 && room > 0)
        khct_out_format(w->out, "<w:ind w:left=\"%u\" w:right=\"%u\"/>", room, room);
    khct_docx_properties_end(w);
    khct_docx_run(w, text, "");
    khct_docx_end(w);
    *widest = found.widest;
    return found.last;
}

void khct_docx_rule(khct_docx *w, uint32_t length, uint32_t width, uint32_t after)
{
    uint32_t room = length < width ? (width - length) / 2 : 0;
    khct_docx_begin(w, "Ke");
    khct_out_format(w->out,
                    "<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" "
                    "w:color=\"auto\"/></w:pBdr><w:spacing w:before=\"40\" w:after=\"%u\"/>",
                    after);
    khct_out_format(w->out, "<w:ind w:left=\"%u\" w:right=\"%u\"/>", room, room);
    khct_docx_properties_end(w);
    khct_docx_end(w);
}

/* --- pieces --- */

static void put_text(khct_docx *w, const khct_piece *piece, bool bold)
{
    if (piece->label.n > 0) {
        khct_docx_run(w, khct_str_cat(w->arena, piece->label, KHCT_STR(":")), "b");
        if (piece->text.n > 0)
            khct_docx_run(w, KHCT_STR(" "), "");
    }
    khct_docx_run(w, piece->text, piece->strong || bold ? "b" : "");
}

static const char *style_of(khct_piece_kind kind)
{
    switch (kind) {
    case KHCT_PIECE_NUMBERED: return "DoanSo";
    case KHCT_PIECE_ITEM:
    case KHCT_PIECE_SUBITEM: return "Gach";
    case KHCT_PIECE_PARAGRAPH: break;
    }
    return "Normal";
}

void khct_docx_piece(khct_docx *w, const khct_piece *piece, const khct_docx_place *place)
{
    bool cell = place->style != NULL;
    bool written = false; /* its number is */
    khct_docx_from(w, piece->span);
    khct_docx_begin(w, cell ? place->style : style_of(piece->kind));
    if (place->keep)
        khct_out_cstr(w->out, "<w:keepNext/>");
    switch (piece->kind) {
    case KHCT_PIECE_ITEM:
        khct_docx_numbered(w, cell ? KHCT_DOCX_CELL_DASH : KHCT_DOCX_DASH, KHCT_STR(""));
        break;
    case KHCT_PIECE_SUBITEM:
        khct_docx_numbered(w, cell ? KHCT_DOCX_CELL_PLUS : KHCT_DOCX_PLUS, KHCT_STR(""));
        break;
    case KHCT_PIECE_NUMBERED:
        written =
            !khct_docx_numbered(w, cell ? KHCT_DOCX_CELL_ITEM : KHCT_DOCX_ITEM, piece->number);
        break;
    case KHCT_PIECE_PARAGRAPH: break;
    }
    if (cell && place->align != NULL)
        khct_out_format(w->out, "<w:jc w:val=\"%s\"/>", place->align);
    khct_docx_properties_end(w);
    if (written && piece->number.n > 0) {
        khct_docx_run(w, piece->number, place->bold ? "b" : "");
        khct_docx_run(w, KHCT_STR(" "), "");
    }
    put_text(w, piece, place->bold);
    khct_docx_end(w);
}

#include "emit/latex/chars.h"
#include "emit/latex/latex.h"

#include "page/setting.h"
#include "text/map.h"
#include "text/utf8.h"

#include <stdio.h>

enum { UNI = 1 << KHCT_LUALATEX | 1 << KHCT_XELATEX, ALL = UNI | 1 << KHCT_PDFLATEX };

/* Beyond ASCII, in order. pdflatex: the letters of T5, and of TS1 and QX the signs that stay what
 * they are when the text is copied from the PDF. The others: what TeX Gyre Termes holds.
 * tests/print/chars.py compiles each row and reads it back. */
typedef struct range {
    int32_t first, last;
    unsigned what; /* the engines, or, in OTHERS, the font */
} range;

static const range RANGES[] = {
    {0x0020, 0x007E, ALL}, {0x00A1, 0x00AC, ALL}, {0x00AE, 0x00C3, ALL}, {0x00C4, 0x00C7, UNI},
    {0x00C8, 0x00CA, ALL}, {0x00CB, 0x00CB, UNI}, {0x00CC, 0x00CD, ALL}, {0x00CE, 0x00D1, UNI},
    {0x00D2, 0x00D5, ALL}, {0x00D6, 0x00D6, UNI}, {0x00D7, 0x00D7, ALL}, {0x00D8, 0x00D8, UNI},
    {0x00D9, 0x00DA, ALL}, {0x00DB, 0x00DC, UNI}, {0x00DD, 0x00DD, ALL}, {0x00DE, 0x00DF, UNI},
    {0x00E0, 0x00E3, ALL}, {0x00E4, 0x00E7, UNI}, {0x00E8, 0x00EA, ALL}, {0x00EB, 0x00EB, UNI},
    {0x00EC, 0x00ED, ALL}, {0x00EE, 0x00F1, UNI}, {0x00F2, 0x00F5, ALL}, {0x00F6, 0x00F6, UNI},
    {0x00F7, 0x00F7, ALL}, {0x00F8, 0x00F8, UNI}, {0x00F9, 0x00FA, ALL}, {0x00FB, 0x00FC, UNI},
    {0x00FD, 0x00FD, ALL}, {0x00FE, 0x0101, UNI}, {0x0102, 0x0103, ALL}, {0x0104, 0x010F, UNI},
    {0x0110, 0x0111, ALL}, {0x0112, 0x0127, UNI}, {0x0128, 0x0129, ALL}, {0x012A, 0x0131, UNI},
    {0x0134, 0x0137, UNI}, {0x0139, 0x0148, UNI}, {0x014A, 0x0165, UNI}, {0x0168, 0x0169, ALL},
    {0x016A, 0x017F, UNI}, {0x018E, 0x018E, UNI}, {0x0192, 0x0192, UNI}, {0x01A0, 0x01A1, ALL},
    {0x01AF, 0x01B0, ALL}, {0x01CD, 0x01D4, UNI}, {0x01D7, 0x01DD, UNI}, {0x01E6, 0x01E7, UNI},
    {0x01EA, 0x01EB, UNI}, {0x01F0, 0x01F0, UNI}, {0x01F4, 0x01F5, UNI}, {0x01FA, 0x0201, UNI},
    {0x0204, 0x0205, UNI}, {0x0208, 0x0209, UNI}, {0x020C, 0x020D, UNI}, {0x0210, 0x0211, UNI},
    {0x0214, 0x0215, UNI}, {0x0218, 0x021B, UNI}, {0x0237, 0x0237, UNI}, {0x0258, 0x0259, UNI},
    {0x02BE, 0x02BF, UNI}, {0x02C6, 0x02C7, UNI}, {0x02D8, 0x02D9, ALL}, {0x02DA, 0x02DC, UNI},
    {0x02DD, 0x02DD, ALL}, {0x0300, 0x0304, UNI}, {0x0306, 0x030C, UNI}, {0x030F, 0x030F, UNI},
    {0x0311, 0x0311, UNI}, {0x0323, 0x0323, UNI}, {0x0326, 0x0326, UNI}, {0x032E, 0x0332, UNI},
    {0x0391, 0x039F, UNI}, {0x03A0, 0x03A0, ALL}, {0x03A1, 0x03A1, UNI}, {0x03A3, 0x03A3, ALL},
    {0x03A4, 0x03A8, UNI}, {0x03A9, 0x03A9, ALL}, {0x03B1, 0x03B2, ALL}, {0x03B3, 0x03B3, UNI},
    {0x03B4, 0x03B4, ALL}, {0x03B5, 0x03BF, UNI}, {0x03C0, 0x03C0, ALL}, {0x03C1, 0x03C9, UNI},
    {0x03D1, 0x03D1, UNI}, {0x03D5, 0x03D6, UNI}, {0x03F1, 0x03F1, UNI}, {0x03F5, 0x03F5, UNI},
    {0x0E3F, 0x0E3F, UNI}, {0x1E0C, 0x1E0F, UNI}, {0x1E24, 0x1E27, UNI}, {0x1E2A, 0x1E2B, UNI},
    {0x1E2E, 0x1E2F, UNI}, {0x1E36, 0x1E39, UNI}, {0x1E42, 0x1E47, UNI}, {0x1E58, 0x1E5D, UNI},
    {0x1E62, 0x1E63, UNI}, {0x1E6C, 0x1E6F, UNI}, {0x1E80, 0x1E85, UNI}, {0x1E92, 0x1E93, UNI},
    {0x1E97, 0x1E97, UNI}, {0x1EA0, 0x1EF9, ALL}, {0x2013, 0x2014, ALL}, {0x2016, 0x2016, ALL},
    {0x2018, 0x201A, ALL}, {0x201C, 0x201E, ALL}, {0x2020, 0x2022, ALL}, {0x2026, 0x2026, ALL},
    {0x2030, 0x2030, ALL}, {0x2031, 0x2031, UNI}, {0x2039, 0x203B, ALL}, {0x203D, 0x203D, ALL},
    {0x203F, 0x2040, UNI}, {0x2044, 0x2044, ALL}, {0x2045, 0x2046, UNI}, {0x2052, 0x2052, UNI},
    {0x2054, 0x2054, UNI}, {0x20A1, 0x20A1, ALL}, {0x20A4, 0x20A4, ALL}, {0x20A6, 0x20A6, UNI},
    {0x20A9, 0x20A9, ALL}, {0x20AB, 0x20AC, ALL}, {0x20B1, 0x20B1, UNI}, {0x2103, 0x2103, ALL},
    {0x2113, 0x2113, UNI}, {0x2116, 0x2116, ALL}, {0x2117, 0x2118, UNI}, {0x211E, 0x211E, UNI},
    {0x2120, 0x2120, UNI}, {0x2122, 0x2122, ALL}, {0x2126, 0x2127, UNI}, {0x212E, 0x212E, ALL},
    {0x2190, 0x2193, ALL}, {0x2202, 0x2202, UNI}, {0x2211, 0x2211, UNI}, {0x2212, 0x2212, ALL},
    {0x2213, 0x2213, UNI}, {0x2215, 0x2215, UNI}, {0x2217, 0x2217, UNI}, {0x221A, 0x221A, ALL},
    {0x221E, 0x221E, ALL}, {0x2222, 0x2222, UNI}, {0x2248, 0x2248, ALL}, {0x2260, 0x2260, UNI},
    {0x2264, 0x2265, ALL}, {0x22C6, 0x22C6, UNI}, {0x2300, 0x2300, UNI}, {0x2329, 0x232A, ALL},
    {0x2422, 0x2422, UNI}, {0x2423, 0x2423, ALL}, {0x25CA, 0x25CA, UNI}, {0x25E6, 0x25E6, ALL},
    {0x266A, 0x266A, ALL}, {0x26AD, 0x26AE, UNI}, {0x27E6, 0x27E7, UNI}, {0x2A7D, 0x2A7E, UNI},
};

/* What TeX Gyre Termes lacks: which of the other fonts has it. Scripts that are written from the
 * right are left out: their letters would stand in the wrong order. */
enum { FREE = KHCT_FONT_FREE, KHMR = KHCT_FONT_KHMER, HANS = KHCT_FONT_HAN };
static const range OTHERS[] = {
    {0x0132, 0x0133, FREE}, {0x0138, 0x0138, FREE}, {0x0149, 0x0149, FREE}, {0x0166, 0x0167, FREE},
    {0x0180, 0x018D, FREE}, {0x018F, 0x0191, FREE}, {0x0193, 0x019F, FREE}, {0x01A2, 0x01AE, FREE},
    {0x01B1, 0x01CC, FREE}, {0x01D5, 0x01D6, FREE}, {0x01DE, 0x01E5, FREE}, {0x01E8, 0x01E9, FREE},
    {0x01EC, 0x01EF, FREE}, {0x01F1, 0x01F3, FREE}, {0x01F6, 0x01F9, FREE}, {0x0202, 0x0203, FREE},
    {0x0206, 0x0207, FREE}, {0x020A, 0x020B, FREE}, {0x020E, 0x020F, FREE}, {0x0212, 0x0213, FREE},
    {0x0216, 0x0217, FREE}, {0x021C, 0x0236, FREE}, {0x0238, 0x0257, FREE}, {0x025A, 0x02BD, FREE},
    {0x02C0, 0x02C5, FREE}, {0x02C8, 0x02D7, FREE}, {0x02DE, 0x02FF, FREE}, {0x0305, 0x0305, FREE},
    {0x030D, 0x030E, FREE}, {0x0310, 0x0310, FREE}, {0x0312, 0x0322, FREE}, {0x0324, 0x0325, FREE},
    {0x0327, 0x032D, FREE}, {0x0333, 0x034E, FREE}, {0x0350, 0x0377, FREE}, {0x037A, 0x037E, FREE},
    {0x0384, 0x038A, FREE}, {0x038C, 0x038C, FREE}, {0x038E, 0x0390, FREE}, {0x03AA, 0x03B0, FREE},
    {0x03CA, 0x03D0, FREE}, {0x03D2, 0x03D4, FREE}, {0x03D7, 0x03F0, FREE}, {0x03F2, 0x03F4, FREE},
    {0x03F6, 0x0527, FREE}, {0x0E01, 0x0E3A, FREE}, {0x0E40, 0x0E5B, FREE}, {0x1780, 0x17B3, KHMR},
    {0x17B6, 0x17DD, KHMR}, {0x17E0, 0x17E9, KHMR}, {0x17F0, 0x17F9, KHMR}, {0x19E0, 0x19FF, KHMR},
    {0x1E00, 0x1E0B, FREE}, {0x1E10, 0x1E23, FREE}, {0x1E28, 0x1E29, FREE}, {0x1E2C, 0x1E2D, FREE},
    {0x1E30, 0x1E35, FREE}, {0x1E3A, 0x1E41, FREE}, {0x1E48, 0x1E57, FREE}, {0x1E5E, 0x1E61, FREE},
    {0x1E64, 0x1E6B, FREE}, {0x1E70, 0x1E7F, FREE}, {0x1E86, 0x1E91, FREE}, {0x1E94, 0x1E96, FREE},
    {0x1E98, 0x1E9F, FREE}, {0x1EFA, 0x1F15, FREE}, {0x1F18, 0x1F1D, FREE}, {0x1F20, 0x1F45, FREE},
    {0x1F48, 0x1F4D, FREE}, {0x1F50, 0x1F57, FREE}, {0x1F59, 0x1F59, FREE}, {0x1F5B, 0x1F5B, FREE},
    {0x1F5D, 0x1F5D, FREE}, {0x1F5F, 0x1F7D, FREE}, {0x1F80, 0x1FB4, FREE}, {0x1FB6, 0x1FC4, FREE},
    {0x1FC6, 0x1FD3, FREE}, {0x1FD6, 0x1FDB, FREE}, {0x1FDD, 0x1FEF, FREE}, {0x1FF2, 0x1FF4, FREE},
    {0x1FF6, 0x1FFE, FREE}, {0x2012, 0x2012, FREE}, {0x2015, 0x2015, FREE}, {0x2017, 0x2017, FREE},
    {0x201B, 0x201B, FREE}, {0x201F, 0x201F, FREE}, {0x2023, 0x2025, FREE}, {0x2027, 0x2027, FREE},
    {0x2032, 0x2038, FREE}, {0x203C, 0x203C, FREE}, {0x203E, 0x203E, FREE}, {0x2041, 0x2043, FREE},
    {0x2047, 0x2051, FREE}, {0x2053, 0x2053, FREE}, {0x2055, 0x205E, FREE}, {0x2070, 0x2071, FREE},
    {0x2074, 0x208E, FREE}, {0x2090, 0x2094, FREE}, {0x20A0, 0x20A0, FREE}, {0x20A2, 0x20A3, FREE},
    {0x20A5, 0x20A5, FREE}, {0x20A7, 0x20A8, FREE}, {0x20AA, 0x20AA, FREE}, {0x20AD, 0x20B0, FREE},
    {0x20B2, 0x20B9, FREE}, {0x2100, 0x2102, FREE}, {0x2104, 0x2112, FREE}, {0x2114, 0x2115, FREE},
    {0x2119, 0x211D, FREE}, {0x211F, 0x211F, FREE}, {0x2121, 0x2121, FREE}, {0x2123, 0x2125, FREE},
    {0x2128, 0x212D, FREE}, {0x212F, 0x213C, FREE}, {0x213E, 0x214B, FREE}, {0x214D, 0x214E, FREE},
    {0x2150, 0x2189, FREE}, {0x2194, 0x2201, FREE}, {0x2203, 0x2210, FREE}, {0x2214, 0x2214, FREE},
    {0x2216, 0x2216, FREE}, {0x2218, 0x2219, FREE}, {0x221B, 0x221D, FREE}, {0x221F, 0x2221, FREE},
    {0x2223, 0x2247, FREE}, {0x2249, 0x225F, FREE}, {0x2261, 0x2263, FREE}, {0x2266, 0x22C5, FREE},
    {0x22C7, 0x22FF, FREE}, {0x2301, 0x2306, FREE}, {0x2308, 0x2328, FREE}, {0x232B, 0x232C, FREE},
    {0x2347, 0x2348, FREE}, {0x2350, 0x2350, FREE}, {0x2357, 0x2357, FREE}, {0x235E, 0x235E, FREE},
    {0x2380, 0x2383, FREE}, {0x2386, 0x238A, FREE}, {0x238C, 0x238C, FREE}, {0x238F, 0x2392, FREE},
    {0x2394, 0x23AE, FREE}, {0x23B2, 0x23B6, FREE}, {0x23B8, 0x23BD, FREE}, {0x23CE, 0x23CF, FREE},
    {0x23DC, 0x23E3, FREE}, {0x23E5, 0x23E6, FREE}, {0x2400, 0x2421, FREE}, {0x2424, 0x2426, FREE},
    {0x2460, 0x2469, FREE}, {0x2500, 0x2503, FREE}, {0x250C, 0x254B, FREE}, {0x2550, 0x25C9, FREE},
    {0x25CB, 0x25E5, FREE}, {0x25E7, 0x2669, FREE}, {0x266B, 0x269D, FREE}, {0x26A0, 0x26AC, FREE},
    {0x26AF, 0x26BC, FREE}, {0x26C0, 0x26C3, FREE}, {0x2701, 0x27BF, FREE}, {0x27F0, 0x27FF, FREE},
    {0x2B00, 0x2B31, FREE}, {0x2B50, 0x2B54, FREE}, {0x3001, 0x3003, HANS}, {0x3005, 0x3007, HANS},
    {0x300A, 0x3019, HANS}, {0x301C, 0x301F, HANS}, {0x3021, 0x3029, HANS}, {0x3041, 0x3094, HANS},
    {0x3099, 0x309E, HANS}, {0x30A0, 0x30F6, HANS}, {0x30FB, 0x30FE, HANS}, {0x3105, 0x3129, HANS},
    {0x3131, 0x318E, HANS}, {0x3220, 0x3229, HANS}, {0x3231, 0x3232, HANS}, {0x3239, 0x3239, HANS},
    {0x327F, 0x327F, HANS}, {0x32A3, 0x32A8, HANS}, {0x3303, 0x3303, HANS}, {0x330D, 0x330D, HANS},
    {0x3314, 0x3314, HANS}, {0x3318, 0x3318, HANS}, {0x3322, 0x3323, HANS}, {0x3326, 0x3327, HANS},
    {0x332B, 0x332B, HANS}, {0x3336, 0x3336, HANS}, {0x333B, 0x333B, HANS}, {0x3349, 0x334A, HANS},
    {0x334D, 0x334D, HANS}, {0x3351, 0x3351, HANS}, {0x3357, 0x3357, HANS}, {0x337B, 0x337E, HANS},
    {0x3380, 0x3384, HANS}, {0x3388, 0x33CA, HANS}, {0x33CD, 0x33D3, HANS}, {0x33D5, 0x33D6, HANS},
    {0x33D8, 0x33D8, HANS}, {0x33DB, 0x33DD, HANS}, {0x3400, 0x4DB5, HANS}, {0x4E00, 0x9FA5, HANS},
    {0xAC00, 0xAC00, HANS}, {0xD7A2, 0xD7A3, HANS}, {0xF900, 0xFA2D, HANS}, {0xFF01, 0xFF5E, HANS},
    {0xFF61, 0xFF9F, HANS}, {0xFFE0, 0xFFE6, HANS},
};

/* Code points of fonts of symbols, which mean nothing in any other font, and the sign they show. */
static const struct {
    int32_t code_point, sign;
} SIGNS[] = {
    {0xF02D, 0x2212}, {0xF06C, 0x25CF}, {0xF06E, 0x25A0}, {0xF06F, 0x25A1}, {0xF071, 0x2751},
    {0xF075, 0x25C6}, {0xF076, 0x2756}, {0xF0A7, 0x25AA}, {0xF0A8, 0x25FB}, {0xF0AE, 0x2192},
    {0xF0B7, 0x2022}, {0xF0D8, 0x27A2}, {0xF0E0, 0x2192}, {0xF0E8, 0x2794}, {0xF0FB, 0x2717},
    {0xF0FC, 0x2713}, {0xF0FE, 0x2611},
};

int32_t khct_latex_sign(int32_t code_point)
{
    for (size_t i = 0; i < sizeof SIGNS / sizeof SIGNS[0]; i++)
        if (SIGNS[i].code_point == code_point)
            return SIGNS[i].sign;
    return code_point;
}

/* What the ranges say of a character; `none` where it is in none of them. */
static unsigned look_up(const range *ranges, size_t count, int32_t code_point, unsigned none)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ranges[middle].last < code_point)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && ranges[low].first <= code_point ? ranges[low].what : none;
}

/* The engines that print a character in TeX Gyre Termes. */
static unsigned engines_in_main(int32_t code_point)
{
    bool all = (code_point >= 0x20 && code_point < 0x7F) ||
               khct_fate_of(code_point) != KHCT_FATE_PRINT ||
               (code_point >= 0xFB00 && code_point <= 0xFB06);
    return all ? ALL : look_up(RANGES, sizeof RANGES / sizeof RANGES[0], code_point, 0);
}

khct_latex_font khct_latex_font_of(int32_t code_point)
{
    return engines_in_main(code_point) != 0
               ? KHCT_FONT_MAIN
               : (khct_latex_font)look_up(OTHERS, sizeof OTHERS / sizeof OTHERS[0], code_point,
                                          KHCT_FONT_NONE);
}

/* The engines that set a character, if only as a box with its code point. */
static unsigned engines_for(int32_t code_point)
{
    code_point = khct_latex_sign(code_point);
    switch (khct_latex_font_of(code_point)) {
    case KHCT_FONT_MAIN: return engines_in_main(code_point);
    case KHCT_FONT_NONE: return ALL;
    default: return UNI;
    }
}

const char *khct_engine_name(khct_engine engine)
{
    static const char *const names[KHCT_ENGINE_COUNT] = {"pdflatex", "lualatex", "xelatex"};
    return names[engine];
}

/* --- every text of a page --- */

typedef struct looker {
    void (*look)(struct looker *looker, khct_str text, khct_span span);
    khct_diags *diags;
    unsigned engines, missing;
    khct_map reported;
} looker;

static void look_at_piece(looker *l, const khct_piece *piece)
{
    l->look(l, piece->number, piece->span);
    l->look(l, piece->label, piece->span);
    l->look(l, piece->text, piece->span);
}

static void look_at_rows(looker *l, const khct_row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t c = 0; c < rows[i].cells.n; c++)
            for (size_t p = 0; p < rows[i].cells.at[c].pieces.n; p++)
                look_at_piece(l, &rows[i].cells.at[c].pieces.at[p]);
}

static khct_span span_of(const khct_node *node)
{
    return node == NULL ? KHCT_NOWHERE : node->span;
}

static void look_at_head(looker *l, const khct_page *page, const khct_plan *plan)
{
    khct_span school = plan == NULL ? KHCT_NOWHERE : span_of(plan->school.node);
    khct_span heading = plan == NULL ? KHCT_NOWHERE : span_of(plan->heading.node);
    const khct_str of_school[] = {page->superior, page->body, page->place_date};
    const khct_str of_heading[] = {page->number, page->kind,   page->subject, page->year,
                                   page->title,  page->author, page->about};
    for (size_t i = 0; i < sizeof of_school / sizeof of_school[0]; i++)
        l->look(l, of_school[i], school);
    for (size_t i = 0; i < sizeof of_heading / sizeof of_heading[0]; i++)
        l->look(l, of_heading[i], heading);
}

static void look_at_end(looker *l, const khct_page *page, const khct_plan *plan)
{
    for (size_t i = 0; i < page->recipients.n; i++)
        look_at_piece(l, &page->recipients.at[i]);
    for (size_t i = 0; i < page->signatures.n; i++) {
        const khct_page_signature *signature = &page->signatures.at[i];
        khct_span span = plan != NULL && i < plan->signatures.n
                             ? span_of(plan->signatures.at[i].node)
                             : KHCT_NOWHERE;
        l->look(l, signature->title, span);
        l->look(l, signature->authority, span);
        l->look(l, signature->office, span);
        l->look(l, signature->name, span);
    }
}

static void look_at_page(looker *l, const khct_page *page, const khct_plan *plan)
{
    look_at_head(l, page, plan);
    KHCT_FOR (block, &page->blocks) {
        l->look(l, block->number, block->span);
        l->look(l, block->text, block->span);
        look_at_piece(l, &block->piece);
        if (block->table) {
            look_at_rows(l, block->table->header.at, block->table->header.n);
            look_at_rows(l, block->table->rows.at, block->table->rows.n);
        }
    }
    look_at_end(l, page, plan);
}

static void narrow(looker *l, khct_str text, khct_span span)
{
    (void)span;
    for (size_t i = 0, length; i < text.n; i += length) {
        if ((unsigned char)text.p[i] < 0x80) {
            length = 1;
            continue;
        }
        l->engines &= engines_for(khct_utf8_at(text.p + i, text.n - i, &length));
    }
}

khct_engine khct_latex_engine(const khct_page *page)
{
    looker l = {.look = narrow, .engines = ALL};
    look_at_page(&l, page, NULL);
    return l.engines >> KHCT_PDFLATEX & 1 ? KHCT_PDFLATEX : KHCT_LUALATEX;
}

/* The character in the source, where it stands there as it is printed; else all of the span. */
static khct_span character_span(const khct_diags *diags, khct_span span, khct_str character)
{
    if (span.source == KHCT_NO_SOURCE)
        return span;
    khct_str raw = khct_source_text(diags->sources, span);
    size_t at = khct_str_find(raw, character);
    if (at == raw.n)
        return span;
    uint32_t begin = span.begin + (uint32_t)at;
    return (khct_span){span.source, begin, begin + (uint32_t)character.n};
}

static const struct {
    const char *name, *package;
} FONTS[] = {[KHCT_FONT_FREE] = {"FreeSerif", "fonts-freefont-otf"},
             [KHCT_FONT_KHMER] = {"Khmer OS", "fonts-khmeros"},
             [KHCT_FONT_HAN] = {"Droid Sans Fallback", "fonts-droid-fallback"}};

static khct_str code_text(khct_arena *arena, int32_t code_point)
{
    char number[16];
    int n = snprintf(number, sizeof number, "%04X", (unsigned)code_point);
    return khct_str_copy(arena, (khct_str){number, (size_t)n});
}

static khct_str sign_text(khct_arena *arena, int32_t sign)
{
    char bytes[4];
    size_t n = khct_utf8_put(sign, bytes);
    return khct_str_copy(arena, (khct_str){bytes, n});
}

static void report_character(looker *l, int32_t c, khct_str character, khct_span span)
{
    khct_arena *arena = l->diags->arena;
    int32_t sign = khct_latex_sign(c);
    khct_latex_font font = khct_latex_font_of(sign);
    khct_str shown = khct_str_copy(arena, character), code = code_text(arena, c);
    bool missing = font < KHCT_FONT_NONE && (l->missing >> font & 1) != 0;
    khct_diag *diag;
    if (font == KHCT_FONT_NONE || missing)
        diag =
            khct_report(l->diags, KHCT_KH9006, span,
                        missing ? KHCT_MSG(FONT_MISSING, khct_str_of(FONTS[font].name), shown, code)
                                : KHCT_MSG(UNPRINTABLE, shown, code));
    else if (sign != c)
        diag = khct_report(l->diags, KHCT_KH9006, span,
                           KHCT_MSG(SYMBOL_SIGN, code, sign_text(arena, sign)));
    else
        return;
    khct_diag_hint(diag, missing ? KHCT_MSG(ENGINE_MISSING_HINT, khct_str_of(FONTS[font].package))
                                 : KHCT_MSG0(UNPRINTABLE_HINT));
}

static bool is_unprintable(khct_str text, size_t i, size_t *length)
{
    *length = 1;
    return i < text.n && (unsigned char)text.p[i] >= 0x80 &&
           khct_latex_font_of(khct_latex_sign(khct_utf8_at(text.p + i, text.n - i, length))) ==
               KHCT_FONT_NONE;
}

/* Byte after the characters from byte i on that no font has: a foreign word is one report. */
static size_t end_of_unprintable(looker *l, khct_str text, size_t i)
{
    for (size_t length; is_unprintable(text, i, &length); i += length)
        khct_map_put(l->diags->arena, &l->reported, khct_str_sub(text, i, i + length), 0);
    return i;
}

static void report(looker *l, khct_str text, khct_span span)
{
    for (size_t i = 0, length; i < text.n; i += length) {
        if ((unsigned char)text.p[i] < 0x80) {
            length = 1;
            continue;
        }
        int32_t c = khct_utf8_at(text.p + i, text.n - i, &length);
        khct_str character = khct_str_sub(text, i, i + length);
        if (khct_latex_font_of(c) == KHCT_FONT_MAIN ||
            khct_map_get(&l->reported, character) != KHCT_NONE)
            continue;
        khct_map_put(l->diags->arena, &l->reported, character, 0);
        size_t end = end_of_unprintable(l, text, i);
        if (end > i)
            character = khct_str_sub(text, i, end);
        report_character(l, c, character, character_span(l->diags, span, character));
    }
}

void khct_latex_report(khct_diags *diags, const khct_page *page, const khct_plan *plan,
                       unsigned missing)
{
    looker l = {.look = report, .diags = diags, .missing = missing};
    look_at_page(&l, page, plan);
}

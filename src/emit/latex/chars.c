#include "emit/latex/chars.h"
#include "emit/latex/latex.h"

#include "text/map.h"
#include "text/utf8.h"

#include <stdio.h>

enum { UNI = 1 << KHCT_LUALATEX | 1 << KHCT_XELATEX, ALL = UNI | 1 << KHCT_PDFLATEX };

/* Beyond ASCII, in order. pdflatex: the letters of T5, and of TS1 and QX the signs that stay what
 * they are when the text is copied from the PDF. The others: what TeX Gyre Termes holds.
 * tests/print/chars.py compiles each row and reads it back. */
static const struct range {
    int32_t first, last;
    unsigned engines;
} RANGES[] = {
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

enum { RANGE_COUNT = sizeof RANGES / sizeof RANGES[0] };

static const struct {
    int32_t first, last;
    khct_latex_fate fate;
} FATES[] = {
    {0x0000, 0x0008, KHCT_FATE_DROP},   {0x0009, 0x000D, KHCT_FATE_SPACE},
    {0x000E, 0x001F, KHCT_FATE_DROP},   {0x0020, 0x0020, KHCT_FATE_SPACE},
    {0x007F, 0x0084, KHCT_FATE_DROP},   {0x0085, 0x0085, KHCT_FATE_SPACE},
    {0x0086, 0x009F, KHCT_FATE_DROP},   {0x00A0, 0x00A0, KHCT_FATE_TIE},
    {0x00AD, 0x00AD, KHCT_FATE_DROP},   {0x034F, 0x034F, KHCT_FATE_DROP},
    {0x061C, 0x061C, KHCT_FATE_DROP},   {0x1680, 0x1680, KHCT_FATE_SPACE},
    {0x180B, 0x180F, KHCT_FATE_DROP},   {0x2000, 0x2006, KHCT_FATE_SPACE},
    {0x2007, 0x2007, KHCT_FATE_TIE},    {0x2008, 0x200A, KHCT_FATE_SPACE},
    {0x200B, 0x200B, KHCT_FATE_BREAK},  {0x200C, 0x200F, KHCT_FATE_DROP},
    {0x2010, 0x2011, KHCT_FATE_HYPHEN}, {0x2028, 0x2029, KHCT_FATE_SPACE},
    {0x202A, 0x202E, KHCT_FATE_DROP},   {0x202F, 0x202F, KHCT_FATE_TIE},
    {0x205F, 0x205F, KHCT_FATE_SPACE},  {0x2060, 0x206F, KHCT_FATE_DROP},
    {0x3000, 0x3000, KHCT_FATE_SPACE},  {0xFE00, 0xFE0F, KHCT_FATE_DROP},
    {0xFEFF, 0xFEFF, KHCT_FATE_DROP},   {0xFFF9, 0xFFFB, KHCT_FATE_DROP},
    {0xE0000, 0xE0FFF, KHCT_FATE_DROP},
};

khct_latex_fate khct_latex_fate_of(int32_t code_point)
{
    if (code_point > 0x20 && code_point < 0x7F)
        return KHCT_FATE_PRINT;
    for (size_t i = 0; i < sizeof FATES / sizeof FATES[0] && FATES[i].first <= code_point; i++)
        if (code_point <= FATES[i].last)
            return FATES[i].fate;
    return KHCT_FATE_PRINT;
}

static unsigned engines_for(int32_t code_point)
{
    if ((code_point >= 0x20 && code_point < 0x7F) ||
        khct_latex_fate_of(code_point) != KHCT_FATE_PRINT ||
        (code_point >= 0xFB00 && code_point <= 0xFB06))
        return ALL;
    size_t low = 0, high = RANGE_COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (RANGES[middle].last < code_point)
            low = middle + 1;
        else
            high = middle;
    }
    return low < RANGE_COUNT && RANGES[low].first <= code_point ? RANGES[low].engines : 0;
}

bool khct_engine_prints(khct_engine engine, int32_t code_point)
{
    return (engines_for(code_point) >> engine & 1) != 0;
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
    unsigned engines;
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
    for (size_t i = 0; i < page->blocks.n; i++) {
        const khct_page_block *block = &page->blocks.at[i];
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

khct_engine khct_latex_engine(const khct_page *page, bool *unprintable)
{
    looker l = {.look = narrow, .engines = ALL};
    look_at_page(&l, page, NULL);
    *unprintable = l.engines == 0;
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

static void report(looker *l, khct_str text, khct_span span)
{
    khct_arena *arena = l->diags->arena;
    for (size_t i = 0, length; i < text.n; i += length) {
        int32_t code_point = khct_utf8_at(text.p + i, text.n - i, &length);
        khct_str character = khct_str_sub(text, i, i + length);
        if (engines_for(code_point) != 0 || khct_map_get(&l->reported, character) != KHCT_NONE)
            continue;
        khct_map_put(arena, &l->reported, character, 0);
        char number[16];
        int n = snprintf(number, sizeof number, "%04X", (unsigned)code_point);
        khct_diag *diag =
            khct_report(l->diags, KHCT_KH9006, character_span(l->diags, span, character),
                        KHCT_MSG(UNPRINTABLE, khct_str_copy(arena, character),
                                 khct_str_copy(arena, (khct_str){number, (size_t)n})));
        khct_diag_hint(l->diags, diag, KHCT_MSG0(UNPRINTABLE_HINT));
    }
}

void khct_latex_report(khct_diags *diags, const khct_page *page, const khct_plan *plan)
{
    looker l = {.look = report, .diags = diags};
    look_at_page(&l, page, plan);
}

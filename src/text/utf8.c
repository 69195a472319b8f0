#include "text/utf8.h"

#include "text/lanes.h"

#include <utf8proc.h>

/* khct_utf8_at of any character; out of line, as the others then need no room on the stack. */
static __attribute__((noinline)) int32_t any_at(const char *p, size_t n, size_t *length)
{
    utf8proc_int32_t c = -1;
    utf8proc_ssize_t got = n == 0 ? 0
                                  : utf8proc_iterate((const utf8proc_uint8_t *)p,
                                                     (utf8proc_ssize_t)(n > 4 ? 4 : n), &c);
    if (got <= 0) {
        *length = n == 0 ? 0 : 1;
        return 0xFFFD;
    }
    *length = (size_t)got;
    return c;
}

int32_t khct_utf8_beyond_ascii(const char *p, size_t n, size_t *length)
{
    /* the two and three bytes of Vietnamese letters, which need no further look */
    const unsigned char *b = (const unsigned char *)p;
    if (n > 1 && b[0] >= 0xC2 && b[0] <= 0xDF && (b[1] & 0xC0) == 0x80) {
        *length = 2;
        return (b[0] & 0x1F) << 6 | (b[1] & 0x3F);
    }
    if (n > 2 && b[0] >= 0xE1 && b[0] <= 0xEC && (b[1] & 0xC0) == 0x80 && (b[2] & 0xC0) == 0x80) {
        *length = 3;
        return (b[0] & 0x0F) << 12 | (b[1] & 0x3F) << 6 | (b[2] & 0x3F);
    }
    return any_at(p, n, length);
}

size_t khct_utf8_put(int32_t code_point, char bytes[4])
{
    return (size_t)utf8proc_encode_char(code_point, (utf8proc_uint8_t *)bytes);
}

/* Letters and signs that NFC leaves alone in any company that is itself left alone. */
static bool surely_nfc(int32_t c)
{
    return c < 0x300 || (c >= 0x1E00 && c < 0x1F00 && c != 0x1E9B) || (c >= 0x2010 && c < 0x2070) ||
           (c >= 0x2190 && c < 0x2300);
}

static bool is_control(int32_t c)
{
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') ||
           (c >= 0x7F && c < 0xA0);
}

/* The first bytes of the letters of Vietnamese outside ASCII: C3 to CA begin two bytes, E1 three.
 */
static inline khct_lanes begin_two(khct_lanes bytes)
{
    return khct_lanes_within(bytes, 0xC3, 0xCA);
}

/* What is as it must be for after_plain among the sixteen bytes at `p`; the two bytes before them
 * are looked at. Dashes and quotation marks count as odd: they are rare. */
static inline khct_lanes fine_at(const char *p)
{
    khct_lanes before = khct_lanes_at(p - 2), last = khct_lanes_at(p - 1), c = khct_lanes_at(p);
    khct_lanes begins = khct_lanes_within(c, 0x20, 0x7E) | khct_lanes_are(c, '\n') | begin_two(c) |
                        khct_lanes_are(c, '\xE1');
    khct_lanes follows = (khct_lanes)(c < (signed char)'\xC0');
    khct_lanes last_three = khct_lanes_are(last, '\xE1');
    khct_lanes wanted = begin_two(last) | last_three | khct_lanes_are(before, '\xE1');
    khct_lanes second = khct_lanes_are(c & (signed char)'\xFE', '\xBA');
    khct_lanes long_s = khct_lanes_are(last, '\xBA') & khct_lanes_are(c, '\x9B');
    return (begins | follows) & ~((follows ^ wanted) | (last_three & ~second) | long_s);
}

enum { BLOCK = 4 * KHCT_LANES };

static bool block_is_fine(const char *p)
{
    khct_lanes fine = fine_at(p) & fine_at(p + KHCT_LANES);
    return khct_lanes_none(~(fine & fine_at(p + 2 * KHCT_LANES) & fine_at(p + 3 * KHCT_LANES)));
}

/* After the block at `at`, less the beginning of a character that does not end in it. */
static size_t after_block(const unsigned char *b, size_t at)
{
    at += BLOCK;
    return b[at - 1] >= 0xC0 ? at - 1 : b[at - 2] >= 0xE0 ? at - 2 : at;
}

/* After the run of plain text that begins at `at`: ASCII, the letters of Vietnamese in NFC, dashes
 * and quotation marks. Nothing in it is a fault, and it is in NFC. */
static size_t after_plain(const unsigned char *b, size_t at, size_t n)
{
    size_t safe = n < 3 ? 0 : n - 2; /* where three bytes can be looked at */
    size_t slow = at + 2;            /* up to here, byte by byte */
    while (at < safe) {
        if (at >= slow && at + BLOCK <= n) {
            if (block_is_fine((const char *)b + at)) {
                at = after_block(b, at);
                continue;
            }
            slow = at + BLOCK;
        }
        unsigned char c = b[at];
        if ((c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t' || c == '\r')
            at++;
        else if (c == 0xE1 && (b[at + 1] & 0xFE) == 0xBA && (b[at + 2] & 0xC0) == 0x80 &&
                 (b[at + 1] != 0xBA || b[at + 2] != 0x9B))
            at += 3;
        else if (c >= 0xC3 && c <= 0xCA && (b[at + 1] & 0xC0) == 0x80)
            at += 2;
        else if (c == 0xE2 && b[at + 1] == 0x80 && b[at + 2] >= 0x90 && b[at + 2] <= 0xA6)
            at += 3;
        else
            break;
    }
    return at;
}

khct_utf8_report khct_utf8_scan(khct_str text, size_t from)
{
    khct_utf8_report report = {KHCT_UTF8_FINE, text.n, 0, SIZE_MAX, false};
    size_t at = from;
    for (;;) {
        at = after_plain((const unsigned char *)text.p, at, text.n);
        if (at >= text.n)
            break;
        unsigned char byte = (unsigned char)text.p[at];
        if (byte >= 0x20 && byte < 0x7F) {
            at++;
            continue;
        }
        size_t length;
        int32_t c = khct_utf8_at(text.p + at, text.n - at, &length);
        bool invalid = byte >= 0x80 && length == 1;
        report.others |= byte >= 0x80;
        if (invalid || is_control(c)) {
            report.fault = invalid ? KHCT_UTF8_INVALID : KHCT_UTF8_CONTROL;
            report.at = at;
            report.length = length;
            return report;
        }
        if (report.marks_at == SIZE_MAX && !surely_nfc(c))
            report.marks_at = at;
        at += length;
    }
    return report;
}

bool khct_is_nfc(khct_str text)
{
    for (size_t at = after_plain((const unsigned char *)text.p, 0, text.n); at < text.n;) {
        unsigned char byte = (unsigned char)text.p[at];
        size_t length = 1;
        if (byte >= 0x80 && !surely_nfc(khct_utf8_at(text.p + at, text.n - at, &length)))
            return false;
        at += length;
    }
    return true;
}

static khct_str normal_piece(khct_arena *arena, khct_str text, utf8proc_option_t options)
{
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text.p;
    utf8proc_ssize_t n = utf8proc_decompose(bytes, (utf8proc_ssize_t)text.n, NULL, 0, options);
    if (n < 0)
        return text;
    utf8proc_int32_t *points = khct_alloc_array(arena, (size_t)n + 1, sizeof *points);
    utf8proc_decompose(bytes, (utf8proc_ssize_t)text.n, points, n, options);
    n = utf8proc_reencode(points, n, options);
    return n < 0 ? text : (khct_str){(const char *)points, (size_t)n};
}

/* How much of the text goes through utf8proc at once: it sorts a row of marks by comparing
 * neighbours, so a long one is cut (no letter of any language has as many; Unicode's stream-safe
 * texts end a row there too). */
static size_t piece_length(khct_str text)
{
    enum { MOST = 30 };
    size_t marks = 0;
    for (size_t at = 0, length; at < text.n; at += length) {
        int32_t c = khct_utf8_at(text.p + at, text.n - at, &length);
        marks = c < 0x300 || utf8proc_get_property(c)->combining_class == 0 ? 0 : marks + 1;
        if (marks > MOST)
            return at;
    }
    return text.n;
}

static khct_str normal(khct_arena *arena, khct_str text, utf8proc_option_t options)
{
    size_t length = piece_length(text);
    if (length == text.n)
        return normal_piece(arena, text, options);
    KHCT_VEC(khct_str) pieces = {0};
    for (; text.n > 0; length = piece_length(text)) {
        khct_push(arena, &pieces) = normal_piece(arena, khct_str_sub(text, 0, length), options);
        text = khct_str_sub(text, length, text.n);
    }
    return khct_str_join(arena, pieces.at, pieces.n);
}

khct_str khct_nfc(khct_arena *arena, khct_str text)
{
    return khct_is_nfc(text) ? text : normal(arena, text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

khct_str khct_nfd(khct_arena *arena, khct_str text)
{
    return normal(arena, text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
}

size_t khct_utf8_characters(khct_str text)
{
    size_t count = 0;
    utf8proc_int32_t state = 0;
    int32_t previous = -1;
    for (size_t at = 0, length; at < text.n; at += length) {
        int32_t c = khct_utf8_at(text.p + at, text.n - at, &length);
        if (previous < 0 || utf8proc_grapheme_break_stateful(previous, c, &state))
            count++;
        previous = c;
    }
    return count;
}

size_t khct_utf8_cells(khct_str text, size_t column)
{
    enum { TAB = 4 };
    size_t start = column;
    for (size_t at = 0, length; at < text.n; at += length) {
        int32_t c = khct_utf8_at(text.p + at, text.n - at, &length);
        if (c == '\t')
            column += TAB - column % TAB;
        else
            column += (size_t)utf8proc_charwidth(c);
    }
    return column - start;
}

size_t khct_utf8_utf16(khct_str text)
{
    size_t units = 0;
    for (size_t at = 0, length; at < text.n; at += length)
        units += khct_utf8_at(text.p + at, text.n - at, &length) > 0xFFFF ? 2 : 1;
    return units;
}

static khct_str map_case(khct_arena *arena, khct_str text,
                         utf8proc_int32_t (*convert)(utf8proc_int32_t))
{
    if (text.n > SIZE_MAX / 4)
        khct_arena_fail(arena);
    char *result = khct_alloc_bytes(arena, text.n * 3);
    size_t n = 0;
    for (size_t at = 0, length; at < text.n; at += length) {
        int32_t c = khct_utf8_at(text.p + at, text.n - at, &length);
        n += khct_utf8_put(convert(c), result + n);
    }
    return (khct_str){result, n};
}

khct_str khct_lower(khct_arena *arena, khct_str text)
{
    return map_case(arena, text, utf8proc_tolower);
}

khct_str khct_upper(khct_arena *arena, khct_str text)
{
    return map_case(arena, text, utf8proc_toupper);
}

typedef enum letter_case { OTHER, SMALL, CAPITAL } letter_case;

/* Of the Latin letters among which those of Vietnamese are, outside ASCII; OTHER: ask the tables.
 */
static letter_case latin_case(int32_t c)
{
    if ((c >= 0x1EA0 && c <= 0x1EFF) || (c >= 0x100 && c <= 0x12F) || (c >= 0x160 && c <= 0x177))
        return c % 2 == 0 ? CAPITAL : SMALL;
    if (c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7)
        return c < 0xDF ? CAPITAL : SMALL;
    if (c == 0x1A0 || c == 0x1AF)
        return CAPITAL;
    return c == 0x1A1 || c == 0x1B0 ? SMALL : OTHER;
}

bool khct_is_foreign_capital_or_digit(int32_t code_point)
{
    if (latin_case(code_point) != OTHER)
        return latin_case(code_point) == CAPITAL;
    utf8proc_category_t category = utf8proc_category(code_point);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT ||
           category == UTF8PROC_CATEGORY_ND;
}

bool khct_is_foreign_letter(int32_t code_point)
{
    if (latin_case(code_point) != OTHER)
        return true;
    utf8proc_category_t category = utf8proc_category(code_point);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool khct_is_shown(int32_t c)
{
    bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    bool turns =
        (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
    return !control && !turns;
}

bool khct_is_unseen(int32_t c)
{
    /* what Unicode lets nobody show (Default_Ignorable_Code_Point) and is of no category that does,
     * and the blank among the Braille patterns */
    static const int32_t FILLERS[] = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5,
                                      0x2065, 0x2800, 0x3164, 0xFFA0};
    utf8proc_category_t kind = utf8proc_category(c);
    bool filler = (c >= 0x180B && c <= 0x180F) || (c >= 0xFE00 && c <= 0xFE0F) ||
                  (c >= 0xFFF0 && c <= 0xFFF8) || (c >= 0xE0000 && c <= 0xE0FFF);
    for (size_t i = 0; i < sizeof FILLERS / sizeof FILLERS[0]; i++)
        filler = filler || c == FILLERS[i];
    return filler || kind == UTF8PROC_CATEGORY_CF || kind == UTF8PROC_CATEGORY_ZS ||
           kind == UTF8PROC_CATEGORY_ZL || kind == UTF8PROC_CATEGORY_ZP ||
           (kind == UTF8PROC_CATEGORY_CC && c != '\t' && c != '\n' && c != '\r');
}

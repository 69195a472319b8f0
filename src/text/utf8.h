/* Unicode: what a byte sequence means, its normal form, how wide it is.
 *
 * The tables are utf8proc's; this file only keeps plain Vietnamese text, which
 * needs none of them, away from the slow path.
 */
#ifndef KHCT_TEXT_UTF8_H
#define KHCT_TEXT_UTF8_H

#include "text/str.h"

/* What khct_utf8_scan stopped at. */
typedef enum khct_utf8_fault {
    KHCT_UTF8_FINE,    /* the end */
    KHCT_UTF8_INVALID, /* not UTF-8 */
    KHCT_UTF8_CONTROL, /* U+0000 or a control character that is no white space */
} khct_utf8_fault;

typedef struct khct_utf8_report {
    khct_utf8_fault fault;
    size_t at;       /* byte of the fault */
    size_t length;   /* its bytes */
    size_t marks_at; /* first byte that may not be in NFC, or SIZE_MAX */
    bool others;     /* there are characters besides plain Vietnamese */
} khct_utf8_report;

/* Reads from byte `from` to the first fault. Linear; call again after the fault. */
khct_utf8_report khct_utf8_scan(khct_str text, size_t from);

/* khct_utf8_at of what is not ASCII. */
int32_t khct_utf8_beyond_ascii(const char *p, size_t n, size_t *length);

/* The code point at `p` (at most `n` bytes), its length in *length. Invalid: U+FFFD, 1 byte. */
static inline int32_t khct_utf8_at(const char *p, size_t n, size_t *length)
{
    if (n == 0 || (unsigned char)*p >= 0x80)
        return khct_utf8_beyond_ascii(p, n, length);
    *length = 1;
    return *p;
}

/* Writes a code point; returns the number of bytes (1 to 4). */
size_t khct_utf8_put(int32_t code_point, char bytes[4]);

/* True where the text is surely in NFC (a quick look; false means "normalise and see"). */
bool khct_is_nfc(khct_str text);

/* The text in NFC: itself where it is so already, else a copy. The text must be valid UTF-8. */
khct_str khct_nfc(khct_arena *arena, khct_str text);

/* The text in NFD: each letter apart from its marks. */
khct_str khct_nfd(khct_arena *arena, khct_str text);

/* False for what a terminal would obey instead of showing it: controls (line end and tab too) and
 * signs that turn the direction of writing. */
bool khct_is_shown(int32_t code_point);

/* True for blanks and for what leaves no trace: format characters, fillers, variation selectors.
 * Not for line ends and tabs. */
bool khct_is_unseen(int32_t code_point);

/* Characters as a reader counts them (grapheme clusters). */
size_t khct_utf8_characters(khct_str text);

/* Cells on a terminal; a tab goes to the next multiple of 4 from `column` (in cells). */
size_t khct_utf8_cells(khct_str text, size_t column);

/* UTF-16 units, for editors. */
size_t khct_utf8_utf16(khct_str text);

/* Lower case and upper case of the whole text (Vietnamese letters and all others). */
khct_str khct_lower(khct_arena *arena, khct_str text);
khct_str khct_upper(khct_arena *arena, khct_str text);

/* True for a control of direction: text after it would be shown in another order than it has. */
static inline bool khct_turns(int32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
           c == 0x200F || c == 0x061C;
}

/* Of a code point outside ASCII. */
bool khct_is_foreign_capital_or_digit(int32_t code_point);
bool khct_is_foreign_letter(int32_t code_point);

/* True for a letter in upper case, title case, or a decimal digit. */
static inline bool khct_is_capital_or_digit(int32_t c)
{
    return c >= 0 && c < 0x80 ? (c >= 'A' && c <= 'Z') || khct_is_digit(c)
                              : khct_is_foreign_capital_or_digit(c);
}

static inline bool khct_is_letter(int32_t c)
{
    return c >= 0 && c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : khct_is_foreign_letter(c);
}

#endif

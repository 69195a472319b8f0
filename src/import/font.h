/* Fonts of the time before Unicode, and fonts of signs: what their letters stand for.
 *
 * A font's name tells for certain how its letters are to be read; where no name is known, the look
 * of the text may (check/legacy.h).
 */
#ifndef KHCT_IMPORT_FONT_H
#define KHCT_IMPORT_FONT_H

#include "text/str.h"

typedef enum khct_font_kind {
    KHCT_FONT_UNICODE,
    KHCT_FONT_TCVN3,          /* .VnTime and its like */
    KHCT_FONT_TCVN3_CAPITALS, /* .VnTimeH: small letters are shown as capitals */
    KHCT_FONT_VNI,            /* VNI-Times */
    KHCT_FONT_SIGNS,          /* Wingdings, Symbol: bullets, arrows, check marks */
} khct_font_kind;

/* The kind of a font by its name. */
khct_font_kind khct_font_named(khct_str name);

/* What stands for U+00AD, the soft hyphen, which is the letter ư of TCVN3: `<w:softHyphen/>`. */
#define KHCT_SOFT_HYPHEN "\xC2\xAD"

/* What the text says in Unicode, in NFC. */
khct_str khct_font_read(khct_arena *arena, khct_font_kind font, khct_str text);

/* True where the text has letters that only Unicode has: its font's name is wrong. */
bool khct_font_is_unicode(khct_str text);

/* A sign of Wingdings or Symbol. */
khct_str khct_font_sign(int32_t code);

#endif

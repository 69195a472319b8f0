/* Passages typed in a font of the time before Unicode (TCVN3, also called ABC, and VNI), whose
 * bytes were later read as Latin-1: `Tr-êng häc` and `Tröôøng hoïc` for "Trường học".
 *
 * A passage counts where its words are explained: what they stand for are syllables of Vietnamese,
 * and what stands there are none. It goes on over words that read both ways (`Bé` is Bộ) up to the
 * end of the value, or to a sign before a word that is not explained. Where words that are neither
 * Vietnamese nor explained stand between such words, the passage was damaged once more (read from
 * paper, say): it is told whole, with what could be told of it.
 */
#ifndef KHCT_CHECK_LEGACY_H
#define KHCT_CHECK_LEGACY_H

#include "text/str.h"

typedef struct khct_legacy {
    size_t begin, end; /* bytes of the text */
    khct_str text;     /* what it stands for */
    const char *font;  /* "TCVN3", "VNI" */
    khct_str unread;   /* words of a damaged passage that mean nothing: "h-àc, n^an"; else empty */
} khct_legacy;

typedef KHCT_VEC(khct_legacy) khct_legacies;

typedef enum khct_legacy_font {
    KHCT_LEGACY_TCVN3,
    KHCT_LEGACY_VNI,
    KHCT_LEGACY_FONTS
} khct_legacy_font;

/* What a text in such a font says, where the font is known. The letter ư of TCVN3 may stand as a
 * soft hyphen (U+00AD), which is its code. In NFC. */
khct_str khct_legacy_read(khct_arena *arena, khct_legacy_font font, khct_str text);

/* The passages of a text, in order. */
khct_legacies khct_find_legacy(khct_arena *arena, khct_str text);

/* True for a code point of Latin-1 that legacy text has and Vietnamese does not have. */
bool khct_is_legacy_letter(int32_t code_point);

#endif

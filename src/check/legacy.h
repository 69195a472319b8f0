/* Passages typed in a font of the time before Unicode (TCVN3, also called ABC, and VNI), whose
 * bytes were later read as Latin-1: `Tr-êng häc` and `Tröôøng hoïc` for "Trường học".
 *
 * A passage counts only where every word of it is explained: what it stands for is a syllable of
 * Vietnamese, and what stands there is none.
 */
#ifndef KHCT_CHECK_LEGACY_H
#define KHCT_CHECK_LEGACY_H

#include "text/str.h"

typedef struct khct_legacy {
    size_t begin, end; /* bytes of the text */
    khct_str text;     /* what it stands for */
    const char *font;  /* "TCVN3", "VNI" */
} khct_legacy;

typedef KHCT_VEC(khct_legacy) khct_legacies;

/* The passages of a text, in order. */
khct_legacies khct_find_legacy(khct_arena *arena, khct_str text);

/* True for a code point of Latin-1 that legacy text has and Vietnamese has not. */
bool khct_is_legacy_letter(int32_t code_point);

#endif

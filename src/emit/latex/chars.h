/* What becomes of a character in LaTeX; between the files of the LaTeX back end. */
#ifndef KHCT_EMIT_LATEX_CHARS_H
#define KHCT_EMIT_LATEX_CHARS_H

#include "text/str.h"

/* The fonts, in the order in which they are asked for a character: TeX Gyre Termes in every engine;
 * the others, which the class names (\khctkhac), where that one lacks it. */
typedef enum khct_latex_font {
    KHCT_FONT_MAIN,
    KHCT_FONT_FREE,  /* FreeSerif: letters, signs, dingbats, Thai, Cyrillic */
    KHCT_FONT_KHMER, /* Khmer OS */
    KHCT_FONT_HAN,   /* Droid Sans Fallback: Chinese, Japanese, Korean */
    KHCT_FONT_NONE,  /* none has it: a box with its code point */
} khct_latex_font;

khct_latex_font khct_latex_font_of(int32_t code_point);

/* What is printed for a character: itself, or the sign that a font of symbols shows for it (the
 * bullets that a word processor leaves as U+F0B7). */
int32_t khct_latex_sign(int32_t code_point);

#endif

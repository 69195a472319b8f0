/* What becomes of a character in LaTeX; between the files of the LaTeX back end. */
#ifndef KHCT_EMIT_LATEX_CHARS_H
#define KHCT_EMIT_LATEX_CHARS_H

#include "text/str.h"

typedef enum khct_latex_fate {
    KHCT_FATE_PRINT,
    KHCT_FATE_SPACE,  /* white space of any width */
    KHCT_FATE_TIE,    /* a space where no line ends */
    KHCT_FATE_BREAK,  /* nothing, but a line may end */
    KHCT_FATE_HYPHEN, /* the hyphens of Unicode that no font need have */
    KHCT_FATE_DROP,   /* nothing to be seen: controls, directions, joiners, variants */
} khct_latex_fate;

khct_latex_fate khct_latex_fate_of(int32_t code_point);

/* How much room a text takes, about, in thousandths of the size of its letters. */
typedef struct khct_latex_extent {
    uint32_t widest; /* the widest part that no line end should divide */
    uint64_t total;  /* on one line */
} khct_latex_extent;

void khct_latex_measure(khct_str text, khct_latex_extent *extent);

#endif

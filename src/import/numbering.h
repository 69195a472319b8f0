/* Automatic numbers of lists, as a word processor shows them.
 *
 * A list has levels, each with a form and a text ("%1.%2."). Paragraphs of one list count on
 * wherever they stand, also after other text; a paragraph of a level sets those below it back.
 */
#ifndef KHCT_IMPORT_NUMBERING_H
#define KHCT_IMPORT_NUMBERING_H

#include "text/str.h"

enum { KHCT_LIST_LEVELS = 9 };

typedef enum khct_number_form {
    KHCT_NUMBER_DECIMAL,
    KHCT_NUMBER_ZERO, /* 01, 02 */
    KHCT_NUMBER_UPPER_ROMAN,
    KHCT_NUMBER_LOWER_ROMAN,
    KHCT_NUMBER_UPPER_LETTER,
    KHCT_NUMBER_LOWER_LETTER,
    KHCT_NUMBER_BULLET,
    KHCT_NUMBER_NONE,
} khct_number_form;

typedef struct khct_list_level {
    khct_number_form form;
    khct_str text;  /* "%1." */
    khct_str style; /* paragraphs of this style are of this level; or empty */
    uint32_t start;
} khct_list_level;

typedef struct khct_numbering_list {
    khct_list_level levels[KHCT_LIST_LEVELS];
    uint32_t counts[KHCT_LIST_LEVELS]; /* the number last given; 0: none yet */
    bool counted[KHCT_LIST_LEVELS];
} khct_numbering_list;

khct_number_form khct_number_form_named(khct_str name);

/* "iv" for 4 in lower Roman. */
khct_str khct_number_text(khct_arena *arena, khct_number_form form, uint32_t number);

/* The label of the next paragraph on that level, in the arena. */
khct_str khct_list_label(khct_arena *arena, khct_numbering_list *list, unsigned level);

#endif

/* How a text is set: which characters are shown, which spaces hold, where a line may end.
 *
 * One walk for whoever sets a text or measures it. In NFC, as page texts are; bytes that are no
 * UTF-8 are U+FFFD.
 */
#ifndef KHCT_PAGE_SETTING_H
#define KHCT_PAGE_SETTING_H

#include "text/str.h"

/* What becomes of a character on paper. */
typedef enum khct_fate {
    KHCT_FATE_PRINT,
    KHCT_FATE_SPACE,  /* white space of any width */
    KHCT_FATE_TIE,    /* a space where no line ends */
    KHCT_FATE_BREAK,  /* nothing, but a line may end */
    KHCT_FATE_HYPHEN, /* the hyphens of Unicode that no font need have */
    KHCT_FATE_DROP,   /* nothing to be seen: controls, directions, joiners, variants */
} khct_fate;

khct_fate khct_fate_of(int32_t code_point);

typedef struct khct_setting {
    khct_str text;
    bool head; /* words that belong together ("Tiểu học", "Hiệu trưởng") and the last two hold */

    khct_fate kind;    /* what stands here: PRINT, SPACE, TIE (hold the space) or BREAK */
    int32_t character; /* PRINT: '-' for every hyphen */
    khct_str bytes;    /* PRINT: as they stand */
    bool ends;         /* PRINT: a hyphen after which a line may end by itself */

    /* of the walk's own */
    size_t next;    /* the byte to be read */
    size_t word;    /* where the word begins that is being read */
    size_t length;  /* its characters */
    size_t place;   /* characters of it read so far */
    size_t letters; /* letters on end since a place where it may break */
    size_t run;     /* characters of any kind since such a place */
    int32_t before; /* the last character; 0 at the start */
    bool breaks;    /* a break comes next */
} khct_setting;

/* Begins the walk over a text. */
khct_setting khct_setting_of(khct_str text, bool head);

/* The next character, space or break; false at the end. Several spaces are one, and none stand at
 * either end; "tháng 9" and "100 đồng" hold together; a long word may break. */
bool khct_setting_next(khct_setting *s);

#endif

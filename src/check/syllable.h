/* Which syllables Vietnamese can have: onset, rhyme and tone, by tables of its spelling.
 *
 * Only spelling is known here, no dictionary: `tranh` and `trênh` are both possible.
 */
#ifndef KHCT_CHECK_SYLLABLE_H
#define KHCT_CHECK_SYLLABLE_H

#include "text/fold.h"

typedef enum khct_sound {
    KHCT_SOUND_FINE,    /* a syllable */
    KHCT_SOUND_FOREIGN, /* not to be judged: no Vietnamese mark, or f j w z, or no vowel */
    KHCT_SOUND_STOP,    /* ends in c, ch, p, t without sắc or nặng: `thưc` */
    KHCT_SOUND_PLACE,   /* the tone stands on the wrong letter: `tòan` */
    KHCT_SOUND_NONE,    /* no such onset or rhyme */
} khct_sound;

/* Where the tone stands in a syllable that may carry it on either of two letters. */
typedef enum khct_tone_style {
    KHCT_TONE_ANY, /* no such syllable */
    KHCT_TONE_OLD, /* hòa, thủy */
    KHCT_TONE_NEW, /* hoà, thuỷ */
} khct_tone_style;

typedef struct khct_syllable {
    khct_sound sound;
    khct_tone_style style;
    bool marked; /* some letter carries a Vietnamese mark */
} khct_syllable;

/* Reads one word of letters, in any case, composed or not. */
khct_syllable khct_syllable_read(khct_str word);

/* The word with its tone in the other style (STYLE), or on the right letter (PLACE). */
khct_str khct_syllable_mend(khct_arena *arena, khct_str word);

/* The word with this tone ('1' to '5') on the letter that carries it; the word itself where it is
 * no syllable. */
khct_str khct_syllable_toned(khct_arena *arena, khct_str word, char tone);

/* Where a word is two syllables written as one, in one way only and both fine: the byte at which
 * the second begins; else 0. */
size_t khct_syllable_split(khct_str word);

#endif

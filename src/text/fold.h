/* Vietnamese words compared as a reader compares them.
 *
 * The folded form of a word is its letters in lower case with the marks that make
 * another letter (â ă ê ô ơ ư đ), the tone moved after the word, and i for y:
 * "hoà" and "hòa", "Ký" and "kí", composed or decomposed, fold to the same bytes.
 * Words are joined by one space; whatever is no letter or digit separates words.
 */
#ifndef KHCT_TEXT_FOLD_H
#define KHCT_TEXT_FOLD_H

#include "text/str.h"

enum { KHCT_FOLDED_WORD = 64 }; /* bytes that a folded word never exceeds */

/* One word folded, or where it is to be bare, its letters without any mark ("giai" for "giải").
 * `p` to `end` starts at a letter or digit; returns the byte after the word.
 * A word longer than the buffer is cut (it equals no Vietnamese word then). */
const char *khct_fold_word(const char *p, const char *end, bool bare,
                           char folded[KHCT_FOLDED_WORD]);

/* One word folded up to its first digit, "hk" of "HK1"; the bytes of that in *n. */
const char *khct_fold_letters(const char *p, const char *end, bool bare,
                              char folded[KHCT_FOLDED_WORD], size_t *n);

/* The whole text folded, words joined by a space. */
khct_str khct_fold(khct_arena *arena, khct_str text);

/* The whole text without any marks: "giai phap". */
khct_str khct_fold_bare(khct_arena *arena, khct_str text);

/* A letter taken apart. */
typedef struct khct_letter {
    int32_t base; /* without marks, in lower case; a letter that Vietnamese does not have, as it is;
                     0 for a lone mark */
    char shape;   /* '^' â ê ô, '(' ă, '+' ơ ư, '-' đ, or 0 */
    char tone;    /* '1' huyền, '2' sắc, '3' hỏi, '4' ngã, '5' nặng, or 0 */
} khct_letter;

/* The letter at `p` with the combining marks that follow it; returns the byte after it. `p` is
 * before `end` and stands at a code point of a word. */
const char *khct_take_letter(const char *p, const char *end, khct_letter *letter);

/* The small letter of a letter of ASCII, a digit itself; 0 of any other byte. */
extern const char KHCT_SMALL[256];

/* True where the code point belongs to a word (letter, digit or combining mark). */
bool khct_in_word(int32_t code_point);

#endif

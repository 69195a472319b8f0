/* Small readings of a text: the sign it begins with, its letters, how it ends. */
#ifndef KHCT_IMPORT_SIGNS_H
#define KHCT_IMPORT_SIGNS_H

#include "import/document.h"

/* What stands before the words of a paragraph. */
typedef enum khct_in_sign {
    KHCT_IN_SIGN_NONE,
    KHCT_IN_SIGN_ROMAN,   /* I. */
    KHCT_IN_SIGN_CAPITAL, /* A. */
    KHCT_IN_SIGN_NUMBER,  /* 1. */
    KHCT_IN_SIGN_SECOND,  /* 1.1. */
    KHCT_IN_SIGN_THIRD,   /* 1.1.1. */
    KHCT_IN_SIGN_LETTER,  /* a) */
    KHCT_IN_SIGN_ITEM,    /* - */
    KHCT_IN_SIGN_SUBITEM, /* + */
} khct_in_sign;

typedef struct khct_in_begin_sign {
    khct_in_sign sign;
    uint32_t number; /* of the last part: 2 of "1.2." */
    khct_str words;  /* what stands after it */
} khct_in_beginning;

/* Typed signs, and automatic ones. */
khct_in_beginning khct_in_beginning_of(const khct_in_paragraph *p);
khct_in_beginning khct_in_beginning_in(khct_str text);

/* True for a text whose letters are capitals. */
bool khct_in_is_upper(khct_str text);

/* A text in capitals as a sentence, or (`name`) as a name; others as they are. */
khct_str khct_in_recased(khct_arena *arena, khct_str text, bool name);

/* Trimmed, and without those signs at its end; '-' stands for all dashes. */
khct_str khct_in_without_end(khct_str s, const char *signs);

/* The same at its beginning: without the signs that stand between a name and what follows it. */
khct_str khct_in_skip_signs(khct_str s);

/* The words before the first colon; *rest: after it. Without a colon all of it, and nothing. */
khct_str khct_in_label(khct_str text, khct_str *rest);

/* How many words it has. */
size_t khct_in_words(khct_str text);

/* True where the text ends as a sentence, or with `;`. */
bool khct_in_ends(khct_str text);

/* True where its first letter is a small one. */
bool khct_in_goes_on_small(khct_str text);

/* Bytes up to which a line is joined by those that go on with it. */
enum { KHCT_IN_JOINED = 4000 };

/* The number in up to `most` (nine) digits at byte *at, which moves after them; 0: none. */
uint32_t khct_in_figures(khct_str text, size_t *at, size_t most);

/* "Số: 12/KH-…" */
bool khct_in_is_number(khct_str text);

#endif

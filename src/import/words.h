/* Words that tell what a line of a document is: the rows of words.def. */
#ifndef KHCT_IMPORT_WORDS_H
#define KHCT_IMPORT_WORDS_H

#include "text/str.h"

typedef enum khct_in_words_kind {
    KHCT_IN_WORD_BODY,         /* a body above a school */
    KHCT_IN_WORD_SCHOOL,       /* a school */
    KHCT_IN_WORD_SCHOOL_BEGIN, /* the same, where the line begins so */
    KHCT_IN_WORD_IN_NAME,      /* may be small within a school's name */
    KHCT_IN_WORD_MOTTO,
    KHCT_IN_WORD_POWERS,       /* "KT.", "TM." */
    KHCT_IN_WORD_SIGNER,       /* the line is an office that signs */
    KHCT_IN_WORD_SIGNER_PART,  /* it has such an office in it */
    KHCT_IN_WORD_SIGNER_BEGIN, /* it begins with one */
    KHCT_IN_WORD_APPROVAL,     /* who approves signs below it */
    KHCT_IN_WORD_STAMP,
    KHCT_IN_WORD_RECIPIENTS,
    KHCT_IN_WORD_CITED,     /* a document that is cited begins so */
    KHCT_IN_WORD_NAME,      /* a phrase of names, with its own letters */
    KHCT_IN_WORD_SHORT,     /* an abbreviation, with its own letters */
    KHCT_IN_WORD_CRITERION, /* stands before the number of one */
    KHCT_IN_WORD_EACH,      /* makes the next word many */
    KHCT_IN_WORD_AND,       /* goes on with a list */
    KHCT_IN_WORD_TO,        /* up to */
} khct_in_words_kind;

/* One that the folded text has in it, begins with, or is, in whole words. */
bool khct_in_says_any(khct_str folded, khct_in_words_kind kind);
bool khct_in_starts_any(khct_str folded, khct_in_words_kind kind);
bool khct_in_is_any(khct_str folded, khct_in_words_kind kind);

/* In a text as it is written: bytes of the longest row that stands whole at byte `at`; 0: none. A
 * row with marks counts with its marks, one without them however the text is marked. */
size_t khct_in_words_at(khct_str text, size_t at, khct_in_words_kind kind);

/* The first such place from byte `from` on, and its bytes in *length; text.n: nowhere. */
size_t khct_in_find_words(khct_str text, size_t from, khct_in_words_kind kind, size_t *length);

/* The next row of the kind from *at on, which moves after it; NULL: there is none. */
const char *khct_in_next_words(khct_in_words_kind kind, size_t *at);

#endif

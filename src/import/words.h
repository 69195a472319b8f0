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
    /* the others are told in words.def */
    KHCT_IN_WORD_TITLE,
    KHCT_IN_WORD_ABOUT,
    KHCT_IN_WORD_SUBJECT,
    KHCT_IN_WORD_SCHOOL_YEAR,
    KHCT_IN_WORD_PERIOD,
    KHCT_IN_WORD_NUMBER,
    KHCT_IN_WORD_DAY,
    KHCT_IN_WORD_MONTH,
    KHCT_IN_WORD_YEAR,
    KHCT_IN_WORD_FILLED_IN,
    KHCT_IN_WORD_PART,
    KHCT_IN_WORD_PART_ORDINAL,
    KHCT_IN_WORD_ORDINAL,
    KHCT_IN_WORD_BASIS,
    KHCT_IN_WORD_BASIS_BEGIN,
    KHCT_IN_WORD_BASIS_PLAN,
    KHCT_IN_WORD_LEAD,
    KHCT_IN_WORD_CLOSING,
    KHCT_IN_WORD_RESULTS,
    KHCT_IN_WORD_RESULTS_TITLE,
    KHCT_IN_WORD_LAW,
    KHCT_IN_WORD_MARK,
    KHCT_IN_WORD_REACHED,
    KHCT_IN_WORD_FAILED,
    KHCT_IN_WORD_DONE,
    KHCT_IN_WORD_TOTAL,
    KHCT_IN_WORD_TOTAL_ALONE,
    KHCT_IN_WORD_STANDARD,
    KHCT_IN_WORD_LEVEL,
    KHCT_IN_WORD_ITEM,
    KHCT_IN_WORD_ITEMS,
    KHCT_IN_WORD_WEAK,
    KHCT_IN_WORD_WEAK_POINT,
    KHCT_IN_WORD_HELPS,
    KHCT_IN_WORD_LEADS,
    KHCT_IN_WORD_PAYS,
    KHCT_IN_WORD_LEADING,
    KHCT_IN_WORD_KEPT_BY,
    KHCT_IN_WORD_UNIT,
    KHCT_IN_WORD_LIES_IN,
    KHCT_IN_WORD_NAMED_SCHOOL,
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

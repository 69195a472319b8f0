/* Words that tell what a line of a document is: the rows of words.def. */
#ifndef KHCT_IMPORT_WORDS_H
#define KHCT_IMPORT_WORDS_H

#include "text/str.h"

typedef enum khct_in_words_kind {
#define KHCT_WORDS(kind, words) KHCT_IN_WORD_##kind,
#define KHCT_SCHOOL_WORDS(type, words)
#include "import/words.def"
#undef KHCT_WORDS
#undef KHCT_SCHOOL_WORDS
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

/* Does the folded text have the words of a day, "ngày … tháng … năm …"? */
bool khct_in_says_day(khct_str folded);

/* Is the last word of the text one of them? */
bool khct_in_last_word_is(khct_str text, khct_in_words_kind kind);

/* The next of the words from *at on, which moves after them; empty: there are no more. `row`: words
 * parted by `|`. */
khct_str khct_in_next_of(const char *row, size_t *at);
khct_str khct_in_next_words(khct_in_words_kind kind, size_t *at);

#endif

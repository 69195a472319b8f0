/* Where a field may start: what the words after a keyword say of it, by the rows of
 * grammar/begins.def. */
#ifndef KHCT_SYNTAX_BEGINS_H
#define KHCT_SYNTAX_BEGINS_H

#include "syntax/vocabulary.h"

/* An unmarked keyword of at least so many letters is no word of prose. */
#define KHCT_NO_SYLLABLE(letters) enum { KHCT_NO_SYLLABLE_LETTERS = (letters) };
#include "begins.def"

/* True where the text after a keyword without marks is a colon or what its value may begin with;
 * line ends say nothing, as a value may be wrapped. */
bool khct_value_may_begin(const khct_vocabulary *vocabulary, khct_keyword keyword, khct_str after);

/* True where the text, from its first byte on, shows that a keyword with marks stands before it. */
bool khct_shows_keyword(khct_str text);

/* What a line of the block without a keyword is an entry of, by whether it cites a document.
 * KHCT_KEYWORD_NONE: of nothing. */
khct_keyword khct_entry_of(khct_block block, bool cites);

/* True where the `;` that is last on its line ends such a field of the block; KHCT_KEYWORD_NONE: of
 * some field. */
bool khct_entry_is_line(khct_block block, khct_keyword keyword);

#endif

/* What the bytes of a file are, before anybody reads them as a plan: a file of another program, an
 * older encoding, nothing at all; and in a text, the characters that nobody sees. */
#ifndef KHCT_SYNTAX_BYTES_H
#define KHCT_SYNTAX_BYTES_H

#include "diag/diag.h"

/* What is wrong with a file as a whole. */
typedef struct khct_foreign {
    khct_code code;
    khct_message message, hint; /* message.id KHCT_T_NONE: it is a text */
} khct_foreign;

/* Looks at a file's first bytes, its zeroes and its letters: what it is, where it is no text in
 * UTF-8 (KH0006) or holds nothing but white space and comments (KH0007). One message for the file.
 * A text with a few bytes that are no UTF-8 is not meant here: see below. */
khct_foreign khct_foreign_of(khct_str name, khct_str bytes);

/* Reports what in a text is no UTF-8 (KH0001), a control character (KH0002), invisible (KH0008) or
 * decomposed (KH0005), or a sign of another keyboard (KH1018: read as ours), and says in the source
 * whether it may have marks of their own. What is invisible, and blanks of other widths, beside
 * white space or a sign of the language are read as blanks. */
void khct_report_bytes(khct_diags *diags, uint32_t source);

/* Words as they are read in a file: of characters nobody sees, those at their ends, beside white
 * space or beside a sign are blanks. They may stand anywhere but in a file. */
khct_str khct_words_as_read(khct_arena *arena, khct_str words);

/* When all is read: a word that is none, or a heading that is not understood, because such a
 * character stands in it or beside it, is that character's fault. One message says it, as an error.
 * So is a value that is not understood, or a word that is misspelt: then as it was. */
void khct_join_unseen(khct_diags *diags);

#endif

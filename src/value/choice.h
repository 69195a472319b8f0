/* A value that is one word of a few: `conglap`, `soluong`. Which words a type has is a table. */
#ifndef KHCT_VALUE_CHOICE_H
#define KHCT_VALUE_CHOICE_H

#include "syntax/vocabulary.h"
#include "value/reader.h"

/* The words of such a type in the order they are offered, ended by KHCT_KEYWORD_NONE. */
const khct_keyword *khct_choices(khct_type type);

/* The word that the value begins with, in either form; KHCT_KEYWORD_NONE and KH1009 where it is
 * none of them. */
khct_keyword khct_read_choice(const khct_reader *reader, const khct_vocabulary *vocabulary,
                              khct_type type, khct_span span);

#endif

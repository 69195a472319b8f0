/* Where the tables of each value stand; lexicon.c puts them into one lexicon. */
#ifndef KHCT_VALUE_LEXICON_H
#define KHCT_VALUE_LEXICON_H

#include "value/reader.h"

/* Each gives its table and the number of its rows. */
const khct_phrase *khct_time_phrases(size_t *count);
const khct_phrase *khct_money_phrases(size_t *count);
const khct_phrase *khct_people_phrases(size_t *count);
const khct_phrase *khct_progress_phrases(size_t *count);
const khct_phrase *khct_basis_phrases(size_t *count);

#endif

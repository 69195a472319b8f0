/* The tables of each value's words; lexicon.c puts them into one lexicon. */
#ifndef KHCT_VALUE_LEXICON_H
#define KHCT_VALUE_LEXICON_H

#include "value/reader.h"

extern const khct_phrase khct_time_phrases[], khct_money_phrases[], khct_people_phrases[],
    khct_progress_phrases[], khct_basis_phrases[];

#endif

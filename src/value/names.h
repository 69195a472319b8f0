/* Identifiers or titles, separated by commas. */
#ifndef KHCT_VALUE_NAMES_H
#define KHCT_VALUE_NAMES_H

#include "value/reader.h"

typedef struct khct_name {
    khct_str words; /* in NFC, white space folded; never empty */
    khct_span span;
} khct_name;

typedef struct khct_names {
    KHCT_VEC(khct_name) list; /* in the order written */
} khct_names;

/* A title that has commas of its own is several names here: who looks titles up joins them.
 * Nothing is reported. */
khct_names khct_read_names(const khct_reader *reader, khct_span span);

#endif

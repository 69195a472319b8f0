/* Where in a JSON text something stands; for use inside src/emit/khct only. */
#ifndef KHCT_EMIT_KHCT_PLACE_H
#define KHCT_EMIT_KHCT_PLACE_H

#include "text/str.h"

/* Where in the JSON the reader stands. */
typedef struct khct_from_path {
    const struct khct_from_path *up;
    const char *key; /* NULL: an index */
    size_t index;
} khct_from_path;

/* "/tieuchi/0/muc" */
khct_str khct_from_path_text(khct_arena *arena, const khct_from_path *at);

/* Bytes of a text. */
typedef struct khct_range {
    size_t begin, end;
} khct_range;

/* The value at the path in a text that is JSON, or what of the path there is; of an object or a
 * list only its first sign. With `key`, which is not empty: that key of the object there. */
khct_range khct_from_range(khct_str text, const khct_from_path *at, const char *key);

#endif

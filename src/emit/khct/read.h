/* What a plan in JSON says, value by value; of use inside khct_*.c only.
 *
 * The first thing that does not fit is kept as the fault; nothing is read behind it, so callers
 * need no checks of their own.
 */
#ifndef KHCT_EMIT_KHCT_READ_H
#define KHCT_EMIT_KHCT_READ_H

#include "emit/json/shape.h"
#include "emit/khct/khct.h"
#include "emit/khct/place.h"

#include <jansson.h>

typedef struct khct_from {
    khct_arena *arena;
    const khct_vocabulary *vocabulary;
    khct_str bytes;
    json_t *root;
    khct_out *out;
    khct_str text;
    khct_fault fault; /* the first one; nothing is read behind it */
    size_t block_count[KHCT_BLOCK_COUNT];
    const khct_place *block[KHCT_BLOCK_COUNT];
} khct_from;

/* A value's words: paragraphs and list items. */
typedef struct khct_from_paragraph {
    khct_paragraph_kind kind;
    khct_str words; /* white space folded */
} khct_from_paragraph;

typedef struct khct_from_text {
    KHCT_VEC(khct_from_paragraph) list;
    bool stated; /* null: stated to be empty */
} khct_from_text;

/* The place of `key` in the object at `up`; kept in *own. */
const khct_from_path *khct_from_below(khct_from_path *own, const khct_from_path *up,
                                      const char *key);

bool khct_from_failed(const khct_from *r);

/* Says what is wrong at a place; `word` is the text's second one, a key where there is one. */
void khct_from_fail(khct_from *r, const khct_from_path *at, khct_text_id what, const char *word);

/* A string, a list of paragraphs, an object that has them as its words, or null. */
khct_from_text khct_from_words(khct_from *r, const khct_from_path *at, const json_t *json);

/* The same as one line. */
khct_str khct_from_line(khct_from *r, const khct_from_path *at, const json_t *json);

/* A list of names: "thcs, thpt". */
khct_str khct_from_names(khct_from *r, const khct_from_path *at, const json_t *json);

/* A run without white space and the signs of the language. */
khct_str khct_from_id(khct_from *r, const khct_from_path *at, const json_t *json);

/* "1.7" */
khct_str khct_from_criterion(khct_from *r, const khct_from_path *at, const json_t *json);

/* A whole number from 0 to 9999. */
khct_str khct_from_number(khct_from *r, const khct_from_path *at, const json_t *json);

#endif

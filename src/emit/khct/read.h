/* What a plan in JSON says, value by value; for use inside src/emit/khct only.
 *
 * The first thing that does not fit is kept as the fault; nothing is read after it, so callers
 * need no checks of their own.
 */
#ifndef KHCT_EMIT_KHCT_READ_H
#define KHCT_EMIT_KHCT_READ_H

#include "emit/json/shape.h"
#include "emit/khct/khct.h"
#include "emit/khct/place.h"

#include <jansson.h>

/* A value's words: paragraphs and list items. */
typedef struct khct_from_paragraph {
    khct_paragraph_kind kind;
    khct_str words; /* white space folded */
} khct_from_paragraph;

typedef struct khct_from_text {
    KHCT_VEC(khct_from_paragraph) list;
    bool stated; /* null: stated to be empty */
} khct_from_text;

/* What the text must say when it is read: a claim for each field, line and heading, in the order in
 * which they are written. */
typedef struct khct_from_claim {
    const khct_from_path *at; /* of the value, or of the title */
    khct_keyword keyword;
    khct_from_text words; /* of a field or line */
    size_t prefix;        /* bytes of a line before its words */
    bool heading;
    khct_block block;
    khct_str said, title; /* of a heading: all of it; the last words of its own. .p NULL: none */
} khct_from_claim;

typedef struct khct_from {
    khct_arena *arena;
    const khct_vocabulary *vocabulary;
    khct_str bytes;
    json_t *root;
    khct_out *out;
    khct_str text;
    khct_fault fault; /* the first one; nothing is read after it */
    KHCT_VEC(khct_from_claim) claims;
} khct_from;

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

/* Adds a claim; its place is copied. */
khct_from_claim *khct_from_claim_add(khct_from *r, const khct_from_path *at, khct_keyword keyword);
const khct_from_path *khct_from_path_copy(khct_arena *arena, const khct_from_path *at);

/* Reads r->text and holds it against the claims: a string that would not come back as it was is a
 * fault at its place. */
void khct_from_hold(khct_from *r);

#endif

/* The shape of the JSON: the keys that the vocabulary table does not have, and what each object
 * holds. The back end, the reader of JSON, `khct schema` and docs/json.md share it; what blocks
 * and fields there are they take from the vocabulary table.
 */
#ifndef KHCT_EMIT_JSON_SHAPE_H
#define KHCT_EMIT_JSON_SHAPE_H

#include "syntax/vocabulary.h"

/* The version of the contract: docs/json.md says what makes it rise. */
#define KHCT_JSON_VERSION "1.1"
#define KHCT_JSON_MAJOR "1."

/* Keys: a keyword's number, or KHCT_J_… for one that is no keyword. */
typedef enum khct_json_key_id {
    KHCT_JSON_KEYS_BEGIN = KHCT_KEYWORD_NONE,
#define KHCT_JSON_KEY(id, name) KHCT_J_##id,
#include "emit/json/shape.def"
    KHCT_JSON_KEY_COUNT,
} khct_json_key_id;

/* Kinds of object: KHCT_O_TIME. */
typedef enum khct_json_shape {
#define KHCT_JSON_SHAPE(id, vi, en) KHCT_O_##id,
#include "emit/json/shape.def"
    KHCT_JSON_SHAPE_COUNT,
} khct_json_shape;

typedef enum khct_json_kind {
    KHCT_JSON_STRING,
    KHCT_JSON_TEXT, /* a string, or a list of paragraphs */
    KHCT_JSON_INT,
    KHCT_JSON_PERCENT, /* 12 or 12.5 */
    KHCT_JSON_BOOL,
    KHCT_JSON_ANY,       /* a string that may be empty */
    KHCT_JSON_DAY,       /* "2023-09-01" */
    KHCT_JSON_SCHOOL,    /* "2023-2024": a school year */
    KHCT_JSON_CODE,      /* "KH3005" */
    KHCT_JSON_CRITERION, /* "1.7" */
    KHCT_JSON_POINTER,   /* "/tieuchi/0": a place in this JSON (RFC 6901) */
    KHCT_JSON_WORD,      /* one of the words in `detail` */
    KHCT_JSON_OBJECT,    /* of the shape named in `detail` */
} khct_json_kind;

enum {
    KHCT_JSON_MANY = 1,      /* a list of these */
    KHCT_JSON_NULLABLE = 2,  /* or null */
    KHCT_JSON_NEEDED = 4,    /* a program that writes a plan must give it */
    KHCT_JSON_PLACES = 8,    /* only with --vitri */
    KHCT_JSON_OPTIONAL = 16, /* not always there */
    KHCT_JSON_FILLED = 32,   /* a list of at least one */
};

typedef struct khct_json_member {
    khct_json_shape shape;
    unsigned key; /* khct_json_key_id or khct_keyword */
    khct_json_kind kind;
    unsigned flags;
    const char *detail;
    const char *help[2]; /* by language */
} khct_json_member;

typedef struct khct_json_shape_row {
    const char *name; /* "TIME" */
    const char *help[2];
} khct_json_shape_row;

const char *khct_json_name(unsigned key);
const khct_json_shape_row *khct_json_shape_at(khct_json_shape shape);

/* The member of the shape that is written after `before`, NULL: the first one; NULL after the last
 * one. */
const khct_json_member *khct_json_member_after(khct_json_shape shape,
                                               const khct_json_member *before);

/* Goes through the members of a shape. */
#define KHCT_EACH_MEMBER(member, shape)                                                            \
    for (const khct_json_member *member = khct_json_member_after(shape, NULL); member != NULL;     \
         member = khct_json_member_after(shape, member))

/* The shape with that name; KHCT_JSON_SHAPE_COUNT: none. */
khct_json_shape khct_json_shape_named(const char *name);

/* What the key says in the block, by language; of KHCT_KEYWORD_NONE: the block. */
const char *const *khct_json_help(khct_block block, khct_keyword key);

/* How a field of that type stands in JSON. */
khct_json_member khct_json_value_of(khct_type type);

/* What a block's heading gives: the members, at most KHCT_JSON_HEAD_MOST, into `head`; how many. */
enum { KHCT_JSON_HEAD_MOST = 4 };
size_t khct_json_head_of(khct_block block, khct_json_member head[KHCT_JSON_HEAD_MOST]);

/* True where the order of different fields matters: they stand in one list, KHCT_J_ITEMS. */
bool khct_json_in_order(khct_block block);

/* True of a block that stands at the top, where it has a rank. */
bool khct_json_at_top(khct_block block);

/* What keys say that no table has, by language. */
extern const char *const KHCT_JSON_RANK_HELP[2], *const KHCT_JSON_PLACES_HELP[2],
                                                     *const KHCT_JSON_VERSION_HELP[2];

/* "TIEUCHI": the block's row in the vocabulary table. */
const char *khct_json_block_name(khct_block block);

#endif

/* The language itself as an output, and JSON as an input.
 *
 * A plan is written in one canonical form: fields in the order of the vocabulary table, a
 * paragraph a line, files that it uses become part of it, comments are dropped. What is written
 * reads back as the same plan, whatever signs its texts hold.
 */
#ifndef KHCT_EMIT_KHCT_KHCT_H
#define KHCT_EMIT_KHCT_KHCT_H

#include "emit/emit.h"
#include "syntax/load.h"

/* A khct_emitter. */
void khct_emit_khct(khct_out *out, const khct_work *work, const khct_page *page,
                    const khct_emit_options *options);

/* Turns a plan in JSON (docs/json.md) into the language; *text lives in the arena. Only what the
 * writer said is read, not what followed from it. The fault's message names the place as a path in
 * the JSON. Must run inside khct_try on the arena. */
khct_fault khct_from_json(khct_arena *arena, const khct_vocabulary *vocabulary, khct_str bytes,
                          khct_str *text);

/* Where a piece of text stands in the source. */
typedef enum khct_piece_place {
    KHCT_IN_HEADING,
    KHCT_VALUE_BEGIN, /* the first words of a value */
    KHCT_VALUE_MORE,  /* words after others on the value's first line */
    KHCT_LINE_BEGIN,  /* a paragraph of its own */
    KHCT_ITEM_BEGIN,  /* after the sign of a list item */
} khct_piece_place;

/* The one function that writes text into khct source: what would be a sign of the language gets a
 * backslash. White space must be folded. `goes_on`: a list item follows on the next line. */
void khct_escape(khct_out *out, const khct_vocabulary *vocabulary, khct_block block, khct_str s,
                 khct_piece_place place, bool goes_on);

#endif

/* A plan as JSON: docs/json.md is its contract, shape.def and the vocabulary table what it is
 * made from. */
#ifndef KHCT_EMIT_JSON_JSON_H
#define KHCT_EMIT_JSON_JSON_H

#include "emit/emit.h"

/* A khct_emitter. Written as it goes: memory does not grow with the output. */
void khct_emit_json(khct_out *out, const khct_work *work, const khct_page *page,
                    const khct_emit_options *options);

/* The rating of the plan alone, with the reasons for each level. */
void khct_emit_json_rating(khct_out *out, const khct_work *work);

/* The same without what follows from the plan and without diagnostics. */
void khct_emit_json_source(khct_out *out, const khct_plan *plan);

#endif

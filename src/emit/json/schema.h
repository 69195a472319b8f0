/* The JSON Schema (2020-12) of the JSON output, and the reference of its keys, both made from the
 * vocabulary table and shape.def. */
#ifndef KHCT_EMIT_JSON_SCHEMA_H
#define KHCT_EMIT_JSON_SCHEMA_H

#include "emit/json/shape.h"
#include "text/out.h"

/* The schema of what `khct build -t json` writes; with `input`, of what it reads: typed values may
 * be just their words, and what follows from the plan may be left out. */
void khct_schema(khct_out *out, bool input);

/* The tables of docs/json.md, in Markdown. */
void khct_schema_reference(khct_out *out);

#endif

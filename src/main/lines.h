/* khct build -t jsonl: many plans in one stream, a line each. */
#ifndef KHCT_MAIN_LINES_H
#define KHCT_MAIN_LINES_H

#include "emit/emit.h"
#include "main/inputs.h"

/* Writes a line of JSON for each input to `out` (NULL: standard output): the plan as -t json has
 * it, with `tep` and `tinhtrang`; a plan with errors as far as it was understood, with `coloi` and
 * its diagnostics; of what is no plan these alone. Returns the exit status. */
int khct_build_lines(const khct_inputs *inputs, const char *out, const khct_emit_options *options,
                     khct_common *common);

#endif

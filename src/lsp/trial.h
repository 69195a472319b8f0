/* Whether a name for a role or an abbreviation is one: it is written into a small plan, and read.
 */
#ifndef KHCT_LSP_TRIAL_H
#define KHCT_LSP_TRIAL_H

#include "lsp/server.h"
#include "lsp/refs.h"

/* True where the language reads `name` as the identifier (`by_name`: the name) of a role, or as an
 * abbreviation, wherever one can stand. */
bool khct_lsp_is_name(khct_server *server, khct_ref_kind kind, bool by_name, khct_str name);

#endif

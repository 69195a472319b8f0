/* Uses of a name over all plans; edits of several files. */
#ifndef KHCT_LSP_NAVIGATE_H
#define KHCT_LSP_NAVIGATE_H

#include "lsp/refs.h"
#include "lsp/server.h"

/* A place that names something. */
typedef struct khct_use {
    khct_str path, uri;
    uint32_t begin; /* byte, to tell uses apart */
    khct_place_at from, to;
    bool declaration, name;
    khct_str words;
} khct_use;

typedef KHCT_VEC(khct_use) khct_uses;

/* All uses of what a reference names: in the plan, and of the writer's own names in all plans of
 * the workspace that use the same file. In the scratch arena. */
khct_uses khct_lsp_uses(khct_request *request, const khct_ref *ref);

/* A WorkspaceEdit in the form that the editor knows. Between khct_w_edits_file and its end each
 * TextEdit is written. */
void khct_w_edits_begin(khct_request *request);
void khct_w_edits_file(khct_request *request, khct_str uri);
void khct_w_edits_file_end(khct_request *request);
void khct_w_edits_end(khct_request *request);

/* One TextEdit of a file of the request's analysis. */
void khct_w_text_edit(khct_request *request, uint32_t source, uint32_t begin, uint32_t end,
                      khct_str text);

#endif

/* Edits of several files. */
#ifndef KHCT_LSP_NAVIGATE_H
#define KHCT_LSP_NAVIGATE_H

#include "lsp/server.h"

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

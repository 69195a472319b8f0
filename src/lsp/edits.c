/* Edits as the protocol has them. */
#include "lsp/server.h"

void khct_w_edits_begin(khct_request *r)
{
    khct_json_object(r->w);
    if (r->server->client.document_changes)
        khct_json_key_list(r->w, "documentChanges");
    else
        khct_json_key_object(r->w, "changes");
}

void khct_w_edits_file(khct_request *r, khct_str uri)
{
    const char *name = khct_cstr(r->arena, uri);
    if (!r->server->client.document_changes) {
        khct_json_key_list(r->w, name);
        return;
    }
    const khct_open_text *open = khct_open_by_uri(&r->server->open, name);
    khct_json_object(r->w);
    khct_json_key_object(r->w, "textDocument");
    khct_json_key_text(r->w, "uri", uri);
    khct_w_version(r->w, open);
    khct_json_end_object(r->w);
    khct_json_key_list(r->w, "edits");
}

void khct_w_edits_file_end(khct_request *r)
{
    khct_json_end_list(r->w);
    if (r->server->client.document_changes)
        khct_json_end_object(r->w);
}

void khct_w_edits_end(khct_request *r)
{
    if (r->server->client.document_changes)
        khct_json_end_list(r->w);
    else
        khct_json_end_object(r->w);
    khct_json_end_object(r->w);
}

void khct_w_text_edit(khct_request *r, uint32_t source, uint32_t begin, uint32_t end, khct_str text)
{
    khct_json_object(r->w);
    khct_w_span(r, "range", (khct_span){source, begin, end});
    khct_json_key_text(r->w, "newText", text);
    khct_json_end_object(r->w);
}

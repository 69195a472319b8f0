/* Edits as the protocol has them. */
#include "lsp/navigate.h"

khct_edit_set khct_w_edits_begin(khct_request *r)
{
    bool documents = r->server->client.document_changes;
    khct_w_open(r->w, '{');
    khct_w_key(r->w, documents ? "documentChanges" : "changes");
    khct_w_open(r->w, documents ? '[' : '{');
    return (khct_edit_set){r};
}

void khct_w_edits_file(khct_edit_set *set, khct_str uri)
{
    khct_request *r = set->request;
    if (!r->server->client.document_changes) {
        khct_w_key(r->w, khct_cstr(r->arena, uri));
        return;
    }
    const khct_open_text *open = khct_open_by_uri(&r->server->open, khct_cstr(r->arena, uri));
    khct_w_open(r->w, '{');
    khct_w_key(r->w, "textDocument");
    khct_w_open(r->w, '{');
    khct_w_key_str(r->w, "uri", uri);
    khct_w_key(r->w, "version");
    if (open != NULL && open->versioned)
        khct_w_number(r->w, open->version);
    else
        khct_w_null(r->w);
    khct_w_close(r->w, '}');
    khct_w_key(r->w, "edits");
}

void khct_w_edits_file_end(khct_edit_set *set)
{
    if (set->request->server->client.document_changes)
        khct_w_close(set->request->w, '}');
}

void khct_w_edits_end(khct_edit_set *set)
{
    khct_request *r = set->request;
    khct_w_close(r->w, r->server->client.document_changes ? ']' : '}');
    khct_w_close(r->w, '}');
}

void khct_w_text_edit(khct_request *r, uint32_t source, uint32_t begin, uint32_t end, khct_str text)
{
    khct_w_open(r->w, '{');
    khct_w_key(r->w, "range");
    khct_w_range(r->w, khct_lsp_lines(r->server, r->analysis, source), r->server->encoding, begin,
                 end);
    khct_w_key_str(r->w, "newText", text);
    khct_w_close(r->w, '}');
}

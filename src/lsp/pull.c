/* Diagnostics that the editor asks for: of a document at once, of the workspace when there is news.
 */
#include "lsp/server.h"

#include "lsp/uri.h"

/* A report holds the compilation's number, so that "unchanged" can be said. True where it is news.
 */
static bool write_report(const khct_request *r, uint32_t source, const char *before, bool silent)
{
    khct_json_writer *w = r->w;
    khct_str result = khct_str_number(r->server->scratch, (long long)r->analysis->serial);
    bool same = before != NULL && khct_str_is(result, before);
    khct_json_key_cstr(w, "kind", same ? "unchanged" : "full");
    khct_json_key_text(w, "resultId", result);
    if (same)
        return false;
    khct_json_key_list(w, "items");
    if (!silent)
        khct_w_diagnostics(r, source);
    khct_json_end_list(w);
    return true;
}

void khct_lsp_pull(khct_request *r)
{
    khct_json_object(r->w);
    write_report(r, r->source, json_string_value(json_object_get(r->params, "previousResultId")),
                 r->open->library);
    khct_json_end_object(r->w);
}

/* --- of the workspace --- */

typedef struct reporting {
    khct_request r;       /* of the analysis at hand */
    const json_t *before; /* [{uri, value}] */
    khct_strs uris;       /* reported */
    bool news;
} reporting;

static const char *value_before(const json_t *before, khct_str uri)
{
    size_t i;
    json_t *one;
    json_array_foreach(before, i, one)
    {
        const char *its = json_string_value(json_object_get(one, "uri"));
        if (its != NULL && khct_str_is(uri, its))
            return json_string_value(json_object_get(one, "value"));
    }
    return NULL;
}

static void write_place(reporting *p, khct_str uri, const khct_open_text *open)
{
    khct_json_key_text(p->r.w, "uri", uri);
    khct_w_version(p->r.w, open);
}

/* The files of a plan that belong to no other. */
static void report_plan(void *context)
{
    reporting *p = context;
    khct_server *server = p->r.server;
    const khct_document *document = p->r.analysis->compilation->document;
    for (size_t i = 0; i < document->files.n; i++) {
        const char *path = document->files.at[i].path.p;
        uint32_t source = document->files.at[i].tree->source;
        const khct_open_text *open = khct_open_by_path(&server->open, path);
        if (khct_analysis_of(server, path) != p->r.analysis)
            continue;
        khct_str uri = khct_lsp_uri(&p->r, source);
        khct_push(server->scratch, &p->uris) = uri;
        khct_json_object(p->r.w);
        write_place(p, uri, open);
        p->news |= write_report(&p->r, source, value_before(p->before, uri),
                                open != NULL && open->library);
        khct_json_end_object(p->r.w);
    }
}

/* What was said of files that no open plan has any more is taken back. */
static void take_back(void *context)
{
    reporting *p = context;
    size_t i;
    json_t *one;
    json_array_foreach(p->before, i, one)
    {
        const char *uri = json_string_value(json_object_get(one, "uri"));
        const char *value = json_string_value(json_object_get(one, "value"));
        bool known = uri == NULL || value == NULL || strcmp(value, "") == 0;
        for (size_t k = 0; !known && k < p->uris.n; k++)
            known = khct_str_is(p->uris.at[k], uri);
        if (known)
            continue;
        p->news = true;
        khct_json_object(p->r.w);
        write_place(p, khct_str_of(uri), NULL);
        khct_json_key_cstr(p->r.w, "kind", "full");
        khct_json_key_cstr(p->r.w, "resultId", "");
        khct_json_key_list(p->r.w, "items");
        khct_json_end_list(p->r.w);
        khct_json_end_object(p->r.w);
    }
}

void khct_lsp_pull_workspace(khct_request *r)
{
    if (json_object_get(r->whole, "id") == NULL)
        return;
    khct_lsp_end_wait(r->server, KHCT_RPC_CANCELLED);
    r->server->waits = json_incref(r->whole);
    r->later = true;
    r->server->pending = true;
}

void khct_lsp_news(khct_server *server)
{
    khct_out out;
    khct_json_writer w = khct_json_writer_of(&out, false);
    if (server->waits == NULL)
        return;
    khct_out_to_memory(&out);
    reporting p = {.r = {.server = server, .w = &w}};
    p.before = json_object_get(json_object_get(server->waits, "params"), "previousResultIds");
    khct_json_object(&w);
    khct_json_key_list(&w, "items");
    bool done = true;
    for (size_t i = 0; done && i < server->analyses.n; i++) {
        p.r.analysis = server->analyses.at[i];
        if (khct_lsp_speaks(server, p.r.analysis))
            done = khct_analysis_try(server, p.r.analysis, report_plan, &p);
    }
    done = done && khct_try(server->scratch, take_back, &p);
    khct_json_end_list(&w);
    khct_json_end_object(&w);
    if (done && p.news && khct_out_finish(&out) == 0) {
        khct_send_result(server, json_object_get(server->waits, "id"), khct_out_text(&out));
        json_decref(server->waits);
        server->waits = NULL;
    }
    khct_out_release(&out);
    khct_arena_reset(server->scratch);
}

void khct_lsp_end_wait(khct_server *server, int error)
{
    if (server->waits == NULL)
        return;
    khct_send_error(server, json_object_get(server->waits, "id"), error,
                    khct_str_of(khct_tell(server, "đã hủy", "cancelled")));
    json_decref(server->waits);
    server->waits = NULL;
}

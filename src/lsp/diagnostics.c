/* Diagnostics, published when a text rests; those that the editor asks for: pull.c. */
#include "lsp/server.h"

#include "lsp/uri.h"

/* --- places --- */

khct_str khct_lsp_uri(const khct_request *r, uint32_t source)
{
    khct_arena *arena = r->server->scratch;
    khct_compilation *c = r->analysis->compilation;
    if (source & KHCT_IN_LIBRARY) {
        const khct_source *file = khct_source_at(&c->sources, (khct_span){source, 0, 0});
        return KHCT_JOIN(arena, KHCT_LIBRARY_SCHEME "///", file->name);
    }
    for (size_t i = 0; i < c->document->files.n; i++)
        if (c->document->files.at[i].tree->source == source) {
            const khct_file *file = &c->document->files.at[i];
            const khct_open_text *open = khct_open_by_path(&r->server->open, file->path.p);
            return open != NULL ? khct_str_of(open->uri) : khct_path_uri(arena, file->path);
        }
    return KHCT_STR("");
}

void khct_w_span(const khct_request *r, const char *key, khct_span span)
{
    khct_json_key(r->w, khct_str_of(key));
    khct_w_range(r->w, khct_lsp_lines(r->server, r->analysis, span.source), r->server->encoding,
                 span.begin, span.end);
}

void khct_w_location(const khct_request *r, khct_span span)
{
    khct_json_object(r->w);
    khct_json_key_text(r->w, "uri", khct_lsp_uri(r, span.source));
    khct_w_span(r, "range", span);
    khct_json_end_object(r->w);
}

void khct_w_version(khct_json_writer *w, const khct_open_text *open)
{
    khct_json_key(w, KHCT_STR("version"));
    if (open != NULL && open->versioned)
        khct_json_int(w, open->version);
    else
        khct_json_null(w);
}

/* --- one diagnostic --- */

/* Codes whose text is drawn faded (1: nothing of it is needed) or struck through (2: out of date).
 */
static const struct {
    khct_code code;
    int tag;
} TAGS[] = {{KHCT_KH1004, 1}, {KHCT_KH7005, 1}, {KHCT_KH4002, 2}, {KHCT_KH4011, 2}};

static int tag_of(khct_code code)
{
    for (size_t i = 0; i < sizeof TAGS / sizeof TAGS[0]; i++)
        if (TAGS[i].code == code)
            return TAGS[i].tag;
    return 0;
}

static int level_of(const khct_diag *diag)
{
    if (diag->accepted.p != NULL)
        return 4;
    return diag->severity <= KHCT_SIGNED ? 1 : diag->severity == KHCT_WARNING ? 2 : 3;
}

/* All that is said of it, a line each. */
static khct_str words_of(khct_server *server, const khct_diag *diag)
{
    khct_arena *arena = server->scratch;
    khct_language language = server->language;
    khct_strs lines = {0};
    KHCT_ADD(arena, &lines, khct_message_text(arena, diag->message, language));
    if (diag->label.id != KHCT_T_NONE)
        KHCT_ADD(arena, &lines, "\n", khct_message_text(arena, diag->label, language));
    KHCT_FOR (remark, &diag->remarks)
        KHCT_ADD(arena, &lines, "\n", remark->hint ? khct_tell(server, "gợi ý: ", "hint: ") : "",
                 khct_message_text(arena, remark->message, language));
    if (diag->accepted.p != NULL)
        KHCT_ADD(arena, &lines, "\n", khct_tell(server, "đã chấp nhận: ", "accepted: "),
                 khct_quote(arena, diag->accepted));
    return khct_str_join(arena, lines.at, lines.n);
}

static void write_related(const khct_request *r, const khct_diag *diag)
{
    khct_json_writer *w = r->w;
    khct_json_key_list(w, "relatedInformation");
    for (size_t i = 0; i < diag->related.n; i++) {
        if (diag->related.at[i].span.source == KHCT_NO_SOURCE)
            continue;
        khct_json_object(w);
        khct_json_key(w, KHCT_STR("location"));
        khct_w_location(r, diag->related.at[i].span);
        khct_json_key_text(w, "message",
                           khct_message_text(r->server->scratch, diag->related.at[i].message,
                                             r->server->language));
        khct_json_end_object(w);
    }
    khct_json_end_list(w);
}

void khct_w_diagnostic(const khct_request *r, const khct_diag *diag)
{
    khct_server *server = r->server;
    khct_json_writer *w = r->w;
    khct_arena *arena = server->scratch;
    khct_str code = khct_str_of(khct_code_at(diag->code)->name);
    khct_span span = diag->span;
    if (span.source == KHCT_NO_SOURCE)
        span = (khct_span){0, 0, 0};
    khct_json_object(w);
    khct_w_span(r, "range", span);
    khct_json_key_int(w, "severity", level_of(diag));
    khct_json_key_text(w, "code", code);
    if (server->client.code_description) {
        khct_json_key_object(w, "codeDescription");
        khct_json_key_text(w, "href",
                           KHCT_JOIN(arena, KHCT_LIBRARY_SCHEME "///giai-thich/", code, ".md"));
        khct_json_end_object(w);
    }
    khct_json_key_cstr(w, "source", "khct");
    khct_json_key_text(w, "message", words_of(server, diag));
    if (server->client.tags && tag_of(diag->code) != 0) {
        khct_json_key_list(w, "tags");
        khct_json_int(w, tag_of(diag->code));
        khct_json_end_list(w);
    }
    if (server->client.related && diag->related.n > 0)
        write_related(r, diag);
    khct_json_end_object(w);
}

/* The file to which a diagnostic belongs: the plan's own where it stands nowhere, none where it
 * stands in the library. */
static uint32_t home_of(const khct_diag *diag)
{
    if (diag->span.source == KHCT_NO_SOURCE)
        return 0;
    return diag->span.source;
}

void khct_w_diagnostics(const khct_request *r, uint32_t source)
{
    const khct_diags *diags = &r->analysis->compilation->diags;
    for (size_t i = 0; i < diags->list.n; i++)
        if (home_of(diags->list.at[i]) == source)
            khct_w_diagnostic(r, diags->list.at[i]);
}

/* --- publishing --- */

enum { MOST_PLANS = 16 }; /* plans of one file that are compared for repeats */

typedef struct spoken {
    khct_analysis *analysis;
    uint32_t source;
} spoken;

/* What is said of a file over all analyses of open plans. */
typedef struct saying {
    khct_request r; /* of the analysis at hand */
    uint32_t source;
    spoken before[MOST_PLANS];
    size_t before_n;
} saying;

/* True where a plan before this one says the same of the file. */
static bool said_before(const saying *s, const khct_diag *diag)
{
    for (size_t i = 0; i < s->before_n; i++) {
        const khct_analysis *other = s->before[i].analysis;
        const khct_diags *diags = &other->compilation->diags;
        for (size_t k = 0; k < diags->list.n; k++)
            if (home_of(diags->list.at[k]) == s->before[i].source &&
                diags->list.at[k]->code == diag->code &&
                diags->list.at[k]->span.begin == diag->span.begin &&
                diags->list.at[k]->span.end == diag->span.end)
                return true;
    }
    return false;
}

static void say(void *context)
{
    saying *s = context;
    const khct_diags *diags = &s->r.analysis->compilation->diags;
    for (size_t i = 0; i < diags->list.n; i++)
        if (home_of(diags->list.at[i]) == s->source && !said_before(s, diags->list.at[i]))
            khct_w_diagnostic(&s->r, diags->list.at[i]);
    if (s->before_n < MOST_PLANS)
        s->before[s->before_n++] = (spoken){s->r.analysis, s->source};
}

typedef struct starting {
    khct_server *server;
    khct_json_writer *w;
    const char *path;
} starting;

static void start(void *context)
{
    const starting *s = context;
    const khct_open_text *open = khct_open_by_path(&s->server->open, s->path);
    khct_json_object(s->w);
    khct_json_key_text(s->w, "uri",
                       open != NULL ? khct_str_of(open->uri)
                                    : khct_path_uri(s->server->scratch, khct_str_of(s->path)));
    if (open != NULL && open->versioned)
        khct_json_key_int(s->w, "version", open->version);
    khct_json_key_list(s->w, "diagnostics");
}

static void finish(khct_server *server, khct_json_writer *w)
{
    khct_json_end_list(w);
    khct_json_end_object(w);
    if (khct_out_finish(w->out) == 0)
        khct_notify(server, "textDocument/publishDiagnostics", khct_out_text(w->out));
}

/* A library's own file is not judged as a plan. */
static bool judged(const khct_server *server, const char *path)
{
    const khct_open_text *open = khct_open_by_path(&server->open, path);
    return open == NULL || !open->library;
}

/* True where the plan, or a file of it, is open. */
static bool wanted(const khct_server *server, const khct_analysis *analysis)
{
    for (size_t i = 0; i < server->open.n; i++)
        if (strcmp(server->open.at[i]->path, analysis->path) == 0 ||
            khct_analysis_source(analysis, server->open.at[i]->path) != KHCT_NO_SOURCE)
            return true;
    return false;
}

/* A plan whose file another plan uses is judged with that one only. */
bool khct_lsp_speaks(const khct_server *server, const khct_analysis *analysis)
{
    return analysis->compilation != NULL && !analysis->stale && wanted(server, analysis) &&
           !khct_workspace_used(&server->workspace, analysis->path);
}

static void publish_file(khct_server *server, const char *path)
{
    khct_out out;
    khct_out_to_memory(&out);
    khct_json_writer w = khct_json_writer_of(&out, false);
    starting s = {server, &w, path};
    bool started = khct_try(server->scratch, start, &s);
    saying all = {.r = {.server = server, .w = &w}};
    for (size_t i = 0; started && judged(server, path) && i < server->analyses.n; i++) {
        all.r.analysis = server->analyses.at[i];
        all.source = khct_lsp_speaks(server, all.r.analysis)
                         ? khct_analysis_source(all.r.analysis, path)
                         : KHCT_NO_SOURCE;
        if (all.source != KHCT_NO_SOURCE)
            khct_analysis_try(server, all.r.analysis, say, &all);
    }
    if (started)
        finish(server, &w);
    khct_out_release(&out);
    khct_arena_reset(server->scratch);
}

/* Files for which something was or is to be said, and takes note of what is said now. */
static void collect(khct_server *server, khct_analysis *analysis, khct_paths *paths)
{
    for (size_t i = 0; i < analysis->published.n; i++)
        khct_paths_add(paths, analysis->published.at[i]);
    khct_paths_free(&analysis->published);
    const khct_document *document = analysis->compilation->document;
    for (size_t i = 0; khct_lsp_speaks(server, analysis) && i < document->files.n; i++) {
        khct_paths_add(paths, document->files.at[i].path.p);
        khct_paths_add(&analysis->published, document->files.at[i].path.p);
    }
    analysis->told = true;
}

void khct_lsp_publish(khct_server *server)
{
    khct_paths paths = {0};
    server->pending = false;
    for (size_t i = 0; i < server->open.n; i++)
        khct_analysis_of(server, server->open.at[i]->path);
    for (size_t i = 0; i < server->analyses.n; i++) {
        khct_analysis *analysis = server->analyses.at[i];
        if (analysis->stale && analysis->published.n > 0)
            khct_analysis_plan(server, analysis->path);
        bool silent = !khct_lsp_speaks(server, analysis) && analysis->published.n > 0;
        if (analysis->compilation != NULL && (!analysis->told || silent))
            collect(server, analysis, &paths);
    }
    for (size_t i = 0; !server->client.pull && i < paths.n; i++)
        publish_file(server, paths.at[i]);
    if (server->client.refresh_pull && paths.n > 1)
        khct_ask(server, "workspace/diagnostic/refresh", KHCT_STR("null"));
    khct_paths_free(&paths);
    khct_lsp_news(server);
    khct_analyses_trim(server);
}

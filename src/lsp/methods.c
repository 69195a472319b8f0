/* The table of methods, and what opens, changes and ends a session. */
#include "lsp/server.h"

#include "lsp/tokens.h"
#include "lsp/uri.h"

#include <stdlib.h>

/* --- what the editor can do --- */

/* The value at a path of keys, or NULL. */
static const json_t *at(const json_t *json, const char *path)
{
    char key[64];
    while (json != NULL && *path != '\0') {
        size_t n = strcspn(path, ".");
        if (n >= sizeof key)
            return NULL;
        memcpy(key, path, n);
        key[n] = '\0';
        json = json_object_get(json, key);
        path += path[n] == '.' ? n + 1 : n;
    }
    return json;
}

static bool is_true(const json_t *json, const char *path)
{
    return json_is_true(at(json, path));
}

static bool has_word(const json_t *list, const char *word)
{
    size_t i;
    json_t *one;
    json_array_foreach(list, i, one) if (json_is_string(one) &&
                                         strcmp(json_string_value(one), word) == 0) return true;
    return false;
}

static khct_encoding choose_encoding(const json_t *capabilities)
{
    size_t i;
    json_t *one;
    json_array_foreach(at(capabilities, "general.positionEncodings"), i, one)
    {
        const char *name = json_is_string(one) ? json_string_value(one) : "";
        if (strcmp(name, "utf-8") == 0)
            return KHCT_UTF8;
        if (strcmp(name, "utf-16") == 0)
            return KHCT_UTF16;
        if (strcmp(name, "utf-32") == 0)
            return KHCT_UTF32;
    }
    return KHCT_UTF16;
}

static khct_client client_of(const json_t *c)
{
    return (khct_client){
        .markdown = has_word(at(c, "textDocument.hover.contentFormat"), "markdown"),
        .markdown_items = has_word(
            at(c, "textDocument.completion.completionItem.documentationFormat"), "markdown"),
        .snippets = is_true(c, "textDocument.completion.completionItem.snippetSupport"),
        .related = is_true(c, "textDocument.publishDiagnostics.relatedInformation") ||
                   is_true(c, "textDocument.diagnostic.relatedInformation"),
        .tags = at(c, "textDocument.publishDiagnostics.tagSupport") != NULL ||
                at(c, "textDocument.diagnostic.tagSupport") != NULL,
        .code_description = is_true(c, "textDocument.publishDiagnostics.codeDescriptionSupport") ||
                            is_true(c, "textDocument.diagnostic.codeDescriptionSupport"),
        .pull = json_is_object(at(c, "textDocument.diagnostic")),
        .refresh_pull = is_true(c, "workspace.diagnostics.refreshSupport"),
        .symbol_tree = is_true(c, "textDocument.documentSymbol.hierarchicalDocumentSymbolSupport"),
        .action_literals = at(c, "textDocument.codeAction.codeActionLiteralSupport") != NULL,
        .preferred = is_true(c, "textDocument.codeAction.isPreferredSupport"),
        .document_changes = is_true(c, "workspace.workspaceEdit.documentChanges"),
        .watch = is_true(c, "workspace.didChangeWatchedFiles.dynamicRegistration"),
        .link = is_true(c, "textDocument.definition.linkSupport"),
        .line_folding = is_true(c, "textDocument.foldingRange.lineFoldingOnly"),
        .content = at(c, "workspace.textDocumentContent") != NULL,
    };
}

static void add_folder(khct_server *server, const char *path)
{
    if (khct_path_is_file(path) && strcmp(path, "/") != 0)
        khct_workspace_add_folder(&server->workspace, path);
}

static void remove_folder(khct_server *server, const char *path)
{
    khct_workspace_remove_folder(&server->workspace, path);
}

static void with_path(khct_server *server, const char *uri,
                      void (*work)(khct_server *server, const char *path))
{
    char *path = uri == NULL ? NULL : khct_uri_path(uri);
    if (path != NULL)
        work(server, path);
    free(path);
}

/* work() for the path of each `uri` of a list. */
static void each_path(khct_server *server, const json_t *list,
                      void (*work)(khct_server *server, const char *path))
{
    size_t i;
    json_t *one;
    json_array_foreach(list, i, one)
        with_path(server, json_string_value(json_object_get(one, "uri")), work);
}

static void read_folders(khct_server *server, const json_t *params)
{
    const json_t *folders = json_object_get(params, "workspaceFolders");
    const char *uri = json_string_value(json_object_get(params, "rootUri"));
    const char *path = json_string_value(json_object_get(params, "rootPath"));
    each_path(server, folders, add_folder);
    if (json_array_size(folders) == 0)
        with_path(server, uri != NULL ? uri : path, add_folder);
}

static void choose_language(khct_server *server, const json_t *params)
{
    const char *locale = json_string_value(json_object_get(params, "locale"));
    const char *wanted = json_string_value(at(params, "initializationOptions.language"));
    if (server->options.language_given)
        return;
    if (wanted != NULL && *wanted != '\0')
        locale = wanted;
    if (locale != NULL)
        server->language = strncmp(locale, "vi", 2) == 0 ? KHCT_VI : KHCT_EN;
}

/* --- what the server can do --- */

/* In the protocol's words. */
static const struct {
    const char *key, *json;
} ABILITIES[] = {
    {"textDocumentSync", "{\"openClose\":true,\"change\":2,\"save\":{\"includeText\":false}}"},
    {"hoverProvider", "true"},
    {"definitionProvider", "true"},
    {"referencesProvider", "true"},
    {"documentHighlightProvider", "true"},
    {"documentSymbolProvider", "true"},
    {"workspaceSymbolProvider", "true"},
    {"foldingRangeProvider", "true"},
    {"selectionRangeProvider", "true"},
    {"inlayHintProvider", "true"},
    {"documentFormattingProvider", "true"},
    {"documentRangeFormattingProvider", "true"},
    {"semanticTokensProvider", "{\"legend\":" KHCT_TOKEN_LEGEND ",\"full\":true,\"range\":true}"},
    {"completionProvider",
     "{\"triggerCharacters\":[\".\",\",\",\" \",\"<\",\"\\\"\"],\"resolveProvider\":false}"},
    {"codeActionProvider", "{\"codeActionKinds\":[\"quickfix\",\"refactor\",\"refactor.rewrite\","
                           "\"source.fixAll\"]}"},
    {"documentOnTypeFormattingProvider",
     "{\"firstTriggerCharacter\":\";\",\"moreTriggerCharacter\":[\">\",\"\\n\"]}"},
    {"renameProvider", "{\"prepareProvider\":true}"},
    {"documentLinkProvider", "{}"},
    {"diagnosticProvider", "{\"identifier\":\"khct\",\"interFileDependencies\":true,"
                           "\"workspaceDiagnostics\":true}"},
    {"workspace", "{\"workspaceFolders\":{\"supported\":true,\"changeNotifications\":true},"
                  "\"textDocumentContent\":{\"schemes\":[\"khct-library\"]}}"},
};

static void write_abilities(const khct_server *server, khct_json_writer *w)
{
    static const char *const ENCODINGS[] = {"utf-16", "utf-8", "utf-32"};
    khct_json_key_object(w, "capabilities");
    khct_json_key_cstr(w, "positionEncoding", ENCODINGS[server->encoding]);
    for (size_t i = 0; i < sizeof ABILITIES / sizeof *ABILITIES; i++) {
        if (strcmp(ABILITIES[i].key, "diagnosticProvider") == 0 && !server->client.pull)
            continue;
        khct_json_key(w, khct_str_of(ABILITIES[i].key));
        khct_json_raw(w, khct_str_of(ABILITIES[i].json));
    }
    khct_json_end_object(w);
}

static void initialize(khct_request *r)
{
    khct_server *server = r->server;
    const json_t *capabilities = json_object_get(r->params, "capabilities");
    const json_t *process = json_object_get(r->params, "processId");
    server->client = client_of(capabilities);
    server->encoding = choose_encoding(capabilities);
    server->process = json_is_integer(process) ? json_integer_value(process) : 0;
    choose_language(server, r->params);
    read_folders(server, r->params);
    server->initialized = true;
    khct_json_object(r->w);
    write_abilities(server, r->w);
    khct_json_key_object(r->w, "serverInfo");
    khct_json_key_cstr(r->w, "name", "khct");
    khct_json_key_cstr(r->w, "version", KHCT_VERSION);
    khct_json_end_object(r->w);
    khct_json_end_object(r->w);
}

static void initialized(khct_request *r)
{
    if (r->server->client.watch)
        khct_ask(r->server, "client/registerCapability",
                 KHCT_STR("{\"registrations\":[{\"id\":\"khct-files\",\"method\":"
                          "\"workspace/didChangeWatchedFiles\",\"registerOptions\":"
                          "{\"watchers\":[{\"globPattern\":\"**/*.khct\"}]}}]}"));
}

static void shut_down(khct_request *r)
{
    khct_lsp_end_wait(r->server, KHCT_RPC_CANCELLED);
    r->server->shut = true;
}

static void leave(khct_request *r)
{
    r->server->exit = true;
}

static void nothing(khct_request *r)
{
    (void)r;
}

/* --- texts --- */

static void did_open(khct_request *r)
{
    khct_server *server = r->server;
    khct_open_text *open = khct_open_add(&server->open, json_object_get(r->params, "textDocument"));
    if (open == NULL) {
        khct_log(server, 1, "không mở được văn bản", "the text cannot be opened", NULL);
        return;
    }
    khct_workspace_note_beside(server, open->path);
    khct_workspace_note(server, open->path);
    khct_analyses_touch(server, open->path);
}

static void did_change(khct_request *r)
{
    khct_server *server = r->server;
    const char *uri;
    khct_open_text *open = khct_lsp_open_text(r, &uri);
    if (open == NULL) {
        khct_log(server, 2, "sửa một văn bản chưa mở", "a change of a text that is not open", uri);
        return;
    }
    khct_edited edited =
        khct_open_edit(open, at(r->params, "textDocument.version"),
                       json_object_get(r->params, "contentChanges"), server->encoding);
    if (edited == KHCT_EDIT_OLD)
        khct_log(server, 2, "lần sửa đến trễ, đã bỏ qua",
                 "a change that came too late was left out", uri);
    else if (edited != KHCT_EDITED)
        khct_log(server, 1, "lần sửa không đọc được", "a change was not understood", uri);
    if (edited == KHCT_EDIT_OLD)
        return;
    khct_workspace_note(server, open->path);
    khct_analyses_touch(server, open->path);
}

static void did_close(khct_request *r)
{
    khct_server *server = r->server;
    const char *uri;
    khct_open_text *open = khct_lsp_open_text(r, &uri);
    if (open == NULL)
        return;
    char *name = khct_cstr(r->arena, khct_str_of(open->path));
    khct_analyses_touch(server, name); /* while it still knows who uses it */
    khct_open_remove(&server->open, open);
    khct_workspace_note(server, name);
}

static void did_save(khct_request *r)
{
    khct_analyses_touch(r->server, NULL);
}

static void did_change_files(khct_request *r)
{
    each_path(r->server, json_object_get(r->params, "changes"), khct_workspace_note);
    khct_analyses_touch(r->server, NULL);
}

static void did_change_folders(khct_request *r)
{
    each_path(r->server, at(r->params, "event.removed"), remove_folder);
    each_path(r->server, at(r->params, "event.added"), add_folder);
    khct_analyses_touch(r->server, NULL);
}

/* Numbers for tests and for those who look after memory. */
static void debug(khct_request *r)
{
    khct_server *server = r->server;
    size_t used = 0;
    for (size_t i = 0; i < server->analyses.n; i++)
        if (server->analyses.at[i]->compilation != NULL)
            used += khct_arena_used(server->analyses.at[i]->compilation->arena);
    khct_json_object(r->w);
    khct_json_key_int(r->w, "open", (long long)server->open.n);
    khct_json_key_int(r->w, "analyses", (long long)server->analyses.n);
    khct_json_key_int(r->w, "analysisBytes", (long long)used);
    khct_json_key_int(r->w, "libraryBytes", (long long)khct_arena_used(server->library->arena));
    khct_json_key_int(r->w, "files", (long long)server->workspace.files.n);
    khct_json_key_int(r->w, "handled", (long long)server->handled);
    khct_json_end_object(r->w);
}

const khct_method khct_methods[] = {
    {"initialize", initialize, KHCT_NEED_NOTHING},
    {"initialized", initialized, KHCT_NEED_NOTHING},
    {"shutdown", shut_down, KHCT_NEED_NOTHING},
    {"exit", leave, KHCT_NEED_NOTHING},
    {"$/setTrace", nothing, KHCT_NEED_NOTHING},
    {"textDocument/didOpen", did_open, KHCT_NEED_NOTHING},
    {"textDocument/didChange", did_change, KHCT_NEED_NOTHING},
    {"textDocument/didClose", did_close, KHCT_NEED_NOTHING},
    {"textDocument/didSave", did_save, KHCT_NEED_NOTHING},
    {"workspace/didChangeWatchedFiles", did_change_files, KHCT_NEED_NOTHING},
    {"workspace/didChangeWorkspaceFolders", did_change_folders, KHCT_NEED_NOTHING},
    {"workspace/didChangeConfiguration", nothing, KHCT_NEED_NOTHING},
    {"textDocument/diagnostic", khct_lsp_pull, KHCT_NEED_ANALYSIS},
    {"workspace/diagnostic", khct_lsp_pull_workspace, KHCT_NEED_NOTHING},
    {"textDocument/completion", khct_lsp_completion, KHCT_NEED_OPEN},
    {"textDocument/hover", khct_lsp_hover, KHCT_NEED_POSITION},
    {"textDocument/definition", khct_lsp_definition, KHCT_NEED_POSITION},
    {"textDocument/references", khct_lsp_references, KHCT_NEED_POSITION},
    {"textDocument/documentHighlight", khct_lsp_highlight, KHCT_NEED_POSITION},
    {"textDocument/prepareRename", khct_lsp_prepare_rename, KHCT_NEED_POSITION},
    {"textDocument/rename", khct_lsp_rename, KHCT_NEED_POSITION},
    {"textDocument/documentLink", khct_lsp_links, KHCT_NEED_ANALYSIS},
    {"textDocument/documentSymbol", khct_lsp_symbols, KHCT_NEED_ANALYSIS},
    {"workspace/symbol", khct_lsp_workspace_symbols, KHCT_NEED_NOTHING},
    {"textDocument/foldingRange", khct_lsp_folding, KHCT_NEED_ANALYSIS},
    {"textDocument/selectionRange", khct_lsp_selection, KHCT_NEED_ANALYSIS},
    {"textDocument/semanticTokens/full", khct_lsp_tokens, KHCT_NEED_ANALYSIS},
    {"textDocument/semanticTokens/range", khct_lsp_tokens_range, KHCT_NEED_ANALYSIS},
    {"textDocument/inlayHint", khct_lsp_hints, KHCT_NEED_ANALYSIS},
    {"textDocument/codeAction", khct_lsp_actions, KHCT_NEED_ANALYSIS},
    {"textDocument/formatting", khct_lsp_format, KHCT_NEED_ANALYSIS},
    {"textDocument/rangeFormatting", khct_lsp_format_range, KHCT_NEED_ANALYSIS},
    {"textDocument/onTypeFormatting", khct_lsp_format_typed, KHCT_NEED_POSITION},
    {"khct/libraryDocument", khct_lsp_library_text, KHCT_NEED_NOTHING},
    {"workspace/textDocumentContent", khct_lsp_library_text, KHCT_NEED_NOTHING},
    {"khct/debug", debug, KHCT_NEED_NOTHING},
    {NULL, NULL, KHCT_NEED_NOTHING},
};

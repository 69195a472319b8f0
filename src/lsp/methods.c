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

static void add_folder(khct_server *server, const char *uri)
{
    char *path = uri == NULL ? NULL : khct_uri_path(uri);
    if (path != NULL && khct_path_is_file(path) && strcmp(path, "/") != 0)
        khct_workspace_add_folder(&server->workspace, path);
    free(path);
}

static void read_folders(khct_server *server, const json_t *params)
{
    const json_t *folders = json_object_get(params, "workspaceFolders");
    size_t i;
    json_t *folder;
    json_array_foreach(folders, i, folder)
        add_folder(server, json_string_value(json_object_get(folder, "uri")));
    if (json_array_size(folders) > 0)
        return;
    const char *uri = json_string_value(json_object_get(params, "rootUri"));
    const char *path = json_string_value(json_object_get(params, "rootPath"));
    if (uri != NULL)
        add_folder(server, uri);
    else if (path != NULL)
        add_folder(server, path);
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

static void write_words(khct_writer *w, const char *key, const char *const *words)
{
    khct_w_key(w, key);
    khct_w_open(w, '[');
    for (; *words != NULL; words++)
        khct_w_cstr(w, *words);
    khct_w_close(w, ']');
}

static void write_sync(khct_writer *w)
{
    khct_w_key(w, "textDocumentSync");
    khct_w_open(w, '{');
    khct_w_key_bool(w, "openClose", true);
    khct_w_key_number(w, "change", 2);
    khct_w_key(w, "save");
    khct_w_open(w, '{');
    khct_w_key_bool(w, "includeText", false);
    khct_w_close(w, '}');
    khct_w_close(w, '}');
}

static void write_tokens(khct_writer *w)
{
    khct_w_key(w, "semanticTokensProvider");
    khct_w_open(w, '{');
    khct_w_key(w, "legend");
    khct_w_open(w, '{');
    write_words(w, "tokenTypes", KHCT_TOKEN_NAMES);
    write_words(w, "tokenModifiers", KHCT_TOKEN_MODIFIERS);
    khct_w_close(w, '}');
    khct_w_key_bool(w, "full", true);
    khct_w_key_bool(w, "range", true);
    khct_w_close(w, '}');
}

static void write_options(khct_server *server, khct_writer *w)
{
    static const char *const TRIGGERS[] = {".", ",", " ", "<", "\"", NULL};
    static const char *const ACTIONS[] = {"quickfix", "refactor", "refactor.rewrite",
                                          "source.fixAll", NULL};
    static const char *const MORE[] = {">", "\n", NULL};
    khct_w_key(w, "completionProvider");
    khct_w_open(w, '{');
    write_words(w, "triggerCharacters", TRIGGERS);
    khct_w_key_bool(w, "resolveProvider", false);
    khct_w_close(w, '}');
    khct_w_key(w, "codeActionProvider");
    khct_w_open(w, '{');
    write_words(w, "codeActionKinds", ACTIONS);
    khct_w_close(w, '}');
    khct_w_key(w, "documentOnTypeFormattingProvider");
    khct_w_open(w, '{');
    khct_w_key_cstr(w, "firstTriggerCharacter", ";");
    write_words(w, "moreTriggerCharacter", MORE);
    khct_w_close(w, '}');
    khct_w_key(w, "renameProvider");
    khct_w_open(w, '{');
    khct_w_key_bool(w, "prepareProvider", true);
    khct_w_close(w, '}');
    khct_w_key(w, "documentLinkProvider");
    khct_w_open(w, '{');
    khct_w_close(w, '}');
    if (server->client.pull) {
        khct_w_key(w, "diagnosticProvider");
        khct_w_open(w, '{');
        khct_w_key_cstr(w, "identifier", "khct");
        khct_w_key_bool(w, "interFileDependencies", true);
        khct_w_key_bool(w, "workspaceDiagnostics", true);
        khct_w_close(w, '}');
    }
}

static void write_workspace(khct_writer *w)
{
    khct_w_key(w, "workspace");
    khct_w_open(w, '{');
    khct_w_key(w, "workspaceFolders");
    khct_w_open(w, '{');
    khct_w_key_bool(w, "supported", true);
    khct_w_key_bool(w, "changeNotifications", true);
    khct_w_close(w, '}');
    khct_w_key(w, "textDocumentContent");
    khct_w_open(w, '{');
    khct_w_key(w, "schemes");
    khct_w_open(w, '[');
    khct_w_cstr(w, "khct-library");
    khct_w_close(w, ']');
    khct_w_close(w, '}');
    khct_w_close(w, '}');
}

static void write_capabilities(khct_server *server, khct_writer *w)
{
    static const char *const PLAIN[] = {"hoverProvider",
                                        "definitionProvider",
                                        "referencesProvider",
                                        "documentHighlightProvider",
                                        "documentSymbolProvider",
                                        "workspaceSymbolProvider",
                                        "foldingRangeProvider",
                                        "selectionRangeProvider",
                                        "inlayHintProvider",
                                        "documentFormattingProvider",
                                        "documentRangeFormattingProvider"};
    static const char *const ENCODINGS[] = {"utf-16", "utf-8", "utf-32"};
    khct_w_key(w, "capabilities");
    khct_w_open(w, '{');
    khct_w_key_cstr(w, "positionEncoding", ENCODINGS[server->encoding]);
    write_sync(w);
    for (size_t i = 0; i < sizeof PLAIN / sizeof PLAIN[0]; i++)
        khct_w_key_bool(w, PLAIN[i], true);
    write_tokens(w);
    write_options(server, w);
    write_workspace(w);
    khct_w_close(w, '}');
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
    khct_w_open(r->w, '{');
    write_capabilities(server, r->w);
    khct_w_key(r->w, "serverInfo");
    khct_w_open(r->w, '{');
    khct_w_key_cstr(r->w, "name", "khct");
    khct_w_key_cstr(r->w, "version", KHCT_VERSION);
    khct_w_close(r->w, '}');
    khct_w_close(r->w, '}');
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
    const json_t *document = json_object_get(r->params, "textDocument");
    const char *uri = json_string_value(json_object_get(document, "uri"));
    khct_open_text *open = uri == NULL ? NULL : khct_open_by_uri(&server->open, uri);
    if (open == NULL) {
        khct_log(server, 2, "sửa một văn bản chưa mở", "a change of a text that is not open", uri);
        return;
    }
    khct_edited edited =
        khct_open_edit(open, json_object_get(document, "version"),
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
    const json_t *document = json_object_get(r->params, "textDocument");
    const char *uri = json_string_value(json_object_get(document, "uri"));
    khct_open_text *open = uri == NULL ? NULL : khct_open_by_uri(&server->open, uri);
    if (open == NULL)
        return;
    khct_str path = khct_str_copy(r->arena, khct_str_of(open->path));
    char *name = khct_cstr(r->arena, path);
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
    const json_t *changes = json_object_get(r->params, "changes");
    size_t i;
    json_t *change;
    json_array_foreach(changes, i, change)
    {
        const char *uri = json_string_value(json_object_get(change, "uri"));
        char *path = uri == NULL ? NULL : khct_uri_path(uri);
        if (path != NULL)
            khct_workspace_note(r->server, path);
        free(path);
    }
    khct_analyses_touch(r->server, NULL);
}

static void did_change_folders(khct_request *r)
{
    size_t i;
    json_t *folder;
    json_array_foreach(at(r->params, "event.removed"), i, folder)
    {
        const char *uri = json_string_value(json_object_get(folder, "uri"));
        char *path = uri == NULL ? NULL : khct_uri_path(uri);
        if (path != NULL)
            khct_workspace_remove_folder(&r->server->workspace, path);
        free(path);
    }
    json_array_foreach(at(r->params, "event.added"), i, folder)
        add_folder(r->server, json_string_value(json_object_get(folder, "uri")));
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
    khct_w_open(r->w, '{');
    khct_w_key_number(r->w, "open", (long long)server->open.n);
    khct_w_key_number(r->w, "analyses", (long long)server->analyses.n);
    khct_w_key_number(r->w, "analysisBytes", (long long)used);
    khct_w_key_number(r->w, "libraryBytes", (long long)khct_arena_used(server->library->arena));
    khct_w_key_number(r->w, "files", (long long)server->workspace.files.n);
    khct_w_key_number(r->w, "handled", (long long)server->handled);
    khct_w_close(r->w, '}');
}

static const khct_method METHODS[] = {
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

const khct_method *khct_methods(void)
{
    return METHODS;
}

/* The server's state, and what its parts share. For use inside src/lsp only. */
#ifndef KHCT_LSP_SERVER_H
#define KHCT_LSP_SERVER_H

#include "lsp/analysis.h"
#include "lsp/documents.h"
#include "lsp/lsp.h"
#include "lsp/transport.h"
#include "lsp/workspace.h"

/* What the editor can do. */
typedef struct khct_client {
    bool markdown;       /* hover */
    bool markdown_items; /* documentation of completion items */
    bool snippets;
    bool related; /* related information of diagnostics */
    bool tags;    /* of diagnostics */
    bool code_description;
    bool pull; /* asks for diagnostics itself */
    bool refresh_pull;
    bool symbol_tree;     /* hierarchical document symbols */
    bool action_literals; /* code actions as objects */
    bool preferred;       /* isPreferred of code actions */
    bool document_changes;
    bool watch;        /* can be asked to watch files */
    bool link;         /* LocationLink */
    bool line_folding; /* folds whole lines only */
    bool content;      /* workspace/textDocumentContent */
} khct_client;

enum { KHCT_QUEUE_LIMIT = 4096 }; /* messages that may wait */

struct khct_server {
    khct_lsp_options options;
    khct_language language;
    khct_encoding encoding;
    khct_client client;
    khct_inbox inbox;
    json_t *queue[KHCT_QUEUE_LIMIT]; /* a ring */
    size_t queue_at, queue_n;
    khct_library *library;
    khct_arena *scratch; /* of the message being handled */
    khct_open_texts open;
    khct_analyses analyses;
    khct_workspace workspace;
    long long process; /* the editor's; 0: not known */
    long long asked;   /* requests sent to the editor */
    bool initialized, shut, exit, failed;
    bool pending;   /* diagnostics are to be published */
    json_t *waits;  /* workspace/diagnostic that is not answered yet; NULL: none */
    size_t handled; /* messages, for the debug request */
};

/* JSON-RPC's numbers for what went wrong. */
enum {
    KHCT_RPC_NONE = 0,
    KHCT_RPC_PARSE = -32700,
    KHCT_RPC_INVALID = -32600,
    KHCT_RPC_UNKNOWN = -32601,
    KHCT_RPC_PARAMS = -32602,
    KHCT_RPC_INTERNAL = -32603,
    KHCT_RPC_NOT_INITIALIZED = -32002,
    KHCT_RPC_CANCELLED = -32800,
    KHCT_RPC_FAILED = -32803,
};

/* A request or notification being handled. */
typedef struct khct_request {
    khct_server *server;
    json_t *whole; /* the message */
    const json_t *params;
    bool later;          /* it is answered later */
    khct_json_writer *w; /* takes the result; where nothing is written it is null */
    khct_arena *arena;   /* the server's scratch arena */
    int error;           /* KHCT_RPC_… */
    khct_str message;    /* of the error */
    /* of methods on a document: */
    khct_open_text *open;    /* NULL: not open */
    khct_analysis *analysis; /* the plan that it belongs to; NULL: none could be made */
    khct_compilation *c;     /* its compilation */
    khct_plan *plan;         /* may be NULL */
    khct_file *file;         /* the document's tree */
    uint32_t source;         /* the document's number */
    const khct_lines *lines;
    uint32_t at; /* byte of `position`, where the method has one */
} khct_request;

/* How much a method needs before it is called. */
typedef enum khct_need {
    KHCT_NEED_NOTHING,
    KHCT_NEED_OPEN,     /* the open text, not its analysis */
    KHCT_NEED_ANALYSIS, /* an analysis of the text as it stands; null is answered without one */
    KHCT_NEED_POSITION, /* the same, and `position` */
} khct_need;

typedef struct khct_method {
    const char *name;
    void (*handle)(khct_request *request);
    khct_need need;
} khct_method;

/* The table of methods, ended by one without a name (methods.c). */
extern const khct_method khct_methods[];

/* The open text that a request names by `textDocument.uri`, or NULL; *uri: NULL where it names
 * none.
 */
khct_open_text *khct_lsp_open_text(const khct_request *request, const char **uri);

/* Says what is wrong with a request. */
void khct_refuse(khct_request *request, int error, const char *vi, const char *en);

/* The day that "today" means. */
khct_date khct_lsp_today(const khct_server *server);

/* "vi" or "en" by the server's language. */
static inline const char *khct_tell(const khct_server *server, const char *vi, const char *en)
{
    return server->language == KHCT_VI ? vi : en;
}

/* Sends a notification whose parameters are JSON, or a request whose answer does not matter. */
void khct_notify(khct_server *server, const char *method, khct_str params);
void khct_ask(khct_server *server, const char *method, khct_str params);

/* Answers a request, now or later. */
void khct_send_result(khct_server *server, const json_t *id, khct_str result);
void khct_send_error(khct_server *server, const json_t *id, int code, khct_str message);

/* Writes into the editor's log. `level`: 1 error, 2 warning, 3 information. */
void khct_log(khct_server *server, int level, const char *vi, const char *en, const char *detail);

/* --- the parts: see their files --- */

/* diagnostics.c */
void khct_lsp_publish(khct_server *server); /* those that changed */
/* True where the plan's diagnostics are to be said: it is fresh, in use, and no part of another. */
bool khct_lsp_speaks(const khct_server *server, const khct_analysis *analysis);
/* All of one file of the plan. What is written takes server, writer and analysis from a request,
 * which need not be one of the editor's. */
void khct_w_diagnostics(const khct_request *request, uint32_t source);
void khct_w_diagnostic(const khct_request *request, const khct_diag *diag);

/* pull.c: diagnostics asked for. A request of the workspace's waits until there is news. */
void khct_lsp_pull(khct_request *request);
void khct_lsp_pull_workspace(khct_request *request);
void khct_lsp_news(khct_server *server);
void khct_lsp_end_wait(khct_server *server, int error);

/* library_text.c: the page of a code, in Markdown */
khct_str khct_lsp_code_page(khct_server *server, khct_arena *arena, khct_code code);

/* handlers, one file a family */
void khct_lsp_completion(khct_request *request);
void khct_lsp_hover(khct_request *request);
void khct_lsp_definition(khct_request *request);
void khct_lsp_references(khct_request *request);
void khct_lsp_highlight(khct_request *request);
void khct_lsp_prepare_rename(khct_request *request);
void khct_lsp_rename(khct_request *request);
void khct_lsp_symbols(khct_request *request);
void khct_lsp_workspace_symbols(khct_request *request);
void khct_lsp_folding(khct_request *request);
void khct_lsp_selection(khct_request *request);
void khct_lsp_tokens(khct_request *request);
void khct_lsp_tokens_range(khct_request *request);
void khct_lsp_hints(khct_request *request);
void khct_lsp_actions(khct_request *request);
void khct_lsp_format(khct_request *request);
void khct_lsp_format_range(khct_request *request);
void khct_lsp_format_typed(khct_request *request);
void khct_lsp_library_text(khct_request *request);
void khct_lsp_links(khct_request *request);

/* `"version":…` of an open text, null where it has none or is not open. */
void khct_w_version(khct_json_writer *w, const khct_open_text *open);

/* The bytes of a `range` in the document; refuses where it is none. */
bool khct_lsp_range(khct_request *request, const json_t *range, uint32_t *from, uint32_t *to);

/* `"key":{"start":…,"end":…}` and `{"uri":…,"range":…}` of a place in the plan's files or the
 * library. */
void khct_w_span(const khct_request *request, const char *key, khct_span span);
void khct_w_location(const khct_request *request, khct_span span);

/* The URI under which the editor knows a file of the analysis; in the scratch arena. */
khct_str khct_lsp_uri(const khct_request *request, uint32_t source);

/* The lines of a file of the analysis, or of the library. */
const khct_lines *khct_lsp_lines(khct_server *server, khct_analysis *analysis, uint32_t source);

/* --- edits.c: edits of several files --- */

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

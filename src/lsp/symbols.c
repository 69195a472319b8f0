/* What a file declares: of one document, and of the workspace. */
#include "lsp/server.h"

#include "lsp/uri.h"
#include "lsp/where.h"

#include "text/bytes.h"
#include "text/files.h"
#include "text/fold.h"

/* The protocol's kinds of symbols. */
enum {
    MODULE = 2,
    NAMESPACE = 3,
    CLASS = 5,
    METHOD = 6,
    PROPERTY = 7,
    ENUM = 10,
    FUNCTION = 12,
    VARIABLE = 13,
    CONSTANT = 14,
    STRING = 15,
    ARRAY = 18,
    OBJECT = 19,
    MEMBER = 22,
    STRUCT = 23,
    EVENT = 24
};

static int kind_of(const khct_node *node)
{
    switch (node->keyword) {
    case KHCT_K_DUNG: return MODULE;
    case KHCT_K_TRUONG:
    case KHCT_K_KEHOACH: return OBJECT;
    case KHCT_K_PHAN:
    case KHCT_K_MUCNHO: return STRING;
    case KHCT_K_CANCU:
    case KHCT_K_NOINHAN: return ARRAY;
    case KHCT_K_HIENTRANG: return ENUM;
    case KHCT_K_TIEUCHI:
    case KHCT_K_KHOAN: return CLASS;
    case KHCT_K_VIEC: return METHOD;
    case KHCT_K_VANDE: return STRUCT;
    case KHCT_K_THEODOI: return EVENT;
    case KHCT_K_VAITRO: return VARIABLE;
    case KHCT_K_VIETTAT: return CONSTANT;
    default: return NAMESPACE;
    }
}

/* The keyword and the heading in one line, cut where it is long. */
static khct_str name_of(khct_arena *arena, khct_str text, const khct_node *node)
{
    enum { LONGEST = 120 };
    char *bytes = khct_alloc_bytes(arena, node->value.end - node->value.begin + 1);
    size_t n = 0;
    for (uint32_t at = node->value.begin; at < node->value.end; at++) {
        bool blank = strchr(" \t\r\n", text.p[at]) != NULL;
        if (!blank)
            bytes[n++] = text.p[at];
        else if (n > 0 && bytes[n - 1] != ' ')
            bytes[n++] = ' ';
    }
    if (n > LONGEST) {
        n = LONGEST;
        while (n > 0 && ((unsigned char)bytes[n] & 0xC0) == 0x80)
            n--;
    }
    khct_str key = khct_str_sub(text, node->key.begin, node->key.end);
    return KHCT_JOIN(arena, key, n > 0 ? " " : "", ((khct_str){bytes, n}));
}

static bool declares(const khct_node *node)
{
    if (node->flags & (KHCT_NODE_UNKNOWN | KHCT_NODE_MISPLACED) ||
        node->keyword == KHCT_KEYWORD_NONE)
        return false;
    const khct_place *place = khct_place_of(node->inside, node->keyword);
    return place != NULL && place->how != KHCT_FIELD;
}

static khct_str detail_of(const khct_request *r, const khct_node *node)
{
    KHCT_FOR (improvement, &r->plan->improvements) {
        if (improvement->node != node)
            continue;
        return improvement->criterion != NULL      ? improvement->criterion->title
               : improvement->article_item != NULL ? improvement->article_item->text
                                                   : KHCT_STR("");
    }
    return KHCT_STR("");
}

static void write_children(khct_request *r, const khct_node *block);

static void write_symbol(khct_request *r, const khct_node *node)
{
    khct_json_object(r->w);
    khct_json_key_text(r->w, "name", name_of(r->arena, r->lines->text, node));
    khct_json_key_int(r->w, "kind", kind_of(node));
    khct_str detail = detail_of(r, node);
    if (r->server->client.symbol_tree) {
        if (detail.n > 0)
            khct_json_key_text(r->w, "detail", detail);
        khct_span chosen = node->key;
        if (node->value.end > node->key.end && node->value.end <= node->span.end)
            chosen.end = node->value.end;
        khct_w_span(r, "range", node->span);
        khct_w_span(r, "selectionRange", chosen);
        khct_json_key_list(r->w, "children");
        write_children(r, node);
        khct_json_end_list(r->w);
        khct_json_end_object(r->w);
        return;
    }
    khct_json_key(r->w, KHCT_STR("location"));
    khct_w_location(r, node->span);
    khct_json_end_object(r->w);
    write_children(r, node);
}

static void write_children(khct_request *r, const khct_node *block)
{
    for (const khct_node *node = block->first; node != NULL; node = node->next)
        if (declares(node))
            write_symbol(r, node);
}

void khct_lsp_symbols(khct_request *r)
{
    khct_json_list(r->w);
    write_children(r, r->file->tree->top);
    khct_json_end_list(r->w);
}

/* --- the workspace --- */

enum { MOST_SYMBOLS = 500, LARGEST = 4 * 1024 * 1024 };

typedef struct searching {
    khct_request *r;
    khct_str query; /* folded, without marks */
    const char *path;
    khct_arena *arena; /* of one file */
    size_t found;
} searching;

/* The query's letters stand in the name in their order. */
static bool fits(khct_str name, khct_str query)
{
    size_t at = 0;
    for (size_t i = 0; i < name.n && at < query.n; i++)
        if (name.p[i] == query.p[at])
            at++;
    return at == query.n;
}

static void write_found(searching *s, const khct_lines *lines, khct_str uri, const khct_node *node)
{
    khct_json_writer *w = s->r->w;
    khct_str name = name_of(s->arena, lines->text, node);
    if (s->found >= MOST_SYMBOLS || !fits(khct_fold_bare(s->arena, name), s->query))
        return;
    s->found++;
    khct_json_object(w);
    khct_json_key_text(w, "name", name);
    khct_json_key_int(w, "kind", kind_of(node));
    khct_json_key_object(w, "location");
    khct_json_key_text(w, "uri", uri);
    khct_json_key(w, KHCT_STR("range"));
    khct_w_range(w, lines, s->r->server->encoding, node->span.begin, node->key.end);
    khct_json_end_object(w);
    khct_json_end_object(w);
}

/* The bytes of a file on the disk, in the arena; .p NULL where it cannot be read. */
static khct_str read_file(khct_arena *arena, const char *path)
{
    khct_file_facts facts;
    khct_str bytes;
    bool read = khct_look(path, &facts) && facts.kind == KHCT_KIND_FILE &&
                khct_bytes_read(arena, path, LARGEST, &bytes) == 0;
    return read ? bytes : (khct_str){NULL, 0};
}

static void search_file(void *context)
{
    searching *s = context;
    khct_server *server = s->r->server;
    const khct_open_text *open = khct_open_by_path(&server->open, s->path);
    khct_str text = open != NULL ? khct_open_str(open) : read_file(s->arena, s->path);
    if (text.p == NULL)
        return;
    khct_sources sources = {.arena = s->arena};
    khct_diags diags = {.arena = s->arena, .sources = &sources};
    uint32_t source = khct_source_add(&sources, KHCT_STR(""), text);
    const khct_tree *tree = khct_parse(&diags, server->library->vocabulary, source);
    khct_lines lines = khct_lines_of(s->arena, sources.files.at[0].text);
    khct_str uri =
        open != NULL ? khct_str_of(open->uri) : khct_path_uri(s->arena, khct_str_of(s->path));
    for (const khct_node *n = tree->top; (n = khct_node_next(n)) != NULL;)
        if (declares(n) && n->keyword != KHCT_K_DUNG)
            write_found(s, &lines, uri, n);
}

static void search(searching *s, const char *path)
{
    s->path = path;
    s->arena = khct_arena_new(); /* of its own: many files must not add up */
    if (s->arena != NULL)
        khct_try(s->arena, search_file, s);
    khct_arena_free(s->arena);
}

void khct_lsp_workspace_symbols(khct_request *r)
{
    khct_server *server = r->server;
    const json_t *query = json_object_get(r->params, "query");
    khct_str words = {json_string_value(query), json_string_length(query)};
    searching s = {.r = r,
                   .query = khct_fold_bare(r->arena, json_is_string(query) ? words : KHCT_STR(""))};
    khct_workspace_read(server);
    khct_json_list(r->w);
    for (size_t i = 0; i < server->workspace.files.n; i++)
        search(&s, server->workspace.files.at[i].path);
    for (size_t i = 0; i < server->open.n; i++)
        if (!khct_path_is_file(server->open.at[i]->path) && !server->open.at[i]->library)
            search(&s, server->open.at[i]->path);
    khct_json_end_list(r->w);
}

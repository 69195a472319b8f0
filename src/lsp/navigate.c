/* Definition, references, the same word here, and rename, over all plans that use a file. */
#include "lsp/server.h"

#include "lsp/refs.h"
#include "lsp/trial.h"
#include "lsp/uri.h"
#include "lsp/where.h"

#include "text/fold.h"
#include "text/paths.h"
#include "text/utf8.h"

#include <stdio.h>

/* --- the reference under the cursor --- */

/* The shortest one; false where there is none. */
static bool ref_at(khct_request *r, khct_ref *found)
{
    khct_refs refs = {0};
    khct_refs_reading reading = khct_refs_begin(r->arena, r->c, &refs);
    const khct_node *node = khct_node_at(r->file->tree, r->at);
    bool any = false;
    if (node == NULL)
        return false;
    khct_refs_of(&reading, node);
    for (size_t i = 0; i < refs.n; i++) {
        khct_span span = refs.at[i].span;
        if (r->at < span.begin || r->at > span.end)
            continue;
        if (!any || span.end - span.begin < found->span.end - found->span.begin)
            *found = refs.at[i];
        any = true;
    }
    return any;
}

/* The identifier alone, of a declaration that begins with one. */
static khct_span home_of(khct_request *r, const khct_ref *ref)
{
    khct_refs_reading reading = khct_refs_begin(r->arena, r->c, NULL);
    khct_span home = khct_ref_home(&reading, ref);
    if (home.source == KHCT_NO_SOURCE)
        return home;
    khct_str text = khct_source_text(&r->c->sources, home);
    size_t n = 0;
    while (n < text.n && strchr(" \t\r\n", text.p[n]) == NULL)
        n++;
    if (ref->kind == KHCT_REF_ROLE || ref->kind == KHCT_REF_SHORT)
        home.end = home.begin + (uint32_t)n;
    return home;
}

/* --- definition --- */

/* The file named by `dung "FILE"`, by its number; KHCT_NO_SOURCE where it was not loaded. */
static uint32_t used_file(khct_request *r, khct_span span)
{
    khct_str name = khct_source_text(&r->c->sources, span);
    char path[KHCT_PATH_MAX], real[KHCT_PATH_MAX];
    const char *slash = strrchr(r->open->path, '/');
    if (slash == NULL || name.n < 2)
        return KHCT_NO_SOURCE;
    int n = snprintf(path, sizeof path, "%.*s/%.*s", (int)(slash - r->open->path), r->open->path,
                     (int)name.n - 2, name.p + 1);
    if (n < 0 || (size_t)n >= sizeof path)
        return KHCT_NO_SOURCE;
    return khct_analysis_source(r->analysis, khct_path_real(path, real) != NULL ? real : path);
}

static void write_target(khct_request *r, khct_span origin, khct_span target)
{
    khct_server *server = r->server;
    if (!server->client.link) {
        khct_w_location(r, target);
        return;
    }
    khct_json_list(r->w);
    khct_json_object(r->w);
    khct_w_span(r, "originSelectionRange", origin);
    khct_json_key_text(r->w, "targetUri", khct_lsp_uri(r, target.source));
    khct_w_span(r, "targetRange", target);
    khct_w_span(r, "targetSelectionRange", target);
    khct_json_end_object(r->w);
    khct_json_end_list(r->w);
}

void khct_lsp_definition(khct_request *r)
{
    khct_ref ref;
    if (!ref_at(r, &ref))
        return;
    khct_span home = home_of(r, &ref);
    if (ref.kind == KHCT_REF_FILE)
        home = (khct_span){used_file(r, ref.span), 0, 0};
    if (home.source != KHCT_NO_SOURCE)
        write_target(r, ref.span, home);
}

void khct_lsp_links(khct_request *r)
{
    khct_json_list(r->w);
    for (const khct_node *n = r->file->tree->top->first; n != NULL; n = n->next) {
        khct_str name;
        if (n->keyword != KHCT_K_DUNG || !khct_use_names_file(&r->c->diags, n, &name))
            continue;
        uint32_t source = used_file(r, n->value);
        if (source == KHCT_NO_SOURCE)
            continue;
        khct_json_object(r->w);
        khct_w_span(r, "range", n->value);
        khct_json_key_text(r->w, "target", khct_lsp_uri(r, source));
        khct_json_end_object(r->w);
    }
    khct_json_end_list(r->w);
}

/* --- gathering over plans --- */

/* A place that names something. */
typedef struct place_use {
    khct_str path, uri;
    uint32_t begin; /* byte, to tell uses apart */
    khct_place_at from, to;
    bool declaration, name;
    khct_str words;
} place_use;

typedef KHCT_VEC(place_use) place_uses;

typedef struct gathering {
    khct_server *server;
    khct_arena *arena;
    khct_analysis *analysis; /* the one being looked through */
    const khct_ref *wanted;  /* in the request's own analysis */
    khct_str home_path;      /* where it is declared, for other analyses; empty: in the library */
    uint32_t home_begin;
    bool own; /* `analysis` is the request's own */
    place_uses *uses;
} gathering;

static khct_str path_of(const khct_compilation *c, uint32_t source)
{
    for (size_t i = 0; i < c->document->files.n; i++)
        if (c->document->files.at[i].tree->source == source)
            return c->document->files.at[i].path;
    return KHCT_STR("");
}

static bool is_wanted(const gathering *g, const khct_refs_reading *reading, const khct_ref *ref)
{
    if (g->own)
        return khct_ref_same(ref, g->wanted);
    if (ref->kind != g->wanted->kind)
        return false;
    khct_span home = khct_ref_home(reading, ref);
    return home.source != KHCT_NO_SOURCE && !(home.source & KHCT_IN_LIBRARY) &&
           home.begin == g->home_begin &&
           khct_str_eq(path_of(g->analysis->compilation, home.source), g->home_path);
}

static bool known(const place_uses *uses, khct_str path, uint32_t begin)
{
    for (size_t i = 0; i < uses->n; i++)
        if (uses->at[i].begin == begin && khct_str_eq(uses->at[i].path, path))
            return true;
    return false;
}

static void add_use(gathering *g, const khct_ref *ref)
{
    khct_compilation *c = g->analysis->compilation;
    khct_str path = path_of(c, ref->span.source);
    const khct_lines *lines = &g->analysis->lines[ref->span.source];
    if (known(g->uses, path, ref->span.begin))
        return;
    khct_push(g->arena, g->uses) = (place_use){
        .path = khct_str_copy(g->arena, path),
        .uri = khct_str_copy(
            g->arena, khct_lsp_uri(&(khct_request){.server = g->server, .analysis = g->analysis},
                                   ref->span.source)),
        .begin = ref->span.begin,
        .from = khct_place_of_byte(lines, g->server->encoding, ref->span.begin),
        .to = khct_place_of_byte(lines, g->server->encoding, ref->span.end),
        .declaration = ref->declaration,
        .name = ref->name,
        .words = khct_str_copy(g->arena, khct_source_text(&c->sources, ref->span))};
}

static void look_through(void *context)
{
    gathering *g = context;
    khct_compilation *c = g->analysis->compilation;
    khct_refs refs = {0};
    khct_refs_reading reading = khct_refs_begin(g->arena, c, &refs);
    for (size_t i = 0; c->plan != NULL && i < c->document->files.n; i++)
        for (const khct_node *n = c->document->files.at[i].tree->top; n != NULL;
             n = khct_node_next(n)) {
            refs.n = 0;
            khct_refs_of(&reading, n);
            for (size_t k = 0; k < refs.n; k++)
                if (is_wanted(g, &reading, &refs.at[k]))
                    add_use(g, &refs.at[k]);
        }
}

/* Other plans that use the file in which the thing is declared. */
static void look_through_others(gathering *g, const khct_analysis *own)
{
    khct_server *server = g->server;
    char *home = khct_cstr(g->arena, g->home_path);
    for (size_t i = 0; i < server->workspace.files.n; i++) {
        const char *path = server->workspace.files.at[i].path;
        if (strcmp(path, own->path) == 0 || strcmp(path, home) == 0 ||
            !khct_workspace_uses(&server->workspace, path, home))
            continue;
        khct_analysis *other = khct_analysis_plan(server, path);
        if (other == NULL || other == own)
            continue;
        g->analysis = other;
        g->own = false;
        khct_analysis_try(server, other, look_through, g);
    }
}

/* All uses of what a reference names: in the plan, and of the writer's own names in all plans of
 * the workspace that use the same file. In the scratch arena. */
static place_uses uses_of(khct_request *r, const khct_ref *ref)
{
    place_uses uses = {0};
    khct_refs_reading reading = khct_refs_begin(r->arena, r->c, NULL);
    khct_span home = khct_ref_home(&reading, ref);
    bool shared = home.source != KHCT_NO_SOURCE && !(home.source & KHCT_IN_LIBRARY);
    gathering g = {.server = r->server,
                   .arena = r->arena,
                   .analysis = r->analysis,
                   .wanted = ref,
                   .own = true,
                   .uses = &uses};
    if (shared) {
        g.home_path = path_of(r->c, home.source);
        g.home_begin = home.begin;
    }
    look_through(&g);
    if (shared && (ref->kind == KHCT_REF_ROLE || ref->kind == KHCT_REF_SHORT))
        look_through_others(&g, r->analysis);
    return uses;
}

/* --- references --- */

static void write_range(khct_json_writer *w, const place_use *use)
{
    khct_json_key_object(w, "range");
    khct_json_key(w, KHCT_STR("start"));
    khct_w_place(w, use->from);
    khct_json_key(w, KHCT_STR("end"));
    khct_w_place(w, use->to);
    khct_json_end_object(w);
}

static void write_use(khct_json_writer *w, const place_use *use)
{
    khct_json_object(w);
    khct_json_key_text(w, "uri", use->uri);
    write_range(w, use);
    khct_json_end_object(w);
}

void khct_lsp_references(khct_request *r)
{
    khct_ref ref;
    const json_t *context = json_object_get(r->params, "context");
    bool declarations = json_is_true(json_object_get(context, "includeDeclaration"));
    if (!ref_at(r, &ref))
        return;
    place_uses uses = uses_of(r, &ref);
    khct_json_list(r->w);
    for (size_t i = 0; i < uses.n; i++)
        if (declarations || !uses.at[i].declaration)
            write_use(r->w, &uses.at[i]);
    khct_span home = home_of(r, &ref);
    if (declarations && home.source != KHCT_NO_SOURCE && home.source & KHCT_IN_LIBRARY)
        khct_w_location(r, home);
    khct_json_end_list(r->w);
}

void khct_lsp_highlight(khct_request *r)
{
    khct_ref ref;
    khct_refs refs = {0};
    khct_refs_reading reading = khct_refs_begin(r->arena, r->c, &refs);
    if (!ref_at(r, &ref))
        return;
    khct_json_list(r->w);
    for (const khct_node *n = r->file->tree->top; n != NULL; n = khct_node_next(n)) {
        refs.n = 0;
        khct_refs_of(&reading, n);
        for (size_t i = 0; i < refs.n; i++) {
            if (!khct_ref_same(&refs.at[i], &ref))
                continue;
            khct_json_object(r->w);
            khct_w_span(r, "range", refs.at[i].span);
            khct_json_key_int(r->w, "kind", refs.at[i].declaration ? 3 : 2);
            khct_json_end_object(r->w);
        }
    }
    khct_json_end_list(r->w);
}

/* --- rename --- */

/* Whether the thing is one of the writer's own names; refuses else. */
static bool renameable(khct_request *r, khct_ref *ref)
{
    if (!ref_at(r, ref) || (ref->kind != KHCT_REF_ROLE && ref->kind != KHCT_REF_SHORT)) {
        khct_refuse(r, KHCT_RPC_FAILED, "chỉ đổi tên được vai trò và chữ viết tắt",
                    "only roles and abbreviations can be renamed");
        return false;
    }
    bool library = ref->kind == KHCT_REF_ROLE ? r->plan->roles.at[ref->number].library
                                              : r->plan->abbreviations.at[ref->number].library;
    if (library)
        khct_refuse(
            r, KHCT_RPC_FAILED,
            "tên này thuộc thư viện chuẩn; khai báo lại bằng vaitro hoặc viettat rồi đổi",
            "this name is the standard library's; declare it anew with vaitro or viettat first");
    return !library;
}

void khct_lsp_prepare_rename(khct_request *r)
{
    khct_ref ref;
    if (!renameable(r, &ref))
        return;
    khct_json_object(r->w);
    khct_w_span(r, "range", ref.span);
    khct_json_key_text(r->w, "placeholder", khct_source_text(&r->c->sources, ref.span));
    khct_json_end_object(r->w);
}

/* A name is seen in all its parts; blanks between words are those of the keyboard. */
static bool is_seen(khct_str name)
{
    size_t length;
    for (size_t at = 0; at < name.n; at += length) {
        int32_t c = khct_utf8_at(name.p + at, name.n - at, &length);
        if (c != ' ' && khct_is_unseen(c))
            return false;
    }
    return true;
}

/* What a name may not hold. */
static bool sound_name(khct_request *r, const khct_ref *ref, khct_str name)
{
    const char *forbidden = ref->name ? ";<>/\n\r#\"" : " \t\n\r\v\f,;<>\"#";
    for (size_t i = 0; i < name.n; i++)
        if (name.p[i] == '\0' || strchr(forbidden, name.p[i]) != NULL)
            return false;
    if (name.n == 0 || khct_str_trim(name).n != name.n || !is_seen(name) ||
        !khct_lsp_is_name(r->server, ref->kind, ref->name, name))
        return false;
    if (ref->name)
        return true;
    khct_str id = khct_nfc(r->arena, name);
    uint32_t role = khct_map_get(&r->plan->role_by_id, id);
    uint32_t word = khct_map_get(&r->plan->abbreviation_by_id, id);
    bool taken = (role != KHCT_NONE && !(ref->kind == KHCT_REF_ROLE && role == ref->number) &&
                  !r->plan->roles.at[role].library) ||
                 (word != KHCT_NONE && !(ref->kind == KHCT_REF_SHORT && word == ref->number) &&
                  !r->plan->abbreviations.at[word].library);
    return !taken;
}

/* The same words: an identifier to the letter, a name as readers compare names. */
static bool same_words(khct_request *r, const khct_ref *ref, const place_use *use, khct_str words)
{
    if (ref->name != use->name)
        return false;
    if (!ref->name)
        return khct_str_eq(khct_nfc(r->arena, use->words), khct_nfc(r->arena, words));
    return khct_str_eq(khct_fold(r->arena, use->words), khct_fold(r->arena, words));
}

static void write_edits(khct_request *r, const place_uses *uses, khct_str uri, khct_str name)
{
    khct_w_edits_file(r, uri);
    KHCT_FOR (use, uses) {
        if (!khct_str_eq(use->uri, uri))
            continue;
        khct_json_object(r->w);
        write_range(r->w, use);
        khct_json_key_text(r->w, "newText", name);
        khct_json_end_object(r->w);
    }
    khct_w_edits_file_end(r);
}

void khct_lsp_rename(khct_request *r)
{
    khct_ref ref;
    const json_t *json = json_object_get(r->params, "newName");
    khct_str name = {json_string_value(json), json_string_length(json)};
    if (!renameable(r, &ref))
        return;
    if (!json_is_string(json) || !sound_name(r, &ref, name)) {
        khct_refuse(r, KHCT_RPC_FAILED, "tên mới đã có hoặc có dấu không dùng được trong tên",
                    "the new name is taken, or has signs that a name cannot have");
        return;
    }
    place_uses all = uses_of(r, &ref), uses = {0};
    khct_str words = khct_source_text(&r->c->sources, ref.span);
    for (size_t i = 0; i < all.n; i++)
        if (same_words(r, &ref, &all.at[i], words))
            khct_push(r->arena, &uses) = all.at[i];
    khct_w_edits_begin(r);
    for (size_t i = 0; i < uses.n; i++) {
        bool before = false;
        for (size_t k = 0; k < i; k++)
            before = before || khct_str_eq(uses.at[k].uri, uses.at[i].uri);
        if (!before)
            write_edits(r, &uses, uses.at[i].uri, name);
    }
    khct_w_edits_end(r);
}

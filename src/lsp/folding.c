/* Folding, and selections that grow with the structure. */
#include "lsp/server.h"

#include "lsp/where.h"

static void write_fold(khct_request *r, uint32_t begin, uint32_t end, const char *kind)
{
    khct_place_at from = khct_place_of_byte(r->lines, r->server->encoding, begin);
    khct_place_at to = khct_place_of_byte(r->lines, r->server->encoding, end);
    if (to.line <= from.line)
        return;
    khct_json_object(r->w);
    khct_json_key_int(r->w, "startLine", from.line);
    khct_json_key_int(r->w, "endLine", to.line);
    if (!r->server->client.line_folding) {
        khct_json_key_int(r->w, "startCharacter", from.unit);
        khct_json_key_int(r->w, "endCharacter", to.unit);
    }
    if (kind != NULL)
        khct_json_key_cstr(r->w, "kind", kind);
    khct_json_end_object(r->w);
}

/* Comments on lines that follow each other are one. */
static void fold_comments(khct_request *r)
{
    const khct_tree *tree = r->file->tree;
    for (size_t i = 0; i < tree->comments.n;) {
        size_t last = i;
        uint32_t line =
            khct_place_of_byte(r->lines, KHCT_UTF8, tree->comments.at[i].span.begin).line;
        while (
            tree->comments.at[i].alone && last + 1 < tree->comments.n &&
            khct_place_of_byte(r->lines, KHCT_UTF8, tree->comments.at[last + 1].span.begin).line ==
                line + (last + 1 - i))
            last++;
        if (last > i)
            write_fold(r, tree->comments.at[i].span.end, tree->comments.at[last].span.end,
                       "comment");
        i = last + 1;
    }
}

void khct_lsp_folding(khct_request *r)
{
    khct_json_list(r->w);
    for (const khct_node *n = r->file->tree->top; (n = khct_node_next(n)) != NULL;) {
        bool block = n->flags & KHCT_NODE_BLOCK;
        uint32_t end = n->span.end > 0 ? n->span.end - 1 : 0;
        if (block && r->server->client.line_folding) {
            /* the line of the `>` stays in sight */
            while (end > n->open && r->lines->text.p[end] != '\n')
                end--;
            end = end > 0 ? end - 1 : 0;
        }
        if (block)
            write_fold(r, n->open + 1, end, "region");
        else
            write_fold(r, n->value.begin, n->value.end, NULL);
    }
    fold_comments(r);
    khct_json_end_list(r->w);
}

/* --- selection ranges --- */

typedef struct growing {
    khct_request *r;
    khct_span spans[256];
    size_t n;
} growing;

static void grow(growing *g, uint32_t begin, uint32_t end)
{
    if (g->n > 0 && g->spans[g->n - 1].begin <= begin && end <= g->spans[g->n - 1].end)
        return; /* no larger than the one before */
    if (g->n > 0 && (begin > g->spans[g->n - 1].begin || end < g->spans[g->n - 1].end))
        return; /* it would not hold the one before */
    if (g->n < sizeof g->spans / sizeof g->spans[0])
        g->spans[g->n++] = (khct_span){g->r->source, begin, end};
}

static bool in_word(char c)
{
    return strchr(" \t\r\n;,<>()\"", c) == NULL;
}

static void write_growing(growing *g)
{
    khct_json_writer *w = g->r->w;
    for (size_t i = 0; i < g->n; i++) {
        khct_json_object(w);
        khct_w_span(g->r, "range", g->spans[i]);
        if (i + 1 < g->n)
            khct_json_key(w, KHCT_STR("parent"));
    }
    for (size_t i = 0; i < g->n; i++)
        khct_json_end_object(w);
}

static void select_at(khct_request *r, uint32_t at)
{
    growing g = {.r = r};
    khct_str text = r->lines->text;
    uint32_t begin = at, end = at;
    while (begin > 0 && in_word(text.p[begin - 1]))
        begin--;
    while (end < text.n && in_word(text.p[end]))
        end++;
    grow(&g, begin, end);
    for (const khct_node *n = khct_node_at(r->file->tree, at); n != NULL && n->parent != NULL;
         n = n->parent) {
        if (n->value.begin <= at && at <= n->value.end)
            grow(&g, n->value.begin, n->value.end);
        if (n->flags & KHCT_NODE_BLOCK && n->first != NULL && at > n->open)
            grow(&g, n->first->span.begin, n->last->span.end);
        grow(&g, n->span.begin, n->span.end);
    }
    grow(&g, 0, (uint32_t)text.n);
    write_growing(&g);
}

void khct_lsp_selection(khct_request *r)
{
    size_t i;
    json_t *json;
    khct_json_list(r->w);
    json_array_foreach(json_object_get(r->params, "positions"), i, json)
    {
        khct_place_at place = {0, 0};
        khct_place_read(json, &place);
        select_at(r, khct_byte_of_place(r->lines, r->server->encoding, place));
    }
    khct_json_end_list(r->w);
}

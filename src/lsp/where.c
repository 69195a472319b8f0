#include "lsp/where.h"

#include "text/fold.h"
#include "text/utf8.h"

const khct_node *khct_node_at(const khct_tree *tree, uint32_t at)
{
    const khct_node *found = NULL, *block = tree->top;
    while (block != NULL) {
        const khct_node *inside = NULL;
        for (const khct_node *n = block->first; n != NULL && n->span.begin <= at; n = n->next)
            if (at <= n->span.end)
                inside = n;
        if (inside != NULL)
            found = inside;
        block = inside;
    }
    return found;
}

/* The last byte's `;` or `>` was written, not supplied. */
static bool is_closed(khct_str text, const khct_node *node)
{
    if (node->span.end == 0 || node->span.end > text.n || node->span.end <= node->key.end)
        return false;
    char last = text.p[node->span.end - 1];
    return node->flags & KHCT_NODE_BLOCK ? last == '>' && node->open != 0 : last == ';';
}

/* The last item that begins before or at `at`. */
static const khct_node *last_before(const khct_tree *tree, uint32_t at)
{
    const khct_node *found = NULL;
    for (const khct_node *block = tree->top; block != NULL;) {
        const khct_node *last = NULL;
        for (const khct_node *n = block->first; n != NULL && n->key.begin <= at; n = n->next)
            last = n;
        if (last != NULL)
            found = last;
        block = last != NULL && last->first != NULL && last->first->key.begin <= at ? last : NULL;
    }
    return found;
}

static uint32_t line_begin(khct_str text, uint32_t at)
{
    while (at > 0 && text.p[at - 1] != '\n' && text.p[at - 1] != '\r')
        at--;
    return at;
}

/* Where the run of words that ends at `at` begins: after a line's beginning, `;` `<` or `>`. */
static uint32_t words_begin(khct_str text, uint32_t at, bool *alone)
{
    uint32_t from = at;
    *alone = true;
    while (from > 0) {
        char c = text.p[from - 1];
        if (c == '\n' || c == '\r' || c == ';' || c == '<' || c == '>')
            break;
        if (!(khct_is_ascii_word(c) || c == ' ' || c == '\t' || (unsigned char)c >= 0x80))
            *alone = false;
        from--;
    }
    while (from < at && (text.p[from] == ' ' || text.p[from] == '\t'))
        from++;
    return from;
}

/* The innermost block that is open after `node`, at `at`. */
static const khct_node *open_block(const khct_tree *tree, khct_str text, const khct_node *node,
                                   uint32_t at)
{
    for (const khct_node *n = node; n != NULL; n = n->parent) {
        if (n->parent == NULL)
            break;
        bool inside = n->flags & KHCT_NODE_BLOCK && n->open != 0 && at > n->open &&
                      (at < n->span.end || !is_closed(text, n));
        if (inside)
            return n;
    }
    return tree->top;
}

khct_where khct_where_of(const khct_tree *tree, khct_str text, uint32_t at)
{
    bool alone;
    khct_where w = {.spot = KHCT_SPOT_ITEM, .from = words_begin(text, at, &alone)};
    const khct_node *node = last_before(tree, at);
    w.block = open_block(tree, text, node, at);
    if (node == NULL)
        return w;
    uint32_t line = line_begin(text, at);
    bool begun_here = node->key.begin >= line;
    /* "kế ho|": words that are no keyword yet are what is being typed; a list may take them for a
     * line whose keyword goes without saying */
    bool no_keyword = node->flags & KHCT_NODE_UNKNOWN || node->key.begin == node->key.end;
    bool half = no_keyword && begun_here && alone && w.from <= node->key.begin;
    if (at <= node->key.end || half) {
        w.node = node;
        w.block = node->parent;
        w.from = node->key.begin;
        return w;
    }
    if (node->flags & KHCT_NODE_BLOCK) {
        bool written = node->open < text.n && text.p[node->open] == '<';
        bool heading = written && node->open > 0 ? at <= node->open : begun_here;
        if (heading) {
            w.block = node->parent;
            w.spot = KHCT_SPOT_HEADING;
            w.node = node;
            w.from = node->key.end;
        }
        return w;
    }
    bool closed = is_closed(text, node);
    bool inside = closed ? at < node->span.end : at <= node->value.end || begun_here;
    if (!inside || (node->flags & KHCT_NODE_UNKNOWN && !begun_here))
        return w;
    w.spot = KHCT_SPOT_VALUE;
    w.node = node;
    w.block = node->parent;
    w.line_start = alone && !begun_here && w.from >= line;
    w.from =
        node->value.begin < node->value.end && node->value.begin <= at ? node->value.begin : at;
    if (node->value.begin > at || node->value.begin == node->value.end)
        w.from = node->key.end;
    return w;
}

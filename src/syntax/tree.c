#include "syntax/tree.h"

#include "syntax/undecided.h"

#include "parser.h"

const khct_node *khct_node_next(const khct_node *node)
{
    if (node->first != NULL)
        return node->first;
    while (node != NULL && node->next == NULL)
        node = node->parent;
    return node == NULL ? NULL : node->next;
}

bool khct_prefers_marks(const khct_tree *tree)
{
    size_t with = 0, without = 0;
    for (const khct_node *n = tree->top; (n = khct_node_next(n)) != NULL;) {
        bool marked = (n->flags & KHCT_NODE_MARKED) != 0;
        with += marked;
        without += !marked && n->key.end - n->key.begin == khct_keyword_at(n->keyword)->length;
    }
    return with > without;
}

khct_tree *khct_parse(khct_diags *diags, const khct_vocabulary *vocabulary, uint32_t source)
{
    khct_arena *arena = diags->arena;
    khct_tree *tree = khct_alloc(arena, sizeof *tree);
    tree->source = source;
    tree->top = khct_alloc(arena, sizeof *tree->top);
    khct_source *file = khct_source_at(diags->sources, (khct_span){source, 0, 0});
    *tree->top = (khct_node){.keyword = KHCT_KEYWORD_NONE,
                             .inside = KHCT_B_TOP,
                             .opens = KHCT_B_TOP,
                             .flags = KHCT_NODE_BLOCK,
                             .span = {source, 0, (uint32_t)file->text.n}};
    khct_growing growing = {khct_layout_new(diags, vocabulary, tree), tree->top};
    size_t errors = khct_diags_errors(diags);
    khct_yyparse(&growing);
    tree->broken = khct_diags_errors(diags) > errors;
    file->marked = khct_prefers_marks(tree);
    khct_check_places(diags, tree);
    khct_check_undecided(diags, tree);
    return tree;
}

khct_node *khct_child(const khct_node *node, khct_keyword keyword)
{
    for (khct_node *child = node->first; child != NULL; child = child->next)
        if (child->keyword == keyword)
            return child;
    return NULL;
}

khct_node *khct_again(const khct_node *node)
{
    for (khct_node *sibling = node->next; sibling != NULL; sibling = sibling->next)
        if (sibling->keyword == node->keyword)
            return sibling;
    return NULL;
}

khct_str khct_node_raw(const khct_diags *diags, const khct_node *node)
{
    return khct_source_text(diags->sources, node->value);
}

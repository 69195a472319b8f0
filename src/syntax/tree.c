#include "syntax/tree.h"

#include "syntax/undecided.h"

#include "scan.h"
#include "parser.h"
#include "scanner.h"

typedef struct reading {
    khct_scan scan;
    void *scanner;
} reading;

static void read_text(reading *r)
{
    khct_layout *l = &r->scan.layout;
    r->scan.arena = l->diags->arena;
    if (khct_yylex_init_extra(&r->scan, &r->scanner) != 0)
        khct_arena_fail(r->scan.arena);
    /* flex marks the end of a match in what it reads, the file's own bytes; the scanner puts back
     * what stood there before it looks at them. They are followed by two zeroes, as flex wants. */
    char *bytes = (char *)(uintptr_t)l->text.p;
    if (khct_yy_scan_buffer(bytes, l->text.n + 2, r->scanner) == NULL)
        khct_arena_fail(r->scan.arena);
    khct_layout_line(l, khct_str_starts(l->text, "\xEF\xBB\xBF") ? 3 : 0);
    khct_yyparse(r->scanner, &r->scan);
}

khct_tree *khct_parse(khct_diags *diags, const khct_vocabulary *vocabulary, uint32_t source)
{
    khct_arena *arena = diags->arena;
    khct_tree *tree = khct_alloc(arena, sizeof *tree);
    tree->source = source;
    tree->top = khct_alloc(arena, sizeof *tree->top);
    const khct_source *file = khct_source_at(diags->sources, (khct_span){source, 0, 0});
    *tree->top = (khct_node){.keyword = KHCT_KEYWORD_NONE,
                             .inside = KHCT_B_TOP,
                             .opens = KHCT_B_TOP,
                             .flags = KHCT_NODE_BLOCK,
                             .span = {source, 0, (uint32_t)file->text.n}};
    reading *r = khct_alloc(arena, sizeof *r);
    r->scan.layout = (khct_layout){.diags = diags,
                                   .vocabulary = vocabulary,
                                   .source = source,
                                   .text = file->text,
                                   .tree = tree,
                                   .memo = khct_alloc(arena, sizeof(khct_match_memo))};
    r->scan.parent = tree->top;
    read_text(r);
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

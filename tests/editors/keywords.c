/* Prints where the parser sees keywords, block signs and comments: what an editor's colours are
 * compared with. One a line: line, first byte in it, bytes, kind.
 * Kinds: D a declaration's keyword, F a field's, O the `<` of a block, E its `>`, C a comment. */

#include "syntax/load.h"
#include "text/out.h"

#include <string.h>

typedef struct job {
    khct_arena *arena;
    const char *path;
    bool found;
} job;

static khct_out out;

static void mark(const khct_diags *diags, khct_span span, char kind)
{
    khct_span line = khct_source_line_span(
        diags->sources, span.source, khct_source_line(diags->sources, span.source, span.begin));
    khct_out_format(&out, "%u %u %u %c\n",
                    khct_source_line(diags->sources, span.source, span.begin),
                    span.begin - line.begin, span.end - span.begin, kind);
}

static bool declares(const khct_node *node)
{
    const khct_place *place = khct_place_of(node->inside, node->keyword);
    return (node->flags & KHCT_NODE_BLOCK) != 0 || (place != NULL && place->how == KHCT_LINE);
}

static void walk(const khct_diags *diags, const khct_node *node)
{
    for (; node != NULL; node = node->next) {
        mark(diags, node->key, declares(node) ? 'D' : 'F');
        if (node->flags & KHCT_NODE_BLOCK) {
            uint32_t source = node->span.source;
            mark(diags, (khct_span){source, node->open, node->open + 1}, 'O');
            walk(diags, node->first);
            mark(diags, (khct_span){source, node->span.end - 1, node->span.end}, 'E');
        }
    }
}

static void run(void *context)
{
    job *j = context;
    khct_sources *sources = khct_alloc(j->arena, sizeof *sources);
    sources->arena = j->arena;
    khct_diags *diags = khct_alloc(j->arena, sizeof *diags);
    diags->arena = j->arena;
    diags->sources = sources;
    khct_loader loader = {.diags = diags, .vocabulary = khct_vocabulary_new(j->arena)};
    khct_document *document = khct_load(&loader, j->path);
    if (document->files.n == 0)
        return;
    j->found = true;
    khct_tree *tree = document->files.at[0].tree;
    walk(diags, tree->top->first);
    for (size_t i = 0; i < tree->comments.n; i++)
        mark(diags, tree->comments.at[i].span, 'C');
}

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    job j = {khct_arena_new(), argv[1], false};
    khct_out_to_fd(&out, 1);
    bool done = khct_try(j.arena, run, &j);
    khct_arena_free(j.arena);
    return khct_out_finish(&out) == 0 && done && j.found ? 0 : 1;
}

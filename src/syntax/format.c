#include "syntax/format_write.h"

#include "syntax/load.h"
#include "text/fold.h"

enum { LIMIT = 100 };

/* The last line end decides: it is also the last of what is written. */
static bool has_crlf(khct_str text)
{
    size_t n = khct_str_through_last(text, '\n');
    return n > 1 && text.p[n - 2] == '\r';
}

static void format_once(khct_out *out, const khct_diags *diags, const khct_vocabulary *vocabulary,
                        const khct_tree *tree, khct_format_options options)
{
    const khct_source *file = khct_source_at(diags->sources, tree->top->span);
    khct_str text = file->text;
    if (file->omits) { /* not all of it is read, and all of it must stay */
        khct_out_str(out, file->shown);
        return;
    }
    khct_formatting w = {.diags = diags,
                         .vocabulary = vocabulary,
                         .tree = tree,
                         .text = text,
                         .options = options,
                         .wrap = {.out = out,
                                  .vocabulary = vocabulary,
                                  .newline = has_crlf(text) ? KHCT_STR("\r\n") : KHCT_STR("\n"),
                                  .limit = LIMIT}};
    static const char MARK[] = "\xEF\xBB\xBF";
    uint32_t begin = khct_str_starts(text, MARK) ? 3 : 0;
    /* a byte-order mark that is none may not become one */
    uint32_t first = skip_blanks(&w, begin, (uint32_t)text.n);
    if (khct_str_starts(bytes(&w, first, (uint32_t)text.n), MARK) && first > 0)
        khct_out_str(out, w.wrap.newline);
    khct_format_items(&w, tree->top, 0, begin, (uint32_t)text.n);
    if (w.begun)
        khct_out_str(out, w.wrap.newline);
}

/* --- holding the result against the file --- */

/* The letters of a value, without marks, blanks and comments: a heading's own keywords (`muc`,
 * `mức`) may change their form. */
static uint64_t letters(khct_arena *arena, const khct_diags *diags, const khct_tree *tree,
                        const khct_node *node)
{
    khct_str value = khct_source_text(diags->sources, node->value);
    char *kept = khct_alloc_bytes(arena, value.n + 1);
    size_t n = 0, at = node->value.begin;
    size_t i = khct_comment_from(tree, node->value.begin);
    for (; i < tree->comments.n && tree->comments.at[i].span.begin < node->value.end; i++) {
        khct_span span = tree->comments.at[i].span;
        khct_str words =
            khct_str_sub(value, at - node->value.begin, span.begin - node->value.begin);
        memcpy(kept + n, words.p, words.n);
        n += words.n;
        at = span.end < node->value.end ? span.end : node->value.end;
    }
    khct_str rest = khct_str_sub(value, at - node->value.begin, value.n);
    memcpy(kept + n, rest.p, rest.n);
    khct_str bare = khct_fold_bare(arena, (khct_str){kept, n + rest.n});
    uint64_t sum = 0;
    for (size_t k = 0; k < bare.n; k++)
        if (bare.p[k] != ' ')
            sum = (sum ^ (unsigned char)bare.p[k]) * 0x100000001B3u;
    return sum;
}

static uint64_t mixed(uint64_t sum, uint64_t more)
{
    sum = (sum ^ more) * 0x9E3779B97F4A7C15u;
    return sum ^ (sum >> 29);
}

/* What a tree says, in a number: the same whatever the order of a block's items, which sorting
 * changes. */
static uint64_t meaning_of(khct_arena *arena, const khct_diags *diags, const khct_tree *tree,
                           const khct_node *node)
{
    enum {
        FAULTS = KHCT_NODE_MENDED | KHCT_NODE_UNKNOWN | KHCT_NODE_GUESSED | KHCT_NODE_MISPLACED
    };
    uint64_t sum = mixed((uint64_t)node->keyword << 16 | (uint64_t)node->opens,
                         node->flags & (FAULTS | KHCT_NODE_BLOCK | KHCT_NODE_QUOTED));
    if (node->parent != NULL)
        sum = mixed(sum, letters(arena, diags, tree, node));
    uint64_t children = 0;
    for (const khct_node *child = node->first; child != NULL; child = child->next)
        children += meaning_of(arena, diags, tree, child);
    return mixed(sum, children);
}

static uint64_t comments_of(const khct_diags *diags, const khct_tree *tree)
{
    uint64_t sum = tree->comments.n;
    KHCT_FOR (comment, &tree->comments) {
        khct_str words = khct_str_trim(khct_source_text(diags->sources, comment->span));
        uint64_t one = 1;
        for (size_t k = 0; k < words.n; k++)
            one = (one ^ (unsigned char)words.p[k]) * 0x100000001B3u;
        sum += mixed(0, one);
    }
    return sum;
}

typedef struct holding {
    khct_arena *arena;
    const khct_diags *diags;
    const khct_vocabulary *vocabulary;
    const khct_tree *tree;
    khct_format_options options;
    khct_str made;
    khct_out *again;
    bool same;
} holding;

/* Whether what was made says what the file says, and is made of itself again. */
static void hold(void *context)
{
    holding *h = context;
    khct_sources sources = {.arena = h->arena};
    khct_diags diags = {.arena = h->arena, .sources = &sources};
    khct_loader loader = {.diags = &diags, .vocabulary = h->vocabulary};
    khct_document *document = khct_load_text(&loader, KHCT_STR("khct"), h->made, true);
    const khct_tree *tree = document->files.at[0].tree;
    h->same = comments_of(&diags, tree) == comments_of(h->diags, h->tree) &&
              meaning_of(h->arena, &diags, tree, tree->top) ==
                  meaning_of(h->arena, h->diags, h->tree, h->tree->top);
    if (!h->same)
        return;
    format_once(h->again, &diags, h->vocabulary, tree, h->options);
    h->same = khct_out_finish(h->again) == 0 && khct_str_eq(khct_out_text(h->again), h->made);
}

/* *held: what was made may be given. False where memory failed before that was known. */
static bool find_held(const khct_out *made, const khct_diags *diags,
                      const khct_vocabulary *vocabulary, const khct_tree *tree,
                      khct_format_options options, bool *held)
{
    khct_out again;
    holding h = {khct_arena_new(),    diags,  vocabulary, tree, options,
                 khct_out_text(made), &again, false};
    khct_out_to_memory(&again);
    bool done = h.arena != NULL && khct_try(h.arena, hold, &h) && again.error == 0;
    khct_out_release(&again);
    khct_arena_free(h.arena);
    *held = h.same;
    return done;
}

typedef struct making {
    khct_out *made;
    const khct_diags *diags;
    const khct_vocabulary *vocabulary;
    const khct_tree *tree;
    khct_format_options options;
} making;

static void make(void *context)
{
    making *m = context;
    format_once(m->made, m->diags, m->vocabulary, m->tree, m->options);
}

void khct_format_tree(khct_out *out, const khct_diags *diags, const khct_vocabulary *vocabulary,
                      const khct_tree *tree, khct_format_options options)
{
    khct_out made;
    making m = {&made, diags, vocabulary, tree, options};
    khct_out_to_memory(&made);
    bool held = false;
    bool done = khct_try(diags->arena, make, &m) && khct_out_finish(&made) == 0 &&
                find_held(&made, diags, vocabulary, tree, options, &held);
    if (done)
        khct_out_str(out,
                     held ? khct_out_text(&made) : khct_source_file(diags->sources, tree->source));
    khct_out_release(&made);
    if (!done)
        khct_arena_fail(diags->arena);
}

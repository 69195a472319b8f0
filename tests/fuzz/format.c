/* The formatter: what it writes reads as the same tree, and formatting it again changes nothing.
 * The first byte chooses the options. */
#include "text/fold.h"
#include "fuzz.h"

#include "parsed.h"
#include "syntax/format.h"
#include "value/reader.h"
#include "value/text.h"

static const khct_format_options *options_of(uint8_t byte)
{
    static const khct_format_options OPTIONS[] = {
        {false, false}, {true, false}, {false, true}, {true, true}};
    return &OPTIONS[byte % 4];
}

typedef struct formatting {
    const parsed *from;
    khct_format_options options;
    khct_out *out;
} formatting;

static void format(void *context)
{
    formatting *f = context;
    khct_format_tree(f->out, f->from->diags, f->from->vocabulary, f->from->tree, f->options);
}

static khct_out *format_text(const parsed *from, khct_format_options options)
{
    formatting f = {from, options, fuzz_out()};
    fuzz_require(khct_try(from->arena, format, &f), "memory");
    return f.out;
}

/* --- the same tree --- */

typedef struct comparing {
    const parsed *a, *b;
    bool sorted;
} comparing;

/* The letters of a heading, without marks and spaces: its own keywords may change their form
 * (`muc`, `mức`), and so may the word after `dung`. */
static khct_str letters(khct_arena *arena, const khct_sources *sources, const khct_node *node)
{
    khct_str bare = khct_fold_bare(arena, khct_source_text(sources, node->value));
    char *kept = khct_alloc_bytes(arena, bare.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < bare.n; i++)
        if (bare.p[i] != ' ')
            kept[n++] = bare.p[i];
    return (khct_str){kept, n};
}

static bool same_text(const comparing *c, const khct_node *a, const khct_node *b)
{
    if ((a->flags & KHCT_NODE_BLOCK) != 0 || a->keyword == KHCT_K_DUNG)
        return khct_str_eq(letters(c->a->arena, c->a->sources, a),
                           letters(c->b->arena, c->b->sources, b));
    khct_reader read_a = {.arena = c->a->arena, .sources = c->a->sources};
    khct_reader read_b = {.arena = c->b->arena, .sources = c->b->sources};
    khct_text one = khct_read_text(&read_a, a->value, (a->flags & KHCT_NODE_QUOTED) != 0);
    khct_text two = khct_read_text(&read_b, b->value, (b->flags & KHCT_NODE_QUOTED) != 0);
    if (one.n != two.n || one.stated != two.stated)
        return false;
    for (size_t i = 0; i < one.n; i++)
        if (one.at[i].kind != two.at[i].kind || !khct_str_eq(one.at[i].words, two.at[i].words))
            return false;
    return true;
}

static void compare(const comparing *c, const khct_node *a, const khct_node *b)
{
    for (a = a->first, b = b->first; a != NULL && b != NULL; a = a->next, b = b->next) {
        fuzz_require(a->keyword == b->keyword, "the formatter keeps keywords");
        fuzz_require((a->flags & KHCT_NODE_BLOCK) == (b->flags & KHCT_NODE_BLOCK),
                     "the formatter keeps blocks");
        fuzz_require(same_text(c, a, b), "the formatter keeps words");
        compare(c, a, b); /* as deep as KHCT_NESTING_LIMIT */
    }
    fuzz_require(a == NULL && b == NULL, "the formatter keeps items");
}

static void compare_work(void *context)
{
    const comparing *c = context;
    if (!c->sorted)
        compare(c, c->a->tree->top, c->b->tree->top);
    fuzz_require(c->a->tree->comments.n == c->b->tree->comments.n, "the formatter keeps comments");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    khct_format_options options = *options_of(size > 0 ? bytes[0] : 0);
    khct_str text = {(const char *)bytes, size};
    if (size > 0 && bytes[0] < 4)
        text = khct_str_sub(text, 1, size);
    else
        options = *options_of(0);
    parsed first = parsed_read(text);
    khct_out *once = format_text(&first, options);
    parsed second = parsed_read(fuzz_out_text(once));
    if (!first.tree->broken) {
        if (fuzz_is_text(text))
            fuzz_utf8(fuzz_out_text(once));
        fuzz_require(!second.tree->broken, "what is formatted is not broken");
        comparing c = {&first, &second, options.sorted};
        fuzz_require(khct_try(first.arena, compare_work, &c), "memory");
    }
    khct_out *twice = format_text(&second, options);
    fuzz_require(khct_str_eq(fuzz_out_text(once), fuzz_out_text(twice)),
                 "formatting twice equals once");
    fuzz_out_free(twice);
    parsed_free(&second);
    fuzz_out_free(once);
    parsed_free(&first);
    return 0;
}

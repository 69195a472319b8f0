#include "import/write.h"

#include "emit/khct/khct.h"
#include "syntax/format.h"
#include "syntax/load.h"

typedef struct writing {
    khct_arena *arena;
    const khct_vocabulary *vocabulary;
    khct_out *out;
    size_t order;
} writing;

static void indent(const writing *w, unsigned depth)
{
    while (depth-- > 0)
        khct_out_cstr(w->out, "  ");
}

static void write_comment(const writing *w, const khct_sketch *d, unsigned depth)
{
    for (size_t i = 0; i < d->words.n; i++) {
        indent(w, depth);
        KHCT_OUT(w->out, "# ", d->words.at[i].kind == KHCT_ITEM ? "- " : "", d->words.at[i].words,
                 "\n");
    }
}

/* What could not be written as a field: `# chủ trì: …`. */
static void write_fallback(const writing *w, const khct_sketch *d, unsigned depth)
{
    indent(w, depth);
    KHCT_OUT(w->out, "# ", khct_keyword_at(d->keyword)->marked, ": ", d->head, d->title, "\n");
    write_comment(w, d, depth);
}

/* A first word that would be a list's sign. */
static bool begins_with_sign(khct_str s)
{
    size_t n = khct_list_sign(s);
    return (n > 0 && n < s.n && s.p[n] == ' ') || khct_str_is(s, "-");
}

static void write_words(const writing *w, const khct_sketch *d, unsigned depth)
{
    for (size_t i = 0; i < d->words.n; i++) {
        const khct_sketch_words *p = &d->words.at[i];
        bool last = i + 1 == d->words.n;
        bool goes_on = !last && d->words.at[i + 1].kind != KHCT_PARAGRAPH;
        khct_piece_place place = i > 0 ? KHCT_LINE_BEGIN : KHCT_VALUE_BEGIN;
        if (i > 0 || p->kind != KHCT_PARAGRAPH) {
            if (i > 0 && p->kind == KHCT_PARAGRAPH)
                khct_out_char(w->out, '\n');
            khct_out_char(w->out, '\n');
            indent(w, depth + 2);
        }
        if (p->kind != KHCT_PARAGRAPH) {
            khct_out_cstr(w->out, p->kind == KHCT_ITEM ? "- " : "+ ");
            place = KHCT_ITEM_BEGIN;
        }
        khct_escape(w->out, w->vocabulary, d->inside, p->words, place, goes_on);
    }
}

static void write_field(writing *w, khct_sketch *d, unsigned depth)
{
    indent(w, depth);
    bool colon = d->words.n > 0 && khct_str_starts(d->words.at[0].words, ":");
    KHCT_OUT(w->out, khct_keyword_at(d->keyword)->unmarked, colon ? ":" : " ");
    if (d->words.n == 1 && khct_str_is(d->words.at[0].words, "-")) {
        khct_out_cstr(w->out, "-;\n");
    } else if (d->quoted || (d->words.n == 1 && d->words.at[0].kind == KHCT_PARAGRAPH &&
                             begins_with_sign(d->words.at[0].words))) {
        khct_out_cstr(w->out, "\"\"\"");
        for (size_t i = 0; i < d->words.n; i++)
            KHCT_OUT(w->out, i > 0 ? " " : "", d->words.at[i].words);
        khct_out_cstr(w->out, "\"\"\";\n");
    } else {
        write_words(w, d, depth);
        khct_out_cstr(w->out, ";\n");
    }
    d->order = ++w->order;
}

static void write_draft(writing *w, khct_sketch *d, unsigned depth)
{
    if (d->kind == KHCT_SKETCH_COMMENT) {
        write_comment(w, d, depth);
        return;
    }
    if (d->as_comment)
        write_fallback(w, d, depth);
    else if (d->kind == KHCT_SKETCH_FIELD)
        write_field(w, d, depth);
    if (d->kind == KHCT_SKETCH_FIELD)
        return;
    if (!d->as_comment) {
        d->order = ++w->order;
        indent(w, depth);
        KHCT_OUT(w->out, khct_keyword_at(d->keyword)->unmarked, d->head.n > 0 ? " " : "", d->head);
        if (d->title.n > 0) {
            khct_out_char(w->out, ' ');
            khct_escape(w->out, w->vocabulary, d->inside, d->title, KHCT_IN_HEADING, false);
        }
        khct_out_cstr(w->out, d->kind == KHCT_SKETCH_LINE ? ";\n" : " <\n");
    }
    for (size_t i = 0; i < d->children.n; i++)
        write_draft(w, d->children.at[i], depth + 1);
    if (d->kind == KHCT_SKETCH_BLOCK && !d->as_comment) {
        indent(w, depth);
        khct_out_cstr(w->out, ">\n");
    }
}

/* An empty line between what stands at the top. */
static void write_plan(writing *w, khct_sketch *plan)
{
    w->order = 0;
    const khct_sketch *before = NULL;
    for (size_t i = 0; i < plan->children.n; i++) {
        khct_sketch *d = plan->children.at[i];
        bool lines = before != NULL &&
                     (d->kind == KHCT_SKETCH_LINE || d->kind == KHCT_SKETCH_COMMENT) &&
                     before->kind == d->kind;
        bool under = before != NULL && before->kind == KHCT_SKETCH_COMMENT;
        if (before != NULL && !lines && !under)
            khct_out_char(w->out, '\n');
        write_draft(w, d, 0);
        before = d;
    }
}

/* --- reading back --- */

typedef struct reread {
    khct_sources sources;
    khct_diags diags;
    khct_document *document;
    KHCT_VEC(const khct_node *) nodes; /* in the order of the source */
} reread;

static void number_nodes(khct_arena *arena, reread *r, const khct_node *node)
{
    for (; node != NULL; node = node->next) {
        khct_push(arena, &r->nodes) = node;
        number_nodes(arena, r, node->first);
    }
}

static reread *read_again(khct_arena *arena, const khct_vocabulary *vocabulary, khct_str text)
{
    reread *r = khct_alloc(arena, sizeof *r);
    r->sources.arena = r->diags.arena = arena;
    r->diags.sources = &r->sources;
    khct_loader loader = {.diags = &r->diags, .vocabulary = vocabulary, .alone = true};
    r->document = khct_load_text(&loader, KHCT_STR("khct"), text, false);
    number_nodes(arena, r, r->document->files.at[0].tree->top->first);
    return r;
}

typedef struct holding {
    khct_arena *arena;
    const reread *r;
    khct_reader reader;
} holding;

static bool same_words(const holding *h, const khct_sketch *d, const khct_node *node)
{
    bool quoted = (node->flags & KHCT_NODE_QUOTED) != 0;
    khct_text text = khct_read_text(&h->reader, node->value, quoted);
    if (text.stated || d->quoted)
        return d->words.n > 0;
    if (text.n != d->words.n)
        return false;
    for (size_t i = 0; i < text.n; i++)
        if (text.at[i].kind != d->words.at[i].kind ||
            !khct_str_eq(text.at[i].words, d->words.at[i].words))
            return false;
    return true;
}

/* The heading's title is as it was: its words stand at the end of the heading. */
static bool same_title(const holding *h, const khct_sketch *d, const khct_node *node)
{
    khct_str name = khct_read_name(&h->reader, node->value, false, NULL);
    return khct_str_ends(name, khct_cstr(h->arena, d->title));
}

static bool same(const holding *h, const khct_sketch *d)
{
    if (d->order > h->r->nodes.n)
        return false;
    const khct_node *node = h->r->nodes.at[d->order - 1];
    if (node->keyword != d->keyword ||
        (node->flags & (KHCT_NODE_MENDED | KHCT_NODE_GUESSED | KHCT_NODE_DOUBTED)))
        return false;
    return d->kind == KHCT_SKETCH_FIELD ? same_words(h, d, node) : same_title(h, d, node);
}

/* Another way to write what does not read back: between quotes, else as a comment. */
static void mend(khct_sketch *d)
{
    bool once = d->kind == KHCT_SKETCH_FIELD && !d->quoted;
    for (size_t i = 0; i < d->words.n; i++)
        once &= khct_str_find(d->words.at[i].words, KHCT_STR("\"\"\"")) == d->words.at[i].words.n;
    d->quoted = once;
    d->as_comment = !once;
    d->order = 0;
}

/* Mends what does not read back: all of it where each node has its part of the draft (`whole`),
 * else the first, after which nothing can be told. True where something was mended. */
static bool mend_all(holding *h, khct_sketch *d, bool whole)
{
    bool mended = false;
    if (d->order > 0 && !d->as_comment && !same(h, d)) {
        mend(d);
        mended = true;
    }
    for (size_t i = 0; i < d->children.n && (whole || !mended); i++)
        mended |= mend_all(h, d->children.at[i], whole);
    return mended;
}

/* --- text in memory --- */

typedef struct into_memory {
    khct_arena *arena;
    khct_out *out;
    void (*write)(khct_out *out, void *context);
    void *context;
    khct_str text; /* .p NULL: it could not be written */
} into_memory;

static void write_it(void *context)
{
    into_memory *m = context;
    m->write(m->out, m->context);
    if (khct_out_finish(m->out) == 0)
        m->text = khct_str_copy(m->arena, khct_out_text(m->out));
}

khct_str khct_in_written(khct_arena *arena, void (*write)(khct_out *out, void *context),
                         void *context)
{
    into_memory m = {.arena = arena, .out = khct_out_new(), .write = write, .context = context};
    bool done = m.out != NULL && khct_try(arena, write_it, &m);
    khct_out_free(m.out);
    if (!done || m.text.p == NULL)
        khct_arena_fail(arena);
    return m.text;
}

typedef struct making {
    writing *w;
    khct_sketch *plan;
    const reread *r;
} making;

static void make_plain(khct_out *out, void *context)
{
    making *m = context;
    m->w->out = out;
    write_plan(m->w, m->plan);
}

static void make_formatted(khct_out *out, void *context)
{
    making *m = context;
    khct_format_tree(out, &m->r->diags, m->w->vocabulary, m->r->document->files.at[0].tree,
                     (khct_format_options){.marked = true});
}

/* Writes until all reads back; each round mends a part, so it ends. */
static reread *settle(making *m)
{
    writing *w = m->w;
    for (;;) {
        khct_str text = khct_in_written(w->arena, make_plain, m);
        reread *r = read_again(w->arena, w->vocabulary, text);
        holding h = {.arena = w->arena, .r = r, .reader = khct_reader_of(&r->diags, NULL)};
        h.reader.diags = NULL;
        if (!mend_all(&h, m->plan, w->order == r->nodes.n))
            return r;
    }
}

/* --- remarks --- */

static khct_span place_of(const reread *r, const khct_sketch *d)
{
    if (d == NULL || d->order == 0 || d->order > r->nodes.n)
        return KHCT_NOWHERE;
    const khct_node *node = r->nodes.at[d->order - 1];
    return node->flags & KHCT_NODE_BLOCK || node->value.end == node->value.begin
               ? (khct_span){node->key.source, node->key.begin,
                             node->value.end > node->key.end ? node->value.end : node->key.end}
               : node->value;
}

static void report(const khct_sketch_remarks *remarks, const reread *r, khct_diags *diags,
                   uint32_t source)
{
    for (size_t i = 0; i < remarks->n; i++) {
        khct_span span = place_of(r, remarks->at[i].about);
        if (span.source != KHCT_NO_SOURCE)
            span.source = source;
        khct_report(diags, remarks->at[i].code, span, remarks->at[i].message);
    }
}

khct_str khct_sketch_write(khct_arena *arena, const khct_vocabulary *vocabulary, khct_sketch *plan,
                           const khct_sketch_remarks *remarks, khct_str name, khct_diags *diags)
{
    writing w = {.arena = arena, .vocabulary = vocabulary};
    making m = {&w, plan, NULL};
    m.r = settle(&m);
    khct_str text = khct_in_written(arena, make_formatted, &m);
    uint32_t source = khct_source_add(diags->sources, name, text);
    report(remarks, read_again(arena, vocabulary, text), diags, source);
    return text;
}

#include "import/edits.h"

#include "emit/khct/khct.h"
#include "emit/word/word.h"
#include "import/parts.h"
#include "import/understand.h"
#include "syntax/format.h"
#include "text/sort.h"
#include "text/utf8.h"

/* --- from source to document --- */

typedef struct making {
    khct_in_made *made;
    khct_page *page;
} making;

static void write_document(khct_out *out, void *context)
{
    making *m = context;
    khct_emit_options options = {.origins = &m->made->from};
    khct_emit_word(out, m->made->compilation->work, m->page, &options);
}

static bool is_whole(const khct_compilation *c, bool faults)
{
    if (c->plan == NULL || (!faults && khct_diags_failed(&c->diags)))
        return false;
    for (size_t i = 0; i < c->document->files.n; i++)
        if (c->document->files.at[i].tree->broken)
            return false;
    return true;
}

khct_compile_options khct_in_options(const khct_bundle *bundle)
{
    return (khct_compile_options){.bundle = bundle, .today = KHCT_NO_DATE};
}

khct_in_made khct_in_make(khct_compilation *compilation, const khct_bundle *bundle, bool faults)
{
    khct_arena *arena = compilation->arena;
    khct_in_made made = {.bundle = bundle, .compilation = compilation};
    if (!is_whole(made.compilation, faults))
        return made;
    making m = {&made, khct_page_make(made.compilation->work)};
    khct_unzip archive;
    khct_in_builder *b = khct_in_builder_new(arena);
    khct_str bytes = khct_in_written(arena, write_document, &m);
    /* what we wrote ourselves can be read while there is memory */
    if (khct_unzip_open(arena, bytes, &archive) != KHCT_UNZIP_FINE ||
        khct_in_read_docx(b, arena, &archive).code != KHCT_CODE_COUNT)
        khct_arena_fail(arena);
    if (!khct_in_full(b))
        made.document = khct_in_finish(b);
    return made;
}

/* --- places --- */

static const khct_tree *tree_of(const khct_in_made *made, uint32_t source)
{
    const khct_document *document = made->compilation->document;
    for (size_t i = 0; i < document->files.n; i++)
        if (document->files.at[i].tree->source == source)
            return document->files.at[i].tree;
    return NULL;
}

static uint32_t file_of(const khct_in_made *made, uint32_t source)
{
    const khct_document *document = made->compilation->document;
    for (size_t i = 0; i < document->files.n; i++)
        if (document->files.at[i].tree->source == source)
            return (uint32_t)(khct_bundle_find(made->bundle, document->files.at[i].path) -
                              made->bundle->files.at);
    return KHCT_NONE;
}

static khct_span span_of(const khct_in_made *made, const khct_in_paragraph *p)
{
    bool known = p != NULL && p->order > 0 && p->order <= made->from.n;
    return known ? made->from.at[p->order - 1] : KHCT_NOWHERE;
}

khct_in_spot khct_in_spot_of(const khct_in_made *made, const khct_in_paragraph *paragraph)
{
    khct_span span = span_of(made, paragraph);
    return (khct_in_spot){file_of(made, span.source), span.begin, span.end};
}

/* The node whose value, or heading, holds the place. */
static const khct_node *node_at(const khct_node *node, khct_span span)
{
    for (; node != NULL; node = node->next) {
        if (node->value.begin <= span.begin && span.end <= node->value.end)
            return node;
        if (node->span.begin <= span.begin && span.end <= node->span.end)
            return node_at(node->first, span);
    }
    return NULL;
}

/* --- words --- */

/* What a place of the source says, with white space as one blank. */
typedef struct folded {
    khct_str words;
    uint32_t *at; /* where each byte stands in the source, and where the last one ends */
} folded;

static folded fold(khct_arena *arena, khct_str raw)
{
    folded f = {.at = khct_alloc_array(arena, raw.n + 1, sizeof *f.at)};
    char *words = khct_alloc_bytes(arena, raw.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < raw.n;) {
        size_t space = khct_space_at(raw, i);
        f.at[n] = (uint32_t)i;
        words[n++] = space > 0 ? ' ' : raw.p[i];
        i += space > 0 ? space : 1;
        while (space > 0 && i < raw.n && khct_space_at(raw, i) > 0)
            i += khct_space_at(raw, i);
    }
    f.at[n] = (uint32_t)raw.n;
    f.words = (khct_str){words, n};
    return f;
}

/* A change of words within others. */
typedef struct change {
    khct_str old, now;
} change;

/* The core of what changed, where `old` is that core with something before and after it, which has
 * stayed. */
static bool strip(change *c, khct_str core)
{
    size_t at = khct_str_find(c->old, core), after = c->old.n - at - core.n;
    if (core.n == 0 || at == c->old.n || c->now.n < at + after ||
        memcmp(c->now.p, c->old.p, at) != 0 ||
        memcmp(c->now.p + c->now.n - after, c->old.p + at + core.n, after) != 0)
        return false;
    c->now = khct_str_sub(c->now, at, c->now.n - after);
    c->old = core;
    return true;
}

/* How much both begin, or end, with, in whole words. */
static size_t common_begin(change c)
{
    size_t n = 0;
    while (n < c.old.n && n < c.now.n && c.old.p[n] == c.now.p[n])
        n++;
    while (n > 0 && c.old.p[n - 1] != ' ')
        n--;
    return n;
}

static size_t common_end(change c, size_t begin)
{
    size_t n = 0, most = (c.old.n < c.now.n ? c.old.n : c.now.n) - begin;
    while (n < most && c.old.p[c.old.n - 1 - n] == c.now.p[c.now.n - 1 - n])
        n++;
    while (n > 0 && c.old.p[c.old.n - n] != ' ')
        n--;
    return n;
}

/* --- one edit --- */

typedef struct editing {
    khct_arena *arena;
    const khct_in_made *made;
    const khct_node *node;
    khct_span span; /* of the words in the source */
    khct_str raw;
} editing;

typedef struct escaping {
    const khct_vocabulary *vocabulary;
    const khct_node *node;
    khct_str words;
    khct_piece_place place;
    bool goes_on;
} escaping;

static void write_escaped(khct_out *out, void *context)
{
    escaping *e = context;
    khct_escape(out, e->vocabulary, e->node->inside, e->words, e->place, e->goes_on);
}

/* What the words at the span's beginning are to the language. */
static khct_piece_place place_at(const editing *e)
{
    khct_str text = khct_source_text(&e->made->compilation->sources, e->node->span);
    size_t at = e->span.begin - e->node->span.begin,
           value = e->node->value.begin - e->node->span.begin;
    if (e->node->flags & KHCT_NODE_BLOCK)
        return KHCT_IN_HEADING;
    while (at > value && (text.p[at - 1] == ' ' || text.p[at - 1] == '\t'))
        at--;
    if (at == value)
        return KHCT_VALUE_BEGIN;
    if (text.p[at - 1] == '\n')
        return KHCT_LINE_BEGIN;
    size_t line = at;
    while (line > value && text.p[line - 1] != '\n')
        line--;
    khct_str before = khct_str_trim(khct_str_sub(text, line, at));
    return khct_list_sign(before) == before.n ? KHCT_ITEM_BEGIN : KHCT_VALUE_MORE;
}

/* A list item follows on the next line. */
static bool item_follows(const editing *e)
{
    khct_span rest = {e->span.source, e->span.end, e->node->value.end};
    if (rest.end <= rest.begin)
        return false;
    khct_str text = khct_source_text(&e->made->compilation->sources, rest);
    return khct_list_sign(khct_str_trim(text)) > 0;
}

/* The words as they are written there; .p NULL: they cannot be. */
static khct_str escaped(const editing *e, khct_str words, bool begins, bool ends)
{
    if (e->node->flags & KHCT_NODE_QUOTED)
        return khct_str_find(words, KHCT_STR("\"\"\"")) == words.n ? words : (khct_str){NULL, 0};
    bool heading = (e->node->flags & KHCT_NODE_BLOCK) != 0;
    escaping x = {e->made->compilation->library->vocabulary, e->node, words,
                  begins || heading ? place_at(e) : KHCT_VALUE_MORE, ends && item_follows(e)};
    return words.n == 0 ? words : khct_in_written(e->arena, write_escaped, &x);
}

/* Replaces bytes of the span. */
static bool replace(const editing *e, size_t begin, size_t end, khct_str text, khct_in_edit *edit)
{
    const khct_tree *tree = tree_of(e->made, e->span.source);
    edit->spot = (khct_in_spot){file_of(e->made, e->span.source), e->span.begin + begin,
                                e->span.begin + end};
    edit->text = text;
    for (size_t i = 0; i < tree->comments.n; i++)
        if (tree->comments.at[i].span.begin < edit->spot.end &&
            tree->comments.at[i].span.end > edit->spot.begin)
            return false;
    return text.p != NULL;
}

/* Only the words that changed, where the source has the rest as it is shown. */
static bool replace_within(const editing *e, const folded *f, change c, khct_in_edit *edit)
{
    size_t at = khct_str_find(f->words, c.old);
    if (c.old.n == 0 || at == f->words.n)
        return false;
    khct_str rest = khct_str_sub(f->words, at + 1, f->words.n);
    if (khct_str_find(rest, c.old) < rest.n) /* which of them it is cannot be told */
        return false;
    size_t begin = common_begin(c), end = common_end(c, begin);
    khct_str now = khct_str_sub(c.now, begin, c.now.n - end);
    return replace(e, f->at[at + begin], f->at[at + c.old.n - end],
                   escaped(e, now, begin == 0, end == 0), edit);
}

/* Capitals of a heading: what has not changed keeps its own letters. */
static bool replace_capitals(const editing *e, const folded *f, change c, khct_in_edit *edit)
{
    if (!khct_str_eq(khct_upper(e->arena, f->words), c.old) || f->words.n != c.old.n)
        return false;
    size_t begin = common_begin(c), end = common_end(c, begin);
    khct_str now = khct_str_sub(c.now, begin, c.now.n - end);
    khct_str old = khct_str_sub(f->words, begin, c.old.n - end);
    bool name = !khct_str_eq(khct_lower(e->arena, old), old); /* it had capitals */
    now =
        begin > 0 && !name ? khct_lower(e->arena, now) : khct_in_recased(e->arena, now, begin > 0);
    return replace(e, f->at[begin], f->at[c.old.n - end], escaped(e, now, begin == 0, end == 0),
                   edit);
}

/* The day alone: the page puts the place before it. */
static khct_str from_day(khct_str words)
{
    size_t length, at = khct_in_find_words(words, 0, KHCT_IN_WORD_DAY, &length);
    return at < words.n ? khct_str_sub(words, at, words.n) : words;
}

/* Tried in turn: the changed words alone; without what khct puts around them; all of the place. */
static bool make_edit(const editing *e, change c, khct_in_edit *edit)
{
    folded f = fold(e->arena, e->raw);
    khct_str bare = f.words;
    while (bare.n > 0 && strchr(".;,", bare.p[bare.n - 1]) != NULL)
        bare.n--;
    bool quoted = (e->node->flags & KHCT_NODE_QUOTED) != 0;
    khct_reader reader = khct_reader_of(&e->made->compilation->diags, NULL);
    reader.diags = NULL;
    khct_str said = khct_read_name(&reader, e->span, quoted, NULL);
    if (replace_within(e, &f, c, edit) || replace_capitals(e, &f, c, edit))
        return true;
    change core = c;
    if ((strip(&core, f.words) || strip(&core, bare)) && replace_within(e, &f, core, edit))
        return true;
    core = c;
    if (!strip(&core, said) && e->node->keyword == KHCT_K_NGAY)
        core.now = from_day(core.now);
    return replace(e, 0, e->raw.n, escaped(e, core.now, true, true), edit);
}

static bool edit_of(khct_arena *arena, const khct_in_made *made, const khct_in_difference *d,
                    khct_in_edit *edit)
{
    editing e = {.arena = arena, .made = made, .span = span_of(made, d->old)};
    const khct_tree *tree = tree_of(made, e.span.source);
    if (d->old == NULL || d->now == NULL || tree == NULL || e.span.end <= e.span.begin)
        return false;
    e.node = node_at(tree->top->first, e.span);
    if (e.node == NULL)
        return false;
    e.raw = khct_source_text(&made->compilation->sources, e.span);
    return make_edit(
        &e,
        (change){khct_folded_space(arena, d->old->text), khct_folded_space(arena, d->now->text)},
        edit);
}

/* --- all of them --- */

static int by_place(const void *left, const void *right)
{
    const khct_in_edit *a = left, *b = right;
    if (a->spot.file != b->spot.file)
        return a->spot.file < b->spot.file ? -1 : 1;
    if (a->spot.begin != b->spot.begin)
        return a->spot.begin < b->spot.begin ? -1 : 1;
    if (a->spot.end != b->spot.end)
        return a->spot.end < b->spot.end ? -1 : 1;
    return a->difference < b->difference ? -1 : a->difference > b->difference;
}

static bool same_edit(const khct_in_edit *a, const khct_in_edit *b)
{
    return a->spot.file == b->spot.file && a->spot.begin == b->spot.begin &&
           a->spot.end == b->spot.end && khct_str_eq(a->text, b->text);
}

khct_in_edits khct_in_edits_of(khct_arena *arena, const khct_in_made *made,
                               const khct_in_comparison *comparison)
{
    khct_in_edits edits = {0};
    for (size_t i = 0; i < comparison->list.n && i < KHCT_IN_MOST_EDITS; i++) {
        khct_in_edit edit = {.difference = i};
        if (edit_of(arena, made, &comparison->list.at[i], &edit))
            khct_push(arena, &edits) = edit;
    }
    khct_sort(arena, edits.at, edits.n, sizeof *edits.at, by_place);
    size_t n = 0;
    for (size_t i = 0; i < edits.n; i++) {
        khct_in_edit *edit = &edits.at[i], *before = n > 0 ? &edits.at[n - 1] : NULL;
        edit->again = before != NULL && same_edit(before, edit);
        bool apart = before == NULL || before->spot.file != edit->spot.file ||
                     before->spot.end <= edit->spot.begin;
        if (apart || edit->again)
            edits.at[n++] = *edit;
    }
    edits.n = n;
    return edits;
}

/* A file with its edits, which are those from *next on. */
static khct_str edited(khct_arena *arena, const khct_in_edits *edits, size_t *next, uint32_t file,
                       khct_str text, khct_in_spot *spots)
{
    khct_strs pieces = {0};
    size_t at = 0, length = 0;
    for (; *next < edits->n && edits->at[*next].spot.file == file; ++*next) {
        const khct_in_edit *edit = &edits->at[*next];
        size_t begin = length + edit->spot.begin - at;
        if (edit->again && spots != NULL)
            spots[*next] = spots[*next - 1];
        if (!edit->on || edit->again)
            continue;
        khct_push(arena, &pieces) = khct_str_sub(text, at, edit->spot.begin);
        khct_push(arena, &pieces) = edit->text;
        length = begin + edit->text.n;
        at = edit->spot.end;
        if (spots != NULL)
            spots[*next] = (khct_in_spot){file, begin, length};
    }
    khct_push(arena, &pieces) = khct_str_sub(text, at, text.n);
    return khct_str_join(arena, pieces.at, pieces.n);
}

khct_bundle *khct_in_edited(khct_arena *arena, const khct_bundle *bundle,
                            const khct_in_edits *edits, khct_in_spot *spots)
{
    khct_bundle *result = khct_alloc(arena, sizeof *result);
    size_t next = 0;
    for (size_t i = 0; i < bundle->files.n; i++) {
        const khct_bundled *file = &bundle->files.at[i];
        khct_push(arena, &result->files) =
            (khct_bundled){file->name, edited(arena, edits, &next, (uint32_t)i, file->text, spots)};
    }
    return result;
}

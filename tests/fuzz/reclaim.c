/* Documents that carry their source. The input is a plan, and after a line "%%%" what was changed
 * in the document since: on each line a paragraph's number and its new words; without that line,
 * every ninth paragraph has lost its last word. The first byte says, too, whether changes are taken
 * over. */
#include "fuzz.h"

#include "import/reclaim.h"

typedef struct reclaiming {
    khct_library *library;
    khct_str source, changes;
    bool own; /* the changes are the input's own */
    bool take;
} reclaiming;

enum { MOST_CHANGES = 4 }; /* each costs compilations */

static khct_in_paragraph **paragraphs_of(khct_arena *arena, const khct_in_document *d, size_t *n)
{
    KHCT_VEC(khct_in_paragraph *) all = {0};
    for (size_t i = 0; i < d->body.n; i++) {
        const khct_in_block *b = &d->body.at[i];
        if (b->paragraph != NULL)
            khct_push(arena, &all) = b->paragraph;
        for (size_t c = 0; b->table != NULL && c < b->table->cells.n; c++)
            for (size_t k = 0; k < b->table->cells.at[c].lines.n; k++)
                khct_push(arena, &all) = b->table->cells.at[c].lines.at[k];
    }
    *n = all.n;
    return all.at;
}

static void drop_words(const reclaiming *r, khct_in_document *d)
{
    size_t n, changes = 0;
    khct_in_paragraph **all = paragraphs_of(r->library->arena, d, &n);
    for (size_t i = 5; i < n && changes < MOST_CHANGES; i += 9, changes++) {
        khct_str *text = &all[i]->text;
        while (text->n > 1 && text->p[--text->n] != ' ')
            ;
        *text = khct_str_trim(*text);
    }
}

static void change_words(const reclaiming *r, khct_in_document *d)
{
    size_t n, changes = 0;
    khct_in_paragraph **all = paragraphs_of(r->library->arena, d, &n);
    for (khct_str rest = r->changes; rest.n > 0 && n > 0 && changes < MOST_CHANGES; changes++) {
        khct_str line = khct_str_sub(rest, 0, khct_str_find(rest, KHCT_STR("\n")));
        rest = khct_str_sub(rest, line.n < rest.n ? line.n + 1 : rest.n, rest.n);
        size_t at = 0, i = 0;
        for (; at < 6 && khct_digit_at(line, at); at++)
            i = 10 * i + (size_t)(line.p[at] - '0');
        khct_str words = khct_str_trim(khct_str_sub(line, at, line.n));
        if (words.n > 0)
            all[i % n]->text = words;
    }
}

static khct_in_made make(khct_library *library, const khct_bundle *bundle)
{
    khct_compile_options *options = khct_alloc(library->arena, sizeof *options);
    *options = khct_in_options(bundle);
    return khct_in_make(khct_compile_within(library, "a.khct", options), bundle, true);
}

static size_t comments_in(const khct_in_made *made)
{
    size_t n = 0;
    for (size_t i = 0; i < made->compilation->document->files.n; i++)
        n += made->compilation->document->files.at[i].tree->comments.n;
    return n;
}

static void check_findings(const khct_in_reclaimed *found)
{
    for (size_t i = 0; i < found->findings.n; i++) {
        khct_in_spot spot = found->findings.at[i].spot;
        if (spot.file == KHCT_NONE)
            continue;
        fuzz_require(found->files != NULL && spot.file < found->files->files.n &&
                         spot.begin <= spot.end &&
                         spot.end <= found->files->files.at[spot.file].text.n,
                     "a finding's place lies in its file");
    }
}

/* What is taken gives the document that stands there, but for what is said to be left. */
static void check_taken(khct_library *library, const khct_in_reclaimed *found,
                        const khct_in_made *before, const khct_in_document *shown)
{
    khct_in_made made = make(library, found->files);
    fuzz_require(made.document != NULL, "what is taken is a plan");
    khct_in_comparison left = khct_in_compare(library->arena, made.document, shown);
    fuzz_require(found->left || left.list.n + left.renumbered == 0, "what is left is said");
    fuzz_require(comments_in(&made) == comments_in(before), "comments stay");
}

static void reclaim(void *context)
{
    reclaiming *r = context;
    khct_arena *arena = r->library->arena;
    khct_in_carried carried = {.there = true};
    carried.fault = KHCT_MSG0(NONE);
    khct_push(arena, &carried.bundle.files) = (khct_bundled){KHCT_STR("a.khct"), r->source};
    khct_in_made shown = make(r->library, &carried.bundle);
    if (shown.document == NULL)
        return;
    bool faults = khct_diags_failed(&shown.compilation->diags);
    if (r->own)
        change_words(r, shown.document);
    else
        drop_words(r, shown.document);
    khct_in_made before = make(r->library, &carried.bundle);
    khct_in_comparison all = khct_in_compare(arena, before.document, shown.document);
    bool same = all.list.n + all.renumbered == 0;
    khct_in_reclaimed found = khct_in_reclaim(r->library, &carried, shown.document, r->take);
    fuzz_require(found.findings.n > 0, "something is said of a source");
    check_findings(&found);
    fuzz_require(!found.taken || (!faults && (same || r->take)), "only what is wanted is taken");
    fuzz_require(found.taken || !same || faults, "an unchanged document is its source");
    if (found.taken)
        check_taken(r->library, &found, &before, shown.document);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    enum { LARGEST = 12 << 10 }; /* each input is compiled a dozen times */
    khct_str text = {(const char *)bytes, size}, mark = KHCT_STR("\n%%%\n");
    if (size < 1 || size > LARGEST || !fuzz_is_text(text))
        return 0;
    size_t at = khct_str_find(text, mark);
    reclaiming r = {.library = fuzz_library(100),
                    .source = khct_str_sub(text, 0, at),
                    .own = at < size,
                    .take = bytes[0] % 2 == 0};
    if (r.own)
        r.changes = khct_str_sub(text, at + mark.n, size);
    if (r.library != NULL)
        khct_try(r.library->arena, reclaim, &r);
    return 0;
}

/* Reads the source that was made of JSON, and holds it against what the JSON said. */
#include "emit/khct/read.h"

#include "syntax/load.h"
#include "text/utf8.h"
#include "value/head.h"
#include "value/text.h"

const khct_from_path *khct_from_path_copy(khct_arena *arena, const khct_from_path *at)
{
    if (at == NULL)
        return NULL;
    khct_from_path *copy = khct_alloc(arena, sizeof *copy);
    *copy = *at;
    copy->up = khct_from_path_copy(arena, at->up);
    return copy;
}

khct_from_claim *khct_from_claim_add(khct_from *r, const khct_from_path *at, khct_keyword keyword)
{
    khct_from_claim *claim = &khct_push(r->arena, &r->claims);
    *claim = (khct_from_claim){.at = khct_from_path_copy(r->arena, at), .keyword = keyword};
    return claim;
}

typedef struct holding {
    khct_from *r;
    khct_reader reader;
    size_t next; /* claim */
} holding;

static bool same_words(const holding *h, khct_str a, khct_str b)
{
    return khct_str_eq(khct_nfc(h->r->arena, a), khct_nfc(h->r->arena, b));
}

static bool same_text(const holding *h, const khct_from_claim *claim, const khct_node *node)
{
    const khct_from_text *w = &claim->words;
    khct_text text = khct_read_text(&h->reader, node->value, node->flags & KHCT_NODE_QUOTED);
    if (text.stated != w->stated || text.n != w->list.n)
        return false;
    for (size_t i = 0; i < text.n; i++)
        if (text.at[i].kind != w->list.at[i].kind ||
            !same_words(h, text.at[i].words, w->list.at[i].words))
            return false;
    return true;
}

/* After the identifier, and whatever else stands before a line's words. */
static bool same_line(const holding *h, const khct_from_claim *claim, const khct_node *node)
{
    khct_span rest = node->value;
    khct_str raw = khct_source_text(h->reader.sources, rest);
    size_t at = claim->prefix < raw.n ? claim->prefix : raw.n;
    rest.begin += (uint32_t)at;
    bool stated = false;
    khct_str words = khct_read_name(&h->reader, rest, false, &stated);
    khct_str wanted = claim->words.list.n > 0 ? claim->words.list.at[0].words : KHCT_STR("");
    return !stated && same_words(h, words, wanted);
}

static bool same_heading(const holding *h, const khct_from_claim *claim, const khct_node *node)
{
    if (claim->title.p == NULL)
        return true;
    if (strpbrk(khct_block_at(claim->block)->heading, "CNYS") == NULL)
        return same_words(h, khct_read_name(&h->reader, node->value, false, NULL), claim->said);
    khct_head head = khct_read_head(&h->reader, NULL, claim->block, node->value, node->key);
    return same_words(h, khct_read_name(&h->reader, head.title_span, false, NULL), claim->title);
}

static bool hold_nodes(holding *h, const khct_node *node)
{
    for (; node != NULL; node = node->next) {
        const khct_from_claim *claim = h->next < h->r->claims.n ? &h->r->claims.at[h->next] : NULL;
        bool block = (node->flags & KHCT_NODE_BLOCK) != 0;
        bool same = claim != NULL && claim->keyword == node->keyword && claim->heading == block;
        if (same)
            same = block               ? same_heading(h, claim, node)
                   : claim->prefix > 0 ? same_line(h, claim, node)
                                       : same_text(h, claim, node);
        if (!same)
            return false;
        h->next++;
        if (!hold_nodes(h, node->first))
            return false;
    }
    return true;
}

void khct_from_hold(khct_from *r)
{
    khct_sources *sources = khct_alloc(r->arena, sizeof *sources);
    khct_diags *diags = khct_alloc(r->arena, sizeof *diags);
    sources->arena = diags->arena = r->arena;
    diags->sources = sources;
    khct_loader loader = {.diags = diags, .vocabulary = r->vocabulary};
    khct_document *document = khct_load_text(&loader, KHCT_STR("khct"), r->text, false);
    for (size_t i = 0; i < diags->list.n; i++)
        if (diags->list.at[i]->code == KHCT_KH9001)
            return; /* too deep to be read, which is said when it is compiled */
    holding h = {r, khct_reader_of(diags, khct_lexicon_new(r->arena)), 0};
    if (hold_nodes(&h, document->files.at[0].tree->top->first) && h.next == r->claims.n)
        return;
    size_t which = h.next < r->claims.n ? h.next : r->claims.n - 1;
    khct_from_fail(r, r->claims.n == 0 ? NULL : r->claims.at[which].at, KHCT_T_JSON_LOST, "");
}

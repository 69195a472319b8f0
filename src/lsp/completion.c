/* Completion: where the cursor stands, and the keywords that may stand there. */
#include "lsp/completion.h"

#include "text/fold.h"

#include <stdio.h>

enum { MOST = 300 };

/* --- items --- */

void khct_complete_from(khct_completing *k, uint32_t begin)
{
    while (begin < k->at && (k->text.p[begin] == ' ' || k->text.p[begin] == '\t' ||
                             k->text.p[begin] == '\n' || k->text.p[begin] == '\r'))
        begin++;
    k->begin = begin;
    k->typed = khct_str_sub(k->text, begin, k->at);
    k->folded = khct_fold_bare(k->arena, k->typed);
}

uint32_t khct_complete_entry(const khct_completing *k, uint32_t from, const char *signs)
{
    uint32_t at = k->at;
    while (at > from && strchr(signs, k->text.p[at - 1]) == NULL)
        at--;
    return at;
}

uint32_t khct_complete_element(const khct_completing *k, uint32_t from)
{
    static const char *const JOINS[] = {",", ";", " - ", " – ", " và ", "\n"};
    uint32_t begin = from;
    for (uint32_t at = from; at < k->at; at++)
        for (size_t i = 0; i < sizeof JOINS / sizeof JOINS[0]; i++)
            if (khct_str_starts(khct_str_sub(k->text, at, k->at), JOINS[i]))
                begin = at + (uint32_t)strlen(JOINS[i]);
    return begin;
}

/* The letters alone: "giai phap" and "giaiphap" are the same. */
static khct_str squeezed(khct_arena *arena, khct_str folded)
{
    char *bytes = khct_alloc_bytes(arena, folded.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < folded.n; i++)
        if (folded.p[i] != ' ')
            bytes[n++] = folded.p[i];
    return (khct_str){bytes, n};
}

static bool begins(khct_str text, khct_str with)
{
    return text.n >= with.n && memcmp(text.p, with.p, with.n) == 0;
}

/* True where each typed word begins a word of the text, in this order. */
static bool scattered(khct_str folded, khct_str typed)
{
    size_t from = 0;
    for (size_t at = 0; at < folded.n && from < typed.n; at++) {
        khct_str word = khct_str_sub(typed, from, typed.n);
        word.n = khct_str_find(word, KHCT_STR(" "));
        if ((at == 0 || folded.p[at - 1] == ' ') &&
            begins(khct_str_sub(folded, at, folded.n), word))
            from += word.n + 1;
    }
    return from >= typed.n;
}

enum { FITS, FITS_SCATTERED, FITS_NOT };

static int fits(khct_completing *k, khct_str text)
{
    khct_str folded = khct_fold_bare(k->arena, text);
    for (size_t at = 0; at < folded.n; at++)
        if ((at == 0 || folded.p[at - 1] == ' ') &&
            begins(khct_str_sub(folded, at, folded.n), k->folded))
            return FITS;
    if (begins(squeezed(k->arena, folded), squeezed(k->arena, k->folded)))
        return FITS;
    return scattered(folded, k->folded) ? FITS_SCATTERED : FITS_NOT;
}

enum { UNFIT = 4 };

/* How well the item fits what was typed: 0 by its label, 1 by other words, 2 and 3 where other
 * words stand between those of its label, of others; else UNFIT. */
static int fitness(khct_completing *k, const khct_offer *offer)
{
    if (k->typed.n == 0 || begins(offer->label, k->typed) || begins(offer->insert, k->typed))
        return 0;
    if (k->folded.n == 0)
        return UNFIT;
    int label = fits(k, offer->label);
    int other = offer->match.n > 0 && label != FITS ? fits(k, offer->match) : FITS_NOT;
    return label == FITS             ? 0
           : other == FITS           ? 1
           : label == FITS_SCATTERED ? 2
           : other == FITS_SCATTERED ? 3
                                     : UNFIT;
}

static void write_help(khct_completing *k, khct_str help)
{
    khct_json_key_object(k->w, "documentation");
    khct_json_key_cstr(k->w, "kind",
                       k->r->server->client.markdown_items ? "markdown" : "plaintext");
    khct_json_key_text(k->w, "value", help);
    khct_json_end_object(k->w);
}

void khct_complete_offer(khct_completing *k, khct_offer offer)
{
    const khct_server *server = k->r->server;
    char sort[32];
    if (offer.insert.n == 0)
        offer.insert = offer.label;
    int fit = fitness(k, &offer);
    if (fit == UNFIT || (offer.snippet && !server->client.snippets))
        return;
    if (k->count++ >= MOST)
        return;
    snprintf(sort, sizeof sort, "%d%d%04zu", fit, offer.rank, k->count);
    khct_json_object(k->w);
    khct_json_key_text(k->w, "label", offer.label);
    khct_json_key_int(k->w, "kind", offer.kind);
    if (offer.detail.n > 0)
        khct_json_key_text(k->w, "detail", offer.detail);
    if (offer.help.n > 0)
        write_help(k, offer.help);
    khct_json_key_cstr(k->w, "sortText", sort);
    /* the server has chosen by words without marks; the editor is to let all of them pass */
    khct_json_key_text(k->w, "filterText", k->typed.n > 0 ? k->typed : offer.label);
    if (offer.snippet)
        khct_json_key_int(k->w, "insertTextFormat", 2);
    khct_json_key_object(k->w, "textEdit");
    khct_json_key(k->w, KHCT_STR("range"));
    khct_w_range(k->w, k->r->lines, server->encoding, k->begin, k->at);
    khct_json_key_text(k->w, "newText", offer.insert);
    khct_json_end_object(k->w);
    khct_json_end_object(k->w);
}

void khct_complete_plain(khct_completing *k, khct_str label, int kind, int rank)
{
    khct_complete_offer(k, (khct_offer){.label = label, .kind = kind, .rank = rank});
}

void khct_complete_named(khct_completing *k, khct_str label, khct_str words, int kind, int rank)
{
    khct_complete_offer(
        k, (khct_offer){label, .detail = words, .match = words, .kind = kind, .rank = rank});
}

khct_str khct_complete_word(const khct_completing *k, khct_keyword keyword)
{
    const khct_keyword_row *row = khct_keyword_at(keyword);
    return khct_str_of(k->marked ? row->marked : row->unmarked);
}

/* --- keywords --- */

static bool given(const khct_node *block, khct_keyword keyword, const khct_node *but)
{
    for (const khct_node *n = block->first; n != NULL; n = n->next)
        if (n->keyword == keyword && n != but)
            return true;
    return false;
}

static void offer_keyword(khct_completing *k, const khct_place *place)
{
    const khct_keyword_row *row = khct_keyword_at(place->keyword);
    khct_language language = k->r->server->language;
    khct_str word = khct_complete_word(k, place->keyword);
    khct_offer offer = {.label = word,
                        .detail = khct_str_of(row->help[language]),
                        .match = khct_str_of(k->marked ? row->unmarked : row->marked),
                        .kind = place->how == KHCT_FIELD ? KHCT_ITEM_FIELD : KHCT_ITEM_KEYWORD,
                        .rank = place->how == KHCT_DECLARATION ? 3 : 2};
    if (place->how != KHCT_DECLARATION) {
        bool snippets = k->r->server->client.snippets;
        offer.insert = KHCT_JOIN(k->arena, word, snippets ? "  $1;$0" : " ");
        offer.snippet = snippets;
        khct_complete_offer(k, offer);
        return;
    }
    offer.insert = KHCT_JOIN(k->arena, word, " ");
    khct_complete_offer(k, offer);
    offer.label = KHCT_JOIN(k->arena, word, " < … >");
    offer.insert = khct_lsp_block(k->arena, k->plan, place->opens, word, k->marked);
    offer.kind = KHCT_ITEM_SNIPPET;
    offer.rank = 4;
    offer.snippet = true;
    khct_complete_offer(k, offer);
}

static void complete_items(khct_completing *k, bool fields_only)
{
    const khct_node *block = k->where.block;
    khct_complete_from(k, k->where.from);
    KHCT_EACH_PLACE (p, block->opens)
        if (!(fields_only && p->how == KHCT_DECLARATION) &&
            !(p->times == KHCT_ONCE && given(block, p->keyword, k->where.node)))
            offer_keyword(k, p);
}

/* --- the request --- */

/* A comment, or a place between quotation marks where nothing is to be offered. */
static bool in_comment(const khct_completing *k)
{
    for (size_t i = 0; i < k->tree->comments.n; i++) {
        khct_span span = k->tree->comments.at[i].span;
        if (span.begin < k->at && k->at <= span.end)
            return true;
    }
    return false;
}

/* In `tieuchi 1.7 < giai|` the sign is no opener yet, since no keyword stands after it: what is
 * being typed is to be one. The byte after the sign; 0: there is none. */
static uint32_t behind_opener(const khct_completing *k)
{
    for (uint32_t at = k->at; at > k->where.from; at--) {
        char c = k->text.p[at - 1];
        if (c == '<')
            return at;
        if (c == ';' || c == '>' || c == '\n')
            return 0;
    }
    return 0;
}

static void complete(khct_completing *k)
{
    const khct_node *node = k->where.node;
    if (in_comment(k))
        return;
    if (k->where.spot == KHCT_SPOT_ITEM) {
        complete_items(k, false);
        return;
    }
    if (k->where.spot == KHCT_SPOT_HEADING && behind_opener(k) > 0) {
        k->where = (khct_where){.spot = KHCT_SPOT_ITEM, .block = node, .from = behind_opener(k)};
        complete_items(k, false);
        return;
    }
    if (k->where.spot == KHCT_SPOT_HEADING) {
        khct_complete_from(k, k->where.from);
        khct_complete_heading(k, node->opens);
        return;
    }
    if (k->where.line_start) {
        complete_items(k, true);
        return;
    }
    const khct_place *place =
        node->keyword == KHCT_KEYWORD_NONE ? NULL : khct_place_of(node->inside, node->keyword);
    if (place == NULL)
        return;
    khct_complete_from(k, k->where.from);
    khct_complete_value(k, place->type);
}

/* The text as the analysis has it, where that is up to date. */
static bool take_text(khct_completing *k)
{
    khct_request *r = k->r;
    const khct_document *document = r->c->document;
    uint32_t source =
        r->analysis->stale ? KHCT_NO_SOURCE : khct_analysis_source(r->analysis, r->open->path);
    for (size_t i = 0; source != KHCT_NO_SOURCE && i < document->files.n; i++) {
        if (document->files.at[i].tree->source != source)
            continue;
        k->source = source;
        k->tree = document->files.at[i].tree;
        k->reader = (khct_reader){
            .arena = k->arena, .sources = &r->c->sources, .lexicon = k->library->lexicon};
        r->lines = &r->analysis->lines[source];
        k->text = r->lines->text;
        return true;
    }
    return false;
}

/* The text as it stands, read anew: the analysis lags behind it. */
static void read_text(khct_completing *k)
{
    khct_request *r = k->r;
    khct_sources *sources = khct_alloc(k->arena, sizeof *sources);
    khct_diags *diags = khct_alloc(k->arena, sizeof *diags);
    khct_lines *lines = khct_alloc(k->arena, sizeof *lines);
    *sources = (khct_sources){.arena = k->arena};
    *diags = (khct_diags){.arena = k->arena, .sources = sources};
    k->source = khct_source_add(sources, KHCT_STR(""), khct_open_str(r->open));
    k->text = sources->files.at[0].text;
    k->tree = khct_parse(diags, k->library->vocabulary, k->source);
    k->reader =
        (khct_reader){.arena = k->arena, .sources = sources, .lexicon = k->library->lexicon};
    *lines = khct_lines_of(k->arena, k->text);
    r->lines = lines;
}

static void work(void *context)
{
    khct_request *r = context;
    khct_server *server = r->server;
    khct_completing k = {
        .r = r, .arena = r->arena, .w = r->w, .library = server->library, .plan = r->plan};
    khct_place_at place;
    if (!khct_place_read(json_object_get(r->params, "position"), &place)) {
        khct_refuse(r, KHCT_RPC_PARAMS, "thiếu vị trí", "the position is missing");
        return;
    }
    if (!take_text(&k))
        read_text(&k);
    k.at = khct_byte_of_place(r->lines, server->encoding, place);
    k.where = khct_where_of(k.tree, k.text, k.at);
    k.marked = khct_prefers_marks(k.tree);
    khct_json_object(r->w);
    khct_json_key_list(r->w, "items");
    complete(&k);
    khct_json_end_list(r->w);
    khct_json_key_bool(r->w, "isIncomplete", true);
    khct_json_end_object(r->w);
}

void khct_lsp_completion(khct_request *r)
{
    khct_server *server = r->server;
    r->analysis = khct_analysis_stale(server, r->open->path);
    if (r->analysis == NULL)
        r->analysis = khct_analysis_of(server, r->open->path);
    if (r->analysis == NULL)
        return;
    r->c = r->analysis->compilation;
    r->plan = r->c->plan;
    if (!khct_analysis_try(server, r->analysis, work, r))
        khct_refuse(r, KHCT_RPC_INTERNAL, "hết bộ nhớ", "out of memory");
}

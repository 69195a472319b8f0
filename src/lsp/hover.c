/* Hover: what the word under the cursor means. */
#include "lsp/hover.h"

/* --- putting the page together --- */

const char *khct_hover_in(const khct_hovering *h, const char *vi, const char *en)
{
    return khct_tell(h->r->server, vi, en);
}

void khct_hover_say(khct_hovering *h, const char *vi, const char *en)
{
    KHCT_HOVER(h, khct_hover_in(h, vi, en));
}

void khct_hover_block(khct_hovering *h)
{
    if (h->pieces.n > 0)
        KHCT_HOVER(h, "\n\n");
}

/* Between marks of Markdown, where it is shown as that. */
static void put_marked(khct_hovering *h, const char *mark, khct_str text)
{
    const char *shown = h->r->server->client.markdown ? mark : "";
    KHCT_HOVER(h, shown, text, shown);
}

void khct_hover_bold(khct_hovering *h, khct_str text)
{
    put_marked(h, "**", text);
}

void khct_hover_code(khct_hovering *h, khct_str text)
{
    put_marked(h, "`", text);
}

void khct_hover_long_date(khct_hovering *h, khct_date date)
{
    if (h->r->server->language == KHCT_VI)
        KHCT_HOVER(h, khct_date_long(h->arena, date));
    else
        KHCT_HOVER(h, khct_date_short(h->arena, date));
}

void khct_hover_days(khct_hovering *h, khct_date from, khct_date to)
{
    khct_str first = khct_date_short(h->arena, from), last = khct_date_short(h->arena, to);
    if (from == KHCT_NO_DATE && to == KHCT_NO_DATE)
        return;
    if (from == KHCT_NO_DATE)
        KHCT_HOVER(h, khct_hover_in(h, "đến ", "until "), last);
    else if (to == KHCT_NO_DATE)
        KHCT_HOVER(h, khct_hover_in(h, "từ ", "from "), first);
    else if (from == to)
        KHCT_HOVER(h, first, khct_hover_in(h, ", 1 ngày", ", 1 day"));
    else
        KHCT_HOVER(h, first, " – ", last, ", ", (long long)to - from + 1,
                   khct_hover_in(h, " ngày", " days"));
}

/* --- the request --- */

static void keyword_help(khct_hovering *h, const khct_node *node)
{
    if (node->keyword == KHCT_KEYWORD_NONE)
        return;
    const khct_keyword_row *row = khct_keyword_at(node->keyword);
    khct_hover_block(h);
    khct_hover_code(h, khct_str_of(row->unmarked));
    KHCT_HOVER(h, " (", row->marked, "): ", row->help[h->r->server->language]);
}

/* What is wrong here, and why, for codes that have a page. */
static void codes(khct_hovering *h)
{
    const khct_diags *diags = &h->r->c->diags;
    khct_language language = h->r->server->language;
    for (size_t i = 0; i < diags->list.n; i++) {
        const khct_diag *diag = diags->list.at[i];
        const khct_code_row *row = khct_code_at(diag->code);
        if (diag->span.source != h->r->source || h->r->at < diag->span.begin ||
            h->r->at > diag->span.end || row->explain[language][0] == '\0')
            continue;
        khct_hover_block(h);
        khct_hover_bold(h, khct_str_of(row->name));
        KHCT_HOVER(h, " ", row->explain[language]);
    }
}

static void write_answer(khct_hovering *h)
{
    khct_json_writer *w = h->r->w;
    khct_json_object(w);
    khct_json_key_object(w, "contents");
    khct_json_key_cstr(w, "kind", h->r->server->client.markdown ? "markdown" : "plaintext");
    khct_json_key_text(w, "value", khct_str_join(h->arena, h->pieces.at, h->pieces.n));
    khct_json_end_object(w);
    if (h->span.begin < h->span.end)
        khct_w_span(h->r, "range", h->span);
    khct_json_end_object(w);
}

void khct_lsp_hover(khct_request *r)
{
    khct_hovering h = {.r = r, .arena = r->arena, .plan = r->plan};
    const khct_node *node = khct_node_at(r->file->tree, r->at);
    if (node != NULL && r->at >= node->key.begin && r->at <= node->key.end) {
        h.span = node->key;
        keyword_help(&h, node);
        khct_hover_value(&h, node);
        khct_hover_task(&h, node);
    } else if (node != NULL) {
        khct_hover_reference(&h, node);
        if (h.pieces.n == 0)
            khct_hover_value(&h, node);
        if (h.pieces.n == 0)
            khct_hover_task(&h, node);
        if (h.pieces.n > 0 && h.span.begin == h.span.end)
            h.span = node->value;
    }
    codes(&h);
    if (h.pieces.n > 0)
        write_answer(&h);
}

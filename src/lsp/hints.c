/* Inlay hints: titles of criteria, sums of money, counts of criteria. */
#include "lsp/server.h"

#include "lsp/where.h"

typedef struct hinting {
    khct_request *r;
    uint32_t from, to;
} hinting;

static void write_hint(hinting *h, uint32_t at, khct_str label)
{
    khct_json_writer *w = h->r->w;
    if (at < h->from || at > h->to)
        return;
    khct_json_object(w);
    khct_json_key(w, KHCT_STR("position"));
    khct_w_place(w, khct_place_of_byte(h->r->lines, h->r->server->encoding, at));
    khct_json_key_text(w, "label", label);
    khct_json_key_bool(w, "paddingLeft", true);
    khct_json_end_object(w);
}

/* "Σ 12.000.000 đồng, bỏ ngoài 1 khoản" */
static khct_str sum_words(hinting *h, const char *lead, const khct_sum *sum)
{
    khct_arena *arena = h->r->arena;
    khct_str words = KHCT_JOIN(arena, lead, khct_amount_text(arena, sum->amount), " đồng");
    if (sum->left_out == 0)
        return words;
    return KHCT_JOIN(arena, words, khct_tell(h->r->server, ", bỏ ngoài ", ", without "),
                     sum->left_out, khct_tell(h->r->server, " khoản", " of the amounts"));
}

static void hint_improvement(hinting *h, const khct_improvement *improvement)
{
    const khct_node *node = improvement->node;
    if (node->span.source != h->r->source)
        return;
    khct_sum cost = khct_improvement_cost(h->r->c->work, improvement);
    uint32_t end = node->value.end > node->key.end ? node->value.end : node->key.end;
    if (improvement->title.n == 0 && improvement->criterion != NULL)
        write_hint(h, end, improvement->criterion->title);
    else if (improvement->title.n == 0 && improvement->article_item != NULL)
        write_hint(h, end, improvement->article_item->text);
    if (improvement->tasks.n > 1 && cost.counted > 1)
        write_hint(h, end, sum_words(h, "Σ ", &cost));
}

static void hint_plan(hinting *h)
{
    const khct_node *node = h->r->plan->heading.node;
    const khct_sum *all = &h->r->c->work->money.all;
    if (node != NULL && node->span.source == h->r->source && all->counted > 1)
        write_hint(h, node->key.end,
                   sum_words(h, khct_tell(h->r->server, "Σ kinh phí ", "Σ money "), all));
}

static void hint_money(hinting *h, const khct_node *node)
{
    const khct_money *money = khct_meaning_of(h->r->plan->values, node)->money;
    khct_sums sums = khct_money_sums(money);
    bool product = sums.all.counted == 1 && money->parts.n == 1 && money->parts.at[0].factors > 0;
    if (sums.all.counted > 1 || product)
        write_hint(h, node->value.end, sum_words(h, "= ", &sums.all));
}

static void hint_levels(hinting *h, const khct_results *results, const khct_node *node)
{
    long long n = 0;
    for (size_t i = 0; i < results->results.n; i++) {
        khct_span span = results->results.at[i].span;
        n += span.source == node->value.source && node->value.begin <= span.begin &&
             span.end <= node->value.end;
    }
    if (n > 1)
        write_hint(h, node->value.end,
                   KHCT_JOIN(h->r->arena, n, khct_tell(h->r->server, " tiêu chí", " criteria")));
}

void khct_lsp_hints(khct_request *r)
{
    hinting h = {.r = r};
    if (!khct_lsp_range(r, json_object_get(r->params, "range"), &h.from, &h.to))
        return;
    khct_json_list(r->w);
    hint_plan(&h);
    for (size_t i = 0; i < r->plan->improvements.n; i++)
        hint_improvement(&h, &r->plan->improvements.at[i]);
    for (const khct_node *n = r->file->tree->top; (n = khct_node_next(n)) != NULL;)
        if (n->keyword == KHCT_K_KINHPHI && khct_place_of(n->inside, n->keyword) != NULL &&
            n->value.end >= h.from && n->value.begin <= h.to)
            hint_money(&h, n);
    for (size_t i = 0; i < r->plan->results.n; i++) {
        const khct_node *block = r->plan->results.at[i].node;
        for (const khct_node *n = block->first; n != NULL && block->span.source == r->source;
             n = n->next)
            if (n->keyword == KHCT_K_MUC || n->keyword == KHCT_K_KHONGDAT)
                hint_levels(&h, &r->plan->results.at[i], n);
    }
    khct_json_end_list(r->w);
}

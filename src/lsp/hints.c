/* Inlay hints: titles of criteria, sums of money, counts of criteria. */
#include "lsp/server.h"

#include "lsp/where.h"

typedef struct hinting {
    khct_request *r;
    uint32_t from, to;
} hinting;

static void write_hint(hinting *h, uint32_t at, khct_str label)
{
    khct_writer *w = h->r->w;
    if (at < h->from || at > h->to)
        return;
    khct_w_open(w, '{');
    khct_w_key(w, "position");
    khct_w_place(w, khct_place_of_byte(h->r->lines, h->r->server->encoding, at));
    khct_w_key_str(w, "label", label);
    khct_w_key_bool(w, "paddingLeft", true);
    khct_w_close(w, '}');
}

static khct_str sum_words(hinting *h, const char *lead, int64_t total)
{
    khct_str pieces[] = {khct_str_of(lead), khct_money_text(h->r->arena, total), KHCT_STR(" đồng")};
    return khct_str_join(h->r->arena, pieces, 3);
}

/* Sums of an improvement's tasks; their number with money in *count. */
static int64_t total_of(const khct_improvement *improvement, size_t *count)
{
    int64_t total = 0;
    *count = 0;
    for (size_t i = 0; i < improvement->tasks.n; i++) {
        const khct_fields *fields = &improvement->tasks.at[i].fields;
        const khct_field *field = khct_field_of(fields, KHCT_K_KINHPHI);
        if (field == NULL || field->inherited || field->value.money == NULL ||
            !field->value.money->has_total || field->value.money->total > KHCT_MONEY_LIMIT ||
            total > KHCT_MONEY_LIMIT * 1000)
            continue;
        total += field->value.money->total;
        ++*count;
    }
    return total;
}

static void hint_improvement(hinting *h, const khct_improvement *improvement)
{
    const khct_node *node = improvement->node;
    size_t count;
    int64_t total = total_of(improvement, &count);
    if (node->span.source != h->r->source)
        return;
    uint32_t end = node->value.end > node->key.end ? node->value.end : node->key.end;
    if (improvement->title.n == 0 && improvement->criterion != NULL)
        write_hint(h, end, improvement->criterion->title);
    else if (improvement->title.n == 0 && improvement->article_item != NULL)
        write_hint(h, end, improvement->article_item->text);
    if (count > 1)
        write_hint(h, end, sum_words(h, "Σ ", total));
}

static void hint_plan(hinting *h)
{
    const khct_plan *plan = h->r->plan;
    const khct_node *node = plan->heading.node;
    int64_t total = 0;
    size_t count = 0, tasks;
    for (size_t i = 0; i < plan->improvements.n && total < KHCT_MONEY_LIMIT * 1000; i++) {
        total += total_of(&plan->improvements.at[i], &tasks);
        count += tasks;
    }
    if (node != NULL && node->span.source == h->r->source && count > 1)
        write_hint(h, node->key.end,
                   sum_words(h, khct_tell(h->r->server, "Σ kinh phí ", "Σ money "), total));
}

static void hint_money(hinting *h, const khct_node *node)
{
    const khct_money *money = khct_meaning_of(h->r->plan->values, node)->money;
    size_t amounts = 0;
    for (size_t i = 0; money != NULL && i < money->parts.n; i++)
        amounts += money->parts.at[i].has_amount;
    if (amounts > 1 && money->has_total)
        write_hint(h, node->value.end, sum_words(h, "= ", money->total));
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
                   khct_str_cat(h->r->arena, khct_str_number(h->r->arena, n),
                                khct_str_of(khct_tell(h->r->server, " tiêu chí", " criteria"))));
}

void khct_lsp_hints(khct_request *r)
{
    hinting h = {.r = r};
    if (!khct_lsp_range(r, json_object_get(r->params, "range"), &h.from, &h.to))
        return;
    khct_w_open(r->w, '[');
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
    khct_w_close(r->w, ']');
}

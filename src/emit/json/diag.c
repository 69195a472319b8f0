/* Diagnostics, and the places in the JSON that they speak of. */
#include "emit/json/emit.h"

#include "diag/json.h"

/* --- places --- */

static bool covers(khct_span outer, khct_span inner)
{
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

/* The child at the place, and how many of its keyword (or of all, in order) stand before it. */
static const khct_node *child_at(const khct_node *block, khct_span span, size_t *index)
{
    const khct_node *n = block->first;
    while (n != NULL && !covers(n->span, span))
        n = n->next;
    *index = 0;
    bool all = khct_json_in_order(block->opens);
    for (const khct_node *k = block->first; n != NULL && k != n; k = k->next)
        *index += all || k->keyword == n->keyword;
    return n;
}

static void put_child_pointer(khct_out *out, const khct_node *block, khct_span span)
{
    size_t index;
    for (const khct_node *n = child_at(block, span, &index); n != NULL;
         block = n, n = child_at(block, span, &index)) {
        const khct_place *place = khct_place_of(block->opens, n->keyword);
        if (place == NULL)
            return;
        if (khct_json_in_order(block->opens))
            KHCT_OUT(out, "/", khct_json_name(KHCT_J_ITEMS), "/", index);
        KHCT_OUT(out, "/", khct_json_name(n->keyword));
        if (!khct_json_in_order(block->opens) && place->times == KHCT_MANY)
            KHCT_OUT(out, "/", index);
    }
}

static void put_pointer(khct_json_writer *w, khct_span span, void *context)
{
    khct_json_emitter *e = context;
    const khct_json_top *top = span.source == KHCT_NO_SOURCE ? NULL : khct_json_top_at(e, span);
    if (top == NULL || !covers(top->node->span, span)) {
        khct_json_null(w);
        return;
    }
    khct_json_open_string(w);
    khct_out_str(w->out, khct_json_top_pointer(e->scratch, top));
    put_child_pointer(w->out, top->node, span);
    khct_json_close_string(w);
}

void khct_json_diagnostics(khct_json_emitter *e)
{
    const khct_diags *diags = e->plan->diags;
    khct_diag_form form = {.places = e->options->places,
                           .whole = true,
                           .put_pointer = put_pointer,
                           .context = e,
                           .arena = e->scratch};
    KHCT_JSON_LIST (&e->w, i, diags->list.n) {
        khct_json_diag(&e->w, diags, diags->list.at[i], &form);
        khct_arena_reset(e->scratch);
    }
}

/* Diagnostics, and the places in the JSON that they speak of. */
#include "emit/json/emit.h"

#include "diag/json.h"

#define J(id) KHCT_JSON_J(e, id)

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

static void put_child_pointer(khct_json_emitter *e, const khct_node *block, khct_span span)
{
    khct_json_writer *w = &e->w;
    size_t index;
    for (const khct_node *n = child_at(block, span, &index); n != NULL;
         block = n, n = child_at(block, span, &index)) {
        const khct_place *place = khct_place_of(block->opens, n->keyword);
        if (place == NULL)
            return;
        if (khct_json_in_order(block->opens)) {
            khct_json_piece(w, KHCT_STR("/"));
            khct_json_piece(w, khct_str_of(khct_json_name(KHCT_J_ITEMS)));
            khct_json_piece(w, KHCT_STR("/"));
            khct_json_piece_number(w, index);
        }
        khct_json_piece(w, KHCT_STR("/"));
        khct_json_piece(w, khct_str_of(khct_json_name(n->keyword)));
        if (!khct_json_in_order(block->opens) && place->times == KHCT_MANY) {
            khct_json_piece(w, KHCT_STR("/"));
            khct_json_piece_number(w, index);
        }
    }
}

static void put_place(khct_json_emitter *e, khct_span span)
{
    const khct_json_top *top = span.source == KHCT_NO_SOURCE ? NULL : khct_json_top_at(e, span);
    J(PLACE);
    if (top == NULL || !covers(top->node->span, span)) {
        khct_json_null(&e->w);
        return;
    }
    khct_json_open_string(&e->w);
    khct_json_piece(&e->w, khct_json_top_pointer(e->scratch, top));
    put_child_pointer(e, top->node, span);
    khct_json_close_string(&e->w);
}

static void put_span(khct_json_emitter *e, khct_span span)
{
    if (!e->options->places)
        return;
    J(SPAN);
    khct_json_span(e, span);
}

/* --- messages --- */

static void put_message(khct_json_emitter *e, khct_message message)
{
    khct_json_writer *w = &e->w;
    if (message.id == KHCT_T_NONE) {
        khct_json_null(w);
        return;
    }
    khct_json_object(w);
    J(VI);
    khct_json_any_text(w, khct_message_text(e->scratch, message, KHCT_VI));
    J(EN);
    khct_json_any_text(w, khct_message_text(e->scratch, message, KHCT_EN));
    khct_json_end_object(w);
}

static void put_remarks(khct_json_emitter *e, const khct_diag *diag, bool hints)
{
    khct_json_list(&e->w);
    for (size_t i = 0; i < diag->remarks.n; i++)
        if (diag->remarks.at[i].hint == hints)
            put_message(e, diag->remarks.at[i].message);
    khct_json_end_list(&e->w);
}

static void put_related(khct_json_emitter *e, const khct_diag *diag)
{
    khct_json_list(&e->w);
    for (size_t i = 0; i < diag->related.n; i++) {
        khct_json_object(&e->w);
        J(MESSAGE);
        put_message(e, diag->related.at[i].message);
        put_place(e, diag->related.at[i].span);
        put_span(e, diag->related.at[i].span);
        khct_json_end_object(&e->w);
    }
    khct_json_end_list(&e->w);
}

static void put_fix(khct_json_emitter *e, const khct_fix *fix)
{
    khct_json_writer *w = &e->w;
    khct_json_object(w);
    J(GRADE);
    khct_json_cstr(w, khct_grade_name(fix->grade));
    J(TITLE);
    put_message(e, fix->title);
    J(EDITS);
    khct_json_list(w);
    for (size_t i = 0; i < fix->edits.n; i++) {
        khct_json_object(w);
        J(TEXT);
        khct_json_text(w, fix->edits.at[i].text);
        put_span(e, fix->edits.at[i].span);
        khct_json_end_object(w);
    }
    khct_json_end_list(w);
    khct_json_end_object(w);
}

static void put_diag(khct_json_emitter *e, const khct_diag *diag)
{
    khct_json_writer *w = &e->w;
    khct_json_object(w);
    J(CODE);
    khct_json_open_string(w);
    khct_json_piece(w, KHCT_STR("KH"));
    khct_json_piece(w, khct_str_of(khct_code_at(diag->code)->number));
    khct_json_close_string(w);
    J(SEVERITY);
    khct_json_cstr(w, khct_severity_name(diag->severity));
    J(MESSAGE);
    put_message(e, diag->message);
    J(LABEL);
    put_message(e, diag->label);
    put_place(e, diag->span);
    J(SUBJECT);
    khct_json_text_or_null(w, diag->subject);
    J(RELATED);
    put_related(e, diag);
    J(NOTES);
    put_remarks(e, diag, false);
    J(HINTS);
    put_remarks(e, diag, true);
    J(FIXES);
    khct_json_list(w);
    for (size_t i = 0; i < diag->fixes.n; i++)
        put_fix(e, &diag->fixes.at[i]);
    khct_json_end_list(w);
    J(ACCEPTED);
    if (diag->accepted.p == NULL)
        khct_json_null(w);
    else
        khct_json_text(w, diag->accepted);
    put_span(e, diag->span);
    khct_json_end_object(w);
    khct_arena_reset(e->scratch);
}

void khct_json_diagnostics(khct_json_emitter *e)
{
    const khct_diags *diags = e->plan->diags;
    khct_json_list(&e->w);
    for (size_t i = 0; i < diags->list.n; i++)
        put_diag(e, diags->list.at[i]);
    khct_json_end_list(&e->w);
}

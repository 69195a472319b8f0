/* Semantic tokens: keywords where they are keywords, and what words refer to. */
#include "lsp/tokens.h"

#include "lsp/refs.h"
#include "lsp/server.h"
#include "lsp/where.h"
#include "text/sort.h"

typedef struct token {
    uint32_t begin, end;
    khct_token_kind kind;
    unsigned modifiers;
} token;

typedef KHCT_VEC(token) tokens;

static bool past(const khct_plan *plan, const khct_force *force)
{
    khct_date day = plan->heading.date.date;
    return day != KHCT_NO_DATE && force->to.date != KHCT_NO_DATE && day > force->to.date;
}

static token token_of(const khct_plan *plan, const khct_ref *ref)
{
    static const khct_token_kind KINDS[] = {
        [KHCT_REF_CRITERION] = KHCT_TOKEN_CRITERION, [KHCT_REF_STANDARD] = KHCT_TOKEN_CRITERION,
        [KHCT_REF_ITEM] = KHCT_TOKEN_CRITERION,      [KHCT_REF_LEVEL] = KHCT_TOKEN_NUMBER,
        [KHCT_REF_ROLE] = KHCT_TOKEN_ROLE,           [KHCT_REF_SHORT] = KHCT_TOKEN_SHORT,
        [KHCT_REF_LEGAL] = KHCT_TOKEN_LAW,           [KHCT_REF_CATALOGUE] = KHCT_TOKEN_LIBRARY,
        [KHCT_REF_TEMPLATE] = KHCT_TOKEN_LIBRARY,    [KHCT_REF_SECTION] = KHCT_TOKEN_LIBRARY,
        [KHCT_REF_FILE] = KHCT_TOKEN_STRING,         [KHCT_REF_CODE] = KHCT_TOKEN_CRITERION};
    token t = {ref->span.begin, ref->span.end, KINDS[ref->kind], 0};
    if (ref->declaration)
        t.modifiers |= KHCT_TOKEN_DECLARATION;
    if ((ref->kind == KHCT_REF_ROLE && plan->roles.at[ref->number].library) ||
        (ref->kind == KHCT_REF_SHORT && plan->abbreviations.at[ref->number].library))
        t.modifiers |= KHCT_TOKEN_FROM_LIBRARY;
    if ((ref->kind == KHCT_REF_LEGAL && past(plan, &ref->legal->force)) ||
        (ref->kind == KHCT_REF_CATALOGUE && past(plan, &ref->catalogue->force)))
        t.modifiers |= KHCT_TOKEN_DEPRECATED;
    return t;
}

static void add_node(khct_request *r, tokens *all, khct_refs_reading *reading,
                     const khct_node *node)
{
    const khct_place *place =
        node->keyword == KHCT_KEYWORD_NONE ? NULL : khct_place_of(node->inside, node->keyword);
    if (place == NULL || node->flags & (KHCT_NODE_UNKNOWN | KHCT_NODE_MISPLACED))
        return;
    khct_push(r->arena, all) =
        (token){node->key.begin, node->key.end,
                place->how == KHCT_FIELD ? KHCT_TOKEN_FIELD : KHCT_TOKEN_KEYWORD, 0};
    reading->refs->n = 0;
    khct_refs_of(reading, node);
    for (size_t i = 0; i < reading->refs->n; i++)
        khct_push(r->arena, all) = token_of(r->plan, &reading->refs->at[i]);
}

static int by_place(const void *a, const void *b)
{
    const token *x = a, *y = b;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    return (x->end < y->end) - (x->end > y->end);
}

/* Writes one token, a line at a time, as differences from the one before. */
static void write_token(khct_request *r, const token *t, khct_place_at *before)
{
    khct_encoding encoding = r->server->encoding;
    uint32_t begin = t->begin;
    while (begin < t->end) {
        khct_place_at place = khct_place_of_byte(r->lines, encoding, begin);
        uint32_t next = place.line + 1 < r->lines->n ? r->lines->at[place.line + 1] : t->end;
        uint32_t end = next < t->end ? next : t->end;
        uint32_t last = end;
        while (last > begin &&
               (r->lines->text.p[last - 1] == '\n' || r->lines->text.p[last - 1] == '\r'))
            last--;
        uint32_t units = khct_units(khct_str_sub(r->lines->text, begin, last), encoding);
        if (units > 0) {
            khct_json_int(r->w, place.line - before->line);
            khct_json_int(r->w,
                          place.line == before->line ? place.unit - before->unit : place.unit);
            khct_json_int(r->w, units);
            khct_json_int(r->w, t->kind);
            khct_json_int(r->w, t->modifiers);
            *before = place;
        }
        begin = end;
        while (begin < t->end &&
               (r->lines->text.p[begin] == ' ' || r->lines->text.p[begin] == '\t'))
            begin++;
    }
}

static void write_tokens(khct_request *r, uint32_t from, uint32_t to)
{
    tokens all = {0};
    khct_refs refs = {0};
    khct_refs_reading reading = khct_refs_begin(r->arena, r->c, &refs);
    for (const khct_node *n = r->file->tree->top; (n = khct_node_next(n)) != NULL;)
        if (n->key.begin < to && (n->span.end > from || n->value.end > from))
            add_node(r, &all, &reading, n);
    for (size_t i = 0; i < r->file->tree->comments.n; i++) {
        khct_span span = r->file->tree->comments.at[i].span;
        khct_push(r->arena, &all) = (token){span.begin, span.end, KHCT_TOKEN_COMMENT, 0};
    }
    khct_sort_vec(r->arena, &all, by_place);
    khct_place_at before = {0, 0};
    uint32_t end = 0;
    khct_json_object(r->w);
    khct_json_key_list(r->w, "data");
    for (size_t i = 0; i < all.n; i++) {
        if (all.at[i].begin < end || all.at[i].end <= from || all.at[i].begin >= to)
            continue;
        write_token(r, &all.at[i], &before);
        end = all.at[i].end;
    }
    khct_json_end_list(r->w);
    khct_json_end_object(r->w);
}

void khct_lsp_tokens(khct_request *r)
{
    write_tokens(r, 0, (uint32_t)r->lines->text.n + 1);
}

void khct_lsp_tokens_range(khct_request *r)
{
    uint32_t from, to;
    if (khct_lsp_range(r, json_object_get(r->params, "range"), &from, &to))
        write_tokens(r, from, to);
}

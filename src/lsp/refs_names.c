/* References to roles and abbreviations. */
#include "lsp/refs.h"

#include "text/fold.h"
#include "text/utf8.h"

static void add(khct_refs_reading *g, khct_ref ref)
{
    if (ref.span.begin < ref.span.end)
        khct_push(g->arena, g->refs) = ref;
}

static void add_role(khct_refs_reading *g, uint32_t role, khct_span span, bool declaration)
{
    khct_str words = khct_nfc(g->arena, khct_source_text(g->sources, span));
    bool name = !khct_str_eq(words, g->plan->roles.at[role].id);
    add(g, (khct_ref){.kind = KHCT_REF_ROLE,
                      .span = span,
                      .number = role,
                      .declaration = declaration,
                      .name = name});
}

void khct_refs_people(khct_refs_reading *g, const khct_node *node, const khct_people *people)
{
    KHCT_FOR (person, &people->list)
        if (person->role != KHCT_NONE && person->role_at.end > person->role_at.begin)
            add_role(g, person->role, khct_node_place(node, person->role_at), false);
}

/* The next run without white space and commas, from byte *at on. */
static khct_str next_id(khct_str text, size_t *at)
{
    while (*at < text.n && strchr(" \t\r\n,", text.p[*at]) != NULL)
        ++*at;
    size_t begin = *at;
    while (*at < text.n && strchr(" \t\r\n,", text.p[*at]) == NULL)
        ++*at;
    return khct_str_sub(text, begin, *at);
}

static khct_span span_of(const khct_node *node, khct_str text, khct_str part)
{
    uint32_t begin = node->value.begin + (uint32_t)(part.p - text.p);
    return (khct_span){node->value.source, begin, begin + (uint32_t)part.n};
}

static size_t find_gather(khct_refs_reading *g, khct_str text, size_t *behind)
{
    size_t found = text.n;
    for (size_t at = 1; at < text.n; at++) {
        size_t length;
        bool word = strchr(" \t\r\n", text.p[at - 1]) != NULL;
        if (word && khct_keyword_here(g->plan->library->vocabulary, KHCT_K_GOM,
                                      khct_str_sub(text, at, text.n), &length)) {
            found = at;
            *behind = at + length;
        }
    }
    return found;
}

void khct_refs_role(khct_refs_reading *g, const khct_node *node)
{
    khct_str text = khct_source_text(g->sources, node->value);
    size_t at = 0, behind = 0;
    khct_str id = next_id(text, &at);
    uint32_t role = khct_map_get(&g->plan->role_by_id, khct_nfc(g->arena, id));
    if (role == KHCT_NONE)
        return;
    add_role(g, role, span_of(node, text, id), true);
    size_t gather = find_gather(g, text, &behind), names = at;
    if (g->plan->roles.at[role].gathers.n == 0)
        gather = text.n;
    while (names < gather) { /* the names, divided by `/` */
        size_t end = names + khct_str_find(khct_str_sub(text, names, gather), KHCT_STR("/"));
        khct_str name = khct_str_trim(khct_str_sub(text, names, end));
        if (name.n > 0)
            add_role(g, role, span_of(node, text, name), true);
        names = end + 1;
    }
    for (at = behind; gather < text.n && at < text.n;) {
        khct_str part = next_id(text, &at);
        uint32_t other = khct_map_get(&g->plan->role_by_id, khct_nfc(g->arena, part));
        if (other != KHCT_NONE)
            add_role(g, other, span_of(node, text, part), false);
    }
}

void khct_refs_abbreviation(khct_refs_reading *g, const khct_node *node,
                            const khct_declared *declared)
{
    uint32_t number = khct_map_get(&g->plan->abbreviation_by_id, declared->id);
    if (number != KHCT_NONE)
        add(g, (khct_ref){.kind = KHCT_REF_SHORT,
                          .span = khct_node_place(node, declared->id_span),
                          .number = number,
                          .declaration = true});
}

/* --- running text --- */

static bool in_id(khct_str text, size_t at, size_t *length)
{
    int32_t c = khct_utf8_at(text.p + at, text.n - at, length);
    return khct_in_word(c) || c == '&';
}

void khct_refs_text(khct_refs_reading *g, const khct_node *node)
{
    khct_str text = khct_source_text(g->sources, node->value);
    size_t at = 0, length;
    while (at < text.n) {
        if (!in_id(text, at, &length)) {
            at += length;
            continue;
        }
        size_t begin = at;
        bool capital = khct_is_capital_or_digit(khct_utf8_at(text.p + at, text.n - at, &length));
        while (at < text.n && in_id(text, at, &length))
            at += length;
        khct_str word = khct_str_sub(text, begin, at);
        if (!capital || word.n < 2)
            continue;
        khct_str id = khct_nfc(g->arena, word);
        uint32_t number = khct_map_get(&g->plan->abbreviation_by_id, id);
        if (number != KHCT_NONE) {
            add(g, (khct_ref){.kind = KHCT_REF_SHORT,
                              .span = span_of(node, text, word),
                              .number = number});
            continue;
        }
        number = khct_map_get(&g->plan->role_by_id, id);
        if (number != KHCT_NONE)
            add_role(g, number, span_of(node, text, word), false);
    }
}

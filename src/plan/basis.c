/* The legal basis. */
#include "plan/build.h"

/* The plan's own documents by their numbers. A number may leave its kind or its body out, and then
 * is any that has one: each document stands under four keys, and at most four are asked for. */
typedef struct by_number {
    khct_plan *plan;
    khct_map map;
} by_number;

#define ANY KHCT_STR("*") /* no kind and no body has that sign */

static khct_str number_key(const by_number *by, const khct_docnumber *number, khct_str kind,
                           khct_str body)
{
    khct_arena *arena = by->plan->arena;
    khct_str pieces[] = {khct_str_number(arena, number->value),
                         KHCT_STR("/"),
                         khct_str_number(arena, number->year),
                         KHCT_STR("/"),
                         kind,
                         KHCT_STR("/"),
                         body};
    return khct_str_join(arena, pieces, sizeof pieces / sizeof pieces[0]);
}

static void put_number(by_number *by, const khct_docnumber *number, uint32_t i)
{
    const khct_str kinds[] = {number->kind, ANY}, bodies[] = {number->body, ANY};
    for (size_t k = 0; k < 4; k++) {
        khct_str key = number_key(by, number, kinds[k / 2], bodies[k % 2]);
        if (khct_map_get(&by->map, key) == KHCT_NONE)
            khct_map_put(by->plan->arena, &by->map, key, i);
    }
}

static uint32_t get_number(const by_number *by, const khct_docnumber *number)
{
    const khct_str kinds[] = {number->kind.n > 0 ? number->kind : ANY, KHCT_STR("")};
    const khct_str bodies[] = {number->body.n > 0 ? number->body : ANY, KHCT_STR("")};
    uint32_t found = KHCT_NONE;
    for (size_t k = 0; k < 4; k++) {
        uint32_t i = khct_map_get(&by->map, number_key(by, number, kinds[k / 2], bodies[k % 2]));
        found = i < found ? i : found;
    }
    return found;
}

/* The record of a cited document: the plan's own, then the library's. */
static const khct_legal *record_of(const by_number *by, const khct_basis *basis)
{
    khct_plan *plan = by->plan;
    bool named = basis->id.words.n > 0;
    if (!named && !basis->number.understood)
        return NULL;
    uint32_t own = named                ? khct_map_get(&plan->legal_by_id, basis->id.words)
                   : plan->legals.n > 0 ? get_number(by, &basis->number)
                                        : KHCT_NONE;
    if (own != KHCT_NONE)
        return plan->legals.at[own];
    return khct_library_legal(plan->library, plan->arena,
                              named ? basis->id.words : basis->number.text);
}

static khct_text one_paragraph(khct_plan *plan, khct_str words, khct_span span)
{
    khct_paragraph *paragraph = khct_alloc(plan->arena, sizeof *paragraph);
    *paragraph = (khct_paragraph){KHCT_PARAGRAPH, span, words};
    return (khct_text){paragraph, 1, false};
}

typedef KHCT_VEC(khct_str) pieces;

static void say(khct_plan *plan, pieces *out, khct_str words)
{
    if (words.n == 0)
        return;
    if (out->n > 0)
        khct_push(plan->arena, out) = KHCT_STR(" ");
    khct_push(plan->arena, out) = words;
}

static khct_str first_of(khct_str a, khct_str b)
{
    return a.n > 0 ? a : b;
}

/* All that the library knows of a document, where the writer gave no more than which it is. */
static void say_record(khct_plan *plan, pieces *out, const khct_legal *legal)
{
    bool law = khct_str_is(legal->kind, "Luật");
    say(plan, out, khct_legal_name(plan->arena, legal));
    if (legal->date != KHCT_NO_DATE)
        say(plan, out, khct_date_long(plan->arena, legal->date));
    if (legal->body.n > 0) {
        say(plan, out, KHCT_STR("của"));
        say(plan, out, legal->body);
    }
    if (!law)
        say(plan, out, legal->subject);
}

/* What is printed: the writer's words; the kind from the record where it was left out. */
static khct_str printed(khct_plan *plan, const khct_basis *b, const khct_legal *legal)
{
    pieces out = {0};
    bool bare = b->date_word.words.n + b->body.words.n + b->subject.words.n + b->kind.words.n == 0;
    if (legal != NULL && bare) {
        say_record(plan, &out, legal);
    } else {
        khct_str sign = khct_document_kind(b->number.kind) == NULL
                            ? KHCT_STR("")
                            : khct_str_of(khct_document_kind(b->number.kind));
        khct_str kind = first_of(b->kind.words, legal != NULL ? legal->kind : sign);
        say(plan, &out, kind);
        say(plan, &out, b->name.words);
        if (b->number.understood) {
            say(plan, &out,
                kind.n > 0 ? first_of(b->number_word.words, KHCT_STR("số")) : b->number_word.words);
            say(plan, &out, b->number.words);
        }
        say(plan, &out, b->date_word.words);
        say(plan, &out, b->date.words);
        say(plan, &out, b->body_word.words);
        say(plan, &out, b->body.words);
        say(plan, &out, b->subject_word.words);
        say(plan, &out, b->subject.words);
    }
    khct_str text = khct_str_join(plan->arena, out.at, out.n);
    return text.n > 0 ? text : b->words;
}

static void add_entry(const by_number *by, const khct_node *node, khct_str group)
{
    khct_plan *plan = by->plan;
    khct_basis_entry entry = {.node = node, .group = group, .other = node->keyword == KHCT_K_KHAC};
    if (entry.other) {
        entry.text = khct_build_text(plan, node);
    } else {
        entry.basis = khct_read_basis(&plan->reader, node->value);
        entry.legal = record_of(by, &entry.basis);
        entry.text = one_paragraph(plan, printed(plan, &entry.basis, entry.legal), node->value);
    }
    khct_push(plan->arena, &plan->basis) = entry;
}

static void add_own(by_number *by, const khct_node *node)
{
    khct_plan *plan = by->plan;
    khct_legal *legal = khct_legal_read(&plan->reader, plan->library->vocabulary, node);
    uint32_t i = (uint32_t)plan->legals.n;
    khct_push(plan->arena, &plan->legals) = legal;
    if (khct_map_get(&plan->legal_by_id, legal->id) == KHCT_NONE)
        khct_map_put(plan->arena, &plan->legal_by_id, legal->id, i);
    if (legal->number.understood)
        put_number(by, &legal->number, i);
}

static by_number read_own_documents(khct_plan *plan)
{
    by_number by = {.plan = plan};
    const khct_node *node = NULL;
    while ((node = khct_document_next(plan->document, node, KHCT_K_VANBAN)) != NULL)
        if (node->flags & KHCT_NODE_BLOCK)
            add_own(&by, node);
    return by;
}

void khct_build_basis(khct_plan *plan)
{
    by_number by = read_own_documents(plan);
    const khct_node *node = NULL;
    while ((node = khct_document_next(plan->document, node, KHCT_K_CANCU)) != NULL) {
        khct_str group = KHCT_STR("");
        if (plan->basis_node == NULL)
            plan->basis_node = node;
        for (const khct_node *n = node->first; n != NULL; n = n->next) {
            if (n->value.begin == n->value.end)
                continue;
            if (n->keyword == KHCT_K_NHOM)
                group = khct_build_name(plan, n);
            else if (n->keyword == KHCT_K_VANBAN || n->keyword == KHCT_K_KHAC)
                add_entry(&by, n, group);
        }
    }
}

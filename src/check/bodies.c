/* KH4020: bodies of the state that were no more on the plan's date, by the library's records. */
#include "check/checks.h"

#include "text/utf8.h"

enum { PLACES_TOLD = 3 };

/* What was found of one body. */
typedef struct found {
    khct_diag *diag;
    size_t places;
} found;

typedef struct looking {
    khct_checking *k;
    khct_library *library;
    khct_date date; /* on which the body should be there */
    found *of;      /* by body */
    khct_map none;  /* values of people in which there is none, by the address of what they mean */
} looking;

/* `UBND thành phố` is meant only before a name, and not that of a city that is a province. */
static bool is_meant(const looking *l, const khct_words *words, size_t from, size_t count)
{
    size_t next = from + count, length, some;
    if (khct_phrase_at(&l->library->ended_open, words, from, &length) == KHCT_NONE ||
        length < count)
        return true;
    while (next < words->n && khct_word_is_sign(&words->at[next], '.'))
        next++;
    const khct_word *word = &words->at[next < words->n ? next : words->n];
    return word->kind == KHCT_WORD_LETTERS &&
           khct_is_capital_or_digit(khct_utf8_at(word->text.p, word->text.n, &length)) &&
           khct_phrase_at(&l->library->ended_but, words, next, &some) == KHCT_NONE;
}

/* The first body in the words that was no more; NULL. */
static const khct_ended_body *next_body(looking *l, const khct_words *words, size_t *at,
                                        size_t *count, size_t *number)
{
    for (; *at < words->n; ++*at) {
        uint32_t i = khct_phrase_at(&l->library->ended_names, words, *at, count);
        const khct_ended_body *body = i == KHCT_NONE ? NULL : l->library->ended.at[i];
        if (body == NULL || body->last == KHCT_NO_DATE || l->date <= body->last ||
            !is_meant(l, words, *at, *count))
            continue;
        *number = i;
        return body;
    }
    return NULL;
}

static void tell_successor(looking *l, khct_diag *diag, const khct_ended_body *body, bool issued)
{
    khct_school_types types = l->k->plan->school.types;
    khct_str now = khct_ended_successor(body, types != 0 ? types : ~0u);
    if (body->legal != NULL)
        khct_diag_note(diag, KHCT_MSG(BODY_ENDED_LAW, khct_legal_name(l->k->arena, body->legal)));
    if (now.n > 0)
        khct_diag_hint(diag, issued ? KHCT_MSG(BODY_ISSUED_HINT, now) : KHCT_MSG(BODY_NOW, now));
}

static khct_str since(looking *l, const khct_ended_body *body)
{
    return khct_date_short(l->k->arena, body->last + 1);
}

static void report(looking *l, const khct_ended_body *body, size_t number, khct_span at,
                   khct_str name)
{
    found *f = &l->of[number];
    khct_diags *diags = l->k->diags;
    if (f->places++ > 0) {
        if (f->places <= PLACES_TOLD)
            khct_diag_related(f->diag, at, KHCT_MSG0(BODY_ALSO));
        return;
    }
    f->diag = khct_report(
        diags, KHCT_KH4020, at,
        KHCT_MSG(BODY_ENDED, name, since(l, body), khct_date_short(l->k->arena, l->date)));
    tell_successor(l, f->diag, body, false);
}

/* Looks at one value of the plan; false where it has no such body. */
static bool look(looking *l, khct_span span)
{
    khct_words words = khct_read_words(&l->k->plan->reader, span);
    size_t count, number;
    bool any = false;
    for (size_t at = 0;; at += count) {
        const khct_ended_body *body = next_body(l, &words, &at, &count, &number);
        if (body == NULL)
            return any;
        any = true;
        report(l, body, number, khct_words_span(&words, at, at + count),
               khct_words_text(&words, at, at + count));
    }
}

static void look_at_child(looking *l, const khct_node *node, khct_keyword keyword)
{
    const khct_node *child = node == NULL ? NULL : khct_child(node, keyword);
    if (child != NULL)
        look(l, child->value);
}

static void look_at_people(looking *l, const khct_fields *fields)
{
    KHCT_FOR (field, fields) {
        /* equal words share what they mean: they are looked at once */
        khct_str key = {(const char *)&field->meaning, sizeof field->meaning};
        if (field->type != KHCT_TYPE_ROLES || field->meaning->any == NULL || field->inherited ||
            khct_map_get(&l->none, key) != KHCT_NONE)
            continue;
        if (!look(l, field->span))
            khct_map_put(l->k->arena, &l->none, key, 0);
    }
}

static void look_at_tasks(looking *l)
{
    const khct_plan *plan = l->k->plan;
    KHCT_FOR (improvement, &plan->improvements) {
        look_at_people(l, &improvement->fields);
        KHCT_FOR (task, &improvement->tasks)
            if (task->node != improvement->node)
                look_at_people(l, &task->fields);
    }
    KHCT_FOR (round, &plan->rounds)
        look_at_people(l, &round->fields);
}

static void look_at_end(looking *l)
{
    const khct_plan *plan = l->k->plan;
    KHCT_FOR (recipient, &plan->recipients)
        look(l, recipient->node->value);
    KHCT_FOR (signature, &plan->signatures) {
        const khct_node *node = signature->node;
        look(l, node->value);
        look_at_child(l, node, KHCT_K_QUYENHAN);
        look_at_child(l, node, KHCT_K_CHUCVU);
    }
}

/* A document cannot come from a body that was no more on its date; older ones stay as they are,
 * and what is later than the plan is KH4001's. */
static void look_at_basis(looking *l, const khct_cited *cited)
{
    const khct_basis *basis = cited->basis;
    khct_span place = khct_node_place(cited->node, basis->body.span);
    size_t at = 0, count, number;
    l->date = basis->date.date;
    if (basis->body.words.n == 0 || l->date == KHCT_NO_DATE ||
        l->date > l->k->plan->heading.date.date)
        return;
    khct_words words = khct_read_words(&l->k->plan->reader, place);
    const khct_ended_body *body = next_body(l, &words, &at, &count, &number);
    if (body == NULL)
        return;
    khct_diag *diag =
        khct_report(l->k->diags, KHCT_KH4020, place,
                    KHCT_MSG(BODY_ISSUED, basis->date.words, basis->body.words, since(l, body)));
    tell_successor(l, diag, body, true);
}

void khct_check_bodies(khct_checking *k)
{
    khct_plan *plan = k->plan;
    looking l = {.k = k, .library = plan->library, .date = plan->heading.date.date};
    khct_library_load_ended(plan->library);
    if (plan->library->ended.n == 0)
        return;
    l.of = khct_alloc_array(k->arena, plan->library->ended.n, sizeof *l.of);
    look_at_child(&l, plan->school.node, KHCT_K_CAPTREN);
    look_at_tasks(&l);
    look_at_end(&l);
    KHCT_FOR (entry, &plan->basis)
        for (size_t n = 0; n < entry->cited.n && !entry->other; n++)
            look_at_basis(&l, &entry->cited.at[n]);
}

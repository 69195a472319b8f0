#include "report/merge.h"

#include "report/merge_build.h"
#include "syntax/undecided.h"

/* What is written: pieces, and comments that wait for the end of their line. */
typedef struct merging {
    khct_arena *arena;
    khct_merge_file files[KHCT_MERGE_SIDES];
    const khct_merge_input *inputs;
    khct_strs text;
    khct_strs waiting; /* whole lines, without their line ends */
    size_t conflicts;
    khct_str indent; /* of the line that is being written */
} merging;

/* --- writing --- */

static void put_waiting(merging *m)
{
    for (size_t i = 0; i < m->waiting.n; i++) {
        khct_push(m->arena, &m->text) = m->waiting.at[i];
        khct_push(m->arena, &m->text) = KHCT_STR("\n");
    }
    m->waiting.n = 0;
}

/* Writes bytes; comments that wait come after the next line end. */
static void put(merging *m, khct_str bytes)
{
    size_t end = m->waiting.n > 0 ? khct_str_find(bytes, KHCT_STR("\n")) : bytes.n;
    if (m->waiting.n == 0 || end == bytes.n) {
        if (bytes.n > 0)
            khct_push(m->arena, &m->text) = bytes;
        return;
    }
    khct_push(m->arena, &m->text) = khct_str_sub(bytes, 0, end + 1);
    put_waiting(m);
    if (end + 1 < bytes.n)
        khct_push(m->arena, &m->text) = khct_str_sub(bytes, end + 1, bytes.n);
}

/* The white space with which the last line of the bytes begins. */
static khct_str indent_of(khct_str bytes)
{
    size_t begin = bytes.n;
    while (begin > 0 && bytes.p[begin - 1] != '\n')
        begin--;
    size_t end = begin;
    while (end < bytes.n && (bytes.p[end] == ' ' || bytes.p[end] == '\t'))
        end++;
    return khct_str_sub(bytes, begin, end);
}

/* One side's value as a comment, its further lines in comments of their own. */
static void wait_for(merging *m, khct_merge_side side, khct_str bytes)
{
    khct_str name = m->inputs[side].name;
    khct_str lead = KHCT_JOIN(m->arena, m->indent, KHCT_UNDECIDED, name, ": ");
    bytes = khct_str_trim(bytes);
    for (size_t at = 0; at <= bytes.n;) {
        size_t end = at + khct_str_find(khct_str_sub(bytes, at, bytes.n), KHCT_STR("\n"));
        khct_str line = khct_str_trim(khct_str_sub(bytes, at, end));
        if (line.n > 0 || at == 0)
            khct_push(m->arena, &m->waiting) = khct_str_cat(m->arena, lead, line);
        lead = KHCT_JOIN(m->arena, m->indent, "#   ");
        at = end + 1;
    }
}

static void conflict(merging *m, khct_str ours, khct_str theirs)
{
    m->conflicts++;
    wait_for(m, KHCT_MERGE_OURS, ours);
    wait_for(m, KHCT_MERGE_THEIRS, theirs);
}

/* --- pieces --- */

typedef enum khct_choice { TAKE_OURS, TAKE_THEIRS, TAKE_BOTH } choice;

/* Which side's piece stands; BOTH: each changed it in its own way. Where two say the same, the side
 * that changed the layout. */
static choice choose(const khct_merge_piece *base, const khct_merge_piece *ours,
                     const khct_merge_piece *theirs)
{
    bool changed_ours = base == NULL || !khct_str_eq(base->says, ours->says);
    bool changed_theirs = base == NULL || !khct_str_eq(base->says, theirs->says);
    if (khct_str_eq(ours->says, theirs->says))
        return base != NULL && khct_str_eq(base->bytes, ours->bytes) ? TAKE_THEIRS : TAKE_OURS;
    if (!changed_ours)
        return TAKE_THEIRS;
    return changed_theirs ? TAKE_BOTH : TAKE_OURS;
}

/* White space and comments: nobody's comment is lost, and none makes a conflict. */
static void put_between(merging *m, const khct_merge_piece *base, const khct_merge_piece *ours,
                        const khct_merge_piece *theirs)
{
    choice which = choose(base, ours, theirs);
    put(m, which == TAKE_THEIRS ? theirs->bytes : ours->bytes);
    if (which != TAKE_BOTH)
        return;
    khct_str more = khct_str_trim(theirs->bytes);
    if (more.n == 0)
        return;
    if (khct_str_trim(ours->bytes).n > 0)
        put(m, KHCT_JOIN(m->arena, more, "\n", indent_of(ours->bytes)));
    else
        put(m, theirs->bytes);
}

/* --- fields --- */

/* A field whose value both changed: entry by entry, where it has entries. */
static bool put_entries(merging *m, const khct_merge_item *items[KHCT_MERGE_SIDES])
{
    khct_merge_units lists[KHCT_MERGE_SIDES] = {0}, merged = {0};
    for (int side = 0; side < KHCT_MERGE_SIDES; side++) {
        if (items[side] == NULL)
            return false;
        lists[side] = khct_merge_units_of(&m->files[side], items[side]->node);
        if (lists[side].n == 0)
            return false;
    }
    if (!khct_merge_lists(m->arena, lists, &merged) || merged.n == 0)
        return false;
    const khct_merge_item *ours = items[KHCT_MERGE_OURS];
    const khct_node *node = ours->node;
    khct_str between = lists[KHCT_MERGE_OURS].n > 1     ? lists[KHCT_MERGE_OURS].at[1].before
                       : lists[KHCT_MERGE_THEIRS].n > 1 ? lists[KHCT_MERGE_THEIRS].at[1].before
                                                        : KHCT_STR(", ");
    put(m, khct_str_sub(ours->body.bytes, 0, node->value.begin - node->span.begin));
    for (size_t i = 0; i < merged.n; i++) {
        if (i > 0)
            put(m, merged.at[i].before.n > 0 ? merged.at[i].before : between);
        put(m, merged.at[i].bytes);
    }
    put(m, khct_str_sub(ours->body.bytes, node->value.end - node->span.begin, ours->body.bytes.n));
    return true;
}

static void put_field(merging *m, const khct_merge_item *items[KHCT_MERGE_SIDES])
{
    const khct_merge_item *base = items[KHCT_MERGE_BASE], *ours = items[KHCT_MERGE_OURS];
    const khct_merge_item *theirs = items[KHCT_MERGE_THEIRS];
    switch (choose(base == NULL ? NULL : &base->body, &ours->body, &theirs->body)) {
    case TAKE_OURS: put(m, ours->body.bytes); break;
    case TAKE_THEIRS: put(m, theirs->body.bytes); break;
    case TAKE_BOTH:
        if (put_entries(m, items))
            break;
        put(m, ours->body.bytes);
        conflict(m, ours->body.bytes, theirs->body.bytes);
        break;
    }
}

/* --- items --- */

/* An item of the result: who has it. */
typedef struct slot {
    const khct_merge_item *items[KHCT_MERGE_SIDES]; /* NULL: not there */
    struct slot *next;
} slot;

static void put_list(merging *m, const khct_merge_items *lists[KHCT_MERGE_SIDES]);

/* As one side has it. */
static void put_item(merging *m, const khct_merge_item *item)
{
    put(m, item->lead.bytes);
    put(m, item->body.bytes);
    for (size_t i = 0; i < item->items.n; i++)
        put_item(m, &item->items.at[i]);
    put(m, item->tail.bytes);
    put(m, item->trail.bytes);
}

static khct_str item_bytes(merging *m, khct_merge_side side, const khct_merge_item *item)
{
    return khct_source_text(&m->files[side].sources, item->node->span);
}

static void put_block(merging *m, const khct_merge_item *items[KHCT_MERGE_SIDES])
{
    const khct_merge_item *base = items[KHCT_MERGE_BASE], *ours = items[KHCT_MERGE_OURS];
    const khct_merge_item *theirs = items[KHCT_MERGE_THEIRS];
    choice which = choose(base == NULL ? NULL : &base->body, &ours->body, &theirs->body);
    put(m, which == TAKE_THEIRS ? theirs->body.bytes : ours->body.bytes);
    khct_str outer = m->indent;
    if (which == TAKE_BOTH) {
        m->indent = KHCT_JOIN(m->arena, outer, "  ");
        conflict(m, ours->body.bytes, theirs->body.bytes);
    }
    static const khct_merge_items NONE;
    const khct_merge_items *lists[] = {base == NULL ? &NONE : &base->items, &ours->items,
                                       &theirs->items};
    put_list(m, lists);
    m->indent = outer;
    put_between(m, base == NULL ? NULL : &base->tail, &ours->tail, &theirs->tail);
}

/* Both sides have it. */
static void put_both(merging *m, const slot *s)
{
    const khct_merge_item *items[KHCT_MERGE_SIDES];
    memcpy(items, s->items, sizeof items);
    const khct_merge_item *base = items[KHCT_MERGE_BASE], *ours = items[KHCT_MERGE_OURS];
    const khct_merge_item *theirs = items[KHCT_MERGE_THEIRS];
    put_between(m, base == NULL ? NULL : &base->lead, &ours->lead, &theirs->lead);
    m->indent = indent_of(ours->lead.bytes);
    bool blocks = (ours->node->flags & KHCT_NODE_BLOCK) &&
                  (theirs->node->flags & KHCT_NODE_BLOCK) &&
                  (base == NULL || (base->node->flags & KHCT_NODE_BLOCK));
    if (blocks)
        put_block(m, items);
    else
        put_field(m, items);
    put_between(m, base == NULL ? NULL : &base->trail, &ours->trail, &theirs->trail);
}

static void put_slot(merging *m, const slot *s)
{
    const khct_merge_item *base = s->items[KHCT_MERGE_BASE], *ours = s->items[KHCT_MERGE_OURS];
    const khct_merge_item *theirs = s->items[KHCT_MERGE_THEIRS];
    if (ours != NULL && theirs != NULL) {
        put_both(m, s);
        return;
    }
    const khct_merge_item *left = ours != NULL ? ours : theirs;
    if (base == NULL) {
        put_item(m, left);
        return;
    }
    if (khct_str_eq(base->says, left->says)) /* one removed it, the other left it alone */
        return;
    put_item(m, left);
    m->indent = indent_of(left->lead.bytes);
    khct_str gone = KHCT_STR("(đã bỏ)");
    conflict(m, ours != NULL ? item_bytes(m, KHCT_MERGE_OURS, ours) : gone,
             theirs != NULL ? item_bytes(m, KHCT_MERGE_THEIRS, theirs) : gone);
}

/* --- the order of items --- */

typedef struct ordering {
    merging *m;
    const khct_merge_items *base;
    slot **by_base; /* the slot of each item of the base that the first side has */
    slot first;     /* before the first */
} ordering;

/* True where a side has the items of the base in another order. */
static bool reordered(const uint32_t *to, size_t n)
{
    uint32_t last = 0;
    for (size_t i = 0; i < n; i++) {
        if (to[i] == KHCT_NONE)
            continue;
        if (to[i] < last)
            return true;
        last = to[i];
    }
    return false;
}

static slot *new_slot(ordering *o, slot *after)
{
    slot *s = khct_alloc(o->m->arena, sizeof *s);
    s->next = after->next;
    after->next = s;
    return s;
}

static void fill(ordering *o, slot *s, khct_merge_side side, const khct_merge_item *item,
                 uint32_t base)
{
    s->items[side] = item;
    if (base == KHCT_NONE)
        return;
    s->items[KHCT_MERGE_BASE] = &o->base->at[base];
    o->by_base[base] = s;
}

/* Items that one side added and the other has too: the same words, or what stands once. */
static uint32_t *added_twice(ordering *o, const khct_merge_items *a, const uint32_t *from_a,
                             const khct_merge_items *b, const uint32_t *from_b)
{
    khct_arena *arena = o->m->arena;
    khct_merge_items new_a = {0}, new_b = {0};
    uint32_t *at_a = khct_alloc_array(arena, a->n + 1, sizeof *at_a);
    uint32_t *at_b = khct_alloc_array(arena, b->n + 1, sizeof *at_b);
    uint32_t *twice = khct_alloc_array(arena, b->n + 1, sizeof *twice);
    for (size_t i = 0; i < a->n; i++)
        if (from_a[i] == KHCT_NONE) {
            at_a[new_a.n] = (uint32_t)i;
            khct_push(arena, &new_a) = a->at[i];
        }
    for (size_t k = 0; k < b->n; k++) {
        twice[k] = KHCT_NONE;
        if (from_b[k] == KHCT_NONE) {
            at_b[new_b.n] = (uint32_t)k;
            khct_push(arena, &new_b) = b->at[k];
        }
    }
    const uint32_t *to = khct_merge_match(arena, &new_a, &new_b).to;
    for (size_t i = 0; i < new_a.n; i++) {
        if (to[i] == KHCT_NONE)
            continue;
        khct_known(new_b.at != NULL);
        const khct_merge_item *one = &new_a.at[i], *two = &new_b.at[to[i]];
        bool same = khct_str_eq(one->body.says, two->body.says);
        if (same || (one->once && two->once && khct_str_eq(one->key, two->key)) ||
            (one->once && one->items.n == 0 && two->items.n == 0))
            twice[at_b[to[i]]] = at_a[i];
    }
    return twice;
}

/* Puts the slots of one list in order: as the main side has them, each of the other's own after
 * what it follows there. */
static void order(ordering *o, const khct_merge_items *lists[KHCT_MERGE_SIDES])
{
    khct_arena *arena = o->m->arena;
    size_t n = o->base->n;
    khct_pairing pairs[KHCT_MERGE_SIDES];
    for (int side = KHCT_MERGE_OURS; side <= KHCT_MERGE_THEIRS; side++)
        pairs[side] = khct_merge_match(arena, o->base, lists[side]);
    bool theirs_first =
        !reordered(pairs[KHCT_MERGE_OURS].to, n) && reordered(pairs[KHCT_MERGE_THEIRS].to, n);
    khct_merge_side main = theirs_first ? KHCT_MERGE_THEIRS : KHCT_MERGE_OURS;
    khct_merge_side other = theirs_first ? KHCT_MERGE_OURS : KHCT_MERGE_THEIRS;
    o->by_base = khct_alloc_array(arena, n + 1, sizeof(slot *));
    slot **of_main = khct_alloc_array(arena, lists[main]->n + 1, sizeof(slot *));
    slot *last = &o->first;
    for (size_t i = 0; i < lists[main]->n; i++) {
        last = of_main[i] = new_slot(o, last);
        fill(o, last, main, &lists[main]->at[i], pairs[main].from[i]);
    }
    const uint32_t *twice =
        added_twice(o, lists[main], pairs[main].from, lists[other], pairs[other].from);
    last = &o->first;
    for (size_t k = 0; k < lists[other]->n; k++) {
        uint32_t base = pairs[other].from[k];
        slot *s = base != KHCT_NONE       ? o->by_base[base]
                  : twice[k] != KHCT_NONE ? of_main[twice[k]]
                                          : NULL;
        if (s == NULL) {
            /* what the main side added in the same place comes first */
            while (last->next != NULL && last->next->items[KHCT_MERGE_BASE] == NULL &&
                   last->next->items[other] == NULL)
                last = last->next;
            s = new_slot(o, last);
        }
        fill(o, s, other, &lists[other]->at[k], base);
        last = s;
    }
}

static void put_list(merging *m, const khct_merge_items *lists[KHCT_MERGE_SIDES])
{
    ordering o = {.m = m, .base = lists[KHCT_MERGE_BASE]};
    order(&o, lists);
    for (const slot *s = o.first.next; s != NULL; s = s->next)
        put_slot(m, s);
}

/* --- a file --- */

/* True where a text reads without an error of syntax. */
static bool reads(merging *m, const khct_vocabulary *vocabulary, khct_lexicon *lexicon,
                  khct_str text)
{
    khct_merge_file again;
    return khct_merge_read(&again, m->arena, vocabulary, lexicon,
                           &(khct_merge_input){text, KHCT_STR("")});
}

khct_merged khct_merge(khct_arena *arena, const khct_vocabulary *vocabulary, khct_lexicon *lexicon,
                       const khct_merge_input inputs[KHCT_MERGE_SIDES])
{
    merging *m = khct_alloc(arena, sizeof *m);
    m->arena = arena;
    m->inputs = inputs;
    const khct_merge_items *lists[KHCT_MERGE_SIDES];
    for (int side = 0; side < KHCT_MERGE_SIDES; side++) {
        if (!khct_merge_read(&m->files[side], arena, vocabulary, lexicon, &inputs[side]))
            return (khct_merged){0};
        lists[side] = &m->files[side].items;
    }
    put_list(m, lists);
    put_between(m, &m->files[KHCT_MERGE_BASE].tail, &m->files[KHCT_MERGE_OURS].tail,
                &m->files[KHCT_MERGE_THEIRS].tail);
    if (m->waiting.n > 0) {
        put(m, KHCT_STR("\n"));
        put_waiting(m);
    }
    khct_merged merged = {true, khct_str_join(arena, m->text.at, m->text.n), m->conflicts};
    merged.readable = reads(m, vocabulary, lexicon, merged.text);
    return merged;
}

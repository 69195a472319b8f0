#include "import/reclaim.h"

#include "import/understand.h"

typedef struct reclaiming {
    khct_library *library;
    khct_arena *arena;
    const khct_in_document *document; /* the one at hand */
    khct_in_made made;                /* what the source makes */
    khct_in_comparison comparison;    /* of both */
    khct_in_edits edits;
    unsigned tries;
    khct_in_reclaimed result;
} reclaiming;

static const khct_in_spot NOWHERE = {KHCT_NONE, 0, 0};

static khct_in_finding *find(reclaiming *r, khct_code code, khct_message message, khct_in_spot spot)
{
    khct_in_finding *finding = &khct_push(r->arena, &r->result.findings);
    *finding = (khct_in_finding){code, message, KHCT_MSG0(NONE), spot};
    return finding;
}

static khct_str number(const reclaiming *r, size_t n)
{
    return khct_str_number(r->arena, (long long)n);
}

static const char *name_of(const reclaiming *r, const khct_bundle *bundle)
{
    return khct_cstr(r->arena, bundle->files.at[0].name);
}

static khct_in_made make(const reclaiming *r, const khct_bundle *bundle, bool faults)
{
    khct_compile_options *options = khct_alloc(r->arena, sizeof *options);
    *options = khct_in_options(bundle);
    return khct_in_make(khct_compile_within(r->library, name_of(r, bundle), options), bundle,
                        faults);
}

/* --- telling of differences --- */

static khct_message tell(const reclaiming *r, const khct_in_difference *d)
{
    const khct_in_paragraph *p = d->now != NULL ? d->now : d->old;
    khct_in_place at = p->place;
    if (d->words.n > 0)
        at.column = 0;
    khct_str words = d->words.n > 0 ? d->words : p->text, none = KHCT_STR("");
    khct_message said = d->old == NULL ? KHCT_MSG(CARRIED_COME, none, words)
                        : d->now == NULL
                            ? KHCT_MSG(CARRIED_GONE, none, words)
                            : KHCT_MSG(CARRIED_EDITED, none, d->old->text, d->now->text);
    return khct_in_at(r->arena, at, said);
}

/* The edit for a difference, or NULL. */
static const khct_in_edit *edit_for(const reclaiming *r, size_t difference)
{
    for (size_t i = 0; i < r->edits.n; i++)
        if (r->edits.at[i].difference == difference)
            return &r->edits.at[i];
    return NULL;
}

static void tell_renumbered(reclaiming *r, const khct_in_comparison *c)
{
    if (c->renumbered > 0)
        find(r, KHCT_KH8041, KHCT_MSG(CARRIED_RENUMBERED, number(r, c->renumbered)), NOWHERE);
}

static void tell_differences(reclaiming *r)
{
    const khct_in_comparison *c = &r->comparison;
    find(r, KHCT_KH8041,
         KHCT_MSG(CARRIED_SHOWN, r->made.bundle->files.at[0].name,
                  number(r, c->list.n + c->renumbered)),
         NOWHERE);
    for (size_t i = 0; i < c->list.n && i < KHCT_IN_MOST_EDITS; i++) {
        const khct_in_edit *edit = edit_for(r, i);
        find(r, KHCT_KH8041, tell(r, &c->list.at[i]),
             edit != NULL ? edit->spot : khct_in_spot_of(&r->made, c->list.at[i].old));
    }
    tell_renumbered(r, c);
}

/* --- taking over --- */

static size_t settled(const khct_in_edits *edits)
{
    size_t n = 0;
    for (size_t i = 0; i < edits->n; i++)
        n += edits->at[i].on;
    return n;
}

typedef struct holding {
    const reclaiming *r;
    const khct_bundle *bundle;
    khct_compilation *compilation;
    bool holds;
} holding;

static void compare_again(void *context)
{
    holding *h = context;
    const khct_in_comparison *before = &h->r->comparison;
    khct_in_made made = khct_in_make(h->compilation, h->bundle, true);
    if (made.document == NULL)
        return;
    khct_in_comparison left = khct_in_compare(h->compilation->arena, made.document, h->r->document);
    h->holds = left.list.n + settled(&h->r->edits) <= before->list.n &&
               left.renumbered <= before->renumbered;
}

/* True where the edits that are on settle what they are to settle, and change nothing else. Tried
 * in memory of its own, as it may be tried often. */
static bool hold(const reclaiming *r)
{
    holding h = {.r = r, .bundle = khct_in_edited(r->arena, r->made.bundle, &r->edits, NULL)};
    khct_compile_options options = khct_in_options(h.bundle);
    h.compilation = khct_compile(r->library, name_of(r, h.bundle), &options);
    bool done = h.compilation != NULL && !h.compilation->no_memory &&
                khct_compilation_try(h.compilation, compare_again, &h);
    khct_compilation_free(h.compilation);
    if (!done)
        khct_arena_fail(r->arena);
    return h.holds;
}

static void switch_edits(reclaiming *r, size_t begin, size_t end, bool on)
{
    for (size_t i = begin; i < end; i++)
        r->edits.at[i].on = on;
}

/* Switches on what holds together with what is on already. */
static void take(reclaiming *r, size_t begin, size_t end)
{
    enum { MOST = 200 };
    if (begin == end || r->tries++ >= MOST)
        return;
    switch_edits(r, begin, end, true);
    if (hold(r))
        return;
    switch_edits(r, begin, end, false);
    size_t middle = (begin + end) / 2;
    while (middle < end && r->edits.at[middle].again)
        middle++;
    if (middle == end) { /* the last one that stands alone */
        middle = (begin + end) / 2;
        while (middle > begin && r->edits.at[middle].again)
            middle--;
    }
    if (middle == begin)
        return;
    take(r, begin, middle);
    take(r, middle, end);
}

/* Why a difference is still there. */
static khct_message reason(const khct_in_difference *d, const khct_in_made *made)
{
    if (d->old == NULL || d->now == NULL)
        return KHCT_MSG0(CARRIED_WHY_WHOLE);
    return khct_in_spot_of(made, d->old).file == KHCT_NONE ? KHCT_MSG0(CARRIED_WHY_OURS)
                                                           : KHCT_MSG0(CARRIED_WHY_ELSE);
}

static void tell_taken(reclaiming *r, const khct_in_spot *spots)
{
    for (size_t i = 0; i < r->edits.n; i++) {
        const khct_in_edit *edit = &r->edits.at[i];
        const khct_in_difference *d = &r->comparison.list.at[edit->difference];
        if (edit->on)
            find(r, KHCT_KH8042,
                 khct_in_at(r->arena, d->now->place,
                            KHCT_MSG(CARRIED_TAKEN, KHCT_STR(""), d->old->text, d->now->text)),
                 spots[i]);
    }
}

static void take_over(reclaiming *r)
{
    khct_in_spot *spots = khct_alloc_array(r->arena, r->edits.n + 1, sizeof *spots);
    take(r, 0, r->edits.n);
    khct_bundle *files = khct_in_edited(r->arena, r->made.bundle, &r->edits, spots);
    khct_in_made made = make(r, files, true);
    if (made.document == NULL) { /* the edits have made it too large */
        tell_differences(r);
        return;
    }
    khct_in_comparison left = khct_in_compare(r->arena, made.document, r->document);
    r->result.taken = true;
    r->result.files = files;
    tell_taken(r, spots);
    for (size_t i = 0; i < left.list.n && i < KHCT_IN_MOST_EDITS; i++) {
        const khct_in_difference *d = &left.list.at[i];
        find(r, KHCT_KH8041, tell(r, d), khct_in_spot_of(&made, d->old))->note = reason(d, &made);
    }
    tell_renumbered(r, &left);
    bool faults = khct_diags_failed(&made.compilation->diags);
    if (faults)
        find(r, KHCT_KH8041, KHCT_MSG(CARRIED_FAULTS, files->files.at[0].name), NOWHERE);
    r->result.left = faults || left.list.n + left.renumbered > 0;
}

/* --- the verdict --- */

static void refuse(reclaiming *r, khct_message why)
{
    find(r, KHCT_KH8043, why, NOWHERE);
}

static void judge(reclaiming *r, bool wanted)
{
    const khct_in_comparison *c = &r->comparison;
    khct_str name = r->made.bundle->files.at[0].name;
    if (c->list.n + c->renumbered == 0) {
        r->result.taken = true;
        find(r, KHCT_KH8040, KHCT_MSG(CARRIED_SAME, name, number(r, r->made.bundle->files.n)),
             NOWHERE);
        return;
    }
    if (c->same < c->all - c->same) {
        refuse(r, KHCT_MSG(CARRIED_OTHER, name, number(r, c->same), number(r, c->all)));
        return;
    }
    r->edits = khct_in_edits_of(r->arena, &r->made, c);
    if (wanted)
        take_over(r);
    else
        tell_differences(r);
}

khct_in_reclaimed khct_in_reclaim(khct_library *library, const khct_in_carried *carried,
                                  const khct_in_document *document, bool take)
{
    reclaiming r = {.library = library, .arena = library->arena, .document = document};
    if (carried->fault.id != KHCT_T_NONE)
        refuse(&r, carried->fault);
    else if (!carried->there && take)
        refuse(&r, KHCT_MSG0(CARRIED_NONE));
    if (!carried->there || carried->fault.id != KHCT_T_NONE)
        return r.result;
    khct_str name = carried->bundle.files.at[0].name;
    r.made = make(&r, &carried->bundle, false);
    if (r.made.document == NULL)
        refuse(&r, KHCT_MSG(CARRIED_NO_PLAN, name));
    else if (r.made.compilation->document->files.n < carried->bundle.files.n)
        refuse(&r, KHCT_MSG(CARRIED_UNUSED, name));
    if (r.result.findings.n > 0)
        return r.result;
    r.result.files = &carried->bundle;
    r.comparison = khct_in_compare(r.arena, r.made.document, document);
    judge(&r, take);
    return r.result;
}

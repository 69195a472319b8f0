/* The sections in the order of print. */
#include "plan/build.h"

#include "text/fold.h"
#include "text/utf8.h"

typedef struct placed {
    khct_section section;
    size_t order; /* own sections: the template's section after which they stand + 1 */
} placed;

typedef struct making {
    khct_plan *plan;
    khct_str names; /* of the template's sections, for messages; made when first asked for */
    KHCT_VEC(placed) own;
    khct_section *formed; /* one a section of the template */
    size_t home[KHCT_CONTENT_COUNT];
} making;

/* Which of the template's sections a declaration's content goes to; SIZE_MAX: none. */
static size_t home_of(const making *m, const khct_node *node)
{
    switch (node->keyword) {
    case KHCT_K_CANCU: return m->home[KHCT_CONTENT_BASIS];
    case KHCT_K_TIEUCHI:
    case KHCT_K_KHOAN:
    case KHCT_K_VIEC: return m->home[KHCT_CONTENT_PLAN];
    case KHCT_K_VANDE: return m->home[KHCT_CONTENT_PROBLEMS];
    case KHCT_K_THEODOI: return m->home[KHCT_CONTENT_ROUNDS];
    default: return SIZE_MAX;
    }
}

static void find_homes(making *m)
{
    const khct_template *form = m->plan->form;
    for (size_t content = 0; content < KHCT_CONTENT_COUNT; content++)
        m->home[content] = SIZE_MAX;
    for (size_t i = form->sections.n; i-- > 0;)
        m->home[form->sections.at[i].content] = i;
}

static khct_message section_names(making *m)
{
    const khct_plan *plan = m->plan;
    khct_strs names = {0};
    for (size_t i = 0; m->names.n == 0 && i < plan->form->sections.n; i++)
        khct_push(plan->arena, &names) = plan->form->sections.at[i].name;
    if (names.n > 0)
        m->names = khct_str_list(plan->arena, &names, KHCT_STR(", "));
    return KHCT_MSG(SECTION_NAMES, m->names);
}

/* `phan TITLE < … >`: fills a section of the template, or is one of the writer's own. */
static size_t add_section(making *m, const khct_node *node, size_t before)
{
    khct_plan *plan = m->plan;
    khct_str title = khct_build_name(plan, node);
    if (title.n == 0) {
        khct_report_hint(plan->diags, KHCT_KH1009, node->key, KHCT_MSG(HEADING, "phan"),
                         section_names(m));
        return before;
    }
    const khct_section_form *form = khct_template_section(plan->arena, plan->form, title);
    if (form != NULL) {
        size_t i = (size_t)(form - plan->form->sections.at);
        if (m->formed[i].node == NULL)
            m->formed[i].node = node;
        khct_build_prose(plan, node, &m->formed[i].prose);
        return i;
    }
    size_t length;
    int32_t first = khct_utf8_at(title.p, title.n, &length);
    if (first < 0x80 && !khct_is_capital_or_digit(first) && khct_in_word(first)) {
        khct_report_hint(plan->diags, KHCT_KH1009, node->value, KHCT_MSG(SECTION_UNKNOWN, title),
                         section_names(m));
    } else {
        khct_say_title(&plan->reader, KHCT_K_PHAN, node->value, title);
    }
    placed *own = &khct_push(plan->arena, &m->own);
    *own = (placed){{.title = title, .node = node}, before == SIZE_MAX ? 0 : before + 1};
    khct_build_prose(plan, node, &own->section.prose);
    return before;
}

static void collect(making *m)
{
    khct_plan *plan = m->plan;
    size_t before = SIZE_MAX;
    KHCT_FOR (file, &plan->document->files) {
        const khct_node *node = file->tree->top->first;
        for (; node != NULL; node = node->next) {
            if (node->keyword == KHCT_K_PHAN && node->opens == KHCT_B_PHAN) {
                before = add_section(m, node, before);
                continue;
            }
            size_t home = home_of(m, node);
            if (home == SIZE_MAX)
                continue;
            before = home;
            if (node->keyword == KHCT_K_CANCU)
                khct_build_prose(plan, node, &m->formed[home].prose);
        }
    }
}

/* Places in a list that have something in common: the first one, and of each the next one. */
typedef struct chains {
    uint32_t *first, *next; /* KHCT_NONE: none */
} chains;

static chains chains_new(khct_arena *arena, size_t firsts, size_t count)
{
    chains c = {khct_alloc_array(arena, firsts + 1, sizeof *c.first),
                khct_alloc_array(arena, count + 1, sizeof *c.next)};
    for (size_t i = 0; i < firsts; i++)
        c.first[i] = KHCT_NONE;
    return c;
}

static void put_in_place(making *m)
{
    khct_plan *plan = m->plan;
    size_t n = plan->form->sections.n;
    chains own = chains_new(plan->arena, n + 1, m->own.n);
    for (size_t k = m->own.n; k-- > 0;) {
        uint32_t *first = &own.first[m->own.at[k].order];
        own.next[k] = *first;
        *first = (uint32_t)k;
    }
    for (size_t i = 0; i <= n; i++) {
        if (i > 0)
            khct_push(plan->arena, &plan->sections) = m->formed[i - 1];
        for (uint32_t k = own.first[i]; k != KHCT_NONE; k = own.next[k])
            khct_push(plan->arena, &plan->sections) = m->own.at[k].section;
    }
}

/* Where the sections stand that a name may mean. */
typedef struct named {
    uint32_t *formed; /* each of the template's; KHCT_NONE: already taken */
    khct_map own;     /* by title, folded: the first that is not taken, or KHCT_NONE */
    uint32_t *next;   /* of each the next one of that title */
} named;

static named named_of(khct_plan *plan)
{
    size_t n = plan->sections.n;
    named by = {khct_alloc_array(plan->arena, plan->form->sections.n + 1, sizeof *by.formed),
                {0},
                khct_alloc_array(plan->arena, n + 1, sizeof *by.next)};
    for (uint32_t k = (uint32_t)n; k-- > 0;) {
        const khct_section *section = &plan->sections.at[k];
        if (section->form != NULL) {
            by.formed[section->form - plan->form->sections.at] = k;
            continue;
        }
        khct_str title = khct_fold(plan->arena, section->title);
        by.next[k] = khct_map_get(&by.own, title);
        khct_map_put(plan->arena, &by.own, title, k);
    }
    return by;
}

/* Takes the first section of that name; KHCT_NONE. */
static uint32_t take_named(khct_plan *plan, named *by, khct_str name)
{
    const khct_section_form *form = khct_template_section(plan->arena, plan->form, name);
    if (form != NULL) {
        uint32_t *place = &by->formed[form - plan->form->sections.at], k = *place;
        *place = KHCT_NONE;
        return k;
    }
    khct_str title = khct_fold(plan->arena, name);
    uint32_t k = khct_map_get(&by->own, title);
    if (k != KHCT_NONE)
        khct_map_put(plan->arena, &by->own, title, by->next[k]);
    return k;
}

/* Takes the section that the names from `first` on name: a title may have commas in it, so as many
 * parts of the list as make one, longest first. KHCT_NONE where there is none. */
static uint32_t take_next(khct_plan *plan, named *by, const khct_strs *order, size_t first,
                          size_t *parts)
{
    enum { MOST = 4 };
    size_t most = order->n - first < MOST ? order->n - first : MOST;
    for (*parts = most; *parts > 0; --*parts) {
        const khct_strs some = {.at = order->at + first, .n = *parts};
        uint32_t k = take_named(plan, by, khct_str_list(plan->arena, &some, KHCT_STR(", ")));
        if (k != KHCT_NONE)
            return k;
    }
    *parts = 1;
    return KHCT_NONE;
}

/* `thutu`: those named first, in that order; the others after them as they were. */
static void put_in_writers_order(making *m)
{
    khct_plan *plan = m->plan;
    size_t n = plan->sections.n, done = 0;
    khct_section *sorted = khct_alloc_array(plan->arena, n + 1, sizeof *sorted);
    bool *taken = khct_alloc_array(plan->arena, n + 1, sizeof *taken);
    named by = named_of(plan);
    const khct_strs *order = &plan->heading.order;
    for (size_t i = 0, parts; i < order->n; i += parts) {
        uint32_t k = take_next(plan, &by, order, i, &parts);
        if (k == KHCT_NONE) {
            khct_report_hint(plan->diags, KHCT_KH1009, plan->heading.order_span,
                             KHCT_MSG(SECTION_UNKNOWN, order->at[i]), section_names(m));
            continue;
        }
        taken[k] = true;
        sorted[done++] = plan->sections.at[k];
    }
    for (size_t k = 0; k < n; k++)
        if (!taken[k])
            sorted[done++] = plan->sections.at[k];
    plan->sections.at = sorted;
}

void khct_build_sections(khct_plan *plan)
{
    making m = {.plan = plan};
    m.formed = khct_alloc_array(plan->arena, plan->form->sections.n + 1, sizeof *m.formed);
    for (size_t i = 0; i < plan->form->sections.n; i++)
        m.formed[i] = (khct_section){.form = &plan->form->sections.at[i],
                                     .title = plan->form->sections.at[i].title};
    find_homes(&m);
    collect(&m);
    put_in_place(&m);
    if (plan->heading.order.n > 0)
        put_in_writers_order(&m);
}

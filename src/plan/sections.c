/* The sections in the order of print. */
#include "plan/build.h"

#include "text/fold.h"
#include "text/utf8.h"

typedef struct placed {
    khct_section section;
    size_t order; /* own sections: the template's section behind which they stand + 1 */
} placed;

typedef struct making {
    khct_plan *plan;
    KHCT_VEC(placed) own;
    khct_section *formed; /* one a section of the template */
} making;

/* Which of the template's sections a declaration's content goes to; SIZE_MAX: none. */
static size_t home_of(const khct_template *form, const khct_node *node)
{
    khct_content content;
    switch (node->keyword) {
    case KHCT_K_CANCU: content = KHCT_CONTENT_BASIS; break;
    case KHCT_K_TIEUCHI:
    case KHCT_K_KHOAN:
    case KHCT_K_VIEC: content = KHCT_CONTENT_PLAN; break;
    case KHCT_K_VANDE: content = KHCT_CONTENT_PROBLEMS; break;
    case KHCT_K_THEODOI: content = KHCT_CONTENT_ROUNDS; break;
    default: return SIZE_MAX;
    }
    for (size_t i = 0; i < form->sections.n; i++)
        if (form->sections.at[i].content == content)
            return i;
    return SIZE_MAX;
}

static khct_str section_names(const khct_plan *plan)
{
    khct_str text = KHCT_STR("");
    for (size_t i = 0; i < plan->form->sections.n; i++) {
        if (i > 0)
            text = khct_str_cat(plan->arena, text, KHCT_STR(", "));
        text = khct_str_cat(plan->arena, text, plan->form->sections.at[i].name);
    }
    return text;
}

/* `phan TITLE < … >`: fills a section of the template, or is one of the writer's own. */
static size_t add_section(making *m, const khct_node *node, size_t before)
{
    khct_plan *plan = m->plan;
    khct_str title = khct_build_name(plan, node);
    if (title.n == 0) {
        khct_diag *diag = khct_report(plan->diags, KHCT_KH1009, node->key,
                                      KHCT_MSG(HEADING, KHCT_STR("phan")));
        khct_diag_hint(plan->diags, diag, KHCT_MSG(SECTION_NAMES, section_names(plan)));
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
        khct_diag *diag = khct_report(plan->diags, KHCT_KH1009, node->value,
                                      KHCT_MSG(SECTION_UNKNOWN, title));
        khct_diag_hint(plan->diags, diag, KHCT_MSG(SECTION_NAMES, section_names(plan)));
    } else {
        khct_words words = khct_read_words(&plan->reader, node->value);
        khct_build_title(plan, node, &words, NULL);
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
    for (size_t i = 0; i < plan->document->files.n; i++) {
        const khct_node *node = plan->document->files.at[i].tree->top->first;
        for (; node != NULL; node = node->next) {
            if (node->keyword == KHCT_K_PHAN && node->opens == KHCT_B_PHAN) {
                before = add_section(m, node, before);
                continue;
            }
            size_t home = home_of(plan->form, node);
            if (home == SIZE_MAX)
                continue;
            before = home;
            if (node->keyword == KHCT_K_CANCU)
                khct_build_prose(plan, node, &m->formed[home].prose);
        }
    }
}

static void put_in_place(making *m)
{
    khct_plan *plan = m->plan;
    for (size_t i = 0; i <= plan->form->sections.n; i++) {
        if (i > 0)
            khct_push(plan->arena, &plan->sections) = m->formed[i - 1];
        for (size_t k = 0; k < m->own.n; k++)
            if (m->own.at[k].order == i)
                khct_push(plan->arena, &plan->sections) = m->own.at[k].section;
    }
}

static bool is_named(khct_plan *plan, const khct_section *section, khct_str name)
{
    if (section->form != NULL)
        return khct_template_section(plan->arena, plan->form, name) == section->form;
    return khct_str_eq(khct_fold(plan->arena, section->title), khct_fold(plan->arena, name));
}

/* The section that the names from `first` on name: a title may have commas in it, so as many parts of
 * the list as make one, longest first. plan->sections.n where there is none. */
static size_t find_named(khct_plan *plan, const bool *taken, const khct_strs *order, size_t first,
                         size_t *parts)
{
    enum { MOST = 4 };
    size_t most = order->n - first < MOST ? order->n - first : MOST;
    for (*parts = most; *parts > 0; --*parts) {
        khct_str name = order->at[first];
        for (size_t i = 1; i < *parts; i++)
            name = khct_str_join(plan->arena,
                                 (khct_str[]){name, KHCT_STR(", "), order->at[first + i]}, 3);
        for (size_t k = 0; k < plan->sections.n; k++)
            if (!taken[k] && is_named(plan, &plan->sections.at[k], name))
                return k;
    }
    *parts = 1;
    return plan->sections.n;
}

/* `thutu`: those named first, in that order; the others behind them as they were. */
static void put_in_writers_order(khct_plan *plan)
{
    size_t n = plan->sections.n, done = 0;
    khct_section *sorted = khct_alloc_array(plan->arena, n + 1, sizeof *sorted);
    bool *taken = khct_alloc_array(plan->arena, n + 1, sizeof *taken);
    const khct_strs *order = &plan->heading.order;
    for (size_t i = 0, parts; i < order->n; i += parts) {
        size_t k = find_named(plan, taken, order, i, &parts);
        if (k == n) {
            khct_diag *diag = khct_report(plan->diags, KHCT_KH1009, plan->heading.order_span,
                                          KHCT_MSG(SECTION_UNKNOWN, order->at[i]));
            khct_diag_hint(plan->diags, diag, KHCT_MSG(SECTION_NAMES, section_names(plan)));
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
    collect(&m);
    put_in_place(&m);
    if (plan->heading.order.n > 0)
        put_in_writers_order(plan);
}

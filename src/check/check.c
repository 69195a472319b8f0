#include "check/check.h"

#include "check/checks.h"

static const khct_check_row ROWS[] = {
#define NEEDS(what) KHCT_NEEDS_##what
#define KHCT_CHECK(name, needs, ...) {#name, khct_check_##name, needs, {__VA_ARGS__}},
#include "check/checks.def"
#undef NEEDS
    {NULL, NULL, 0, {0}},
};

const khct_check_row *khct_check_rows(void)
{
    return ROWS;
}

static bool reported(const khct_diags *diags, khct_code code)
{
    KHCT_FOR (diag, &diags->list)
        if ((*diag)->code == code)
            return true;
    return false;
}

/* What a file that is missing holds is not missing from the plan. */
static bool all_read(const khct_diags *diags)
{
    KHCT_FOR (diag, &diags->list)
        if ((*diag)->code >= KHCT_KH8001 && (*diag)->code <= KHCT_KH8007)
            return false;
    return true;
}

/* An error in the results leaves some of them out: what is then missing is not missing. */
static bool results_whole(const khct_checking *k)
{
    khct_span results = k->plan->current->node->span;
    for (size_t i = 0; i < k->diags->list.n; i++) {
        const khct_diag *diag = k->diags->list.at[i];
        bool inside = diag->span.source == results.source && diag->span.begin >= results.begin &&
                      diag->span.end <= results.end;
        if (inside && diag->severity == KHCT_ERROR)
            return false;
    }
    return true;
}

static unsigned holding(const khct_checking *k)
{
    const khct_plan *plan = k->plan;
    unsigned holds = 0;
    if (plan->catalogue != NULL && !reported(k->diags, KHCT_KH2005))
        holds |= KHCT_NEEDS_CATALOGUE;
    bool whole = plan->current != NULL && results_whole(k);
    if (whole && plan->current->results.n > 0)
        holds |= KHCT_NEEDS_RESULTS;
    if (plan->improvements.n > 0)
        holds |= KHCT_NEEDS_PLAN;
    if (plan->heading.date.date != KHCT_NO_DATE)
        holds |= KHCT_NEEDS_DATE;
    if (plan->heading.period.kind != KHCT_PERIOD_NONE)
        holds |= KHCT_NEEDS_PERIOD;
    if (k->work->rating != NULL && whole)
        holds |= KHCT_NEEDS_RULE;
    if (k->work->rating != NULL && k->work->rating->complete && whole)
        holds |= KHCT_NEEDS_RATING;
    if (khct_section_of(plan->form, KHCT_CONTENT_PROBLEMS) != NULL)
        holds |= KHCT_NEEDS_PROBLEMS;
    if (plan->heading.node != NULL)
        holds |= KHCT_NEEDS_DOCUMENT;
    if (all_read(k->diags))
        holds |= KHCT_NEEDS_FILES;
    if (!reported(k->diags, KHCT_KH2006))
        holds |= KHCT_NEEDS_FORM;
    return holds;
}

/* --- chophep --- */

static bool accepts(khct_plan *plan, const khct_allowance *a, const khct_diag *diag)
{
    if (a->code != diag->code || diag->accepted.p != NULL ||
        khct_code_at(diag->code)->severity == KHCT_ERROR)
        return false;
    if (a->criterion.standard == 0)
        return true;
    return khct_str_eq(diag->subject, khct_criterion_text(plan->arena, a->criterion));
}

static void accept(khct_plan *plan)
{
    for (size_t i = 0; i < plan->diags->list.n; i++) {
        khct_diag *diag = plan->diags->list.at[i];
        for (size_t k = 0; k < plan->allowances.n && diag->accepted.p == NULL; k++)
            if (accepts(plan, &plan->allowances.at[k], diag)) {
                diag->accepted = plan->allowances.at[k].reason;
                if (diag->accepted.p == NULL)
                    diag->accepted = KHCT_STR("");
                plan->allowances.at[k].used++;
            }
    }
}

/* KH1011: what accepts nothing. A code that is switched off, or that only building reports, may
 * be named for other runs. */
static void check_allowance(khct_plan *plan, const khct_allowance *a)
{
    const khct_code_row *row = khct_code_at(a->code);
    const uint8_t *switches = plan->diags->switches;
    bool building = a->code == KHCT_KH6008 || a->code >= KHCT_KH9001;
    if (a->used > 0 || building || (switches != NULL && switches[a->code] == KHCT_OFF))
        return;
    khct_message message = KHCT_MSG(ALLOWS_NOTHING, row->number);
    if (row->severity == KHCT_ERROR)
        message = KHCT_MSG(ALLOWS_ERROR, row->number);
    else if (a->criterion.standard != 0)
        message = KHCT_MSG(ALLOWS_NOTHING_OF, row->number,
                           khct_criterion_text(plan->arena, a->criterion));
    khct_diag *diag =
        khct_report_hint(plan->diags, KHCT_KH1011, a->node->span, message, KHCT_MSG0(ALLOWS_HINT));
    khct_diag_fix(diag, KHCT_LIKELY, a->node->span, KHCT_STR(""));
}

void khct_check_plan(khct_plan *plan, const khct_work *work)
{
    khct_checking k = {plan, work, plan->diags, plan->arena};
    unsigned holds = holding(&k);
    for (const khct_check_row *row = ROWS; row->run != NULL; row++)
        if ((row->needs & holds) == row->needs)
            row->run(&k);
    accept(plan);
    KHCT_FOR (allowance, &plan->allowances)
        check_allowance(plan, allowance);
}

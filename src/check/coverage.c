/* The results as a whole, what holds the school back, and what the plan makes of it. */
#include "check/checks.h"

#include "plan/refer.h"
#include "text/sort.h"

static khct_span results_span(const khct_plan *plan)
{
    return khct_heading_span(plan->current->node);
}

/* What is said of criteria, of one and of several. */
typedef struct listing {
    khct_code code;
    khct_severity severity;
    khct_message (*one)(khct_checking *k, const khct_criterion *criterion);
    khct_message (*many)(khct_checking *k, const khct_check_criteria *list);
} listing;

/* One message for all criteria of a list; those that `chophep` names get one of their own, which
 * it then accepts. NULL where nothing else is left. */
static khct_diag *report_list(khct_checking *k, const listing *what, const khct_check_criteria *all)
{
    khct_span at = results_span(k->plan);
    khct_check_criteria rest = {0};
    for (size_t i = 0; i < all->n; i++) {
        if (khct_deferred(k->plan, what->code, all->at[i]))
            khct_report_as(k->diags, what->code, what->severity, at, what->one(k, all->at[i]))
                ->subject = all->at[i]->code;
        else
            khct_push(k->arena, &rest) = all->at[i];
    }
    if (rest.n == 0)
        return NULL;
    return khct_report_as(k->diags, what->code, what->severity, at, what->many(k, &rest));
}

/* --- KH3004 --- */

static khct_message without_result(khct_checking *k, const khct_criterion *criterion)
{
    (void)k;
    return KHCT_MSG(NO_RESULT, criterion->code);
}

static khct_message without_results(khct_checking *k, const khct_check_criteria *list)
{
    return KHCT_MSG(NO_RESULTS, list->n, k->plan->catalogue->criteria.n,
                    khct_codes_text(k->arena, list));
}

void khct_check_results(khct_checking *k)
{
    const khct_catalogue *c = k->plan->catalogue;
    khct_check_criteria missing = {0};
    KHCT_FOR (criterion, &c->criteria)
        if (khct_plan_result(k->plan, criterion->id) == NULL &&
            !khct_criterion_may_lack(criterion, k->plan->heading.date.date))
            khct_push(k->arena, &missing) = criterion;
    khct_diag *diag = report_list(
        k, &(listing){KHCT_KH3004, KHCT_WARNING, without_result, without_results}, &missing);
    if (diag != NULL)
        khct_diag_hint(diag, KHCT_MSG0(NO_RESULTS_HINT));
}

/* --- KH3005 --- */

static khct_message uncovered_one(khct_checking *k, const khct_criterion *criterion)
{
    return KHCT_MSG(UNCOVERED_ONE, criterion->code, k->work->next);
}

static khct_message uncovered(khct_checking *k, const khct_check_criteria *list)
{
    khct_str level = khct_str_number(k->arena, k->work->next);
    if (list->n == 1)
        return KHCT_MSG(UNCOVERED_ONE, list->at[0]->code, level);
    return KHCT_MSG(UNCOVERED, list->n, level, khct_codes_text(k->arena, list));
}

static void add_uncovered(khct_checking *k, const khct_steps *steps, khct_check_criteria *list)
{
    for (size_t i = 0; i < steps->n; i++) {
        const khct_criterion *criterion = steps->at[i].criterion;
        bool known = khct_plan_result(k->plan, criterion->id) != NULL;
        for (size_t n = 0; known && n < list->n; n++)
            known = list->at[n] != criterion;
        if (known && !khct_plan_covers(k->plan, criterion))
            khct_push(k->arena, list) = criterion;
    }
}

static uint32_t covered_among(const khct_checking *k, const khct_steps *steps)
{
    uint32_t count = 0;
    for (size_t i = 0; i < steps->n; i++)
        count += khct_plan_covers(k->plan, steps->at[i].criterion);
    return count;
}

static khct_str steps_text(khct_arena *arena, const khct_steps *steps)
{
    khct_check_criteria list = {0};
    for (size_t i = 0; i < steps->n; i++)
        khct_push(arena, &list) = steps->at[i].criterion;
    return khct_codes_text(arena, &list);
}

static int in_order(const void *a, const void *b)
{
    return khct_criterion_cmp((*(const khct_criterion *const *)a)->id,
                              (*(const khct_criterion *const *)b)->id);
}

static void say_why(khct_checking *k, khct_diag *diag, const khct_way *way)
{
    const khct_plan *plan = k->plan;
    khct_str level = khct_str_number(k->arena, way->level);
    if (k->work->rating->aim > 0)
        khct_diag_related(diag, plan->heading.aim.span, KHCT_MSG(AIM_HERE, level));
    if (!plan->catalogue->any_mandatory)
        khct_diag_note(diag, KHCT_MSG(RULE_ALL, plan->catalogue_name, level));
    else
        khct_diag_note(diag, KHCT_MSG(RULE_MANDATORY, plan->catalogue_name));
    if (way->choose > 0)
        khct_diag_note(diag,
                       KHCT_MSG(RULE_OTHERS, level, way->choose, steps_text(k->arena, &way->any)));
}

static void check_items(khct_checking *k, const khct_way *way)
{
    khct_strs numbers = {0};
    for (size_t i = 0; i < way->items.n; i++) {
        bool planned = false;
        KHCT_FOR (improvement, &k->plan->improvements)
            planned = planned ||
                      (improvement->kind == KHCT_BY_ITEM && improvement->item == way->items.at[i]);
        if (planned)
            continue;
        khct_push(k->arena, &numbers) = khct_str_number(k->arena, way->items.at[i]);
    }
    if (numbers.n == 0)
        return;
    khct_str list = khct_str_list(k->arena, &numbers, KHCT_STR(", "));
    khct_report_hint(k->diags, KHCT_KH3005, k->plan->heading.aim.span,
                     KHCT_MSG(UNCOVERED_ITEMS, list), KHCT_MSG0(UNCOVERED_ITEMS_HINT));
}

void khct_check_coverage(khct_checking *k)
{
    const khct_rating *rating = k->work->rating;
    const khct_way *way = k->work->way;
    bool document = k->plan->heading.node != NULL || k->plan->improvements.n > 0;
    if (way == NULL || !document) /* a file of results alone is no plan */
        return;
    khct_check_criteria list = {0};
    add_uncovered(k, &way->all, &list);
    if (covered_among(k, &way->any) < way->choose)
        add_uncovered(k, &way->any, &list);
    khct_sort_vec(k->arena, &list, in_order);
    if (rating->aim > 0)
        check_items(k, way);
    /* circular 57/2026 wants priorities, not every criterion */
    khct_severity severity = k->plan->catalogue->any_mandatory ? KHCT_NOTE : KHCT_WARNING;
    khct_diag *diag =
        report_list(k, &(listing){KHCT_KH3005, severity, uncovered_one, uncovered}, &list);
    if (diag == NULL)
        return;
    say_why(k, diag, way);
    khct_diag_hint(diag, KHCT_MSG(UNCOVERED_HINT, list.at[0]->code));
}

/* --- KH2004: an aim that the catalogue does not have --- */

void khct_check_aim_level(khct_checking *k)
{
    const khct_aim *aim = &k->plan->heading.aim;
    khct_refer_level(k->plan, NULL, aim->level, aim->level_span);
}

/* --- KH3013 --- */

void khct_check_aim(khct_checking *k)
{
    const khct_rating *rating = k->work->rating;
    /* recognition by the national standard is more than its level */
    bool stated = k->plan->heading.aim.level > 0;
    if (!stated || rating->aim == 0 || rating->aim > rating->now)
        return;
    khct_str now = khct_str_number(k->arena, rating->now);
    khct_diag *diag = khct_report(k->diags, KHCT_KH3013, k->plan->heading.aim.span,
                                  KHCT_MSG(AIM_LOW, rating->aim, now));
    khct_diag_related(diag, results_span(k->plan), KHCT_MSG(HELD_HERE, now));
    if (rating->ways.n > 0)
        khct_diag_hint(diag, KHCT_MSG(AIM_LOW_HINT, rating->ways.at[0].level));
    else
        khct_diag_hint(diag, KHCT_MSG0(AIM_HIGHEST_HINT));
}

/* --- KH3014 --- */

/* The level that a planned criterion would have. */
static uint16_t would_have(const khct_plan *plan, const khct_step *step)
{
    const khct_improvement *improvement = khct_plan_improvement(plan, step->criterion->id);
    if (improvement == NULL || improvement->target.kind == KHCT_TARGET_NONE)
        return step->to; /* no level is stated: it may go as far as it must */
    if (improvement->target.kind == KHCT_TARGET_KEEP || improvement->target.level < step->from)
        return step->from;
    return improvement->target.level;
}

/* Planned criteria that would still be below what the aim needs. */
static khct_check_criteria falling_short(khct_checking *k, const khct_steps *steps)
{
    khct_check_criteria list = {0};
    KHCT_FOR (step, steps) {
        if (khct_plan_covers(k->plan, step->criterion) && would_have(k->plan, step) < step->to)
            khct_push(k->arena, &list) = step->criterion;
    }
    return list;
}

/* The year by which the aim is to be reached lies after the plan's end. */
static bool aim_is_later(const khct_plan *plan)
{
    const khct_period *year = &plan->heading.aim.year, *period = &plan->heading.period;
    return year->kind != KHCT_PERIOD_NONE && period->kind != KHCT_PERIOD_NONE &&
           year->to > period->to;
}

void khct_check_reach(khct_checking *k)
{
    const khct_plan *plan = k->plan;
    const khct_rating *rating = k->work->rating;
    const khct_way *way = rating->aim > rating->now ? khct_rating_way(rating, rating->aim) : NULL;
    if (way == NULL || rating->possible >= rating->aim || aim_is_later(plan))
        return;
    khct_check_criteria low = falling_short(k, &way->all), some = falling_short(k, &way->any);
    /* what nothing is planned for has been said (KH3005), but as a note where there are priorities
     */
    if (low.n == 0 && some.n == 0 && !plan->catalogue->any_mandatory)
        return;
    khct_str aim = khct_str_number(k->arena, rating->aim);
    khct_message message =
        rating->possible == 0 ? KHCT_MSG(SHORT_NONE, aim) : KHCT_MSG(SHORT, rating->possible, aim);
    khct_diag *diag = khct_report(k->diags, KHCT_KH3014, plan->heading.aim.span, message);
    for (size_t i = 0; i < some.n; i++)
        khct_push(k->arena, &low) = some.at[i];
    if (low.n > 0)
        khct_diag_note(diag, KHCT_MSG(SHORT_LOW, khct_codes_text(k->arena, &low)));
    for (size_t i = 0; i < low.n && i < 3; i++) {
        const khct_improvement *improvement = khct_plan_improvement(plan, low.at[i]->id);
        khct_diag_related(diag, improvement->target.span, KHCT_MSG0(TARGET_HERE));
    }
    khct_check_criteria none = {0};
    add_uncovered(k, &way->all, &none);
    if (covered_among(k, &way->any) < way->choose)
        add_uncovered(k, &way->any, &none);
    if (none.n > 0)
        khct_diag_note(diag, KHCT_MSG(SHORT_UNPLANNED, khct_codes_text(k->arena, &none)));
    khct_diag_hint(diag, KHCT_MSG(SHORT_HINT, aim));
}

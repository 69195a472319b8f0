/* What belongs to another school year: results (KH3016), progress (KH3017). Mostly it was left over
 * when the plan of an earlier year was copied. */
#include "check/checks.h"

/* The school year of a day, by the year it begins in. */
static int school_year_of(khct_date day)
{
    enum { SEPTEMBER = 9 };
    int year, month;
    khct_date_parts(day, &year, &month, NULL);
    return month >= SEPTEMBER ? year : year - 1;
}

void khct_check_results_year(khct_checking *k)
{
    const khct_results *results = k->plan->current;
    const khct_period *plan = &k->plan->heading.period;
    bool dated = results->date.date != KHCT_NO_DATE;
    if (results->period.kind == KHCT_PERIOD_NONE && !dated)
        return;
    int year = results->period.kind != KHCT_PERIOD_NONE ? results->period.last_school_year
                                                        : school_year_of(results->date.date);
    if (year >= plan->first_school_year - 1 && year <= plan->last_school_year)
        return;
    khct_span at =
        results->period.kind != KHCT_PERIOD_NONE ? results->period.span : results->date.span;
    khct_diag *diag = khct_report(k->diags, KHCT_KH3016, at,
                                  KHCT_MSG(RESULTS_YEAR, khct_school_year_text(k->arena, year),
                                           khct_period_text(k->arena, plan)));
    khct_diag_related(diag, plan->span, KHCT_MSG0(PERIOD_HERE));
    khct_diag_hint(diag, KHCT_MSG(RESULTS_YEAR_HINT,
                                  khct_school_year_text(k->arena, plan->first_school_year - 1)));
}

/* --- progress --- */

typedef struct strays {
    khct_date from, to; /* of what belongs to the plan */
    khct_date first;
    KHCT_VEC(khct_span) places;
} strays;

static void look(khct_checking *k, const khct_fields *fields, strays *found)
{
    KHCT_FOR (field, fields) {
        const khct_progress *p =
            field->type == KHCT_TYPE_PROGRESS ? field->meaning->progress : NULL;
        if (field->inherited || p == NULL || p->date == KHCT_NO_DATE ||
            (found->from <= p->date && p->date <= found->to))
            continue;
        if (found->places.n == 0)
            found->first = p->date;
        khct_push(k->arena, &found->places) = field->span;
    }
}

/* Tasks may be late: so long after the plan's end what they did still belongs to it. */
static khct_date add_months(khct_date day, int months)
{
    int year, month;
    khct_date_parts(day, &year, &month, NULL);
    month += months;
    return khct_date_of(year + (month - 1) / 12, (month - 1) % 12 + 1, 28);
}

void khct_check_progress_year(khct_checking *k)
{
    enum { LATE = 4, MOST = 8 };
    const khct_period *period = &k->plan->heading.period;
    khct_window window = khct_window_of(period);
    strays found = {.from = window.from, .to = add_months(window.to, LATE)};
    KHCT_FOR (improvement, &k->plan->improvements) {
        look(k, &improvement->fields, &found);
        KHCT_FOR (task, &improvement->tasks)
            if (task->node != improvement->node)
                look(k, &task->fields, &found);
    }
    size_t n = found.places.n;
    if (n == 0)
        return;
    khct_str day = khct_date_short(k->arena, found.first),
             years = khct_period_text(k->arena, period);
    khct_diag *diag = khct_report(k->diags, KHCT_KH3017, found.places.at[0],
                                  n == 1 ? KHCT_MSG(PROGRESS_YEAR, day, years)
                                         : KHCT_MSG(PROGRESS_YEAR_MANY, day, years, n));
    for (size_t i = 1; i < n && i < MOST; i++)
        khct_diag_related(diag, found.places.at[i], KHCT_MSG0(PROGRESS_YEAR_ALSO));
    khct_diag_related(diag, period->span, KHCT_MSG0(PERIOD_HERE));
    khct_diag_hint(diag, KHCT_MSG0(PROGRESS_YEAR_HINT));
}

/* People and times in each other's place (KH5007), names near those of known roles (KH5001). */
#include "check/checks.h"

#include "text/fold.h"

/* What was said of the same place before a better reason was found. */
static void withdraw(khct_diags *diags, khct_code code, khct_span span)
{
    size_t kept = 0;
    for (size_t i = 0; i < diags->list.n; i++) {
        khct_diag *diag = diags->list.at[i];
        bool same = diag->code == code && diag->span.source == span.source &&
                    diag->span.begin >= span.begin && diag->span.end <= span.end;
        if (!same)
            diags->list.at[kept++] = diag;
    }
    diags->list.n = kept;
}

static bool all_free(const khct_people *people)
{
    for (size_t i = 0; i < people->list.n; i++)
        if (people->list.at[i].role != KHCT_NONE)
            return false;
    return people->list.n > 0;
}

static bool are_time(const khct_plan *plan, const khct_field *field)
{
    return field->value.people != NULL && all_free(field->value.people) &&
           khct_is_time(&plan->reader, field->span);
}

/* --- KH5001: names --- */

/* One letter more, less or other. */
static bool one_apart(khct_str a, khct_str b)
{
    khct_str longer = a.n >= b.n ? a : b, shorter = a.n >= b.n ? b : a;
    size_t same = 0, tail = 0;
    if (longer.n - shorter.n > 1)
        return false;
    while (same < shorter.n && longer.p[same] == shorter.p[same])
        same++;
    while (tail < shorter.n - same &&
           longer.p[longer.n - 1 - tail] == shorter.p[shorter.n - 1 - tail])
        tail++;
    return longer.n - same - tail <= 1;
}

static void check_person(khct_checking *k, const khct_person *person)
{
    enum { SHORTEST = 7 };
    const khct_plan *plan = k->plan;
    khct_str folded = khct_fold(k->arena, person->words),
             bare = khct_fold_bare(k->arena, person->words);
    if (bare.n < SHORTEST)
        return;
    for (size_t i = 0; i < plan->roles.n; i++)
        for (size_t n = 0; n < plan->roles.at[i].names.n; n++) {
            khct_str name = plan->roles.at[i].names.at[n];
            if (name.n + 8 < bare.n || name.n > 3 * bare.n)
                continue;
            khct_str other = khct_fold_bare(k->arena, name);
            /* the same but for marks, or one letter away in a name that is long enough */
            bool near =
                khct_str_eq(bare, other) || (bare.n > 2 * SHORTEST && one_apart(bare, other));
            if (!near || khct_str_eq(folded, khct_fold(k->arena, name)))
                continue;
            khct_diag *diag = khct_report(k->diags, KHCT_KH5001, person->span,
                                          KHCT_MSG(PERSON_NEAR, person->words));
            khct_diag_hint(k->diags, diag, KHCT_MSG(PERSON_NEAR_HINT, name));
            khct_diag_fix(k->diags, diag, KHCT_LIKELY, person->span, name);
            return;
        }
}

/* --- fields --- */

static void check_people(khct_checking *k, const khct_field *field, khct_map *seen)
{
    const khct_people *people = field->value.people;
    if (are_time(k->plan, field)) {
        khct_diag *diag = khct_report(k->diags, KHCT_KH5007, field->span,
                                      KHCT_MSG(TIME_AMONG_PEOPLE, people->words));
        khct_diag_hint(k->diags, diag, KHCT_MSG0(TIME_AMONG_PEOPLE_HINT));
        return;
    }
    for (size_t i = 0; i < people->list.n; i++) {
        const khct_person *person = &people->list.at[i];
        if (person->role != KHCT_NONE || khct_map_get(seen, person->words) != KHCT_NONE)
            continue;
        khct_map_put(k->arena, seen, person->words, 1);
        check_person(k, person);
    }
}

static void check_time(khct_checking *k, const khct_field *field)
{
    if (field->value.time->understood ||
        !khct_is_people(&k->plan->reader, field->span, &k->plan->role_names))
        return;
    withdraw(k->diags, KHCT_KH4008, field->span);
    khct_diag *diag = khct_report(k->diags, KHCT_KH5007, field->span,
                                  KHCT_MSG(PEOPLE_IN_TIME, field->value.time->words));
    khct_diag_hint(k->diags, diag, KHCT_MSG0(PEOPLE_IN_TIME_HINT));
}

static void check_fields(khct_checking *k, const khct_fields *fields, khct_map *seen)
{
    for (size_t i = 0; i < fields->n; i++) {
        const khct_field *field = &fields->at[i];
        if (field->inherited)
            continue;
        if (field->value.people != NULL)
            check_people(k, field, seen);
        else if (field->value.time != NULL)
            check_time(k, field);
    }
}

void khct_check_people(khct_checking *k)
{
    khct_map seen = {0};
    for (size_t i = 0; i < k->plan->improvements.n; i++) {
        const khct_improvement *improvement = &k->plan->improvements.at[i];
        check_fields(k, &improvement->fields, &seen);
        for (size_t n = 0; n < improvement->tasks.n; n++)
            if (improvement->tasks.at[n].node != improvement->node)
                check_fields(k, &improvement->tasks.at[n].fields, &seen);
    }
    for (size_t i = 0; i < k->plan->rounds.n; i++)
        check_fields(k, &k->plan->rounds.at[i].fields, &seen);
}

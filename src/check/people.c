/* People and times in each other's place (KH5007), names near those of known roles (KH5001). */
#include "check/checks.h"

#include "text/fold.h"
#include "text/near.h"

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
    return all_free(field->meaning->people) &&
           khct_time_is_whole(khct_meaning_as(plan->values, field->node, KHCT_TYPE_TIME).time);
}

/* --- KH5001: names --- */

/* Names of roles, made when the first unknown one is met, and the unknown ones already looked at.
 */
typedef struct names {
    khct_near near; /* without marks; numbers are places in the list */
    KHCT_VEC(khct_str) list;
    khct_map seen;
} names;

static void fill(names *known, khct_arena *arena, const khct_plan *plan)
{
    KHCT_FOR (role, &plan->roles)
        for (size_t n = 0; n < role->names.n; n++) {
            khct_str name = role->names.at[n];
            khct_near_add(arena, &known->near, khct_fold_bare(arena, name),
                          (uint32_t)known->list.n);
            khct_push(arena, &known->list) = name;
        }
}

static uint32_t lower(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* The first name that is the same but for marks, or one letter away where it is long enough. */
static uint32_t nearest(const khct_near *near, khct_str bare)
{
    enum { SHORTEST = 7 };
    if (bare.n < SHORTEST)
        return KHCT_NONE;
    uint32_t found = khct_near_same(near, bare);
    if (bare.n <= 2 * (size_t)SHORTEST)
        return found;
    found = lower(found, khct_near_other(near, bare));
    return lower(found, lower(khct_near_longer(near, bare), khct_near_shorter(near, bare)));
}

static void check_person(khct_checking *k, names *known, const khct_person *person, khct_span at)
{
    if (known->list.n == 0)
        fill(known, k->arena, k->plan);
    uint32_t found = nearest(&known->near, khct_fold_bare(k->arena, person->words));
    if (found == KHCT_NONE)
        return;
    khct_str name = known->list.at[found];
    if (khct_str_eq(khct_fold(k->arena, person->words), khct_fold(k->arena, name)))
        return;
    khct_diag *diag =
        khct_report_hint(k->diags, KHCT_KH5001, at, KHCT_MSG(PERSON_NEAR, person->words),
                         KHCT_MSG(PERSON_NEAR_HINT, name));
    khct_diag_fix(diag, KHCT_LIKELY, at, name);
}

/* --- fields --- */

static void check_people(khct_checking *k, const khct_field *field, names *known)
{
    const khct_people *people = field->meaning->people;
    if (are_time(k->plan, field)) {
        khct_report_hint(k->diags, KHCT_KH5007, field->span,
                         KHCT_MSG(TIME_AMONG_PEOPLE, people->words),
                         KHCT_MSG0(TIME_AMONG_PEOPLE_HINT));
        return;
    }
    KHCT_FOR (person, &people->list) {
        if (person->role != KHCT_NONE || khct_map_get(&known->seen, person->words) != KHCT_NONE)
            continue;
        khct_map_put(k->arena, &known->seen, person->words, 1);
        check_person(k, known, person, khct_node_place(field->node, person->span));
    }
}

static void check_time(khct_checking *k, const khct_field *field)
{
    khct_values *values = k->plan->values;
    if (field->meaning->time->understood ||
        !khct_people_are_known(khct_meaning_as(values, field->node, KHCT_TYPE_ROLES).people))
        return;
    withdraw(k->diags, KHCT_KH4008, field->span);
    khct_report_hint(k->diags, KHCT_KH5007, field->span,
                     KHCT_MSG(PEOPLE_IN_TIME, field->meaning->time->words),
                     KHCT_MSG0(PEOPLE_IN_TIME_HINT));
}

static void check_fields(khct_checking *k, const khct_fields *fields, names *known)
{
    KHCT_FOR (field, fields) {
        if (field->inherited || field->meaning->any == NULL)
            continue;
        if (field->type == KHCT_TYPE_ROLES)
            check_people(k, field, known);
        else if (field->type == KHCT_TYPE_TIME)
            check_time(k, field);
    }
}

void khct_check_people(khct_checking *k)
{
    names known = {0};
    KHCT_FOR (improvement, &k->plan->improvements) {
        check_fields(k, &improvement->fields, &known);
        KHCT_FOR (task, &improvement->tasks)
            if (task->node != improvement->node)
                check_fields(k, &task->fields, &known);
    }
    KHCT_FOR (round, &k->plan->rounds)
        check_fields(k, &round->fields, &known);
}

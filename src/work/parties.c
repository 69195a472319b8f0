/* Who has what to do. */
#include "work/build.h"

#include "text/map.h"
#include "text/utf8.h"

typedef struct naming {
    khct_work *work;
    khct_arena *arena;
    uint32_t *by_role;         /* party + 1 */
    khct_map words, lower;     /* parties: by words as written, and in lower case */
    KHCT_VEC(uint32_t) stamps; /* by party: the number of the last task that has it */
} naming;

static uint32_t new_party(naming *n, khct_str name, uint32_t role)
{
    khct_push(n->arena, &n->work->parties) = (khct_party){.name = name, .role = role};
    khct_push(n->arena, &n->stamps) = 0;
    return (uint32_t)n->work->parties.n - 1;
}

static uint32_t party_in_words(naming *n, khct_str words)
{
    uint32_t known = khct_map_get(&n->words, words);
    if (known != KHCT_NONE)
        return known;
    khct_str lower = khct_lower(n->arena, words);
    known = khct_map_get(&n->lower, lower);
    if (known == KHCT_NONE) {
        known = new_party(n, words, KHCT_NONE);
        khct_map_put(n->arena, &n->lower, lower, known);
    }
    khct_map_put(n->arena, &n->words, words, known);
    return known;
}

static uint32_t party_of(naming *n, const khct_person *person)
{
    const khct_plan *plan = n->work->plan;
    if (person->role >= plan->roles.n) /* KHCT_NONE */
        return party_in_words(n, person->words);
    uint32_t *known = &n->by_role[person->role];
    if (*known == 0)
        *known = new_party(n, plan->roles.at[person->role].name, person->role) + 1;
    return *known - 1;
}

/* Adds the people of a field; who is there already is not added again. How many were new. */
static uint32_t add_field(naming *n, khct_work_task *t, khct_keyword keyword)
{
    khct_work *work = n->work;
    const khct_field *field = khct_field_of(&t->task->fields, keyword);
    const khct_people *people = field == NULL || field->stated ? NULL : field->value.people;
    bool leads = keyword == KHCT_K_CHUTRI;
    uint32_t count = 0;
    for (size_t i = 0; people != NULL && i < people->list.n; i++) {
        if (people->list.at[i].words.n == 0)
            continue;
        uint32_t at = party_of(n, &people->list.at[i]);
        if (n->stamps.at[at] == t->number)
            continue;
        n->stamps.at[at] = t->number;
        khct_push(n->arena, &work->party_of) = at;
        khct_party *party = &work->parties.at[at];
        party->leads += leads;
        party->helps += !leads;
        party->late += leads && t->standing == KHCT_OVERDUE;
        count++;
    }
    return count;
}

/* Each party's tasks side by side: those led, then the others. */
static void assign(khct_work *work, khct_arena *arena)
{
    size_t n = work->parties.n;
    work->assigned = khct_alloc_array(arena, work->party_of.n + 1, sizeof *work->assigned);
    uint32_t *led = khct_alloc_array(arena, n + 1, sizeof *led);
    uint32_t *helped = khct_alloc_array(arena, n + 1, sizeof *helped), sum = 0;
    for (size_t i = 0; i < n; i++) {
        khct_party *p = &work->parties.at[i];
        p->first = led[i] = sum;
        helped[i] = sum + p->leads;
        sum += p->leads + p->helps;
    }
    for (uint32_t i = 0; i < work->task_count; i++) {
        const khct_work_task *t = &work->tasks[i];
        for (uint32_t k = 0; k < t->leads + t->helps; k++) {
            uint32_t party = work->party_of.at[t->parties + k];
            work->assigned[k < t->leads ? led[party]++ : helped[party]++] = i;
        }
    }
}

void khct_work_parties(khct_work *work)
{
    khct_arena *arena = work->plan->arena;
    naming n = {.work = work, .arena = arena};
    n.by_role = khct_alloc_array(arena, work->plan->roles.n + 1, sizeof *n.by_role);
    for (uint32_t i = 0; i < work->task_count; i++) {
        khct_work_task *t = &work->tasks[i];
        t->parties = (uint32_t)work->party_of.n;
        t->leads = add_field(&n, t, KHCT_K_CHUTRI);
        t->helps = add_field(&n, t, KHCT_K_PHOIHOP);
        work->nobody += t->leads == 0;
    }
    assign(work, arena);
}

/* Who has what to do. */
#include "work/build.h"

#include "text/map.h"
#include "text/utf8.h"

/* A person whose name and office the plan tells. */
typedef struct named {
    khct_str name;
    uint32_t role, party; /* party + 1; 0: none yet */
} named;

typedef struct naming {
    khct_work *work;
    khct_arena *arena;
    uint32_t *by_role; /* party + 1 */
    uint32_t *holders; /* by role: how many persons are named with it */
    KHCT_VEC(named) named;
    khct_map full, last, person; /* of those: by role and name, by role and given name, by name */
    khct_map words, lower;       /* parties: by words as written, and in lower case */
    KHCT_VEC(uint32_t) stamps;   /* by party: the number of the last task that has it */
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

/* --- persons by name --- */

static khct_str key_of(const naming *n, uint32_t role, khct_str name)
{
    return KHCT_JOIN(n->arena, role, "/", khct_lower(n->arena, name));
}

/* "Bình" of "Trần Thị Bình". */
static khct_str given(khct_str name)
{
    size_t at = name.n;
    while (at > 0 && name.p[at - 1] != ' ')
        at--;
    return khct_str_sub(name, at, name.n);
}

/* The person of that office and name; `Đ/c Bình` is the one who is called so in full elsewhere. */
static uint32_t find_named(const naming *n, uint32_t role, khct_str name)
{
    uint32_t found = khct_map_get(&n->full, key_of(n, role, name));
    bool part = given(name).n == name.n;
    return found == KHCT_NONE && part ? khct_map_get(&n->last, key_of(n, role, name)) : found;
}

static void add_named(naming *n, uint32_t role, khct_str name)
{
    uint32_t at = find_named(n, role, name);
    uint32_t called = khct_map_get(&n->full, key_of(n, role, given(name)));
    if (at == KHCT_NONE)
        at = called; /* named in full after where it was called by its given name */
    if (at == KHCT_NONE) {
        at = (uint32_t)n->named.n;
        khct_push(n->arena, &n->named) = (named){.name = name, .role = role};
        n->holders[role]++;
    }
    khct_map_put(n->arena, &n->full, key_of(n, role, name), at);
    khct_map_put(n->arena, &n->last, key_of(n, role, given(name)), at);
    if (given(name).n < name.n)
        khct_map_put(n->arena, &n->person, khct_lower(n->arena, name), at);
}

static void collect_field(naming *n, const khct_field *field)
{
    const khct_people *people = field == NULL || field->stated ? NULL : field->meaning->people;
    for (size_t i = 0; people != NULL && i < people->list.n; i++) {
        const khct_person *person = &people->list.at[i];
        if (person->role < n->work->plan->roles.n && person->name.n > 0)
            add_named(n, person->role, person->name);
    }
}

static void collect_names(naming *n)
{
    const khct_plan *plan = n->work->plan;
    for (uint32_t i = 0; i < plan->roles.n; i++)
        if (plan->roles.at[i].holder.n > 0)
            add_named(n, i, plan->roles.at[i].holder);
    for (uint32_t i = 0; i < n->work->task_count; i++) {
        collect_field(n, n->work->tasks[i].task->leads);
        collect_field(n, n->work->tasks[i].task->helps);
    }
}

static uint32_t party_of_role(naming *n, uint32_t role)
{
    uint32_t *known = &n->by_role[role];
    if (*known == 0)
        *known = new_party(n, n->work->plan->roles.at[role].name, role) + 1;
    return *known - 1;
}

/* Of an office that one person holds, the office; of several (`Phó hiệu trưởng`), each person. */
static uint32_t party_of_named(naming *n, uint32_t at)
{
    khct_known(n->named.at != NULL);
    named *p = &n->named.at[at];
    if (n->holders[p->role] < 2)
        return party_of_role(n, p->role);
    khct_str office = n->work->plan->roles.at[p->role].name;
    if (p->party == 0)
        p->party = new_party(n, KHCT_JOIN(n->arena, office, " ", p->name), p->role) + 1;
    return p->party - 1;
}

static uint32_t party_of(naming *n, const khct_person *person)
{
    bool known = person->role < n->work->plan->roles.n;
    uint32_t at = person->name.n == 0 ? KHCT_NONE
                  : known             ? find_named(n, person->role, person->name)
                          : khct_map_get(&n->person, khct_lower(n->arena, person->name));
    if (at != KHCT_NONE)
        return party_of_named(n, at);
    if (known)
        return party_of_role(n, person->role);
    bool full = given(person->name).n < person->name.n; /* bà Lê Thị Mai is Lê Thị Mai */
    return party_in_words(n, full ? person->name : person->words);
}

/* Adds the people of a field; who is there already is not added again. How many were new. */
static uint32_t add_field(naming *n, khct_work_task *t, const khct_field *field)
{
    khct_work *work = n->work;
    const khct_people *people = field == NULL || field->stated ? NULL : field->meaning->people;
    bool leads = field == t->task->leads;
    uint32_t count = 0;
    for (size_t i = 0; people != NULL && i < people->list.n; i++) {
        if (people->list.at[i].words.n == 0)
            continue;
        uint32_t at = party_of(n, &people->list.at[i]);
        khct_known(n->stamps.at != NULL);
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
    n.holders = khct_alloc_array(arena, work->plan->roles.n + 1, sizeof *n.holders);
    collect_names(&n);
    for (uint32_t i = 0; i < work->task_count; i++) {
        khct_work_task *t = &work->tasks[i];
        t->parties = (uint32_t)work->party_of.n;
        t->leads = add_field(&n, t, t->task->leads);
        t->helps = add_field(&n, t, t->task->helps);
        work->nobody += t->leads == 0;
    }
    assign(work, arena);
}

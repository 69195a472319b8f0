/* Counts and orders everything that the overview shows, before any of it is written. */
#include "emit/html/build.h"

#include "text/utf8.h"

/* --- progress and time --- */

static const khct_progress *progress_on(const khct_html_task *t, khct_date day)
{
    const khct_fields *fields = &t->task->fields;
    const khct_progress *last = NULL;
    const khct_field *field = t->field[KHCT_HTML_PROGRESS];
    for (; field != NULL; field = khct_field_again(fields, field)) {
        const khct_progress *p = field->value.progress;
        if (p == NULL || p->state == KHCT_PROGRESS_NONE || p->date == KHCT_NO_DATE)
            continue;
        if (day != KHCT_NO_DATE && p->date > day)
            continue;
        if (last == NULL || p->date >= last->date)
            last = p;
    }
    return last;
}

static khct_html_state state_of(const khct_progress *p)
{
    if (p == NULL)
        return KHCT_HTML_UNKNOWN;
    if (p->state == KHCT_FINISHED || p->percent >= 100)
        return KHCT_HTML_DONE;
    return p->state == KHCT_NOT_BEGUN || p->percent == 0 ? KHCT_HTML_TODO : KHCT_HTML_DOING;
}

static void judge(khct_html *h, khct_html_task *t)
{
    khct_date today = h->options->today;
    t->last = progress_on(t, today);
    t->state = state_of(t->last);
    if (today != KHCT_NO_DATE && t->due != KHCT_NO_DATE && t->state != KHCT_HTML_DONE) {
        t->late = t->due < today;
        bool begun = t->time->from == KHCT_NO_DATE || t->time->from <= today;
        t->soon = !t->late && begun && t->due - today <= KHCT_HTML_SOON;
    }
    h->counts[t->late ? KHCT_HTML_LATE : t->state]++;
    h->counts[KHCT_HTML_SOON_DUE] += t->soon;
    h->dated += t->due != KHCT_NO_DATE;
}

/* The years that the timeline shows: the plan's, or else those of its tasks. */
static int school_year_of(khct_html *h, khct_date date)
{
    const khct_html_day *day = khct_html_day_of(h, date);
    return day->month >= 9 ? day->year : day->year - 1;
}

static void find_years(khct_html *h)
{
    const khct_period *period = &h->plan->heading.period;
    int first = INT32_MAX, last = INT32_MIN;
    if (period->kind != KHCT_PERIOD_NONE) {
        first = period->first_school_year;
        last = period->last_school_year;
    } else {
        for (uint32_t i = 0; i < h->task_count; i++) {
            const khct_time *time = h->tasks[i].time;
            khct_date days[2] = {time == NULL ? KHCT_NO_DATE : time->from,
                                 time == NULL ? KHCT_NO_DATE : time->to};
            for (size_t k = 0; k < 2; k++) {
                if (days[k] == KHCT_NO_DATE)
                    continue;
                int year = school_year_of(h, days[k]);
                first = year < first ? year : first;
                last = year > last ? year : last;
            }
        }
    }
    if (first > last)
        return;
    h->first_year = first;
    h->years = last - first < KHCT_HTML_YEARS ? last - first + 1 : KHCT_HTML_YEARS;
}

/* The term of a day: -1 before the first one. January ends term I and begins term II. */
static int term_of(khct_html *h, khct_date date, bool begins)
{
    int month = khct_html_day_of(h, date)->month, school_year = school_year_of(h, date);
    int term = month >= 9 || (month == 1 && !begins) ? 0 : month <= 5 ? 1 : 2;
    if (school_year < h->first_year)
        return -1;
    if (school_year - h->first_year >= h->years)
        return h->years * 3;
    return (school_year - h->first_year) * 3 + term;
}

static void mark_terms(khct_html *h, khct_html_task *t, khct_date from, khct_date to)
{
    int count = h->years * 3;
    int first = from == KHCT_NO_DATE ? 0 : term_of(h, from, true);
    int last = to == KHCT_NO_DATE ? count - 1 : term_of(h, to, false);
    if (first > last) { /* within January */
        int other = first;
        first = last;
        last = other;
    }
    first = first < 0 ? 0 : first;
    last = last >= count ? count - 1 : last;
    for (int k = first; k <= last; k++)
        t->terms |= UINT64_C(1) << k;
}

static void find_terms(khct_html *h, khct_html_task *t)
{
    t->starts = t->ends = KHCT_NONE;
    if (t->time == NULL || h->years == 0)
        return;
    for (size_t i = 0; i < t->time->intervals.n; i++)
        mark_terms(h, t, t->time->intervals.at[i].from, t->time->intervals.at[i].to);
    if (t->time->intervals.n == 0 && t->time->recurs != 0)
        mark_terms(h, t, KHCT_NO_DATE, KHCT_NO_DATE);
    int count = h->years * 3;
    int begin = t->time->from == KHCT_NO_DATE ? -1 : term_of(h, t->time->from, true);
    int end = t->time->to == KHCT_NO_DATE ? -1 : term_of(h, t->time->to, false);
    if (begin >= 0 && begin < count)
        t->starts = (uint32_t)begin;
    if (end >= 0 && end < count)
        t->ends = (uint32_t)end;
}

/* --- people --- */

typedef struct naming {
    khct_html *h;
    uint32_t *by_role; /* person + 1 */
    khct_map words, lower;
} naming;

static uint32_t new_person(khct_html *h, khct_str name)
{
    khct_push(h->arena, &h->people) = (khct_html_person){.name = name};
    return (uint32_t)h->people.n - 1;
}

static uint32_t person_of(naming *n, const khct_person *p)
{
    khct_html *h = n->h;
    if (p->role != KHCT_NONE) {
        uint32_t *known = &n->by_role[p->role];
        if (*known == 0)
            *known = new_person(h, h->plan->roles.at[p->role].name) + 1;
        return *known - 1;
    }
    uint32_t known = khct_map_get(&n->words, p->words);
    if (known != KHCT_NONE)
        return known;
    khct_str lower = khct_lower(h->arena, p->words); /* written with another case: the same */
    known = khct_map_get(&n->lower, lower);
    if (known == KHCT_NONE) {
        known = new_person(h, p->words);
        khct_map_put(h->arena, &n->lower, lower, known);
    }
    khct_map_put(h->arena, &n->words, p->words, known);
    return known;
}

/* Adds the people of a field to the task; who is there already is not added again. */
static uint32_t add_people(naming *n, khct_html_task *t, khct_html_field which)
{
    khct_html *h = n->h;
    const khct_field *field = t->field[which];
    const khct_people *people = field == NULL || field->stated ? NULL : field->value.people;
    uint32_t count = 0;
    for (size_t i = 0; people != NULL && i < people->list.n; i++) {
        if (people->list.at[i].words.n == 0)
            continue;
        uint32_t person = person_of(n, &people->list.at[i]);
        khct_html_person *p = &h->people.at[person];
        if (p->stamp == t->number)
            continue;
        p->stamp = t->number;
        khct_push(h->arena, &h->people_of) = person;
        count++;
        p->leads += which == KHCT_HTML_LEAD;
        p->helps += which != KHCT_HTML_LEAD;
        p->late += which == KHCT_HTML_LEAD && t->late;
    }
    return count;
}

/* Each person's tasks side by side: those led, then the others. */
static void list_work(khct_html *h)
{
    size_t n = h->people.n;
    h->work = khct_alloc_array(h->arena, h->people_of.n + 1, sizeof *h->work);
    uint32_t *led = khct_alloc_array(h->arena, n + 1, sizeof *led);
    uint32_t *helped = khct_alloc_array(h->arena, n + 1, sizeof *helped), sum = 0;
    for (size_t i = 0; i < n; i++) {
        khct_html_person *p = &h->people.at[i];
        p->first = led[i] = sum;
        helped[i] = sum + p->leads;
        sum += p->leads + p->helps;
    }
    for (uint32_t i = 0; i < h->task_count; i++) {
        const khct_html_task *t = &h->tasks[i];
        for (uint32_t k = 0; k < t->leads + t->helps; k++) {
            uint32_t person = h->people_of.at[t->people + k];
            h->work[k < t->leads ? led[person]++ : helped[person]++] = i;
        }
    }
}

static void find_people(khct_html *h)
{
    naming n = {.h = h};
    n.by_role = khct_alloc_array(h->arena, h->plan->roles.n + 1, sizeof *n.by_role);
    for (uint32_t i = 0; i < h->task_count; i++) {
        khct_html_task *t = &h->tasks[i];
        t->people = (uint32_t)h->people_of.n;
        t->leads = add_people(&n, t, KHCT_HTML_LEAD);
        t->helps = add_people(&n, t, KHCT_HTML_HELP);
    }
    list_work(h);
}

/* --- groups and criteria --- */

/* The position of the standard that all of it serves; `none` where there is no such one. */
static uint32_t standard_of(const khct_catalogue *c, const khct_improvement *improvement,
                            uint32_t none)
{
    const khct_criterion *first = improvement->criterion;
    if (improvement->kind == KHCT_BY_CONTENT)
        first = improvement->serves.n > 0 ? improvement->serves.at[0].criterion : NULL;
    if (c == NULL || first == NULL)
        return none;
    for (size_t i = 0; i < improvement->serves.n; i++)
        if (improvement->serves.at[i].criterion == NULL ||
            improvement->serves.at[i].criterion->standard != first->standard)
            return none;
    return (uint32_t)first->standard;
}

static void make_groups(khct_html *h)
{
    const khct_catalogue *c = h->plan->catalogue;
    for (size_t i = 0; c != NULL && i < c->standards.n; i++) {
        const khct_standard *s = &c->standards.at[i];
        khct_str title[] = {KHCT_STR("Tiêu chuẩn "), khct_str_number(h->arena, s->number),
                            KHCT_STR(". "), s->title};
        khct_push(h->arena, &h->groups) =
            (khct_html_group){.title = khct_str_join(h->arena, title, 4), .standard = s->number};
    }
    khct_str level = khct_str_number(h->arena, c == NULL || c->items.n == 0 ? 4 : c->highest);
    khct_push(h->arena, &h->groups) =
        (khct_html_group){.title = khct_str_cat(h->arena, KHCT_STR("Mức "), level)};
    khct_push(h->arena, &h->groups) = (khct_html_group){
        .title = c != NULL ? KHCT_STR("Không thuộc riêng một tiêu chuẩn") : KHCT_STR("Các việc")};
}

static void fill_groups(khct_html *h)
{
    uint32_t none = (uint32_t)h->groups.n - 1, sum = 0;
    uint32_t *next = khct_alloc_array(h->arena, h->groups.n, sizeof *next);
    for (uint32_t i = 0; i < h->task_count; i++) {
        const khct_improvement *improvement = h->tasks[i].improvement;
        h->tasks[i].group = improvement->kind == KHCT_BY_ITEM
                                ? none - 1
                                : standard_of(h->plan->catalogue, improvement, none);
        h->groups.at[h->tasks[i].group].count++;
    }
    for (size_t k = 0; k < h->groups.n; k++) {
        h->groups.at[k].first = next[k] = sum;
        sum += h->groups.at[k].count;
    }
    h->order = khct_alloc_array(h->arena, h->task_count + 1, sizeof *h->order);
    for (uint32_t i = 0; i < h->task_count; i++)
        h->order[next[h->tasks[i].group]++] = i;
}

/* A group that has tasks, or that tasks of another group serve, can be chosen. */
static void number_options(khct_html *h)
{
    const khct_plan *plan = h->plan;
    uint32_t count = 0;
    for (size_t i = 0; i < plan->improvements.n; i++)
        for (size_t k = 0; k < plan->improvements.at[i].serves.n; k++)
            if (plan->improvements.at[i].serves.at[k].criterion != NULL)
                h->groups.at[plan->improvements.at[i].serves.at[k].criterion->standard].option = 1;
    for (size_t k = 0; k < h->groups.n; k++)
        if (h->groups.at[k].count > 0 || h->groups.at[k].option > 0)
            h->groups.at[k].option = ++count;
}

static void serve(khct_html *h, const khct_criterion *criterion,
                  const khct_improvement *improvement)
{
    if (criterion == NULL)
        return;
    khct_html_criterion *c = &h->criteria[criterion - h->plan->catalogue->criteria.at];
    if (c->tasks == 0 && improvement->tasks.n > 0)
        c->first = (uint32_t)improvement->tasks.at[0].number + 1;
    c->tasks += (uint32_t)improvement->tasks.n;
    if (improvement->target.kind == KHCT_TARGET_LEVEL)
        c->target = improvement->target.level;
    if (improvement->target.kind == KHCT_TARGET_KEEP) {
        c->keep = true;
        c->target = improvement->target.level > 0 ? improvement->target.level
                    : c->result > 0               ? (uint16_t)c->result
                                                  : 0;
    }
}

static void find_criteria(khct_html *h)
{
    const khct_plan *plan = h->plan;
    const khct_catalogue *c = plan->catalogue;
    if (c == NULL)
        return;
    h->criteria = khct_alloc_array(h->arena, c->criteria.n + 1, sizeof *h->criteria);
    for (size_t i = 0; i < c->criteria.n; i++)
        h->criteria[i].result = -1;
    for (size_t i = 0; plan->current != NULL && i < plan->current->results.n; i++) {
        const khct_result *r = &plan->current->results.at[i];
        if (r->criterion != NULL)
            h->criteria[r->criterion - c->criteria.at].result = r->level;
    }
    for (size_t i = 0; i < plan->improvements.n; i++) {
        const khct_improvement *improvement = &plan->improvements.at[i];
        serve(h, improvement->criterion, improvement);
        for (size_t k = 0; k < improvement->serves.n; k++)
            serve(h, improvement->serves.at[k].criterion, improvement);
    }
}

/* --- all of it --- */

static void find_rows(khct_html *h)
{
    for (size_t i = 0; i < h->page->blocks.n; i++) {
        const khct_table *table = h->page->blocks.at[i].table;
        if (h->page->blocks.at[i].kind != KHCT_BLOCK_TABLE || table->content != KHCT_CONTENT_PLAN)
            continue;
        for (size_t k = 0; k < table->rows.n; k++)
            if (table->rows.at[k].task != NULL)
                h->tasks[table->rows.at[k].task->number].in_document = true;
    }
}

static void set_digits(khct_html_task *t)
{
    char room[KHCT_DIGITS], *end = room + sizeof room, *begin = khct_digits(end, t->number);
    t->digit_count = (uint32_t)(end - begin);
    memcpy(t->digits, begin, t->digit_count);
}

static void find_fields(khct_html_task *t)
{
    static const uint8_t SLOTS[KHCT_KEYWORD_NONE + 1] = {
        [KHCT_K_CHUTRI] = KHCT_HTML_LEAD + 1,     [KHCT_K_PHOIHOP] = KHCT_HTML_HELP + 1,
        [KHCT_K_THOIGIAN] = KHCT_HTML_TIME + 1,   [KHCT_K_KINHPHI] = KHCT_HTML_MONEY + 1,
        [KHCT_K_TIENDO] = KHCT_HTML_PROGRESS + 1, [KHCT_K_GIAIPHAP] = KHCT_HTML_WORK + 1,
    };
    const khct_fields *fields = &t->task->fields;
    for (size_t i = 0; i < fields->n; i++) {
        uint8_t slot = SLOTS[fields->at[i].keyword];
        if (slot > 0 && t->field[slot - 1] == NULL)
            t->field[slot - 1] = &fields->at[i];
    }
}

static void list_tasks(khct_html *h)
{
    const khct_plan *plan = h->plan;
    h->tasks = khct_alloc_array(h->arena, plan->task_count + 1, sizeof *h->tasks);
    for (size_t i = 0; i < plan->improvements.n; i++) {
        const khct_improvement *improvement = &plan->improvements.at[i];
        for (size_t k = 0; k < improvement->tasks.n; k++) {
            const khct_task *task = &improvement->tasks.at[k];
            khct_html_task *t = &h->tasks[task->number];
            *t = (khct_html_task){.improvement = improvement, .task = task};
            t->number = (uint32_t)task->number + 1;
            set_digits(t);
            find_fields(t);
            const khct_field *time = t->field[KHCT_HTML_TIME];
            if (time != NULL && time->value.time != NULL && time->value.time->understood)
                t->time = time->value.time;
            t->due = t->time == NULL ? KHCT_NO_DATE : t->time->to;
        }
    }
    h->task_count = (uint32_t)plan->task_count;
}

void khct_html_survey(khct_html *h)
{
    list_tasks(h);
    find_rows(h);
    find_years(h);
    for (uint32_t i = 0; i < h->task_count; i++) {
        judge(h, &h->tasks[i]);
        find_terms(h, &h->tasks[i]);
    }
    find_people(h);
    make_groups(h);
    fill_groups(h);
    number_options(h);
    find_criteria(h);
    khct_html_add_money(h);
}

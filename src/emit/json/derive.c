/* What follows from the plan: the rating, each criterion's standing, a list of all tasks. */
#include "emit/json/emit.h"

#define K(id) KHCT_JSON_K(e, id)
#define J(id) KHCT_JSON_J(e, id)

/* --- the rating --- */

static void put_criteria(khct_json_emitter *e, const khct_criterion *const *criteria, size_t count)
{
    KHCT_JSON_ROW (&e->w, i, count)
        khct_json_criterion(e, criteria[i]->id);
}

static void put_items(khct_json_emitter *e, const uint32_t *items, size_t count)
{
    KHCT_JSON_ROW (&e->w, i, count)
        khct_json_int(&e->w, items[i]);
}

static void put_hold(khct_json_emitter *e, const khct_hold *hold)
{
    khct_json_writer *w = &e->w;
    khct_json_object(w);
    K(MUC), khct_json_int(w, hold->level);
    K(TIEUCHI), put_criteria(e, hold->criteria.at, hold->criteria.n);
    J(OTHERS), put_criteria(e, hold->others.at, hold->others.n);
    J(MISSING), khct_json_int(w, hold->missing);
    K(KHOAN), put_items(e, hold->items.at, hold->items.n);
    khct_json_end_object(w);
}

static void put_holds(khct_json_emitter *e, const khct_hold *holds, size_t count)
{
    KHCT_JSON_LIST (&e->w, i, count)
        put_hold(e, &holds[i]);
}

/* The rule's conditions as the catalogue writes them. */
static khct_str kind_of(const khct_reason_part *part)
{
    static const khct_keyword KINDS[] = {[KHCT_RULE_ALL] = KHCT_K_TATCA,
                                         [KHCT_RULE_MANDATORY] = KHCT_K_BATBUOC,
                                         [KHCT_RULE_OTHERS] = KHCT_K_CONLAI,
                                         [KHCT_RULE_ITEMS] = KHCT_K_KHOAN};
    return khct_str_of(khct_keyword_at(KINDS[part->kind])->unmarked);
}

static void put_reason_part(khct_json_emitter *e, const khct_reason_part *part)
{
    khct_json_writer *w = &e->w;
    khct_json_object(w);
    K(LOAI), khct_json_text(w, kind_of(part));
    K(MUC), khct_json_positive_or_null(e, part->level);
    J(NEED), khct_json_int(w, part->need);
    J(MEET), khct_json_int(w, part->met);
    J(HOLDS), khct_json_bool(w, part->holds);
    K(TIEUCHI), put_criteria(e, part->counted.at, part->counted.n);
    J(BELOW), put_criteria(e, part->below.at, part->below.n);
    K(KHOAN), put_items(e, part->items.at, part->items.n);
    khct_json_end_object(w);
}

/* A tree: each level, the conditions of its rule, the criteria of each. */
static void put_reasons(khct_json_emitter *e, const khct_rating *rating)
{
    khct_json_writer *w = &e->w;
    KHCT_JSON_LIST (w, i, rating->reasons.n) {
        const khct_reason *reason = &rating->reasons.at[i];
        khct_json_object(w);
        K(MUC), khct_json_int(w, reason->level);
        J(REACHED), khct_json_bool(w, reason->reached);
        J(CONDITIONS);
        KHCT_JSON_LIST (w, k, reason->parts.n)
            put_reason_part(e, &reason->parts.at[k]);
        khct_json_end_object(w);
    }
}

void khct_json_rating(khct_json_emitter *e, const khct_rating *rating)
{
    khct_json_writer *w = &e->w;
    if (rating == NULL) {
        khct_json_null(w);
        return;
    }
    khct_json_object(w);
    J(NOW), khct_json_int(w, rating->now);
    J(LIFTED), khct_json_int(w, rating->lifted);
    K(PHANDAU), khct_json_positive_or_null(e, rating->aim);
    J(COMPLETE), khct_json_bool(w, rating->complete);
    J(COUNTS);
    KHCT_JSON_LIST (w, i, rating->counts.n) {
        khct_json_object(w);
        K(MUC), khct_json_int(w, rating->counts.at[i].level);
        J(HAVE), khct_json_int(w, rating->counts.at[i].have);
        J(MEET), khct_json_int(w, rating->counts.at[i].meet);
        khct_json_end_object(w);
    }
    J(REASONS), put_reasons(e, rating);
    J(LACKS), put_holds(e, rating->holds.at, rating->holds.n);
    J(LACKS_AFTER), put_holds(e, rating->after.at, rating->after.n);
    khct_json_end_object(w);
}

/* --- the criteria --- */

/* Pointers to what is planned. */
typedef struct plans {
    khct_strs *of;      /* by the criterion's place in the catalogue: to all that serve it */
    khct_str *pointers; /* to each improvement */
} plans;

static void add_planned(khct_json_emitter *e, const plans *all, const khct_criterion *criterion,
                        khct_str pointer)
{
    if (criterion == NULL)
        return;
    khct_strs *list = &all->of[criterion - e->plan->catalogue->criteria.at];
    if (list->n == 0 || list->at[list->n - 1].p != pointer.p)
        khct_push(e->scratch, list) = pointer;
}

/* One way through the improvements, which stand in the order of the items at the top. */
static plans find_plans(khct_json_emitter *e)
{
    const khct_plan *plan = e->plan;
    size_t at = 0;
    plans p = {khct_alloc_array(e->scratch, e->work->criterion_count + 1, sizeof *p.of),
               khct_alloc_array(e->scratch, plan->improvements.n + 1, sizeof(khct_str))};
    for (size_t i = 0; i < plan->improvements.n; i++) {
        const khct_improvement *improvement = &plan->improvements.at[i];
        while (at < e->tops.n && e->tops.at[at].node != improvement->node)
            at++;
        if (at == e->tops.n)
            break;
        khct_str pointer = khct_json_top_pointer(e->scratch, &e->tops.at[at]);
        p.pointers[i] = pointer;
        add_planned(e, &p, improvement->criterion, pointer);
        for (size_t k = 0; k < improvement->serves.n; k++)
            add_planned(e, &p, improvement->serves.at[k].criterion, pointer);
    }
    return p;
}

/* Why nothing is planned for it: the reason of `chophep KH3005`. */
static khct_str deferred(const khct_plan *plan, khct_criterion_id id)
{
    KHCT_FOR (a, &plan->allowances)
        if (a->code == KHCT_KH3005 && khct_criterion_cmp(a->criterion, id) == 0)
            return a->reason;
    return KHCT_STR("");
}

static void put_improvements(khct_json_emitter *e, const khct_strs *pointers)
{
    KHCT_JSON_ROW (&e->w, i, pointers->n)
        khct_json_text(&e->w, pointers->at[i]);
}

static void put_criterion(khct_json_emitter *e, const khct_work_criterion *c,
                          const khct_strs *pointers)
{
    khct_json_writer *w = &e->w;
    const khct_criterion *criterion = c->criterion;
    khct_json_object(w);
    K(MA), khct_json_criterion(e, criterion->id);
    K(TEN), khct_json_text(w, criterion->title);
    K(TIEUCHUAN), khct_json_int(w, criterion->id.standard);
    K(MUCCAONHAT), khct_json_int(w, criterion->highest);
    K(BATBUOC), khct_json_bool(w, criterion->mandatory);
    K(KETQUA), khct_json_int_or_null(e, c->result == NULL ? -1 : c->result->level);
    K(MUCTIEU), khct_json_positive_or_null(e, c->target);
    K(DUYTRI), khct_json_bool(w, c->keeps);
    J(IMPROVEMENTS), put_improvements(e, pointers);
    J(HOLDS_BACK), khct_json_bool(w, c->holds);
    J(DEFERRED), khct_json_text_or_null(w, deferred(e->plan, criterion->id));
    khct_json_end_object(w);
}

/* --- the tasks --- */

static void put_served(khct_json_emitter *e, const khct_improvement *improvement)
{
    khct_json_row(&e->w);
    if (improvement->kind == KHCT_BY_CRITERION)
        khct_json_criterion(e, improvement->id);
    for (size_t i = 0; i < improvement->serves.n; i++)
        khct_json_criterion(e, improvement->serves.at[i].id);
    khct_json_end_row(&e->w);
}

static void put_persons(khct_json_emitter *e, const khct_task *task, khct_keyword keyword)
{
    const khct_field *field = khct_field_of(&task->fields, keyword);
    const khct_people *people = field == NULL ? NULL : field->meaning->people;
    khct_json_put_key(&e->w, &e->keys[keyword]);
    KHCT_JSON_LIST (&e->w, i, people == NULL ? 0 : people->list.n)
        khct_json_person(e, &people->list.at[i]);
}

static void put_time(khct_json_emitter *e, const khct_work_task *t)
{
    J(FROM), khct_json_date(e, t->time == NULL ? KHCT_NO_DATE : t->time->from);
    K(DEN), khct_json_date(e, t->due);
    J(RECURS), khct_json_recurs(e, t->time == NULL ? 0 : t->time->recurs);
}

/* A number that JSON's readers may round, or that none of them holds, stands in digits too. */
static void put_total(khct_json_emitter *e, const khct_sum *sum)
{
    int64_t total;
    bool stated = sum->counted > 0 && khct_amount_fits(sum->amount, &total);
    J(TOTAL), khct_json_int_or_null(e, stated ? total : -1);
}

static void put_sum(khct_json_emitter *e, const khct_sum *sum)
{
    put_total(e, sum);
    J(DIGITS), khct_json_text_or_null(&e->w, sum->counted == 0
                                                 ? KHCT_STR("")
                                                 : khct_amount_digits(e->scratch, sum->amount));
    J(COUNTED), khct_json_int(&e->w, sum->counted);
    J(LEFT_OUT), khct_json_int(&e->w, sum->left_out);
    J(BARE), khct_json_int(&e->w, sum->bare);
}

static void put_money(khct_json_emitter *e, const khct_work_task *t)
{
    put_total(e, &t->cost);
    J(LEFT_OUT), khct_json_int(&e->w, t->cost.left_out);
    K(PHAN);
    KHCT_JSON_LIST (&e->w, i, t->money == NULL ? 0 : t->money->parts.n)
        khct_json_part(e, &t->money->parts.at[i]);
}

static void put_progress(khct_json_emitter *e, const khct_work_task *t)
{
    K(NGAY), khct_json_date(e, t->last == NULL ? KHCT_NO_DATE : t->last->date);
    J(STATE), khct_json_cstr_or_null(e, khct_progress_key(t->state));
    J(PERCENT), khct_json_int_or_null(e, t->last == NULL ? -1 : t->last->percent);
    J(STANDING), khct_json_cstr_or_null(e, khct_standing_key(t->standing));
}

static void put_task(khct_json_emitter *e, khct_str pointer, const khct_work_task *t, size_t *index)
{
    khct_json_writer *w = &e->w;
    const khct_improvement *improvement = t->improvement;
    khct_json_object(w);
    K(SO), khct_json_int(w, t->number);
    J(AT);
    khct_json_open_string(w);
    khct_out_str(w->out, pointer);
    if (t->task->node != improvement->node)
        KHCT_OUT(w->out, "/viec/", (*index)++);
    khct_json_close_string(w);
    K(TIEUCHI), put_served(e, improvement);
    K(KHOAN),
        khct_json_positive_or_null(e, improvement->kind == KHCT_BY_ITEM ? improvement->item : 0);
    K(TEN), khct_json_text_or_null(w, e->names[t - e->work->tasks]);
    K(MUC), khct_json_positive_or_null(e, khct_improvement_target(e->plan, improvement));
    const khct_place *place = e->places[KHCT_B_VIEC];
    for (; place != NULL; place = khct_place_after(KHCT_B_VIEC, place))
        if (place->type == KHCT_TYPE_ROLES)
            put_persons(e, t->task, place->keyword);
    put_time(e, t);
    put_money(e, t);
    put_progress(e, t);
    khct_json_end_object(w);
}

static void put_tasks(khct_json_emitter *e, const plans *all)
{
    KHCT_JSON_LIST (&e->w, i, e->plan->improvements.n) {
        const khct_improvement *improvement = &e->plan->improvements.at[i];
        size_t index = 0;
        for (size_t k = 0; k < improvement->tasks.n; k++)
            put_task(e, all->pointers[i], &e->work->tasks[improvement->tasks.at[k].number], &index);
    }
}

/* --- people and money --- */

static void put_numbers(khct_json_emitter *e, const uint32_t *positions, uint32_t count)
{
    KHCT_JSON_ROW (&e->w, i, count)
        khct_json_int(&e->w, e->work->tasks[positions[i]].number);
}

static void put_parties(khct_json_emitter *e)
{
    const khct_work *work = e->work;
    KHCT_JSON_LIST (&e->w, i, work->parties.n) {
        const khct_party *p = &work->parties.at[i];
        khct_json_object(&e->w);
        K(TEN), khct_json_text(&e->w, p->name);
        K(MA), khct_json_text_or_null(&e->w, p->role == KHCT_NONE ? KHCT_STR("")
                                                                  : e->plan->roles.at[p->role].id);
        K(CHUTRI), put_numbers(e, work->assigned + p->first, p->leads);
        K(PHOIHOP), put_numbers(e, work->assigned + p->first + p->leads, p->helps);
        J(LATE), khct_json_int(&e->w, p->late);
        khct_json_end_object(&e->w);
    }
}

static bool is_said(const khct_sum *sum)
{
    return sum->counted + sum->left_out + sum->bare > 0;
}

static void put_payers(khct_json_emitter *e)
{
    KHCT_JSON_LIST (&e->w, k, KHCT_PAYERS) {
        const khct_sum *sum = &e->work->money.by_payer[k];
        if (!is_said(sum))
            continue;
        khct_json_object(&e->w);
        J(SOURCE), khct_json_text_or_null(&e->w, khct_payer_key((unsigned)k));
        put_sum(e, sum);
        khct_json_end_object(&e->w);
    }
}

static void put_groups(khct_json_emitter *e)
{
    const khct_catalogue *c = e->plan->catalogue;
    size_t standards = c == NULL ? 0 : c->standards.n;
    KHCT_JSON_LIST (&e->w, k, e->work->group_count) {
        if (!is_said(&e->work->by_group[k]))
            continue;
        khct_json_object(&e->w);
        K(TIEUCHUAN), khct_json_positive_or_null(e, k < standards ? c->standards.at[k].number : 0);
        K(KHOAN), khct_json_bool(&e->w, k == standards + KHCT_GROUP_ITEMS);
        put_sum(e, &e->work->by_group[k]);
        khct_json_end_object(&e->w);
    }
}

static void put_all_money(khct_json_emitter *e)
{
    khct_json_object(&e->w);
    put_sum(e, &e->work->money.all);
    J(SOURCE), put_payers(e);
    K(TIEUCHUAN), put_groups(e);
    khct_json_end_object(&e->w);
}

/* --- together --- */

static void put_named(khct_json_emitter *e, khct_str id, khct_str name)
{
    khct_json_object(&e->w);
    K(MA), khct_json_text(&e->w, id);
    K(TEN), khct_json_text(&e->w, name);
    khct_json_end_object(&e->w);
}

void khct_json_derived(khct_json_emitter *e)
{
    const khct_plan *plan = e->plan;
    const khct_catalogue *c = plan->catalogue;
    plans all = find_plans(e);
    khct_json_object(&e->w);
    J(DAY), khct_json_date(e, e->work->day);
    K(DANHMUC);
    if (c == NULL)
        khct_json_null(&e->w);
    else
        put_named(e, c->id, plan->catalogue_name);
    K(MAU), put_named(e, plan->form->id, plan->form->name);
    K(XEPMUC), khct_json_rating(e, e->work->rating);
    K(TIEUCHI);
    KHCT_JSON_LIST (&e->w, i, e->work->criterion_count)
        put_criterion(e, &e->work->criteria[i], &all.of[i]);
    K(VIEC), put_tasks(e, &all);
    K(NGUOI), put_parties(e);
    K(KINHPHI), put_all_money(e);
    khct_json_end_object(&e->w);
}

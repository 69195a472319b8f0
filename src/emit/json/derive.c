/* What follows from the plan: the rating, each criterion's standing, a list of all tasks. */
#include "emit/json/emit.h"

#include "plan/rating.h"

#define K(id) KHCT_JSON_K(e, id)
#define J(id) KHCT_JSON_J(e, id)

/* --- the rating --- */

typedef struct criteria {
    const khct_criterion *const *at;
    size_t n;
} criteria;

static void put_criteria(khct_json_emitter *e, criteria list)
{
    khct_json_row(&e->w);
    for (size_t i = 0; i < list.n; i++)
        khct_json_criterion(e, list.at[i]->id);
    khct_json_end_row(&e->w);
}

static void put_hold(khct_json_emitter *e, const khct_hold *hold)
{
    khct_json_writer *w = &e->w;
    khct_json_object(w);
    K(MUC);
    khct_json_int(w, hold->level);
    K(TIEUCHI);
    put_criteria(e, (criteria){hold->criteria.at, hold->criteria.n});
    J(OTHERS);
    put_criteria(e, (criteria){hold->others.at, hold->others.n});
    J(MISSING);
    khct_json_int(w, hold->missing);
    K(KHOAN);
    khct_json_row(w);
    for (size_t i = 0; i < hold->items.n; i++)
        khct_json_int(w, hold->items.at[i]);
    khct_json_end_row(w);
    khct_json_end_object(w);
}

static void put_holds(khct_json_emitter *e, const khct_hold *holds, size_t count)
{
    khct_json_list(&e->w);
    for (size_t i = 0; i < count; i++)
        put_hold(e, &holds[i]);
    khct_json_end_list(&e->w);
}

static void put_rating(khct_json_emitter *e, const khct_rating *rating)
{
    khct_json_writer *w = &e->w;
    if (rating == NULL) {
        khct_json_null(w);
        return;
    }
    khct_json_object(w);
    J(NOW);
    khct_json_int(w, rating->now);
    J(LIFTED);
    khct_json_int(w, rating->lifted);
    K(PHANDAU);
    khct_json_positive_or_null(e, rating->aim);
    J(COMPLETE);
    khct_json_bool(w, rating->complete);
    J(COUNTS);
    khct_json_list(w);
    for (size_t i = 0; i < rating->counts.n; i++) {
        khct_json_object(w);
        K(MUC);
        khct_json_int(w, rating->counts.at[i].level);
        J(HAVE);
        khct_json_int(w, rating->counts.at[i].have);
        J(MEET);
        khct_json_int(w, rating->counts.at[i].meet);
        khct_json_end_object(w);
    }
    khct_json_end_list(w);
    J(LACKS);
    put_holds(e, rating->holds.at, rating->holds.n);
    J(LACKS_AFTER);
    put_holds(e, rating->after.at, rating->after.n);
    khct_json_end_object(w);
}

/* --- the criteria --- */

/* What is planned for a criterion. */
typedef struct planned {
    const khct_improvement *own; /* the first by this criterion; NULL: none */
    khct_strs pointers;          /* to all that serve it */
} planned;

typedef struct plans {
    planned *of;        /* by the criterion's place in the catalogue */
    khct_str *pointers; /* to each improvement */
} plans;

static planned *planned_of(const khct_plan *plan, const plans *all, const khct_criterion *criterion)
{
    const khct_catalogue *c = plan->catalogue;
    return c == NULL || criterion == NULL ? NULL : &all->of[criterion - c->criteria.at];
}

static void add_planned(khct_json_emitter *e, planned *p, khct_str pointer)
{
    if (p != NULL && (p->pointers.n == 0 || p->pointers.at[p->pointers.n - 1].p != pointer.p))
        khct_push(e->reader.arena, &p->pointers) = pointer;
}

/* One way through the improvements, which stand in the order of the items at the top. */
static plans find_plans(khct_json_emitter *e)
{
    const khct_plan *plan = e->plan;
    size_t count = plan->catalogue == NULL ? 0 : plan->catalogue->criteria.n, at = 0;
    plans p = {.of = khct_alloc_array(e->reader.arena, count + 1, sizeof *p.of),
               .pointers =
                   khct_alloc_array(e->reader.arena, plan->improvements.n + 1, sizeof(khct_str))};
    for (size_t i = 0; i < plan->improvements.n; i++) {
        const khct_improvement *improvement = &plan->improvements.at[i];
        while (at < e->tops.n && e->tops.at[at].node != improvement->node)
            at++;
        if (at == e->tops.n)
            break;
        khct_str pointer = khct_json_top_pointer(e->reader.arena, &e->tops.at[at]);
        p.pointers[i] = pointer;
        planned *own = planned_of(plan, &p, improvement->criterion);
        add_planned(e, own, pointer);
        if (own != NULL && own->own == NULL)
            own->own = improvement;
        for (size_t k = 0; k < improvement->serves.n; k++)
            add_planned(e, planned_of(plan, &p, improvement->serves.at[k].criterion), pointer);
    }
    return p;
}

static bool holds_back(const khct_hold *hold, const khct_criterion *criterion)
{
    if (hold == NULL)
        return false;
    for (size_t i = 0; i < hold->criteria.n; i++)
        if (hold->criteria.at[i] == criterion)
            return true;
    for (size_t i = 0; hold->missing > 0 && i < hold->others.n; i++)
        if (hold->others.at[i] == criterion)
            return true;
    return false;
}

/* Why nothing is planned for it: the reason of `chophep KH3005`. */
static khct_str deferred(const khct_plan *plan, khct_criterion_id id)
{
    for (size_t i = 0; i < plan->allowances.n; i++) {
        const khct_allowance *a = &plan->allowances.at[i];
        if (a->code == KHCT_KH3005 && khct_criterion_cmp(a->criterion, id) == 0)
            return a->reason;
    }
    return KHCT_STR("");
}

static void put_improvements(khct_json_emitter *e, const planned *all)
{
    khct_json_row(&e->w);
    for (size_t i = 0; i < all->pointers.n; i++)
        khct_json_text(&e->w, all->pointers.at[i]);
    khct_json_end_row(&e->w);
}

static void put_standing(khct_json_emitter *e, const khct_criterion *criterion, const planned *all,
                         const khct_hold *hold)
{
    khct_json_writer *w = &e->w;
    const khct_plan *plan = e->plan;
    const khct_result *result = khct_plan_result(plan, criterion->id);
    khct_target target = {0};
    if (all->own != NULL)
        target = all->own->target;
    khct_json_object(w);
    K(MA);
    khct_json_criterion(e, criterion->id);
    K(TEN);
    khct_json_text(w, criterion->title);
    K(TIEUCHUAN);
    khct_json_int(w, criterion->id.standard);
    K(MUCCAONHAT);
    khct_json_int(w, criterion->highest);
    K(BATBUOC);
    khct_json_bool(w, criterion->mandatory);
    K(KETQUA);
    if (result == NULL)
        khct_json_null(w);
    else
        khct_json_int(w, result->level);
    K(MUCTIEU);
    khct_json_positive_or_null(e, target.level);
    K(DUYTRI);
    khct_json_bool(w, target.kind == KHCT_TARGET_KEEP);
    J(IMPROVEMENTS);
    put_improvements(e, all);
    J(HOLDS_BACK);
    khct_json_bool(w, holds_back(hold, criterion));
    J(DEFERRED);
    khct_json_text_or_null(w, deferred(plan, criterion->id));
    khct_json_end_object(w);
}

/* --- the tasks --- */

static khct_str first_words(const khct_fields *fields, khct_keyword keyword)
{
    return khct_field_begin(khct_field_of(fields, keyword));
}

static khct_str name_of(const khct_improvement *improvement, const khct_task *task)
{
    khct_str name = task->title;
    if (name.n == 0)
        name = first_words(&task->fields, KHCT_K_GIAIPHAP);
    if (name.n == 0)
        name = first_words(&task->fields, KHCT_K_NOIDUNG);
    return name.n > 0 ? name : improvement->title;
}

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
    const khct_people *people = field == NULL ? NULL : field->value.people;
    khct_json_put_key(&e->w, &e->keys[keyword]);
    khct_json_list(&e->w);
    for (size_t i = 0; people != NULL && i < people->list.n; i++)
        khct_json_person(e, &people->list.at[i]);
    khct_json_end_list(&e->w);
}

static void put_time(khct_json_emitter *e, const khct_task *task)
{
    const khct_field *field = khct_field_of(&task->fields, KHCT_K_THOIGIAN);
    const khct_time *time = field == NULL ? NULL : field->value.time;
    J(FROM);
    khct_json_date(e, time == NULL ? KHCT_NO_DATE : time->from);
    K(DEN);
    khct_json_date(e, time == NULL ? KHCT_NO_DATE : time->to);
    J(RECURS);
    khct_json_recurs(e, time == NULL ? 0 : time->recurs);
}

static void put_money(khct_json_emitter *e, const khct_improvement *improvement,
                      const khct_task *task)
{
    const khct_money *money = khct_task_money(improvement, task);
    J(TOTAL);
    if (money != NULL && money->has_total)
        khct_json_int(&e->w, money->total);
    else
        khct_json_null(&e->w);
    K(PHAN);
    khct_json_list(&e->w);
    for (size_t i = 0; money != NULL && i < money->parts.n; i++)
        khct_json_part(e, &money->parts.at[i]);
    khct_json_end_list(&e->w);
}

/* The progress of the latest day. */
static const khct_progress *progress_of(const khct_task *task)
{
    const khct_progress *last = NULL;
    const khct_field *field = khct_field_of(&task->fields, KHCT_K_TIENDO);
    for (; field != NULL; field = khct_field_again(&task->fields, field)) {
        const khct_progress *p = field->value.progress;
        if (p != NULL && p->state != KHCT_PROGRESS_NONE && (last == NULL || p->date >= last->date))
            last = p;
    }
    return last;
}

static void put_progress(khct_json_emitter *e, const khct_progress *p)
{
    K(NGAY);
    khct_json_date(e, p == NULL ? KHCT_NO_DATE : p->date);
    J(STATE);
    khct_json_cstr_or_null(e, p == NULL ? "" : khct_progress_key(p->state));
    J(PERCENT);
    if (p == NULL || p->percent < 0)
        khct_json_null(&e->w);
    else
        khct_json_int(&e->w, p->percent);
}

static void put_task(khct_json_emitter *e, const khct_improvement *improvement, khct_str pointer,
                     const khct_task *task, size_t *index)
{
    khct_json_writer *w = &e->w;
    khct_json_object(w);
    K(SO);
    khct_json_int(w, (int64_t)task->number + 1);
    J(AT);
    khct_json_open_string(w);
    khct_json_piece(w, pointer);
    if (task->node != improvement->node) {
        khct_json_piece(w, KHCT_STR("/viec/"));
        khct_json_piece_number(w, (*index)++);
    }
    khct_json_close_string(w);
    K(TIEUCHI);
    put_served(e, improvement);
    K(KHOAN);
    khct_json_positive_or_null(e, improvement->kind == KHCT_BY_ITEM ? improvement->item : 0);
    K(TEN);
    khct_json_text_or_null(w, name_of(improvement, task));
    K(MUC);
    khct_json_positive_or_null(e, improvement->target.level);
    put_persons(e, task, KHCT_K_CHUTRI);
    put_persons(e, task, KHCT_K_PHOIHOP);
    put_persons(e, task, KHCT_K_GIAMSAT);
    put_time(e, task);
    put_money(e, improvement, task);
    put_progress(e, progress_of(task));
    khct_json_end_object(w);
}

static void put_tasks(khct_json_emitter *e, const plans *all)
{
    khct_json_list(&e->w);
    for (size_t i = 0; i < e->plan->improvements.n; i++) {
        const khct_improvement *improvement = &e->plan->improvements.at[i];
        size_t index = 0;
        for (size_t k = 0; k < improvement->tasks.n; k++)
            put_task(e, improvement, all->pointers[i], &improvement->tasks.at[k], &index);
    }
    khct_json_end_list(&e->w);
}

/* --- together --- */

static void put_named(khct_json_emitter *e, khct_str id, khct_str name)
{
    khct_json_object(&e->w);
    K(MA);
    khct_json_text(&e->w, id);
    K(TEN);
    khct_json_text(&e->w, name);
    khct_json_end_object(&e->w);
}

void khct_json_derived(khct_json_emitter *e)
{
    const khct_plan *plan = e->plan;
    const khct_catalogue *c = plan->catalogue;
    const khct_hold *hold =
        plan->rating == NULL ? NULL : khct_rating_hold(plan->rating, khct_rating_next(plan));
    plans all = find_plans(e);
    khct_json_object(&e->w);
    K(DANHMUC);
    if (c == NULL)
        khct_json_null(&e->w);
    else
        put_named(e, c->id, plan->catalogue_name);
    K(MAU);
    put_named(e, plan->form->id, plan->form->name);
    K(XEPMUC);
    put_rating(e, plan->rating);
    K(TIEUCHI);
    khct_json_list(&e->w);
    for (size_t i = 0; c != NULL && i < c->criteria.n; i++)
        put_standing(e, &c->criteria.at[i], &all.of[i], hold);
    khct_json_end_list(&e->w);
    K(VIEC);
    put_tasks(e, &all);
    khct_json_end_object(&e->w);
}

/* Improvements and tasks: which is which, and what changed in each. */
#include "report/diff_build.h"
#include "text/utf8.h"

/* Its task is the improvement itself. */
static bool is_whole(const khct_work_task *task)
{
    return task->task->node == task->improvement->node;
}

static khct_str place_of(khct_comparing *c, const khct_improvement *improvement)
{
    khct_str code = khct_improvement_code(c->arena, improvement);
    switch (improvement->kind) {
    case KHCT_BY_CRITERION: return KHCT_JOIN(c->arena, "tiêu chí ", code);
    case KHCT_BY_ITEM: return KHCT_JOIN(c->arena, "mức 4, ", code);
    case KHCT_BY_CONTENT: break;
    }
    return code.n > 0 ? KHCT_JOIN(c->arena, "tiêu chí ", code) : KHCT_STR("việc chung");
}

/* What tells an improvement: its criterion or item; of one by content its title. */
static khct_str key_of(khct_comparing *c, const khct_improvement *improvement)
{
    return improvement->kind == KHCT_BY_CONTENT ? KHCT_JOIN(c->arena, "việc ", improvement->title)
                                                : place_of(c, improvement);
}

static khct_str capital(khct_comparing *c, khct_str text)
{
    size_t first;
    khct_utf8_at(text.p, text.n, &first);
    return khct_str_cat(c->arena, khct_upper(c->arena, khct_str_sub(text, 0, first)),
                        khct_str_sub(text, first, text.n));
}

static khct_str task_name(khct_comparing *c, const khct_work_task *task)
{
    enum { LENGTH = 60 };
    return khct_task_words(c->arena, task->improvement, task->task, LENGTH);
}

static khct_str task_where(khct_comparing *c, const khct_work_task *task)
{
    khct_str place = capital(c, place_of(c, task->improvement));
    if (is_whole(task) && task->improvement->kind != KHCT_BY_CONTENT)
        return place;
    return KHCT_JOIN(c->arena, place, ", việc \"", task_name(c, task), "\"");
}

/* --- which task is which --- */

/* Everything that a task's own fields say. */
static khct_str task_says(khct_comparing *c, const khct_work_task *task)
{
    khct_strs all = {0};
    khct_push(c->arena, &all) = task->task->title;
    for (size_t i = 0; i < task->task->fields.n; i++)
        if (!task->task->fields.at[i].inherited)
            khct_push(c->arena, &all) = khct_diff_words_of(c, &task->task->fields.at[i]);
    return khct_str_list(c->arena, &all, KHCT_STR("\n"));
}

static khct_str by_place(khct_comparing *c, const khct_work_task *task)
{
    return key_of(c, task->improvement);
}

static khct_str in_place(khct_comparing *c, const khct_work_task *task, khct_str name)
{
    return name.n == 0 ? name : KHCT_JOIN(c->arena, by_place(c, task), "\n", name);
}

static khct_str by_place_and_words(khct_comparing *c, const khct_work_task *task)
{
    return in_place(c, task, task_says(c, task));
}

static khct_str by_place_and_name(khct_comparing *c, const khct_work_task *task)
{
    return in_place(c, task, is_whole(task) ? KHCT_STR("-") : task->task->title);
}

static khct_str by_name(khct_comparing *c, const khct_work_task *task)
{
    (void)c;
    return task->task->title;
}

/* One text a task, by name(). */
typedef struct both {
    khct_strs old, new;
} both;

static both texts_of(khct_comparing *c,
                     khct_str (*name)(khct_comparing *c, const khct_work_task *task))
{
    both all = {0};
    for (size_t i = 0; i < c->old->task_count; i++)
        khct_push(c->arena, &all.old) = name(c, &c->old->tasks[i]);
    for (size_t k = 0; k < c->new->task_count; k++)
        khct_push(c->arena, &all.new) = name(c, &c->new->tasks[k]);
    return all;
}

static bool same_place(size_t i, size_t k, void *context)
{
    const both *places = context;
    return khct_str_eq(places->old.at[i], places->new.at[k]);
}

/* First those of the same place: by all that they say, by name, by likeness; then those that were
 * moved. */
static khct_pairing pair_tasks(khct_comparing *c)
{
    khct_pairing p = khct_pairing_new(c->arena, c->old->task_count, c->new->task_count);
    both places = texts_of(c, by_place), says = texts_of(c, task_says);
    both keys = texts_of(c, by_place_and_words);
    khct_pair_equal(c->arena, &p, &keys.old, &keys.new);
    keys = texts_of(c, by_place_and_name);
    khct_pair_equal(c->arena, &p, &keys.old, &keys.new);
    khct_pair_alike(c->arena, &p, &says.old, &says.new, same_place, &places);
    keys = texts_of(c, by_name);
    khct_pair_equal(c->arena, &p, &keys.old, &keys.new);
    khct_pair_alike(c->arena, &p, &says.old, &says.new, NULL, NULL);
    return p;
}

/* --- what changed --- */

/* A task in a few words: who, when, how much. */
static khct_str task_gist(khct_comparing *c, const khct_work_task *task)
{
    static const khct_keyword SHOWN[] = {KHCT_K_CHUTRI, KHCT_K_THOIGIAN, KHCT_K_KINHPHI};
    khct_strs all = {0};
    khct_push(c->arena, &all) = task_name(c, task);
    for (size_t i = 0; i < sizeof SHOWN / sizeof SHOWN[0]; i++) {
        const khct_field *field = khct_field_of(&task->task->fields, SHOWN[i]);
        if (field == NULL || field->empty)
            continue;
        khct_push(c->arena, &all) =
            KHCT_JOIN(c->arena, khct_diff_label(SHOWN[i]), ": ", khct_diff_words_of(c, field));
    }
    return khct_str_list(c->arena, &all, KHCT_STR("; "));
}

static void add_whole(khct_comparing *c, const khct_work_task *task, khct_change_kind kind)
{
    bool added = kind == KHCT_ADDED;
    khct_diff_group(c, capital(c, place_of(c, task->improvement)));
    khct_change *change = khct_diff_add(c, kind, KHCT_RANK_TASK, KHCT_STR("việc"));
    *(added ? &change->new : &change->old) = task_gist(c, task);
    *(added ? &c->diff->tasks_added : &c->diff->tasks_removed) += 1;
}

static void count_due(khct_comparing *c, const khct_work_task *old, const khct_work_task *new)
{
    if (old->due == KHCT_NO_DATE || new->due == KHCT_NO_DATE)
        return;
    c->diff->later += new->due > old->due;
    c->diff->earlier += new->due < old->due;
}

static void compare_task(khct_comparing *c, uint32_t old_at, uint32_t new_at)
{
    const khct_work_task *old = old_at == KHCT_NONE ? NULL : &c->old->tasks[old_at];
    const khct_work_task *new = new_at == KHCT_NONE ? NULL : &c->new->tasks[new_at];
    khct_known(old != NULL || new != NULL);
    if (old == NULL || new == NULL) {
        add_whole(c, old == NULL ? new : old, old == NULL ? KHCT_ADDED : KHCT_REMOVED);
        return;
    }
    khct_diff_group(c, task_where(c, new));
    count_due(c, old, new);
    if (!khct_str_eq(key_of(c, old->improvement), key_of(c, new->improvement))) {
        khct_change *moved = khct_diff_add(c, KHCT_MOVED, KHCT_RANK_TASK, KHCT_STR(""));
        moved->old = place_of(c, old->improvement);
        moved->new = place_of(c, new->improvement);
    }
    khct_str was = old->task->title, is = new->task->title;
    if (!khct_str_eq(was, is) && was.n > 0 && is.n > 0) {
        khct_change *renamed = khct_diff_add(c, KHCT_RENAMED, KHCT_RANK_TASK, KHCT_STR(""));
        renamed->old = was;
        renamed->new = is;
    }
    khct_diff_fields(c, &old->task->fields, &new->task->fields);
}

void khct_diff_tasks(khct_comparing *c)
{
    khct_pairing p = pair_tasks(c);
    khct_each_pair(c, &p, compare_task);
}

/* --- what stands beside the tasks of an improvement --- */

static khct_str target_words(khct_comparing *c, const khct_improvement *improvement)
{
    if (improvement == NULL || improvement->target.kind == KHCT_TARGET_NONE)
        return KHCT_STR("");
    bool keep = improvement->target.kind == KHCT_TARGET_KEEP;
    if (improvement->target.level == 0)
        return keep ? KHCT_STR("duy trì") : KHCT_STR("");
    return KHCT_JOIN(c->arena, keep ? "duy trì mức " : "mức ", improvement->target.level);
}

/* Fields that hold for all its tasks; NULL: it is its own task. */
static const khct_fields *beside(const khct_improvement *improvement)
{
    bool by_itself = improvement->tasks.n > 0 && improvement->tasks.at[0].node == improvement->node;
    return by_itself ? NULL : &improvement->fields;
}

static void compare_improvement(khct_comparing *c, uint32_t old_at, uint32_t new_at)
{
    const khct_improvement *old =
        old_at == KHCT_NONE ? NULL : &c->old->plan->improvements.at[old_at];
    const khct_improvement *new =
        new_at == KHCT_NONE ? NULL : &c->new->plan->improvements.at[new_at];
    khct_known(old != NULL || new != NULL);
    khct_diff_group(c, capital(c, place_of(c, new != NULL ? new : old)));
    khct_diff_compare(c, KHCT_RANK_TARGET, KHCT_STR("mục tiêu"), target_words(c, old),
                      target_words(c, new));
    if (old != NULL && new != NULL) /* else its tasks tell the rest */
        khct_diff_fields(c, beside(old), beside(new));
}

static khct_strs keys_of(khct_comparing *c, const khct_plan *plan)
{
    khct_strs all = {0};
    for (size_t i = 0; i < plan->improvements.n; i++)
        khct_push(c->arena, &all) = key_of(c, &plan->improvements.at[i]);
    return all;
}

void khct_diff_improvements(khct_comparing *c)
{
    khct_strs old = keys_of(c, c->old->plan), new = keys_of(c, c->new->plan);
    khct_each_equal(c, &old, &new, compare_improvement);
}

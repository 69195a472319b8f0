#include "report/diff.h"

#include "report/diff_build.h"
#include "text/alike.h"
#include "text/map.h"
#include "text/utf8.h"

const char *khct_change_key(khct_change_kind kind)
{
    static const char *const KEYS[] = {"sua", "them", "bo", "chuyen", "doiten"};
    return KEYS[kind];
}

typedef struct side {
    const khct_plan *plan;
    const khct_work *work;
    khct_str *keys; /* by task: what tells its improvement */
    khct_map at;    /* an improvement's key to its position */
} side;

typedef struct comparing {
    khct_arena *arena;
    side old, new;
    khct_diff *diff;
    uint32_t group; /* the last one begun */
    khct_str where; /* of it */
} comparing;

/* --- changes --- */

static void begin_group(comparing *c, khct_str where)
{
    c->group++;
    c->where = where;
}

static khct_change *add(comparing *c, khct_change_kind kind, khct_change_rank rank, khct_str what)
{
    khct_change *change = &khct_push(c->arena, &c->diff->changes);
    *change = (khct_change){.kind = kind,
                            .rank = rank,
                            .group = c->group,
                            .where = c->where,
                            .what = what,
                            .meaning = KHCT_STR("")};
    return change;
}

/* The words of one thing on both sides; an empty text is none. */
static khct_change *compare(comparing *c, khct_change_rank rank, khct_str what, khct_str old,
                            khct_str new)
{
    if (khct_str_eq(old, new))
        return NULL;
    khct_change_kind kind = old.n == 0 ? KHCT_ADDED : new.n == 0 ? KHCT_REMOVED : KHCT_CHANGED;
    khct_change *change = add(c, kind, rank, what);
    change->old = old.n > 0 ? old : (khct_str){NULL, 0};
    change->new = new.n > 0 ? new : (khct_str){NULL, 0};
    return change;
}

/* Lists whose order says nothing: what is only on one side is paired by likeness. */
static void compare_lists(comparing *c, khct_change_rank rank, khct_str what, const khct_strs *old,
                          const khct_strs *new)
{
    uint32_t *to = khct_alloc_array(c->arena, old->n + 1, sizeof *to);
    bool *taken = khct_alloc_array(c->arena, new->n + 1, sizeof *taken);
    khct_map first = {0};
    uint32_t *next = khct_alloc_array(c->arena, new->n + 1, sizeof *next);
    for (size_t k = new->n; k-- > 0;) {
        next[k] = khct_map_get(&first, new->at[k]);
        khct_map_put(c->arena, &first, new->at[k], (uint32_t)k);
    }
    for (size_t i = 0; i < old->n; i++) {
        to[i] = khct_map_get(&first, old->at[i]);
        if (to[i] == KHCT_NONE)
            continue;
        taken[to[i]] = true;
        khct_map_put(c->arena, &first, old->at[i], next[to[i]]);
    }
    khct_alike_pair(c->arena, old, new, to, taken, NULL, NULL);
    for (size_t i = 0; i < old->n; i++) {
        khct_change *change =
            compare(c, rank, what, old->at[i], to[i] == KHCT_NONE ? KHCT_STR("") : new->at[to[i]]);
        if (change != NULL)
            change->prose = true;
    }
    for (size_t k = 0; k < new->n; k++)
        if (!taken[k])
            compare(c, rank, what, KHCT_STR(""), new->at[k]);
}

static khct_str join(comparing *c, const char *a, khct_str b, const char *d)
{
    return khct_str_join(c->arena, (khct_str[]){khct_str_of(a), b, khct_str_of(d)}, 3);
}

static khct_str label(khct_keyword keyword)
{
    return khct_str_of(khct_keyword_at(keyword)->marked);
}

/* --- fields --- */

static khct_change_rank rank_of(khct_type type)
{
    return type == KHCT_TYPE_TIME    ? KHCT_RANK_TIME
           : type == KHCT_TYPE_MONEY ? KHCT_RANK_MONEY
           : type == KHCT_TYPE_ROLES ? KHCT_RANK_PEOPLE
                                     : KHCT_RANK_WORDS;
}

static khct_str words_of(comparing *c, const khct_field *field)
{
    if (field == NULL)
        return KHCT_STR("");
    return field->stated ? KHCT_STR("-") : khct_text_joined(c->arena, khct_field_text(field));
}

/* The field's own values, without those that it takes over. */
static khct_strs own_words(comparing *c, const khct_fields *fields, khct_keyword keyword)
{
    khct_strs all = {0};
    for (const khct_field *f = khct_field_of(fields, keyword); f != NULL;
         f = khct_field_again(fields, f))
        if (!f->inherited)
            khct_push(c->arena, &all) = words_of(c, f);
    return all;
}

static const khct_field *own_field(const khct_fields *fields, khct_keyword keyword)
{
    const khct_field *f = khct_field_of(fields, keyword);
    while (f != NULL && f->inherited)
        f = khct_field_again(fields, f);
    return f;
}

static void compare_field(comparing *c, const khct_fields *old, const khct_fields *new,
                          khct_keyword keyword)
{
    const khct_field *a = own_field(old, keyword), *b = own_field(new, keyword);
    const khct_field *any = a != NULL ? a : b;
    khct_change_rank rank = rank_of(any->type);
    khct_strs before = own_words(c, old, keyword), after = own_words(c, new, keyword);
    if (before.n > 1 || after.n > 1) {
        compare_lists(c, rank, label(keyword), &before, &after);
        return;
    }
    khct_change *change = compare(c, rank, label(keyword), words_of(c, a), words_of(c, b));
    if (change == NULL)
        return;
    change->prose = any->type == KHCT_TYPE_TEXT || any->type == KHCT_TYPE_NAME;
    if (any->type == KHCT_TYPE_MONEY)
        change->meaning = khct_diff_money(c->arena, a == NULL ? NULL : a->meaning->money,
                                          b == NULL ? NULL : b->meaning->money);
    if (a == NULL || b == NULL)
        return;
    if (any->type == KHCT_TYPE_TIME)
        change->meaning = khct_diff_time(c->arena, a->meaning->time, b->meaning->time);
    if (any->type == KHCT_TYPE_ROLES)
        change->meaning = khct_diff_people(c->arena, a->meaning->people, b->meaning->people);
}

static void compare_fields(comparing *c, const khct_fields *old, const khct_fields *new)
{
    bool seen[KHCT_KEYWORD_NONE + 1] = {false};
    const khct_fields *both[] = {new, old};
    for (int s = 0; s < 2; s++)
        for (size_t i = 0; i < both[s]->n; i++) {
            const khct_field *field = &both[s]->at[i];
            if (field->inherited || seen[field->keyword])
                continue;
            seen[field->keyword] = true;
            compare_field(c, old, new, field->keyword);
        }
}

/* --- head and end --- */

/* The words of a child of the head; an aim as one says it. */
static khct_str line_of(comparing *c, const khct_plan *plan, const khct_node *node)
{
    if (node == NULL)
        return KHCT_STR("");
    khct_str line = khct_value_line(plan->values, node);
    if (node->keyword != KHCT_K_PHANDAU || plan->heading.aim.level == 0 ||
        !khct_str_starts(line, "muc "))
        return line;
    return khct_str_cat(c->arena, KHCT_STR("mức "), khct_str_sub(line, 4, line.n));
}

/* The children of two blocks, each kind with its counterpart. */
static void compare_blocks(comparing *c, khct_change_rank rank, const khct_node *old,
                           const khct_node *new)
{
    bool seen[KHCT_KEYWORD_NONE + 1] = {false};
    const khct_node *blocks[] = {new, old};
    for (int s = 0; s < 2; s++)
        for (const khct_node *n = blocks[s] == NULL ? NULL : blocks[s]->first; n != NULL;
             n = n->next) {
            if (n->keyword == KHCT_KEYWORD_NONE || seen[n->keyword])
                continue;
            seen[n->keyword] = true;
            const khct_node *a = old == NULL ? NULL : khct_child(old, n->keyword);
            const khct_node *b = new == NULL ? NULL : khct_child(new, n->keyword);
            khct_change *change = compare(c, rank, label(n->keyword), line_of(c, c->old.plan, a),
                                          line_of(c, c->new.plan, b));
            const khct_place *place = khct_place_of(n->inside, n->keyword);
            if (change != NULL)
                change->prose = place != NULL && place->type == KHCT_TYPE_TEXT;
        }
}

static void compare_head(comparing *c)
{
    const khct_plan *old = c->old.plan, *new = c->new.plan;
    begin_group(c, KHCT_STR("Trường"));
    compare_blocks(c, KHCT_RANK_HEAD, old->school.node, new->school.node);
    begin_group(c, KHCT_STR("Kế hoạch"));
    compare_blocks(c, KHCT_RANK_HEAD, old->heading.node, new->heading.node);
    compare(c, KHCT_RANK_HEAD, KHCT_STR("danh mục"),
            old->catalogue == NULL ? KHCT_STR("") : old->catalogue->id,
            new->catalogue == NULL ? KHCT_STR("") : new->catalogue->id);
    compare(c, KHCT_RANK_HEAD, KHCT_STR("mẫu"), old->form->id, new->form->id);
}

static khct_strs recipients_of(comparing *c, const khct_plan *plan)
{
    khct_strs all = {0};
    for (size_t i = 0; i < plan->recipients.n; i++)
        khct_push(c->arena, &all) = plan->recipients.at[i].text;
    return all;
}

static void compare_end(comparing *c)
{
    khct_strs old = recipients_of(c, c->old.plan), new = recipients_of(c, c->new.plan);
    begin_group(c, KHCT_STR("Nơi nhận"));
    compare_lists(c, KHCT_RANK_END, KHCT_STR(""), &old, &new);
    size_t n = c->old.plan->signatures.n, m = c->new.plan->signatures.n;
    for (size_t i = 0; i < n || i < m; i++) {
        begin_group(c, KHCT_STR("Chữ ký"));
        compare_blocks(c, KHCT_RANK_END, i < n ? c->old.plan->signatures.at[i].node : NULL,
                       i < m ? c->new.plan->signatures.at[i].node : NULL);
    }
}

/* --- results --- */

static khct_str level_words(comparing *c, uint16_t level)
{
    return level == 0 ? KHCT_STR("không đạt")
                      : join(c, "mức ", khct_str_number(c->arena, level), "");
}

/* Of one school year on both sides; `old` or `new` may be NULL. */
static void compare_results(comparing *c, const khct_results *old, const khct_results *new)
{
    const khct_results *any = new != NULL ? new : old;
    khct_str where = KHCT_STR("Kết quả tự đánh giá");
    if (any->period.kind != KHCT_PERIOD_NONE)
        where = khct_str_join(
            c->arena, (khct_str[]){where, KHCT_STR(" "), khct_period_text(c->arena, &any->period)},
            3);
    begin_group(c, where);
    khct_map at = {0};
    for (size_t i = 0; old != NULL && i < old->results.n; i++)
        khct_map_put(c->arena, &at, khct_criterion_text(c->arena, old->results.at[i].id),
                     (uint32_t)i);
    bool *met = khct_alloc_array(c->arena, (old == NULL ? 0 : old->results.n) + 1, sizeof *met);
    for (size_t i = 0; new != NULL &&i < new->results.n; i++) {
        khct_str id = khct_criterion_text(c->arena, new->results.at[i].id);
        uint32_t k = khct_map_get(&at, id);
        if (k != KHCT_NONE)
            met[k] = true;
        compare(c, KHCT_RANK_RESULT, join(c, "tiêu chí ", id, ""),
                k == KHCT_NONE ? KHCT_STR("") : level_words(c, old->results.at[k].level),
                level_words(c, new->results.at[i].level));
    }
    for (size_t i = 0; old != NULL && i < old->results.n; i++)
        if (!met[i])
            compare(c, KHCT_RANK_RESULT,
                    join(c, "tiêu chí ", khct_criterion_text(c->arena, old->results.at[i].id), ""),
                    level_words(c, old->results.at[i].level), KHCT_STR(""));
}

static const khct_results *of_year(const khct_plan *plan, const khct_period *period)
{
    for (size_t i = 0; i < plan->results.n; i++)
        if (plan->results.at[i].period.kind == period->kind &&
            plan->results.at[i].period.first == period->first)
            return &plan->results.at[i];
    return NULL;
}

static void compare_all_results(comparing *c)
{
    for (size_t i = 0; i < c->new.plan->results.n; i++) {
        const khct_results *new = &c->new.plan->results.at[i];
        compare_results(c, of_year(c->old.plan, &new->period), new);
    }
    for (size_t i = 0; i < c->old.plan->results.n; i++) {
        const khct_results *old = &c->old.plan->results.at[i];
        if (of_year(c->new.plan, &old->period) == NULL)
            compare_results(c, old, NULL);
    }
}

/* --- legal basis and prose --- */

static khct_strs basis_of(comparing *c, const khct_plan *plan)
{
    khct_strs all = {0};
    for (size_t i = 0; i < plan->basis.n; i++)
        khct_push(c->arena, &all) = khct_text_joined(c->arena, &plan->basis.at[i].text);
    return all;
}

static void compare_basis(comparing *c)
{
    khct_strs old = basis_of(c, c->old.plan), new = basis_of(c, c->new.plan);
    size_t before = c->diff->changes.n;
    begin_group(c, KHCT_STR("Căn cứ"));
    compare_lists(c, KHCT_RANK_BASIS, KHCT_STR(""), &old, &new);
    for (size_t i = before; i < c->diff->changes.n; i++) {
        c->diff->basis_added += c->diff->changes.at[i].kind == KHCT_ADDED;
        c->diff->basis_removed += c->diff->changes.at[i].kind == KHCT_REMOVED;
    }
}

static void prose_words(comparing *c, const khct_proses *prose, khct_strs *all)
{
    for (size_t i = 0; i < prose->n; i++) {
        const khct_prose *item = &prose->at[i];
        khct_push(c->arena, all) =
            item->kind == KHCT_PROSE_SUB ? item->title : khct_text_joined(c->arena, &item->text);
        if (item->kind == KHCT_PROSE_SUB)
            prose_words(c, &item->children, all);
    }
}

static const khct_section *section_named(const khct_plan *plan, khct_str title)
{
    for (size_t i = 0; i < plan->sections.n; i++)
        if (khct_str_eq(plan->sections.at[i].title, title))
            return &plan->sections.at[i];
    return NULL;
}

static void compare_section(comparing *c, const khct_section *old, const khct_section *new)
{
    khct_strs before = {0}, after = {0};
    if (old != NULL)
        prose_words(c, &old->prose, &before);
    if (new != NULL)
        prose_words(c, &new->prose, &after);
    begin_group(c, join(c, "Phần ", (new != NULL ? new : old)->title, ""));
    compare_lists(c, KHCT_RANK_PROSE, KHCT_STR(""), &before, &after);
}

static void compare_sections(comparing *c)
{
    for (size_t i = 0; i < c->new.plan->sections.n; i++) {
        const khct_section *new = &c->new.plan->sections.at[i];
        compare_section(c, section_named(c->old.plan, new->title), new);
    }
    for (size_t i = 0; i < c->old.plan->sections.n; i++) {
        const khct_section *old = &c->old.plan->sections.at[i];
        if (section_named(c->new.plan, old->title) == NULL)
            compare_section(c, old, NULL);
    }
}

/* --- criteria and tasks --- */

/* Its task is the improvement itself. */
static bool is_whole(const khct_work_task *task)
{
    return task->task->node == task->improvement->node;
}

static khct_str place_of(comparing *c, const khct_improvement *improvement)
{
    khct_str code = khct_improvement_code(c->arena, improvement);
    switch (improvement->kind) {
    case KHCT_BY_CRITERION: return join(c, "tiêu chí ", code, "");
    case KHCT_BY_ITEM: return join(c, "mức 4, ", code, "");
    case KHCT_BY_CONTENT: break;
    }
    return code.n > 0 ? join(c, "tiêu chí ", code, "") : KHCT_STR("việc chung");
}

/* What tells an improvement: its criterion or item; of one by content its title. */
static khct_str key_of(comparing *c, const khct_improvement *improvement)
{
    if (improvement->kind == KHCT_BY_CONTENT)
        return join(c, "việc ", improvement->title, "");
    return place_of(c, improvement);
}

static khct_str capital(comparing *c, khct_str text)
{
    size_t first;
    khct_utf8_at(text.p, text.n, &first);
    return khct_str_cat(c->arena, khct_upper(c->arena, khct_str_sub(text, 0, first)),
                        khct_str_sub(text, first, text.n));
}

enum { NAME_LENGTH = 60 };

static khct_str task_name(comparing *c, const khct_work_task *task)
{
    return khct_task_words(c->arena, task->improvement, task->task, NAME_LENGTH);
}

static khct_str task_where(comparing *c, const khct_work_task *task)
{
    khct_str place = capital(c, place_of(c, task->improvement));
    if (is_whole(task) && task->improvement->kind != KHCT_BY_CONTENT)
        return place;
    return khct_str_join(
        c->arena, (khct_str[]){place, KHCT_STR(", việc \""), task_name(c, task), KHCT_STR("\"")},
        4);
}

/* Everything that a task's own fields say. */
static khct_str task_says(comparing *c, const khct_work_task *task)
{
    khct_strs all = {0};
    khct_push(c->arena, &all) = task->task->title;
    for (size_t i = 0; i < task->task->fields.n; i++)
        if (!task->task->fields.at[i].inherited)
            khct_push(c->arena, &all) = words_of(c, &task->task->fields.at[i]);
    return khct_str_list(c->arena, &all, KHCT_STR("\n"));
}

/* Pairs tasks of the same name, by name(): 1.7 and title, then only the title, … */
static void pair_tasks(comparing *c, uint32_t *to, bool *taken,
                       khct_str (*name)(comparing *c, const khct_work_task *task))
{
    const khct_work *old = c->old.work, *new = c->new.work;
    khct_map first = {0};
    uint32_t *next = khct_alloc_array(c->arena, new->task_count + 1, sizeof *next);
    for (size_t k = new->task_count; k-- > 0;) {
        khct_str key = taken[k] ? KHCT_STR("") : name(c, &new->tasks[k]);
        if (key.n == 0)
            continue;
        next[k] = khct_map_get(&first, key);
        khct_map_put(c->arena, &first, key, (uint32_t)k);
    }
    for (size_t i = 0; i < old->task_count; i++) {
        khct_str key = to[i] != KHCT_NONE ? KHCT_STR("") : name(c, &old->tasks[i]);
        uint32_t k = key.n == 0 ? KHCT_NONE : khct_map_get(&first, key);
        if (k == KHCT_NONE)
            continue;
        to[i] = k;
        taken[k] = true;
        khct_map_put(c->arena, &first, key, next[k]);
    }
}

static khct_str by_place_and_words(comparing *c, const khct_work_task *task)
{
    khct_str all[] = {key_of(c, task->improvement), KHCT_STR("\n"), task_says(c, task)};
    return khct_str_join(c->arena, all, 3);
}

static khct_str by_place_and_name(comparing *c, const khct_work_task *task)
{
    khct_str name = is_whole(task) ? KHCT_STR("-") : task->task->title;
    if (name.n == 0)
        return KHCT_STR("");
    khct_str all[] = {key_of(c, task->improvement), KHCT_STR("\n"), name};
    return khct_str_join(c->arena, all, 3);
}

static khct_str by_name(comparing *c, const khct_work_task *task)
{
    (void)c;
    return task->task->title;
}

static khct_strs all_says(comparing *c, const khct_work *work)
{
    khct_strs all = {0};
    for (size_t i = 0; i < work->task_count; i++)
        khct_push(c->arena, &all) = task_says(c, &work->tasks[i]);
    return all;
}

static bool same_place(size_t i, size_t k, void *context)
{
    comparing *c = context;
    return khct_str_eq(c->old.keys[i], c->new.keys[k]);
}

/* A task in a few words: who, when, how much. */
static khct_str task_gist(comparing *c, const khct_work_task *task)
{
    static const khct_keyword SHOWN[] = {KHCT_K_CHUTRI, KHCT_K_THOIGIAN, KHCT_K_KINHPHI};
    khct_strs all = {0};
    khct_push(c->arena, &all) = task_name(c, task);
    for (size_t i = 0; i < sizeof SHOWN / sizeof SHOWN[0]; i++) {
        const khct_field *field = khct_field_of(&task->task->fields, SHOWN[i]);
        if (field == NULL || field->empty)
            continue;
        khct_str words[] = {label(SHOWN[i]), KHCT_STR(": "), words_of(c, field)};
        khct_push(c->arena, &all) = khct_str_join(c->arena, words, 3);
    }
    return khct_str_list(c->arena, &all, KHCT_STR("; "));
}

static void count_due(comparing *c, const khct_work_task *old, const khct_work_task *new)
{
    if (old->due == KHCT_NO_DATE || new->due == KHCT_NO_DATE)
        return;
    c->diff->later += new->due > old->due;
    c->diff->earlier += new->due < old->due;
}

static void compare_tasks(comparing *c, const khct_work_task *old, const khct_work_task *new)
{
    begin_group(c, task_where(c, new));
    count_due(c, old, new);
    if (!khct_str_eq(key_of(c, old->improvement), key_of(c, new->improvement))) {
        khct_change *moved = add(c, KHCT_MOVED, KHCT_RANK_TASK, KHCT_STR(""));
        moved->old = place_of(c, old->improvement);
        moved->new = place_of(c, new->improvement);
    }
    if (!khct_str_eq(old->task->title, new->task->title) && old->task->title.n > 0 &&
        new->task->title.n > 0) {
        khct_change *renamed = add(c, KHCT_RENAMED, KHCT_RANK_TASK, KHCT_STR(""));
        renamed->old = old->task->title;
        renamed->new = new->task->title;
    }
    compare_fields(c, &old->task->fields, &new->task->fields);
}

static void add_whole(comparing *c, const khct_work_task *task, khct_change_kind kind)
{
    begin_group(c, capital(c, place_of(c, task->improvement)));
    khct_change *change = add(c, kind, KHCT_RANK_TASK, KHCT_STR("việc"));
    *(kind == KHCT_ADDED ? &change->new : &change->old) = task_gist(c, task);
    if (kind == KHCT_ADDED)
        c->diff->tasks_added++;
    else
        c->diff->tasks_removed++;
}

static void compare_all_tasks(comparing *c)
{
    const khct_work *old = c->old.work, *new = c->new.work;
    uint32_t *to = khct_alloc_array(c->arena, old->task_count + 1, sizeof *to);
    bool *taken = khct_alloc_array(c->arena, new->task_count + 1, sizeof *taken);
    for (size_t i = 0; i < old->task_count; i++)
        to[i] = KHCT_NONE;
    pair_tasks(c, to, taken, by_place_and_words);
    pair_tasks(c, to, taken, by_place_and_name);
    khct_strs a = all_says(c, old), b = all_says(c, new);
    khct_alike_pair(c->arena, &a, &b, to, taken, same_place, c);
    pair_tasks(c, to, taken, by_name);
    khct_alike_pair(c->arena, &a, &b, to, taken, NULL, NULL);
    uint32_t *from = khct_alloc_array(c->arena, new->task_count + 1, sizeof *from);
    for (size_t i = 0; i < old->task_count; i++)
        if (to[i] != KHCT_NONE)
            from[to[i]] = (uint32_t)i;
    for (size_t k = 0; k < new->task_count; k++) {
        if (taken[k])
            compare_tasks(c, &old->tasks[from[k]], &new->tasks[k]);
        else
            add_whole(c, &new->tasks[k], KHCT_ADDED);
    }
    for (size_t i = 0; i < old->task_count; i++)
        if (to[i] == KHCT_NONE)
            add_whole(c, &old->tasks[i], KHCT_REMOVED);
}

static khct_str target_words(comparing *c, const khct_target *target)
{
    if (target->kind == KHCT_TARGET_NONE)
        return KHCT_STR("");
    bool keep = target->kind == KHCT_TARGET_KEEP;
    if (target->level == 0)
        return keep ? KHCT_STR("duy trì") : KHCT_STR("");
    return join(c, keep ? "duy trì mức " : "mức ", khct_str_number(c->arena, target->level), "");
}

static const khct_improvement *same_improvement(comparing *c, const side *s,
                                                const khct_improvement *improvement)
{
    uint32_t at = khct_map_get(&s->at, key_of(c, improvement));
    return at == KHCT_NONE ? NULL : &s->plan->improvements.at[at];
}

static void read_keys(comparing *c, side *s)
{
    s->keys = khct_alloc_array(c->arena, s->work->task_count + 1, sizeof *s->keys);
    for (size_t i = 0; i < s->work->task_count; i++)
        s->keys[i] = key_of(c, s->work->tasks[i].improvement);
    for (size_t i = s->plan->improvements.n; i-- > 0;) /* of several the first */
        khct_map_put(c->arena, &s->at, key_of(c, &s->plan->improvements.at[i]), (uint32_t)i);
}

/* What stands beside the tasks of an improvement: its target, and fields that hold for all. */
static void compare_improvement(comparing *c, const khct_improvement *old,
                                const khct_improvement *new)
{
    static const khct_fields NONE;
    const khct_improvement *any = new != NULL ? new : old;
    begin_group(c, capital(c, place_of(c, any)));
    bool by_itself = any->tasks.n > 0 && any->tasks.at[0].node == any->node;
    if (old == NULL || new == NULL) { /* its tasks tell the rest */
        khct_str target = target_words(c, &any->target);
        compare(c, KHCT_RANK_TARGET, KHCT_STR("mục tiêu"), old == NULL ? KHCT_STR("") : target,
                new == NULL ? KHCT_STR("") : target);
        return;
    }
    compare(c, KHCT_RANK_TARGET, KHCT_STR("mục tiêu"), target_words(c, &old->target),
            target_words(c, &new->target));
    bool was_itself = old->tasks.n > 0 && old->tasks.at[0].node == old->node;
    compare_fields(c, was_itself ? &NONE : &old->fields, by_itself ? &NONE : &new->fields);
}

static void compare_improvements(comparing *c)
{
    for (size_t i = 0; i < c->new.plan->improvements.n; i++) {
        const khct_improvement *new = &c->new.plan->improvements.at[i];
        compare_improvement(c, same_improvement(c, &c->old, new), new);
    }
    for (size_t i = 0; i < c->old.plan->improvements.n; i++) {
        const khct_improvement *old = &c->old.plan->improvements.at[i];
        if (same_improvement(c, &c->new, old) == NULL)
            compare_improvement(c, old, NULL);
    }
}

/* Problems and rounds: by their places in the plan. */
static void compare_rows(comparing *c)
{
    static const khct_fields NONE;
    size_t n = c->old.plan->problems.n, m = c->new.plan->problems.n;
    for (size_t i = 0; i < n || i < m; i++) {
        begin_group(c, join(c, "Vấn đề ", khct_str_number(c->arena, (long long)i + 1), ""));
        compare_fields(c, i < n ? &c->old.plan->problems.at[i].fields : &NONE,
                       i < m ? &c->new.plan->problems.at[i].fields : &NONE);
    }
    n = c->old.plan->rounds.n;
    m = c->new.plan->rounds.n;
    for (size_t i = 0; i < n || i < m; i++) {
        const khct_round *old = i < n ? &c->old.plan->rounds.at[i] : NULL;
        const khct_round *new = i < m ? &c->new.plan->rounds.at[i] : NULL;
        begin_group(c, join(c, "Theo dõi ", (new != NULL ? new : old)->when, ""));
        compare(c, KHCT_RANK_TIME, KHCT_STR("thời điểm"), old == NULL ? KHCT_STR("") : old->when,
                new == NULL ? KHCT_STR("") : new->when);
        compare_fields(c, old == NULL ? &NONE : &old->fields, new == NULL ? &NONE : &new->fields);
    }
}

/* --- all of it --- */

/* By group, and within one by weight. */
static int by_weight(const void *a, const void *b)
{
    const khct_change *x = a, *y = b;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    return (x->rank > y->rank) - (x->rank < y->rank);
}

/* Numbers groups by their weight, so that one sort orders all. Groups of one place are one. */
static void weigh(comparing *c)
{
    size_t n = c->diff->changes.n;
    khct_change *changes = c->diff->changes.at;
    khct_map groups = {0};
    KHCT_VEC(khct_change_rank) ranks = {0};
    for (size_t i = 0; i < n; i++) {
        uint32_t group = khct_map_get(&groups, changes[i].where);
        if (group == KHCT_NONE) {
            group = (uint32_t)ranks.n;
            khct_map_put(c->arena, &groups, changes[i].where, group);
            khct_push(c->arena, &ranks) = changes[i].rank;
        } else if (changes[i].rank < ranks.at[group]) {
            ranks.at[group] = changes[i].rank;
        }
        changes[i].group = group;
    }
    /* a counting sort of the groups by rank keeps their order within one */
    uint32_t *place = khct_alloc_array(c->arena, ranks.n + 1, sizeof *place), next = 0;
    for (int rank = 0; rank <= KHCT_RANK_END; rank++)
        for (size_t g = 0; g < ranks.n; g++)
            if ((int)ranks.at[g] == rank)
                place[g] = next++;
    for (size_t i = 0; i < n; i++)
        changes[i].group = place[changes[i].group];
}

/* In order of group and rank; equal ones as they were found. */
static void sort(comparing *c)
{
    size_t n = c->diff->changes.n;
    if (n < 2)
        return;
    khct_change *from = c->diff->changes.at;
    khct_change *to = khct_alloc_array(c->arena, n, sizeof *to);
    for (size_t width = 1; width < n; width *= 2) { /* a merge sort: it is stable */
        for (size_t low = 0; low < n; low += 2 * width) {
            size_t middle = low + width < n ? low + width : n;
            size_t high = low + 2 * width < n ? low + 2 * width : n;
            size_t a = low, b = middle, at = low;
            while (a < middle || b < high)
                to[at++] = b == high || (a < middle && by_weight(&from[a], &from[b]) <= 0)
                               ? from[a++]
                               : from[b++];
        }
        khct_change *other = from;
        from = to;
        to = other;
    }
    c->diff->changes.at = from;
}

khct_diff *khct_diff_make(khct_arena *arena, const khct_work *old, const khct_work *new)
{
    khct_diff *diff = khct_alloc(arena, sizeof *diff);
    comparing c = {.arena = arena,
                   .old = {.plan = old->plan, .work = old},
                   .new = {.plan = new->plan, .work = new},
                   .diff = diff};
    read_keys(&c, &c.old);
    read_keys(&c, &c.new);
    compare_head(&c);
    compare_improvements(&c);
    compare_all_tasks(&c);
    compare_all_results(&c);
    compare_rows(&c);
    compare_basis(&c);
    compare_sections(&c);
    compare_end(&c);
    weigh(&c);
    sort(&c);
    diff->old_money = old->money.all;
    diff->new_money = new->money.all;
    diff->rated = old->rating != NULL && new->rating != NULL;
    if (diff->rated) {
        diff->old_level = old->rating->now;
        diff->new_level = new->rating->now;
        diff->old_lifted = old->rating->lifted;
        diff->new_lifted = new->rating->lifted;
    }
    return diff;
}

/* --- the summary --- */

static void say_count(khct_arena *arena, khct_strs *all, uint32_t count, const char *what)
{
    if (count > 0)
        khct_push(arena, all) =
            khct_str_cat(arena, khct_str_number(arena, count), khct_str_of(what));
}

static void say_levels(khct_arena *arena, khct_strs *all, const char *what, uint16_t old,
                       uint16_t new)
{
    if (old == new)
        return;
    khct_str words[] = {khct_str_of(what), khct_str_number(arena, old), KHCT_STR(" → "),
                        khct_str_number(arena, new)};
    khct_push(arena, all) = khct_str_join(arena, words, 4);
}

/* "540,5" for 540.500.000 đồng; empty where that is not exact enough to say, or too large. */
static khct_str millions(khct_arena *arena, khct_amount amount)
{
    enum { MILLION = 1000 * 1000, HUNDRED_THOUSAND = 100 * 1000 };
    int64_t dong;
    if (!khct_amount_fits(amount, &dong) || dong % HUNDRED_THOUSAND != 0)
        return KHCT_STR("");
    khct_str whole = khct_money_text(arena, dong / MILLION);
    int64_t tenths = dong % MILLION / HUNDRED_THOUSAND;
    if (tenths == 0)
        return whole;
    return khct_str_join(arena, (khct_str[]){whole, KHCT_STR(","), khct_str_number(arena, tenths)},
                         3);
}

/* Both in millions where both can be, so that they compare. */
static void say_money(khct_arena *arena, khct_strs *all, khct_amount old, khct_amount new)
{
    khct_str before = millions(arena, old), after = millions(arena, new);
    bool both = before.n > 0 && after.n > 0;
    if (!both) {
        before = khct_amount_dong(arena, old);
        after = khct_amount_dong(arena, new);
    }
    if (khct_str_eq(before, after))
        return;
    khct_str words[] = {KHCT_STR("kinh phí "), before, KHCT_STR(" → "), after,
                        both ? KHCT_STR(" triệu đồng") : KHCT_STR("")};
    khct_push(arena, all) = khct_str_join(arena, words, 5);
}

khct_str khct_diff_summary(khct_arena *arena, const khct_diff *diff)
{
    khct_strs all = {0};
    say_count(arena, &all, diff->tasks_added, " việc mới");
    say_count(arena, &all, diff->tasks_removed, " việc bỏ");
    say_count(arena, &all, diff->later, " việc lùi hạn");
    say_count(arena, &all, diff->earlier, " việc sớm hạn");
    say_money(arena, &all, diff->old_money.amount, diff->new_money.amount);
    if (diff->rated) {
        say_levels(arena, &all, "trường: mức ", diff->old_level, diff->new_level);
        say_levels(arena, &all, "nếu đạt mọi mục tiêu: mức ", diff->old_lifted, diff->new_lifted);
    }
    say_count(arena, &all, diff->basis_added, " căn cứ mới");
    say_count(arena, &all, diff->basis_removed, " căn cứ bỏ");
    return khct_str_list(arena, &all, KHCT_STR(", "));
}

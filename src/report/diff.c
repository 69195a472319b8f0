#include "report/diff.h"

#include "text/utf8.h"
#include "work/work.h"

/* A plan is laid flat into facts: a path and its words. Facts with equal paths are compared;
 * several facts under one path (paragraphs, recipients) are compared as sets. */
typedef struct fact {
    khct_str path;
    khct_str words;
    bool set; /* one of several: there or not there */
    bool met; /* has its counterpart */
} fact;

typedef struct flat {
    khct_arena *arena;
    const khct_plan *plan;
    KHCT_VEC(fact) facts;
} flat;

static void add(flat *f, khct_str path, khct_str words, bool set)
{
    if (words.n > 0)
        khct_push(f->arena, &f->facts) = (fact){path, words, set, false};
}

static khct_str join(flat *f, khct_str a, const char *between, khct_str b)
{
    return khct_str_join(f->arena, (khct_str[]){a, khct_str_of(between), b}, 3);
}

/* "Thời gian": a keyword as a heading. */
static khct_str label(flat *f, khct_keyword keyword)
{
    khct_str marked = khct_str_of(khct_keyword_at(keyword)->marked);
    size_t first;
    khct_utf8_at(marked.p, marked.n, &first);
    return khct_str_cat(f->arena, khct_upper(f->arena, khct_str_sub(marked, 0, first)),
                        khct_str_sub(marked, first, marked.n));
}

static void add_fields(flat *f, khct_str path, const khct_fields *fields, bool inherited)
{
    for (size_t i = 0; i < fields->n; i++) {
        const khct_field *field = &fields->at[i];
        if (field->inherited != inherited)
            continue;
        bool several = khct_field_of(fields, field->keyword) != field ||
                       khct_field_again(fields, field) != NULL;
        khct_str words =
            field->stated ? KHCT_STR("-") : khct_text_joined(f->arena, khct_field_text(field));
        add(f, join(f, path, " › ", label(f, field->keyword)), words, several);
    }
}

static void add_prose(flat *f, khct_str path, const khct_proses *prose)
{
    for (size_t i = 0; i < prose->n; i++) {
        const khct_prose *item = &prose->at[i];
        if (item->kind == KHCT_PROSE_SUB) {
            khct_str below = join(f, path, " › ", item->title);
            add(f, path, item->title, true);
            add_prose(f, below, &item->children);
        } else {
            add(f, path, khct_text_joined(f->arena, &item->text), true);
        }
    }
}

static void add_children(flat *f, const khct_node *block, const char *name)
{
    for (const khct_node *n = block == NULL ? NULL : block->first; n != NULL; n = n->next)
        if (n->keyword != KHCT_KEYWORD_NONE)
            add(f, join(f, khct_str_of(name), " › ", label(f, n->keyword)),
                khct_value_line(f->plan->values, n), false);
}

static khct_str improvement_path(flat *f, const khct_improvement *improvement)
{
    khct_str code = khct_improvement_code(f->arena, improvement);
    if (improvement->kind == KHCT_BY_CRITERION)
        return khct_str_cat(f->arena, KHCT_STR("Tiêu chí "), code);
    if (improvement->kind == KHCT_BY_ITEM)
        return khct_str_cat(f->arena, KHCT_STR("Mức 4, "), code);
    return khct_str_cat(f->arena, KHCT_STR("Việc "), improvement->title);
}

static khct_str target_words(flat *f, const khct_target *target)
{
    if (target->kind == KHCT_TARGET_NONE)
        return KHCT_STR("");
    khct_str words = target->kind == KHCT_TARGET_KEEP ? KHCT_STR("duy trì") : KHCT_STR("mức");
    if (target->level == 0)
        return words;
    if (target->kind == KHCT_TARGET_KEEP)
        words = khct_str_cat(f->arena, words, KHCT_STR(" mức"));
    return join(f, words, " ", khct_str_number(f->arena, target->level));
}

static void add_improvement(flat *f, const khct_improvement *improvement)
{
    khct_str path = improvement_path(f, improvement);
    add(f, khct_str_cat(f->arena, path, KHCT_STR("")), KHCT_STR("có trong kế hoạch"), true);
    add(f, join(f, path, " › ", KHCT_STR("Mức cần đạt")), target_words(f, &improvement->target),
        false);
    bool parted = improvement->tasks.n > 0 && improvement->tasks.at[0].node != improvement->node;
    if (!parted) {
        add_fields(f, path, &improvement->fields, false);
        return;
    }
    add_fields(f, path, &improvement->fields, false);
    for (size_t i = 0; i < improvement->tasks.n; i++) {
        const khct_task *task = &improvement->tasks.at[i];
        khct_str words = khct_task_words(f->arena, improvement, task, 60);
        khct_str name[] = {path, KHCT_STR(" › việc \""), words, KHCT_STR("\"")};
        khct_str below = khct_str_join(f->arena, name, 4);
        add(f, below, KHCT_STR("có trong kế hoạch"), true);
        add_fields(f, below, &task->fields, false);
    }
}

static void add_results(flat *f, const khct_results *results)
{
    khct_str path = KHCT_STR("Kết quả tự đánh giá");
    if (results->period.kind != KHCT_PERIOD_NONE)
        path = join(f, path, " ", khct_period_text(f->arena, &results->period));
    for (size_t i = 0; i < results->results.n; i++) {
        const khct_result *r = &results->results.at[i];
        khct_str words = r->level == 0
                             ? KHCT_STR("không đạt")
                             : join(f, KHCT_STR("mức"), " ", khct_str_number(f->arena, r->level));
        add(f, join(f, path, " › tiêu chí ", khct_criterion_text(f->arena, r->id)), words, false);
    }
}

static flat flatten(khct_arena *arena, const khct_plan *plan)
{
    flat f = {.arena = arena, .plan = plan};
    add_children(&f, plan->school.node, "Trường");
    add_children(&f, plan->heading.node, "Kế hoạch");
    if (plan->catalogue != NULL)
        add(&f, KHCT_STR("Danh mục"), plan->catalogue->id, false);
    add(&f, KHCT_STR("Mẫu"), plan->form->id, false);
    for (size_t i = 0; i < plan->basis.n; i++)
        add(&f, KHCT_STR("Căn cứ"), khct_text_joined(arena, &plan->basis.at[i].text), true);
    for (size_t i = 0; i < plan->results.n; i++)
        add_results(&f, &plan->results.at[i]);
    for (size_t i = 0; i < plan->sections.n; i++)
        add_prose(&f, join(&f, KHCT_STR("Phần"), " ", plan->sections.at[i].title),
                  &plan->sections.at[i].prose);
    for (size_t i = 0; i < plan->improvements.n; i++)
        add_improvement(&f, &plan->improvements.at[i]);
    for (size_t i = 0; i < plan->problems.n; i++)
        add_fields(&f, join(&f, KHCT_STR("Vấn đề"), " ", khct_str_number(arena, (long long)i + 1)),
                   &plan->problems.at[i].fields, false);
    for (size_t i = 0; i < plan->rounds.n; i++)
        add_fields(&f, join(&f, KHCT_STR("Theo dõi"), " ", plan->rounds.at[i].when),
                   &plan->rounds.at[i].fields, false);
    for (size_t i = 0; i < plan->recipients.n; i++)
        add(&f, KHCT_STR("Nơi nhận"), plan->recipients.at[i].text, true);
    for (size_t i = 0; i < plan->signatures.n; i++)
        add_children(&f, plan->signatures.at[i].node, "Chữ ký");
    return f;
}

/* What two facts must have in common to be the same place: the path; of a set, the words too. */
static khct_str key_of(flat *f, const fact *one)
{
    return one->set ? join(f, one->path, "\n", one->words) : one->path;
}

khct_changes khct_diff_make(khct_arena *arena, const khct_plan *old, const khct_plan *new)
{
    flat before = flatten(arena, old), after = flatten(arena, new);
    khct_changes changes = {0};
    khct_map places = {0};
    for (size_t i = 0; i < before.facts.n; i++)
        khct_map_put(arena, &places, key_of(&before, &before.facts.at[i]), (uint32_t)i);
    for (size_t i = 0; i < after.facts.n; i++) {
        fact *now = &after.facts.at[i];
        uint32_t at = khct_map_get(&places, key_of(&after, now));
        fact *then = at == KHCT_NONE ? NULL : &before.facts.at[at];
        if (then != NULL)
            then->met = true;
        if (then == NULL || !khct_str_eq(then->words, now->words))
            khct_push(arena, &changes) = (khct_change){
                now->path, then == NULL ? (khct_str){NULL, 0} : then->words, now->words};
    }
    for (size_t i = 0; i < before.facts.n; i++) {
        const fact *then = &before.facts.at[i];
        uint32_t at = khct_map_get(&places, key_of(&before, then));
        if (!then->met && !before.facts.at[at].met)
            khct_push(arena, &changes) = (khct_change){then->path, then->words, {NULL, 0}};
    }
    return changes;
}

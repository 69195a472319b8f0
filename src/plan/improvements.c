/* What the plan wants to improve: by criterion, by level-4 item, by content; problems; rounds. */
#include "plan/build.h"
#include "plan/refer.h"

/* --- tasks --- */

static bool task_gives(const khct_fields *fields, khct_keyword keyword)
{
    return khct_field_of(fields, keyword) != NULL;
}

/* A task's own fields and, for what it does not give, those beside the tasks. */
static khct_fields with_inherited(khct_plan *plan, khct_fields own, const khct_fields *beside)
{
    const khct_fields first = own;
    for (size_t i = 0; i < beside->n; i++) {
        khct_field field = beside->at[i];
        if (field.keyword == KHCT_K_GIAIPHAP || field.keyword == KHCT_K_TIEUCHI ||
            task_gives(&first, field.keyword))
            continue;
        field.inherited = true;
        khct_add_field(plan->arena, &own, field);
    }
    return own;
}

/* Backwards: the first of each stays. */
static void find_fields(khct_task *task)
{
    for (size_t i = task->fields.n; i-- > 0;) { /* a task without fields has no place for them */
        const khct_field *field = &task->fields.at[i];
        switch (field->keyword) {
        case KHCT_K_THOIGIAN: task->when = field; break;
        case KHCT_K_KINHPHI: task->money = field; break;
        case KHCT_K_CHUTRI: task->leads = field; break;
        case KHCT_K_PHOIHOP: task->helps = field; break;
        case KHCT_K_BAOCAO: task->report = field; break;
        default: break;
        }
    }
}

static void add_task(khct_plan *plan, khct_improvement *improvement, khct_task task)
{
    find_fields(&task);
    task.number = plan->task_count++;
    khct_push(plan->arena, &improvement->tasks) = task;
}

/* The improvement as a task of its own: all its fields, those that others share as inherited. */
static void add_own_task(khct_plan *plan, khct_improvement *improvement, bool shared)
{
    khct_task task = {.node = improvement->node, .title = KHCT_STR("")};
    for (size_t i = 0; i < improvement->fields.n; i++) {
        khct_field field = improvement->fields.at[i];
        if (field.keyword == KHCT_K_TIEUCHI)
            continue;
        field.inherited = shared && field.keyword != KHCT_K_GIAIPHAP;
        khct_add_field(plan->arena, &task.fields, field);
    }
    if (improvement->kind == KHCT_BY_CONTENT)
        task.title = improvement->title;
    add_task(plan, improvement, task);
}

static void build_tasks(khct_plan *plan, khct_improvement *improvement)
{
    const khct_node *first = khct_child(improvement->node, KHCT_K_VIEC);
    bool measures = task_gives(&improvement->fields, KHCT_K_GIAIPHAP);
    if (first == NULL || measures)
        add_own_task(plan, improvement, first != NULL);
    for (const khct_node *node = first; node != NULL; node = khct_again(node)) {
        khct_task task = {.node = node, .title = khct_head_of(plan->values, node)->title};
        task.fields = with_inherited(plan, khct_build_fields(plan, node), &improvement->fields);
        add_task(plan, improvement, task);
    }
}

/* --- by criterion, item, content --- */

static void report_twice(khct_plan *plan, const khct_improvement *improvement,
                         const khct_improvement *first)
{
    khct_str code = khct_criterion_text(plan->arena, improvement->id);
    khct_diag *diag =
        khct_report(plan->diags, KHCT_KH2007, improvement->id_span, KHCT_MSG(PLANNED_TWICE, code));
    diag->subject = code;
    khct_diag_related(diag, first->id_span, KHCT_MSG0(FIRST_HERE));
}

/* What the heading names, looked up in the catalogue. */
static void build_heading(khct_plan *plan, khct_improvement *improvement)
{
    const khct_head *head = khct_head_of(plan->values, improvement->node);
    improvement->id_span = head->id_span;
    improvement->target = head->target;
    improvement->title = head->title;
    improvement->title_span = head->title_span;
    if (improvement->kind == KHCT_BY_CRITERION) {
        improvement->id = head->id;
        improvement->criterion = khct_refer_criterion(plan, head->id, head->id_span);
        khct_refer_level(plan, improvement->criterion, head->target.level, head->target.level_span);
    } else if (improvement->kind == KHCT_BY_ITEM && head->understood) {
        improvement->item = head->number;
        improvement->article_item = khct_refer_item(plan, head->number, head->id_span);
    }
}

static void build_served(khct_plan *plan, khct_improvement *improvement)
{
    const khct_field *list = khct_field_of(&improvement->fields, KHCT_K_TIEUCHI);
    if (list != NULL && list->meaning->criteria != NULL)
        improvement->serves = khct_refer_list(plan, list->meaning->criteria, list->span.begin);
}

static void build_improvement(khct_plan *plan, const khct_node *node, khct_improvement_kind kind,
                              uint32_t *first_of)
{
    khct_improvement improvement = {.kind = kind, .node = node};
    build_heading(plan, &improvement);
    improvement.fields = khct_build_fields(plan, node);
    if (kind == KHCT_BY_CONTENT)
        build_served(plan, &improvement);
    build_tasks(plan, &improvement);
    if (improvement.criterion != NULL) {
        size_t at = (size_t)(improvement.criterion - plan->catalogue->criteria.at);
        if (first_of[at] != 0)
            report_twice(plan, &improvement, &plan->improvements.at[first_of[at] - 1]);
        else
            first_of[at] = (uint32_t)plan->improvements.n + 1;
    }
    khct_push(plan->arena, &plan->improvements) = improvement;
}

/* --- problems and rounds --- */

static void build_problem(khct_plan *plan, const khct_node *node)
{
    const khct_head *head = khct_head_of(plan->values, node);
    khct_problem problem = {
        .node = node, .standard = head->standard, .standard_span = head->standard_span};
    if (head->standard > 0)
        khct_refer_standard(plan, head->standard, head->standard_span);
    problem.criteria = khct_refer_list(plan, &head->criteria, 0);
    problem.fields = khct_build_fields(plan, node);
    khct_push(plan->arena, &plan->problems) = problem;
}

static void build_round(khct_plan *plan, const khct_node *node)
{
    const khct_head *head = khct_head_of(plan->values, node);
    khct_round round = {.node = node, .when = head->title};
    if (head->time != NULL && head->time->understood)
        round.time = head->time;
    round.fields = khct_build_fields(plan, node);
    khct_push(plan->arena, &plan->rounds) = round;
}

static void find_covered(khct_plan *plan)
{
    const khct_catalogue *c = plan->catalogue;
    plan->covered =
        khct_alloc_array(plan->arena, c == NULL ? 1 : c->criteria.n + 1, sizeof *plan->covered);
    for (size_t i = 0; c != NULL && i < plan->improvements.n; i++) {
        const khct_improvement *improvement = &plan->improvements.at[i];
        if (improvement->criterion != NULL)
            plan->covered[improvement->criterion - c->criteria.at] = true;
        KHCT_FOR (served, &improvement->serves)
            if (served->criterion != NULL)
                plan->covered[served->criterion - c->criteria.at] = true;
    }
}

void khct_build_improvements(khct_plan *plan)
{
    size_t n = plan->catalogue == NULL ? 0 : plan->catalogue->criteria.n;
    uint32_t *first_of = khct_alloc_array(plan->arena, n + 1, sizeof *first_of);
    KHCT_FOR (file, &plan->document->files) {
        const khct_node *node = file->tree->top->first;
        for (; node != NULL; node = node->next) {
            if (node->keyword == KHCT_K_TIEUCHI && node->opens == KHCT_B_TIEUCHI)
                build_improvement(plan, node, KHCT_BY_CRITERION, first_of);
            else if (node->keyword == KHCT_K_KHOAN && node->opens == KHCT_B_KHOAN)
                build_improvement(plan, node, KHCT_BY_ITEM, first_of);
            else if (node->keyword == KHCT_K_VIEC && node->opens == KHCT_B_VIECLON)
                build_improvement(plan, node, KHCT_BY_CONTENT, first_of);
            else if (node->keyword == KHCT_K_VANDE)
                build_problem(plan, node);
            else if (node->keyword == KHCT_K_THEODOI)
                build_round(plan, node);
        }
    }
    find_covered(plan);
}

const khct_improvement *khct_plan_improvement(const khct_plan *plan, khct_criterion_id id)
{
    KHCT_FOR (improvement, &plan->improvements)
        if (improvement->kind == KHCT_BY_CRITERION && khct_criterion_cmp(improvement->id, id) == 0)
            return improvement;
    return NULL;
}

bool khct_plan_covers(const khct_plan *plan, const khct_criterion *criterion)
{
    return plan->covered[criterion - plan->catalogue->criteria.at];
}

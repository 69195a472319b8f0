/* What the plan wants to improve: by criterion, by level-4 item, by content; problems; rounds. */
#include "plan/build.h"
#include "plan/refer.h"

static void report_heading(khct_plan *plan, const khct_node *node, khct_span at, const char *form)
{
    khct_str key = khct_str_of(khct_keyword_at(node->keyword)->unmarked);
    if (at.begin >= at.end)
        at = node->key;
    khct_diag *diag = khct_report(plan->diags, KHCT_KH1009, at, KHCT_MSG(HEADING, key));
    khct_diag_hint(plan->diags, diag, KHCT_MSG(HEADING_HINT, khct_str_of(form)));
}

/* --- tasks --- */

static bool task_gives(const khct_fields *fields, khct_keyword keyword)
{
    return khct_field_of(fields, keyword) != NULL;
}

/* A task's own fields and, for what it does not give, those beside the tasks. */
static khct_fields with_inherited(khct_plan *plan, khct_fields own, const khct_fields *beside)
{
    size_t mine = own.n;
    for (size_t i = 0; i < beside->n; i++) {
        khct_field field = beside->at[i];
        khct_fields first = {own.at, mine, mine};
        if (field.keyword == KHCT_K_GIAIPHAP || field.keyword == KHCT_K_TIEUCHI ||
            task_gives(&first, field.keyword))
            continue;
        field.inherited = true;
        khct_push(plan->arena, &own) = field;
    }
    return own;
}

static void add_task(khct_plan *plan, khct_improvement *improvement, khct_task task)
{
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
        khct_push(plan->arena, &task.fields) = field;
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
        khct_task task = {.node = node, .title = KHCT_STR("")};
        if (node->value.begin < node->value.end) {
            khct_words words = khct_read_words(&plan->reader, node->value);
            task.title = khct_build_title(plan, node, &words, NULL);
        }
        task.fields = with_inherited(plan, khct_build_fields(plan, node), &improvement->fields);
        add_task(plan, improvement, task);
    }
}

/* --- by criterion, item, content --- */

static void read_target(khct_plan *plan, khct_improvement *improvement, khct_words *words)
{
    improvement->target = khct_take_target(&plan->reader, words);
    if (improvement->target.level > 0 && improvement->kind == KHCT_BY_CRITERION)
        khct_refer_level(plan, improvement->criterion, improvement->target.level,
                         improvement->target.level_span);
}

static void report_twice(khct_plan *plan, const khct_improvement *improvement,
                         const khct_improvement *first)
{
    khct_str code = khct_criterion_text(plan->arena, improvement->id);
    khct_diag *diag =
        khct_report(plan->diags, KHCT_KH2007, improvement->id_span, KHCT_MSG(PLANNED_TWICE, code));
    diag->subject = code;
    khct_diag_related(plan->diags, diag, first->id_span, KHCT_MSG0(FIRST_HERE));
}

static bool read_criterion_heading(khct_plan *plan, khct_improvement *improvement,
                                   khct_words *words)
{
    if (!khct_take_criterion(&plan->reader, words, &improvement->id, &improvement->id_span)) {
        report_heading(plan, improvement->node, khct_peek(words)->span, "tieuchi 1.7 muc 2 <");
        return false;
    }
    improvement->criterion = khct_refer_criterion(plan, improvement->id, improvement->id_span);
    return true;
}

static bool read_item_heading(khct_plan *plan, khct_improvement *improvement, khct_words *words)
{
    if (!khct_take_number(words, &improvement->item, &improvement->id_span)) {
        report_heading(plan, improvement->node, khct_peek(words)->span, "khoan 1 muc 4 <");
        return false;
    }
    improvement->article_item = khct_refer_item(plan, improvement->item, improvement->id_span);
    return true;
}

static void build_served(khct_plan *plan, khct_improvement *improvement)
{
    const khct_field *list = khct_field_of(&improvement->fields, KHCT_K_TIEUCHI);
    if (list != NULL && list->value.criteria != NULL)
        improvement->serves = khct_refer_list(plan, list->value.criteria, list->span.begin);
}

static void build_improvement(khct_plan *plan, const khct_node *node, khct_improvement_kind kind,
                              uint32_t *first_of)
{
    khct_improvement improvement = {.kind = kind, .node = node};
    khct_words words = khct_read_words(&plan->reader, node->value);
    bool understood = true;
    if (kind == KHCT_BY_CRITERION)
        understood = read_criterion_heading(plan, &improvement, &words);
    if (kind == KHCT_BY_ITEM)
        understood = read_item_heading(plan, &improvement, &words);
    if (kind != KHCT_BY_CONTENT && understood)
        read_target(plan, &improvement, &words);
    if (understood)
        improvement.title = khct_build_title(plan, node, &words, &improvement.title_span);
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

/* `[tieuchuan N] [tieuchi LIST]` */
static void build_problem(khct_plan *plan, const khct_node *node)
{
    khct_problem problem = {.node = node};
    khct_words words = khct_read_words(&plan->reader, node->value);
    khct_str raw = words.text;
    size_t length;
    while (!khct_at_end(&words)) {
        khct_str rest = khct_str_sub(raw, khct_peek(&words)->span.begin - words.span.begin, raw.n);
        if (khct_keyword_here(plan->library->vocabulary, KHCT_K_TIEUCHUAN, rest, &length)) {
            uint32_t end = khct_peek(&words)->span.begin + (uint32_t)length;
            while (words.next < words.n && khct_peek(&words)->span.begin < end)
                words.next++;
            khct_take_sign(&words, ':');
            if (khct_take_number(&words, &problem.standard, &problem.standard_span)) {
                khct_refer_standard(plan, problem.standard, problem.standard_span);
                continue;
            }
        } else if (khct_take_word(&plan->reader, &words, KHCT_C_CRITERION)) {
            khct_take_sign(&words, ':');
            size_t before = words.next;
            khct_criteria list = khct_take_criteria(&plan->reader, &words);
            problem.criteria = khct_refer_list(plan, &list, 0);
            if (words.next > before)
                continue;
        }
        report_heading(plan, node, khct_peek(&words)->span, "vande tieuchuan 1 tieuchi 1.3, 1.4 <");
        break;
    }
    problem.fields = khct_build_fields(plan, node);
    khct_push(plan->arena, &plan->problems) = problem;
}

static void build_round(khct_plan *plan, const khct_node *node)
{
    khct_round round = {.node = node, .when = khct_build_name(plan, node)};
    if (node->value.begin < node->value.end) {
        khct_time *time = khct_alloc(plan->arena, sizeof *time);
        *time = khct_read_time(&plan->reader, node->value, &plan->heading.period);
        round.time = time->understood ? time : NULL;
    } else {
        report_heading(plan, node, node->key, "theodoi Cuối học kỳ I <");
    }
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
        for (size_t k = 0; k < improvement->serves.n; k++)
            if (improvement->serves.at[k].criterion != NULL)
                plan->covered[improvement->serves.at[k].criterion - c->criteria.at] = true;
    }
}

void khct_build_improvements(khct_plan *plan)
{
    size_t n = plan->catalogue == NULL ? 0 : plan->catalogue->criteria.n;
    uint32_t *first_of = khct_alloc_array(plan->arena, n + 1, sizeof *first_of);
    for (size_t i = 0; i < plan->document->files.n; i++) {
        const khct_node *node = plan->document->files.at[i].tree->top->first;
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
    for (size_t i = 0; i < plan->improvements.n; i++)
        if (plan->improvements.at[i].kind == KHCT_BY_CRITERION &&
            khct_criterion_cmp(plan->improvements.at[i].id, id) == 0)
            return &plan->improvements.at[i];
    return NULL;
}

bool khct_plan_covers(const khct_plan *plan, const khct_criterion *criterion)
{
    return plan->covered[criterion - plan->catalogue->criteria.at];
}

/* Whether each task says what, who, when, and what comes of it. */
#include "check/checks.h"

/* A lack: what it is called for a criterion, an item, a single task. */
typedef struct lack {
    khct_code code;
    khct_text_id of_criterion, of_item, of_task, hint;
} lack;

static const lack CONTENT = {KHCT_KH3006, KHCT_T_NO_TASK, KHCT_T_NO_TASK_ITEM, KHCT_T_NO_TASK_HERE,
                             KHCT_T_NO_TASK_HINT};
static const lack PEOPLE = {KHCT_KH3007, KHCT_T_NO_PEOPLE, KHCT_T_NO_PEOPLE_ITEM,
                            KHCT_T_NO_PEOPLE_HERE, KHCT_T_NO_PEOPLE_HINT};
static const lack TIME = {KHCT_KH3008, KHCT_T_NO_TIME, KHCT_T_NO_TIME_ITEM, KHCT_T_NO_TIME_HERE,
                          KHCT_T_NO_TIME_HINT};
static const lack RESULT = {KHCT_KH3009, KHCT_T_NO_OUTCOME, KHCT_T_NO_OUTCOME_ITEM,
                            KHCT_T_NO_OUTCOME_HERE, KHCT_T_NO_OUTCOME_HINT};

/* Given, or stated to be empty; of one that is empty by mistake that is said (KH1008). */
static bool gives(const khct_fields *fields, khct_keyword keyword)
{
    return khct_field_of(fields, keyword) != NULL;
}

static bool has_content(const khct_task *task)
{
    return task->title.n > 0 || gives(&task->fields, KHCT_K_NOIDUNG) ||
           gives(&task->fields, KHCT_K_GIAIPHAP);
}

/* A time that stands among people: not where a known role is named. */
static bool is_time(const khct_plan *plan, const khct_field *field)
{
    const khct_people *people = field->meaning->people;
    for (size_t i = 0; people != NULL && i < people->list.n; i++)
        if (people->list.at[i].role != KHCT_NONE)
            return false;
    return khct_time_is_whole(khct_meaning_as(plan->values, field->node, KHCT_TYPE_TIME).time);
}

/* People who stand in the time's place: not where a time is understood. */
static bool is_people(const khct_plan *plan, const khct_field *field)
{
    if (field->meaning->time != NULL && field->meaning->time->understood)
        return false;
    return khct_people_are_known(
        khct_meaning_as(plan->values, field->node, KHCT_TYPE_ROLES).people);
}

/* Somebody: not signs alone. */
static bool is_anybody(const khct_field *field)
{
    const khct_people *people = field->meaning->people;
    return field->empty || people == NULL || people->stated || people->ditto || people->list.n > 0;
}

/* People are named; a time that stands in their place is none (KH5007). */
static bool has_people(const khct_plan *plan, const khct_task *task)
{
    const khct_field *who[] = {task->leads, task->helps}, *when = task->when;
    for (size_t i = 0; i < sizeof who / sizeof *who; i++)
        if (who[i] != NULL && is_anybody(who[i]) && (who[i]->empty || !is_time(plan, who[i])))
            return true;
    return when != NULL && !when->empty && is_people(plan, when);
}

/* A time is given, if only among the people: one slip is said once. People who stand in its place
 * are none (KH5007). */
static bool has_time(const khct_plan *plan, const khct_task *task)
{
    const khct_field *who[] = {task->leads, task->helps}, *when = task->when;
    if (when != NULL && (when->empty || !is_people(plan, when)))
        return true;
    for (size_t i = 0; i < sizeof who / sizeof *who; i++)
        if (who[i] != NULL && !who[i]->empty && is_time(plan, who[i]))
            return true;
    return false;
}

static void report(khct_checking *k, const lack *what, const khct_improvement *improvement,
                   const khct_task *task)
{
    bool whole = task == NULL || task->node == improvement->node;
    const khct_node *node = whole ? improvement->node : task->node;
    khct_message message = {.id = what->of_task};
    if (whole && improvement->kind == KHCT_BY_CRITERION)
        message = KHCT_MSG_OF(what->of_criterion, khct_criterion_text(k->arena, improvement->id));
    else if (whole && improvement->kind == KHCT_BY_ITEM)
        message = KHCT_MSG_OF(what->of_item, improvement->item);
    khct_diag *diag = khct_report_hint(k->diags, what->code, khct_heading_span(node), message,
                                       (khct_message){.id = what->hint});
    diag->subject = khct_improvement_subject(k->arena, improvement);
}

/* One message a task; a single one where all tasks lack it. */
static void report_lacking(khct_checking *k, const lack *what, const khct_improvement *improvement,
                           const bool *lacks)
{
    size_t count = 0;
    for (size_t i = 0; i < improvement->tasks.n; i++)
        count += lacks[i];
    if (count > 0 && count == improvement->tasks.n) {
        report(k, what, improvement, NULL);
        return;
    }
    for (size_t i = 0; i < improvement->tasks.n; i++)
        if (lacks[i])
            report(k, what, improvement, &improvement->tasks.at[i]);
}

/* --- KH3009 --- */

typedef KHCT_VEC(const khct_column *) columns;

/* The columns of the plan's table that ask for a result or an indicator. */
static columns result_columns(khct_checking *k)
{
    columns found = {0};
    KHCT_FOR (section, &k->plan->form->sections) {
        if (section->content != KHCT_CONTENT_PLAN || section->table == NULL)
            continue;
        KHCT_FOR (column, &section->table->columns)
            if (khct_column_shows(column, KHCT_K_KETQUA) || khct_column_shows(column, KHCT_K_CHISO))
                khct_push(k->arena, &found) = column;
    }
    return found;
}

static bool fills(const khct_column *column, const khct_improvement *improvement,
                  const khct_task *task)
{
    KHCT_FOR (source, &column->sources) {
        if (source->cell == KHCT_CELL_TARGET && improvement->target.kind != KHCT_TARGET_NONE)
            return true;
        if (source->cell == KHCT_CELL_FIELD && gives(&task->fields, source->keyword))
            return true;
    }
    return false;
}

static bool has_outcome(const columns *asked, const khct_improvement *improvement,
                        const khct_task *task)
{
    for (size_t i = 0; i < asked->n; i++)
        if (!fills(asked->at[i], improvement, task))
            return false;
    return true;
}

static void check_improvement(khct_checking *k, const khct_improvement *improvement,
                              const columns *asked)
{
    size_t n = improvement->tasks.n, without = 0;
    bool *lacks[3];
    for (size_t i = 0; i < 3; i++)
        lacks[i] = khct_alloc_array(k->arena, n + 1, sizeof(bool));
    for (size_t i = 0; i < n; i++) {
        const khct_task *task = &improvement->tasks.at[i];
        without += !has_content(task);
        lacks[0][i] = !has_people(k->plan, task);
        lacks[1][i] = !has_time(k->plan, task);
        lacks[2][i] = !has_outcome(asked, improvement, task);
    }
    if (without == n) {
        report(k, &CONTENT, improvement, NULL);
        return; /* who and when of nothing */
    }
    report_lacking(k, &PEOPLE, improvement, lacks[0]);
    report_lacking(k, &TIME, improvement, lacks[1]);
    /* `1.7 mucc 3`: the level is an outcome */
    if (improvement->kind != KHCT_BY_CRITERION ||
        !khct_head_of(k->plan->values, improvement->node)->stray)
        report_lacking(k, &RESULT, improvement, lacks[2]);
}

void khct_check_tasks(khct_checking *k)
{
    columns asked = result_columns(k);
    KHCT_FOR (improvement, &k->plan->improvements)
        if (!khct_node_broken(improvement->node) &&
            khct_head_of(k->plan->values, improvement->node)->understood)
            check_improvement(k, improvement, &asked);
}

/* Tables by the template: which field stands in which column, and which cells span rows. */
#include "page/build.h"

#include "text/utf8.h"
#include "text/sort.h"

/* What one row is made from. */
typedef struct source {
    const khct_improvement *improvement;
    const khct_task *task;
    const khct_problem *problem;
    const khct_round *round;
    khct_str when; /* of a round that the template puts where the writer gave none */
    const khct_fields *fields;
    uint32_t number; /* of its improvement, problem or round, from 1 */
    bool first;      /* the first task of its improvement */
} source;

typedef struct making {
    khct_page_making *page;
    const khct_plan *plan;
    khct_arena *arena;
    const khct_table_form *form;
    khct_table *table;
    bool shown[KHCT_KEYWORD_NONE + 1];   /* fields that some column shows */
    bool passed[KHCT_KEYWORD_NONE + 1];  /* of them, those that `hoac` left out of this row */
    bool several[KHCT_KEYWORD_NONE + 1]; /* fields that this row has more than one of … */
    const khct_field *fields[KHCT_KEYWORD_NONE + 1]; /* … and the first of each */
    bool cells[KHCT_CELL_COUNT];                     /* computed cells that some column shows */
    size_t rest;                                     /* the column for what no column shows */
    bool shared; /* all of the cell at hand comes from the improvement, not from the task alone */
    uint32_t standards, tasks;              /* counted so far */
    struct column_facts *facts;             /* per column */
    khct_str labels[KHCT_KEYWORD_NONE + 1]; /* made so far */
} making;

/* What is found out once of a column. */
typedef struct column_facts {
    bool says_no_task;   /* all that it says is of the improvement, whatever the task */
    bool says_place;     /* all that it says is where its criterion stands */
    bool may_label;      /* shows several fields that want a label */
    khct_cell_box *last; /* its last cell; NULL: none yet below the heading of its rows */
    bool may_span;       /* what that says, tasks of an improvement share */
} column_facts;

/* --- words --- */

static void put(making *m, khct_pieces *cell, khct_str text, bool strong, khct_span span)
{
    if (text.n > 0)
        khct_push(m->arena, cell) = (khct_piece){.text = text, .strong = strong, .span = span};
}

static khct_str criterion_title(const khct_improvement *improvement)
{
    if (improvement->title.n > 0)
        return improvement->title;
    return improvement->criterion != NULL ? improvement->criterion->title : KHCT_STR("");
}

static const khct_standard *standard_of(const khct_plan *plan, const khct_improvement *improvement)
{
    return improvement == NULL ? NULL : khct_improvement_standard(plan, improvement);
}

/* --- computed cells --- */

static void put_criterion(making *m, khct_pieces *cell, const source *s)
{
    if (s->problem != NULL) {
        put(m, cell, khct_served_text(m->arena, &s->problem->criteria), false,
            s->problem->node->value);
        return;
    }
    const khct_improvement *i = s->improvement;
    if (i == NULL)
        return;
    switch (i->kind) {
    case KHCT_BY_CRITERION:
        put(m, cell, KHCT_JOIN(m->arena, "Tiêu chí ", khct_criterion_text(m->arena, i->id)), true,
            i->id_span);
        put(m, cell, criterion_title(i), false, i->title_span);
        break;
    case KHCT_BY_ITEM:
        put(m, cell, KHCT_JOIN(m->arena, "Khoản ", i->item), true, i->id_span);
        put(m, cell,
            i->title.n > 0            ? i->title
            : i->article_item != NULL ? i->article_item->text
                                      : KHCT_STR(""),
            false, i->title_span);
        break;
    case KHCT_BY_CONTENT:
        if (i->serves.n > 0)
            put(m, cell, KHCT_JOIN(m->arena, "Tiêu chí ", khct_served_text(m->arena, &i->serves)),
                false, i->serves.at[0].span);
        break;
    }
}

static void put_code(making *m, khct_pieces *cell, const source *s)
{
    const khct_improvement *i = s->improvement;
    if (i == NULL)
        return;
    if (i->kind == KHCT_BY_CRITERION)
        put(m, cell, khct_criterion_text(m->arena, i->id), false, i->id_span);
    else if (i->kind == KHCT_BY_ITEM)
        put(m, cell, KHCT_JOIN(m->arena, "Khoản ", i->item), false, i->id_span);
    else if (i->serves.n > 0)
        put(m, cell, khct_served_text(m->arena, &i->serves), false, i->serves.at[0].span);
}

static void put_standard(making *m, khct_pieces *cell, const source *s)
{
    if (s->problem != NULL && s->problem->standard > 0) {
        put(m, cell, khct_page_standard(m->plan, s->problem->standard), false,
            s->problem->standard_span);
        return;
    }
    const khct_standard *standard = standard_of(m->plan, s->improvement);
    if (standard != NULL)
        put(m, cell, khct_str_number(m->arena, standard->number), false, s->improvement->id_span);
    else if (s->improvement != NULL && s->improvement->kind == KHCT_BY_CRITERION)
        put(m, cell, khct_str_number(m->arena, s->improvement->id.standard), false,
            s->improvement->id_span);
}

static void put_number(making *m, khct_pieces *cell, const source *s)
{
    bool standards = m->form->numbering == KHCT_NUMBER_STANDARDS && m->form->standard_rows &&
                     s->improvement != NULL && standard_of(m->plan, s->improvement) != NULL;
    bool items =
        m->form->part_rows && s->improvement != NULL && s->improvement->kind == KHCT_BY_ITEM;
    if (standards || items)
        return; /* the row above carries the number */
    uint32_t number =
        m->form->numbering == KHCT_NUMBER_TASKS && s->task != NULL ? m->tasks : s->number;
    put(m, cell, khct_str_number(m->arena, number), false, KHCT_NOWHERE);
}

static khct_str label_of(making *m, khct_keyword keyword)
{
    if (m->labels[keyword].n == 0)
        m->labels[keyword] = khct_page_label(m->arena, keyword);
    return m->labels[keyword];
}

static bool is_shared_cell(const making *m, khct_cell cell)
{
    return cell != KHCT_CELL_FIELD && cell != KHCT_CELL_TASK && cell != KHCT_CELL_REST &&
           cell != KHCT_CELL_WHEN &&
           !(cell == KHCT_CELL_NUMBER && m->form->numbering == KHCT_NUMBER_TASKS);
}

static void put_task(making *m, khct_pieces *cell, const source *s)
{
    const khct_improvement *i = s->improvement;
    if (s->task == NULL)
        return;
    bool parted = i != NULL && i->kind == KHCT_BY_CONTENT && s->task->node != i->node;
    if (parted && s->first)
        put(m, cell, i->title, true, i->title_span);
    put(m, cell, s->task->title, !parted, s->task->node->value);
}

/* --- fields --- */

/* Progress as form 2 wants it: how far, and on which day. */
static void put_progress(making *m, khct_pieces *cell, const khct_progress *p, khct_str label,
                         khct_span span)
{
    static const char *const STATES[] = {[KHCT_NOT_BEGUN] = "Chưa hoàn thành",
                                         [KHCT_UNDER_WAY] = "Đang thực hiện",
                                         [KHCT_FINISHED] = "Hoàn thành"};
    khct_str text = khct_str_of(STATES[p->state]);
    if (p->percent > 0 && p->percent < 100)
        text = KHCT_JOIN(m->arena, text, ", ", p->percent, "%");
    text = KHCT_JOIN(m->arena, text, " (", khct_date_figures(m->arena, p->date), ")");
    khct_push(m->arena, cell) = (khct_piece){.label = label, .text = text, .span = span};
    put(m, cell, p->note, false, span);
}

/* The progress that counts on the day, and what is not understood, as it is written. */
static void put_all_progress(making *m, khct_pieces *cell, const source *s, const khct_field *field,
                             khct_str label)
{
    const khct_progress *last = s->task == NULL ? NULL : m->page->work->tasks[s->task->number].last;
    for (; field != NULL; field = khct_field_again(s->fields, field)) {
        const khct_progress *p = field->meaning->progress;
        bool dated = p != NULL && p->state != KHCT_PROGRESS_NONE && p->date != KHCT_NO_DATE;
        if (dated && p == last)
            put_progress(m, cell, p, label, field->span);
        else if (!dated)
            khct_add_text(m->arena, cell, khct_field_text(field), label);
    }
}

static bool has_field(const making *m, khct_keyword keyword)
{
    return m->fields[keyword] != NULL && !m->fields[keyword]->empty;
}

/* All values of one field, several as list items. */
static void put_field(making *m, khct_pieces *cell, const source *s, khct_keyword keyword,
                      khct_str label)
{
    if (!has_field(m, keyword))
        return;
    const khct_field *field = m->fields[keyword];
    if (!field->inherited)
        m->shared = false;
    if (keyword == KHCT_K_TIENDO) {
        put_all_progress(m, cell, s, field, label);
        return;
    }
    bool several = m->several[keyword];
    for (; field != NULL; field = several ? khct_field_again(s->fields, field) : NULL) {
        size_t begin = cell->n;
        khct_add_text(m->arena, cell, khct_field_text(field), label);
        if (several && cell->n > begin && cell->at[begin].kind == KHCT_PIECE_PARAGRAPH)
            cell->at[begin].kind = KHCT_PIECE_ITEM;
        label = KHCT_STR("");
    }
}

/* Fields that are told apart by a label where a column shows several of them. */
static bool wants_label(khct_keyword keyword)
{
    switch (keyword) {
    case KHCT_K_CHUTRI:
    case KHCT_K_PHOIHOP:
    case KHCT_K_KINHPHI:
    case KHCT_K_NGUONLUC:
    case KHCT_K_DIEUKIEN: return true;
    default: return false;
    }
}

/* What stands in a column of something else always has its label. */
static bool is_aside(const khct_column_source *what)
{
    return what->cell == KHCT_CELL_FIELD &&
           (what->keyword == KHCT_K_GIAMSAT || what->keyword == KHCT_K_BAOCAO);
}

/* What no column shows, each with its label; what tasks share only in the first row. */
static void put_rest(making *m, khct_pieces *cell, const source *s)
{
    const khct_improvement *i = s->improvement;
    if (i != NULL && s->first && !m->cells[KHCT_CELL_TARGET]) {
        khct_str target = khct_target_text(m->plan, i);
        if (target.n > 0)
            khct_push(m->arena, cell) = (khct_piece){
                .label = KHCT_STR("Kết quả cần đạt"), .text = target, .span = i->target.span};
    }
    if (i != NULL && s->first && i->kind == KHCT_BY_CONTENT && i->serves.n > 0 &&
        !m->cells[KHCT_CELL_CRITERION] && !m->cells[KHCT_CELL_CODE])
        khct_push(m->arena, cell) = (khct_piece){.label = KHCT_STR("Tiêu chí"),
                                                 .text = khct_served_text(m->arena, &i->serves),
                                                 .span = i->serves.at[0].span};
    KHCT_FOR (field, s->fields)
        if ((!m->shown[field->keyword] || m->passed[field->keyword]) &&
            field == m->fields[field->keyword] && (s->first || !field->inherited))
            put_field(m, cell, s, field->keyword, label_of(m, field->keyword));
    m->shared = false;
}

/* --- cells --- */

static void put_source(making *m, khct_pieces *cell, const source *s,
                       const khct_column_source *what, bool labels)
{
    if (!is_shared_cell(m, what->cell) && what->cell != KHCT_CELL_FIELD)
        m->shared = false;
    switch (what->cell) {
    case KHCT_CELL_NUMBER: put_number(m, cell, s); break;
    case KHCT_CELL_CRITERION: put_criterion(m, cell, s); break;
    case KHCT_CELL_CODE: put_code(m, cell, s); break;
    case KHCT_CELL_STANDARD: put_standard(m, cell, s); break;
    case KHCT_CELL_TITLE:
        if (s->improvement != NULL)
            put(m, cell, criterion_title(s->improvement), false, s->improvement->title_span);
        break;
    case KHCT_CELL_TARGET:
        if (s->improvement != NULL)
            put(m, cell, khct_target_text(m->plan, s->improvement), false,
                s->improvement->target.span);
        break;
    case KHCT_CELL_TASK: put_task(m, cell, s); break;
    case KHCT_CELL_WHEN:
        if (s->round != NULL)
            put(m, cell, s->round->when, false, s->round->node->value);
        else
            put(m, cell, s->when, false, KHCT_NOWHERE);
        break;
    case KHCT_CELL_FIELD:
        put_field(m, cell, s, what->keyword,
                  labels && (wants_label(what->keyword) || is_aside(what))
                      ? label_of(m, what->keyword)
                      : KHCT_STR(""));
        break;
    default: break;
    }
}

/* True where two or more of the fields that want a label have something to show. */
static bool needs_labels(const making *m, size_t k)
{
    const khct_column *column = &m->form->columns.at[k];
    unsigned count = 0;
    if (!m->facts[k].may_label)
        return false;
    for (size_t i = 0; i < column->sources.n; i++)
        count += column->sources.at[i].cell == KHCT_CELL_FIELD &&
                 wants_label(column->sources.at[i].keyword) &&
                 has_field(m, column->sources.at[i].keyword);
    return count > 1;
}

static void fill(making *m, khct_pieces *cell, const source *s, size_t k)
{
    const khct_column *column = &m->form->columns.at[k];
    bool labels = needs_labels(m, k), skip = false;
    for (size_t i = 0; i < column->sources.n; i++) {
        const khct_column_source *what = &column->sources.at[i];
        size_t before = cell->n;
        if (!skip)
            put_source(m, cell, s, what, labels || (i > 0 && is_aside(what)));
        else if (what->cell == KHCT_CELL_FIELD)
            m->passed[what->keyword] = true;
        skip = what->or_next && (skip || cell->n > before);
    }
    if (k == m->rest)
        put_rest(m, cell, s);
}

static bool same_pieces(const khct_pieces *a, const khct_pieces *b)
{
    if (a->n != b->n)
        return false;
    for (size_t i = 0; i < a->n; i++)
        if (!khct_str_eq(a->at[i].text, b->at[i].text))
            return false;
    return a->n > 0;
}

/* True where a row's cell goes on from the one above: it says what the tasks of an improvement
 * share, or the same standard or criterion again. */
static bool goes_on(const making *m, const column_facts *f, const khct_pieces *cell, bool again)
{
    if (f->last == NULL)
        return false;
    return again ? m->shared && f->may_span : f->says_place && same_pieces(&f->last->pieces, cell);
}

static void add_cell(making *m, khct_row *row, const source *s, size_t k)
{
    column_facts *f = &m->facts[k];
    khct_cell_box *box = &row->cells.at[k];
    bool again = s->task != NULL && !s->first;
    *box = (khct_cell_box){.columns = 1, .rows = 1, .align = m->form->columns.at[k].align};
    m->shared = true;
    if (!again || !f->says_no_task)
        fill(m, &box->pieces, s, k);
    if (goes_on(m, f, &box->pieces, again)) {
        f->last->rows++;
        box->rows = 0;
        box->pieces.n = 0;
        return;
    }
    f->last = box;
    f->may_span = m->shared && s->task != NULL;
}

/* Finds the row's fields by their keywords. */
static void find_fields(making *m, const khct_fields *fields)
{
    for (size_t i = fields->n; i-- > 0;) { /* backwards: the first of each stays */
        const khct_field *field = &fields->at[i];
        m->several[field->keyword] = m->fields[field->keyword] != NULL;
        m->fields[field->keyword] = field;
    }
}

static void forget_fields(making *m, const khct_fields *fields)
{
    for (size_t i = 0; i < fields->n; i++)
        m->fields[fields->at[i].keyword] = NULL;
}

/* The rest comes last, when it is known what the other columns left out. */
static void add_row(making *m, const source *s)
{
    khct_row *row = &khct_push(m->arena, &m->table->rows);
    size_t n = m->form->columns.n;
    *row = (khct_row){.kind = KHCT_ROW_BODY, .improvement = s->improvement, .task = s->task};
    row->criterion = s->improvement == NULL ? NULL : s->improvement->criterion;
    row->cells.at = khct_alloc_array(m->arena, n, sizeof *row->cells.at);
    row->cells.n = row->cells.capacity = n;
    memset(m->passed, 0, sizeof m->passed);
    find_fields(m, s->fields);
    for (size_t k = 0; k < n; k++)
        if (k != m->rest)
            add_cell(m, row, s, k);
    add_cell(m, row, s, m->rest);
    forget_fields(m, s->fields);
}

static void add_wide_row(making *m, khct_row_kind kind, khct_str text, uint32_t number)
{
    khct_row *row = &khct_push(m->arena, &m->table->rows);
    uint32_t columns = (uint32_t)m->form->columns.n;
    bool numbered = kind == KHCT_ROW_STANDARD && m->form->numbering == KHCT_NUMBER_STANDARDS &&
                    columns > 1 && m->form->columns.at[0].sources.n > 0 &&
                    m->form->columns.at[0].sources.at[0].cell == KHCT_CELL_NUMBER;
    *row = (khct_row){.kind = kind};
    if (numbered)
        khct_page_add_cell(m->arena, row, khct_str_number(m->arena, number), 1, 1);
    khct_page_add_cell(m->arena, row, text, columns - numbered, 1)->align = KHCT_LEFT;
    for (size_t k = 0; k < m->form->columns.n; k++)
        m->facts[k].last = NULL;
}

/* --- the plan --- */

static void add_improvement(making *m, const khct_improvement *improvement, uint32_t number)
{
    for (size_t i = 0; i < improvement->tasks.n; i++) {
        const khct_task *task = &improvement->tasks.at[i];
        m->tasks++;
        add_row(m, &(source){.improvement = improvement,
                             .task = task,
                             .fields = &task->fields,
                             .number = number,
                             .first = i == 0});
    }
}

typedef struct ordered {
    const khct_improvement *improvement;
    uint32_t part;     /* 0: criteria and content, 1: level-4 items */
    uint32_t standard; /* UINT32_MAX: none */
    size_t position;   /* as written */
} ordered;

static int by_place(const void *left, const void *right)
{
    const ordered *a = left, *b = right;
    if (a->part != b->part)
        return a->part < b->part ? -1 : 1;
    if (a->standard != b->standard)
        return a->standard < b->standard ? -1 : 1;
    return (a->position > b->position) - (a->position < b->position);
}

/* "MỨC 1, 2, 3": the levels of criteria. */
static khct_str part_title(making *m, uint32_t part)
{
    const khct_catalogue *c = m->plan->catalogue;
    if (part == 1)
        return KHCT_JOIN(m->arena, "MỨC ", c != NULL ? c->highest : 4);
    khct_str text = KHCT_STR("MỨC 1");
    for (uint16_t level = 2; c != NULL && level <= c->top; level++)
        text = KHCT_JOIN(m->arena, text, ", ", level);
    return text;
}

static void add_plan(making *m)
{
    const khct_plan *plan = m->plan;
    size_t n = plan->improvements.n;
    ordered *all = khct_alloc_array(m->arena, n + 1, sizeof *all);
    bool grouped = m->form->standard_rows || m->form->part_rows;
    for (size_t i = 0; i < n; i++) {
        const khct_improvement *improvement = &plan->improvements.at[i];
        const khct_standard *standard = standard_of(plan, improvement);
        all[i] =
            (ordered){improvement, grouped && improvement->kind == KHCT_BY_ITEM, UINT32_MAX, i};
        if (grouped && improvement->kind == KHCT_BY_CRITERION)
            all[i].standard = improvement->id.standard;
        else if (grouped && standard != NULL)
            all[i].standard = standard->number;
    }
    if (grouped)
        khct_sort(m->arena, all, n, sizeof *all, by_place);
    for (size_t i = 0; i < n; i++) {
        const ordered *now = &all[i], *before = i > 0 ? &all[i - 1] : NULL;
        if (m->form->part_rows && (before == NULL || before->part != now->part))
            add_wide_row(m, KHCT_ROW_PART, part_title(m, now->part), 0);
        if (m->form->standard_rows && now->standard != UINT32_MAX &&
            (before == NULL || before->standard != now->standard || before->part != now->part))
            add_wide_row(m, KHCT_ROW_STANDARD, khct_page_standard(plan, now->standard),
                         ++m->standards);
        add_improvement(m, now->improvement, (uint32_t)i + 1);
    }
}

/* --- putting a table together --- */

static void find_facts(making *m, size_t k)
{
    const khct_column *column = &m->form->columns.at[k];
    unsigned wanting = 0;
    m->facts[k].says_no_task = m->facts[k].says_place = k != m->rest;
    KHCT_FOR (what, &column->sources) {
        m->facts[k].says_no_task &= is_shared_cell(m, what->cell);
        m->facts[k].says_place &= what->cell == KHCT_CELL_STANDARD || what->cell == KHCT_CELL_CODE;
        wanting += what->cell == KHCT_CELL_FIELD && wants_label(what->keyword);
    }
    m->facts[k].may_label = wanting > 1;
}

static void survey(making *m)
{
    size_t task = SIZE_MAX, widest = 0;
    m->rest = SIZE_MAX;
    for (size_t k = 0; k < m->form->columns.n; k++) {
        const khct_column *column = &m->form->columns.at[k];
        if (column->width > m->form->columns.at[widest].width)
            widest = k;
        KHCT_FOR (what, &column->sources) {
            m->cells[what->cell] = true;
            if (what->cell == KHCT_CELL_FIELD)
                m->shown[what->keyword] = true;
            if (what->cell == KHCT_CELL_REST)
                m->rest = k;
            if (what->cell == KHCT_CELL_TASK ||
                (what->cell == KHCT_CELL_FIELD && what->keyword == KHCT_K_GIAIPHAP &&
                 task == SIZE_MAX))
                task = k;
        }
    }
    if (m->rest == SIZE_MAX)
        m->rest = task != SIZE_MAX ? task : widest;
    for (size_t k = 0; k < m->form->columns.n; k++)
        find_facts(m, k);
}

/* "Thời gian: bắt đầu" under the group "Thời gian". */
static khct_str full_title(making *m, const khct_column *column)
{
    if (column->group == 0)
        return column->title;
    khct_str group = m->form->groups.at[column->group - 1];
    return KHCT_JOIN(m->arena, group, ": ", column->title);
}

static void add_header(making *m)
{
    bool groups = m->form->groups.n > 0, signs = false;
    for (size_t k = 0; k < m->form->columns.n; k++)
        signs = signs || m->form->columns.at[k].sign.n > 0;
    khct_row top = {.kind = KHCT_ROW_BODY}, below = top, last = top;
    for (size_t k = 0; k < m->form->columns.n; k++) {
        const khct_column *column = &m->form->columns.at[k];
        bool same =
            k > 0 && column->group != 0 && m->form->columns.at[k - 1].group == column->group;
        if (same)
            top.cells.at[top.cells.n - 1].columns++;
        else if (column->group != 0)
            khct_page_add_cell(m->arena, &top, m->form->groups.at[column->group - 1], 1, 1);
        else
            khct_page_add_cell(m->arena, &top, column->title, 1, groups ? 2 : 1);
        if (groups)
            khct_page_add_cell(m->arena, &below, column->title, 1, column->group != 0);
        if (signs)
            khct_page_add_cell(m->arena, &last, column->sign, 1, 1);
        khct_push(m->arena, &m->table->columns) =
            (khct_table_column){column->width, column->align, full_title(m, column)};
    }
    khct_push(m->arena, &m->table->header) = top;
    if (groups)
        khct_push(m->arena, &m->table->header) = below;
    if (signs)
        khct_push(m->arena, &m->table->header) = last;
}

static bool column_empty(const khct_table *table, size_t k)
{
    for (size_t i = 0; i < table->rows.n; i++)
        if (table->rows.at[i].kind == KHCT_ROW_BODY && table->rows.at[i].cells.at[k].pieces.n > 0)
            return false;
    return true;
}

/* The form without the columns that may be left out and that nothing stands in. */
static const khct_table_form *without_empty(making *m)
{
    khct_table_form *form = khct_alloc(m->arena, sizeof *form);
    *form = *m->form;
    form->columns.at = NULL;
    form->columns.n = form->columns.capacity = 0;
    uint32_t sum = 0, given = 0;
    for (size_t k = 0; k < m->form->columns.n; k++)
        if (!m->form->columns.at[k].droppable || !column_empty(m->table, k)) {
            khct_push(m->arena, &form->columns) = m->form->columns.at[k];
            sum += m->form->columns.at[k].width;
        }
    if (form->columns.n == m->form->columns.n || form->columns.n == 0 || sum == 0)
        return NULL;
    for (size_t k = 0; k < form->columns.n; k++) {
        form->columns.at[k].width = form->columns.at[k].width * 100 / sum;
        given += form->columns.at[k].width;
    }
    form->columns.at[form->columns.n - 1].width += 100 - given;
    return form;
}

static void fill_rows(making *m, khct_content content)
{
    const khct_plan *plan = m->plan;
    if (content == KHCT_CONTENT_PLAN)
        add_plan(m);
    for (size_t i = 0; content == KHCT_CONTENT_PROBLEMS && i < plan->problems.n; i++)
        add_row(m, &(source){.problem = &plan->problems.at[i],
                             .fields = &plan->problems.at[i].fields,
                             .number = (uint32_t)i + 1});
    for (size_t i = 0; content == KHCT_CONTENT_ROUNDS && i < plan->rounds.n; i++)
        add_row(m, &(source){.round = &plan->rounds.at[i],
                             .fields = &plan->rounds.at[i].fields,
                             .number = (uint32_t)i + 1});
    static const khct_fields NONE = {0};
    if (content == KHCT_CONTENT_ROUNDS && plan->rounds.n == 0)
        for (size_t i = 0; i < m->form->rows.n; i++)
            add_row(
                m,
                &(source){.when = m->form->rows.at[i], .fields = &NONE, .number = (uint32_t)i + 1});
}

static khct_str caption_of(khct_content content)
{
    switch (content) {
    case KHCT_CONTENT_PROBLEMS: return KHCT_STR("Các vấn đề trọng tâm cần cải tiến");
    case KHCT_CONTENT_ROUNDS: return KHCT_STR("Theo dõi, đánh giá việc thực hiện kế hoạch");
    default: return KHCT_STR("Nội dung kế hoạch cải tiến chất lượng");
    }
}

static khct_table *make_table(khct_page_making *page, khct_content content,
                              const khct_table_form *form, making **kept)
{
    making *m = khct_alloc(page->arena, sizeof *m);
    m->page = page;
    m->plan = page->plan;
    m->arena = page->arena;
    m->form = form;
    m->table = khct_alloc(page->arena, sizeof *m->table);
    m->table->content = content;
    m->table->landscape = form->way == KHCT_TURNED;
    m->table->caption = caption_of(content);
    m->facts = khct_alloc_array(m->arena, form->columns.n + 1, sizeof *m->facts);
    survey(m);
    add_header(m);
    fill_rows(m, content);
    *kept = m;
    return m->table;
}

khct_table *khct_page_table(khct_page_making *page, khct_content content,
                            const khct_table_form *form)
{
    making *m;
    if (form == NULL || form->columns.n == 0)
        return NULL;
    khct_table *table = make_table(page, content, form, &m);
    if (table->rows.n == 0)
        return NULL;
    const khct_table_form *smaller = without_empty(m);
    if (smaller != NULL)
        table = make_table(page, content, smaller, &m);
    if (form->way == KHCT_BY_NEED)
        table->landscape = !khct_page_fits_upright(page->arena, table);
    return table;
}

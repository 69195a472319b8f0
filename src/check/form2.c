/* Form 2 of circular 57/2026: problems, what is done about them, and looking back. */
#include "check/checks.h"

#include "text/fold.h"

static bool lists(const khct_served_list *list, const khct_criterion *criterion)
{
    KHCT_FOR (served, list)
        if (criterion != NULL && served->criterion == criterion)
            return true;
    return false;
}

static bool holds_standard(const khct_checking *k, const khct_problem *problem,
                           const khct_criterion *criterion)
{
    return problem->criteria.n == 0 && problem->standard != 0 &&
           k->plan->catalogue->standards.at[criterion->standard].number == problem->standard;
}

/* True where the improvement works on what the problem names. */
static bool answers(const khct_checking *k, const khct_improvement *improvement,
                    const khct_problem *problem)
{
    const khct_criterion *own = improvement->criterion;
    if (own != NULL && (lists(&problem->criteria, own) || holds_standard(k, problem, own)))
        return true;
    KHCT_FOR (served, &improvement->serves)
        if (served->criterion != NULL && (lists(&problem->criteria, served->criterion) ||
                                          holds_standard(k, problem, served->criterion)))
            return true;
    return false;
}

static khct_str list_text(khct_arena *arena, const khct_served_list *list)
{
    khct_check_criteria criteria = {0};
    KHCT_FOR (served, list)
        if (served->criterion != NULL)
            khct_push(arena, &criteria) = served->criterion;
    return khct_codes_text(arena, &criteria);
}

static void check_problem(khct_checking *k, const khct_problem *problem)
{
    khct_str criteria = list_text(k->arena, &problem->criteria);
    bool standard = khct_catalogue_standard(k->plan->catalogue, problem->standard) != NULL;
    if (criteria.n == 0 && (!standard || problem->criteria.n > 0))
        return; /* it names nothing, or nothing that exists */
    KHCT_FOR (improvement, &k->plan->improvements)
        if (answers(k, improvement, problem))
            return;
    khct_message message = criteria.n > 0 ? KHCT_MSG(PROBLEM_ALONE, criteria)
                                          : KHCT_MSG(PROBLEM_ALONE_STANDARD, problem->standard);
    khct_diag *diag = khct_report(k->diags, KHCT_KH3010, khct_heading_span(problem->node), message);
    diag->subject = khct_served_subject(k->arena, &problem->criteria);
    khct_diag_hint(diag, KHCT_MSG0(PROBLEM_ALONE_HINT));
}

static void check_improvement(khct_checking *k, const khct_improvement *improvement)
{
    khct_str criteria = improvement->criterion != NULL ? improvement->criterion->code
                                                       : list_text(k->arena, &improvement->serves);
    if (criteria.n == 0)
        return;
    KHCT_FOR (problem, &k->plan->problems)
        if (answers(k, improvement, problem))
            return;
    khct_diag *diag =
        khct_report_hint(k->diags, KHCT_KH3010, khct_heading_span(improvement->node),
                         KHCT_MSG(TASK_ALONE, criteria), KHCT_MSG(TASK_ALONE_HINT, criteria));
    diag->subject = khct_improvement_subject(k->arena, improvement);
}

/* --- KH3015 --- */

static void check_standard(khct_checking *k, const khct_problem *problem)
{
    khct_strs wrong = {0};
    uint32_t standard = 0; /* of all that are wrong; UINT32_MAX: several */
    khct_span at = KHCT_NOWHERE;
    KHCT_FOR (served, &problem->criteria) {
        if (served->id.standard == problem->standard)
            continue;
        at = wrong.n == 0 ? served->span : at;
        standard =
            standard == 0 || standard == served->id.standard ? served->id.standard : UINT32_MAX;
        khct_push(k->arena, &wrong) = khct_criterion_text(k->arena, served->id);
    }
    if (problem->standard == 0 || wrong.n == 0)
        return;
    khct_str list = khct_str_list(k->arena, &wrong, KHCT_STR(", "));
    khct_diag *diag =
        khct_report(k->diags, KHCT_KH3015, at, KHCT_MSG(PROBLEM_STANDARD, list, problem->standard));
    khct_diag_related(diag, problem->standard_span, KHCT_MSG0(PROBLEM_STANDARD_HERE));
    khct_diag_hint(diag, standard != UINT32_MAX && wrong.n == problem->criteria.n
                             ? KHCT_MSG(PROBLEM_STANDARD_HINT, standard, list)
                             : KHCT_MSG0(PROBLEM_STANDARDS_HINT));
}

void khct_check_problem_standards(khct_checking *k)
{
    KHCT_FOR (problem, &k->plan->problems)
        check_standard(k, problem);
}

/* --- KH3010 to KH3012 --- */

void khct_check_problems(khct_checking *k)
{
    KHCT_FOR (problem, &k->plan->problems)
        check_problem(k, problem);
    for (size_t i = 0; k->plan->problems.n > 0 && i < k->plan->improvements.n; i++)
        check_improvement(k, &k->plan->improvements.at[i]);
}

/* --- KH3011 --- */

/* How many rounds a recurrence is in a school year. */
static size_t rounds_of(const khct_time *time)
{
    enum { MANY = 9, TERMS = 2 };
    size_t rounds = 0;
    if (time == NULL)
        return 0;
    if (time->recurs & KHCT_EVERY_TERM)
        rounds += TERMS;
    if (time->recurs & ~(unsigned)(KHCT_EVERY_TERM | KHCT_EVERY_YEAR))
        rounds += MANY;
    return rounds + time->intervals.n;
}

static bool is_word(khct_checking *k, const khct_word *word, const char *text)
{
    return word->kind == KHCT_WORD_LETTERS &&
           khct_str_eq(word->folded, khct_fold(k->arena, khct_str_of(text)));
}

static bool is_any(khct_checking *k, const khct_word *word, const char *const *words)
{
    for (size_t i = 0; words[i] != NULL; i++)
        if (is_word(k, word, words[i]))
            return true;
    return false;
}

static bool joins(khct_checking *k, const khct_word *word)
{
    return is_word(k, word, "và") || khct_word_is_sign(word, ',') || khct_word_is_sign(word, ';') ||
           khct_word_is_sign(word, '+') || khct_word_is_sign(word, '&');
}

/* The number of `hai lần`, `2 lần`, at the word before `lần`; 0: none. */
static size_t times_said(khct_checking *k, const khct_word *word)
{
    static const char *const NUMBERS[] = {"hai", "ba", "bốn", NULL};
    enum { MOST = 100 };
    for (size_t n = 0; NUMBERS[n] != NULL; n++)
        if (is_word(k, word, NUMBERS[n]))
            return n + 2;
    return khct_word_is_number(word) && word->number < MOST ? (size_t)word->number : 0;
}

/* Rounds by the words: parts joined by `và` or a sign that each name a term, a month, a year; and
 * `hai lần`. */
static size_t rounds_said(khct_checking *k, khct_span span)
{
    static const char *const TIMES[] = {"kỳ", "HKI", "HKII", "năm", "tháng", "quý", NULL};
    khct_words words = khct_read_words(&k->plan->reader, span);
    size_t parts = 0, times = 0;
    bool open = true;
    for (size_t i = 0; i < words.n; i++) {
        open = open || joins(k, &words.at[i]);
        if (open && is_any(k, &words.at[i], TIMES)) {
            parts++;
            open = false;
        }
        if (i > 0 && is_word(k, &words.at[i], "lần"))
            times = times_said(k, &words.at[i - 1]);
    }
    return parts > times ? parts : times;
}

/* `theodoi Cuối mỗi học kỳ và kết thúc năm học` is three. */
static size_t count_rounds(khct_checking *k)
{
    size_t rounds = 0;
    for (size_t i = 0; i < k->plan->rounds.n && rounds < 2; i++) {
        const khct_round *round = &k->plan->rounds.at[i];
        size_t known = rounds_of(round->time), said = rounds_said(k, round->node->value);
        size_t most = known > said ? known : said;
        rounds += most > 1 ? most : 1;
    }
    return rounds;
}

void khct_check_rounds(khct_checking *k)
{
    size_t n = count_rounds(k);
    if (n >= 2)
        return;
    const khct_node *node = n > 0 ? k->plan->rounds.at[0].node : k->plan->heading.node;
    khct_diag *diag = khct_report(k->diags, KHCT_KH3011, khct_heading_span(node),
                                  n > 0 ? KHCT_MSG0(ROUNDS_ONE) : KHCT_MSG0(ROUNDS_NONE));
    khct_diag_note(diag, KHCT_MSG0(ROUNDS_CLAUSE));
    khct_diag_hint(diag, KHCT_MSG0(ROUNDS_HINT));
}

/* --- KH3012 --- */

void khct_check_spread(khct_checking *k)
{
    const khct_catalogue *c = k->plan->catalogue;
    KHCT_FOR (criterion, &c->criteria)
        if (!khct_plan_covers(k->plan, criterion))
            return;
    if (c->criteria.n == 0)
        return;
    khct_diag *diag =
        khct_report(k->diags, KHCT_KH3012, khct_heading_span(k->plan->improvements.at[0].node),
                    KHCT_MSG(SPREAD, c->criteria.n));
    khct_diag_note(diag, KHCT_MSG0(SPREAD_CLAUSE));
    khct_diag_hint(diag, KHCT_MSG0(SPREAD_HINT));
}

/* --- KH3020 --- */

/* Given, or stated to be empty. */
static bool gives(const khct_fields *fields, khct_keyword keyword)
{
    const khct_field *field = khct_field_of(fields, keyword);
    return field != NULL && (field->stated || !field->empty);
}

void khct_check_causes(khct_checking *k)
{
    KHCT_FOR (problem, &k->plan->problems) {
        bool lack = !gives(&problem->fields, KHCT_K_HANCHE);
        bool cause = gives(&problem->fields, KHCT_K_NGUYENNHAN);
        if ((!lack && cause) || khct_node_broken(problem->node))
            continue;
        khct_diag *diag = khct_report(k->diags, KHCT_KH3020, khct_heading_span(problem->node),
                                      !lack   ? KHCT_MSG0(NO_CAUSE)
                                      : cause ? KHCT_MSG0(NO_SHORTCOMING)
                                              : KHCT_MSG0(NO_SHORTCOMING_CAUSE));
        diag->subject = khct_served_subject(k->arena, &problem->criteria);
        khct_diag_hint(diag, KHCT_MSG0(NO_CAUSE_HINT));
    }
}

/* --- KH3021 --- */

/* The tasks that leave a column empty, by their numbers in the table. */
typedef struct empty_column {
    const khct_column *column; /* NULL: the form has none */
    khct_strs tasks;
} empty_column;

enum { ASKED = 2 }; /* columns (8) and (9) of the form */

typedef struct emptiness {
    empty_column columns[ASKED];
    khct_strs tasks;        /* with one or the other empty */
    const khct_node *first; /* the first of them */
    size_t count;           /* of all tasks */
} emptiness;

static bool is_filled(const khct_column *column, const khct_task *task)
{
    KHCT_FOR (source, &column->sources)
        if (source->cell == KHCT_CELL_FIELD && gives(&task->fields, source->keyword))
            return true;
    return false;
}

static bool says_something(const khct_task *task)
{
    return task->title.n > 0 || gives(&task->fields, KHCT_K_NOIDUNG) ||
           gives(&task->fields, KHCT_K_GIAIPHAP);
}

static void look_at_task(khct_checking *k, emptiness *e, const khct_task *task)
{
    khct_str number = khct_str_number(k->arena, (long long)task->number + 1);
    bool lacks = false;
    if (!says_something(task))
        return;
    e->count++;
    for (size_t c = 0; c < ASKED; c++) {
        if (e->columns[c].column == NULL || is_filled(e->columns[c].column, task))
            continue;
        khct_push(k->arena, &e->columns[c].tasks) = number;
        lacks = true;
    }
    if (!lacks)
        return;
    khct_push(k->arena, &e->tasks) = number;
    e->first = e->first == NULL ? task->node : e->first;
}

static void tell_column(khct_checking *k, khct_diag *diag, const empty_column *empty)
{
    if (empty->column == NULL || empty->tasks.n == 0)
        return;
    khct_diag_note(diag, KHCT_MSG(EMPTY_COLUMN, empty->column->sign, empty->column->title,
                                  empty->tasks.n, khct_short_list(k->arena, &empty->tasks)));
}

void khct_check_empty_columns(khct_checking *k)
{
    emptiness e = {.columns = {{.column = khct_plan_column(k->plan->form, KHCT_K_NGUONLUC)},
                               {.column = khct_plan_column(k->plan->form, KHCT_K_MINHCHUNG)}}};
    KHCT_FOR (improvement, &k->plan->improvements) {
        for (size_t n = 0; n < improvement->tasks.n && !khct_node_broken(improvement->node); n++)
            look_at_task(k, &e, &improvement->tasks.at[n]);
    }
    if (e.first == NULL)
        return;
    khct_str number = khct_str_number(k->arena, (long long)e.tasks.n);
    khct_message message =
        KHCT_MSG(EMPTY_COLUMNS, number, e.count, khct_short_list(k->arena, &e.tasks));
    if (e.tasks.n == e.count)
        message = e.count == 1 ? KHCT_MSG0(EMPTY_ONE) : KHCT_MSG(EMPTY_ALL, number);
    khct_diag *diag = khct_report(k->diags, KHCT_KH3021, khct_heading_span(e.first), message);
    for (size_t c = 0; c < ASKED; c++)
        tell_column(k, diag, &e.columns[c]);
    khct_diag_hint(diag, KHCT_MSG0(EMPTY_COLUMNS_HINT));
}

/* --- KH6009 --- */

/* True where one of the phrases stands in the words. */
static bool has_phrase(khct_checking *k, khct_str text, const khct_phrases *phrases)
{
    khct_words words = khct_words_of(k->arena, text, (khct_span){0, 0, (uint32_t)text.n});
    size_t count;
    for (size_t i = 0; i < words.n; i++)
        if (khct_phrase_at(phrases, &words, i, &count) != KHCT_NONE)
            return true;
    return false;
}

static bool text_has(khct_checking *k, const khct_text *text, const khct_phrases *phrases)
{
    KHCT_FOR (paragraph, text)
        if (has_phrase(k, paragraph->words, phrases))
            return true;
    return false;
}

static bool prose_has(khct_checking *k, const khct_proses *prose, const khct_phrases *phrases)
{
    KHCT_FOR (part, prose)
        if (has_phrase(k, part->title, phrases) || text_has(k, &part->text, phrases) ||
            prose_has(k, &part->children, phrases))
            return true;
    return false;
}

/* Something in the legal basis is what the group asks for. A document of the state is none. */
static bool is_named(khct_checking *k, const khct_section *section, const khct_group_form *group)
{
    const khct_plan *plan = k->plan;
    khct_phrases phrases = {0};
    for (size_t i = 0; i < group->words.n; i++)
        khct_phrases_add(k->arena, &phrases, group->words.at[i], 0);
    KHCT_FOR (entry, &plan->basis) {
        bool of_state = entry->cited.n > 0 && entry->cited.at[0].legal != NULL;
        if (khct_str_eq(entry->group, group->name) ||
            (!of_state && text_has(k, &entry->text, &phrases)))
            return true;
    }
    return prose_has(k, &section->prose, &phrases);
}

/* The results of the self-assessment stand for its report. */
static bool is_met(khct_checking *k, const khct_section *section, const khct_group_form *group)
{
    return (group->required && k->plan->current != NULL) || is_named(k, section, group);
}

static void check_asked(khct_checking *k, const khct_section *section)
{
    khct_strs lacking = {0};
    khct_severity severity = KHCT_NOTE;
    KHCT_FOR (group, &section->form->groups) {
        if (group->asks.n == 0 || is_met(k, section, group))
            continue;
        khct_push(k->arena, &lacking) = group->asks;
        if (group->required)
            severity = KHCT_WARNING;
    }
    if (lacking.n == 0)
        return;
    const khct_node *node =
        k->plan->basis_node != NULL ? k->plan->basis_node : k->plan->heading.node;
    khct_diag *diag =
        khct_report_as(k->diags, KHCT_KH6009, severity, khct_heading_span(node),
                       KHCT_MSG(BASIS_LACKS, khct_str_list(k->arena, &lacking, KHCT_STR("; "))));
    khct_diag_hint(diag, KHCT_MSG0(BASIS_LACKS_HINT));
}

void khct_check_asked_bases(khct_checking *k)
{
    const khct_plan *plan = k->plan;
    KHCT_FOR (section, &plan->sections) {
        bool basis = section->form != NULL && section->form->content == KHCT_CONTENT_BASIS;
        if (basis && (plan->basis.n > 0 || section->prose.n > 0 || plan->current != NULL))
            check_asked(k, section);
    }
}

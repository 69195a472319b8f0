#include "plan/refer.h"

khct_str khct_place_text(const khct_plan *plan, khct_span at)
{
    const khct_source *source = khct_source_at(plan->diags->sources, at);
    if (source == NULL)
        return KHCT_STR("");
    khct_position p = khct_source_position(plan->diags->sources, at.source, at.begin);
    return KHCT_JOIN(plan->arena, source->name, ":", p.line, ":", p.column);
}

/* In force on the plan's date. */
static bool serves_plan(const khct_plan *plan, const khct_catalogue *c)
{
    khct_date day = plan->heading.date.date;
    return day == KHCT_NO_DATE || khct_force_holds(&c->force, day);
}

/* Another catalogue of the library, in force, that has the criterion. */
static void say_where_else(khct_plan *plan, khct_diag *diag, khct_criterion_id id)
{
    khct_strs ids = khct_library_list(plan->library, plan->arena, "danhmuc");
    for (size_t i = 0; i < ids.n; i++) {
        const khct_catalogue *other = khct_library_catalogue(plan->library, ids.at[i]);
        if (other == NULL || khct_str_eq(other->id, plan->catalogue->id) ||
            !serves_plan(plan, other))
            continue;
        const khct_criterion *found = khct_catalogue_criterion(other, id);
        if (found != NULL)
            khct_diag_note(diag, KHCT_MSG(CRITERION_ELSEWHERE,
                                          khct_catalogue_name(plan->library, plan->arena, other),
                                          found->code, found->title));
    }
}

static void report_criterion(khct_plan *plan, khct_criterion_id id, khct_span at)
{
    khct_arena *arena = plan->arena;
    khct_str code = khct_criterion_text(arena, id);
    khct_diag *diag =
        khct_report(plan->diags, KHCT_KH2001, at, KHCT_MSG(CRITERION, plan->catalogue_name, code));
    diag->subject = code;
    const khct_standard *standard = khct_catalogue_standard(plan->catalogue, id.standard);
    if (standard == NULL) {
        size_t n = plan->catalogue->standards.n;
        if (n > 0)
            khct_diag_note(diag, KHCT_MSG(STANDARDS_ARE, plan->catalogue->standards.at[0].number,
                                          plan->catalogue->standards.at[n - 1].number));
    } else if (standard->count > 0) {
        const khct_criterion *first = &plan->catalogue->criteria.at[standard->first];
        const khct_criterion *last = first + standard->count - 1;
        khct_diag_note(diag, KHCT_MSG(CRITERION_LAST, standard->number, first->code, last->code));
        khct_diag_hint(diag, KHCT_MSG(CRITERION_NEAR, last->code, last->title));
    }
    say_where_else(plan, diag, id);
}

const khct_criterion *khct_refer_criterion(khct_plan *plan, khct_criterion_id id, khct_span at)
{
    if (plan->catalogue == NULL || (id.standard == 0 && id.number == 0))
        return NULL;
    const khct_criterion *criterion = khct_catalogue_criterion(plan->catalogue, id);
    if (criterion == NULL)
        report_criterion(plan, id, at);
    return criterion;
}

static void report_level(khct_plan *plan, const khct_criterion *criterion, uint16_t level,
                         khct_span at)
{
    khct_arena *arena = plan->arena;
    khct_diag *diag =
        khct_report(plan->diags, KHCT_KH2003, at, KHCT_MSG(LEVEL, criterion->code, level));
    diag->subject = criterion->code;
    khct_diag_label(diag, KHCT_MSG(LEVEL_LABEL, criterion->highest));
    khct_diag_related(diag, criterion->span, KHCT_MSG0(LEVEL_HERE));
    khct_diag_note(diag,
                   KHCT_MSG(LEVEL_CLAUSE, plan->catalogue_name, criterion->code, criterion->title,
                            khct_criterion_levels_text(arena, criterion, KHCT_VI),
                            khct_criterion_levels_text(arena, criterion, KHCT_EN)));
    const khct_result *result = khct_plan_result(plan, criterion->id);
    if (result != NULL && result->level > 0 && result->level <= criterion->highest)
        khct_diag_hint(diag,
                       KHCT_MSG(LEVEL_KEEP, result->level, khct_place_text(plan, result->span)));
}

void khct_refer_level(khct_plan *plan, const khct_criterion *criterion, uint16_t level,
                      khct_span at)
{
    if (plan->catalogue == NULL || level == 0)
        return;
    if (level > plan->catalogue->highest) {
        khct_diag *diag = khct_report(plan->diags, KHCT_KH2004, at,
                                      KHCT_MSG(CATALOGUE_LEVEL, plan->catalogue_name, level));
        khct_diag_label(diag, KHCT_MSG(CATALOGUE_LEVEL_LABEL, plan->catalogue->highest));
    } else if (criterion != NULL && !khct_criterion_has(criterion, level)) {
        report_level(plan, criterion, level, at);
    }
}

const khct_article_item *khct_refer_item(khct_plan *plan, uint32_t number, khct_span at)
{
    const khct_catalogue *c = plan->catalogue;
    if (c == NULL)
        return NULL;
    const khct_article_item *item = khct_catalogue_item(c, number);
    if (item != NULL || (c->items.n == 0 && c->highest > 3))
        return item; /* items that the library does not record are not judged */
    khct_str name = plan->catalogue_name;
    khct_diag *diag = khct_report(plan->diags, KHCT_KH2002, at, KHCT_MSG(ITEM, name, number));
    if (c->items.n > 0)
        khct_diag_hint(diag, KHCT_MSG(ITEM_HINT, c->items.at[c->items.n - 1].number));
    return NULL;
}

const khct_standard *khct_refer_standard(khct_plan *plan, uint32_t number, khct_span at)
{
    if (plan->catalogue == NULL)
        return NULL;
    const khct_standard *standard = khct_catalogue_standard(plan->catalogue, number);
    if (standard == NULL)
        khct_report(plan->diags, KHCT_KH2002, at, KHCT_MSG(STANDARD, plan->catalogue_name, number));
    return standard;
}

/* A range: all criteria of the catalogue from one to the other. */
static void add_range(khct_plan *plan, khct_served_list *list, const khct_criteria_item *item)
{
    const khct_catalogue *c = plan->catalogue;
    khct_refer_criterion(plan, item->from, item->from_span);
    khct_refer_criterion(plan, item->to, item->to_span);
    for (size_t i = 0; c != NULL && i < c->criteria.n; i++) {
        const khct_criterion *criterion = &c->criteria.at[i];
        if (khct_criterion_cmp(criterion->id, item->from) >= 0 &&
            khct_criterion_cmp(criterion->id, item->to) <= 0)
            khct_push(plan->arena, list) = (khct_served){criterion->id, criterion, item->span};
    }
    enum { MOST = 100 };
    for (uint16_t n = item->from.number;
         c == NULL && item->from.standard == item->to.standard && n <= item->to.number && n < MOST;
         n++)
        khct_push(plan->arena, list) = (khct_served){{item->from.standard, n}, NULL, item->span};
}

static khct_span further(khct_span place, uint32_t from)
{
    return (khct_span){place.source, place.begin + from, place.end + from};
}

khct_served_list khct_refer_list(khct_plan *plan, const khct_criteria *criteria, uint32_t from)
{
    khct_served_list list = {0};
    for (size_t i = 0; i < criteria->items.n; i++) {
        khct_criteria_item item = criteria->items.at[i];
        item.span = further(item.span, from);
        item.from_span = further(item.from_span, from);
        item.to_span = further(item.to_span, from);
        if (khct_criterion_cmp(item.from, item.to) != 0) {
            add_range(plan, &list, &item);
            continue;
        }
        const khct_criterion *criterion = khct_refer_criterion(plan, item.from, item.span);
        khct_push(plan->arena, &list) = (khct_served){item.from, criterion, item.span};
    }
    return list;
}

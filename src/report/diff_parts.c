/* The parts of a plan beside its tasks: head, results, legal basis, prose, problems and rounds,
 * the end. */
#include "report/diff_build.h"

/* --- head --- */

static khct_str catalogue_of(const khct_plan *plan)
{
    return plan->catalogue == NULL ? KHCT_STR("") : plan->catalogue->id;
}

void khct_diff_head(khct_comparing *c)
{
    const khct_plan *old = c->old->plan, *new = c->new->plan;
    khct_diff_group(c, KHCT_STR("Trường"));
    khct_diff_blocks(c, KHCT_RANK_HEAD, old->school.node, new->school.node);
    khct_diff_group(c, KHCT_STR("Kế hoạch"));
    khct_diff_blocks(c, KHCT_RANK_HEAD, old->heading.node, new->heading.node);
    khct_diff_compare(c, KHCT_RANK_HEAD, KHCT_STR("danh mục"), catalogue_of(old),
                      catalogue_of(new));
    khct_diff_compare(c, KHCT_RANK_HEAD, KHCT_STR("mẫu"), old->form->id, new->form->id);
}

/* --- results --- */

static khct_strs ids_of(khct_comparing *c, const khct_results *results)
{
    khct_strs all = {0};
    for (size_t i = 0; results != NULL && i < results->results.n; i++)
        khct_push(c->arena, &all) = khct_criterion_text(c->arena, results->results.at[i].id);
    return all;
}

/* "mức 2", "không đạt"; empty: no result. */
static khct_str level_of(khct_comparing *c, const khct_results *results, uint32_t at)
{
    if (at == KHCT_NONE)
        return KHCT_STR("");
    khct_known(results != NULL);
    uint16_t level = results->results.at[at].level;
    return level == 0 ? KHCT_STR("không đạt") : KHCT_JOIN(c->arena, "mức ", level);
}

static void compare_result(khct_comparing *c, khct_str id, khct_str old, khct_str new)
{
    khct_diff_compare(c, KHCT_RANK_RESULT, KHCT_JOIN(c->arena, "tiêu chí ", id), old, new);
}

/* Of one school year; the position of one side may be KHCT_NONE. */
static void compare_year(khct_comparing *c, uint32_t old_at, uint32_t new_at)
{
    const khct_results *old = old_at == KHCT_NONE ? NULL : &c->old->plan->results.at[old_at];
    const khct_results *new = new_at == KHCT_NONE ? NULL : &c->new->plan->results.at[new_at];
    khct_known(old != NULL || new != NULL);
    const khct_period *period = &(new != NULL ? new : old)->period;
    khct_str year = period->kind == KHCT_PERIOD_NONE
                        ? KHCT_STR("")
                        : KHCT_JOIN(c->arena, " ", khct_period_text(c->arena, period));
    khct_diff_group(c, KHCT_JOIN(c->arena, "Kết quả tự đánh giá", year));
    khct_strs before = ids_of(c, old), after = ids_of(c, new);
    khct_pairing p = khct_pairing_new(c->arena, before.n, after.n);
    khct_pair_equal(c->arena, &p, &before, &after);
    for (size_t k = 0; k < after.n; k++)
        compare_result(c, after.at[k], level_of(c, old, p.from[k]), level_of(c, new, (uint32_t)k));
    for (size_t i = 0; i < before.n; i++)
        if (p.to[i] == KHCT_NONE)
            compare_result(c, before.at[i], level_of(c, old, (uint32_t)i), KHCT_STR(""));
}

/* A year by its kind and the year it begins in; `-` where none is given. */
static khct_strs years_of(khct_comparing *c, const khct_plan *plan)
{
    khct_strs all = {0};
    for (size_t i = 0; i < plan->results.n; i++) {
        const khct_period *period = &plan->results.at[i].period;
        khct_push(c->arena, &all) = KHCT_JOIN(c->arena, period->kind, "/", period->first);
    }
    return all;
}

void khct_diff_results(khct_comparing *c)
{
    khct_strs old = years_of(c, c->old->plan), new = years_of(c, c->new->plan);
    khct_each_equal(c, &old, &new, compare_year);
}

/* --- legal basis and prose --- */

static khct_strs basis_of(khct_comparing *c, const khct_plan *plan)
{
    khct_strs all = {0};
    for (size_t i = 0; i < plan->basis.n; i++)
        khct_push(c->arena, &all) = khct_text_joined(c->arena, &plan->basis.at[i].text);
    return all;
}

void khct_diff_basis(khct_comparing *c)
{
    khct_strs old = basis_of(c, c->old->plan), new = basis_of(c, c->new->plan);
    size_t before = c->diff->changes.n;
    khct_diff_group(c, KHCT_STR("Căn cứ"));
    khct_diff_lists(c, KHCT_RANK_BASIS, KHCT_STR(""), &old, &new);
    for (size_t i = before; i < c->diff->changes.n; i++) {
        c->diff->basis_added += c->diff->changes.at[i].kind == KHCT_ADDED;
        c->diff->basis_removed += c->diff->changes.at[i].kind == KHCT_REMOVED;
    }
}

static void prose_words(khct_comparing *c, const khct_proses *prose, khct_strs *all)
{
    KHCT_FOR (item, prose) {
        khct_push(c->arena, all) =
            item->kind == KHCT_PROSE_SUB ? item->title : khct_text_joined(c->arena, &item->text);
        if (item->kind == KHCT_PROSE_SUB)
            prose_words(c, &item->children, all);
    }
}

static void compare_section(khct_comparing *c, uint32_t old_at, uint32_t new_at)
{
    const khct_section *old = old_at == KHCT_NONE ? NULL : &c->old->plan->sections.at[old_at];
    const khct_section *new = new_at == KHCT_NONE ? NULL : &c->new->plan->sections.at[new_at];
    khct_strs before = {0}, after = {0};
    if (old != NULL)
        prose_words(c, &old->prose, &before);
    if (new != NULL)
        prose_words(c, &new->prose, &after);
    khct_known(old != NULL || new != NULL);
    khct_diff_group(c, KHCT_JOIN(c->arena, "Phần ", (new != NULL ? new : old)->title));
    khct_diff_lists(c, KHCT_RANK_PROSE, KHCT_STR(""), &before, &after);
}

static khct_strs titles_of(khct_comparing *c, const khct_plan *plan)
{
    khct_strs all = {0};
    for (size_t i = 0; i < plan->sections.n; i++)
        khct_push(c->arena, &all) = plan->sections.at[i].title;
    return all;
}

void khct_diff_sections(khct_comparing *c)
{
    khct_strs old = titles_of(c, c->old->plan), new = titles_of(c, c->new->plan);
    khct_each_equal(c, &old, &new, compare_section);
}

/* --- problems and rounds: by their places in the plan --- */

/* "1.3, 1.4", or the standard. */
static khct_str served_by(khct_comparing *c, const khct_problem *problem)
{
    khct_strs all = {0};
    for (size_t i = 0; problem != NULL && i < problem->criteria.n; i++)
        khct_push(c->arena, &all) = khct_criterion_text(c->arena, problem->criteria.at[i].id);
    return khct_str_list(c->arena, &all, KHCT_STR(", "));
}

static khct_str standard_of(khct_comparing *c, const khct_problem *problem)
{
    return problem == NULL || problem->standard == 0 ? KHCT_STR("")
                                                     : khct_str_number(c->arena, problem->standard);
}

static void compare_problem(khct_comparing *c, const khct_problem *old, const khct_problem *new)
{
    khct_diff_compare(c, KHCT_RANK_TARGET, KHCT_STR("tiêu chuẩn"), standard_of(c, old),
                      standard_of(c, new));
    khct_diff_compare(c, KHCT_RANK_TARGET, KHCT_STR("tiêu chí"), served_by(c, old),
                      served_by(c, new));
    khct_diff_fields(c, old == NULL ? NULL : &old->fields, new == NULL ? NULL : &new->fields);
}

static void compare_round(khct_comparing *c, const khct_round *old, const khct_round *new)
{
    khct_known(old != NULL || new != NULL);
    khct_diff_group(c, KHCT_JOIN(c->arena, "Theo dõi ", (new != NULL ? new : old)->when));
    khct_diff_compare(c, KHCT_RANK_TIME, KHCT_STR("thời điểm"),
                      old == NULL ? KHCT_STR("") : old->when,
                      new == NULL ? KHCT_STR("") : new->when);
    khct_diff_fields(c, old == NULL ? NULL : &old->fields, new == NULL ? NULL : &new->fields);
}

void khct_diff_rows(khct_comparing *c)
{
    const khct_plan *old = c->old->plan, *new = c->new->plan;
    for (size_t i = 0; i < old->problems.n || i < new->problems.n; i++) {
        khct_diff_group(c, KHCT_JOIN(c->arena, "Vấn đề ", i + 1));
        compare_problem(c, i < old->problems.n ? &old->problems.at[i] : NULL,
                        i < new->problems.n ? &new->problems.at[i] : NULL);
    }
    for (size_t i = 0; i < old->rounds.n || i < new->rounds.n; i++)
        compare_round(c, i < old->rounds.n ? &old->rounds.at[i] : NULL,
                      i < new->rounds.n ? &new->rounds.at[i] : NULL);
}

/* --- the end --- */

static khct_strs recipients_of(khct_comparing *c, const khct_plan *plan)
{
    khct_strs all = {0};
    for (size_t i = 0; i < plan->recipients.n; i++)
        khct_push(c->arena, &all) = plan->recipients.at[i].text;
    return all;
}

static const khct_node *signature_at(const khct_plan *plan, size_t i)
{
    return i < plan->signatures.n ? plan->signatures.at[i].node : NULL;
}

void khct_diff_end(khct_comparing *c)
{
    const khct_plan *old = c->old->plan, *new = c->new->plan;
    khct_strs before = recipients_of(c, old), after = recipients_of(c, new);
    khct_diff_group(c, KHCT_STR("Nơi nhận"));
    khct_diff_lists(c, KHCT_RANK_END, KHCT_STR(""), &before, &after);
    for (size_t i = 0; i < old->signatures.n || i < new->signatures.n; i++) {
        khct_diff_group(c, KHCT_STR("Chữ ký"));
        khct_diff_blocks(c, KHCT_RANK_END, signature_at(old, i), signature_at(new, i));
    }
}

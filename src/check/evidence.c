/* KH2009: codes of evidence that name a criterion which the catalogue has not. */
#include "check/checks.h"

static void check_codes(khct_checking *k, const khct_node *node, const khct_evidence *evidence)
{
    const khct_plan *plan = k->plan;
    for (size_t i = 0; i < evidence->codes.n; i++) {
        const khct_evidence_code *code = &evidence->codes.at[i];
        if (khct_catalogue_criterion(plan->catalogue, code->criterion) != NULL)
            continue;
        khct_str named = khct_criterion_text(k->arena, code->criterion);
        khct_diag *diag =
            khct_report(k->diags, KHCT_KH2009, khct_node_place(node, code->criterion_span),
                        KHCT_MSG(EVIDENCE, code->words, named, plan->catalogue_name));
        const khct_standard *standard =
            khct_catalogue_standard(plan->catalogue, code->criterion.standard);
        if (standard != NULL && standard->count > 0) {
            const khct_criterion *first = &plan->catalogue->criteria.at[standard->first];
            khct_diag_note(k->diags, diag,
                           KHCT_MSG(CRITERION_LAST, khct_str_number(k->arena, standard->number),
                                    first->code, first[standard->count - 1].code));
        }
        khct_diag_hint(k->diags, diag, KHCT_MSG0(EVIDENCE_HINT));
    }
}

static void check_fields(khct_checking *k, const khct_fields *fields)
{
    for (size_t i = 0; i < fields->n; i++)
        if (!fields->at[i].inherited && fields->at[i].value.evidence != NULL)
            check_codes(k, fields->at[i].node, fields->at[i].value.evidence);
}

void khct_check_evidence(khct_checking *k)
{
    const khct_plan *plan = k->plan;
    for (size_t i = 0; i < plan->results.n; i++)
        for (size_t r = 0; r < plan->results.at[i].results.n; r++)
            check_fields(k, &plan->results.at[i].results.at[r].fields);
    for (size_t i = 0; i < plan->improvements.n; i++) {
        const khct_improvement *improvement = &plan->improvements.at[i];
        check_fields(k, &improvement->fields);
        for (size_t t = 0; t < improvement->tasks.n; t++)
            if (improvement->tasks.at[t].node != improvement->node)
                check_fields(k, &improvement->tasks.at[t].fields);
    }
}

/* Codes of evidence: criteria that the catalogue does not have (KH2009), codes of the other
 * convention (KH2011), what was meant for a code (KH2012). */
#include "check/checks.h"

/* What is written in another way than the catalogue's. */
typedef struct others {
    const khct_evidence_code *first;
    size_t count;
    KHCT_VEC(khct_span) places;
} others;

static bool fits(const khct_catalogue *c, const khct_evidence_code *code)
{
    return c->evidence == KHCT_EVIDENCE_ANY ||
           (c->evidence == KHCT_EVIDENCE_BOXED) == (code->box > 0);
}

static void check_unknown(khct_checking *k, const khct_node *node, const khct_evidence_code *code)
{
    const khct_plan *plan = k->plan;
    khct_str named = khct_criterion_text(k->arena, code->criterion);
    khct_diag *diag =
        khct_report(k->diags, KHCT_KH2009, khct_node_place(node, code->criterion_span),
                    KHCT_MSG(EVIDENCE, code->words, named, plan->catalogue_name));
    const khct_standard *standard =
        khct_catalogue_standard(plan->catalogue, code->criterion.standard);
    if (standard != NULL && standard->count > 0) {
        const khct_criterion *first = &plan->catalogue->criteria.at[standard->first];
        khct_diag_note(diag, KHCT_MSG(CRITERION_LAST, standard->number, first->code,
                                      first[standard->count - 1].code));
    }
    khct_diag_hint(diag, KHCT_MSG0(EVIDENCE_HINT));
}

/* A code as the catalogue's plans write it. */
static khct_str proper(const khct_checking *k, khct_criterion_id criterion, uint32_t box,
                       uint32_t number)
{
    enum khct_evidence_form form = k->plan->catalogue->evidence;
    if (form == KHCT_EVIDENCE_DOTTED)
        box = 0;
    else if (form == KHCT_EVIDENCE_BOXED && box == 0)
        box = criterion.standard;
    return khct_evidence_text(k->arena, box, criterion, number);
}

static void check_slip(khct_checking *k, const khct_node *node, const khct_evidence_slip *slip)
{
    khct_span at = khct_node_place(node, slip->span);
    khct_diag *diag = khct_report(k->diags, KHCT_KH2012, at,
                                  slip->range ? KHCT_MSG(EVIDENCE_RANGE, slip->words)
                                              : KHCT_MSG(EVIDENCE_SLIP, slip->words));
    if (slip->range) {
        khct_diag_hint(diag, KHCT_MSG0(EVIDENCE_RANGE_HINT));
    } else if (slip->number > 0) {
        khct_str meant = proper(k, slip->criterion, slip->box, slip->number);
        khct_diag_hint(diag, KHCT_MSG(EVIDENCE_SLIP_MEANT, meant));
        khct_diag_fix(diag, KHCT_LIKELY, at, meant);
    } else {
        khct_str like = proper(k, (khct_criterion_id){1, 1}, slip->box > 0, 1);
        khct_diag_hint(diag, KHCT_MSG(EVIDENCE_SLIP_HINT, like));
    }
}

static void check_codes(khct_checking *k, const khct_node *node, const khct_evidence *evidence,
                        others *other)
{
    const khct_catalogue *c = k->plan->catalogue;
    uint32_t after = 0; /* the codes of a range that are not written out have one place */
    KHCT_FOR (code, &evidence->codes) {
        other->count += !fits(c, code);
        if (code->span.begin < after)
            continue;
        after = code->span.end;
        if (!fits(c, code)) {
            if (other->first == NULL)
                other->first = code;
            khct_push(k->arena, &other->places) = khct_node_place(node, code->span);
        }
        if (khct_catalogue_criterion(c, code->criterion) == NULL)
            check_unknown(k, node, code);
    }
    for (size_t i = 0; i < evidence->slips.n; i++)
        check_slip(k, node, &evidence->slips.at[i]);
}

static void check_fields(khct_checking *k, const khct_fields *fields, others *other)
{
    KHCT_FOR (field, fields)
        if (field->type == KHCT_TYPE_EVIDENCE && !field->inherited &&
            field->meaning->evidence != NULL)
            check_codes(k, field->node, field->meaning->evidence, other);
}

/* One message for the whole plan: it is one habit. */
static void report_others(khct_checking *k, const others *other)
{
    enum { MOST = 8 };
    const khct_evidence_code *code = other->first;
    if (code == NULL)
        return;
    size_t n = other->places.n;
    khct_str usual = proper(k, code->criterion, code->box, code->number);
    khct_str name = k->plan->catalogue_name;
    khct_diag *diag = khct_report(
        k->diags, KHCT_KH2011, other->places.at[0],
        other->count == 1 ? KHCT_MSG(EVIDENCE_OTHER, code->words, name, usual)
                          : KHCT_MSG(EVIDENCE_OTHER_MANY, code->words, name, usual, other->count));
    for (size_t i = 1; i < n && i < MOST; i++)
        khct_diag_related(diag, other->places.at[i], KHCT_MSG0(EVIDENCE_OTHER_ALSO));
    khct_diag_hint(diag, KHCT_MSG0(EVIDENCE_OTHER_HINT));
}

void khct_check_evidence(khct_checking *k)
{
    const khct_plan *plan = k->plan;
    others other = {0};
    KHCT_FOR (result, &plan->results)
        for (size_t r = 0; r < result->results.n; r++)
            check_fields(k, &result->results.at[r].fields, &other);
    KHCT_FOR (improvement, &plan->improvements) {
        check_fields(k, &improvement->fields, &other);
        KHCT_FOR (task, &improvement->tasks)
            if (task->node != improvement->node)
                check_fields(k, &task->fields, &other);
    }
    report_others(k, &other);
}

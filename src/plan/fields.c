#include "plan/build.h"

const khct_field *khct_field_of(const khct_fields *fields, khct_keyword keyword)
{
    for (size_t i = 0; i < fields->n; i++)
        if (fields->at[i].keyword == keyword)
            return &fields->at[i];
    return NULL;
}

const khct_field *khct_field_again(const khct_fields *fields, const khct_field *field)
{
    for (const khct_field *next = field + 1; next < fields->at + fields->n; next++)
        if (next->keyword == field->keyword)
            return next;
    return NULL;
}

bool khct_field_has(const khct_fields *fields, khct_keyword keyword)
{
    const khct_field *field = khct_field_of(fields, keyword);
    return field != NULL && !field->stated && field->text.n > 0;
}

khct_text khct_build_text(khct_plan *plan, const khct_node *node)
{
    return khct_read_text(&plan->reader, node->value, (node->flags & KHCT_NODE_QUOTED) != 0);
}

khct_str khct_build_name(khct_plan *plan, const khct_node *node)
{
    return khct_read_name(&plan->reader, node->value, (node->flags & KHCT_NODE_QUOTED) != 0, NULL);
}

/* A copy that stays. */
#define KEEP(plan, T, made)                                                                        \
    do {                                                                                           \
        T *kept = khct_alloc((plan)->arena, sizeof(T));                                            \
        *kept = (made);                                                                            \
        return kept;                                                                               \
    } while (0)

static const khct_time *read_time(khct_plan *plan, khct_span span)
{
    KEEP(plan, khct_time, khct_read_time(&plan->reader, span, &plan->heading.period));
}

static const khct_money *read_money(khct_plan *plan, khct_span span)
{
    KEEP(plan, khct_money, khct_read_money(&plan->reader, span));
}

static const khct_people *read_people(khct_plan *plan, khct_span span)
{
    KEEP(plan, khct_people, khct_read_people(&plan->reader, span, &plan->role_names));
}

static const khct_evidence *read_evidence(khct_plan *plan, khct_span span)
{
    KEEP(plan, khct_evidence, khct_read_evidence(&plan->reader, span));
}

static const khct_progress *read_progress(khct_plan *plan, khct_span span)
{
    KEEP(plan, khct_progress, khct_read_progress(&plan->reader, span));
}

static const khct_criteria *read_criteria(khct_plan *plan, khct_span span)
{
    KEEP(plan, khct_criteria, khct_read_criteria(&plan->reader, span));
}

static khct_value read_value(khct_plan *plan, khct_type type, khct_span span)
{
    khct_value value = {0};
    switch (type) {
    case KHCT_TYPE_TIME: value.time = read_time(plan, span); break;
    case KHCT_TYPE_MONEY: value.money = read_money(plan, span); break;
    case KHCT_TYPE_ROLES: value.people = read_people(plan, span); break;
    case KHCT_TYPE_EVIDENCE: value.evidence = read_evidence(plan, span); break;
    case KHCT_TYPE_PROGRESS: value.progress = read_progress(plan, span); break;
    case KHCT_TYPE_CRITERIA: value.criteria = read_criteria(plan, span); break;
    default: break;
    }
    return value;
}

khct_fields khct_build_fields(khct_plan *plan, const khct_node *block)
{
    khct_fields fields = {0};
    for (const khct_node *node = block->first; node != NULL; node = node->next) {
        const khct_place *place = khct_place_of(block->opens, node->keyword);
        if (place == NULL || place->how != KHCT_FIELD || (node->flags & KHCT_NODE_BLOCK) != 0)
            continue;
        khct_field field = {.keyword = node->keyword,
                            .type = place->type,
                            .span = node->value,
                            .text = khct_build_text(plan, node),
                            .node = node};
        field.stated = field.text.stated;
        if (!field.stated && node->value.end > node->value.begin)
            field.value = read_value(plan, place->type, node->value);
        khct_push(plan->arena, &fields) = field;
    }
    return fields;
}

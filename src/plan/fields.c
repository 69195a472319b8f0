#include "plan/build.h"

static uint64_t bit_of(khct_keyword keyword)
{
    return (uint64_t)1 << keyword % 64;
}

void khct_add_field(khct_arena *arena, khct_fields *fields, khct_field field)
{
    khct_push(arena, fields) = field;
    fields->may |= bit_of(field.keyword);
}

const khct_field *khct_field_of(const khct_fields *fields, khct_keyword keyword)
{
    if ((fields->may & bit_of(keyword)) == 0)
        return NULL;
    KHCT_FOR (field, fields)
        if (field->keyword == keyword)
            return field;
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
    return field != NULL && !field->empty;
}

const khct_text *khct_field_text(const khct_field *field)
{
    return khct_node_text(field->values, field->node);
}

khct_str khct_field_begin(const khct_field *field)
{
    return field == NULL || field->empty ? KHCT_STR("") : khct_field_text(field)->at[0].words;
}

khct_text khct_build_text(khct_plan *plan, const khct_node *node)
{
    return *khct_node_text(plan->values, node);
}

khct_str khct_build_name(khct_plan *plan, const khct_node *node)
{
    return khct_value_line(plan->values, node);
}

khct_day khct_build_day(khct_plan *plan, const khct_node *node)
{
    const khct_day *read = khct_meaning_of(plan->values, node)->day;
    khct_day day = {.date = KHCT_NO_DATE};
    if (read != NULL)
        day = *read;
    day.span = node->value;
    return day;
}

/* `Như trên` is what the field of the same name said last. */
static const khct_meaning *meaning_here(khct_plan *plan, const khct_node *node)
{
    const khct_meaning *meaning = khct_meaning_of(plan->values, node);
    if (meaning->type != KHCT_TYPE_ROLES || meaning->people == NULL)
        return meaning;
    const khct_people **above = &plan->above[node->keyword];
    if (!meaning->people->ditto) {
        *above = meaning->people;
        return meaning;
    }
    if (*above != NULL)
        return meaning->people->list.n > 0 ? meaning
                                           : khct_meaning_repeat(plan->values, node, *above);
    khct_report_hint(plan->diags, KHCT_KH5015, node->value,
                     KHCT_MSG(NOTHING_ABOVE, meaning->people->words),
                     KHCT_MSG0(NOTHING_ABOVE_HINT));
    return meaning;
}

static khct_field make_field(khct_plan *plan, const khct_node *node, khct_type type)
{
    const khct_meaning *meaning = meaning_here(plan, node);
    return (khct_field){.keyword = node->keyword,
                        .type = type,
                        .stated = meaning->stated,
                        .empty = meaning->empty,
                        .span = node->value,
                        .meaning = meaning,
                        .node = node,
                        .values = plan->values};
}

khct_fields khct_build_fields(khct_plan *plan, const khct_node *block)
{
    khct_fields fields = {0};
    for (const khct_node *node = block->first; node != NULL; node = node->next) {
        const khct_place *place = khct_place_of(block->opens, node->keyword);
        if (place == NULL || place->how != KHCT_FIELD || (node->flags & KHCT_NODE_BLOCK) != 0)
            continue;
        khct_add_field(plan->arena, &fields, make_field(plan, node, place->type));
    }
    return fields;
}

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
    return field != NULL && !field->empty;
}

struct khct_field_words {
    const khct_reader *reader; /* NULL: `text` has been read */
    khct_text text;
};

static bool is_quoted(const khct_node *node)
{
    return (node->flags & KHCT_NODE_QUOTED) != 0;
}

const khct_text *khct_field_text(const khct_field *field)
{
    struct khct_field_words *words = field->words;
    if (words->reader != NULL) {
        words->text = khct_read_text(words->reader, field->span, is_quoted(field->node));
        words->reader = NULL;
    }
    return &words->text;
}

khct_str khct_field_begin(const khct_field *field)
{
    return field == NULL || field->empty ? KHCT_STR("") : khct_field_text(field)->at[0].words;
}

khct_text khct_build_text(khct_plan *plan, const khct_node *node)
{
    return khct_read_text(&plan->reader, node->value, is_quoted(node));
}

khct_str khct_build_name(khct_plan *plan, const khct_node *node)
{
    return khct_read_name(&plan->reader, node->value, is_quoted(node), NULL);
}

/* A copy that stays. */
#define KEEP(reader, T, made)                                                                      \
    do {                                                                                           \
        T *kept = khct_alloc((reader)->arena, sizeof(T));                                          \
        *kept = (made);                                                                            \
        return kept;                                                                               \
    } while (0)

static const khct_time *read_time(const khct_reader *r, khct_span span, const khct_period *period)
{
    KEEP(r, khct_time, khct_read_time(r, span, period));
}

static const khct_money *read_money(const khct_reader *r, khct_span span)
{
    KEEP(r, khct_money, khct_read_money(r, span));
}

static const khct_people *read_people(const khct_reader *r, khct_span span,
                                      const khct_phrases *names)
{
    KEEP(r, khct_people, khct_read_people(r, span, names));
}

static const khct_evidence *read_evidence(const khct_reader *r, khct_span span)
{
    KEEP(r, khct_evidence, khct_read_evidence(r, span));
}

static const khct_progress *read_progress(const khct_reader *r, khct_span span)
{
    KEEP(r, khct_progress, khct_read_progress(r, span));
}

static const khct_criteria *read_criteria(const khct_reader *r, khct_span span)
{
    KEEP(r, khct_criteria, khct_read_criteria(r, span));
}

static khct_value read_value(const khct_plan *plan, khct_type type, const khct_node *node)
{
    khct_value value = {0};
    khct_reader r = plan->reader;
    khct_span span = node->value;
    if (is_quoted(node)) {
        r.quoted = true;
        r.memo = NULL; /* the same bytes mean something else without the quotes */
    }
    switch (type) {
    case KHCT_TYPE_TIME: value.time = read_time(&r, span, &plan->heading.period); break;
    case KHCT_TYPE_MONEY: value.money = read_money(&r, span); break;
    case KHCT_TYPE_ROLES: value.people = read_people(&r, span, &plan->role_names); break;
    case KHCT_TYPE_EVIDENCE: value.evidence = read_evidence(&r, span); break;
    case KHCT_TYPE_PROGRESS: value.progress = read_progress(&r, span); break;
    case KHCT_TYPE_CRITERIA: value.criteria = read_criteria(&r, span); break;
    default: break;
    }
    return value;
}

static khct_field make_field(khct_plan *plan, const khct_node *node, khct_type type)
{
    khct_field field = {.keyword = node->keyword,
                        .type = type,
                        .span = node->value,
                        .node = node,
                        .words = khct_alloc(plan->arena, sizeof *field.words)};
    field.words->reader = &plan->reader;
    if (!khct_text_is_sure(&plan->reader, node->value)) {
        const khct_text *text = khct_field_text(&field);
        field.stated = text->stated;
        field.empty = text->n == 0;
    }
    if (!field.stated && node->value.end > node->value.begin)
        field.value = read_value(plan, type, node);
    return field;
}

khct_fields khct_build_fields(khct_plan *plan, const khct_node *block)
{
    khct_fields fields = {0};
    for (const khct_node *node = block->first; node != NULL; node = node->next) {
        const khct_place *place = khct_place_of(block->opens, node->keyword);
        if (place == NULL || place->how != KHCT_FIELD || (node->flags & KHCT_NODE_BLOCK) != 0)
            continue;
        khct_push(plan->arena, &fields) = make_field(plan, node, place->type);
    }
    return fields;
}

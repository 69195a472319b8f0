#include "value/meaning.h"

/* A reader puts the meaning of the words at `span` into `value`. */
#define READER(name, T, call)                                                                      \
    static void name(const khct_values *v, const khct_reader *r, khct_span span, void *value)      \
    {                                                                                              \
        (void)v;                                                                                   \
        *(T *)value = (call);                                                                      \
    }

READER(read_number, khct_docnumber, khct_read_docnumber(r, span))
READER(read_basis, khct_citation, khct_read_citation(r, span))
READER(read_day, khct_day, khct_read_date(r, span))
READER(read_school_year, khct_period, khct_read_school_year(r, span))
READER(read_period, khct_period, khct_read_period(r, span))
READER(read_aim, khct_aim, khct_read_aim(r, span))
READER(read_criteria, khct_criteria, khct_read_criteria(r, span))
READER(read_levels, khct_level_list, khct_read_level_list(r, span))
READER(read_numbers, khct_numbers, khct_read_numbers(r, span))
READER(read_time, khct_time, khct_read_time(r, span, v->period))
READER(read_money, khct_money, khct_read_money(r, span))
READER(read_people, khct_people, khct_read_people(r, span, v->names))
READER(read_evidence, khct_evidence, khct_read_evidence(r, span))
READER(read_progress, khct_progress, khct_read_progress(r, span))
READER(read_force, khct_force, khct_read_force(r, span))
READER(read_used, khct_used, khct_read_used(r, v->vocabulary, span))
READER(read_declared, khct_declared, khct_read_declared(r, span))
READER(read_allowed, khct_allowed, khct_read_allowed(r, span))
READER(read_types, khct_school_types, khct_read_school_types(r, v->vocabulary, span))
READER(read_names, khct_names, khct_read_names(r, span))
READER(read_condition, khct_condition, khct_read_condition(r, span))
READER(read_title, khct_dated_title, khct_read_dated_title(r, span))
READER(read_ownership, khct_keyword, khct_read_choice(r, v->vocabulary, KHCT_TYPE_OWNERSHIP, span))
READER(read_display, khct_keyword, khct_read_choice(r, v->vocabulary, KHCT_TYPE_DISPLAY, span))

/* The reader of each type; those without a row are words and nothing more. */
static const struct reader_row {
    void (*read)(const khct_values *v, const khct_reader *r, khct_span span, void *value);
    size_t size; /* of what it makes */
    bool asks;   /* a lone `-` is no answer: the reader says so */
} READERS[KHCT_TYPE_COUNT] = {
    [KHCT_TYPE_DOCUMENT_NUMBER] = {read_number, sizeof(khct_docnumber), false},
    [KHCT_TYPE_NAMES] = {read_names, sizeof(khct_names), false},
    [KHCT_TYPE_OWNERSHIP] = {read_ownership, sizeof(khct_keyword), true},
    [KHCT_TYPE_DISPLAY] = {read_display, sizeof(khct_keyword), true},
    [KHCT_TYPE_BASIS] = {read_basis, sizeof(khct_citation), true},
    [KHCT_TYPE_DATE] = {read_day, sizeof(khct_day), true},
    [KHCT_TYPE_SCHOOL_YEAR] = {read_school_year, sizeof(khct_period), true},
    [KHCT_TYPE_PERIOD] = {read_period, sizeof(khct_period), true},
    [KHCT_TYPE_AIM] = {read_aim, sizeof(khct_aim), true},
    [KHCT_TYPE_CRITERIA] = {read_criteria, sizeof(khct_criteria), false},
    [KHCT_TYPE_LEVEL_LIST] = {read_levels, sizeof(khct_level_list), true},
    [KHCT_TYPE_NUMBERS] = {read_numbers, sizeof(khct_numbers), true},
    [KHCT_TYPE_TIME] = {read_time, sizeof(khct_time), false},
    [KHCT_TYPE_MONEY] = {read_money, sizeof(khct_money), false},
    [KHCT_TYPE_ROLES] = {read_people, sizeof(khct_people), false},
    [KHCT_TYPE_EVIDENCE] = {read_evidence, sizeof(khct_evidence), false},
    [KHCT_TYPE_PROGRESS] = {read_progress, sizeof(khct_progress), false},
    [KHCT_TYPE_SCHOOL_TYPES] = {read_types, sizeof(khct_school_types), true},
    [KHCT_TYPE_USE] = {read_used, sizeof(khct_used), true},
    [KHCT_TYPE_ROLE] = {read_declared, sizeof(khct_declared), false},
    [KHCT_TYPE_ABBREVIATION] = {read_declared, sizeof(khct_declared), false},
    [KHCT_TYPE_ALLOWANCE] = {read_allowed, sizeof(khct_allowed), true},
    [KHCT_TYPE_FORCE] = {read_force, sizeof(khct_force), true},
    [KHCT_TYPE_TITLE] = {read_title, sizeof(khct_dated_title), true},
    [KHCT_TYPE_RULE] = {read_condition, sizeof(khct_condition), true},
};

khct_values *khct_values_new(const khct_reader *reader, const khct_vocabulary *vocabulary,
                             const khct_period *period, const khct_phrases *names)
{
    khct_values *values = khct_alloc(reader->arena, sizeof *values);
    *values = (khct_values){
        .reader = *reader, .vocabulary = vocabulary, .period = period, .names = names};
    return values;
}

void khct_values_close(khct_values *values)
{
    values->reader.diags = NULL;
}

static bool is_quoted(const khct_node *node)
{
    return (node->flags & KHCT_NODE_QUOTED) != 0;
}

/* A node is what the writer put down and does not change; only what it means is added to it. */
static khct_node *slots(const khct_node *node)
{
    return (khct_node *)(uintptr_t)node;
}

const khct_text *khct_node_text(khct_values *values, const khct_node *node)
{
    if (node->text == NULL) {
        khct_text *text = khct_alloc(values->reader.arena, sizeof *text);
        *text = khct_read_text(&values->reader, node->value, is_quoted(node));
        slots(node)->text = text;
    }
    return node->text;
}

khct_text khct_node_text_once(khct_arena *arena, const khct_values *values, const khct_node *node)
{
    if (node->text != NULL)
        return *node->text;
    khct_reader reader = values->reader;
    reader.arena = arena;
    reader.diags = NULL;
    return khct_read_text(&reader, node->value, is_quoted(node));
}

khct_str khct_value_line(khct_values *values, const khct_node *node)
{
    return khct_text_joined(values->reader.arena, khct_node_text(values, node));
}

/* Reads the value, which is these bytes, by itself: its places count from its first byte. */
static khct_meaning read(khct_values *values, khct_reader reader, const khct_node *node,
                         khct_type type, khct_str bytes)
{
    khct_meaning meaning = {.type = type};
    khct_span span = {node->value.source, 0, node->value.end - node->value.begin};
    if (!khct_text_is_sure(bytes)) {
        meaning.stated = khct_node_text(values, node)->stated;
        meaning.empty = khct_node_text(values, node)->n == 0;
    }
    reader.quoted = is_quoted(node);
    reader.from = node->value.begin;
    const struct reader_row *row = &READERS[type];
    if (row->read == NULL || (meaning.stated && !row->asks) || span.end == 0)
        return meaning;
    void *value = khct_alloc(reader.arena, row->size);
    row->read(values, &reader, span, value);
    meaning.any = value;
    return meaning;
}

/* Reads it, and lets equal words share what it means unless something was said of it. */
static const khct_meaning *read_new(khct_values *values, const khct_node *node, khct_type type,
                                    bool shared, khct_str bytes)
{
    size_t said = 0;
    khct_reader reader = values->reader;
    reader.said = &said;
    khct_meaning *meaning = khct_alloc(reader.arena, sizeof *meaning);
    *meaning = read(values, reader, node, type, bytes);
    if (shared && said == 0) {
        khct_map_put(reader.arena, &values->known[type], bytes, (uint32_t)values->meanings.n);
        khct_push(reader.arena, &values->meanings) = meaning;
    }
    return meaning;
}

static const khct_meaning *read_heading(const khct_values *values, const khct_node *node)
{
    struct kept {
        khct_meaning meaning;
        khct_head head;
    } *kept = khct_alloc(values->reader.arena, sizeof *kept);
    kept->head =
        khct_read_head(&values->reader, values->period, node->opens, node->value, node->key);
    kept->meaning = (khct_meaning){.type = KHCT_TYPE_NONE, .head = &kept->head};
    return &kept->meaning;
}

const khct_head *khct_head_of(khct_values *values, const khct_node *node)
{
    static const khct_head NOTHING = {.understood = false, .name = {"", 0}, .title = {"", 0}};
    bool block = (node->flags & KHCT_NODE_BLOCK) != 0; /* its `<` may be missing */
    return block ? khct_meaning_of(values, node)->head : &NOTHING;
}

const khct_meaning *khct_meaning_of(khct_values *values, const khct_node *node)
{
    if (node->meaning != NULL)
        return node->meaning;
    if (node->flags & KHCT_NODE_BLOCK) {
        slots(node)->meaning = read_heading(values, node);
        return node->meaning;
    }
    const khct_place *place = khct_place_of(node->inside, node->keyword);
    khct_type type = place == NULL ? KHCT_TYPE_NONE : place->type;
    /* the same bytes mean something else between """ and """ */
    bool shared = READERS[type].read != NULL && !is_quoted(node);
    khct_str bytes = khct_source_text(values->reader.sources, node->value);
    uint32_t known = shared ? khct_map_get(&values->known[type], bytes) : KHCT_NONE;
    slots(node)->meaning = known != KHCT_NONE ? values->meanings.at[known]
                                              : read_new(values, node, type, shared, bytes);
    return node->meaning;
}

const khct_meaning *khct_meaning_repeat(khct_values *values, const khct_node *node,
                                        const khct_people *above)
{
    khct_arena *arena = values->reader.arena;
    khct_meaning *meaning = khct_alloc(arena, sizeof *meaning);
    khct_people *people = khct_alloc(arena, sizeof *people);
    *meaning = *khct_meaning_of(values, node);
    *people = *meaning->people;
    for (size_t i = 0; i < above->list.n; i++) {
        khct_person person = above->list.at[i];
        person.span = people->span;
        person.role_at = (khct_span){people->span.source, people->span.end, people->span.end};
        khct_push(arena, &people->list) = person;
    }
    meaning->people = people;
    slots(node)->meaning = meaning;
    return meaning;
}

khct_meaning khct_meaning_as(khct_values *values, const khct_node *node, khct_type type)
{
    khct_reader quiet = values->reader;
    quiet.diags = NULL;
    return read(values, quiet, node, type, khct_source_text(quiet.sources, node->value));
}

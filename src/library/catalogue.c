#include "library/catalogue.h"

#include "library/prose.h"
#include "value/evidence.h"

typedef struct making {
    khct_values *values;
    khct_arena *arena;
    khct_catalogue *catalogue;
    size_t criteria, standards, items, rules; /* met so far */
} making;

static void inconsistent(const making *m, khct_span at, khct_message message)
{
    khct_say(&m->values->reader, KHCT_KH2010, at, message);
}

/* Counts one more. False where it is one too many, which is reported of the first such. */
static bool count(const making *m, size_t *met, size_t most, const char *what, khct_span at)
{
    if (++*met == most + 1)
        khct_say(&m->values->reader, KHCT_KH9002, at, KHCT_MSG(LIMIT, what, most));
    return *met <= most;
}

static void add_lines(const making *m, const khct_node *node, khct_keyword keyword,
                      khct_strs *lines)
{
    for (const khct_node *n = khct_child(node, keyword); n != NULL; n = khct_again(n))
        khct_push(m->arena, lines) = khct_value_line(m->values, n);
}

static void read_level(const making *m, khct_criterion *criterion, const khct_node *node)
{
    uint32_t number = khct_head_of(m->values, node)->number;
    if (number == 0 || number > KHCT_LEVEL_LIMIT) {
        inconsistent(m, node->value, KHCT_MSG(LEVEL_NUMBER, criterion->code));
        return;
    }
    khct_level level = {.level = (uint16_t)number};
    for (const khct_node *n = node->first; n != NULL; n = n->next) {
        if (n->keyword == KHCT_KEYWORD_NONE)
            continue;
        khct_str letter = n->keyword == KHCT_K_NOIDUNG
                              ? KHCT_STR("")
                              : khct_str_of(khct_keyword_at(n->keyword)->marked);
        khct_push(m->arena, &level.requirements) =
            (khct_requirement){letter, khct_value_line(m->values, n)};
    }
    if (criterion->levels >> number & 1)
        inconsistent(m, node->value, KHCT_MSG(LEVEL_TWICE, criterion->code, number));
    criterion->levels |= 1u << number;
    if (number > criterion->highest)
        criterion->highest = (uint16_t)number;
    khct_push(m->arena, &criterion->asks) = level;
}

static void read_dated(const making *m, const khct_node *node, khct_criterion *criterion)
{
    for (const khct_node *n = khct_child(node, KHCT_K_TENKHAC); n != NULL; n = khct_again(n))
        if (khct_meaning_of(m->values, n)->title != NULL)
            khct_push(m->arena, &criterion->titles) = *khct_meaning_of(m->values, n)->title;
    const khct_node *lack = khct_child(node, KHCT_K_TUYCHON);
    criterion->may_lack = lack != NULL;
    if (lack != NULL)
        criterion->lack = khct_value_force(m->values, lack);
}

static void read_criterion(making *m, const khct_standard *standard, const khct_node *node)
{
    if (!count(m, &m->criteria, KHCT_CRITERIA_LIMIT, "số tiêu chí của danh mục", node->value))
        return;
    const khct_head *head = khct_head_of(m->values, node);
    khct_criterion criterion = {.span = node->value,
                                .standard = m->catalogue->standards.n,
                                .id = head->id,
                                .title = head->title};
    khct_span at = head->id_span;
    if (!head->understood) {
        inconsistent(m, node->value, KHCT_MSG0(CRITERION_NUMBER));
        return;
    }
    criterion.code = khct_criterion_text(m->arena, criterion.id);
    if (criterion.id.standard != standard->number)
        inconsistent(m, at, KHCT_MSG(CRITERION_STANDARD, criterion.code, standard->number));
    for (const khct_node *n = khct_child(node, KHCT_K_MUC); n != NULL; n = khct_again(n))
        read_level(m, &criterion, n);
    for (unsigned level = 1; level < criterion.highest; level++)
        if (!(criterion.levels >> level & 1))
            inconsistent(m, node->value,
                         KHCT_MSG(LEVEL_GAP, criterion.code, criterion.highest, level));
    if (criterion.highest == 0)
        inconsistent(m, node->value, KHCT_MSG(LEVEL_NONE, criterion.code));
    add_lines(m, node, KHCT_K_CHISO, &criterion.indicators);
    add_lines(m, node, KHCT_K_GOIY, &criterion.evidence);
    add_lines(m, node, KHCT_K_TUONGUNG, &criterion.matches);
    read_dated(m, node, &criterion);
    add_lines(m, node, KHCT_K_GHICHU, &criterion.remarks);
    add_lines(m, node, KHCT_K_CHUAKIEM, &criterion.remarks);
    size_t n = m->catalogue->criteria.n;
    if (n > 0 && khct_criterion_cmp(m->catalogue->criteria.at[n - 1].id, criterion.id) >= 0)
        inconsistent(m, at, KHCT_MSG(CRITERION_ORDER, criterion.code));
    else
        khct_push(m->arena, &m->catalogue->criteria) = criterion;
}

static void read_standard(making *m, const khct_node *node)
{
    if (!count(m, &m->standards, KHCT_STANDARD_LIMIT, "số tiêu chuẩn của danh mục", node->value))
        return;
    const khct_head *head = khct_head_of(m->values, node);
    khct_standard standard = {
        .number = head->number, .title = head->title, .first = m->catalogue->criteria.n};
    if (!head->understood) {
        inconsistent(m, node->value, KHCT_MSG0(STANDARD_NUMBER));
        return;
    }
    for (const khct_node *n = khct_child(node, KHCT_K_TIEUCHI); n != NULL; n = khct_again(n))
        read_criterion(m, &standard, n);
    standard.count = m->catalogue->criteria.n - standard.first;
    khct_push(m->arena, &m->catalogue->standards) = standard;
}

static void read_item(making *m, const khct_node *node)
{
    if (!count(m, &m->items, KHCT_ITEM_LIMIT, "số khoản của danh mục", node->value))
        return;
    const khct_head *head = khct_head_of(m->values, node);
    khct_article_item item = {.span = node->value, .number = head->number, .text = head->title};
    if (!head->understood) {
        inconsistent(m, node->value, KHCT_MSG0(ITEM_NUMBER));
        return;
    }
    if (item.text.n == 0)
        item.text = khct_child_line(m->values, node, KHCT_K_NOIDUNG);
    khct_push(m->arena, &m->catalogue->items) = item;
}

/* --- the rating rule --- */

static const struct {
    khct_keyword keyword;
    khct_rule_kind kind;
} RULES[] = {
    {KHCT_K_TATCA, KHCT_RULE_ALL},
    {KHCT_K_BATBUOC, KHCT_RULE_MANDATORY},
    {KHCT_K_CONLAI, KHCT_RULE_OTHERS},
    {KHCT_K_KHOAN, KHCT_RULE_ITEMS},
};

static bool read_part(const making *m, const khct_node *node, struct khct_rule_part *part)
{
    const khct_condition *asked = khct_meaning_of(m->values, node)->condition;
    for (size_t i = 0; i < sizeof RULES / sizeof RULES[0]; i++)
        if (RULES[i].keyword == node->keyword)
            part->kind = RULES[i].kind;
    if (asked == NULL || !asked->understood || asked->all != (part->kind == KHCT_RULE_ITEMS) ||
        asked->counted != (part->kind == KHCT_RULE_OTHERS))
        return false;
    part->count = asked->count;
    part->level = asked->level;
    return true;
}

static void read_rule(making *m, const khct_node *node)
{
    if (!count(m, &m->rules, KHCT_LEVEL_LIMIT, "số quy tắc xếp mức của danh mục", node->value))
        return;
    const khct_head *head = khct_head_of(m->values, node);
    khct_rule rule = {.level = (uint16_t)head->number};
    if (!head->understood || head->number > KHCT_LEVEL_LIMIT) {
        inconsistent(m, node->value, KHCT_MSG0(RULE_LEVEL));
        return;
    }
    for (const khct_node *n = node->first; n != NULL; n = n->next) {
        struct khct_rule_part part = {0};
        if (read_part(m, n, &part))
            khct_push(m->arena, &rule.parts) = part;
        else
            inconsistent(m, n->value, KHCT_MSG0(RULE_PART));
    }
    khct_push(m->arena, &m->catalogue->rules) = rule;
}

/* `chuanquocgia 1 muc 1;`: level 1 gives degree 1. */
static void read_degree(const making *m, const khct_node *node)
{
    const khct_condition *asked = khct_meaning_of(m->values, node)->condition;
    if (asked != NULL && asked->understood && asked->counted && asked->count >= 1 &&
        asked->count <= KHCT_DEGREES)
        m->catalogue->degrees[asked->count] = asked->level;
    else
        inconsistent(m, node->value, KHCT_MSG0(RULE_PART));
}

static void read_mandatory(const making *m, const khct_node *node)
{
    if (node == NULL)
        return;
    const khct_criteria *list = khct_meaning_of(m->values, node)->criteria;
    for (size_t i = 0; list != NULL && i < list->items.n; i++)
        for (size_t k = 0; k < m->catalogue->criteria.n; k++) {
            khct_criterion *criterion = &m->catalogue->criteria.at[k];
            if (khct_criterion_cmp(criterion->id, list->items.at[i].from) >= 0 &&
                khct_criterion_cmp(criterion->id, list->items.at[i].to) <= 0)
                criterion->mandatory = m->catalogue->any_mandatory = true;
        }
}

/* `minhchung H1-1.1-01;`: an example. */
static enum khct_evidence_form evidence_form(khct_values *values, const khct_node *node)
{
    if (node == NULL)
        return KHCT_EVIDENCE_ANY;
    const khct_evidence *evidence = khct_meaning_of(values, node)->evidence;
    if (evidence == NULL || evidence->codes.n == 0)
        return KHCT_EVIDENCE_ANY;
    return evidence->codes.at[0].box > 0 ? KHCT_EVIDENCE_BOXED : KHCT_EVIDENCE_DOTTED;
}

khct_catalogue *khct_catalogue_read(khct_values *values, const khct_node *node)
{
    khct_catalogue *c = khct_alloc(values->reader.arena, sizeof *c);
    making m = {.values = values, .arena = values->reader.arena, .catalogue = c};
    c->span = node->value;
    c->id = khct_value_line(values, node);
    c->name = khct_child_line(values, node, KHCT_K_TEN);
    c->law = khct_child_line(values, node, KHCT_K_VANBAN);
    c->annex = khct_child_line(values, node, KHCT_K_PHULUC);
    c->article = khct_child_line(values, node, KHCT_K_DIEUMUC4);
    c->force.from.date = c->force.to.date = c->verified.looked = KHCT_NO_DATE;
    for (const khct_node *n = node->first; n != NULL; n = n->next)
        khct_read_verified(values, n, &c->verified);
    c->evidence = evidence_form(values, khct_child(node, KHCT_K_MINHCHUNG));
    const khct_node *child = khct_child(node, KHCT_K_HIEULUC);
    if (child != NULL)
        c->force = khct_value_force(values, child);
    child = khct_child(node, KHCT_K_CAP);
    if (child != NULL)
        c->types = khct_value_types(values, child);
    for (child = khct_child(node, KHCT_K_TIEUCHUAN); child != NULL; child = khct_again(child))
        read_standard(&m, child);
    for (child = khct_child(node, KHCT_K_KHOAN); child != NULL; child = khct_again(child))
        read_item(&m, child);
    for (child = khct_child(node, KHCT_K_XEPMUC); child != NULL; child = khct_again(child))
        read_rule(&m, child);
    for (child = khct_child(node, KHCT_K_CHUANQUOCGIA); child != NULL; child = khct_again(child))
        read_degree(&m, child);
    read_mandatory(&m, khct_child(node, KHCT_K_BATBUOC));
    add_lines(&m, node, KHCT_K_CHUAKIEM, &c->remarks);
    add_lines(&m, node, KHCT_K_GHICHU, &c->remarks);
    KHCT_FOR (criterion, &c->criteria)
        if (criterion->highest > c->top)
            c->top = criterion->highest;
    if (c->top > c->highest)
        c->highest = c->top;
    child = khct_child(node, KHCT_K_MUCCAONHAT);
    if (child != NULL) {
        const khct_numbers *numbers = khct_meaning_of(values, child)->numbers;
        uint32_t highest = numbers != NULL && numbers->items.n == 1 ? numbers->items.at[0].to : 0;
        if (highest >= c->highest && highest > 0 && highest <= KHCT_LEVEL_LIMIT)
            c->highest = (uint16_t)highest;
        else if (numbers != NULL && !numbers->broken)
            inconsistent(&m, child->value, KHCT_MSG0(HIGHEST_LEVEL));
    }
    return c;
}

const khct_criterion *khct_catalogue_criterion(const khct_catalogue *catalogue,
                                               khct_criterion_id id)
{
    size_t low = 0, high = catalogue->criteria.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = khct_criterion_cmp(catalogue->criteria.at[middle].id, id);
        if (order == 0)
            return &catalogue->criteria.at[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

bool khct_criterion_may_lack(const khct_criterion *criterion, khct_date date)
{
    return criterion->may_lack && date != KHCT_NO_DATE && khct_force_holds(&criterion->lack, date);
}

const khct_standard *khct_catalogue_standard(const khct_catalogue *catalogue, uint32_t number)
{
    KHCT_FOR (standard, &catalogue->standards)
        if (standard->number == number)
            return standard;
    return NULL;
}

const khct_article_item *khct_catalogue_item(const khct_catalogue *catalogue, uint32_t number)
{
    KHCT_FOR (item, &catalogue->items)
        if (item->number == number)
            return item;
    return NULL;
}

khct_str khct_criterion_levels_text(khct_arena *arena, const khct_criterion *criterion,
                                    khct_language language)
{
    const char *last = language == KHCT_VI ? " và " : " and ";
    khct_str text = KHCT_STR("");
    for (unsigned level = 1; level <= criterion->highest; level++) {
        if (!khct_criterion_has(criterion, level))
            continue;
        const char *before = text.n == 0 ? "" : level == criterion->highest ? last : ", ";
        text = KHCT_JOIN(arena, text, before, level);
    }
    return text;
}

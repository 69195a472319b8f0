#include "plan/rating.h"

/* Levels met by each criterion of the catalogue, and the items met. */
typedef struct standing {
    const khct_catalogue *catalogue;
    uint16_t *level;   /* by criterion; 0: not met or not given */
    bool *item;        /* by item of the catalogue */
    khct_arena *arena;
} standing;

static standing standing_now(const khct_plan *plan)
{
    const khct_catalogue *c = plan->catalogue;
    standing s = {c, khct_alloc_array(plan->arena, c->criteria.n + 1, sizeof(uint16_t)),
                  khct_alloc_array(plan->arena, c->items.n + 1, sizeof(bool)), plan->arena};
    for (size_t i = 0; i < plan->current->results.n; i++) {
        const khct_result *r = &plan->current->results.at[i];
        if (r->criterion != NULL)
            s.level[r->criterion - c->criteria.at] = r->level;
    }
    for (size_t i = 0; i < plan->current->items.n; i++)
        for (size_t k = 0; k < c->items.n; k++)
            if (c->items.at[k].number == plan->current->items.at[i].number)
                s.item[k] = true;
    return s;
}

static void lift(standing *s, const khct_criterion *criterion, uint16_t level)
{
    uint16_t *now = criterion == NULL ? NULL : &s->level[criterion - s->catalogue->criteria.at];
    if (now != NULL && level > *now)
        *now = level;
}

/* As if every target were met. */
static void lift_all(const khct_plan *plan, standing *s)
{
    for (size_t i = 0; i < plan->improvements.n; i++) {
        const khct_improvement *improvement = &plan->improvements.at[i];
        uint16_t level =
            improvement->target.kind == KHCT_TARGET_LEVEL ? improvement->target.level : 0;
        if (improvement->kind == KHCT_BY_CRITERION)
            lift(s, improvement->criterion, level);
        for (size_t k = 0; k < s->catalogue->items.n; k++)
            if (improvement->kind == KHCT_BY_ITEM &&
                s->catalogue->items.at[k].number == improvement->item)
                s->item[k] = true;
    }
}

static void miss_criteria(const standing *s, const struct khct_rule_part *part, khct_hold *hold)
{
    const khct_catalogue *c = s->catalogue;
    uint32_t met = 0;
    for (size_t i = 0; i < c->criteria.n; i++) {
        const khct_criterion *criterion = &c->criteria.at[i];
        bool counts = part->kind == KHCT_RULE_ALL ||
                      criterion->mandatory == (part->kind == KHCT_RULE_MANDATORY);
        if (!counts || !khct_criterion_has(criterion, part->level))
            continue;
        if (s->level[i] >= part->level) {
            met++;
            continue;
        }
        if (part->kind == KHCT_RULE_OTHERS) {
            khct_push(s->arena, &hold->others) = criterion;
            continue;
        }
        bool known = false;
        for (size_t k = 0; k < hold->criteria.n; k++)
            known = known || hold->criteria.at[k] == criterion;
        if (!known)
            khct_push(s->arena, &hold->criteria) = criterion;
    }
    if (part->kind == KHCT_RULE_OTHERS) {
        if (met >= part->count)
            hold->others.n = 0;
        else
            hold->missing = part->count - met;
    }
}

static khct_hold hold_of(const standing *s, const khct_rule *rule)
{
    khct_hold hold = {.level = rule->level};
    for (size_t i = 0; i < rule->parts.n; i++) {
        const struct khct_rule_part *part = &rule->parts.at[i];
        if (part->kind != KHCT_RULE_ITEMS) {
            miss_criteria(s, part, &hold);
            continue;
        }
        for (size_t k = 0; k < s->catalogue->items.n; k++)
            if (!s->item[k])
                khct_push(s->arena, &hold.items) = s->catalogue->items.at[k].number;
    }
    return hold;
}

static bool reached(const khct_hold *hold)
{
    return hold->criteria.n == 0 && hold->missing == 0 && hold->items.n == 0;
}

/* The level by the rules, each above the one below; what is missing for the levels above it. */
static uint16_t rate(const standing *s, khct_hold **holds, size_t *count)
{
    const khct_catalogue *c = s->catalogue;
    uint16_t level = 0;
    KHCT_VEC(khct_hold) missing = {0};
    for (size_t i = 0; i < c->rules.n; i++) {
        khct_hold hold = hold_of(s, &c->rules.at[i]);
        if (reached(&hold) && missing.n == 0)
            level = c->rules.at[i].level;
        else
            khct_push(s->arena, &missing) = hold;
    }
    *holds = missing.at;
    *count = missing.n;
    return level;
}

static void count_levels(const standing *s, khct_rating *rating)
{
    const khct_catalogue *c = s->catalogue;
    for (uint16_t level = 1; level <= c->highest; level++) {
        khct_level_count count = {.level = level};
        for (size_t i = 0; i < c->criteria.n; i++) {
            if (!khct_criterion_has(&c->criteria.at[i], level))
                continue;
            count.have++;
            count.meet += s->level[i] >= level;
        }
        if (count.have > 0)
            khct_push(s->arena, &rating->counts) = count;
    }
}

const khct_rating *khct_rating_make(const khct_plan *plan)
{
    if (plan->catalogue == NULL || plan->catalogue->rules.n == 0 || plan->current == NULL ||
        plan->current->results.n == 0)
        return NULL;
    khct_rating *rating = khct_alloc(plan->arena, sizeof *rating);
    standing s = standing_now(plan);
    size_t known = 0;
    for (size_t i = 0; i < plan->current->results.n; i++)
        known += plan->current->results.at[i].criterion != NULL;
    rating->complete = known == plan->catalogue->criteria.n;
    rating->aim = plan->heading.aim.level;
    count_levels(&s, rating);
    rating->now = rate(&s, &rating->holds.at, &rating->holds.n);
    lift_all(plan, &s);
    rating->lifted = rate(&s, &rating->after.at, &rating->after.n);
    return rating;
}

uint16_t khct_rating_next(const khct_plan *plan)
{
    const khct_rating *rating = plan->rating;
    if (rating == NULL)
        return 0;
    if (rating->aim > rating->now)
        return rating->aim;
    return rating->holds.n > 0 ? rating->holds.at[0].level : 0;
}

const khct_hold *khct_rating_hold(const khct_rating *rating, uint16_t level)
{
    for (size_t i = 0; i < rating->holds.n; i++)
        if (rating->holds.at[i].level == level)
            return &rating->holds.at[i];
    return NULL;
}

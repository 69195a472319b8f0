#include "work/rating.h"
#include "text/sort.h"

/* Levels met by each criterion of the catalogue, and the items met. */
typedef struct standing {
    const khct_catalogue *catalogue;
    uint16_t *level; /* by criterion; 0: not met or not given */
    bool *item;      /* by item of the catalogue */
    bool *out;       /* by criterion: the plan does without it, as plans of its date may */
    khct_arena *arena;
} standing;

static standing standing_now(const khct_plan *plan)
{
    const khct_catalogue *c = plan->catalogue;
    standing s = {c, khct_alloc_array(plan->arena, c->criteria.n + 1, sizeof(uint16_t)),
                  khct_alloc_array(plan->arena, c->items.n + 1, sizeof(bool)),
                  khct_alloc_array(plan->arena, c->criteria.n + 1, sizeof(bool)), plan->arena};
    for (size_t i = 0; i < c->criteria.n; i++)
        s.out[i] = khct_criterion_may_lack(&c->criteria.at[i], plan->heading.date.date) &&
                   khct_plan_result(plan, c->criteria.at[i].id) == NULL;
    KHCT_FOR (r, &plan->current->results) {
        if (r->criterion != NULL)
            s.level[r->criterion - c->criteria.at] = r->level;
    }
    for (size_t i = 0; i < plan->current->items.n; i++)
        for (size_t k = 0; k < c->items.n; k++)
            if (c->items.at[k].number == plan->current->items.at[i].number)
                s.item[k] = true;
    return s;
}

/* True where the criterion is judged for that level. */
static bool counts_for(const standing *s, size_t i, uint16_t level)
{
    return !s->out[i] && khct_criterion_has(&s->catalogue->criteria.at[i], level);
}

/* The level a planned criterion is to reach; 0: none is stated, or it has no such level. */
static uint16_t target_level(const khct_improvement *improvement)
{
    const khct_target *target = &improvement->target;
    bool real = target->kind == KHCT_TARGET_LEVEL &&
                khct_criterion_has(improvement->criterion, target->level);
    return real ? target->level : 0;
}

static void lift(standing *s, const khct_criterion *criterion, uint16_t level)
{
    uint16_t *now = criterion == NULL ? NULL : &s->level[criterion - s->catalogue->criteria.at];
    if (now != NULL && level > *now)
        *now = level;
}

/* As if every target were met. `high`: what is planned without a level goes as high as it can. */
static void lift_all(const khct_plan *plan, standing *s, bool high)
{
    KHCT_FOR (improvement, &plan->improvements) {
        const khct_criterion *criterion = improvement->criterion;
        if (improvement->kind == KHCT_BY_CRITERION && criterion != NULL) {
            bool vague = improvement->target.kind == KHCT_TARGET_NONE;
            lift(s, criterion, vague && high ? criterion->highest : target_level(improvement));
        }
        for (size_t k = 0; high && k < improvement->serves.n; k++)
            if (improvement->serves.at[k].criterion != NULL)
                lift(s, improvement->serves.at[k].criterion,
                     improvement->serves.at[k].criterion->highest);
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
        if (!counts || !counts_for(s, i, part->level))
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
    KHCT_FOR (part, &rule->parts) {
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
    KHCT_FOR (rule, &c->rules) {
        khct_hold hold = hold_of(s, rule);
        if (reached(&hold) && missing.n == 0)
            level = rule->level;
        else
            khct_push(s->arena, &missing) = hold;
    }
    *holds = missing.at;
    *count = missing.n;
    return level;
}

/* --- the reasons --- */

static khct_reason_part reason_of_items(const standing *s)
{
    khct_reason_part reason = {.kind = KHCT_RULE_ITEMS, .need = (uint32_t)s->catalogue->items.n};
    for (size_t k = 0; k < s->catalogue->items.n; k++) {
        reason.met += s->item[k];
        if (!s->item[k])
            khct_push(s->arena, &reason.items) = s->catalogue->items.at[k].number;
    }
    reason.holds = reason.met >= reason.need;
    return reason;
}

static khct_reason_part reason_of(const standing *s, const struct khct_rule_part *part)
{
    const khct_catalogue *c = s->catalogue;
    khct_reason_part reason = {.kind = part->kind, .level = part->level};
    for (size_t i = 0; i < c->criteria.n; i++) {
        const khct_criterion *criterion = &c->criteria.at[i];
        bool looked_at = part->kind == KHCT_RULE_ALL ||
                         criterion->mandatory == (part->kind == KHCT_RULE_MANDATORY);
        if (!looked_at || !counts_for(s, i, part->level))
            continue;
        khct_push(s->arena, &reason.counted) = criterion;
        if (s->level[i] >= part->level)
            reason.met++;
        else
            khct_push(s->arena, &reason.below) = criterion;
    }
    reason.need = part->kind == KHCT_RULE_OTHERS ? part->count : (uint32_t)reason.counted.n;
    reason.holds = reason.met >= reason.need;
    return reason;
}

static void give_reasons(const standing *s, khct_rating *rating)
{
    const khct_catalogue *c = s->catalogue;
    KHCT_FOR (rule, &c->rules) {
        khct_reason reason = {.level = rule->level, .reached = rule->level <= rating->now};
        KHCT_FOR (part, &rule->parts)
            khct_push(s->arena, &reason.parts) =
                part->kind == KHCT_RULE_ITEMS ? reason_of_items(s) : reason_of(s, part);
        khct_push(s->arena, &rating->reasons) = reason;
    }
}

/* --- the ways up --- */

static khct_step *step_of(khct_steps *steps, const khct_criterion *criterion)
{
    for (size_t i = 0; i < steps->n; i++)
        if (steps->at[i].criterion == criterion)
            return &steps->at[i];
    return NULL;
}

/* Every criterion that the part asks for. */
static void need_all(const standing *s, const struct khct_rule_part *part, khct_way *way)
{
    const khct_catalogue *c = s->catalogue;
    for (size_t i = 0; i < c->criteria.n; i++) {
        const khct_criterion *criterion = &c->criteria.at[i];
        if ((part->kind == KHCT_RULE_MANDATORY && !criterion->mandatory) ||
            !counts_for(s, i, part->level) || s->level[i] >= part->level)
            continue;
        khct_step *step = step_of(&way->all, criterion);
        if (step == NULL)
            khct_push(s->arena, &way->all) = (khct_step){criterion, s->level[i], part->level};
        else if (step->to < part->level)
            step->to = part->level;
    }
}

/* A number of the others: those that must move anyway go further before any more are asked for. */
static void need_some(const standing *s, const struct khct_rule_part *part, khct_way *way)
{
    const khct_catalogue *c = s->catalogue;
    uint32_t met = 0;
    khct_steps moving = {0}, more = {0};
    for (size_t i = 0; i < c->criteria.n; i++) {
        const khct_criterion *criterion = &c->criteria.at[i];
        if (criterion->mandatory || !counts_for(s, i, part->level))
            continue;
        const khct_step *step = step_of(&way->all, criterion);
        khct_step up = {criterion, s->level[i], part->level};
        if (s->level[i] >= part->level || (step != NULL && step->to >= part->level))
            met++;
        else if (step != NULL)
            khct_push(s->arena, &moving) = up;
        else
            khct_push(s->arena, &more) = up;
    }
    if (met >= part->count)
        return;
    uint32_t missing = part->count - met;
    if (moving.n >= missing) {
        way->any.n = 0;
        for (size_t i = 0; i < moving.n; i++)
            khct_push(s->arena, &way->any) = moving.at[i];
        way->choose = missing;
        return;
    }
    for (size_t i = 0; i < moving.n; i++)
        step_of(&way->all, moving.at[i].criterion)->to = part->level;
    way->any.n = 0;
    for (size_t i = 0; i < more.n; i++)
        khct_push(s->arena, &way->any) = more.at[i];
    /* a rule may ask for more than there are */
    way->choose =
        missing - (uint32_t)moving.n < more.n ? missing - (uint32_t)moving.n : (uint32_t)more.n;
}

static void need_items(const standing *s, khct_way *way)
{
    for (size_t k = 0; k < s->catalogue->items.n; k++)
        if (!s->item[k])
            khct_push(s->arena, &way->items) = s->catalogue->items.at[k].number;
}

static int by_criterion(const void *a, const void *b)
{
    const khct_step *x = a, *y = b;
    return khct_criterion_cmp(x->criterion->id, y->criterion->id);
}

static khct_way way_to(const standing *s, uint16_t level)
{
    const khct_catalogue *c = s->catalogue;
    khct_way way = {.level = level};
    /* first what each criterion must reach, then the highest number of others, which holds the
     * lower ones */
    KHCT_FOR (rule, &c->rules)
        for (size_t k = 0; rule->level <= level && k < rule->parts.n; k++) {
            const struct khct_rule_part *part = &rule->parts.at[k];
            if (part->kind == KHCT_RULE_ITEMS)
                need_items(s, &way);
            else if (part->kind != KHCT_RULE_OTHERS)
                need_all(s, part, &way);
        }
    khct_sort_vec(s->arena, &way.all, by_criterion);
    for (size_t i = c->rules.n; i-- > 0;)
        for (size_t k = 0; c->rules.at[i].level <= level && k < c->rules.at[i].parts.n; k++)
            if (c->rules.at[i].parts.at[k].kind == KHCT_RULE_OTHERS && way.choose == 0)
                need_some(s, &c->rules.at[i].parts.at[k], &way);
    return way;
}

static void count_levels(const standing *s, khct_rating *rating)
{
    const khct_catalogue *c = s->catalogue;
    for (uint16_t level = 1; level <= c->highest; level++) {
        khct_level_count count = {.level = level};
        for (size_t i = 0; i < c->criteria.n; i++) {
            if (!counts_for(s, i, level))
                continue;
            count.have++;
            count.meet += s->level[i] >= level;
        }
        if (count.have > 0)
            khct_push(s->arena, &rating->counts) = count;
    }
}

/* The level if what has no result were met. */
static uint16_t best(const khct_plan *plan, const khct_rating *rating)
{
    standing s = standing_now(plan);
    for (size_t i = 0; i < rating->unknown.n; i++)
        lift(&s, rating->unknown.at[i], rating->unknown.at[i]->highest);
    khct_hold *holds;
    size_t count;
    return rate(&s, &holds, &count);
}

const khct_rating *khct_rating_make(const khct_plan *plan)
{
    const khct_catalogue *c = plan->catalogue;
    if (c == NULL || c->rules.n == 0 || plan->current == NULL || plan->current->results.n == 0)
        return NULL;
    khct_rating *rating = khct_alloc(plan->arena, sizeof *rating);
    standing s = standing_now(plan);
    for (size_t i = 0; i < c->criteria.n; i++)
        if (!s.out[i] && khct_plan_result(plan, c->criteria.at[i].id) == NULL)
            khct_push(plan->arena, &rating->unknown) = &c->criteria.at[i];
    rating->complete = rating->unknown.n == 0;
    const khct_aim *aim = &plan->heading.aim;
    rating->aim = aim->level > 0 ? aim->level : c->degrees[aim->degree];
    if (rating->aim > c->highest)
        rating->aim = 0;
    count_levels(&s, rating);
    rating->now = rate(&s, &rating->holds.at, &rating->holds.n);
    give_reasons(&s, rating);
    rating->at_best = rating->complete ? rating->now : best(plan, rating);
    KHCT_FOR (rule, &c->rules)
        if (rule->level > rating->now)
            khct_push(plan->arena, &rating->ways) = way_to(&s, rule->level);
    lift_all(plan, &s, false);
    rating->lifted = rate(&s, &rating->after.at, &rating->after.n);
    lift_all(plan, &s, true);
    khct_hold *holds;
    size_t count;
    rating->possible = rate(&s, &holds, &count);
    return rating;
}

uint16_t khct_rating_next(const khct_rating *rating)
{
    if (rating == NULL)
        return 0;
    if (rating->aim > 0)
        return rating->aim > rating->now ? rating->aim : 0;
    for (size_t i = 0; i < rating->ways.n; i++)
        if (rating->ways.at[i].level > rating->at_best)
            return rating->ways.at[i].level;
    return 0;
}

const khct_way *khct_rating_way(const khct_rating *rating, uint16_t level)
{
    for (size_t i = 0; i < rating->ways.n; i++)
        if (rating->ways.at[i].level == level)
            return &rating->ways.at[i];
    return NULL;
}

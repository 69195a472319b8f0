/* What two things say by their fields. */
#include "report/diff_build.h"

khct_str khct_diff_label(khct_keyword keyword)
{
    return khct_str_of(khct_keyword_at(keyword)->marked);
}

static khct_change_rank rank_of(khct_type type)
{
    return type == KHCT_TYPE_TIME    ? KHCT_RANK_TIME
           : type == KHCT_TYPE_MONEY ? KHCT_RANK_MONEY
           : type == KHCT_TYPE_ROLES ? KHCT_RANK_PEOPLE
                                     : KHCT_RANK_WORDS;
}

khct_str khct_diff_words_of(khct_comparing *c, const khct_field *field)
{
    return khct_diff_said(c->arena, field->values, field->node);
}

/* --- fields of tasks --- */

/* Those with that keyword that are not taken over from beside the tasks. */
static khct_fields own(khct_comparing *c, const khct_fields *fields, khct_keyword keyword)
{
    khct_fields all = {0};
    for (const khct_field *f = khct_field_of(fields, keyword); f != NULL;
         f = khct_field_again(fields, f))
        if (!f->inherited)
            khct_add_field(c->arena, &all, *f);
    return all;
}

static khct_strs words_of_all(khct_comparing *c, const khct_fields *fields)
{
    khct_strs all = {0};
    for (size_t i = 0; i < fields->n; i++)
        khct_push(c->arena, &all) = khct_diff_words_of(c, &fields->at[i]);
    return all;
}

static void compare_field(khct_comparing *c, const khct_fields *old, const khct_fields *new,
                          khct_keyword keyword)
{
    khct_fields before = own(c, old, keyword), after = own(c, new, keyword);
    const khct_field *a = before.n > 0 ? before.at : NULL, *b = after.n > 0 ? after.at : NULL;
    khct_known(a != NULL || b != NULL);
    khct_type type = (a != NULL ? a : b)->type;
    khct_strs olds = words_of_all(c, &before), news = words_of_all(c, &after);
    if (olds.n > 1 || news.n > 1) {
        khct_diff_lists(c, rank_of(type), khct_diff_label(keyword), &olds, &news);
        return;
    }
    khct_change *change = khct_diff_compare(c, rank_of(type), khct_diff_label(keyword),
                                            a != NULL ? olds.at[0] : KHCT_STR(""),
                                            b != NULL ? news.at[0] : KHCT_STR(""));
    if (change == NULL)
        return;
    change->prose = type == KHCT_TYPE_TEXT || type == KHCT_TYPE_NAME;
    change->meaning = khct_diff_meaning(c, a, b);
}

void khct_diff_fields(khct_comparing *c, const khct_fields *old, const khct_fields *new)
{
    static const khct_fields NOTHING;
    const khct_fields *both[] = {new == NULL ? &NOTHING : new, old == NULL ? &NOTHING : old};
    bool seen[KHCT_KEYWORD_NONE + 1] = {false};
    for (int s = 0; s < 2; s++)
        KHCT_FOR (field, both[s]) {
            if (field->inherited || seen[field->keyword])
                continue;
            seen[field->keyword] = true;
            compare_field(c, both[1], both[0], field->keyword);
        }
}

/* --- blocks of the head --- */

static khct_strs lines_of(khct_comparing *c, const khct_plan *plan, const khct_node *block,
                          khct_keyword keyword)
{
    khct_strs all = {0};
    for (const khct_node *n = block == NULL ? NULL : khct_child(block, keyword); n != NULL;
         n = khct_again(n))
        khct_push(c->arena, &all) = khct_diff_said(c->arena, plan->values, n);
    return all;
}

static void compare_lines(khct_comparing *c, khct_change_rank rank, khct_keyword keyword,
                          const khct_place *place, khct_strs old, khct_strs new)
{
    bool prose = place != NULL && place->type == KHCT_TYPE_TEXT;
    if (old.n > 1 || new.n > 1) {
        khct_diff_lists(c, rank, khct_diff_label(keyword), &old, &new);
        return;
    }
    khct_change *change =
        khct_diff_compare(c, rank, khct_diff_label(keyword), old.n > 0 ? old.at[0] : KHCT_STR(""),
                          new.n > 0 ? new.at[0] : KHCT_STR(""));
    if (change != NULL)
        change->prose = prose;
}

void khct_diff_blocks(khct_comparing *c, khct_change_rank rank, const khct_node *old,
                      const khct_node *new)
{
    bool seen[KHCT_KEYWORD_NONE + 1] = {false};
    const khct_node *blocks[] = {new, old};
    for (int s = 0; s < 2; s++)
        for (const khct_node *n = blocks[s] == NULL ? NULL : blocks[s]->first; n != NULL;
             n = n->next) {
            if (n->keyword == KHCT_KEYWORD_NONE || seen[n->keyword])
                continue;
            seen[n->keyword] = true;
            compare_lines(c, rank, n->keyword, khct_place_of(n->inside, n->keyword),
                          lines_of(c, c->old->plan, old, n->keyword),
                          lines_of(c, c->new->plan, new, n->keyword));
        }
}

/* The school's level by its catalogue's rule, and the smallest sets that would lift it. */
#include "plan_helper.h"

#include <stdio.h>

static khct_library *library;

static const khct_rating *rate(planned *r, const char *text)
{
    plan_read(r, library, text);
    return r->work->rating;
}

static void done(planned *r)
{
    khct_arena_free(r->arena);
}

/* "1.1>2 1.3>2": the steps as one text, in a buffer that the next call uses again. */
static const char *steps(const khct_steps *list)
{
    static char text[1024];
    size_t n = 0;
    text[0] = '\0';
    for (size_t i = 0; i < list->n && n < sizeof text; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s%.*s>%u", i > 0 ? " " : "",
                              KHCT_ARG(list->at[i].criterion->code), list->at[i].to);
    return text;
}

#define S18 "dung danhmuc tt18_2018;\n"
#define S57 "dung danhmuc tt57_2026_phothong;\n"

static void test_nothing_to_rate(void **state)
{
    (void)state;
    planned r;
    assert_null(rate(&r, S18 "tieuchi 1.1 muc 2 < giaiphap Rà soát; >\n"));
    assert_int_equal(r.work->next, 0);
    done(&r);
    assert_null(rate(&r, "hientrang < muc 1 tatca; >\n"));
    done(&r);
}

/* How many criteria of the plan's catalogue have a level. */
static size_t with_level(const planned *r, unsigned level)
{
    size_t n = 0;
    for (size_t i = 0; i < r->plan->catalogue->criteria.n; i++)
        n += khct_criterion_has(&r->plan->catalogue->criteria.at[i], level);
    return n;
}

/* Circular 18: level n when every criterion that has it meets it. */
static void test_all_criteria(void **state)
{
    (void)state;
    planned r;
    const khct_rating *g =
        rate(&r, S18 "hientrang < muc 3 1.1, 1.3; muc 2 1.2, 1.4 - 5.5; muc 1 5.6; >\n");
    assert_true(g->complete);
    assert_int_equal(g->now, 1);
    assert_int_equal(r.work->next, 2);
    assert_int_equal(g->counts.n, 3);
    assert_int_equal(g->counts.at[0].meet, with_level(&r, 1));
    assert_int_equal(g->counts.at[1].meet, with_level(&r, 2) - 1);
    assert_int_equal(g->counts.at[2].meet, 2);
    assert_int_equal(g->counts.at[2].have, with_level(&r, 3));
    assert_string_equal(steps(&khct_rating_way(g, 2)->all), "5.6>2");
    assert_int_equal(khct_rating_way(g, 2)->choose, 0);
    /* level 3 needs level 2 of those that have no level 3, and so on */
    assert_int_equal(khct_rating_way(g, 3)->all.n, with_level(&r, 3) - 2);
    assert_int_equal(khct_rating_way(g, 4)->items.n, r.plan->catalogue->items.n);
    assert_null(khct_rating_way(g, 1));
    done(&r);
}

static void test_failed_criterion(void **state)
{
    (void)state;
    planned r;
    const khct_rating *g = rate(&r, S18 "hientrang < muc 2 1.1 - 5.5; khongdat 5.6; >\n");
    assert_int_equal(g->now, 0);
    assert_string_equal(steps(&khct_rating_way(g, 1)->all), "5.6>1");
    assert_string_equal(steps(&khct_rating_way(g, 2)->all), "5.6>2");
    done(&r);
}

static void test_highest(void **state)
{
    (void)state;
    planned r;
    const khct_rating *g = rate(&r, S18 "hientrang < muc caonhat tatca; khoan 1 - 5; >\n");
    assert_int_equal(g->now, 3);
    assert_int_equal(g->ways.n, 1);
    assert_int_equal(g->ways.at[0].all.n, 0);
    assert_int_equal(g->ways.at[0].items.n, 1);
    assert_int_equal(g->ways.at[0].items.at[0], 6);
    done(&r);
    g = rate(&r, S18 "hientrang < muc caonhat tatca; khoan 1 - 6; >\n");
    assert_int_equal(g->now, 4);
    assert_int_equal(g->ways.n, 0);
    assert_int_equal(r.work->next, 0);
    done(&r);
    g = rate(&r, "dung danhmuc tt19_2018;\nhientrang < muc caonhat tatca; khoan 1 - 6; >\n");
    assert_int_equal(g->now, 4);
    done(&r);
    g = rate(&r, "dung danhmuc tt19_2018;\nhientrang < muc caonhat tatca; khoan 1 - 5; >\n");
    assert_int_equal(g->now, 3);
    assert_int_equal(g->ways.at[0].items.at[0], 6);
    done(&r);
}

static void test_incomplete(void **state)
{
    (void)state;
    planned r;
    const khct_rating *g = rate(&r, S18 "hientrang < muc 2 1.1 - 5.4; muc 1 5.5; >\n");
    assert_false(g->complete);
    assert_int_equal(g->unknown.n, 1);
    assert_true(khct_str_is(g->unknown.at[0]->code, "5.6"));
    assert_int_equal(g->now, 0);
    assert_int_equal(g->at_best, 1);
    assert_int_equal(r.work->next, 2);
    done(&r);
}

/* What the plan would make of it. */
static void test_targets(void **state)
{
    (void)state;
    planned r;
    const khct_rating *g = rate(&r, S18 "kehoach < phandau muc 2; >\n"
                                        "hientrang < muc 2 1.1 - 5.4; muc 1 5.5, 5.6; >\n"
                                        "tieuchi 5.5 muc 2 < giaiphap Dạy bơi; >\n"
                                        "tieuchi 5.6 muc 2 < giaiphap Ôn tập; >\n");
    assert_int_equal(g->aim, 2);
    assert_int_equal(g->now, 1);
    assert_int_equal(g->lifted, 2);
    assert_int_equal(g->after.n, 2);
    done(&r);
    /* a plan without a level may reach it; keeping what there is does not */
    g = rate(&r, S18 "hientrang < muc 2 1.1 - 5.4; muc 1 5.5, 5.6; >\n"
                     "tieuchi 5.5 muc 2 < giaiphap Dạy bơi; >\n"
                     "tieuchi 5.6 < giaiphap Ôn tập; >\n");
    assert_int_equal(g->lifted, 1);
    assert_int_equal(g->possible, 2);
    done(&r);
    g = rate(&r, S18 "hientrang < muc 2 1.1 - 5.4; muc 1 5.5, 5.6; >\n"
                     "viec Dạy bơi, ôn tập < tieuchi 5.5, 5.6; giaiphap Mở lớp; >\n");
    assert_int_equal(g->lifted, 1);
    assert_int_equal(g->possible, 2);
    done(&r);
    g = rate(&r, S18 "hientrang < muc 2 1.1 - 5.5; muc 1 5.6; >\n"
                     "tieuchi 5.6 duytri < giaiphap Ôn tập; >\n");
    assert_int_equal(g->possible, 1);
    done(&r);
    /* a level that the criterion does not have lifts nothing */
    g = rate(&r, S18 "hientrang < muc 2 tatca; >\ntieuchi 1.7 muc 3 < giaiphap Bồi dưỡng; >\n");
    assert_int_equal(g->lifted, 2);
    done(&r);
}

/* Circular 57/2026, article 5. */
static void test_mandatory_and_others(void **state)
{
    (void)state;
    planned r;
    /* the 8 mandatory at level 2, three of the other seven: two more are needed */
    const khct_rating *g =
        rate(&r, S57 "hientrang < muc 2 1.2 - 1.4, 2.1 - 2.3, 3.1 - 3.3, 4.1, 4.2;"
                     " muc 1 1.1, 3.4, 3.5, 4.3; >\n");
    assert_int_equal(g->now, 1);
    const khct_way *way = khct_rating_way(g, 2);
    assert_int_equal(way->all.n, 0);
    assert_int_equal(way->choose, 2);
    assert_string_equal(steps(&way->any), "1.1>2 3.4>2 3.5>2 4.3>2");
    done(&r);
    /* five of the seven and all mandatory ones: level 2, though two stay at level 1 */
    g = rate(&r, S57 "hientrang < muc 2 1.1 - 3.3, 4.1, 4.2, 3.4; muc 1 3.5, 4.3; >\n");
    assert_int_equal(g->now, 2);
    done(&r);
    /* the same, but one not met at all: level 1, and that one must reach level 1 */
    g = rate(&r, S57 "hientrang < muc 2 1.1 - 3.3, 4.1, 4.2, 3.4; muc 1 4.3; khongdat 3.5; >\n");
    assert_int_equal(g->now, 1);
    way = khct_rating_way(g, 2);
    assert_string_equal(steps(&way->all), "3.5>1");
    assert_int_equal(way->choose, 0);
    done(&r);
}

/* A criterion that must rise anyway goes further before another one is asked for. */
static void test_smallest_set(void **state)
{
    (void)state;
    planned r;
    /* others at level 2: 1.1, 1.2, 2.3, 3.3; 3.4 and 4.3 at 1; 3.5 not met: one more is needed */
    const khct_rating *g = rate(&r, S57 "hientrang < muc 2 1.1 - 3.3, 4.1, 4.2; muc 1 3.4, 4.3;"
                                        " khongdat 3.5; >\n");
    const khct_way *way = khct_rating_way(g, 2);
    assert_string_equal(steps(&way->all), "3.5>1");
    assert_int_equal(way->choose, 1);
    assert_string_equal(steps(&way->any), "3.5>2");
    done(&r);
    /* one less: 3.5 goes to level 2, and one of the rest beside it */
    g = rate(&r,
             S57 "hientrang < muc 2 1.2 - 3.3, 4.1, 4.2; muc 1 1.1, 3.4, 4.3; khongdat 3.5; >\n");
    way = khct_rating_way(g, 2);
    assert_string_equal(steps(&way->all), "3.5>2");
    assert_int_equal(way->choose, 1);
    assert_string_equal(steps(&way->any), "1.1>2 3.4>2 4.3>2");
    done(&r);
}

static void test_level_one_of_57(void **state)
{
    (void)state;
    planned r;
    const khct_rating *g =
        rate(&r, S57 "hientrang < muc 1 1.2 - 1.4, 2.1 - 2.3, 3.1, 3.3, 3.4, 4.1, 4.2;"
                     " khongdat 1.1, 3.2, 3.5, 4.3; >\n");
    assert_int_equal(g->now, 0);
    const khct_way *way = khct_rating_way(g, 1);
    assert_string_equal(steps(&way->all), "3.2>1");
    assert_int_equal(way->choose, 1);
    assert_string_equal(steps(&way->any), "1.1>1 3.5>1 4.3>1");
    const khct_hold *hold = g->holds.n > 0 ? &g->holds.at[0] : NULL;
    assert_int_equal(hold->criteria.n, 1);
    assert_int_equal(hold->missing, 1);
    assert_int_equal(hold->others.n, 3);
    done(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_to_rate),      cmocka_unit_test(test_all_criteria),
        cmocka_unit_test(test_failed_criterion),     cmocka_unit_test(test_highest),
        cmocka_unit_test(test_incomplete),           cmocka_unit_test(test_targets),
        cmocka_unit_test(test_mandatory_and_others), cmocka_unit_test(test_smallest_set),
        cmocka_unit_test(test_level_one_of_57),
    };
    library = khct_library_new(NULL);
    if (library == NULL)
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    khct_library_free(library);
    return failed;
}

/* The catalogues of the library against a table of facts: every level of every criterion. */
#include "library/library.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define FACTS "tests/catalogue/facts.txt" /* tests run in the project's folder */

static khct_library *library;

typedef struct fact {
    khct_str catalogue, kind, number, levels, title;
} fact;

typedef struct reading {
    KHCT_VEC(fact) facts;
} reading;

static khct_str next_field(khct_str *line)
{
    size_t n = khct_str_find(*line, KHCT_STR("|"));
    khct_str field = khct_str_trim(khct_str_sub(*line, 0, n));
    *line = khct_str_sub(*line, n < line->n ? n + 1 : line->n, line->n);
    return field;
}

static void read_facts(void *context)
{
    reading *r = context;
    FILE *file = fopen(FACTS, "rb");
    if (file == NULL)
        return;
    char *buffer = NULL;
    size_t size = 0;
    ssize_t n;
    while ((n = getline(&buffer, &size, file)) >= 0) {
        khct_str line = khct_str_copy(library->arena, khct_str_trim((khct_str){buffer, (size_t)n}));
        if (line.n == 0 || line.p[0] == '#')
            continue;
        fact *f = &khct_push(library->arena, &r->facts);
        f->catalogue = next_field(&line);
        f->kind = next_field(&line);
        f->number = next_field(&line);
        f->levels = next_field(&line);
        f->title = khct_str_trim(line);
    }
    free(buffer);
    fclose(file);
}

static const khct_catalogue *catalogue(const char *id)
{
    return khct_library_catalogue(library, khct_str_of(id));
}

static void check_criterion(const fact *f, const khct_criterion *criterion)
{
    for (unsigned level = 1; level <= 5; level++) {
        char digit[2] = {(char)('0' + level), '\0'};
        bool has = khct_str_find(f->levels, khct_str_of(digit)) < f->levels.n;
        if (khct_criterion_has(criterion, level) != has)
            fail_msg("%.*s %.*s: level %u", KHCT_ARG(f->catalogue), KHCT_ARG(f->number), level);
    }
    assert_int_equal(criterion->mandatory, khct_str_ends(f->levels, "*"));
    if (!khct_str_eq(criterion->title, f->title))
        fail_msg("%.*s %.*s: \"%.*s\"", KHCT_ARG(f->catalogue), KHCT_ARG(f->number),
                 KHCT_ARG(criterion->title));
}

static void check_facts(void *context)
{
    reading *r = context;
    read_facts(r);
    assert_int_equal(r->facts.n, 152); /* 27 standards, 125 criteria */
    size_t standards = 0, criteria = 0;
    for (size_t i = 0; i < r->facts.n; i++) {
        const fact *f = &r->facts.at[i];
        const khct_catalogue *c = khct_library_catalogue(library, f->catalogue);
        assert_non_null(c);
        unsigned standard = 0, number = 0;
        char *text = khct_cstr(library->arena, f->number);
        if (khct_str_is(f->kind, "S")) {
            standards++;
            const khct_standard *s = khct_catalogue_standard(c, (uint32_t)strtoul(text, NULL, 10));
            assert_non_null(s);
            assert_true(khct_str_eq(s->title, f->title));
            continue;
        }
        criteria++;
        assert_int_equal(sscanf(text, "%u.%u", &standard, &number), 2);
        const khct_criterion *criterion =
            khct_catalogue_criterion(c, (khct_criterion_id){(uint16_t)standard, (uint16_t)number});
        assert_non_null(criterion);
        check_criterion(f, criterion);
    }
    /* nothing more than the facts */
    khct_strs ids = khct_library_list(library, library->arena, "danhmuc");
    for (size_t i = 0; i < ids.n; i++) {
        standards -= khct_library_catalogue(library, ids.at[i])->standards.n;
        criteria -= khct_library_catalogue(library, ids.at[i])->criteria.n;
    }
    assert_int_equal(standards, 0);
    assert_int_equal(criteria, 0);
}

static void test_facts(void **state)
{
    (void)state;
    reading r = {{NULL, 0, 0}};
    assert_true(khct_try(library->arena, check_facts, &r));
}

static size_t with_level(const khct_catalogue *c, unsigned level)
{
    size_t n = 0;
    for (size_t i = 0; i < c->criteria.n; i++)
        n += khct_criterion_has(&c->criteria.at[i], level);
    return n;
}

static void check_counts(void *context)
{
    (void)context;
    static const struct {
        const char *id;
        size_t criteria, third, items;
    } OLD[] = {{"tt19_2018", 25, 19, 6}, {"tt17_2018", 27, 19, 5}, {"tt18_2018", 28, 20, 6}};
    for (size_t i = 0; i < 3; i++) {
        const khct_catalogue *c = catalogue(OLD[i].id);
        assert_int_equal(c->criteria.n, OLD[i].criteria);
        assert_int_equal(with_level(c, 1), OLD[i].criteria);
        assert_int_equal(with_level(c, 2), OLD[i].criteria);
        assert_int_equal(with_level(c, 3), OLD[i].third);
        assert_int_equal(with_level(c, 4), 0);
        assert_int_equal(c->items.n, OLD[i].items);
        assert_int_equal(c->highest, 4);
        assert_false(c->any_mandatory);
    }
    static const char *const NEW[] = {"tt57_2026_mamnon", "tt57_2026_phothong", "tt57_2026_gdtx"};
    for (size_t i = 0; i < 3; i++) {
        const khct_catalogue *c = catalogue(NEW[i]);
        size_t mandatory = 0;
        for (size_t k = 0; k < c->criteria.n; k++)
            mandatory += c->criteria.at[k].mandatory;
        assert_int_equal(c->criteria.n, 15);
        assert_int_equal(mandatory, 8);
        assert_int_equal(with_level(c, 2), 15);
        assert_int_equal(with_level(c, 3), 0);
        assert_int_equal(c->highest, 2);
    }
}

static void test_counts(void **state)
{
    (void)state;
    assert_true(khct_try(library->arena, check_counts, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_facts), cmocka_unit_test(test_counts)};
    library = khct_library_new(NULL);
    if (library == NULL)
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    khct_library_free(library);
    return failed;
}

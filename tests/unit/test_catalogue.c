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

/* The catalogue of a fact. */
static const khct_catalogue *catalogue(const fact *f)
{
    const khct_catalogue *c = khct_library_catalogue(library, f->catalogue);
    if (c == NULL)
        fail_msg(FACTS ": %.*s is no catalogue of stdlib/danhmuc", KHCT_ARG(f->catalogue));
    return c;
}

/* The library and the table tell different things. */
static void differ(const fact *f, const char *what)
{
    fail_msg("stdlib/danhmuc/%.*s.khct and " FACTS " differ in %.*s %.*s: %s",
             KHCT_ARG(f->catalogue), KHCT_ARG(f->kind), KHCT_ARG(f->number), what);
}

static void check_standard(const fact *f)
{
    char *number = khct_cstr(library->arena, f->number);
    const khct_standard *s =
        khct_catalogue_standard(catalogue(f), (uint32_t)strtoul(number, NULL, 10));
    if (s == NULL)
        differ(f, "the catalogue does not have it");
    if (!khct_str_eq(s->title, f->title))
        differ(f, "the title");
}

static void check_criterion(const fact *f)
{
    unsigned standard = 0, number = 0;
    assert_int_equal(sscanf(khct_cstr(library->arena, f->number), "%u.%u", &standard, &number), 2);
    const khct_criterion *criterion = khct_catalogue_criterion(
        catalogue(f), (khct_criterion_id){(uint16_t)standard, (uint16_t)number});
    if (criterion == NULL)
        differ(f, "the catalogue does not have it");
    for (unsigned level = 1; level <= 5; level++) {
        char digit[2] = {(char)('0' + level), '\0'};
        bool has = khct_str_find(f->levels, khct_str_of(digit)) < f->levels.n;
        if (khct_criterion_has(criterion, level) != has)
            differ(f, "the levels");
    }
    if (criterion->mandatory != khct_str_ends(f->levels, "*"))
        differ(f, "mandatory or not");
    if (!khct_str_eq(criterion->title, f->title))
        differ(f, "the title");
}

/* "5 standards, 28 criteria: 28/28/20, 0 mandatory, 6 items, highest level 4": what a catalogue
 * has, in the words of its row N. */
static khct_str counts(const khct_catalogue *c)
{
    size_t mandatory = 0, levels[3] = {0};
    for (size_t i = 0; i < c->criteria.n; i++) {
        mandatory += c->criteria.at[i].mandatory;
        for (unsigned level = 1; level <= 3; level++)
            levels[level - 1] += khct_criterion_has(&c->criteria.at[i], level);
    }
    assert_int_equal(c->any_mandatory, mandatory > 0);
    char text[200];
    snprintf(text, sizeof text,
             "%zu standards, %zu criteria: %zu/%zu/%zu, %zu mandatory, %zu items, highest level %u",
             c->standards.n, c->criteria.n, levels[0], levels[1], levels[2], mandatory, c->items.n,
             (unsigned)c->highest);
    return khct_str_copy(library->arena, khct_str_of(text));
}

static void check_counts(const fact *f)
{
    khct_str has = counts(catalogue(f));
    if (!khct_str_eq(has, f->title))
        fail_msg(FACTS ": %.*s | N: stdlib/danhmuc has %.*s", KHCT_ARG(f->catalogue),
                 KHCT_ARG(has));
}

/* How many rows of a kind the table has for a catalogue. */
static size_t rows_of(const reading *r, khct_str catalogue, const char *kind)
{
    size_t n = 0;
    for (size_t i = 0; i < r->facts.n; i++)
        n += khct_str_eq(r->facts.at[i].catalogue, catalogue) &&
             khct_str_is(r->facts.at[i].kind, kind);
    return n;
}

/* The library has nothing that the table does not tell. */
static void check_told(const reading *r, khct_str id)
{
    const khct_catalogue *c = khct_library_catalogue(library, id);
    if (rows_of(r, id, "N") != 1)
        fail_msg(FACTS ": has no row N for %.*s", KHCT_ARG(id));
    if (rows_of(r, id, "S") != c->standards.n)
        fail_msg(FACTS ": has not one row S for each standard of %.*s", KHCT_ARG(id));
    if (rows_of(r, id, "C") != c->criteria.n)
        fail_msg(FACTS ": has not one row C for each criterion of %.*s", KHCT_ARG(id));
}

static void check_facts(void *context)
{
    reading *r = context;
    read_facts(r);
    assert_int_not_equal(r->facts.n, 0);
    for (size_t i = 0; i < r->facts.n; i++) {
        const fact *f = &r->facts.at[i];
        if (khct_str_is(f->kind, "S"))
            check_standard(f);
        else if (khct_str_is(f->kind, "C"))
            check_criterion(f);
        else if (khct_str_is(f->kind, "N"))
            check_counts(f);
        else
            fail_msg(FACTS ": %.*s is no kind of row", KHCT_ARG(f->kind));
    }
    khct_strs ids = khct_library_list(library, library->arena, "danhmuc");
    for (size_t i = 0; i < ids.n; i++)
        check_told(r, ids.at[i]);
}

static void test_facts(void **state)
{
    (void)state;
    reading r = {{NULL, 0, 0}};
    assert_true(khct_try(library->arena, check_facts, &r));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_facts)};
    library = khct_library_new(NULL);
    if (library == NULL)
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    khct_library_free(library);
    return failed;
}

/* The standard library: every file of it is read without a remark, and says what it should. */
#include "library/library.h"
#include "plan/rating.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static khct_library *library;

static void load_all(void *context)
{
    (void)context;
    khct_strs ids = khct_library_list(library, library->arena, "danhmuc");
    assert_int_equal(ids.n, 6);
    for (size_t i = 0; i < ids.n; i++)
        assert_non_null(khct_library_catalogue(library, ids.at[i]));
    ids = khct_library_list(library, library->arena, "mau");
    assert_int_equal(ids.n, 4);
    for (size_t i = 0; i < ids.n; i++)
        assert_non_null(khct_library_template(library, ids.at[i]));
    khct_library_load_legals(library);
    khct_library_load_roles(library);
}

static void test_no_remarks(void **state)
{
    (void)state;
    assert_true(khct_try(library->arena, load_all, NULL));
    for (size_t i = 0; i < library->diags.list.n; i++) {
        const khct_diag *diag = library->diags.list.at[i];
        khct_position at =
            khct_source_position(&library->sources, diag->span.source, diag->span.begin);
        khct_str name = khct_source_at(&library->sources, diag->span)->name;
        print_message("%.*s:%u: KH%s\n", KHCT_ARG(name), at.line, khct_code_at(diag->code)->number);
    }
    assert_int_equal(library->diags.list.n, 0);
}

static void test_documents_refer_to_documents(void **state)
{
    (void)state;
    assert_true(library->legals.n >= 40);
    for (size_t i = 0; i < library->legals.n; i++) {
        const khct_legal *legal = library->legals.at[i];
        assert_true(legal->kind.n > 0);
        assert_true(legal->number.understood);
        if (legal->replaced_by.n > 0)
            assert_non_null(khct_library_legal(library, legal->replaced_by));
        for (size_t k = 0; k < legal->amended_by.n; k++)
            assert_non_null(khct_library_legal(library, legal->amended_by.at[k]));
    }
    for (size_t i = 0; i < library->catalogues.n; i++)
        assert_non_null(khct_catalogue_legal(library, library->catalogues.at[i]));
}

static int set_up(void **state)
{
    (void)state;
    library = khct_library_new(NULL);
    return library == NULL;
}

static int tear_down(void **state)
{
    (void)state;
    khct_library_free(library);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_remarks),
        cmocka_unit_test(test_documents_refer_to_documents),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

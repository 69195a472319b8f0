/* The standard library: every file of it is read without a remark, and says what it should. */
#include "library/embedded.h"
#include "library/library.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static khct_library *library;

/* Bytes of the library's own are not looked at when it is loaded: they are here. */
static void look_at_bytes(void)
{
    khct_loader loader = {.diags = &library->diags, .vocabulary = library->vocabulary};
    for (const khct_embedded *file = KHCT_EMBEDDED; file->path != NULL; file++) {
        khct_str name = khct_str_of(file->path);
        if (!khct_str_ends(name, ".khct"))
            continue;
        khct_document *document =
            khct_load_text(&loader, name, (khct_str){file->bytes, file->size}, true);
        assert_false(
            khct_source_at(&library->sources, document->files.at[0].tree->top->span)->marks);
    }
}

static void load_all(void *context)
{
    (void)context;
    look_at_bytes();
    khct_strs ids = khct_library_list(library, library->arena, "danhmuc");
    assert_true(ids.n >= 6);
    for (size_t i = 0; i < ids.n; i++)
        assert_non_null(khct_library_catalogue(library, ids.at[i]));
    ids = khct_library_list(library, library->arena, "mau");
    assert_true(ids.n >= 4);
    for (size_t i = 0; i < ids.n; i++)
        assert_non_null(khct_library_template(library, ids.at[i]));
    size_t count = khct_library_records(library)->n;
    assert_true(count >= 81);
    for (size_t i = 0; i < count; i++)
        assert_non_null(khct_library_record(library, i));
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
    for (size_t i = 0; i < library->records.n; i++) {
        const khct_legal *legal = library->records.at[i].legal;
        assert_true(legal->kind.n > 0);
        assert_true(legal->number.understood || khct_str_ends(legal->number.text, "/TW"));
        if (legal->replaced_by.n > 0)
            assert_non_null(khct_library_legal(library, library->arena, legal->replaced_by));
        for (size_t k = 0; k < legal->amended_by.n; k++)
            assert_non_null(khct_library_legal(library, library->arena, legal->amended_by.at[k]));
    }
    for (size_t i = 0; i < library->known.n; i++)
        if (khct_str_starts(library->known.at[i].path, "danhmuc/"))
            assert_non_null(
                khct_catalogue_legal(library, library->arena, library->known.at[i].block));
}

/* What is known of a document before it is read is what it says. */
static void check_records(void *context)
{
    (void)context;
    khct_str text = khct_library_file(library, library->arena, "vanban/vanban.khct");
    khct_loader loader = {.diags = &library->diags, .vocabulary = library->vocabulary};
    khct_document *whole = khct_load_text(&loader, KHCT_STR("vanban/vanban.khct"), text, true);
    const khct_node *node = khct_document_next(whole, NULL, KHCT_K_VANBAN);
    for (size_t i = 0; i < library->records.n; i++, node = khct_again(node)) {
        const khct_record *cut = &library->records.at[i];
        khct_record read = khct_record_of(cut->legal);
        assert_true(khct_str_eq(cut->id, read.id));
        assert_true(khct_str_eq(cut->kind, read.kind));
        assert_int_equal(cut->number, read.number);
        assert_int_equal(cut->ends, read.ends);
        assert_int_equal(cut->legal->span.begin, node->value.begin);
        assert_int_equal(cut->legal->span.end, node->value.end);
        assert_true(khct_library_legal(library, library->arena, cut->id) == cut->legal);
    }
    assert_null(node);
}

static void test_records(void **state)
{
    (void)state;
    assert_true(khct_try(library->arena, check_records, NULL));
}

/* Every record says how well it is known and when it was last looked at; what two sources agree on
 * is judged by. */
static void test_verified(void **state)
{
    (void)state;
    for (size_t i = 0; i < library->records.n; i++) {
        const khct_legal *legal = library->records.at[i].legal;
        assert_true(legal->verified.proofs.n > 0);
        assert_true(legal->verified.looked != KHCT_NO_DATE);
        for (size_t k = 0; k < legal->verified.proofs.n; k++) {
            const khct_proof *proof = &legal->verified.proofs.at[k];
            assert_int_not_equal(proof->kind, KHCT_PROOF_NONE);
            if (proof->kind == KHCT_PROOF_MANY && proof->of.n == 0)
                assert_int_equal(legal->unsure, 0);
        }
    }
    for (size_t i = 0; i < library->known.n; i++) {
        const khct_catalogue *catalogue = library->known.at[i].block;
        if (khct_str_starts(library->known.at[i].path, "danhmuc/"))
            assert_true(catalogue->verified.looked != KHCT_NO_DATE);
    }
}

/* A law is named without its number (Decree 30/2020/NĐ-CP, appendix I, part I, section II). */
static void check_title(void *context)
{
    (void)context;
    khct_arena *arena = library->arena;
    const khct_legal *law = khct_library_legal(library, library->arena, KHCT_STR("luat73_2025"));
    assert_true(khct_str_is(khct_legal_title(arena, law), "Luật Nhà giáo"));
    law = khct_library_legal(library, library->arena, KHCT_STR("tt57_2026"));
    assert_int_equal(khct_legal_title(arena, law).n, 0);
}

static void test_title(void **state)
{
    (void)state;
    assert_true(khct_try(library->arena, check_title, NULL));
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
        cmocka_unit_test(test_no_remarks), cmocka_unit_test(test_documents_refer_to_documents),
        cmocka_unit_test(test_verified),   cmocka_unit_test(test_records),
        cmocka_unit_test(test_title),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

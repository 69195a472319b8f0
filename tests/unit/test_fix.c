/* Fixes applied to a text, and the diff that shows them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "parsed.h"

#include "syntax/fix.h"

#include <string.h>

static char *in_memory(khct_out *out)
{
    khct_out_finish(out);
    khct_str text = khct_out_text(out);
    char *copy = calloc(text.n + 1, 1);
    memcpy(copy, text.p, text.n);
    khct_out_release(out);
    return copy;
}

static void fixed_is(const char *text, const char *expected, size_t fixes)
{
    parsed p = parsed_read(khct_str_of(text));
    khct_edits edits = khct_edits_of(p.diags, p.source, KHCT_SAFE);
    khct_str made = khct_edits_apply(p.diags, p.source, &edits);
    char *copy = khct_cstr(p.arena, made);
    assert_string_equal(copy, expected);
    assert_int_equal(edits.fixes, fixes);
    assert_int_equal(edits.left, 0);
    parsed_free(&p);
}

static void diff_is(const char *text, khct_grade grade, const char *expected)
{
    static khct_out out;
    parsed p = parsed_read(khct_str_of(text));
    khct_edits edits = khct_edits_of(p.diags, p.source, grade);
    khct_out_to_memory(&out);
    khct_edits_diff(&out, p.diags, p.source, &edits);
    char *copy = in_memory(&out);
    assert_string_equal(copy, expected);
    free(copy);
    parsed_free(&p);
}

static void sure_fixes(void **state)
{
    (void)state;
    fixed_is("truong < ten A; >\n", "truong < ten A; >\n", 0);
    fixed_is("truong <\n  ten A\n  cap thcs;\n>\n", "truong <\n  ten A;\n  cap thcs;\n>\n", 1);
    fixed_is("truong <\n  tenn A\n>\n", "truong <\n  ten A;\n>\n", 2);
    fixed_is("dung danhmuc a", "dung danhmuc a;", 1);
    fixed_is("phan A <\n  doan \"\"\"B\"\"\"\n>\n", "phan A <\n  doan \"\"\"B\"\"\";\n>\n", 1);
    /* text that may be meant so, a `>` or a `<` that may belong elsewhere: a person's */
    fixed_is("truong <\n  tên A\n  cấp thcs;\n>\n", "truong <\n  tên A\n  cấp thcs;\n>\n", 0);
    fixed_is("truong\n  ten A;\n>\n>\n", "truong\n  ten A;\n>\n>\n", 0);
}

static void two_in_one_place(void **state)
{
    (void)state;
    parsed p = parsed_read(KHCT_STR("truong < ten A; >\n"));
    for (int i = 0; i < 3; i++) {
        khct_span span = {p.source, 0, i == 2 ? 6 : 0};
        khct_diag *diag = khct_report(p.diags, KHCT_KH1002, span, KHCT_MSG0(NONE));
        khct_diag_fix(diag, KHCT_SAFE, span, i == 2 ? KHCT_STR("x") : KHCT_STR("y"));
    }
    khct_edits edits = khct_edits_of(p.diags, p.source, KHCT_SAFE);
    assert_int_equal(edits.list.n, 1); /* the same insertion twice is one */
    assert_int_equal(edits.fixes, 2);
    assert_int_equal(edits.left, 1);
    parsed_free(&p);
}

static void diffs(void **state)
{
    (void)state;
    diff_is("truong < ten A; >\n", KHCT_SAFE, "");
    diff_is("# 1\n# 2\n# 3\n# 4\ntruong <\n  ten A\n>\n# 8\n# 9\n# 10\n# 11\n", KHCT_SAFE,
            "--- thu.khct\n+++ thu.khct\n@@ -3,7 +3,7 @@\n # 3\n # 4\n truong <\n-  ten A\n"
            "+  ten A;\n >\n # 8\n # 9\n");
    diff_is("dung danhmuc a", KHCT_SAFE,
            "--- thu.khct\n+++ thu.khct\n@@ -1,1 +1,1 @@\n-dung danhmuc a\n"
            "\\ No newline at end of file\n+dung danhmuc a;\n\\ No newline at end of file\n");
    diff_is("truong <\n  ten A;\nkehoach <\n  so 1/KH;\n>\n", KHCT_LIKELY,
            "--- thu.khct\n+++ thu.khct\n@@ -1,5 +1,6 @@\n truong <\n   ten A;\n+>\n kehoach <\n"
            "   so 1/KH;\n >\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sure_fixes),
        cmocka_unit_test(two_in_one_place),
        cmocka_unit_test(diffs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

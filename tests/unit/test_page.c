/* The page as the template lays it out: which tables are turned, which cells are one. */
#include "plan_helper.h"

#include "page/build.h"

#include <stdio.h>
#include <string.h>

static khct_library *library;

static const khct_page *lay_out(planned *l, const char *text)
{
    plan_read(l, library, text);
    return l->page;
}

static const khct_table *table_of(const khct_page *page, khct_content content)
{
    for (size_t i = 0; i < page->blocks.n; i++)
        if (page->blocks.at[i].kind == KHCT_BLOCK_TABLE &&
            page->blocks.at[i].table->content == content)
            return page->blocks.at[i].table;
    fail();
    return NULL;
}

#define FORM2                                                                                      \
    "dung danhmuc tt57_2026_phothong;\ndung mau bieu2_tt57;\nkehoach < namhoc 2026-2027; >\n"
#define WORDS "có ý kiến của từng tổ chuyên môn và được rà soát lại sau mỗi học kỳ "
#define LONG WORDS WORDS WORDS WORDS

static void tables_stand_upright_where_they_read_well(void **state)
{
    (void)state;
    planned l;
    const khct_page *page = lay_out(
        &l, FORM2 "vande tieuchuan 1 tieuchi 1.3 < hientrang Sổ sách còn rời; hanche Chậm; >\n"
                  "tieuchi 1.3 muc 2 < giaiphap Gộp sổ; chutri HT; thoigian 9/2026; >\n"
                  "theodoi cuối học kỳ I < noidung Tiến độ; >\n");
    assert_false(table_of(page, KHCT_CONTENT_PROBLEMS)->landscape);
    assert_false(table_of(page, KHCT_CONTENT_ROUNDS)->landscape);
    assert_false(table_of(page, KHCT_CONTENT_PLAN)->landscape);
    khct_arena_free(l.arena);
    page = lay_out(&l, FORM2 "tieuchi 1.3 muc 2 < giaiphap Gộp sổ; muctieu " LONG "; >\n"
                             "theodoi cuối học kỳ I < noidung " LONG "; nguoi " LONG "; >\n");
    assert_true(table_of(page, KHCT_CONTENT_PLAN)->landscape);
    assert_true(table_of(page, KHCT_CONTENT_ROUNDS)->landscape);
    khct_arena_free(l.arena);
}

/* One row of many may be narrow. */
static void one_long_cell_turns_no_long_table(void **state)
{
    (void)state;
    planned l;
    const khct_page *page = lay_out(
        &l, FORM2 "theodoi tháng 9 < noidung a; > theodoi tháng 10 < noidung a; >"
                  "theodoi tháng 11 < noidung a; > theodoi tháng 12 < noidung a; >"
                  "theodoi tháng 1 < noidung a; > theodoi tháng 2 < noidung a; nguoi " LONG "; >");
    assert_int_equal(table_of(page, KHCT_CONTENT_ROUNDS)->rows.n, 6);
    assert_false(table_of(page, KHCT_CONTENT_ROUNDS)->landscape);
    khct_arena_free(l.arena);
}

static void a_template_can_settle_it(void **state)
{
    (void)state;
    planned l;
    const khct_page *page = lay_out(
        &l, "mau ngang2 < ten Hai cột; phan noidung Nội dung < noidung kehoach; bang < huong "
            "ngang; cot Việc < rong 50; truongtin giaiphap; > cot Người < rong 50; "
            "truongtin chutri; > > > >\n"
            "kehoach < danhmuc tt57_2026_phothong; mau ngang2; namhoc 2026-2027; >\n"
            "tieuchi 1.3 muc 2 < giaiphap Gộp sổ; chutri HT; >\n");
    assert_true(table_of(page, KHCT_CONTENT_PLAN)->landscape);
    khct_arena_free(l.arena);
}

/* The standard of rows below each other is one cell; a criterion's tasks go on in it. */
static void the_same_standard_is_one_cell(void **state)
{
    (void)state;
    planned l;
    const khct_page *page =
        lay_out(&l, "dung danhmuc tt18_2018;\ndung mau nam10cot;\nkehoach < namhoc 2023-2024; >\n"
                    "tieuchi 1.1 < viec < giaiphap Một; > viec < giaiphap Hai; > >\n"
                    "tieuchi 1.2 < giaiphap Ba; >\n"
                    "tieuchi 2.1 < giaiphap Bốn; >\n");
    const khct_table *table = table_of(page, KHCT_CONTENT_PLAN);
    static const uint32_t STANDARD[] = {3, 0, 0, 1}, CRITERION[] = {2, 0, 1, 1};
    assert_int_equal(table->rows.n, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(table->rows.at[i].cells.at[0].rows, STANDARD[i]);
        assert_int_equal(table->rows.at[i].cells.at[1].rows, CRITERION[i]);
    }
    khct_arena_free(l.arena);
}

#define RESULTS(FORM)                                                                              \
    "mau m < ten M; phan ketqua Kết quả < noidung ketqua; " FORM " > phan noidung Nội dung < "   \
    "noidung kehoach; bang < cot Việc < rong 100; truongtin giaiphap; > > > >\n"                 \
    "kehoach < danhmuc tt57_2026_phothong; mau m; namhoc 2026-2027; >\n"                           \
    "hientrang < muc 1 1.1; >\n"

static void results_are_set_as_the_template_says(void **state)
{
    (void)state;
    planned l;
    const khct_table *table =
        table_of(lay_out(&l, RESULTS("bangketqua hainua;")), KHCT_CONTENT_RESULTS);
    assert_true(table->halves);
    assert_true(khct_str_is(table->rows.at[1].cells.at[0].pieces.at[0].text, "Tiêu chí 1.1"));
    khct_arena_free(l.arena);
    table = table_of(lay_out(&l, RESULTS("bangketqua tentieuchi;")), KHCT_CONTENT_RESULTS);
    assert_false(table->halves);
    khct_str title = table->rows.at[1].cells.at[0].pieces.at[0].text;
    assert_true(khct_str_starts(title, "1.1. ") && title.n > 10);
    khct_arena_free(l.arena);
}

/* The number stands as written, with dots for what is to be filled by hand. */
static void a_blank_number_is_dots(void **state)
{
    (void)state;
    static const char *const CASES[][2] = {
        {"namhoc 2026-2027;", "…/KH-…"},
        {"so 5/KH-THCSHS; namhoc 2026-2027;", "05/KH-THCSHS"},
        {"so /KH-THCSHS; namhoc 2026-2027;", "…/KH-THCSHS"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        planned l;
        char text[200];
        snprintf(text, sizeof text, "kehoach < %s >\n", CASES[i][0]);
        const khct_page *page = lay_out(&l, text);
        assert_int_equal(page->number.n, strlen(CASES[i][1]));
        assert_memory_equal(page->number.p, CASES[i][1], page->number.n);
        khct_arena_free(l.arena);
    }
}

/* "I thongtin, II cancu": the numbers of the parts and their names. */
static khct_str parts_of(khct_arena *arena, const khct_page *page)
{
    khct_str all = KHCT_STR("");
    for (size_t i = 0; i < page->blocks.n; i++) {
        const khct_page_block *block = &page->blocks.at[i];
        if (block->kind != KHCT_BLOCK_PART)
            continue;
        khct_str pieces[] = {all, all.n > 0 ? KHCT_STR(", ") : KHCT_STR(""), block->number,
                             KHCT_STR(" "), block->name};
        all = khct_str_join(arena, pieces, 5);
    }
    return all;
}

/* Under form 2 a part that is missing, or one of the school's own, changes no number. */
static void form_2_keeps_its_numbers(void **state)
{
    (void)state;
    planned l;
    const khct_page *page =
        lay_out(&l, FORM2 "phan Của trường < doan Lời riêng.; >\n"
                          "truong < ten Trường THCS Hoa Sen; >\n"
                          "tieuchi 1.3 muc 2 < giaiphap Gộp sổ; chutri HT; thoigian 9/2026; >\n");
    khct_str parts = parts_of(l.arena, page);
    assert_true(khct_str_is(parts, "I thongtin, II cancu, III mucdich, IV vande, V kehoach, VI "
                                   "theodoi, VII tochuc, VIII coche, IX phan-9"));
    for (size_t i = 0; i + 1 < page->blocks.n; i++)
        if (khct_str_is(page->blocks.at[i].name, "vande"))
            assert_true(khct_str_is(page->blocks.at[i + 1].piece.text, "Không có."));
    khct_arena_free(l.arena);
    page = lay_out(&l, "dung danhmuc tt18_2018;\ndung mau cv5932;\nkehoach < namhoc 2023-2024; >\n"
                       "phan Của trường < doan Lời.; >\nphan tochuc < doan Lời.; >\n");
    parts = parts_of(l.arena, page);
    assert_true(khct_str_is(parts, "I phan-1, II tochuc")); /* other forms count what is there */
    khct_arena_free(l.arena);
    page = lay_out(&l, "dung danhmuc tt57_2026_phothong;\ndung mau bieu2_tt57;\n"
                       "kehoach < namhoc 2026-2027; thutu mucdich, Của trường; >\n"
                       "phan Của trường < doan Lời.; >\n");
    parts = parts_of(l.arena, page);
    assert_true(khct_str_starts(parts, "I mucdich, II phan-2, III thongtin")); /* as asked for */
    khct_arena_free(l.arena);
}

static void levels_and_dates_are_written_as_in_the_form(void **state)
{
    (void)state;
    planned l;
    const khct_page *page =
        lay_out(&l, FORM2 "truong < ten Trường Hoa Sen; cap tieuhoc, thcs; >\n"
                          "tieuchi 1.3 muc 2 < giaiphap Gộp sổ; tiendo 5/1/2027 hoàn thành; >\n");
    for (size_t i = 0; i < page->blocks.n; i++)
        if (khct_str_is(page->blocks.at[i].piece.label, "Cấp học"))
            assert_true(khct_str_is(page->blocks.at[i].piece.text, "Tiểu học, trung học cơ sở"));
    const khct_row *row = &table_of(page, KHCT_CONTENT_PLAN)->rows.at[0];
    assert_true(khct_str_is(row->cells.at[9].pieces.at[0].text, "Hoàn thành (05/01/2027)"));
    khct_arena_free(l.arena);
}

static const khct_cell_box *cell_of(const khct_page *page, size_t column)
{
    return &table_of(page, KHCT_CONTENT_PLAN)->rows.at[0].cells.at[column];
}

static bool says(const khct_cell_box *box, const char *label, const char *text)
{
    for (size_t i = 0; i < box->pieces.n; i++)
        if (khct_str_is(box->pieces.at[i].label, label) &&
            khct_str_is(box->pieces.at[i].text, text))
            return true;
    return false;
}

/* What no column shows, or what `hoac` passed over, stands where its meaning is nearest. */
static void nothing_is_lost_or_put_into_the_name(void **state)
{
    (void)state;
    planned l;
    const khct_page *page = lay_out(
        &l, FORM2 "viec Gộp sổ < tieuchi 1.3; noidung Lập sổ chung; giaiphap Họp; chutri HT; "
                  "giamsat Thanh tra; thoigian 9/2026; baocao tháng 12/2026; "
                  "ghichu Mỗi tổ một bản; >\n");
    assert_int_equal(cell_of(page, 1)->pieces.n, 1);
    assert_true(says(cell_of(page, 1), "", "Gộp sổ"));
    assert_true(says(cell_of(page, 3), "", "Họp"));
    assert_true(says(cell_of(page, 3), "Nội dung", "Lập sổ chung"));
    assert_true(says(cell_of(page, 3), "Ghi chú", "Mỗi tổ một bản"));
    assert_true(says(cell_of(page, 5), "Báo cáo", "tháng 12/2026"));
    assert_true(says(cell_of(page, 6), "Giám sát", "Thanh tra"));
    khct_arena_free(l.arena);
    page =
        lay_out(&l, "dung danhmuc tt18_2018;\ndung mau nam10cot;\nkehoach < namhoc 2023-2024; >\n"
                    "tieuchi 1.1 < diemyeu Chậm; noidung Làm nhanh; giaiphap Họp; >\n");
    assert_true(says(cell_of(page, 3), "", "Chậm"));
    assert_true(says(cell_of(page, 4), "Nội dung", "Làm nhanh"));
    khct_arena_free(l.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_stand_upright_where_they_read_well),
        cmocka_unit_test(one_long_cell_turns_no_long_table),
        cmocka_unit_test(a_template_can_settle_it),
        cmocka_unit_test(the_same_standard_is_one_cell),
        cmocka_unit_test(levels_and_dates_are_written_as_in_the_form),
        cmocka_unit_test(a_blank_number_is_dots),
        cmocka_unit_test(form_2_keeps_its_numbers),
        cmocka_unit_test(nothing_is_lost_or_put_into_the_name),
        cmocka_unit_test(results_are_set_as_the_template_says),
    };
    library = khct_library_new(NULL);
    if (library == NULL)
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    khct_library_free(library);
    return failed;
}

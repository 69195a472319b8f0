/* Titles of columns as names of fields. */
#include "syntax/titles.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

static void match(khct_vocabulary *v, khct_block block, const char *text, khct_keyword keyword,
                  const char *rest)
{
    khct_match m = khct_keyword_match(v, block, khct_str_of(text));
    if (m.keyword != keyword || strcmp(text + m.length, rest) != 0)
        fail_msg("%s: %s, then \"%s\"", text, khct_keyword_at(m.keyword)->unmarked,
                 text + m.length);
}

static void names_fields(void **state)
{
    khct_vocabulary *v = *state;
    match(v, KHCT_B_TIEUCHI, "Kết quả cần đạt: A", KHCT_K_KETQUA, ": A");
    match(v, KHCT_B_TIEUCHI, "Kết quả cần đạt (so với hiện trạng): A", KHCT_K_KETQUA, ": A");
    match(v, KHCT_B_TIEUCHI, "công việc/giải pháp cần thực hiện  A", KHCT_K_GIAIPHAP, "  A");
    match(v, KHCT_B_TIEUCHI, "Công việc / giải pháp: A", KHCT_K_GIAIPHAP, ": A");
    match(v, KHCT_B_TIEUCHI, "Chủ trì và phối hợp thực hiện BGH", KHCT_K_CHUTRI, " BGH");
    match(v, KHCT_B_TIEUCHI, "Chủ trì và phối hợp : BGH", KHCT_K_CHUTRI, " : BGH");
    match(v, KHCT_B_TIEUCHI, "Thời gian thực hiện tháng 9", KHCT_K_THOIGIAN, " tháng 9");
    match(v, KHCT_B_TIEUCHI, "Đơn vị/cá nhân phụ trách: A", KHCT_K_CHUTRI, ": A");
    match(v, KHCT_B_TIEUCHI, "Thông tin, dữ liệu hoặc minh chứng dự kiến: A", KHCT_K_MINHCHUNG,
          ": A");
    match(v, KHCT_B_TIEUCHI, "Nguồn lực bảo đảm: A", KHCT_K_NGUONLUC, ": A");
    match(v, KHCT_B_TIEUCHI, "Mức độ thực hiện: xong", KHCT_K_TIENDO, ": xong");
    match(v, KHCT_B_VANDE, "Nguyên nhân của hạn chế: A", KHCT_K_NGUYENNHAN, ": A");
    match(v, KHCT_B_THEODOI, "Điều chỉnh (nếu có): A", KHCT_K_DIEUCHINH, ": A");
    match(v, KHCT_B_THEODOI, "Người đánh giá: A", KHCT_K_NGUOI, ": A");
    match(v, KHCT_B_TRUONG, "Cơ quan quản lý trực tiếp: A", KHCT_K_CAPTREN, ": A");
}

/* A sentence that only begins like a title is none. */
static void leaves_sentences(void **state)
{
    khct_vocabulary *v = *state;
    match(v, KHCT_B_TIEUCHI, "Kết quả cần đạt được ngay", KHCT_K_KETQUA, " cần đạt được ngay");
    match(v, KHCT_B_TIEUCHI, "Điều: A", KHCT_KEYWORD_NONE, "Điều: A");
    match(v, KHCT_B_TIEUCHI, "Phân công tổ trưởng", KHCT_KEYWORD_NONE, "Phân công tổ trưởng");
}

static void reads_letters_without_marks(void **state)
{
    (void)state;
    size_t length;
    assert_int_equal(khct_title_bare(KHCT_B_TIEUCHI, KHCT_STR("nguoiphutrach A"), &length),
                     KHCT_K_CHUTRI);
    assert_int_equal(length, 13);
    assert_int_equal(khct_title_bare(KHCT_B_TIEUCHI, KHCT_STR("Ket qua can dat: A"), &length),
                     KHCT_K_KETQUA);
    assert_int_equal(length, 15);
    assert_int_equal(khct_title_bare(KHCT_B_TRUONG, KHCT_STR("nguoiphutrach A"), &length),
                     KHCT_KEYWORD_NONE);
}

static khct_arena *arena;

static int set_up(void **state)
{
    arena = khct_arena_new();
    *state = khct_vocabulary_new(arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    khct_arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_fields),
        cmocka_unit_test(leaves_sentences),
        cmocka_unit_test(reads_letters_without_marks),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}

/* Dates, school years, periods, criteria, levels and document numbers. */
#include "unit/value_helper.h"

#include "text/fold.h"
#include "text/utf8.h"
#include "value/criteria.h"
#include "value/docnumber.h"
#include "value/head.h"
#include "value/text.h"

#include <stdlib.h>
#include <utf8proc.h>

/* A letter folds as its parts do, whichever table knows it. */
static void test_letters(void **state)
{
    (void)state;
    for (int32_t c = 0xC0; c < 0x1F00; c = c == 0x24F ? 0x1E00 : c + 1) {
        char composed[4], folded[KHCT_FOLDED_WORD], wanted[KHCT_FOLDED_WORD];
        size_t n = khct_utf8_put(c, composed);
        utf8proc_uint8_t *parts = NULL;
        utf8proc_ssize_t length =
            utf8proc_map((const utf8proc_uint8_t *)composed, (utf8proc_ssize_t)n, &parts,
                         UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
        assert_true(length > 0);
        khct_fold_word(composed, composed + n, false, folded);
        khct_fold_word((char *)parts, (char *)parts + length, false, wanted);
        assert_string_equal(folded, wanted);
        free(parts);
    }
}

static void test_days(void **state)
{
    (void)state;
    desk *d = desk_new();
    assert_int_equal(khct_date_of(1970, 1, 1), 0);
    assert_int_equal(khct_date_of(2000, 3, 1), 11017);
    for (khct_date day = khct_date_of(1899, 12, 30); day < khct_date_of(2201, 1, 1); day += 13) {
        int y, m, n;
        khct_date_parts(day, &y, &m, &n);
        assert_int_equal(khct_date_of(y, m, n), day);
    }
    CHECK_STR(khct_date_iso(d->arena, khct_date_of(2023, 9, 1)), "2023-09-01");
    CHECK_STR(khct_date_iso(d->arena, KHCT_NO_DATE), "");
    CHECK_STR(khct_date_long(d->arena, khct_date_of(2020, 2, 4)), "ngày 04 tháng 02 năm 2020");
    CHECK_STR(khct_date_long(d->arena, khct_date_of(2023, 8, 14)), "ngày 14 tháng 8 năm 2023");
    CHECK_STR(khct_date_short(d->arena, khct_date_of(2023, 8, 4)), "4/8/2023");
    desk_free(d);
}

static void test_dates(void **state)
{
    (void)state;
    static const struct {
        const char *words, *iso, *codes;
    } rows[] = {
        {"14/8/2023", "2023-08-14", ""},
        {"14-8-2023", "2023-08-14", ""},
        {"14.8.2023", "2023-08-14", ""},
        {"14.8.2023.", "2023-08-14", ""},
        {"14 / 08 / 2023", "2023-08-14", ""},
        {"14 – 8 – 2023", "2023-08-14", ""},
        {"2023-08-14", "2023-08-14", ""},
        {"ngày 14 tháng 8 năm 2023", "2023-08-14", ""},
        {"14 tháng 8 năm 2023", "2023-08-14", ""},
        {"Ngày 06\n    tháng 9\u00A0năm 2023", "2023-09-06", ""},
        {"nga\u0300y 06 tha\u0301ng 9 na\u0306m 2023", "2023-09-06", ""},
        {"ngay 22 thang 8 nam 2018", "2018-08-22", ""},
        {"29/2/2024", "2024-02-29", ""},
        {"29/2/2023", "", "KH4009"},
        {"31/02/2026", "", "KH4009"},
        {"31/4/2023", "", "KH4009"},
        {"0/4/2023", "", "KH4009"},
        {"12/13/2023", "", "KH4009"},
        {"ngày 31 tháng 9 năm 2023", "", "KH4009"},
        {"99999999999999999999/1/2023", "", "KH4009"},
        {"14/8-2023", "", "KH1009"},
        {"14/8/23", "", "KH1009"},
        /* a draft: what is not filled in is a warning, and dots in print */
        {"14/8", "", "KH4014"},
        {"tháng 8 năm 2023", "", "KH4014"},
        {"ngày … tháng 9 năm 2024", "", "KH4014"},
        {"ngày   tháng 9 năm 2021", "", "KH4014"},
        {"ngày tháng năm 2021", "", "KH4014"},
        {"ngày ... tháng ... năm ...", "", "KH4014"},
        {"ngày ___ tháng 9 năm 20…", "", "KH4014"},
        {".../9/2024", "", "KH4014"},
        {"…/…/2024", "", "KH4014"},
        {"/9/2024", "", "KH4014"},
        {"9/2024", "", "KH4014"},
        {"An Bình, ngày … tháng 9 năm 2024", "", "KH4014"},
        {"An Bình, ngày 28 tháng 9 năm 2026", "2026-09-28", ""},
        {"TP. Hồ Chí Minh, ngày 05/9/2026", "2026-09-05", ""},
        {"An Bình, ngày 31 tháng 9 năm 2026", "", "KH4009"},
        {"ngày … tháng 13 năm 2024", "", "KH4009"},
        {"ngày khai giảng", "", "KH1009"},
        {"An Bình, 28 tháng 9", "", "KH1009"},
        {"An Bình, 28/9/2026", "2026-09-28", ""},
        {"An Bình ngày 28 tháng 9 năm 2026", "2026-09-28", ""},
        {"An Bình 28/9/2026", "", "KH1009"},
        {"14/8/2023 và 15/8/2023", "", "KH1009"},
        {"mai", "", "KH1009"},
    };
    desk *d = desk_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        khct_day day = khct_read_date(&d->reader, desk_put(d, rows[i].words));
        print_message("%s\n", rows[i].words);
        CHECK_STR(khct_date_iso(d->arena, day.date), rows[i].iso);
        assert_string_equal(desk_codes(d), rows[i].codes);
    }
    desk_free(d);
}

static void test_force(void **state)
{
    (void)state;
    desk *d = desk_new();
    khct_force force = khct_read_force(&d->reader, desk_put(d, "10/10/2018 - 06/7/2026"));
    CHECK_STR(khct_date_iso(d->arena, force.from.date), "2018-10-10");
    CHECK_STR(khct_date_iso(d->arena, force.to.date), "2026-07-06");
    CHECK_STR(force.to.words, "06/7/2026");
    assert_string_equal(desk_codes(d), "");
    force = khct_read_force(&d->reader, desk_put(d, "07/07/2026"));
    CHECK_STR(khct_date_iso(d->arena, force.from.date), "2026-07-07");
    assert_int_equal(force.to.date, KHCT_NO_DATE);
    khct_read_force(&d->reader, desk_put(d, "07/07/2026 đến 06/7/2026"));
    assert_string_equal(desk_codes(d), "KH4006");
    khct_read_force(&d->reader, desk_put(d, "từ mai"));
    assert_string_equal(desk_codes(d), "KH1009");
    desk_free(d);
}

static void test_school_years(void **state)
{
    (void)state;
    static const struct {
        const char *words;
        int first; /* 0: none */
        const char *codes;
    } rows[] = {
        {"2023-2024", 2023, ""},
        {"2023 – 2024", 2023, ""},
        {"2023—2024", 2023, ""},
        {"2023/2024", 2023, ""},
        {"2022 - 2023.", 2022, ""},
        {"năm học 2023-2024", 2023, ""},
        {"Năm học: 2024-2025", 2024, ""},
        {"namhoc 2023-2024", 2023, ""},
        {"2023-2025", 0, "KH4009"},
        {"2024-2023", 0, "KH4009"},
        {"2023-2023", 0, "KH4009"},
        {"2023", 0, "KH4015"},
        {"23-24", 0, "KH4015"},
        {"năm học tới", 0, "KH4015"},
        {"2023-2024 đến 2024-2025", 2023, "KH4015"},
    };
    desk *d = desk_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        print_message("%s\n", rows[i].words);
        khct_period year = khct_read_school_year(&d->reader, desk_put(d, rows[i].words));
        assert_int_equal(year.kind, rows[i].first == 0 ? KHCT_PERIOD_NONE : KHCT_PERIOD_SCHOOL);
        assert_int_equal(year.first, rows[i].first);
        assert_string_equal(desk_codes(d), rows[i].codes);
    }
    khct_period year = khct_read_school_year(&d->reader, desk_put(d, "2023-2024"));
    CHECK_STR(khct_date_iso(d->arena, year.from), "2023-09-01");
    CHECK_STR(khct_date_iso(d->arena, year.to), "2024-08-31");
    desk_free(d);
}

static void test_periods(void **state)
{
    (void)state;
    static const struct {
        const char *words, *text, *from, *to, *codes;
    } rows[] = {
        {"2024-2025 den 2028-2029", "2024-2025 đến 2028-2029", "2024-09-01", "2029-08-31", ""},
        {"2024 - 2025 đến 2028 – 2029", "2024-2025 đến 2028-2029", "2024-09-01", "2029-08-31", ""},
        {"2024-2025 - 2028-2029", "2024-2025 đến 2028-2029", "2024-09-01", "2029-08-31", ""},
        {"từ năm học 2024-2025 đến năm học 2028-2029", "2024-2025 đến 2028-2029", "2024-09-01",
         "2029-08-31", ""},
        {"2020-2025", "2020-2025", "2020-01-01", "2025-12-31", ""},
        {"giai đoạn 2020 -2025", "2020-2025", "2020-01-01", "2025-12-31", ""},
        {"từ năm 2020 đến năm 2025", "2020-2025", "2020-01-01", "2025-12-31", ""},
        {"2024", "2024", "2024-01-01", "2024-12-31", ""},
        {"năm học 2024-2025", "2024-2025", "2024-09-01", "2025-08-31", ""},
        {"2025-2020", "", "", "", "KH4006"},
        {"2028-2029 den 2024-2025", "", "", "", "KH4006"},
        {"2024-2026 den 2028-2029", "", "", "", "KH4009"},
        {"5 năm", "", "", "", "KH4015"},
        {"đến hết năm học 2025-2026", "", "", "", "KH4015"},
        {"năm học 2024-2025 đến hết năm học 2028-2029", "2024-2025 đến 2028-2029", "2024-09-01",
         "2029-08-31", ""},
    };
    desk *d = desk_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        print_message("%s\n", rows[i].words);
        khct_period period = khct_read_period(&d->reader, desk_put(d, rows[i].words));
        CHECK_STR(khct_period_text(d->arena, &period), rows[i].text);
        CHECK_STR(khct_date_iso(d->arena, period.from), rows[i].from);
        CHECK_STR(khct_date_iso(d->arena, period.to), rows[i].to);
        assert_string_equal(desk_codes(d), rows[i].codes);
    }
    desk_free(d);
}

/* "1.1-1.6 2.1" */
static const char *shown(const desk *d, const khct_criteria *list)
{
    khct_str all = KHCT_STR("");
    for (size_t i = 0; i < list->items.n; i++) {
        const khct_criteria_item *item = &list->items.at[i];
        khct_str one = khct_criterion_text(d->arena, item->from);
        if (khct_criterion_cmp(item->from, item->to) != 0)
            one = khct_str_join(
                d->arena, (khct_str[]){one, KHCT_STR("-"), khct_criterion_text(d->arena, item->to)},
                3);
        all = khct_str_join(d->arena, (khct_str[]){all, khct_str_of(i > 0 ? " " : ""), one}, 3);
    }
    return khct_cstr(d->arena, all);
}

static void test_criteria(void **state)
{
    (void)state;
    static const struct {
        const char *words, *meaning, *codes;
    } rows[] = {
        {"1.4, 2.1, 3.3, 5.6", "1.4 2.1 3.3 5.6", ""},
        {"1.1 - 1.6, 2.1 và 2.3,", "1.1-1.6 2.1 2.3", ""},
        {"1.1-1.6,2.1", "1.1-1.6 2.1", ""},
        {"1.1 – 1.6, và 2.1.", "1.1-1.6 2.1", ""},
        {"1.1 đến 1.6", "1.1-1.6", ""},
        {"1.1 den 1.6 va 2.1", "1.1-1.6 2.1", ""},
        {"1.9 - 2.2", "1.9-2.2", ""},
        {"1.1,\n   1.2, # hai tiêu chí đầu\n   1.3", "1.1 1.2 1.3", ""},
        {"tiêu chí 1.1, TC 1.2", "1.1 1.2", ""},
        {"1.7", "1.7", ""},
        {"1,7", "1.7", "KH1009"},
        {"1,7, 2.1, 3,2", "1.7 2.1 3.2", "KH1009 KH1009"},
        {"1,7,2.3", "1.7 2.3", "KH1009"},
        {"1, 2", "", "KH1009 KH1009"},
        {"1.1, 2", "1.1", "KH1009"},
        {"1.6 - 1.1", "1.1-1.6", "KH1009"},
        {"1.1 1.2 1.3", "1.1 1.2 1.3", "KH1009 KH1009"},
        {"1.1, abc, 1.3", "1.1 1.3", "KH1009"},
        {"1.1; 1.2", "1.1", "KH1009"},
        {"1.99999999999999999999", "", "KH1009"},
        {"1.1 -", "1.1", "KH1009"},
        {"1.1 - TC 1.3, tiêu chí: 2.1", "1.1-1.3 2.1", ""},
        {"1.1 tiêu chí 1.2, 1.3", "1.1 1.3", "KH1009"},
        {"1.1 - 1.3 - 1.5, 2.1", "1.1-1.3 2.1", "KH1009"},
        {"1.1-1.2 1.3-1.4", "1.1-1.2 1.3-1.4", "KH1009"},
        {", 1.1, và 1.2", "1.2", "KH1009"},
        {"từ 1.1 đến 1.3, 2.1", "1.1-1.3 2.1", ""},
        {"2.1, từ tiêu chí 1.1 - tiêu chí 1.3", "2.1 1.1-1.3", ""},
        {"từ 1.1, 1.3", "1.3", "KH1009"},
        {"", "", ""},
    };
    desk *d = desk_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        print_message("%s\n", rows[i].words);
        khct_criteria list = khct_read_criteria(&d->reader, desk_put(d, rows[i].words));
        assert_string_equal(shown(d, &list), rows[i].meaning);
        assert_string_equal(desk_codes(d), rows[i].codes);
    }
    khct_criteria list = khct_read_criteria(&d->reader, desk_put(d, "1.1 - 1.6, 2,3"));
    assert_int_equal(list.items.at[0].to_span.begin, 4 + 6);
    assert_int_equal(list.items.at[1].span.begin, 4 + 11);
    assert_int_equal(list.items.at[1].span.end, 4 + 14);
    const khct_fix *fix = &d->diags.list.at[0]->fixes.at[0];
    CHECK_STR(fix->edits.at[0].text, "2.3");
    assert_int_equal(fix->grade, KHCT_SAFE);
    desk_free(d);
}

static void test_levels(void **state)
{
    (void)state;
    desk *d = desk_new();
    khct_level_list list = khct_read_level_list(&d->reader, desk_put(d, "3  1.4, 2.1"));
    assert_int_equal(list.level, 3);
    assert_string_equal(shown(d, &list.criteria), "1.4 2.1");
    list = khct_read_level_list(&d->reader, desk_put(d, "2: 1.4 - 1.6,"));
    assert_int_equal(list.level, 2);
    assert_string_equal(shown(d, &list.criteria), "1.4-1.6");
    static const char *const highest[] = {"caonhat tatca", "cao nhất tất cả", "cao nhất  tất cả."};
    for (size_t i = 0; i < 3; i++) {
        list = khct_read_level_list(&d->reader, desk_put(d, highest[i]));
        assert_true(list.highest && list.all && !list.broken);
    }
    assert_string_equal(desk_codes(d), "");
    list = khct_read_level_list(&d->reader, desk_put(d, "1.4, 2.1"));
    assert_string_equal(desk_codes(d), "KH1009");
    assert_true(list.broken);
    desk_free(d);
}

static void test_headings(void **state)
{
    (void)state;
    desk *d = desk_new();
    khct_criterion_id id;
    khct_span span;
    khct_words words = khct_read_words(&d->reader, desk_put(d, "1.10: Bảo đảm an ninh"));
    assert_true(khct_take_criterion(&d->reader, &words, &id, &span));
    assert_int_equal(id.number, 10);
    CHECK_STR(khct_source_text(&d->sources, khct_words_rest(&words)), "Bảo đảm an ninh");
    words = khct_read_words(&d->reader, desk_put(d, "1.1. Phương hướng"));
    assert_true(khct_take_criterion(&d->reader, &words, &id, &span));
    CHECK_STR(khct_source_text(&d->sources, khct_words_rest(&words)), "Phương hướng");
    words = khct_read_words(&d->reader, desk_put(d, "1,7 muc 3"));
    assert_true(khct_take_criterion(&d->reader, &words, &id, &span));
    assert_string_equal(desk_codes(d), "KH1009");
    words = khct_read_words(&d->reader, desk_put(d, "Phương hướng 1.1"));
    assert_false(khct_take_criterion(&d->reader, &words, &id, &span));
    desk_free(d);
}

/* Headings as their grammar reads them: what each says, and which are malformed. */
static void test_head_grammar(void **state)
{
    (void)state;
    static const struct {
        khct_block block;
        const char *heading;
        khct_target_kind kind;
        int level;
        const char *title, *criteria, *codes;
    } ROWS[] = {
        {KHCT_B_TIEUCHI, "1.7", KHCT_TARGET_NONE, 0, "", "", ""},
        {KHCT_B_TIEUCHI, "1.7: mức 3 Tên", KHCT_TARGET_LEVEL, 3, "Tên", "", ""},
        {KHCT_B_TIEUCHI, "1.7 duytri 2 lớp", KHCT_TARGET_KEEP, 0, "2 lớp", "", ""},
        {KHCT_B_TIEUCHI, "1.7 duy trì mức 2", KHCT_TARGET_KEEP, 2, "", "", ""},
        {KHCT_B_TIEUCHI, "1.7 muc 2 2.5 triệu", KHCT_TARGET_LEVEL, 2, "2.5 triệu", "", ""},
        {KHCT_B_TIEUCHI, "1.7 Mức độ hài lòng 1,5", KHCT_TARGET_NONE, 0, "Mức độ hài lòng 1,5", "",
         ""},
        {KHCT_B_TIEUCHI, "1.7 khongdat", KHCT_TARGET_NONE, 0, "", "", "KH1009"},
        {KHCT_B_TIEUCHI, "1.7 duytri muc 2 muc 3", KHCT_TARGET_KEEP, 2, "", "", "KH1009"},
        {KHCT_B_TIEUCHI, "muc 2", KHCT_TARGET_NONE, 0, "", "", "KH1009"},
        {KHCT_B_TIEUCHI, "1.7 mucc 3", KHCT_TARGET_NONE, 0, "", "", "KH1009"},
        {KHCT_B_KETQUATC, "1.7 khongdat Tên", KHCT_TARGET_FAIL, 0, "Tên", "", ""},
        {KHCT_B_KETQUATC, "1.7 duytri", KHCT_TARGET_NONE, 0, "", "", "KH1009"},
        {KHCT_B_KHOAN, "3 muc 4 Tên", KHCT_TARGET_LEVEL, 4, "Tên", "", ""},
        {KHCT_B_KHOAN, "1.7", KHCT_TARGET_NONE, 0, "", "", "KH1009"},
        {KHCT_B_VANDE, "", KHCT_TARGET_NONE, 0, "", "", ""},
        {KHCT_B_VANDE, "tieuchuan: 1 tieuchi: 1.1, 1.2 và 2.3,", KHCT_TARGET_NONE, 0, "",
         "1.1 1.2 2.3", ""},
        {KHCT_B_VANDE, "tieuchi 1.1 - tiêu chí 1.3, tiêu chí 2.1", KHCT_TARGET_NONE, 0, "",
         "1.1-1.3 2.1", ""},
        {KHCT_B_VANDE, "tieuchi 1.1 và", KHCT_TARGET_NONE, 0, "", "1.1", "KH1009"},
        {KHCT_B_VANDE, "tieuchi 1.1 Tên", KHCT_TARGET_NONE, 0, "", "1.1", "KH1009"},
        {KHCT_B_HIENTRANG, "năm học 2022-2023.", KHCT_TARGET_NONE, 0, "", "", ""},
        {KHCT_B_HIENTRANG, "namhoc 2022-2023 Tên", KHCT_TARGET_NONE, 0, "", "", "KH1009"},
        {KHCT_B_THEODOI, "", KHCT_TARGET_NONE, 0, "", "", "KH1009"},
        {KHCT_B_VIEC, "Tên 1.7", KHCT_TARGET_NONE, 0, "Tên 1.7", "", ""},
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        desk *d = desk_new();
        khct_span span = desk_put(d, ROWS[i].heading), key = {span.source, 0, 0};
        khct_head head = khct_read_head(&d->reader, NULL, ROWS[i].block, span, key);
        assert_string_equal(desk_codes(d), ROWS[i].codes);
        assert_int_equal(head.understood,
                         ROWS[i].codes[0] == '\0' || head.title_span.end > head.title_span.begin);
        assert_int_equal(head.target.kind, ROWS[i].kind);
        assert_int_equal(head.target.level, ROWS[i].level);
        CHECK_STR(head.title, ROWS[i].title);
        assert_string_equal(shown(d, &head.criteria), ROWS[i].criteria);
        desk_free(d);
    }
}

static void test_aims(void **state)
{
    (void)state;
    desk *d = desk_new();
    khct_aim aim = khct_read_aim(&d->reader, desk_put(d, "muc 2"));
    assert_int_equal(aim.level, 2);
    assert_int_equal(aim.year.kind, KHCT_PERIOD_NONE);
    aim = khct_read_aim(&d->reader, desk_put(d, "mức 3 đến năm học 2026 - 2027."));
    assert_int_equal(aim.level, 3);
    assert_int_equal(aim.year.first, 2026);
    aim = khct_read_aim(&d->reader, desk_put(d, "muc 3 den namhoc 2026-2027"));
    assert_int_equal(aim.year.first, 2026);
    assert_string_equal(desk_codes(d), "");
    aim = khct_read_aim(&d->reader, desk_put(d, "Đạt KĐCLGD mức độ 2, chuẩn quốc gia MĐ1"));
    assert_int_equal(aim.level, 2);
    assert_int_equal(aim.degree, 1);
    aim = khct_read_aim(
        &d->reader, desk_put(d, "kiểm định chất lượng giáo dục mức 3 và giữ vững chuẩn quốc gia "
                                "mức độ 2 năm 2027"));
    assert_int_equal(aim.level, 3);
    assert_int_equal(aim.degree, 2);
    assert_int_equal(aim.year.first, 2027);
    assert_string_equal(desk_codes(d), "");
    khct_read_aim(&d->reader, desk_put(d, "không đạt mức 2"));
    assert_string_equal(desk_codes(d), "KH1009");
    aim = khct_read_aim(&d->reader, desk_put(d, "mức cao hơn"));
    assert_int_equal(aim.level, 0);
    assert_string_equal(desk_codes(d), "KH1009");
    desk_free(d);
}

static void test_numbers(void **state)
{
    (void)state;
    desk *d = desk_new();
    khct_numbers list = khct_read_numbers(&d->reader, desk_put(d, "1, 2, 4 - 6 và 9,"));
    assert_int_equal(list.items.n, 4);
    assert_int_equal(list.items.at[2].from, 4);
    assert_int_equal(list.items.at[2].to, 6);
    assert_string_equal(desk_codes(d), "");
    list = khct_read_numbers(&d->reader, desk_put(d, "khoản 1 và khoản 3, từ 5 đến 7"));
    assert_int_equal(list.items.n, 3);
    assert_int_equal(list.items.at[2].to, 7);
    assert_string_equal(desk_codes(d), "");
    khct_read_numbers(&d->reader, desk_put(d, "1, hai, 3"));
    assert_string_equal(desk_codes(d), "KH1009");
    list = khct_read_numbers(&d->reader, desk_put(d, "6 - 4, 1 2, 3"));
    assert_int_equal(list.items.n, 2);
    assert_true(list.broken);
    assert_string_equal(desk_codes(d), "KH1009 KH1009");
    desk_free(d);
}

static void test_docnumbers(void **state)
{
    (void)state;
    static const struct {
        const char *words, *text, *number;
        uint32_t year;
        const char *kind, *body;
        unsigned mended;
        bool understood;
    } rows[] = {
        {"14/KH-THCSHS", "14/KH-THCSHS", "14", 0, "KH", "THCSHS", 0, true},
        {"05 /KH-THCSTS", "05/KH-THCSTS", "05", 0, "KH", "THCSTS", KHCT_DOCNUMBER_SPACES, true},
        {"290./KH-LHA", "290/KH-LHA", "290", 0, "KH", "LHA", KHCT_DOCNUMBER_SIGNS, true},
        {"19/KH-TrMN 7/5", "19/KH-TrMN 7/5", "19", 0, "KH", "TrMN 7/5", 0, true},
        {"14/KH - THCSHS", "14/KH-THCSHS", "14", 0, "KH", "THCSHS", KHCT_DOCNUMBER_SPACES, true},
        {"14/KH–THCSHS", "14/KH-THCSHS", "14", 0, "KH", "THCSHS", 0, true},
        {"14/kh-THCSHS", "14/KH-THCSHS", "14", 0, "KH", "THCSHS", KHCT_DOCNUMBER_LETTERS, true},
        {"…/KH-THCSHS", "/KH-THCSHS", "", 0, "KH", "THCSHS", 0, true},
        {"...../KH-THCSHS", "/KH-THCSHS", "", 0, "KH", "THCSHS", 0, true},
        {"/KH-THCSHS", "/KH-THCSHS", "", 0, "KH", "THCSHS", 0, true},
        {"18/2018/TT-BGDĐT", "18/2018/TT-BGDĐT", "18", 2018, "TT", "BGDĐT", 0, true},
        {"18/2018/TT-BGD&ĐT", "18/2018/TT-BGD&ĐT", "18", 2018, "TT", "BGD&ĐT", 0, true},
        {"30/2020/NĐ-CP", "30/2020/NĐ-CP", "30", 2020, "NĐ", "CP", 0, true},
        {"43/2019/QH14", "43/2019/QH14", "43", 2019, "", "QH14", 0, true},
        {"43/2019", "43/2019", "43", 2019, "", "", 0, true},
        {"5932/BGDĐT-QLCL", "5932/BGDĐT-QLCL", "5932", 0, "", "BGDĐT-QLCL", 0, true},
        {"1911/SGDĐT", "1911/SGDĐT", "1911", 0, "", "SGDĐT", 0, true},
        {"2308/QĐ-BGDĐT.", "2308/QĐ-BGDĐT", "2308", 0, "QĐ", "BGDĐT", 0, true},
        {"34/KH-THCS&THPTĐS", "34/KH-THCS&THPTĐS", "34", 0, "KH", "THCS&THPTĐS", 0, true},
        {"29-NQ/TW", "29-NQ/TW", "29", 0, "NQ", "TW", 0, true},
        {"05 - CT/TW", "05-CT/TW", "05", 0, "CT", "TW", KHCT_DOCNUMBER_SPACES, true},
        {"12-NQ/ĐU", "12-NQ/ĐU", "12", 0, "NQ", "ĐU", 0, true},
        {"28/2016/TT-BGD ĐT", "28/2016/TT-BGDĐT", "28", 2016, "TT", "BGDĐT", KHCT_DOCNUMBER_SLIP,
         true},
        {"28/2016/TT-BGDDT", "28/2016/TT-BGDĐT", "28", 2016, "TT", "BGDĐT", KHCT_DOCNUMBER_SLIP,
         true},
        {"28/2016/TT BGDĐT", "28/2016/TT-BGDĐT", "28", 2016, "TT", "BGDĐT", KHCT_DOCNUMBER_SLIP,
         true},
        {"28/2016/TTBGDĐT", "28/2016/TT-BGDĐT", "28", 2016, "TT", "BGDĐT", KHCT_DOCNUMBER_SLIP,
         true},
        {"28/2016/ TT-BGDĐT", "28/2016/TT-BGDĐT", "28", 2016, "TT", "BGDĐT",
         KHCT_DOCNUMBER_SPACES | KHCT_DOCNUMBER_SLIP, true},
        {"1216/2022/QĐ-UBND", "1216/2022/QĐ-UBND", "1216", 2022, "QĐ", "UBND", 0, true},
        {"______/KH-TMN", "/KH-TMN", "", 0, "KH", "TMN", 0, true},
        {"14", "14", "", 0, "", "", 0, false},
        {"KH-THCSHS", "KH-THCSHS", "", 0, "", "", 0, false},
    };
    desk *d = desk_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        print_message("%s\n", rows[i].words);
        khct_docnumber n = khct_read_docnumber(&d->reader, desk_put(d, rows[i].words));
        CHECK_STR(n.text, rows[i].text);
        CHECK_STR(n.words, rows[i].words);
        assert_int_equal(n.understood, rows[i].understood);
        if (!n.understood)
            continue;
        CHECK_STR(n.number, rows[i].number);
        assert_int_equal(n.year, rows[i].year);
        CHECK_STR(n.kind, rows[i].kind);
        CHECK_STR(n.body, rows[i].body);
        assert_int_equal(n.mended, rows[i].mended);
    }
    assert_string_equal(khct_document_kind(KHCT_STR("KH")), "Kế hoạch");
    assert_null(khct_document_kind(KHCT_STR("XX")));
    desk_free(d);
}

/* Paragraphs as "P:…|I:…|S:…". */
static const char *cooked(desk *d, const char *raw, bool quoted)
{
    khct_text text = khct_read_text(&d->reader, desk_put(d, raw), quoted);
    khct_str all = KHCT_STR("");
    for (size_t i = 0; i < text.n; i++) {
        static const char *const kinds[] = {"P:", "I:", "S:"};
        khct_str pieces[] = {all, khct_str_of(i > 0 ? "|" : ""),
                             khct_str_of(kinds[text.at[i].kind]), text.at[i].words};
        all = khct_str_join(d->arena, pieces, 4);
    }
    return khct_cstr(d->arena, text.stated ? KHCT_STR("(none)") : all);
}

static void test_text(void **state)
{
    (void)state;
    static const struct {
        const char *raw, *cooked;
    } rows[] = {
        {"Bồi dưỡng chuyên môn", "P:Bồi dưỡng chuyên môn"},
        {"Bồi  dưỡng\u00A0chuyên\n      môn", "P:Bồi dưỡng chuyên môn"},
        {"Một\n\n  Hai\n  ba", "P:Một|P:Hai ba"},
        {"- Một;\n  - Hai\n    ba;", "I:Một;|I:Hai ba;"},
        {"Mở đầu:\n– Một\n\n# ghi chú\n• Hai\n+ Hai a\n* Ba\n\nKết",
         "P:Mở đầu:|I:Một|I:Hai|S:Hai a|I:Ba|P:Kết"},
        {"Họp\\; rồi \\<b\\> \\# \\\" \\\\ \\n", "P:Họp; rồi <b> # \" \\ \\n"},
        {"Một, # ghi chú\n hai", "P:Một, hai"},
        {"Một #hai C# và # ba", "P:Một #hai C# và # ba"},
        {"Một\n # ghi chú\n hai", "P:Một hai"},
        {"tỷ lệ bỏ học < 1%", "P:tỷ lệ bỏ học < 1%"},
        {"ho\u0323c sinh gio\u0309i", "P:học sinh giỏi"},
        {"-5 độ", "P:-5 độ"},
        {"-", "(none)"},
        {" - ", "(none)"},
        {"", ""},
    };
    desk *d = desk_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(cooked(d, rows[i].raw, false), rows[i].cooked);
    assert_string_equal(cooked(d, "- a\n\n  \\; # b\n- c", true), "P:- a \\; # b - c");
    /* nothing is copied where nothing changes */
    khct_span span = desk_put(d, "Bồi dưỡng");
    khct_text text = khct_read_text(&d->reader, span, false);
    assert_ptr_equal(text.at[0].words.p, khct_source_text(&d->sources, span).p);
    /* a paragraph knows its bytes */
    span = desk_put(d, "- Một,\n - Hai  ba ");
    text = khct_read_text(&d->reader, span, false);
    CHECK_STR(khct_source_text(&d->sources, text.at[1].span), "Hai  ba");
    bool stated;
    CHECK_STR(khct_read_name(&d->reader, desk_put(d, "A\n\n B"), false, &stated), "A B");
    assert_false(stated);
    khct_read_name(&d->reader, desk_put(d, "-"), false, &stated);
    assert_true(stated);
    desk_free(d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_letters),      cmocka_unit_test(test_days),
        cmocka_unit_test(test_dates),        cmocka_unit_test(test_force),
        cmocka_unit_test(test_school_years), cmocka_unit_test(test_periods),
        cmocka_unit_test(test_criteria),     cmocka_unit_test(test_levels),
        cmocka_unit_test(test_headings),     cmocka_unit_test(test_head_grammar),
        cmocka_unit_test(test_aims),         cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_docnumbers),   cmocka_unit_test(test_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

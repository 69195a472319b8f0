/* What the time and report cells of plans say, with the meaning expected. */
#include "unit/value_helper.h"

#include "value/time.h"

/* "2023-09-01..2024-08-31 every:nam,thuongxuyen rest:…" */
static const char *meaning(desk *d, const khct_time *time)
{
    khct_str all = KHCT_STR("");
    khct_arena *a = d->arena;
    if (!time->understood)
        return "text";
    for (size_t i = 0; i < time->intervals.n; i++) {
        const khct_interval *days = &time->intervals.at[i];
        khct_str pieces[] = {all,
                             khct_str_of(i > 0 ? " " : ""),
                             khct_date_iso(a, days->from),
                             KHCT_STR(".."),
                             khct_date_iso(a, days->to),
                             khct_str_of(days->assumed ? "?" : "")};
        all = khct_str_join(a, pieces, 6);
    }
    for (unsigned i = 0; i < KHCT_RECURRENCES; i++) {
        if ((time->recurs >> i & 1) == 0)
            continue;
        khct_str pieces[] = {all, khct_str_of(all.n > 0 ? " " : ""),
                             khct_str_of(khct_recurrence_name(i))};
        all = khct_str_join(a, pieces, 3);
    }
    if (time->undated)
        all = khct_str_cat(a, all, khct_str_of(all.n > 0 ? " undated" : "undated"));
    if (time->rest.end > time->rest.begin) {
        khct_str pieces[] = {all, KHCT_STR(" + "), khct_source_text(&d->sources, time->rest)};
        all = khct_str_join(a, pieces, 3);
    }
    return khct_cstr(a, all);
}

typedef struct row {
    const char *words, *meaning, *codes;
} row;

static void check_rows(const row *rows, size_t count, khct_period plan)
{
    desk *d = desk_new();
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        khct_time time = khct_read_time(&d->reader, desk_put(d, rows[i].words), &plan);
        const char *got = meaning(d, &time), *codes = desk_codes(d);
        if (strcmp(got, rows[i].meaning) != 0 || strcmp(codes, rows[i].codes) != 0) {
            print_error("%s\n  is   %s %s\n  not  %s %s\n", rows[i].words, got, codes,
                        rows[i].meaning, rows[i].codes);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
    desk_free(d);
}

#define CHECK_ROWS(rows, plan) check_rows(rows, sizeof(rows) / sizeof *(rows), plan)

/* each distinct phrase of the real plans */
static const row real[] = {
    {"Năm học 2023-2024", "2023-09-01..2024-08-31", ""},
    {"năm học 2023-2024", "2023-09-01..2024-08-31", ""},
    {"Tháng 09/2023", "2023-09-01..2023-09-30", ""},
    {"Năm học 2030-2031.", "2030-09-01..2031-08-31", ""},
    {"9/2024", "2024-09-01..2024-09-30", ""},
    {"5/2025", "2025-05-01..2025-05-31", ""},
    {"Năm học 2024 - 2025 và các năm tiếp theo", "2024-09-01..", ""},
    {"Năm học 2024 - 2025 và các năm tiếp theo.", "2024-09-01..", ""},
    {"Năm học 2024 - 2025 và\n      các năm tiếp theo", "2024-09-01..", ""},
    {"Năm học 2025 - 2026 và các năm tiếp theo.", "2025-09-01..", ""},
    {"Trong năm học 2024 - 2025 và các năm học tiếp theo", "2024-09-01..", ""},
    {"Hàng năm rà soát và điều chỉnh, bổ sung phương hướng, chiến lược cho sát với thực tế của "
     "trường.",
     "text", "KH4008"},
    {"Từ năm 2024", "2024-01-01..", ""},
    {"Trong năm học 2024-2025", "2024-09-01..2025-08-31", ""},
    {"Đến tháng 6 năm 2025", "..2025-06-30", ""},
    {"Hàng tháng, hàng kỳ", "thang hocky", ""},
    {"hằng năm, hằng kỳ", "hocky nam", ""},
    {"trong từng tháng, từng học kỳ và cả năm học", "2023-09-01..2024-08-31? thang hocky", ""},
    {"đến năm học 2026 - 2027 và các năm học sau", "2026-09-01..", ""},
    {"tại thời điểm tháng 5 năm 2023", "2023-05-01..2023-05-31", ""},
    {"giai đoạn từ năm 2016 đến 2020", "2016-01-01..2020-12-31", ""},
    {"từ năm học 2024-2025 đến 2028-2029", "2024-09-01..2029-08-31", ""},
};

static void test_real(void **state)
{
    (void)state;
    CHECK_ROWS(real, khct_school_years(2023, 2023));
    /* nineteen of twenty are understood */
    size_t text = 0, count = sizeof real / sizeof *real;
    for (size_t i = 0; i < count; i++)
        text += strcmp(real[i].meaning, "text") == 0;
    assert_true(text * 20 <= count + 19);
}

static const row named[] = {
    /* months */
    {"tháng 8 năm 2021", "2021-08-01..2021-08-31", ""},
    {"tháng 9-2023", "2023-09-01..2023-09-30", ""},
    {"09.2023", "2023-09-01..2023-09-30", ""},
    {"tháng chín năm 2023", "2023-09-01..2023-09-30", ""},
    {"T9/2023", "2023-09-01..2023-09-30", ""},
    {"tháng 9", "2023-09-01..2023-09-30?", ""},
    {"Tháng 3", "2024-03-01..2024-03-31?", ""},
    {"thang 9", "2023-09-01..2023-09-30?", ""},
    {"tháng 9 năm học 2023-2024", "2023-09-01..2023-09-30", ""},
    {"tháng 3, năm học 2022-2023", "2023-03-01..2023-03-31", ""},
    {"Trong tháng 9/2023", "2023-09-01..2023-09-30", ""},
    {"Dự kiến tháng 9/2023", "2023-09-01..2023-09-30", ""},
    {"đầu tháng 9/2023", "2023-09-01..2023-09-10", ""},
    {"giữa tháng 2/2024", "2024-02-11..2024-02-20", ""},
    {"cuối tháng 2/2024", "2024-02-21..2024-02-29", ""},
    {"tuần 2 tháng 9/2023", "2023-09-08..2023-09-14", ""},
    {"Tuần đầu tháng 9/2023", "2023-09-01..2023-09-07", ""},
    {"tuần cuối của tháng 5/2024", "2024-05-25..2024-05-31", ""},
    {"tháng 9, 10, 11/2023",
     "2023-09-01..2023-09-30? 2023-10-01..2023-10-31? 2023-11-01..2023-11-30", ""},
    {"tháng 9 và tháng 12", "2023-09-01..2023-09-30? 2023-12-01..2023-12-31?", ""},
    {"9/2023, 12/2023", "2023-09-01..2023-09-30 2023-12-01..2023-12-31", ""},
    {"Tháng 9/2023\n   Tháng 12/2023", "2023-09-01..2023-09-30 2023-12-01..2023-12-31", ""},
    /* days */
    {"14/8/2023", "2023-08-14..2023-08-14", ""},
    {"ngày 14 tháng 8 năm 2023", "2023-08-14..2023-08-14", ""},
    {"ngày 20/11", "2023-11-20..2023-11-20?", ""},
    {"20/11", "2023-11-20..2023-11-20?", ""},
    {"ngày 5 tháng 3", "2024-03-05..2024-03-05?", ""},
    {"2023-09-05", "2023-09-05..2023-09-05", ""},
    /* quarters, terms, years */
    {"quý 3/2024", "2024-07-01..2024-09-30", ""},
    {"Quý III năm 2024", "2024-07-01..2024-09-30", ""},
    {"quý IV/2023", "2023-10-01..2023-12-31", ""},
    {"quý I", "2024-01-01..2024-03-31?", ""},
    {"quý I, II/2024", "2024-01-01..2024-03-31? 2024-04-01..2024-06-30", ""},
    {"học kỳ I năm học 2023-2024", "2023-09-01..2024-01-31", ""},
    {"Học kì II, năm học 2023 – 2024", "2024-01-01..2024-05-31", ""},
    {"học kỳ 2 (2023-2024)", "2024-01-01..2024-05-31", ""},
    {"HKI", "2023-09-01..2024-01-31?", ""},
    {"HK2", "2024-01-01..2024-05-31?", ""},
    {"HK I, HK II", "2023-09-01..2024-01-31? 2024-01-01..2024-05-31?", ""},
    {"học kỳ I", "2023-09-01..2024-01-31?", ""},
    {"cuối học kỳ I", "2023-12-01..2024-01-31?", ""},
    {"Cuối học kỳ II", "2024-05-01..2024-05-31?", ""},
    {"Cuối kỳ 1", "2023-12-01..2024-01-31?", ""},
    {"đầu năm học", "2023-09-01..2023-09-30?", ""},
    {"giữa năm học", "2024-01-01..2024-01-31?", ""},
    {"cuối năm học", "2024-05-01..2024-05-31?", ""},
    {"Đầu năm học 2024-2025", "2024-09-01..2024-09-30", ""},
    {"cuối năm", "2024-05-01..2024-05-31?", ""},
    {"cuối năm 2024", "2024-09-01..2024-12-31", ""},
    {"năm 2024", "2024-01-01..2024-12-31", ""},
    {"2024", "2024-01-01..2024-12-31", ""},
    {"2023-2024", "2023-09-01..2024-08-31", ""},
    {"2020-2025", "2020-01-01..2025-12-31", ""},
    {"giai đoạn 2020-2025", "2020-01-01..2025-12-31", ""},
    {"Giai đoạn 2020 – 2025", "2020-01-01..2025-12-31", ""},
    {"giai đoạn 2024-2025 đến 2028-2029", "2024-09-01..2029-08-31", ""},
    {"năm học", "2023-09-01..2024-08-31?", ""},
    {"cả năm học", "2023-09-01..2024-08-31?", ""},
    {"Trong năm học", "2023-09-01..2024-08-31?", ""},
    {"trong suốt năm học", "2023-09-01..2024-08-31?", ""},
    {"cả năm", "2023-09-01..2024-08-31?", ""},
    {"năm học này", "2023-09-01..2024-08-31?", ""},
    {"năm học tới", "2024-09-01..2025-08-31?", ""},
    {"hè 2024", "2024-06-01..2024-08-31", ""},
    {"Dịp hè năm 2024", "2024-06-01..2024-08-31", ""},
    {"trong hè", "2024-06-01..2024-08-31?", ""},
    {"năm học 2023-2024, 2024-2025", "2023-09-01..2024-08-31 2024-09-01..2025-08-31", ""},
    {"Các năm học 2023-2024 và 2024-2025", "2023-09-01..2024-08-31 2024-09-01..2025-08-31", ""},
    /* ranges */
    {"từ 9/2023 đến 5/2024", "2023-09-01..2024-05-31", ""},
    {"9/2023 - 5/2024", "2023-09-01..2024-05-31", ""},
    {"9/2023–5/2024", "2023-09-01..2024-05-31", ""},
    {"Từ tháng 9/2023 đến tháng 5/2024", "2023-09-01..2024-05-31", ""},
    {"từ tháng 9 năm 2023 đến hết tháng 5 năm 2024", "2023-09-01..2024-05-31", ""},
    {"tháng 9 - tháng 12/2023", "2023-09-01..2023-12-31", ""},
    {"tháng 9 - 12/2023", "2023-09-01..2023-12-31", ""},
    {"Tháng 9-12", "2023-09-01..2023-12-31?", ""},
    {"tháng 9 đến tháng 5", "2023-09-01..2024-05-31?", ""},
    {"tháng 8 đến tháng 5", "2023-08-01..2024-05-31?", ""},
    {"từ tháng 9 đến tháng 5 năm 2024", "2023-09-01..2024-05-31", ""},
    {"từ tháng 9/2023 đến tháng 5", "2023-09-01..2024-05-31", ""},
    {"từ 9 đến 12/2023", "2023-09-01..2023-12-31", ""},
    {"01 - 15/9/2023", "2023-09-01..2023-09-15", ""},
    {"từ ngày 1 đến ngày 15 tháng 9 năm 2023", "2023-09-01..2023-09-15", ""},
    {"từ 1/9/2023 đến 15/10/2023", "2023-09-01..2023-10-15", ""},
    {"từ ngày 05/9 đến ngày 20/11", "2023-09-05..2023-11-20?", ""},
    {"từ ngày 05/9 đến ngày 20/3/2024", "2023-09-05..2024-03-20", ""},
    {"từ đầu năm học đến cuối học kỳ I", "2023-09-01..2024-01-31?", ""},
    {"từ tháng 9/2023 đến cuối năm học", "2023-09-01..2024-05-31", ""},
    {"từ học kỳ I đến tháng 5/2024", "2023-09-01..2024-05-31", ""},
    {"học kỳ I - học kỳ II", "2023-09-01..2024-05-31?", ""},
    {"quý I - IV/2024", "2024-01-01..2024-12-31", ""},
    {"từ năm 2020 đến năm 2025", "2020-01-01..2025-12-31", ""},
    {"từ năm học 2023-2024 đến năm học 2025-2026", "2023-09-01..2026-08-31", ""},
    {"năm học 2023-2024 - 2025-2026", "2023-09-01..2026-08-31", ""},
    /* open */
    {"trước ngày 15/9/2023", "..2023-09-14", ""},
    {"Trước 15/9/2023", "..2023-09-14", ""},
    {"trước tháng 9/2023", "..2023-08-31", ""},
    {"chậm nhất ngày 15/9/2023", "..2023-09-15", ""},
    {"đến hết tháng 5/2024", "..2024-05-31", ""},
    {"đến 30/5/2024", "..2024-05-30", ""},
    {"sau tháng 9/2023", "2023-10-01..", ""},
    {"từ tháng 9/2023", "2023-09-01..", ""},
    {"Từ năm học 2023-2024 trở đi", "2023-09-01..", ""},
    {"tháng 9/2023 và các năm tiếp theo", "2023-09-01..", ""},
    {"năm học 2023-2024 và những năm học tiếp theo", "2023-09-01..", ""},
    {"năm học 2023-2024, các năm tiếp theo", "2023-09-01..", ""},
    /* done */
    {"hoàn thành trong tháng 9/2023", "2023-09-01..2023-09-30", ""},
    {"Hoàn thành trước 15/9/2023", "..2023-09-14", ""},
    {"hoàn thành năm học 2023-2024", "2023-09-01..2024-08-31", ""},
    {"thời gian thực hiện: tháng 9/2023 thời gian hoàn thành: tháng 5/2024",
     "2023-09-01..2024-05-31", ""},
    {"Thời gian thực hiện: năm học 2023-2024; thời gian hoàn thành: 5/2024",
     "2023-09-01..2024-05-31", ""},
    {"Thực hiện từ 9/2023, hoàn thành tháng 5/2024", "2023-09-01..2024-05-31", ""},
    {"bắt đầu tháng 9/2023, hoàn thành trước tháng 12/2023", "2023-09-01..2023-11-30", ""},
    /* recurring */
    {"hằng ngày", "ngay", ""},
    {"hàng tuần", "tuan", ""},
    {"Hàng tháng", "thang", ""},
    {"hằng quý", "quy", ""},
    {"Hằng năm", "nam", ""},
    {"hàng năm.", "nam", ""},
    {"hằng năm học", "nam", ""},
    {"mỗi học kỳ", "hocky", ""},
    {"mỗi học kỳ, năm học 2023-2024", "2023-09-01..2024-08-31 hocky", ""},
    {"mỗi học kỳ, năm học 2023-2025", "hocky", "KH4009"},
    {"hằng tuần, hằng tháng, năm học 2023-2024", "2023-09-01..2024-08-31 tuan thang", ""},
    {"hằng tuần/tháng, năm 2024", "2024-01-01..2024-12-31 tuan thang", ""},
    {"Mỗi học kì 1 lần", "hocky", ""},
    {"mỗi năm học", "nam", ""},
    {"2 lần/năm", "nam", ""},
    {"1 lần/học kỳ", "hocky", ""},
    {"2 lần trong năm học", "nam", ""},
    {"1 lần mỗi tháng", "thang", ""},
    {"năm 2 lần", "nam", ""},
    {"định kỳ hằng tháng", "thang", ""},
    {"hằng tuần/tháng", "tuan thang", ""},
    {"Hằng tháng, hằng quý", "thang quy", ""},
    {"cuối mỗi học kỳ", "hocky", ""},
    {"cuối tháng", "thang", ""},
    {"đầu mỗi năm học", "nam", ""},
    {"thứ 2 hằng tuần", "tuan", ""},
    {"ngày 25 hằng tháng", "thang", ""},
    {"thường xuyên", "thuongxuyen", ""},
    {"Thường xuyên.", "thuongxuyen", ""},
    {"Thường xuyên trong năm học 2023-2024", "2023-09-01..2024-08-31 thuongxuyen", ""},
    {"Thường xuyên, liên tục", "thuongxuyen", ""},
    {"hằng tháng trong năm học 2023-2024", "2023-09-01..2024-08-31 thang", ""},
    {"Năm học 2023-2024, thường xuyên", "2023-09-01..2024-08-31 thuongxuyen", ""},
    {"tháng 9 hằng năm", "2023-09-01..2023-09-30? nam", ""},
    {"Tháng 9/2023 và hằng năm", "2023-09-01..2023-09-30 nam", ""},
    {"Thường xuyên từ tháng 9/2023 đến tháng 5/2024", "2023-09-01..2024-05-31 thuongxuyen", ""},
    /* wrong */
    {"31/02/2026", "text", "KH4009"},
    {"tháng 13/2023", "text", "KH4009"},
    {"ngày 45", "text", "KH4009"},
    {"13/2023", "text", "KH4009"},
    {"21 - 12/2023", "text", "KH4009"},
    {"31 - 20/4/2024", "text", "KH4009"},
    {"từ 31/9/2023 đến 31/11/2023", "text", "KH4009"},
    {"ngày 31 tháng 9 năm 2023", "text", "KH4009"},
    {"năm học 2023-2025", "text", "KH4009"},
    {"từ 5/2024 đến 9/2023", "text", "KH4006"},
    {"từ ngày 20/9/2023 đến 10/9/2023", "text", "KH4006"},
    {"2025-2020", "text", "KH4006"},
    {"thực hiện tháng 9/2023, hoàn thành tháng 5/2023", "2023-09-01..2023-09-30", "KH4006"},
    /* kept as text */
    {"Theo kế hoạch của nhà trường", "text", "KH4008"},
    {"Sau khi có kinh phí", "text", "KH4008"},
    {"Khi có chỉ đạo của cấp trên", "text", "KH4008"},
    {"Quý phụ huynh", "text", "KH4008"},
    {"5 tháng", "text", "KH4008"},
    {"tuần 1", "text", "KH4008"},
    {"Hiệu trưởng", "text", "KH4008"},
    {"tháng 9/2023 (sau khai giảng)", "2023-09-01..2023-09-30 + (sau khai giảng)", "KH4008"},
};

static void test_named(void **state)
{
    (void)state;
    CHECK_ROWS(named, khct_school_years(2023, 2023));
}

static const row several[] = {
    {"tháng 9", "2024-09-01..2028-09-30? nam", ""},
    {"năm học", "2024-09-01..2029-08-31?", ""},
    {"cuối học kỳ I", "2024-12-01..2029-01-31? nam", ""},
    {"hằng năm", "nam", ""},
    {"tháng 9 đến tháng 5", "2024-09-01..2029-05-31? nam", ""},
    {"tháng 9/2024", "2024-09-01..2024-09-30", ""},
    {"năm học tới", "2029-09-01..2030-08-31?", ""},
    /* a limit each year ends with the last one; what begins after a day begins in the first */
    {"trước 31/5", "..2029-05-30? nam", ""},
    {"chậm nhất 31/5", "..2029-05-31? nam", ""},
    {"trước tháng 5", "..2029-04-30? nam", ""},
    {"trước 31/5/2025", "..2025-05-30", ""},
    {"sau 15/5", "2025-05-16..?", ""},
    {"từ 15/5", "2025-05-15..?", ""},
    {"trước 15/5 năm học 2025-2026", "..2026-05-14", ""},
};

static const row calendar[] = {
    {"tháng 3", "2020-03-01..2025-03-31? nam", ""},
    {"năm học", "2020-01-01..2025-12-31?", ""},
};

static const row without[] = {
    {"tháng 9", "undated", ""},
    {"cuối học kỳ I", "undated", ""},
    {"tháng 9/2023", "2023-09-01..2023-09-30", ""},
    {"tháng 9 và 10/2023", "2023-09-01..2023-09-30? 2023-10-01..2023-10-31", ""},
};

static void test_plans(void **state)
{
    (void)state;
    CHECK_ROWS(several, khct_school_years(2024, 2028));
    CHECK_ROWS(calendar, khct_calendar_years(2020, 2025));
    CHECK_ROWS(without, (khct_period){.kind = KHCT_PERIOD_NONE});
}

static void test_hull(void **state)
{
    (void)state;
    desk *d = desk_new();
    khct_period plan = khct_school_years(2023, 2023);
    khct_time time = khct_read_time(&d->reader, desk_put(d, "tháng 12/2023, tháng 9/2023"), &plan);
    CHECK_STR(khct_date_iso(d->arena, time.from), "2023-09-01");
    CHECK_STR(khct_date_iso(d->arena, time.to), "2023-12-31");
    CHECK_STR(khct_source_text(&d->sources, time.intervals.at[1].span), "tháng 9/2023");
    time = khct_read_time(&d->reader, desk_put(d, "trước 15/9/2023; tháng 12/2023"), &plan);
    assert_int_equal(time.from, KHCT_NO_DATE);
    CHECK_STR(khct_date_iso(d->arena, time.to), "2023-12-31");
    time = khct_read_time(&d->reader, desk_put(d, "hằng năm"), &plan);
    assert_int_equal(time.to, KHCT_NO_DATE);
    time = khct_read_time(&d->reader, desk_put(d, "-"), &plan);
    assert_true(time.stated && !time.understood);
    time = khct_read_time(&d->reader, desk_put(d, "Năm  học\n  2023 - 2024."), &plan);
    CHECK_STR(time.words, "Năm học 2023 - 2024.");
    desk_free(d);
}

static void test_nfd(void **state)
{
    (void)state;
    static const row rows[] = {
        {"Na\u0306m ho\u0323c 2023-2024", "2023-09-01..2024-08-31", ""},
        {"Tha\u0301ng\u00A009/2023", "2023-09-01..2023-09-30", ""},
        {"tháng 9/2023, # khai giảng\n tháng 12/2023",
         "2023-09-01..2023-09-30 2023-12-01..2023-12-31", ""},
    };
    CHECK_ROWS(rows, khct_school_years(2023, 2023));
}

static bool is_time(desk *d, const char *words)
{
    khct_reader quiet = d->reader;
    quiet.diags = NULL;
    khct_time time = khct_read_time(&quiet, desk_put(d, words), NULL);
    return khct_time_is_whole(&time);
}

static void test_is_time(void **state)
{
    (void)state;
    desk *d = desk_new();
    assert_true(is_time(d, "Năm học 2021-2022"));
    assert_true(is_time(d, "Hằng năm"));
    assert_true(is_time(d, "tháng 9"));
    assert_false(is_time(d, "Hiệu trưởng"));
    assert_false(is_time(d, "Năm học 2021-2022, Hiệu trưởng"));
    assert_false(is_time(d, "31/02/2026"));
    assert_string_equal(desk_codes(d), "");
    desk_free(d);
}

static void test_again(void **state)
{
    (void)state;
    desk *d = desk_new();
    khct_period plan = khct_school_years(2023, 2023);
    khct_time first = khct_read_time(&d->reader, desk_put(d, "tháng 9, tháng 10/2023"), &plan);
    khct_span span = desk_put(d, "tháng 9, tháng 10/2023");
    khct_time second = khct_read_time(&d->reader, span, &plan);
    assert_string_equal(meaning(d, &first), meaning(d, &second));
    assert_int_equal(second.intervals.at[1].span.source, span.source);
    CHECK_STR(khct_source_text(&d->sources, second.intervals.at[1].span), "tháng 10/2023");
    /* another plan, another meaning */
    khct_period other = khct_school_years(2024, 2024);
    khct_time third = khct_read_time(&d->reader, desk_put(d, "tháng 9, tháng 10"), &other);
    CHECK_STR(khct_date_iso(d->arena, third.from), "2024-09-01");
    CHECK_STR(khct_date_iso(d->arena, second.from), "2023-09-01");
    /* what was said once is said again */
    khct_read_time(&d->reader, desk_put(d, "31/2/2023"), &plan);
    khct_read_time(&d->reader, desk_put(d, "31/2/2023"), &plan);
    assert_string_equal(desk_codes(d), "KH4009");
    desk_free(d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_real),  cmocka_unit_test(test_named),   cmocka_unit_test(test_plans),
        cmocka_unit_test(test_hull),  cmocka_unit_test(test_is_time), cmocka_unit_test(test_nfd),
        cmocka_unit_test(test_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

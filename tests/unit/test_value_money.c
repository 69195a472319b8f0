/* What the money cells of plans say, with the meaning expected. */
#include "unit/value_helper.h"

#include "value/money.h"

/* "8000000000~ ngansach | xahoihoa + rest"; `~` about, `/` a rate, `a-b` a range. */
static const char *meaning(desk *d, const khct_money *money)
{
    khct_arena *a = d->arena;
    khct_str all = khct_str_of(money->nothing ? "khong" : "");
    if (!money->understood)
        return "text";
    for (khct_money_word k = 0; k < KHCT_MONEY_WORDS; k++)
        if (money->known >> k & 1)
            all = khct_str_of(khct_money_word_key(k));
    for (size_t i = 0; i < money->parts.n; i++) {
        const khct_money_part *part = &money->parts.at[i];
        khct_str amount = khct_str_of("");
        if (part->has_amount) {
            khct_str low = khct_str_cat(a, khct_str_number(a, part->low), KHCT_STR("-"));
            khct_str pieces[] = {
                part->low != part->amount ? low : khct_str_of(""), khct_str_number(a, part->amount),
                khct_str_of(part->about ? "~" : ""), khct_str_of(part->rate ? "/" : "")};
            amount = khct_str_join(a, pieces, 4);
        }
        bool both = part->has_amount && part->source != KHCT_SOURCE_NONE;
        khct_str pieces[] = {all, khct_str_of(all.n > 0 ? " | " : ""), amount,
                             khct_str_of(both ? " " : ""),
                             khct_str_of(khct_source_key(part->source))};
        all = khct_str_join(a, pieces, 5);
    }
    if (money->rest.end > money->rest.begin) {
        khct_str pieces[] = {all, KHCT_STR(" + "), khct_source_text(&d->sources, money->rest)};
        all = khct_str_join(a, pieces, 3);
    }
    return khct_cstr(a, all);
}

static const struct {
    const char *words, *meaning, *codes;
} rows[] = {
    /* each distinct phrase of the real plans */
    {"Kinh phí ngân sách, Kinh phí tự túc", "ngansach | tutuc", ""},
    {"Kinh phí ngân sách Kinh phí tự túc", "ngansach | tutuc", ""},
    {"Kinh phí ngân sách", "ngansach", ""},
    {"Không", "khong", ""},
    {"Thu theo thỏa thuận", "thoathuan", ""},
    {"Dự kiến 8 tỷ đồng", "8000000000~", ""},
    {"230 450", "text", "KH5004"},
    {"ngân sách", "ngansach", ""},
    {"Ngân sách", "ngansach", ""},
    {"Ngân sách nhà nước", "ngansach", ""},
    {"Xã hội hóa", "xahoihoa", ""},
    {"Xã hội hoá", "xahoihoa", ""},
    {"Tự túc", "tutuc", ""},
    {"Ngân sách, xã hội hóa", "ngansach | xahoihoa", ""},
    {"Ngân sách nhà nước và xã hội hóa", "ngansach | xahoihoa", ""},
    {"Ngân sách nhà nước và các nguồn thu hợp pháp khác", "ngansach | khac", ""},
    {"Ngân sách và các nguồn thu hợp pháp khác", "ngansach | khac", ""},
    {"Nguồn đóng góp của PHHS", "donggop", ""},
    {"kinh phí tự chủ", "ngansach", ""},
    /* amounts */
    {"8 tỷ đồng", "8000000000", ""},
    {"8 tỉ đồng", "8000000000", ""},
    {"12,5 triệu đồng", "12500000", ""},
    {"12.5 triệu", "12500000", ""},
    {"12.500.000 đồng", "12500000", ""},
    {"12.500.000đ", "12500000", ""},
    {"12.500.000 VNĐ", "12500000", ""},
    {"12,500,000 VND", "12500000", ""},
    {"12.500.000", "12500000", ""},
    {"500,000 đồng", "500000", ""},
    {"500.000 đồng.", "500000", ""},
    {"500 nghìn đồng", "500000", ""},
    {"500 ngàn", "500000", ""},
    {"1.500 triệu đồng", "1500000000", ""},
    {"1,5 tỷ", "1500000000", ""},
    {"1,25 tỷ đồng", "1250000000", ""},
    {"1 tỷ 200 triệu đồng", "1200000000", ""},
    {"2 triệu 500 nghìn", "2500000", ""},
    {"500 đồng", "500", ""},
    {"0 đồng", "0", ""},
    {"1000000000000000 đồng", "1000000000000000", ""},
    {"khoảng 5 triệu đồng", "5000000~", ""},
    {"Kinh phí dự kiến: 5 triệu đồng", "5000000~", ""},
    {"5 - 7 triệu đồng", "5000000-7000000~", ""},
    {"7 - 5 triệu đồng", "text", "KH5004"},
    {"từ 5 đến 7 triệu đồng", "5000000-7000000~", ""},
    {"5 triệu - 7 triệu đồng", "5000000-7000000~", ""},
    {"50.000 đồng/học sinh", "50000/", "KH5010"},
    {"200.000 đồng/người/tháng, ngân sách", "200000/ | ngansach", "KH5010"},
    {"12 trie\u0323\u0302u đo\u0300\u0302ng", "12000000", ""},
    {"5\u00A0triệu\n   đồng", "5000000", ""},
    /* amounts and sources */
    {"Ngân sách 5 triệu đồng, xã hội hóa 3 triệu đồng", "5000000 ngansach | 3000000 xahoihoa", ""},
    {"Ngân sách: 5 triệu đồng + XHH: 3 triệu đồng", "5000000 ngansach | 3000000 xahoihoa", ""},
    {"5 triệu đồng từ ngân sách nhà nước", "5000000 ngansach", ""},
    {"5 triệu đồng (nguồn ngân sách)", "5000000 ngansach", ""},
    {"ngân sách (5 triệu đồng)", "5000000 ngansach", ""},
    {"5 triệu đồng ngân sách 3 triệu đồng xã hội hóa", "5000000 ngansach | 3000000 xahoihoa", ""},
    {"10 triệu đồng, ngân sách", "10000000 | ngansach", ""},
    {"- Ngân sách nhà nước\n- Tài trợ", "ngansach | taitro", ""},
    {"- 5 triệu đồng\n- 3 triệu đồng", "5000000 | 3000000", ""},
    {"Ngân sách + tài trợ + học phí", "ngansach | taitro | hocphi", ""},
    {"Ngân sách/Xã hội hóa", "ngansach | xahoihoa", ""},
    {"ngan sach nha nuoc", "ngansach", ""},
    {"NSNN, XHHGD", "ngansach | xahoihoa", ""},
    {"Nguồn chi thường xuyên của nhà trường", "ngansach", ""},
    {"Quỹ Đội", "quy", ""},
    {"Các mạnh thường quân", "taitro", ""},
    {"không cần kinh phí", "khong", ""},
    {"0", "khong", ""},
    /* wrong */
    {"1000000000000000000000000000000 đồng", "text", "KH5005"},
    {"1.000.000.000.000.000.000.000.000.000.000 đồng", "text", "KH5005"},
    {"1000000000000001 đồng", "text", "KH5005"},
    {"9999999 tỷ đồng", "text", "KH5005"},
    {"800.000 tỷ, 800.000 tỷ", "text", "KH5005"},
    {"Không, ngân sách", "khong | ngansach", "KH5006"},
    {"không + 5 triệu đồng", "khong | 5000000", "KH5006"},
    /* kept as text */
    {"mười triệu", "10000000", ""},
    {"mười triệu đồng", "10000000", ""},
    {"500", "text", "KH5004"},
    {"1,0000005 triệu đồng", "text", "KH5004"},
    {"1.50.000 đồng", "text", "KH5004"},
    {"Theo dự toán được duyệt", "dutoan", ""},
    {"Hiệu trưởng", "text", "KH5004"},
    {"10 triệu đồng mua sách", "10000000 + mua sách", "KH5004"},
    {"mười triệu đồng, ngân sách", "10000000 | ngansach", ""},
    {"ngân sách không đủ", "text", "KH5004"},
};

static void test_money(void **state)
{
    (void)state;
    desk *d = desk_new();
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        khct_money money = khct_read_money(&d->reader, desk_put(d, rows[i].words));
        const char *got = meaning(d, &money), *codes = desk_codes(d);
        if (strcmp(got, rows[i].meaning) != 0 || strcmp(codes, rows[i].codes) != 0) {
            print_error("%s\n  is   %s %s\n  not  %s %s\n", rows[i].words, got, codes,
                        rows[i].meaning, rows[i].codes);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
    desk_free(d);
}

/* A whole and its parts, and a product: what is added, and who pays it. */
static void test_parts(void **state)
{
    (void)state;
    desk *d = desk_new();
    khct_money money = khct_read_money(
        &d->reader, desk_put(d, "Tổng 120 triệu đồng (ngân sách 100 triệu, xã hội hóa 20 triệu)"));
    assert_int_equal(khct_money_total(&money).amount, 120000000);
    assert_int_equal(khct_money_total(&money).counted, 1);
    assert_int_equal(khct_money_from(&money, KHCT_SOURCE_BUDGET).amount, 100000000);
    assert_int_equal(khct_money_from(&money, KHCT_SOURCE_SOCIAL).amount, 20000000);
    assert_int_equal(khct_money_from(&money, KHCT_SOURCE_NONE).amount, 0);
    assert_int_equal(money.parts.at[1].whole, 0);
    money = khct_read_money(&d->reader, desk_put(d, "50 triệu đồng (trong đó XHH 20 triệu)"));
    assert_int_equal(khct_money_from(&money, KHCT_SOURCE_SOCIAL).amount, 20000000);
    assert_int_equal(khct_money_from(&money, KHCT_SOURCE_NONE).amount, 30000000);
    money = khct_read_money(&d->reader, desk_put(d, "12 phòng x 35 triệu"));
    assert_int_equal(money.parts.at[0].factors, 2);
    assert_int_equal(money.parts.at[0].factor[0], 12);
    assert_int_equal(money.parts.at[0].factor[1], 35000000);
    assert_int_equal(khct_money_total(&money).amount, 420000000);
    money = khct_read_money(&d->reader, desk_put(d, "ngân sách 5 triệu, abc 3 triệu"));
    assert_int_equal(khct_money_total(&money).amount, 5000000);
    assert_int_equal(khct_money_total(&money).left_out, 1);
    assert_string_equal(desk_codes(d), "KH5004");
    desk_free(d);
}

static void test_total(void **state)
{
    (void)state;
    desk *d = desk_new();
    khct_span span = desk_put(d, "Ngân sách 5 triệu đồng, tài trợ 2,5 triệu, 50.000 đồng/em");
    khct_money money = khct_read_money(&d->reader, span);
    assert_true(money.has_total);
    assert_int_equal(money.total, 7500000);
    assert_int_equal(money.sources, 1u << KHCT_SOURCE_BUDGET | 1u << KHCT_SOURCE_SPONSOR);
    CHECK_STR(khct_source_text(&d->sources, money.parts.at[1].span), "tài trợ 2,5 triệu");
    khct_money_sum sum = khct_money_total(&money);
    assert_int_equal(sum.amount, 7500000);
    assert_int_equal(sum.counted, 2);
    assert_int_equal(sum.left_out, 1);
    assert_int_equal(khct_money_from(&money, KHCT_SOURCE_BUDGET).amount, 5000000);
    assert_int_equal(khct_money_from(&money, KHCT_SOURCE_NONE).left_out, 1);
    money = khct_read_money(&d->reader, desk_put(d, "10 triệu đồng, ngân sách"));
    assert_int_equal(khct_money_from(&money, KHCT_SOURCE_BUDGET).amount, 10000000);
    assert_int_equal(khct_money_total(NULL).counted, 0);
    money = khct_read_money(&d->reader, desk_put(d, "-"));
    assert_true(money.stated && !money.understood);
    assert_string_equal(desk_codes(d), "");
    CHECK_STR(khct_money_text(d->arena, 12500000), "12.500.000");
    CHECK_STR(khct_money_text(d->arena, 500), "500");
    CHECK_STR(khct_money_text(d->arena, 0), "0");
    desk_free(d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_money),
        cmocka_unit_test(test_total),
        cmocka_unit_test(test_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

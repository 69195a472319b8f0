/* Meanings of values: read once, shared by equal words, said once, at places of their own. */
#include "unit/value_helper.h"

#include "value/meaning.h"

/* The values of the tasks of one criterion, read by their nodes. */
typedef struct shelf {
    desk *d;
    khct_tree *tree;
    khct_vocabulary *vocabulary;
    khct_period year;
    khct_phrases names;
    khct_values *values;
} shelf;

static shelf shelf_new(const char *tasks)
{
    shelf s = {.d = desk_new(), .year = khct_school_years(2026, 2026)};
    khct_str pieces[] = {KHCT_STR("tieuchi 1.1 <\n"), khct_str_of(tasks), KHCT_STR(">\n")};
    uint32_t source =
        khct_source_add(&s.d->sources, KHCT_STR("t.khct"), khct_str_join(s.d->arena, pieces, 3));
    s.vocabulary = khct_vocabulary_new(s.d->arena);
    s.tree = khct_parse(&s.d->diags, s.vocabulary, source);
    assert_int_equal(s.d->diags.list.n, 0);
    khct_phrases_add(s.d->arena, &s.names, KHCT_STR("Hiệu trưởng"), 0);
    return s;
}

/* The first field of that name in task number `task`. */
static const khct_node *field(shelf *s, size_t task, khct_keyword keyword)
{
    const khct_node *node = khct_child(s->tree->top->first, KHCT_K_VIEC);
    while (task-- > 0)
        node = khct_again(node);
    return khct_child(node, keyword);
}

/* What it means. */
static const khct_meaning *meaning(shelf *s, size_t task, khct_keyword keyword)
{
    if (s->values == NULL)
        s->values = khct_values_new(&s->d->reader, s->vocabulary, &s->year, &s->names);
    return khct_meaning_of(s->values, field(s, task, keyword));
}

static void test_shared(void **state)
{
    (void)state;
    shelf s = shelf_new("viec Một < chutri Hiệu trưởng, tổ in; thoigian Tháng 9; >\n"
                        "viec Hai < chutri Hiệu trưởng, tổ in; thoigian tháng 9; >\n"
                        "viec Ba < chutri \"\"\"Hiệu trưởng, tổ in\"\"\"; >\n");
    desk *d = s.d;
    const khct_meaning *first = meaning(&s, 0, KHCT_K_CHUTRI);
    assert_ptr_equal(first, meaning(&s, 0, KHCT_K_CHUTRI));
    assert_ptr_equal(first, meaning(&s, 1, KHCT_K_CHUTRI));
    assert_ptr_not_equal(first, meaning(&s, 2, KHCT_K_CHUTRI)); /* other rules between quotes */
    assert_ptr_not_equal(meaning(&s, 0, KHCT_K_THOIGIAN), meaning(&s, 1, KHCT_K_THOIGIAN));
    assert_int_equal(first->type, KHCT_TYPE_ROLES);
    assert_int_equal(first->people->list.n, 2);
    khct_span place = first->people->list.at[1].span;
    for (size_t task = 0; task < 3; task++) {
        khct_span at = khct_node_place(field(&s, task, KHCT_K_CHUTRI), place);
        CHECK_STR(khct_source_text(&d->sources, at), "tổ in");
    }
    desk_free(d);
}

static void test_said_once(void **state)
{
    (void)state;
    shelf s = shelf_new("viec Một < thoigian 31/02/2027; >\n"
                        "viec Hai < thoigian 31/02/2027; >\n"
                        "viec Ba < thoigian 31/02/2027; kinhphi muôn vàn; >\n");
    desk *d = s.d;
    meaning(&s, 0, KHCT_K_THOIGIAN);
    CHECK_STR(khct_str_of(desk_codes(d)), "KH4009");
    meaning(&s, 0, KHCT_K_THOIGIAN);
    CHECK_STR(khct_str_of(desk_codes(d)), "KH4009");
    meaning(&s, 1, KHCT_K_THOIGIAN); /* the same slip again is said again, where it stands */
    CHECK_STR(khct_str_of(desk_codes(d)), "KH4009 KH4009");
    CHECK_STR(khct_source_text(&d->sources, d->diags.list.at[1]->span), "31/02/2027");
    assert_true(d->diags.list.at[1]->span.begin > d->diags.list.at[0]->span.begin);
    khct_meaning as = khct_meaning_as(s.values, field(&s, 2, KHCT_K_KINHPHI), KHCT_TYPE_TIME);
    assert_false(as.time->understood);
    khct_values_close(s.values);
    meaning(&s, 2, KHCT_K_THOIGIAN);
    meaning(&s, 2, KHCT_K_KINHPHI);
    CHECK_STR(khct_str_of(desk_codes(d)), "KH4009 KH4009");
    desk_free(d);
}

static void test_empty(void **state)
{
    (void)state;
    shelf s = shelf_new("viec Một < kinhphi -; ghichu Có lời; >\n");
    const khct_meaning *money = meaning(&s, 0, KHCT_K_KINHPHI);
    assert_true(money->stated && money->empty);
    assert_null(money->money);
    const khct_meaning *text = meaning(&s, 0, KHCT_K_GHICHU);
    assert_false(text->stated || text->empty);
    assert_null(text->any);
    desk_free(s.d);
}

/* A citation too: read once, equal ones share it, places count from the entry. */
static void test_citations(void **state)
{
    (void)state;
    desk *d = desk_new();
    uint32_t source = khct_source_add(&d->sources, KHCT_STR("t.khct"),
                                      KHCT_STR("cancu <\n"
                                               "vanban Thông tư số 18/2018/TT-BGDĐT;\n"
                                               "khac Luật Giáo dục số 43/2019/QH14;\n"
                                               "vanban Thông tư số 18/2018/TT-BGDĐT;\n>\n"));
    khct_vocabulary *vocabulary = khct_vocabulary_new(d->arena);
    khct_tree *tree = khct_parse(&d->diags, vocabulary, source);
    khct_values *values = khct_values_new(&d->reader, vocabulary, NULL, NULL);
    const khct_node *first = tree->top->first->first, *other = first->next, *last = other->next;
    const khct_meaning *meaning = khct_meaning_of(values, first);
    assert_int_equal(meaning->type, KHCT_TYPE_BASIS);
    assert_ptr_equal(meaning, khct_meaning_of(values, last));
    khct_span place = khct_basis_place(&meaning->basis->list.at[0]);
    CHECK_STR(khct_source_text(&d->sources, khct_node_place(first, place)), "18/2018/TT-BGDĐT");
    CHECK_STR(khct_source_text(&d->sources, khct_node_place(last, place)), "18/2018/TT-BGDĐT");
    assert_null(khct_meaning_of(values, other)->any); /* prose, unless asked as a citation */
    khct_meaning as = khct_meaning_as(values, other, KHCT_TYPE_BASIS);
    CHECK_STR(khct_source_text(&d->sources,
                               khct_node_place(other, khct_basis_place(&as.basis->list.at[0]))),
              "43/2019/QH14");
    assert_string_equal(desk_codes(d), "");
    desk_free(d);
}

/* One word of a few in either form, and a list of names with the place of each. */
static void test_words(void **state)
{
    (void)state;
    desk *d = desk_new();
    khct_vocabulary *vocabulary = khct_vocabulary_new(d->arena);
    khct_span span = desk_put(d, "tư thục");
    assert_int_equal(khct_read_choice(&d->reader, vocabulary, KHCT_TYPE_OWNERSHIP, span),
                     KHCT_K_TUTHUC);
    span = desk_put(d, "soluong");
    assert_int_equal(khct_read_choice(&d->reader, vocabulary, KHCT_TYPE_DISPLAY, span),
                     KHCT_K_SOLUONG);
    assert_string_equal(desk_codes(d), "");
    assert_int_equal(khct_read_choice(&d->reader, vocabulary, KHCT_TYPE_OWNERSHIP, span),
                     KHCT_KEYWORD_NONE);
    assert_string_equal(desk_codes(d), "KH1009");
    khct_names names = khct_read_names(&d->reader, desk_put(d, "mucdich ,  Mục  tiêu,, cancu"));
    assert_int_equal(names.list.n, 3);
    CHECK_STR(names.list.at[1].words, "Mục tiêu");
    CHECK_STR(khct_source_text(&d->sources, names.list.at[1].span), "Mục  tiêu");
    CHECK_STR(names.list.at[2].words, "cancu");
    desk_free(d);
}

static khct_head head(desk *d, khct_block block, const char *words)
{
    khct_period year = khct_school_years(2026, 2026);
    return khct_read_head(&d->reader, &year, block, desk_put(d, words), KHCT_NOWHERE);
}

static void test_heads(void **state)
{
    (void)state;
    desk *d = desk_new();
    khct_head h = head(d, KHCT_B_TIEUCHI, "1.7 duytri mức 2 Quản lý nhân sự");
    assert_true(h.understood && h.id.standard == 1 && h.id.number == 7);
    assert_int_equal(h.target.kind, KHCT_TARGET_KEEP);
    assert_int_equal(h.target.level, 2);
    CHECK_STR(h.title, "Quản lý nhân sự");
    CHECK_STR(khct_source_text(&d->sources, h.title_span), "Quản lý nhân sự");
    h = head(d, KHCT_B_VANDE, "tiêu chuẩn 2 tieuchi: 2.2, 2.3 tieuchi 2.5");
    assert_int_equal(h.standard, 2);
    assert_int_equal(h.criteria.items.n, 3);
    h = head(d, KHCT_B_HIENTRANG, "năm học 2025-2026");
    assert_int_equal(h.year.first, 2025);
    h = head(d, KHCT_B_THEODOI, "Cuối học kỳ I");
    assert_true(h.time->understood);
    CHECK_STR(h.title, "Cuối học kỳ I");
    h = head(d, KHCT_B_MAUPHAN, "mucdich Mục đích, yêu cầu");
    CHECK_STR(h.name, "mucdich");
    CHECK_STR(h.title, "Mục đích, yêu cầu");
    assert_string_equal(desk_codes(d), "");
    desk_free(d);
}

/* Whose heading is not as its shape says, and what the message points at. */
static void test_heads_not_read(void **state)
{
    (void)state;
    static const struct {
        khct_block block;
        const char *words, *at;
    } rows[] = {
        {KHCT_B_TIEUCHI, "muc 2", "muc"},
        {KHCT_B_TIEUCHI, "1.7 muc 2 quản lý", "quản"},
        {KHCT_B_KHOAN, "muc 4", "muc"},
        {KHCT_B_KETQUATC, "1.7", "1.7"},
        {KHCT_B_KETQUATC, "1.7 Nhân sự", "Nhân"},
        {KHCT_B_HIENTRANG, "năm ngoái", "năm ngoái"},
        {KHCT_B_VANDE, "tieuchuan tieuchi 1.3", "tieuchi"},
        {KHCT_B_VANDE, "1.3", "1"},
        {KHCT_B_VIEC, "mua sách", "mua"},
    };
    desk *d = desk_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        print_message("%s\n", rows[i].words);
        head(d, rows[i].block, rows[i].words);
        assert_string_equal(desk_codes(d), "KH1009");
        CHECK_STR(khct_source_text(&d->sources, d->diags.list.at[0]->span), rows[i].at);
    }
    assert_false(head(d, KHCT_B_DMTIEUCHI, "Nhân sự").understood);
    assert_string_equal(desk_codes(d), ""); /* the library's reader says what is wrong */
    desk_free(d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shared),         cmocka_unit_test(test_said_once),
        cmocka_unit_test(test_empty),          cmocka_unit_test(test_citations),
        cmocka_unit_test(test_words),          cmocka_unit_test(test_heads),
        cmocka_unit_test(test_heads_not_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

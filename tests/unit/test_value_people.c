/* People, evidence codes, progress and entries of the legal basis, as plans write them. */
#include "unit/value_helper.h"

#include "value/basis.h"
#include "value/evidence.h"
#include "value/progress.h"
#include "value/roles.h"

/* The roles of these tests: each row is one role with its names. */
static const char *const roles[][4] = {
    {"HT", "Hiệu trưởng"},
    {"PHT", "Phó hiệu trưởng", "Hiệu phó"},
    {"BGH", "Ban giám hiệu"},
    {"GVCN", "Giáo viên chủ nhiệm"},
    {"GV", "Giáo viên"},
    {"NV", "Nhân viên"},
    {"CB", "Cán bộ"},
    {"TPT", "Tổng phụ trách Đội", "TPT Đội"},
    {"TTCM", "Tổ trưởng chuyên môn"},
    {"KT", "Kế toán"},
    {"HĐT", "Hội đồng trường"},
    {"CMHS", "Cha mẹ học sinh"},
    {"GD&ĐT", "Phòng Giáo dục và Đào tạo", "Phòng GD&ĐT"},
    {"GVGDCD", "GV GDCD"},
};

static khct_phrases *names_new(desk *d)
{
    khct_phrases *names = khct_alloc(d->arena, sizeof *names);
    for (uint32_t i = 0; i < sizeof roles / sizeof *roles; i++)
        for (size_t k = 0; k < 4 && roles[i][k] != NULL; k++)
            khct_phrases_add(d->arena, names, khct_str_of(roles[i][k]),
                             strstr(roles[i][1] == NULL ? "" : roles[i][1], "Ban") == NULL
                                 ? i | KHCT_ROLE_OFFICE
                                 : i);
    return names;
}

/* "HT, PHT~Phó hiệu trưởng CSVC, HT{An}, «thành viên»": `~` with more words, {} the person's name,
 * «» free. */
static const char *shown(desk *d, const khct_phrases *names, const khct_people *people)
{
    khct_arena *a = d->arena;
    khct_str all = khct_str_of(people->stated ? "-" : people->ditto ? "ditto" : "");
    for (size_t i = 0; i < people->list.n; i++) {
        const khct_person *p = &people->list.at[i];
        bool known = p->role != KHCT_NONE, office;
        size_t count;
        khct_words own = khct_words_of(a, p->words, KHCT_NOWHERE);
        bool exact = khct_role_at(names, &own, 0, &count, &office) != KHCT_NONE && count == own.n;
        khct_str words = known && (exact || p->name.n > 0) ? khct_str_of("") : p->words;
        khct_str pieces[] = {all,
                             khct_str_of(i > 0 ? ", " : ""),
                             khct_str_of(known ? roles[p->role][0] : "«"),
                             khct_str_of(known && words.n > 0 ? "~" : ""),
                             words,
                             khct_str_of(known ? "" : "»"),
                             khct_str_of(p->name.n > 0 ? "{" : ""),
                             p->name,
                             khct_str_of(p->name.n > 0 ? "}" : "")};
        all = khct_str_join(a, pieces, sizeof pieces / sizeof pieces[0]);
    }
    return khct_cstr(a, all);
}

static bool are_known(desk *d, const khct_phrases *names, const char *words)
{
    khct_people people = khct_read_people(&d->reader, desk_put(d, words), names);
    return khct_people_are_known(&people);
}

static void test_people(void **state)
{
    (void)state;
    static const struct {
        const char *words, *meaning;
    } rows[] = {
        /* the real plans */
        {"Hiệu Trưởng + CB - GV - NV.", "HT, CB, GV, NV"},
        {"Hiệu Trưởng + Lực lượng dân quân phường.", "HT, «Lực lượng dân quân phường»"},
        {"Hiệu Trưởng", "HT"},
        {"Hiệu Phó cơ sở vật chất", "PHT~Hiệu Phó cơ sở vật chất"},
        {"Hiệu Trưởng + TPT + GCVN + GV GDCD + Công ty dạy kỹ năng sống",
         "HT, TPT, «GCVN», GVGDCD, «Công ty dạy kỹ năng sống»"},
        {"UBND thành phố A + PGD&ĐT thành phố A", "«UBND thành phố A», «PGD&ĐT thành phố A»"},
        {"-Phòng GD & ĐT thành phố - Hiệu trưởng - Phó hiệu trưởng phụ trách CSVC",
         "GD&ĐT~Phòng GD & ĐT thành phố, HT, PHT~Phó hiệu trưởng phụ trách CSVC"},
        {"Phòng GD & ĐT thành phố, Hiệu trưởng, Phó hiệu trưởng phụ trách CSVC",
         "GD&ĐT~Phòng GD & ĐT thành phố, HT, PHT~Phó hiệu trưởng phụ trách CSVC"},
        {"BGH, thành viên", "BGH, «thành viên»"},
        {"HĐT", "HĐT"},
        {"BGH", "BGH"},
        {"BGH,", "BGH"},
        {"CB, GV, NV", "CB, GV, NV"},
        {"Lãnh đạo nhà trường", "«Lãnh đạo nhà trường»"},
        {"TPT Đội, GVCN", "TPT, GVCN"},
        {"Nhân viên thư viện", "NV~Nhân viên thư viện"},
        {"BGH, Chủ tịch công đoàn", "BGH, «Chủ tịch công đoàn»"},
        {"Tổng phụ trách Đội", "TPT"},
        {"Tổ văn phòng", "«Tổ văn phòng»"},
        {"Tổ trưởng các tổ chuyên môn (TTCM), tổ văn phòng",
         "«Tổ trưởng các tổ chuyên môn (TTCM)», «tổ văn phòng»"},
        {"Tập thể nhà trường", "«Tập thể nhà trường»"},
        {"Phó hiệu trưởng, GV bộ môn", "PHT, GV~GV bộ môn"},
        {"Phó Hiệu trưởng, nhân viên y tế", "PHT, NV~nhân viên y tế"},
        {"Nhân viên văn thư.", "NV~Nhân viên văn thư"},
        {"Hội đồng trường.", "HĐT"},
        {"Giáo viên chủ nhiệm, TPT Đội", "GVCN, TPT"},
        {"Các thành viên của tổ chức Đảng Cộng sản Việt Nam, các đoàn thể và tổ chức khác trong "
         "nhà "
         "trường.",
         "«Các thành viên của tổ chức Đảng Cộng sản Việt Nam», «các đoàn thể và tổ chức khác trong "
         "nhà trường»"},
        {"BGH, kế toán, nhân viên văn thư", "BGH, KT, NV~nhân viên văn thư"},
        {"BGH, các thành viên trong các Hội đồng của trường",
         "BGH, «các thành viên trong các Hội đồng của trường»"},
        {"BGH, BCH công đoàn", "BGH, «BCH công đoàn»"},
        /* `và`, dashes and the rest divide only beside a known role */
        {"Phòng Giáo dục và Đào tạo", "GD&ĐT"},
        {"Sở Giáo dục và Đào tạo", "«Sở Giáo dục và Đào tạo»"},
        {"Hiệu trưởng và kế toán", "HT, KT"},
        {"Hiệu trưởng và bảo vệ", "HT, «bảo vệ»"},
        {"bảo vệ và Hiệu trưởng", "«bảo vệ», HT"},
        {"Công an và dân quân phường", "«Công an và dân quân phường»"},
        {"Hiệu trưởng, Phó hiệu trưởng và GVCN các lớp và TPT Đội",
         "HT, PHT, GVCN~GVCN các lớp, TPT"},
        {"Hiệu trưởng - Chủ tịch Hội đồng tự đánh giá", "HT, «Chủ tịch Hội đồng tự đánh giá»"},
        {"Hiệu trưởng/Phó hiệu trưởng", "HT, PHT"},
        {"Hiệu trưởng cùng với GVCN", "HT, GVCN"},
        {"Hiệu trưởng phối hợp với CMHS", "HT, CMHS"},
        {"Hiệu trưởng GVCN", "HT, GVCN"},
        {"Hiệu trưởng\n   GVCN", "HT, GVCN"},
        {"- Hiệu trưởng\n- Bảo vệ\n+ GVCN", "HT, «Bảo vệ», GVCN"},
        {"Phó hiệu trưởng phụ trách\n    cơ sở vật chất",
         "PHT~Phó hiệu trưởng phụ trách cơ sở vật chất"},
        {"Chủ trì: Hiệu trưởng; Phối hợp: GVCN", "HT, GVCN"},
        {"Phối hợp: Công an phường", "«Công an phường»"},
        {"Tất cả giáo viên", "GV~Tất cả giáo viên"},
        {"Ban đại diện CMHS", "«Ban đại diện CMHS»"},
        {"Chủ tịch Hội đồng trường", "«Chủ tịch Hội đồng trường»"},
        {"Hiệu trưởng (Trưởng ban, chủ trì), GVCN", "HT~Hiệu trưởng (Trưởng ban, chủ trì), GVCN"},
        {"GD & ĐT", "GD&ĐT"},
        {"Hie\u0323\u0302u trươ\u0309ng, giáo viên\u00A0chủ nhiệm", "HT, GVCN"},
        {"Hiệu trưởng, # người đứng đầu\n  GVCN", "HT, GVCN"},
        {"hiệu trưởng; GVCN;", "HT, GVCN"},
        {"Hiệutrưởng", "«Hiệutrưởng»"},
        {"GVCNN", "«GVCNN»"},
        {"GVCN lớp 9A", "GVCN~GVCN lớp 9A"},
        {"P. Hiệu trưởng", "«P. Hiệu trưởng»"},
        {"Hiệu trưởng. Phó hiệu trưởng", "HT, PHT"},
        /* a blank line divides, a comment or a wrapped line does not */
        {"thành viên\n\n  bà con", "«thành viên», «bà con»"},
        {"Hiệu trưởng\n \n khối 6", "HT, «khối 6»"},
        {"thành viên\n  bà con", "«thành viên bà con»"},
        {"thành viên\n  # ghi chú\n  bà con", "«thành viên bà con»"},
        /* a head stands for its list */
        {"GVCN lớp 9A1, 9A2", "GVCN~GVCN lớp 9A1, 9A2"},
        {"GVCN các lớp 6, 7 và 8; HT", "GVCN~GVCN các lớp 6, 7 và 8, HT"},
        {"GV Toán, Văn, Anh, kế toán", "GV~GV Toán, Văn, Anh, KT"},
        {"NV bảo vệ, 7", "NV~NV bảo vệ, 7"},
        {"Tổ Văn - Sử, tổ Toán", "«Tổ Văn - Sử», «tổ Toán»"},
        /* name and office are one person */
        {"Bà Trần Thị Bình - Hiệu trưởng", "HT{Trần Thị Bình}"},
        {"Ông Lê Văn Cường, Phó Hiệu trưởng, kế toán", "PHT{Lê Văn Cường}, KT"},
        {"Hiệu trưởng (Trần Thị Bình), đ/c An (PHT)", "HT{Trần Thị Bình}, PHT{An}"},
        {"Cô Lan, BGH", "«Cô Lan»{Lan}, BGH"},
        {"Nguyễn Văn An, GV, kế toán", "«Nguyễn Văn An»{Nguyễn Văn An}, GV, KT"},
        {"Nguyễn Văn An - Trần Thị Bình", "«Nguyễn Văn An»{Nguyễn Văn An}, «Trần Thị "
                                          "Bình»{Trần Thị Bình}"},
        /* duties and labels */
        {"HT: chỉ đạo, giám sát; GV: thực hiện", "HT~HT: chỉ đạo, giám sát, GV~GV: thực hiện"},
        {"Thư ký: bà Hoa", "«bà Hoa»{Hoa}"},
        {"02 Phó hiệu trưởng, PHT1", "PHT~02 Phó hiệu trưởng, PHT~PHT1"},
        {"Như trên", "ditto"},
        {"- nt -", "ditto"},
        {"\"", "ditto"},
        {"-", "-"},
        {"...", ""},
    };
    desk *d = desk_new();
    const khct_phrases *names = names_new(d);
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        khct_span span = desk_put(d, rows[i].words);
        khct_people people = khct_read_people(&d->reader, span, names);
        const char *got = shown(d, names, &people);
        if (strcmp(got, rows[i].meaning) != 0) {
            print_error("%s\n  is   %s\n  not  %s\n", rows[i].words, got, rows[i].meaning);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
    khct_people people = khct_read_people(&d->reader, desk_put(d, "BGH, thành  viên."), names);
    CHECK_STR(khct_source_text(&d->sources, people.list.at[1].span), "thành  viên");
    CHECK_STR(people.list.at[1].words, "thành viên");
    CHECK_STR(people.words, "BGH, thành viên.");
    d->reader.quoted = true; /* lines and escapes say nothing there */
    people = khct_read_people(&d->reader, desk_put(d, "tổ \\, nước\n- lớp\n\nsáu, bảo vệ"), names);
    CHECK_STR(people.words, "tổ \\, nước - lớp sáu, bảo vệ");
    assert_int_equal(people.list.n, 3);
    CHECK_STR(people.list.at[0].words, "tổ \\");
    CHECK_STR(people.list.at[1].words, "nước - lớp sáu");
    d->reader.quoted = false;
    assert_true(are_known(d, names, "Hiệu trưởng, GVCN các lớp"));
    assert_false(are_known(d, names, "Hiệu trưởng, bảo vệ"));
    assert_false(are_known(d, names, "Năm học 2023-2024"));
    desk_free(d);
}

static void test_evidence(void **state)
{
    (void)state;
    desk *d = desk_new();
    khct_span span =
        desk_put(d, "Biên bản họp [H1-1.7-01], H12-1.10-03; MC.2.1.05 và sổ\n[H2–2.4-10]");
    khct_evidence found = khct_read_evidence(&d->reader, span);
    assert_int_equal(found.codes.n, 4);
    CHECK_STR(found.codes.at[0].words, "H1-1.7-01");
    CHECK_STR(khct_source_text(&d->sources, found.codes.at[0].criterion_span), "1.7");
    assert_int_equal(found.codes.at[0].box, 1);
    assert_int_equal(found.codes.at[1].box, 12);
    assert_int_equal(found.codes.at[1].criterion.number, 10);
    assert_int_equal(found.codes.at[1].number, 3);
    CHECK_STR(found.codes.at[2].words, "MC.2.1.05");
    assert_int_equal(found.codes.at[2].box, 0);
    assert_int_equal(found.codes.at[2].criterion.standard, 2);
    assert_int_equal(found.codes.at[3].number, 10);
    static const char *const none[] = {
        "H1", "H1-1.7", "MC.1.7", "Hồ sơ 1.7-01", "XH1-1.7-01", "MC dẫn 3 buổi", "cúm H5N1", "",
    };
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        found = khct_read_evidence(&d->reader, desk_put(d, none[i]));
        assert_int_equal(found.codes.n + found.slips.n, 0);
    }
    desk_free(d);
}

/* "H1-1.1-01 H1-1.1-02 | MC 1.1.01>MC.1.1.01": the codes, then the slips and what is meant. */
static const char *codes(desk *d, const char *words)
{
    khct_evidence e = khct_read_evidence(&d->reader, desk_put(d, words));
    khct_str all = KHCT_STR("");
    for (size_t i = 0; i < e.codes.n; i++) {
        khct_str pieces[] = {all, khct_str_of(i > 0 ? " " : ""), e.codes.at[i].words};
        all = khct_str_join(d->arena, pieces, 3);
    }
    for (size_t i = 0; i < e.slips.n; i++) {
        const khct_evidence_slip *s = &e.slips.at[i];
        khct_str meant = s->number == 0
                             ? KHCT_STR("?")
                             : khct_evidence_text(d->arena, s->box, s->criterion, s->number);
        khct_str pieces[] = {all, KHCT_STR(" | "), s->words, KHCT_STR(">"), meant};
        all = khct_str_join(d->arena, pieces, 5);
    }
    return khct_cstr(d->arena, all);
}

static void test_evidence_ranges(void **state)
{
    (void)state;
    static const char FIVE[] = "H1-1.1-01 H1-1.1-02 H1-1.1-03 H1-1.1-04 H1-1.1-05";
    desk *d = desk_new();
    assert_string_equal(codes(d, "[H1-1.1-01] đến [H1-1.1-05]"), FIVE);
    assert_string_equal(codes(d, "từ [H1-1.1-01] tới [H1-1.1-05], sổ"), FIVE);
    assert_string_equal(codes(d, "[H1-1.1-01 – H1-1.1-05]"), FIVE);
    assert_string_equal(codes(d, "[H1-1.1-01 đến 05]"), FIVE);
    assert_string_equal(codes(d, "[H1-1.1-01-05]"), FIVE);
    assert_string_equal(codes(d, "MC.2.3.9 - MC.2.3.11"), "MC.2.3.9 MC.2.3.10 MC.2.3.11");
    assert_string_equal(codes(d, "MC.2.3.01-03; MC.2.4.01"),
                        "MC.2.3.01 MC.2.3.02 MC.2.3.03 MC.2.4.01");
    /* no ranges: other criteria, backwards, a count of something, a list mark */
    assert_string_equal(codes(d, "[H1-1.1-01] đến [H1-1.2-05]"),
                        "H1-1.1-01 H1-1.2-05 | [H1-1.1-01] đến [H1-1.2-05]>?");
    assert_string_equal(codes(d, "[H1-1.1-05] đến [H1-1.1-01]"),
                        "H1-1.1-05 H1-1.1-01 | [H1-1.1-05] đến [H1-1.1-01]>?");
    assert_string_equal(codes(d, "MC.1.1.01 - 05 biên bản"), "MC.1.1.01");
    assert_string_equal(codes(d, "[H1-1.1-01]\n- [H1-1.1-03]"), "H1-1.1-01 H1-1.1-03");
    assert_string_equal(codes(d, "[H1-1.1-01] đến [H1-1.1-9999]"),
                        "H1-1.1-01 H1-1.1-9999 | [H1-1.1-01] đến [H1-1.1-9999]>?");
    desk_free(d);
}

static void test_evidence_slips(void **state)
{
    (void)state;
    desk *d = desk_new();
    assert_string_equal(codes(d, "[H1-1-01-01]"), " | H1-1-01-01>H1-1.1-01");
    assert_string_equal(codes(d, "MC 1.1.01, [MC.1.1.02]"), "MC.1.1.02 | MC 1.1.01>MC.1.1.01");
    assert_string_equal(codes(d, "MC1.1.01; MC_1_1_02"),
                        " | MC1.1.01>MC.1.1.01 | MC_1_1_02>MC.1.1.02");
    assert_string_equal(codes(d, "H1.1.7.01"), " | H1.1.7.01>H1-1.7-01");
    assert_string_equal(codes(d, "H1 - 1.7 - 01"), " | H1 - 1.7 - 01>H1-1.7-01");
    assert_string_equal(codes(d, "H 1-1.7-01"), " | H 1-1.7-01>H1-1.7-01");
    assert_string_equal(codes(d, "H1-1.1-05-01"), " | H1-1.1-05-01>?");
    assert_string_equal(codes(d, "MC.1.1.01.02"), " | MC.1.1.01.02>?");
    assert_string_equal(codes(d, "MC.0.1.01 MC.1.1.02."), "MC.0.1.01 MC.1.1.02");
    assert_string_equal(codes(d, "[H1-1.1-0]"), " | H1-1.1-0>?");
    assert_string_equal(codes(d, "[H1.1-01], [H1-1.2]"), " | H1.1-01>? | H1-1.2>?");
    assert_string_equal(codes(d, "H1.1, phòng H1-2, [H1]"), "");
    assert_string_equal(codes(d, "[H1-1.1-01, 02 và 03]"), "H1-1.1-01 H1-1.1-02 H1-1.1-03");
    assert_string_equal(codes(d, "[MC.1.1.01; 02] 03"), "MC.1.1.01 MC.1.1.02");
    assert_string_equal(codes(d, "H1-1.1-01, 02 lớp"), "H1-1.1-01");
    assert_string_equal(codes(d, "[H1-1.1-05] đến [H1-1.2-01]"),
                        "H1-1.1-05 H1-1.2-01 | [H1-1.1-05] đến [H1-1.2-01]>?");
    desk_free(d);
}

static void test_progress(void **state)
{
    (void)state;
    static const struct {
        const char *words, *date;
        khct_progress_state state;
        int percent;
        const char *note, *codes;
    } rows[] = {
        {"15/12/2023 60%: đã mua sách", "2023-12-15", KHCT_UNDER_WAY, 60, "đã mua sách", ""},
        {"15/12/2023 60 %", "2023-12-15", KHCT_UNDER_WAY, 60, "", ""},
        {"15/12/2023 100%", "2023-12-15", KHCT_FINISHED, 100, "", ""},
        {"15/12/2023 0%", "2023-12-15", KHCT_NOT_BEGUN, 0, "", ""},
        {"15/12/2023 hoanthanh", "2023-12-15", KHCT_FINISHED, -1, "", ""},
        {"15/12/2023: hoàn thành.", "2023-12-15", KHCT_FINISHED, -1, "", ""},
        {"ngày 15 tháng 12 năm 2023 đang thực hiện: còn\n  thiếu", "2023-12-15", KHCT_UNDER_WAY, -1,
         "còn thiếu", ""},
        {"15/12/2023 chuathuchien", "2023-12-15", KHCT_NOT_BEGUN, -1, "", ""},
        {"25/11/2026: 6/14 em", "2026-11-25", KHCT_UNDER_WAY, 42, "6/14 em", ""},
        {"25/11/2026 6/14", "2026-11-25", KHCT_UNDER_WAY, 42, "6/14", ""},
        {"25/11/2026, đạt 6/14 em: còn khối 5", "2026-11-25", KHCT_UNDER_WAY, 42,
         "6/14 em: còn khối 5", ""},
        {"25/11/2026 0/14 em", "2026-11-25", KHCT_NOT_BEGUN, 0, "0/14 em", ""},
        {"25/11/2026 1/400 em", "2026-11-25", KHCT_UNDER_WAY, 1, "1/400 em", ""},
        {"25/11/2026 hoàn thành 14/14 em", "2026-11-25", KHCT_FINISHED, 100, "14/14 em", ""},
        {"25/11/2026 xong 80%", "2026-11-25", KHCT_UNDER_WAY, 80, "", ""},
        {"25/11/2026 - đã hoàn thành khoảng 82,5% kế hoạch", "2026-11-25", KHCT_UNDER_WAY, 82,
         "82,5% kế hoạch", ""},
        {"25/11/2026 đang thực hiện 60%, còn khối 5", "2026-11-25", KHCT_UNDER_WAY, 60,
         "còn khối 5", ""},
        {"25/11/2026 xong", "2026-11-25", KHCT_FINISHED, -1, "", ""},
        {"25/11/2026 chưa xong (chờ kinh phí)", "2026-11-25", KHCT_UNDER_WAY, -1, "(chờ kinh phí)",
         ""},
        {"25/11/2026 6/14 em chưa đạt", "2026-11-25", KHCT_PROGRESS_NONE, -1, "", "KH1009"},
        {"25/11/2026 6/14 em không đạt", "2026-11-25", KHCT_PROGRESS_NONE, -1, "", "KH1009"},
        {"25/11/2026 chưa xong 3/14 em", "2026-11-25", KHCT_PROGRESS_NONE, -1, "", "KH1009"},
        {"25/11/2026 hoàn thành phần thô", "2026-11-25", KHCT_PROGRESS_NONE, -1, "", "KH1009"},
        {"25/11/2026 hoàn thành 6 em", "2026-11-25", KHCT_PROGRESS_NONE, -1, "", "KH1009"},
        {"25/11/2026 15/14 em", "2026-11-25", KHCT_PROGRESS_NONE, -1, "", "KH1009"},
        {"31/11/2023 60%", "", KHCT_UNDER_WAY, 60, "", "KH4009"},
        {"15/12/2023 160%", "2023-12-15", KHCT_PROGRESS_NONE, -1, "", "KH1009"},
        {"60%", "", KHCT_PROGRESS_NONE, -1, "", "KH1009"},
        {"25/11/2026 đang thực hiện (60%)", "2026-11-25", KHCT_UNDER_WAY, 60, "", ""},
        {"25/11/2026: chưa hoàn thành, đạt 6/14 em", "2026-11-25", KHCT_UNDER_WAY, -1,
         "đạt 6/14 em", ""},
        {"25/11/2026: chưa hoàn thành, đạt 6/14.", "2026-11-25", KHCT_UNDER_WAY, 42, "6/14.", ""},
        {"25/11/2026: hoàn thành, đạt 45%", "2026-11-25", KHCT_UNDER_WAY, 45, "", ""},
        {"25/11/2026: hoàn thành: 95% học sinh tham gia", "2026-11-25", KHCT_FINISHED, -1,
         "95% học sinh tham gia", ""},
        {"Tính đến ngày 25/11/2026: 60%", "2026-11-25", KHCT_UNDER_WAY, 60, "", ""},
        {"25/11/2026: 45% → 60%", "2026-11-25", KHCT_PROGRESS_NONE, -1, "", "KH1009"},
        {"25/11/2026: 45%/60%", "2026-11-25", KHCT_PROGRESS_NONE, -1, "", "KH1009"},
        {"25/11/2026: 45%-60%", "2026-11-25", KHCT_PROGRESS_NONE, -1, "", "KH1009"},
        {"25/11/2026: 45% - 2 phòng còn lại", "2026-11-25", KHCT_UNDER_WAY, 45, "2 phòng còn lại",
         ""},
        {"15/12/2023 tốt", "2023-12-15", KHCT_PROGRESS_NONE, -1, "", "KH1009"},
        {"15/12/2023", "2023-12-15", KHCT_PROGRESS_NONE, -1, "", "KH1009"},
    };
    desk *d = desk_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        print_message("%s\n", rows[i].words);
        khct_progress p = khct_read_progress(&d->reader, desk_put(d, rows[i].words));
        CHECK_STR(khct_date_iso(d->arena, p.date), rows[i].date);
        assert_int_equal(p.state, rows[i].state);
        assert_int_equal(p.percent, rows[i].percent);
        CHECK_STR(p.note, rows[i].note);
        assert_string_equal(desk_codes(d), rows[i].codes);
    }
    desk_free(d);
}

/* "lead|kind|name|số|number|ngày|date|của|body|về|subject" of the first document */
static const char *entry(desk *d, const khct_citation *c)
{
    const khct_basis *b = &c->list.at[0];
    khct_str bar = KHCT_STR("|");
    khct_str pieces[] = {
        c->lead.words,         bar, b->kind.words,      bar, b->name.words,      bar,
        b->number_word.words,  bar, b->number.text,     bar, b->date_word.words, bar,
        b->date.words,         bar, b->body_word.words, bar, b->body.words,      bar,
        b->subject_word.words, bar, b->subject.words};
    return khct_cstr(d->arena, khct_str_join(d->arena, pieces, sizeof pieces / sizeof *pieces));
}

static void test_basis(void **state)
{
    (void)state;
    static const struct {
        const char *words, *meaning, *codes;
    } rows[] = {
        {"17/2018/TT-BGDĐT ngày 22 tháng 8 năm 2018 của Bộ trưởng Bộ Giáo dục và Đào tạo\n    về "
         "việc "
         "ban hành Quy định về kiểm định",
         "||||17/2018/TT-BGDĐT|ngày|22 tháng 8 năm 2018|của|Bộ trưởng Bộ Giáo dục và Đào tạo|về "
         "việc|ban hành Quy định về kiểm định",
         ""},
        {"18/2018/TT-BGDĐT ngay 22 tháng 8 năm 2018 cua Bộ Giáo dục và Đào tạo ve kiểm định",
         "||||18/2018/TT-BGDĐT|ngày|22 tháng 8 năm 2018|của|Bộ Giáo dục và Đào tạo|về|kiểm định",
         ""},
        {"Thực hiện theo yêu cầu của Công văn số 1911/SGDĐT ngày 30 tháng 9 năm 2024 của Sở Giáo "
         "dục "
         "và Đào tạo tỉnh A về việc hướng dẫn",
         "Thực hiện theo yêu cầu của|Công văn||số|1911/SGDĐT|ngày|30 tháng 9 năm 2024|của|Sở Giáo "
         "dục "
         "và Đào tạo tỉnh A|về việc|hướng dẫn",
         ""},
        {"Thông tư số 19/2018/TT-BGDĐT, ngày 22 tháng 8 năm 2018 của Bộ trưởng Bộ Giáo dục và Đào "
         "tạo, "
         "Ban hành Quy định về kiểm định;",
         "|Thông tư||số|19/2018/TT-BGDĐT|ngày|22 tháng 8 năm 2018|của|Bộ trưởng Bộ Giáo dục và Đào "
         "tạo|Ban hành|Quy định về kiểm định",
         ""},
        {"Thực hiện theo kế hoạch số 2062/KH-PGDĐT ngày 04 tháng 10 năm 2024 “Kế hoạch Thực hiện "
         "kiểm "
         "định”",
         "Thực hiện theo|kế hoạch||số|2062/KH-PGDĐT|ngày|04 tháng 10 năm 2024||||“Kế hoạch Thực "
         "hiện "
         "kiểm định”",
         ""},
        {"Luật Giáo dục số 43/2019/QH14 ngày 14/6/2019",
         "|Luật|Giáo dục|số|43/2019/QH14|ngày|14/6/2019||||", ""},
        {"43/2019", "||||43/2019||||||", ""},
        {"Luật Giáo dục 43/2019", "|Luật|Giáo dục||43/2019||||||", ""},
        {"5932/BGDĐT-QLCL", "||||5932/BGDĐT-QLCL||||||", ""},
        {"Công văn số 5932/BGDĐT-QLCL về việc hướng dẫn tự đánh giá",
         "|Công văn||số|5932/BGDĐT-QLCL|||||về việc|hướng dẫn tự đánh giá", ""},
        {"13/2020/TT-BGDĐT ngày 26/05/2020 của Bộ GDĐT ban hành Quy định tiêu chuẩn",
         "||||13/2020/TT-BGDĐT|ngày|26/05/2020|của|Bộ GDĐT|ban hành|Quy định tiêu chuẩn", ""},
        {"18/2018/TT-BGDĐT banhanh Quy định", "||||18/2018/TT-BGDĐT|||||ban hành|Quy định", ""},
        {"Căn cứ Thông tư số: 18/2018/TT-BGDĐT", "Căn cứ|Thông tư||số|18/2018/TT-BGDĐT||||||", ""},
        {"Thông tư liên tịch số 01/2016/TTLT-BGDĐT-BNV",
         "|Thông tư liên tịch||số|01/2016/TTLT-BGDĐT-BNV||||||", ""},
        {"18/2018/TT-BGDĐT ngày 31/9/2018", "||||18/2018/TT-BGDĐT|ngày|31/9/2018||||", "KH4009"},
        {"Báo cáo năm học 2022/2023 số 14/BC-THCSHS",
         "|Báo cáo|năm học 2022/2023|số|14/BC-THCSHS||||||", ""},
    };
    desk *d = desk_new();
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        khct_citation basis = khct_read_citation(&d->reader, desk_put(d, rows[i].words));
        const char *got = entry(d, &basis);
        assert_true(basis.understood);
        if (strcmp(got, rows[i].meaning) != 0 || strcmp(desk_codes(d), rows[i].codes) != 0) {
            print_error("%s\n  is   %s\n  not  %s\n", rows[i].words, got, rows[i].meaning);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
    khct_citation basis = khct_read_citation(&d->reader, desk_put(d, "tt18_2018"));
    CHECK_STR(basis.list.at[0].id.words, "tt18_2018");
    basis = khct_read_citation(&d->reader, desk_put(d, "Luật Giáo dục"));
    assert_false(basis.understood);
    CHECK_STR(basis.words, "Luật Giáo dục");
    basis = khct_read_citation(&d->reader, desk_put(d, "18/2018/TT-BGDĐT của  Bộ A về B"));
    CHECK_STR(khct_source_text(&d->sources, basis.list.at[0].body.span), "Bộ A");
    CHECK_STR(khct_source_text(&d->sources, basis.list.at[0].number.span), "18/2018/TT-BGDĐT");
    desk_free(d);
}

static void test_bodies(void **state)
{
    (void)state;
    desk *d = desk_new();
    static const char *const ministry[] = {
        "Bộ Giáo dục và Đào tạo",
        "Bộ trưởng Bộ Giáo dục và Đào tạo",
        "Bộ GD&ĐT",
        "Bộ GDĐT",
        "BGDĐT",
        "Bộ trưởng Bộ GD-ĐT",
        "bộ GD và ĐT",
    };
    khct_str key = khct_body_key(d->arena, khct_str_of(ministry[0]));
    for (size_t i = 1; i < sizeof ministry / sizeof *ministry; i++) {
        print_message("%s\n", ministry[i]);
        assert_true(khct_str_eq(khct_body_key(d->arena, khct_str_of(ministry[i])), key));
    }
    assert_false(khct_str_eq(khct_body_key(d->arena, KHCT_STR("Bộ Nội vụ")), key));
    assert_false(khct_str_eq(khct_body_key(d->arena, KHCT_STR("Sở Giáo dục và Đào tạo")), key));
    assert_true(khct_str_eq(khct_body_key(d->arena, KHCT_STR("UBND tỉnh A")),
                            khct_body_key(d->arena, KHCT_STR("Uỷ ban nhân dân tỉnh A"))));
    desk_free(d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_people),          cmocka_unit_test(test_evidence),
        cmocka_unit_test(test_progress),        cmocka_unit_test(test_basis),
        cmocka_unit_test(test_evidence_ranges), cmocka_unit_test(test_evidence_slips),
        cmocka_unit_test(test_bodies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

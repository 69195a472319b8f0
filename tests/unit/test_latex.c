#include "page_helper.h"

#include "page/widths.h"
#include "text/utf8.h"

static khct_out out;

static void assert_text(const char *text, const char *latex)
{
    khct_out_to_memory(&out);
    khct_latex_text(&out, khct_str_of(text));
    khct_out_finish(&out);
    khct_str found = khct_out_text(&out);
    if (!khct_str_is(found, latex))
        fail_msg("%s\n  is       %.*s\n  and not  %s", text, KHCT_ARG(found), latex);
    khct_out_release(&out);
}

static void specials_are_escaped(void **state)
{
    (void)state;
    assert_text("100% & #1_a $x {y}", "100\\% \\& \\#1\\_a \\$x \\{y\\}");
    assert_text("\\input{/etc/passwd}",
                "\\textbackslash{}input\\{/\\khctngat{}etc/\\khctngat{}passwd\\}");
    assert_text("^^41~", "\\textasciicircum{}\\textasciicircum{}41\\textasciitilde{}");
    assert_text("a%\nb", "a\\% b");
    assert_text("'a' `b` \"c\"", "\\textquotesingle{}a\\textquotesingle{} "
                                 "\\textasciigrave{}b\\textasciigrave{} \"c\"");
    assert_text("“a” ‘b’ «c»", "“a” ‘b’ «c»");
}

static void nothing_is_joined(void **state)
{
    (void)state;
    assert_text("a--b---c ,,d << >>", "a-{}-b-{}-{}-c ,{},d <{}< >{}>");
    assert_text("ﬁ", "fi");
    assert_text("A\xE2\x80\x90"
                "B\xE2\x80\x91"
                "C",
                "A-B-C");
}

static void spaces_and_ties(void **state)
{
    (void)state;
    assert_text("  a \t\n b  ", "a b");
    assert_text("a\xC2\xA0"
                "b \xE2\x80\xAF"
                "c",
                "a~b~c");
    assert_text("ngày 04 tháng 02 năm 2020", "ngày~04 tháng~02 năm~2020");
    assert_text("Số 5, Mức 2, mức độ", "Số~5, Mức~2, mức độ");
    assert_text("12 triệu đồng, 54 m² và 5 điều", "12~triệu đồng, 54~m² và 5 điều");
    assert_text("9/2023 - 5/2024", "9/2023~- 5/2024");
    assert_text("học-sinh - -5", "học-sinh~- -5");
}

static void unseen_characters_are_dropped(void **state)
{
    (void)state;
    assert_text("a\xE2\x80\xAE"
                "b\xE2\x81\xA6"
                "c\xEF\xBB\xBF\xE2\x80\x8D\xC2\xAD"
                "d\x01\x7F",
                "abcd");
    assert_text("a\xE2\x80\x8B"
                "b",
                "a\\khctngat{}b");
    assert_text("a\xFF"
                "b",
                "a\\khcthop{FFFD}"
                "b");
}

static void long_words_break(void **state)
{
    (void)state;
    assert_text("c0tieuhoc@suoimay.edu.vn", "c0tieuhoc@\\khctngat{}suoimay.\\khctngat{}edu.vn");
    assert_text("https://moet.gov.vn/van-ban/57",
                "https://\\khctngat{}moet.\\khctngat{}gov.\\khctngat{}vn/"
                "\\khctngat{}van-\\khctngat{}ban/57");
    assert_text("12.500.000", "12.500.000");
    assert_text("9/2023-10/2023", "9/2023-10/2023");
    assert_text("abcdefghijklmnopqrstuvwxyz", "abcdefghij\\khctngat{}klmnopqrst\\khctngat{}uvwxyz");
    assert_text("nghiêng", "nghiêng");
}

static void heads_keep_words_together(void **state)
{
    (void)state;
    khct_out_to_memory(&out);
    khct_latex_head(&out, KHCT_STR("TRƯỜNG TIỂU HỌC VÀ THCS SUỐI MÂY"));
    khct_out_char(&out, '|');
    khct_latex_head(&out, KHCT_STR("PHÓ HIỆU TRƯỞNG"));
    khct_out_finish(&out);
    assert_true(
        khct_str_is(khct_out_text(&out), "TRƯỜNG TIỂU~HỌC VÀ THCS SUỐI~MÂY|PHÓ~HIỆU~TRƯỞNG"));
    khct_out_release(&out);
}

/* --- whatever the text, the commands are the same --- */

static const char *const ESCAPES[] = {"textbackslash",   "textasciitilde", "textasciicircum",
                                      "textquotesingle", "textasciigrave", "khctngat"};

/* Reads LaTeX as TeX would: keeps commands, braces and line ends, drops text, the escapes of text
 * and what names its font. A character that TeX would obey in the text makes it fail. */
static void skeleton_of(khct_str latex, khct_out *to)
{
    for (size_t i = 0; i < latex.n; i++) {
        char c = latex.p[i];
        if (c == '\\') {
            size_t n = 0;
            while (i + 1 + n < latex.n && ((latex.p[i + 1 + n] | 32) >= 'a') &&
                   (latex.p[i + 1 + n] | 32) <= 'z')
                n++;
            if (n == 0) {
                assert_non_null(memchr("{}$&#_%", latex.p[i + 1], 7));
                i++;
                continue;
            }
            bool escape = false;
            for (size_t k = 0; k < sizeof ESCAPES / sizeof ESCAPES[0]; k++)
                escape |= khct_str_is(khct_str_sub(latex, i + 1, i + 1 + n), ESCAPES[k]);
            khct_str word = khct_str_sub(latex, i + 1, i + 1 + n);
            if (khct_str_is(word, "khcthop") || khct_str_is(word, "khctkhac"))
                assert_int_equal(latex.p[i + 1 + n], '{'); /* its braces are pairs */
            else if (escape)
                assert_memory_equal(latex.p + i + 1 + n, "{}", 2);
            else
                khct_out_bytes(to, latex.p + i, n + 1);
            i += n;
        } else if (c == '{' || c == '}' || c == '\n') {
            khct_out_char(to, c);
        } else {
            assert_null(memchr("$&#^_%", c, 6));
            assert_true((unsigned char)c >= 0x20 && c != 0x7F);
        }
    }
}

/* Without pairs of braces: what is left of a brace has no partner. */
static khct_str without_pairs(khct_arena *arena, khct_str bones)
{
    char *kept = khct_alloc_bytes(arena, bones.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < bones.n; i++) {
        if (bones.p[i] == '}' && n > 0 && kept[n - 1] == '{')
            n--;
        else
            kept[n++] = bones.p[i];
    }
    return (khct_str){kept, n};
}

static khct_str skeleton(khct_arena *arena, khct_str text)
{
    static khct_out latex, bones;
    khct_str written = latex_of(arena, &latex, page_of(arena, text), NULL);
    khct_out_to_memory(&bones);
    assert_memory_equal(written.p, KHCT_LATEX_MARK, strlen(KHCT_LATEX_MARK)); /* the first line */
    skeleton_of(khct_str_sub(written, khct_str_find(written, KHCT_STR("\n")) + 1, written.n),
                &bones);
    khct_out_finish(&bones);
    khct_str kept = without_pairs(arena, khct_out_text(&bones));
    khct_out_release(&latex);
    khct_out_release(&bones);
    return kept;
}

static void same_commands(khct_str plain, khct_str text)
{
    khct_arena *arena = khct_arena_new();
    khct_str found = skeleton(arena, text);
    if (!khct_str_eq(plain, found))
        fail_msg("of %.*s\n%.*s\nand not\n%.*s", KHCT_ARG(text), KHCT_ARG(found), KHCT_ARG(plain));
    khct_arena_free(arena);
}

static void commands_do_not_depend_on_the_text(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "\\end{document}",
        "}}}}{{{{",
        "\\khctky",
        "%",
        "a%b",
        "\\",
        "\\\\",
        "^^5cend",
        "$$x$$",
        "\\write18{rm -rf ~}",
        "{\\khcto{",
        "\\catcode`\\%",
        "#1#2##",
        "&&\\cr",
        "\xFF\xFE",
        "\xF0\x9F\x98\x80",
        "./.",
        "- + -- --- ,, ``",
        "\r\n\n\n",
        "\\khctngat{}",
    };
    khct_arena *arena = khct_arena_new();
    khct_str plain = skeleton(arena, KHCT_STR("chữ"));
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        same_commands(plain, khct_str_of(texts[i]));
    khct_arena_free(arena);
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void commands_do_not_depend_on_random_bytes(void **state)
{
    (void)state;
    static const char pieces[] = "\\{}$&#^_%~ \n\t`'\"-,<>?!./abkhct\xC3\xA1\x80\xE2";
    khct_arena *arena = khct_arena_new();
    khct_str plain = skeleton(arena, KHCT_STR("chữ"));
    uint32_t seed = 30;
    for (int round = 0; round < 2000; round++) {
        char text[64];
        size_t n = 1 + next_random(&seed) % 40;
        for (size_t i = 0; i < n; i++)
            text[i] = round % 2 ? pieces[next_random(&seed) % (sizeof pieces - 1)]
                                : (char)next_random(&seed);
        text[n++] = 'x';
        same_commands(plain, (khct_str){text, n});
    }
    khct_arena_free(arena);
}

static void commands_do_not_depend_on_any_character(void **state)
{
    (void)state;
    khct_arena *arena = khct_arena_new();
    khct_str plain = skeleton(arena, KHCT_STR("chữ"));
    for (int32_t from = 1; from < 0x110000; from += 64) {
        char text[64 * 4 + 1];
        size_t n = 0;
        for (int32_t c = from; c < from + 64; c++)
            if (c < 0xD800 || c > 0xDFFF)
                n += khct_utf8_put(c, text + n);
        text[n++] = 'x';
        khct_arena *own = khct_arena_new();
        static khct_out latex, bones;
        khct_out_to_memory(&latex);
        khct_latex_text(&latex, (khct_str){text, n});
        khct_out_finish(&latex);
        khct_out_to_memory(&bones);
        skeleton_of(khct_out_text(&latex), &bones);
        khct_out_finish(&bones);
        assert_int_equal(without_pairs(own, khct_out_text(&bones)).n, 0);
        khct_out_release(&latex);
        khct_out_release(&bones);
        khct_arena_free(own);
        if (from % 4096 == 1) /* short: a long one would turn no page for the table after it */
            same_commands(plain, (khct_str){text, n - 1 < 24 ? n - 1 : 24});
    }
    khct_arena_free(arena);
}

/* --- engines --- */

static khct_engine engine_of(const char *text)
{
    khct_arena *arena = khct_arena_new();
    khct_engine engine = khct_latex_engine(page_of(arena, khct_str_of(text)));
    khct_arena_free(arena);
    return engine;
}

static void engine_is_chosen_by_the_characters(void **state)
{
    (void)state;
    assert_int_equal(engine_of("Nguyễn, ở đâu, Ỹ “≥ 54 m²” – … → ½ 5 ₫ € ≤ ≈ • ‰"), KHCT_PDFLATEX);
    assert_int_equal(engine_of("\xE2\x80\xAE\xEF\xBB\xBF\xC2\xA0\xE2\x80\x91"), KHCT_PDFLATEX);
    assert_int_equal(engine_of("café"), KHCT_PDFLATEX);
    assert_int_equal(engine_of("naïve, Škoda, λ ≠ ∑"), KHCT_LUALATEX);
    assert_int_equal(engine_of("Ɩ"), KHCT_LUALATEX);
    assert_int_equal(engine_of("漢"), KHCT_LUALATEX);
    assert_int_equal(engine_of("ក"), KHCT_LUALATEX);
    assert_int_equal(engine_of("\xEF\x82\xB7"), KHCT_PDFLATEX); /* U+F0B7: a bullet */
    assert_int_equal(engine_of("😀 \xEF\xBF\xBD"), KHCT_PDFLATEX);
}

/* Each font's text in a command of its own; a box for what no font has; no commands in data. */
static void other_fonts_are_named(void **state)
{
    (void)state;
    assert_text("a ✓☐ b", "a \\khctkhac{1}{✓☐} b");
    assert_text("漢字 ក", "\\khctkhac{3}{漢字} \\khctkhac{2}{ក}");
    assert_text("x😀y", "x\\khcthop{1F600}y");
    assert_text("\xEF\x82\xB7 a", "• a");
    assert_text("\xEF\x83\xBC a", "\\khctkhac{1}{✓} a");
    khct_out plain;
    khct_out_to_memory(&plain);
    khct_latex_plain(&plain, KHCT_STR("5% ✓ 😀"));
    khct_out_finish(&plain);
    assert_true(khct_str_is(khct_out_text(&plain), "5\\% ✓ 😀"));
    khct_out_release(&plain);
}

static khct_diags *report_of(khct_arena *arena, const char *text, unsigned missing)
{
    khct_sources *sources = khct_alloc(arena, sizeof *sources);
    khct_diags *diags = khct_alloc(arena, sizeof *diags);
    *sources = (khct_sources){.arena = arena};
    *diags = (khct_diags){.arena = arena, .sources = sources};
    khct_str doan = khct_str_cat(arena, KHCT_STR("doan "), khct_str_of(text));
    uint32_t source = khct_source_add(sources, KHCT_STR("a.khct"), doan);
    khct_page *page = khct_alloc(arena, sizeof *page);
    khct_page_block *block = add_block(arena, page, KHCT_BLOCK_PIECE, khct_str_of(text));
    block->piece.span = (khct_span){source, 5, (uint32_t)sources->files.at[0].text.n};
    khct_latex_report(diags, page, NULL, missing);
    return diags;
}

static bool says(const khct_diags *diags, size_t i, const char *words)
{
    khct_str message = khct_message_text(diags->arena, diags->list.at[i]->message, KHCT_VI);
    return khct_str_find(message, khct_str_of(words)) < message.n;
}

static void boxes_and_signs_are_reported(void **state)
{
    (void)state;
    khct_arena *arena = khct_arena_new();
    const khct_diags *diags = report_of(arena, "chữ 漢, 😀, 😀 ✓ \xEF\x82\xB7", 0);
    assert_int_equal(diags->list.n, 2);
    assert_int_equal(diags->list.at[0]->code, KHCT_KH9006);
    assert_true(khct_str_is(khct_source_text(diags->sources, diags->list.at[0]->span), "😀"));
    assert_true(says(diags, 0, "U+1F600"));
    assert_true(says(diags, 1, "U+F0B7") && says(diags, 1, "`•`"));
    diags = report_of(arena, "chữ العربية và ع", 0);
    assert_int_equal(diags->list.n, 1);
    assert_true(khct_str_is(khct_source_text(diags->sources, diags->list.at[0]->span), "العربية"));
    diags = report_of(arena, "漢 ✓", 1u << 3);
    assert_int_equal(diags->list.n, 1);
    assert_true(says(diags, 0, "Droid Sans Fallback"));
    khct_arena_free(arena);
}

/* --- the document --- */

static bool holds(khct_str latex, const char *part)
{
    return khct_str_find(latex, khct_str_of(part)) < latex.n;
}

static void wide_tables_stand_on_turned_pages(void **state)
{
    (void)state;
    khct_arena *arena = khct_arena_new();
    khct_page *page = khct_alloc(arena, sizeof *page);
    add_block(arena, page, KHCT_BLOCK_PART, KHCT_STR("Mục đích"));
    add_block(arena, page, KHCT_BLOCK_PIECE, KHCT_STR("Một."));
    add_block(arena, page, KHCT_BLOCK_PART, KHCT_STR("Bảng một"));
    add_block(arena, page, KHCT_BLOCK_PIECE, KHCT_STR("Hai."));
    add_table(arena, page, 3, true);
    add_block(arena, page, KHCT_BLOCK_PART, KHCT_STR("Bảng hai"));
    add_table(arena, page, 3, true);
    add_block(arena, page, KHCT_BLOCK_PART, KHCT_STR("Tổ chức"));
    add_block(arena, page, KHCT_BLOCK_PIECE, KHCT_STR("Ba./."));
    khct_str latex = latex_of(arena, &out, page, NULL);
    assert_true(holds(latex, "\\begin{khcttruoc}\n\\khctphan{}{MỤC~ĐÍCH}\n\\khctdoan{Một.}\n"
                             "\\end{khcttruoc}\n\\khctgiayngang\n\\khctphan{}{BẢNG~MỘT}\n"
                             "\\khctdoan{Hai.}\n\\begin{khctbang}"));
    assert_true(holds(latex, "\\end{khctbang}\n\\khctphan{}{BẢNG~HAI}\n\\begin{khctbang}"));
    assert_true(holds(latex, "\\end{khctbang}\n\\begin{khcttheo}\n\\khctphan{}{TỔ~CHỨC}\n"
                             "\\khctdoan{Ba\\khctketthuc}\n\\khctky\n\\end{khcttheo}\n"
                             "\\end{document}\n"));
    khct_out_release(&out);
    khct_arena_free(arena);
}

/* Text of which it is known beforehand that no turned page holds it, or that it fills an upright
 * one, is not tried on the other paper. */
static void long_texts_keep_their_paper(void **state)
{
    (void)state;
    khct_arena *arena = khct_arena_new();
    khct_page *page = khct_alloc(arena, sizeof *page);
    char *words = khct_alloc(arena, 7000);
    memset(words, 'a', 7000);
    add_block(arena, page, KHCT_BLOCK_PART, KHCT_STR("Một"));
    add_block(arena, page, KHCT_BLOCK_PIECE, (khct_str){words, 7000});
    add_block(arena, page, KHCT_BLOCK_PART, KHCT_STR("Bảng"));
    add_table(arena, page, 3, true);
    add_block(arena, page, KHCT_BLOCK_PART, KHCT_STR("Ba"));
    add_block(arena, page, KHCT_BLOCK_PIECE, (khct_str){words, 7000});
    khct_str latex = latex_of(arena, &out, page, NULL);
    assert_false(holds(latex, "khcttruoc"));
    assert_false(holds(latex, "khcttheo"));
    assert_true(holds(latex, "\\end{khctbang}\n\\khctgiaydoc\n\\khctphan{}{BA}\n"));
    khct_out_release(&out);
    khct_arena_free(arena);
}

static void a_table_in_halves_says_so(void **state)
{
    (void)state;
    khct_arena *arena = khct_arena_new();
    khct_page *page = khct_alloc(arena, sizeof *page);
    add_table(arena, page, 2, false)->halves = true;
    khct_str latex = latex_of(arena, &out, page, NULL);
    assert_true(holds(latex, "\\begin{khctbangdoi}{"));
    assert_true(holds(latex, "\\end{khctbangdoi}\n"));
    khct_out_release(&out);
    khct_arena_free(arena);
}

static void a_table_at_the_end_knows_the_signatures(void **state)
{
    (void)state;
    khct_arena *arena = khct_arena_new();
    khct_page *page = khct_alloc(arena, sizeof *page);
    khct_table *table = add_table(arena, page, 2, true);
    khct_row *row = add_row(arena, table, false);
    add_cell(arena, row, KHCT_STR("a"))->rows = 2;
    add_cell(arena, row, KHCT_STR("b"));
    row = add_row(arena, table, false);
    add_cell(arena, row, KHCT_STR(""))->rows = 0;
    add_cell(arena, row, KHCT_STR("c"));
    khct_push(arena, &page->recipients) = piece_of(KHCT_STR("Lưu: VT."));
    khct_push(arena, &page->signatures) = (khct_page_signature){.office = KHCT_STR("HIỆU TRƯỞNG"),
                                                                .name = KHCT_STR("Nguyễn Văn Mẫu")};
    khct_str latex = latex_of(arena, &out, page, NULL);
    assert_true(holds(latex, "\\khcthang\n\\khctogop{1}{2}{a}\n\\khcto{b}\n\\khcthang\n\\khcto{c}\n"
                             "\\khctnoi{- Lưu: VT.}\n"
                             "\\khctchuky{}{}{HIỆU~TRƯỞNG}{Nguyễn Văn~Mẫu}\n"
                             "\\end{khctbang}\n\\khctky\n\\end{document}\n"));
    khct_out_release(&out);
    khct_arena_free(arena);
}

static void lines_lead_back_to_the_plan(void **state)
{
    (void)state;
    khct_arena *arena = khct_arena_new();
    khct_page *page = khct_alloc(arena, sizeof *page);
    add_block(arena, page, KHCT_BLOCK_PART, KHCT_STR("Một"))->span = (khct_span){0, 10, 12};
    add_block(arena, page, KHCT_BLOCK_PIECE, KHCT_STR("Hai"))->piece.span = (khct_span){0, 20, 22};
    khct_latex_places places = {.arena = arena};
    khct_str latex = latex_of(arena, &out, page, &places);
    size_t lines = 0;
    for (size_t i = 0; i < latex.n; i++) {
        lines += latex.p[i] == '\n';
        if (khct_str_starts(khct_str_sub(latex, i, latex.n), "\n\\khctphan"))
            assert_int_equal(khct_latex_place(&places, lines + 1).begin, 10);
        if (khct_str_starts(khct_str_sub(latex, i, latex.n), "\n\\khctdoan"))
            assert_int_equal(khct_latex_place(&places, lines + 1).begin, 20);
    }
    assert_int_equal(places.lines.n, lines);
    assert_int_equal(khct_latex_place(&places, 0).source, KHCT_NO_SOURCE);
    assert_int_equal(khct_latex_place(&places, 100000).begin, 20);
    khct_out_release(&out);
    khct_arena_free(arena);
}

/* --- widths --- */

static void fit(khct_arena *arena, const khct_table *table, uint32_t *widths)
{
    khct_table_widths(arena, table, false, widths);
    uint32_t sum = 0;
    for (size_t c = 0; c < table->columns.n; c++)
        sum += widths[c];
    assert_int_equal(sum, KHCT_WIDTH_SUM);
}

static void widths_follow_the_text(void **state)
{
    (void)state;
    khct_arena *arena = khct_arena_new();
    khct_page *page = khct_alloc(arena, sizeof *page);
    khct_table *table = add_table(arena, page, 4, true);
    uint32_t widths[4];
    fit(arena, table, widths);
    for (size_t c = 0; c < 4; c++)
        assert_in_range(widths[c], 248, 252);
    khct_str much = KHCT_STR("");
    for (int i = 0; i < 40; i++)
        much = khct_str_cat(arena, much, KHCT_STR("nhiều chữ hơn "));
    for (int i = 0; i < 5; i++) {
        khct_row *row = add_row(arena, table, false);
        add_cell(arena, row, KHCT_STR("ít"));
        add_cell(arena, row, much);
        add_cell(arena, row, KHCT_STR("vừa phải thôi"));
        add_cell(arena, row, KHCT_STR(""));
    }
    fit(arena, table, widths);
    assert_in_range(widths[1], 300, 340); /* 250 and at most 35 per cent */
    assert_in_range(widths[0], 162, 250);
    khct_arena_free(arena);
}

static void a_long_word_gets_its_room(void **state)
{
    (void)state;
    khct_arena *arena = khct_arena_new();
    khct_page *page = khct_alloc(arena, sizeof *page);
    khct_table *table = add_table(arena, page, 10, true);
    khct_row *row = add_row(arena, table, false);
    for (size_t c = 0; c < 10; c++)
        add_cell(arena, row, c == 4 ? KHCT_STR("Mmmmmmmmmmmmmmmmmm") : KHCT_STR("chữ"));
    uint32_t widths[10];
    fit(arena, table, widths);
    assert_in_range(widths[4], 210, 260); /* 18 wide letters of 11 points on 720 points */
    for (size_t c = 0; c < 10; c++)
        assert_true(widths[c] >= 65);
    for (size_t c = 0; c < 10; c++) /* more than there is room for */
        row->cells.at[c].pieces.at[0].text = KHCT_STR("Mmmmmmmmmmmmmmmmmm");
    fit(arena, table, widths);
    for (size_t c = 0; c < 10; c++)
        assert_in_range(widths[c], 95, 105);
    khct_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(specials_are_escaped),
        cmocka_unit_test(nothing_is_joined),
        cmocka_unit_test(spaces_and_ties),
        cmocka_unit_test(unseen_characters_are_dropped),
        cmocka_unit_test(long_words_break),
        cmocka_unit_test(heads_keep_words_together),
        cmocka_unit_test(commands_do_not_depend_on_the_text),
        cmocka_unit_test(commands_do_not_depend_on_random_bytes),
        cmocka_unit_test(commands_do_not_depend_on_any_character),
        cmocka_unit_test(engine_is_chosen_by_the_characters),
        cmocka_unit_test(other_fonts_are_named),
        cmocka_unit_test(boxes_and_signs_are_reported),
        cmocka_unit_test(wide_tables_stand_on_turned_pages),
        cmocka_unit_test(long_texts_keep_their_paper),
        cmocka_unit_test(a_table_in_halves_says_so),
        cmocka_unit_test(a_table_at_the_end_knows_the_signatures),
        cmocka_unit_test(lines_lead_back_to_the_plan),
        cmocka_unit_test(widths_follow_the_text),
        cmocka_unit_test(a_long_word_gets_its_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

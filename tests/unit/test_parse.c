/* The rules of language.md, sections 2 and 3: what is read, and what is said of it.
 *
 * A tree is written as keyword[value]{items}; white space in values is folded to one space, a line
 * end to `/`, an empty line to `//`. Messages follow as " KH1001@2", with the line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "parsed.h"

#include <string.h>

typedef struct rule {
    const char *name, *text, *read;
} rule;

static void write_value(FILE *out, khct_str value)
{
    for (size_t at = 0; at < value.n;) {
        size_t lines = 0, begin = at;
        while (at < value.n && strchr(" \t\r\n", value.p[at]) != NULL)
            lines += value.p[at++] == '\n';
        if (at > begin)
            fputs(lines > 1 ? "//" : lines == 1 ? "/" : " ", out);
        else
            fputc(value.p[at++], out);
    }
}

static void write_nodes(FILE *out, const parsed *p, const khct_node *node)
{
    for (; node != NULL; node = node->next) {
        bool known = node->keyword != KHCT_KEYWORD_NONE;
        fprintf(out, "%s[", known ? khct_keyword_at(node->keyword)->unmarked : "?");
        write_value(out, khct_node_raw(p->diags, node));
        fputs("]", out);
        if (node->flags & KHCT_NODE_BLOCK) {
            fputs("{", out);
            write_nodes(out, p, node->first);
            fputs("}", out);
        }
    }
}

/* The text as it was read; freed by the caller. */
static char *read_of(khct_str text)
{
    char *bytes = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&bytes, &size);
    parsed p = parsed_read(text);
    write_nodes(out, &p, p.tree->top->first);
    for (size_t i = 0; i < p.diags->list.n; i++) {
        const khct_diag *diag = p.diags->list.at[i];
        static const char *const SIGNS[] = {"", "", "?", "~"}; /* warnings and notes */
        fprintf(out, " KH%s%s@%u", khct_code_at(diag->code)->number, SIGNS[diag->severity],
                parsed_line(&p, diag));
    }
    fclose(out);
    parsed_free(&p);
    return bytes;
}

static unsigned wrong_in(const rule *rules, size_t n)
{
    unsigned wrong = 0;
    for (size_t i = 0; i < n; i++) {
        char *read = read_of(khct_str_of(rules[i].text));
        if (strcmp(read, rules[i].read) != 0) {
            print_error("%s:\n%s\nexpected %s\ngot      %s\n", rules[i].name, rules[i].text,
                        rules[i].read, read);
            wrong++;
        }
        free(read);
    }
    return wrong;
}

#define HOLDS(rules) assert_int_equal(wrong_in(rules, sizeof(rules) / sizeof *(rules)), 0)

static void characters(void **state)
{
    (void)state;
    static const rule RULES[] = {
        {"nothing", "", ""},
        {"only white space", " \t\n\xC2\xA0\n", ""},
        {"a byte-order mark",
         "\xEF\xBB\xBF"
         "dung danhmuc a;\n",
         "dung[danhmuc a]"},
        {"CRLF", "truong <\r\n  ten A;\r\n  diachi B\r\n    C;\r\n>\r\n",
         "truong[]{ten[A]diachi[B/C]}"},
        {"U+00A0 is white space",
         "truong\xC2\xA0<\n\xC2\xA0\xC2\xA0ten\xC2\xA0"
         "A;\xC2\xA0\n>\n",
         "truong[]{ten[A]}"},
        {"a keyword with U+00A0 between its words",
         "c\xC4\x83n\xC2\xA0"
         "c\xE1\xBB\xA9 <\n>\n",
         "cancu[]{}"},
        {"decomposed keywords",
         "ke\xCC\x82\xCC\x81 hoa\xCC\xA3"
         "ch <\n  ngay 1/2/2024;\n>\n",
         "kehoach[]{ngay[1/2/2024]} KH0005~@1"},
        {"a byte that is no UTF-8",
         "truong <\n  ten A\xFF"
         "B;\n>\n",
         "truong[]{ten[A\xFF"
         "B]} KH0001@2"},
        {"a run of such bytes is one message", "truong <\n  ten A\xFF\xFE\xFF;\n>\n",
         "truong[]{ten[A\xFF\xFE\xFF]} KH0001@2"},
        {"an overlong form", "truong <\n  ten A\xC0\xAF;\n>\n",
         "truong[]{ten[A\xC0\xAF]} KH0001@2"},
        {"a control character", "truong <\n  ten A\x07;\n>\n", "truong[]{ten[A\x07]} KH0002@2"},
        {"tabs", "truong\t<\n\tten\tA\tB;\n>\n", "truong[]{ten[A B]}"},
    };
    HOLDS(RULES);
}

static void nul_is_reported(void **state)
{
    (void)state;
    static const char TEXT[] = "truong <\n  ten A\0B;\n>\n";
    char *read = read_of((khct_str){TEXT, sizeof TEXT - 1});
    assert_non_null(strstr(read, "KH0002@2"));
    assert_non_null(strstr(read, "truong[]{ten["));
    free(read);
}

static void keywords(void **state)
{
    (void)state;
    static const rule RULES[] = {
        {"without marks", "truong < ten A; >", "truong[]{ten[A]}"},
        {"with marks", "trường < tên A; >", "truong[]{ten[A]}"},
        {"any letter case", "TRƯỜNG <\nTên A;\nCAPTREN B;\n>", "truong[]{ten[A]captren[B]}"},
        {"old tone marks and i for y", "chữ kí < chức vụ A; >", "chuky[]{chucvu[A]}"},
        {"both tone-mark styles", "khỏan 1 <\n>\nkhoản 2 <\n>\n", "khoan[1]{}khoan[2]{}"},
        {"chu ky is no keyword, chuky is", "chuky < chucvu A; >", "chuky[]{chucvu[A]}"},
        {"one colon is dropped", "Trường: <\n  Tên: A;\n  ten : B: C;\n>\n",
         "truong[]{ten[A]ten[B: C]} KH1007@3"},
        {"the longest keyword", "phan A <\n  đoạn số B;\n  đoạn C;\n>\n",
         "phan[A]{doanso[B]doan[C]}"},
        {"the one that the block allows", "truong <\n  tên khác: A;\n>\n",
         "truong[]{ten[A]} KH1015?@2"},
        {"a keyword ends where a word ends", "truong <\n  tena B;\n>\n",
         "truong[]{ten[B]} KH1002@2"},
        {"a digit is a part of a word", "truong <\n  ten2 B;\n>\n", "truong[]{ten[2 B]} KH1002@2"},
        {"hientrang in an improvement is a field",
         "tieuchi 1.1 muc 2 <\n  hientrang A;\n  giaiphap B;\n>\n",
         "tieuchi[1.1 muc 2]{hientrang[A]giaiphap[B]}"},
        {"and among declarations a block", "hientrang namhoc 2022-2023 <\n  muc 1 1.1;\n>\n",
         "hientrang[namhoc 2022-2023]{muc[1 1.1]}"},
        {"hientrang at the margin on a line that ends in <",
         "viec A <\n  giaiphap B;\nhientrang namhoc 2022-2023 <\n  muc 1 1.1;\n>\n",
         "viec[A]{giaiphap[B]}hientrang[namhoc 2022-2023]{muc[1 1.1]} KH1003@3"},
    };
    HOLDS(RULES);
}

static void field_starts(void **state)
{
    (void)state;
    static const rule RULES[] = {
        {"behind a block's signs", "tieuchi 1.1 muc 2 < giaiphap A; > truong < ten B; >",
         "tieuchi[1.1 muc 2]{giaiphap[A]}truong[]{ten[B]}"},
        {"unmarked behind ; on the line",
         "tieuchi 1.1 muc 2 <\n  giaiphap A; chutri B; thoigian C;\n>\n",
         "tieuchi[1.1 muc 2]{giaiphap[A]chutri[B]thoigian[C]}"},
        {"marked behind ; on the line is text",
         "tieuchi 1.1 muc 2 <\n  giải pháp A; phối hợp B; thời gian C;\n>\n",
         "tieuchi[1.1 muc 2]{giaiphap[A; phối hợp B; thời gian C]}"},
        {"unless a colon follows",
         "tieuchi 1.1 muc 2 <\n  giải pháp A; phối hợp: B; thời gian : C;\n>\n",
         "tieuchi[1.1 muc 2]{giaiphap[A]phoihop[B]thoigian[C]}"},
        {"or in a one-line block", "tiêu chí 1.1 mức 2 < giải pháp A; phối hợp B; >\n",
         "tieuchi[1.1 mức 2]{giaiphap[A]phoihop[B]}"},
        {"an unmarked keyword that the block does not allow is text",
         "tieuchi 1.1 muc 2 <\n  giaiphap A; diadanh B;\n>\n",
         "tieuchi[1.1 muc 2]{giaiphap[A; diadanh B]}"},
        {"short words before what their value cannot begin with",
         "kehoach <\n  loidan A;\n  loiket A\n  so với năm ngoái\n  ngay sau đó\n  mau chóng "
         "B;\n>\n",
         "kehoach[]{loidan[A]loiket[A/so với năm ngoái/ngay sau đó/mau chóng B]}"},
        {"and before what it can", "kehoach <\n  loiket A\n  so 14/KH;\n  ngay 1/2/2024;\n>\n",
         "kehoach[]{loiket[A]so[14/KH]ngay[1/2/2024]} KH1001@2"},
        {"such words behind ;", "kehoach <\n  loiket A; so với B; ngay sau C; so 14/KH;\n>\n",
         "kehoach[]{loiket[A; so với B; ngay sau C]so[14/KH]}"},
        {"dung in prose", "phan A <\n  doan B\n  dung hòa; dung danhmuc C;\n>\n",
         "phan[A]{doan[B/dung hòa; dung danhmuc C]}"},
        {"ten, ma, noi before a small letter",
         "truong <\n  diachi A\n  ten gọi\n  ma quái\n  ten B;\n>\n",
         "truong[]{diachi[A/ten gọi/ma quái]ten[B]} KH1001@4"},
    };
    HOLDS(RULES);
}

static void text(void **state)
{
    (void)state;
    static const rule RULES[] = {
        {"paragraphs", "phan A <\n  doan B\n    C.\n\n    D;\n>\n", "phan[A]{doan[B/C.//D]}"},
        {"list items",
         "phan A <\n  doan B:\n    - C;\n    – D;\n    • E;\n    * F;\n      + G;\n>\n",
         "phan[A]{doan[B:/- C;/– D;/• E;/* F;/+ G]}"},
        {"blank and comment lines between items",
         "phan A <\n  doan B:\n    - C;\n\n    # D;\n    - E;\n  doan F;\n>\n",
         "phan[A]{doan[B:/- C;//# D;/- E]doan[F]}"},
        {"items further left", "phan A <\n  doan B:\n- C;\n- D;\n  doan E;\n>\n",
         "phan[A]{doan[B:/- C;/- D]doan[E]}"},
        {"a dash without a space is no item", "phan A <\n  doan B;\n-C;\n>\n",
         "phan[A]{doan[B]doan[-C]} KH1002@3"},
        {"a lone -", "tieuchi 1.1 muc 2 <\n  chutri -;\n>\n", "tieuchi[1.1 muc 2]{chutri[-]}"},
        {"lines that begin with keywords of others",
         "truong <\n  diachi A\n  giải pháp B\n  kết quả C;\n>\n",
         "truong[]{diachi[A/giải pháp B/kết quả C]}"},
    };
    HOLDS(RULES);
}

static void semicolons(void **state)
{
    (void)state;
    static const rule RULES[] = {
        {"every one in a one-line block", "tieuchi 1.1 muc 2 < giaiphap A; chutri B; >",
         "tieuchi[1.1 muc 2]{giaiphap[A]chutri[B]}"},
        {"in a block begun on a line, below it the others' rules",
         "tieuchi 1.1 muc 2 < chutri A;\n  giaiphap B; c;\n>\n",
         "tieuchi[1.1 muc 2]{chutri[A]giaiphap[B; c]}"},
        {"text behind it on the line", "phan A <\n  doan Tổ chức họp; phối hợp với công an;\n>\n",
         "phan[A]{doan[Tổ chức họp; phối hợp với công an]}"},
        {"last on its line", "phan A <\n  doan B;\n  doan C; # D\n  doan E;  \n>\n",
         "phan[A]{doan[B]doan[C]doan[E]}"},
        {"wrapped at a semicolon", "phan A <\n  doan B;\n    c;\n  doan D;\n>\n",
         "phan[A]{doan[B;/c]doan[D]}"},
        {"no further right than the keyword", "phan A <\n  doan B;\n  Nhưng;\n>\n",
         "phan[A]{doan[B]doan[Nhưng]} KH1002@3"},
        {"further right, but a keyword", "phan A <\n  doan B;\n    doan C;\n>\n",
         "phan[A]{doan[B]doan[C]}"},
        {"further right, but a comment", "phan A <\n  doan B;\n    # c\n  doan D;\n>\n",
         "phan[A]{doan[B]doan[D]}"},
        {"further right, but >", "phan A <\n  doan B;\n    >\n", "phan[A]{doan[B]}"},
        {"before the block's >", "phan A <\n  doan B; c; >\n", "phan[A]{doan[B; c]}"},
        {"before a > that is text", "phan A <\n  doan B; > 5%;\n>\n", "phan[A]{doan[B; > 5%]}"},
        {"escaped", "phan A <\n  doan B\\;\n  doan C;\n>\n", "phan[A]{doan[B\\;]doan[C]} KH1001@2"},
        {"escaped before words", "phan A <\n  doan B\\; chutri C;\n>\n",
         "phan[A]{doan[B\\; chutri C]}"},
        {"escaped in a one-line block", "phan A < doan B\\; c; >", "phan[A]{doan[B\\; c]}"},
        {"prose that goes on below with a word like a field",
         "tieuchi 1.1 muc 2 <\n  giải pháp A;\n    phối hợp với B;\n  chủ trì C;\n>\n",
         "tieuchi[1.1 muc 2]{giaiphap[A;/phối hợp với B]chutri[C]}"},
        {"a field written further right",
         "tieuchi 1.1 muc 2 <\n  giải pháp A;\n    phối hợp B;\n>\n",
         "tieuchi[1.1 muc 2]{giaiphap[A]phoihop[B]}"},
        {"prose that goes on below with a word like a declaration",
         "tieuchi 1.1 muc 2 <\n  giải pháp A;\n    việc Tổ chức B;\n>\n",
         "tieuchi[1.1 muc 2]{giaiphap[A;/việc Tổ chức B]}"},
    };
    HOLDS(RULES);
}

static void angles(void **state)
{
    (void)state;
    static const rule RULES[] = {
        {"< in a value", "phan A <\n  doan tỷ lệ < 1%;\n  doan x <\n    y;\n>\n",
         "phan[A]{doan[tỷ lệ < 1%]doan[x </y]}"},
        {">= in a value", "phan A <\n  doan đạt >= 60% và > 5;\n>\n",
         "phan[A]{doan[đạt >= 60% và > 5]}"},
        {"> last on its line is the block's", "phan A <\n  doan B >\n",
         "phan[A]{doan[B]} KH1001@2"},
        {"> before a comment", "phan A <\n  doan B; > # c\n", "phan[A]{doan[B]}"},
        {"two of them", "phan A <\n  mucnho B <\n    doan C; > >\n", "phan[A]{mucnho[B]{doan[C]}}"},
        {"first on its line before a keyword", "phan A <\n  doan B;\n> phan C < doan D; >\n",
         "phan[A]{doan[B]}phan[C]{doan[D]}"},
        {"first on its line before text", "phan A <\n  doan B\n    > 5%;\n>\n",
         "phan[A]{doan[B/> 5%]}"},
        {"escaped", "phan A <\n  doan B \\>\n    c;\n>\n", "phan[A]{doan[B \\>/c]}"},
        {"a title with <", "viec Nâng tỷ lệ < 5% <\n  giaiphap A;\n>\n",
         "viec[Nâng tỷ lệ < 5%]{giaiphap[A]}"},
        {"< before a keyword", "viec Nâng tỷ lệ < 5% < giaiphap A; >\n",
         "viec[Nâng tỷ lệ < 5%]{giaiphap[A]}"},
        {"< before >", "viec A < >\nviec B <>\n", "viec[A]{}viec[B]{}"},
        {"< before a comment", "viec A < # b\n  giaiphap C;\n>\n", "viec[A]{giaiphap[C]}"},
        {"escaped in a heading", "viec A \\<\n  B <\n>\n", "viec[A \\</B]{}"},
    };
    HOLDS(RULES);
}

static void quotes(void **state)
{
    (void)state;
    static const rule RULES[] = {
        {"nothing is special inside",
         "phan A <\n  doan \"\"\"B;\n  doan C;\n# d\n> \\; \"e\" <\"\"\";\n>\n",
         "phan[A]{doan[B;/doan C;/# d/> \\; \"e\" <]}"},
        {"a single quote is a plain sign", "phan A <\n  doan \"B\" và \";\n>\n",
         "phan[A]{doan[\"B\" và \"]}"},
        {"quotes in the middle of a value are plain", "phan A <\n  doan B \"\"\"C;\n>\n",
         "phan[A]{doan[B \"\"\"C]}"},
        {"never closed", "phan A <\n  doan \"\"\"B;\n  doan C;\n>\n",
         "phan[A]{doan[\"\"\"B]doan[C]} KH0003@2"},
        {"never closed before another", "phan A <\n  doan \"\"\"B;\n  doan \"\"\"C\"\"\";\n>\n",
         "phan[A]{doan[\"\"\"B]doan[C]} KH0003@2"},
        {"closed by the last of four", "phan A <\n  doan \"\"\"B\"\"\"\";\n>\n",
         "phan[A]{doan[B\"]}"},
        {"without a ;", "phan A <\n  doan \"\"\"B\"\"\"\n>\n", "phan[A]{doan[B]} KH1001@2"},
        {"spaces before the ;", "phan A <\n  doan \"\"\"B\"\"\"  ;\n>\n", "phan[A]{doan[B]}"},
        {"words behind it are none of it", "phan A <\n  doan \"\"\"B\"\"\" \n  Xyz D\n>\n",
         "phan[A]{doan[B]doan[Xyz D]} KH1001@2 KH1002@3"},
        {"empty", "phan A <\n  doan \"\"\"\"\"\";\n>\n", "phan[A]{doan[]} KH1008@2"},
        {"the file of dung", "dung \"a b.khct\";\n", "dung[\"a b.khct\"]"},
    };
    HOLDS(RULES);
}

static void comments(void **state)
{
    (void)state;
    static const rule RULES[] = {
        {"on a line of its own", "# a\n  # b\n#\ntruong <\n# c\n  ten A;\n>\n# d",
         "truong[]{ten[A]}"},
        {"behind ; < > ,", "truong < # a\n  ten A; # b;\n  diachi B, # c;\n    D;\n> # d\n",
         "truong[]{ten[A]diachi[B, # c;/D]}"},
        {"inside a value", "truong <\n  diachi A\n    # b;\n    C;\n>\n",
         "truong[]{diachi[A/# b;/C]}"},
        {"behind a word it is text", "truong <\n  diachi A # b;\n>\n", "truong[]{diachi[A # b]}"},
        {"a tag is text",
         "phan A <\n  doan Theo #TruongHocHanhPhuc và C#;\n  doan #TruongHoc;\n>\n",
         "phan[A]{doan[Theo #TruongHocHanhPhuc và C#]doan[#TruongHoc]}"},
        {"escaped", "phan A <\n  doan B, \\# c;\n>\n", "phan[A]{doan[B, \\# c]}"},
        {"in a heading", "viec A, # b\n  C <\n>\n", "viec[A, # b/C]{}"},
    };
    HOLDS(RULES);
}

static void headings(void **state)
{
    (void)state;
    static const rule RULES[] = {
        {"a title over lines", "viec Nâng cao\n  chất lượng\n  dạy học <\n  giaiphap A;\n>\n",
         "viec[Nâng cao/chất lượng/dạy học]{giaiphap[A]}"},
        {"a line of it that begins with a marked field and ends in <",
         "viec Nâng cao\n  kết quả học tập <\n  giaiphap A;\n>\n",
         "viec[Nâng cao/kết quả học tập]{giaiphap[A]}"},
        {"a colon behind a criterion's number", "Tiêu chí 1.1: mức 2 <\n>\n",
         "tieuchi[1.1: mức 2]{}"},
        {"without words", "cancu <\n  vanban a;\n>\n", "cancu[]{vanban[a]}"},
        {"< on a line of its own", "truong\n<\n  ten A;\n>\n", "truong[]{ten[A]}"},
    };
    HOLDS(RULES);
}

static void forgotten_semicolon(void **state)
{
    (void)state;
    static const rule RULES[] = {
        {"before an unmarked field", "truong <\n  ten A\n  cap thcs;\n>\n",
         "truong[]{ten[A]cap[thcs]} KH1001@2"},
        {"an unmarked keyword further right is text", "phan A <\n  doan B\n    doan C;\n>\n",
         "phan[A]{doan[B/doan C]}"},
        {"before a declaration", "dung danhmuc a\ntruong <\n  ten A;\n>\n",
         "dung[danhmuc a]truong[]{ten[A]} KH1001@1"},
        {"before a marked field with a colon", "truong <\n  tên A\n  cấp: thcs;\n>\n",
         "truong[]{ten[A]cap[thcs]} KH1001?@2"},
        {"two spaces", "truong <\n  tên A\n  cấp  thcs;\n>\n",
         "truong[]{ten[A]cap[thcs]} KH1001?@2"},
        {"a capital letter", "truong <\n  tên A\n  cấp Thcs;\n>\n",
         "truong[]{ten[A]cap[Thcs]} KH1001?@2"},
        {"a digit", "kehoach <\n  trích yếu A\n  ngày 1/2/2024;\n>\n",
         "kehoach[]{trichyeu[A]ngay[1/2/2024]} KH1001?@2"},
        {"else a warning only", "truong <\n  tên A\n  cấp thcs;\n>\n",
         "truong[]{ten[A/cấp thcs]} KH1001?@2"},
        {"before a marked declaration", "dùng danh mục a\ntrường <\n  tên A;\n>\n",
         "dung[danh mục a]truong[]{ten[A]} KH1001?@1"},
        {"before >", "truong <\n  ten A\n>\n", "truong[]{ten[A]} KH1001@2"},
        {"at the end of the file", "dung danhmuc a", "dung[danhmuc a] KH1001@1"},
        {"in a block begun on that line, by its heading's place",
         "tieuchi 1.1 muc 2 < giaiphap A\n  chutri B; >\n",
         "tieuchi[1.1 muc 2]{giaiphap[A/chutri B]}"},
        {"an empty value is said to be empty", "truong <\n  ten\n  cap thcs;\n>\n",
         "truong[]{ten[]cap[thcs]} KH1008@2"},
    };
    HOLDS(RULES);
}

static void forgotten_open(void **state)
{
    (void)state;
    static const rule RULES[] = {
        {"before a field", "truong\n  ten A;\n  cap thcs;\n>\n",
         "truong[]{ten[A]cap[thcs]} KH1005@1"},
        {"behind a title", "viec Nâng cao\n  giaiphap A;\n>\n",
         "viec[Nâng cao]{giaiphap[A]} KH1005@1"},
        {"with a marked field", "viec Nâng cao\n  giải pháp A;\n>\n",
         "viec[Nâng cao]{giaiphap[A]} KH1005@1"},
        {"before >", "cancu\n>\n", "cancu[]{} KH1005@1"},
        {"in a line", "viec A giaiphap B;\n>\n", "viec[A]{giaiphap[B]} KH1005@1"},
        {"before a ; and nothing of the block", "viec A;\ntruong <\n  ten B;\n>\n",
         "viec[A]{}truong[]{ten[B]} KH1005@1"},
        {"at the end of the file", "viec A", "viec[A]{} KH1005@1"},
    };
    HOLDS(RULES);
}

static void forgotten_close(void **state)
{
    (void)state;
    static const rule RULES[] = {
        {"before a declaration", "truong <\n  ten A;\nkehoach <\n  so 1/KH;\n>\n",
         "truong[]{ten[A]}kehoach[]{so[1/KH]} KH1003@3"},
        {"before one without a block", "truong <\n  ten A;\nvaitro B C;\n",
         "truong[]{ten[A]}vaitro[B C] KH1003@3"},
        {"of two blocks", "phan A <\n  mucnho B <\n    doan C;\ntruong <\n  ten D;\n>\n",
         "phan[A]{mucnho[B]{doan[C]}}truong[]{ten[D]} KH1003@4 KH1003@4"},
        {"at the end of the file", "truong <\n  ten A;\n", "truong[]{ten[A]} KH1003@3"},
        {"an improvement among results",
         "hientrang namhoc 2022-2023 <\n  muc 1 1.1;\n"
         "  tieuchi 1.1 muc 2 <\n    giaiphap A;\n  >\n",
         "hientrang[namhoc 2022-2023]{muc[1 1.1]}tieuchi[1.1 muc 2]{giaiphap[A]} KH1003@3"},
        {"a result in full is none",
         "hientrang namhoc 2022-2023 <\n  tieuchi 1.1 muc 2 <\n    diemmanh A;\n  >\n>\n",
         "hientrang[namhoc 2022-2023]{tieuchi[1.1 muc 2]{diemmanh[A]}}"},
        {"before a misspelt declaration", "truong <\n  ten A;\nkehaoch <\n  so 1/KH;\n>\n",
         "truong[]{ten[A]}kehoach[]{so[1/KH]} KH1002@3 KH1003@3"},
        {"a task beside a task", "viec A <\n  tieuchi 1.1;\nviec B <\n  tieuchi 1.2;\n>\n",
         "viec[A]{tieuchi[1.1]}viec[B]{tieuchi[1.2]} KH1003@3"},
        {"a task in a task that nobody indented",
         "viec A <\ntieuchi 1.1;\nviec B <\ngiaiphap C;\n>\n>\n",
         "viec[A]{tieuchi[1.1]viec[B]{giaiphap[C]}}"},
    };
    HOLDS(RULES);
}

static void stray_close(void **state)
{
    (void)state;
    static const rule RULES[] = {
        {"outside of all blocks", ">\ntruong < ten A; >\n>\n",
         "truong[]{ten[A]} KH1004@1 KH1004@3"},
        {"before a field of the block", "truong <\n  ten A;\n>\n  cap thcs;\n>\n",
         "truong[]{ten[A]cap[thcs]} KH1004@3"},
        {"before a field that is a declaration outside",
         "cancu <\n  vanban a;\n>\n  vanban b;\n>\n", "cancu[]{vanban[a]vanban[b]} KH1004@3"},
        {"but not before that declaration", "cancu <\n  vanban a;\n>\nvanban b <\n  loai C;\n>\n",
         "cancu[]{vanban[a]}vanban[b]{loai[C]}"},
        {"in a task, found out at the end",
         "tieuchi 1.1 muc 2 <\n  viec A <\n    giaiphap B;\n  >\n    chutri C;\n  >\n>\n",
         "tieuchi[1.1 muc 2]{viec[A]{giaiphap[B]}chutri[C]} KH1004@4"},
        {"a field of the outer block, however far right",
         "tieuchi 1.1 muc 2 <\nviec A <\n    giaiphap B;\n>\n    chutri C;\n>\n",
         "tieuchi[1.1 muc 2]{viec[A]{giaiphap[B]}chutri[C]}"},
        {"other signs", "; truong < ten A; >\n<\n", "truong[]{ten[A]} KH1019?@1 KH1002@2"},
    };
    HOLDS(RULES);
}

static void places(void **state)
{
    (void)state;
    static const rule RULES[] = {
        {"not in this block", "truong <\n  giaiphap A;\n>\n", "truong[]{giaiphap[A]} KH1006@2"},
        {"not outside of a block", "giaiphap A;\n", "giaiphap[A] KH1006@1"},
        {"twice", "truong <\n  ten A;\n  ten B;\n>\n", "truong[]{ten[A]ten[B]} KH1007@3"},
        {"any number of times", "viec A <\n  giaiphap B;\n  giaiphap C;\n>\n",
         "viec[A]{giaiphap[B]giaiphap[C]}"},
        {"twice as one declaration", "truong < ten A; >\ntruong < ten B; >\n",
         "truong[]{ten[A]}truong[]{ten[B]} KH1007@2"},
        {"empty", "truong <\n  ten ;\n  diachi;\n>\n", "truong[]{ten[]diachi[]} KH1008@2 KH1008@3"},
        {"what an unknown block holds is not judged", "zzzz <\n  giaiphap A;\n  ten B;\n>\n",
         "?[]{giaiphap[A]ten[B]} KH1002@1"},
        {"a guessed field is not one given twice", "truong <\n  cap thcs;\n  caq A;\n>\n",
         "truong[]{cap[thcs]cap[A]} KH1002@3"},
    };
    HOLDS(RULES);
}

static void deep_and_cut(void **state)
{
    (void)state;
    /* a file that stops anywhere */
    static const char WHOLE[] = "dung danhmuc a;\nphan Mục đích <\n  doan \"\"\"B\"\"\";\n"
                                "  mucnho C < # d\n    doan E \\; f;\n      - g;\n  >\n>\n";
    for (size_t n = 0; n < sizeof WHOLE; n++)
        free(read_of((khct_str){WHOLE, n}));
    /* many open blocks: one message, no crash */
    enum { MANY = 100000, WORDS = 9 };
    char *deep = malloc(MANY * WORDS + 1);
    for (size_t i = 0; i < MANY; i++)
        memcpy(deep + i * WORDS, "mucnho A<", WORDS);
    char *read = read_of((khct_str){deep, MANY * WORDS});
    assert_non_null(strstr(read, "KH9001@1"));
    free(read);
    free(deep);
}

/* Shapes for which a look ahead, begun anew for each word, would never come to an end. */
static void long_lines(void **state)
{
    (void)state;
    static const char *const SHAPES[][3] = {
        {"phan A <\n doan x ", "> ", "x;\n>\n"},
        {"phan A <\n", "doan\"\"\"a\"\"\"b;\n", ">\n"},
        {"", "cot x; ", "\n"},
        {"truong <\n ten a", "; giải pháp b", ";\n>\n"},
        {"hientrang <\n", "tieuchi 1.1 < minhchung a; > ", "\n>\n"},
        {"tieuchi 1.1 < ", "viec b < giaiphap x; > ", ">\n"},
        {"", "viec a ", ";\n"},
        {"viec a ", "< ", ";\n"},
        {"phan A <\n doan x,", " # ", ";\n>\n"},
    };
    enum { TIMES = 50000 };
    for (size_t i = 0; i < sizeof SHAPES / sizeof *SHAPES; i++) {
        size_t n = strlen(SHAPES[i][1]), size;
        char *text = malloc(n * TIMES + 100);
        size = strlen(SHAPES[i][0]);
        memcpy(text, SHAPES[i][0], size);
        for (int k = 0; k < TIMES; k++, size += n)
            memcpy(text + size, SHAPES[i][1], n);
        memcpy(text + size, SHAPES[i][2], strlen(SHAPES[i][2]));
        size += strlen(SHAPES[i][2]);
        free(read_of((khct_str){text, size}));
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters),
        cmocka_unit_test(nul_is_reported),
        cmocka_unit_test(keywords),
        cmocka_unit_test(field_starts),
        cmocka_unit_test(text),
        cmocka_unit_test(semicolons),
        cmocka_unit_test(angles),
        cmocka_unit_test(quotes),
        cmocka_unit_test(comments),
        cmocka_unit_test(headings),
        cmocka_unit_test(forgotten_semicolon),
        cmocka_unit_test(forgotten_open),
        cmocka_unit_test(forgotten_close),
        cmocka_unit_test(stray_close),
        cmocka_unit_test(places),
        cmocka_unit_test(deep_and_cut),
        cmocka_unit_test(long_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

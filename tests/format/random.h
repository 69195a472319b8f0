/* Plans by chance, for the formatter: prose with signs at odd places, comments wherever one can
 * stand, both forms of keywords, line ends of both kinds, marks apart from their letters, tabs. */
#ifndef KHCT_TESTS_FORMAT_RANDOM_H
#define KHCT_TESTS_FORMAT_RANDOM_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct random_plan {
    uint64_t state;
    char *bytes;
    size_t n, capacity;
    bool crlf;
    unsigned odd; /* one in so many things is odd */
} random_plan;

static uint32_t random_below(random_plan *r, uint32_t below)
{
    r->state += 0x9E3779B97F4A7C15u;
    uint64_t z = r->state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (uint32_t)((z ^ (z >> 31)) % below);
}

static void random_put(random_plan *r, const char *text)
{
    for (; *text != '\0'; text++) {
        if (r->n + 2 > r->capacity) {
            r->capacity = r->capacity * 2 + 4096;
            r->bytes = realloc(r->bytes, r->capacity);
            if (r->bytes == NULL)
                exit(3);
        }
        if (*text == '\n' && r->crlf)
            r->bytes[r->n++] = '\r';
        r->bytes[r->n++] = *text;
    }
}

#define RANDOM_OF(r, list) ((list)[random_below((r), sizeof(list) / sizeof *(list))])

static const char *random_long(void)
{
    return "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
           "xxxxxxxxxxxxx";
}

static void random_gap(random_plan *r)
{
    static const char *const GAPS[] = {" ", " ", " ", " ", "  ", "\n    ", "\n", "\t"};
    static const char *const ODD[] = {" # gc\n", "\n# ghi chú\n", "\n\n",
                                      " #\n  ",  "\xC2\xA0",      "\n  # a ; > <\n  "};
    random_put(r, random_below(r, r->odd) == 0 ? RANDOM_OF(r, ODD) : RANDOM_OF(r, GAPS));
}

static void random_words(random_plan *r, uint32_t most)
{
    static const char *const WORDS[] = {"đoạn",        "Á",       "phân", "công việc", "HT",
                                        "Hiệu trưởng", "tháng 9", "1.2",  "5.6",       "12",
                                        "2023-2024",   "và",      "A, B", "tổ/nhóm",   "1.1 - 1.6",
                                        "(để b/c)",    "3 triệu", "50%",  "e\xCC\x81", "trường."};
    static const char *const ODD[] = {"tiêu chí 1.2",
                                      "giải pháp",
                                      "mức 3",
                                      "Mức",
                                      "muctieu",
                                      "Đoạn",
                                      "duytri",
                                      "viec",
                                      "ten",
                                      ":",
                                      ":a",
                                      "%:",
                                      "\\;",
                                      "\\<",
                                      "\\>",
                                      "\\#",
                                      "\\\\",
                                      "a\\",
                                      "#a",
                                      "a#",
                                      "\"",
                                      "\"\"",
                                      "số'",
                                      "-",
                                      "- x",
                                      "\n - x",
                                      "\n  + y",
                                      "\n   - HT",
                                      "+",
                                      "|",
                                      "{",
                                      "“a”",
                                      "/",
                                      "như trên",
                                      ",",
                                      "•",
                                      "a;b",
                                      "…",
                                      "&",
                                      "$",
                                      "_"};
    for (uint32_t i = random_below(r, most + 1); i > 0; i--) {
        if (random_below(r, 60) == 0)
            random_put(r, random_long());
        else if (random_below(r, r->odd) == 0)
            random_put(r, RANDOM_OF(r, ODD));
        else
            random_put(r, RANDOM_OF(r, WORDS));
        if (i > 1)
            random_gap(r);
    }
}

static const char *random_keyword(random_plan *r, const char *const pair[2])
{
    return pair[random_below(r, 2)];
}

static void random_field(random_plan *r)
{
    static const char *const FIELDS[][2] = {{"noidung", "Nội dung"},
                                            {"muctieu", "Mục tiêu"},
                                            {"giaiphap", "Giải pháp"},
                                            {"chutri", "Chủ trì"},
                                            {"phoihop", "Phối hợp"},
                                            {"thoigian", "Thời gian"},
                                            {"kinhphi", "Kinh phí"},
                                            {"nguonluc", "Nguồn lực"},
                                            {"dieukien", "Điều kiện"},
                                            {"minhchung", "Minh chứng"},
                                            {"diemyeu", "Điểm yếu"},
                                            {"nguyennhan", "Nguyên nhân"},
                                            {"giamsat", "Giám sát"},
                                            {"ghichu", "Ghi chú"},
                                            {"tiendo", "Tiến độ"},
                                            {"doan", "Đoạn"},
                                            {"muc", "Mức"},
                                            {"ten", "Tên"},
                                            {"vaitro", "Vai trò"},
                                            {"viettat", "Viết tắt"},
                                            {"noi", "Nơi"},
                                            {"dung", "Dùng"},
                                            {"so", "Số"},
                                            {"ngay", "Ngày"}};
    static const char *const ENDS[] = {";", ";", ";", " ;", "\n;", "\n  ;"};
    static const char *const ODD[] = {" # gc\n ;", "\n# gc\n;", "\\ ;", ";;",
                                      "",          " ; # gc",   ";# gc"};
    random_put(r, random_keyword(r, RANDOM_OF(r, FIELDS)));
    random_put(r, random_below(r, 6) == 0 ? " : " : " ");
    if (random_below(r, 3 * r->odd) == 0)
        random_gap(r);
    if (random_below(r, 20) == 0) {
        random_put(r, "\"\"\"");
        random_words(r, 6);
        random_put(r, "\"\"\"");
    } else {
        random_words(r, 9);
    }
    random_put(r, random_below(r, 2 * r->odd) == 0 ? RANDOM_OF(r, ODD) : RANDOM_OF(r, ENDS));
}

static void random_items(random_plan *r, int depth);

static void random_block(random_plan *r, int depth)
{
    static const char *const BLOCKS[][2] = {{"truong", "Trường"},
                                            {"kehoach", "Kế hoạch"},
                                            {"hientrang namhoc 2022-2023", "Hiện trạng"},
                                            {"tieuchi 1.2 muc 2", "Tiêu chí 1.2: mức 2"},
                                            {"tieuchi 5.6 khongdat", "Tiêu chí 1.7 duy trì mức 3"},
                                            {"viec", "Việc"},
                                            {"phan", "Phần"},
                                            {"noinhan", "Nơi nhận"},
                                            {"vande tieuchi 1.1", "Vấn đề tiêu chuẩn 1"},
                                            {"chuky", "Chữ ký"},
                                            {"khoan", "Khoản"},
                                            {"muc", "Mục"}};
    random_put(r, random_keyword(r, RANDOM_OF(r, BLOCKS)));
    random_put(r, " ");
    random_words(r, 3);
    random_put(r, random_below(r, 3 * r->odd) == 0 ? "\n# gc\n<" : " <");
    random_items(r, depth + 1);
    random_put(r, random_below(r, 8 * r->odd) == 0 ? "" : ">");
}

static void random_items(random_plan *r, int depth)
{
    for (uint32_t i = random_below(r, depth == 0 ? 6 : 5); i > 0; i--) {
        random_put(r, random_below(r, 6) == 0 ? " " : "\n  ");
        if (random_below(r, 2 * r->odd) == 0)
            random_put(r, random_below(r, 2) == 0 ? "# gc\n" : "  # gc ; <\n\n");
        if (random_below(r, 12 * r->odd) == 0)
            random_put(r, random_below(r, 2) == 0 ? ";" : "x ");
        if (depth < 3 && random_below(r, depth == 0 ? 2 : 4) == 0)
            random_block(r, depth);
        else
            random_field(r);
        if (random_below(r, r->odd) == 0)
            random_put(r, " # gc\n");
    }
    random_put(r, random_below(r, 8) == 0 ? " " : "\n");
}

/* A plan of that number; the bytes are the caller's to free. */
static char *random_plan_of(uint64_t number, size_t *n)
{
    random_plan r = {.state = number * 0x2545F4914F6CDD1Du};
    r.crlf = random_below(&r, 8) == 0;
    r.odd = 3 + random_below(&r, 20);
    random_put(&r, random_below(&r, 2) == 0 ? "dung danhmuc tt18_2018;" : "# gc");
    random_items(&r, 0);
    random_put(&r, random_below(&r, 8) == 0 ? "# gc" : "\n");
    *n = r.n;
    return r.bytes;
}

#endif

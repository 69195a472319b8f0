/* Writes a realistic plan of about so many bytes: generate BYTES [SEED] > plan.khct
 *
 * The text is put together from phrases of school plans, wrapped with a hanging indent, with
 * people, times, money and criteria of the kinds that real plans have. The same arguments give the
 * same bytes. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state;

static uint32_t pick(uint32_t n)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(state >> 33) % n;
}

#define PICK(list) list[pick(sizeof list / sizeof list[0])]

static const char *const PHRASES[] = {
    "nhà trường rà soát lại phân công chuyên môn của từng tổ",
    "tổ chức sinh hoạt chuyên môn theo nghiên cứu bài học",
    "bổ sung sách tham khảo cho thư viện",
    "phối hợp với cha mẹ học sinh giữ vệ sinh sân trường",
    "tham mưu với chính quyền địa phương về cơ sở vật chất",
    "bồi dưỡng giáo viên về ứng dụng công nghệ thông tin",
    "theo dõi sự tiến bộ của từng học sinh qua các kỳ kiểm tra",
    "lập kế hoạch phụ đạo cho học sinh còn chậm",
    "sửa chữa khu vệ sinh và hệ thống nước uống",
    "huy động nguồn lực hợp pháp từ cộng đồng",
    "cập nhật hồ sơ, số liệu trên phần mềm quản lý",
    "tập huấn phòng cháy, chữa cháy và thoát hiểm",
    "mở câu lạc bộ đọc sách vào chiều thứ sáu",
    "dạy bơi cho học sinh trong dịp hè",
    "đánh giá kết quả vào cuối mỗi học kỳ",
    "trồng thêm cây bóng mát quanh sân chơi",
    "thực hiện công khai tài chính theo quy định",
    "khuyến khích giáo viên tự học, tự bồi dưỡng",
    "tỷ lệ học sinh chuyên cần đạt trên 98%",
    "giữ vững danh hiệu tập thể lao động tiên tiến",
    "hướng dẫn học sinh tự quản trong giờ sinh hoạt lớp",
    "kiểm tra an toàn thực phẩm ở bếp ăn bán trú",
    "họp giao ban với các trưởng bộ phận",
    "niêm yết kế hoạch tại bảng tin của trường",
};

static const char *const PEOPLE[] = {"Hiệu trưởng",
                                     "BGH, TTCM",
                                     "GVCN",
                                     "Phó hiệu trưởng + GVCN",
                                     "CB, GV, NV",
                                     "Hiệu trưởng, Chủ tịch công đoàn",
                                     "Nhân viên thư viện",
                                     "TPT Đội",
                                     "Kế toán, nhân viên văn thư",
                                     "Tổ trưởng chuyên môn"};
static const char *const TIMES[] = {
    "năm học 2023-2024",    "tháng 9/2023", "học kỳ I năm học 2023-2024",
    "từ 9/2023 đến 5/2024", "hằng tháng",   "Năm học 2023 - 2024 và các năm tiếp theo",
    "cuối học kỳ II",       "quý 4/2023"};
static const char *const MONEY[] = {"ngân sách nhà nước",
                                    "12,5 triệu đồng, ngân sách",
                                    "xã hội hóa",
                                    "tự túc",
                                    "3.500.000 đồng + xã hội hóa",
                                    "không"};
static const char *const CRITERIA[] = {"1.1",       "1.5, 1.8", "2.2 và 2.3",
                                       "3.1 - 3.4", "4.1",      "5.1, 5.2, 5.4"};

static size_t written;

static void put(const char *text)
{
    written += strlen(text);
    fputs(text, stdout);
}

/* Characters on a terminal, near enough: bytes that begin one. */
static size_t cells(const char *text)
{
    size_t n = 0;
    for (; *text != '\0'; text++)
        n += ((unsigned char)*text & 0xC0) != 0x80;
    return n;
}

/* A value of some phrases, wrapped at 100 columns below the keyword. */
static void put_text(const char *indent, const char *keyword, unsigned phrases)
{
    static unsigned number; /* no two paragraphs are the same, as in a real plan */
    char word[128];
    size_t column = cells(indent) + cells(keyword);
    put(indent);
    put(keyword);
    snprintf(word, sizeof word, " Đợt %u:", ++number);
    put(word);
    column += cells(word);
    for (unsigned i = 0; i < phrases; i++) {
        const char *phrase = PICK(PHRASES);
        while (*phrase != '\0') {
            size_t n = strcspn(phrase, " ");
            snprintf(word, sizeof word, "%.*s%s", (int)n, phrase,
                     phrase[n] == '\0' && i + 1 < phrases ? "," : "");
            phrase += n + (phrase[n] == ' ');
            if (column + cells(word) > 99) {
                put("\n");
                put(indent);
                put("   ");
                column = cells(indent) + 3;
            }
            put(" ");
            put(word);
            column += cells(word) + 1;
        }
    }
    put(".;\n");
}

static void put_field(const char *indent, const char *keyword, const char *value)
{
    put(indent);
    put(keyword);
    put(" ");
    put(value);
    put(";\n");
}

static void put_task(void)
{
    put("  viec <\n");
    put_text("    ", "noidung", 2 + pick(3));
    put_text("    ", "giaiphap", 2 + pick(5));
    put_field("    ", "chutri", PICK(PEOPLE));
    put_field("    ", "thoigian", PICK(TIMES));
    if (pick(2) == 0)
        put_field("    ", "kinhphi", PICK(MONEY));
    put("  >\n");
}

static void put_head(void)
{
    put("# Kế hoạch để đo\ndung danhmuc tt18_2018;\ndung mau giaidoan5cot;\n\ntruong <\n"
        "  ten Trường THCS Hoa Mai;\n  cap thcs;\n  captren UBND phường An Bình;\n  diadanh An "
        "Bình;\n>\n\n"
        "kehoach <\n  so 14/KH-THCSHM;\n  ngay 14/8/2023;\n  trichyeu Cải tiến chất lượng giáo "
        "dục;\n"
        "  namhoc 2023-2024;\n>\n\nhientrang namhoc 2022-2023 <\n"
        "  muc 2 1.1 - 1.10, 2.1 - 2.4, 3.1 - 3.6, 4.1, 4.2;\n  muc 1 5.1 - 5.6;\n>\n\n"
        "cancu <\n  vanban tt18_2018;\n  khac Báo cáo tự đánh giá năm học 2022-2023 của "
        "trường;\n>\n\n"
        "phan mucdich <\n");
    for (int i = 0; i < 3; i++)
        put_text("  ", "doan", 6);
    put(">\n");
}

int main(int argc, char **argv)
{
    size_t bytes = argc > 1 ? strtoul(argv[1], NULL, 10) : 40000;
    state = argc > 2 ? strtoul(argv[2], NULL, 10) : 1;
    put_head();
    unsigned number = 0;
    while (written + 300 < bytes) {
        char title[128];
        snprintf(title, sizeof title, "\nviec Nội dung %u <\n", ++number);
        put(title);
        put_field("  ", "tieuchi", PICK(CRITERIA));
        put_text("  ", "dieukien", 2);
        for (unsigned n = 1 + pick(4); n > 0; n--)
            put_task();
        put(">\n");
    }
    put("\nphan tochuc <\n");
    put_text("  ", "doan", 5);
    put(">\n\nnoinhan <\n  noi Phòng GDĐT (để b/c);\n  noi Lưu: VT;\n>\n\nchuky <\n  chucvu Hiệu "
        "trưởng;\n>\n");
    return 0;
}

/* Writes the dictionary of the fuzzers: every keyword in both forms, every block's beginning, and
 * signs and words that values are made of. */
#include "syntax/vocabulary.h"

#include <stdio.h>

static void entry(const char *lead, const char *word, const char *tail)
{
    putchar('"');
    for (const char *part[3] = {lead, word, tail}, **p = part; p < part + 3; p++)
        for (const char *c = *p; *c != '\0'; c++)
            if (*c == '"' || *c == '\\' || (unsigned char)*c < 0x20 || (unsigned char)*c >= 0x7F)
                printf("\\x%02X", (unsigned char)*c);
            else
                putchar(*c);
    puts("\"");
}

int main(void)
{
    static const char *const MORE[] = {
        ";\n",
        " <\n",
        ">\n",
        "\n\n",
        "\"\"\"",
        "\\;",
        "\\<",
        "# ",
        "- ",
        "+ ",
        " và ",
        " - ",
        "–",
        "đến",
        "từ ",
        "ngày ",
        "tháng ",
        "năm học 2023-2024",
        "2024-2025",
        "học kỳ I",
        "quý 3/2024",
        "cuối năm học",
        "hằng tuần",
        "9/2023",
        "14/8/2023",
        "triệu đồng",
        "tỷ",
        "12.500.000",
        "ngân sách",
        "xã hội hóa",
        "không",
        "1.1",
        "1,7",
        "muc 1",
        "muc 3",
        "duytri",
        "caonhat tatca",
        "khongdat",
        "H1-1.7-01",
        "[H1-1.7-01]",
        "MC.1.7.01",
        "14/KH-THCSHS",
        "18/2018/TT-BGDĐT",
        "Thông tư ",
        "Luật ",
        "tt18_2018",
        "tt57_2026_phothong",
        "cv5932",
        "nam10cot",
        "giaidoan5cot",
        "bieu2_tt57",
        "dung danhmuc tt18_2018;\n",
        "dung \"1.khct\";\n",
        "\n%%%\n",
        "GVCN",
        "BGH",
        "GD&ĐT",
        "100%",
        "KT ",
        "KH2003",
        "\xC2\xA0",
        "\xEF\xBB\xBF",
        "\xCC\x80",
        "\xE2\x80\xAE",
        "e\xCC\x82\xCC\x81",
        "\xF0\x9F\x98\x80",
        "\r\n",
        "\t",
        "./.",
    };
    for (int k = 0; k < KHCT_KEYWORD_NONE; k++) {
        const khct_keyword_row *row = khct_keyword_at((khct_keyword)k);
        entry("\n", row->unmarked, " ");
        entry("\n", row->marked, " ");
    }
    for (size_t i = 0; i < sizeof MORE / sizeof MORE[0]; i++)
        entry("", MORE[i], "");
    return 0;
}

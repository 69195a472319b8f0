/* Writes docs/codes.md: the page of every diagnostic, made from the table. */
#include "diag/diag.h"

#include <stdio.h>

static const char *const SEVERITIES[] = {
    [KHCT_ERROR] = "E: lỗi / error",
    [KHCT_SIGNED] = "E†: lỗi chấp nhận được / error that may be accepted",
    [KHCT_WARNING] = "W: cảnh báo / warning",
    [KHCT_NOTE] = "N: ghi chú / note",
};

static const struct {
    char digit;
    const char *title;
} FAMILIES[] = {
    {'0', "KH0xxx: byte và ký tự / bytes and characters"},
    {'1', "KH1xxx: cú pháp / syntax"},
    {'2', "KH2xxx: danh mục tiêu chí / the catalogue"},
    {'3', "KH3xxx: sự nhất quán của kế hoạch / consistency of the plan"},
    {'4', "KH4xxx: thời gian và pháp luật / time and law"},
    {'5', "KH5xxx: người và tiền / people and money"},
    {'6', "KH6xxx: thể thức văn bản / form of the document"},
    {'7', "KH7xxx: chữ viết / Vietnamese text"},
    {'8', "KH8xxx: tệp / files"},
    {'9', "KH9xxx: giới hạn và sự cố / limits and failures"},
};

/* Bytes that are no text (KH0001, KH0002 show some) become U+FFFD. */
static void put_example(const char *text)
{
    for (const unsigned char *p = (const unsigned char *)text; *p != '\0'; p++) {
        if ((*p < 0x20 && *p != '\n') || *p == 0xFF)
            fputs("\xEF\xBF\xBD", stdout);
        else
            putchar(*p);
    }
}

static void example(const char *head, const char *text)
{
    if (text[0] == '\0')
        return;
    printf("%s\n\n```khct\n", head);
    put_example(text);
    printf("```\n\n");
}

int main(void)
{
    char family = 0;
    printf("# Các mã nhận xét / Diagnostic codes\n\n"
           "Trang này được tạo từ bảng `src/diag/codes.def` bằng `make docs`; đừng sửa ở đây. "
           "`khct explain MÃ` in từng mục.\n\n"
           "This page is made from the table `src/diag/codes.def` by `make docs`; do not edit it. "
           "`khct explain CODE` prints each entry.\n\n"
           "Ví dụ chỉ ghi những dòng liên quan; phần còn lại của kế hoạch được hiểu là có đủ. "
           "Examples give only the lines that matter; the rest of the plan is thought to be there.\n");
    for (unsigned code = 0; code < KHCT_CODE_COUNT; code++) {
        const khct_code_row *row = khct_code_at((khct_code)code);
        for (size_t i = 0; row->number[0] != family && i < sizeof FAMILIES / sizeof FAMILIES[0]; i++)
            if (FAMILIES[i].digit == row->number[0])
                printf("\n## %s\n", FAMILIES[i].title);
        family = row->number[0];
        printf("\n### KH%s %s / %s\n\n%s\n\n", row->number, row->title[KHCT_VI], row->title[KHCT_EN],
               SEVERITIES[row->severity]);
        if (row->explain[KHCT_VI][0] != '\0')
            printf("%s\n\n%s\n\n", row->explain[KHCT_VI], row->explain[KHCT_EN]);
        if (row->clause[0] != '\0')
            printf("Căn cứ / rests on: %s.\n\n", row->clause);
        example("Sai / wrong:", row->wrong);
        example("Đúng / right:", row->right);
    }
    return ferror(stdout) || fflush(stdout) != 0;
}

/* Prints docs/keywords.md from the vocabulary table. */
#include "syntax/vocabulary.h"

#include <stdio.h>

static const char *const HOWS[] = {"trường", "khai báo, không có khối", "khối"};

static const char *const TYPES[] = {
    [KHCT_TYPE_NONE] = "",
    [KHCT_TYPE_TEXT] = "lời",
    [KHCT_TYPE_NAME] = "lời, một đoạn",
    [KHCT_TYPE_IDENTIFIER] = "một tên gọi",
    [KHCT_TYPE_NAMES] = "các tên gọi",
    [KHCT_TYPE_SCHOOL_TYPES] = "cấp học",
    [KHCT_TYPE_OWNERSHIP] = "loại hình",
    [KHCT_TYPE_DOCUMENT_NUMBER] = "số văn bản",
    [KHCT_TYPE_DATE] = "ngày",
    [KHCT_TYPE_SCHOOL_YEAR] = "năm học",
    [KHCT_TYPE_PERIOD] = "giai đoạn",
    [KHCT_TYPE_AIM] = "mức phấn đấu",
    [KHCT_TYPE_CRITERIA] = "danh sách tiêu chí",
    [KHCT_TYPE_LEVEL_LIST] = "mức và danh sách tiêu chí",
    [KHCT_TYPE_NUMBERS] = "danh sách số",
    [KHCT_TYPE_DISPLAY] = "bang hoặc soluong",
    [KHCT_TYPE_TIME] = "thời gian",
    [KHCT_TYPE_MONEY] = "tiền",
    [KHCT_TYPE_ROLES] = "người",
    [KHCT_TYPE_EVIDENCE] = "minh chứng",
    [KHCT_TYPE_PROGRESS] = "tiến độ",
    [KHCT_TYPE_BASIS] = "văn bản được căn cứ",
    [KHCT_TYPE_USE] = "danhmuc ID, mau ID, vanban ID hoặc \"tệp\"",
    [KHCT_TYPE_ROLE] = "ID tên [gom ID, ID]",
    [KHCT_TYPE_ABBREVIATION] = "ID lời",
    [KHCT_TYPE_ALLOWANCE] = "mã [tieuchi ID] lý do",
    [KHCT_TYPE_FORCE] = "ngày [- ngày]",
    [KHCT_TYPE_TITLE] = "[ngày - ngày:] lời, một đoạn",
    [KHCT_TYPE_RULE] = "điều kiện xếp mức",
};

static void print_places(void)
{
    size_t count;
    const khct_place *places = khct_places(&count);
    for (size_t i = 0; i < count; i++) {
        const khct_place *p = &places[i];
        khct_keyword home = khct_block_at(p->block)->keyword;
        if (i == 0 || places[i - 1].block != p->block) {
            printf("\n### %s\n\n| từ khóa | có dấu | là | giá trị | mấy lần "
                   "|\n|---|---|---|---|---|\n",
                   home == KHCT_KEYWORD_NONE ? "Ngoài cùng của tệp"
                                             : khct_keyword_at(home)->unmarked);
        }
        printf("| `%s` | %s | %s | %s | %s |\n", khct_keyword_at(p->keyword)->unmarked,
               khct_keyword_at(p->keyword)->marked, HOWS[p->how], TYPES[p->type],
               p->times == KHCT_ONCE ? "một" : "nhiều");
    }
}

int main(void)
{
    puts("# Từ khóa\n\nTrang này được tạo từ `grammar/keywords.def` bằng `make docs`; đừng sửa "
         "tay.\n\n"
         "| không dấu | có dấu | nghĩa | meaning |\n|---|---|---|---|");
    for (unsigned k = 0; k < KHCT_KEYWORD_NONE; k++) {
        const khct_keyword_row *row = khct_keyword_at((khct_keyword)k);
        printf("| `%s` | %s | %s | %s |\n", row->unmarked, row->marked, row->help[0], row->help[1]);
    }
    puts("\n## Chỗ đứng\n\nMỗi bảng là một loại khối; trong nó, những từ khóa được phép đứng.");
    print_places();
    return 0;
}

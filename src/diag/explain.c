#include "diag/explain.h"

#include "text/utf8.h"

enum { WIDTH = 80 };

static const char *const LONG[][2] = {
    [KHCT_ERROR] = {"lỗi", "error"},
    [KHCT_SIGNED] =
        {"lỗi mà văn bản đã ký có thể mang: `chophep` và `-W no-error` chấp nhận được",
         "error that a signed document may carry: `chophep` and `-W no-error` accept it"},
    [KHCT_WARNING] = {"cảnh báo", "warning"},
    [KHCT_NOTE] = {"ghi chú", "note"},
};

static const char *const HEADS[][2] = {
    {"Căn cứ", "Rests on"},
    {"Ví dụ sai", "Wrong"},
    {"Ví dụ đúng", "Right"},
};

static void paint(khct_out *out, khct_style style, const char *colour)
{
    if (style.colour)
        khct_out_cstr(out, colour);
}

/* Words of the text in lines of at most WIDTH cells. */
static void wrap(khct_out *out, const char *text)
{
    khct_str rest = khct_str_of(text);
    size_t column = 0;
    while (rest.n > 0) {
        khct_str word = khct_str_cut(&rest, ' ');
        size_t cells = khct_utf8_cells(word, 0);
        if (column > 0 && column + 1 + cells > WIDTH) {
            khct_out_char(out, '\n');
            column = 0;
        } else if (column > 0) {
            khct_out_char(out, ' ');
            column++;
        }
        khct_out_terminal(out, word);
        column += cells;
    }
    khct_out_char(out, '\n');
}

static void head(khct_out *out, size_t which, khct_style style)
{
    khct_out_char(out, '\n');
    paint(out, style, "\033[1m");
    KHCT_OUT(out, HEADS[which][style.language], ":");
    paint(out, style, "\033[0m");
    khct_out_char(out, '\n');
}

static void example(khct_out *out, size_t which, const char *text, khct_style style)
{
    if (text[0] == '\0')
        return;
    head(out, which, style);
    khct_str rest = khct_str_of(text);
    while (rest.n > 0)
        KHCT_SHOW(out, "    ", khct_str_cut(&rest, '\n'), "\n");
}

void khct_explain_code(khct_out *out, khct_code code, khct_style style)
{
    const khct_code_row *row = khct_code_at(code);
    paint(out, style, "\033[1m");
    KHCT_OUT(out, row->name, ": ", row->title[style.language]);
    paint(out, style, "\033[0m");
    khct_out_cstr(out, "\n");
    wrap(out, LONG[row->severity][style.language]);
    if (row->explain[style.language][0] != '\0') {
        khct_out_char(out, '\n');
        wrap(out, row->explain[style.language]);
    }
    if (row->clause[0] != '\0') {
        head(out, 0, style);
        wrap(out, row->clause);
    }
    example(out, 1, row->wrong, style);
    example(out, 2, row->right, style);
}

void khct_explain_list(khct_out *out, khct_style style)
{
    for (unsigned code = 0; code < KHCT_CODE_COUNT; code++) {
        const khct_code_row *row = khct_code_at((khct_code)code);
        const char *word = khct_severity_word(row->severity, style.language);
        khct_out_format(out, "%s  %s", row->name, word);
        for (size_t cells = khct_utf8_cells(khct_str_of(word), 0); cells < 9; cells++)
            khct_out_char(out, ' ');
        KHCT_OUT(out, row->title[style.language], "\n");
    }
}

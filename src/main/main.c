#include "main/main.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const khct_command COMMANDS[] = {
    {"check",
     khct_main_check,
     "FILE...",
     {"đọc, kiểm tra, báo; không ghi gì", "read, check, report; write nothing"}},
    {"build",
     khct_main_build,
     "[-t html|pdf|docx|latex|json|csv|khct|all] [-o OUT] FILE...",
     {"biên dịch kế hoạch", "compile plans"}},
    {"fmt",
     khct_main_fmt,
     "[--codau] [--sapxep] [--check] [-i] TỆP...",
     {"trình bày lại tệp theo một kiểu", "canonical layout"}},
    {"fix",
     khct_main_fix,
     "[--diff] TỆP...",
     {"tự sửa những chỗ chắc chắn", "apply the fixes that are sure"}},
    {"new",
     khct_main_new,
     "[--mau ID] [--cap CẤP] TỆP",
     {"một kế hoạch để điền", "a plan to fill in"}},
    {"status",
     khct_main_status,
     "[--on NGÀY] TỆP...",
     {"tiến độ, việc đến hạn và quá hạn, theo người",
      "progress, due and overdue tasks, by person"}},
    {"diff",
     khct_main_diff,
     "TỆP_CŨ TỆP_MỚI",
     {"kế hoạch thay đổi những gì", "what changed from one plan to another"}},
    {"merge",
     khct_main_merge,
     "[--path TỆP] [-o TỆP] GỐC BÊN_NÀY BÊN_KIA | --fix TỆP",
     {"gộp hai bản sửa của một kế hoạch, từng mục một",
      "join two versions of a plan, field by field"}},
    {"git-setup",
     khct_main_git_setup,
     "[--diff] [--yes] | --undo",
     {"để git so sánh và gộp kế hoạch bằng khct; --undo: bỏ đi",
      "let git compare and merge plans by khct; --undo takes it back"}},
    {"report",
     khct_main_report,
     "[-t html|csv|jsonl] TỆP|THƯ_MỤC...",
     {"nhiều kế hoạch trong một bảng", "many plans in one table"}},
    {"danhmuc",
     khct_main_danhmuc,
     "[ID [TIÊU CHÍ]] | vanban [ID]",
     {"danh mục tiêu chí, văn bản trong thư viện và độ chắc của chúng",
      "catalogues and documents of the library, and how well they are known"}},
    {"rate",
     khct_main_rate,
     "TỆP...",
     {"trường đang ở mức nào, vì sao, kế hoạch đưa tới mức nào",
      "the school's level, the reasons, what the plan would lift it to"}},
    {"explain",
     khct_main_explain,
     "[MÃ...]",
     {"giải thích một mã của nhận xét, hoặc liệt kê các mã",
      "explain a diagnostic's code, or list the codes"}},
    {"schema",
     khct_main_schema,
     "[--vao|--bang]",
     {"lược đồ của JSON: ra, vào (--vao), bảng các khóa (--bang)",
      "the schema of the JSON: output, input (--vao), tables of the keys (--bang)"}},
    {"lsp",
     khct_main_lsp,
     "",
     {"máy chủ ngôn ngữ cho trình soạn thảo", "language server for editors"}},
    {NULL, NULL, NULL, {NULL, NULL}},
};

const khct_command *khct_commands(void)
{
    return COMMANDS;
}

static void print_help(const khct_common *common)
{
    khct_language language = common->style.language;
    printf(
        language == KHCT_VI
            ? "khct %s: ngôn ngữ và trình biên dịch cho kế hoạch cải tiến chất lượng giáo dục\n\n"
              "Cách dùng: khct LỆNH [TÙY CHỌN] TỆP...\n\n"
            : "khct %s: a language and compiler for a school's quality-improvement plan\n\n"
              "Usage: khct COMMAND [OPTIONS] FILE...\n\n",
        KHCT_VERSION);
    for (const khct_command *c = COMMANDS; c->name != NULL; c++)
        printf("  %-8s %s\n", c->name, c->help[language]);
    fputs(language == KHCT_VI ? "\nTùy chọn chung:\n"
                                "  --lang vi|en          ngôn ngữ của thông báo\n"
                                "  --color auto|always|never\n"
                                "  --format text|json|sarif\n"
                                "  -W CODE, -W no-CODE, -W error=CODE, -W error, -W no-error\n"
                                "  --on NGÀY             ngày được hiểu là hôm nay\n"
                                "  --root THƯMỤC         thư mục của dự án\n"
                                "  -j N                  số tệp xử lý cùng lúc\n"
                                "  -q                    không in nhận xét dưới mức lỗi\n"
                                "  --version, --help     mỗi lệnh có --help riêng\n"
                              : "\nCommon options:\n"
                                "  --lang vi|en          language of the messages\n"
                                "  --color auto|always|never\n"
                                "  --format text|json|sarif\n"
                                "  -W CODE, -W no-CODE, -W error=CODE, -W error, -W no-error\n"
                                "  --on DATE             the day that \"today\" means\n"
                                "  --root DIR            the project's directory\n"
                                "  -j N                  files at a time\n"
                                "  -q                    nothing below errors\n"
                                "  --version, --help     each command has its own --help\n",
          stdout);
}

/* The language: Vietnamese unless the locale names another one. */
static khct_language language_of_locale(void)
{
    static const char *const NAMES[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
        const char *value = getenv(NAMES[i]);
        if (value != NULL && value[0] != '\0')
            return strncmp(value, "en", 2) == 0 ? KHCT_EN : KHCT_VI;
    }
    return KHCT_VI;
}

static bool colour_by_default(void)
{
    const char *no = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return isatty(STDERR_FILENO) && (no == NULL || no[0] == '\0') &&
           (terminal == NULL || strcmp(terminal, "dumb") != 0);
}

int main(int argc, char **argv)
{
    khct_common common = {.today = KHCT_NO_DATE, .jobs = 1, .library_path = getenv("KHCT_PATH")};
    common.style.language = language_of_locale();
    common.style.colour = colour_by_default();
    signal(SIGPIPE, SIG_IGN);               /* a closed pipe is a failed write */
    signal(SIGXFSZ, SIG_IGN);               /* and so is a file that may not grow */
    for (int i = 1; i < argc && i < 3; i++) /* so that `khct --lang en --help` is English */
        if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            common.style.language = strcmp(argv[i + 1], "en") == 0 ? KHCT_EN : KHCT_VI;
    int at = 1;
    while (at + 1 < argc && strcmp(argv[at], "--lang") == 0)
        at += 2;
    if (at >= argc)
        return khct_wrong_use(&common, "cần một lệnh; `khct --help` liệt kê các lệnh",
                              "a command is needed; `khct --help` lists them", NULL);
    if (strcmp(argv[at], "--help") == 0 || strcmp(argv[at], "-h") == 0) {
        print_help(&common);
        return fflush(stdout) == 0 ? KHCT_EXIT_FINE : KHCT_EXIT_SYSTEM;
    }
    if (strcmp(argv[at], "--version") == 0) {
        printf("khct %s\n", KHCT_VERSION);
        return fflush(stdout) == 0 ? KHCT_EXIT_FINE : KHCT_EXIT_SYSTEM;
    }
    for (const khct_command *c = COMMANDS; c->name != NULL; c++)
        if (strcmp(c->name, argv[at]) == 0)
            return c->run(argc - at, argv + at, &common);
    return khct_wrong_use(&common, "không có lệnh", "there is no command", argv[at]);
}

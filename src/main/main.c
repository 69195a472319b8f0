#include "main/main.h"

#include "text/files.h"
#include "text/system.h"

#include <stdio.h>
#include <unistd.h>

static const khct_command COMMANDS[] = {
#define KHCT_COMMAND(id, name, operands_vi, operands_en, vi, en)                                   \
    {name, khct_main_##id, {operands_vi, operands_en}, {vi, en}},
#include "main/commands.def"
};

const khct_command *khct_command_at(khct_command_id id)
{
    return &COMMANDS[id];
}

/* What is wrong with the options is said in the language that they name. */
static void find_language(int argc, char **argv, khct_common *common)
{
    static const char NAME[] = "--lang";
    const size_t n = sizeof NAME - 1;
    for (int i = 1; i < argc && argv[i] != NULL && strcmp(argv[i], "--") != 0; i++) {
        const char *value = NULL;
        if (strcmp(argv[i], NAME) == 0 && i + 1 < argc)
            value = argv[i + 1];
        else if (strncmp(argv[i], NAME, n) == 0 && argv[i][n] == '=')
            value = argv[i] + n + 1;
        if (value != NULL)
            common->style.language = strcmp(value, "en") == 0 ? KHCT_EN : KHCT_VI;
    }
}

/* The language: Vietnamese unless the locale names another one. */
static khct_language language_of_locale(void)
{
    static const char *const NAMES[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
        const char *value = khct_variable(NAMES[i]);
        if (value != NULL && value[0] != '\0')
            return strncmp(value, "en", 2) == 0 ? KHCT_EN : KHCT_VI;
    }
    return KHCT_VI;
}

static bool colour_by_default(void)
{
    const char *no = khct_variable("NO_COLOR");
    return (no == NULL || no[0] == '\0') && khct_has_colours(STDERR_FILENO);
}

static khct_str command_names(char *room, size_t size)
{
    size_t n = 0;
    for (unsigned id = 0; id < KHCT_COMMAND_COUNT && n < size; id++)
        n += (size_t)snprintf(room + n, size - n, "%s%s", n == 0 ? "" : ", ", COMMANDS[id].name);
    return khct_str_of(room);
}

int main(int argc, char **argv)
{
    if (!khct_system_begin(&argc, &argv))
        return KHCT_EXIT_SYSTEM;
    khct_common common = {.command = KHCT_COMMAND_COUNT,
                          .today = KHCT_NO_DATE,
                          .jobs = 1,
                          .library_path = khct_variable("KHCT_PATH")};
    common.style.language = language_of_locale();
    common.style.colour = colour_by_default();
    common.style.terminal = khct_is_terminal(STDERR_FILENO);
    find_language(argc, argv, &common);
    int at = 1;
    while (at + 1 < argc && strcmp(argv[at], "--lang") == 0)
        at += 2;
    if (at >= argc)
        return khct_wrong_use(&common, "cần một lệnh; `khct --help` liệt kê các lệnh",
                              "a command is needed; `khct --help` lists them", NULL);
    if (strcmp(argv[at], "--help") == 0 || strcmp(argv[at], "-h") == 0)
        return khct_print_help(&common, KHCT_COMMAND_COUNT);
    if (strcmp(argv[at], "--version") == 0)
        return khct_print_version(&common);
    const char *own = common.library_path;
    if (own != NULL && own[0] != '\0' && !khct_is_folder(own)) /* else another law would hold */
        return khct_wrong_use(&common, "biến KHCT_PATH không phải là một thư mục",
                              "the variable KHCT_PATH is no folder", own);
    for (unsigned id = 0; id < KHCT_COMMAND_COUNT; id++)
        if (strcmp(COMMANDS[id].name, argv[at]) == 0) {
            common.command = id;
            int status = khct_take_options(argc - at, argv + at, &common);
            at += optind;
            return status >= 0 ? status : COMMANDS[id].run(argc - at, argv + at, &common);
        }
    if (argv[at][0] == '-')
        return khct_wrong_use(&common, "trước tên lệnh không có tùy chọn",
                              "before a command there is no option", argv[at]);
    char room[512];
    return khct_wrong_word(&common, "không có lệnh", "there is no command", argv[at],
                           command_names(room, sizeof room));
}

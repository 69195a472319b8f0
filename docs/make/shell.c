/* Prints what an installed khct is explained and completed by, from the rows of the options, the
 * commands, the codes and the vocabulary:
 *
 *     shell man|language vi|en      the manual pages khct(1), khct-language(5)
 *     shell bash|zsh|fish           completions
 *     shell page                    the page of the command line, in both languages
 */
#include "library/library.h"
#include "main/main.h"
#include "syntax/vocabulary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static khct_language language;

static const char *in(const char *vi, const char *en)
{
    return language == KHCT_VI ? vi : en;
}

/* --- the rows --- */

typedef struct command {
    const char *name, *operands[2], *help[2];
} command;

static const command COMMANDS[] = {
#define KHCT_COMMAND(id, name, operands_vi, operands_en, vi, en)                                   \
    {name, {operands_vi, operands_en}, {vi, en}},
#include "main/commands.def"
};

#define ON(id) (1u << KHCT_CMD_##id)
#define ALL ((1u << KHCT_COMMAND_COUNT) - 1)
static const khct_option OPTIONS[] = {
#define KHCT_OPTION(id, name, letter, commands, value_vi, value_en, choices, good_vi, good_en, vi, \
                    en)                                                                            \
    {name, letter, commands, {value_vi, value_en}, choices, {good_vi, good_en}, {vi, en}},
#include "main/options.def"
};

/* What may stand for a value or operand that no list of choices names. */
typedef enum values {
    FILES, /* any path */
    PLANS, /* files of plans, and folders */
    FOLDERS,
    FORMS,
    SCHOOLS,
    CATALOGUES,
    CODES,
    WARNINGS,
    NOTHING,
} values;

static values values_of(khct_option_id option)
{
    switch (option) {
    case KHCT_OPT_FORM: return FORMS;
    case KHCT_OPT_SCHOOL: return SCHOOLS;
    case KHCT_OPT_WARNING: return WARNINGS;
    case KHCT_OPT_ROOT: return FOLDERS;
    case KHCT_OPT_ON:
    case KHCT_OPT_JOBS: return NOTHING;
    default: return FILES;
    }
}

static values operands_of(khct_command_id id)
{
    switch (id) {
    case KHCT_CMD_danhmuc: return CATALOGUES;
    case KHCT_CMD_explain: return CODES;
    case KHCT_CMD_schema:
    case KHCT_CMD_lsp:
    case KHCT_CMD_git_setup: return NOTHING;
    default: return PLANS;
    }
}

/* The good values as a list, "a|b"; "" where they are none. */
static const char *choices_of(const khct_option *o)
{
    return strchr(o->value[KHCT_EN], '|') != NULL ? o->value[KHCT_EN] : o->choices;
}

static bool takes_value(const khct_option *o)
{
    return o->choices[0] != '\0' || o->value[0][0] != '\0';
}

static const char *const SCHOOL_TYPES[] = {"mamnon", "tieuhoc", "thcs", "thpt", "gdtx", NULL};

static khct_library *library;

/* The words that may stand there, parted by spaces. */
static void print_words(values kind)
{
    khct_arena *arena = library->arena;
    khct_strs list = {0};
    if (kind == FORMS)
        list = khct_library_list(library, arena, "mau");
    if (kind == CATALOGUES)
        list = khct_library_list(library, arena, "danhmuc");
    for (size_t i = 0; i < list.n; i++)
        printf("%s%.*s", i > 0 ? " " : "", KHCT_ARG(list.at[i]));
    for (size_t i = 0; kind == SCHOOLS && SCHOOL_TYPES[i] != NULL; i++)
        printf("%s%s", i > 0 ? " " : "", SCHOOL_TYPES[i]);
    if (kind == WARNINGS)
        printf("error no-error");
    for (unsigned code = 0; (kind == CODES || kind == WARNINGS) && code < KHCT_CODE_COUNT; code++) {
        const char *number = khct_code_at((khct_code)code)->number;
        printf("%sKH%s", code > 0 || kind == WARNINGS ? " " : "", number);
        if (kind == WARNINGS)
            printf(" no-KH%s error=KH%s", number, number);
    }
}

/* "html pdf docx" for "html|pdf|docx". */
static void print_choices(const char *choices)
{
    for (const char *c = choices; *c != '\0'; c++)
        putchar(*c == '|' ? ' ' : *c);
}

/* --- manual pages --- */

/* Text in a manual page: what the formatter would take for a command of its own is escaped; a line
 * may end after a bar, as lists of values have no spaces. */
static void roff(const char *text)
{
    bool begin = true;
    for (const char *c = text; *c != '\0'; c++) {
        if (begin && (*c == '.' || *c == '\''))
            printf("\\&");
        begin = *c == '\n';
        if (*c == '\\')
            printf("\\e");
        else if (*c == '-')
            printf("\\-");
        else if (*c == '|')
            printf("|\\:");
        else if (*c != '`')
            putchar(*c);
    }
}

static void section(const char *vi, const char *en)
{
    printf(".SH \"");
    roff(in(vi, en));
    printf("\"\n");
}

static void line(const char *vi, const char *en)
{
    roff(in(vi, en));
    putchar('\n');
}

static void print_option(const khct_option *o)
{
    printf(".TP\n.B ");
    if (o->letter != 0)
        printf("\\-%c", o->letter);
    if (o->letter != 0 && o->name[0] != '\0')
        printf(", ");
    if (o->name[0] != '\0') {
        printf("\\-\\-");
        roff(o->name);
    }
    if (takes_value(o)) {
        putchar(' ');
        roff(o->value[language][0] != '\0' ? o->value[language] : o->choices);
    }
    putchar('\n');
    roff(o->help[language]);
    if (o->good[language][0] != '\0') {
        printf(" (");
        roff(o->good[language]);
        putchar(')');
    }
    printf("\n");
}

static void print_options(unsigned commands, bool common)
{
    for (size_t i = 0; i < sizeof OPTIONS / sizeof OPTIONS[0]; i++)
        if ((OPTIONS[i].commands == ALL) == common && (OPTIONS[i].commands & commands) != 0)
            print_option(&OPTIONS[i]);
}

static void print_commands(void)
{
    for (unsigned i = 0; i < KHCT_COMMAND_COUNT; i++) {
        printf(".SS \"khct ");
        roff(COMMANDS[i].name);
        printf(" ");
        roff(COMMANDS[i].operands[language]);
        printf("\"\n");
        roff(COMMANDS[i].help[language]);
        printf("\n");
        print_options(1u << i, false);
    }
}

static void print_manual(void)
{
    printf(".\\\" -*- coding: utf-8 -*-\n.\\\" made from the options by docs/make/shell.c\n");
    printf(".TH KHCT 1 \"\" \"khct " KHCT_VERSION "\" \"khct\"\n");
    section("TÊN", "NAME");
    line("khct - biên dịch và kiểm tra kế hoạch cải tiến chất lượng giáo dục",
         "khct - compile and check plans to improve the quality of education");
    section("CÁCH DÙNG", "SYNOPSIS");
    printf(".B khct\n.I ");
    line("LỆNH", "COMMAND");
    printf(".RI [ ");
    line("TÙY_CHỌN ]", "OPTION ]");
    section("MÔ TẢ", "DESCRIPTION");
    line("khct đọc kế hoạch viết bằng chữ thuần (khct-language(5)), đối chiếu với danh mục tiêu "
         "chí, văn bản "
         "pháp luật và biểu mẫu, rồi làm ra trang web, PDF theo Nghị định 30/2020/NĐ-CP, bản Word "
         "và dữ liệu.",
         "khct reads plans written in plain text (khct-language(5)), holds them against the "
         "catalogue of "
         "criteria, the law and the form, and makes a page, a PDF after Decree 30/2020, a Word "
         "document "
         "and data of them.");
    section("LỆNH", "COMMANDS");
    print_commands();
    section("TÙY CHỌN CHUNG", "COMMON OPTIONS");
    print_options(ALL, true);
    section("TRẠNG THÁI KẾT THÚC", "EXIT STATUS");
    printf(".TP\n0\n");
    line("không có gì ở mức lỗi", "nothing at error level");
    printf(".TP\n1\n");
    line("kế hoạch có lỗi, hoặc tệp không phải kế hoạch; với diff: có khác",
         "errors in a plan, or a file that is none; of diff: there are differences");
    printf(".TP\n2\n");
    line("dùng sai lệnh", "wrong use");
    printf(".TP\n3\n");
    line("hệ thống không làm được: tệp, bộ nhớ, LaTeX", "the system failed: a file, memory, LaTeX");
    section("MÔI TRƯỜNG", "ENVIRONMENT");
    printf(".TP\n.B KHCT_PATH\n");
    line("thư mục có danh mục, văn bản, mẫu của riêng bạn",
         "a folder with catalogues, documents and forms of your own");
    printf(".TP\n.B NO_COLOR\n");
    line("nếu có thì không tô màu", "no colour where it is set");
    printf(".TP\n.BR LC_ALL \", \" LC_MESSAGES \", \" LANG\n");
    line("ngôn ngữ của thông báo, nếu không có --lang",
         "the language of the messages, without --lang");
    section("VÍ DỤ", "EXAMPLES");
    printf(".nf\n");
    roff("khct new --cap thcs ke-hoach.khct\nkhct check ke-hoach.khct\nkhct build ke-hoach.khct\n"
         "khct status --on 2026-12-31 ke-hoach.khct\n");
    printf(".fi\n");
    section("XEM THÊM", "SEE ALSO");
    printf(".BR khct\\-language (5)\n");
}

static void print_fields(khct_block block)
{
    size_t count;
    const khct_place *places = khct_places(&count);
    for (size_t i = 0; i < count; i++) {
        if (places[i].block != block)
            continue;
        const khct_keyword_row *row = khct_keyword_at(places[i].keyword);
        printf(".TP\n.B ");
        roff(row->unmarked);
        printf(" (");
        roff(row->marked);
        printf(")\n");
        roff(row->help[language]);
        printf("\n");
    }
}

static void print_language(void)
{
    printf(".\\\" -*- coding: utf-8 -*-\n.\\\" made from the vocabulary by docs/make/shell.c\n");
    printf(".TH KHCT\\-LANGUAGE 5 \"\" \"khct " KHCT_VERSION "\" \"khct\"\n");
    section("TÊN", "NAME");
    line("khct-language - ngôn ngữ của các kế hoạch cải tiến",
         "khct-language - the language of improvement plans");
    section("MÔ TẢ", "DESCRIPTION");
    line(
        "Một kế hoạch gồm các khai báo; mỗi khai báo có tiêu đề và một khối giữa < và >. Trong "
        "khối là các "
        "trường: từ khóa, giá trị, dấu chấm phẩy. Từ khóa viết không dấu (giaiphap) hay có dấu "
        "(giải pháp) "
        "đều được. Chú thích bắt đầu bằng # và một dấu cách.",
        "A plan is made of declarations: a heading and a block between < and >. A block holds "
        "fields: a "
        "keyword, a value, a semicolon. Keywords are written without marks (giaiphap) or with them "
        "(giải pháp). A comment begins with # and a space.");
    printf(".PP\n.nf\n");
    roff("tieuchi 1.7 muc 3 <\n  giaiphap  Bồi dưỡng chuyên môn cho giáo viên;\n  chutri    Hiệu "
         "trưởng;\n"
         "  thoigian  tháng 9/2026;\n>\n");
    printf(".fi\n");
    for (unsigned block = 0; block < KHCT_BLOCK_COUNT; block++) {
        size_t count, n = 0;
        const khct_place *places = khct_places(&count);
        for (size_t i = 0; i < count; i++)
            n += places[i].block == (khct_block)block;
        if (n == 0)
            continue;
        const khct_block_row *row = khct_block_at((khct_block)block);
        if (row->keyword == KHCT_KEYWORD_NONE) {
            section("KHAI BÁO", "DECLARATIONS");
        } else {
            printf(".SH \"");
            roff(khct_keyword_at(row->keyword)->unmarked);
            printf("\"\n");
        }
        print_fields((khct_block)block);
    }
    section("XEM THÊM", "SEE ALSO");
    printf(".BR khct (1)\n");
}

/* --- the reference page --- */

/* Text in a cell of a table in Markdown: a bar would end it. */
static void cell(const char *text)
{
    for (const char *c = text; *c != '\0'; c++)
        printf(*c == '|' ? "\\|" : "%c", *c);
}

static void print_page_option(const khct_option *o)
{
    const char *value = o->value[KHCT_VI][0] != '\0' ? o->value[KHCT_VI] : o->choices;
    printf("| `");
    if (o->letter != 0)
        printf("-%c%s", o->letter, o->name[0] != '\0' ? "`, `" : "");
    if (o->name[0] != '\0')
        printf("--%s", o->name);
    printf("%s", value[0] != '\0' ? " " : "");
    cell(value);
    printf("` | ");
    cell(o->help[KHCT_VI]);
    if (o->good[KHCT_VI][0] != '\0') {
        printf(" (");
        cell(o->good[KHCT_VI]);
        printf(")");
    }
    printf(" | ");
    cell(o->help[KHCT_EN]);
    printf(" |\n");
}

/* The options that these commands take and not all do, or those that all take. */
static void print_page_options(unsigned commands, bool common)
{
    bool any = false;
    for (size_t i = 0; i < sizeof OPTIONS / sizeof OPTIONS[0]; i++) {
        if ((OPTIONS[i].commands == ALL) != common || (OPTIONS[i].commands & commands) == 0)
            continue;
        if (!any)
            printf("\n| tùy chọn | nghĩa | meaning |\n|---|---|---|\n");
        any = true;
        print_page_option(&OPTIONS[i]);
    }
}

static void print_page(void)
{
    printf("# Dòng lệnh / The command line\n\nTrang này được tạo từ `src/main/commands.def` và "
           "`src/main/options.def` khi làm `make docs-html`. Tệp ra ở đâu: "
           "[outputs.md](outputs.md).\n\n*Made from the rows of commands and options.*\n");
    for (unsigned i = 0; i < KHCT_COMMAND_COUNT; i++) {
        const char *operands = COMMANDS[i].operands[KHCT_VI];
        printf("\n## khct %s\n\n`khct %s [TÙY CHỌN]%s%s`\n\n", COMMANDS[i].name, COMMANDS[i].name,
               operands[0] != '\0' ? " " : "", operands);
        printf("%s. *%s.*\n", COMMANDS[i].help[KHCT_VI], COMMANDS[i].help[KHCT_EN]);
        print_page_options(1u << i, false);
    }
    printf("\n## Tùy chọn chung\n");
    print_page_options(ALL, true);
    printf("\n## Trạng thái kết thúc\n\n| | | |\n|---|---|---|\n"
           "| 0 | không có gì ở mức lỗi | nothing at error level |\n"
           "| 1 | kế hoạch có lỗi, hoặc tệp không phải kế hoạch; với diff: có khác "
           "| errors in a plan, or a file that is none; of diff: there are differences |\n"
           "| 2 | dùng sai lệnh | wrong use |\n"
           "| 3 | hệ thống không làm được: tệp, bộ nhớ, LaTeX "
           "| the system failed: a file, memory, LaTeX |\n");
}

/* --- bash --- */

/* The options of a command as words. */
static void print_option_words(unsigned commands)
{
    bool first = true;
    for (size_t i = 0; i < sizeof OPTIONS / sizeof OPTIONS[0]; i++) {
        if (!(OPTIONS[i].commands & commands))
            continue;
        if (OPTIONS[i].name[0] != '\0')
            printf("%s--%s", first ? "" : " ", OPTIONS[i].name);
        else
            printf("%s-%c", first ? "" : " ", OPTIONS[i].letter);
        first = false;
    }
}

static void print_bash_values(values kind, const char *choices)
{
    if (choices[0] != '\0' || kind == FORMS || kind == SCHOOLS || kind == CATALOGUES ||
        kind == CODES || kind == WARNINGS) {
        printf("COMPREPLY=($(compgen -W \"");
        if (choices[0] != '\0')
            print_choices(choices);
        else
            print_words(kind);
        printf("\" -- \"$cur\"))");
    } else if (kind == FOLDERS) {
        printf("COMPREPLY=($(compgen -d -- \"$cur\")); compopt -o filenames");
    } else if (kind == PLANS) {
        printf(
            "COMPREPLY=($(compgen -f -X '!*.@(khct|json)' -- \"$cur\") $(compgen -d -- \"$cur\")); "
            "compopt -o filenames");
    } else if (kind == FILES) {
        printf("COMPREPLY=($(compgen -f -- \"$cur\")); compopt -o filenames");
    } else {
        printf("COMPREPLY=()");
    }
}

static void print_bash(void)
{
    printf("# bash completion of khct; made from its options\n_khct() {\n"
           "    shopt -q extglob || { shopt -s extglob; }\n"
           "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
           "    [ \"$cur\" = = ] && cur=\n"
           "    [ \"$prev\" = = ] && prev=${COMP_WORDS[COMP_CWORD-2]}\n"
           "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n        COMPREPLY=($(compgen -W \"");
    for (unsigned i = 0; i < KHCT_COMMAND_COUNT; i++)
        printf("%s%s", i > 0 ? " " : "", COMMANDS[i].name);
    printf("\" -- \"$cur\"))\n        return\n    fi\n    case ${COMP_WORDS[1]}:$prev in\n");
    for (unsigned c = 0; c < KHCT_COMMAND_COUNT; c++)
        for (size_t i = 0; i < sizeof OPTIONS / sizeof OPTIONS[0]; i++) {
            const khct_option *o = &OPTIONS[i];
            if (!(o->commands & 1u << c) || !takes_value(o))
                continue;
            printf("    %s:", COMMANDS[c].name);
            if (o->name[0] != '\0')
                printf("--%s", o->name);
            if (o->name[0] != '\0' && o->letter != 0)
                printf(" | %s:", COMMANDS[c].name);
            if (o->letter != 0)
                printf("-%c", o->letter);
            printf(") ");
            print_bash_values(values_of((khct_option_id)i), choices_of(o));
            printf("; return ;;\n");
        }
    printf("    esac\n    case $cur in\n    -*)\n        case ${COMP_WORDS[1]} in\n");
    for (unsigned c = 0; c < KHCT_COMMAND_COUNT; c++) {
        printf("        %s) COMPREPLY=($(compgen -W \"", COMMANDS[c].name);
        print_option_words(1u << c);
        printf("\" -- \"$cur\")) ;;\n");
    }
    printf("        esac\n        return\n        ;;\n    esac\n    case ${COMP_WORDS[1]} in\n");
    for (unsigned c = 0; c < KHCT_COMMAND_COUNT; c++) {
        printf("    %s) ", COMMANDS[c].name);
        print_bash_values(operands_of((khct_command_id)c), "");
        printf(" ;;\n");
    }
    printf("    esac\n}\ncomplete -F _khct khct\n");
}

/* --- zsh --- */

/* Text between single quotes of the shell, as a description. */
static void quoted(const char *text)
{
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '\'')
            printf("'\\''");
        else if (*c == '[' || *c == ']' || *c == ':')
            printf("\\%c", *c);
        else if (*c != '`')
            putchar(*c);
    }
}

static void print_zsh_values(values kind, const char *choices)
{
    if (choices[0] != '\0') {
        printf("(");
        print_choices(choices);
        printf(")");
    } else if (kind == FORMS || kind == SCHOOLS || kind == CATALOGUES || kind == CODES ||
               kind == WARNINGS) {
        printf("(");
        print_words(kind);
        printf(")");
    } else if (kind == FOLDERS) {
        printf("_files -/");
    } else if (kind == PLANS) {
        printf("_files -g \"*.(khct|json)\"");
    } else if (kind == FILES) {
        printf("_files");
    } else {
        printf(" ");
    }
}

static void print_zsh_option(size_t i)
{
    const khct_option *o = &OPTIONS[i];
    for (int form = 0; form < 2; form++) {
        if (form == 0 ? o->name[0] == '\0' : o->letter == 0)
            continue;
        printf("            '");
        if (form == 0)
            printf("--%s", o->name);
        else
            printf("-%c", o->letter);
        printf("[");
        quoted(o->help[KHCT_VI]);
        printf("]");
        if (takes_value(o)) {
            printf(":");
            quoted(o->value[KHCT_VI][0] != '\0' ? o->value[KHCT_VI] : "giá trị");
            printf(":");
            print_zsh_values(values_of((khct_option_id)i), choices_of(o));
        }
        printf("' \\\n");
    }
}

static void print_zsh(void)
{
    printf("#compdef khct\n# zsh completion of khct; made from its options\n_khct() {\n"
           "    local -a commands\n    commands=(\n");
    for (unsigned c = 0; c < KHCT_COMMAND_COUNT; c++) {
        printf("        '%s:", COMMANDS[c].name);
        quoted(COMMANDS[c].help[KHCT_VI]);
        printf("'\n");
    }
    printf("    )\n    if (( CURRENT == 2 )); then\n        _describe 'lệnh' commands\n        "
           "return\n"
           "    fi\n    local command=$words[2]\n    shift words\n    (( CURRENT-- ))\n"
           "    case $command in\n");
    for (unsigned c = 0; c < KHCT_COMMAND_COUNT; c++) {
        printf("    %s)\n        _arguments \\\n", COMMANDS[c].name);
        for (size_t i = 0; i < sizeof OPTIONS / sizeof OPTIONS[0]; i++)
            if (OPTIONS[i].commands & 1u << c)
                print_zsh_option(i);
        printf("            '*:");
        quoted(COMMANDS[c].operands[KHCT_VI][0] != '\0' ? "tệp" : "không có gì thêm");
        printf(":");
        print_zsh_values(operands_of((khct_command_id)c), "");
        printf("'\n        ;;\n");
    }
    printf("    esac\n}\n_khct \"$@\"\n");
}

/* --- fish --- */

static void fish_quoted(const char *text)
{
    putchar('\'');
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '\'' || *c == '\\')
            putchar('\\');
        if (*c != '`')
            putchar(*c);
    }
    putchar('\'');
}

static void print_fish_values(values kind, const char *choices)
{
    if (choices[0] != '\0' ||
        (kind != FILES && kind != PLANS && kind != FOLDERS && kind != NOTHING)) {
        printf(" -x -a '");
        if (choices[0] != '\0')
            print_choices(choices);
        else
            print_words(kind);
        printf("'");
    } else if (kind == FOLDERS) {
        printf(" -x -a '(__fish_complete_directories)'");
    } else {
        printf(kind == NOTHING ? " -x" : " -r");
    }
}

static void print_fish(void)
{
    printf("# fish completion of khct; made from its options\ncomplete -c khct -f\n");
    for (unsigned c = 0; c < KHCT_COMMAND_COUNT; c++) {
        printf("complete -c khct -n __fish_use_subcommand -a %s -d ", COMMANDS[c].name);
        fish_quoted(COMMANDS[c].help[KHCT_VI]);
        printf("\n");
        values kind = operands_of((khct_command_id)c);
        printf("complete -c khct -n '__fish_seen_subcommand_from %s'", COMMANDS[c].name);
        if (kind == PLANS) {
            printf(" -F\n");
        } else {
            print_fish_values(kind, "");
            printf("\n");
        }
        for (size_t i = 0; i < sizeof OPTIONS / sizeof OPTIONS[0]; i++) {
            const khct_option *o = &OPTIONS[i];
            if (!(o->commands & 1u << c))
                continue;
            printf("complete -c khct -n '__fish_seen_subcommand_from %s'", COMMANDS[c].name);
            if (o->name[0] != '\0')
                printf(" -l %s", o->name);
            if (o->letter != 0)
                printf(" -s %c", o->letter);
            if (takes_value(o))
                print_fish_values(values_of((khct_option_id)i), choices_of(o));
            printf(" -d ");
            fish_quoted(o->help[KHCT_VI]);
            printf("\n");
        }
    }
}

int main(int argc, char **argv)
{
    const char *what = argc > 1 ? argv[1] : "";
    language = argc > 2 && strcmp(argv[2], "en") == 0 ? KHCT_EN : KHCT_VI;
    library = khct_library_new(NULL);
    if (library == NULL)
        return 1;
    if (strcmp(what, "man") == 0)
        print_manual();
    else if (strcmp(what, "language") == 0)
        print_language();
    else if (strcmp(what, "page") == 0)
        print_page();
    else if (strcmp(what, "bash") == 0)
        print_bash();
    else if (strcmp(what, "zsh") == 0)
        print_zsh();
    else if (strcmp(what, "fish") == 0)
        print_fish();
    else
        return 2;
    khct_library_free(library);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}

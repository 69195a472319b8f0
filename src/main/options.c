/* The options: rows of a table, read by getopt, shown by the help. */
#include "main/main.h"

#include "emit/json/shape.h"
#include "library/embedded.h"

#include "text/files.h"
#include "text/utf8.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const khct_option OPTIONS[] = {
#define ON(id) (1u << KHCT_CMD_##id)
#define ALL KHCT_ALL_COMMANDS
#define KHCT_OPTION(id, name, letter, commands, value_vi, value_en, choices, good_vi, good_en, vi, \
                    en)                                                                            \
    {name, letter, commands, {value_vi, value_en}, choices, {good_vi, good_en}, {vi, en}},
#include "main/options.def"
#undef ON
#undef ALL
};

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* -W: CODE, no-CODE, error=CODE, error, no-error. */
static bool take_warning(khct_common *common, const char *value)
{
    bool error = is(value, "error"), no_error = is(value, "no-error");
    if (error || no_error) {
        for (unsigned code = 0; code < KHCT_CODE_COUNT; code++) {
            khct_severity severity = khct_code_at((khct_code)code)->severity;
            if (error && severity == KHCT_WARNING && common->switches[code] == KHCT_AS_TABLE)
                common->switches[code] = KHCT_AS_ERROR;
            if (no_error && severity == KHCT_SIGNED)
                common->switches[code] = KHCT_AS_WARNING;
        }
        return true;
    }
    uint8_t way = KHCT_ON;
    if (strncmp(value, "no-", 3) == 0) {
        way = KHCT_OFF;
        value += 3;
    } else if (strncmp(value, "error=", 6) == 0) {
        way = KHCT_AS_ERROR;
        value += 6;
    }
    khct_code code = khct_code_find(khct_str_of(value));
    if (code == KHCT_CODE_COUNT)
        return false;
    common->switches[code] = way;
    return true;
}

/* 2026-11-22, 22/11/2026 or 22-11-2026. */
static bool take_day(khct_common *common, const char *value)
{
    unsigned year, month, day;
    char end;
    if (sscanf(value, "%4u-%2u-%2u%c", &year, &month, &day, &end) != 3 &&
        sscanf(value, "%2u/%2u/%4u%c", &day, &month, &year, &end) != 3 &&
        sscanf(value, "%2u-%2u-%4u%c", &day, &month, &year, &end) != 3)
        return false;
    if (!khct_date_exists(year, month, day))
        return false;
    common->today = khct_date_of((int)year, (int)month, (int)day);
    return true;
}

static bool take_jobs(khct_common *common, const char *value)
{
    char *end;
    errno = 0;
    unsigned long jobs = strtoul(value, &end, 10);
    if (errno != 0 || *end != '\0' || jobs < 1 || jobs > 256)
        return false;
    common->jobs = (unsigned)jobs;
    return true;
}

/* An option that says the same in all commands that take it. */
static bool take(khct_common *common, khct_option_id option, const char *value)
{
    switch (option) {
    case KHCT_OPT_LANG: common->style.language = is(value, "en") ? KHCT_EN : KHCT_VI; break;
    case KHCT_OPT_COLOUR:
        if (!is(value, "auto"))
            common->style.colour = is(value, "always");
        break;
    case KHCT_OPT_FORMAT:
    case KHCT_OPT_RATING_FORMAT:
        common->format = is(value, "json")    ? KHCT_FORMAT_JSON
                         : is(value, "sarif") ? KHCT_FORMAT_SARIF
                         : is(value, "junit") ? KHCT_FORMAT_JUNIT
                                              : KHCT_FORMAT_TEXT;
        break;
    case KHCT_OPT_ON: return take_day(common, value);
    case KHCT_OPT_ROOT: common->root = value; return khct_is_folder(value);
    case KHCT_OPT_WARNING: return take_warning(common, value);
    case KHCT_OPT_JOBS: return take_jobs(common, value);
    case KHCT_OPT_QUIET: common->quiet = true; break;
    default: break;
    }
    return true;
}

/* --- the rows as getopt wants them --- */

enum { LONG = 1000 }; /* what getopt gives for a long option: LONG + its row */

static bool has_value(const khct_option *option)
{
    return option->value[0][0] != '\0' || option->choices[0] != '\0';
}

static bool is_taken(khct_option_id id, unsigned command)
{
    return (OPTIONS[id].commands >> command & 1) != 0;
}

typedef struct accepted {
    struct option names[KHCT_OPTION_COUNT + 1];
    char letters[2 * KHCT_OPTION_COUNT + 2];
} accepted;

static accepted accepted_by(unsigned command)
{
    accepted a = {0};
    size_t names = 0, letters = 0;
    a.letters[letters++] = ':'; /* a missing value is told from an unknown option */
    for (unsigned id = 0; id < KHCT_OPTION_COUNT; id++) {
        const khct_option *option = &OPTIONS[id];
        if (!is_taken(id, command))
            continue;
        if (option->name[0] != '\0')
            a.names[names++] =
                (struct option){option->name, has_value(option) ? required_argument : no_argument,
                                NULL, LONG + (int)id};
        if (option->letter == 0)
            continue;
        a.letters[letters++] = option->letter;
        if (has_value(option))
            a.letters[letters++] = ':';
    }
    return a;
}

static khct_option_id row_of(int got, unsigned command)
{
    if (got >= LONG)
        return (khct_option_id)(got - LONG);
    unsigned id = 0;
    while (id < KHCT_OPTION_COUNT && !(is_taken(id, command) && OPTIONS[id].letter == got))
        id++;
    return (khct_option_id)id;
}

/* True where the value is one of "a|b|c". */
static bool is_choice(const char *choices, const char *value)
{
    size_t n = strlen(value);
    for (const char *c = choices; *c != '\0'; c += *c == '|') {
        size_t length = strcspn(c, "|");
        if (length == n && n > 0 && memcmp(c, value, n) == 0)
            return true;
        c += length;
    }
    return false;
}

/* --- help --- */

/* The first column: "  -t html|pdf", at least WIDTH cells wide. */
static void print_left(khct_out *out, const khct_option *option, khct_language language)
{
    enum { WIDTH = 28, MOST = 160 };
    char text[MOST];
    const char *value = option->choices[0] != '\0' ? option->choices : option->value[language];
    char letter[] = {'-', option->letter, '\0'};
    bool both = option->letter != 0 && option->name[0] != '\0';
    snprintf(text, sizeof text, "%s%s%s%s%s%s", option->letter != 0 ? letter : "", both ? ", " : "",
             option->name[0] != '\0' ? "--" : "", option->name, value[0] != '\0' ? " " : "", value);
    int cells = (int)khct_utf8_cells(khct_str_of(text), 0);
    khct_out_format(out, "  %s", text);
    khct_out_format(out, cells >= WIDTH ? "\n  %*s" : "%*s", cells >= WIDTH ? WIDTH : WIDTH - cells,
                    "");
}

static void print_options(khct_out *out, khct_language language, unsigned command, bool common)
{
    for (unsigned id = 0; id < KHCT_OPTION_COUNT; id++) {
        bool is_common = OPTIONS[id].commands == KHCT_ALL_COMMANDS;
        if (is_common != common || !(common || is_taken(id, command)))
            continue;
        print_left(out, &OPTIONS[id], language);
        KHCT_OUT(out, OPTIONS[id].help[language], "\n");
    }
}

static bool has_options(unsigned command)
{
    for (unsigned id = 0; id < KHCT_OPTION_COUNT; id++)
        if (OPTIONS[id].commands != KHCT_ALL_COMMANDS && is_taken(id, command))
            return true;
    return false;
}

static void print_commands(khct_out *out, khct_language language)
{
    khct_out_format(
        out,
        language == KHCT_VI
            ? "khct %s: ngôn ngữ và trình biên dịch cho kế hoạch cải tiến chất lượng giáo dục\n\n"
              "Cách dùng: khct LỆNH [TÙY CHỌN] TỆP...\n\n"
            : "khct %s: a language and compiler for a school's quality-improvement plan\n\n"
              "Usage: khct COMMAND [OPTIONS] FILE...\n\n",
        KHCT_VERSION);
    for (unsigned id = 0; id < KHCT_COMMAND_COUNT; id++)
        khct_out_format(out, "  %-10s %s\n", khct_command_at(id)->name,
                        khct_command_at(id)->help[language]);
}

int khct_print_version(const khct_common *common)
{
    khct_out out;
    khct_out_to_fd(&out, STDOUT_FILENO);
    khct_out_format(&out,
                    common->style.language == KHCT_VI ? "khct %s (JSON %s, thư viện %s)\n"
                                                      : "khct %s (JSON %s, library %s)\n",
                    KHCT_VERSION, KHCT_JSON_VERSION, KHCT_LIBRARY_VERSION);
    return khct_finish_output(&out, common, KHCT_EXIT_FINE);
}

int khct_print_help(const khct_common *common, khct_command_id id)
{
    khct_language language = common->style.language;
    khct_out out;
    khct_out_to_fd(&out, STDOUT_FILENO);
    if (id == KHCT_COMMAND_COUNT) {
        print_commands(&out, language);
    } else {
        const khct_command *command = khct_command_at(id);
        khct_out_format(&out,
                        language == KHCT_VI ? "Cách dùng: khct %s [TÙY CHỌN] %s\n  %s\n"
                                            : "Usage: khct %s [OPTIONS] %s\n  %s\n",
                        command->name, command->operands[language], command->help[language]);
        if (has_options(id)) {
            khct_out_cstr(&out, language == KHCT_VI ? "\nTùy chọn của lệnh:\n" : "\nOptions:\n");
            print_options(&out, language, id, false);
        }
    }
    khct_out_cstr(&out, language == KHCT_VI ? "\nTùy chọn chung:\n" : "\nCommon options:\n");
    print_options(&out, language, id, true);
    return khct_finish_output(&out, common, KHCT_EXIT_FINE);
}

/* --- reading --- */

/* "text, json, sarif" */
static khct_str good_values(khct_option_id id, khct_language language, char *room, size_t size)
{
    size_t n = 0;
    for (const char *c = OPTIONS[id].choices; *c != '\0' && n + 3 < size; c++) {
        room[n++] = *c == '|' ? ',' : *c;
        if (*c == '|')
            room[n++] = ' ';
    }
    return n > 0 ? (khct_str){room, n} : khct_str_of(OPTIONS[id].good[language]);
}

static int refuse(const khct_common *common, khct_option_id id, const char *value)
{
    char room[256];
    return khct_wrong_value(common, id, value,
                            good_values(id, common->style.language, room, sizeof room));
}

/* An option's value that is the name of a file or folder. */
static bool is_path(const khct_option *option)
{
    const char *value = option->value[KHCT_EN];
    return strncmp(value, "FILE", 4) == 0 || strncmp(value, "DIR", 3) == 0 ||
           strcmp(value, "OUT") == 0;
}

/* By the row, not by what was typed: C libraries leave optind at different words here. */
static int lacks_value(const khct_common *common, khct_option_id id, int got)
{
    char room[256], given[64];
    if (got >= LONG)
        snprintf(given, sizeof given, "--%s", OPTIONS[id].name);
    else
        snprintf(given, sizeof given, "-%c", got);
    return khct_wrong_word(common, "thiếu giá trị cho tùy chọn",
                           "a value is missing for the option", given,
                           good_values(id, common->style.language, room, sizeof room));
}

int khct_take_options(int argc, char **argv, khct_common *common)
{
    accepted a = accepted_by(common->command);
    int got, turn = 0;
    optind = 1;
    opterr = 0;
    while ((got = getopt_long(argc, argv, a.letters, a.names, NULL)) != -1) {
        const char *given = optind > 0 && optind <= argc ? argv[optind - 1] : "";
        if (got == '?')
            return khct_wrong_use(common, "lệnh này không có tùy chọn",
                                  "this command does not have the option", given);
        khct_option_id id = row_of(got == ':' ? optopt : got, common->command);
        if (got == ':')
            return lacks_value(common, id, optopt);
        if (id == KHCT_OPT_HELP)
            return khct_print_help(common, common->command);
        if (id == KHCT_OPT_VERSION)
            return khct_print_version(common);
        const khct_option *option = &OPTIONS[id];
        bool fine = option->choices[0] == '\0' || is_choice(option->choices, optarg);
        if (is_path(option)) {
            khct_path_spell(optarg);
            fine = optarg[0] != '\0'; /* a variable that is not set must not stand for a name */
        }
        if (!fine || !take(common, id, optarg))
            return refuse(common, id, optarg);
        common->given[id] = (khct_given_option){has_value(option) ? optarg : "", ++turn};
    }
    for (int i = optind; i < argc; i++) /* what are no files are words without folders */
        khct_path_spell(argv[i]);
    return -1;
}

/* --- wrong use --- */

static void put_quoted(khct_out *out, const char *detail)
{
    khct_str part = khct_quoted_part(khct_str_of(detail));
    KHCT_SHOW(out, " `", part, detail[part.n] == '\0' ? "`" : "…`");
}

/* "Xem: khct check --help" */
static void put_see(khct_out *out, const khct_common *common)
{
    khct_out_cstr(out, common->style.language == KHCT_VI ? "\nXem: khct " : "\nSee: khct ");
    if (common->command < KHCT_COMMAND_COUNT)
        KHCT_OUT(out, khct_command_at(common->command)->name, " ");
    khct_out_cstr(out, "--help\n");
}

int khct_wrong_word(const khct_common *common, const char *vi, const char *en, const char *word,
                    khct_str good)
{
    bool vietnamese = common->style.language == KHCT_VI;
    khct_out out;
    khct_out_to_fd(&out, STDERR_FILENO);
    KHCT_OUT(&out, "khct: ", vietnamese ? vi : en);
    if (word != NULL)
        put_quoted(&out, word);
    if (good.n > 0)
        KHCT_SHOW(&out, vietnamese ? "; dùng được: " : "; good ones: ", good);
    put_see(&out, common);
    return khct_out_finish(&out) == 0 ? KHCT_EXIT_USE : KHCT_EXIT_SYSTEM;
}

int khct_wrong_use(const khct_common *common, const char *vi, const char *en, const char *detail)
{
    return khct_wrong_word(common, vi, en, detail, KHCT_STR(""));
}

int khct_wrong_value(const khct_common *common, khct_option_id id, const char *value, khct_str good)
{
    const khct_option *option = &OPTIONS[id];
    bool vi = common->style.language == KHCT_VI;
    khct_out out;
    khct_out_to_fd(&out, STDERR_FILENO);
    KHCT_OUT(&out, vi ? "khct: tùy chọn `" : "khct: the option `",
             option->name[0] != '\0' ? "--" : "-");
    if (option->name[0] != '\0')
        khct_out_cstr(&out, option->name);
    else
        khct_out_char(&out, option->letter);
    khct_out_cstr(&out, vi ? "` không nhận giá trị" : "` does not take the value");
    put_quoted(&out, value);
    if (good.n > 0)
        KHCT_SHOW(&out, vi ? "; giá trị dùng được: " : "; good values: ", good);
    put_see(&out, common);
    return khct_out_finish(&out) == 0 ? KHCT_EXIT_USE : KHCT_EXIT_SYSTEM;
}

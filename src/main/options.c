/* The options that every sub-command takes. */
#include "main/main.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LANG = 1000, COLOUR, FORMAT, ON, ROOT, VERSION, HELP };

static const struct option COMMON[] = {
    {"lang", required_argument, NULL, LANG},     {"color", required_argument, NULL, COLOUR},
    {"format", required_argument, NULL, FORMAT}, {"on", required_argument, NULL, ON},
    {"root", required_argument, NULL, ROOT},     {"version", no_argument, NULL, VERSION},
    {"help", no_argument, NULL, HELP},           {NULL, 0, NULL, 0},
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

/* An empty name (a variable that is not set) must not stand for every directory. */
static bool is_directory(const char *path)
{
    struct stat status;
    return path[0] != '\0' && stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool take_common(khct_common *common, int option, const char *value)
{
    switch (option) {
    case LANG:
        common->style.language = is(value, "en") ? KHCT_EN : KHCT_VI;
        return is(value, "en") || is(value, "vi");
    case COLOUR:
        if (!is(value, "auto"))
            common->style.colour = is(value, "always");
        return is(value, "auto") || is(value, "always") || is(value, "never");
    case FORMAT:
        common->format = is(value, "json")    ? KHCT_FORMAT_JSON
                         : is(value, "sarif") ? KHCT_FORMAT_SARIF
                                              : KHCT_FORMAT_TEXT;
        return is(value, "text") || is(value, "json") || is(value, "sarif");
    case ON: return take_day(common, value);
    case ROOT: common->root = value; return is_directory(value);
    case 'W': return take_warning(common, value);
    case 'j': return take_jobs(common, value);
    case 'q': common->quiet = true; return true;
    default: return false;
    }
}

static int print_usage(const khct_common *common, const char *name)
{
    for (const khct_command *c = khct_commands(); c->name != NULL; c++)
        if (is(c->name, name))
            printf("khct %s %s\n  %s\n", c->name, c->usage, c->help[common->style.language]);
    printf(common->style.language == KHCT_VI ? "Tùy chọn chung: khct --help\n"
                                             : "Common options: khct --help\n");
    return fflush(stdout) == 0 ? KHCT_EXIT_FINE : KHCT_EXIT_SYSTEM;
}

int khct_take_options(int argc, char **argv, khct_common *common, const struct option *own,
                      const char *letters,
                      bool (*take)(int option, const char *value, void *context), void *context)
{
    enum { MOST = 32 };
    struct option all[MOST];
    char all_letters[64];
    size_t n = 0;
    for (; COMMON[n].name != NULL; n++)
        all[n] = COMMON[n];
    for (size_t i = 0; own != NULL && own[i].name != NULL && n + 1 < MOST; i++)
        all[n++] = own[i];
    all[n] = (struct option){NULL, 0, NULL, 0};
    snprintf(all_letters, sizeof all_letters, ":W:j:qh%s", letters == NULL ? "" : letters);
    int option;
    optind = 1;
    opterr = 0;
    while ((option = getopt_long(argc, argv, all_letters, all, NULL)) != -1) {
        if (option == HELP || option == 'h')
            return print_usage(common, argv[0]);
        if (option == VERSION) {
            printf("khct %s\n", KHCT_VERSION);
            return KHCT_EXIT_FINE;
        }
        const char *given = optind > 0 && optind <= argc ? argv[optind - 1] : "";
        if (option == '?')
            return khct_wrong_use(common, "không có tùy chọn", "there is no option", given);
        if (option == ':')
            return khct_wrong_use(common, "tùy chọn này cần một giá trị",
                                  "this option needs a value", given);
        bool fine = take_common(common, option, optarg);
        if (!fine && take != NULL && option != LANG && option != COLOUR && option != FORMAT &&
            option != ON && option != ROOT && option != 'W' && option != 'j')
            fine = take(option, optarg, context);
        if (!fine)
            return khct_wrong_use(common, "giá trị không dùng được", "this value cannot be used",
                                  optarg == NULL ? given : optarg);
    }
    return -1;
}

int khct_wrong_use(const khct_common *common, const char *vi, const char *en, const char *detail)
{
    khct_out out;
    khct_out_to_fd(&out, STDERR_FILENO);
    khct_out_cstr(&out, "khct: ");
    khct_out_cstr(&out, common->style.language == KHCT_VI ? vi : en);
    if (detail != NULL) {
        khct_out_cstr(&out, " `");
        khct_str part = khct_quoted_part(khct_str_of(detail));
        khct_out_terminal(&out, part);
        khct_out_cstr(&out, detail[part.n] == '\0' ? "`" : "…`");
    }
    khct_out_cstr(&out, common->style.language == KHCT_VI ? "\nXem: khct --help\n"
                                                          : "\nSee: khct --help\n");
    khct_out_finish(&out);
    return KHCT_EXIT_USE;
}

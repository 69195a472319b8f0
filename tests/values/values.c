/* Reads every phrase of the tables and holds its meaning against what the table says; README.md
 * tells the columns. */
#include "values.h"

#include <stdlib.h>

static const struct {
    const char *name;
    values_meaning *meaning;
    bool mutated; /* a foreign word is put into every place; in people and titles it is one more
                     word of a name */
} TYPES[] = {
    {"money", values_money, true},
    {"time", values_time, true},
    {"people", values_people, false},
    {"citations", values_citations, false},
};

enum { TYPE_COUNT = sizeof TYPES / sizeof *TYPES, COLUMNS = 5 };

typedef enum verdict {
    RIGHT,
    TEXT,
    PART,
    MISSED,
    WRONG_NOTED,
    WRONG,
    FALSE_ERROR,
    VERDICTS,
} verdict;

static const char *const VERDICT_NAMES[VERDICTS] = {"right",        "text",  "part",       "missed",
                                                    "wrong, noted", "wrong", "false error"};

typedef struct tally {
    int count[VERDICTS], public[VERDICTS], changed, mutated;
} tally;

/* The columns of a line; it is cut in place. */
static bool take_columns(char *line, char *columns[COLUMNS])
{
    size_t n = 0;
    for (char *p = line; p != NULL && n < COLUMNS; n++) {
        columns[n] = p;
        p = strchr(p, '\t');
        if (p != NULL)
            *p++ = '\0';
    }
    if (n > 0)
        columns[n - 1][strcspn(columns[n - 1], "\n")] = '\0';
    for (; n < COLUMNS; n++)
        columns[n] = line + strlen(line);
    return columns[0][0] != '\0' && strcmp(columns[0], "phrase") != 0;
}

/* `\n` and `\t` of a phrase. */
static void resolve(char *phrase)
{
    char *out = phrase;
    for (const char *p = phrase; *p != '\0'; p++) {
        bool escape = p[0] == '\\' && (p[1] == 'n' || p[1] == 't');
        *out++ = escape ? (p[1] == 'n' ? '\n' : '\t') : *p;
        p += escape;
    }
    *out = '\0';
}

/* True where `read`, or its part before what is not understood, is one of the readings. */
static bool is_one_of(const char *readings, const char *read, bool part)
{
    static const char between[] = " ‖ ";
    const char *rest = part ? strstr(read, " + ") : NULL;
    size_t n = rest == NULL ? strlen(read) : (size_t)(rest - read);
    if (part && rest == NULL)
        return false;
    for (const char *p = readings; p != NULL;) {
        const char *end = strstr(p, between);
        size_t length = end == NULL ? strlen(p) : (size_t)(end - p);
        if (length == n && strncmp(p, read, n) == 0)
            return true;
        p = end == NULL ? NULL : end + strlen(between);
    }
    return false;
}

static bool has_error(const desk *d)
{
    for (size_t i = 0; i < d->diags.list.n; i++)
        switch (khct_code_at(d->diags.list.at[i]->code)->severity) {
        case KHCT_ERROR:
        case KHCT_SIGNED: return true;
        default: break;
        }
    return false;
}

static verdict judge(const desk *d, const char *right, const char *read)
{
    bool error = strncmp(right, "error", 5) == 0;
    if (has_error(d) != error)
        return error ? WRONG : FALSE_ERROR;
    if (error)
        return strcmp(read, "text") == 0 || is_one_of(right + strcspn(right, " ") + 1, read, false)
                   ? RIGHT
                   : WRONG_NOTED;
    if (is_one_of(right, read, false))
        return strcmp(read, "text") == 0 ? TEXT : RIGHT;
    if (is_one_of(right, read, true))
        return PART;
    if (strcmp(read, "text") == 0)
        return MISSED;
    return d->diags.list.n > 0 ? WRONG_NOTED : WRONG;
}

/* True where every token of `read`, up to what is not understood, is one of the phrase's own. Sums
 * are another's when a part is left out, which they say themselves. Brackets may part the words of
 * a name: of `numbers` only, those are looked at. */
static bool is_still_true(const char *read, const char *whole, bool numbers)
{
    char token[256];
    const char *rest = strstr(read, " + ");
    for (const char *p = read; *p != '\0' && (rest == NULL || p < rest);) {
        size_t n = strcspn(p, " "), bracket = p[0] == '[';
        snprintf(token, sizeof token, "%.*s", (int)(n - bracket), p + bracket);
        token[strcspn(token, "]")] = '\0';
        if (strcmp(token, "=") == 0 || token[0] == '(')
            return true;
        bool looked_at =
            numbers ? strpbrk(token, "0123456789") != NULL : strcmp(token, "text") != 0;
        if (looked_at && strstr(whole, token) == NULL)
            return false;
        p += n + strspn(p + n, " ");
    }
    return true;
}

/* What is put into every place of a phrase: words that no table has. The first always, all of them
 * with --deep. */
static const char *const FOREIGN[] = {"zeta", "Zeta",  "ZT",    "zeta kappa",
                                      "zêta", "zeta/", "(zeta)"};

enum { FOREIGN_COUNT = sizeof FOREIGN / sizeof *FOREIGN };

static size_t foreign_words = 1;

/* Puts a word that no table has into every place of a phrase: what is still read must still be
 * true. The number of readings that are not. */
static int mutate(desk *d, size_t type, const char *phrase, const char *whole, const char *word)
{
    char text[4096];
    int wrong = 0;
    size_t n = strlen(phrase);
    for (size_t i = 0; i <= n; i++) {
        if (i == 0 && word[0] == '(') /* a list mark begins a value, or is none */
            continue;
        /* what stands before a colon is a label, whatever its words */
        if ((i > 0 && i < n && phrase[i] != ' ') || phrase[i + strcspn(phrase + i, ":,;.(")] == ':')
            continue;
        snprintf(text, sizeof text, "%.*s %s %s", (int)i, phrase, word, phrase + i);
        const char *read = TYPES[type].meaning(d, desk_put(d, text[0] == ' ' ? text + 1 : text));
        if (is_still_true(read, whole, word[0] == '('))
            continue;
        printf("%s: %s\n  reads  %s\n  but without the foreign word  %s\n", TYPES[type].name, text,
               read, whole);
        wrong++;
    }
    return wrong;
}

static void read_row(desk *d, size_t type, char *columns[COLUMNS], tally *t, FILE *out)
{
    char *phrase = khct_cstr(d->arena, khct_str_of(columns[0]));
    resolve(phrase);
    const char *read = TYPES[type].meaning(d, desk_put(d, phrase)), *codes = desk_codes(d);
    verdict v = judge(d, columns[2], read);
    bool mutated = out == NULL && TYPES[type].mutated && strcmp(read, "text") != 0;
    for (size_t i = 0; mutated && i < foreign_words; i++)
        t->mutated += mutate(d, type, phrase, read, FOREIGN[i]);
    const char *stated = strcmp(columns[3], "=") == 0 ? columns[2] : columns[3];
    bool changed = strcmp(stated, read) != 0 || strcmp(columns[4], codes) != 0;
    t->count[v]++;
    t->public[v] += strcmp(columns[1], "public") == 0;
    t->changed += changed;
    if (out != NULL)
        fprintf(out, "%s\t%s\t%s\t%s\t%s\n", columns[0], columns[1], columns[2],
                strcmp(read, columns[2]) == 0 ? "=" : read, codes);
    else if (changed || v >= WRONG_NOTED)
        printf("%s: %s\n  reads  %s  %s\n  table  %s  %s\n  right  %s  (%s)\n", TYPES[type].name,
               columns[0], read, codes, stated, columns[4], columns[2], VERDICT_NAMES[v]);
}

static tally read_table(const char *folder, size_t type, bool write)
{
    char path[512], next[520], line[4096];
    char *columns[COLUMNS];
    tally t = {0};
    snprintf(path, sizeof path, "%s/%s.tsv", folder, TYPES[type].name);
    snprintf(next, sizeof next, "%s.new", path);
    FILE *in = fopen(path, "r"), *out = write ? fopen(next, "w") : NULL;
    assert_non_null(in);
    desk *d = desk_new();
    while (fgets(line, sizeof line, in) != NULL) {
        if (out != NULL && strncmp(line, "phrase\t", 7) == 0)
            fputs(line, out);
        if (take_columns(line, columns))
            read_row(d, type, columns, &t, out);
    }
    desk_free(d);
    fclose(in);
    if (out != NULL && fclose(out) == 0)
        rename(next, path);
    return t;
}

static void print_row(const char *name, const int count[VERDICTS])
{
    int all = 0, good = 0;
    for (size_t v = 0; v < VERDICTS; v++)
        all += count[v];
    good = count[RIGHT] + count[TEXT];
    printf("%-16s", name);
    for (size_t v = 0; v < VERDICTS; v++)
        printf("%14d", count[v]);
    printf("%10d%8.1f%%\n", all, all == 0 ? 100.0 : 100.0 * good / all);
}

int main(int count, char **arguments)
{
    const char *folder = count > 1 && arguments[1][0] != '-' ? arguments[1] : "tests/values";
    bool write = count > 1 && strcmp(arguments[count - 1], "--write") == 0;
    if (count > 1 && strcmp(arguments[count - 1], "--deep") == 0)
        foreign_words = FOREIGN_COUNT;
    tally tallies[TYPE_COUNT];
    int bad = 0;
    for (size_t i = 0; i < TYPE_COUNT; i++)
        tallies[i] = read_table(folder, i, write);
    printf("%-16s", "");
    for (size_t v = 0; v < VERDICTS; v++)
        printf("%14s", VERDICT_NAMES[v]);
    printf("%10s%9s\n", "all", "right");
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        char name[32];
        snprintf(name, sizeof name, "%s, public", TYPES[i].name);
        print_row(TYPES[i].name, tallies[i].count);
        print_row(name, tallies[i].public);
        bad += tallies[i].changed + tallies[i].mutated;
        for (size_t v = WRONG_NOTED; v < VERDICTS; v++)
            bad += tallies[i].count[v];
    }
    if (bad > 0 && !write)
        printf(
            "Where a reading is right now: the column `right` by hand, then `%s --write`, and read "
            "the diff (tests/values/README.md).\n",
            arguments[0]);
    return bad > 0 && !write ? 1 : 0;
}

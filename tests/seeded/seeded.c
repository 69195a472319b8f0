/* Mistakes put into the examples, one at a time: each must be found with its code on its line. And
 * what must stay silent: the examples as they are, and a list of ordinary words and foreign names.
 *
 *     seeded [-p] EXAMPLES MISTAKES WORDS
 *
 * -p: prints docs/accuracy.md. */
#include "compile/compile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 4096, FAMILIES = 10 };

typedef struct mistake {
    char code[8], file[128];
    char from[LONGEST], to[LONGEST], anchor[LONGEST];
} mistake;

typedef struct text {
    char *bytes;
    size_t n;
} text;

static void die(const char *what, const char *which)
{
    fprintf(stderr, "%s: %s\n", which, what);
    exit(3);
}

static text read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        die("cannot be opened", path);
    text t = {malloc(1u << 20), 0};
    if (t.bytes == NULL)
        die("no memory", path);
    t.n = fread(t.bytes, 1, (1u << 20) - 1, file);
    t.bytes[t.n] = '\0';
    fclose(file);
    return t;
}

/* --- the list --- */

/* Adds a line, its \xHH resolved, to what is joined by line ends. */
static void add_line(char *into, const char *line, bool first)
{
    size_t n = strlen(into);
    if (!first)
        into[n++] = '\n';
    while (*line != '\0') {
        if (n + 2 >= LONGEST)
            die("too long", line);
        if (line[0] == '\\' && line[1] == 'x' && line[2] != '\0' && line[3] != '\0') {
            char hex[3] = {line[2], line[3], '\0'};
            into[n++] = (char)strtol(hex, NULL, 16);
            line += 4;
        } else {
            into[n++] = *line++;
        }
    }
    into[n] = '\0';
}

/* The next block of the list; false at its end. */
static bool next_mistake(FILE *list, mistake *m)
{
    char line[1024];
    size_t from = 0, to = 0;
    memset(m, 0, sizeof *m);
    while (fgets(line, sizeof line, list) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        const char *rest = line[0] != '\0' && line[1] == ' ' ? line + 2 : line + (line[0] != '\0');
        if (line[0] == '#')
            continue;
        if (line[0] == '\0' && m->code[0] != '\0')
            return true;
        if (strncmp(line, "KH", 2) == 0)
            sscanf(line, "%7s %127s", m->code, m->file);
        else if (line[0] == '-')
            add_line(m->from, rest, from++ == 0);
        else if (line[0] == '+')
            add_line(m->to, rest, to++ == 0);
        else if (line[0] == '@')
            add_line(m->anchor, rest, true);
    }
    return m->code[0] != '\0';
}

/* --- one plan --- */

static bool text_of(void *context, const char *path, khct_str *found)
{
    const text *changed = context;
    /* the overlay holds the plan's own file; others of it are read from disk */
    if (strcmp(path, changed[1].bytes) != 0)
        return false;
    *found = (khct_str){changed[0].bytes, changed[0].n};
    return true;
}

static khct_compilation *compile(khct_library *library, const char *path, text *changed)
{
    static khct_compile_options options; /* outlives the compilation */
    static khct_overlay overlay;
    overlay = (khct_overlay){changed, text_of};
    options =
        (khct_compile_options){.overlay = changed == NULL ? NULL : &overlay, .today = KHCT_NO_DATE};
    /* what is not on the disk is asked for by its whole path */
    khct_compilation *c =
        khct_compile(library, changed == NULL ? path : changed[1].bytes, &options);
    if (c == NULL || c->no_memory)
        die("no memory", path);
    return c;
}

static uint32_t line_at(const text *t, const char *at)
{
    uint32_t line = 1;
    for (const char *p = t->bytes; p < at; p++)
        line += *p == '\n';
    return line;
}

/* The changed text, and the line on which the message must stand. */
static text change(const mistake *m, const text *plan, uint32_t *line)
{
    const char *at = strstr(plan->bytes, m->from);
    if (m->from[0] == '\0' || at == NULL)
        die("does not stand in the example", m->from);
    size_t before = (size_t)(at - plan->bytes), from = strlen(m->from), to = strlen(m->to);
    text t = {malloc(plan->n + to + 1), plan->n - from + to};
    if (t.bytes == NULL)
        die("no memory", m->file);
    memcpy(t.bytes, plan->bytes, before);
    memcpy(t.bytes + before, m->to, to);
    memcpy(t.bytes + before + to, at + from, plan->n - before - from + 1);
    const char *where = m->anchor[0] == '\0' ? t.bytes + before : strstr(t.bytes, m->anchor);
    if (where == NULL)
        die("the line does not stand in the changed file", m->anchor);
    *line = line_at(&t, where);
    return t;
}

typedef struct tally {
    size_t mistakes, found, beside; /* beside: messages of other codes, or on other lines */
    size_t by_family[FAMILIES], found_by_family[FAMILIES];
} tally;

static bool try_mistake(khct_library *library, const char *examples, const mistake *m, tally *sum,
                        uint32_t *line)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", examples, m->file);
    char *real = realpath(path, NULL);
    if (real == NULL)
        die("cannot be found", path);
    text plan = read_file(path);
    text changed[2] = {change(m, &plan, line), {real, 0}};
    khct_compilation *c = compile(library, path, changed);
    bool found = false;
    for (size_t i = 0; i < c->diags.list.n; i++) {
        const khct_diag *diag = c->diags.list.at[i];
        if (diag->accepted.p != NULL)
            continue;
        bool same = strcmp(khct_code_at(diag->code)->number, m->code + 2) == 0 &&
                    khct_source_line(&c->sources, diag->span.source, diag->span.begin) == *line;
        found |= same;
        sum->beside += !same;
    }
    khct_compilation_free(c);
    free(changed[0].bytes);
    free(plan.bytes);
    free(real);
    size_t family = (size_t)(m->code[2] - '0') % FAMILIES;
    sum->mistakes++;
    sum->found += found;
    sum->by_family[family]++;
    sum->found_by_family[family] += found;
    return found;
}

/* --- what must stay silent --- */

static const char *const CLEAN[] = {"mam-non-mot-nam.khct",  "mam-non-tt57.khct",
                                    "pho-thong-tt57.khct",   "thcs-mot-nam.khct",
                                    "thcs-nam-nam.khct",     "tieu-hoc-muoi-cot.khct",
                                    "tieu-hoc-nam-nam.khct", "hai-tep/ke-hoach.khct"};

/* Messages that are not accepted, each of which is shown; *loud: those that are more than notes. */
static size_t messages(const khct_compilation *c, const char *path, size_t *loud)
{
    size_t count = 0;
    *loud = 0;
    for (size_t i = 0; i < c->diags.list.n; i++) {
        if (c->diags.list.at[i]->accepted.p != NULL)
            continue;
        khct_str words = khct_message_text(c->arena, c->diags.list.at[i]->message, KHCT_VI);
        fprintf(stderr, "%s must be without a remark: KH%s %.*s\n", path,
                khct_code_at(c->diags.list.at[i]->code)->number, KHCT_ARG(words));
        count++;
        *loud += c->diags.list.at[i]->severity != KHCT_NOTE;
    }
    return count;
}

/* A plan whose prose is the list, a paragraph a line. */
static text plan_of_words(const char *path)
{
    static const char HEAD[] =
        "dung danhmuc tt18_2018;\ntruong < ten Trường THCS Hoa Sen; cap thcs; "
        "diadanh An Bình; >\nkehoach < so 1/KH-THCSHS; ngay 14/8/2023; trichyeu Cải tiến "
        "chất lượng; namhoc 2023-2024; >\nphan mucdich <\n";
    text list = read_file(path), plan = {NULL, 0};
    FILE *out = open_memstream(&plan.bytes, &plan.n);
    if (out == NULL)
        die("no memory", path);
    fputs(HEAD, out);
    for (char *line = list.bytes; *line != '\0';) {
        size_t n = strcspn(line, "\n");
        if (line[0] != '#')
            fprintf(out, "  doan %.*s;\n", (int)n, line);
        line += n + (line[n] == '\n');
    }
    fputs(">\n", out);
    fclose(out);
    free(list.bytes);
    return plan;
}

/* Remarks on the words: KH0004, KH7002, KH7004. */
static size_t remarks_on_words(khct_library *library, const char *examples, const char *words)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", examples, CLEAN[0]);
    char *real = realpath(path, NULL);
    text changed[2] = {plan_of_words(words), {real, 0}};
    khct_compilation *c = compile(library, path, changed);
    size_t count = 0;
    for (size_t i = 0; i < c->diags.list.n; i++) {
        const khct_diag *diag = c->diags.list.at[i];
        if (diag->code != KHCT_KH0004 && diag->code != KHCT_KH7002 && diag->code != KHCT_KH7004)
            continue;
        khct_str word = khct_source_text(&c->sources, diag->span);
        fprintf(stderr, "KH%s: %.*s\n", khct_code_at(diag->code)->number, KHCT_ARG(word));
        count++;
    }
    khct_compilation_free(c);
    free(changed[0].bytes);
    free(real);
    return count;
}

/* --- the page --- */

static const char *const NAMES[FAMILIES] = {
    "bytes and characters", "syntax", "catalogue",       "consistency", "time and law",
    "people and money",     "form",   "Vietnamese text", "files",       "limits and failures"};

static void print_sum(const tally *sum)
{
    printf("\n| family | mistakes | found with code and line |\n|---|---|---|\n");
    for (size_t i = 0; i < FAMILIES; i++)
        if (sum->by_family[i] > 0)
            printf("| KH%zuxxx %s | %zu | %zu |\n", i, NAMES[i], sum->by_family[i],
                   sum->found_by_family[i]);
    printf("| **all** | **%zu** | **%zu** |\n\n", sum->mistakes, sum->found);
    printf("Beside them these %zu plans got %zu further messages in all, which follow from the "
           "mistake: "
           "most are criteria that a wrong catalogue does not have, each named where it stands; "
           "others "
           "say that "
           "a criterion is now without a plan, or the aim out of reach.\n",
           sum->mistakes, sum->beside);
}

static void print_head(void)
{
    printf("# What the checker finds, measured\n\n"
           "Made by `make docs` from `tests/seeded`; do not edit. A test fails when a mistake is "
           "no longer "
           "found, when a clean plan gets a warning, or when this page is stale.\n\n"
           "Each mistake is put into one of the examples, alone. It is found when a message with "
           "the right "
           "code stands on the right line.\n\n"
           "| code | example | line | found |\n|---|---|---|---|\n");
}

int main(int argc, char **argv)
{
    bool page = argc == 5 && strcmp(argv[1], "-p") == 0;
    if (argc != 4 && !page)
        die("[-p] EXAMPLES MISTAKES WORDS", "seeded");
    char **files = argv + (page ? 2 : 1);
    khct_library *library = khct_library_new(NULL);
    FILE *list = fopen(files[1], "r");
    if (library == NULL || list == NULL)
        die("cannot be opened", files[1]);
    tally sum = {0};
    mistake *m = malloc(sizeof *m);
    if (m == NULL)
        die("no memory", "seeded");
    if (page)
        print_head();
    while (next_mistake(list, m)) {
        uint32_t line;
        bool found = try_mistake(library, files[0], m, &sum, &line);
        if (page)
            printf("| %s | %s | %u | %s |\n", m->code, m->file, line, found ? "yes" : "no");
        else if (!found)
            printf("%s in %s, line %u: not found (%.40s)\n", m->code, m->file, line, m->to);
    }
    fclose(list);
    free(m);
    size_t loud = 0, notes = 0, some;
    for (size_t i = 0; i < sizeof CLEAN / sizeof *CLEAN; i++) {
        char path[512];
        snprintf(path, sizeof path, "%s/%s", files[0], CLEAN[i]);
        khct_compilation *c = compile(library, path, NULL);
        size_t all = messages(c, path, &some);
        loud += some;
        notes += all - some;
        khct_compilation_free(c);
    }
    size_t words = remarks_on_words(library, files[0], files[2]);
    if (page) {
        print_sum(&sum);
        printf(
            "\n## What stays silent\n\n"
            "The %zu examples as they are: %zu messages at error or warning level, %zu notes.\n\n"
            "A list of ordinary Vietnamese words with đ, ư, ơ and rare rhymes, of foreign names, "
            "units and "
            "signs (`tests/seeded/words.txt`): %zu remarks on legacy fonts, abbreviations or "
            "syllables.\n",
            sizeof CLEAN / sizeof *CLEAN, loud, notes, words);
    } else {
        printf("seeded: %zu of %zu mistakes found; clean plans: %zu warnings, %zu notes; words: "
               "%zu remarks\n",
               sum.found, sum.mistakes, loud, notes, words);
    }
    khct_library_free(library);
    return sum.found < sum.mistakes || loud > 0 || words > 0;
}

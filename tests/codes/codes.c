/* Each code of the table: explained in both languages, its wrong example raises it, its right
 * example raises neither it nor any error. */
#include "compile/compile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Codes that no text of a plan raises; each has a test of its own. */
static const char *const NO_EXAMPLE[] = {
    "0006", "0007",                                         /* tests/cli/files.sh */
    "4012",                                                 /* tests/cli: of khct status */
    "8004", "8005", "8006", "8020", "8021", "8022", "8023", /* tests/cli */
    "8008",                                                 /* tests/json */
    "8009", "8010", "8011", "8012", "8013", "8014",         /* tests/failure, tests/cli */
    "8030", "8031", "8032", "8033", "8034", "8035", "8036",
    "8037", "8038", "8039", "8040", "8041", "8042", "8043", /* tests/import */
    "9001", "9002", "9003",         /* tests/unit/test_parse.c, tests/cli; out of memory: none */
    "9004", "9005", "9006", "9013", /* tests/unit/test_pdf.c */
};

/* What an example may leave out, with the words at a line's start that say it is there. */
static const struct {
    const char *words[3];
    const char *text;
} FRAME[] = {
    {{"dung danhmuc", "danhmuc", NULL}, "dung danhmuc tt18_2018;\n"},
    {{"truong", NULL, NULL},
     "truong <\n  ten Trường THCS Hoa Sen;\n  cap thcs;\n  captren UBND phường An Bình;\n"
     "  diadanh An Bình;\n>\n"},
    {{"kehoach", NULL, NULL},
     "kehoach <\n  so 14/KH-THCSHS;\n  ngay 14/8/2023;\n"
     "  trichyeu Cải tiến chất lượng giáo dục;\n  namhoc 2023-2024;\n>\n"},
};

static bool gives(const char *example, const char *word)
{
    size_t n = strlen(word);
    for (const char *line = example; line != NULL; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (strncmp(line, word, n) == 0 && (line[n] == ' ' || line[n] == '\n'))
            return true;
    }
    return false;
}

static int faults, fixes;

static void fault(const char *code, const char *what)
{
    printf("KH%s: %s\n", code, what);
    faults++;
}

static void write_plan(const char *path, const char *example)
{
    FILE *file = fopen(path, "wb");
    if (file == NULL) {
        perror(path);
        exit(3);
    }
    for (size_t i = 0; i < sizeof FRAME / sizeof FRAME[0]; i++) {
        bool given = false;
        for (size_t k = 0; FRAME[i].words[k] != NULL; k++)
            given = given || gives(example, FRAME[i].words[k]);
        if (!given)
            fputs(FRAME[i].text, file);
    }
    fputs(example, file);
    fclose(file);
}

/* How often the example raises the code; *errors: the errors of any code. */
static size_t raises(khct_library *library, const char *folder, const char *example, khct_code code,
                     size_t *errors)
{
    char path[512];
    snprintf(path, sizeof path, "%s/vi-du.khct", folder);
    write_plan(path, example);
    khct_compile_options options = {.root = folder, .today = khct_date_of(2023, 12, 1)};
    khct_compilation *c = khct_compile(library, path, &options);
    size_t count = 0;
    *errors = khct_diags_count(&c->diags, KHCT_ERROR) + khct_diags_count(&c->diags, KHCT_SIGNED);
    for (size_t i = 0; i < c->diags.list.n; i++)
        count += c->diags.list.at[i]->code == code;
    khct_compilation_free(c);
    unlink(path);
    return count;
}

/* The safe fixes of the code in the example, applied from the last to the first; NULL where it has
 * none. To be freed. */
static char *fixed(const khct_compilation *c, const char *path, khct_code code)
{
    char *text = NULL;
    size_t size = 0;
    FILE *file = fopen(path, "rb");
    if (file == NULL || getdelim(&text, &size, EOF, file) < 0)
        exit(3);
    fclose(file);
    bool any = false;
    for (size_t i = c->diags.list.n; i-- > 0;) {
        const khct_diag *diag = c->diags.list.at[i];
        for (size_t k = 0; k < diag->fixes.n && diag->code == code; k++)
            for (size_t e = diag->fixes.at[k].edits.n;
                 e-- > 0 && diag->fixes.at[k].grade == KHCT_SAFE;) {
                const khct_edit *edit = &diag->fixes.at[k].edits.at[e];
                size_t length = strlen(text);
                char *larger = calloc(1, length + edit->text.n + 1);
                memcpy(larger, text, edit->span.begin);
                memcpy(larger + edit->span.begin, edit->text.p, edit->text.n);
                strncat(larger, text + edit->span.end, length);
                free(text);
                text = larger;
                any = true;
            }
    }
    if (!any) {
        free(text);
        text = NULL;
    }
    return text;
}

static bool has_safe_fix(const khct_compilation *c, khct_code code)
{
    for (size_t i = 0; i < c->diags.list.n; i++)
        for (size_t k = 0; c->diags.list.at[i]->code == code && k < c->diags.list.at[i]->fixes.n;
             k++)
            if (c->diags.list.at[i]->fixes.at[k].grade == KHCT_SAFE)
                return true;
    return false;
}

/* Applying the safe fixes of the wrong example takes the code away and adds nothing. */
static void check_fix(khct_library *library, const char *folder, khct_code code)
{
    char path[512];
    snprintf(path, sizeof path, "%s/vi-du.khct", folder);
    write_plan(path, khct_code_at(code)->wrong);
    khct_compile_options options = {.root = folder, .today = khct_date_of(2023, 12, 1)};
    khct_compilation *before = khct_compile(library, path, &options);
    char *text = fixed(before, path, code);
    if (text != NULL) {
        FILE *file = fopen(path, "wb");
        fputs(text, file);
        fclose(file);
        khct_compilation *after = khct_compile(library, path, &options);
        if (has_safe_fix(after, code))
            fault(khct_code_at(code)->number, "its safe fix does not take it away");
        /* what an error kept from being judged may be told when it is mended */
        bool judged = !khct_diags_failed(&before->diags) || khct_diags_failed(&after->diags);
        if (judged && after->diags.list.n >= before->diags.list.n)
            fault(khct_code_at(code)->number, "its safe fix adds a message");
        khct_compilation_free(after);
        fixes++;
    }
    free(text);
    khct_compilation_free(before);
    unlink(path);
}

static bool excepted(const char *number)
{
    for (size_t i = 0; i < sizeof NO_EXAMPLE / sizeof NO_EXAMPLE[0]; i++)
        if (strcmp(number, NO_EXAMPLE[i]) == 0)
            return true;
    return false;
}

static void check_examples(khct_library *library, const char *folder, khct_code code)
{
    const khct_code_row *row = khct_code_at(code);
    if (excepted(row->number)) {
        if (row->wrong[0] != '\0' || row->right[0] != '\0')
            fault(row->number, "is among those without an example and has one");
        return;
    }
    if (row->wrong[0] == '\0' || row->right[0] == '\0') {
        fault(row->number, "has no example");
        return;
    }
    size_t errors;
    if (raises(library, folder, row->wrong, code, &errors) == 0)
        fault(row->number, "its wrong example does not raise it");
    if (raises(library, folder, row->right, code, &errors) > 0)
        fault(row->number, "its right example raises it");
    if (errors > 0)
        fault(row->number, "its right example has errors");
    check_fix(library, folder, code);
}

int main(void)
{
    char folder[] = "/tmp/khct-codes-XXXXXX";
    khct_library *library = khct_library_new(NULL);
    if (library == NULL || mkdtemp(folder) == NULL)
        return 3;
    char inner[64];
    snprintf(inner, sizeof inner, "%s/thu-muc", folder); /* KH8007 */
    mkdir(inner, 0700);
    size_t looked = 0;
    for (unsigned code = 0; code < KHCT_CODE_COUNT; code++) {
        const khct_code_row *row = khct_code_at((khct_code)code);
        looked++;
        for (size_t language = 0; language < 2; language++)
            if (row->explain[language][0] == '\0' || row->title[language][0] == '\0')
                fault(row->number, language == 0 ? "is not explained in Vietnamese"
                                                 : "is not explained in English");
        check_examples(library, folder, (khct_code)code);
    }
    rmdir(inner);
    rmdir(folder);
    khct_library_free(library);
    printf("%zu codes, %d safe fixes, %d faults\n", looked, fixes, faults);
    return faults > 0;
}

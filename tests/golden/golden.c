/* Runs `khct check` on plans that carry the messages expected of them; README.md has the form.
 *
 *   golden [-p] KHCT FILE...
 *
 * -p prints the messages as they are now, in the form of the list. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_ARGS = 32, MOST_ONLY = 8 };

typedef struct test {
    const char *path;
    char *text;            /* the file; cut into lines and words where needed */
    char *expected;        /* its list, one message a line, or NULL without one */
    char *args[MOST_ARGS]; /* options for khct */
    size_t arg_count;
    char *only[MOST_ONLY]; /* codes looked at begin so; none: all */
    size_t only_count;
} test;

static void fail(const char *what)
{
    perror(what);
    exit(3);
}

/* All that a stream gives, ended by NUL. */
static char *read_all(FILE *file, size_t *size)
{
    size_t n = 0, capacity = 1 << 16;
    char *text = malloc(capacity);
    while (text != NULL) {
        n += fread(text + n, 1, capacity - n - 1, file);
        if (n + 1 < capacity)
            break;
        char *larger = realloc(text, capacity *= 2);
        if (larger == NULL)
            free(text);
        text = larger;
    }
    if (text == NULL || ferror(file))
        fail("read");
    text[n] = '\0';
    *size = n;
    return text;
}

/* --- what is expected --- */

/* The last `# expect` at the beginning of a line; a file may hold NUL. */
static char *find_mark(char *text, size_t size)
{
    static const char MARK[] = "# expect";
    enum { N = sizeof MARK - 1 };
    for (size_t at = size; at-- > 0;)
        if ((at == 0 || text[at - 1] == '\n') && size - at >= N && memcmp(text + at, MARK, N) == 0)
            return text + at + N;
    return NULL;
}

static void take_options(test *t, char *words)
{
    bool only = false;
    for (char *word = strtok_r(words, " ", &words); word != NULL;
         word = strtok_r(NULL, " ", &words)) {
        if (strcmp(word, "only") == 0)
            only = true;
        else if (strcmp(word, "--") == 0)
            only = false;
        else if (only && t->only_count < MOST_ONLY)
            t->only[t->only_count++] = word;
        else if (!only && t->arg_count < MOST_ARGS - 8)
            t->args[t->arg_count++] = word;
    }
}

static test open_test(const char *path)
{
    test t = {.path = path};
    size_t size;
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        fail(path);
    t.text = read_all(file, &size);
    fclose(file);
    char *mark = find_mark(t.text, size);
    if (mark == NULL)
        return t;
    char *list = mark + strcspn(mark, "\n");
    if (*list == '\n')
        *list++ = '\0';
    char *cr = strchr(mark, '\r');
    if (cr != NULL)
        *cr = '\0';
    take_options(&t, mark);
    /* "# message" becomes "message"; lines stay */
    t.expected = malloc(strlen(list) + 2);
    if (t.expected == NULL)
        fail("memory");
    char *out = t.expected;
    for (char *line = list; *line != '\0';) {
        size_t n = strcspn(line, "\n"), cut = strncmp(line, "# ", 2) == 0 ? 2 : 0;
        size_t shown = n > 0 && line[n - 1] == '\r' ? n - 1 : n;
        if (shown > cut) {
            memcpy(out, line + cut, shown - cut);
            out += shown - cut;
            *out++ = '\n';
        }
        line += line[n] == '\n' ? n + 1 : n;
    }
    *out = '\0';
    return t;
}

static void close_test(test *t)
{
    free(t->text);
    free(t->expected);
}

/* --- what is said --- */

static char *run(const char *khct, test *t, int *status)
{
    int ends[2];
    if (pipe(ends) != 0)
        fail("pipe");
    fflush(NULL);
    pid_t child = fork();
    if (child < 0)
        fail("fork");
    if (child == 0) {
        char *argv[MOST_ARGS + 8] = {(char *)khct, "check", "--lang", "vi", "--color", "never"};
        size_t n = 6;
        for (size_t i = 0; i < t->arg_count; i++)
            argv[n++] = t->args[i];
        argv[n] = (char *)t->path;
        dup2(ends[1], STDERR_FILENO);
        close(ends[0]);
        close(ends[1]);
        execv(khct, argv);
        _exit(127);
    }
    close(ends[1]);
    FILE *said = fdopen(ends[0], "r");
    if (said == NULL)
        fail("fdopen");
    size_t size;
    char *text = read_all(said, &size);
    fclose(said);
    if (waitpid(child, status, 0) < 0)
        fail("waitpid");
    return text;
}

static bool wanted(const test *t, const char *code)
{
    bool found = t->only_count == 0;
    for (size_t i = 0; i < t->only_count; i++)
        found = found || strncmp(code, t->only[i], strlen(t->only[i])) == 0;
    return found;
}

/* "tests/golden/a.khct:3:4" as "3:4" for the test's own file. */
static const char *place_of(const test *t, const char *place)
{
    const char *slash = strrchr(t->path, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - t->path) + 1, own = strlen(t->path);
    if (strncmp(place, t->path, own) == 0 && place[own] == ':')
        return place + own + 1;
    return strncmp(place, t->path, folder) == 0 ? place + folder : place;
}

/* One line for each message of the text that khct writes: "lỗi[KH2003]: words", then " --> place".
 */
static char *list_of(const test *t, char *said)
{
    char *list = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&list, &size);
    if (out == NULL)
        fail("memory");
    char *end;
    for (char *line = said; *line != '\0'; line = end) {
        size_t n = strcspn(line, "\n");
        end = line + n + (line[n] == '\n');
        char *code = strstr(line, "[KH");
        char *words = code == NULL ? NULL : strstr(code, "]: ");
        if (code == NULL || code >= end || words != code + 7 ||
            strchr(" =|0123456789", line[0]) != NULL)
            continue;
        line[n] = '\0';
        const char *place = "-";
        size_t blanks = strspn(end, " ");
        if (strncmp(end + blanks, "--> ", 4) == 0) {
            char *next = end + blanks + 4;
            size_t m = strcspn(next, "\n");
            end = next + m + (next[m] == '\n');
            next[m] = '\0';
            place = place_of(t, next);
        }
        if (wanted(t, code + 1))
            fprintf(out, "%s %.*s %.6s %s\n", place, (int)(code - line), line, code + 1, words + 3);
    }
    fclose(out);
    return list;
}

/* --- comparing --- */

static bool has_line(const char *list, const char *line, size_t n)
{
    for (; *list != '\0'; list += strcspn(list, "\n") + 1)
        if (strcspn(list, "\n") == n && strncmp(list, line, n) == 0)
            return true;
    return false;
}

static void print_missing(const char *what, const char *list, const char *in)
{
    for (; *list != '\0'; list += strcspn(list, "\n") + 1)
        if (!has_line(in, list, strcspn(list, "\n")))
            printf("  %s %.*s\n", what, (int)strcspn(list, "\n"), list);
}

static bool holds(const char *khct, test *t, bool print)
{
    int status;
    char *said = run(khct, t, &status);
    char *list = list_of(t, said);
    bool fine = t->expected != NULL && strcmp(list, t->expected) == 0 && WIFEXITED(status) &&
                (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 1);
    if (print) {
        printf("%s\n", t->path);
        for (char *line = list; *line != '\0'; line += strcspn(line, "\n") + 1)
            printf("# %.*s\n", (int)strcspn(line, "\n"), line);
    } else if (!fine) {
        printf("%s: %s\n", t->path,
               t->expected == NULL       ? "has no line `# expect`"
               : !WIFEXITED(status)      ? "khct was killed"
               : WEXITSTATUS(status) > 1 ? "khct failed"
                                         : "the messages differ");
        print_missing("missing ", t->expected == NULL ? "" : t->expected, list);
        print_missing("too many", list, t->expected == NULL ? "" : t->expected);
    }
    free(list);
    free(said);
    return fine || print;
}

int main(int argc, char **argv)
{
    bool print = argc > 1 && strcmp(argv[1], "-p") == 0;
    int first = print ? 2 : 1, wrong = 0;
    if (argc < first + 2) {
        fprintf(stderr, "golden [-p] KHCT FILE...\n");
        return 2;
    }
    for (int i = first + 1; i < argc; i++) {
        test t = open_test(argv[i]);
        wrong += !holds(argv[first], &t, print);
        close_test(&t);
    }
    if (!print)
        printf("golden: %d of %d hold\n", argc - first - 1 - wrong, argc - first - 1);
    return wrong == 0 ? 0 : 1;
}

/* khct report: many plans together, one row each. */
#include "main/main.h"

#include "report/many.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- the files --- */

typedef struct paths {
    char **at;
    size_t n, capacity;
    size_t given; /* named by the user: always plans */
    bool no_memory;
} paths;

static void add_path(paths *p, char *path)
{
    if (path == NULL) {
        p->no_memory = true;
        return;
    }
    if (p->n == p->capacity) {
        size_t wanted = p->capacity == 0 ? 64 : p->capacity * 2;
        char **larger = realloc(p->at, wanted * sizeof *larger);
        if (larger == NULL) {
            p->no_memory = true;
            free(path);
            return;
        }
        p->at = larger;
        p->capacity = wanted;
    }
    p->at[p->n++] = path;
}

static char *below(const char *folder, const char *name)
{
    size_t n = strlen(folder) + strlen(name) + 2;
    char *path = malloc(n);
    if (path != NULL)
        snprintf(path, n, "%s/%s", folder, name);
    return path;
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name); /* bytes: the same in every locale */
}

static void add_folder(paths *p, const char *folder);

static void add_entry(paths *p, const char *folder, const char *name)
{
    char *path = below(folder, name);
    struct stat status;
    size_t length = strlen(name);
    if (path != NULL && lstat(path, &status) == 0 && S_ISDIR(status.st_mode)) {
        add_folder(p, path);
        free(path);
    } else if (path != NULL && length > 5 && strcmp(name + length - 5, ".khct") == 0) {
        add_path(p, path);
    } else {
        p->no_memory = p->no_memory || path == NULL;
        free(path);
    }
}

/* All *.khct below a folder, in the order of their names; links are not followed. */
static void add_folder(paths *p, const char *folder)
{
    struct dirent **entries = NULL;
    int n = scandir(folder, &entries, NULL, by_name);
    for (int i = 0; i < n; i++) {
        if (entries[i]->d_name[0] != '.')
            add_entry(p, folder, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* --- the command --- */

typedef struct reporting {
    const khct_many_form *form;
    const paths *paths;
} reporting;

typedef struct row {
    khct_compilation *compilation;
    khct_io *io;
    const khct_many_form *form;
} row;

static void put_row(void *context)
{
    row *r = context;
    r->form->row(r->io->out, r->compilation->arena, r->compilation->work);
}

static bool named_by_user(const reporting *r, const char *path)
{
    for (size_t i = 0; i < r->paths->given; i++)
        if (r->paths->at[i] == path)
            return true;
    return false;
}

static int visit(khct_compilation *compilation, khct_io *io, void *context)
{
    const reporting *r = context;
    row one = {compilation, io, r->form};
    if (compilation->plan == NULL || compilation->no_memory)
        return khct_say_diags(compilation, io);
    /* in a folder, what has no `kehoach` is used by plans and is none */
    if (compilation->plan->heading.node == NULL && !named_by_user(r, compilation->path))
        return KHCT_EXIT_FINE;
    if (!khct_compilation_try(compilation, put_row, &one)) {
        compilation->no_memory = true;
        return khct_say_diags(compilation, io);
    }
    return KHCT_EXIT_FINE;
}

static bool take(khct_option_id option, const char *value, void *context)
{
    reporting *r = context;
    (void)option;
    for (r->form = khct_many_forms(); r->form->name != NULL && strcmp(r->form->name, value) != 0;
         r->form++)
        continue;
    return r->form->name != NULL;
}

typedef struct beginning {
    const khct_many_form *form;
    khct_out *out;
    khct_arena *arena;
    khct_language language;
} beginning;

static void begin(void *context)
{
    beginning *b = context;
    b->form->begin(b->out, b->arena, b->language);
}

static int run(reporting *r, const paths *p, khct_common *common)
{
    khct_out out;
    khct_out_to_screen(&out, STDOUT_FILENO);
    beginning b = {r->form, &out, khct_arena_new(), common->style.language};
    bool begun = r->form->begin == NULL || (b.arena != NULL && khct_try(b.arena, begin, &b));
    khct_arena_free(b.arena);
    if (!begun) {
        khct_complain(common, NULL, KHCT_KH9003, KHCT_MSG0(MEMORY));
        return KHCT_EXIT_SYSTEM;
    }
    int status = khct_finish_output(&out, common, KHCT_EXIT_FINE);
    if (status == KHCT_EXIT_FINE)
        status = khct_each_plan(p->at, (int)p->n, common, visit, r);
    if (r->form->end != NULL)
        r->form->end(&out);
    return khct_finish_output(&out, common, status);
}

int khct_main_report(int argc, char **argv, khct_common *common)
{
    reporting r = {.form = khct_many_forms()};
    int status = khct_take_options(argc, argv, common, take, &r);
    if (status >= 0)
        return status;
    if (optind >= argc)
        return khct_wrong_use(common, "cần ít nhất một tệp hoặc thư mục",
                              "a file or a folder is needed", NULL);
    paths p = {0};
    for (int i = optind; i < argc; i++)
        if (!is_folder(argv[i]))
            add_path(&p, strdup(argv[i]));
    p.given = p.n;
    for (int i = optind; i < argc; i++)
        if (is_folder(argv[i]))
            add_folder(&p, argv[i]);
    r.paths = &p;
    if (p.no_memory) {
        khct_complain(common, NULL, KHCT_KH9003, KHCT_MSG0(MEMORY));
        status = KHCT_EXIT_SYSTEM;
    } else {
        status = run(&r, &p, common);
    }
    for (size_t i = 0; i < p.n; i++)
        free(p.at[i]);
    free(p.at);
    return status;
}

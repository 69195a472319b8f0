/* khct build: plans to other forms. */
#include "main/main.h"

#include "emit/csv/csv.h"
#include "emit/html/html.h"
#include "emit/json/json.h"
#include "emit/khct/khct.h"
#include "emit/latex/latex.h"
#include "emit/latex/pdf.h"
#include "emit/word/word.h"
#include "text/signals.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A form that can be written: a row each. */
typedef struct target {
    const char *name;   /* of -t */
    const char *ending; /* of a file */
    khct_emitter *emit; /* NULL: PDF, which runs LaTeX */
    bool paged;         /* it shows the plan as laid out by its template */
} target;

static const target TARGETS[] = {
    {"html", ".html", khct_emit_html, true},
    {"latex", ".tex", khct_emit_latex, true},
    {"pdf", ".pdf", NULL, true},
    {"docx", ".docx", khct_emit_word, true},
    {"json", ".json", khct_emit_json, false},
    {"csv", ".csv", khct_emit_csv, false},
    {"khct", ".khct", khct_emit_khct, false},
    {NULL, NULL, NULL, false},
};

typedef struct building {
    const target *target; /* NULL: all */
    const char *out;      /* -o; NULL: not given */
    bool directory;       /* -o names a directory, or there are several files */
    char **files;         /* the plans, none of which may be written over */
    int count;
    khct_emit_options options;
} building;

static bool ends_with(const char *name, const char *ending)
{
    size_t n = strlen(name), k = strlen(ending);
    return n > k && strcmp(name + n - k, ending) == 0;
}

static const target *target_named(const char *name)
{
    for (const target *t = TARGETS; t->name != NULL; t++)
        if (strcmp(t->name, name) == 0)
            return t;
    return NULL;
}

static const target *target_of_file(const char *name)
{
    for (const target *t = TARGETS; t->name != NULL; t++)
        if (ends_with(name, t->ending))
            return t;
    return NULL;
}

/* Where a form of the file goes: a path to be freed, or NULL when there is no memory. Beside the
 * source, or into the directory of -o, under the source's name with the form's ending. */
static char *out_path(const building *b, const char *source, const char *ending)
{
    if (b->out != NULL && !b->directory)
        return strdup(b->out);
    const char *slash = strrchr(source, '/');
    const char *base = b->directory && b->out != NULL && slash != NULL ? slash + 1 : source;
    size_t n = strlen(base);
    if (ends_with(base, ".khct") || ends_with(base, ".json"))
        n -= strlen(".khct");
    const char *folder = b->directory && b->out != NULL ? b->out : "";
    size_t size = strlen(folder) + 1 + n + strlen(ending) + 1;
    char *path = malloc(size);
    if (path != NULL)
        snprintf(path, size, "%s%s%.*s%s", folder, folder[0] != '\0' ? "/" : "", (int)n, base,
                 ending);
    return path;
}

/* The path with another ending: to be freed, or NULL. */
static char *with_ending(const char *path, const char *old, const char *ending)
{
    size_t n = strlen(path);
    if (ends_with(path, old))
        n -= strlen(old);
    size_t size = n + strlen(ending) + 1;
    char *other = malloc(size);
    if (other != NULL)
        snprintf(other, size, "%.*s%s", (int)n, path, ending);
    return other;
}

static bool same_file(const struct stat *out, const char *path)
{
    struct stat other;
    return stat(path, &other) == 0 && other.st_dev == out->st_dev && other.st_ino == out->st_ino;
}

/* An output must never replace a file of the plan, nor another plan of the same run. */
static bool is_source(const building *b, const khct_compilation *c, const char *path)
{
    struct stat out;
    if (stat(path, &out) != 0)
        return errno != ENOENT; /* nobody knows what it is */
    for (size_t i = 0; i < c->document->files.n; i++)
        if (same_file(&out, c->document->files.at[i].path.p))
            return true;
    for (int i = 0; i < b->count; i++)
        if (same_file(&out, b->files[i]))
            return true;
    return false;
}

typedef struct emission {
    khct_compilation *compilation;
    const building *building;
    khct_page *page;
    const target *target;
    khct_out *out;
    khct_out *err; /* for say_rest */
    khct_style style;
    size_t said;
} emission;

static void make_page(void *context)
{
    emission *e = context;
    e->page = khct_page_make(e->compilation->work);
}

static void emit(void *context)
{
    emission *e = context;
    e->target->emit(e->out, e->compilation->work, e->page, &e->building->options);
}

/* What was reported since the plan's own diagnostics were said. */
static void say_rest(void *context)
{
    emission *e = context;
    const khct_diags *diags = &e->compilation->diags;
    for (size_t i = e->said; i < diags->list.n; i++)
        khct_render_diag(e->err, diags, diags->list.at[i], e->style);
}

/* The PDF into e->out, or false. */
static bool make_pdf(emission *e, const char *path, khct_io *io, int *status)
{
    e->said = e->compilation->diags.list.n;
    e->err = io->err;
    e->style = io->common->style;
    const char *slash = strrchr(e->compilation->path, '/');
    const char *source = slash != NULL ? slash + 1 : e->compilation->path;
    char *keep = strcmp(path, "-") != 0     ? with_ending(path, ".pdf", ".tex")
                 : strcmp(source, "-") != 0 ? with_ending(source, ".khct", ".tex")
                                            : NULL;
    if (keep != NULL && is_source(e->building, e->compilation, keep)) {
        free(keep);
        keep = NULL;
    }
    khct_pdf_result result =
        khct_pdf_build(e->compilation->plan, e->page, e->out, &(khct_pdf_options){.keep = keep});
    free(keep);
    khct_compilation_try(e->compilation, say_rest, e);
    *status = result == KHCT_PDF_DONE      ? KHCT_EXIT_FINE
              : result == KHCT_PDF_REFUSED ? KHCT_EXIT_PLAN
                                           : KHCT_EXIT_SYSTEM;
    return result == KHCT_PDF_DONE;
}

static int no_memory(khct_io *io)
{
    khct_complain(io->common, io->err, KHCT_KH9003, KHCT_MSG0(MEMORY));
    return KHCT_EXIT_SYSTEM;
}

static int write_one(emission *e, const target *t, khct_io *io)
{
    const char *source = e->compilation->path;
    bool to_stdout = e->building->out == NULL && !e->building->directory;
    char *path = to_stdout ? strdup("-") : out_path(e->building, source, t->ending);
    if (path == NULL)
        return no_memory(io);
    khct_outfile file;
    int status = KHCT_EXIT_SYSTEM;
    if (strcmp(path, "-") != 0 && is_source(e->building, e->compilation, path)) {
        khct_complain(io->common, io->err, KHCT_KH8006, KHCT_MSG(WRITE_SOURCE, khct_str_of(path)));
    } else if (khct_outfile_open(&file, path, NULL, io)) {
        e->target = t;
        e->out = file.out;
        bool made = t->emit == NULL ? make_pdf(e, path, io, &status)
                                    : khct_compilation_try(e->compilation, emit, e);
        if (!made && t->emit != NULL)
            no_memory(io);
        if (!khct_outfile_close(&file, made))
            status = KHCT_EXIT_SYSTEM;
        else if (made)
            status = KHCT_EXIT_FINE;
    }
    free(path);
    return status;
}

static int visit(khct_compilation *compilation, khct_io *io, void *context)
{
    const building *b = context;
    emission e = {.compilation = compilation, .building = b};
    int status = khct_say_diags(compilation, io);
    if (status != KHCT_EXIT_FINE)
        return status;
    bool paged = b->target == NULL || b->target->paged;
    if (paged && !khct_compilation_try(compilation, make_page, &e))
        return no_memory(io);
    for (const target *t = TARGETS; t->name != NULL; t++)
        if (b->target == t || (b->target == NULL && !ends_with(compilation->path, t->ending) &&
                               strcmp(t->name, "khct") != 0)) { /* all but what it is already */
            int one = write_one(&e, t, io);
            status = one > status ? one : status;
        }
    return status;
}

/* --- the command --- */

enum { PRETTY = 2000, COMPACT, PLACES, BOM, FROM };

typedef struct given {
    const char *target, *out;
    bool from_json;
    khct_emit_options options;
} given;

static bool take(int option, const char *value, void *context)
{
    given *g = context;
    switch (option) {
    case 't': g->target = value; return strcmp(value, "all") == 0 || target_named(value) != NULL;
    case 'o': g->out = value; return value[0] != '\0';
    case PRETTY: g->options.pretty = true; return true;
    case COMPACT: g->options.pretty = false; return true;
    case PLACES: g->options.places = true; return true;
    case BOM: g->options.bom = true; return true;
    case FROM:
        g->from_json = strcmp(value, "json") == 0;
        return g->from_json || strcmp(value, "khct") == 0;
    default: return false;
    }
}

static bool is_directory(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* Several threads hold signals back together (see khct_pdf_build): one that came to any of them
 * would leave behind what the others have begun. Nothing then ends the waiting for standard input,
 * so that a plan that stands there makes it one at a time. */
static int run(building *b, khct_common *common)
{
    for (int i = 0; i < b->count; i++)
        if (strcmp(b->files[i], "-") == 0)
            common->jobs = 1;
    if (common->jobs == 1)
        return khct_each_plan(b->files, b->count, common, visit, b);
    sigset_t before;
    khct_signals_hold(&before);
    int status = khct_each_plan(b->files, b->count, common, visit, b);
    khct_signals_release(&before);
    return status;
}

int khct_main_build(int argc, char **argv, khct_common *common)
{
    static const struct option OWN[] = {
        {"pretty", no_argument, NULL, PRETTY},   {"compact", no_argument, NULL, COMPACT},
        {"vitri", no_argument, NULL, PLACES},    {"bom", no_argument, NULL, BOM},
        {"from", required_argument, NULL, FROM}, {NULL, 0, NULL, 0}};
    given g = {.options = {.pretty = true}};
    int status = khct_take_options(argc, argv, common, OWN, "t:o:", take, &g);
    if (status >= 0)
        return status;
    int count = argc - optind;
    if (count < 1)
        return khct_wrong_use(common, "cần ít nhất một tệp", "at least one file is needed", NULL);
    building b = {.out = g.out, .files = argv + optind, .count = count, .options = g.options};
    b.options.language = common->style.language;
    bool all = g.target != NULL && strcmp(g.target, "all") == 0;
    b.directory = count > 1 || all || (g.out != NULL && is_directory(g.out));
    if (b.directory && g.out != NULL && !is_directory(g.out))
        return khct_wrong_use(common, "nhiều tệp thì -o phải là một thư mục đã có",
                              "with several files -o must be an existing directory", g.out);
    b.target = all                             ? NULL
               : g.target != NULL              ? target_named(g.target)
               : g.out != NULL && !b.directory ? target_of_file(g.out)
                                               : target_named("html");
    if (!all && b.target == NULL)
        return khct_wrong_use(common, "không biết dạng của tệp ra; dùng -t",
                              "the form of the output is not known; use -t", g.out);
    common->takes_json = true;
    common->from_json = g.from_json;
    return run(&b, common);
}

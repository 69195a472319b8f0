/* khct diff: what changed from one plan to another, or between two states of a repository. */
#include "main/main.h"

#include "main/git.h"
#include "report/diff.h"
#include "report/diff_write.h"
#include "text/files.h"
#include "text/bytes.h"

typedef enum form { FORM_TEXT, FORM_JSON, FORM_HTML } form;

/* One side of a comparison: a file, as it stands or as a revision has it. */
typedef struct side {
    const char *path;     /* from which `dung` is resolved */
    const char *bytes;    /* the file that has its text (git's temporary one); NULL: `path` */
    const char *revision; /* NULL: as it stands */
    khct_str name;
    khct_compilation *compilation;
    struct comparing *all;
    khct_overlay overlay;
    khct_compile_options options;
} side;

typedef struct comparing {
    const khct_common *common;
    khct_io io;
    khct_arena *arena;
    khct_library *library;
    form form;
    const char *out;
    khct_str top;   /* the repository's folder; empty: none */
    bool quiet_end; /* git dies of any end but 0 */
    bool several;   /* pairs are told apart by their names */
    side old, new;
    khct_diff *diff;
    khct_out *to; /* where the result goes */
    int status;
} comparing;

/* --- what a revision has --- */

/* The text of a file in a revision, in the arena; false: it does not have it. */
static bool blob(comparing *c, const char *revision, khct_str path, khct_str *text)
{
    /* the revision is a hash: it is no option, whatever its name was */
    const char *arguments[] = {"cat-file", "blob",
                               khct_cstr(c->arena, KHCT_JOIN(c->arena, revision, ":", path)), NULL};
    return khct_git_text(c->arena, khct_cstr(c->arena, c->top), arguments, text);
}

typedef struct asking {
    side *side;
    const char *path;
    khct_str text;
    bool found;
} asking;

static void ask(void *context)
{
    asking *a = context;
    comparing *c = a->side->all;
    khct_str path = khct_str_of(a->path);
    if (a->side->bytes != NULL) {
        a->found = strcmp(a->path, a->side->path) == 0 &&
                   khct_bytes_read(c->arena, a->side->bytes, KHCT_SOURCE_LIMIT, &a->text) == 0;
        return;
    }
    size_t n = c->top.n;
    bool inside = n > 0 && path.n > n + 1 && khct_str_eq(khct_str_sub(path, 0, n), c->top) &&
                  path.p[n] == '/';
    a->found = inside && blob(c, a->side->revision, khct_str_sub(path, n + 1, path.n), &a->text);
}

/* What the loader asks for every file that it reads. */
static bool text_of(void *context, const char *path, khct_str *text)
{
    side *s = context;
    asking a = {s, path, {NULL, 0}, false};
    if (!khct_try(s->all->arena, ask, &a))
        return false;
    *text = a.text;
    return a.found;
}

/* --- one comparison --- */

static void open_side(comparing *c, side *s)
{
    s->all = c;
    s->options = khct_compile_options_of(c->common);
    if (s->revision != NULL || s->bytes != NULL || c->top.n > 0)
        s->options.name = khct_cstr(c->arena, s->name);
    if (s->revision != NULL || s->bytes != NULL) {
        s->overlay = (khct_overlay){s, text_of};
        s->options.overlay = &s->overlay;
    }
    s->compilation = khct_compile(c->library, s->path, &s->options);
}

/* Only what forbids reading a plan is said; its other remarks are not the question here. */
static bool readable(comparing *c, side *s)
{
    if (s->compilation == NULL) {
        khct_no_memory(c->common, c->io.err);
        return false;
    }
    if (s->compilation->plan != NULL && !s->compilation->no_memory)
        return true;
    khct_common quiet = *c->common;
    quiet.quiet = true;
    khct_io silent = {.out = c->io.out, .err = c->io.err, .common = &quiet};
    khct_say_diags(s->compilation, &silent);
    return false;
}

static void compare(void *context)
{
    comparing *c = context;
    khct_arena *arena = c->new.compilation->arena;
    c->diff = khct_diff_make(arena, c->old.compilation->work, c->new.compilation->work);
}

static void put_diff(void *context)
{
    comparing *c = context;
    khct_arena *arena = c->new.compilation->arena;
    khct_diff_names names = {c->old.name, c->new.name};
    switch (c->form) {
    case FORM_JSON: khct_diff_json(c->to, arena, c->diff, &names); return;
    case FORM_HTML:
        khct_diff_html(c->to, arena, c->diff, &names,
                       khct_library_file(c->library, arena, "html/khct.css"));
        return;
    case FORM_TEXT: break;
    }
    if (c->several && c->diff->changes.n > 0)
        KHCT_SHOW(c->to, "=== ", c->new.name, "\n");
    khct_diff_text(c->to, arena, c->diff, &names, c->common->style);
    if (c->several && c->diff->changes.n > 0)
        khct_out_char(c->to, '\n');
    if (c->diff->changes.n == 0 && !c->several && !c->common->quiet)
        khct_out_cstr(c->to, c->common->style.language == KHCT_VI
                                 ? "Hai kế hoạch không khác nhau.\n"
                                 : "The two plans do not differ.\n");
}

/* The file of -o is not one of those that are compared. */
static bool written(comparing *c)
{
    if (c->out != NULL && (khct_is_source(c->old.compilation, c->out) ||
                           khct_is_source(c->new.compilation, c->out))) {
        khct_complain(c->common, c->io.err, KHCT_KH8006, KHCT_MSG(WRITE_SOURCE, c->out));
        return false;
    }
    return khct_compilation_try(c->new.compilation, put_diff, c);
}

/* A part of a project is compared with the plan that uses it. */
static bool is_part(const side *s)
{
    return s->compilation->plan->heading.node == NULL;
}

/* Compares c->old with c->new; the worst status of all. */
static void compare_pair(comparing *c)
{
    int status = KHCT_EXIT_SYSTEM;
    open_side(c, &c->old);
    open_side(c, &c->new);
    if (readable(c, &c->old) && readable(c, &c->new)) {
        if (c->several && is_part(&c->old) && is_part(&c->new))
            status = KHCT_EXIT_FINE;
        else if (khct_compilation_try(c->new.compilation, compare, c) && written(c))
            status = c->diff->changes.n > 0 ? KHCT_EXIT_PLAN : KHCT_EXIT_FINE;
    }
    if (status > c->status)
        c->status = status;
    khct_compilation_free(c->old.compilation);
    khct_compilation_free(c->new.compilation);
    c->old.compilation = c->new.compilation = NULL;
}

/* --- revisions --- */

/* One line of git's answer, in the arena; empty: it has none. */
static khct_str answer(comparing *c, const char *const *arguments)
{
    khct_str text;
    return khct_git_text(c->arena, NULL, arguments, &text) ? khct_str_trim(text) : KHCT_STR("");
}

/* The hash of a revision; NULL: there is none of that name. */
static const char *resolve(comparing *c, khct_str revision)
{
    khct_str name = KHCT_JOIN(c->arena, revision, "^{commit}");
    const char *arguments[] = {
        "rev-parse", "--verify", "--quiet", "--end-of-options", khct_cstr(c->arena, name), NULL};
    khct_str hash = answer(c, arguments);
    size_t end = khct_str_find(hash, KHCT_STR("\n"));
    return hash.n == 0 ? NULL : khct_cstr(c->arena, khct_str_sub(hash, 0, end));
}

/* "v1..v2" or "v1", as hashes. */
static bool read_range(comparing *c, const char *range, const char **old, const char **new)
{
    khct_str all = khct_str_of(range);
    size_t dots = khct_str_find(all, KHCT_STR(".."));
    *old = *new = NULL;
    if (dots == all.n)
        return (*old = resolve(c, all)) != NULL;
    khct_str first = khct_str_sub(all, 0, dots), second = khct_str_sub(all, dots + 2, all.n);
    if (second.n > 0 && second.p[0] == '.')
        return false;
    *old = resolve(c, first.n > 0 ? first : KHCT_STR("HEAD"));
    *new = resolve(c, second.n > 0 ? second : KHCT_STR("HEAD"));
    return *old != NULL && *new != NULL;
}

static khct_str named(comparing *c, const char *range, bool new, khct_str path)
{
    khct_str all = khct_str_of(range);
    size_t dots = khct_str_find(all, KHCT_STR(".."));
    khct_str revision = dots == all.n ? all
                        : new         ? khct_str_sub(all, dots + 2, all.n)
                                      : khct_str_sub(all, 0, dots);
    if (new &&dots == all.n)
        return path;
    return KHCT_JOIN(c->arena, revision, ":", path);
}

/* From the root, also where there is no such file now: a revision has it under that name. */
static const char *absolute(comparing *c, const char *path)
{
    char real[KHCT_PATH_MAX], here[KHCT_PATH_MAX];
    khct_str found = khct_str_of(path);
    if (khct_path_real(path, real) != NULL)
        found = khct_str_of(real);
    else if (!khct_path_is_absolute(path) && khct_path_here(here))
        found = KHCT_JOIN(c->arena, here, "/", found);
    return khct_cstr(c->arena, found);
}

/* Compares one file of the repository; `path` as the shell finds it. */
static void compare_file(comparing *c, const char *range, const char *old, const char *new,
                         const char *path, khct_str shown)
{
    const char *real = absolute(c, path);
    c->old = (side){.path = real, .revision = old, .name = named(c, range, false, shown)};
    c->new = (side){.path = real, .revision = new, .name = named(c, range, true, shown)};
    compare_pair(c);
}

/* All plans that the older revision has. */
static void compare_all(comparing *c, const char *range, const char *old, const char *new)
{
    const char *arguments[] = {"ls-tree", "-r", "-z", "--name-only", old, NULL};
    khct_str names = {"", 0};
    if (!khct_git_text(c->arena, khct_cstr(c->arena, c->top), arguments, &names))
        c->status = KHCT_EXIT_SYSTEM;
    c->several = true;
    for (size_t at = 0; at < names.n;) {
        size_t end = at;
        while (end < names.n && names.p[end] != '\0')
            end++;
        khct_str name = khct_str_sub(names, at, end);
        at = end + 1;
        if (!khct_str_ends(name, ".khct"))
            continue;
        compare_file(c, range, old, new,
                     khct_cstr(c->arena, KHCT_JOIN(c->arena, c->top, "/", name)), name);
    }
}

static bool in_repository(comparing *c)
{
    const char *arguments[] = {"rev-parse", "--show-toplevel", NULL};
    c->top = answer(c, arguments);
    return c->top.n > 0;
}

/* --- the command --- */

typedef struct operands {
    comparing *c;
    char **at;
    int n;
} operands;

/* Files, or standard input. */
static bool is_file(const char *path)
{
    return strcmp(path, "-") == 0 || khct_is_there(path);
}

/* As git calls an external program: path, old file, hash, mode, new file, hash, mode. */
static void compare_external(comparing *c, char **at)
{
    c->quiet_end = true;
    c->several = true;
    khct_str name = khct_str_of(at[0]);
    bool made = strcmp(at[1], "/dev/null") == 0, gone = strcmp(at[4], "/dev/null") == 0;
    if (made || gone) {
        KHCT_SHOW(c->io.out, made ? "=== tệp mới: " : "=== tệp bỏ đi: ", name, "\n");
        return;
    }
    const char *real = absolute(c, at[0]);
    c->old = (side){.path = real, .bytes = at[1], .name = name};
    c->new = (side){.path = real, .bytes = at[4], .name = name};
    compare_pair(c);
}

static bool takes_files(const operands *o)
{
    return o->n == 2 && is_file(o->at[0]);
}

static void run(void *context)
{
    operands *o = context;
    comparing *c = o->c;
    if (o->n == 7 || o->n == 9) {
        compare_external(c, o->at);
        return;
    }
    if (takes_files(o)) {
        c->old = (side){.path = o->at[0], .name = khct_str_of(o->at[0])};
        c->new = (side){.path = o->at[1], .name = khct_str_of(o->at[1])};
        compare_pair(c);
        return;
    }
    const char *old, *new;
    if (!in_repository(c) || !read_range(c, o->at[0], &old, &new)) {
        c->status = khct_wrong_use(c->common, "không có tệp hay bản ghi git nào tên là",
                                   "there is no file and no revision of this name", o->at[0]);
        return;
    }
    c->several = o->n != 2;
    for (int i = 1; i < o->n; i++)
        compare_file(c, o->at[0], old, new, o->at[i], khct_str_of(o->at[i]));
    if (o->n == 1)
        compare_all(c, o->at[0], old, new);
}

/* Results of all pairs go into one file, which is written whole or not at all. */
static bool run_into_file(comparing *c, operands *o)
{
    khct_outfile file;
    bool input = takes_files(o) && khct_outfile_falls_on(c->out, o->at, (size_t)o->n, &c->io);
    if (input || !khct_outfile_open(&file, c->out, NULL, &c->io)) {
        c->status = KHCT_EXIT_SYSTEM;
        return true;
    }
    c->to = file.out;
    bool done = khct_try(c->arena, run, o);
    if (!khct_outfile_close(&file, done && c->status <= KHCT_EXIT_PLAN))
        c->status = KHCT_EXIT_SYSTEM;
    return done;
}

static form form_named(const char *name)
{
    return name == NULL || strcmp(name, "text") == 0 ? FORM_TEXT
           : strcmp(name, "html") == 0               ? FORM_HTML
                                                     : FORM_JSON;
}

int khct_main_diff(int count, char **files, khct_common *common)
{
    khct_option_id which = khct_last_of(common, KHCT_OPT_DIFF_FORM, KHCT_OPT_DIFF_FORMAT);
    comparing c = {.common = common,
                   .form = form_named(khct_value(common, which)),
                   .out = khct_value(common, KHCT_OPT_DIFF_OUT)};
    operands o = {&c, files, count};
    if (o.n == 0)
        return khct_wrong_use(common, "cần hai tệp, hoặc một bản ghi git",
                              "two files are needed, or a revision", NULL);
    if (c.form == FORM_HTML && o.n != 2)
        return khct_wrong_use(common, "trang HTML so sánh đúng một kế hoạch",
                              "a page of HTML compares just one plan", NULL);
    khct_streams streams;
    c.io = khct_streams_begin(&streams, common);
    c.library = khct_library_new(common->library_path);
    c.arena = khct_arena_new();
    c.to = c.io.out;
    if (c.library == NULL || c.arena == NULL ||
        !(c.out == NULL ? khct_try(c.arena, run, &o) : run_into_file(&c, &o))) {
        khct_no_memory(common, c.io.err);
        c.status = KHCT_EXIT_SYSTEM;
    }
    khct_compilation_free(c.old.compilation);
    khct_compilation_free(c.new.compilation);
    khct_arena_free(c.arena);
    khct_library_free(c.library);
    if (c.quiet_end && c.status == KHCT_EXIT_PLAN)
        c.status = KHCT_EXIT_FINE;
    return khct_finish_io(&c.io, c.status);
}

/* khct build: plans to other forms. */
#include "main/lines.h"
#include "main/outfile.h"
#include "main/outputs.h"
#include "main/watch.h"

#include "emit/latex/pdf.h"
#include "syntax/bundle.h"
#include "text/files.h"
#include "text/signals.h"
#include "text/system.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct building {
    khct_wish wish;
    khct_outputs outputs;
    khct_emit_options options;
    bool carry; /* the plan's files go along (--kemnguon) */
} building;

typedef struct emission {
    khct_compilation *compilation;
    const building *building;
    khct_emit_options options; /* the building's, with what is of this plan */
    khct_bundle bundle;
    khct_message stray; /* why they cannot go along */
    khct_page *page;
    const khct_backend *target;
    khct_out *out;
    khct_io *io;
    size_t said;    /* diagnostics */
    bool as_given;  /* the source that a plan in JSON was turned into, with its errors */
    bool written;   /* an output of this plan */
    unsigned pages; /* of a PDF; 0: not known */
} emission;

static void make_page(void *context)
{
    emission *e = context;
    e->page = khct_page_make(e->compilation->work);
}

static void emit(void *context)
{
    emission *e = context;
    if (e->as_given) {
        const khct_compilation *c = e->compilation;
        khct_out_str(e->out, khct_source_file(&c->sources, c->document->files.at[0].tree->source));
        return;
    }
    e->target->emit(e->out, e->compilation->work, e->page, &e->options);
}

static void bundle_up(void *context)
{
    emission *e = context;
    e->stray = khct_bundle_make(e->compilation->document, &e->bundle);
    e->options.bundle = &e->bundle;
}

/* What was reported since the plan's own diagnostics were said. */
static void say_rest(void *context)
{
    emission *e = context;
    const khct_diags *diags = &e->compilation->diags;
    for (size_t i = e->said; i < diags->list.n; i++)
        khct_render_diag(e->io->err, diags, diags->list.at[i], e->io->common->style);
}

/* The LaTeX of a PDF that failed stands beside it, for whoever can read it: `ke-hoach.khct.tex`, as
 * `ke-hoach.tex` may be somebody's. NULL: beside nothing, or no memory. */
static char *name_of_kept(const char *path)
{
    static const char ENDING[] = ".khct.tex";
    khct_file_facts facts;
    size_t n = strlen(path);
    if (strcmp(path, "-") == 0 || (khct_look(path, &facts) && facts.kind != KHCT_KIND_FILE))
        return NULL;
    if (n > 4 && strcmp(path + n - 4, ".pdf") == 0)
        n -= 4;
    char *kept = malloc(n + sizeof ENDING);
    if (kept != NULL) {
        memcpy(kept, path, n);
        memcpy(kept + n, ENDING, sizeof ENDING);
    }
    return kept;
}

/* The PDF into e->out, or false. */
static bool make_pdf(emission *e, const char *path, int *status)
{
    e->said = e->compilation->diags.list.n;
    char *keep = name_of_kept(path);
    khct_pdf_options options = {
        .keep = keep, .pages = &e->pages, .font = e->building->options.font};
    if (keep != NULL && !khct_is_source(e->compilation, keep))
        options.keep_over = khct_is_own(keep, khct_backend_named("latex"));
    khct_pdf_result result = khct_pdf_build(e->compilation->plan, e->page, e->out, &options);
    free(keep);
    khct_compilation_try(e->compilation, say_rest, e);
    *status = result == KHCT_PDF_DONE ? KHCT_EXIT_FINE : KHCT_EXIT_SYSTEM;
    return result == KHCT_PDF_DONE;
}

static int no_memory(khct_io *io)
{
    return khct_no_memory(io->common, io->err);
}

/* Puts the plan's files together where they are to go along. KHCT_EXIT_FINE, or, said, why not. */
static int carry(emission *e)
{
    if (!e->building->carry)
        return KHCT_EXIT_FINE;
    if (!khct_compilation_try(e->compilation, bundle_up, e))
        return no_memory(e->io);
    if (e->stray.id == KHCT_T_NONE)
        return KHCT_EXIT_FINE;
    khct_complain(e->io->common, e->io->err, KHCT_KH8013, e->stray);
    return KHCT_EXIT_PLAN;
}

/* "không có lỗi; đã ghi ke-hoach.pdf (6 trang)" */
static void say_written(emission *e, const char *path)
{
    bool vi = e->io->common->style.language == KHCT_VI;
    khct_out *err = e->io->err;
    e->io->tally->written++;
    if (e->io->common->quiet)
        return;
    if (!e->written) {
        khct_tally tally = {0};
        khct_tally_diags(&tally, &e->compilation->diags);
        khct_say_counts(err, &tally, e->io->common->style.language);
        khct_out_cstr(err, "; ");
    }
    e->written = true;
    KHCT_SHOW(err, vi ? "đã ghi " : "wrote ", khct_str_of(path));
    if (e->pages > 0)
        khct_out_format(err,
                        vi              ? " (%u trang)"
                        : e->pages == 1 ? " (%u page)"
                                        : " (%u pages)",
                        e->pages);
    khct_out_char(err, '\n');
}

/* Whether the output may take the place of what stands there; if not, it is said. */
static bool may_write(const emission *e, const khct_output *output)
{
    khct_file_facts facts;
    khct_str path = khct_str_of(output->path);
    if (strcmp(output->path, "-") == 0 || !khct_look_at_link(output->path, &facts))
        return true;
    if (khct_is_source(e->compilation, output->path)) {
        khct_complain(e->io->common, e->io->err, KHCT_KH8006, KHCT_MSG(WRITE_SOURCE, path));
        return false;
    }
    if (output->named || facts.kind == KHCT_KIND_FOLDER || khct_is_own(output->path, e->target))
        return true;
    khct_complain(e->io->common, e->io->err, KHCT_KH8010, KHCT_MSG(WRITE_NOT_OURS, path));
    return false;
}

static int write_one(emission *e, const khct_output *output)
{
    const char *path = output->path;
    khct_outfile file;
    int status = KHCT_EXIT_SYSTEM;
    if (!may_write(e, output))
        return status;
    if (e->building->wish.directory && !khct_make_folders(path, 0)) {
        khct_outfile_fail(e->io, path, errno);
        return status;
    }
    if (!khct_outfile_open(&file, path, NULL, e->io))
        return status;
    e->out = file.out;
    e->pages = 0;
    bool pdf = e->target->emit == NULL;
    bool made = pdf ? make_pdf(e, path, &status) : khct_compilation_try(e->compilation, emit, e);
    if (!made && !pdf)
        no_memory(e->io);
    if (!khct_outfile_close(&file, made))
        return KHCT_EXIT_SYSTEM;
    if (made && strcmp(path, "-") != 0)
        say_written(e, path);
    return made ? KHCT_EXIT_FINE : status;
}

static bool is_only(const building *b, const khct_backend *t)
{
    for (size_t i = 0; i < KHCT_BACKENDS; i++)
        if (b->wish.wanted[i] != (&khct_backends[i] == t))
            return false;
    return true;
}

static int visit(khct_compilation *compilation, khct_io *io, void *context)
{
    const building *b = context;
    emission e = {.compilation = compilation, .building = b, .options = b->options, .io = io};
    int status = khct_say_diags(compilation, io);
    /* the source of a plan in JSON with errors too: it is where they are mended */
    e.as_given = status == KHCT_EXIT_PLAN && compilation->plan != NULL &&
                 compilation->options->conversion != NULL && is_only(b, khct_backend_named("khct"));
    if (status != KHCT_EXIT_FINE && !e.as_given)
        return status;
    int carried = carry(&e);
    if (carried != KHCT_EXIT_FINE)
        return carried;
    const khct_output *outputs = &b->outputs.at[(size_t)io->index * KHCT_BACKENDS];
    for (size_t t = 0; t < KHCT_BACKENDS; t++) {
        if (outputs[t].path == NULL)
            continue;
        e.target = &khct_backends[t];
        if ((e.target->flags & KHCT_PAGED) && e.page == NULL &&
            !khct_compilation_try(compilation, make_page, &e))
            return no_memory(io);
        int one = write_one(&e, &outputs[t]);
        status = one > status ? one : status;
    }
    return status;
}

/* --- the command --- */

static bool is_directory(const char *path)
{
    size_t n = strlen(path);
    return (n > 1 && path[n - 1] == '/') || khct_is_folder(path);
}

/* Several threads hold signals back together (see khct_pdf_build): one that came to any of them
 * would leave behind what the others have begun. Nothing then ends the waiting for standard input,
 * so that a plan that stands there makes it one at a time. */
static int run(building *b, khct_common *common)
{
    khct_wish *w = &b->wish;
    for (int i = 0; i < w->count; i++)
        if (strcmp(w->files[i], "-") == 0)
            common->jobs = 1;
    if (common->jobs == 1)
        return khct_each_plan(w->files, w->count, common, visit, b);
    khct_held before;
    khct_signals_hold(&before);
    int status = khct_each_plan(w->files, w->count, common, visit, b);
    khct_signals_release(&before);
    return status;
}

static int no_such_target(const khct_common *common, const char *name)
{
    khct_arena *arena = khct_arena_new();
    if (arena == NULL)
        return KHCT_EXIT_SYSTEM;
    khct_str names = khct_backend_names(arena);
    khct_complain(common, NULL, KHCT_KH8012,
                  name == NULL ? KHCT_MSG(TARGET_NEEDED, names) : KHCT_MSG(NO_TARGET, name, names));
    khct_arena_free(arena);
    return KHCT_EXIT_USE;
}

/* Which forms: those of -t, or that which the ending of -o says, or, when nothing says any, the
 * page and, where LaTeX is installed, the PDF. The number of forms; 0: there is no such form. */
static unsigned choose(khct_wish *wish, const char *name)
{
    bool all = name != NULL && strcmp(name, "all") == 0, file = wish->out != NULL;
    const khct_backend *one =
        name != NULL && !all ? khct_backend_named(name)
        : file && !all && !is_directory(wish->out) && strcmp(wish->out, "-") != 0
            ? khct_backend_of_file(wish->out)
            : NULL;
    bool usual = name == NULL && (!file || is_directory(wish->out));
    unsigned count = 0;
    for (size_t i = 0; i < KHCT_BACKENDS; i++) {
        const khct_backend *t = &khct_backends[i];
        wish->wanted[i] = t == one || (all && strcmp(t->name, "khct") != 0) ||
                          (usual && (strcmp(t->name, "html") == 0 ||
                                     (strcmp(t->name, "pdf") == 0 && khct_pdf_possible())));
        count += wish->wanted[i];
    }
    wish->beside = all || wish->count > 1;
    return count;
}

static int say_uncarried(const char *form, const khct_common *common)
{
    return khct_wrong_use(
        common, "--kemnguon chỉ đi với -t docx; chưa có cách kèm nguồn vào dạng",
        "--kemnguon goes with -t docx alone; the source cannot go along in the form", form);
}

/* -1 where the plan's files may go along in all that is wanted, else, said, the exit status. */
static int find_uncarried(const khct_wish *w, const khct_common *common)
{
    const char *form = NULL;
    for (size_t i = 0; i < KHCT_BACKENDS; i++)
        if (w->wanted[i] && !(khct_backends[i].flags & KHCT_CARRIES))
            form = khct_backends[i].name;
    return form == NULL ? -1 : say_uncarried(form, common);
}

/* -1 where what is wanted can be, else, said, the exit status. */
static int find_fault(const khct_wish *w, unsigned forms, const char *name,
                      const khct_common *common)
{
    bool out = w->out != NULL && strcmp(w->out, "-") == 0;
    if (forms == 0)
        return no_such_target(common, name);
    if (w->out != NULL && !w->directory && (w->count > 1 || forms > 1))
        return khct_wrong_use(
            common, "nhiều tệp thì -o phải là một thư mục đã có; đây không phải thư mục:",
            "with several files -o must be an existing directory, which this is not:", w->out);
    for (size_t i = 0; i < KHCT_BACKENDS; i++)
        if (w->wanted[i] && (khct_backends[i].flags & KHCT_BINARY) && out &&
            khct_is_terminal(STDOUT_FILENO))
            return khct_wrong_use(common, "không ghi ra màn hình được; dùng -o TỆP cho dạng",
                                  "this cannot be written to a terminal; use -o FILE for the form",
                                  khct_backends[i].name);
    return -1;
}

static bool wants_lines(const khct_common *common)
{
    const char *out = khct_value(common, KHCT_OPT_OUT);
    const char *target = khct_value(common, KHCT_OPT_TARGET);
    return target != NULL ? strcmp(target, "jsonl") == 0
                          : out != NULL && khct_has_ending(out, ".jsonl");
}

static khct_emit_options options_of(const khct_common *common)
{
    const char *name = khct_value(common, KHCT_OPT_FONT);
    khct_str font = {name, name == NULL ? 0 : strlen(name)};
    return (khct_emit_options){.language = common->style.language,
                               .pretty = khct_last_of(common, KHCT_OPT_PRETTY, KHCT_OPT_COMPACT) ==
                                         KHCT_OPT_PRETTY,
                               .places = khct_has(common, KHCT_OPT_PLACES),
                               .bom = khct_has(common, KHCT_OPT_BOM),
                               .font = font};
}

static int build_files(khct_common *common)
{
    const khct_inputs *inputs = common->inputs;
    const char *out = khct_value(common, KHCT_OPT_OUT);
    const char *target = khct_value(common, KHCT_OPT_TARGET);
    building b = {.options = options_of(common), .carry = khct_has(common, KHCT_OPT_CARRY)};
    b.wish = (khct_wish){.out = out, .files = inputs->files.at, .count = (int)inputs->files.n};
    b.wish.directory = out != NULL && is_directory(out);
    int status = find_fault(&b.wish, choose(&b.wish, target), target, common);
    if (status < 0 && b.carry)
        status = find_uncarried(&b.wish, common);
    if (inputs->many)
        b.wish.beside = true;
    if (status < 0)
        status = khct_outputs_plan(&b.outputs, &b.wish, common);
    if (status < 0) {
        bool again = khct_has(common, KHCT_OPT_WATCH);
        khct_watch *w = again ? khct_watch_new(b.wish.files, b.wish.count, common) : NULL;
        do
            status = again && w == NULL ? KHCT_EXIT_SYSTEM : run(&b, common);
        while (w != NULL && khct_watch_wait(w));
        khct_watch_free(w);
    }
    khct_outputs_free(&b.outputs);
    return status;
}

int khct_main_build(int count, char **operands, khct_common *common)
{
    khct_inputs inputs = {0};
    khct_emit_options options = options_of(common);
    const char *out = khct_value(common, KHCT_OPT_OUT), *from = khct_value(common, KHCT_OPT_FROM);
    int status = khct_inputs_gather(&inputs, operands, count, common);
    if (status >= 0)
        return status;
    common->takes_json = true;
    common->from_json = from != NULL && strcmp(from, "json") == 0;
    common->inputs = &inputs;
    if (!wants_lines(common))
        status = build_files(common);
    else if (khct_has(common, KHCT_OPT_CARRY))
        status = say_uncarried("jsonl", common);
    else
        status = khct_build_lines(&inputs, out == NULL || strcmp(out, "-") == 0 ? NULL : out,
                                  &options, common);
    khct_inputs_free(&inputs);
    return status;
}

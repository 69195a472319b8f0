/* khct fix: applies the fixes that are sure. */
#include "main/main.h"

#include "syntax/fix.h"

typedef struct fixing {
    bool diff;
    khct_compilation *compilation;
    khct_io *io;
    const khct_file *file;
    khct_edits edits;
    khct_str text;
} fixing;

static void make_text(void *context)
{
    fixing *f = context;
    const khct_diags *diags = &f->compilation->diags;
    uint32_t source = f->file->tree->source;
    f->edits = khct_edits_of(diags, source, KHCT_SAFE);
    if (f->diff)
        khct_edits_diff(f->io->out, diags, source, &f->edits);
    else
        f->text = khct_edits_apply(diags, source, &f->edits);
}

static void say_fixed(const fixing *f, khct_str name)
{
    khct_out *err = f->io->err;
    if (f->io->common->quiet || f->edits.fixes == 0)
        return;
    bool vi = f->io->common->style.language == KHCT_VI;
    khct_out_terminal(err, name);
    khct_out_format(err, vi ? ": đã sửa %zu chỗ" : ": %zu fixed", f->edits.fixes);
    if (f->edits.left > 0)
        khct_out_format(err, vi ? ", còn %zu chỗ sửa ở lần chạy sau" : ", %zu left for another run",
                        f->edits.left);
    khct_out_char(err, '\n');
}

/* The plan's own files one after the other: what `dung` names is a part of the plan. */
static int fix_file(fixing *f)
{
    khct_compilation *c = f->compilation;
    if (!khct_compilation_try(c, make_text, f))
        return KHCT_EXIT_SYSTEM;
    bool piped = khct_str_is(f->file->path, "-");
    if (f->diff || (f->edits.fixes == 0 && !piped))
        return KHCT_EXIT_FINE;
    const khct_source *source = khct_source_at(&c->sources, f->file->tree->top->span);
    if (source->binary && !piped) {
        khct_complain(f->io->common, f->io->err, KHCT_KH8006,
                      KHCT_MSG(WRITE_NOT_TEXT, source->name));
        return KHCT_EXIT_PLAN;
    }
    khct_outfile file;
    if (!khct_outfile_open(&file, f->file->path.p, &f->file->stamp, f->io))
        return KHCT_EXIT_SYSTEM;
    khct_out_str(file.out, f->text);
    if (!khct_outfile_close(&file, true))
        return KHCT_EXIT_SYSTEM;
    say_fixed(f, source->name);
    return KHCT_EXIT_FINE;
}

/* Files of the plan that could not be read are said: nothing in them is mended. */
typedef struct unread {
    const khct_diags *diags;
    khct_io *io;
    bool any;
} unread;

static void say_unread(void *context)
{
    unread *u = context;
    for (size_t i = 0; i < u->diags->list.n; i++) {
        const khct_diag *diag = u->diags->list.at[i];
        if (diag->code < KHCT_KH8001 || diag->code > KHCT_KH8007)
            continue;
        khct_render_diag(u->io->err, u->diags, diag, u->io->common->style);
        u->any = true;
    }
}

static int visit(khct_compilation *compilation, khct_io *io, void *context)
{
    const fixing *wanted = context;
    if (compilation->no_memory || compilation->document == NULL ||
        compilation->document->files.n == 0)
        return khct_say_diags(compilation, io);
    int status = KHCT_EXIT_FINE;
    for (size_t i = 0; i < compilation->document->files.n; i++) {
        fixing f = {.diff = wanted->diff, .compilation = compilation, .io = io};
        f.file = &compilation->document->files.at[i];
        int now = fix_file(&f);
        status = now > status ? now : status;
    }
    unread u = {.diags = &compilation->diags, .io = io};
    if (!khct_compilation_try(compilation, say_unread, &u))
        return KHCT_EXIT_SYSTEM;
    return u.any && status == KHCT_EXIT_FINE ? KHCT_EXIT_PLAN : status;
}

static bool take(khct_option_id option, const char *value, void *context)
{
    (void)value;
    fixing *wanted = context;
    if (option == KHCT_OPT_DIFF)
        wanted->diff = true;
    return option == KHCT_OPT_DIFF;
}

int khct_main_fix(int argc, char **argv, khct_common *common)
{
    fixing wanted = {0};
    int status = khct_take_options(argc, argv, common, take, &wanted);
    if (status >= 0)
        return status;
    if (optind >= argc)
        return khct_wrong_use(common, "cần ít nhất một tệp", "at least one file is needed", NULL);
    common->jobs = 1; /* two plans may share a file */
    return khct_each_plan(argv + optind, argc - optind, common, visit, &wanted);
}

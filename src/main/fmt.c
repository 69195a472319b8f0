/* khct fmt: the canonical layout. */
#include "main/main.h"

#include "syntax/format.h"

typedef struct formatting {
    khct_format_options options;
    bool check, in_place;
    /* one file */
    khct_common *common;
    khct_io *io;
    const char *path;
    khct_arena *arena;
    khct_sources sources;
    khct_diags diags;
    khct_document *document;
    khct_out *made; /* in memory */
    bool broken;    /* not all of it could be read */
} formatting;

/* Reads the file alone: what it uses is formatted when it is named. */
static void format(void *context)
{
    formatting *f = context;
    f->sources.arena = f->diags.arena = f->arena;
    f->diags.sources = &f->sources;
    khct_loader loader = {.diags = &f->diags,
                          .vocabulary = khct_vocabulary_new(f->arena),
                          .root = f->common->root,
                          .alone = true};
    f->document = khct_load(&loader, f->path);
    khct_diags_settle(&f->diags);
    f->broken = khct_diags_failed(&f->diags);
    if (f->broken)
        khct_render_diags(f->io->err, &f->diags, false, f->common->style);
    if (f->document->files.n > 0)
        khct_format_tree(f->made, &f->diags, loader.vocabulary, f->document->files.at[0].tree,
                         f->options);
}

static bool write_in_place(formatting *f)
{
    const khct_file *plan = &f->document->files.at[0];
    return khct_outfile_rewrite(plan, f->path, khct_out_text(f->made), f->io);
}

/* Puts what was made where it belongs. The exit status. */
static int put(formatting *f)
{
    if (f->document->files.n == 0)
        return f->diags.list.n > 0 && f->diags.list.at[0]->code == KHCT_KH8005 ? KHCT_EXIT_SYSTEM
                                                                               : KHCT_EXIT_PLAN;
    const khct_tree *tree = f->document->files.at[0].tree;
    const khct_source *source = khct_source_at(&f->sources, tree->top->span);
    khct_str text = khct_source_file(&f->sources, tree->source);
    bool changed = !khct_str_eq(text, khct_out_text(f->made));
    bool piped = strcmp(f->path, "-") == 0;
    if (f->check && changed) {
        KHCT_SHOW(f->io->out, khct_str_of(f->path), "\n"); /* one line, whatever is in the name */
    } else if (!f->check && (piped || !f->in_place)) {
        khct_out_str(f->io->out, khct_out_text(f->made));
    } else if (!f->check && changed && source->binary) {
        khct_complain(f->common, f->io->err, KHCT_KH8006, KHCT_MSG(WRITE_NOT_TEXT, source->name));
        return KHCT_EXIT_PLAN;
    } else if (!f->check && changed && !write_in_place(f)) {
        return KHCT_EXIT_SYSTEM;
    }
    return f->broken || (f->check && changed) ? KHCT_EXIT_PLAN : KHCT_EXIT_FINE;
}

static int format_file(formatting *f)
{
    f->arena = khct_arena_new();
    f->made = khct_out_new();
    int status = KHCT_EXIT_SYSTEM;
    bool done = false;
    if (f->arena != NULL && f->made != NULL)
        done = khct_try(f->arena, format, f) && khct_out_finish(f->made) == 0;
    if (done)
        status = put(f);
    else
        khct_no_memory(f->common, f->io->err);
    khct_out_free(f->made);
    khct_arena_free(f->arena);
    return status;
}

int khct_main_fmt(int count, char **operands, khct_common *common)
{
    khct_streams streams;
    const formatting wanted = {.options = {.marked = khct_has(common, KHCT_OPT_MARKED),
                                           .sorted = khct_has(common, KHCT_OPT_SORTED)},
                               .check = khct_has(common, KHCT_OPT_CHECK),
                               .in_place = khct_has(common, KHCT_OPT_IN_PLACE)};
    if (count == 0)
        return khct_wrong_use(common, "cần ít nhất một tệp", "at least one file is needed", NULL);
    khct_io io = khct_streams_begin(&streams, common);
    int status = KHCT_EXIT_FINE;
    for (int i = 0; i < count; i++) {
        formatting f = wanted;
        f.common = common;
        f.io = &io;
        f.path = operands[i];
        int now = format_file(&f);
        status = now > status ? now : status;
    }
    return khct_finish_io(&io, status);
}

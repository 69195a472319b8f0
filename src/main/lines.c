#include "main/lines.h"

#include "diag/json.h"
#include "emit/json/json.h"
#include "text/json.h"

#include <stdlib.h>
#include <string.h>

typedef struct line {
    khct_compilation *compilation;
    khct_io *io;
    const khct_emit_options *options;
    khct_out *made; /* the plan, in memory */
} line;

/* What stands before the plan's own keys. */
static void put_head(const line *l, khct_state state)
{
    khct_out *out = l->io->out;
    khct_out_cstr(out, "{\"tep\":");
    khct_json_string(out, khct_str_of(l->compilation->path));
    khct_out_cstr(out, ",\"tinhtrang\":");
    khct_json_string(out, khct_str_of(khct_state_key(state)));
    if (khct_diags_failed(&l->compilation->diags))
        khct_out_cstr(out, ",\"coloi\":true");
}

/* JSON on one line: line ends stand only between its signs. */
static void put_flat(khct_out *out, khct_str text)
{
    for (size_t at = 0; at < text.n;) {
        size_t end = at + khct_str_find(khct_str_sub(text, at, text.n), KHCT_STR("\n"));
        khct_out_str(out, khct_str_sub(text, at, end));
        at = end + 1;
    }
}

static void put_diags(const line *l)
{
    const khct_diags *diags = &l->compilation->diags;
    khct_diag_form form = {.places = true, .arena = l->compilation->arena};
    khct_json_writer w = khct_json_writer_of(l->io->out, false);
    khct_json_list(&w);
    for (size_t i = 0; i < diags->list.n; i++)
        khct_json_diag(&w, diags, diags->list.at[i], &form);
    khct_json_end_list(&w);
}

static void put_line(void *context)
{
    line *l = context;
    const khct_compilation *c = l->compilation;
    khct_state state = khct_state_of(c, l->io->common);
    khct_out *out = l->io->out;
    put_head(l, state);
    if (c->work != NULL && state != KHCT_STATE_NO_PLAN) {
        khct_emit_json(l->made, c->work, NULL, l->options);
        khct_out_finish(l->made);
        khct_str text = khct_str_trim(khct_out_text(l->made));
        khct_out_char(out, ',');
        put_flat(out, khct_str_trim(khct_str_sub(text, 1, text.n)));
    } else {
        khct_out_cstr(out, ",\"diagnostics\":");
        put_diags(l);
        khct_out_char(out, '}');
    }
    khct_out_char(out, '\n');
}

static int visit(khct_compilation *compilation, khct_io *io, void *context)
{
    khct_out *made = malloc(sizeof *made);
    line l = {compilation, io, context, made};
    bool done = false;
    if (made != NULL && !compilation->no_memory) {
        khct_out_to_memory(made);
        done = khct_compilation_try(compilation, put_line, &l);
        khct_out_release(made);
    }
    free(made);
    if (done)
        return khct_say_diags(compilation, io);
    khct_complain(io->common, io->err, KHCT_KH9003, KHCT_MSG0(MEMORY));
    return KHCT_EXIT_SYSTEM;
}

int khct_build_lines(const khct_inputs *inputs, const char *path, const khct_emit_options *options,
                     khct_common *common)
{
    khct_emit_options flat = *options;
    flat.pretty = false;
    common->inputs = inputs;
    common->streams = true;
    khct_out *err = malloc(sizeof *err);
    if (err == NULL)
        return KHCT_EXIT_SYSTEM;
    khct_out_lines_to_fd(err, 2);
    khct_io io = {.err = err, .common = common};
    khct_outfile file;
    int status = KHCT_EXIT_SYSTEM;
    if (path == NULL) {
        status = khct_each_plan(inputs->files.at, (int)inputs->files.n, common, visit, &flat);
    } else if (!khct_inputs_hold(inputs, path, &io) && khct_outfile_open(&file, path, NULL, &io)) {
        khct_framing framing = {.to = file.out};
        status = khct_each_framed(inputs->files.at, (int)inputs->files.n, common, visit, &flat,
                                  &framing);
        if (!khct_outfile_close(&file, true))
            status = KHCT_EXIT_SYSTEM;
    }
    khct_out_finish(err);
    free(err);
    return status;
}

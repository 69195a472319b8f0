#include "main/lines.h"

#include "diag/json.h"
#include "emit/json/json.h"
#include "text/json.h"

/* What stands before the plan's own keys. */
static void put_head(khct_out *out, const khct_compilation *c, khct_state state)
{
    khct_out_cstr(out, "{\"tep\":");
    khct_json_string(out, khct_str_of(c->path));
    khct_out_cstr(out, ",\"tinhtrang\":");
    khct_json_string(out, khct_str_of(khct_state_key(state)));
    if (khct_diags_failed(&c->diags))
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

static void put_diags(khct_out *out, const khct_compilation *c)
{
    khct_diag_form form = {.places = true, .arena = c->arena};
    khct_json_writer w = khct_json_writer_of(out, false);
    khct_json_list(&w);
    for (size_t i = 0; i < c->diags.list.n; i++)
        khct_json_diag(&w, &c->diags, c->diags.list.at[i], &form);
    khct_json_end_list(&w);
}

/* What a line is made with. */
typedef struct making {
    const khct_emit_options *options;
    khct_out *plan; /* in memory */
} making;

static void put_line(khct_compilation *c, khct_io *io, void *context)
{
    const making *m = context;
    khct_state state = khct_state_of(c, io->common);
    khct_out *out = io->out;
    put_head(out, c, state);
    if (c->work != NULL && state != KHCT_STATE_NO_PLAN) {
        khct_emit_json(m->plan, c->work, NULL, m->options);
        khct_out_finish(m->plan);
        khct_str text = khct_str_trim(khct_out_text(m->plan));
        khct_out_char(out, ',');
        put_flat(out, khct_str_trim(khct_str_sub(text, 1, text.n)));
    } else {
        khct_out_cstr(out, ",\"diagnostics\":");
        put_diags(out, c);
        khct_out_char(out, '}');
    }
    khct_out_char(out, '\n');
}

static int visit(khct_compilation *compilation, khct_io *io, void *context)
{
    making m = {context, khct_out_new()};
    bool done = m.plan != NULL && khct_show_plan(compilation, io, put_line, &m);
    khct_out_free(m.plan);
    return done ? khct_say_diags(compilation, io) : khct_no_memory(io->common, io->err);
}

int khct_build_lines(const khct_inputs *inputs, const char *path, const khct_emit_options *options,
                     khct_common *common)
{
    khct_emit_options flat = *options;
    flat.pretty = false;
    common->inputs = inputs;
    common->streams = true;
    khct_out err;
    khct_io io = {.err = &err, .common = common};
    khct_out_lines_to_fd(&err, 2);
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
    khct_out_finish(&err);
    return status;
}

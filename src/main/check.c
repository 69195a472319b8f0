/* khct check: read, check, report; the report is text, JSON, SARIF or JUnit. */
#include "main/inputs.h"

#include "diag/json.h"
#include "diag/junit.h"
#include "diag/sarif.h"
#include "main/watch.h"

typedef struct writing {
    const khct_compilation *compilation;
    khct_io *io;
} writing;

static void write_diags(void *context)
{
    const writing *w = context;
    const khct_diags *diags = &w->compilation->diags;
    khct_str path = khct_str_of(w->compilation->path);
    if (w->io->common->format == KHCT_FORMAT_JSON)
        khct_json_diags(w->io->out, diags, path);
    else if (w->io->common->format == KHCT_FORMAT_JUNIT)
        khct_junit_suite(w->io->out, diags, path, w->io->common->style.language);
    else
        khct_sarif_results(w->io->out, diags, path, w->io->common->style.language);
}

static int visit(khct_compilation *compilation, khct_io *io, void *context)
{
    (void)context;
    if (io->common->format == KHCT_FORMAT_TEXT)
        return khct_say_diags(compilation, io);
    writing w = {compilation, io};
    if (compilation->no_memory || !khct_try(compilation->arena, write_diags, &w)) {
        khct_complain(io->common, io->err, KHCT_KH9003, KHCT_MSG0(MEMORY));
        return KHCT_EXIT_SYSTEM;
    }
    return khct_plan_status(compilation);
}

static int check_as_sarif(char **files, int count, const khct_common *common)
{
    khct_out *head = khct_out_new(), *tail = khct_out_new();
    int status = KHCT_EXIT_SYSTEM;
    if (head != NULL && tail != NULL) {
        khct_sarif_begin(head, KHCT_VERSION, common->style.language);
        khct_sarif_end(tail);
        bool made = khct_out_finish(head) == 0 && khct_out_finish(tail) == 0;
        khct_framing framing = {
            khct_out_text(head), KHCT_STR(","), khct_out_text(tail), NULL, NULL, NULL};
        if (made)
            status = khct_each_framed(files, count, common, visit, NULL, &framing);
    }
    khct_out_free(head);
    khct_out_free(tail);
    return status;
}

static int check_all(const khct_inputs *inputs, const khct_common *common)
{
    const khct_framing json = {KHCT_STR("{\"khct\": \"" KHCT_VERSION "\", \"plans\": [\n"),
                               KHCT_STR(",\n"),
                               KHCT_STR("]}\n"),
                               NULL,
                               NULL,
                               NULL};
    const khct_framing junit = {
        KHCT_STR(KHCT_JUNIT_BEGIN), KHCT_STR(""), KHCT_STR(KHCT_JUNIT_END), NULL, NULL, NULL};
    int count = (int)inputs->files.n;
    if (common->format == KHCT_FORMAT_SARIF)
        return check_as_sarif(inputs->files.at, count, common);
    return khct_each_framed(inputs->files.at, count, common, visit, NULL,
                            common->format == KHCT_FORMAT_JSON    ? &json
                            : common->format == KHCT_FORMAT_JUNIT ? &junit
                                                                  : NULL);
}

typedef struct given {
    khct_inputs inputs;
    bool watch;
} given;

static bool take(khct_option_id option, const char *value, void *context)
{
    given *g = context;
    if (option != KHCT_OPT_WATCH)
        return khct_inputs_option(&g->inputs, option, value);
    return g->watch = true;
}

static int check_again(const khct_inputs *inputs, const khct_common *common)
{
    khct_watch *w = khct_watch_new(inputs->files.at, (int)inputs->files.n, common);
    int status;
    do
        status = w == NULL ? KHCT_EXIT_SYSTEM : check_all(inputs, common);
    while (w != NULL && khct_watch_wait(w));
    khct_watch_free(w);
    return status;
}

int khct_main_check(int argc, char **argv, khct_common *common)
{
    given g = {0};
    int status = khct_take_options(argc, argv, common, take, &g);
    if (status < 0)
        status = khct_inputs_gather(&g.inputs, argv + optind, argc - optind, common);
    if (status >= 0)
        return status;
    common->takes_json = true;
    common->inputs = &g.inputs;
    status = g.watch ? check_again(&g.inputs, common) : check_all(&g.inputs, common);
    khct_inputs_free(&g.inputs);
    return status;
}

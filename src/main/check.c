/* khct check: read, check, report; the report is text, JSON, SARIF or JUnit. */
#include "main/inputs.h"

#include "diag/json.h"
#include "diag/junit.h"
#include "diag/sarif.h"
#include "main/watch.h"

static void write_diags(khct_compilation *c, khct_io *io, void *context)
{
    (void)context;
    khct_language language = io->common->style.language;
    khct_str path = khct_str_of(c->path);
    if (io->common->format == KHCT_FORMAT_JSON)
        khct_json_diags(io->out, &c->diags, path);
    else if (io->common->format == KHCT_FORMAT_JUNIT)
        khct_junit_suite(io->out, &c->diags, path, language);
    else
        khct_sarif_results(io->out, &c->diags, path, language);
}

static int visit(khct_compilation *compilation, khct_io *io, void *context)
{
    (void)context;
    if (io->common->format == KHCT_FORMAT_TEXT)
        return khct_say_diags(compilation, io);
    if (!khct_show_plan(compilation, io, write_diags, NULL))
        return khct_no_memory(io->common, io->err);
    return khct_plan_status(compilation);
}

static int check_as_sarif(char **files, int count, const khct_common *common)
{
    khct_out head, tail;
    int status = KHCT_EXIT_SYSTEM;
    khct_out_to_memory(&head);
    khct_out_to_memory(&tail);
    khct_sarif_begin(&head, KHCT_VERSION, common->style.language);
    khct_sarif_end(&tail);
    if (khct_out_finish(&head) == 0 && khct_out_finish(&tail) == 0) {
        khct_framing framing = {.before = khct_out_text(&head),
                                .between = KHCT_STR(","),
                                .after = khct_out_text(&tail)};
        status = khct_each_framed(files, count, common, visit, NULL, &framing);
    }
    khct_out_release(&head);
    khct_out_release(&tail);
    return status;
}

static int check_all(const khct_inputs *inputs, const khct_common *common)
{
    const khct_framing junit = {.before = KHCT_STR(KHCT_JUNIT_BEGIN),
                                .after = KHCT_STR(KHCT_JUNIT_END)};
    int count = (int)inputs->files.n;
    if (common->format == KHCT_FORMAT_SARIF)
        return check_as_sarif(inputs->files.at, count, common);
    return khct_each_framed(inputs->files.at, count, common, visit, NULL,
                            common->format == KHCT_FORMAT_JSON    ? &khct_json_framing
                            : common->format == KHCT_FORMAT_JUNIT ? &junit
                                                                  : NULL);
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

int khct_main_check(int count, char **operands, khct_common *common)
{
    khct_inputs inputs = {0};
    int status = khct_inputs_gather(&inputs, operands, count, common);
    if (status >= 0)
        return status;
    common->takes_json = true;
    common->inputs = &inputs;
    status = khct_has(common, KHCT_OPT_WATCH) ? check_again(&inputs, common)
                                              : check_all(&inputs, common);
    khct_inputs_free(&inputs);
    return status;
}

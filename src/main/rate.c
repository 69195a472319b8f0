/* khct rate: the level of the school. */
#include "main/main.h"

#include "emit/json/json.h"
#include "report/rate.h"

static void show(khct_compilation *c, khct_io *io, void *context)
{
    (void)context;
    if (io->common->format == KHCT_FORMAT_JSON)
        khct_emit_json_rating(io->out, c->work);
    else
        khct_rate_write(io->out, c->work, io->common->style.language);
}

static int visit(khct_compilation *compilation, khct_io *io, void *context)
{
    (void)context;
    if (compilation->plan == NULL || compilation->no_memory)
        return khct_say_diags(compilation, io);
    if (!khct_show_plan(compilation, io, show, NULL))
        return khct_no_memory(io->common, io->err);
    /* a rating of a plan that was not read in full may be wrong, so its errors are told; what a
     * signed plan may carry does not change it */
    if (khct_diags_count(&compilation->diags, KHCT_ERROR) == 0)
        return KHCT_EXIT_FINE;
    return khct_say_diags(compilation, io);
}

int khct_main_rate(int count, char **operands, khct_common *common)
{
    if (count == 0)
        return khct_wrong_use(common, "cần ít nhất một tệp", "at least one file is needed", NULL);
    return khct_each_framed(operands, count, common, visit, NULL,
                            common->format == KHCT_FORMAT_JSON ? &khct_json_framing : NULL);
}

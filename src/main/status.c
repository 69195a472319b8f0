/* khct status: where the tasks stand on a day. */
#include "main/main.h"

#include "report/status.h"

#include <time.h>

static void show(khct_compilation *c, khct_io *io, void *context)
{
    (void)context;
    khct_status_write(io->out, c->work, io->common->style.language);
}

static int visit(khct_compilation *compilation, khct_io *io, void *context)
{
    (void)context;
    if (compilation->plan != NULL && !khct_show_plan(compilation, io, show, NULL))
        compilation->no_memory = true;
    return khct_say_diags(compilation, io);
}

int khct_main_status(int count, char **operands, khct_common *common)
{
    if (count == 0)
        return khct_wrong_use(common, "cần ít nhất một tệp", "at least one file is needed", NULL);
    if (common->today == KHCT_NO_DATE) { /* without --on the question is about now */
        time_t now = time(NULL);
        struct tm parts;
        if (localtime_r(&now, &parts) != NULL)
            common->today = khct_date_of(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
    }
    return khct_each_plan(operands, count, common, visit, NULL);
}

#include "main/main.h"

static int visit(khct_compilation *compilation, khct_io *io, void *context)
{
    (void)context;
    return khct_say_diags(compilation, io);
}

int khct_main_check(int argc, char **argv, khct_common *common)
{
    int status = khct_take_options(argc, argv, common, NULL, NULL, NULL, NULL);
    if (status >= 0)
        return status;
    if (optind >= argc)
        return khct_wrong_use(common, "cần ít nhất một tệp", "at least one file is needed", NULL);
    return khct_each_plan(argv + optind, argc - optind, common, visit, NULL);
}

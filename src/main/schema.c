/* khct schema: the contract of the JSON. */
#include "main/main.h"

#include "emit/json/schema.h"

#include <unistd.h>

static bool take(khct_option_id option, const char *value, void *context)
{
    (void)value;
    *(khct_option_id *)context = option;
    return true;
}

int khct_main_schema(int argc, char **argv, khct_common *common)
{
    khct_option_id what = KHCT_OPTION_COUNT;
    int status = khct_take_options(argc, argv, common, take, &what);
    if (status >= 0)
        return status;
    if (optind < argc)
        return khct_wrong_use(common, "lệnh này không nhận tệp", "this command takes no file",
                              argv[optind]);
    khct_out out;
    khct_out_to_screen(&out, STDOUT_FILENO);
    if (what == KHCT_OPT_REFERENCE)
        khct_schema_reference(&out);
    else
        khct_schema(&out, what == KHCT_OPT_INPUT);
    return khct_finish_output(&out, common, KHCT_EXIT_FINE);
}

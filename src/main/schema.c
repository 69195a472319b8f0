/* khct schema: the contract of the JSON. */
#include "main/main.h"

#include "emit/json/schema.h"

#include <stdlib.h>
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
    khct_out *out = malloc(sizeof *out);
    if (out == NULL)
        return KHCT_EXIT_SYSTEM;
    khct_out_to_screen(out, STDOUT_FILENO);
    if (what == KHCT_OPT_REFERENCE)
        khct_schema_reference(out);
    else
        khct_schema(out, what == KHCT_OPT_INPUT);
    int error = khct_out_finish(out);
    free(out);
    if (error != 0) {
        khct_complain(common, NULL, KHCT_KH8006, KHCT_MSG(WRITE_STDOUT, strerror(error)));
        return KHCT_EXIT_SYSTEM;
    }
    return KHCT_EXIT_FINE;
}

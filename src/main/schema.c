/* khct schema: the contract of the JSON. */
#include "main/main.h"

#include "emit/json/schema.h"

#include <unistd.h>

int khct_main_schema(int count, char **operands, khct_common *common)
{
    if (count > 0)
        return khct_wrong_use(common, "lệnh này không nhận tệp", "this command takes no file",
                              operands[0]);
    khct_out out;
    khct_out_to_screen(&out, STDOUT_FILENO);
    if (khct_last_of(common, KHCT_OPT_INPUT, KHCT_OPT_REFERENCE) == KHCT_OPT_REFERENCE)
        khct_schema_reference(&out);
    else
        khct_schema(&out, khct_has(common, KHCT_OPT_INPUT));
    return khct_finish_output(&out, common, KHCT_EXIT_FINE);
}

/* khct explain: the page of a diagnostic, or the list of all. */
#include "main/main.h"

#include "diag/explain.h"

#include "text/system.h"

#include <unistd.h>

int khct_main_explain(int count, char **operands, khct_common *common)
{
    for (int i = 0; i < count; i++)
        if (khct_code_find(khct_str_of(operands[i])) == KHCT_CODE_COUNT)
            return khct_wrong_use(common, "không có mã", "there is no code", operands[i]);
    khct_style style = {.language = common->style.language,
                        .colour = common->style.colour && khct_is_terminal(STDOUT_FILENO)};
    khct_out out;
    khct_out_to_fd(&out, STDOUT_FILENO);
    if (count == 0)
        khct_explain_list(&out, style);
    for (int i = 0; i < count; i++) {
        if (i > 0)
            khct_out_char(&out, '\n');
        khct_explain_code(&out, khct_code_find(khct_str_of(operands[i])), style);
    }
    return khct_finish_output(&out, common, KHCT_EXIT_FINE);
}

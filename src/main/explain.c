/* khct explain: the page of a diagnostic, or the list of all. */
#include "main/main.h"

#include "diag/explain.h"

#include "text/system.h"

#include <unistd.h>

int khct_main_explain(int argc, char **argv, khct_common *common)
{
    int status = khct_take_options(argc, argv, common, NULL, NULL);
    if (status >= 0)
        return status;
    for (int i = optind; i < argc; i++)
        if (khct_code_find(khct_str_of(argv[i])) == KHCT_CODE_COUNT)
            return khct_wrong_use(common, "không có mã", "there is no code", argv[i]);
    khct_style style = {.language = common->style.language,
                        .colour = common->style.colour && khct_is_terminal(STDOUT_FILENO)};
    khct_out out;
    khct_out_to_fd(&out, STDOUT_FILENO);
    if (optind >= argc)
        khct_explain_list(&out, style);
    for (int i = optind; i < argc; i++) {
        if (i > optind)
            khct_out_char(&out, '\n');
        khct_explain_code(&out, khct_code_find(khct_str_of(argv[i])), style);
    }
    return khct_finish_output(&out, common, KHCT_EXIT_FINE);
}

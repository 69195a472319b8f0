/* khct lsp: the language server on standard input and output. */
#include "lsp/lsp.h"
#include "main/main.h"

#include <malloc.h>
#include <unistd.h>

/* A plan is read anew at every key: memory given back to the system in between would have to be
 * fetched, page by page, again. */
static void keep_memory(void)
{
#ifdef M_MMAP_THRESHOLD
    mallopt(M_MMAP_THRESHOLD, 32 * 1024 * 1024);
    mallopt(M_TRIM_THRESHOLD, 128 * 1024 * 1024);
#endif
}

int khct_main_lsp(int count, char **operands, khct_common *common)
{
    if (count > 0)
        return khct_wrong_use(common, "lsp không nhận tệp", "lsp takes no files", operands[0]);
    keep_memory();
    return khct_lsp_run(&(khct_lsp_options){.in = STDIN_FILENO,
                                            .out = STDOUT_FILENO,
                                            .language = common->style.language,
                                            .language_given = khct_has(common, KHCT_OPT_LANG),
                                            .root = common->root,
                                            .library = common->library_path,
                                            .switches = common->switches,
                                            .today = common->today});
}

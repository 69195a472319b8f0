/* khct lsp: the language server on standard input and output. */
#include "lsp/lsp.h"
#include "main/main.h"

#include <malloc.h>
#include <unistd.h>

static bool names_language(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (strncmp(argv[i], "--lang", 6) == 0)
            return true;
    return false;
}

/* A plan is read anew at every key: memory given back to the system in between would have to be
 * fetched, page by page, again. */
static void keep_memory(void)
{
#ifdef M_MMAP_THRESHOLD
    mallopt(M_MMAP_THRESHOLD, 32 * 1024 * 1024);
    mallopt(M_TRIM_THRESHOLD, 128 * 1024 * 1024);
#endif
}

int khct_main_lsp(int argc, char **argv, khct_common *common)
{
    bool given = names_language(argc, argv);
    int status = khct_take_options(argc, argv, common, NULL, NULL);
    if (status >= 0)
        return status;
    if (optind < argc)
        return khct_wrong_use(common, "lsp không nhận tệp", "lsp takes no files", argv[optind]);
    keep_memory();
    return khct_lsp_run(&(khct_lsp_options){.in = STDIN_FILENO,
                                            .out = STDOUT_FILENO,
                                            .language = common->style.language,
                                            .language_given = given,
                                            .root = common->root,
                                            .library = common->library_path,
                                            .switches = common->switches,
                                            .today = common->today});
}

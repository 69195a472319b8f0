#include "web.h"

#include "lsp/lsp.h"

#include <stdlib.h>
#include <unistd.h>

_Noreturn void khct_web_no_memory(void)
{
    _Exit(KHCT_WEB_NO_MEMORY);
}

KHCT_WEB_DOOR("khct_web_alloc") char *khct_web_alloc(size_t n)
{
    char *bytes = malloc(n);
    if (bytes == NULL)
        khct_web_no_memory();
    return bytes;
}

static khct_server *server;
static const uint8_t switches[KHCT_CODE_COUNT];

KHCT_WEB_DOOR("khct_web_lsp_open") int khct_web_lsp_open(void)
{
    const khct_lsp_options options = {.in = STDIN_FILENO,
                                      .out = STDOUT_FILENO,
                                      .language = KHCT_VI,
                                      .switches = switches,
                                      .today = KHCT_NO_DATE};
    server = khct_lsp_open(&options);
    return server != NULL;
}

KHCT_WEB_DOOR("khct_web_lsp_serve") int khct_web_lsp_serve(void)
{
    if (khct_lsp_serve(server))
        return true;
    khct_lsp_close(server);
    server = NULL;
    return false;
}

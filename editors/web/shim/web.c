#include "web.h"

#include "lsp/lsp.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DOOR(name) __attribute__((export_name(name)))

_Noreturn void khct_web_no_memory(void)
{
    _Exit(KHCT_WEB_NO_MEMORY);
}

DOOR("khct_web_alloc") char *khct_web_alloc(size_t n)
{
    char *bytes = malloc(n);
    if (bytes == NULL)
        khct_web_no_memory();
    return bytes;
}

/* what the compiler calls main of main.c */
int __main_argc_argv(int argc, char **argv);

DOOR("khct_web_run") int khct_web_run(char *words, size_t n)
{
    int argc = 0;
    char **argv = calloc(n + 1, sizeof *argv);
    if (argv == NULL)
        khct_web_no_memory();
    for (size_t at = 0; at < n; at += strlen(words + at) + 1)
        argv[argc++] = words + at;
    int status = __main_argc_argv(argc, argv);
    fflush(NULL);
    return status;
}

static khct_server *server;
static const uint8_t switches[KHCT_CODE_COUNT];

DOOR("khct_web_lsp_open") int khct_web_lsp_open(void)
{
    const khct_lsp_options options = {.in = STDIN_FILENO,
                                      .out = STDOUT_FILENO,
                                      .language = KHCT_VI,
                                      .switches = switches,
                                      .today = KHCT_NO_DATE};
    server = khct_lsp_open(&options);
    return server != NULL;
}

DOOR("khct_web_lsp_serve") int khct_web_lsp_serve(void)
{
    if (khct_lsp_serve(server))
        return true;
    khct_lsp_close(server);
    server = NULL;
    return false;
}

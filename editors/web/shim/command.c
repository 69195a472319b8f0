#include "web.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* what the compiler calls main of main.c */
int __main_argc_argv(int argc, char **argv);

KHCT_WEB_DOOR("khct_web_run") int khct_web_run(char *words, size_t n)
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

/* The language server: LSP 3.17 over two descriptors. */
#ifndef KHCT_LSP_LSP_H
#define KHCT_LSP_LSP_H

#include "compile/compile.h"

typedef struct khct_lsp_options {
    int in, out;             /* descriptors, not closed here */
    khct_language language;  /* of messages, unless the editor names another */
    bool language_given;     /* by the user: then the editor's does not count */
    const char *root;        /* project directory; NULL: found from each file */
    const char *library;     /* KHCT_PATH, or NULL */
    const uint8_t *switches; /* -W, by code */
    khct_date today;         /* KHCT_NO_DATE: not given */
} khct_lsp_options;

typedef struct khct_server khct_server;

/* A server, or NULL: no memory. What the options point to must outlive it. */
khct_server *khct_lsp_open(const khct_lsp_options *options);

/* Serves until the editor says `exit` or the input is at its end. Where more input can come after
 * such an end, it may be called again. False after `exit`, or when the system failed. */
bool khct_lsp_serve(khct_server *server);

/* Ends it. The exit status: 0 after an orderly end, 1 after `exit` without `shutdown` or a closed
 * input, 3 when the system failed. */
int khct_lsp_close(khct_server *server);

/* All of the three. */
int khct_lsp_run(const khct_lsp_options *options);

#endif

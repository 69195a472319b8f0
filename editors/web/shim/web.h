/* What the browser edition's host may call, and what it hears. The host is editors/web/src/core.
 *
 * A host makes an instance a command: khct_web_alloc for its words, khct_web_run. The language
 * server is an instance that stays: khct_web_lsp_open, then khct_web_lsp_serve whenever there are
 * bytes to read at descriptor 0; it answers at descriptor 1. An instance that ended with
 * KHCT_WEB_NO_MEMORY, or trapped, is thrown away. */
#ifndef KHCT_WEB_H
#define KHCT_WEB_H

#include <stddef.h>

#define KHCT_WEB_DOOR(name) __attribute__((export_name(name)))

enum { KHCT_WEB_NO_MEMORY = 99 }; /* the exit status where memory ended */

_Noreturn void khct_web_no_memory(void);

/* Bytes for the host to write into; they live as long as the instance. */
char *khct_web_alloc(size_t n);

/* In khct.wasm only, not in khct-viet.wasm. khct with words that each end with NUL, in `n` bytes.
 * The exit status. */
int khct_web_run(char *words, size_t n);

/* 0: no memory. */
int khct_web_lsp_open(void);

/* Reads all that is there. 0: the server has ended. */
int khct_web_lsp_serve(void);

/* Writes JSON at descriptor 1: what the forms know of the language and its library, and of a plan,
 * whatever is wrong with it. 0: no memory. */
int khct_web_library(void);
int khct_web_forms(const char *path);

#endif

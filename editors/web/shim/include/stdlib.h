#ifndef KHCT_SHIM_STDLIB_H
#define KHCT_SHIM_STDLIB_H

#include_next <stdlib.h>

int mkostemp(char *name, int flags);
char *mkdtemp(char *name);
char *realpath(const char *path, char *real);

#endif

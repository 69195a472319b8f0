#ifndef KHCT_SHIM_RANDOM_H
#define KHCT_SHIM_RANDOM_H

#include <sys/types.h>

enum { GRND_NONBLOCK = 1 };

ssize_t getrandom(void *bytes, size_t n, unsigned flags);

#endif

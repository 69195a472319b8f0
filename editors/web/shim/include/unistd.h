#ifndef KHCT_SHIM_UNISTD_H
#define KHCT_SHIM_UNISTD_H

#include_next <unistd.h>

#include <sys/types.h>

uid_t geteuid(void);

#endif

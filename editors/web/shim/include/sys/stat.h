#ifndef KHCT_SHIM_STAT_H
#define KHCT_SHIM_STAT_H

#include_next <sys/stat.h>

/* Everybody may do everything. */
int fchmod(int fd, mode_t mode);
mode_t umask(mode_t mask);

#endif

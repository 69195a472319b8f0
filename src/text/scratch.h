/* A private folder for one run of another program. Allocates nothing. */
#ifndef KHCT_TEXT_SCRATCH_H
#define KHCT_TEXT_SCRATCH_H

#include "text/paths.h"
#include "text/str.h"

/* Makes one where the system keeps such; "" and errno where that fails. */
bool khct_scratch_make(char folder[KHCT_PATH_MAX]);

/* A new file in it. False with errno. */
bool khct_scratch_write(const char *folder, const char *name, khct_str text);

/* A file in it for reading, which is no link. -1: errno. */
int khct_scratch_open(const char *folder, const char *name);

/* Removes it with all that is in it. */
void khct_scratch_remove(const char *folder);

#endif

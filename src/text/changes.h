/* Being told of files that change in folders, where systems differ. */
#ifndef KHCT_TEXT_CHANGES_H
#define KHCT_TEXT_CHANGES_H

#include <stdbool.h>

typedef struct khct_changes khct_changes;

/* NULL with errno. Freed by khct_changes_free, for which NULL is fine. */
khct_changes *khct_changes_new(void);
void khct_changes_free(khct_changes *changes);

/* Looks after a folder (a real path) and those in it, hidden ones left out; of those below, one
 * that cannot be looked after is left out too. False with errno. */
bool khct_changes_add(khct_changes *changes, const char *folder);

/* Waits until a file changes whose name (without its folder) matters, and then until nothing has
 * changed for a moment: an editor writes in several steps. False where that cannot be told. */
bool khct_changes_wait(khct_changes *changes, bool (*matters)(void *context, const char *name),
                       void *context);

#endif

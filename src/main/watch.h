/* Doing something again whenever a plan of the project is written. */
#ifndef KHCT_MAIN_WATCH_H
#define KHCT_MAIN_WATCH_H

#include "main/main.h"

typedef struct khct_watch khct_watch;

/* Watches the folders of the files' projects, with all folders in them (hidden ones left out).
 * NULL, with a message, where the system cannot. */
khct_watch *khct_watch_new(char **files, int count, const khct_common *common);

/* Says that it waits, and waits until a plan was written (a .khct, or one of the files) and all has
 * been quiet for a moment. Plans that khct wrote itself count too. False where the system can watch
 * no longer. */
bool khct_watch_wait(khct_watch *watch);

void khct_watch_free(khct_watch *watch);

#endif

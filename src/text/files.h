/* Files and folders, where systems differ. Names are those of text/paths.h; what fails sets errno.
 * Descriptors are those of read(2), write(2) and close(2), bytes as they are, and no other program
 * gets them. */
#ifndef KHCT_TEXT_FILES_H
#define KHCT_TEXT_FILES_H

#include "text/paths.h"
#include "text/stamp.h"

#include <stdio.h>
#include <sys/types.h>

typedef enum khct_kind {
    KHCT_KIND_FILE,
    KHCT_KIND_FOLDER,
    KHCT_KIND_LINK,
    KHCT_KIND_OTHER, /* a pipe, a device */
} khct_kind;

/* What stands under a name. */
typedef struct khct_file_facts {
    khct_kind kind;
    khct_stamp stamp;
} khct_file_facts;

/* Looks at a path, at a path without following a last link, at what is open. */
bool khct_look(const char *path, khct_file_facts *facts);
bool khct_look_at_link(const char *path, khct_file_facts *facts);
bool khct_look_open(int fd, khct_file_facts *facts);

/* At khct itself. */
bool khct_look_at_program(khct_file_facts *facts);

bool khct_is_folder(const char *path);
bool khct_is_there(const char *path);

/* Opens for reading. `waits`: a pipe is waited for, as for one that a shell has made. -1: errno. */
int khct_open_read(const char *path, bool waits);

/* Opens for reading what stands below the folder `root` (a real path, not ending in `/`) under the
 * real path `real`, each step being what it was when the path was made real: a link that came since
 * leads nowhere. -1: errno. */
int khct_open_below(const char *root, const char *real);

/* Opens for writing a file that was not there. -1: errno. */
int khct_open_new(const char *path);

/* Opens for reading and writing a file that was not there, for the user alone, whose name ends in
 * XXXXXX, which is replaced. -1: errno. */
int khct_open_temporary(char *path);

/* For reading; NULL: errno. Closed by fclose. */
FILE *khct_open_stream(const char *path);

/* For writing, then reading; it has no name, and is gone when it is closed. NULL: errno. */
FILE *khct_open_nameless(void);

/* As getdelim(3). */
ssize_t khct_read_until(char **line, size_t *size, int end, FILE *stream);

bool khct_make_folder(const char *path);
bool khct_remove(const char *path); /* a file */

/* Puts a file in the place of another, or of none, at one stroke. */
bool khct_move(const char *from, const char *to);

/* The names in a folder, in no order, without "." and "..". NULL: errno. */
typedef struct khct_listing khct_listing;
khct_listing *khct_list_open(const char *folder);
const char *khct_list_next(khct_listing *listing); /* NULL: no more, errno being 0, or failed;
                                                      valid until the next one */
void khct_list_close(khct_listing *listing);       /* NULL is fine */

#endif

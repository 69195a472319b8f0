/* Names of files as each system has them. Inside khct a name is UTF-8 with `/` between folders, on
 * every system; one from the root begins with `/`, on Windows with a drive (`C:/…`) or `//host/…`.
 */
#ifndef KHCT_TEXT_PATHS_H
#define KHCT_TEXT_PATHS_H

#include <stdbool.h>

/* Bytes of a path, and of one name in it, with the NUL. */
enum { KHCT_PATH_MAX = 4096, KHCT_NAME_MAX = 1024 };

/* What stands between the folders of PATH and the like. */
extern const char KHCT_BETWEEN_PATHS;

/* True where the path begins at a root. */
bool khct_path_is_absolute(const char *path);

/* Writes a path from outside (an argument, a variable) as khct has it, in its place. */
void khct_path_spell(char *path);

/* As realpath(3): from the root, links followed, as the disk spells it. NULL with errno. */
char *khct_path_real(const char *path, char real[KHCT_PATH_MAX]);

/* Two paths that the system takes for one, there being no file yet, have one key. */
void khct_path_key(const char *path, char key[KHCT_PATH_MAX]);

/* Writes what stands in a file URI after its host (`/c:/…`) as a path, in its place. */
void khct_path_from_uri(char *path);

/* True where a path may begin with a host: `//host/…`. */
extern const bool KHCT_PATH_HOSTS;

/* The current folder. False with errno. */
bool khct_path_here(char here[KHCT_PATH_MAX]);

/* Cuts a `/` off the end: a root becomes what stands before the first `/` of its files. */
void khct_path_cut(char *path);

#endif

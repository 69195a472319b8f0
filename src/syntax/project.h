/* The project: the directory in which a plan may read, and the only way to a file in it. */
#ifndef KHCT_SYNTAX_PROJECT_H
#define KHCT_SYNTAX_PROJECT_H

#include "text/str.h"

#include "text/files.h"

typedef struct khct_project {
    bool readable;            /* false: no directory is known, and no file may be read */
    char root[KHCT_PATH_MAX]; /* its real path, without a `/` at the end: "" is the whole disk */
} khct_project;

/* The project of a plan: `root`, or, where that is NULL, the nearest directory above the plan's
 * file that holds .git, else the file's own. `file` is the real path of the plan. A plan that has
 * none (an editor's text without a file), and a root that is no directory, read nothing. */
void khct_project_find(khct_project *project, const char *root, const char *file);

/* True where the file of that real path lies in the project. */
bool khct_project_holds(const khct_project *project, const char *real);

/* Opens that file for reading, each step of its path from the root on as what it was when the path
 * was made real: a link that came between leads nowhere. A descriptor to be closed, or -1 with
 * errno. */
int khct_project_open(const khct_project *project, const char *real);

/* As realpath(3); a name that is not there is also looked for in the other form in which Unicode
 * writes its letters, as another system may have unpacked it. False with errno. */
bool khct_real_path(khct_arena *arena, const char *path, char real[KHCT_PATH_MAX]);

/* The file that a line such as `dung "chung.khct";` takes in; empty: none. For whoever looks
 * through many files without reading them: a line of a text or comment that looks so is taken for
 * one. */
khct_str khct_use_in_line(khct_str line);

#endif

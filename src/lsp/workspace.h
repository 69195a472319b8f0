/* The plans in the editor's folders, and which file uses which. */
#ifndef KHCT_LSP_WORKSPACE_H
#define KHCT_LSP_WORKSPACE_H

#include "text/heap.h"

typedef struct khct_workfile {
    char *path;
    khct_paths uses; /* named by `dung "FILE";`, as realpath gives them */
} khct_workfile;

typedef struct khct_workspace {
    khct_paths folders; /* to be read with all below them */
    KHCT_VEC(khct_workfile) files;
    bool read; /* the folders have been read */
} khct_workspace;

enum { KHCT_WORKFILE_LIMIT = 5000 };

struct khct_server;

void khct_workspace_add_folder(khct_workspace *workspace, const char *path);
void khct_workspace_remove_folder(khct_workspace *workspace, const char *path);

/* Reads the folders if that has not been done. */
void khct_workspace_read(struct khct_server *server);

/* Takes note of a file: what it uses, by its open text or the disk; gone where it is neither. */
void khct_workspace_note(struct khct_server *server, const char *path);

/* Takes note of the files that stand in one folder with a file outside all folders. */
void khct_workspace_note_beside(struct khct_server *server, const char *path);

/* The plan to which a file belongs: a file that uses it (an open one first) and is used by none,
 * or the file itself. The result lives until the workspace changes. */
const char *khct_workspace_plan(struct khct_server *server, const char *path);

/* True where `user` is the file or uses it, over any number of steps. */
bool khct_workspace_uses(const khct_workspace *workspace, const char *user, const char *path);

/* True where some other file uses it. */
bool khct_workspace_used(const khct_workspace *workspace, const char *path);

void khct_workspace_release(khct_workspace *workspace);

#endif

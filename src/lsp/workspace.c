#include "lsp/workspace.h"

#include "lsp/server.h"
#include "lsp/uri.h"

#include "syntax/project.h"
#include "text/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { DEEPEST = 12, LARGEST = 4 * 1024 * 1024, MOST_USES = 100, MOST_STEPS = 32 };

/* --- folders --- */

void khct_workspace_add_folder(khct_workspace *workspace, const char *path)
{
    if (!khct_paths_have(&workspace->folders, path) && khct_paths_add(&workspace->folders, path))
        workspace->read = false;
}

void khct_workspace_remove_folder(khct_workspace *workspace, const char *path)
{
    khct_paths *folders = &workspace->folders;
    for (size_t i = 0; i < folders->n; i++)
        if (strcmp(folders->at[i], path) == 0) {
            free(folders->at[i]);
            folders->at[i] = folders->at[--folders->n];
            return;
        }
}

/* --- files --- */

static void free_file(khct_workfile *file)
{
    khct_paths_free(&file->uses);
    free(file->path);
}

static khct_workfile *file_of(const khct_workspace *workspace, const char *path)
{
    for (size_t i = 0; i < workspace->files.n; i++)
        if (strcmp(workspace->files.at[i].path, path) == 0)
            return &workspace->files.at[i];
    return NULL;
}

static khct_workfile *add_file(khct_workspace *workspace, const char *path)
{
    khct_workfile *file = file_of(workspace, path);
    if (file != NULL || workspace->files.n >= KHCT_WORKFILE_LIMIT)
        return file;
    char *copy = khct_room(&workspace->files, 1) ? strdup(path) : NULL;
    if (copy == NULL)
        return NULL;
    file = &workspace->files.at[workspace->files.n++];
    *file = (khct_workfile){.path = copy};
    return file;
}

static void remove_file(khct_workspace *workspace, khct_workfile *file)
{
    free_file(file);
    *file = workspace->files.at[--workspace->files.n];
}

static void add_use(khct_workfile *file, khct_str name)
{
    char path[KHCT_PATH_MAX], named[KHCT_PATH_MAX];
    const char *slash = strrchr(file->path, '/');
    snprintf(named, sizeof named, "%.*s", KHCT_ARG(name));
    if (slash == NULL || name.n == 0 || khct_path_is_absolute(named) || file->uses.n >= MOST_USES)
        return;
    int n = snprintf(path, sizeof path, "%.*s/%.*s", (int)(slash - file->path), file->path,
                     KHCT_ARG(name));
    if (n < 0 || (size_t)n >= sizeof path)
        return;
    char real[KHCT_PATH_MAX];
    khct_paths_take(&file->uses, strdup(khct_path_real(path, real) != NULL ? real : path));
}

static void note_text(khct_workfile *file, khct_str text)
{
    khct_paths_free(&file->uses);
    while (text.n > 0) {
        khct_str name = khct_use_in_line(khct_str_cut(&text, '\n'));
        if (name.n > 0)
            add_use(file, name);
    }
}

/* The bytes of a file, malloc'd; NULL where it cannot be read. */
static char *read_disk(const char *path, size_t *n)
{
    khct_file_facts facts;
    int fd = khct_open_read(path, false);
    char *bytes = NULL;
    if (fd >= 0 && khct_look_open(fd, &facts) && facts.kind == KHCT_KIND_FILE &&
        facts.stamp.size <= LARGEST && (bytes = malloc((size_t)facts.stamp.size + 1)) != NULL) {
        ssize_t got = 0;
        *n = 0;
        while (*n < (size_t)facts.stamp.size &&
               (got = read(fd, bytes + *n, (size_t)facts.stamp.size - *n)) > 0)
            *n += (size_t)got;
    }
    if (fd >= 0)
        close(fd);
    return bytes;
}

void khct_workspace_note(khct_server *server, const char *path)
{
    khct_workspace *workspace = &server->workspace;
    const khct_open_text *open = khct_open_by_path(&server->open, path);
    if (!khct_path_is_file(path))
        return;
    if (open != NULL) {
        khct_workfile *file = add_file(workspace, path);
        if (file != NULL)
            note_text(file, khct_open_str(open));
        return;
    }
    size_t n = 0;
    char *bytes = read_disk(path, &n);
    khct_workfile *file = bytes != NULL ? add_file(workspace, path) : file_of(workspace, path);
    if (bytes != NULL && file != NULL)
        note_text(file, (khct_str){bytes, n});
    else if (file != NULL)
        remove_file(workspace, file);
    free(bytes);
}

static bool ends_in_khct(const char *name)
{
    return khct_str_ends(khct_str_of(name), ".khct");
}

static void read_folder(khct_server *server, const char *folder, int depth)
{
    khct_listing *listing = depth > DEEPEST ? NULL : khct_list_open(folder);
    const char *name;
    while (listing != NULL && (name = khct_list_next(listing)) != NULL) {
        char path[KHCT_PATH_MAX];
        khct_file_facts facts;
        int n = snprintf(path, sizeof path, "%s/%s", folder, name);
        if (name[0] == '.' || strcmp(name, "node_modules") == 0 || n < 0 ||
            (size_t)n >= sizeof path || !khct_look_at_link(path, &facts))
            continue;
        if (facts.kind == KHCT_KIND_FOLDER && server->workspace.files.n < KHCT_WORKFILE_LIMIT)
            read_folder(server, path, depth + 1);
        else if (facts.kind == KHCT_KIND_FILE && ends_in_khct(path))
            khct_workspace_note(server, path);
    }
    khct_list_close(listing);
}

void khct_workspace_note_beside(khct_server *server, const char *path)
{
    const khct_workspace *workspace = &server->workspace;
    const char *slash = strrchr(path, '/');
    char folder[KHCT_PATH_MAX];
    if (slash == NULL || slash - path >= KHCT_PATH_MAX)
        return;
    for (size_t i = 0; i < workspace->folders.n; i++) {
        size_t n = strlen(workspace->folders.at[i]);
        if (strncmp(path, workspace->folders.at[i], n) == 0 && path[n] == '/')
            return;
    }
    snprintf(folder, sizeof folder, "%.*s", (int)(slash - path), path);
    read_folder(server, folder, DEEPEST); /* the folder alone */
}

void khct_workspace_read(khct_server *server)
{
    if (server->workspace.read)
        return;
    server->workspace.read = true;
    for (size_t i = 0; i < server->workspace.folders.n; i++)
        read_folder(server, server->workspace.folders.at[i], 0);
}

/* --- who uses whom --- */

static bool uses(const khct_workspace *workspace, const char *user, const char *path, int steps)
{
    if (strcmp(user, path) == 0)
        return true;
    const khct_workfile *file = steps > MOST_STEPS ? NULL : file_of(workspace, user);
    for (size_t i = 0; file != NULL && i < file->uses.n; i++)
        if (uses(workspace, file->uses.at[i], path, steps + 1))
            return true;
    return false;
}

bool khct_workspace_uses(const khct_workspace *workspace, const char *user, const char *path)
{
    return uses(workspace, user, path, 0);
}

bool khct_workspace_used(const khct_workspace *workspace, const char *path)
{
    for (size_t i = 0; i < workspace->files.n; i++)
        KHCT_FOR (use, &workspace->files.at[i].uses)
            if (strcmp(*use, path) == 0 && strcmp(workspace->files.at[i].path, path) != 0)
                return true;
    return false;
}

const char *khct_workspace_plan(khct_server *server, const char *path)
{
    const khct_workspace *workspace = &server->workspace;
    khct_workspace_read(server);
    const char *best = path;
    bool best_open = false;
    if (!khct_workspace_used(workspace, path))
        return path;
    for (size_t i = 0; i < workspace->files.n; i++) {
        const char *user = workspace->files.at[i].path;
        if (strcmp(user, path) == 0 || !uses(workspace, user, path, 0) ||
            khct_workspace_used(workspace, user))
            continue;
        bool open = khct_open_by_path(&server->open, user) != NULL;
        if (best == path || (open && !best_open) || (open == best_open && strcmp(user, best) < 0)) {
            best = user;
            best_open = open;
        }
    }
    return best;
}

void khct_workspace_release(khct_workspace *workspace)
{
    for (size_t i = 0; i < workspace->files.n; i++)
        free_file(&workspace->files.at[i]);
    free(workspace->files.at);
    khct_paths_free(&workspace->folders);
    *workspace = (khct_workspace){0};
}

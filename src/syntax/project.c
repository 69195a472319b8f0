#include "syntax/project.h"

#include "text/utf8.h"

#include <errno.h>
#include <stdio.h>
#include <strings.h>

/* --- its directory --- */

static bool has_git(const char *directory)
{
    char path[KHCT_PATH_MAX];
    int n = snprintf(path, sizeof path, "%s/.git", directory);
    return n > 0 && (size_t)n < sizeof path && khct_is_there(path);
}

/* Cuts the last name off a real path. */
static void go_up(char *path)
{
    *strrchr(path, '/') = '\0';
}

static bool real_directory(const char *name, char real[KHCT_PATH_MAX])
{
    if (name[0] == '\0' || khct_path_real(name, real) == NULL || !khct_is_folder(real))
        return false;
    khct_path_cut(real);
    return true;
}

static void find_above(khct_project *project, const char *file)
{
    char own[KHCT_PATH_MAX];
    snprintf(own, sizeof own, "%s", file);
    go_up(own);
    snprintf(project->root, sizeof project->root, "%s", own);
    while (!has_git(project->root)) {
        if (strchr(project->root, '/') == NULL) { /* the disk's own root */
            snprintf(project->root, sizeof project->root, "%s", own);
            return;
        }
        go_up(project->root);
    }
}

void khct_project_find(khct_project *project, const char *root, const char *file)
{
    size_t n = strlen(file);
    project->root[0] = '\0';
    project->readable = khct_path_is_absolute(file) && file[n - 1] != '/' && n < KHCT_PATH_MAX;
    if (project->readable && root != NULL)
        project->readable = real_directory(root, project->root);
    else if (project->readable)
        find_above(project, file);
}

bool khct_project_holds(const khct_project *project, const char *real)
{
    size_t n = strlen(project->root);
    return project->readable && strncmp(real, project->root, n) == 0 && real[n] == '/';
}

/* --- opening --- */

int khct_project_open(const khct_project *project, const char *real)
{
    if (khct_project_holds(project, real))
        return khct_open_below(project->root, real);
    errno = EACCES;
    return -1;
}

/* --- names in the other form --- */

/* A name of a folder that is the same text: put after the folder's path of `n` bytes. */
typedef struct looking {
    khct_arena *arena;
    khct_listing *listing;
    char *path;
    size_t n;
    bool found;
} looking;

static void look(void *context)
{
    looking *l = context;
    khct_str wanted = khct_str_of(l->path + l->n);
    if (khct_utf8_scan(wanted, 0).fault != KHCT_UTF8_FINE)
        return;
    wanted = khct_nfc(l->arena, khct_str_copy(l->arena, wanted));
    for (const char *next; !l->found && (next = khct_list_next(l->listing)) != NULL;) {
        khct_str name = khct_str_of(next);
        if (khct_utf8_scan(name, 0).fault != KHCT_UTF8_FINE ||
            !khct_str_eq(khct_nfc(l->arena, name), wanted) || name.n >= KHCT_PATH_MAX - l->n)
            continue;
        memcpy(l->path + l->n, name.p, name.n + 1);
        l->found = true;
    }
}

/* Writes the last name of `path`, which begins at `n`, as its folder has it. */
static bool respell(khct_arena *arena, char *path, size_t n)
{
    char kept = path[n];
    looking l = {.arena = arena, .path = path, .n = n};
    path[n] = '\0';
    l.listing = khct_list_open(n == 0 ? "." : path);
    path[n] = kept;
    if (l.listing == NULL)
        return false;
    bool done = khct_try(arena, look, &l);
    khct_list_close(l.listing);
    if (!done)
        khct_arena_fail(arena);
    return l.found;
}

bool khct_real_path(khct_arena *arena, const char *path, char real[KHCT_PATH_MAX])
{
    char spelled[KHCT_PATH_MAX];
    khct_file_facts facts;
    if (khct_path_real(path, real) != NULL)
        return true;
    if (errno != ENOENT)
        return false;
    for (size_t n = 0; *path != '\0';) {
        size_t slashes = strspn(path, "/"), name = strcspn(path + slashes, "/");
        if (n + slashes + name >= sizeof spelled)
            break;
        memcpy(spelled + n, path, slashes + name);
        path += slashes + name;
        n += slashes + name;
        spelled[n] = '\0';
        if (name > 0 && !khct_look_at_link(spelled, &facts)) {
            if (!respell(arena, spelled, n - name))
                break;
            n = strlen(spelled);
        }
        if (*path == '\0')
            return khct_path_real(spelled, real) != NULL;
    }
    errno = ENOENT;
    return false;
}

khct_str khct_use_in_line(khct_str line)
{
    static const char *const WORDS[] = {"dung", "dùng", "du\xCC\x80ng", "DÙNG"};
    khct_str none = {NULL, 0};
    line = khct_str_trim(line);
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
        size_t n = strlen(WORDS[i]);
        if (line.n <= n || strncasecmp(line.p, WORDS[i], n) != 0)
            continue;
        khct_str rest = khct_str_trim(khct_str_sub(line, n, line.n));
        if (rest.n > 0 && rest.p[0] == ':')
            rest = khct_str_trim(khct_str_sub(rest, 1, rest.n));
        if (rest.n == 0 || rest.p[0] != '"')
            return none;
        rest = khct_str_sub(rest, 1, rest.n);
        return khct_str_sub(rest, 0, khct_str_find(rest, KHCT_STR("\"")));
    }
    return none;
}

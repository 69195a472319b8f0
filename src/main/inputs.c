#include "main/inputs.h"

#include "syntax/project.h"
#include "text/files.h"
#include "text/sort.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/* False where memory failed; the path is then freed. */
static bool add(khct_inputs *in, char *path)
{
    return khct_paths_take(&in->files, path);
}

/* --- folders --- */

/* What such a link leads to may lie anywhere, and may lead back here. */
static bool pass_over(khct_inputs *in, char *path)
{
    if (in->passed_n++ == 0)
        in->passed = path;
    else
        free(path);
    return true;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b); /* bytes: the same in every locale */
}

static bool add_folder(khct_inputs *in, const char *folder);

static bool add_entry(khct_inputs *in, const char *folder, const char *name)
{
    size_t end = strlen(folder), n = end + strlen(name) + 2;
    char *path = malloc(n);
    khct_file_facts facts = {0};
    if (path == NULL)
        return false;
    snprintf(path, n, "%s%s%s", folder, end > 0 && folder[end - 1] == '/' ? "" : "/", name);
    if (khct_look_at_link(path, &facts) && facts.kind == KHCT_KIND_FOLDER) {
        bool added = add_folder(in, path);
        free(path);
        return added;
    }
    if (khct_has_ending(name, ".khct"))
        return add(in, path);
    if (facts.kind == KHCT_KIND_LINK && khct_is_folder(path))
        return pass_over(in, path);
    free(path);
    return true;
}

/* The names that are not hidden, in *failed an errno; false where memory failed. */
static bool list_names(khct_listing *listing, khct_paths *names, int *failed)
{
    for (const char *name; (name = khct_list_next(listing)) != NULL;)
        if (name[0] != '.' && !khct_paths_take(names, strdup(name)))
            return false;
    *failed = errno;
    return true;
}

typedef struct sorting {
    khct_arena *arena;
    khct_paths names;
} sorting;

static void sort_names(void *context)
{
    sorting *s = context;
    khct_sort_vec(s->arena, &s->names, by_name);
}

/* One that cannot be read is itself an input, which cannot be read. */
static bool add_folder(khct_inputs *in, const char *folder)
{
    khct_listing *listing = khct_list_open(folder);
    if (listing == NULL)
        return errno != ENOMEM && add(in, strdup(folder));
    sorting s = {.arena = in->arena};
    int failed = 0;
    bool added = list_names(listing, &s.names, &failed);
    khct_list_close(listing);
    added =
        added && khct_try(in->arena, sort_names, &s) && (failed == 0 || add(in, strdup(folder)));
    for (size_t i = 0; i < s.names.n && added; i++)
        added = add_entry(in, folder, s.names.at[i]);
    khct_paths_free(&s.names);
    return added;
}

/* --- lists --- */

static bool add_named(khct_inputs *in, char *name)
{
    if (strcmp(name, "-") == 0) /* standard input may be the list itself */
        return add(in, strdup("./-"));
    khct_path_spell(name);
    return khct_is_folder(name) ? add_folder(in, name) : add(in, strdup(name));
}

static bool add_list(khct_inputs *in, FILE *list)
{
    char *name = NULL;
    size_t size = 0;
    ssize_t n;
    bool added = true;
    while (added && (n = khct_read_until(&name, &size, in->zeroes ? '\0' : '\n', list)) >= 0) {
        if (!in->zeroes && n > 0 && name[n - 1] == '\n')
            name[--n] = '\0';
        if (!in->zeroes && n > 0 && name[n - 1] == '\r')
            name[--n] = '\0';
        if (n > 0 && name[0] != '\0')
            added = add_named(in, name);
    }
    free(name);
    return added && !ferror(list);
}

/* A list that cannot be read is an input that cannot be read. */
static bool read_list(khct_inputs *in)
{
    bool standard = strcmp(in->list, "-") == 0;
    FILE *list = standard ? stdin : khct_is_folder(in->list) ? NULL : khct_open_stream(in->list);
    if (list == NULL)
        return add(in, strdup(in->list));
    bool added = add_list(in, list);
    if (!standard)
        fclose(list);
    return added;
}

/* --- files that are parts of others --- */

typedef struct inode {
    unsigned long long device, number;
} inode;

static inode inode_of(const khct_file_facts *facts)
{
    return (inode){facts->stamp.device, facts->stamp.inode};
}

static khct_str key_of(const inode *file)
{
    return (khct_str){(const char *)file, sizeof *file};
}

typedef struct using
{
    khct_inputs *in;
    inode file;
}
using;

static void put_used(void *context)
{
    const using *u = context;
    khct_str key = khct_str_copy(u->in->arena, key_of(&u->file));
    khct_map_put(u->in->arena, &u->in->used, key, 0);
}

static bool add_used(khct_inputs *in, const char *path)
{
    khct_file_facts facts;
    if (!khct_look(path, &facts))
        return true;
    using u = {in, inode_of(&facts)};
    return khct_map_get(&in->used, key_of(&u.file)) != KHCT_NONE ||
           khct_try(in->arena, put_used, &u);
}

/* The file of that name, seen from the plan's folder. */
static bool add_use(khct_inputs *in, const char *path, khct_str name)
{
    const char *slash = strrchr(path, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - path) + 1;
    char *used = malloc(folder + name.n + 1);
    if (used == NULL)
        return false;
    snprintf(used, folder + name.n + 1, "%.*s%.*s", (int)folder, path, KHCT_ARG(name));
    bool added = add_used(in, used);
    free(used);
    return added;
}

static bool find_uses(khct_inputs *in, const char *path)
{
    khct_file_facts facts;
    FILE *file =
        khct_look(path, &facts) && facts.kind == KHCT_KIND_FILE ? khct_open_stream(path) : NULL;
    char *line = NULL;
    size_t size = 0;
    bool added = true;
    while (file != NULL && added && khct_read_until(&line, &size, '\n', file) >= 0) {
        khct_str name = khct_use_in_line(khct_str_of(line));
        if (name.n > 0)
            added = add_use(in, path, name);
    }
    free(line);
    if (file != NULL)
        fclose(file);
    return added;
}

bool khct_inputs_used(const khct_inputs *in, const char *path)
{
    khct_file_facts facts;
    for (size_t i = 0; i < in->given; i++)
        if (in->files.at[i] == path)
            return false;
    if (in->used.n == 0 || !khct_look(path, &facts))
        return false;
    inode file = inode_of(&facts);
    return khct_map_get(&in->used, key_of(&file)) != KHCT_NONE;
}

bool khct_inputs_hold(const khct_inputs *in, const char *path, khct_io *io)
{
    char *one[] = {(char *)path};
    return khct_outfile_falls_on(path, in->files.at, in->files.n, io) ||
           (khct_inputs_used(in, path) && khct_outfile_falls_on(path, one, 1, io));
}

/* --- all of them --- */

static bool gather(khct_inputs *in, char **operands, int count)
{
    bool added = (in->arena = khct_arena_new()) != NULL, folder = false;
    for (int i = 0; i < count && added; i++) {
        folder = folder || khct_is_folder(operands[i]);
        if (!khct_is_folder(operands[i]))
            added = add(in, strdup(operands[i]));
    }
    in->given = in->files.n;
    for (int i = 0; i < count && added; i++)
        if (khct_is_folder(operands[i]))
            added = add_folder(in, operands[i]);
    if (added && in->list != NULL)
        added = read_list(in);
    in->many = in->list != NULL || count > 1 || folder;
    for (size_t i = 0; i < in->files.n && added && in->files.n > in->given; i++)
        added = find_uses(in, in->files.at[i]);
    return added;
}

static void say_passed(const khct_inputs *in, const khct_common *common)
{
    char count[24];
    snprintf(count, sizeof count, "%zu", in->passed_n - 1);
    if (in->passed_n > 0 && !common->quiet)
        khct_complain(common, NULL, KHCT_KH8014,
                      in->passed_n == 1 ? KHCT_MSG(LINK_PASSED, in->passed)
                                        : KHCT_MSG(LINKS_PASSED, in->passed, count));
}

int khct_inputs_gather(khct_inputs *in, char **operands, int count, const khct_common *common)
{
    in->list = khct_value(common, KHCT_OPT_FILES_FROM);
    in->zeroes = khct_has(common, KHCT_OPT_ZEROES);
    if (count < 1 && in->list == NULL)
        return khct_wrong_use(common, "cần ít nhất một tệp hoặc thư mục",
                              "at least one file or folder is needed", NULL);
    if (gather(in, operands, count)) {
        say_passed(in, common);
        return -1;
    }
    khct_inputs_free(in);
    return khct_no_memory(common, NULL);
}

void khct_inputs_free(khct_inputs *in)
{
    khct_paths_free(&in->files);
    free(in->passed);
    khct_arena_free(in->arena);
    *in = (khct_inputs){0};
}

#include "main/outputs.h"

#include "emit/csv/csv.h"
#include "emit/html/html.h"
#include "emit/json/json.h"
#include "emit/khct/khct.h"
#include "emit/latex/latex.h"
#include "emit/sheet/sheet.h"
#include "emit/word/word.h"
#include "text/files.h"
#include "text/zip.h"
#include "text/sort.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

const khct_backend khct_backends[KHCT_BACKENDS] = {
#define PAGED KHCT_PAGED
#define BESIDE KHCT_BESIDE
#define BINARY KHCT_BINARY
#define CARRIES KHCT_CARRIES
#define KHCT_BACKEND(name, ending, emit, flags, mark, within, part)                                \
    {#name, ending, emit, flags, mark, within, part},
#include "main/backends.def"
#undef PAGED
#undef BESIDE
#undef BINARY
#undef CARRIES
};

const khct_backend *khct_backend_named(const char *name)
{
    for (size_t t = 0; t < KHCT_BACKENDS; t++)
        if (strcmp(khct_backends[t].name, name) == 0)
            return &khct_backends[t];
    return NULL;
}

const khct_backend *khct_backend_of_file(const char *file)
{
    for (size_t t = 0; t < KHCT_BACKENDS; t++)
        if (khct_has_ending(file, khct_backends[t].ending))
            return &khct_backends[t];
    return NULL;
}

khct_str khct_backend_names(khct_arena *arena)
{
    khct_str all = {NULL, 0};
    for (size_t t = 0; t < KHCT_BACKENDS; t++)
        all = KHCT_JOIN(arena, all, khct_backends[t].name, ", ");
    return KHCT_JOIN(arena, all, "jsonl, all");
}

/* --- paths --- */

typedef struct planning {
    khct_outputs *outputs;
    const khct_wish *wish;
    const khct_common *common;
    const char **folders; /* the real path of each file's, where they are kept; NULL: it is not
                             there, and nothing will be written for it */
    size_t shared;        /* bytes of them that all have in common */
    int status;
} planning;

static khct_arena *arena_of(const planning *p)
{
    return p->outputs->arena;
}

/* A pipe has no folder and no name. */
static bool is_piped(const char *file)
{
    return strcmp(file, "-") == 0 || strncmp(file, "/dev/", 5) == 0 ||
           strncmp(file, "/proc/", 6) == 0;
}

static size_t name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? 0 : (size_t)(slash - path) + 1;
}

/* The real path of the folder that a file is in; NULL: it is not there. */
static const char *folder_there(khct_arena *arena, const char *file)
{
    char real[KHCT_PATH_MAX];
    khct_str folder = {file, name_of(file)};
    const char *name = folder.n == 0 ? "." : khct_cstr(arena, folder);
    if (khct_path_real(name, real) == NULL)
        return NULL;
    khct_path_cut(real);
    return khct_cstr(arena, khct_str_of(real));
}

/* The same; of one that is not there, its name. */
static const char *real_folder(khct_arena *arena, const char *file)
{
    const char *real = folder_there(arena, file);
    return real != NULL ? real : khct_cstr(arena, (khct_str){file, name_of(file)});
}

/* How much of two folders, whole names, is the same. */
static size_t common_part(const char *a, const char *b, size_t most)
{
    size_t whole = 0;
    for (size_t i = 0; i <= most; i++) {
        bool ends_a = a[i] == '/' || a[i] == '\0', ends_b = b[i] == '/' || b[i] == '\0';
        if (ends_a && ends_b)
            whole = i;
        if (a[i] != b[i] || a[i] == '\0')
            break;
    }
    return whole;
}

static void find_folders(planning *p)
{
    const khct_wish *w = p->wish;
    p->folders = khct_alloc_array(arena_of(p), (size_t)w->count, sizeof *p->folders);
    const char *first = NULL;
    for (int i = 0; i < w->count; i++) {
        const char *folder = p->folders[i] = folder_there(arena_of(p), w->files[i]);
        if (folder == NULL)
            continue;
        p->shared = first == NULL ? strlen(folder) : common_part(first, folder, p->shared);
        first = first == NULL ? folder : first;
    }
}

/* The name of a file's form, without a folder. */
static khct_str new_name(khct_arena *arena, const char *file, const khct_backend *t)
{
    khct_str name = khct_str_of(file + name_of(file));
    if (khct_has_ending(file, ".khct") || khct_has_ending(file, ".json"))
        name.n -= strlen(".khct");
    if (is_piped(file))
        name = KHCT_STR("ke-hoach");
    return KHCT_JOIN(arena, name, t->ending);
}

static const char *path_of(planning *p, int i, const khct_backend *t)
{
    const khct_wish *w = p->wish;
    khct_arena *arena = arena_of(p);
    const char *file = w->files[i];
    if (w->out != NULL && !w->directory)
        return w->out;
    if (w->out == NULL && (is_piped(file) || (!w->beside && !(t->flags & KHCT_BESIDE))))
        return "-";
    khct_str folder = {file, name_of(file)}, name = new_name(arena, file, t);
    if (w->out != NULL) {
        khct_str out = khct_str_of(w->out);
        while (out.n > 0 && out.p[out.n - 1] == '/')
            out.n--;
        khct_str below = p->folders[i] != NULL ? khct_str_of(p->folders[i] + p->shared)
                                               : KHCT_JOIN(arena, "/", folder);
        folder = KHCT_JOIN(arena, out, below, "/");
    }
    return khct_cstr(arena, khct_str_cat(arena, folder, name));
}

static bool is_wanted(const planning *p, int i, size_t t)
{
    bool several = false;
    for (size_t other = 0; other < KHCT_BACKENDS; other++)
        several = several || (other != t && p->wish->wanted[other]);
    /* of several forms not the one that it has already */
    return p->wish->wanted[t] &&
           !(several && khct_has_ending(p->wish->files[i], khct_backends[t].ending));
}

/* --- what may not be --- */

/* A path that names the same file in every spelling: that of the file that is there, else that of
 * the folder and the name. */
typedef struct place {
    const char *key;
    const char *path;
    const char *file; /* the plan that it is of, or is */
    bool source;
} place;

typedef KHCT_VEC(place) places;

static const char *key_of(khct_arena *arena, const char *path)
{
    khct_file_facts facts;
    char numbers[64];
    if (khct_look(path, &facts)) {
        snprintf(numbers, sizeof numbers, "%ju:%ju", (uintmax_t)facts.stamp.device,
                 (uintmax_t)facts.stamp.inode);
        return khct_cstr(arena, khct_str_of(numbers));
    }
    char key[KHCT_PATH_MAX];
    khct_str folder = khct_str_of(real_folder(arena, path));
    khct_path_key(khct_cstr(arena, KHCT_JOIN(arena, folder, "/", path + name_of(path))), key);
    return khct_cstr(arena, khct_str_of(key));
}

static int by_key(const void *a, const void *b)
{
    const place *one = a, *other = b;
    int order = strcmp(one->key, other->key);
    return order != 0 ? order : (int)one->source - (int)other->source;
}

static void add_place(planning *p, places *all, const char *path, const char *file, bool source)
{
    khct_push(arena_of(p), all) = (place){key_of(arena_of(p), path), path, file, source};
}

static void say_alike(planning *p, const place *one, const place *other)
{
    if (one->source && other->source)
        return; /* a plan named twice writes twice, which is said of what it writes */
    p->status = other->source ? KHCT_EXIT_SYSTEM : KHCT_EXIT_USE;
    if (other->source)
        khct_complain(p->common, NULL, KHCT_KH8006, KHCT_MSG(WRITE_SOURCE, one->path));
    else
        khct_complain(p->common, NULL, KHCT_KH8011,
                      KHCT_MSG(OUTPUTS_ALIKE, one->file, other->file, one->path));
}

/* Two outputs alike, or an output that is one of the plans. */
static void find_alike(planning *p)
{
    const khct_wish *w = p->wish;
    places all = {0};
    for (int i = 0; i < w->count; i++) {
        if (!is_piped(w->files[i]))
            add_place(p, &all, w->files[i], w->files[i], true);
        for (size_t t = 0; t < KHCT_BACKENDS; t++) {
            const khct_output *o = &p->outputs->at[(size_t)i * KHCT_BACKENDS + t];
            if (o->path != NULL && strcmp(o->path, "-") != 0)
                add_place(p, &all, o->path, w->files[i], false);
        }
    }
    khct_sort_vec(arena_of(p), &all, by_key);
    for (size_t i = 1; i < all.n; i++)
        if (strcmp(all.at[i - 1].key, all.at[i].key) == 0)
            say_alike(p, &all.at[i - 1], &all.at[i]);
}

static void plan(void *context)
{
    planning *p = context;
    const khct_wish *w = p->wish;
    p->outputs->at =
        khct_alloc_array(arena_of(p), (size_t)w->count * KHCT_BACKENDS, sizeof *p->outputs->at);
    if (w->directory)
        find_folders(p);
    for (int i = 0; i < w->count; i++)
        for (size_t t = 0; t < KHCT_BACKENDS; t++)
            if (is_wanted(p, i, t))
                p->outputs->at[(size_t)i * KHCT_BACKENDS + t] = (khct_output){
                    path_of(p, i, &khct_backends[t]), w->out != NULL && !w->directory};
    find_alike(p);
}

int khct_outputs_plan(khct_outputs *outputs, const khct_wish *wish, const khct_common *common)
{
    planning p = {.outputs = outputs, .wish = wish, .common = common, .status = -1};
    outputs->arena = khct_arena_new();
    if (outputs->arena != NULL && khct_try(outputs->arena, plan, &p))
        return p.status;
    return khct_no_memory(common, NULL);
}

void khct_outputs_free(khct_outputs *outputs)
{
    khct_arena_free(outputs->arena);
}

bool khct_make_folders(const char *path, size_t from)
{
    char folder[KHCT_PATH_MAX];
    for (size_t n = from;; n++) {
        n += strcspn(path + n, "/");
        if (path[n] == '\0')
            return true;
        if (n >= sizeof folder) {
            errno = ENAMETOOLONG;
            return false;
        }
        snprintf(folder, sizeof folder, "%.*s", (int)n, path);
        if (n == 0 || khct_make_folder(folder) || errno == EEXIST)
            continue;
        int error = errno;
        if (!khct_is_folder(folder)) { /* a disk's own cannot be made */
            errno = error;
            return false;
        }
    }
}

/* --- khct's own files --- */

static bool holds(const char *bytes, size_t n, const khct_backend *t)
{
    if (t->part != NULL)
        return khct_zip_holds((khct_str){bytes, n}, khct_str_of(t->part), khct_str_of(t->mark));
    if (t->within != 0 && n > t->within)
        n = t->within;
    return khct_str_find((khct_str){bytes, n}, khct_str_of(t->mark)) < n;
}

static size_t read_part(int fd, char *bytes, size_t size)
{
    size_t n = 0;
    for (ssize_t got = 1; n < size && got > 0; n += got > 0 ? (size_t)got : 0)
        got = read(fd, bytes + n, size - n);
    return n;
}

/* The mark stands near the beginning or, in a PDF of xelatex, near the end. */
bool khct_is_own(const char *path, const khct_backend *backend)
{
    enum { LOOK = 128 * 1024 };
    int fd = backend->mark == NULL ? -1 : khct_open_read(path, false);
    char *bytes = fd < 0 ? NULL : malloc(LOOK);
    bool own = bytes != NULL && holds(bytes, read_part(fd, bytes, LOOK), backend);
    if (!own && bytes != NULL && backend->within == 0 && lseek(fd, -LOOK, SEEK_END) > 0)
        own = holds(bytes, read_part(fd, bytes, LOOK), backend);
    free(bytes);
    if (fd >= 0)
        close(fd);
    return own;
}

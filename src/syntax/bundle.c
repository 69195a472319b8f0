#include "syntax/bundle.h"

#include "text/paths.h"
#include "text/xml.h"

#include <strings.h>

/* --- names --- */

/* On Windows these are devices, whatever ending follows. */
static bool is_device(khct_str step)
{
    static const char *const NAMES[] = {"CON", "PRN", "AUX",    "NUL",
                                        "COM", "LPT", "CONIN$", "CLOCK$"};
    size_t n = khct_str_find(step, KHCT_STR("."));
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        size_t length = strlen(NAMES[i]);
        bool port = strcmp(NAMES[i], "COM") == 0 || strcmp(NAMES[i], "LPT") == 0;
        if (n == length + port && strncasecmp(step.p, NAMES[i], length) == 0)
            return true;
    }
    return false;
}

static bool step_is_fit(khct_str step)
{
    if (step.n == 0 || step.n >= KHCT_NAME_MAX || step.p[0] == '.' || is_device(step))
        return false;
    for (size_t i = 0; i < step.n; i++)
        if ((unsigned char)step.p[i] < 0x20 || strchr("\\:*?\"<>|\x7F", step.p[i]) != NULL)
            return false;
    return step.p[step.n - 1] != '.' && step.p[step.n - 1] != ' ' && step.p[0] != ' ';
}

bool khct_bundle_name_is_fit(khct_str name)
{
    enum { LONGEST = 512 };
    khct_str rest = name;
    if (name.n > LONGEST || !khct_str_ends(name, ".khct") || name.p[name.n - 1] == '/')
        return false;
    while (rest.n > 0)
        if (!step_is_fit(khct_str_cut(&rest, '/')))
            return false;
    return true;
}

static khct_str folder_of(khct_str name)
{
    size_t n = name.n;
    while (n > 0 && name.p[n - 1] != '/')
        n--;
    return khct_str_sub(name, 0, n);
}

/* The name without `.` and `..`; .p NULL: it leads out. */
static khct_str straightened(khct_arena *arena, khct_str path)
{
    khct_strs steps = {0};
    while (path.n > 0) {
        khct_str step = khct_str_cut(&path, '/');
        if (khct_str_is(step, "..") && steps.n == 0)
            return (khct_str){NULL, 0};
        if (khct_str_is(step, ".."))
            steps.n--;
        else if (step.n > 0 && !khct_str_is(step, "."))
            khct_push(arena, &steps) = step;
    }
    return khct_str_list(arena, &steps, KHCT_STR("/"));
}

/* --- files --- */

const khct_bundled *khct_bundle_find(const khct_bundle *bundle, khct_str name)
{
    KHCT_FOR (file, &bundle->files)
        if (khct_str_eq(file->name, name))
            return file;
    return NULL;
}

const khct_bundled *khct_bundle_used(khct_arena *arena, const khct_bundle *bundle, khct_str user,
                                     khct_str name)
{
    if (name.n == 0 || name.p[0] == '/')
        return NULL;
    khct_str path = straightened(arena, khct_str_cat(arena, folder_of(user), name));
    return path.p == NULL ? NULL : khct_bundle_find(bundle, path);
}

/* --- of a document --- */

static khct_arena *arena_of(const khct_document *document)
{
    return document->diags->arena;
}

/* Where the file lies; what came through a pipe lies in the current folder. */
static khct_str path_of(const khct_document *document, size_t i)
{
    static const char NAME[] = "/ke-hoach.khct";
    char here[KHCT_PATH_MAX];
    khct_str path = document->files.at[i].path;
    if (!khct_str_is(path, "-"))
        return path;
    if (document->files.n == 1 || !khct_path_here(here))
        return KHCT_STR(NAME);
    khct_path_cut(here);
    return khct_str_cat(arena_of(document), khct_str_copy(arena_of(document), khct_str_of(here)),
                        KHCT_STR(NAME));
}

/* How much of their folders all files have in common. */
static size_t shared_folder(const khct_document *document)
{
    khct_str shared = folder_of(path_of(document, 0));
    for (size_t i = 1; i < document->files.n; i++) {
        khct_str path = path_of(document, i);
        size_t n = 0;
        while (n < shared.n && n < path.n && shared.p[n] == path.p[n])
            n++;
        shared = folder_of(khct_str_sub(shared, 0, n));
    }
    return shared.n;
}

/* A plan that was JSON is written in the language by now. */
static khct_str name_of(khct_arena *arena, khct_str path, size_t folder)
{
    khct_str name = khct_str_sub(path, folder, path.n);
    if (!khct_str_ends(name, ".json"))
        return name;
    return khct_str_cat(arena, khct_str_sub(name, 0, name.n - 5), KHCT_STR(".khct"));
}

/* What `dung` names must be found again by the names alone. */
static khct_message find_stray(const khct_document *document, const khct_bundle *bundle, size_t i)
{
    const khct_node *node = document->files.at[i].tree->top->first;
    khct_str name;
    for (; node != NULL; node = node->next)
        if (node->keyword == KHCT_K_DUNG && khct_use_names_file(document->diags, node, &name) &&
            khct_bundle_used(arena_of(document), bundle, bundle->files.at[i].name, name) == NULL)
            return KHCT_MSG(CARRY_STRAY, name);
    return KHCT_MSG0(NONE);
}

khct_message khct_bundle_make(const khct_document *document, khct_bundle *bundle)
{
    khct_arena *arena = arena_of(document);
    size_t folder = shared_folder(document);
    *bundle = (khct_bundle){0};
    for (size_t i = 0; i < document->files.n; i++) {
        khct_bundled file = {
            name_of(arena, path_of(document, i), folder),
            khct_source_file(document->diags->sources, document->files.at[i].tree->source)};
        if (!khct_bundle_name_is_fit(file.name) || khct_bundle_find(bundle, file.name) != NULL)
            return KHCT_MSG(CARRY_NAME, file.name);
        if (!khct_xml_holds(file.text))
            return KHCT_MSG(CARRY_TEXT, file.name);
        khct_push(arena, &bundle->files) = file;
    }
    for (size_t i = 0; i < document->files.n; i++) {
        khct_message stray = find_stray(document, bundle, i);
        if (stray.id != KHCT_T_NONE)
            return stray;
    }
    return KHCT_MSG0(NONE);
}

#include "syntax/load.h"

#include "syntax/bundle.h"
#include "syntax/bytes.h"
#include "syntax/conflict.h"
#include "syntax/project.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

/* What is needed while a document is loaded. */
typedef struct loading {
    const khct_loader *loader;
    khct_document *document;
    khct_arena *arena;
    khct_diags *diags;
    khct_project project;
} loading;

static khct_tree *parse_source(const khct_loader *loader, uint32_t source)
{
    if (loader->own) {
        khct_source_at(loader->diags->sources, (khct_span){source, 0, 0})->marks = false;
    } else {
        khct_report_conflicts(loader->diags, source);
        khct_report_bytes(loader->diags, source);
    }
    return khct_parse(loader->diags, loader->vocabulary, source);
}

/* --- reading --- */

/* What went wrong with a file, told at the `dung` or, for the plan itself, nowhere. */
static void report_file(loading *l, khct_code code, khct_span at, khct_message message)
{
    khct_report(l->diags, code, at, message);
}

static void report_errno(loading *l, khct_span at, khct_str name, int error)
{
    if (error == ENOENT || error == ENOTDIR)
        report_file(l, KHCT_KH8001, at, KHCT_MSG(NOT_FOUND, name));
    else
        report_file(
            l, KHCT_KH8005, at,
            KHCT_MSG(NOT_READABLE, name, khct_str_copy(l->arena, khct_str_of(strerror(error)))));
}

static void report_size(loading *l, khct_span at, khct_str name)
{
    report_file(l, KHCT_KH8004, at, KHCT_MSG(TOO_LARGE, name, KHCT_SOURCE_LIMIT / (1024 * 1024)));
}

/* Up to `size` bytes of an open file; the number read, or -1. */
static ssize_t read_all(int fd, char *bytes, size_t size)
{
    size_t n = 0;
    while (n < size) {
        ssize_t got = read(fd, bytes + n, size - n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        n += (size_t)got;
    }
    return (ssize_t)n;
}

/* What is read from an open file, to its end: its size may not be known, or grow meanwhile. */
typedef struct reading {
    loading *l;
    int fd;
    size_t expected;
    char *bytes; /* with room for KHCT_SOURCE_PADDING more */
    size_t n;
    int error; /* errno */
    bool large;
} reading;

static void read_whole(void *context)
{
    reading *r = context;
    size_t capacity = r->expected + 1;
    r->bytes = khct_alloc_bytes(r->l->arena, capacity + KHCT_SOURCE_PADDING);
    for (;;) {
        ssize_t got = read_all(r->fd, r->bytes + r->n, capacity - r->n);
        r->error = got < 0 ? errno : 0;
        r->n += got > 0 ? (size_t)got : 0;
        r->large = r->n > KHCT_SOURCE_LIMIT;
        if (got < 0 || r->n < capacity || r->large)
            return;
        char *larger = khct_alloc_bytes(r->l->arena, capacity * 2 + KHCT_SOURCE_PADDING);
        memcpy(larger, r->bytes, r->n);
        r->bytes = larger;
        capacity *= 2;
    }
}

/* Reads and, but for standard input, closes. The arena may fail while the file is open. */
static bool read_open(reading *r, khct_span at, khct_str name)
{
    bool done = khct_try(r->l->arena, read_whole, r);
    if (r->fd != STDIN_FILENO)
        close(r->fd);
    if (!done)
        khct_arena_fail(r->l->arena);
    if (r->error != 0)
        report_errno(r->l, at, name, r->error);
    else if (r->large)
        report_size(r->l, at, name);
    return r->error == 0 && !r->large;
}

/* What a shell puts in a command's place: a pipe that somebody fills, read like standard input. */
static bool is_given_pipe(const char *path)
{
    return strncmp(path, "/dev/fd/", 8) == 0 || strncmp(path, "/proc/self/fd/", 14) == 0 ||
           strcmp(path, "/dev/stdin") == 0;
}

/* The plan's own file, which the user named, is opened by its name; what it uses within the
 * project, as the name may have become that of something else. */
static bool read_file(loading *l, khct_span at, khct_str name, const char *path, khct_file *file,
                      reading *r)
{
    bool own = l->document->files.n == 0, piped = own && is_given_pipe(path);
    int fd = own ? khct_open_read(path, piped) : khct_project_open(&l->project, path);
    int error = errno;
    khct_file_facts facts;
    if (fd >= 0 && !khct_look_open(fd, &facts)) {
        error = errno;
        close(fd);
        fd = -1;
    }
    if (fd < 0) {
        report_errno(l, at, name, error);
        return false;
    }
    bool regular = facts.kind == KHCT_KIND_FILE;
    bool large = regular && facts.stamp.size > (int64_t)KHCT_SOURCE_LIMIT;
    if ((!regular && !piped) || large) {
        close(fd);
        if (facts.kind == KHCT_KIND_FOLDER)
            report_file(l, KHCT_KH8007, at, KHCT_MSG(DIRECTORY, name));
        else if (!regular)
            report_file(l, KHCT_KH8005, at, KHCT_MSG(NOT_REGULAR, name));
        else
            report_size(l, at, name);
        return false;
    }
    file->stamp = regular ? facts.stamp : (khct_stamp){0};
    *r = (reading){.l = l, .fd = fd, .expected = regular ? (size_t)facts.stamp.size : 0};
    return read_open(r, at, name);
}

/* --- using other files --- */

static void load_file(loading *l, khct_span at, khct_str name, const char *real);

bool khct_use_names_file(const khct_diags *diags, const khct_node *use, khct_str *name)
{
    khct_str raw = khct_node_raw(diags, use);
    if (raw.n == 0 || raw.p[0] != '"')
        return false;
    raw = khct_str_sub(raw, 1, raw.n);
    if (raw.n > 0 && raw.p[raw.n - 1] == '"')
        raw.n--;
    *name = raw;
    return true;
}

static khct_file *file_at(const loading *l, const char *real)
{
    for (size_t i = 0; i < l->document->files.n; i++)
        if (khct_str_is(l->document->files.at[i].path, real))
            return &l->document->files.at[i];
    return NULL;
}

/* The real path, and beside it the overlay for a file that is not on the disk. False with errno. */
static bool find_file(const loading *l, const char *path, char real[KHCT_PATH_MAX])
{
    const khct_overlay *overlay = l->loader->overlay;
    /* an editor's name that is no path (a text that was never saved) means nothing on the disk */
    if ((overlay == NULL || khct_path_is_absolute(path)) && khct_real_path(l->arena, path, real))
        return true;
    int error = overlay != NULL && !khct_path_is_absolute(path) ? ENOENT : errno;
    const char *slash = strrchr(path, '/');
    char folder[KHCT_PATH_MAX], found[KHCT_PATH_MAX];
    khct_str text;
    errno = error;
    if (overlay == NULL || strlen(path) >= KHCT_PATH_MAX)
        return false;
    if (slash != NULL && slash > path && khct_path_is_absolute(path)) {
        snprintf(folder, sizeof folder, "%.*s", (int)(slash - path), path);
        if (khct_path_real(folder, found) != NULL &&
            snprintf(real, KHCT_PATH_MAX, "%.*s%s", KHCT_PATH_MAX - 1, found, slash) <
                KHCT_PATH_MAX &&
            overlay->text_of(overlay->context, real, &text))
            return true;
    }
    snprintf(real, KHCT_PATH_MAX, "%s", path);
    errno = error;
    return overlay->text_of(overlay->context, path, &text);
}

/* A relative name seen from the file that uses it, as realpath gives it; NULL, reported, where
 * there is no such file or it leaves the project. In the arena: files that use each other are
 * loaded inside one another, and paths are long. */
static const char *resolve(loading *l, const khct_node *use, khct_str name, const char *user)
{
    const char *slash = strrchr(user, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - user) + 1;
    khct_str joined = khct_str_cat(l->arena, (khct_str){user, folder}, name);
    char *real = khct_alloc_bytes(l->arena, KHCT_PATH_MAX);
    bool absolute = khct_path_is_absolute(khct_cstr(l->arena, name));
    if (!l->project.readable) {
        report_file(l, KHCT_KH8003, use->value, KHCT_MSG(PLACELESS, name));
        return NULL;
    }
    if (joined.n >= KHCT_PATH_MAX || memchr(name.p, '\0', name.n) != NULL) {
        report_file(l, KHCT_KH8001, use->value, KHCT_MSG(NOT_FOUND, name));
        return NULL;
    }
    if (!absolute && !find_file(l, khct_cstr(l->arena, joined), real)) {
        report_errno(l, use->value, name, errno);
        return NULL;
    }
    if (absolute || !khct_project_holds(&l->project, real)) {
        report_file(l, KHCT_KH8003, use->value, KHCT_MSG(OUTSIDE, name));
        return NULL;
    }
    return real;
}

/* Finds the file within a bundle: nothing else is there. */
static const char *resolve_bundled(loading *l, const khct_node *use, khct_str name,
                                   const char *user)
{
    const khct_bundled *file =
        khct_bundle_used(l->arena, l->loader->bundle, khct_str_of(user), name);
    if (file == NULL)
        report_file(l, KHCT_KH8001, use->value, KHCT_MSG(NOT_FOUND, name));
    return file == NULL ? NULL : khct_cstr(l->arena, file->name);
}

static void use_file(loading *l, const khct_node *use, const char *user)
{
    khct_str name;
    if (!khct_use_names_file(l->diags, use, &name))
        return;
    khct_str raw = khct_node_raw(l->diags, use);
    if (raw.n < 2 || raw.p[raw.n - 1] != '"') {
        khct_span at = {use->value.source, use->value.begin, use->value.begin + 1};
        khct_report_hint(l->diags, KHCT_KH0003, at, KHCT_MSG(QUOTE_OPEN, "\""),
                         KHCT_MSG(QUOTE_HINT, "\""));
        return;
    }
    const char *real = l->loader->bundle != NULL ? resolve_bundled(l, use, name, user)
                                                 : resolve(l, use, name, user);
    if (real == NULL)
        return;
    khct_file *known = file_at(l, real);
    if (known != NULL && known->open) {
        report_file(l, KHCT_KH8002, use->value, KHCT_MSG(CYCLE, name));
        return;
    }
    if (known != NULL)
        return;
    if (l->document->files.n >= KHCT_FILE_LIMIT) {
        report_file(l, KHCT_KH9002, use->value, KHCT_MSG(LIMIT, "số tệp", KHCT_FILE_LIMIT));
        return;
    }
    /* shown like the file that uses it: its folder, then the name */
    khct_source *source = khct_source_at(l->diags->sources, use->value);
    size_t folder = source->name.n;
    while (folder > 0 && source->name.p[folder - 1] != '/')
        folder--;
    khct_str shown = khct_str_cat(l->arena, khct_str_sub(source->name, 0, folder), name);
    load_file(l, use->value, shown, real);
}

/* The plan's own file may be in another form. False, reported, where it makes no sense. */
static bool convert(loading *l, khct_str *name, khct_str *text)
{
    const khct_conversion *conversion = l->loader->conversion;
    if (conversion == NULL || l->document->files.n > 0)
        return true;
    khct_str bytes = *text;
    khct_fault fault = conversion->convert(l->arena, l->loader->vocabulary, bytes, text);
    if (fault.message.id != KHCT_T_NONE) {
        uint32_t source = khct_source_add(l->diags->sources, *name, bytes);
        khct_span span = {source, (uint32_t)fault.begin, (uint32_t)fault.end};
        khct_report(l->diags, KHCT_KH8008, span, fault.message);
        return false;
    }
    if (text->n > KHCT_SOURCE_LIMIT) {
        report_size(l, KHCT_NOWHERE, *name);
        return false;
    }
    /* lines and columns are those of the text in the language */
    *name = khct_str_cat(l->arena, *name, KHCT_STR(" (khct)"));
    return true;
}

/* A file that holds no plan as a whole: said once. A part of a plan may be empty, and one that is
 * `begun` in an editor. */
static bool is_foreign(loading *l, khct_span at, khct_str name, khct_str text, bool begun)
{
    khct_foreign foreign = khct_foreign_of(name, text);
    bool part = l->document->files.n > 0;
    if (foreign.message.id == KHCT_T_NONE || ((part || begun) && foreign.code == KHCT_KH0007))
        return false;
    khct_report_hint(l->diags, foreign.code, at, foreign.message, foreign.hint);
    return true;
}

/* True, and the text, where it is in memory: in the bundle, or an editor's. */
static bool find_text(const loading *l, const char *real, khct_str *text)
{
    const khct_overlay *overlay = l->loader->overlay;
    if (l->loader->bundle == NULL)
        return strcmp(real, "-") != 0 && overlay != NULL &&
               overlay->text_of(overlay->context, real, text);
    *text = khct_bundle_find(l->loader->bundle, khct_str_of(real))->text;
    return true;
}

static void load_file(loading *l, khct_span at, khct_str name, const char *real)
{
    khct_str text;
    reading read = {.l = l, .fd = STDIN_FILENO, .expected = 64 * 1024};
    khct_file file = {.open = true};
    bool given = find_text(l, real, &text);
    bool begun = given && l->loader->bundle == NULL;
    if (!given && (strcmp(real, "-") == 0 ? !read_open(&read, KHCT_NOWHERE, name)
                                          : !read_file(l, at, name, real, &file, &read)))
        return;
    if (!given)
        text = (khct_str){read.bytes, read.n};
    if (!convert(l, &name, &text) || is_foreign(l, at, name, text, begun))
        return;
    uint32_t source = text.p == read.bytes
                          ? khct_source_take(l->diags->sources, name, read.bytes, read.n)
                          : khct_source_add(l->diags->sources, name, text);
    khct_str path = khct_str_copy(l->arena, khct_str_of(is_given_pipe(real) ? "-" : real));
    size_t mine = l->document->files.n;
    file.path = path;
    khct_push(l->arena, &l->document->files) = file;
    khct_tree *tree = parse_source(l->loader, source);
    l->document->files.at[mine].tree = tree;
    for (khct_node *node = tree->top->first; node != NULL; node = node->next)
        if (node->keyword == KHCT_K_DUNG && !l->loader->alone)
            use_file(l, node, path.p);
    l->document->files.at[mine].open = false;
}

static khct_document *document_new(khct_diags *diags)
{
    khct_document *document = khct_alloc(diags->arena, sizeof *document);
    document->diags = diags;
    return document;
}

/* What comes through a pipe stands in the current directory. */
static void find_here(loading *l)
{
    char here[KHCT_PATH_MAX];
    bool known = khct_path_here(here) && strlen(here) < sizeof here - 2;
    if (known)
        khct_path_cut(here);
    size_t n = known ? strlen(here) : 0;
    memcpy(here + n, known ? "/-" : "", known ? sizeof "/-" : 1);
    khct_project_find(&l->project, l->loader->root, here);
}

khct_document *khct_load(const khct_loader *loader, const char *path)
{
    khct_arena *arena = loader->diags->arena;
    loading *l = khct_alloc(arena, sizeof *l);
    l->loader = loader;
    l->arena = arena;
    l->diags = loader->diags;
    l->document = document_new(loader->diags);
    char real[KHCT_PATH_MAX];
    khct_str name = khct_str_of(loader->name == NULL ? path : loader->name);
    if (loader->bundle != NULL) {
        load_file(l, KHCT_NOWHERE, name, path);
    } else if (strcmp(path, "-") == 0) {
        find_here(l);
        load_file(l, KHCT_NOWHERE, name, "-");
    } else if (is_given_pipe(path)) {
        find_here(l);
        load_file(l, KHCT_NOWHERE, name, path);
    } else if (!find_file(l, path, real)) {
        report_errno(l, KHCT_NOWHERE, name, errno);
    } else {
        khct_project_find(&l->project, loader->root, real);
        load_file(l, KHCT_NOWHERE, name, real);
    }
    return l->document;
}

khct_document *khct_load_text(const khct_loader *loader, khct_str name, khct_str text, bool library)
{
    khct_document *document = document_new(loader->diags);
    uint32_t source = khct_source_add(loader->diags->sources, name, text);
    khct_source_at(loader->diags->sources, (khct_span){source, 0, 0})->library = library;
    khct_tree *tree = parse_source(loader, source);
    khct_push(loader->diags->arena, &document->files) =
        (khct_file){.tree = tree, .path = khct_str_copy(loader->diags->arena, name)};
    return document;
}

khct_node *khct_document_next(const khct_document *document, const khct_node *after,
                              khct_keyword keyword)
{
    size_t file = 0;
    if (after != NULL) {
        khct_node *next = khct_again(after);
        if (next != NULL)
            return next;
        while (document->files.at[file].tree->source != after->span.source)
            file++;
        file++;
    }
    for (; file < document->files.n; file++) {
        khct_node *node = khct_child(document->files.at[file].tree->top, keyword);
        if (node != NULL)
            return node;
    }
    return NULL;
}

#include "library/library.h"

#include "library/embedded.h"
#include "library/prose.h"
#include "text/bytes.h"
#include "text/files.h"
#include "text/sort.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static void start(void *context)
{
    khct_library *l = context;
    l->sources.arena = l->arena;
    l->sources.base = KHCT_IN_LIBRARY;
    l->diags.arena = l->arena;
    l->diags.sources = &l->sources;
    l->vocabulary = khct_vocabulary_new(l->arena);
    l->lexicon = khct_lexicon_new(l->arena);
}

khct_library *khct_library_new(const char *path)
{
    khct_library *library = calloc(1, sizeof *library);
    if (library == NULL)
        return NULL;
    library->path = path != NULL && path[0] != '\0' ? path : NULL;
    library->arena = khct_arena_new();
    if (library->arena == NULL || !khct_try(library->arena, start, library)) {
        khct_library_free(library);
        return NULL;
    }
    return library;
}

void khct_library_free(khct_library *library)
{
    if (library == NULL)
        return;
    khct_arena_free(library->arena);
    free(library);
}

/* --- files --- */

/* Reads the user's own file of the library: 0, with .p NULL where there is none, or an errno. */
static int read_disk(const khct_library *library, khct_arena *arena, const char *path,
                     khct_str *text)
{
    char full[KHCT_PATH_MAX];
    khct_file_facts facts;
    *text = (khct_str){NULL, 0};
    if (library->path == NULL)
        return 0;
    int n = snprintf(full, sizeof full, "%s/%s", library->path, path);
    if (n < 0 || (size_t)n >= sizeof full)
        return ENAMETOOLONG;
    if (!khct_look_at_link(full, &facts))
        return errno == ENOENT || errno == ENOTDIR ? 0 : errno;
    if (!khct_look(full, &facts))
        return errno;
    if (facts.kind != KHCT_KIND_FILE) /* reading a pipe would not end */
        return facts.kind == KHCT_KIND_FOLDER ? EISDIR : EINVAL;
    int error = khct_bytes_read(arena, full, KHCT_SOURCE_LIMIT, text);
    if (error != 0)
        *text = (khct_str){NULL, 0};
    return error;
}

static khct_str embedded(const char *path)
{
    for (const khct_embedded *file = KHCT_EMBEDDED; file->path != NULL; file++)
        if (strcmp(file->path, path) == 0)
            return (khct_str){file->bytes, file->size};
    return (khct_str){NULL, 0};
}

const unsigned char *khct_library_digest(khct_str text)
{
    for (const khct_embedded *file = KHCT_EMBEDDED; file->path != NULL; file++)
        if (file->bytes == text.p && file->size == text.n)
            return file->digest;
    return NULL;
}

khct_str khct_library_file(const khct_library *library, khct_arena *arena, const char *path)
{
    khct_str text;
    read_disk(library, arena, path, &text);
    return text.p != NULL ? text : embedded(path);
}

static int by_bytes(const void *a, const void *b)
{
    return khct_str_cmp(*(const khct_str *)a, *(const khct_str *)b);
}

/* Adds "ID" of "folder/ID.khct" once. */
static void add_id(khct_arena *arena, khct_strs *ids, const char *name)
{
    khct_str id = khct_str_of(name);
    if (!khct_str_ends(id, ".khct"))
        return;
    id.n -= strlen(".khct");
    for (size_t i = 0; i < ids->n; i++)
        if (khct_str_eq(ids->at[i], id))
            return;
    khct_push(arena, ids) = khct_str_copy(arena, id);
}

static void list_disk(khct_library *library, khct_arena *arena, const char *folder, khct_strs *ids)
{
    enum { MOST = 1000 };
    char full[KHCT_PATH_MAX];
    int n = snprintf(full, sizeof full, "%s/%s", library->path, folder);
    if (n < 0 || (size_t)n >= sizeof full)
        return;
    /* names are copied to a fixed place first: nothing may stay open when memory fails */
    char(*names)[KHCT_NAME_MAX] = khct_alloc_array(arena, MOST, KHCT_NAME_MAX);
    size_t count = 0;
    khct_listing *listing = khct_list_open(full);
    const char *name;
    while (listing != NULL && count < MOST && (name = khct_list_next(listing)) != NULL)
        snprintf(names[count++], KHCT_NAME_MAX, "%s", name);
    khct_list_close(listing);
    for (size_t i = 0; i < count; i++)
        add_id(arena, ids, names[i]);
}

khct_strs khct_library_list(khct_library *library, khct_arena *arena, const char *folder)
{
    khct_strs ids = {0};
    size_t n = strlen(folder);
    for (const khct_embedded *file = KHCT_EMBEDDED; file->path != NULL; file++)
        if (strncmp(file->path, folder, n) == 0 && file->path[n] == '/')
            add_id(arena, &ids, file->path + n + 1);
    if (library->path != NULL)
        list_disk(library, arena, folder, &ids);
    khct_sort_vec(arena, &ids, by_bytes);
    return ids;
}

static khct_document *load_text(khct_library *library, const char *path, khct_str text)
{
    khct_loader loader = {
        .diags = &library->diags, .vocabulary = library->vocabulary, .own = library->path == NULL};
    return khct_load_text(&loader, khct_str_of(path), text, true);
}

enum { FILE_NAME = 256 };

/* Once: the library lives as long as an editor. */
static void say_unreadable(khct_library *library, khct_str path, int error)
{
    for (size_t i = 0; i < library->unreadable.n; i++)
        if (khct_str_eq(library->unreadable.at[i], path))
            return;
    path = khct_str_copy(library->arena, path);
    khct_push(library->arena, &library->unreadable) = path;
    khct_str reason = khct_str_copy(library->arena, khct_str_of(strerror(error)));
    khct_report(&library->diags, KHCT_KH8005, KHCT_NOWHERE, KHCT_MSG(NOT_READABLE, path, reason));
}

/* The text of "folder/ID.khct", its path; .p NULL where there is none. */
static khct_str find(khct_library *library, const char *folder, khct_str id, char path[FILE_NAME])
{
    int n = snprintf(path, FILE_NAME, "%s/%.*s.khct", folder, KHCT_ARG(id));
    if (n < 0 || n >= FILE_NAME || memchr(id.p, '/', id.n) != NULL)
        return (khct_str){NULL, 0};
    khct_str text;
    int error = read_disk(library, library->arena, path, &text);
    if (error != 0)
        say_unreadable(library, khct_str_of(path), error);
    return text.p != NULL ? text : embedded(path);
}

static khct_document *load(khct_library *library, const char *folder, khct_str id)
{
    char path[FILE_NAME];
    khct_str text = find(library, folder, id, path);
    return text.p == NULL ? NULL : load_text(library, path, text);
}

/* --- catalogues and templates --- */

/* What entries of the library are read with. */
static khct_values *values_of(khct_library *library)
{
    khct_reader reader = khct_reader_of(&library->diags, library->lexicon);
    return khct_values_new(&reader, library->vocabulary, NULL, NULL);
}

/* The block that the file "folder/ID.khct" is named for, NULL where it has none. True where that is
 * known already: a file is read once, whatever it holds. */
static bool recall(const khct_library *library, const char *folder, khct_str id, const void **block)
{
    size_t n = strlen(folder);
    KHCT_FOR (known, &library->known) {
        if (strncmp(known->path.p, folder, n) == 0 && known->path.n == n + 1 + id.n &&
            memcmp(known->path.p + n + 1, id.p, id.n) == 0) {
            *block = known->block;
            return true;
        }
    }
    return false;
}

static void remember(khct_library *library, const char *folder, khct_str id, const void *block)
{
    khct_str path = KHCT_JOIN(library->arena, folder, "/", id);
    khct_push(library->arena, &library->known) = (khct_known){path, block};
}

const khct_catalogue *khct_library_catalogue(khct_library *library, khct_str id)
{
    const void *known;
    if (recall(library, "danhmuc", id, &known))
        return known;
    khct_document *document = load(library, "danhmuc", id);
    if (document == NULL)
        return NULL;
    const khct_node *node = khct_document_next(document, NULL, KHCT_K_DANHMUC);
    const khct_catalogue *catalogue =
        node == NULL ? NULL : khct_catalogue_read(values_of(library), node);
    remember(library, "danhmuc", id, catalogue);
    return catalogue;
}

const khct_template *khct_library_template(khct_library *library, khct_str id)
{
    const void *known;
    if (recall(library, "mau", id, &known))
        return known;
    khct_document *document = load(library, "mau", id);
    if (document == NULL)
        return NULL;
    const khct_node *node = khct_document_next(document, NULL, KHCT_K_MAU);
    const khct_template *form = node == NULL ? NULL : khct_template_read(values_of(library), node);
    remember(library, "mau", id, form);
    return form;
}

/* --- legal documents --- */

/* The records of a file of the user's. */
static void read_records(khct_library *library, const khct_document *document)
{
    khct_values *values = values_of(library);
    for (const khct_node *node = khct_document_next(document, NULL, KHCT_K_VANBAN); node != NULL;
         node = khct_document_next(document, node, KHCT_K_VANBAN))
        khct_push(library->arena, &library->records) =
            khct_record_of(khct_legal_read(values, node));
}

const khct_records *khct_library_records(khct_library *library)
{
    if (library->records_found)
        return &library->records;
    khct_strs files = khct_library_list(library, library->arena, "vanban");
    KHCT_FOR (file, &files) {
        char path[FILE_NAME];
        khct_str text = find(library, "vanban", *file, path);
        if (text.p == NULL)
            continue;
        if (embedded(path).p == text.p)
            khct_records_cut(library->arena, &library->records, text,
                             khct_source_refer(&library->sources, khct_str_of(path), text));
        else
            read_records(library, load_text(library, path, text));
    }
    for (uint32_t i = 0; i < library->records.n; i++)
        khct_map_put(library->arena, &library->record_by_id, library->records.at[i].id, i);
    library->records_found = true;
    return &library->records;
}

const khct_legal *khct_library_record(khct_library *library, size_t i)
{
    khct_record *record = &library->records.at[i];
    if (record->legal == NULL) {
        khct_source *file = khct_source_at(&library->sources, (khct_span){record->source, 0, 0});
        file->library = true;
        khct_document *document =
            load_text(library, khct_cstr(library->arena, file->name), record->text);
        const khct_node *node = khct_document_next(document, NULL, KHCT_K_VANBAN);
        record->legal = khct_legal_read(values_of(library), node);
        record->legal->span = (khct_span){record->source, record->at + node->value.begin,
                                          record->at + node->value.end};
    }
    return record->legal;
}

/* "UBND thành phố …" is found as "UBND thành phố". */
static void add_ended_name(khct_library *library, khct_str name)
{
    size_t end = khct_str_find(name, KHCT_STR("…"));
    uint32_t number = (uint32_t)library->ended.n;
    khct_str words = khct_str_trim(khct_str_sub(name, 0, end));
    khct_phrases_add(library->arena, &library->ended_names, words, number);
    if (end < name.n)
        khct_phrases_add(library->arena, &library->ended_open, words, number);
}

static void add_ended(khct_library *library, const khct_legal *legal)
{
    KHCT_FOR (body, &legal->ended) {
        KHCT_FOR (name, &body->names)
            add_ended_name(library, *name);
        for (size_t k = 0; k < body->but.n; k++)
            khct_phrases_add(library->arena, &library->ended_but, body->but.at[k], 0);
        khct_push(library->arena, &library->ended) = body;
    }
}

void khct_library_load_ended(khct_library *library)
{
    const khct_records *records = khct_library_records(library);
    for (size_t i = 0; i < records->n && !library->ended_loaded; i++)
        if (records->at[i].ends)
            add_ended(library, khct_library_record(library, i));
    library->ended_loaded = true;
}

const khct_legal *khct_library_legal(khct_library *library, khct_arena *arena, khct_str id)
{
    const khct_records *records = khct_library_records(library);
    uint32_t named = khct_map_get(&library->record_by_id, id);
    if (named != KHCT_NONE)
        return khct_library_record(library, named);
    uint64_t number = khct_record_number(id);
    khct_str key = number == 0 ? id : khct_docnumber_key(arena, id);
    for (size_t i = records->n; number != 0 && i-- > 0;) {
        if (records->at[i].number != number)
            continue;
        const khct_legal *legal = khct_library_record(library, i);
        if (legal->number.understood && khct_str_eq(legal->number.key, key))
            return legal;
    }
    return NULL;
}

const khct_legal *khct_catalogue_legal(khct_library *library, khct_arena *arena,
                                       const khct_catalogue *catalogue)
{
    return catalogue->law.n == 0 ? NULL : khct_library_legal(library, arena, catalogue->law);
}

khct_str khct_catalogue_name(khct_library *library, khct_arena *arena,
                             const khct_catalogue *catalogue)
{
    const khct_legal *legal = khct_catalogue_legal(library, arena, catalogue);
    if (legal != NULL)
        return khct_legal_short(arena, legal);
    if (catalogue->law.n > 0)
        return catalogue->law;
    return khct_str_cat(arena, KHCT_STR("danh mục "), catalogue->id);
}

/* --- roles --- */

void khct_library_load_roles(khct_library *library)
{
    if (library->roles_loaded)
        return;
    khct_strs files = khct_library_list(library, library->arena, "vaitro");
    KHCT_FOR (file, &files) {
        khct_document *document = load(library, "vaitro", *file);
        if (document != NULL)
            khct_push(library->arena, &library->roles) = document;
    }
    library->roles_loaded = true;
}

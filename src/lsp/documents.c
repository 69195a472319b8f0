#include "lsp/documents.h"

#include "lsp/uri.h"

#include <stdlib.h>

khct_open_text *khct_open_by_uri(const khct_open_texts *texts, const char *uri)
{
    for (size_t i = 0; i < texts->n; i++)
        if (strcmp(texts->at[i]->uri, uri) == 0)
            return texts->at[i];
    return NULL;
}

khct_open_text *khct_open_by_path(const khct_open_texts *texts, const char *path)
{
    for (size_t i = 0; i < texts->n; i++)
        if (strcmp(texts->at[i]->path, path) == 0)
            return texts->at[i];
    return NULL;
}

static void free_open(khct_open_text *open)
{
    if (open == NULL)
        return;
    free(open->uri);
    free(open->path);
    free(open->text);
    free(open);
}

static bool reserve(khct_open_text *open, size_t size)
{
    return khct_heap_room(&open->text, 0, size, &open->capacity, 1);
}

static khct_open_text *new_open(const char *uri)
{
    khct_open_text *open = calloc(1, sizeof *open);
    if (open == NULL)
        return NULL;
    open->uri = strdup(uri);
    open->path = khct_uri_path(uri);
    open->library = strncmp(uri, KHCT_LIBRARY_SCHEME, strlen(KHCT_LIBRARY_SCHEME)) == 0;
    if (open->uri == NULL || open->path == NULL) {
        free_open(open);
        return NULL;
    }
    return open;
}

static bool add(khct_open_texts *texts, khct_open_text *open)
{
    if (!khct_room(texts, 1))
        return false;
    texts->at[texts->n++] = open;
    return true;
}

static void set_version(khct_open_text *open, const json_t *version)
{
    open->versioned = json_is_integer(version);
    open->version = open->versioned ? json_integer_value(version) : 0;
}

khct_open_text *khct_open_add(khct_open_texts *texts, const json_t *item)
{
    const char *uri = json_string_value(json_object_get(item, "uri"));
    const json_t *text = json_object_get(item, "text");
    const char *bytes = json_string_value(text);
    size_t n = json_string_length(text);
    if (uri == NULL || bytes == NULL || n > KHCT_SOURCE_LIMIT)
        return NULL;
    khct_open_text *open = khct_open_by_uri(texts, uri);
    if (open == NULL) {
        open = new_open(uri);
        if (open == NULL || !add(texts, open)) {
            free_open(open);
            return NULL;
        }
    }
    if (!reserve(open, n + 1)) {
        khct_open_remove(texts, open);
        return NULL;
    }
    memcpy(open->text, bytes, n);
    open->n = n;
    set_version(open, json_object_get(item, "version"));
    return open;
}

void khct_open_remove(khct_open_texts *texts, khct_open_text *open)
{
    for (size_t i = 0; i < texts->n; i++)
        if (texts->at[i] == open) {
            texts->at[i] = texts->at[--texts->n];
            break;
        }
    free_open(open);
}

void khct_open_release(khct_open_texts *texts)
{
    while (texts->n > 0)
        khct_open_remove(texts, texts->at[0]);
    free(texts->at);
    *texts = (khct_open_texts){0};
}

static bool sound(const json_t *change)
{
    const json_t *range = json_object_get(change, "range");
    khct_place_at place;
    return json_is_string(json_object_get(change, "text")) &&
           (range == NULL || json_is_null(range) ||
            (khct_place_read(json_object_get(range, "start"), &place) &&
             khct_place_read(json_object_get(range, "end"), &place)));
}

/* Puts `text` in place of the bytes from `begin` to `end`. */
static khct_edited replace(khct_open_text *open, size_t begin, size_t end, khct_str text)
{
    size_t size = open->n - (end - begin) + text.n;
    if (size > KHCT_SOURCE_LIMIT)
        return KHCT_EDIT_BROKEN;
    if (!reserve(open, size + 1))
        return KHCT_EDIT_NO_MEMORY;
    memmove(open->text + begin + text.n, open->text + end, open->n - end);
    memcpy(open->text + begin, text.p, text.n);
    open->n = size;
    return KHCT_EDITED;
}

static khct_edited apply(khct_open_text *open, const json_t *change, khct_encoding encoding)
{
    const json_t *range = json_object_get(change, "range"), *text = json_object_get(change, "text");
    khct_str new = {json_string_value(text), json_string_length(text)};
    if (!json_is_object(range))
        return replace(open, 0, open->n, new);
    khct_place_at from, to;
    khct_place_read(json_object_get(range, "start"), &from);
    khct_place_read(json_object_get(range, "end"), &to);
    uint32_t begin = khct_byte_in_text(khct_open_str(open), encoding, from);
    uint32_t end = khct_byte_in_text(khct_open_str(open), encoding, to);
    return begin <= end ? replace(open, begin, end, new) : replace(open, end, begin, new);
}

khct_edited khct_open_edit(khct_open_text *open, const json_t *version, const json_t *changes,
                           khct_encoding encoding)
{
    if (!json_is_array(changes))
        return KHCT_EDIT_BROKEN;
    if (json_is_integer(version) && open->versioned && json_integer_value(version) <= open->version)
        return KHCT_EDIT_OLD;
    size_t i;
    json_t *change;
    json_array_foreach(changes, i, change) if (!sound(change)) return KHCT_EDIT_BROKEN;
    json_array_foreach(changes, i, change)
    {
        khct_edited edited = apply(open, change, encoding);
        if (edited != KHCT_EDITED)
            return edited;
    }
    if (json_is_integer(version))
        set_version(open, version);
    return KHCT_EDITED;
}

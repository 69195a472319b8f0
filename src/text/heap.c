#include "text/heap.h"

#include <stdlib.h>

bool khct_heap_room(void *at, size_t n, size_t more, size_t *capacity, size_t size)
{
    enum { FEWEST = 64 }; /* bytes */
    void *items;
    if (*capacity - n >= more)
        return true;
    if (more > SIZE_MAX / size / 2 - n)
        return false;
    size_t wanted = 2 * *capacity > n + more ? 2 * *capacity : n + more;
    if (wanted < FEWEST / size)
        wanted = FEWEST / size;
    memcpy(&items, at, sizeof items); /* a pointer of whatever type */
    items = realloc(items, wanted * size);
    if (items == NULL)
        return false;
    memcpy(at, &items, sizeof items);
    *capacity = wanted;
    return true;
}

bool khct_paths_take(khct_paths *paths, char *path)
{
    if (path == NULL || !khct_room(paths, 1)) {
        free(path);
        return false;
    }
    paths->at[paths->n++] = path;
    return true;
}

bool khct_paths_have(const khct_paths *paths, const char *path)
{
    for (size_t i = 0; i < paths->n; i++)
        if (strcmp(paths->at[i], path) == 0)
            return true;
    return false;
}

bool khct_paths_add(khct_paths *paths, const char *path)
{
    return khct_paths_have(paths, path) || khct_paths_take(paths, strdup(path));
}

void khct_paths_free(khct_paths *paths)
{
    for (size_t i = 0; i < paths->n; i++)
        free(paths->at[i]);
    free(paths->at);
    *paths = (khct_paths){0};
}

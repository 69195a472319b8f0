#include "lsp/uri.h"

#include "text/paths.h"

#include <stdio.h>
#include <stdlib.h>

static int digit(char c)
{
    if (khct_is_digit(c))
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* What stands after `file:`, `%XX` resolved, without a host where paths have none. */
static char *decoded(const char *p)
{
    bool host = KHCT_PATH_HOSTS && strncmp(p, "//", 2) == 0 && p[2] != '\0' && p[2] != '/' &&
                strncmp(p, "//localhost/", 12) != 0;
    if (p[0] == '/' && p[1] == '/' && !host) {
        p += 2;
        while (*p != '\0' && *p != '/')
            p++;
    }
    char *path = malloc(strlen(p) + 1);
    if (path == NULL)
        return NULL;
    size_t n = 0;
    for (; *p != '\0'; p++) {
        if (*p == '%' && digit(p[1]) >= 0 && digit(p[2]) >= 0 && (digit(p[1]) | digit(p[2])) != 0) {
            path[n++] = (char)(digit(p[1]) << 4 | digit(p[2]));
            p += 2;
        } else {
            path[n++] = *p;
        }
    }
    path[n] = '\0';
    khct_path_from_uri(path);
    return path;
}

static char *real_folder(const char *path)
{
    char folder[KHCT_PATH_MAX], real[KHCT_PATH_MAX];
    const char *slash = strrchr(path, '/');
    if (slash == NULL || (size_t)(slash - path) >= sizeof folder)
        return NULL;
    snprintf(folder, sizeof folder, "%.*s", (int)(slash - path), path);
    if (khct_path_real(slash == path ? "/" : folder, real) == NULL)
        return NULL;
    khct_path_cut(real);
    size_t size = strlen(real) + strlen(slash) + 1;
    char *whole = malloc(size);
    if (whole != NULL)
        snprintf(whole, size, "%s%s", real, slash);
    return whole;
}

char *khct_uri_path(const char *uri)
{
    if (strncmp(uri, "file:", 5) != 0)
        return strdup(uri);
    char *path = decoded(uri + 5);
    if (path == NULL)
        return NULL;
    char found[KHCT_PATH_MAX];
    char *real = khct_path_real(path, found) != NULL ? strdup(found) : real_folder(path);
    if (real == NULL)
        return path;
    free(path);
    return real;
}

bool khct_path_is_file(const char *path)
{
    return khct_path_is_absolute(path);
}

khct_str khct_path_uri(khct_arena *arena, khct_str path)
{
    if (!khct_path_is_absolute(khct_cstr(arena, path)))
        return path;
    /* file:///a/b, file:///C%3A/a, file://host/a */
    const char *head = khct_str_starts(path, "//")  ? "file:"
                       : khct_str_starts(path, "/") ? "file://"
                                                    : "file:///";
    return KHCT_JOIN(arena, head, khct_percent(arena, path, "/-._~!&'()*+,=@"));
}

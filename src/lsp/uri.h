/* Names of documents: the protocol's URIs and the system's paths. */
#ifndef KHCT_LSP_URI_H
#define KHCT_LSP_URI_H

#include "text/str.h"

/* The scheme of the library's files. They are written `khct-library:///danhmuc/tt18_2018.khct`,
 * since some editors take a name for an address by its `://`, and read with any number of slashes.
 */
#define KHCT_LIBRARY_SCHEME "khct-library:"

/* The path by which a document is known, malloc'd: of a `file:` URI the path that realpath gives
 * (or, where the file is not there, its folder's and the name), of any other URI the URI itself.
 * NULL without memory. */
char *khct_uri_path(const char *uri);

/* A `file:` URI of a path, in the arena. A path that is itself a URI stays. */
khct_str khct_path_uri(khct_arena *arena, khct_str path);

/* True for a path that stands on the disk, and is not some other URI. */
bool khct_path_is_file(const char *path);

#endif

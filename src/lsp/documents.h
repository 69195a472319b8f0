/* The texts that the editor has open. */
#ifndef KHCT_LSP_DOCUMENTS_H
#define KHCT_LSP_DOCUMENTS_H

#include "lsp/position.h"
#include "text/heap.h"

typedef struct khct_open_text {
    char *uri;  /* as the editor names it */
    char *path; /* as it is known here: khct_uri_path */
    char *text; /* malloc'd, not ended by NUL */
    size_t n, capacity;
    long long version;
    bool versioned;
    bool library; /* a file of the standard library: to be read, not judged */
} khct_open_text;

typedef struct khct_open_texts {
    khct_open_text **at;
    size_t n, capacity;
} khct_open_texts;

typedef enum khct_edited {
    KHCT_EDITED,
    KHCT_EDIT_OLD,    /* its version is not newer than what is here; nothing was changed */
    KHCT_EDIT_BROKEN, /* not to be understood; nothing was changed */
    KHCT_EDIT_NO_MEMORY,
} khct_edited;

khct_open_text *khct_open_by_uri(const khct_open_texts *texts, const char *uri);
khct_open_text *khct_open_by_path(const khct_open_texts *texts, const char *path);

/* Opens, or opens anew. NULL without memory or sense. `item` is a TextDocumentItem. */
khct_open_text *khct_open_add(khct_open_texts *texts, const json_t *item);

/* Applies `contentChanges`, each to what the one before left. All or nothing. */
khct_edited khct_open_edit(khct_open_text *open, const json_t *version, const json_t *changes,
                           khct_encoding encoding);

void khct_open_remove(khct_open_texts *texts, khct_open_text *open);
void khct_open_release(khct_open_texts *texts);

static inline khct_str khct_open_str(const khct_open_text *open)
{
    return (khct_str){open->text, open->n};
}

#endif

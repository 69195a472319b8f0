/* Reads a plan's file and the files that it uses (`dung "FILE";`). */
#ifndef KHCT_SYNTAX_LOAD_H
#define KHCT_SYNTAX_LOAD_H

#include "syntax/tree.h"

#include "text/stamp.h"

/* Where texts come from besides the disk: an editor's unsaved files. */
typedef struct khct_overlay {
    void *context;
    /* True, and the text (valid until the load ends), where the overlay has the file; the path is
     * the one that realpath gives. A file that is not on the disk is asked for under its folder's
     * path and its name, and the plan's own also under the path as it was given. */
    bool (*text_of)(void *context, const char *path, khct_str *text);
} khct_overlay;

/* What is wrong with a plan that is not written in the language, and the bytes that it is about. */
typedef struct khct_fault {
    khct_message message; /* KHCT_T_NONE: nothing */
    size_t begin, end;
} khct_fault;

/* What turns such a plan (JSON) into the language: the text in *text, where nothing is wrong. */
typedef struct khct_conversion {
    khct_fault (*convert)(khct_arena *arena, const khct_vocabulary *vocabulary, khct_str bytes,
                          khct_str *text);
} khct_conversion;

/* A plan's files in memory (syntax/bundle.h). */
typedef struct khct_bundle khct_bundle;

typedef struct khct_loader {
    khct_diags *diags;
    const khct_vocabulary *vocabulary;
    const char *root;            /* see khct_project_find */
    const khct_overlay *overlay; /* NULL: none */
    const char *name;            /* of the plan's own file in messages; NULL: its path as given */
    const khct_conversion *conversion; /* of the plan's own file; NULL: it is in the language */
    bool alone;                        /* what the file uses is not loaded */
    const khct_bundle *bundle;         /* all files there are; NULL: they are on the disk */
    bool own; /* the text is khct's own: no odd bytes, no marks of git, all in NFC */
} khct_loader;

/* A loaded file. */
typedef struct khct_file {
    khct_tree *tree;
    khct_str path;    /* as realpath gives it; "-" for standard input and the like */
    bool open;        /* what it uses is still being loaded */
    khct_stamp stamp; /* as it stood on the disk when it was read; else zeroes */
} khct_file;

/* All files of one plan; the plan's own file first. */
typedef struct khct_document {
    khct_diags *diags;
    KHCT_VEC(khct_file) files;
} khct_document;

/* Most files that one plan may be made of. */
enum { KHCT_FILE_LIMIT = 1000 };

/* Loads `path` ("-": standard input; within a bundle, the name of one of its files). Never NULL; a
 * file that cannot be read is reported (KH8xxx) and leaves a document without files. */
khct_document *khct_load(const khct_loader *loader, const char *path);

/* Parses a text that is in memory as a document of one file; for the library and tests. */
khct_document *khct_load_text(const khct_loader *loader, khct_str name, khct_str text,
                              bool library);

/* The next item of that keyword at the top of any of the files, in the files' order. Begin with
 * NULL. */
khct_node *khct_document_next(const khct_document *document, const khct_node *after,
                              khct_keyword keyword);

/* True where `dung` names a file, with the name without its quotation marks in *name. */
bool khct_use_names_file(const khct_diags *diags, const khct_node *use, khct_str *name);

#endif

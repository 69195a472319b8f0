/* What a run of `khct build` writes, and where: worked out before anything is written. */
#ifndef KHCT_MAIN_OUTPUTS_H
#define KHCT_MAIN_OUTPUTS_H

#include "emit/emit.h"
#include "main/main.h"

/* What a back end is like, see backends.def. */
enum { KHCT_PAGED = 1, KHCT_BESIDE = 2, KHCT_BINARY = 4, KHCT_CARRIES = 8 };

/* A row of backends.def, which says what its columns mean. */
typedef struct khct_backend {
    const char *name, *ending;
    khct_emitter *emit;
    unsigned flags;
    const char *mark;
    size_t within;
    const char *part;
} khct_backend;

/* The rows: KHCT_TO_html … */
enum {
#define KHCT_BACKEND(name, ...) KHCT_TO_##name,
#include "main/backends.def"
    KHCT_BACKENDS,
};

extern const khct_backend khct_backends[KHCT_BACKENDS];

/* By the name of -t, or by a file's ending; NULL: none. */
const khct_backend *khct_backend_named(const char *name);
const khct_backend *khct_backend_of_file(const char *file);

/* All names, for a message: "html, latex, …". In the arena. */
khct_str khct_backend_names(khct_arena *arena);

/* What is wanted. */
typedef struct khct_wish {
    bool wanted[KHCT_BACKENDS];
    bool beside;     /* to files, also what would go to standard output */
    const char *out; /* -o; NULL: not given */
    bool directory;  /* it is the name of a directory */
    char **files;
    int count;
} khct_wish;

typedef struct khct_output {
    const char *path; /* "-": standard output; NULL: not wanted of this file */
    bool named;       /* by -o itself: what stands there is replaced, whatever it is */
} khct_output;

/* The outputs of file `i` of the wish as target `t`: at[i * KHCT_BACKENDS + t]. In the arena. */
typedef struct khct_outputs {
    khct_arena *arena;
    khct_output *at;
} khct_outputs;

/* Works them out. Several plans into a directory keep their folders below the one that they have
 * in common. -1, or, with a message, the exit status: two outputs would have one name, or one would
 * fall on a plan, or memory failed. */
int khct_outputs_plan(khct_outputs *outputs, const khct_wish *wish, const khct_common *common);

void khct_outputs_free(khct_outputs *outputs);

/* Makes the folders of a path, from after its first `from` bytes on. False with errno. */
bool khct_make_folders(const char *path, size_t from);

/* True where the file is one that khct wrote, as far as that can be told. */
bool khct_is_own(const char *path, const khct_backend *backend);

#endif

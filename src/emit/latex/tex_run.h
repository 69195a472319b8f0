/* One run of a LaTeX engine in a directory of its own: of a document, or one that makes a format
 * (format.h). Allocates nothing. */
#ifndef KHCT_EMIT_LATEX_TEX_RUN_H
#define KHCT_EMIT_LATEX_TEX_RUN_H

#include "text/paths.h"
#include "text/signals.h"
#include "text/str.h"

typedef enum khct_tex_end {
    KHCT_TEX_FINE,  /* plan.pdf (of a dump plan.fmt, plan.fls) stands in the directory */
    KHCT_TEX_ERROR, /* `line`, `reason` */
    KHCT_TEX_TIMEOUT,
    KHCT_TEX_INTERRUPTED, /* by a signal that waits to be delivered */
    KHCT_TEX_SYSTEM,      /* `error` */
} khct_tex_end;

typedef struct khct_tex_run {
    /* in */
    const char *program; /* the engine's path */
    khct_str document, class_file;
    const char *format; /* the file to start from; NULL: the engine's own format */
    bool dump;          /* the document ends in \\dump, which makes a format */
    unsigned seconds;
    /* out */
    char directory[KHCT_PATH_MAX]; /* "" when there is none */
    int error;                     /* errno */
    size_t line;                   /* of the document, from 1; 0: not known */
    unsigned pages;                /* of the PDF; 0: not known */
    char reason[200];              /* what LaTeX says, one line; may be empty */
    unsigned missing_fonts; /* bit N: \\khctkhac{N} found its font nowhere; 0: \\khctphongchu */
    /* inside */
    khct_held signals; /* those blocked before */
} khct_tex_run;

/* The variables of ours that say where TeX Live keeps its files; ended by NULL. */
extern const char *const KHCT_TEX_VARIABLES[];

/* Holds signals back, makes the directory and runs the engine. khct_tex_clean has to follow,
 * whatever it returns. */
khct_tex_end khct_tex_start(khct_tex_run *run);

/* Removes the directory and lets the signals come. */
void khct_tex_clean(khct_tex_run *run);

#endif

/* A page as PDF: LaTeX is run on it.
 *
 * pdflatex, or lualatex (xelatex where that is missing) for characters beyond pdflatex, found on
 * PATH. It runs once, in a private directory that is always removed, without shell escape, reading
 * and writing nothing outside that directory but what TeX Live itself holds, with a clean
 * environment and a fixed date, so that the same plan gives the same bytes. The class it needs
 * comes from the library.
 */
#ifndef KHCT_EMIT_PDF_H
#define KHCT_EMIT_PDF_H

#include "emit/latex.h"

typedef enum khct_pdf_result {
    KHCT_PDF_DONE,
    KHCT_PDF_REFUSED, /* the plan holds what cannot be printed: KH9006 */
    KHCT_PDF_FAILED,  /* KH9004 no engine, KH9005 LaTeX failed, KH8006 not writable; KH9003 */
} khct_pdf_result;

typedef struct khct_pdf_options {
    bool large;          /* the sizes 13/14 */
    bool any_engine;     /* use `engine` whatever the text */
    khct_engine engine;
    const char *path;    /* where engines are looked for, as PATH; NULL: the environment's */
    unsigned seconds;    /* longest run; 0: KHCT_PDF_SECONDS */
} khct_pdf_options;

enum { KHCT_PDF_SECONDS = 180 };

/* Writes the PDF to the file `target` (beside it first, then renamed), or to standard output where
 * it is "-". What goes wrong is reported to plan->diags. On KH9004 and KH9005 the LaTeX is kept
 * beside the target (with .tex for .pdf), on KH9004 with khct.cls.
 *
 * Call it outside khct_try: it holds files and a process, and makes its own khct_try on the
 * plan's arena and the library's. While LaTeX runs, SIGINT, SIGTERM and SIGHUP are held back; they
 * end LaTeX at once and are delivered when the directory is gone.
 *
 *     khct_pdf_build(plan, page, "ke-hoach.pdf", &(khct_pdf_options){0});
 */
khct_pdf_result khct_pdf_build(khct_plan *plan, const khct_page *page, const char *target,
                               const khct_pdf_options *options);

#endif

/* A page as PDF: LaTeX is run on it.
 *
 * pdflatex, or lualatex (xelatex where that is missing) for characters beyond pdflatex, found on
 * PATH. It runs once, in a private directory that is always removed, without shell escape, reading
 * and writing nothing outside that directory but what TeX Live itself holds, with a clean
 * environment and a fixed date, so that the same plan gives the same bytes. The class it needs
 * comes from the library.
 */
#ifndef KHCT_EMIT_LATEX_PDF_H
#define KHCT_EMIT_LATEX_PDF_H

#include "emit/latex/latex.h"

typedef enum khct_pdf_result {
    KHCT_PDF_DONE,   /* perhaps with KH9006 */
    KHCT_PDF_FAILED, /* KH9004 no engine, KH9005 LaTeX failed; or no memory */
} khct_pdf_result;

typedef struct khct_pdf_options {
    bool large;      /* the sizes 13/14 */
    khct_str font;   /* empty: the template's, or TeX Gyre Termes */
    bool any_engine; /* use `engine` whatever the text */
    khct_engine engine;
    const char *path; /* where engines are looked for, as PATH; NULL: the environment's */
    const char *keep; /* where the LaTeX goes on KH9004 and KH9005 (on KH9004 khct.cls beside
                         it), where nothing is yet; NULL: it is not kept */
    bool keep_over;   /* it may replace what stands there */
    unsigned *pages;  /* how many the PDF has; 0: not known; NULL: not asked for */
    unsigned seconds; /* longest run; 0: KHCT_PDF_SECONDS */
} khct_pdf_options;

enum { KHCT_PDF_SECONDS = 180 };

/* True where some engine is installed. */
bool khct_pdf_possible(void);

/* Writes the PDF to `out`; nothing of it where it fails. What goes wrong is reported to
 * plan->diags.
 *
 * Call it outside khct_try: it holds files and a process, and makes its own khct_try on the
 * plan's arena and the library's. While LaTeX runs, the signals that end the program are held back
 * in this thread; they end LaTeX at once and come when the directory is gone. A program of several
 * threads has to hold them back in all of them meanwhile. */
khct_pdf_result khct_pdf_build(khct_plan *plan, const khct_page *page, khct_out *out,
                               const khct_pdf_options *options);

#endif

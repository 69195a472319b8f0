#include "emit/latex/pdf.h"

#include "emit/latex/format.h"
#include "emit/latex/tex_run.h"

#include "text/bytes.h"
#include "text/files.h"
#include "text/process.h"
#include "text/scratch.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* What each engine is in, on Debian and Ubuntu, with the class's fonts. */
static const char *const PACKAGES[KHCT_ENGINE_COUNT] = {
    "texlive-latex-base texlive-lang-other tex-gyre",
    "texlive-latex-base texlive-luatex fonts-texgyre",
    "texlive-xetex fonts-texgyre",
};

typedef struct build {
    khct_plan *plan;
    const khct_page *page;
    khct_out *pdf;
    const khct_pdf_options *options;
    khct_engine engine;
    bool kept;
    khct_out latex;
    khct_latex_places places;
    khct_str class_file;
    khct_tex_run run;
    khct_tex_end end;
    int error; /* errno of what the system refused */
} build;

static khct_str words(const build *b, const char *text)
{
    return khct_str_copy(b->plan->arena, khct_str_of(text));
}

/* --- before the run --- */

static void read_class(void *context)
{
    build *b = context;
    b->class_file = khct_library_file(b->plan->library, b->plan->arena, "latex/khct.cls");
}

static void write_latex(void *context)
{
    build *b = context;
    b->engine = khct_latex_typeface(b->plan, b->options->font).n > 0 ? KHCT_LUALATEX
                                                                     : khct_latex_engine(b->page);
    if (b->options->any_engine)
        b->engine = b->options->engine;
    b->places.arena = b->plan->arena;
    khct_latex_write(&b->latex, b->plan->arena, b->page,
                     &(khct_latex_options){.large = b->options->large,
                                           .plan = b->plan,
                                           .places = &b->places,
                                           .font = b->options->font});
}

static bool find_engine(build *b, char program[KHCT_PATH_MAX])
{
    if (khct_program_find(khct_engine_name(b->engine), b->options->path, program))
        return true;
    if (b->options->any_engine || b->engine != KHCT_LUALATEX ||
        !khct_program_find(khct_engine_name(KHCT_XELATEX), b->options->path, program))
        return false;
    b->engine = KHCT_XELATEX;
    return true;
}

/* --- files --- */

/* The PDF to the caller; 0 or errno. */
static int copy_pdf(const build *b)
{
    int fd = khct_scratch_open(b->run.directory, "plan.pdf");
    if (fd < 0)
        return errno;
    enum { SIZE = 64 * 1024 };
    char *buffer = malloc(SIZE);
    int error = buffer == NULL ? ENOMEM : 0;
    for (ssize_t n = 1; error == 0 && n > 0;) {
        n = read(fd, buffer, SIZE);
        if (n > 0)
            khct_out_bytes(b->pdf, buffer, (size_t)n);
        else if (n < 0 && errno == EINTR)
            n = 1;
        else if (n < 0)
            error = errno;
    }
    free(buffer);
    close(fd);
    return error;
}

/* A file in the place of another one. */
static bool place_over(const char *target, khct_str text)
{
    char temporary[KHCT_PATH_MAX];
    int n = snprintf(temporary, sizeof temporary, "%s.%ld", target, (long)getpid());
    if (n < 0 || (size_t)n >= sizeof temporary || !khct_bytes_write_new(temporary, text))
        return false;
    bool fine = khct_move(temporary, target);
    if (!fine)
        khct_remove(temporary);
    return fine;
}

/* Keeps the LaTeX for whoever can use it: with the class beside it where it was not compiled. */
static void keep_latex(build *b, bool with_class)
{
    const char *keep = b->options->keep;
    khct_str latex = khct_out_text(&b->latex);
    b->kept = keep != NULL && (khct_bytes_write_new(keep, latex) ||
                               (b->options->keep_over && place_over(keep, latex)));
    char path[KHCT_PATH_MAX];
    if (!b->kept || !with_class)
        return;
    const char *slash = strrchr(keep, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - keep) + 1;
    int n = snprintf(path, sizeof path, "%.*skhct.cls", (int)folder, keep);
    if (n > 0 && (size_t)n < sizeof path)
        khct_bytes_write_new(path, b->class_file);
}

/* --- what to say --- */

static void report_missing(void *context)
{
    build *b = context;
    khct_diags *diags = b->plan->diags;
    khct_diag *diag =
        khct_report(diags, KHCT_KH9004, KHCT_NOWHERE,
                    KHCT_MSG(ENGINE_MISSING, khct_str_of(khct_engine_name(b->engine))));
    if (b->kept)
        khct_diag_note(diag, KHCT_MSG(LATEX_KEPT, words(b, b->options->keep)));
    khct_diag_hint(diag, KHCT_MSG(ENGINE_MISSING_HINT, khct_str_of(PACKAGES[b->engine])));
}

/* What LaTeX says of a box that is larger than it can count, or hold. */
static bool is_too_long(const char *reason)
{
    static const char *const WORDS[] = {"Dimension too large", "number too big",
                                        "Arithmetic overflow", "TeX capacity exceeded"};
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++)
        if (strstr(reason, WORDS[i]) != NULL)
            return true;
    return false;
}

static khct_message what_failed(const build *b)
{
    if (b->error != 0)
        return KHCT_MSG(LATEX_NOWHERE, words(b, strerror(b->error)));
    if (b->end == KHCT_TEX_TIMEOUT)
        return KHCT_MSG(LATEX_TIMEOUT, khct_str_number(b->plan->arena, b->run.seconds));
    if (is_too_long(b->run.reason))
        return KHCT_MSG0(LATEX_TOO_LONG);
    if (b->run.reason[0] != '\0')
        return KHCT_MSG(LATEX_FAILED, words(b, b->run.reason));
    return KHCT_MSG(LATEX_BROKEN, khct_str_of(khct_engine_name(b->engine)));
}

static void report_failure(void *context)
{
    build *b = context;
    khct_diags *diags = b->plan->diags;
    khct_span span = khct_latex_place(&b->places, b->run.line);
    khct_diag *diag = khct_report(diags, KHCT_KH9005, span, what_failed(b));
    if (b->kept)
        khct_diag_note(diag, KHCT_MSG(LATEX_KEPT, words(b, b->options->keep)));
}

static void report_characters(void *context)
{
    build *b = context;
    khct_diags *diags = b->plan->diags;
    khct_str font = khct_latex_asked(b->plan, b->options->font);
    bool named = khct_latex_typeface(b->plan, b->options->font).n > 0;
    if (font.n > 0 && (!named || (b->run.missing_fonts & 1) != 0)) {
        khct_diag *diag = khct_report(diags, KHCT_KH9013, KHCT_NOWHERE, KHCT_MSG(PRINT_FONT, font));
        khct_diag_hint(diag, KHCT_MSG0(PRINT_FONT_HINT));
    }
    khct_latex_report(diags, b->page, b->plan, b->run.missing_fonts);
}

/* With the class's format where there is one; where that fails, once more as if there were none. */
static khct_tex_end start_engine(build *b)
{
    char format[KHCT_PATH_MAX];
    if (b->engine == KHCT_PDFLATEX &&
        khct_format_find(b->run.program, b->class_file, b->options->large, format)) {
        b->run.format = format;
        khct_tex_end end = khct_tex_start(&b->run);
        b->run.format = NULL;
        if (end != KHCT_TEX_ERROR)
            return end;
        khct_tex_clean(&b->run);
        end = khct_tex_start(&b->run);
        if (end == KHCT_TEX_FINE) /* it was the format's fault */
            unlink(format);
        return end;
    }
    return khct_tex_start(&b->run);
}

static khct_pdf_result run_engine(build *b, const char *program)
{
    b->run.program = program;
    b->run.document = khct_out_text(&b->latex);
    b->run.class_file = b->class_file;
    b->run.seconds = b->options->seconds != 0 ? b->options->seconds : KHCT_PDF_SECONDS;
    b->end = start_engine(b);
    b->error = b->end == KHCT_TEX_FINE ? copy_pdf(b) : b->run.error;
    bool fine = b->end == KHCT_TEX_FINE && b->error == 0;
    if (b->options->pages != NULL)
        *b->options->pages = b->run.pages;
    if (!fine && b->end != KHCT_TEX_INTERRUPTED)
        keep_latex(b, false);
    khct_tex_clean(&b->run); /* a signal that waits comes here */
    if (!fine && b->end != KHCT_TEX_INTERRUPTED)
        khct_try(b->plan->arena, report_failure, b);
    if (fine && !khct_try(b->plan->arena, report_characters, b))
        return KHCT_PDF_FAILED;
    return fine ? KHCT_PDF_DONE : KHCT_PDF_FAILED;
}

static khct_pdf_result build_pdf(build *b)
{
    char program[KHCT_PATH_MAX];
    if (!khct_try(b->plan->arena, read_class, b) || b->class_file.p == NULL ||
        !khct_try(b->plan->arena, write_latex, b))
        return KHCT_PDF_FAILED;
    if (khct_out_finish(&b->latex) != 0)
        return KHCT_PDF_FAILED;
    if (find_engine(b, program))
        return run_engine(b, program);
    keep_latex(b, true);
    khct_try(b->plan->arena, report_missing, b);
    return KHCT_PDF_FAILED;
}

bool khct_pdf_possible(void)
{
    char program[KHCT_PATH_MAX];
    for (khct_engine engine = 0; engine < KHCT_ENGINE_COUNT; engine++)
        if (khct_program_find(khct_engine_name(engine), NULL, program))
            return true;
    return false;
}

khct_pdf_result khct_pdf_build(khct_plan *plan, const khct_page *page, khct_out *out,
                               const khct_pdf_options *options)
{
    build *b = calloc(1, sizeof *b);
    if (b == NULL)
        return KHCT_PDF_FAILED;
    b->plan = plan;
    b->page = page;
    b->pdf = out;
    b->options = options;
    khct_out_to_memory(&b->latex);
    khct_pdf_result result = build_pdf(b);
    khct_out_release(&b->latex);
    free(b);
    return result;
}

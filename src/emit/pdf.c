#include "emit/pdf.h"
#include "emit/tex_run.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* What each engine is in, on Debian and Ubuntu, with the class's fonts. */
static const char *const PACKAGES[KHCT_ENGINE_COUNT] = {
    "texlive-latex-base texlive-lang-other tex-gyre",
    "texlive-latex-base texlive-luatex tex-gyre",
    "texlive-xetex tex-gyre",
};

typedef struct build {
    khct_plan *plan;
    const khct_page *page;
    const char *target;
    const khct_pdf_options *options;
    khct_engine engine;
    bool unprintable;
    khct_out out;
    khct_latex_places places;
    khct_str class_file;
    khct_tex_run run;
    khct_tex_end end;
    int write_error;
    char kept[PATH_MAX];
} build;

static khct_str words(khct_arena *arena, const char *text)
{
    return khct_str_copy(arena, khct_str_of(text));
}

/* --- before the run --- */

static void read_class(void *context)
{
    build *b = context;
    b->class_file = khct_library_file(b->plan->library, "latex/khct.cls");
}

static void write_latex(void *context)
{
    build *b = context;
    b->engine = khct_latex_engine(b->page, &b->unprintable);
    if (b->options->any_engine)
        b->engine = b->options->engine;
    if (b->unprintable) {
        khct_latex_report(b->plan->diags, b->page, b->plan);
        return;
    }
    b->places.arena = b->plan->arena;
    khct_emit_latex(&b->out, b->plan->arena, b->page,
                    &(khct_latex_options){.large = b->options->large,
                                          .plan = b->plan,
                                          .places = &b->places});
}

static bool find_engine(build *b, char program[PATH_MAX])
{
    if (khct_tex_find(khct_engine_name(b->engine), b->options->path, program))
        return true;
    if (b->options->any_engine || b->engine != KHCT_LUALATEX ||
        !khct_tex_find(khct_engine_name(KHCT_XELATEX), b->options->path, program))
        return false;
    b->engine = KHCT_XELATEX;
    return true;
}

/* --- files --- */

static bool copy_bytes(int from, int to)
{
    static const size_t SIZE = 64 * 1024;
    char *buffer = malloc(SIZE);
    bool fine = buffer != NULL;
    while (fine) {
        ssize_t n = read(from, buffer, SIZE);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            fine = n == 0;
            break;
        }
        for (ssize_t done = 0; fine && done < n;) {
            ssize_t m = write(to, buffer + done, (size_t)(n - done));
            if (m < 0 && errno != EINTR)
                fine = false;
            done += m > 0 ? m : 0;
        }
    }
    int error = errno;
    free(buffer);
    errno = error;
    return fine;
}

/* Copies an open file to `target`, whole or not at all; 0 or errno. */
static int place_file(int from, const char *target)
{
    char temporary[PATH_MAX];
    int to = -1;
    for (int i = 0; to < 0 && i < 100; i++) {
        int n = snprintf(temporary, sizeof temporary, "%s.%ld-%d", target, (long)getpid(), i);
        if (n < 0 || (size_t)n >= sizeof temporary)
            return ENAMETOOLONG;
        to = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (to < 0 && errno != EEXIST)
            break;
    }
    if (to < 0)
        return errno;
    int error = copy_bytes(from, to) ? 0 : errno;
    if (close(to) != 0 && error == 0)
        error = errno;
    if (error == 0 && rename(temporary, target) != 0)
        error = errno;
    if (error != 0)
        unlink(temporary);
    return error;
}

static int place_pdf(const build *b)
{
    char path[PATH_MAX + 16];
    snprintf(path, sizeof path, "%s/plan.pdf", b->run.directory);
    int from = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (from < 0)
        return errno;
    int error;
    if (strcmp(b->target, "-") == 0)
        error = copy_bytes(from, STDOUT_FILENO) ? 0 : errno;
    else
        error = place_file(from, b->target);
    close(from);
    return error;
}

static bool place_text(const char *target, khct_str text)
{
    FILE *file = tmpfile();
    if (file == NULL)
        return false;
    bool fine = fwrite(text.p, 1, text.n, file) == text.n && fflush(file) == 0 &&
                lseek(fileno(file), 0, SEEK_SET) == 0 && place_file(fileno(file), target) == 0;
    fclose(file);
    return fine;
}

/* Keeps the LaTeX where the PDF would be, for whoever can use it: the class beside it where it
 * still has to be compiled. */
static void keep_latex(build *b, bool with_class)
{
    bool standard = strcmp(b->target, "-") == 0;
    const char *target = standard ? "khct.pdf" : b->target;
    size_t n = strlen(target);
    if (n > 4 && strcmp(target + n - 4, ".pdf") == 0)
        n -= 4;
    int length = snprintf(b->kept, sizeof b->kept, "%.*s.tex", (int)n, target);
    if (length < 0 || (size_t)length >= sizeof b->kept || b->out.error != 0 ||
        !place_text(b->kept, khct_out_text(&b->out))) {
        b->kept[0] = '\0';
        return;
    }
    if (!with_class)
        return;
    char class_path[PATH_MAX];
    const char *slash = strrchr(b->kept, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - b->kept) + 1;
    length = snprintf(class_path, sizeof class_path, "%.*skhct.cls", (int)folder, b->kept);
    if (length > 0 && (size_t)length < sizeof class_path && access(class_path, F_OK) != 0)
        place_text(class_path, b->class_file);
}

/* --- what to say --- */

static void report_missing(void *context)
{
    build *b = context;
    khct_arena *arena = b->plan->arena;
    khct_diag *diag = khct_report(
        b->plan->diags, KHCT_KH9004, KHCT_NOWHERE,
        KHCT_MSG(ENGINE_MISSING, words(arena, khct_engine_name(b->engine)), words(arena, b->kept)));
    khct_diag_hint(b->plan->diags, diag,
                   KHCT_MSG(ENGINE_MISSING_HINT, words(arena, PACKAGES[b->engine])));
}

static void report_end(void *context)
{
    build *b = context;
    khct_diags *diags = b->plan->diags;
    khct_arena *arena = b->plan->arena;
    khct_str kept = words(arena, b->kept);
    khct_span span = khct_latex_place(&b->places, b->run.line);
    if (b->end == KHCT_TEX_TIMEOUT)
        khct_report(diags, KHCT_KH9005, KHCT_NOWHERE,
                    KHCT_MSG(LATEX_TIMEOUT, khct_str_number(arena, b->run.seconds), kept));
    else if (b->end == KHCT_TEX_ERROR && b->run.reason[0] != '\0')
        khct_report(diags, KHCT_KH9005, span,
                    KHCT_MSG(LATEX_FAILED, words(arena, b->run.reason), kept));
    else if (b->end == KHCT_TEX_ERROR)
        khct_report(diags, KHCT_KH9005, KHCT_NOWHERE,
                    KHCT_MSG(LATEX_BROKEN, words(arena, khct_engine_name(b->engine)), kept));
    else if (b->end == KHCT_TEX_SYSTEM)
        khct_report(diags, KHCT_KH9005, KHCT_NOWHERE,
                    KHCT_MSG(PRIVATE_DIRECTORY, words(arena, strerror(b->run.error))));
    else if (b->write_error != 0)
        khct_report(diags, KHCT_KH8006, KHCT_NOWHERE,
                    KHCT_MSG(NOT_WRITABLE, words(arena, b->target),
                             words(arena, strerror(b->write_error))));
}

static khct_pdf_result run_engine(build *b, const char *program)
{
    b->run.program = program;
    b->run.document = khct_out_text(&b->out);
    b->run.class_file = b->class_file;
    b->run.seconds = b->options->seconds != 0 ? b->options->seconds : KHCT_PDF_SECONDS;
    b->end = khct_tex_start(&b->run);
    if (b->end == KHCT_TEX_FINE)
        b->write_error = place_pdf(b);
    else if (b->end != KHCT_TEX_INTERRUPTED)
        keep_latex(b, false);
    khct_tex_clean(&b->run); /* a signal that waits is delivered here */
    if (b->end == KHCT_TEX_FINE && b->write_error == 0)
        return KHCT_PDF_DONE;
    khct_try(b->plan->arena, report_end, b);
    return KHCT_PDF_FAILED;
}

static khct_pdf_result build_pdf(build *b)
{
    char program[PATH_MAX];
    if (!khct_try(b->plan->library->arena, read_class, b) || b->class_file.p == NULL ||
        !khct_try(b->plan->arena, write_latex, b))
        return KHCT_PDF_FAILED;
    if (b->unprintable)
        return KHCT_PDF_REFUSED;
    if ((b->write_error = khct_out_finish(&b->out)) != 0) {
        khct_try(b->plan->arena, report_end, b);
        return KHCT_PDF_FAILED;
    }
    if (!find_engine(b, program)) {
        keep_latex(b, true);
        khct_try(b->plan->arena, report_missing, b);
        return KHCT_PDF_FAILED;
    }
    return run_engine(b, program);
}

khct_pdf_result khct_pdf_build(khct_plan *plan, const khct_page *page, const char *target,
                               const khct_pdf_options *options)
{
    build *b = calloc(1, sizeof *b);
    if (b == NULL)
        return KHCT_PDF_FAILED;
    b->plan = plan;
    b->page = page;
    b->target = target;
    b->options = options;
    khct_out_to_memory(&b->out);
    khct_pdf_result result = build_pdf(b);
    khct_out_release(&b->out);
    free(b);
    return result;
}

#include "emit/latex/tex_run.h"

#include "emit/latex/format.h"
#include "text/files.h"
#include "text/process.h"
#include "text/scratch.h"
#include "text/system.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    LOG_LIMIT = 8 * 1024 * 1024, /* bytes of the log that are read */
    ARGUMENTS = 12,
};

static bool make_directory(khct_tex_run *run)
{
    return khct_scratch_make(run->directory) &&
           khct_scratch_write(run->directory, "khct.cls", run->class_file) &&
           khct_scratch_write(run->directory, "plan.tex", run->document) &&
           (run->format == NULL || khct_format_link(run->format, run->directory));
}

/* --- the process --- */

/* What the engine gets to see of our environment, besides what any program needs. */
const char *const KHCT_TEX_VARIABLES[] = {"TEXMFCNF", "TEXMFDIST", "TEXMFLOCAL", "TEXMFSYSVAR",
                                          NULL};
static const char *const FIXED[] = {
    /* the private directory is where it runs; its path may hold what TeX Live expands ($, {}) */
    "HOME=.",         "LC_ALL=C.UTF-8",      "openin_any=p",        "openout_any=p",
    "shell_escape=f", "SOURCE_DATE_EPOCH=0", "FORCE_SOURCE_DATE=1", "max_print_line=9999",
    "error_line=254", "half_error_line=127",
};
enum { FIXED_COUNT = sizeof FIXED / sizeof FIXED[0], PASSED_MOST = 16 };

typedef struct launch {
    char cache[32];
    char fonts[2 * KHCT_PATH_MAX + 128];
    char passed[PASSED_MOST][8192];
    const char *environment[PASSED_MOST + FIXED_COUNT + 3];
    size_t n, passed_n;
} launch;

/* What is too long is left out. */
static void pass(launch *l, const char *const *names)
{
    for (; *names != NULL && l->passed_n < PASSED_MOST; names++) {
        const char *value = khct_variable(*names);
        char *room = l->passed[l->passed_n];
        int length =
            value == NULL ? 0 : snprintf(room, sizeof l->passed[0], "%s=%s", *names, value);
        if (length > 0 && (size_t)length < sizeof l->passed[0]) {
            l->environment[l->n++] = room;
            l->passed_n++;
        }
    }
}

static void prepare(launch *l)
{
    static const char FONTS[] = "OSFONTDIR=";
    const size_t head = sizeof FONTS - 1;
    l->n = l->passed_n = 0;
    /* where a system and its user keep fonts; those of the class come from TeX's own trees first */
    memcpy(l->fonts, FONTS, sizeof FONTS);
    if (khct_font_folders(l->fonts + head, sizeof l->fonts - head) > 0)
        l->environment[l->n++] = l->fonts;
    /* LuaTeX reads the system's cache of fonts, but writes its own: two runs that may write the
     * system's read each other's half-written files. */
    snprintf(l->cache, sizeof l->cache, "TEXMFCACHE=.%c$TEXMFSYSVAR", KHCT_BETWEEN_PATHS);
    l->environment[l->n++] = l->cache;
    for (size_t i = 0; i < FIXED_COUNT; i++)
        l->environment[l->n++] = FIXED[i];
    pass(l, KHCT_PROGRAM_NEEDS);
    pass(l, KHCT_TEX_VARIABLES);
    l->environment[l->n] = NULL;
}

/* What the engine is told: as little as a run needs. */
static void choose_arguments(const khct_tex_run *run, const char *arguments[ARGUMENTS])
{
    static const char *const ALWAYS[] = {"-no-shell-escape", "-interaction=nonstopmode",
                                         "-halt-on-error", "-file-line-error", NULL};
    static const char *const DUMP[] = {"-ini", "-recorder", "-jobname=plan", "&pdflatex", NULL};
    size_t n = 0;
    for (size_t i = 0; ALWAYS[i] != NULL; i++)
        arguments[n++] = ALWAYS[i];
    if (run->format != NULL)
        arguments[n++] = "-fmt=khct";
    for (size_t i = 0; run->dump && DUMP[i] != NULL; i++)
        arguments[n++] = DUMP[i];
    arguments[n++] = "plan.tex";
    arguments[n] = NULL;
}

static khct_tex_end run_engine(khct_tex_run *run, int *status)
{
    const char *arguments[ARGUMENTS];
    launch l;
    prepare(&l);
    choose_arguments(run, arguments);
    khct_process engine = {.program = run->program,
                           .arguments = arguments,
                           .environment = l.environment,
                           .folder = run->directory,
                           .seconds = run->seconds};
    switch (khct_process_run(&engine, status)) {
    case KHCT_ENDED: return KHCT_TEX_FINE;
    case KHCT_ENDED_LATE: return KHCT_TEX_TIMEOUT;
    case KHCT_ENDED_INTERRUPTED: return KHCT_TEX_INTERRUPTED;
    default: run->error = errno; return KHCT_TEX_SYSTEM;
    }
}

/* --- the log --- */

static void keep_reason(khct_tex_run *run, const char *p, const char *end)
{
    size_t n = 0;
    for (; p < end && *p != '\n' && n + 1 < sizeof run->reason; p++)
        run->reason[n++] = (unsigned char)*p < 0x20 ? ' ' : *p;
    while (n > 0 && ((unsigned char)run->reason[n - 1] & 0xC0) == 0x80) /* no half character */
        n--;
    if (n > 0 && (unsigned char)run->reason[n - 1] >= 0xC0)
        n--;
    while (n > 0 && (run->reason[n - 1] == ' ' || run->reason[n - 1] == '.'))
        n--;
    run->reason[n] = '\0';
}

/* "khct: thieu phong 2" */
static void read_missing(khct_tex_run *run, const char *p, const char *stop)
{
    static const char words[] = "khct: thieu phong ";
    size_t n = sizeof words - 1;
    if ((size_t)(stop - p) > n && memcmp(p, words, n) == 0 && khct_is_digit(p[n]))
        run->missing_fonts |= 1u << (p[n] - '0');
}

/* "./plan.tex:31: message", "! message" and below it "l.31 …" */
static void read_log(khct_tex_run *run, const char *p, const char *end)
{
    static const char name[] = "plan.tex:", written[] = "Output written on plan.pdf (";
    while (p < end) {
        const char *stop = memchr(p, '\n', (size_t)(end - p));
        if (stop == NULL)
            stop = end;
        read_missing(run, p, stop);
        const char *q = p;
        if (stop - q > 2 && q[0] == '.' && q[1] == '/')
            q += 2;
        if ((size_t)(stop - q) > sizeof name && memcmp(q, name, sizeof name - 1) == 0) {
            char *after;
            run->line = strtoul(q + sizeof name - 1, &after, 10);
            if (*after == ':')
                after++;
            while (*after == ' ')
                after++;
            keep_reason(run, after, stop);
            return;
        }
        if ((size_t)(stop - p) > sizeof written && memcmp(p, written, sizeof written - 1) == 0)
            run->pages = (unsigned)strtoul(p + sizeof written - 1, NULL, 10);
        if (run->reason[0] == '\0' && stop - p > 2 && p[0] == '!' && p[1] == ' ')
            keep_reason(run, p + 2, stop);
        else if (run->reason[0] == '\0' && stop - p > 18 &&
                 memcmp(p, "Missing character:", 18) == 0)
            keep_reason(run, p, stop);
        else if (run->line == 0 && stop - p > 2 && p[0] == 'l' && p[1] == '.')
            run->line = strtoul(p + 2, NULL, 10);
        p = stop + 1;
    }
}

static void open_log(khct_tex_run *run)
{
    int fd = khct_scratch_open(run->directory, "plan.log");
    if (fd < 0)
        return;
    char *text = malloc(LOG_LIMIT + 1);
    size_t n = 0;
    for (ssize_t got = 1; text != NULL && n < LOG_LIMIT && got > 0;) {
        got = read(fd, text + n, LOG_LIMIT - n);
        n += got > 0 ? (size_t)got : 0;
    }
    close(fd);
    if (text != NULL) {
        text[n] = '\0';
        read_log(run, text, text + n);
    }
    free(text);
}

static bool has_made(const khct_tex_run *run)
{
    char path[KHCT_PATH_MAX + 16];
    khct_file_facts facts;
    snprintf(path, sizeof path, "%s/plan.%s", run->directory, run->dump ? "fmt" : "pdf");
    return khct_look(path, &facts) && facts.kind == KHCT_KIND_FILE && facts.stamp.size > 0;
}

khct_tex_end khct_tex_start(khct_tex_run *run)
{
    khct_signals_hold(&run->signals);
    run->directory[0] = run->reason[0] = '\0';
    run->line = 0;
    run->pages = 0;
    run->missing_fonts = 0;
    run->error = 0;
    if (khct_signals_wait())
        return KHCT_TEX_INTERRUPTED;
    int status = 0;
    if (!make_directory(run)) {
        run->error = errno;
        return KHCT_TEX_SYSTEM;
    }
    khct_tex_end end = run_engine(run, &status);
    if (end != KHCT_TEX_FINE)
        return end;
    open_log(run);
    bool fine = status == 0 && run->reason[0] == '\0' && has_made(run);
    return fine ? KHCT_TEX_FINE : KHCT_TEX_ERROR;
}

void khct_tex_clean(khct_tex_run *run)
{
    khct_scratch_remove(run->directory);
    khct_signals_release(&run->signals);
}

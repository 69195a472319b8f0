/* khct fix: applies the fixes that are sure. */
#include "main/main.h"

#include "syntax/fix.h"

#include "text/files.h"

/* A file of the plan, as it was and as it has become. */
typedef struct mended {
    const khct_file *file; /* of the first compilation */
    const khct_source *source;
    const char *path; /* that the overlay is asked for */
    const char *name; /* as messages call it */
    khct_str text;
    size_t fixes;
    bool changed;
} mended;

/* One plan: mended, compiled again with what was mended, until nothing more can be, as one fix may
 * make room for another. */
typedef struct fixing {
    bool diff;
    khct_io *io;
    khct_compilation *first, *now; /* what was read; what it has become */
    khct_compile_options options;
    khct_overlay overlay;
    khct_arena *arena; /* of what must live longer than a compilation */
    mended *files;
    size_t n, left;    /* left: fixes that met others to the end */
    const char *again; /* the path under which the plan is compiled again */
    bool more;
} fixing;

static bool text_of(void *context, const char *path, khct_str *text)
{
    const fixing *f = context;
    for (size_t i = 0; i < f->n; i++)
        if (strcmp(f->files[i].path, path) == 0) {
            *text = f->files[i].text;
            return true;
        }
    return false;
}

static void begin(void *context)
{
    fixing *f = context;
    const khct_document *document = f->first->document;
    f->files = khct_alloc_array(f->arena, document->files.n, sizeof *f->files);
    f->n = document->files.n;
    for (size_t i = 0; i < f->n; i++) {
        const khct_file *file = &document->files.at[i];
        char here[KHCT_PATH_MAX];
        bool piped = khct_str_is(file->path, "-");
        if (piped && !khct_path_here(here))
            here[0] = '\0';
        khct_str path = piped ? KHCT_JOIN(f->arena, here, "/-") : file->path;
        f->files[i] = (mended){.file = file, .path = khct_cstr(f->arena, path)};
        f->files[i].source = khct_source_at(&f->first->sources, file->tree->top->span);
        f->files[i].name = khct_cstr(f->arena, f->files[i].source->name);
        f->files[i].text = khct_source_file(&f->first->sources, file->tree->source);
    }
    f->again = f->files[0].path;
}

/* The fixes that are sure, put into the texts. f->more: there were some. */
static void mend(void *context)
{
    fixing *f = context;
    const khct_document *document = f->now->document;
    f->more = false;
    f->left = 0;
    for (size_t i = 0; document != NULL && i < document->files.n; i++) {
        uint32_t source = document->files.at[i].tree->source;
        khct_edits edits = khct_edits_of(&f->now->diags, source, KHCT_SAFE);
        const char *path = document->files.at[i].path.p;
        for (size_t k = 0; k < f->n && edits.fixes > 0; k++)
            if (k == i || strcmp(f->files[k].path, path) == 0) {
                f->files[k].text =
                    khct_str_copy(f->arena, khct_edits_apply(&f->now->diags, source, &edits));
                f->files[k].fixes += edits.fixes;
                f->files[k].changed = f->more = true;
                break;
            }
        f->left += edits.left;
    }
}

/* Runs it where it may allocate from the arenas of both. */
static bool try_both(fixing *f, void (*work)(void *context))
{
    khct_arena *const arenas[] = {f->now->library->arena, f->now->arena, f->arena, NULL};
    return khct_try_all(arenas, work, f);
}

static bool mend_all(fixing *f)
{
    enum { ROUNDS = 16 };
    if (!try_both(f, begin))
        return false;
    f->overlay = (khct_overlay){f, text_of};
    f->options = khct_compile_options_of(f->io->common);
    f->options.overlay = &f->overlay;
    f->options.name = f->first->path;
    for (int round = 0; round < ROUNDS; round++) {
        if (!try_both(f, mend))
            return false;
        if (!f->more)
            break;
        khct_compilation *next = khct_compile(f->first->library, f->again, &f->options);
        if (next == NULL || next->no_memory || next->document == NULL) {
            khct_compilation_free(next);
            return false;
        }
        if (f->now != f->first)
            khct_compilation_free(f->now);
        f->now = next;
    }
    return true;
}

/* --- saying --- */

/* "ke-hoach.khct: đã sửa 2 chỗ; còn 1 lỗi, 3 cảnh báo" */
static void say_fixed(const fixing *f)
{
    khct_out *err = f->io->err;
    khct_language language = f->io->common->style.language;
    bool vi = language == KHCT_VI;
    khct_tally left = {0};
    if (f->io->common->quiet || f->diff)
        return;
    khct_tally_diags(&left, &f->now->diags);
    size_t fixes = 0;
    for (size_t i = 0; i < f->n; i++)
        fixes += f->files[i].fixes;
    if (fixes + left.severity[KHCT_ERROR] + left.severity[KHCT_SIGNED] +
            left.severity[KHCT_WARNING] ==
        0)
        return; /* nothing was wrong */
    for (size_t i = 0; i < f->n; i++) {
        if (f->files[i].fixes == 0 && i > 0)
            continue;
        khct_out_terminal(err, f->files[i].source->name);
        if (f->files[i].fixes > 0)
            khct_out_format(err, vi ? ": đã sửa %zu chỗ" : ": %zu fixed", f->files[i].fixes);
        else
            khct_out_cstr(err,
                          vi ? ": không có chỗ nào sửa chắc được" : ": nothing to fix for sure");
        if (i == 0) {
            khct_out_cstr(err, vi ? "; còn lại: " : "; left: ");
            khct_say_counts(err, &left, language);
        }
        khct_out_char(err, '\n');
    }
}

/* --- what changed --- */

typedef struct lines {
    khct_str text;
    uint32_t *at; /* where each begins; after the last one the text's end */
    size_t n;
} lines;

static lines lines_of(khct_arena *arena, khct_str text)
{
    KHCT_VEC(uint32_t) at = {0};
    for (size_t i = 0; i < text.n;) {
        khct_push(arena, &at) = (uint32_t)i;
        i += khct_str_find(khct_str_sub(text, i, text.n), KHCT_STR("\n")) + 1;
    }
    size_t n = at.n;
    khct_push(arena, &at) = (uint32_t)text.n;
    return (lines){text, at.at, n};
}

static khct_str line_at(const lines *l, size_t i)
{
    return khct_str_sub(l->text, l->at[i], l->at[i + 1]);
}

/* How many lines on both sides go before two are the same again. */
static void next_same(const lines *old, const lines *new, size_t i, size_t j, size_t *skip_old,
                      size_t *skip_new)
{
    enum { FAR = 200 };
    for (size_t sum = 1; sum < FAR; sum++)
        for (size_t a = 0; a <= sum; a++) {
            size_t b = sum - a;
            bool ends = i + a == old->n && j + b == new->n;
            bool same = i + a < old->n &&
                        j + b < new->n &&khct_str_eq(line_at(old, i + a), line_at(new, j + b));
            if (ends || same) {
                *skip_old = a;
                *skip_new = b;
                return;
            }
        }
    *skip_old = old->n - i;
    *skip_new = new->n - j;
}

/* The fixes as changes of whole lines. */
static void show_diff(void *context)
{
    fixing *f = context;
    for (size_t k = 0; k < f->n; k++) {
        uint32_t source = f->files[k].file->tree->source;
        lines old = lines_of(f->arena, khct_source_file(&f->first->sources, source));
        lines new = lines_of(f->arena, f->files[k].text);
        khct_edits edits = {.fixes = f->files[k].fixes};
        for (size_t i = 0, j = 0, a, b; i < old.n || j < new.n; i += a, j += b) {
            a = b = 1;
            if (i < old.n && j < new.n &&khct_str_eq(line_at(&old, i), line_at(&new, j)))
                continue;
            next_same(&old, &new, i, j, &a, &b);
            khct_push(f->arena, &edits.list) =
                (khct_edit){{source, old.at[i], old.at[i + a]},
                            khct_str_sub(new.text, new.at[j], new.at[j + b])};
        }
        if (edits.list.n > 0)
            khct_edits_diff(f->io->out, &f->first->diags, source, &edits);
    }
}

/* --- writing --- */

static int write_file(const fixing *f, const mended *m)
{
    bool piped = khct_str_is(m->file->path, "-");
    if (!m->changed && !piped)
        return KHCT_EXIT_FINE;
    if (m->source->binary && !piped) {
        khct_complain(f->io->common, f->io->err, KHCT_KH8006,
                      KHCT_MSG(WRITE_NOT_TEXT, m->source->name));
        return KHCT_EXIT_PLAN;
    }
    return khct_outfile_rewrite(m->file, m->name, m->text, f->io) ? KHCT_EXIT_FINE
                                                                  : KHCT_EXIT_SYSTEM;
}

/* The plan's own files one after the other: what `dung` names is a part of the plan. */
static int write_files(fixing *f)
{
    int status = KHCT_EXIT_FINE;
    if (f->diff) {
        fixing *first = f;
        khct_compilation *now = f->now;
        f->now = f->first;
        bool shown = try_both(first, show_diff);
        f->now = now;
        return shown ? KHCT_EXIT_FINE : KHCT_EXIT_SYSTEM;
    }
    for (size_t i = 0; i < f->n; i++) {
        int one = write_file(f, &f->files[i]);
        status = one > status ? one : status;
    }
    if (status == KHCT_EXIT_FINE)
        say_fixed(f);
    return status;
}

/* Files of the plan that could not be read are said: nothing in them is mended. */
typedef struct unread {
    const khct_diags *diags;
    khct_io *io;
    bool any;
} unread;

static void say_unread(void *context)
{
    unread *u = context;
    for (size_t i = 0; i < u->diags->list.n; i++) {
        const khct_diag *diag = u->diags->list.at[i];
        if (diag->code < KHCT_KH8001 || diag->code > KHCT_KH8007)
            continue;
        khct_render_diag(u->io->err, u->diags, diag, u->io->common->style);
        u->any = true;
    }
}

static int visit(khct_compilation *compilation, khct_io *io, void *context)
{
    const fixing *wanted = context;
    if (compilation->no_memory || compilation->document == NULL ||
        compilation->document->files.n == 0)
        return khct_say_diags(compilation, io);
    fixing f = {.diff = wanted->diff, .io = io, .first = compilation, .now = compilation};
    f.arena = khct_arena_new();
    bool done = f.arena != NULL && mend_all(&f);
    if (!done)
        khct_no_memory(io->common, io->err);
    int status = done ? write_files(&f) : KHCT_EXIT_SYSTEM;
    if (f.now != f.first)
        khct_compilation_free(f.now);
    khct_arena_free(f.arena);
    unread u = {.diags = &compilation->diags, .io = io};
    if (!khct_compilation_try(compilation, say_unread, &u))
        return KHCT_EXIT_SYSTEM;
    return u.any && status == KHCT_EXIT_FINE ? KHCT_EXIT_PLAN : status;
}

int khct_main_fix(int count, char **operands, khct_common *common)
{
    fixing wanted = {.diff = khct_has(common, KHCT_OPT_DIFF)};
    if (count == 0)
        return khct_wrong_use(common, "cần ít nhất một tệp", "at least one file is needed", NULL);
    common->jobs = 1; /* two plans may share a file */
    return khct_each_plan(operands, count, common, visit, &wanted);
}

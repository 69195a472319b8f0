/* khct merge: three versions of a plan made into one, as git's merge driver and by hand. */
#include "main/main.h"

#include "main/git.h"
#include "main/outfile.h"
#include "report/marks.h"
#include "report/merge.h"
#include "text/files.h"
#include "text/bytes.h"
#include "text/system.h"

typedef struct merging {
    const khct_common *common;
    khct_library *library;
    khct_arena *arena;
    khct_io io;
    const char *files[KHCT_MERGE_SIDES];
    const char *path;     /* --path: the plan's own, from which `dung` is resolved; NULL: OURS */
    const char *out;      /* -o; NULL: OURS */
    const char *names[2]; /* --ben-nay, --ben-kia */
    bool fix;             /* FILE holds git's marks */
    bool driver;          /* git asks: what it finds in OURS at the end is the merge */
    bool readable;        /* all sides could be read */
    int text_conflicts;   /* of git's own merge; negative: it could not be made */
    khct_merge_input inputs[KHCT_MERGE_SIDES];
    khct_stamp ours; /* how OURS stood when khct read it, or git or khct had written it */
    khct_merged merged;
    int status;
} merging;

static bool vietnamese(const merging *m)
{
    return m->common->style.language == KHCT_VI;
}

/* One line for the person at the terminal. */
static void say(merging *m, const char *vi, const char *en, long long number)
{
    if (m->common->quiet)
        return;
    const char *path = m->path != NULL ? m->path : m->files[KHCT_MERGE_OURS];
    KHCT_SHOW(m->io.err, khct_str_of(path), ": ");
    for (const char *c = vietnamese(m) ? vi : en; *c != '\0'; c++)
        if (*c == '@')
            khct_out_number(m->io.err, number);
        else
            khct_out_char(m->io.err, *c);
    khct_out_char(m->io.err, '\n');
}

/* --- who wrote them --- */

/* The name of the branch that git merges: it tells its drivers so. NULL: it does not. */
static const char *branch(void)
{
    const char *found = NULL;
    for (char *const *one = khct_variables(); *one != NULL; one++) {
        const char *value = strncmp(*one, "GITHEAD_", 8) == 0 ? strchr(*one, '=') : NULL;
        if (value != NULL && strcmp(value + 1, "HEAD") != 0)
            found = value + 1;
    }
    return found;
}

/* What a side is called where nobody says. */
static const char *called(const merging *m, khct_merge_side side)
{
    static const char *const NAMES[][2] = {[KHCT_MERGE_BASE] = {"gốc", "base"},
                                           [KHCT_MERGE_OURS] = {"bên này", "this side"},
                                           [KHCT_MERGE_THEIRS] = {"bên kia", "the other side"}};
    const char *given = side == KHCT_MERGE_OURS     ? m->names[0]
                        : side == KHCT_MERGE_THEIRS ? m->names[1] != NULL ? m->names[1] : branch()
                                                    : NULL;
    return given == NULL || given[0] == '\0' ? NAMES[side][!vietnamese(m)] : given;
}

/* A name stands in a comment: one line of it. */
static khct_str one_line(merging *m, khct_str name)
{
    char *line = khct_cstr(m->arena, name);
    for (char *c = line; *c != '\0'; c++)
        if ((unsigned char)*c < 0x20 || *c == ':')
            *c = ' ';
    return khct_str_of(line);
}

/* --- before anything can fail --- */

/* Git reads the sides once more: they are files. As a driver it writes into OURS by its name alone:
 * that is one that khct would write too, under no other name. */
static bool suits_git(const merging *m)
{
    khct_file_facts facts;
    for (int side = 0; side < KHCT_MERGE_SIDES; side++)
        if (!khct_look(m->files[side], &facts) || facts.kind != KHCT_KIND_FILE)
            return false;
    return !m->driver || khct_may_write_by_name(m->files[KHCT_MERGE_OURS]);
}

/* How OURS stands now. */
static khct_stamp ours_now(const merging *m)
{
    khct_file_facts facts;
    return khct_look(m->files[KHCT_MERGE_OURS], &facts) ? facts.stamp : (khct_stamp){0};
}

/* Whether somebody has written to OURS since khct read it; it is said. */
static bool has_changed(merging *m)
{
    if (!m->readable || khct_stamp_eq(ours_now(m), m->ours))
        return false;
    khct_outfile_refuse(&m->io, KHCT_KH8009, KHCT_T_WRITE_CHANGED, m->files[KHCT_MERGE_OURS]);
    return true;
}

/* Git's own merge of the lines: in OURS, or, with `out`, there. Sets text_conflicts. */
static void merge_by_git(merging *m, khct_out *out)
{
    const char *arguments[] = {"merge-file",
                               out != NULL ? "-qp" : "-q",
                               "-L",
                               called(m, KHCT_MERGE_OURS),
                               "-L",
                               called(m, KHCT_MERGE_BASE),
                               "-L",
                               called(m, KHCT_MERGE_THEIRS),
                               "--",
                               m->files[KHCT_MERGE_OURS],
                               m->files[KHCT_MERGE_BASE],
                               m->files[KHCT_MERGE_THEIRS],
                               NULL};
    if (out != NULL)
        khct_out_to_memory(out);
    int ended = suits_git(m) ? khct_git(NULL, arguments, out) : KHCT_GIT_MISSING;
    m->text_conflicts = ended < KHCT_GIT_MISSING ? ended : -1;
}

/* Writes where the result belongs; OURS only as it stood when it was read or written last. */
static bool write_result(merging *m, khct_str text)
{
    if (m->out != NULL)
        return khct_outfile_write(m->out, NULL, text, &m->io);
    bool done = khct_outfile_write(m->files[KHCT_MERGE_OURS], &m->ours, text, &m->io);
    m->ours = ours_now(m);
    return done;
}

/* Where git could not: both versions, whole, between marks. */
static bool write_marks(merging *m)
{
    return write_result(m, khct_marks_write(m->arena, m->inputs));
}

/* The same as git's merge of the lines, where the result belongs. */
static bool write_lines(merging *m)
{
    khct_out *lines = khct_alloc(m->arena, sizeof *lines);
    merge_by_git(m, lines);
    khct_str text = m->text_conflicts < 0 ? khct_marks_write(m->arena, m->inputs)
                                          : khct_str_copy(m->arena, khct_out_text(lines));
    khct_out_release(lines);
    return write_result(m, text);
}

/* --- the check of the result --- */

typedef struct overlay {
    khct_str text;
    const char *path;
    char *real; /* NULL: the file is not there */
} overlay;

static bool text_of(void *context, const char *path, khct_str *text)
{
    const overlay *o = context;
    if (strcmp(path, o->path) != 0 && (o->real == NULL || strcmp(path, o->real) != 0))
        return false;
    *text = o->text;
    return true;
}

/* How many errors a version has where the plan lives; the diagnostics are said if asked. */
static size_t errors_in(merging *m, khct_str text, bool aloud)
{
    char real[KHCT_PATH_MAX];
    overlay o = {text, m->path != NULL ? m->path : m->files[KHCT_MERGE_OURS], NULL};
    o.real = khct_path_real(o.path, real);
    khct_overlay over = {&o, text_of};
    khct_compile_options options = khct_compile_options_of(m->common);
    options.overlay = &over;
    khct_compilation *c = khct_compile(m->library, o.path, &options);
    size_t errors = c == NULL ? 0 : khct_diags_count(&c->diags, KHCT_ERROR);
    if (aloud && c != NULL)
        khct_say_diags(c, &m->io);
    khct_compilation_free(c);
    return errors;
}

/* --- the merge --- */

static bool read_side(merging *m, khct_merge_side side)
{
    khct_str *text = &m->inputs[side].text;
    khct_stamp stamp;
    int error = khct_bytes_read_stamped(m->arena, m->files[side], KHCT_SOURCE_LIMIT, text, &stamp);
    if (side == KHCT_MERGE_OURS)
        m->ours = stamp;
    if (error != 0)
        khct_complain(m->common, m->io.err, KHCT_KH8005,
                      KHCT_MSG(NOT_READABLE, m->files[side], strerror(error)));
    return error == 0;
}

/* The merged file has an error that neither side had: somebody should look. */
static bool checks(merging *m)
{
    size_t errors = errors_in(m, m->merged.text, false);
    if (errors == 0 || errors <= errors_in(m, m->inputs[KHCT_MERGE_OURS].text, false) ||
        errors <= errors_in(m, m->inputs[KHCT_MERGE_THEIRS].text, false))
        return true;
    errors_in(m, m->merged.text, true);
    return false;
}

/* A version has an error of syntax: git's merge of the lines is the result. */
static void merge_lines(merging *m)
{
    if (m->fix) {
        say(m, "một bản có lỗi cú pháp, nên dấu của git được giữ nguyên",
            "a version has an error of syntax: git's marks are left as they are", 0);
        return;
    }
    if (!m->driver && !write_lines(m))
        return;
    say(m, "một bản có lỗi cú pháp, nên chỉ gộp được theo dòng như git",
        "a version has an error of syntax: lines were merged, as git does", 0);
    m->status = m->text_conflicts == 0 ? KHCT_EXIT_FINE : KHCT_EXIT_PLAN;
}

static void finish(merging *m)
{
    m->merged = khct_merge(m->arena, m->library->vocabulary, khct_lexicon_new(m->arena), m->inputs);
    if (!m->merged.readable) {
        merge_lines(m);
        return;
    }
    if (!write_result(m, m->merged.text))
        return;
    if (m->merged.conflicts > 0)
        say(m, "gộp xong, còn @ chỗ hai người sửa khác nhau; tìm `# !! xung đột`",
            "merged; @ places were changed in different ways by both: look for `# !! xung đột`",
            (long long)m->merged.conflicts);
    else if (!checks(m))
        say(m, "gộp xong, nhưng bản gộp có lỗi mà mỗi bản riêng không có",
            "merged, but the result has an error that neither version had", 0);
    else
        m->status = KHCT_EXIT_FINE;
}

static void read_sides(void *context)
{
    merging *m = context;
    m->readable = true;
    for (int side = 0; side < KHCT_MERGE_SIDES; side++) {
        m->inputs[side].name = one_line(m, khct_str_of(called(m, (khct_merge_side)side)));
        m->readable &= read_side(m, (khct_merge_side)side);
    }
}

static void merge(void *context)
{
    merging *m = context;
    if (!m->driver || m->text_conflicts >= 0 || write_marks(m))
        finish(m);
}

/* --- git's marks --- */

/* The version of FILE that both sides come from, where git still has it. */
static void find_base(merging *m)
{
    khct_str path = khct_str_of(m->files[KHCT_MERGE_OURS]);
    size_t slash = path.n;
    while (slash > 0 && path.p[slash - 1] != '/')
        slash--;
    const char *folder = slash == 0 ? "." : khct_cstr(m->arena, khct_str_sub(path, 0, slash));
    khct_str name = KHCT_JOIN(m->arena, ":1:./", khct_str_sub(path, slash, path.n));
    const char *arguments[] = {"cat-file", "blob", khct_cstr(m->arena, name), NULL};
    khct_git_text(m->arena, folder, arguments, &m->inputs[KHCT_MERGE_BASE].text);
}

static void fix(void *context)
{
    merging *m = context;
    bool based;
    if (!read_side(m, KHCT_MERGE_OURS))
        return;
    m->text_conflicts = -1;
    if (khct_marks_read(m->arena, m->inputs[KHCT_MERGE_OURS].text, m->inputs, &based) == 0) {
        say(m, "không thấy dấu xung đột của git, hoặc dấu không đủ",
            "no conflict marks of git, or not all of them", 0);
        return;
    }
    for (int side = 0; side < KHCT_MERGE_SIDES; side++)
        m->inputs[side].name = one_line(m, m->inputs[side].name);
    if (!based)
        find_base(m);
    finish(m);
}

/* --- the command --- */

int khct_main_merge(int count, char **operands, khct_common *common)
{
    merging m = {.common = common,
                 .path = khct_value(common, KHCT_OPT_PATH),
                 .names = {khct_value(common, KHCT_OPT_OURS), khct_value(common, KHCT_OPT_THEIRS)},
                 .fix = khct_has(common, KHCT_OPT_MARKS),
                 .out = khct_value(common, KHCT_OPT_MERGE_OUT),
                 .status = KHCT_EXIT_PLAN};
    int wanted = m.fix ? 1 : KHCT_MERGE_SIDES;
    if (count != wanted)
        return m.fix
                   ? khct_wrong_use(common, "cần đúng một tệp", "exactly one file is needed", NULL)
                   : khct_wrong_use(common, "cần ba tệp: GỐC, BÊN_NÀY, BÊN_KIA",
                                    "three files are needed: BASE, OURS, THEIRS", NULL);
    for (int i = 0; i < wanted; i++)
        m.files[m.fix ? KHCT_MERGE_OURS : i] = operands[i];
    khct_streams streams;
    m.io = khct_streams_begin(&streams, common);
    char *others[] = {(char *)m.files[KHCT_MERGE_BASE], (char *)m.files[KHCT_MERGE_THEIRS]};
    if (!m.fix && m.out != NULL && khct_outfile_falls_on(m.out, others, 2, &m.io))
        return khct_finish_io(&m.io, KHCT_EXIT_SYSTEM);
    m.arena = khct_arena_new();
    bool fine = m.arena != NULL && (m.fix || khct_try(m.arena, read_sides, &m));
    /* what git finds in OURS when its driver ends is what it takes for the merge: this comes first.
     * A file of somebody who merges by hand is written by khct alone, whole or not at all. */
    m.driver = !m.fix && m.out == NULL && m.path != NULL;
    if (m.driver) {
        if (suits_git(&m) && has_changed(&m))
            m.readable = false;
        else
            merge_by_git(&m, NULL);
        m.ours = ours_now(&m);
    }
    m.library = fine ? khct_library_new(common->library_path) : NULL;
    fine = m.library != NULL &&
           (m.fix || m.readable ? khct_try(m.arena, m.fix ? fix : merge, &m) : true);
    if (!fine) {
        khct_no_memory(common, m.io.err);
        m.status = KHCT_EXIT_PLAN; /* git takes any other end for success of ours */
    }
    khct_arena_free(m.arena);
    khct_library_free(m.library);
    return khct_finish_io(&m.io, m.status);
}

/* khct import: documents of other programs become plans. */
#include "main/main.h"

#include "import/import.h"
#include "main/office.h"
#include "main/outputs.h"
#include "text/bytes.h"
#include "text/files.h"

#include <errno.h>
#include <unistd.h>

typedef struct importing {
    khct_common *common;
    khct_io *io;
    const char *out; /* -o; NULL: beside the document */
    bool office;     /* --libreoffice */
    bool take;       /* --laysua */
    /* one document */
    const char *path;
    khct_library *library;
    khct_sources sources;
    khct_diags diags;
    khct_str bytes;
    khct_imported made;
    int status;
} importing;

static khct_arena *arena_of(const importing *m)
{
    return m->library->arena;
}

static bool to_stream(const importing *m)
{
    return m->out != NULL ? strcmp(m->out, "-") == 0 : strcmp(m->path, "-") == 0;
}

/* The name without its ending: "ke-hoach" of "thu-muc.d/ke-hoach.docx" with its folder. */
static khct_str without_ending(khct_str path)
{
    size_t at = path.n;
    while (at > 0 && path.p[at - 1] != '.' && path.p[at - 1] != '/')
        at--;
    bool ending = at > 1 && path.p[at - 1] == '.' && path.p[at - 2] != '/';
    return ending ? khct_str_sub(path, 0, at - 1) : path;
}

/* Where plan k of the document goes: "x.khct", "x-2.khct". */
static khct_str name_of(size_t k, void *context)
{
    const importing *m = context;
    khct_arena *arena = arena_of(m);
    if (to_stream(m))
        return KHCT_STR("-");
    khct_str base = khct_str_of(m->out != NULL ? m->out : m->path);
    if (m->out != NULL && k == 0)
        return base;
    return KHCT_JOIN(arena, without_ending(base), k > 0 ? "-" : "",
                     k > 0 ? khct_str_count(arena, k + 1) : KHCT_STR(""), ".khct");
}

/* --- reading --- */

/* All of standard input. Returns 0 or an errno. */
static int read_stream(khct_arena *arena, khct_str *bytes)
{
    KHCT_VEC(char) all = {0};
    char piece[1 << 14];
    for (;;) {
        ssize_t n = read(STDIN_FILENO, piece, sizeof piece);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return errno;
        if (n == 0)
            break;
        if (all.n + (size_t)n > KHCT_SOURCE_LIMIT)
            return EFBIG;
        for (ssize_t i = 0; i < n; i++)
            khct_push(arena, &all) = piece[i];
    }
    *bytes = (khct_str){all.n > 0 ? all.at : "", all.n};
    return 0;
}

/* A message about the document itself, which has no lines that could be shown. */
static void say(importing *m, khct_code code, khct_message message)
{
    khct_report(&m->diags, code, KHCT_NOWHERE, message);
}

/* The same under its name. */
static void say_fault(importing *m, khct_in_fault fault)
{
    khct_str words = khct_message_text(arena_of(m), fault.message, m->common->style.language);
    say(m, fault.code, KHCT_MSG(IN_WITH_PLACE, m->path, words));
}

static bool read_document(importing *m)
{
    khct_str name = khct_str_of(m->path);
    int error = strcmp(m->path, "-") == 0
                    ? read_stream(arena_of(m), &m->bytes)
                    : khct_bytes_read(arena_of(m), m->path, KHCT_SOURCE_LIMIT, &m->bytes);
    if (error == 0)
        return true;
    m->status =
        error == EFBIG || error == ENOENT || error == EISDIR ? KHCT_EXIT_PLAN : KHCT_EXIT_SYSTEM;
    if (error == EFBIG)
        say(m, KHCT_KH8004, KHCT_MSG(TOO_LARGE, name, "64"));
    else if (error == ENOENT)
        say(m, KHCT_KH8001, KHCT_MSG(NOT_FOUND, name));
    else if (error == EISDIR)
        say(m, KHCT_KH8007, KHCT_MSG(DIRECTORY, name));
    else
        say(m, KHCT_KH8005,
            KHCT_MSG(NOT_READABLE, name, khct_str_copy(arena_of(m), khct_str_of(strerror(error)))));
    return false;
}

/* Has LibreOffice turn an old document into one that we read. */
static bool convert(importing *m)
{
    khct_unzip ignored;
    if (!m->office || khct_in_kind_of(arena_of(m), m->bytes, &ignored) != KHCT_IN_OLD)
        return true;
    khct_in_fault fault = khct_office_convert(arena_of(m), m->bytes, &m->bytes);
    if (fault.code == KHCT_CODE_COUNT)
        return true;
    say_fault(m, fault);
    m->status = KHCT_EXIT_SYSTEM;
    return false;
}

static void read_all(void *context)
{
    importing *m = context;
    m->sources.arena = m->diags.arena = arena_of(m);
    m->diags.sources = &m->sources;
    m->diags.switches = m->common->switches;
    if (!read_document(m) || !convert(m))
        return;
    m->made = khct_import(m->library, m->bytes, m->take, &m->diags, name_of, m);
    if (m->made.fault.code == KHCT_CODE_COUNT)
        return;
    say_fault(m, m->made.fault);
    m->status = KHCT_EXIT_PLAN;
}

/* --- writing --- */

/* The folder for a plan of several files: the name without an ending. */
static khct_str folder_of(const importing *m)
{
    return without_ending(khct_str_of(m->out != NULL ? m->out : m->path));
}

/* Nothing is written where one of the names is taken. */
static bool names_are_free(importing *m)
{
    for (size_t k = 0; k < (m->made.files != NULL ? 1 : m->made.n) && !to_stream(m); k++) {
        const char *path =
            khct_cstr(arena_of(m), m->made.files != NULL ? folder_of(m) : name_of(k, m));
        if (!khct_is_there(path))
            continue;
        m->status =
            khct_wrong_use(m->common, "tệp đã có, không ghi đè; nêu tên khác bằng -o:",
                           "the file exists and is not replaced; give another name by -o:", path);
        return false;
    }
    return true;
}

/* False, said, where it cannot be. */
static bool write_file(importing *m, const char *path, khct_str text)
{
    bool done = khct_outfile_write(path, &(khct_stamp){0}, text, m->io);
    if (!done)
        m->status = KHCT_EXIT_SYSTEM;
    return done;
}

/* `root`: the project that the plan needs to be told of; empty: none. */
static void say_written(const importing *m, khct_str path, khct_str root)
{
    bool vi = m->common->style.language == KHCT_VI;
    khct_out *err = m->io->err;
    if (m->common->quiet)
        return;
    KHCT_SHOW(err, vi ? "đã ghi " : "wrote ", path,
              vi ? "; đọc lại, rồi chạy: khct check " : "; read it over, then run: khct check ");
    if (root.n > 0)
        KHCT_SHOW(err, "--root ", root, " ");
    KHCT_SHOW(err, path, "\n");
}

static void write_plan(importing *m, size_t k)
{
    khct_str path = name_of(k, m);
    if (to_stream(m))
        khct_out_str(m->io->out, m->made.plans[k].text);
    else if (write_file(m, khct_cstr(arena_of(m), path), m->made.plans[k].text))
        say_written(m, path, KHCT_STR(""));
}

/* A plan of several files goes into a new folder; its own file comes last, when the others are
 * there. */
static void write_files(importing *m)
{
    khct_str folder = KHCT_JOIN(arena_of(m), folder_of(m), "/");
    for (size_t i = m->made.files->files.n; i-- > 0;) {
        const khct_bundled *file = &m->made.files->files.at[i];
        khct_str path = khct_str_cat(arena_of(m), folder, file->name);
        const char *name = khct_cstr(arena_of(m), path);
        khct_make_folders(name, 0); /* where that fails, opening does, and says so */
        if (!write_file(m, name, file->text))
            return;
        bool below = khct_str_find(file->name, KHCT_STR("/")) < file->name.n;
        if (i == 0)
            say_written(m, path, below ? folder_of(m) : KHCT_STR(""));
    }
    if (m->made.plans[0].failed)
        m->status = KHCT_EXIT_PLAN;
}

static void write_all(void *context)
{
    importing *m = context;
    if (m->made.files != NULL && to_stream(m)) {
        m->status = khct_wrong_use(
            m->common,
            "nguồn gồm nhiều tệp, không ghi chung ra một đầu ra; nêu tên một thư mục mới bằng -o",
            "the source is of several files, which cannot go to one output; name a new folder by "
            "-o",
            NULL);
        return;
    }
    if (m->made.n > 1 && to_stream(m)) {
        m->status = khct_wrong_use(
            m->common, "tài liệu có nhiều kế hoạch, không ghi chung ra một đầu ra; nêu tên bằng -o",
            "the document holds several plans, which cannot go to one output; give a name by -o",
            NULL);
        return;
    }
    if (!names_are_free(m))
        return;
    if (m->made.files != NULL)
        write_files(m);
    for (size_t k = 0; k < m->made.n; k++) {
        write_plan(m, k);
        if (m->made.plans[k].failed && m->status < KHCT_EXIT_PLAN)
            m->status = KHCT_EXIT_PLAN;
    }
    khct_render_diags(m->io->err, &m->diags, m->common->quiet, m->common->style);
}

static void render(void *context)
{
    importing *m = context;
    khct_render_diags(m->io->err, &m->diags, m->common->quiet, m->common->style);
}

static int import_file(importing *m)
{
    m->library = khct_library_new(m->common->library_path);
    bool done = m->library != NULL && khct_try(arena_of(m), read_all, m);
    if (done)
        done =
            khct_try(arena_of(m), m->made.n > 0 || m->made.files != NULL ? write_all : render, m);
    if (!done) {
        khct_no_memory(m->common, m->io->err);
        m->status = KHCT_EXIT_SYSTEM;
    }
    khct_library_free(m->library);
    return m->status;
}

int khct_main_import(int count, char **operands, khct_common *common)
{
    khct_streams streams;
    const importing wanted = {.common = common,
                              .out = khct_value(common, KHCT_OPT_IMPORT_OUT),
                              .take = khct_has(common, KHCT_OPT_TAKE),
                              .office = khct_has(common, KHCT_OPT_OFFICE)};
    if (count == 0)
        return khct_wrong_use(common, "cần ít nhất một tệp", "at least one file is needed", NULL);
    if (wanted.out != NULL && count > 1)
        return khct_wrong_use(common, "-o chỉ dùng với một tệp vào", "-o goes with one input only",
                              NULL);
    khct_io io = khct_streams_begin(&streams, common);
    int status = KHCT_EXIT_FINE;
    for (int i = 0; i < count; i++) {
        importing m = wanted;
        m.io = &io;
        m.path = operands[i];
        int now = import_file(&m);
        status = now > status ? now : status;
    }
    return khct_finish_io(&io, status);
}

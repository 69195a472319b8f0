/* Each plan becomes lines of one stream, also when several are at work; here they are sorted into
 * the tables, and what is told of all plans together is told. */
#include "main/tables.h"

#include "main/cache.h"
#include "main/outputs.h"
#include "library/embedded.h"
#include "report/department.h"
#include "report/received.h"
#include "text/files.h"
#include "text/bytes.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct collecting {
    const khct_tables_wish *wish;
    khct_common *common;
    unsigned wanted;
    bool summary; /* the pages of a department are asked for */
    khct_outfile files[KHCT_TABLE_COUNT];
    khct_out *to[KHCT_TABLE_COUNT]; /* NULL: not wanted */
    khct_cache cache;               /* folder NULL: none */
    khct_arena *arena;
    khct_map seen; /* hashes of plans whose rows are written */
    khct_received received;
    char letter;    /* of the line that is being read; 0: at its begin */
    bool twin;      /* the plan's rows are written already */
    khct_str line;  /* of a line that is no row: what came so far */
    khct_str piece; /* and what comes now */
    khct_out *err;  /* where it is told what is told of all together */
    bool failed;
} collecting;

/* --- a plan --- */

khct_str khct_reason_of(const khct_compilation *c, khct_state state, khct_language language)
{
    bool well = state == KHCT_STATE_OK || state == KHCT_STATE_PART;
    for (size_t i = 0; !well && i < c->diags.list.n; i++)
        if (c->diags.list.at[i]->severity <= KHCT_SIGNED && c->diags.list.at[i]->accepted.p == NULL)
            return khct_message_text(c->arena, c->diags.list.at[i]->message, language);
    return KHCT_STR("");
}

/* Rows on their way to `out`, of what is wanted. */
static khct_rows rows_to(const collecting *all, khct_out *out, khct_arena *arena, bool summary)
{
    return (khct_rows){out, arena, all->wish->form, all->wanted, summary, {0}, 0};
}

static void put(khct_compilation *c, khct_io *io, void *context)
{
    const collecting *all = context;
    khct_state state = khct_state_of(c, io->common);
    khct_row_source source = {.path = khct_str_of(c->path),
                              .state = khct_str_of(khct_state_key(state)),
                              .reason = khct_reason_of(c, state, io->common->style.language),
                              .sources = &c->sources,
                              .diags = &c->diags,
                              .work = khct_state_is_plan(state) ? c->work : NULL,
                              .day = io->common->today};
    khct_rows rows = rows_to(all, io->out, c->arena, all->summary);
    khct_rows_of_plan(&rows, &source);
}

/* The rows of a plan and what is to be said of it, before they go where they belong. */
typedef struct made {
    khct_out rows, messages;
} made;

typedef struct keeping {
    const collecting *all;
    khct_cached cached;
} keeping;

static void keep(khct_compilation *c, khct_io *io, void *context)
{
    const keeping *k = context;
    (void)io;
    khct_cache_keep(&k->all->cache, c, &k->cached);
}

/* The same, and kept for the next time. */
static int make_and_keep(khct_compilation *c, khct_io *io, collecting *all, made *m)
{
    khct_io mine = *io;
    mine.out = &m->rows;
    mine.err = &m->messages;
    int status = khct_put_rows(c, &mine, put, all);
    bool fine = khct_out_finish(&m->rows) == 0 && khct_out_finish(&m->messages) == 0;
    keeping k = {.all = all};
    k.cached = (khct_cached){.status = status,
                             .state = khct_state_of(c, io->common),
                             .rows = khct_out_text(&m->rows),
                             .messages = khct_out_text(&m->messages)};
    khct_tally tally = {0};
    if (k.cached.state != KHCT_STATE_PART)
        khct_tally_diags(&tally, &c->diags);
    memcpy(k.cached.severity, tally.severity, sizeof tally.severity);
    khct_out_str(io->out, k.cached.rows);
    khct_out_str(io->err, k.cached.messages);
    bool used = khct_inputs_used(io->common->inputs, c->path); /* known of this run only */
    if (fine && !used)
        (void)khct_show_plan(c, io, keep, &k); /* without memory it is not kept */
    return fine ? status : KHCT_EXIT_SYSTEM;
}

static int visit(khct_compilation *c, khct_io *io, void *context)
{
    collecting *all = context;
    made *m = all->cache.folder == NULL ? NULL : malloc(sizeof *m);
    if (m == NULL)
        return khct_put_rows(c, io, put, all);
    khct_out_to_memory(&m->rows);
    khct_out_to_memory(&m->messages);
    int status = make_and_keep(c, io, all, m);
    khct_out_release(&m->rows);
    khct_out_release(&m->messages);
    free(m);
    return status;
}

/* --- what is known from before --- */

typedef struct finding {
    const collecting *all;
    khct_arena *arena;
    const char *file;
    khct_io *io;
    khct_cached cached;
    bool found;
} finding;

static void find(void *context)
{
    finding *f = context;
    f->found = khct_cache_find(&f->all->cache, f->arena, f->file, &f->cached);
    if (!f->found)
        return;
    khct_out_str(f->io->out, f->cached.rows);
    khct_out_str(f->io->err, f->cached.messages);
}

/* What another input takes in is not looked up: that it does so is in no digest of its own. */
static bool is_known(const char *file, khct_io *io, void *context, int *status)
{
    const collecting *all = context;
    if (all->cache.folder == NULL || khct_inputs_used(io->common->inputs, file))
        return false;
    finding f = {.all = all, .arena = khct_arena_new(), .file = file, .io = io};
    if (f.arena != NULL && khct_try(f.arena, find, &f) && f.found) {
        *status = f.cached.status;
        io->tally->files[f.cached.state]++;
        for (size_t i = 0; i < sizeof f.cached.severity / sizeof f.cached.severity[0]; i++)
            io->tally->severity[i] += f.cached.severity[i];
    } else {
        f.found = false;
    }
    khct_arena_free(f.arena);
    return f.found;
}

/* --- sorting the lines --- */

static void take_line(void *context)
{
    collecting *all = context;
    if (all->letter == KHCT_LINE_BAD) {
        khct_push(all->arena, &all->received.bad) = all->line;
    } else if (all->letter == KHCT_LINE_SCHOOL) {
        khct_received_take(&all->received, all->line);
    } else {
        all->twin = all->line.n > 0 && khct_map_get(&all->seen, all->line) != KHCT_NONE;
        if (all->line.n > 0)
            khct_map_put(all->arena, &all->seen, all->line, 0);
    }
    all->line = KHCT_STR("");
}

static void take_piece(void *context)
{
    collecting *all = context;
    all->line = all->line.n == 0 ? khct_str_copy(all->arena, all->piece)
                                 : khct_str_cat(all->arena, all->line, all->piece);
}

static bool is_row(char letter)
{
    return letter >= khct_table_letter(0) && letter < khct_table_letter(KHCT_TABLE_COUNT);
}

static void put_piece(collecting *all, char letter, khct_str piece)
{
    khct_table_id id = (khct_table_id)(letter - khct_table_letter(0));
    bool again = all->twin && khct_table_at(id).scope == KHCT_SCOPE_PLAN;
    if (all->to[id] != NULL && !again)
        khct_out_str(all->to[id], piece);
}

static bool sort_piece(void *context, char letter, khct_str piece, bool last)
{
    collecting *all = context;
    if (is_row(letter)) {
        put_piece(all, letter, piece);
        return true;
    }
    all->piece = khct_str_sub(piece, 0, piece.n - last);
    return khct_try(all->arena, take_piece, all) && (!last || khct_try(all->arena, take_line, all));
}

/* A khct_out_sink. */
static int sort_lines(void *context, const char *p, size_t n)
{
    collecting *all = context;
    return khct_lines_take(&all->letter, p, n, sort_piece, all);
}

/* --- the library and the register --- */

typedef struct ending {
    collecting *all;
    khct_out *out;
    khct_library *library;
} ending;

static void put_library(void *context)
{
    ending *e = context;
    khct_rows rows = rows_to(e->all, e->out, e->library->arena, false);
    khct_rows_of_library(&rows, e->library);
}

static void put_register(void *context)
{
    ending *e = context;
    khct_rows rows = rows_to(e->all, e->out, e->all->arena, false);
    khct_received_rows(&rows, &e->all->received);
}

static bool put_rest(collecting *all)
{
    khct_out out;
    khct_library *library = khct_library_new(all->common->library_path);
    ending e = {all, &out, library};
    all->twin = false;
    khct_out_to_sink(&out, sort_lines, all);
    bool fine = library != NULL && khct_try(library->arena, put_library, &e) &&
                khct_try(all->arena, put_register, &e) && khct_out_finish(&out) == 0;
    khct_library_free(library);
    return fine;
}

/* --- what is said of all together --- */

enum { SAID = 20 }; /* most schools that are named in one kind of message */

static void say_again(collecting *all, const khct_received_plan *plan)
{
    const khct_received *r = &all->received;
    const khct_received_plan *counts;
    uint32_t count;
    if (!khct_received_again(r, plan, &counts, &count))
        return;
    khct_strs paths = {0};
    for (uint32_t i = (uint32_t)(plan - r->plans.at); i != KHCT_NONE; i = r->plans.at[i].next)
        khct_push(all->arena, &paths) = r->plans.at[i].path;
    khct_complain(all->common, all->err, KHCT_KH8020,
                  KHCT_MSG(SENT_AGAIN, plan->name.n > 0 ? plan->name : plan->code, count,
                           khct_str_list(all->arena, &paths, KHCT_STR(", ")), counts->path));
}

/* Names the schools that have sent nothing, or, with `foreign`, those that the register lacks. */
static void say_list(collecting *all, khct_strs *names, size_t count, bool foreign)
{
    if (count == 0)
        return;
    if (count > names->n)
        khct_push(all->arena, names) = KHCT_STR("…");
    khct_str list = khct_str_list(all->arena, names, KHCT_STR("; "));
    khct_str number = khct_str_count(all->arena, count);
    if (foreign)
        khct_complain(all->common, all->err, KHCT_KH8022, KHCT_MSG(NOT_REGISTERED, number, list));
    else
        khct_complain(all->common, all->err, KHCT_KH8021, KHCT_MSG(NOTHING_SENT, number, list));
}

static void name_school(collecting *all, khct_strs *names, khct_str code, khct_str name)
{
    if (names->n < SAID)
        khct_push(all->arena, names) = KHCT_JOIN(all->arena, code, " ", name);
}

static void say_together(void *context)
{
    collecting *all = context;
    khct_received *r = &all->received;
    khct_strs silent = {0}, foreign = {0};
    size_t silents = 0, foreigns = 0;
    for (size_t i = 0; i < r->plans.n; i++)
        say_again(all, &r->plans.at[i]);
    for (size_t i = 0; i < r->schools.n; i++) {
        const khct_registered *s = &r->schools.at[i];
        uint32_t last = khct_map_get(&r->school_of, s->code);
        if (last != i || s->plans > 0)
            continue;
        silents++;
        name_school(all, &silent, s->code, s->name);
    }
    for (size_t i = 0; r->by_register && i < r->plans.n; i++) {
        const khct_received_plan *p = &r->plans.at[i];
        if (p->code.n > 0 && khct_map_get(&r->school_of, p->code) != KHCT_NONE)
            continue;
        foreigns++;
        name_school(all, &foreign, p->code.n > 0 ? p->code : p->path, p->name);
    }
    say_list(all, &silent, silents, false);
    say_list(all, &foreign, foreigns, true);
}

/* The compiling is done: the last lines are sorted, and what they say together is said. */
static void say(khct_io *io, void *context)
{
    collecting *all = context;
    all->err = io->err;
    all->failed = khct_out_finish(io->out) != 0 || !khct_try(all->arena, say_together, all);
}

/* --- reading the register --- */

typedef struct registering {
    collecting *all;
    int error;
    bool understood;
} registering;

static void read_register(void *context)
{
    registering *r = context;
    khct_str bytes;
    r->error = khct_bytes_read(r->all->arena, r->all->wish->schools, KHCT_SOURCE_LIMIT, &bytes);
    r->understood = r->error == 0 && khct_register_read(&r->all->received, bytes);
}

static int take_register(collecting *all)
{
    registering r = {.all = all};
    khct_str path = khct_str_of(all->wish->schools);
    if (!khct_try(all->arena, read_register, &r))
        return khct_no_memory(all->common, NULL);
    if (r.error != 0) {
        khct_complain(all->common, NULL, KHCT_KH8005,
                      KHCT_MSG(NOT_READABLE, path, strerror(r.error)));
        return KHCT_EXIT_SYSTEM;
    }
    if (r.understood)
        return -1;
    khct_complain(all->common, NULL, KHCT_KH8023, KHCT_MSG(NO_REGISTER, path));
    return KHCT_EXIT_USE;
}

/* --- the files --- */

/* What a file of that name begins with where khct wrote it. */
static khct_backend own_mark(const char *name, char *room, size_t size)
{
    khct_backend own = {.mark = "`khct report", .within = 256};
    size_t n = strcspn(name, ".");
    snprintf(room, size, "%.*s", (int)n, name);
    khct_table_id id = khct_table_named(room);
    if (strcmp(name + n, ".html") == 0) {
        own = (khct_backend){.mark = "<meta name=\"generator\" content=\"khct\">", .within = 4096};
    } else if (strcmp(name + n, ".json") == 0) {
        own = (khct_backend){.mark = "\"name\": \"khct\"", .within = 64};
    } else if (strcmp(name + n, ".csv") == 0 && id != KHCT_TABLE_COUNT) {
        const khct_many_column *c = khct_table_at(id).columns;
        int length = snprintf(room, size, "%s,%s,%s,", c[0].name, c[1].name, c[2].name);
        own = (khct_backend){.mark = room, .within = (size_t)length};
    }
    return own;
}

/* A file of somebody else's, as a register of schools named truong.csv, is not replaced. */
static bool may_write(const char *path, const char *name, khct_io *io)
{
    char room[128];
    khct_backend own = own_mark(name, room, sizeof room);
    if (!khct_is_there(path) || khct_is_own(path, &own))
        return true;
    khct_complain(io->common, io->err, KHCT_KH8010, KHCT_MSG(WRITE_NOT_OURS_THERE, path));
    return false;
}

static khct_outfile *file_at(collecting *all, khct_outfile *file, const char *name, khct_io *io)
{
    char path[4096];
    size_t folder = strlen(all->wish->folder);
    bool ends = folder > 0 && all->wish->folder[folder - 1] == '/';
    int n = snprintf(path, sizeof path, "%s%s%s", all->wish->folder, ends ? "" : "/", name);
    if (n < 0 || (size_t)n >= sizeof path || !may_write(path, name, io) ||
        !khct_outfile_open(file, path, NULL, io))
        return NULL;
    return file;
}

static bool open_tables(collecting *all, khct_io *io)
{
    for (unsigned id = 0; id < KHCT_TABLE_COUNT; id++) {
        char name[64];
        snprintf(name, sizeof name, "%s.csv", khct_table_at((khct_table_id)id).name);
        if (file_at(all, &all->files[id], name, io) == NULL)
            return false;
        all->to[id] = all->files[id].out;
        khct_table_heading(all->to[id], (khct_table_id)id);
    }
    return true;
}

static bool close_tables(collecting *all, bool keep)
{
    bool fine = true;
    for (unsigned id = 0; id < KHCT_TABLE_COUNT; id++)
        if (all->to[id] != NULL)
            fine = khct_outfile_close(&all->files[id], keep) && fine;
    return fine;
}

static void put_views(khct_out *out)
{
    for (const khct_embedded *e = KHCT_EMBEDDED; e->path != NULL; e++)
        if (strcmp(e->path, "sql/khung-nhin.sql") == 0)
            khct_out_bytes(out, e->bytes, e->size);
}

/* The files that say what the tables are and load them: by put(), else for a database. */
static const struct {
    const char *name;
    void (*put)(khct_out *out);
    khct_database engine;
} DESCRIPTIONS[] = {
    {"luoc-do.sql", khct_tables_schema, 0},
    {"nap-sqlite.sql", NULL, KHCT_DATABASE_SQLITE},
    {"nap-postgresql.sql", NULL, KHCT_DATABASE_POSTGRESQL},
    {"nap-duckdb.sql", NULL, KHCT_DATABASE_DUCKDB},
    {"khung-nhin.sql", put_views, 0},
};

static bool describe_all(collecting *all, khct_io *io)
{
    khct_outfile file;
    if (file_at(all, &file, "datapackage.json", io) == NULL)
        return false;
    khct_tables_package(file.out, all->common->style.language);
    bool fine = khct_outfile_close(&file, true);
    for (size_t i = 0; fine && i < sizeof DESCRIPTIONS / sizeof *DESCRIPTIONS; i++) {
        if (file_at(all, &file, DESCRIPTIONS[i].name, io) == NULL)
            return false;
        if (DESCRIPTIONS[i].put != NULL)
            DESCRIPTIONS[i].put(file.out);
        else
            khct_tables_load(file.out, DESCRIPTIONS[i].engine);
        fine = khct_outfile_close(&file, true);
    }
    return fine;
}

/* --- the pages of a department --- */

typedef struct site {
    collecting *all;
    khct_io *io;
    khct_outfile file;
    khct_library *library;
    char folder[KHCT_PATH_MAX]; /* the real path of the pages' folder */
    bool fine;
} site;

static khct_out *open_page(void *context, const char *name)
{
    site *s = context;
    return file_at(s->all, &s->file, name, s->io) == NULL ? NULL : s->file.out;
}

static bool close_page(void *context)
{
    site *s = context;
    return khct_outfile_close(&s->file, true);
}

/* "../ke-hoach/a.html", where `khct build -t html` has made that page beside the plan. */
static khct_str page_of(void *context, khct_arena *arena, khct_str path)
{
    const site *s = context;
    char real[KHCT_PATH_MAX];
    if (!khct_str_ends(path, ".khct"))
        return KHCT_STR("");
    khct_str name = KHCT_JOIN(arena, khct_str_sub(path, 0, path.n - strlen(".khct")), ".html");
    if (khct_path_real(khct_cstr(arena, name), real) == NULL)
        return KHCT_STR("");
    size_t shared = 0;
    for (size_t i = 0; real[i] != '\0' && real[i] == s->folder[i]; i++)
        if (real[i] == '/')
            shared = i + 1;
    if (strncmp(real, s->folder, strlen(s->folder)) == 0)
        shared = strlen(s->folder);
    khct_strs address = {0};
    for (size_t i = shared; s->folder[i] != '\0'; i++)
        if (s->folder[i] == '/')
            KHCT_ADD(arena, &address, "../");
    KHCT_ADD(arena, &address, khct_percent(arena, khct_str_of(real + shared), "/-_."));
    return khct_str_join(arena, address.at, address.n);
}

static void put_department(void *context)
{
    site *s = context;
    const khct_site way = {s, open_page, close_page, page_of};
    s->fine = khct_department_write(&way, &s->all->received, s->library, s->all->common->today);
}

static int write_department(collecting *all, khct_io *io)
{
    site *s = calloc(1, sizeof *s);
    khct_library *library = khct_library_new(all->common->library_path);
    bool fine = s != NULL && library != NULL;
    if (fine) {
        *s = (site){.all = all, .io = io, .library = library};
        fine = khct_path_real(all->wish->folder, s->folder) != NULL;
        size_t n = strlen(s->folder);
        if (fine && s->folder[n - 1] != '/' && n + 1 < sizeof s->folder)
            memcpy(s->folder + n, "/", 2);
        khct_arena *const arenas[] = {library->arena, all->arena, NULL};
        fine = fine && khct_try_all(arenas, put_department, s) && s->fine;
    }
    khct_library_free(library);
    free(s);
    return fine ? KHCT_EXIT_FINE : KHCT_EXIT_SYSTEM;
}

/* --- the command --- */

static int compile(collecting *all, const khct_inputs *inputs)
{
    khct_out out;
    khct_out_to_sink(&out, sort_lines, all);
    khct_framing framing = {.to = &out, .say = say, .known = is_known};
    int status =
        khct_each_framed(inputs->files.at, (int)inputs->files.n, all->common, visit, all, &framing);
    return !all->failed && put_rest(all) ? status : khct_no_memory(all->common, NULL);
}

static int to_folder(collecting *all, const khct_inputs *inputs, khct_io *io)
{
    char path[4096];
    int n = snprintf(path, sizeof path, "%s/", all->wish->folder);
    if (n < 0 || (size_t)n >= sizeof path || !khct_make_folders(path, 0)) {
        khct_complain(all->common, NULL, KHCT_KH8006,
                      KHCT_MSG(NOT_WRITABLE, all->wish->folder, strerror(errno)));
        return KHCT_EXIT_SYSTEM;
    }
    if (all->wish->pages) {
        int status = compile(all, inputs), written = write_department(all, io);
        return status > written ? status : written;
    }
    if (!open_tables(all, io)) {
        close_tables(all, false);
        return KHCT_EXIT_SYSTEM;
    }
    int status = compile(all, inputs);
    return close_tables(all, true) && describe_all(all, io) ? status : KHCT_EXIT_SYSTEM;
}

static int to_output(collecting *all, const khct_inputs *inputs)
{
    khct_out out;
    khct_out_to_screen(&out, STDOUT_FILENO);
    all->to[all->wish->only] = &out;
    if (all->wish->form == KHCT_ROWS_CSV)
        khct_table_heading(&out, all->wish->only);
    return khct_finish_output(&out, all->common, compile(all, inputs));
}

static void begin_cache(void *context)
{
    collecting *all = context;
    const khct_tables_wish *w = all->wish;
    const char more[] = {(char)('0' + w->form), w->pages ? 'p' : 't', (char)('a' + w->only)};
    all->cache.options = khct_cache_options(all->arena, all->common, (khct_str){more, sizeof more});
}

/* A library of the user's own is not in the digests: nothing is kept then. */
static int take_cache(collecting *all)
{
    const char *folder = all->wish->cache;
    if (folder == NULL || all->common->library_path != NULL)
        return -1;
    if (!khct_try(all->arena, begin_cache, all))
        return khct_no_memory(all->common, NULL);
    if (!khct_make_folder(folder) && errno != EEXIST) {
        khct_complain(all->common, NULL, KHCT_KH8006,
                      KHCT_MSG(NOT_WRITABLE, folder, strerror(errno)));
        return KHCT_EXIT_SYSTEM;
    }
    all->cache.folder = folder;
    return -1;
}

static int run(collecting *all, const khct_inputs *inputs)
{
    int status = all->wish->schools == NULL ? -1 : take_register(all);
    if (status < 0)
        status = take_cache(all);
    if (status >= 0)
        return status;
    if (all->wish->only != KHCT_TABLE_COUNT)
        return to_output(all, inputs);
    khct_out err;
    khct_out_to_fd(&err, STDERR_FILENO);
    khct_io io = {.err = &err, .common = all->common};
    status = to_folder(all, inputs, &io);
    return khct_out_finish(&err) == 0 ? status : KHCT_EXIT_SYSTEM;
}

int khct_tables_write(const khct_tables_wish *wish, const khct_inputs *inputs, khct_common *common)
{
    collecting *all = calloc(1, sizeof *all);
    khct_arena *arena = khct_arena_new();
    int status = KHCT_EXIT_SYSTEM;
    if (all != NULL && arena != NULL) {
        all->wish = wish;
        all->common = common;
        all->summary = wish->pages;
        all->wanted = wish->pages ? 0 : wish->only == KHCT_TABLE_COUNT ? ~0u : 1u << wish->only;
        all->arena = all->received.arena = arena;
        status = run(all, inputs);
    } else {
        khct_no_memory(common, NULL);
    }
    khct_arena_free(arena);
    free(all);
    return status;
}

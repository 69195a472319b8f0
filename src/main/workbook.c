/* A workbook takes its sheets one after another, plans come one after another: the rows of each
 * sheet wait as lines in a file of their own, which has no name. */

#include "emit/sheet/sheet.h"
#include "main/tables.h"
#include "report/many.h"
#include "text/files.h"
#include "text/map.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { PLANS, SHEETS = KHCT_SHEETS + 1, LEADS = 2 };

/* The letter of a line that is no row: the hash of the plan whose rows follow. */
static const char HASH = KHCT_LINE_PLAN;

typedef struct gathering {
    const khct_common *common;
    khct_arena *arena;
    FILE *rows[SHEETS];
    size_t count[SHEETS];
    khct_map seen; /* hashes of plans whose rows are here */
    bool twin;     /* the plan at hand is there already */
    char letter;   /* of the line at hand; 0: it has not begun */
    char hash[2 * 32];
    size_t hash_n;
} gathering;

/* --- a plan as lines --- */

static khct_date day_of(const char *iso)
{
    int year, month, day;
    return sscanf(iso, "%d-%d-%d", &year, &month, &day) == 3 ? khct_date_of(year, month, day)
                                                             : KHCT_NO_DATE;
}

static khct_book_cell cell_of(khct_arena *arena, const khct_fact *fact, khct_str value)
{
    const char *text = khct_cstr(arena, value);
    errno = 0;
    long long number = strtoll(text, NULL, 10);
    if (fact->kind == KHCT_FACT_DAY)
        return khct_book_date(day_of(text));
    if (fact->kind == KHCT_FACT_TEXT || value.n == 0 || errno != 0)
        return khct_book_text(value);
    return fact->kind == KHCT_FACT_NUMBER ? khct_book_number(number) : khct_book_money(number);
}

static void put_plan(khct_compilation *c, khct_io *io, khct_state state)
{
    const khct_common *common = io->common;
    bool plan = khct_state_is_plan(state);
    khct_many_row row = {.path = khct_str_of(c->path),
                         .state = khct_str_of(khct_state_name(state, common->style.language)),
                         .reason = khct_reason_of(c, state, common->style.language),
                         .work = plan ? c->work : NULL};
    khct_book lines;
    khct_book_to_lines(&lines, io->out, c->arena, NULL, 0);
    khct_book_sheet_begin(&lines);
    khct_book_row(&lines);
    for (const khct_fact *fact = khct_facts; fact->key != NULL; fact++)
        khct_book_put(&lines, cell_of(c->arena, fact, khct_fact_of(c->arena, fact->id, &row)));
    khct_book_sheet_end(&lines);
    if (!plan)
        return;
    const khct_str lead[LEADS] = {row.path, c->plan->school.name};
    lines.lead = lead;
    lines.leads = LEADS;
    khct_sheet_lines(&lines, c->arena, c->work);
}

static void put(khct_compilation *c, khct_io *io, void *context)
{
    (void)context;
    khct_out_char(io->out, HASH);
    KHCT_OUT(io->out, khct_plan_hash(c->arena, &c->sources), "\n");
    put_plan(c, io, khct_state_of(c, io->common));
}

static int visit(khct_compilation *c, khct_io *io, void *context)
{
    return khct_put_rows(c, io, put, context);
}

/* --- sorting the lines --- */

static void take_hash(void *context)
{
    gathering *g = context;
    khct_str hash = {g->hash, g->hash_n};
    g->twin = hash.n > 0 && khct_map_get(&g->seen, hash) != KHCT_NONE;
    if (hash.n > 0 && !g->twin)
        khct_map_put(g->arena, &g->seen, khct_str_copy(g->arena, hash), 0);
    g->hash_n = 0;
}

static bool put_piece(void *context, char letter, khct_str piece, bool last)
{
    gathering *g = context;
    if (letter == HASH) {
        size_t room = sizeof g->hash - g->hash_n, length = piece.n - last;
        memcpy(g->hash + g->hash_n, piece.p, length < room ? length : room);
        g->hash_n += length < room ? length : room;
        return !last || khct_try(g->arena, take_hash, g);
    }
    size_t sheet = (size_t)(letter - 'a');
    if (g->twin && sheet != PLANS)
        return true;
    g->count[sheet] += last;
    return fwrite(piece.p, 1, piece.n, g->rows[sheet]) == piece.n;
}

/* A khct_out_sink. */
static int sort_lines(void *context, const char *p, size_t n)
{
    gathering *g = context;
    return khct_lines_take(&g->letter, p, n, put_piece, g);
}

/* --- the workbook --- */

typedef struct writing {
    gathering *from;
    khct_arena *arena;
    khct_out *out;
    char *line; /* malloc'd: it is freed after the try */
    size_t room;
    bool fine;
} writing;

static khct_book_sheet plans_sheet(khct_arena *arena, khct_language language)
{
    size_t n = 0;
    while (khct_facts[n].key != NULL)
        n++;
    khct_book_column *columns = khct_alloc_array(arena, n, sizeof *columns);
    for (size_t i = 0; i < n; i++)
        columns[i] = (khct_book_column){khct_facts[i].title[language], khct_facts[i].width};
    return (khct_book_sheet){language == KHCT_VI ? "Các kế hoạch" : "Plans", columns, n};
}

static bool put_rows(writing *w, khct_book *book, FILE *rows)
{
    ssize_t n;
    if (fflush(rows) != 0 || fseek(rows, 0, SEEK_SET) != 0)
        return false;
    while ((n = khct_read_until(&w->line, &w->room, '\n', rows)) > 0)
        khct_book_line(book, w->line, (size_t)n - 1);
    return ferror(rows) == 0;
}

static void write_book(void *context)
{
    static const khct_book_column LEAD[LEADS] = {{"Tệp", 30}, {"Trường", 34}};
    writing *w = context;
    khct_book_sheet sheets[SHEETS];
    khct_book book;
    sheets[PLANS] = plans_sheet(w->arena, w->from->common->style.language);
    khct_sheets_led(w->arena, LEAD, LEADS, sheets + 1);
    khct_book_begin(&book, w->out, w->arena, sheets, SHEETS,
                    KHCT_STR("Các kế hoạch cải tiến chất lượng giáo dục"), KHCT_STR(""));
    w->fine = true;
    for (size_t i = 0; i < SHEETS && w->fine; i++) {
        khct_book_sheet_begin(&book);
        w->fine = put_rows(w, &book, w->from->rows[i]);
        khct_book_sheet_end(&book);
    }
    khct_book_end(&book);
}

/* A sheet holds only so many rows; none is left out silently. */
static bool fits(const gathering *g)
{
    for (size_t i = 0; i < SHEETS; i++)
        if (g->count[i] >= KHCT_BOOK_ROWS)
            return false;
    return true;
}

static int write_to(gathering *g, const char *path, khct_io *io)
{
    khct_outfile file;
    if (!khct_outfile_open(&file, path, NULL, io))
        return KHCT_EXIT_SYSTEM;
    writing w = {.from = g, .arena = g->arena, .out = file.out};
    bool written = khct_try(g->arena, write_book, &w), fine = written && w.fine;
    khct_str why = khct_str_of(strerror(errno));
    free(w.line);
    if (!written)
        khct_no_memory(io->common, io->err);
    else if (!fine) /* of the rows that waited in a file */
        khct_complain(io->common, io->err, KHCT_KH8006, KHCT_MSG(NOT_WRITABLE, path, why));
    return khct_outfile_close(&file, fine) && fine ? KHCT_EXIT_FINE : KHCT_EXIT_SYSTEM;
}

/* --- the command --- */

static int compile(gathering *g, const khct_inputs *inputs, const khct_common *common)
{
    khct_out out;
    khct_out_to_sink(&out, sort_lines, g);
    khct_framing framing = {.to = &out};
    int status =
        khct_each_framed(inputs->files.at, (int)inputs->files.n, common, visit, NULL, &framing);
    int error = khct_out_finish(&out);
    if (error != 0)
        errno = error;
    return error == 0 ? status : -1;
}

static int run(gathering *g, const char *path, const khct_inputs *inputs, khct_io *io)
{
    if (khct_inputs_hold(inputs, path, io))
        return KHCT_EXIT_SYSTEM;
    for (size_t i = 0; i < SHEETS; i++)
        if ((g->rows[i] = khct_open_nameless()) == NULL)
            return -1;
    int status = compile(g, inputs, io->common);
    if (status < 0)
        return status;
    if (!fits(g))
        return khct_wrong_use(io->common,
                              "một trang của bảng tính không chứa hết các hàng; dùng `-o THƯ_MỤC/`",
                              "a sheet does not hold all rows; use `-o DIR/`", NULL);
    int written = write_to(g, path, io);
    return status > written ? status : written;
}

int khct_workbook_write(const char *path, const khct_inputs *inputs, khct_common *common)
{
    gathering *g = calloc(1, sizeof *g);
    khct_out err, out;
    khct_arena *arena = khct_arena_new();
    int status = -1;
    if (g != NULL && arena != NULL) {
        g->common = common;
        g->arena = arena;
        khct_out_to_fd(&err, STDERR_FILENO);
        khct_out_to_fd(&out, STDOUT_FILENO);
        khct_io io = {.out = &out, .err = &err, .common = common};
        errno = 0;
        status = run(g, path, inputs, &io);
        for (size_t i = 0; i < SHEETS; i++)
            if (g->rows[i] != NULL)
                fclose(g->rows[i]);
        if (status >= 0)
            status = khct_finish_io(&io, status);
    }
    if (status < 0) {
        khct_str why = khct_str_of(strerror(errno != 0 ? errno : ENOMEM));
        khct_complain(common, NULL, KHCT_KH8006, KHCT_MSG(NOT_WRITABLE, path, why));
        status = KHCT_EXIT_SYSTEM;
    }
    khct_arena_free(arena);
    free(g);
    return status;
}

/* khct report: many plans together, one row each. */
#include "main/tables.h"

#include "report/many.h"

#include "text/system.h"

#include <unistd.h>

typedef struct reporting {
    const khct_many_form *form;
    bool formed; /* by -t */
    bool book;   /* -t xlsx, or -o names a workbook */
    khct_tables_wish wish;
    khct_inputs inputs;
} reporting;

static void put_row(khct_compilation *c, khct_io *io, void *context)
{
    const reporting *r = context;
    khct_state state = khct_state_of(c, io->common);
    khct_many_row row = {.path = khct_str_of(c->path),
                         .state = khct_str_of(khct_state_key(state)),
                         .reason = khct_reason_of(c, state, io->common->style.language),
                         .work = khct_state_is_plan(state) ? c->work : NULL};
    r->form->row(io->out, c->arena, &row);
}

/* Every input has its row, whatever is in it; what is no plan is told of too. */
static int visit(khct_compilation *compilation, khct_io *io, void *context)
{
    return khct_put_rows(compilation, io, put_row, context);
}

typedef struct beginning {
    const khct_many_form *form;
    khct_out *out;
    khct_arena *arena;
    khct_language language;
} beginning;

static void begin(void *context)
{
    beginning *b = context;
    b->form->begin(b->out, b->arena, b->language);
}

static int run(reporting *r, khct_common *common)
{
    khct_out out;
    khct_out_to_screen(&out, STDOUT_FILENO);
    beginning b = {r->form, &out, khct_arena_new(), common->style.language};
    bool begun = r->form->begin == NULL || (b.arena != NULL && khct_try(b.arena, begin, &b));
    khct_arena_free(b.arena);
    if (!begun)
        return khct_no_memory(common, NULL);
    int status = khct_finish_output(&out, common, KHCT_EXIT_FINE);
    if (status != KHCT_EXIT_FINE)
        return status;
    status = khct_each_plan(r->inputs.files.at, (int)r->inputs.files.n, common, visit, r);
    if (r->form->end != NULL)
        r->form->end(&out);
    return khct_finish_output(&out, common, status);
}

/* A workbook is one file; its name may say by itself that one is wanted. */
static int check_book(reporting *r, const khct_common *common)
{
    const char *out = r->wish.folder;
    bool named = out != NULL && khct_has_ending(out, ".xlsx");
    if (named && !r->formed)
        r->book = true;
    if (!r->book)
        return -1;
    if (r->wish.only != KHCT_TABLE_COUNT || r->wish.schools != NULL || r->wish.cache != NULL)
        return khct_wrong_use(
            common, "`--bang`, `--danhsachtruong`, `--cache` không đi với `-t xlsx`",
            "`--bang`, `--danhsachtruong`, `--cache` do not go with `-t xlsx`", NULL);
    if (out == NULL ? khct_is_terminal(STDOUT_FILENO) : !named && strcmp(out, "-") != 0)
        return khct_wrong_use(common, "`-t xlsx` ghi ra một tệp: `-o bao-cao.xlsx`",
                              "`-t xlsx` writes a file: `-o report.xlsx`", NULL);
    return -1;
}

/* What is asked for as tables: a folder of CSV, or one table. -1: it can be done. */
static int check_wish(reporting *r, const khct_common *common)
{
    khct_tables_wish *w = &r->wish;
    w->pages = strcmp(r->form->name, "html") == 0 && w->folder != NULL;
    bool one = w->only != KHCT_TABLE_COUNT, html = strcmp(r->form->name, "html") == 0;
    w->form = strcmp(r->form->name, "jsonl") == 0 ? KHCT_ROWS_JSON : KHCT_ROWS_CSV;
    if (one && w->folder != NULL)
        return khct_wrong_use(
            common, "`--bang` ghi một bảng ra đầu ra chuẩn, nên không đi với `-o`",
            "`--bang` writes one table to standard output, and does not go with `-o`", NULL);
    if (one && html)
        return khct_wrong_use(common, "`--bang` cần `-t csv` hoặc `-t jsonl`",
                              "`--bang` needs `-t csv` or `-t jsonl`", NULL);
    if (w->folder != NULL && w->form == KHCT_ROWS_JSON)
        return khct_wrong_use(common, "`-o THƯ_MỤC/` cần `-t csv` hoặc `-t html`",
                              "`-o DIR/` needs `-t csv` or `-t html`", NULL);
    if (w->schools != NULL && !one && w->folder == NULL)
        return khct_wrong_use(common, "`--danhsachtruong` cần `-o THƯ_MỤC/` hoặc `--bang`",
                              "`--danhsachtruong` needs `-o DIR/` or `--bang`", NULL);
    if (w->cache != NULL && !one && w->folder == NULL)
        return khct_wrong_use(common, "`--cache` cần `-o THƯ_MỤC/` hoặc `--bang`",
                              "`--cache` needs `-o DIR/` or `--bang`", NULL);
    return -1;
}

/* The first, CSV, where none is named. */
static const khct_many_form *form_named(const char *name)
{
    const khct_many_form *form = khct_many_forms;
    while (name != NULL && form->name != NULL && strcmp(form->name, name) != 0)
        form++;
    return form->name == NULL ? khct_many_forms : form;
}

int khct_main_report(int count, char **operands, khct_common *common)
{
    const char *form = khct_value(common, KHCT_OPT_TABLE);
    const char *only = khct_value(common, KHCT_OPT_ONE_TABLE);
    reporting r = {.form = form_named(form),
                   .formed = form != NULL,
                   .book = form != NULL && strcmp(form, "xlsx") == 0,
                   .wish = {.only = only == NULL ? KHCT_TABLE_COUNT : khct_table_named(only),
                            .folder = khct_value(common, KHCT_OPT_REPORT_OUT),
                            .schools = khct_value(common, KHCT_OPT_REGISTER),
                            .cache = khct_value(common, KHCT_OPT_CACHE)}};
    int status = check_book(&r, common);
    if (status < 0 && !r.book)
        status = check_wish(&r, common);
    if (status < 0)
        status = khct_inputs_gather(&r.inputs, operands, count, common);
    if (status >= 0)
        return status;
    common->inputs = &r.inputs;
    bool tables = r.wish.only != KHCT_TABLE_COUNT || r.wish.folder != NULL;
    status =
        r.book ? khct_workbook_write(r.wish.folder == NULL ? "-" : r.wish.folder, &r.inputs, common)
        : tables ? khct_tables_write(&r.wish, &r.inputs, common)
                 : run(&r, common);
    khct_inputs_free(&r.inputs);
    return status;
}
